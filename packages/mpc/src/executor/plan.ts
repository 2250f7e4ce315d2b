// What a batch of tasks will take, before anything runs: the same run with nobody else there. Every exchange is answered with zeros and all
// material is zero, so the counts are exact by construction, because no branch, length or trap depends on a secret; arguments are taken to
// lie in their ranges, and a task that ends because one does not takes less. A value that opens while the task runs (beforeSettle) may
// steer it: then the plan is the larger of two runs, on zeros and on ones, and a run that some other value leads elsewhere may exceed it.
import { type FieldVector, newVector, thresholdSets, wasmKernel } from '@enigma/crypto';
import { type SharedBits, zeroBits } from '../bits.ts';
import type { EngineContext, Material } from '../context.ts';
import { type Engine, createEngine } from '../engine.ts';
import { wordsOf } from '../internal/words.ts';
import type { Exchange, ExchangeResult, Protocol } from '../round.ts';
import { type TaskInputs, releaseTasks, runTask } from './execute.ts';

export interface Plan {
  readonly triples: number;
  readonly ands: number;
  readonly daBits: number;
  readonly rounds: number;
  /** Elements and bits opened. */
  readonly elements: number;
  readonly bits: number;
  /** False where the task opens values while it runs: another value than those assumed may need more. */
  readonly exact: boolean;
}

export function planTasks(shape: { readonly n: number; readonly T: number }, tasks: readonly TaskInputs[]): Plan {
  return planProtocol(
    shape,
    (engine) => runAll(engine, tasks),
    tasks.every(({ openMode }) => openMode === 'afterSettle'),
  );
}

/** All tasks of a session in order, then their release. */
export function* runAll(engine: Engine, tasks: readonly TaskInputs[]): Protocol<unknown> {
  const runs = [];
  for (const [index, task] of tasks.entries()) runs.push(yield* runTask(engine, task, index));
  return yield* releaseTasks(runs);
}

/** Counts of any protocol that takes material. */
export function planProtocol(
  shape: { readonly n: number; readonly T: number },
  protocol: (engine: Engine) => Protocol<unknown>,
  exact = true,
): Plan {
  const onZeros = countsOf(shape, protocol, 0n);
  if (exact) return { ...onZeros, exact };
  const onOnes = countsOf(shape, protocol, 1n);
  const more = (kind: keyof Counts): number => Math.max(onZeros[kind], onOnes[kind]);
  return {
    triples: more('triples'),
    ands: more('ands'),
    daBits: more('daBits'),
    rounds: more('rounds'),
    elements: more('elements'),
    bits: more('bits'),
    exact,
  };
}

type Counts = { -readonly [K in Exclude<keyof Plan, 'exact'>]: number };

function countsOf(
  { n, T }: { readonly n: number; readonly T: number },
  protocol: (engine: Engine) => Protocol<unknown>,
  revealed: bigint,
): Counts {
  const counts = { triples: 0, ands: 0, daBits: 0, rounds: 0, elements: 0, bits: 0 };
  const context = { ...alone(n, T, counts), assumed: { revealed } };
  const run = protocol(createEngine(context));
  let step = run.next([]);
  while (!step.done) {
    counts.rounds++;
    for (const ask of step.value) {
      if (ask.kind === 'openField') counts.elements += ask.shares.length / 2;
      if (ask.kind === 'openBits') counts.bits += ask.bits.length;
    }
    step = run.next(step.value.map((ask) => zeroAnswer(ask, n, T)));
  }
  return counts;
}

function alone(n: number, T: number, counts: { triples: number; ands: number; daBits: number }): EngineContext {
  const all = 2 ** n - 1;
  const held = thresholdSets(n, T).filter((set) => (set & 1) === 0);
  const key = new Uint8Array(16);
  const keys = new Map(held.map((set) => [set, key]));
  const openers = 2 ** (2 * T + 1) - 1;
  return {
    n,
    T,
    seat: 0,
    live: all,
    openers,
    kernel: wasmKernel,
    setKeys: () => keys,
    pairKeys: new Map(Array.from({ length: 2 * T }, (_, k) => [k + 1, key])),
    maskKeys: keys,
    slot: new Uint8Array(34),
    material: zeroMaterial(held, counts),
  };
}

function zeroMaterial(held: readonly number[], counts: { triples: number; ands: number; daBits: number }): Material {
  const bits = (length: number): SharedBits => ({
    length,
    pieces: new Map(held.map((set) => [set, new Uint32Array(wordsOf(length))])),
  });
  const elements = (count: number): FieldVector => newVector(count);
  return {
    triples(count) {
      counts.triples += count;
      return { a: elements(count), b: elements(count), c: elements(count) };
    },
    ands(count) {
      counts.ands += count;
      return { a: bits(count), b: bits(count), c: bits(count) };
    },
    daBits(count) {
      counts.daBits += count;
      return { bits: bits(count), field: elements(count) };
    },
  };
}

function zeroAnswer(ask: Exchange, n: number, T: number): ExchangeResult {
  switch (ask.kind) {
    case 'openField':
      return { kind: 'field', values: newVector(ask.shares.length / 2) };
    case 'openBits':
      return { kind: 'bits', bits: zeroBits(ask.bits.length) };
    case 'sumField':
      return { kind: 'field', values: newVector(ask.length) };
    case 'sumBits':
      return { kind: 'bits', bits: zeroBits(ask.length) };
    case 'publish':
      return {
        kind: 'published',
        pieces: new Map(thresholdSets(n, T).map((set) => [set, new Uint8Array(ask.byteLength)])),
      };
    case 'echo':
    case 'checkpoint':
      return { kind: 'passed' };
  }
}
