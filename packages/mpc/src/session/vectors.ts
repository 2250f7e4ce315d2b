// The full vectors that all seats show of one round of openings, and what follows from them: the values, who showed something else, and the one
// place that a stranger is shown of it (evidence.ts).
import {
  type FieldKernel,
  type FieldVector,
  Refusal,
  type SeatSet,
  checkVectors,
  equalBytes,
  inSet,
  inconsistentPlace,
  newVector,
  thresholdSets,
  vectorFromBytes,
} from '@enigma/crypto';
import { CHUNK_BYTES, type RoundSizes, SHARES } from './vectorTree.ts';
import { decodeFieldOpening, decodePiece, isMismatch, namedMax } from '../openings.ts';

export interface VectorFacts extends RoundSizes {
  readonly n: number;
  readonly T: number;
  readonly kernel: FieldKernel;
  /** Whether seats may be named: n ≥ 3T + 1 and all n have shown. With fewer a difference only ends the attempt. */
  readonly corrects: boolean;
}

export type Judged =
  | {
      readonly kind: 'values';
      readonly field: FieldVector;
      readonly pieces: ReadonlyMap<SeatSet, Uint8Array>;
      /** Seats whose vector is off; at most as many as can be told from framed ones. */
      readonly wrong: ReadonlySet<number>;
    }
  | { readonly kind: 'malformed' }
  /** They differ, and nobody can be named for it. */
  | { readonly kind: 'mismatch' };

/** `bodies`: what each seat that answered has shown. */
export function judgeVectors(facts: VectorFacts, bodies: ReadonlyMap<number, Uint8Array>): Judged {
  const { n, T, kernel, corrects } = facts;
  const fields = new Map<number, FieldVector>();
  const versions = new Map<SeatSet, Map<number, Uint8Array>>(thresholdSets(n, T).map((set) => [set, new Map()]));
  for (const [by, body] of [...bodies].sort(([a], [b]) => a - b)) {
    const cut = cutVector(facts, by, body);
    if (!cut) return { kind: 'malformed' };
    fields.set(by, cut.field);
    for (const [set, bytes] of cut.pieces) versions.get(set)?.set(by, bytes);
  }
  const wrong = new Set<number>();
  let field: FieldVector = newVector(0);
  if (facts.fieldLength > 0) {
    const decoded = corrects ? decodeFieldOpening(n, T, kernel, fields) : checkVectors(fields, T, kernel);
    if ('code' in decoded) return { kind: 'mismatch' };
    if ('wrong' in decoded) {
      field = decoded.values;
      for (const by of decoded.wrong) wrong.add(by);
    } else field = decoded;
  }
  const pieces = new Map<SeatSet, Uint8Array>();
  if (facts.pieceBytes > 0) {
    for (const [set, byHolder] of versions) {
      const decoded = decodePiece(T, byHolder);
      const agree = isMismatch(decoded) ? allEqual([...byHolder.values()]) : decoded.wrong.length === 0;
      if (!agree && (!corrects || isMismatch(decoded))) return { kind: 'mismatch' };
      pieces.set(set, isMismatch(decoded) ? ([...byHolder.values()][0] as Uint8Array) : decoded.piece);
      if (!isMismatch(decoded)) for (const by of decoded.wrong) wrong.add(by);
    }
  }
  if (wrong.size > namedMax(n, T)) return { kind: 'mismatch' };
  return { kind: 'values', field, pieces, wrong };
}

/** What shows that one seat is off to somebody who sees no more than this. */
export interface Contradiction {
  /** The T-set whose piece is off, or SHARES. */
  readonly set: SeatSet;
  /** The element, or the chunk of the piece. */
  readonly index: number;
  /** Seats that agree with each other and not with it: 2T + 1 on one polynomial, or T + 1 with one piece. */
  readonly others: readonly number[];
}

/** Of a seat among the wrong ones of `judgeVectors`. */
export function contradictionOf(
  facts: VectorFacts,
  bodies: ReadonlyMap<number, Uint8Array>,
  judged: Extract<Judged, { kind: 'values' }>,
  seat: number,
): Contradiction | undefined {
  const { n, T, kernel } = facts;
  const cutOf = (by: number): Cut => cutVector(facts, by, bodies.get(by) as Uint8Array) as Cut;
  const own = cutOf(seat);
  const right = [...bodies.keys()].filter((by) => !judged.wrong.has(by)).sort((a, b) => a - b);
  if (facts.fieldLength > 0) {
    const others = right.slice(0, 2 * T + 1);
    const shares = new Map([...others, seat].map((by) => [by, by === seat ? own.field : cutOf(by).field]));
    const index = inconsistentPlace(shares, T, kernel);
    if (index !== undefined) return { set: SHARES, index, others };
  }
  for (const set of thresholdSets(n, T)) {
    const piece = judged.pieces.get(set);
    const mine = own.pieces.get(set);
    if (piece === undefined || mine === undefined || equalBytes(piece, mine)) continue;
    const others = right.filter((by) => !inSet(set, by)).slice(0, T + 1);
    return { set, index: Math.floor(piece.findIndex((byte, k) => byte !== mine[k]) / CHUNK_BYTES), others };
  }
  return undefined;
}

function allEqual(versions: readonly Uint8Array[]): boolean {
  return versions.every((one) => equalBytes(one, versions[0] as Uint8Array));
}

interface Cut {
  readonly field: FieldVector;
  readonly pieces: ReadonlyMap<SeatSet, Uint8Array>;
}

/** A body is the seat's shares, then its piece of each T-set without it, in order. */
function cutVector({ n, T, fieldLength, pieceBytes }: VectorFacts, by: number, body: Uint8Array): Cut | undefined {
  const held = thresholdSets(n, T).filter((set) => !inSet(set, by));
  const fieldBytes = 16 * fieldLength;
  if (body.length !== fieldBytes + held.length * pieceBytes) return undefined;
  const field = vectorFromBytes(body.subarray(0, fieldBytes), fieldLength);
  if (field instanceof Refusal) return undefined;
  const pieces = new Map(
    held.map((set, k) => [set, body.slice(fieldBytes + k * pieceBytes, fieldBytes + (k + 1) * pieceBytes)]),
  );
  return { field, pieces };
}
