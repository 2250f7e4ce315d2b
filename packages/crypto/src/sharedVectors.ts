// Shamir over vectors: one vector of shares a seat, a kernel does the arithmetic. A seat that spoils many places costs one decoding
// and one more pass, not one decoding a place.
import type { FieldKernel } from './kernel.ts';
import { type Random } from './random.ts';
import { Refusal } from './refusal.ts';
import { type Seat, assertCommittee, correctable, decode, lagrangeAt, pointOf } from './shamir.ts';
import { type FieldVector, elementAt, fromUniform, lengthOf, newVector, setElement } from './vector.ts';

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
      coefficients.map((_, k) => pointOf(seat) ** BigInt(k)),
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
  const values = newVector(lengthOf(shares.get(seats[0] as Seat) as FieldVector));
  // Places not settled yet; undefined = all, so that the usual case never makes the list.
  let open: readonly number[] | undefined;
  for (;;) {
    const subset = open === undefined ? shares : restricted(shares, open);
    const round = settle(subset, seats, wrong, degree, radius, kernel);
    round.settled.forEach((settled, i) => {
      if (settled) setElement(values, open?.[i] ?? i, elementAt(round.values, i));
    });
    for (const seat of round.wrong) wrong.add(seat);
    const left = (open ?? round.settled.map((_, i) => i)).filter((_, i) => !round.settled[i]);
    const place = left[0];
    if (place === undefined) return { values, wrong: [...wrong].sort((a, b) => a - b) };
    // More disagreement with the base than the radius: a base seat is wrong here. Decode this place; the seats it names leave the base.
    const decoded = decode(
      new Map(seats.map((seat) => [seat, elementAt(shares.get(seat) as FieldVector, place)])),
      degree,
    );
    if (decoded instanceof Refusal) return new Refusal('UNDECODABLE', { shares: seats.length, degree, place });
    for (const seat of decoded.wrong) wrong.add(seat);
    setElement(values, place, decoded.value);
    open = left.slice(1);
  }
}

/** One pass: predicts every seat from degree + 1 base seats, preferring those not found wrong. A place with ≤ radius disagreements is
 * settled, because at most one polynomial agrees with all but ≤ radius of the shares. */
function settle(
  shares: SharedVectors,
  seats: readonly Seat[],
  wrong: ReadonlySet<Seat>,
  degree: number,
  radius: number,
  kernel: FieldKernel,
) {
  const base = [...seats.filter((seat) => !wrong.has(seat)), ...seats.filter((seat) => wrong.has(seat))].slice(
    0,
    degree + 1,
  );
  const values = predict(shares, base, 0n, kernel);
  const disagreements = new Uint8Array(lengthOf(values));
  const offPlaces = new Map<Seat, readonly number[]>();
  for (const seat of seats) {
    if (base.includes(seat)) continue;
    const places = differences(predict(shares, base, pointOf(seat), kernel), shares.get(seat) as FieldVector);
    for (const place of places) disagreements[place] = (disagreements[place] as number) + 1;
    offPlaces.set(seat, places);
  }
  const settled = Array.from(disagreements, (count) => count <= radius);
  const found = [...offPlaces].filter(([, places]) => places.some((place) => settled[place])).map(([seat]) => seat);
  return { values, settled, wrong: found };
}

function predict(shares: SharedVectors, base: readonly Seat[], x: bigint, kernel: FieldKernel): FieldVector {
  return kernel.combine(
    lagrangeAt(base.map(pointOf), x),
    base.map((seat) => shares.get(seat) as FieldVector),
  );
}

function differences(a: FieldVector, b: FieldVector): readonly number[] {
  const places: number[] = [];
  for (let i = 0; i < lengthOf(a); i++) if (a[2 * i] !== b[2 * i] || a[2 * i + 1] !== b[2 * i + 1]) places.push(i);
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
