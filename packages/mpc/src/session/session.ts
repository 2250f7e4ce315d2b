// One session at one seat: its state, its seeds, and what of it is on disk. How an attempt opens: proposals.ts; how it runs: run.ts.
//
// Stages: hello (this attempt opens) → running → verdict (pool batches) → finished; backoff after an abort, until the host says go on;
// following when others finished without us. `dead`: no attempt is left, or a batch failed.
import { type Hex, seatSetOf, setsHeldBy, toHex } from '@enigma/crypto';
import { SESSION_KIND, type SessionOpen, sessionIdOf } from '@enigma/protocol';
import type { EngineContext } from '../context.ts';
import type { Protocol } from '../round.ts';
import { type AbortState, createAborts, currentAttempt } from './aborts.ts';
import { type BatchState, createBatch } from './batch.ts';
import {
  type Keyring,
  type SessionSeeds,
  decodeSeeds,
  dropStep,
  encodeSeeds,
  saveKeyring,
  seedsOf,
  seedsOfKind,
  takeStep,
} from './keyring.ts';
import { ATTEMPTS_MAX } from './limits.ts';
import { type HelloFacts, type SignedOpen } from './opening.ts';
import { type Pools, materialOf } from './pools.ts';
import { MATERIAL, type MaterialKind } from './ports.ts';
import { type Run, openersOf } from './runState.ts';
import { type Seat, ZERO_HEX, bytesOf, keysIdOf } from './seat.ts';
import { Reader, Writer } from './wire.ts';
import {
  type CommitteeFacts,
  type Demand,
  type PoolKind,
  type PoolWork,
  type TasksWork,
  type FinishedEvent,
} from './work.ts';

export type Stage = 'hello' | 'running' | 'verdict' | 'finished' | 'backoff' | 'following' | 'dead';

export interface Shared {
  readonly seat: Seat;
  readonly pools: Pools;
  readonly ring: () => Keyring | undefined;
  /** Signed proposals that set our marks, by kind. */
  readonly proofs: Map<MaterialKind, SignedOpen>;
  /** Seats named from signed bytes. */
  readonly blamed: Set<number>;
  readonly sessions: Map<Hex, Session>;
  /** Highest number of a batch that a proposal took from and that we lack, by pool. */
  readonly lacking: Map<PoolKind, number>;
  /** Batches that sessions took from whose records are on disk. */
  readonly uses: Map<Hex, readonly { readonly pool: PoolKind; readonly batch: number }[]>;
  /** Sessions that were created so far. */
  born: number;
  readonly makeBatch: (context: EngineContext, pool: PoolKind, count: number) => Protocol<unknown>;
  readonly twist: (protocol: Protocol<unknown>, work: 'pool' | 'tasks', attempt: number) => Protocol<unknown>;
}

export interface Proposal {
  readonly open: SessionOpen;
  readonly digest: Uint8Array;
  readonly bytes: Uint8Array;
  readonly signatures: Map<number, Uint8Array>;
}

export interface Session {
  readonly shared: Shared;
  readonly id: Hex;
  readonly idBytes: Uint8Array;
  readonly work: TasksWork | PoolWork;
  readonly index: bigint;
  readonly aborts: AbortState;
  /** Which one of this process it is. */
  readonly born: number;
  stage: Stage;
  proposal: number;
  /** The highest proposal of this attempt that we signed; −1 before any. */
  signed: number;
  /** The last proposal that we refused. */
  refused: number;
  proposalSince: number | null;
  saidAt: number;
  hellos: Map<number, Map<number, HelloFacts>>;
  /** When the hello of a seat came, by `proposal/seat`. */
  helloAt: Map<string, number>;
  /** Marks that we followed, by `proposal/seat`: once each, so that nobody drags us on for ever. */
  followedMarks: Set<string>;
  proposals: Map<number, Proposal>;
  /** Signatures that came before their proposal. */
  loose: Map<number, Map<number, Uint8Array>>;
  run: Run | null;
  /** An attempt that we ended: its signed checkpoints may yet contradict others that somebody passes on. */
  ended: Run | null;
  /** Messages of a run that came before it began here. */
  readonly early: { readonly from: number; readonly bytes: Uint8Array }[];
  open: SignedOpen | null;
  seeds: SessionSeeds | null;
  /** Steps of the key chain that we signed for: dropped once their proposal is dead. */
  steps: { readonly attempt: number; readonly proposal: number; readonly step: number }[];
  readonly batch: BatchState;
  finished: FinishedEvent | null;
  /** Relayed signatures on the last checkpoint, for who was away or lost one. */
  finalBytes: Uint8Array | null;
  closed: boolean;
  /** What the others sent us in a pool batch: compared with a replay if it fails. */
  trace: Trace | null;
  follow: FollowState;
}

export interface Trace {
  readonly openDigest: Uint8Array;
  /** By round, then sender. */
  readonly bodies: Map<number, Map<number, Uint8Array>>;
}

export interface FollowState {
  from: number;
  total: number;
  bytes: Uint8Array[];
  size: number;
  /** A whole record whose material is not here yet. */
  waiting: Uint8Array | null;
  /** Batches that it waits for. */
  needs: readonly { readonly pool: PoolKind; readonly batch: number }[];
  /** Questions to this source without an answer. */
  inVain: number;
  askedAt: number;
  /** How the session ended, as each seat tells it that says so. */
  readonly told: Map<number, string>;
  /** Since when a whole record waits for others to tell that. */
  wholeSince: number | null;
  /** Seats that say they have the record. */
  readonly sources: Set<number>;
}

export function sessionIdOfWork(facts: CommitteeFacts, work: TasksWork | PoolWork): Hex {
  return idUnder(keysIdOf(facts), facts, work);
}

/** The same, remembered: a machine is asked for the ids of the same few works at every step. */
export function sessionIds(facts: CommitteeFacts): (work: TasksWork | PoolWork) => Hex {
  const known = new Map<string, Hex>();
  return (work) => {
    const key =
      work.kind === 'tasks'
        ? `${work.contractId}/${work.firstSeq}/${work.count}/${work.anchor}`
        : `${work.pool}/${work.batch}/${work.count}`;
    let id = known.get(key);
    if (id === undefined) {
      if (known.size >= IDS_MAX) known.clear();
      known.set(key, (id = sessionIdOfWork(facts, work)));
    }
    return id;
  };
}

const IDS_MAX = 256;

function idUnder(committeeId: Hex, facts: CommitteeFacts, work: TasksWork | PoolWork): Hex {
  const tasks = work.kind === 'tasks';
  return sessionIdOf({
    committeeId,
    generation: facts.generation,
    kind: tasks ? SESSION_KIND.TASKS : SESSION_KIND.POOL,
    contractId: tasks ? work.contractId : ZERO_HEX,
    firstSeqOrBatch: tasks ? work.firstSeq : batchNumber(work),
    count: tasks ? work.count : 0,
    anchor: tasks ? work.anchor : ZERO_HEX,
  });
}

/** The batch number of a session id holds the kind and the size too: kind u8 ‖ items u24 ‖ number u32. */
export function batchNumber(work: PoolWork): bigint {
  const kind = { triple: 1n, and: 2n, daBit: 3n }[work.pool];
  return (kind << 56n) | (BigInt(work.count) << 32n) | BigInt(work.batch);
}

export function createSession(shared: Shared, work: TasksWork | PoolWork): Session {
  const id = sessionIdOfWork(shared.seat.facts, work);
  const session: Session = {
    shared,
    id,
    idBytes: bytesOf(id),
    work,
    index: work.kind === 'tasks' ? work.firstSeq : BigInt(work.batch),
    aborts: createAborts(),
    born: shared.born++,
    stage: 'hello',
    proposal: 0,
    signed: -1,
    refused: -1,
    proposalSince: null,
    saidAt: -Infinity,
    hellos: new Map(),
    helloAt: new Map(),
    followedMarks: new Set(),
    proposals: new Map(),
    loose: new Map(),
    run: null,
    ended: null,
    early: [],
    open: null,
    seeds: null,
    steps: [],
    batch: createBatch(),
    finished: null,
    finalBytes: null,
    closed: false,
    trace: null,
    follow: {
      from: -1,
      total: -1,
      bytes: [],
      size: 0,
      waiting: null,
      needs: [],
      inVain: 0,
      askedAt: -Infinity,
      told: new Map(),
      wholeSince: null,
      sources: new Set(),
    },
  };
  return session;
}

export function attemptOf(session: Session): number {
  return currentAttempt(session.aborts);
}

export function chainOf(session: Session): 'pool' | 'output' {
  return session.work.kind === 'pool' ? 'pool' : 'output';
}

export function purposeOf(session: Session): 'pool' | 'task' {
  return session.work.kind === 'pool' ? 'pool' : 'task';
}

export function demandOf(session: Session): Demand {
  return session.work.kind === 'tasks' ? session.work.demand : {};
}

/** Kept per attempt until the chain has decided: a receipt of an aborted attempt may still win, and then we must be able to follow it. */
const seedBlob = (session: Session, attempt: number): string => `session/${session.id}/seeds/${attempt}`;

export function eraseSeeds(session: Session): void {
  for (let attempt = 0; attempt <= attemptOf(session); attempt++)
    session.shared.seat.ports.store(seedBlob(session, attempt), null);
}

/** Seeds of this attempt, on disk until every seat has followed; the chain key behind them is gone at once. */
export function takeSeeds(session: Session, open: SessionOpen): SessionSeeds | null {
  const { seat } = session.shared;
  const slot = new Writer().raw(session.idBytes).uint(open.attempt, 2).uint(open.proposal, 2).done();
  const stored = seat.ports.load(seedBlob(session, open.attempt));
  if (stored) {
    const r = new Reader(stored);
    const same = toHex(r.raw(slot.length)) === toHex(slot);
    const seeds = same ? decodeSeeds(r.rest()) : undefined;
    if (seeds) return seeds;
  }
  const step = open.ranges.find((range) => range.kind === MATERIAL[chainOf(session)]);
  const ring = session.shared.ring();
  if (!step || !ring) return null;
  const keys = takeStep(ring, purposeOf(session), Number(step.start));
  if (!keys) return null;
  const seeds = seedsOf(keys, slot);
  seat.ports.store(seedBlob(session, open.attempt), new Writer().raw(slot).raw(encodeSeeds(seeds)).done());
  dropStep(ring, purposeOf(session), Number(step.start));
  // Earlier proposals of this session are dead.
  for (const dead of session.steps) if (dead.step !== Number(step.start)) dropStep(ring, purposeOf(session), dead.step);
  saveKeyring(ring, seat.ports);
  return seeds;
}

export function protocolOf(session: Session, signed: SignedOpen, seeds: SessionSeeds): Protocol<unknown> {
  const { seat, makeBatch, twist } = session.shared;
  const { n, T, seat: self } = seat.facts;
  const { open } = signed;
  const kings = openersOf(open.live, T);
  const held = setsHeldBy(n, T, self);
  const context: EngineContext = {
    n,
    T,
    seat: self,
    live: open.live,
    openers: seatSetOf(kings) >>> 0,
    kernel: seat.ports.kernel,
    setKeys: (kind) => seedsOfKind(seeds, kind),
    pairKeys: kings.includes(self) ? new Map([...seeds.pairs].filter(([other]) => kings.includes(other))) : new Map(),
    maskKeys: session.work.kind === 'tasks' ? (session.shared.ring()?.mask ?? new Map()) : new Map(),
    // A reader knows of an output what its receipt says, so its commitments are bound to the committee, whatever keys it computes with.
    slot: new Writer()
      .raw(bytesOf(idUnder(seat.facts.committeeId, seat.facts, session.work)))
      .uint(open.attempt, 2)
      .done(),
    material: materialOf(
      seat.ports,
      open.ranges.map((range) => ({ ...range, kind: range.kind as MaterialKind })),
      held,
    ),
  };
  const { work } = session;
  return twist(
    work.kind === 'pool' ? makeBatch(context, work.pool, work.count) : work.protocol(context),
    work.kind,
    open.attempt,
  );
}

/** What must survive a restart: that attempt a was promised, so that it is never continued. */
export function saveSession(session: Session): void {
  const w = new Writer().uint(session.signed + 1, 2).uint(session.finished ? 1 : 0, 1);
  session.shared.seat.ports.store(`session/${session.id}`, session.aborts.write(w).done());
}

/** After a restart: an attempt in which we had promised anything is over for us. Returns whether one was. */
export function loadSession(session: Session, nowMs: number): 'fresh' | 'restarted' | 'finished' | 'dead' {
  const bytes = session.shared.seat.ports.load(`session/${session.id}`);
  if (!bytes) return 'fresh';
  const r = new Reader(bytes);
  session.signed = r.uint(2) - 1;
  const finished = r.uint(1) === 1;
  const certificates = session.aborts.read(r);
  if (!r.done()) throw new Error('a session on disk is damaged');
  session.aborts.restore(certificates);
  void nowMs;
  if (finished) return 'finished';
  if (attemptOf(session) >= ATTEMPTS_MAX) return 'dead';
  return session.signed >= 0 ? 'restarted' : 'fresh';
}

/** After an abort: everything of the attempt is destroyed but what was burnt. */
export function destroyAttempt(session: Session): void {
  const { seat, ring } = session.shared;
  session.run = null;
  session.seeds = null;
  session.open = null;
  const keys = ring();
  if (keys) {
    for (const { step } of session.steps) dropStep(keys, purposeOf(session), step);
    saveKeyring(keys, seat.ports);
  }
  session.steps = [];
  session.hellos = new Map();
  session.helloAt = new Map();
  session.followedMarks = new Set();
  session.proposals = new Map();
  session.loose = new Map();
  session.early.length = 0;
  session.signed = -1;
  session.refused = -1;
  session.proposal = 0;
  session.proposalSince = null;
}
