// Runs a graph: every operation starts in the round in which its operands are there, together with all others of its kind, so the number of
// rounds is the depth of the graph.
import { field } from '@enigma/crypto';
import type { Engine } from '../engine.ts';
import type { Exchange, ExchangeResult, Protocol } from '../round.ts';
import { type Value, batchKey, runBatch } from './batch.ts';
import type { Graph, Node } from './graph.ts';

interface Running {
  readonly nodes: readonly Node[];
  readonly protocol: Protocol<readonly Value[]>;
  readonly asks: readonly Exchange[];
}

interface State {
  readonly engine: Engine;
  readonly values: (Value | undefined)[];
  readonly missing: Uint32Array;
  readonly dependents: readonly (readonly Node[])[];
  ready: Node[];
  running: Running[];
}

/**
 * Values of the wanted nodes; nodes that none of them needs are not run. `values` keeps what was computed, so that a graph that has grown
 * in the meantime goes on where it stood.
 */
export function* runGraph(
  engine: Engine,
  graph: Graph,
  wanted: readonly Node[],
  values: (Value | undefined)[],
): Protocol<readonly Value[]> {
  const state = startState(engine, graph, wanted, values);
  startReady(state);
  while (state.running.length > 0) {
    const current = state.running;
    state.running = [];
    const answers = yield current.flatMap((one) => one.asks);
    let at = 0;
    for (const { nodes, protocol, asks } of current) {
      step(state, nodes, protocol, answers.slice(at, at + asks.length));
      at += asks.length;
    }
    startReady(state);
  }
  return wanted.map((node) => state.values[node.id] as Value);
}

function startState(engine: Engine, graph: Graph, wanted: readonly Node[], values: (Value | undefined)[]): State {
  const needed = new Uint8Array(graph.nodes.length);
  const stack = [...wanted];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (needed[node.id] || values[node.id] !== undefined) continue;
    needed[node.id] = 1;
    stack.push(...node.operands);
  }
  const dependents: Node[][] = graph.nodes.map(() => []);
  const missing = new Uint32Array(graph.nodes.length);
  const ready: Node[] = [];
  for (const node of graph.nodes) {
    if (!needed[node.id]) continue;
    const open = node.operands.filter((operand) => values[operand.id] === undefined);
    missing[node.id] = open.length;
    for (const operand of open) (dependents[operand.id] as Node[]).push(node);
    if (open.length === 0) ready.push(node);
  }
  return { engine, values, missing, dependents, ready, running: [] };
}

function startReady(state: State): void {
  while (state.ready.length > 0) {
    const batches = new Map<string, Node[]>();
    // Local field operations first and at once: a chain of additions ends before anything is started.
    for (let next = state.ready; next.length > 0; next = state.ready) {
      state.ready = [];
      for (const node of next) {
        const value = localValue(state, node);
        if (value !== undefined) deliver(state, node, value);
        else {
          const key = batchKey(node);
          const batch = batches.get(key);
          if (batch) batch.push(node);
          else batches.set(key, [node]);
        }
      }
    }
    for (const nodes of batches.values()) step(state, nodes, runBatch(state.engine, nodes, state.values), []);
  }
}

function localValue(state: State, { operation, operands }: Node): bigint | undefined {
  if (operation.kind === 'share') return operation.share;
  if (operation.kind !== 'linear') return undefined;
  let sum = field.reduce(operation.constant);
  for (let k = 0; k < operands.length; k++) {
    const value = state.values[(operands[k] as Node).id] as bigint;
    const factor = operation.factors[k] as bigint;
    sum = factor === 1n ? field.add(sum, value) : field.add(sum, field.mul(value, field.reduce(factor)));
  }
  return sum;
}

function deliver(state: State, node: Node, value: Value): void {
  state.values[node.id] = value;
  for (const dependent of state.dependents[node.id] as readonly Node[]) {
    const left = (state.missing[dependent.id] as number) - 1;
    state.missing[dependent.id] = left;
    if (left === 0) state.ready.push(dependent);
  }
}

function step(
  state: State,
  nodes: readonly Node[],
  protocol: Protocol<readonly Value[]>,
  answers: readonly ExchangeResult[],
): void {
  const result = protocol.next(answers);
  if (result.done) nodes.forEach((node, k) => deliver(state, node, result.value[k] as Value));
  else state.running.push({ nodes, protocol, asks: result.value });
}
