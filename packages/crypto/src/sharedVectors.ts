// Shamir over vectors: one vector of shares a seat, a kernel does the arithmetic. A seat that spoils many places costs one decoding
// and one more pass, not one decoding a place.
import { pow } from './field.ts';
import type { FieldKernel } from './kernel.ts';
import { type Random } from './random.ts';
import { Refusal } from './refusal.ts';
import { type Seat, type Shares, assertCommittee, correctable, decode, lagrangeOfSeats, pointOf } from './shamir.ts';
import {
  type FieldVector,
  elementAt,
  fromUniform,
  halfWords,
  lengthOf,
  newVector,
  setElement,
  sliceOf,
} from './vector.ts';

/** One vector a seat, all of one length. */
export type SharedVectors = ReadonlyMap<Seat, FieldVector>;

export interface DecodedVectors {
  /** f(0) in every place */
  readonly values: FieldVector;
  /** The seats that are off the polynomial somewhere, ascending. */
  readonly wrong: readonly Seat[];
}

/** n share vectors of degree T, index = seat. */
export function shareVectors(
  secrets: FieldVector,
  n: number,
  T: number,
  random: Random,
  kernel: FieldKernel,
): FieldVector[] {
  assertCommittee(n, T);
  const coefficients = [secrets, ...Array.from({ length: T }, () => fromUniform(random(8 * secrets.length)))];
  return Array.from({ length: n }, (_, seat) =>
    kernel.combine(
      coefficients.map((_, k) => pow(pointOf(seat), BigInt(k))),
      coefficients,
    ),
  );
}

/** f(x), by default f(0), in every place, from the lowest degree + 1 seats; the others are not looked at. */
export function reconstructVectors(
  shares: SharedVectors,
  degree: number,
  kernel: FieldKernel,
  x = 0n,
): FieldVector | Refusal<'TOO_FEW_SHARES' | 'BAD_LENGTH'> {
  const refused = shapeOf(shares, degree);
  return refused ?? predict(shares, seatsOf(shares).slice(0, degree + 1), x, kernel);
}

/** The first place where the shares lie on no polynomial of the degree, or undefined where all do. */
export function inconsistentPlace(shares: SharedVectors, degree: number, kernel: FieldKernel): number | undefined {
  const seats = seatsOf(shares);
  const base = seats.slice(0, degree + 1);
  let first: number | undefined;
  for (const seat of seats.slice(degree + 1)) {
    const places = differences(predict(shares, base, pointOf(seat), kernel), shares.get(seat) as FieldVector);
    if (places[0] !== undefined) first = Math.min(first ?? places[0], places[0]);
  }
  return first;
}

/** f(0) in every place after all shares were found on polynomials of the degree; refused otherwise. Detects, corrects nothing. */
export function checkVectors(
  shares: SharedVectors,
  degree: number,
  kernel: FieldKernel,
): FieldVector | Refusal<'TOO_FEW_SHARES' | 'BAD_LENGTH' | 'INCONSISTENT'> {
  const refused = shapeOf(shares, degree);
  if (refused) return refused;
  const place = inconsistentPlace(shares, degree, kernel);
  return place === undefined
    ? predict(shares, seatsOf(shares).slice(0, degree + 1), 0n, kernel)
    : new Refusal('INCONSISTENT', { place });
}

/** Corrects up to ⌊(m − degree − 1)/2⌋ wrong shares in every place, and names the seats that sent them. */
export function decodeVectors(
  shares: SharedVectors,
  degree: number,
  kernel: FieldKernel,
): DecodedVectors | Refusal<'TOO_FEW_SHARES' | 'BAD_LENGTH' | 'UNDECODABLE'> {
  const refused = shapeOf(shares, degree);
  if (refused) return refused;
  const seats = seatsOf(shares);
  const radius = correctable(seats.length, degree);
  const wrong = new Set<Seat>();
  const first = settle(shares, seats, wrong, degree, radius, kernel);
  const values = first.values;
  let open: readonly number[] = first.unsettled;
  for (let next = 0; ;) {
    const place = open[next++];
    if (place === undefined) return { values, wrong: [...wrong].sort((a, b) => a - b) };
    // More disagreement with the base than the radius: a base seat is wrong here. Decode this place; the seats it names leave the base.
    const decoded = decode(sharesAt(shares, seats, place), degree);
    if (decoded instanceof Refusal) return new Refusal('UNDECODABLE', { shares: seats.length, degree, place });
    for (const seat of decoded.wrong) wrong.add(seat);
    setElement(values, place, decoded.value);
    // With more liars than any place may have there may be no honest base left; then each place is decoded by itself, in linear time.
    if (wrong.size > radius) continue;
    const places = open.slice(next);
    const round = settle(restricted(shares, places), seats, wrong, degree, radius, kernel);
    places.forEach((at, i) => values.set(sliceOf(round.values, i, i + 1), 2 * at));
    open = round.unsettled.map((i) => places[i] as number);
    next = 0;
  }
}

interface Round {
  /** f(0) in every place, right where the place is settled */
  readonly values: FieldVector;
  /** places with more disagreement than the radius */
  readonly unsettled: readonly number[];
}

/** One pass: predicts every seat from degree + 1 base seats, preferring those not found wrong, and adds to `wrong`. A place with ≤ radius
 * disagreements is settled, because at most one polynomial agrees with all but ≤ radius of the shares. */
function settle(
  shares: SharedVectors,
  seats: readonly Seat[],
  wrong: Set<Seat>,
  degree: number,
  radius: number,
  kernel: FieldKernel,
): Round {
  const preferred = [...seats.filter((seat) => !wrong.has(seat)), ...seats.filter((seat) => wrong.has(seat))];
  const [base, others] = [preferred.slice(0, degree + 1), preferred.slice(degree + 1)];
  const values = predict(shares, base, 0n, kernel);
  const offPlaces = others.map((seat) =>
    differences(predict(shares, base, pointOf(seat), kernel), shares.get(seat) as FieldVector),
  );
  const disagreements = new Uint8Array(lengthOf(values));
  for (const place of offPlaces.flat()) disagreements[place] = (disagreements[place] as number) + 1;
  others.forEach((seat, k) => {
    if (offPlaces[k]?.some((place) => (disagreements[place] as number) <= radius)) wrong.add(seat);
  });
  const unsettled = [...new Set(offPlaces.flat())].filter((place) => (disagreements[place] as number) > radius);
  return { values, unsettled: unsettled.sort((a, b) => a - b) };
}

function sharesAt(shares: SharedVectors, seats: readonly Seat[], place: number): Shares {
  return new Map(seats.map((seat) => [seat, elementAt(shares.get(seat) as FieldVector, place)]));
}

function predict(shares: SharedVectors, base: readonly Seat[], x: bigint, kernel: FieldKernel): FieldVector {
  return kernel.combine(
    lagrangeOfSeats(base, x),
    base.map((seat) => shares.get(seat) as FieldVector),
  );
}

/** The places where two vectors differ, ascending. */
function differences(a: FieldVector, b: FieldVector): readonly number[] {
  const [x, y] = [halfWords(a), halfWords(b)];
  const places: number[] = [];
  for (let i = 0; i < x.length; i += 4) {
    if (x[i] !== y[i] || x[i + 1] !== y[i + 1] || x[i + 2] !== y[i + 2] || x[i + 3] !== y[i + 3]) places.push(i / 4);
  }
  return places;
}

function restricted(shares: SharedVectors, places: readonly number[]): SharedVectors {
  return new Map(
    [...shares].map(([seat, vector]) => {
      const part = newVector(places.length);
      places.forEach((place, i) => part.set(vector.subarray(2 * place, 2 * place + 2), 2 * i));
      return [seat, part];
    }),
  );
}

function shapeOf(shares: SharedVectors, degree: number): Refusal<'TOO_FEW_SHARES' | 'BAD_LENGTH'> | undefined {
  if (shares.size <= degree) return new Refusal('TOO_FEW_SHARES', { shares: shares.size, degree });
  const lengths = new Set([...shares.values()].map((vector) => vector.length));
  return lengths.size === 1 ? undefined : new Refusal('BAD_LENGTH', { lengths: lengths.size });
}

function seatsOf(shares: SharedVectors): Seat[] {
  return [...shares.keys()].sort((a, b) => a - b);
}
