// A committee from one seed: keys as set-up would leave them, and material as honest pool batches would have made it.
import {
  type FieldKernel,
  type FieldVector,
  type Random,
  type Seat,
  type SeatSet,
  concatVectors,
  elementAt,
  field,
  hashOf,
  holdersOf,
  plainKernel,
  seatSetOf,
  seatsIn,
  seededRandom,
  shareVectors,
  thresholdSets,
  utf8,
  wasmKernel,
} from '@enigma/crypto';
import { type SharedBits, bitAt, xorInto } from '../src/bits.ts';
import type { AndTriples, DaBits, EngineContext, Triples } from '../src/context.ts';
import { dealAnds, dealDaBits, dealTriples, maskKeysOf, maskedFor, seatKeys, sharedBits } from '../src/dealt.ts';
import { type Checks, type Engine, createEngine } from '../src/engine.ts';
import { wordsOf } from '../src/internal/words.ts';
import { type LockstepOptions, type LockstepOutcome, lockstep } from '../src/lockstep.ts';
import { createMaterial, type MaterialRanges } from '../src/material.ts';
import type { MaskedInput } from '../src/masks.ts';
import type { Protocol } from '../src/round.ts';

export interface Committee {
  readonly n: number;
  readonly T: number;
  readonly live: SeatSet;
  readonly openers: SeatSet;
  readonly kernel: FieldKernel;
  readonly random: Random;
  readonly contexts: readonly EngineContext[];
  /** What a client gathers from the seats. */
  readonly maskKeys: ReadonlyMap<SeatSet, Uint8Array>;
  /** What each seat was dealt. */
  readonly dealt: readonly MaterialRanges[];
  readonly used: readonly (() => { triples: number; ands: number; daBits: number })[];
}

export interface CommitteeOptions {
  readonly n: number;
  readonly T: number;
  readonly seed?: string;
  readonly live?: readonly Seat[];
  readonly kernel?: FieldKernel;
  readonly triples?: number;
  readonly ands?: number;
  readonly daBits?: number;
}

export function committee(options: CommitteeOptions): Committee {
  const { n, T, seed = 'committee', kernel = wasmKernel } = options;
  const seats = options.live ?? Array.from({ length: n }, (_, seat) => seat);
  const live = seatSetOf(seats);
  const openers = seatSetOf(seats.slice(0, 2 * T + 1));
  const random = seededRandom(`${seed}/${n}/${T}`);
  const root = random(16);
  const dealt = deal(options, random, kernel);
  const materials = dealt.map(createMaterial);
  const contexts = Array.from({ length: n }, (_, seat): EngineContext => ({
    n,
    T,
    seat,
    live,
    openers,
    kernel,
    ...seatKeys({ n, T, openers, root, maskRoot: root }, seat),
    slot: new Uint8Array(34).fill(7),
    material: materials[seat] as EngineContext['material'],
  }));
  const maskKeys = maskKeysOf(root, n, T);
  const used = materials.map((material) => material.used);
  return { n, T, live, openers, kernel, random, contexts, maskKeys, dealt, used };
}

/** What a client of the committee sends for `value`. */
export function maskFor(c: Committee, value: bigint, name: string, position: number, width: number): MaskedInput {
  return maskedFor(c, value, { maskId: hashOf('test mask', utf8(name)), position, width });
}

export interface RunOptions extends Partial<LockstepOptions> {
  readonly checks?: Checks;
}

/** Runs the same protocol at every live seat. */
export function run<T>(
  c: Committee,
  protocol: (engine: Engine) => Protocol<T>,
  options: RunOptions = {},
): LockstepOutcome<T> {
  const { checks, ...rest } = options;
  const parties = seatsIn(c.live).map((seat) => ({
    seat,
    protocol: protocol(createEngine(c.contexts[seat] as EngineContext, checks)),
  }));
  return lockstep(parties, { n: c.n, T: c.T, live: c.live, openers: c.openers, kernel: c.kernel, ...rest });
}

/** The results of a run that must pass. */
export function passes<T>(outcome: LockstepOutcome<T>): ReadonlyMap<Seat, T> {
  if (!outcome.ok) throw new Error(`stopped: ${outcome.code} in round ${outcome.round}`);
  return outcome.results;
}

/** Results of all seats, in order. */
export function all<T>(outcome: LockstepOutcome<T>): T[] {
  return [...passes(outcome).values()];
}

export function sharedField(c: Committee, secrets: FieldVector): FieldVector[] {
  return shareVectors(secrets, c.n, c.T, c.random, c.kernel);
}

/** Reconstructs from the first T + 1 entries and demands that all others agree. */
export function revealField(c: Committee, shares: ReadonlyMap<Seat, FieldVector>): bigint[] {
  const seats = [...shares.keys()];
  const count = (shares.get(seats[0] as Seat) as FieldVector).length / 2;
  return Array.from({ length: count }, (_, k) => {
    const points = seats.map((seat) => ({ x: BigInt(seat + 1), y: elementAt(shares.get(seat) as FieldVector, k) }));
    const base = points.slice(0, c.T + 1);
    for (const point of points)
      if (valueAt(base, point.x) !== point.y) throw new Error(`element ${k}: shares on no polynomial`);
    return valueAt(base, 0n);
  });
}

function valueAt(points: readonly { x: bigint; y: bigint }[], x: bigint): bigint {
  let sum = 0n;
  for (const own of points) {
    let term = own.y;
    for (const other of points) {
      if (other !== own) term = field.mul(term, field.mul(field.sub(x, other.x), field.inv(field.sub(own.x, other.x))));
    }
    sum = field.add(sum, term);
  }
  return sum;
}

/** XOR of all pieces, after checking that all holders have the same. */
export function revealBits(c: Committee, shares: ReadonlyMap<Seat, SharedBits>): number[] {
  const length = (shares.values().next().value as SharedBits).length;
  const words = new Uint32Array(wordsOf(length));
  for (const set of thresholdSets(c.n, c.T)) {
    const versions = holdersOf(set, c.n)
      .filter((seat) => shares.has(seat))
      .map((seat) => shares.get(seat)?.pieces.get(set) as Uint32Array);
    if (versions.some((version) => version.join() !== versions[0]?.join())) throw new Error('holders differ');
    xorInto(words, versions[0] as Uint32Array);
  }
  return Array.from({ length }, (_, k) => bitAt({ length, words }, k));
}

function deal(options: CommitteeOptions, random: Random, kernel: FieldKernel): MaterialRanges[] {
  const { n, T, triples = 0, ands = 0, daBits = 0 } = options;
  const dealer = { n, T, random, kernel };
  const [as, bs, ds] = [dealTriples(dealer, triples), dealAnds(dealer, ands), dealDaBits(dealer, daBits)];
  return Array.from({ length: n }, (_, seat) => ({
    triples: as[seat] as Triples,
    ands: bs[seat] as AndTriples,
    daBits: ds[seat] as DaBits,
  }));
}

export const shapes: readonly { readonly n: number; readonly T: number }[] = [
  { n: 3, T: 1 },
  { n: 4, T: 1 },
  { n: 5, T: 2 },
];

/** Those, and committees whose seats hold more pieces than a word has bits. */
export const wideShapes: typeof shapes = [...shapes, { n: 7, T: 2 }, { n: 7, T: 3 }, { n: 10, T: 3 }];

export { concatVectors, plainKernel, sharedBits };
