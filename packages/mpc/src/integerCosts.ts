// What each operation on secret integers takes, as numbers: the twin of circuits, comparison, reduction and masks that runs nothing. Plans are made by
// running (executor/plan.ts); tests hold plan, run and this together, so that a page or a price may rely on it.
import { thresholdSets } from '@enigma/crypto';
import { piecePlan, witnessedSets } from './openings.ts';
import { carryBits } from './reduction.ts';

export interface Committee {
  readonly n: number;
  readonly T: number;
}

/** One round, for one value: field elements opened, AND gates, bits brought into the field. */
export interface Round {
  readonly opened: number;
  readonly ands: number;
  readonly daBits: number;
}

export interface Cost {
  readonly rounds: readonly Round[];
  /** Triples in F_p. */
  readonly triples: number;
}

export interface Totals {
  readonly rounds: number;
  readonly ands: number;
  readonly daBits: number;
  readonly triples: number;
  /** Payloads that all seats send to others, without frame headers, all n seats live. */
  readonly bytes: number;
}

const opening: Round = { opened: 1, ands: 0, daBits: 0 };
export const gates = (ands: number): Round => ({ opened: 0, ands, daBits: 0 });

/** One product in F_p. */
export const productCost: Cost = { rounds: [{ opened: 2, ands: 0, daBits: 0 }], triples: 1 };

/** One choice between field elements with a bit that is in the field: a product; the bit comes by one daBit. */
export const fieldChoiceCost: Cost = { rounds: [toField(1), ...productCost.rounds], triples: 1 };

/** [d < 0] for −2^width ≤ d < 2^width. */
export function negativeCost({ n, T }: Committee, width: number): Cost {
  const places = width + 1;
  const sum = maskedSum(countSets(n, T), places, places);
  return { rounds: [...sum.rounds, ...carryOutRounds(sum.heights.slice(0, width))], triples: 0 };
}

/** [z ≡ 0 mod 2^width]. */
export function zeroCost({ n, T }: Committee, width: number): Cost {
  const sum = maskedSum(countSets(n, T), width, width);
  return { rounds: [...sum.rounds, ...allOfRounds(width)], triples: 0 };
}

/** z mod 2^width in F_p. */
export function reductionCost({ n, T }: Committee, width: number, signed = false): Cost {
  const K = countSets(n, T);
  const sum = maskedSum(K, width, width + carryBits(K));
  return { rounds: [...sum.rounds, ...carriesAboveRounds(sum.heights, signed ? width - 1 : width)], triples: 0 };
}

/** z mod 2^width as bits. */
export function bitsCost({ n, T }: Committee, width: number): Cost {
  const sum = maskedSum(countSets(n, T), width, width);
  return { rounds: [...sum.rounds, ...adderRounds(width)], triples: 0 };
}

/** A client's value as bits. */
export function inputBitsCost({ n, T }: Committee, width: number): Cost {
  const { rounds } = compressed(Array.from({ length: width }, () => countSets(n, T) + 1));
  return { rounds: [...rounds, ...adderRounds(width)], triples: 0 };
}

/** A client's value in F_p. */
export function inputFieldCost({ n, T }: Committee, width: number): Cost {
  const K = countSets(n, T);
  const { rounds, heights } = compressed(
    Array.from({ length: width + carryBits(K) }, (_, k) => (k < width ? K + 1 : 0)),
  );
  return { rounds: [...rounds, ...carriesAboveRounds(heights, width)], triples: 0 };
}

/** [x < y] of bits; the same for signed ones. */
export function lessCost(width: number): Cost {
  return { rounds: carryOutRounds(new Array<number>(width).fill(2)), triples: 0 };
}

/** [x = y] of bits. */
export function equalCost(width: number): Cost {
  return { rounds: allOfRounds(width), triples: 0 };
}

/** c ? x : y of bits. */
export function bitChoiceCost(width: number): Cost {
  return { rounds: [gates(width)], triples: 0 };
}

/** A batch of `count` of one kind. */
export function totalsOf({ n, T }: Committee, { rounds, triples }: Cost, count: number): Totals {
  const sum = (of: (round: Round) => number): number => rounds.reduce((total, round) => total + of(round), 0);
  return {
    rounds: rounds.length,
    ands: count * sum(({ ands }) => ands),
    daBits: count * sum(({ daBits }) => daBits),
    triples: count * triples,
    bytes: sum(
      ({ opened, ands, daBits }) => fieldBytes(n, T, count * opened) + bitBytes(n, T, count * (2 * ands + daBits)),
    ),
  };
}

/** Each seat sends its shares to T others and a hash to T more (openings.md). */
function fieldBytes(n: number, T: number, elements: number): number {
  return elements === 0 ? 0 : n * T * (16 * elements + 32);
}

/** For each T-set one holder sends the words to its T seats, the other live ones a hash each. */
function bitBytes(n: number, T: number, bits: number): number {
  if (bits === 0) return 0;
  const live = 2 ** n - 1;
  let hashes = 0;
  for (let seat = 0; seat < n; seat++) {
    const plan = piecePlan(seat, n, T, live);
    for (let other = 0; other < n; other++) if (witnessedSets(plan, other).length > 0) hashes++;
  }
  return countSets(n, T) * T * 4 * Math.ceil(bits / 32) + 32 * hashes;
}

export function toField(daBits: number): Round {
  return { opened: 0, ands: 0, daBits };
}

export function countSets(n: number, T: number): number {
  return thresholdSets(n, T).length;
}

export interface Summed {
  readonly rounds: readonly Round[];
  /** Bits in each column. */
  readonly heights: readonly number[];
}

/** c + Σ ¬r_A: the first level of full adders shares the round of the opening. */
function maskedSum(K: number, low: number, width: number): Summed {
  const first = level(Array.from({ length: width }, (_, k) => (k < low ? K : 0)));
  const rest = compressed(first.heights.map((height) => height + 1));
  return { rounds: [{ ...opening, ands: first.ands }, ...rest.rounds], heights: rest.heights };
}

export function compressed(heights: readonly number[]): Summed {
  const rounds: Round[] = [];
  let rest = heights;
  while (rest.some((height, k) => height > (k === rest.length - 1 ? 1 : 2))) {
    const next = level(rest);
    if (next.ands > 0) rounds.push(gates(next.ands));
    rest = next.heights;
  }
  return { rounds, heights: rest };
}

function level(heights: readonly number[]): { readonly ands: number; readonly heights: readonly number[] } {
  const last = heights.length - 1;
  const adders = heights.map((height, k) => (k === last ? 0 : Math.floor(height / 3)));
  return {
    ands: adders.reduce((sum, count) => sum + count, 0),
    heights: heights.map((height, k) => {
      const next = height - 2 * (adders[k] as number) + (adders[k - 1] ?? 0);
      return k === last ? Math.min(1, next) : next;
    }),
  };
}

interface Run {
  readonly carry: boolean;
  readonly passes: boolean;
}

function carryOutRounds(heights: readonly number[]): readonly Round[] {
  return carryOut(heights).rounds;
}

function carryOut(heights: readonly number[]): { readonly rounds: readonly Round[]; readonly carry: boolean } {
  if (heights.length === 0) return { rounds: [], carry: false };
  const alone = heights.length % 2;
  const two = (k: number): boolean => heights[k] === 2;
  let first = alone === 1 && two(0) ? 1 : 0;
  let second = 0;
  let runs: Run[] = alone === 1 ? [{ carry: two(0), passes: false }] : [];
  for (let k = alone; k < heights.length; k += 2) {
    const passes = k > 0;
    first += Number(two(k)) + Number(passes);
    const carry = two(k) || two(k + 1);
    second += Number(carry);
    runs.push({ carry, passes });
  }
  const rounds = [gates(first), gates(second)];
  while (runs.length > 1) {
    let ands = 0;
    const joined: Run[] = [];
    for (let k = 0; k + 1 < runs.length; k += 2) {
      const [low, high] = [runs[k] as Run, runs[k + 1] as Run];
      ands += Number(low.carry && high.passes) + Number(low.passes && high.passes);
      joined.push({ carry: high.carry || (low.carry && high.passes), passes: low.passes && high.passes });
    }
    rounds.push(gates(ands));
    runs = runs.length % 2 === 1 ? [...joined, runs.at(-1) as Run] : joined;
  }
  return { rounds: rounds.filter(({ ands }) => ands > 0), carry: (runs[0] as Run).carry };
}

/** Carry into `width`, then one full or half adder a place, then the daBits. */
function carriesAboveRounds(heights: readonly number[], width: number): readonly Round[] {
  const low = carryOut(heights.slice(0, width));
  const rounds = [...low.rounds];
  let carry = low.carry;
  for (let k = width; k < heights.length; k++) {
    const bits = (heights[k] as number) + Number(carry);
    carry = k + 1 < heights.length && bits > 1;
    if (carry) rounds.push(gates(1));
  }
  return [...rounds, toField(heights.length - width)];
}

function allOfRounds(width: number): readonly Round[] {
  const rounds: Round[] = [];
  for (let rest = width; rest > 1; rest = Math.ceil(rest / 2)) rounds.push(gates(Math.floor(rest / 2)));
  return rounds;
}

/** Sklansky's adder: w − 1 products, then prefixes. */
export function adderRounds(width: number): readonly Round[] {
  return [gates(width - 1), ...prefixRounds(width - 1)].filter(({ ands }) => ands > 0);
}

/** Carries of so many places. */
export function prefixRounds(places: number): readonly Round[] {
  const rounds: Round[] = [];
  for (let span = 1; span < places; span *= 2) {
    const upper = Array.from({ length: places }, (_, k) => k).filter((k) => (k & span) !== 0);
    rounds.push(gates(upper.length + upper.filter((k) => (k & ~(span - 1)) - 1 >= span).length));
  }
  return rounds;
}
