// A committee in one process, for tests and for trying contracts: one dealer makes what set-up and pools would have left at the seats. He knows every secret, so nothing is
// hidden from him; rounds, checks and openings are the real ones (`lockstep.ts`).
import type { Tape } from '@enigma/bytecode';
import {
  type FieldKernel,
  type FieldVector,
  type Random,
  type Seat,
  type SeatSet,
  concat,
  hashOf,
  inSet,
  newVector,
  prf,
  seatSetOf,
  seatsIn,
  seededRandom,
  setElement,
  shareVectors,
  thresholdSets,
  u32le,
  utf8,
  wasmKernel,
} from '@enigma/crypto';
import { type Bits, type SharedBits, andWords, bitAt, clearTail, xorWords } from './bits.ts';
import type { AndTriples, DaBits, EngineContext, Material, SeedKind, Triples } from './context.ts';
import { dealtDraws } from './dealtDraws.ts';
import { type Engine, createEngine } from './engine.ts';
import { wordsOf } from './internal/words.ts';
import { type LockstepOutcome, lockstep } from './lockstep.ts';
import { type MaskedInput, maskWord } from './masks.ts';
import type { Protocol } from './round.ts';

export interface Shape {
  readonly n: number;
  readonly T: number;
}

export interface DealtCommittee extends Shape {
  readonly kernel: FieldKernel;
  /** What a client gathers from the seats. */
  readonly maskKeys: ReadonlyMap<SeatSet, Uint8Array>;
  /** Runs the same protocol at every seat, as one session with keys and material of its own. */
  run<T>(protocol: (engine: Engine) => Protocol<T>): LockstepOutcome<T>;
}

export interface DealtOptions extends Shape {
  readonly seed: string;
  /** What tasks draw, one run after another; else from keys that the seed gives. */
  readonly tape?: Tape;
}

export function dealtCommittee({ n, T, seed, tape }: DealtOptions): DealtCommittee {
  const kernel = wasmKernel;
  const seats = Array.from({ length: n }, (_, seat) => seat);
  const live = seatSetOf(seats);
  const openers = seatSetOf(seats.slice(0, 2 * T + 1));
  const maskRoot = seededRandom(`${seed}/masks`)(16);
  let session = 0;
  return {
    n,
    T,
    kernel,
    maskKeys: maskKeysOf(maskRoot, n, T),
    run(protocol) {
      const random = seededRandom(`${seed}/${session}`);
      const slot = concat(hashOf('enigma.mpc.dealt.session', utf8(seed), u32le(session++)), new Uint8Array(2));
      const root = random(16);
      const material = dealOnDemand({ n, T, random, kernel });
      const draws = tape && dealtDraws({ n, T, random }, tape);
      const parties = seats.map((seat) => {
        const keys = seatKeys({ n, T, openers, root, maskRoot }, seat);
        const own = { ...keys, slot, material: material(seat), ...(draws ? { draws: draws(seat) } : {}) };
        const context = { n, T, seat, live, openers, kernel, ...own };
        return { seat, protocol: protocol(createEngine(context)) };
      });
      return lockstep(parties, { n, T, live, openers, kernel });
    },
  };
}

interface KeyRoots extends Shape {
  readonly openers: SeatSet;
  readonly root: Uint8Array;
  readonly maskRoot: Uint8Array;
}

/** The keys of one seat, as set-up would leave them. */
export function seatKeys(
  { n, T, openers, root, maskRoot }: KeyRoots,
  seat: Seat,
): Pick<EngineContext, 'setKeys' | 'pairKeys' | 'maskKeys'> {
  const held = thresholdSets(n, T).filter((set) => !inSet(set, seat));
  const others = inSet(openers, seat) ? seatsIn(openers).filter((other) => other !== seat) : [];
  const pair = (other: Seat): Uint8Array =>
    prf(root, concat(utf8('pair'), u32le(Math.min(seat, other)), u32le(Math.max(seat, other))), 16);
  return {
    setKeys: (kind: SeedKind) => new Map(held.map((set) => [set, prf(root, concat(utf8(kind), u32le(set)), 16)])),
    pairKeys: new Map(others.map((other) => [other, pair(other)])),
    maskKeys: new Map(held.map((set) => [set, maskKey(maskRoot, set)])),
  };
}

export function maskKeysOf(maskRoot: Uint8Array, n: number, T: number): ReadonlyMap<SeatSet, Uint8Array> {
  return new Map(thresholdSets(n, T).map((set) => [set, maskKey(maskRoot, set)]));
}

function maskKey(maskRoot: Uint8Array, set: SeatSet): Uint8Array {
  return prf(maskRoot, concat(utf8('mask'), u32le(set)), 16);
}

/** What a client of the committee sends for `value`; `maskId` has 32 bytes. */
export function maskedFor(
  { maskKeys }: Pick<DealtCommittee, 'maskKeys'>,
  value: bigint,
  { maskId, position, width }: { readonly maskId: Uint8Array; readonly position: number; readonly width: number },
): MaskedInput {
  const r = [...maskKeys.values()].reduce((sum, key) => sum + maskWord(key, maskId, position, width), 0n);
  return { maskId, position, delta: BigInt.asUintN(width, value - r) };
}

/** Who deals: his randomness and the committee's shape. */
export interface Dealer extends Shape {
  readonly random: Random;
  readonly kernel: FieldKernel;
}

export function dealTriples({ n, T, random, kernel }: Dealer, count: number): readonly Triples[] {
  const a = kernel.fromUniform(random(16 * count));
  const b = kernel.fromUniform(random(16 * count));
  const [as, bs, cs] = [a, b, kernel.mul(a, b)].map((vector) => shared({ n, T, random, kernel }, vector));
  return Array.from({ length: n }, (_, seat) => ({ a: at(as, seat), b: at(bs, seat), c: at(cs, seat) }));
}

export function dealAnds(dealer: Dealer, count: number): readonly AndTriples[] {
  const x = randomBits(dealer.random, count);
  const y = randomBits(dealer.random, count);
  const z = { length: count, words: andWords(x.words, y.words) };
  const [xs, ys, zs] = [x, y, z].map((bits) => sharedBits(dealer, bits));
  return Array.from({ length: dealer.n }, (_, seat) => ({ a: at(xs, seat), b: at(ys, seat), c: at(zs, seat) }));
}

export function dealDaBits(dealer: Dealer, count: number): readonly DaBits[] {
  const bits = randomBits(dealer.random, count);
  const shares = sharedBits(dealer, bits);
  const field = newVector(count);
  for (let k = 0; k < count; k++) setElement(field, k, BigInt(bitAt(bits, k)));
  const fields = shared(dealer, field);
  return Array.from({ length: dealer.n }, (_, seat) => ({ bits: at(shares, seat), field: at(fields, seat) }));
}

export function sharedBits({ n, T, random }: Omit<Dealer, 'kernel'>, bits: Bits): SharedBits[] {
  const sets = thresholdSets(n, T);
  const pieces = new Map(sets.map((set) => [set, randomBits(random, bits.length).words]));
  const first = sets[0] as SeatSet;
  let sum = bits.words;
  for (const [set, words] of pieces) if (set !== first) sum = xorWords(sum, words);
  pieces.set(first, sum);
  return Array.from({ length: n }, (_, seat) => ({
    length: bits.length,
    pieces: new Map(sets.filter((set) => !inSet(set, seat)).map((set) => [set, pieces.get(set) as Uint32Array])),
  }));
}

/** Material for whatever a run comes to ask: all seats ask alike, so the first to ask has it dealt for all. */
function dealOnDemand(dealer: Dealer): (seat: Seat) => Material {
  const pool = <Item>(deal: (dealer: Dealer, count: number) => readonly Item[]) => {
    const dealt: (readonly Item[])[] = [];
    return (seat: Seat) => {
      let next = 0;
      return (count: number): Item => at((dealt[next++] ??= deal(dealer, count)), seat);
    };
  };
  const [triples, ands, daBits] = [pool(dealTriples), pool(dealAnds), pool(dealDaBits)];
  return (seat) => ({ triples: triples(seat), ands: ands(seat), daBits: daBits(seat) });
}

function shared({ n, T, random, kernel }: Dealer, vector: FieldVector): readonly FieldVector[] {
  if (vector.length === 0) return Array.from({ length: n }, () => newVector(0));
  return shareVectors(vector, n, T, random, kernel);
}

function randomBits(random: Random, length: number): Bits {
  return { length, words: clearTail(new Uint32Array(random(wordsOf(length) * 4).slice().buffer), length) };
}

function at<Item>(list: readonly Item[] | undefined, index: number): Item {
  return list?.[index] as Item;
}
