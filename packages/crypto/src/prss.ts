// Pseudo-random secret sharing (Cramer, Damgård, Ishai, TCC 2005): a key k_A for each set A of T seats, held by the n − T others. With
// r_A = F(k_A, label), the shares Σ_{A∌i} r_A·f_A(i) lie on a polynomial of degree T with value Σ_A r_A at 0, and no message is sent.
import { inv, mul, sub } from './field.ts';
import { memo } from './internal/memo.ts';
import type { FieldKernel } from './kernel.ts';
import { THRESHOLD_SETS_MAX } from './limits.ts';
import { prfField } from './prf.ts';
import { type Seat, assertCommittee, pointOf } from './shamir.ts';
import { type FieldVector, newVector } from './vector.ts';

/** A set of seats as a bitmask: bit i = seat i is in A and so does not know k_A. */
export type SeatSet = number;

/** All T-sets of n seats, in lexicographic order of their ascending seat lists: {0,1}, {0,2}, …, {1,2}, … */
export function thresholdSets(n: number, T: number): readonly SeatSet[] {
  assertCommittee(n, T);
  const sets: SeatSet[] = [];
  const extend = (set: SeatSet, next: Seat, missing: number): void => {
    if (missing === 0) {
      if (sets.length === THRESHOLD_SETS_MAX)
        throw new RangeError(`more than ${THRESHOLD_SETS_MAX} sets: PRSS is the wrong tool`);
      sets.push(set);
      return;
    }
    for (let seat = next; seat <= n - missing; seat++) extend(set | (1 << seat), seat + 1, missing - 1);
  };
  extend(0, 0, T);
  return sets;
}

export function inSet(set: SeatSet, seat: Seat): boolean {
  return ((set >>> seat) & 1) === 1;
}

/** The seats of a set, ascending. */
export function seatsIn(set: SeatSet): readonly Seat[] {
  return Array.from({ length: 32 }, (_, seat) => seat).filter((seat) => inSet(set, seat));
}

export function seatSetOf(seats: readonly Seat[]): SeatSet {
  return seats.reduce((set, seat) => set | (1 << seat), 0);
}

/** The sets whose key the seat holds, in the order of `thresholdSets`. */
export function setsHeldBy(n: number, T: number, seat: Seat): readonly SeatSet[] {
  return thresholdSets(n, T).filter((set) => !inSet(set, seat));
}

/** The seats that hold the set's key, ascending. */
export function holdersOf(set: SeatSet, n: number): readonly Seat[] {
  return Array.from({ length: n }, (_, seat) => seat).filter((seat) => !inSet(set, seat));
}

/** f_A at the seat's point: degree |A|, f_A(0) = 1, zero at the seats of A. */
export function shareCoefficient(set: SeatSet, seat: Seat): bigint {
  return remembered(`${set} ${seat}`, () => coefficientOf(set, seat));
}

const remembered = memo<bigint>();

function coefficientOf(set: SeatSet, seat: Seat): bigint {
  const x = pointOf(seat);
  let numerator = 1n;
  let denominator = 1n;
  for (const member of seatsIn(set)) {
    numerator = mul(numerator, sub(pointOf(member), x));
    denominator = mul(denominator, pointOf(member));
  }
  return mul(numerator, inv(denominator));
}

/** The seat's shares of Σ_A pieces_A, where `pieces` holds the vectors of exactly the sets it is outside of. */
export function shareOfPieces(pieces: ReadonlyMap<SeatSet, FieldVector>, seat: Seat, kernel: FieldKernel): FieldVector {
  const sets = [...pieces.keys()];
  return kernel.combine(
    sets.map((set) => shareCoefficient(set, seat)),
    sets.map((set) => pieces.get(set) as FieldVector),
  );
}

/** The seat's shares of `count` pseudo-random elements from the keys it holds. */
export function prssShares(
  keys: ReadonlyMap<SeatSet, Uint8Array>,
  seat: Seat,
  label: Uint8Array,
  count: number,
  kernel: FieldKernel,
): FieldVector {
  if (count === 0) return newVector(0);
  const pieces = [...keys.values()].map((key) => prfField(key, label, count));
  // Into the first piece, which nobody else has seen: a new vector costs more than the sum.
  return kernel.combine(
    [...keys.keys()].map((set) => shareCoefficient(set, seat)),
    pieces,
    pieces[0],
  );
}
