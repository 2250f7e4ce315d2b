// Ends of attempts. An AbortRecord counts with T + 1 signatures, one of them honest; nobody signs anything of attempt a + 1 without a's.
// Several seats may begin one at once, so a seat signs every sound record of its attempt, and any record that reaches T + 1 will do. Two may: then
// seats stand on different records, and no proposal of the next attempt would find enough of them. So chains of records are ordered, the longer before the
// shorter and of equals that with the lower digest where they part; a proposal carries its proposer's chain, and who runs nothing yet takes over the better.
import { type Hex, toHex } from '@enigma/crypto';
import { ABORT_RECORD, type AbortRecord, DISPUTE, NO_SEAT } from '@enigma/protocol';
import { ABORT_RECORDS_MAX, ATTEMPTS_MAX } from './limits.ts';
import { liveMin, readSignatures, writeSignatures } from './opening.ts';
import {
  type Seat,
  ZERO_HEX,
  allSeats,
  bytesOf,
  digestOf,
  emit,
  fault,
  has,
  nextAbortsHash,
  send,
  sendAll,
  signRecord,
  verifyRecord,
} from './seat.ts';
import { giveUpBatch } from './batch.ts';
import { seatsHere } from './hellos.ts';
import { answerLate, propose } from './proposals.ts';
import { type Session, destroyAttempt, saveSession } from './session.ts';
import { MESSAGE, type Reader, type Writer, messageOf } from './wire.ts';
import { ABORT_REASON, type AbortReason, type SeatSignature, type SlotFacts } from './work.ts';

/** What makes a pair of names sound: the accuser's own signature over the slot. */
export interface SignedDispute {
  readonly slot: SlotFacts;
  readonly signature: Uint8Array;
}

export interface Certificate {
  readonly record: AbortRecord;
  readonly dispute: SignedDispute | null;
  readonly signatures: readonly SeatSignature[];
}

interface Pending {
  readonly record: AbortRecord;
  readonly dispute: SignedDispute | null;
  readonly signatures: Map<number, Uint8Array>;
  /** Who told us of it. */
  readonly from: number;
}

export interface AbortState {
  /** One per attempt that is over, in order. */
  readonly certificates: Certificate[];
  /** Records of the current attempt that lack signatures, by digest. */
  readonly pending: Map<Hex, Pending>;
  /** How often a seat asked us, who had finished, to end the attempt. */
  readonly asked: Map<number, number>;
  /** We have signed for the end of the current attempt. */
  ending: boolean;
  saidAt: number;
  write(w: Writer): Writer;
  read(r: Reader): Certificate[];
  adopt(session: Session, certificates: readonly Certificate[], nowMs: number): void;
  /** Takes a better chain in place of ours. True if it did, within one attempt: proposals over the old chain are then dead. */
  replace(session: Session, chain: readonly Certificate[]): boolean;
  begin(
    session: Session,
    reason: AbortReason,
    accused: { readonly seat: number; readonly slot: SlotFacts } | null,
    nowMs: number,
  ): void;
  restore(certificates: readonly Certificate[]): void;
}

export function createAborts(): AbortState {
  const state: AbortState = {
    certificates: [],
    pending: new Map(),
    asked: new Map(),
    ending: false,
    saidAt: -Infinity,
    write: (w) => w.list(state.certificates, writeCertificate),
    read: (r) => r.list(ATTEMPTS_MAX, readCertificate),
    adopt: (session, certificates, nowMs) => {
      for (const one of certificates)
        if (one.record.attempt === currentAttempt(state)) adoptCertificate(session, one, nowMs);
    },
    replace: (session, chain) => replaceChain(session, chain),
    begin: (session, reason, accused, nowMs) => beginAbort(session, reason, accused, nowMs),
    restore: (certificates) => void state.certificates.push(...certificates),
  };
  return state;
}

export function currentAttempt(state: AbortState): number {
  return state.certificates.length;
}

export function abortsHashOf(seat: Seat, state: AbortState): Hex {
  return state.certificates.reduce<Hex>(
    (hash, one) => nextAbortsHash(hash, digestOf(seat, ABORT_RECORD, one.record)),
    ZERO_HEX,
  );
}

function writeCertificate(w: Writer, one: Certificate): Writer {
  const { record, dispute } = one;
  w.raw(bytesOf(record.sessionId))
    .uint(record.attempt, 2)
    .uint(record.reason, 1)
    .uint(record.seatA, 1)
    .uint(record.seatB, 1)
    .raw(bytesOf(record.viewHash));
  w.uint(dispute ? 1 : 0, 1);
  if (dispute)
    w.uint(dispute.slot.phase, 1).uint(dispute.slot.round, 4).uint(dispute.slot.position, 4).raw(dispute.signature);
  return writeSignatures(w, one.signatures);
}

function readCertificate(r: Reader): Certificate {
  const sessionId = toHex(r.raw(32));
  const attempt = r.uint(2);
  const record: AbortRecord = {
    sessionId,
    attempt,
    reason: r.uint(1),
    seatA: r.uint(1),
    seatB: r.uint(1),
    viewHash: toHex(r.raw(32)),
  };
  const dispute =
    r.uint(1) === 1
      ? { slot: { sessionId, attempt, phase: r.uint(1), round: r.uint(4), position: r.uint(4) }, signature: r.raw(64) }
      : null;
  return { record, dispute, signatures: readSignatures(r) };
}

/** Names stand only on the accuser's signed dispute over contents; time-outs and silence name nobody. */
function isSound(seat: Seat, session: Session, { record, dispute }: Pick<Certificate, 'record' | 'dispute'>): boolean {
  if (record.sessionId !== session.id || !Object.values(ABORT_REASON).some((reason) => reason === record.reason))
    return false;
  if (record.seatA === NO_SEAT && record.seatB === NO_SEAT) return true;
  if (
    record.reason === ABORT_REASON.silent ||
    record.reason === ABORT_REASON.timeout ||
    !dispute ||
    record.seatA === record.seatB
  )
    return false;
  if (record.seatB >= seat.facts.n) return false;
  return verifyRecord(
    seat,
    record.seatA,
    DISPUTE,
    { accuser: record.seatA, accused: record.seatB, slot: dispute.slot },
    dispute.signature,
  );
}

function beginAbort(
  session: Session,
  reason: AbortReason,
  accused: { readonly seat: number; readonly slot: SlotFacts } | null,
  nowMs: number,
): void {
  const { seat } = session.shared;
  const state = session.aborts;
  if (state.ending || session.stage === 'dead') return;
  const view = session.run?.checkedView;
  let dispute: SignedDispute | null = null;
  if (accused) {
    const { slot } = accused;
    const key = `${session.id}/${slot.attempt}/${slot.phase}/${slot.round}/${accused.seat}`;
    const signature = signRecord(seat, 'dispute', key, DISPUTE, {
      accuser: seat.facts.seat,
      accused: accused.seat,
      slot,
    });
    dispute = signature && { slot, signature };
  }
  const record: AbortRecord = {
    sessionId: session.id,
    attempt: currentAttempt(state),
    reason,
    seatA: dispute ? seat.facts.seat : NO_SEAT,
    seatB: dispute && accused ? accused.seat : NO_SEAT,
    viewHash: view ? toHex(view) : ZERO_HEX,
  };
  endAttempt(session);
  const pending: Pending = { record, dispute, signatures: new Map(), from: seat.facts.seat };
  state.pending.set(keyOf(seat, record), pending);
  cosign(session, pending);
  tell(session, pending);
  state.saidAt = nowMs;
  settleIfEnough(session, pending, nowMs);
}

const keyOf = (seat: Seat, record: AbortRecord): Hex => toHex(digestOf(seat, ABORT_RECORD, record));

/** From here on nothing of the attempt is computed or signed. */
function endAttempt(session: Session): void {
  session.aborts.ending = true;
  session.ended = session.run ?? session.ended;
  if (session.run) {
    session.run.kept.clear();
    session.run.sent.clear();
    session.run.record.length = 0;
  }
  session.run = null;
  session.stage = 'backoff';
}

function cosign(session: Session, pending: Pending): void {
  const { seat } = session.shared;
  const signature = signRecord(
    seat,
    'abort',
    `${session.id}/${pending.record.attempt}/${keyOf(seat, pending.record)}`,
    ABORT_RECORD,
    pending.record,
  );
  if (signature) pending.signatures.set(seat.facts.seat, signature);
}

function certificateOf(pending: Pending): Certificate {
  const signatures = [...pending.signatures]
    .sort(([a], [b]) => a - b)
    .map(([seat, signature]) => ({ seat, signature }));
  return { record: pending.record, dispute: pending.dispute, signatures };
}

function tell(session: Session, pending: Pending): void {
  sendAll(session.shared.seat, allSeats(session.shared.seat.facts), abortBytes(session, certificateOf(pending)));
}

function abortBytes(session: Session, certificate: Certificate): Uint8Array {
  return writeCertificate(messageOf(MESSAGE.abort, session.idBytes), certificate).done();
}

export function receiveAbort(session: Session, from: number, r: Reader, nowMs: number): void {
  const { seat } = session.shared;
  const state = session.aborts;
  const certificate = readCertificate(r);
  if (!r.done()) return fault(seat, from, 'MALFORMED');
  const { record } = certificate;
  if (record.attempt < currentAttempt(state)) {
    // It may have missed the record that we hold.
    if (certificate.signatures.length <= seat.facts.T)
      send(seat, from, abortBytes(session, state.certificates[record.attempt] as Certificate));
    else if (
      record.attempt === currentAttempt(state) - 1 &&
      replaceChain(session, [...state.certificates.slice(0, -1), certificate])
    )
      propose(session, nowMs);
    return;
  }
  if (record.attempt > currentAttempt(state)) return;
  if (!isSound(seat, session, certificate)) return fault(seat, from, 'BAD_RECORD');
  const key = keyOf(seat, record);
  const pending = state.pending.get(key) ?? {
    record,
    dispute: certificate.dispute,
    signatures: new Map<number, Uint8Array>(),
    from,
  };
  for (const { seat: by, signature } of certificate.signatures) {
    if (pending.signatures.has(by)) continue;
    if (verifyRecord(seat, by, ABORT_RECORD, record, signature)) pending.signatures.set(by, signature);
  }
  if (pending.signatures.size === 0) return fault(seat, from, 'BAD_SIGNATURE');
  if (!state.pending.has(key) && !makeRoom(session, from)) return;
  state.pending.set(key, pending);
  if (mayCosign(session, from, pending, nowMs)) {
    endAttempt(session);
    cosign(session, pending);
    tell(session, pending);
  }
  settleIfEnough(session, pending, nowMs);
}

/** A seat that still says hello to an attempt that is over has missed its record: where no proposal comes about without that seat, nobody else would ever show it. */
export function answerBehind(session: Session, from: number, attempt: number): void {
  const certificate = session.aborts.certificates[attempt];
  if (certificate !== undefined) send(session.shared.seat, from, abortBytes(session, certificate));
}

/** A seat's records push out its own older ones alone, so that nobody can fill the table against the others. Those that we have signed stay: where all of its are, it has none more to tell. */
function makeRoom(session: Session, from: number): boolean {
  const { pending } = session.aborts;
  const own = [...pending].filter(([, one]) => one.from === from);
  if (own.length < ABORT_RECORDS_MAX) return true;
  fault(session.shared.seat, from, 'TOO_MANY');
  const oldest = own.find(([, one]) => !one.signatures.has(session.shared.seat.facts.seat));
  return oldest !== undefined && pending.delete(oldest[0]);
}

/** Because a live seat of this attempt has ended it. Who finished first offers what it has, and signs when asked again. */
function mayCosign(session: Session, from: number, pending: Pending, nowMs: number): boolean {
  const { seat } = session.shared;
  const state = session.aborts;
  if (session.closed) answerLate(session, from);
  if (pending.signatures.has(seat.facts.seat) || session.stage === 'dead' || session.closed) return false;
  if (session.stage === 'finished' || session.stage === 'verdict') {
    const asked = (state.asked.get(from) ?? 0) + 1;
    state.asked.set(from, asked);
    answerLate(session, from);
    return asked > 1 && session.work.kind === 'tasks';
  }
  const signers = [...pending.signatures.keys()];
  // A proposer that died before anybody heard its proposal ends an attempt that we do not see open; where none can open without it, we wait for nothing.
  const needed = session.stage === 'hello' && (seat.facts.n - 1 < liveMin(seat) || isMissed(session, signers, nowMs));
  return (
    [...session.proposals.values()].some(({ open }) => signers.some((by) => has(open.live, by))) ||
    state.ending ||
    needed
  );
}

/** Hellos have had their time, and of those who said one too few are left without these seats. */
function isMissed(session: Session, without: readonly number[], nowMs: number): boolean {
  const { seat } = session.shared;
  const here = seatsHere(session);
  for (const by of without) here.delete(by);
  return here.size < liveMin(seat) && nowMs - (session.proposalSince ?? nowMs) > 2 * seat.timings.helloMs;
}

function settleIfEnough(session: Session, pending: Pending, nowMs: number): void {
  if (pending.signatures.size > session.shared.seat.facts.T) adoptCertificate(session, certificateOf(pending), nowMs);
}

function adoptCertificate(session: Session, certificate: Certificate, nowMs: number): void {
  const { seat } = session.shared;
  const state = session.aborts;
  if (certificate.record.attempt !== currentAttempt(state)) return;
  if (session.stage === 'dead' || session.batch.settled) return;
  const valid = quorumOf(session, certificate);
  if (!valid) return;
  state.certificates.push({ ...certificate, signatures: valid });
  state.pending.clear();
  state.asked.clear();
  state.ending = false;
  destroyAttempt(session);
  saveSession(session);
  sendAll(seat, allSeats(seat.facts), abortBytes(session, state.certificates.at(-1) as Certificate));
  const over = currentAttempt(state) >= ATTEMPTS_MAX;
  session.stage = over ? 'dead' : 'backoff';
  // A number that no attempt could finish is over like one that failed: else whoever spoils five attempts stops the pool for good.
  if (over && session.work.kind === 'pool') giveUpBatch(session);
  session.finished = null;
  session.finalBytes = null;
  void nowMs;
  emit(seat, {
    type: 'aborted',
    sessionId: session.id,
    attempt: certificate.record.attempt,
    record: certificate.record,
    signatures: valid,
    nextAttempt: over ? null : currentAttempt(state),
  });
}

/** Where we run or have finished, our proposal's chain is the one that counts; where we signed one that may yet open, we wait until its time is up. */
function mayReplace(session: Session): boolean {
  const { aborts, stage } = session;
  if (aborts.ending || session.closed || session.batch.settled) return false;
  return stage === 'backoff' || (stage === 'hello' && (session.signed < 0 || session.proposal > session.signed));
}

function replaceChain(session: Session, chain: readonly Certificate[]): boolean {
  const { seat } = session.shared;
  const state = session.aborts;
  if (!mayReplace(session) || chain.length !== state.certificates.length) return false;
  const at = chain.findIndex(
    (one, i) => keyOf(seat, one.record) !== keyOf(seat, (state.certificates[i] as Certificate).record),
  );
  if (at < 0) return false;
  const [theirs, ours] = [chain[at] as Certificate, state.certificates[at] as Certificate];
  if (keyOf(seat, theirs.record) > keyOf(seat, ours.record)) return false;
  if (!chain.slice(at).every((one, i) => one.record.attempt === at + i && quorumOf(session, one) !== undefined))
    return false;
  state.certificates.splice(at, Infinity, ...chain.slice(at));
  session.proposals.clear();
  saveSession(session);
  return session.stage === 'hello';
}

/** The signatures under a record that counts: sound, and signed by T + 1 seats, so by an honest one. */
function quorumOf(session: Session, certificate: Certificate): readonly SeatSignature[] | undefined {
  const { seat } = session.shared;
  if (!isSound(seat, session, certificate)) return undefined;
  const valid = certificate.signatures.filter(({ seat: by, signature }) =>
    verifyRecord(seat, by, ABORT_RECORD, certificate.record, signature),
  );
  const need = seat.checks.abortQuorum ? seat.facts.T + 1 : 1;
  return new Set(valid.map((one) => one.seat)).size >= need ? valid : undefined;
}

export function tickAborts(session: Session, nowMs: number): void {
  const state = session.aborts;
  if (!state.ending || nowMs - state.saidAt < session.shared.seat.timings.resendMs) return;
  state.saidAt = nowMs;
  for (const pending of state.pending.values())
    if (pending.signatures.has(session.shared.seat.facts.seat)) tell(session, pending);
}
