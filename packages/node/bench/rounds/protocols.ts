// What the seats run. Each opens a sample of its results beside the operands under the session's own checks and throws if one is wrong, so that
// no figure comes from a run that computed nonsense.
import {
  type FieldVector,
  concatVectors,
  elementAt,
  equalVectors,
  newVector,
  prfBits,
  prfField,
  setElement,
  shareOfPieces,
  sliceOf,
  u32le,
} from '@enigma/crypto';
import {
  type Engine,
  type EngineContext,
  type Protocol,
  type SharedBits,
  and,
  bitAt,
  concatShared,
  createEngine,
  isNegative,
  multiply,
  openBits,
  openField,
  random,
  sliceShared,
  barrier,
} from '@enigma/mpc';

export interface Span {
  readonly start: number;
  readonly end: number;
  /** Bytes of frames handed to the links. */
  readonly sent: number;
  /** Milliseconds that a core worked for this process. */
  readonly coreMs: number;
}

/** What this process has used so far. */
export type Meter = () => { readonly at: number; readonly sent: number; readonly coreMs: number };

export interface Watch {
  readonly meter: Meter;
  /** The operations begin. */
  begin(): void;
  span(span: Span): void;
}

type Task = (context: EngineContext) => Protocol<null>;

/** Products of one round: 2^14 elements fill a frame of half a MiB, which stays in the cache. */
const PRODUCTS_A_ROUND: number = Number(process.env['PRODUCTS_A_ROUND'] ?? 1 << 14);
const ANDS_A_ROUND: number = 1 << 20;
const SAMPLE = 64;

/** `count` independent products. */
export function productsOf(count: number, watch: Watch): Task {
  return function* (context) {
    const engine = createEngine(context);
    const size = Math.min(count, PRODUCTS_A_ROUND);
    const x = random(engine, size);
    const y = random(engine, size);
    let z: FieldVector = x;
    context.material.triples(0); // from the disk, before the operations begin
    const stop = begin(watch);
    for (let done = 0; done < count; done += size) z = yield* multiply(engine, x, y);
    stop();
    yield* checkProducts(engine, x, y, z);
    return yield* close(context);
  };
}

/** `count` products, each of the one before. */
export function chainOf(count: number, watch: Watch): Task {
  return function* (context) {
    const engine = createEngine(context);
    const x = random(engine, 1);
    let before: FieldVector = x;
    let z: FieldVector = x;
    const stop = begin(watch);
    for (let k = 0; k < count; k++) {
      before = z;
      z = yield* multiply(engine, x, before);
    }
    stop();
    yield* checkProducts(engine, x, before, z);
    return yield* close(context);
  };
}

export function andsOf(count: number, watch: Watch): Task {
  return function* (context) {
    const engine = createEngine(context);
    const size = Math.min(count, ANDS_A_ROUND);
    const x = randomBits(context, 0, size);
    const y = randomBits(context, 1, size);
    context.material.ands(0);
    let z: SharedBits = x;
    const stop = begin(watch);
    for (let done = 0; done < count; done += size) z = yield* and(engine, x, y);
    stop();
    const opened = yield* openBits('bounded', concatShared([x, y, z].map((bits) => sliceShared(bits, 0, 32 * SAMPLE))));
    for (let k = 0; k < SAMPLE; k++) {
      const [a, b, c] = [0, 1, 2].map((part) => opened.words[part * SAMPLE + k] as number) as [number, number, number];
      if ((a & b) >>> 0 !== c) throw new Error('a wrong AND');
    }
    return yield* close(context);
  };
}

/** `count` comparisons of u64 in F_p, all in one batch: by one masked opening and the carry of its bits. */
export function comparisonsOf(count: number, watch: Watch): Task {
  return function* (context) {
    const engine = createEngine(context);
    const [x, y] = [randomU64(context, 0, count), randomU64(context, 1, count)];
    context.material.ands(0);
    const stop = begin(watch);
    const less = yield* isNegative(engine, context.kernel.sub(x, y), 64);
    stop();
    const opened = yield* openField('bounded', concatVectors(sliceOf(x, 0, SAMPLE), sliceOf(y, 0, SAMPLE)));
    const bits = yield* openBits('bounded', sliceShared(less, 0, SAMPLE));
    for (let k = 0; k < SAMPLE; k++) {
      if (elementAt(opened, k) < elementAt(opened, SAMPLE + k) !== (bitAt(bits, k) === 1))
        throw new Error('a wrong comparison');
    }
    return yield* close(context);
  };
}

export function spanOf(start: ReturnType<Meter>, end: ReturnType<Meter>): Span {
  return { start: start.at, end: end.at, sent: end.sent - start.sent, coreMs: end.coreMs - start.coreMs };
}

function begin(watch: Watch): () => void {
  watch.begin();
  const start = watch.meter();
  return () => watch.span(spanOf(start, watch.meter()));
}

/** Replicated bits that nobody knows; `length` is whole words. */
function randomBits(context: EngineContext, label: number, length: number): SharedBits {
  const wordsFor = (key: Uint8Array): Uint32Array => new Uint32Array(prfBits(key, u32le(label), length).slice().buffer);
  return { length, pieces: new Map([...context.setKeys('random')].map(([set, key]) => [set, wordsFor(key)])) };
}

/** Shares of integers below 2^64 that nobody knows: Σ_A r_A with r_A < 2^62, for at most four T-sets. */
function randomU64(context: EngineContext, label: number, count: number): FieldVector {
  const pieces = new Map(
    [...context.setKeys('random')].map(([set, key]) => {
      const uniform = prfField(key, u32le(2 ** 30 + label), count);
      const piece = newVector(count);
      for (let k = 0; k < count; k++) setElement(piece, k, BigInt.asUintN(62, elementAt(uniform, k)));
      return [set, piece];
    }),
  );
  return shareOfPieces(pieces, context.seat, context.kernel);
}

function* checkProducts({ context }: Engine, x: FieldVector, y: FieldVector, z: FieldVector): Protocol<void> {
  const count = Math.min(SAMPLE, z.length / 2);
  const opened = yield* openField('bounded', concatVectors(...[x, y, z].map((vector) => sliceOf(vector, 0, count))));
  const [a, b, c] = [0, 1, 2].map((part) => sliceOf(opened, part * count, (part + 1) * count)) as [
    FieldVector,
    FieldVector,
    FieldVector,
  ];
  if (!equalVectors(context.kernel.mul(a, b), c)) throw new Error('a wrong product');
}

/** Every session ends with the signed checkpoint that a receipt stands on. */
function* close(context: EngineContext): Protocol<null> {
  yield* barrier({ leafRoot: new Uint8Array(32).fill(context.seat + 1) });
  return null;
}
