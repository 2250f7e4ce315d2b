/**
 * The meaning of a module, once for all engines. It runs the public part with plain integers and hands every operation with a secret in it to an algebra: the
 * evaluator's computes at once, an engine's may only note what is to be done and batch it later. It is a generator because a contract that opens while it runs,
 * or an argument whose range must be checked, waits for a public value; in every other case it runs through without a pause. What single instructions do is in
 * `straight.ts`.
 */
import { Budget } from './budget.ts';
import type { Instruction, Region, TypeRef } from './module.ts';
import type { Ended, Inputs, OpenRequest, Run, SecretAlgebra } from './run.ts';
import { elementsOf, publicCount, Scalars } from './scalars.ts';
import { Store } from './store.ts';
import { straight, type Machine } from './straight.ts';
import { Trap, trap } from './trap.ts';
import { mapLeaves, vector, type Leaf, type Value } from './value.ts';
import type { Verified } from './verify.ts';

type Part<S, T> = Generator<OpenRequest<S>, T, readonly bigint[]>;

/** Runs a function from the outside. The arguments fit their types (`layout.ts` reads them so); ranges of secret ones are checked here. */
export function* interpret<S>(
  verified: Verified,
  fn: number,
  inputs: Inputs<S>,
  algebra: SecretAlgebra<S>,
  onSend: (release: number, leaves: readonly Leaf<S>[]) => void = () => {},
  budget: Budget = new Budget(),
): Run<S> {
  const machine: Machine<S> = {
    verified,
    inputs,
    budget,
    scalars: new Scalars(verified.module.types, algebra, budget),
    store: new Store(verified.module, inputs.state, budget),
    sent: [],
    onSend,
    events: [],
    taken: 0,
  };
  try {
    return yield* runFunction(machine, fn);
  } catch (error) {
    if (error instanceof Trap) return { status: 'revert', code: error.code, facts: error.facts };
    throw error;
  }
}

function* runFunction<S>(machine: Machine<S>, index: number): Part<S, Ended<S>> {
  const { verified, inputs, scalars } = machine;
  const fn = verified.module.functions[index];
  if (!fn || fn.kind === 'internal') throw new Error('no such function from outside');
  for (const [i, param] of fn.params.entries()) {
    const ok = scalars.admitted(param.type, inputs.args[i] as Value<S>);
    const bit = typeof ok === 'bigint' ? ok : (yield { purpose: 'admission', leaves: [{ type: 0, scalar: ok }] })[0];
    if (bit !== 1n) return { status: 'badInput', argument: i };
  }
  const results = yield* runBody(machine, index, inputs.args);
  const revealed = verified.revealed[index] ?? [];
  const everyone: Leaf<S>[] = [];
  const caller = [...machine.sent];
  fn.results.forEach((result, i) => {
    const isEveryones = inputs.openMode === 'afterSettle' && revealed[i] === true;
    const readers = result.release !== undefined ? caller : isEveryones ? everyone : undefined;
    for (const leaf of scalars.leaves(result.type, results[i] as Value<S>)) readers?.push(leaf);
  });
  const state = machine.store.values();
  return { status: 'ok', results, state, taken: machine.taken, outputs: { everyone, caller }, events: machine.events };
}

function* runBody<S>(machine: Machine<S>, index: number, args: readonly Value<S>[]): Part<S, readonly Value<S>[]> {
  const fn = machine.verified.module.functions[index];
  if (!fn) throw new Error('the verifier lets no call go nowhere');
  return yield* runRegion(machine, index, fn.body, [...args]);
}

function* runRegion<S>(
  machine: Machine<S>,
  fn: number,
  region: Region,
  values: Value<S>[],
): Part<S, readonly Value<S>[]> {
  for (const instruction of region.instructions) {
    machine.budget.step(1 + instruction.operands.length);
    const operands = instruction.operands.map((id) => values[id] as Value<S>);
    if (instruction.op === 'yield') return operands;
    const results =
      instruction.regions || instruction.op === 'call' || instruction.op === 'reveal'
        ? yield* runPausing(machine, fn, instruction, operands, values)
        : straight(machine, fn, instruction, operands);
    for (let i = 0; i < instruction.resultCount; i++) values[instruction.result + i] = results[i] as Value<S>;
  }
  throw new Error('the verifier lets no region end without yield');
}

/** Instructions inside which the run may pause. */
function* runPausing<S>(
  machine: Machine<S>,
  fn: number,
  instruction: Instruction,
  operands: readonly Value<S>[],
  values: Value<S>[],
): Part<S, readonly Value<S>[]> {
  const { op, immediates, regions } = instruction;
  const first = regions?.[0] as Region;
  if (op === 'call') return yield* runBody(machine, immediates[0] as number, operands);
  if (op === 'reveal') {
    const type = machine.verified.functions[fn]?.values[instruction.operands[0] as number]?.type as TypeRef;
    return [yield* reveal(machine, immediates[0] as number, type, operands[0] as Value<S>)];
  }
  if (op === 'if') return yield* runRegion(machine, fn, operands[0] === 1n ? first : (regions?.[1] as Region), values);
  if (op === 'each') return yield* each(machine, fn, instruction, operands, values);
  if (op === 'while') {
    let [condition, ...carried] = operands;
    for (let left = immediates[0] as number; left > 0 && condition === 1n; left--) {
      enter(first, values, carried);
      [condition, ...carried] = yield* runRegion(machine, fn, first, values);
    }
    return carried;
  }
  const elements = op === 'fold' ? elementsOf(operands[0]) : undefined;
  const trips = elements ? elements.length : publicCount(operands[0]);
  let carried: readonly Value<S>[] = operands.slice(1);
  for (let i = 0; i < trips; i++) {
    enter(first, values, [BigInt(i), ...(elements ? [elements[i] as Value<S>] : []), ...carried]);
    carried = yield* runRegion(machine, fn, first, values);
  }
  return carried;
}

function* each<S>(
  machine: Machine<S>,
  fn: number,
  instruction: Instruction,
  [count, ...vectors]: readonly Value<S>[],
  values: Value<S>[],
): Part<S, readonly Value<S>[]> {
  const region = instruction.regions?.[0] as Region;
  const length = publicCount(count);
  for (const list of vectors) if (elementsOf(list).length !== length) trap('length');
  const columns: Value<S>[][] = Array.from({ length: instruction.resultCount }, () => []);
  for (let i = 0; i < length; i++) {
    enter(region, values, [BigInt(i), ...vectors.map((list) => elementsOf(list)[i] as Value<S>)]);
    const yielded = yield* runRegion(machine, fn, region, values);
    yielded.forEach((value, column) => columns[column]?.push(value));
  }
  return columns.map((column) => machine.budget.bounded(vector(column)));
}

function enter<S>(region: Region, values: Value<S>[], params: readonly Value<S>[]): void {
  params.forEach((param, i) => void (values[region.firstParam + i] = param));
}

/** After settlement: the value stays secret here and travels into the result. Before: it is asked for. */
function* reveal<S>(machine: Machine<S>, release: number, type: TypeRef, value: Value<S>): Part<S, Value<S>> {
  if (machine.inputs.openMode === 'afterSettle') return value;
  const opened = yield { purpose: 'reveal', release, leaves: machine.scalars.leaves(type, value) };
  let next = 0;
  return mapLeaves(machine.verified.module.types, type, value, () => opened[next++] as bigint);
}
