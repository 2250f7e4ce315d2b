// What products of fixed-point numbers take, as numbers: the twin of executor/fixed.ts that runs nothing. Quotients by a secret are `scaledDivisionCost`.
import { quotientCost } from './divisionCosts.ts';
import { runs } from './executor/dot.ts';
import { factorsOf, hasRoom, isPower, totalOf } from './executor/fixed.ts';
import { productBounds } from './executor/integers.ts';
import { HALF, type Interval, bitLength, boundsOf } from './executor/secrets.ts';
import { type Committee, type Cost, type Round, reductionCost } from './integerCosts.ts';
import { type Timeline, costOf, timeline } from './timeline.ts';

/** ⌊Σ xy/scale⌋ of as many pairs of 64-bit secrets in F_p, each within its type and used once; not reduced. */
export function fixedDotCost(of: Committee, signed: boolean, scale: bigint, pairs: number): Cost {
  const line = timeline();
  const cut = reductionCost(of, HALF).rounds;
  const products = line.add(line.add(0, cut, 2 * pairs), [{ opened: 6, ands: 0, daBits: 0 }], pairs);
  const places = bitLength(scale) - 1;
  // Weights that the lowest 64 bits of the outcome hang on.
  const weights = isPower(scale) ? Math.floor(places / HALF) + (places % HALF === 0 ? 2 : 3) : Infinity;
  const at: number[] = [];
  let above = 0;
  for (const { sums, isCut } of settledWeights(signed, pairs).slice(0, weights)) {
    const end = isCut ? line.add(products, cut, sums) : products;
    at.push(Math.max(end, above));
    above = isCut ? end : 0;
  }
  if (isPower(scale)) {
    const whole = Math.floor(places / HALF);
    for (let weight = 0; weight < whole; weight++)
      at[weight + 1] = Math.max(at[weight + 1] ?? 0, line.add(at[weight] as number, cut));
    if (places % HALF > 0)
      for (const start of at.slice(whole)) line.add(start, reductionCost(of, places % HALF).rounds);
  } else for (const factor of factorsOf(scale)) divide(line, quotientCost(of, bitLength(factor)).rounds, at);
  return costOf(line, 3 * pairs);
}

/** By one factor, from the top: when each weight is there, before and after. */
function divide(line: Timeline, steps: readonly Round[], at: number[]): void {
  const own = at.map((start) => line.add(start, steps));
  let rest = 0;
  for (let weight = at.length - 1; weight >= 0; weight--) {
    const alone = own[weight] as number;
    rest = weight === at.length - 1 ? alone : line.add(Math.max(rest, alone), steps);
    at[weight] = rest;
  }
}

/** Of each weight how many sums its products make, and whether these are cut. */
function settledWeights(signed: boolean, pairs: number): readonly { readonly sums: number; readonly isCut: boolean }[] {
  const [low, high] = [boundsOf({ bits: HALF, signed: false }), boundsOf({ bits: HALF, signed })];
  const cross = productBounds(low, high);
  const lists = [
    productBounds(low, low),
    { low: 2n * cross.low, high: 2n * cross.high },
    productBounds(high, high),
  ].map((one): readonly Interval[] => new Array<Interval>(pairs).fill(one));
  const out: { readonly sums: number; readonly isCut: boolean }[] = [];
  let above: Interval[] = [];
  for (let weight = 0; weight < lists.length || above.length > 0; weight++) {
    const own = runs(HALF, lists[weight] ?? []).map(totalOf);
    const isCut = own.length > 1 || !hasRoom(totalOf([...own, ...above]));
    above = isCut ? own.map((one) => ({ low: one.low >> BigInt(HALF), high: one.high >> BigInt(HALF) })) : [];
    out.push({ sums: own.length, isCut });
  }
  return out;
}
