// Who sends what when a value is opened, and the check of what came (docs/protocols/openings.md; MPC rule R1). Pure: the drivers move
// the messages and call these.
//
// Field: a receiver interpolates from T + 1 shares and demands that T others hold what follows from it, by their SHA-256. Those are
// 2T + 1 seats, of which T + 1 are honest, so a pass means the true value, before anything is computed with it.
// Bits: for each T-set that the receiver is in, the lowest live holder sends the words, every other live holder a hash.
import {
  type FieldKernel,
  type FieldVector,
  Refusal,
  type Seat,
  type SeatSet,
  concat,
  decodeVectors,
  equalBytes,
  hashOf,
  holdersOf,
  inSet,
  lagrangeOfSeats,
  newVector,
  pointOf,
  seatsIn,
  thresholdSets,
  vectorToBytes,
} from '@enigma/crypto';

/** fixed: the first T + 1 live seats send shares to all. ring: everybody to the T live seats before it, so all send alike. */
export type SharePattern = 'fixed' | 'ring';

/** The other seats whose shares, and whose hashes, one receiver waits for. */
export interface FieldPlan {
  readonly sharers: readonly Seat[];
  readonly hashers: readonly Seat[];
}

/** For one T-set that the receiver lacks. */
export interface PiecePlan {
  readonly set: SeatSet;
  readonly sender: Seat;
  readonly witnesses: readonly Seat[];
}

/** A failed check: the seats whose message disagrees with the others. It names nobody: the others may be the liars. */
export interface Mismatch {
  readonly code: 'MISMATCH';
  readonly seats: readonly Seat[];
}

export function isMismatch(value: object): value is Mismatch {
  return 'code' in value && value.code === 'MISMATCH';
}

export function fieldPlan(receiver: Seat, n: number, T: number, live: SeatSet, pattern: SharePattern): FieldPlan {
  const seats = seatsIn(live);
  if (pattern === 'ring') {
    const others = seats
      .filter((seat) => seat !== receiver)
      .sort((a, b) => distance(receiver, a, n) - distance(receiver, b, n));
    return { sharers: others.slice(0, T), hashers: others.slice(T, 2 * T) };
  }
  return {
    sharers: seats.slice(0, T + 1).filter((seat) => seat !== receiver),
    hashers: seats.slice(T + 1, 2 * T + 1).filter((seat) => seat !== receiver),
  };
}

function distance(from: Seat, to: Seat, n: number): number {
  return (to - from + n) % n;
}

export function piecePlan(receiver: Seat, n: number, T: number, live: SeatSet): readonly PiecePlan[] {
  return thresholdSets(n, T)
    .filter((set) => inSet(set, receiver))
    .map((set) => {
      const [sender, ...witnesses] = holdersOf(set, n).filter((seat) => inSet(live, seat));
      if (sender === undefined || witnesses.length < T) throw new RangeError('fewer than 2T + 1 live seats');
      return { set, sender, witnesses };
    });
}

/** The hash that stands for a share vector. */
export function hashOfShares(shares: FieldVector): Uint8Array {
  return hashOf('enigma.mpc.shares.v1', vectorToBytes(shares));
}

/** The hash that one witness sends one receiver: over all pieces it witnesses to it, in the order of the plan. */
export function hashOfPieces(pieces: readonly Uint8Array[]): Uint8Array {
  return hashOf('enigma.mpc.pieces.v1', pieces.length === 1 ? (pieces[0] as Uint8Array) : concat(...pieces));
}

/** The sets whose pieces `witness` hashes to `receiver`, in order. */
export function witnessedSets(plan: readonly PiecePlan[], witness: Seat): readonly SeatSet[] {
  return plan.filter((piece) => piece.witnesses.includes(witness)).map((piece) => piece.set);
}

export interface FieldOpening {
  readonly T: number;
  readonly kernel: FieldKernel;
  readonly seat: Seat;
  readonly own: FieldVector;
  /** Canonical vectors of the own length. */
  readonly shares: ReadonlyMap<Seat, FieldVector>;
  readonly hashes: ReadonlyMap<Seat, Uint8Array>;
}

/** The opened values, if all 2T + 1 (or more) seats that were heard hold points of one polynomial of degree T. */
export function checkFieldOpening(opening: FieldOpening): FieldVector | Mismatch {
  const { T, kernel, seat, own } = opening;
  const known = new Map<Seat, FieldVector>([[seat, own], ...opening.shares]);
  if (known.size <= T || known.size + opening.hashes.size < 2 * T + 1)
    throw new RangeError('an opening needs 2T + 1 seats');
  const base = [...known.keys()].slice(0, T + 1);
  const predict = predictor(kernel, base, known);
  const off: Seat[] = [];
  const scratch = newVector(own.length / 2);
  for (const [other, shares] of known) {
    if (!base.includes(other) && !equalBytes(vectorToBytes(predict(pointOf(other), scratch)), vectorToBytes(shares)))
      off.push(other);
  }
  for (const [other, hash] of opening.hashes) {
    if (!equalBytes(hashOfShares(predict(pointOf(other), scratch)), hash)) off.push(other);
  }
  return off.length === 0 ? predict(0n, scratch) : { code: 'MISMATCH', seats: off };
}

/** The values without any check: T + 1 shares define them. Only the tests that show why the check is there call this. */
export function interpolateUnchecked(opening: FieldOpening): FieldVector {
  const known = new Map<Seat, FieldVector>([[opening.seat, opening.own], ...opening.shares]);
  const base = [...known.keys()].sort((a, b) => a - b).slice(0, opening.T + 1);
  return predictor(opening.kernel, base, known)(0n, newVector(opening.own.length / 2));
}

function predictor(
  kernel: FieldKernel,
  base: readonly Seat[],
  known: ReadonlyMap<Seat, FieldVector>,
): (x: bigint, into: FieldVector) => FieldVector {
  const vectors = base.map((seat) => known.get(seat) as FieldVector);
  const [first, second] = vectors as [FieldVector, FieldVector];
  return (x, into) => {
    const weights = lagrangeOfSeats(base, x);
    // The weights add up to 1.
    return vectors.length === 2
      ? kernel.line(first, second, weights[1] as bigint, into)
      : kernel.combine(weights, vectors, into);
  };
}

export interface Corrected {
  readonly values: FieldVector;
  readonly wrong: readonly Seat[];
}

/** After a mismatch, from the full vectors of all n ≥ 3T + 1 seats: the values, and who lied. Refused where fewer answer. */
export function decodeFieldOpening(
  n: number,
  T: number,
  kernel: FieldKernel,
  vectors: ReadonlyMap<Seat, FieldVector>,
): Corrected | Mismatch {
  if (n < 3 * T + 1 || vectors.size !== n) return { code: 'MISMATCH', seats: [] };
  const decoded = decodeVectors(vectors, T, kernel);
  return decoded instanceof Refusal ? { code: 'MISMATCH', seats: [] } : decoded;
}

/** How many seats the full vectors of all n can name: more, and the polynomial that was met may be the liars' own. */
export function namedMax(n: number, T: number): number {
  return Math.min(Math.floor((n - T - 1) / 2), n - 2 * T - 1);
}

export interface PieceOpening {
  readonly plan: readonly PiecePlan[];
  /** By T-set: the bytes that the plan's sender sent. */
  readonly pieces: ReadonlyMap<SeatSet, Uint8Array>;
  /** By witness: `hashOfPieces` over its sets of the plan. */
  readonly hashes: ReadonlyMap<Seat, Uint8Array>;
}

/** Undefined if every witness agrees with what was sent. */
export function checkPieceOpening({ plan, pieces, hashes }: PieceOpening): Mismatch | undefined {
  // Witnesses of the same sets send the same hash.
  const expected = new Map<string, Uint8Array>();
  const off = [...hashes.keys()].filter((witness) => {
    const sets = witnessedSets(plan, witness);
    const key = sets.join();
    const hash = expected.get(key) ?? hashOfPieces(sets.map((set) => pieces.get(set) as Uint8Array));
    expected.set(key, hash);
    return !equalBytes(hash, hashes.get(witness) as Uint8Array);
  });
  return off.length === 0 ? undefined : { code: 'MISMATCH', seats: off };
}

/** After a mismatch, from the pieces of all live holders of one set: what more than T of them say, and who said otherwise. */
export function decodePiece(
  T: number,
  versions: ReadonlyMap<Seat, Uint8Array>,
): { piece: Uint8Array; wrong: readonly Seat[] } | Mismatch {
  if (versions.size < 2 * T + 1) return { code: 'MISMATCH', seats: [] };
  for (const piece of versions.values()) {
    const wrong = [...versions].filter(([, other]) => !equalBytes(piece, other)).map(([seat]) => seat);
    if (wrong.length <= T) return { piece, wrong };
  }
  return { code: 'MISMATCH', seats: [] };
}
