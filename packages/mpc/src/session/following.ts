// Catching up: a seat that was not live, or lost the last messages, fetches the record of a session that is over and computes its own
// shares from it. Others serve records until the host forgets them.
import { concat, toHex } from '@enigma/crypto';
import { CHECKPOINT } from '@enigma/protocol';
import { concludeBatch } from './batch.ts';
import {
  ASKED_IN_VAIN_MAX,
  ENDS_AWAITED_RESENDS,
  PARTS_SERVED_MAX,
  RECORD_BYTES_MAX,
  RECORD_PART_BYTES,
} from './limits.ts';
import { hasItems } from './pools.ts';
import type { MaterialKind, SessionPorts } from './ports.ts';
import {
  type SessionRecord,
  batchesOf,
  decodeRecord,
  encodeRecord,
  finalBytes,
  follow,
  leafRootsOf,
  openIsComplete,
  readCheckpoints,
  recordBlob,
} from './record.ts';
import { type SignedCheckpoint, decodeCheckpoint } from './checkpoints.ts';
import { type Run } from './runState.ts';
import { type Seat, bytesOf, digestOf, emit, fault, send, sendAll, allSeats } from './seat.ts';
import { type Session, protocolOf, saveSession, takeSeeds } from './session.ts';
import { MESSAGE, type Reader, messageOf } from './wire.ts';
import { type FinishedEvent } from './work.ts';

/** The run is over: its record on disk, then the news. */
export function concludeRun(session: Session, run: Run, result: unknown): void {
  const { seat } = session.shared;
  if (run.checkpoints.size === 0 || !session.open) throw new Error('a session ends with a signed checkpoint');
  const record: SessionRecord = { signedOpen: session.open, rounds: run.record };
  seat.ports.failpoint('session.record.a');
  session.shared.uses.set(session.id, batchesOf(session.open.open.ranges));
  seat.ports.store(recordBlob(session.id), encodeRecord(record));
  session.finalBytes = finalBytes(session.idBytes, run, [...run.checkpoints.values()]);
  run.record.length = 0;
  const viewHash = toHex(run.checkedView);
  const leafRoots = leafRootsOf(seat.facts.n, [...run.checkpoints.values()]);
  conclude(
    session,
    {
      attempt: run.attempt,
      proposal: run.proposal,
      abortsHash: session.open.open.abortsHash,
      live: run.live,
      viewHash,
      leafRoots,
      result,
    },
    true,
  );
}

type Conclusion = Pick<
  FinishedEvent,
  'attempt' | 'proposal' | 'abortsHash' | 'live' | 'viewHash' | 'leafRoots' | 'result'
>;

function conclude(session: Session, end: Conclusion, tookPart: boolean): void {
  const { seat } = session.shared;
  session.finished = { type: 'finished', sessionId: session.id, work: session.work.kind, ...end, tookPart };
  if (session.work.kind === 'pool') {
    // The items stay here: the event tells that they exist, not what they are.
    session.finished = { ...session.finished, result: null };
    if (session.finalBytes) sendAll(seat, allSeats(seat.facts) & ~end.live, session.finalBytes);
    return concludeBatch(session, end.result, end.attempt, end.live, end.viewHash);
  }
  session.stage = 'finished';
  saveSession(session);
  if (session.finalBytes) sendAll(seat, allSeats(seat.facts) & ~end.live, session.finalBytes);
  emit(seat, session.finished);
}

/** Somebody says that the session is over, with signatures that show it. */
export function receiveFinal(session: Session, from: number, r: Reader, nowMs: number): void {
  const { seat } = session.shared;
  r.uint(2);
  r.uint(2);
  const list = r.list(32, (each) => decodeCheckpoint(seat, each.bytes(4096)));
  if (!r.done()) return fault(seat, from, 'MALFORMED');
  if (session.stage === 'finished' || session.stage === 'verdict' || session.stage === 'dead' || session.closed) return;
  const run = session.run;
  if (session.stage === 'running' && run && run.kind !== 'confirm' && run.kind !== 'checkpoint') return;
  const views = new Map<string, Set<number>>();
  for (const one of list) {
    if (!one || one.record.sessionId !== session.id) return fault(seat, from, 'BAD_SIGNATURE');
    const key = `${one.record.viewHash}/${one.record.live}`;
    views.set(key, (views.get(key) ?? new Set()).add(one.by));
  }
  if (![...views.values()].some((signers) => signers.size > seat.facts.T)) return fault(seat, from, 'BAD_RECORD');
  session.follow.sources.add(from);
  session.follow.told.set(from, endOf(seat, list as readonly SignedCheckpoint[]));
  tickFollowing(session, nowMs);
}

/** What a session ended with, as somebody tells it: which checkpoint of which seat. */
function endOf(seat: Seat, list: readonly SignedCheckpoint[]): string {
  return list
    .map(({ by, record }) => `${by} ${toHex(digestOf(seat, CHECKPOINT, record))}`)
    .sort()
    .join();
}

/**
 * The root of a seat's state stands in its own checkpoint alone, and a corrupt one may have signed two. The one that the honest seats hold is in the end that T + 1 seats tell. Where so many do not
 * tell one in time, the record's own counts: it may be that only one honest seat has finished. The checkpoints of a batch carry no roots.
 */
function backing(session: Session, record: SessionRecord, nowMs: number): 'backed' | 'contradicted' | 'open' {
  const { seat } = session.shared;
  const { follow: state } = session;
  const last = record.rounds.findLast(({ kind }) => kind === 'checkpoint');
  const list = last && readCheckpoints(seat, last.bytes);
  if (!list || session.work.kind === 'pool') return 'backed';
  const counts = new Map<string, number>();
  for (const end of state.told.values()) counts.set(end, (counts.get(end) ?? 0) + 1);
  if ((counts.get(endOf(seat, list)) ?? 0) > seat.facts.T) return 'backed';
  if ([...counts.values()].some((count) => count > seat.facts.T)) return 'contradicted';
  state.wholeSince ??= nowMs;
  return nowMs - state.wholeSince > ENDS_AWAITED_RESENDS * seat.timings.resendMs ? 'backed' : 'open';
}

/** Of a session that this seat takes no part in: whoever holds the record is asked for it, also where its end was missed. */
export function followOnly(session: Session, nowMs: number): void {
  const { n, seat: self } = session.shared.seat.facts;
  session.stage = 'following';
  for (let other = 0; other < n; other++) if (other !== self) session.follow.sources.add(other);
  tickFollowing(session, nowMs);
}

export function tickFollowing(session: Session, nowMs: number): void {
  const { seat } = session.shared;
  const { follow: state } = session;
  const over =
    session.stage === 'finished' || session.stage === 'verdict' || session.stage === 'dead' || session.closed;
  if (over || state.sources.size === 0 || nowMs - state.askedAt < seat.timings.resendMs) return;
  if (state.waiting) {
    // Whole, but of a batch that is not followed yet: tried again, not fetched again.
    state.askedAt = nowMs;
    const outcome = followRecord(session, state.waiting, nowMs);
    if (outcome !== 'wait') state.waiting = null;
    if (outcome === 'bad') drop(session, state.from, nowMs);
    return;
  }
  const sources = [...state.sources].sort((a, b) => a - b);
  // One peer after another: from the one that answers, as long as it does.
  state.inVain++;
  if (!state.sources.has(state.from) || state.size === 0 || state.inVain > ASKED_IN_VAIN_MAX) {
    restart(session, sources.find((one) => one > state.from) ?? (sources[0] as number));
  }
  askNext(session, nowMs);
}

function restart(session: Session, from: number): void {
  Object.assign(session.follow, { from, total: -1, bytes: [], size: 0, inVain: 0, wholeSince: null });
}

function askNext(session: Session, nowMs: number): void {
  session.follow.askedAt = nowMs;
  send(
    session.shared.seat,
    session.follow.from,
    messageOf(MESSAGE.recordWant, session.idBytes).uint(session.follow.size, 4).done(),
  );
}

/** Served from disk, whether the session is still in memory or not. */
export function serveRecord(seat: Seat, sessionId: `0x${string}`, to: number, r: Reader): void {
  const offset = r.uint(4);
  if (!r.done()) return fault(seat, to, 'MALFORMED');
  // A small question must not buy any number of large answers.
  const served = (seat.served.get(to) ?? 0) + 1;
  seat.served.set(to, served);
  if (served > PARTS_SERVED_MAX) return;
  const record = seat.ports.load(recordBlob(sessionId));
  if (!record || offset >= record.length) return;
  const part = record.subarray(offset, offset + RECORD_PART_BYTES);
  send(
    seat,
    to,
    messageOf(MESSAGE.recordPart, bytesOf(sessionId)).uint(record.length, 4).uint(offset, 4).bytes(part).done(),
  );
}

export function receivePart(session: Session, from: number, r: Reader, nowMs: number): void {
  const { seat } = session.shared;
  const { follow: state } = session;
  const total = r.uint(4);
  const offset = r.uint(4);
  const bytes = r.bytes(RECORD_PART_BYTES);
  if (!r.done() || bytes.length === 0 || total > RECORD_BYTES_MAX) return fault(seat, from, 'MALFORMED');
  if (from !== state.from || offset !== state.size || (state.total >= 0 && total !== state.total)) return;
  state.total = total;
  state.bytes.push(bytes);
  state.size += bytes.length;
  state.inVain = 0;
  if (state.size < total) return askNext(session, nowMs);
  if (state.size > total) return drop(session, from, nowMs);
  const record = concat(...state.bytes);
  const outcome = followRecord(session, record, nowMs);
  if (outcome === 'bad') drop(session, from, nowMs);
  else if (outcome === 'wait') state.waiting = record;
}

function drop(session: Session, from: number, nowMs: number): void {
  fault(session.shared.seat, from, 'BAD_RECORD');
  session.follow.sources.delete(from);
  session.follow.askedAt = nowMs;
  // The next one, though this one says again that it has it.
  restart(session, from);
}

/** wait: material of a batch that we have not followed yet is missing, or others have not told yet how the session ended. `heardMs`: now, for a record that a peer sent; undefined for our own. */
export function followRecord(
  session: Session,
  bytes: Uint8Array,
  heardMs: number | undefined,
): 'done' | 'bad' | 'wait' {
  const { seat } = session.shared;
  const record = decodeRecord(bytes);
  if (!record) return 'bad';
  const { open } = record.signedOpen;
  if (open.sessionId !== session.id) return 'bad';
  // Before its ranges are burnt: what is burnt for no signature is lost.
  if (seat.checks.records && !openIsComplete(seat, record.signedOpen)) return 'bad';
  if (!session.shared.ring()) return 'wait';
  seat.ports.burn(open.ranges.map((range) => ({ ...range, kind: range.kind as MaterialKind })));
  // Before its material is here: sessions that this seat takes part in meanwhile move the chain on, and of the steps that it passed it keeps some alone.
  const seeds = takeSeeds(session, open);
  if (!seeds) {
    session.stage = 'dead';
    return 'done';
  }
  if (!hasMaterial(seat.ports, open.ranges)) {
    session.follow.needs = batchesOf(open.ranges).filter(({ pool, batch }) => !hasItems(seat.ports, pool, batch));
    return 'wait';
  }
  session.follow.needs = [];
  const stands = heardMs === undefined ? 'backed' : backing(session, record, heardMs);
  if (stands === 'contradicted') return 'bad';
  if (stands === 'open') return 'wait';
  const followed = follow(seat, record, protocolOf(session, record.signedOpen, seeds));
  if (!followed) return 'bad';
  session.shared.uses.set(session.id, batchesOf(open.ranges));
  seat.ports.store(recordBlob(session.id), bytes);
  session.run = null;
  session.open = record.signedOpen;
  session.aborts.ending = false;
  const { attempt, proposal, abortsHash, live } = open;
  conclude(session, { attempt, proposal, abortsHash, live, ...followed }, heardMs === undefined);
  return 'done';
}

function hasMaterial(ports: SessionPorts, ranges: Parameters<typeof batchesOf>[0]): boolean {
  return batchesOf(ranges).every(({ pool, batch }) => hasItems(ports, pool, batch));
}
