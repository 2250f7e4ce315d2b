// Arithmetic in F_p, p = 2^128 − 45·2^40 + 1, by fused multiply-add on float64: the sequence of steps from which both the kernel and the
// proof of its ranges are made (lanes.ts). No step depends on a value: there are no branches here but on lengths.
//
// Limbs lie at bits 0, 44 and 88. With R = 2^44: R³ = 2^132 = 16·2^128 ≡ 45·R − 16 (mod p), so folding keeps to limbs.
// A product of limbs, below 2^88, is split without an integer multiplication: added to 1.5·2^96, whose last place is 2^44, it is rounded
// to a multiple of 2^44, and a second multiply-add gives the rest exactly (Dekker's product with a fixed place of cutting). The column
// of rounded parts is the float itself; its constant leaves when it is gathered with the rests of the next column, which start at −C.
import type { Lanes } from './lanes.ts';

export const P: bigint = 2n ** 128n - 45n * 2n ** 40n + 1n;
export const LIMB_BITS = 44;
const R = 2n ** 44n;
const LIMB = R - 1n;
/** Where a column of rounded parts starts. */
export const COLUMN_START: number = 1.5 * 2 ** 96;
const COLUMN_SHIFT = COLUMN_START / 2 ** 44;
/** The bits of 2^52; a float in [2^52, 2^53) has them above its 52-bit integer. */
const EXPONENT = 0x433n << 52n;
/** Those of S/2^128 in `finish` above its lowest 16. */
const QUOTIENT_UPPER = ((EXPONENT >> 40n) >> 16n) << 16n;
/** 2^128 mod p */
export const WRAP: bigint = 2n ** 128n - P;
/** Pairs of a dot product, and vectors of a combination, that are added in floats before carries: with twice as many the proof fails. */
export const DOT_BLOCK = 32;
export const COMBINATION_MAX = 16;
/** A multiple of p makes every limb positive before it becomes a word; each limb of it is at least this. */
const RAISED = 2n ** 51n;
/** A sum of dot products is raised by this at each limb before its carries. */
const DOT_RAISED = 2n ** 61n;

export type Limbs<V> = readonly [V, V, V];

/** The sums of a column each: parts rounded to multiples of R, and rests. */
export interface Columns<V> {
  readonly highs: readonly V[];
  readonly lows: readonly V[];
}

/** Three words of 44, 44 and 40 bits. */
export function limbsOf<V>(lanes: Lanes<V>, low: V, high: V): Limbs<V> {
  const middle = lanes.or(lanes.shiftRight(low, 44), lanes.shiftLeft(high, 20));
  return [lanes.and(low, LIMB), lanes.and(middle, LIMB), lanes.shiftRight(high, 24)];
}

export function floatsOf<V>(lanes: Lanes<V>, [w0, w1, w2]: Limbs<V>): Limbs<V> {
  return [lanes.toFloat(w0), lanes.toFloat(w1), lanes.toFloat(w2)];
}

export function differenceOf<V>(lanes: Lanes<V>, a: Limbs<V>, b: Limbs<V>): Limbs<V> {
  return [lanes.minus(a[0], b[0]), lanes.minus(a[1], b[1]), lanes.minus(a[2], b[2])];
}

/** x·y as columns of their own. */
export function firstProduct<V>(lanes: Lanes<V>, x: Limbs<V>, y: Limbs<V>): Columns<V> {
  const start = lanes.number(COLUMN_START);
  const highs: V[] = [];
  const lows: V[] = [];
  for (const [i, j] of ORDER) {
    const before = highs[i + j];
    if (before === undefined) {
      const base = lanes.number(COLUMN_START - (i + j === 0 ? 0 : COLUMN_SHIFT));
      [highs[i + j], lows[i + j]] = lanes.split(x[i] as V, y[j] as V, start, base);
    } else {
      const [high, low] = lanes.split(x[i] as V, y[j] as V, before, before);
      highs[i + j] = high;
      lows[i + j] = lanes.plus(lows[i + j] as V, low);
    }
  }
  return { highs, lows };
}

const ORDER: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, 1],
  [1, 0],
  [0, 2],
  [1, 1],
  [2, 0],
  [1, 2],
  [2, 1],
  [2, 2],
];

/** A factor s of many products, as s, R·s and R²·s mod p: the product of x and s is then x₀·s + x₁·(R·s) + x₂·(R²·s), in three columns. */
export type Rows<V> = readonly [Limbs<V>, Limbs<V>, Limbs<V>];

export function rowsOf<V>(lanes: Lanes<V>, s: Limbs<V>): Rows<V> {
  const [zero, one] = [lanes.number(0), lanes.number(1)];
  const times = (shift: Limbs<V>): Limbs<V> => {
    const [low, high] = finish(lanes, reduceOne(lanes, firstProduct(lanes, s, shift)));
    return floatsOf(lanes, limbsOf(lanes, low, high));
  };
  return [s, times([zero, one, zero]), times([zero, zero, one])];
}

/** x·s as columns of their own. */
export function firstByRows<V>(lanes: Lanes<V>, x: Limbs<V>, rows: Rows<V>): Columns<V> {
  const start = lanes.number(COLUMN_START);
  const highs: V[] = [];
  const lows: V[] = [];
  for (const k of [0, 1, 2]) {
    const base = lanes.number(COLUMN_START - (k === 0 ? 0 : COLUMN_SHIFT));
    [highs[k], lows[k]] = lanes.split(x[0], rows[0][k] as V, start, base);
  }
  return addByRows(lanes, { highs, lows }, x, rows, [1, 2]);
}

/** Adds x·s; at most COMBINATION_MAX products are in one set of columns. */
export function addByRows<V>(
  lanes: Lanes<V>,
  columns: Columns<V>,
  x: Limbs<V>,
  rows: Rows<V>,
  which: readonly number[] = [0, 1, 2],
): Columns<V> {
  const [highs, lows] = [[...columns.highs], [...columns.lows]];
  for (const i of which) {
    for (const k of [0, 1, 2]) {
      const before = highs[k] as V;
      const [high, low] = lanes.split(x[i] as V, rows[i]?.[k] as V, before, before);
      highs[k] = high;
      lows[k] = lanes.plus(lows[k] as V, low);
    }
  }
  return { highs, lows };
}

/** The columns of an empty sum. */
export function noProducts<V>(lanes: Lanes<V>): Columns<V> {
  const [start, shift] = [lanes.number(COLUMN_START), lanes.number(-COLUMN_SHIFT)];
  return {
    highs: [start, start, start, start, start],
    lows: [lanes.number(0), shift, shift, shift, shift],
  };
}

/** Adds x·y; at most DOT_BLOCK times to one set of columns. */
export function addProduct<V>(lanes: Lanes<V>, columns: Columns<V>, x: Limbs<V>, y: Limbs<V>): Columns<V> {
  const [highs, lows] = [[...columns.highs], [...columns.lows]];
  for (const [i, j] of ORDER) {
    const before = highs[i + j] as V;
    const [high, low] = lanes.split(x[i] as V, y[j] as V, before, before);
    highs[i + j] = high;
    lows[i + j] = lanes.plus(lows[i + j] as V, low);
  }
  return { highs, lows };
}

type Five<V> = readonly [V, V, V, V, V];

/** Columns to the coefficients of R⁰ … R⁴; R⁵ = 45·R³ − 16·R². */
function gathered<V>(lanes: Lanes<V>, { highs, lows }: Columns<V>): Five<V> {
  const d = lows.map((low, k) => (k === 0 ? low : lanes.gather(highs[k - 1] as V, low)));
  const d5 = lanes.gather(highs[4] as V, lanes.number(-COLUMN_SHIFT));
  const [d0, d1, d2, d3, d4] = d as unknown as Five<V>;
  return [d0, d1, lanes.plusTimes(d2, -16, d5), lanes.plusTimes(d3, 45, d5), d4];
}

/** R⁴ = 45·R² − 16·R and R³ = 45·R − 16 */
function folded<V>(lanes: Lanes<V>, [d0, d1, d2, d3, d4]: Five<V>): Limbs<V> {
  return [
    lanes.plusTimes(d0, -16, d3),
    lanes.plusTimes(lanes.plusTimes(d1, 45, d3), -16, d4),
    lanes.plusTimes(d2, 45, d4),
  ];
}

/** One product as three limbs of at most 51 bits, of either sign. */
export function reduceOne<V>(lanes: Lanes<V>, columns: Columns<V>): Limbs<V> {
  return folded(lanes, gathered(lanes, columns));
}

function gatheredRows<V>(lanes: Lanes<V>, { highs: [h0, h1, h2], lows: [l0, l1, l2] }: Columns<V>): [V, V, V, V] {
  const d3 = lanes.gather(h2 as V, lanes.number(-COLUMN_SHIFT));
  return [l0 as V, lanes.gather(h0 as V, l1 as V), lanes.gather(h1 as V, l2 as V), d3];
}

/** The same for the columns of one product by rows. */
export function reduceRow<V>(lanes: Lanes<V>, columns: Columns<V>): Limbs<V> {
  const [d0, d1, d2, d3] = gatheredRows(lanes, columns);
  return [lanes.plusTimes(d0, -16, d3), lanes.plusTimes(d1, 45, d3), d2];
}

/** And for up to COMBINATION_MAX products by rows: the top limb is carried before it is multiplied. */
export function reduceRows<V>(lanes: Lanes<V>, columns: Columns<V>): Limbs<V> {
  const [d0, d1, d2, d3] = gatheredRows(lanes, columns);
  const [carry, rest] = lanes.round(d3);
  return folded(lanes, [d0, d1, d2, rest, lanes.gather(carry, lanes.number(0))]);
}

/** What is added to the limbs before they become words: at least RAISED at each, and in all what makes the congruence in `finish` true. */
function raiseOf(residue: bigint): [bigint, bigint, bigint] {
  const constant = (RAISED + EXPONENT) * (1n + R + R * R) - 45n * 2n ** 40n * QUOTIENT_UPPER;
  const rest = (((residue + WRAP - constant) % P) + P) % P;
  return [RAISED + (rest & LIMB), RAISED + ((rest >> 44n) & LIMB), RAISED + (rest >> 88n)];
}

/** r₀ + r₁R + r₂R² + addend + residue mod p, canonical, as low and high words. Limbs are integers of either sign, |r| < 2^51; an addend
 * is three words below 2^44.
 *
 * Let S = w₀ + w₁·2^44 + w₂·2^88, exponent bits and all, v = S mod 2^128 in two words and q = ⌊S/2^128⌋, the upper bits of which are
 * constant. Then T = v + 45·2^40·(q mod 2^16) − q ≡ S − 45·2^40·(q − q mod 2^16) (mod p), which `raiseOf` makes W more than what is wanted,
 * W = 2^128 mod p. If T reaches 2^128 the rest of it is the result, else W comes off again (test/fusedRanges.test.ts says why that is
 * canonical). */
export function finish<V>(lanes: Lanes<V>, r: Limbs<V>, addend?: Limbs<V>, residue = 0n): readonly [low: V, high: V] {
  const raise = raiseOf(residue);
  const [w0, w1, w2] = r.map((limb, k) => {
    const word = lanes.bits(lanes.plus(limb, lanes.number(Number(2n ** 52n + (raise[k] as bigint)))));
    return addend === undefined ? word : lanes.sum(word, addend[k] as V);
  }) as unknown as Limbs<V>;
  const u1 = lanes.sum(w1, lanes.shiftRight(w0, 44));
  const u2 = lanes.sum(w2, lanes.shiftRight(u1, 44));
  const low = lanes.sumModulo(w0, lanes.shiftLeft(w1, 44));
  const high = lanes.sumModulo(lanes.shiftRight(u1, 20), lanes.shiftLeft(w2, 24));
  const [low1, carry] = lanes.addCarry(low, lanes.timesWrap(lanes.shiftRight(u2, 40)));
  const high1 = lanes.sumModulo(high, carry);
  const [low2, borrow] = lanes.subtractBorrow(low1, lanes.unlessCarry(high, high1, WRAP));
  return [low2, lanes.differenceModulo(high1, borrow)];
}

/** Adds the columns of at most DOT_BLOCK products to five words, signed. */
export function addToWords<V>(lanes: Lanes<V>, words: readonly V[], columns: Columns<V>): V[] {
  const middle = 2n ** 52n + 2n ** 51n;
  const offset = lanes.word(EXPONENT + 2n ** 51n);
  return gathered(lanes, columns).map((d, k) => {
    const bits = lanes.bits(lanes.plus(d, lanes.number(Number(middle))));
    return lanes.sum(words[k] as V, lanes.difference(bits, offset));
  });
}

/** What `addToWords` summed, both lanes together, in each lane. */
export function finishDot<V>(lanes: Lanes<V>, words: readonly V[]): readonly [low: V, high: V] {
  const raised = lanes.word(DOT_RAISED);
  const limbs: V[] = [];
  let carry: V | undefined;
  for (const word of words) {
    const positive = lanes.sum(lanes.sum(word, lanes.swapped(word)), raised);
    const whole: V = carry === undefined ? positive : lanes.sum(positive, carry);
    limbs.push(lanes.toFloat(lanes.and(whole, LIMB)));
    carry = lanes.shiftRight(whole, 44);
  }
  const [e0, e1, e2, e3, e4] = limbs as unknown as Five<V>;
  const e5 = lanes.toFloat(carry as V);
  const r = folded(lanes, [e0, e1, lanes.plusTimes(e2, -16, e5), lanes.plusTimes(e3, 45, e5), e4]);
  return finish(lanes, r, undefined, -DOT_RAISED * (1n + R + R ** 2n + R ** 3n + R ** 4n));
}
