// What shows anybody that a seat lied, without having been there (docs/protocols/evidence.md): two records of one seat that claim one slot, or the
// signed vectors of all seats of a round, of which the seat's is off the polynomial that all others lie on.
import { THRESHOLD_SETS_MAX, type FieldKernel, type Hex, hashOf, toHex, u32le } from '@enigma/crypto';
import {
  type AnyStruct,
  CHECKPOINT,
  type Checkpoint,
  type Domain,
  KEY_CHECK,
  KEY_CONTRIBUTION,
  type KeyCheck,
  type KeyContribution,
  SIGNED_VECTOR,
  type SignedVector,
  type Struct,
  digest,
  signerOf,
} from '@enigma/protocol';
import { BLAME_REASON, type BlameReason, type SlotFacts } from './work.ts';
import { type RoundSizes, judgeVectors } from './vectors.ts';

/** Records of which a seat signs one a slot. */
export type TwiceSigned = 'Checkpoint' | 'SignedVector' | 'KeyContribution' | 'KeyCheck';

/** Their members that make the slot: two of one kind that agree in these and differ in others are a lie. */
export const SLOTS: Readonly<Record<TwiceSigned, { readonly struct: AnyStruct; readonly slot: readonly string[] }>> = {
  Checkpoint: { struct: CHECKPOINT, slot: ['sessionId', 'attempt', 'index'] },
  SignedVector: { struct: SIGNED_VECTOR, slot: ['slot'] },
  KeyContribution: { struct: KEY_CONTRIBUTION, slot: ['committeeId', 'attempt', 'set', 'seat'] },
  KeyCheck: { struct: KEY_CHECK, slot: ['committeeId', 'attempt', 'set'] },
};

export interface SignedOnce<R> {
  readonly record: R;
  readonly signature: Hex;
}

type Twice<N extends TwiceSigned, R> = {
  readonly kind: 'equivocation';
  readonly name: N;
  readonly records: readonly [SignedOnce<R>, SignedOnce<R>];
};

export type Equivocation =
  | Twice<'Checkpoint', Checkpoint>
  | Twice<'SignedVector', SignedVector>
  | Twice<'KeyContribution', KeyContribution>
  | Twice<'KeyCheck', KeyCheck>;

/** All n vectors of a round of openings under one view. */
export interface WrongOpening extends RoundSizes {
  readonly kind: 'wrongOpening';
  readonly slot: SlotFacts;
  readonly viewHash: Hex;
  /** By seat. */
  readonly vectors: readonly { readonly body: Uint8Array; readonly signature: Hex }[];
}

export type Evidence = Equivocation | WrongOpening;

/** Whom evidence is about: the committee as the chain drew it. */
export interface Accused {
  readonly domain: Domain;
  readonly n: number;
  readonly T: number;
  /** Signer of each seat. */
  readonly signers: readonly Hex[];
  readonly seat: number;
}

export type EvidenceFault =
  /** No such seat, or a committee that no chain draws. */
  | 'COMMITTEE'
  /** A record that its struct does not take. */
  | 'MALFORMED'
  | 'BAD_SIGNATURE'
  /** Two records of different slots: both may be honest. */
  | 'OTHER_SLOT'
  | 'SAME_RECORD'
  /** Naming needs n ≥ 3T + 1 and the vectors of all n. */
  | 'TOO_FEW'
  /** The vectors do not lie so that somebody can be named. */
  | 'MISMATCH'
  /** The seat's vector is where it should be. */
  | 'NOT_WRONG';

export type EvidenceVerdict =
  | { readonly ok: true; readonly reason: BlameReason }
  | { readonly ok: false; readonly code: EvidenceFault };

/** Whose full vector it is, of which committee's sharing, and how it is cut. */
export interface VectorPlace extends RoundSizes {
  readonly n: number;
  readonly T: number;
  readonly seat: number;
}

/** What a seat signs of its full vector. With its place: read as another seat's, under another threshold or cut elsewhere, the same bytes are other shares and pieces, and an honest seat could seem to be off. */
export function hashOfVector({ n, T, seat, fieldLength, pieceBytes }: VectorPlace, body: Uint8Array): Uint8Array {
  const place = [n, T, seat, fieldLength, pieceBytes].map(u32le);
  return hashOf('enigma.session.vector.v3', ...place, body);
}

/** Whether the evidence shows that the seat lied. Takes anybody's bytes: no byte of them throws. */
export function verifyEvidence(accused: Accused, evidence: Evidence, kernel: FieldKernel): EvidenceVerdict {
  const { n, T, signers, seat } = accused;
  if (signers.length !== n || seat >= n || T < 1 || n < 2 * T + 1 || new Set(signers).size !== n)
    return no('COMMITTEE');
  if (setsOf(n, T) > THRESHOLD_SETS_MAX) return no('COMMITTEE');
  return evidence.kind === 'equivocation'
    ? verifyEquivocation(accused, evidence)
    : verifyWrongOpening(accused, evidence, kernel);
}

/** T-sets of a committee. */
function setsOf(n: number, T: number): number {
  let sets = 1;
  for (let k = 1; k <= T; k++) sets = (sets * (n - T + k)) / k;
  return sets;
}

function verifyEquivocation({ domain, signers, seat }: Accused, { name, records }: Equivocation): EvidenceVerdict {
  const { struct, slot } = SLOTS[name];
  const digests: Hex[] = [];
  for (const { record, signature } of records) {
    const signed = digestOfRecord(domain, struct, record);
    if (signed === undefined) return no('MALFORMED');
    if (signerOf(signed, signature) !== signers[seat]) return no('BAD_SIGNATURE');
    digests.push(signed);
  }
  // Both were encoded above, so their members are numbers, texts and records of these.
  const place = (record: object): string =>
    JSON.stringify(slot.map((member) => ordered((record as Record<string, unknown>)[member])));
  const [first, second] = records;
  if (place(first.record) !== place(second.record)) return no('OTHER_SLOT');
  return digests[0] === digests[1] ? no('SAME_RECORD') : { ok: true, reason: BLAME_REASON.equivocation };
}

/** Members in one order, whoever wrote them down. */
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

function digestOfRecord(domain: Domain, struct: AnyStruct, record: unknown): Hex | undefined {
  try {
    return digest(domain, struct as unknown as Struct<unknown>, record);
  } catch {
    return undefined;
  }
}

function verifyWrongOpening(accused: Accused, shown: WrongOpening, kernel: FieldKernel): EvidenceVerdict {
  const { domain, n, T, signers, seat } = accused;
  const { fieldLength, pieceBytes } = shown;
  if (n < 3 * T + 1 || shown.vectors.length !== n) return no('TOO_FEW');
  const bodies = new Map<number, Uint8Array>();
  for (const [by, { body, signature }] of shown.vectors.entries()) {
    // Under one view: else an honest seat, which another had shown another value, could be framed.
    const vectorHash = toHex(hashOfVector({ n, T, seat: by, fieldLength, pieceBytes }, body));
    const record = { slot: shown.slot, viewHash: shown.viewHash, vectorHash };
    const signed = digestOfRecord(domain, SIGNED_VECTOR, record);
    if (signed === undefined) return no('MALFORMED');
    if (signerOf(signed, signature) !== signers[by]) return no('BAD_SIGNATURE');
    bodies.set(by, body);
  }
  const judged = judgeVectors({ n, T, kernel, corrects: true, fieldLength, pieceBytes }, bodies);
  if (judged.kind === 'malformed') return no('MALFORMED');
  if (judged.kind === 'mismatch') return no('MISMATCH');
  return judged.wrong.has(seat) ? { ok: true, reason: BLAME_REASON.wrongOpening } : no('NOT_WRONG');
}

function no(code: EvidenceFault): EvidenceVerdict {
  return { ok: false, code };
}
