// What shows anybody that a seat lied, without having been there (docs/protocols/evidence.md): two records of one seat that claim one slot, or what it
// signed of a round and what so many others signed that honest ones are among those that it contradicts.
import {
  ELEMENT_BYTES,
  type Hex,
  type SeatSet,
  THRESHOLD_SETS_MAX,
  equalBytes,
  fieldFromBytes,
  fromHex,
  isConsistent,
  toHex,
} from '@enigma/crypto';
import {
  type AnyStruct,
  CHECKPOINT,
  type Checkpoint,
  type Domain,
  KEY_CHECK,
  KEY_CONTRIBUTION,
  type KeyCheck,
  type KeyContribution,
  SEATS_MAX,
  SIGNED_VECTOR,
  type SignedVector,
  type Struct,
  digest,
  leafHash,
  rootOfProof,
  signerOf,
} from '@enigma/protocol';
import { BLAME_REASON, type BlameReason, type SlotFacts } from './work.ts';
import { CHUNK_ELEMENTS, type RoundSizes, SHARES, chunkPlace, hashOfRoot } from './vectorTree.ts';

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

/** One chunk of the accused seat's vector of a round, and the same chunk of seats that agree with each other and not with it, all signed under one view. */
export interface WrongOpening extends RoundSizes {
  readonly kind: 'wrongOpening';
  readonly slot: SlotFacts;
  readonly viewHash: Hex;
  /** The T-set whose piece is off; 0 where a share is. */
  readonly set: SeatSet;
  /** Number of the element, or of the piece's chunk. */
  readonly index: number;
  /** The accused and 2T + 1 others, or of a piece T + 1 others; ascending. */
  readonly shown: readonly ShownChunk[];
}

export interface ShownChunk {
  readonly seat: number;
  readonly chunk: Uint8Array;
  /** Siblings on the way from the chunk's leaf to the root. */
  readonly proof: readonly Hex[];
  /** Of the SignedVector. */
  readonly signature: Hex;
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
  /** Naming needs n ≥ 3T + 1 and as many others as outnumber the liars. */
  | 'TOO_FEW'
  /** The others do not agree. */
  | 'MISMATCH'
  /** The seat agrees with them. */
  | 'NOT_WRONG';

export type EvidenceVerdict =
  | { readonly ok: true; readonly reason: BlameReason }
  | { readonly ok: false; readonly code: EvidenceFault };

/** Whether the evidence shows that the seat lied. Takes anybody's bytes: no byte of them throws. */
export function verifyEvidence(accused: Accused, evidence: Evidence): EvidenceVerdict {
  const { n, T, signers, seat } = accused;
  if (n > SEATS_MAX || signers.length !== n || seat >= n) return no('COMMITTEE');
  if (T < 1 || n < 2 * T + 1 || new Set(signers).size !== n) return no('COMMITTEE');
  if (setsOf(n, T) > THRESHOLD_SETS_MAX) return no('COMMITTEE');
  return evidence.kind === 'equivocation'
    ? verifyEquivocation(accused, evidence)
    : verifyWrongOpening(accused, evidence);
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

function verifyWrongOpening(accused: Accused, evidence: WrongOpening): EvidenceVerdict {
  const { n, T, seat } = accused;
  const { set, index, shown } = evidence;
  const others = shown.filter((one) => one.seat !== seat);
  const agreeing = set === SHARES ? 2 * T + 1 : T + 1;
  if (n < 3 * T + 1 || others.length !== agreeing || shown.length !== agreeing + 1) return no('TOO_FEW');
  if (shown.some((one, k) => one.seat >= n || (k > 0 && one.seat <= (shown[k - 1] as ShownChunk).seat)))
    return no('MALFORMED');
  for (const one of shown) {
    const fault = faultOfChunk(accused, evidence, one);
    if (fault !== undefined) return no(fault);
  }
  const own = shown.find((one) => one.seat === seat) as ShownChunk;
  if (set !== SHARES) {
    const [first] = others as [ShownChunk];
    if (!others.every(({ chunk }) => equalBytes(chunk, first.chunk))) return no('MISMATCH');
    return equalBytes(own.chunk, first.chunk) ? no('NOT_WRONG') : { ok: true, reason: BLAME_REASON.wrongOpening };
  }
  const shares = new Map<number, bigint>();
  for (const one of shown) {
    const share = fieldFromBytes(one.chunk, ELEMENT_BYTES * (index % CHUNK_ELEMENTS));
    if (share === undefined) return no('MALFORMED');
    shares.set(one.seat, share);
  }
  const ofOthers = new Map([...shares].filter(([by]) => by !== seat));
  if (!isConsistent(ofOthers, T)) return no('MISMATCH');
  return isConsistent(shares, T) ? no('NOT_WRONG') : { ok: true, reason: BLAME_REASON.wrongOpening };
}

/** Whether it is that chunk of what its seat signed. */
function faultOfChunk(
  { domain, n, T, signers }: Accused,
  shown: WrongOpening,
  one: ShownChunk,
): EvidenceFault | undefined {
  const { fieldLength, pieceBytes, set, index } = shown;
  const place = { n, T, seat: one.seat, fieldLength, pieceBytes };
  const at = chunkPlace(place, set, set === SHARES ? Math.floor(index / CHUNK_ELEMENTS) : index);
  if (at === undefined || one.chunk.length !== at.bytes) return 'MALFORMED';
  const proof = one.proof.map((node) => fromHex(node) ?? new Uint8Array());
  const root = rootOfProof(leafHash(one.chunk), at.index, at.count, proof);
  if (!root.ok) return 'MALFORMED';
  // Under one view: else an honest seat, which another had shown another value, could be framed.
  const { slot, viewHash } = shown;
  const record: SignedVector = { slot, viewHash, vectorHash: toHex(hashOfRoot(place, root.value)) };
  const signed = digestOfRecord(domain, SIGNED_VECTOR, record);
  if (signed === undefined) return 'MALFORMED';
  return signerOf(signed, one.signature) === signers[one.seat] ? undefined : 'BAD_SIGNATURE';
}

function no(code: EvidenceFault): EvidenceVerdict {
  return { ok: false, code };
}
