// Shamir's secret sharing over F_p (CACM 1979): seat i, counted from 0, holds f(i+1) of a polynomial with f(0) the secret.
// One value at a time; `sharedVectors.ts` does the same over vectors.
import { add, inv, mul, sub } from './field.ts';
import { memo } from './internal/memo.ts';
import { SEATS_MAX } from './limits.ts';
import {
  type Polynomial,
  degreeOf,
  divide,
  evaluate,
  interpolate,
  multiply,
  subtract,
  vanishing,
} from './polynomial.ts';
import { type Random, randomElement } from './random.ts';
import { Refusal } from './refusal.ts';

/** A place in a committee, 0 … n−1. */
export type Seat = number;

/** One share a seat. */
export type Shares = ReadonlyMap<Seat, bigint>;

export interface Decoded {
  /** f(0) */
  readonly value: bigint;
  /** f, at most degree + 1 coefficients, lowest first */
  readonly polynomial: Polynomial;
  /** The seats whose share does not lie on f, ascending. */
  readonly wrong: readonly Seat[];
}

/** The point at which a seat's share is taken; 0 is the secret's. */
export function pointOf(seat: Seat): bigint {
  if (!(Number.isInteger(seat) && seat >= 0 && seat < SEATS_MAX)) throw new RangeError(`seats are 0..${SEATS_MAX - 1}`);
  return BigInt(seat + 1);
}

/** n shares of degree T, index = seat. Any T of them say nothing of the secret. */
export function share(secret: bigint, n: number, T: number, random: Random): bigint[] {
  assertCommittee(n, T);
  const polynomial = [secret, ...Array.from({ length: T }, () => randomElement(random))];
  return Array.from({ length: n }, (_, seat) => evaluate(polynomial, pointOf(seat)));
}

/** λ with f(x) = Σ λ_k·f(points_k) for every f of degree < points.length; points are distinct. */
export function lagrangeAt(points: readonly bigint[], x: bigint): bigint[] {
  return points.map((own) => {
    let numerator = 1n;
    let denominator = 1n;
    for (const other of points) {
      if (other === own) continue;
      numerator = mul(numerator, sub(x, other));
      denominator = mul(denominator, sub(own, other));
    }
    return mul(numerator, inv(denominator));
  });
}

/** `lagrangeAt` of the seats' points, remembered. */
export function lagrangeOfSeats(seats: readonly Seat[], x: bigint): readonly bigint[] {
  return remembered(`${seats.join()} ${x}`, () => lagrangeAt(seats.map(pointOf), x));
}

const remembered = memo<readonly bigint[]>();

export function lagrangeAtZero(points: readonly bigint[]): bigint[] {
  return lagrangeAt(points, 0n);
}

/** f(0) from the shares of the lowest degree + 1 seats; the others are not looked at (`isConsistent`, `decode` do). */
export function reconstruct(shares: Shares, degree: number): bigint | Refusal<'TOO_FEW_SHARES'> {
  const seats = seatsOf(shares);
  if (seats.length <= degree) return new Refusal('TOO_FEW_SHARES', { shares: seats.length, degree });
  return valueAt(shares, seats.slice(0, degree + 1), 0n);
}

/** Whether all shares lie on one polynomial of the degree. With ≤ degree + 1 shares that is always so, and says nothing. */
export function isConsistent(shares: Shares, degree: number): boolean {
  const seats = seatsOf(shares);
  const base = seats.slice(0, degree + 1);
  return seats.slice(degree + 1).every((seat) => valueAt(shares, base, pointOf(seat)) === shares.get(seat));
}

/** Wrong shares that `decode` is sure to correct among m: ⌊(m − degree − 1)/2⌋. */
export function correctable(m: number, degree: number): number {
  return Math.max(0, Math.floor((m - degree - 1) / 2));
}

/** The one polynomial of the degree that all but ≤ ⌊(m − degree − 1)/2⌋ shares lie on (Gao 2003: "A new algorithm for decoding
 * Reed–Solomon codes"). With more wrong shares it refuses, or, as any decoder must, may meet a polynomial that nobody shared. */
export function decode(shares: Shares, degree: number): Decoded | Refusal<'TOO_FEW_SHARES' | 'UNDECODABLE'> {
  const seats = seatsOf(shares);
  if (seats.length <= degree) return new Refusal('TOO_FEW_SHARES', { shares: seats.length, degree });
  const xs = seats.map(pointOf);
  const ys = seats.map((seat) => shares.get(seat) as bigint);
  const polynomial = gao(xs, ys, degree);
  const undecodable = new Refusal('UNDECODABLE', { shares: seats.length, degree });
  if (polynomial === undefined || degreeOf(polynomial) > degree) return undecodable;
  const wrong = seats.filter((_, i) => evaluate(polynomial, xs[i] as bigint) !== ys[i]);
  if (wrong.length > correctable(seats.length, degree)) return undecodable;
  return { value: polynomial[0] ?? 0n, polynomial, wrong };
}

/** Extended Euclid on (Π(x − x_i), interpolation), stopped below degree (m + k)/2: the quotient of the last two is f, if they divide. */
function gao(xs: readonly bigint[], ys: readonly bigint[], degree: number): Polynomial | undefined {
  let [r0, r1]: [Polynomial, Polynomial] = [vanishing(xs), interpolate(xs, ys)];
  let [v0, v1]: [Polynomial, Polynomial] = [[], [1n]];
  while (2 * degreeOf(r1) >= xs.length + degree + 1) {
    const { quotient, remainder } = divide(r0, r1);
    [r0, r1] = [r1, remainder];
    [v0, v1] = [v1, subtract(v0, multiply(quotient, v1))];
  }
  const { quotient, remainder } = divide(r1, v1);
  return remainder.length === 0 ? quotient : undefined;
}

function valueAt(shares: Shares, seats: readonly Seat[], x: bigint): bigint {
  return lagrangeOfSeats(seats, x).reduce(
    (sum, weight, k) => add(sum, mul(weight, shares.get(seats[k] as Seat) as bigint)),
    0n,
  );
}

function seatsOf(shares: Shares): Seat[] {
  return [...shares.keys()].sort((a, b) => a - b);
}

export function assertCommittee(n: number, T: number): void {
  if (!(Number.isInteger(n) && Number.isInteger(T) && T >= 0 && T < n && n <= SEATS_MAX)) {
    throw new RangeError(`a committee has 0 ≤ T < n ≤ ${SEATS_MAX}`);
  }
}
