// What a protocol asks of the other seats, and how it is driven.
//
// A protocol is a generator. Each `yield` is one round: the list of exchanges that every live seat asks alike, in the same order, with
// the same kinds and lengths. Whoever drives it (the session over links, `lockstep` in memory) moves the messages, makes the checks of
// docs/protocols/openings.md, and resumes it with one result per exchange, each a public value that all honest seats know alike.
// So a seat that was away follows by the same generator, driven by recorded results. A protocol only reads what it was given in a result:
// the driver keeps it. Of the shares of an opening the driver has kept a copy of its own when it resumes the protocol, which may then
// write over them; what else it gave away it only reads.
//
// Barriers (echo, checkpoint) stand at the end of their round and cover the openings and sums of that round too; several barriers of
// one round are one barrier: it is signed if any of them is a checkpoint.
import { type FieldVector, concat, vectorToBytes } from '@enigma/crypto';
import { type Bits, type SharedBits, bitsToBytes } from './bits.ts';

/**
 * uniform: the mask covers the whole domain, the value tells nothing even if an operand was wrong.
 * bounded: it does not, so opening it is a disclosure: everything it depends on must have been verified before.
 */
export type Bound = 'uniform' | 'bounded';

/** Open degree-T sharings of field elements: `shares` is this seat's. */
export interface OpenField {
  readonly kind: 'openField';
  readonly bound: Bound;
  readonly shares: FieldVector;
}

/** Open replicated bits. */
export interface OpenBits {
  readonly kind: 'openBits';
  readonly bound: Bound;
  readonly bits: SharedBits;
}

/**
 * Tell all seats bytes that the holders of each T-set A know alike (commitments c_A): messages and check are those of `openBits`, but
 * the pieces are handed out one by one and not added up. All T-sets, each with the same number of bytes.
 */
export interface Publish {
  readonly kind: 'publish';
  readonly byteLength: number;
  readonly pieces: ReadonlyMap<number, Uint8Array>;
}

/**
 * Sum of one vector per seat of D, by way of kings. The terms are already scaled by the Lagrange coefficient and hidden by additive
 * zeros; null at a seat outside D. Two hops: element c goes to the king of its chunk, ⌊c / SUM_CHUNK_ELEMENTS⌋ mod 2T+1 in D, who
 * adds and sends the sum to all.
 */
export interface SumField {
  readonly kind: 'sumField';
  readonly length: number;
  readonly terms: FieldVector | null;
}

/** The same with XOR; chunks of SUM_CHUNK_BITS. */
export interface SumBits {
  readonly kind: 'sumBits';
  readonly length: number;
  readonly terms: Bits | null;
}

/** Goes on only when all live seats show the same view (unsigned). */
export interface Echo {
  readonly kind: 'echo';
  readonly phase: Phase;
}

/** Goes on only when all live seats have signed the same view; what depends on it may then leave the engine. */
export interface Checkpoint {
  readonly kind: 'checkpoint';
  readonly phase: Phase;
  /** Root of this seat's next secret state, 32 bytes; zero where the checkpoint carries none. */
  readonly leafRoot: Uint8Array;
  /** Salted commitment to the shares of a batch (32 bytes, zero allowed). */
  readonly batchCommitment: Uint8Array;
  /** Public bytes that enter the view with this checkpoint, the same at every seat: the c_A of masked outputs. */
  readonly commitments: readonly Uint8Array[];
}

export type Exchange = OpenField | OpenBits | Publish | SumField | SumBits | Echo | Checkpoint;

export type ExchangeResult =
  | { readonly kind: 'field'; readonly values: FieldVector }
  | { readonly kind: 'bits'; readonly bits: Bits }
  | { readonly kind: 'published'; readonly pieces: ReadonlyMap<number, Uint8Array> }
  | { readonly kind: 'passed' };

/** Where in a session a barrier stands: enters the signed checkpoint as u8. */
export type Phase = (typeof PHASE)[keyof typeof PHASE];
export const PHASE = {
  /** Before the coin of a verification. */
  coin: 1,
  /** The last one of a pool batch. */
  batch: 2,
  /** Before values leave the engine: reveals, outputs, roots. */
  release: 3,
  /** Set-up of keys. */
  keys: 4,
} as const;

export type Protocol<T> = Generator<readonly Exchange[], T, readonly ExchangeResult[]>;

/** Opens one vector of field elements in a round of its own. */
export function* openField(bound: Bound, shares: FieldVector): Protocol<FieldVector> {
  return fieldOf(yield [{ kind: 'openField', bound, shares }]);
}

export function* openBits(bound: Bound, bits: SharedBits): Protocol<Bits> {
  return bitsOf(yield [{ kind: 'openBits', bound, bits }]);
}

export function* publish(
  byteLength: number,
  pieces: ReadonlyMap<number, Uint8Array>,
): Protocol<ReadonlyMap<number, Uint8Array>> {
  const result = only(yield [{ kind: 'publish', byteLength, pieces }]);
  if (result.kind !== 'published') throw new TypeError('the driver answered with another kind');
  return result.pieces;
}

export function* sumField(length: number, terms: FieldVector | null): Protocol<FieldVector> {
  return fieldOf(yield [{ kind: 'sumField', length, terms }]);
}

export function* sumBits(length: number, terms: Bits | null): Protocol<Bits> {
  return bitsOf(yield [{ kind: 'sumBits', length, terms }]);
}

export function* echo(phase: Phase): Protocol<void> {
  yield [{ kind: 'echo', phase }];
}

/** Runs protocols side by side: what they ask in the same step shares a round. Results in the order given. */
export function* parallel<T>(protocols: readonly Protocol<T>[]): Protocol<T[]> {
  const results = new Array<T>(protocols.length);
  let running: { index: number; protocol: Protocol<T>; asks: readonly Exchange[] }[] = [];
  const step = (index: number, protocol: Protocol<T>, state: IteratorResult<readonly Exchange[], T>): void => {
    if (state.done) results[index] = state.value;
    else running.push({ index, protocol, asks: state.value });
  };
  for (const [index, protocol] of protocols.entries()) step(index, protocol, protocol.next([]));
  while (running.length > 0) {
    const current = running;
    running = [];
    const answers = yield current.flatMap((one) => one.asks);
    let at = 0;
    for (const { index, protocol, asks } of current) {
      step(index, protocol, protocol.next(answers.slice(at, at + asks.length)));
      at += asks.length;
    }
  }
  return results;
}

function only(results: readonly ExchangeResult[]): ExchangeResult {
  if (results.length !== 1) throw new TypeError('the driver answered with another number of results');
  return results[0] as ExchangeResult;
}

function fieldOf(results: readonly ExchangeResult[]): FieldVector {
  const result = only(results);
  if (result.kind !== 'field') throw new TypeError('the driver answered with another kind');
  return result.values;
}

function bitsOf(results: readonly ExchangeResult[]): Bits {
  const result = only(results);
  if (result.kind !== 'bits') throw new TypeError('the driver answered with another kind');
  return result.bits;
}

/** Canonical bytes of a result: what enters the view hash of a round, exchange by exchange. Kind and length stand in the frame header. */
export function resultBytes(result: ExchangeResult): Uint8Array {
  switch (result.kind) {
    case 'field':
      return vectorToBytes(result.values);
    case 'bits':
      return bitsToBytes(result.bits.words);
    case 'published':
      return concat(...[...result.pieces].sort(([a], [b]) => a - b).map(([, bytes]) => bytes));
    case 'passed':
      return new Uint8Array(0);
  }
}
