// The machine of one committee seat: it knows its sessions, hands each message to the one it belongs to, and keeps what comes too early
// within bounds.
import { type Hex, equalBytes, toHex } from '@enigma/crypto';
import { makeAnds } from '../andTriples.ts';
import { makeDaBits, makeTriples } from '../batches.ts';
import type { EngineContext } from '../context.ts';
import { createEngine } from '../engine.ts';
import type { Protocol } from '../round.ts';
import { enterProposal, receiveHello } from './hellos.ts';
import { loadProofs } from './promise.ts';
import { receiveOpenSignature, receiveProposal, tickOpening } from './proposals.ts';
import { attemptOf, createSession, eraseSeeds, loadSession, sessionIds } from './session.ts';
import type { Session, Shared } from './session.ts';
import { receiveAbort, tickAborts } from './aborts.ts';
import { answerVerdict, verdictsBlob, receiveSeedCommit, receiveSeeds, receiveVerdict, tickBatch } from './batch.ts';
import { decodeCheckpoint } from './checkpoints.ts';
import { receiveComplaint, serveComplaints } from './complaint.ts';
import {
  concludeRun,
  followOnly,
  followRecord,
  receiveFinal,
  receivePart,
  serveRecord,
  tickFollowing,
} from './following.ts';
import { createKeySetup } from './keyState.ts';
import { receiveKeys, startKeys, tickKeys } from './keys.ts';
import { keepMasks, loadKeyring } from './keyring.ts';
import { finalOfRecord, recordBlob } from './record.ts';
import {
  ATTENTION_MS_MAX,
  EARLY_BYTES_MAX,
  EARLY_MESSAGES_MAX,
  LACKING_MAX,
  MESSAGE_BYTES_MAX,
  SESSIONS_MAX,
  TIMINGS,
  type Timings,
} from './limits.ts';
import { lackingBatches, loadPools, poolStatus } from './pools.ts';
import type { SessionPorts } from './ports.ts';
import { receiveRelayed } from './checkpointRounds.ts';
import { receiveRound, resendRound, tickRun } from './run.ts';
import { ALL_CHECKS, type Seat, type SessionChecks, fault, send } from './seat.ts';
import { createSweeper } from './sweep.ts';
import { MESSAGE, Reader } from './wire.ts';
import {
  ABORT_REASON,
  type CommitteeFacts,
  type Demand,
  type PoolKind,
  type PoolWork,
  type SessionMachine,
} from './work.ts';

export interface MachineOptions {
  readonly timings?: Partial<Timings>;
  /** Tests and the simulator alone. */
  readonly checks?: Partial<SessionChecks>;
  /** Sizes of the batches that `wanted` asks for. */
  readonly batchItems?: Readonly<Record<PoolKind, number>>;
  /** Tests alone: how a batch is made. */
  readonly makeBatch?: (context: EngineContext, pool: PoolKind, count: number) => Protocol<unknown>;
  /** The simulator alone: what this seat computes instead, to play one that lies alike in frames and in what it signs. */
  readonly twist?: (protocol: Protocol<unknown>, work: 'pool' | 'tasks', attempt: number) => Protocol<unknown>;
}

/**
 * As many AND triples as let whole words move together (`bucketsFor`): eight times as many as one by one in twice the time. The others are as large as one task of
 * some hundred entries asks.
 */
export const BATCH_ITEMS: Readonly<Record<PoolKind, number>> = { triple: 1 << 12, and: 1 << 19, daBit: 1 << 12 };

function makeBatch(context: EngineContext, pool: PoolKind, count: number): Protocol<unknown> {
  const engine = createEngine(context);
  if (pool === 'triple') return makeTriples(engine, count);
  return pool === 'and' ? makeAnds(engine, count) : makeDaBits(engine, count);
}

interface Early {
  readonly from: number;
  readonly bytes: Uint8Array;
}

export function createSessionMachine(
  facts: CommitteeFacts,
  ports: SessionPorts,
  options: MachineOptions = {},
): SessionMachine {
  const seat: Seat = {
    facts,
    ports,
    timings: { ...TIMINGS, ...options.timings },
    checks: { ...ALL_CHECKS, ...options.checks },
    out: [],
    events: [],
    named: new Set(),
    served: new Map(),
    heard: new Map(),
  };
  const sessions = new Map<Hex, Session>();
  const idOf = sessionIds(facts);
  const keys = createKeySetup(seat, loadKeyring(ports));
  const shared: Shared = {
    seat,
    pools: loadPools(ports),
    ring: () => keys.ring ?? undefined,
    proofs: loadProofs(seat),
    blamed: new Set(),
    sessions,
    lacking: new Map(),
    uses: new Map(),
    born: 0,
    makeBatch: options.makeBatch ?? makeBatch,
    twist: options.twist ?? ((protocol) => protocol),
  };
  const early = new Map<Hex, Early[]>();
  const batchItems = options.batchItems ?? BATCH_ITEMS;
  /** Those that are closed make room when it is needed. */
  const openCount = (): number => [...sessions.values()].filter((one) => !one.closed).length;

  function forget(sessionId: Hex): void {
    ports.store(recordBlob(sessionId), null);
    ports.store(`session/${sessionId}`, null);
    ports.store(verdictsBlob(sessionId), null);
    shared.uses.delete(sessionId);
    sessions.delete(sessionId);
  }
  const sweeper = createSweeper(shared, idOf, forget);

  /** Time in which this seat was attentive: what passed while its process did something else is nobody's silence. */
  let attentive = 0;
  let lastMs = -Infinity;
  const clock = (nowMs: number): number => {
    attentive += Math.min(Math.max(nowMs - lastMs, 0), ATTENTION_MS_MAX);
    lastMs = Math.max(nowMs, lastMs);
    return attentive;
  };

  const settle = (session: Session, nowMs: number): void => {
    for (const event of seat.events) if (event.type === 'blame') shared.blamed.add(event.seat);
    const { run } = session;
    if (!run?.end || session.stage !== 'running') return;
    if (run.end.kind === 'done') concludeRun(session, run, run.end.result);
    else session.aborts.begin(session, run.end.reason, run.end.accused, nowMs);
  };

  const hand = (session: Session, from: number, bytes: Uint8Array, nowMs: number): void => {
    const r = new Reader(bytes);
    const type = r.uint(1);
    r.raw(32);
    if (session.stage === 'hello' && RUNNING.has(type) && !isEvidence(session, from, bytes))
      return keepForRun(session, from, bytes);
    deliver(session, from, type, r, bytes, nowMs);
    settle(session, nowMs);
    if (session.stage !== 'running') return;
    for (const one of session.early.splice(0)) hand(session, one.from, one.bytes, nowMs);
  };

  return {
    request(work, hostMs) {
      const nowMs = clock(hostMs);
      if (work.kind === 'keys') {
        startKeys(keys, nowMs);
        return keys.id;
      }
      const id = idOf(work);
      if (sessions.has(id)) return id;
      if (sessions.size >= SESSIONS_MAX)
        for (const [old, one] of sessions) if (one.closed || one.batch.settled) sessions.delete(old);
      if (sessions.size >= SESSIONS_MAX) throw new RangeError('too many sessions are open');
      const session = createSession(shared, work);
      sessions.set(id, session);
      const state = loadSession(session, nowMs);
      const record = state === 'finished' ? ports.load(recordBlob(id)) : undefined;
      if (record) followRecord(session, record, undefined);
      else if (state === 'dead') session.stage = 'dead';
      else if (state === 'restarted') session.aborts.begin(session, ABORT_REASON.restart, null, nowMs);
      else if (work.kind === 'tasks' && work.follows === true) followOnly(session, nowMs);
      else enterProposal(session, 0, nowMs);
      for (const { from, bytes } of early.get(id) ?? []) hand(session, from, bytes, nowMs);
      early.delete(id);
      return id;
    },
    receive(from, message, hostMs) {
      const nowMs = clock(hostMs);
      // A plain array: the slice of a Buffer shares the socket's pool.
      const bytes = message.constructor === Uint8Array ? message : new Uint8Array(message);
      if (from < 0 || from >= facts.n || from === facts.seat) return;
      if (bytes.length < 33) return fault(seat, from, 'MALFORMED');
      if (bytes.length > MESSAGE_BYTES_MAX) return fault(seat, from, 'OVERSIZE');
      seat.heard.set(from, nowMs);
      const id = toHex(bytes.subarray(1, 33));
      const r = new Reader(bytes);
      const type = r.uint(1);
      r.raw(32);
      if (id === keys.id) return receiveKeys(keys, from, type, r, nowMs);
      if (type === MESSAGE.recordWant) return serveRecord(seat, id, from, r);
      const session = sessions.get(id);
      if (session) return hand(session, from, bytes, nowMs);
      // A session that is over, perhaps before this machine was started: who was away is told.
      const final = type === MESSAGE.hello || type === MESSAGE.abort ? finalOfRecord(seat, id) : undefined;
      if (final) send(seat, from, final);
      const verdicts =
        (final || type === MESSAGE.verdict) &&
        answerVerdict(seat, id, from, type === MESSAGE.verdict ? bytes : NOTHING);
      if (!final && !verdicts) keepEarly(early, id, from, bytes);
    },
    tick(hostMs) {
      const nowMs = clock(hostMs);
      seat.served.clear();
      tickKeys(keys, nowMs);
      for (const session of sessions.values()) {
        if (session.closed) continue;
        tickOpening(session, nowMs);
        if (session.run && session.stage === 'running') {
          tickBatch(session, nowMs);
          tickRun(session.run, nowMs);
        } else if (session.stage === 'verdict') tickBatch(session, nowMs);
        tickAborts(session, nowMs);
        tickFollowing(session, nowMs);
        settle(session, nowMs);
      }
    },
    outgoing: () => seat.out.splice(0),
    events: () => seat.events.splice(0),
    proceed(sessionId, hostMs) {
      const nowMs = clock(hostMs);
      const session = sessions.get(sessionId);
      if (session?.stage === 'backoff' && !session.aborts.ending) enterProposal(session, 0, nowMs);
    },
    close(sessionId) {
      const session = sessions.get(sessionId);
      if (!session) return;
      session.closed = true;
      session.run = null;
      eraseSeeds(session);
    },
    sweep: (horizon) => sweeper.sweep(horizon),
    forget,
    keysReady: () => keys.ring !== null,
    waiting: (sessionId) => sessions.get(sessionId)?.stage === 'hello',
    lacking(): readonly PoolWork[] {
      const needed = [...sessions.values()].flatMap((one) => (one.follow.waiting ? one.follow.needs : []));
      const missed = lackingBatches(shared.pools, ports.marks(), shared.lacking, batchItems);
      return [...needed, ...missed]
        .map(({ pool, batch }): PoolWork => ({ kind: 'pool', pool, batch, count: batchItems[pool] }))
        .filter((work) => !sessions.has(idOf(work)))
        .slice(0, Math.max(0, Math.min(LACKING_MAX, SESSIONS_MAX / 2 - openCount())));
    },
    maskKeys: () => keys.ring?.mask ?? new Map(),
    keepMaskKeys(kept) {
      if (!keys.ring) throw new Error('mask keys are kept beside keys that are ready');
      keepMasks(keys.ring, kept, ports);
    },
    pools: () => poolStatus(shared.pools, ports.marks(), batchItems),
    wanted: (demand: Demand): PoolWork | undefined => {
      for (const { pool, available, nextBatch } of poolStatus(shared.pools, ports.marks(), batchItems)) {
        if (available >= (demand[pool] ?? 0)) continue;
        // A number that is dead here, or waits for the verdict of a seat that is away, must not hold up the pool.
        let work: PoolWork = { kind: 'pool', pool, batch: nextBatch, count: batchItems[pool] };
        for (let known = sessions.get(idOf(work)); known && isGivenUp(known); known = sessions.get(idOf(work))) {
          work = { ...work, batch: work.batch + 1 };
        }
        return work;
      }
      return undefined;
    },
  };
}

const NOTHING = new Uint8Array(0);

function isGivenUp(session: Session): boolean {
  return session.stage === 'dead' || (session.stage === 'verdict' && session.batch.stalled);
}

/** What belongs to a run that here still lacks a signature, while others are in its first round. */
const RUNNING: ReadonlySet<number> = new Set([MESSAGE.frame, MESSAGE.checkpoint, MESSAGE.seedCommit]);
const EARLY_OF_RUN_MAX = 4;

/** Another's checkpoint of an attempt that we ended: it says nothing to the next one, and may name who signed two. */
function isEvidence(session: Session, from: number, bytes: Uint8Array): boolean {
  if (bytes[0] !== MESSAGE.checkpoint || bytes[41] === from) return false;
  const r = new Reader(bytes.subarray(33));
  return session.ended?.attempt === r.uint(2);
}

function keepForRun(session: Session, from: number, bytes: Uint8Array): void {
  const own = session.early.filter((one) => one.from === from);
  const size = own.reduce((sum, one) => sum + one.bytes.length, bytes.length);
  if (own.length >= EARLY_OF_RUN_MAX || size > EARLY_BYTES_MAX || own.some((one) => equalBytes(one.bytes, bytes)))
    return;
  session.early.push({ from, bytes: bytes.slice() });
}

function deliver(session: Session, from: number, type: number, r: Reader, bytes: Uint8Array, nowMs: number): void {
  const { seat } = session.shared;
  switch (type) {
    case MESSAGE.hello:
      return receiveHello(session, from, r, nowMs);
    case MESSAGE.proposal:
      return receiveProposal(session, from, r, bytes, nowMs);
    case MESSAGE.openSignature:
      return receiveOpenSignature(session, from, r, nowMs);
    case MESSAGE.frame:
    case MESSAGE.checkpoint:
    case MESSAGE.want:
    case MESSAGE.complain:
    case MESSAGE.vector:
    case MESSAGE.vectorSignatures:
      return deliverRound(session, from, type, r, bytes);
    case MESSAGE.abort:
      return receiveAbort(session, from, r, nowMs);
    case MESSAGE.seedCommit:
      return isPool(session) ? receiveSeedCommit(session, from, r) : fault(seat, from, 'MALFORMED');
    case MESSAGE.verdict:
      return isPool(session) ? receiveVerdict(session, from, r) : fault(seat, from, 'MALFORMED');
    case MESSAGE.seeds:
      return isPool(session) ? receiveSeeds(session, from, r) : fault(seat, from, 'MALFORMED');
    case MESSAGE.final:
      return receiveFinal(session, from, r, nowMs);
    case MESSAGE.recordPart:
      return receivePart(session, from, r, nowMs);
    default:
      return fault(seat, from, 'MALFORMED');
  }
}

function isPool(session: Session): boolean {
  return session.work.kind === 'pool';
}

/** Messages of rounds: for the attempt and proposal that runs here, or about to run. */
function deliverRound(session: Session, from: number, type: number, r: Reader, bytes: Uint8Array): void {
  const attempt = r.uint(2);
  const proposal = r.uint(2);
  const round = r.uint(4);
  if (bytes.length < 41) return fault(session.shared.seat, from, 'MALFORMED');
  const { run } = session;
  if (type === MESSAGE.checkpoint) {
    const isRelayed = bytes[41] !== from;
    // Its own comes too late for an attempt that is over, and is compared all the same with what others were shown of it.
    if (isRelayed || run?.attempt !== attempt) {
      const signed = decodeCheckpoint(session.shared.seat, bytes);
      const judge = run?.attempt === attempt ? run : session.ended;
      if (signed && judge?.attempt === attempt) receiveRelayed(judge, signed);
    }
    if (isRelayed) return;
  }
  if (!run || run.attempt !== attempt || run.proposal !== proposal) {
    // Another attempt's frames say nothing here; ours may come before the last signature: they are asked for again.
    if (attempt < attemptOf(session)) fault(session.shared.seat, from, 'REPLAY');
    return;
  }
  if (type === MESSAGE.want) return resendRound(run, from, round);
  if (type === MESSAGE.frame || type === MESSAGE.checkpoint) receiveRound(run, from, bytes);
  else receiveComplaint(run, from, type, round, r);
  serveComplaints(run);
}

/** Within the peer's own quota: what is oldest of it goes, for sessions that never come must not stand in the way of those that do. */
function keepEarly(early: Map<Hex, Early[]>, id: Hex, from: number, bytes: Uint8Array): void {
  if (bytes.length > EARLY_BYTES_MAX) return;
  const own = [...early].flatMap(([of, list]) => list.filter((one) => one.from === from).map((one) => ({ of, one })));
  if (own.some(({ of, one }) => of === id && equalBytes(one.bytes, bytes))) return;
  let size = own.reduce((sum, { one }) => sum + one.bytes.length, bytes.length);
  for (let count = own.length, k = 0; count >= EARLY_MESSAGES_MAX || size > EARLY_BYTES_MAX; count--, k++) {
    const { of, one } = own[k] as (typeof own)[number];
    const left = (early.get(of) ?? []).filter((other) => other !== one);
    if (left.length === 0) early.delete(of);
    else early.set(of, left);
    size -= one.bytes.length;
  }
  early.set(id, [...(early.get(id) ?? []), { from, bytes: bytes.slice() }]);
}
