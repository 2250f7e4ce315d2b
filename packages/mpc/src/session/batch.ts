// What a pool batch adds to a session: seeds committed at its start, one sign-once verdict a seat at its end, and seeds shown only by
// who signed FAIL. A session of tasks goes through here too, with none of it.
import { type Hex, KEY_BYTES, equalBytes, hashOf, toHex } from '@enigma/crypto';
import { BATCH_VERDICT, type BatchVerdict, SEED_COMMIT, VERDICT } from '@enigma/protocol';
import type { Batch } from '../batches.ts';
import { setSeedBytes, setSeedsFromBytes } from './keyring.ts';
import { addBatch, storeItems } from './pools.ts';
import { replaySuspects } from './replay.ts';
import { beginRun } from './run.ts';
import { abortRun } from './runState.ts';
import { type Seat, allSeats, countOf, emit, fault, has, send, sendAll, signRecord, verifyRecord } from './seat.ts';
import { type Session, attemptOf, saveSession } from './session.ts';
import { MESSAGE, Reader, Writer, messageOf } from './wire.ts';
import { ABORT_REASON, type PoolWork } from './work.ts';

interface SignedVerdict {
  readonly verdict: number;
  readonly viewHash: Hex;
  readonly signature: Uint8Array;
}

export interface BatchState {
  /** By seat, then by T-set or pair. */
  readonly commits: Map<number, Map<number, Hex>>;
  commitBytes: Uint8Array | null;
  /** Of the attempt that finished, by seat. */
  readonly verdicts: Map<number, SignedVerdict>;
  /** Verdicts that came before ours: the latest message of each seat. */
  readonly early: Map<number, { readonly from: number; readonly attempt: number; readonly bytes: Uint8Array }>;
  attempt: number;
  live: number;
  viewHash: Hex | null;
  own: number;
  /** Usable or failed: nothing changes it any more. */
  settled: boolean;
  /** When we began to wait for verdicts, and whether that is long ago: then the pool goes on with the next number. */
  waitingSince: number | null;
  stalled: boolean;
  /** Shown seeds, by T-set or pair. */
  readonly seeds: Map<number, Uint8Array>;
  readonly seedsFrom: Set<number>;
  replayed: boolean;
  saidAt: number;
  start(session: Session): void;
  tell: ((to: number) => void) | null;
}

/** A pair of seats among the set numbers: bit 31, then the two seats. */
export function pairId(a: number, b: number): number {
  return (0x8000_0000 | (1 << a) | (1 << b)) >>> 0;
}

export function createBatch(): BatchState {
  return {
    commits: new Map(),
    commitBytes: null,
    verdicts: new Map(),
    early: new Map(),
    attempt: -1,
    live: 0,
    viewHash: null,
    own: 0,
    settled: false,
    waitingSince: null,
    stalled: false,
    seeds: new Map(),
    seedsFrom: new Set(),
    replayed: false,
    saidAt: -Infinity,
    start: (session) => startBatch(session),
    tell: null,
  };
}

function startBatch(session: Session): void {
  if (!session.run) return;
  if (session.work.kind === 'tasks') return beginRun(session.run);
  const { seat } = session.shared;
  const attempt = attemptOf(session);
  const own = new Map<number, Hex>();
  const w = messageOf(MESSAGE.seedCommit, session.idBytes).uint(attempt, 2).uint(session.run.proposal, 2);
  const list: { set: number; hash: Hex; signature: Uint8Array }[] = [];
  for (const [set, bytes] of seedMap(session)) {
    const seedHash = hashOfSeed(set, bytes);
    const signature = signRecord(seat, 'seedCommit', `${session.id}/${attempt}/${set}`, SEED_COMMIT, {
      sessionId: session.id,
      attempt,
      set,
      seedHash,
    });
    if (!signature) return abortRun(session.run, ABORT_REASON.ownFailure);
    own.set(set, seedHash);
    list.push({ set, hash: seedHash, signature });
  }
  w.list(list, (each, one) => each.uint(one.set, 4).raw(hexBytes(one.hash)).raw(one.signature));
  session.batch.commits.clear();
  session.batch.commits.set(seat.facts.seat, own);
  session.batch.commitBytes = w.done();
  sendAll(seat, session.run.live, session.batch.commitBytes);
}

const hexBytes = (hex: Hex): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, k) => Number.parseInt(hex.slice(2 + 2 * k, 4 + 2 * k), 16));

/** Our seeds by T-set and by pair. */
function seedMap(session: Session): Map<number, Uint8Array> {
  const self = session.shared.seat.facts.seat;
  const out = new Map<number, Uint8Array>();
  for (const [set, seeds] of session.seeds?.sets ?? []) out.set(set, setSeedBytes(seeds));
  for (const [other, seed] of session.seeds?.pairs ?? []) out.set(pairId(self, other), seed);
  return out;
}

function hashOfSeed(set: number, bytes: Uint8Array): Hex {
  return toHex(hashOf('enigma.session.seed.v1', new Writer().uint(set, 4).done(), bytes));
}

export function receiveSeedCommit(session: Session, from: number, r: Reader): void {
  const { seat } = session.shared;
  const attempt = r.uint(2);
  const proposal = r.uint(2);
  const list = r.list(0xffff, (each) => ({ set: each.uint(4), hash: toHex(each.raw(32)), signature: each.raw(64) }));
  if (!r.done()) return fault(seat, from, 'MALFORMED');
  const run = session.run;
  if (!run || run.attempt !== attempt || run.proposal !== proposal || session.batch.commits.has(from)) return;
  for (const one of list) {
    const record = { sessionId: session.id, attempt, set: one.set, seedHash: one.hash };
    if (!verifyRecord(seat, from, SEED_COMMIT, record, one.signature)) return fault(seat, from, 'BAD_SIGNATURE');
  }
  session.batch.commits.set(from, new Map(list.map((one) => [one.set, one.hash])));
  beginIfCommitted(session);
}

function beginIfCommitted(session: Session): void {
  const { run, batch } = session;
  if (!run || run.end || batch.commits.size !== run.others.length + 1) return;
  const { n, seat: self } = session.shared.seat.facts;
  // What two seats both hold they must have committed to alike; what we hold, all its holders.
  for (const [set, hash] of batch.commits.get(self) ?? []) {
    for (const other of run.others) {
      const holds = set >= 0x8000_0000 ? has(set, other) : !has(set, other);
      if (holds && other < n && batch.commits.get(other)?.get(set) !== hash)
        return abortRun(run, ABORT_REASON.mismatch);
    }
  }
  beginRun(run);
}

export function tickBatch(session: Session, nowMs: number): void {
  const { seat } = session.shared;
  const { batch, run } = session;
  if (session.stage === 'verdict') {
    batch.waitingSince ??= nowMs;
    if (nowMs - batch.waitingSince > seat.timings.proposalMs) batch.stalled = true;
  }
  if (nowMs - batch.saidAt < seat.timings.resendMs) return;
  batch.saidAt = nowMs;
  if (run && run.round === 0 && batch.commitBytes) {
    for (const other of run.others) send(seat, other, batch.commitBytes);
  }
  if (session.stage === 'verdict' && batch.own !== 0) sendAll(seat, allSeats(seat.facts), verdictBytes(session));
}

/** The engine's protocol is over, here or by the record: keep the items, then say so for good. */
export function concludeBatch(session: Session, result: unknown, attempt: number, live: number, viewHash: Hex): void {
  const { seat } = session.shared;
  const { batch } = session;
  const work = session.work as PoolWork;
  const outcome = result as Batch<unknown>;
  batch.attempt = attempt;
  batch.live = live;
  batch.viewHash = viewHash;
  session.stage = 'verdict';
  if (outcome.ok) storeItems(seat.ports, work.pool, work.batch, outcome.items);
  // A live seat that had to follow (it restarted after its last checkpoint) has made the same check on the same public values; without its
  // word the batch would never be usable. The slot is sign-once, so it cannot say another thing than before.
  batch.tell = (to) => send(seat, to, verdictBytes(session));
  if (has(live, seat.facts.seat)) {
    const verdict = outcome.ok ? VERDICT.OK : VERDICT.FAIL;
    const record: BatchVerdict = { sessionId: session.id, attempt, verdict, viewHash };
    seat.ports.failpoint('pool.make.b');
    const signature = signRecord(seat, 'verdict', `${session.id}/${attempt}`, BATCH_VERDICT, record);
    if (!signature) return;
    batch.own = verdict;
    batch.verdicts.set(seat.facts.seat, { verdict, viewHash, signature });
    sendAll(seat, allSeats(seat.facts), verdictBytes(session));
    if (verdict === VERDICT.FAIL) showSeeds(session);
  }
  const early = [...batch.early.values()];
  for (const one of early) receiveVerdict(session, one.from, new Reader(one.bytes));
  judge(session);
}

function verdictBytes(session: Session): Uint8Array {
  const { batch } = session;
  const list = [...batch.verdicts];
  return messageOf(MESSAGE.verdict, session.idBytes)
    .uint(batch.attempt, 2)
    .list(list, (w, [by, one]) => w.uint(by, 1).uint(one.verdict, 1).raw(hexBytes(one.viewHash)).raw(one.signature))
    .done();
}

export function verdictsBlob(sessionId: Hex): string {
  return `verdicts/${sessionId}`;
}

/** A seat waits for verdicts of a batch that is over and out of memory here: it gets all, if it shows that it has fewer. */
export function answerVerdict(seat: Seat, sessionId: Hex, from: number, bytes: Uint8Array): boolean {
  const stored = seat.ports.load(verdictsBlob(sessionId));
  if (stored && bytes.length < stored.length) send(seat, from, stored);
  return stored !== undefined;
}

export function receiveVerdict(session: Session, from: number, r: Reader): void {
  const { seat } = session.shared;
  const { batch } = session;
  const attempt = r.uint(2);
  const list = r.list(32, (each) => ({
    by: each.uint(1),
    verdict: each.uint(1),
    viewHash: toHex(each.raw(32)),
    signature: each.raw(64),
  }));
  if (!r.done()) return fault(seat, from, 'MALFORMED');
  if (batch.settled) {
    // It still waits for one that it lost. Only what decides is told, to who has nothing that decides: so this ends.
    const decides = (verdicts: readonly { readonly verdict: number }[]): boolean =>
      verdicts.length >= countOf(batch.live) || verdicts.some((one) => one.verdict !== VERDICT.OK);
    if (attempt === batch.attempt && !decides(list) && decides([...batch.verdicts.values()])) batch.tell?.(from);
    return;
  }
  if (session.stage !== 'verdict' || attempt !== batch.attempt) {
    const w = new Writer()
      .uint(attempt, 2)
      .list(list, (each, one) =>
        each.uint(one.by, 1).uint(one.verdict, 1).raw(hexBytes(one.viewHash)).raw(one.signature),
      );
    batch.early.set(from, { from, attempt, bytes: w.done() });
    // Others are done with it: if the attempt is lost to us we can follow.
    if (session.stage !== 'running') session.follow.sources.add(from);
    return;
  }
  for (const one of list) {
    if (batch.verdicts.has(one.by) || !has(batch.live, one.by)) continue;
    const record = { sessionId: session.id, attempt, verdict: one.verdict, viewHash: one.viewHash };
    if (!verifyRecord(seat, one.by, BATCH_VERDICT, record, one.signature)) {
      fault(seat, from, 'BAD_SIGNATURE');
      continue;
    }
    batch.verdicts.set(one.by, { verdict: one.verdict, viewHash: one.viewHash, signature: one.signature });
  }
  judge(session);
}

/** Usable with the OK of every live seat over one view; dead with one FAIL. */
function judge(session: Session): void {
  const { seat, pools } = session.shared;
  const { batch } = session;
  const work = session.work as PoolWork;
  if (batch.settled) return;
  const verdicts = [...batch.verdicts.values()];
  const failed = verdicts.some((one) => one.verdict !== VERDICT.OK);
  if (failed && seat.checks.verdicts) {
    batch.settled = true;
    session.stage = 'dead';
    addBatch(pools, seat.ports, { pool: work.pool, batch: work.batch, count: work.count, state: 'failed' });
    // Another's FAIL is not enough, for it may have signed OK to the rest: then they use the batch.
    if (batch.own === VERDICT.FAIL || !seat.checks.okOpensNothing) showSeeds(session);
    saveSession(session);
    if (batch.own !== VERDICT.FAIL)
      emit(seat, { type: 'batchFailed', sessionId: session.id, pool: work.pool, batch: work.batch, suspects: [] });
    return;
  }
  const all = verdicts.filter((one) => one.viewHash === batch.viewHash).length === countOf(batch.live);
  if (!all && (seat.checks.verdicts || verdicts.length <= seat.facts.T)) return;
  batch.settled = true;
  // Beside the record: who follows needs both, also when this session is in memory no more. Before the index says that the batch is usable: a seat that died between the two would ask for it no more, and never
  // tell its word to those who wait for it.
  seat.ports.store(verdictsBlob(session.id), verdictBytes(session));
  addBatch(pools, seat.ports, { pool: work.pool, batch: work.batch, count: work.count, state: 'usable' });
  session.stage = 'finished';
  // Nobody shows seeds any more, so nothing will be compared with a replay: some megabytes go.
  session.trace?.bodies.clear();
  session.trace = null;
  saveSession(session);
  sendAll(seat, allSeats(seat.facts), verdictBytes(session));
  emit(seat, { type: 'batchReady', sessionId: session.id, pool: work.pool, batch: work.batch, count: work.count });
  if (session.finished) emit(seat, session.finished);
}

/** No attempt is left: the number is burnt, and the next one is made instead. */
export function giveUpBatch(session: Session): void {
  const { seat, pools } = session.shared;
  const work = session.work as PoolWork;
  session.batch.settled = true;
  addBatch(pools, seat.ports, { pool: work.pool, batch: work.batch, count: work.count, state: 'failed' });
  emit(seat, { type: 'batchFailed', sessionId: session.id, pool: work.pool, batch: work.batch, suspects: [] });
}

/** Only after our own FAIL: then no item of the batch was or will be used, and the seeds say nothing of any other batch. */
function showSeeds(session: Session): void {
  const { seat } = session.shared;
  const { batch } = session;
  if (!session.seeds || batch.seedsFrom.has(seat.facts.seat)) return;
  batch.seedsFrom.add(seat.facts.seat);
  const own = seedMap(session);
  for (const [set, bytes] of own) batch.seeds.set(set, bytes);
  const w = messageOf(MESSAGE.seeds, session.idBytes).uint(batch.attempt, 2);
  sendAll(seat, batch.live, w.list([...own], (each, [set, bytes]) => each.uint(set, 4).bytes(bytes)).done());
  replayIfComplete(session);
}

export function receiveSeeds(session: Session, from: number, r: Reader): void {
  const { seat } = session.shared;
  const { batch } = session;
  const attempt = r.uint(2);
  const list = r.list(0xffff, (each) => ({ set: each.uint(4), bytes: each.bytes(1024) }));
  if (!r.done()) return fault(seat, from, 'MALFORMED');
  if (attempt !== batch.attempt || !has(batch.live, from) || batch.seedsFrom.has(from)) return;
  const committed = batch.commits.get(from);
  for (const { set, bytes } of list) {
    // Two corrupt seats may have committed to anything for what they alone hold.
    if (set >= 0x8000_0000 ? bytes.length !== KEY_BYTES : !setSeedsFromBytes(bytes))
      return fault(seat, from, 'MALFORMED');
    if (committed?.get(set) !== hashOfSeed(set, bytes)) return fault(seat, from, 'BAD_RECORD');
    const known = batch.seeds.get(set);
    if (!known) batch.seeds.set(set, bytes);
    else if (!equalBytes(known, bytes)) return fault(seat, from, 'BAD_RECORD');
  }
  batch.seedsFrom.add(from);
  replayIfComplete(session);
}

/** With the seeds of all honest seats every message of the batch is known: who sent another one is found. */
function replayIfComplete(session: Session): void {
  const { seat } = session.shared;
  const { batch } = session;
  const work = session.work as PoolWork;
  if (batch.replayed || batch.own !== VERDICT.FAIL || !batch.seedsFrom.has(seat.facts.seat)) return;
  const suspects = replaySuspects(session, batch.seeds);
  if (!suspects) return;
  batch.replayed = true;
  emit(seat, { type: 'batchFailed', sessionId: session.id, pool: work.pool, batch: work.batch, suspects });
}
