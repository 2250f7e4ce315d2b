// An adversary without a plan: it is shown views of runs in which one of two known inputs was used, and says which. It knows the field and Lagrange's formula, and nothing of the
// engine: what can be learnt by looking at many views it learns, what can be computed from numbers that belong together it computes.
import type { View } from './view.ts';

/** Of the two inputs that may have been used, by bit; each a list of the numbers that it consists of. */
export type Worlds = readonly [readonly bigint[], readonly bigint[]];

export interface Sample {
  readonly view: View;
  readonly worlds: Worlds;
  readonly bit: 0 | 1;
}

const P = 2n ** 128n - 45n * 2n ** 40n + 1n;
/** Bits of a view that are looked at, and how many of them a learnt guess may rest on. */
const BITS_MAX = 1 << 17;
const KEPT = 48;
const NEAR = 1n << 12n;

/** Who guesses the bit of a view; undefined where nothing speaks for either. */
export type Guess = (sample: Pick<Sample, 'view' | 'worlds'>) => number;

/** Trained on samples whose bit is known. Positive speaks for 1, negative for 0. */
export function train(samples: readonly Sample[]): Guess {
  const learnt = learn(samples);
  return (sample) => {
    const computed = computedGuess(sample);
    return computed !== 0 ? computed : learnt(sample.view);
  };
}

/** Right guesses among samples that were not learnt from; where nothing speaks, a coin. */
export function wins(guess: Guess, samples: readonly Sample[], coin: () => number): number {
  return samples.filter((sample) => {
    const score = guess(sample);
    const said = score === 0 ? coin() & 1 : score > 0 ? 1 : 0;
    return said === sample.bit;
  }).length;
}

// ---- what many views have in common

interface Weight {
  readonly part: string;
  readonly bit: number;
  readonly weights: readonly [number, number];
}

/** Counts every bit of every part in both worlds, and keeps those that differ most. */
function learn(samples: readonly Sample[]): (view: View) => number {
  const offsets = new Map<string, number>();
  let length = 0;
  for (const { view } of samples)
    for (const [name, bytes] of view.parts)
      if (!offsets.has(name) && length + 8 * bytes.length <= BITS_MAX) {
        offsets.set(name, length);
        length += 8 * bytes.length;
      }
  const seen = [new Uint32Array(length), new Uint32Array(length)] as const;
  const ones = [new Uint32Array(length), new Uint32Array(length)] as const;
  for (const { view, bit } of samples)
    for (const [name, bytes] of view.parts) {
      const offset = offsets.get(name);
      if (offset === undefined) continue;
      const end = Math.min(bytes.length * 8, length - offset);
      for (let k = 0; k < end; k++) {
        seen[bit][offset + k]!++;
        ones[bit][offset + k]! += ((bytes[k >> 3] as number) >> (k & 7)) & 1;
      }
    }
  const weights: (Weight & { readonly score: number })[] = [];
  for (const [part, offset] of offsets) {
    const next = nextOffset(offsets, part, length);
    for (let k = offset; k < next; k++) {
      const [n0, n1] = [seen[0][k] as number, seen[1][k] as number];
      if (n0 < samples.length / 8 || n1 < samples.length / 8) continue;
      const [p0, p1] = [((ones[0][k] as number) + 1) / (n0 + 2), ((ones[1][k] as number) + 1) / (n1 + 2)];
      const pool = (p0 * n0 + p1 * n1) / (n0 + n1);
      const score = Math.abs(p1 - p0) / Math.sqrt(pool * (1 - pool) * (1 / n0 + 1 / n1));
      weights.push({ part, bit: k - offset, weights: [Math.log((1 - p1) / (1 - p0)), Math.log(p1 / p0)], score });
    }
  }
  const kept = weights.sort((a, b) => b.score - a.score).slice(0, KEPT);
  return ({ parts }) =>
    kept.reduce((sum, { part, bit, weights: [zero, one] }) => {
      const byte = parts.get(part)?.[bit >> 3];
      return byte === undefined ? sum : sum + (((byte >> (bit & 7)) & 1) === 1 ? one : zero);
    }, 0);
}

function nextOffset(offsets: ReadonlyMap<string, number>, part: string, end: number): number {
  const own = offsets.get(part) as number;
  let next = end;
  for (const offset of offsets.values()) if (offset > own && offset < next) next = offset;
  return next;
}

// ---- what numbers say that belong together

/** Whether something that can be computed from the view is a number of the one world and of the other not. */
function computedGuess({ view, worlds }: Pick<Sample, 'view' | 'worlds'>): number {
  const [zero, one] = worlds.map((values) => new Set(values.map(mod))) as [Set<bigint>, Set<bigint>];
  let score = 0;
  const judge = (value: bigint): void => {
    if (one.has(value) && !zero.has(value)) score++;
    if (zero.has(value) && !one.has(value)) score--;
  };
  const elements = [...elementsOf(view)];
  for (const { value } of elements) {
    judge(value);
    score += nearer(value, worlds);
  }
  view.publics.forEach((a, at) => {
    for (const b of view.publics.slice(at + 1)) {
      judge(mod(a - b));
      judge(BigInt.asUintN(32, a - b));
    }
  });
  for (const value of view.publics) {
    judge(mod(value));
    for (const { value: element } of elements) judge(mod(value - element));
  }
  // A share of somebody else's beside one's own: on one line they have the secret at zero.
  for (const own of view.shares)
    for (const { from, value } of elements)
      if (from !== undefined && from !== own.seat) judge(atZero(own.seat, own.value, from, value));
  return score;
}

/** A mask that is too short leaves a number near what it hides; chance puts a field element there with 2^−80. */
function nearer(value: bigint, [zero, one]: Worlds): number {
  const near = (worlds: readonly bigint[]): boolean => worlds.some((one_) => mod(value - one_) < NEAR);
  return Number(near(one)) - Number(near(zero));
}

function* elementsOf({ parts }: View): Generator<{ readonly from: number | undefined; readonly value: bigint }> {
  for (const [name, bytes] of parts) {
    const kind = name.split('/');
    // Elements, and hashes and bits, which are none.
    if (kind.length === 6 && !['shares', 'term', 'sum', 'full'].includes(kind[4] as string)) continue;
    if (bytes.length === 0 || bytes.length % 16 !== 0 || bytes.length > 16 * 256) continue;
    const from = kind.length === 6 ? Number(kind[3]) : undefined;
    for (let at = 0; at < bytes.length; at += 16) yield { from, value: littleEndian(bytes, at) };
  }
}

function littleEndian(bytes: Uint8Array, at: number): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, 16);
  return view.getBigUint64(0, true) | (view.getBigUint64(8, true) << 64n);
}

function mod(value: bigint): bigint {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}

/** The line through (seat + 1, share) of two seats, at zero. */
function atZero(seat: number, share: bigint, other: number, theirs: bigint): bigint {
  const [x, y] = [BigInt(seat + 1), BigInt(other + 1)];
  return mod((share * y - theirs * x) * inverse(mod(y - x)));
}

const inverses = new Map<bigint, bigint>();

function inverse(value: bigint): bigint {
  const known = inverses.get(value);
  if (known !== undefined) return known;
  let [a, b, u, v] = [mod(value), P, 1n, 0n];
  while (a !== 0n) {
    const q = b / a;
    [a, b, u, v] = [b - q * a, a, v - q * u, u];
  }
  inverses.set(value, mod(v));
  return mod(v);
}
