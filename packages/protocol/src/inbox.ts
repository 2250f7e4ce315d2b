// Inbox entries: their bytes, their signatures, the fold the chain keeps, and which entries count. What is dropped is a
// function of the chain alone, so that every honest seat drops the same ones without asking anybody.
import { concat, type Hex, readBE, readLE, toHex, u32be, u64be, uintLE } from '@enigma/crypto';
import { hexBytes, keccakHex, ZERO_ADDRESS } from './abi.ts';
import { digest, type Domain, signRecord, verifyRecord } from './eip712.ts';
import { foldInbox, inboxLeafOf } from './ids.ts';
import {
  BODY_BYTES_MAX,
  NONCE_BYTES,
  PERIOD_BYTES,
  SENDER_BYTES,
  SIGNATURE_BYTES,
  VALUES_MAX,
  WIDTH_MAX,
} from './limits.ts';
import { INBOX_ENTRY, type InboxEntry, VOUCHER } from './records.ts';
import { accept, type Outcome, type Refusal, refuse } from './refusal.ts';

/** What an entry must match, known from the contract record and the committee. */
export interface InboxTerms {
  readonly domain: Domain;
  readonly contractId: Hex;
  readonly committeeId: Hex;
  readonly period: number;
  readonly policyHash: Hex;
  /** Address whose voucher is needed; zero = open to all. */
  readonly admission: Hex;
  /** Bits of each value, in declared order. */
  readonly widths: readonly number[];
}

export interface EntryBody {
  readonly sender: Hex;
  readonly nonce: bigint;
  readonly period: number;
  /** (x − r) mod 2^w, one per value. */
  readonly deltas: readonly bigint[];
  /** 64 bytes, or absent where admission is zero. */
  readonly voucher: Hex | undefined;
  readonly signature: Hex;
}

/** ⌈w/8⌉ bytes for each δ. */
export function deltaBytes(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + Math.ceil(width / 8), 0);
}

export function entryBytes(terms: InboxTerms): number {
  const voucher = terms.admission === ZERO_ADDRESS ? 0 : SIGNATURE_BYTES;
  return SENDER_BYTES + NONCE_BYTES + PERIOD_BYTES + deltaBytes(terms.widths) + voucher + SIGNATURE_BYTES;
}

/** Whether entries of these widths exist at all: a contract's policy is checked with it. */
export function widthsFit(terms: InboxTerms): boolean {
  const each = terms.widths.every((width) => Number.isInteger(width) && width >= 1 && width <= WIDTH_MAX);
  return each && terms.widths.length <= VALUES_MAX && entryBytes(terms) <= BODY_BYTES_MAX;
}

export function encodeDeltas(deltas: readonly bigint[], widths: readonly number[]): Uint8Array {
  if (deltas.length !== widths.length) throw new RangeError('one δ per value');
  return concat(
    ...deltas.map((delta, i) => {
      const width = widths[i] as number;
      if (delta < 0n || delta >> BigInt(width) !== 0n) throw new RangeError('a δ does not fit its width');
      return uintLE(delta, Math.ceil(width / 8));
    }),
  );
}

export function encodeEntry(terms: InboxTerms, body: EntryBody): Uint8Array {
  if ((body.voucher === undefined) !== (terms.admission === ZERO_ADDRESS))
    throw new TypeError('a voucher where admission asks one');
  return concat(
    hexBytes(body.sender),
    u64be(body.nonce),
    u32be(body.period),
    encodeDeltas(body.deltas, terms.widths),
    body.voucher === undefined ? new Uint8Array() : hexBytes(body.voucher),
    hexBytes(body.signature),
  );
}

/** Takes anybody's bytes. Bits of a δ at or above its width must be zero. */
export function decodeEntry(terms: InboxTerms, bytes: Uint8Array): Outcome<EntryBody> {
  const need = entryBytes(terms);
  if (bytes.length !== need) return refuse('WrongLength', { have: bytes.length, need });
  let at = SENDER_BYTES + NONCE_BYTES + PERIOD_BYTES;
  const deltas: bigint[] = [];
  for (const [i, width] of terms.widths.entries()) {
    const size = Math.ceil(width / 8);
    const delta = readLE(bytes.subarray(at, at + size));
    if (delta >> BigInt(width) !== 0n) return refuse('OutOfRange', { value: i, width });
    deltas.push(delta);
    at += size;
  }
  const signatureAt = bytes.length - SIGNATURE_BYTES;
  return accept({
    sender: toHex(bytes.subarray(0, 20)),
    nonce: readBE(bytes.subarray(20, 28)),
    period: Number(readBE(bytes.subarray(28, 32))),
    deltas,
    voucher: at === signatureAt ? undefined : toHex(bytes.subarray(at, signatureAt)),
    signature: toHex(bytes.subarray(signatureAt)),
  });
}

/** The record under an entry's signature; valuesHash = keccak of the δ bytes. */
export function entryRecord(terms: InboxTerms, body: Omit<EntryBody, 'signature' | 'voucher'>): InboxEntry {
  return {
    contractId: terms.contractId,
    committeeId: terms.committeeId,
    period: body.period,
    policyHash: terms.policyHash,
    sender: body.sender,
    nonce: body.nonce,
    valuesHash: keccakHex(encodeDeltas(body.deltas, terms.widths)),
  };
}

/** A whole signed entry. */
export function signEntry(
  terms: InboxTerms,
  entry: { readonly sender: Hex; readonly nonce: bigint; readonly deltas: readonly bigint[]; readonly voucher?: Hex },
  privateKey: Uint8Array,
): Uint8Array {
  const body = { sender: entry.sender, nonce: entry.nonce, period: terms.period, deltas: entry.deltas };
  const signature = signRecord(terms.domain, INBOX_ENTRY, entryRecord(terms, body), privateKey);
  return encodeEntry(terms, { ...body, voucher: entry.voucher, signature });
}

export function signVoucher(domain: Domain, contractId: Hex, sender: Hex, admissionKey: Uint8Array): Hex {
  return signRecord(domain, VOUCHER, { contractId, sender }, admissionKey);
}

/** What an entry must be. Tests alone leave one out, to show what it is for. */
export interface EntryRules {
  readonly sender: boolean;
  readonly admission: boolean;
  readonly period: boolean;
  readonly nonce: boolean;
}

const ALL_RULES: EntryRules = { sender: true, admission: true, period: true, nonce: true };

/** Everything about one entry but its nonce's place among the sender's others. Takes anybody's bytes. */
export function verifyEntry(terms: InboxTerms, bytes: Uint8Array, rules: EntryRules = ALL_RULES): Outcome<EntryBody> {
  const decoded = decodeEntry(terms, bytes);
  if (!decoded.ok) return decoded;
  const body = decoded.value;
  if (rules.period && body.period !== terms.period)
    return refuse('OutOfRange', { period: body.period, open: terms.period });
  // Another committee or policy is another digest, so it shows as a wrong signature.
  if (rules.sender && !verifyRecord(terms.domain, INBOX_ENTRY, entryRecord(terms, body), body.signature, body.sender)) {
    return refuse('WrongSignature', { of: 'sender' });
  }
  if (body.voucher !== undefined && rules.admission) {
    const record = { contractId: terms.contractId, sender: body.sender };
    if (!verifyRecord(terms.domain, VOUCHER, record, body.voucher, terms.admission)) {
      return refuse('WrongSignature', { of: 'admission' });
    }
  }
  return decoded;
}

export function entryDigest(terms: InboxTerms, body: EntryBody): Hex {
  return digest(terms.domain, INBOX_ENTRY, entryRecord(terms, body));
}

/** One entry as the chain has it. */
export interface PostedEntry {
  readonly index: bigint;
  readonly height: bigint;
  readonly body: Uint8Array;
}

export interface AcceptedEntry extends EntryBody {
  readonly index: bigint;
  readonly height: bigint;
  /** InputID. */
  readonly leaf: Hex;
}

export interface DroppedEntry {
  readonly index: bigint;
  readonly reason: Refusal;
}

export interface Sifted {
  readonly accepted: readonly AcceptedEntry[];
  readonly dropped: readonly DroppedEntry[];
  /** Highest accepted nonce of each sender, for the entries that come after. */
  readonly marks: ReadonlyMap<Hex, bigint>;
}

/**
 * Which entries count, in their order. A nonce must exceed the highest *accepted* from its sender in this contract; an
 * entry that fails any other test marks nothing, so that garbage silences nobody, and a relayer that posts an old ballot
 * after a newer one cannot make it win.
 */
export function siftEntries(
  terms: InboxTerms,
  entries: readonly PostedEntry[],
  marksBefore: ReadonlyMap<Hex, bigint> = new Map(),
  rules: EntryRules = ALL_RULES,
): Sifted {
  const marks = new Map(marksBefore);
  const accepted: AcceptedEntry[] = [];
  const dropped: DroppedEntry[] = [];
  for (const entry of entries) {
    const checked = verifyEntry(terms, entry.body, rules);
    const mark = checked.ok ? marks.get(checked.value.sender) : undefined;
    if (!checked.ok) dropped.push({ index: entry.index, reason: checked });
    else if (rules.nonce && mark !== undefined && checked.value.nonce <= mark) {
      dropped.push({ index: entry.index, reason: refuse('OutOfRange', { field: 'nonce' }) });
    } else {
      marks.set(checked.value.sender, checked.value.nonce);
      accepted.push({
        ...checked.value,
        index: entry.index,
        height: entry.height,
        leaf: leafOf(terms.contractId, entry),
      });
    }
  }
  return { accepted, dropped, marks };
}

/** Of each sender the entry with the highest nonce, in order of index. */
export function lastBySender<E extends { readonly sender: Hex; readonly nonce: bigint; readonly index: bigint }>(
  entries: readonly E[],
): readonly E[] {
  const last = new Map<Hex, E>();
  for (const entry of entries) {
    const known = last.get(entry.sender);
    if (known === undefined || entry.nonce > known.nonce) last.set(entry.sender, entry);
  }
  return [...last.values()].sort((a, b) => (a.index < b.index ? -1 : 1));
}

export function leafOf(contractId: Hex, entry: PostedEntry): Hex {
  return inboxLeafOf({ contractId, index: entry.index, height: entry.height, body: entry.body });
}

/** The head after all of `entries`, which must meet the chain's at that height. */
export function foldEntries(contractId: Hex, head: Hex, entries: readonly PostedEntry[]): Hex {
  return entries.reduce((folded, entry) => foldInbox(folded, leafOf(contractId, entry)), head);
}
