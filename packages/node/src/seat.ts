// One seat of one committee: puts together what is due (order.ts), what the session machine says, and the receipts on their way (journeys.ts). The one owner of a task's stage.
import { toHex, type FieldKernel, type Hex, type Random } from '@enigma/crypto';
import {
  createSessionMachine,
  type AbortFacts,
  type FinishedEvent,
  type MachineOptions,
  type PoolStatus,
  type SessionEvent,
  type SessionMachine,
} from '@enigma/mpc/session';
import {
  digest as recordDigest,
  isReadSeq,
  RECEIPT,
  RECEIPT_KIND,
  resultsRootOf,
  secretRootOf,
  stateRootOf,
  ZERO_HASH,
  type ChainCall,
  type Domain,
  type Receipt,
  type Submitted,
  type TaskStage,
} from '@enigma/protocol';
import { createBodies, type Bodies } from './bodies.ts';
import { heldPiece, type Candidate } from './candidate.ts';
import type { CommitteeView } from './committee.ts';
import type { NodeChecks } from './defences.ts';
import type { SessionOutcome } from './execute.ts';
import type { Failpoint } from './failpoints.ts';
import { CHANNEL } from './gossip.ts';
import { createExpiry } from './expiry.ts';
import { createJourneys } from './journeys.ts';
import { journeysKept, poolPatienceMs } from './limits.ts';
import type { Log } from './log.ts';
import { createOrder, type Running } from './order.ts';
import { createPending } from './pending.ts';
import type { Positions } from './position.ts';
import type { Program } from './program.ts';
import type { Journey } from './receipts.ts';
import { createSessionPorts } from './sessionPorts.ts';
import type { Signer } from './signer.ts';
import { publicRootOfState, type ContractState } from './state.ts';
import { createStages, type StageFacts, type Stages } from './stages.ts';
import type { Store } from './store.ts';
import type { Tally } from './tally.ts';
import type { KeptEvidence } from './evidence.ts';
import { genesisSeq, isOver, keysIdOfContract, taskAt, type ContractView, type TaskView } from './view.ts';
import type { Watch } from './watch.ts';

export interface SeatHost {
  readonly domain: Domain;
  readonly contract: ContractView;
  readonly committee: CommitteeView;
  /** What the keys are called that this seat stands on: the committee's id, or that of a repair. */
  readonly keysId: Hex;
  readonly positions: Positions;
  readonly program: Program;
  /** What the constructor leaves. */
  readonly start: ContractState;
  readonly seat: number;
  readonly boot: bigint;
  /** This seat may have taken part in making these keys without knowing it: its disk was lost. */
  readonly forgets: boolean;
  readonly store: Store;
  readonly signer: Signer;
  readonly random: Random;
  readonly kernel: FieldKernel;
  /** Root of salts, 32 bytes. */
  readonly secret: Uint8Array;
  readonly failpoint: Failpoint;
  readonly log: Log;
  readonly checks: NodeChecks;
  readonly tally: Tally;
  readonly evidence: KeptEvidence;
  /** Tasks of a contract that may wait before clients are told to come later. */
  readonly tasksWaiting: () => number;
  /** Blocks after a deadline before a seat ends the task that holds up its queue; 0 = never. */
  readonly expireBlocks: () => number;
  /** Waiting times and, in tests and the simulator, batch sizes and checks switched off. */
  readonly machine?: MachineOptions;
  /** To the node that holds a seat; dropped when it is not connected. */
  send(seat: number, payload: Uint8Array): void;
  /** The same for a session under these keys. */
  sendSession(seat: number, bytes: Uint8Array): void;
  /** Block up to which this disk need not remember what it signed: it was repaired there. */
  forgottenUntil(): bigint;
  /** Sends a transaction in the background. */
  submit(call: ChainCall): Promise<Submitted>;
  /** A peer did what the protocol does not allow: counted, and logged within bounds. */
  fault(seat: number, code: string): void;
  /** This folder is not the last state of its node: the node ends. */
  refuse(why: string): never;
}

export interface TaskFacts {
  readonly stage: TaskStage;
  readonly attempt: number;
  readonly openings: number;
  readonly rounds: number;
  readonly maskedEntries: number;
  readonly receiptDigest: Hex | null;
}

export interface Seat {
  readonly host: SeatHost;
  /** Does what is due; when `draining`, only what has begun. */
  step(watch: Watch, nowMs: number, draining: boolean): void;
  receive(fromSeat: number, channel: number, payload: Uint8Array, nowMs: number): void;
  /** Whether this seat has keys and the contract's state. */
  serving(): boolean;
  /** Whether so many tasks wait that clients should come later. */
  full(): boolean;
  /** Sessions that run and transactions on their way. */
  inHand(): number;
  /** Receipts that are not settled and opened yet. */
  unfinished(): number;
  maskKeys(): ReadonlyMap<number, Uint8Array>;
  state(): ContractState | undefined;
  /** Roots beside the public one, of the version that `state` is. */
  roots(): { readonly secretRoot: Hex; readonly ledgerRoot: Hex } | undefined;
  /** A caller's body, kept and acknowledged. */
  takeBody: Bodies['take'];
  journeyOf(receiptDigest: Hex): Journey | undefined;
  mayOpen(journey: Journey): boolean;
  taskFacts(task: TaskView): TaskFacts;
  /** Tasks that have not ended, and the number of those behind them. */
  stages: Pick<Stages, 'open' | 'queued'>;
  pools(): readonly PoolStatus[];
  /** Whether what is due, or prepared for, has waited long for material that the pools do not hold. */
  starved(nowMs: number): boolean;
}

/** A seat of `committee` at this node, under one set of its keys. Reads back what an earlier process of the same folder had promised. */
export function createSeat(host: SeatHost): Seat {
  const { committee, contract, program, log } = host;
  const { positions } = host;
  const machine: SessionMachine = createSessionMachine(
    {
      chainId: host.domain.chainId,
      tasksAddress: host.domain.verifyingContract,
      committeeId: committee.committeeId,
      keysId: host.keysId,
      generation: committee.generation,
      n: committee.n,
      T: committee.T,
      qHi: committee.qHi,
      seat: host.seat,
      boot: host.boot,
      forgets: host.forgets,
    },
    createSessionPorts(host),
    host.machine,
  );
  const pending = createPending(contract, program, host.failpoint, host.checks);
  const site = {
    program,
    contract,
    committee,
    keysId: host.keysId,
    seat: host.seat,
    secret: host.secret,
    checks: host.checks,
  };
  const bodies = createBodies(host);
  const expiry = createExpiry(host);
  const order = createOrder({ site, start: host.start, machine, positions, pending, bodies });
  const journeys = createJourneys({
    host,
    order,
    positions,
    pending,
    forget: (sessionId) => machine.forget(sessionId),
  });
  /** Sessions whose attempt is open. */
  const open = new Set<Hex>();
  const stages = createStages({ contract, log, tally: host.tally, look: lookAt });
  let latest = 0n;
  /** Tasks in blocks that are not final yet, less those that are settled there: a queue is as long as the chain has it, however late its blocks are final. */
  let coming = 0;
  let recent: Watch['recent'] = [];
  /** What runs took, for those who ask after the run is over. */
  const measured = new Map<bigint, Measure>();
  pending.consumed(positions.current()?.state.cursor.next ?? 0n);

  function handle(event: SessionEvent): void {
    switch (event.type) {
      case 'opened':
        open.add(event.sessionId);
        log('session.opened', { ...factsOf(event), ...taskOf(event.sessionId) });
        return;
      case 'finished':
        open.delete(event.sessionId);
        if (event.work === 'tasks') finished(event);
        return;
      case 'aborted':
        open.delete(event.sessionId);
        log('session.aborted', {
          committee: committee.committeeId,
          session: event.sessionId,
          attempt: event.attempt,
          reason: event.record.reason,
          ...taskOf(event.sessionId),
          ...pairOf(event.record),
        });
        order.aborted(event.sessionId, event.attempt, event.nextAttempt === null, latest);
        return;
      case 'blame':
        log('seat.blamed', {
          committee: committee.committeeId,
          seat: event.seat,
          node: committee.seats[event.seat]?.node ?? -1,
          reason: event.reason,
          round: event.slot.round,
          evidence: host.evidence.keep(committee, event) ?? 'not kept',
        });
        return;
      case 'dispute':
        log('seat.disputed', {
          committee: committee.committeeId,
          accuser: event.accuser,
          accused: event.accused,
          round: event.slot.round,
        });
        return;
      case 'peerFault':
        host.fault(event.seat, event.code);
        return;
      case 'batchReady':
      case 'batchFailed':
        log(`session.${event.type}`, factsOf(event));
        // Every seat that lives has said its word: what is left of the batch is its items, and its record for who was away.
        machine.close(event.sessionId);
        return;
      case 'slotTaken':
        log('sign.refused', { slot: event.slotKey });
        return;
      default:
        log(`session.${event.type}`, factsOf(event));
    }
  }

  function comingIn(logs: Watch['recent']): number {
    return logs.reduce((sum, { event }) => {
      if (!('contractId' in event) || event.contractId !== contract.contractId) return sum;
      if (event.name === 'Settled') return sum - event.count;
      return sum + (event.name === 'TaskCreated' ? 1 : event.name === 'Expired' ? -1 : 0);
    }, 0);
  }

  /** Of which task a session is, where it is of one. */
  function taskOf(sessionId: Hex): Record<string, Hex | bigint> {
    const running = order.runningBy(sessionId);
    const task = running && taskAt(contract, running.seq);
    return task === undefined ? {} : { task: task.taskId, seq: task.seq };
  }

  /** The two between whom an attempt ended, by their nodes' numbers. */
  function pairOf({ seatA, seatB }: AbortFacts): Record<string, number> {
    const [a, b] = [seatA, seatB].map((seat) => committee.seats[seat]?.node);
    return { ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) };
  }

  function count({ demanded }: Running): void {
    if (demanded === undefined) return;
    const { rounds, elements, bits, triples, ands, daBits } = demanded.plan;
    host.tally.add('enigma_rounds_total', rounds);
    host.tally.add('enigma_opened_values_total', elements + bits);
    host.tally.add('enigma_opening_bytes_total', elements * 16 + Math.ceil(bits / 8));
    for (const [kind, used] of Object.entries({ triple: triples, and: ands, daBit: daBits }))
      host.tally.add('enigma_pool_used_total', used, { kind });
  }

  /** A session is over: its outcome becomes a candidate on disk, whose receipt this seat can stand behind. */
  function finished(event: FinishedEvent): void {
    const running = order.runningBy(event.sessionId);
    if (running === undefined) return;
    count(running);
    for (let at = 0; at < running.count; at++) measured.set(running.seq + BigInt(at), measureOf(running));
    for (const seq of [...measured.keys()].slice(0, -journeysKept)) measured.delete(seq);
    const outcome = event.result as SessionOutcome;
    const task = taskAt(contract, running.seq);
    const isRead = isReadSeq(running.seq);
    const secretRoot = isRead
      ? running.secretRoot
      : secretRootOf(event.leafRoots.map((root) => (root === ZERO_HASH ? undefined : root)));
    const receipt: Receipt = {
      contractId: contract.contractId,
      generation: committee.generation,
      kind: running.seq === genesisSeq ? RECEIPT_KIND.GENESIS : isRead ? RECEIPT_KIND.READS : RECEIPT_KIND.TASKS,
      firstSeq: task?.seq ?? 0n,
      count: outcome.results.length,
      committeeId: committee.committeeId,
      attempt: event.attempt,
      abortsHash: event.abortsHash,
      anchor: taskAt(contract, running.seq + BigInt(running.count - 1))?.blockHash ?? ZERO_HASH,
      prevRoot: running.prevRoot,
      newRoot: stateRootOf({ publicRoot: publicRootOfState(outcome.state), secretRoot, ledgerRoot: ZERO_HASH }),
      resultsRoot: resultsRootOf(outcome.results.map((one) => one.result)),
    };
    const candidate: Candidate = {
      sessionId: event.sessionId,
      receipt,
      digest: recordDigest(host.domain, RECEIPT, receipt),
      secretRoot,
      state: outcome.state,
      backup: outcome.backup,
      tasks: outcome.results.map((one) => ({
        result: one.result,
        publicBytes: toHex(one.publicBytes),
        events: toHex(one.events),
        masked: one.masked,
        pieces: one.blocks.map((block) => block.pieces.map(heldPiece)),
      })),
    };
    journeys.stage(running.seq, candidate);
  }

  function flush(): void {
    for (const event of machine.events()) handle(event);
    for (const { to, bytes } of machine.outgoing()) host.sendSession(to, bytes);
  }

  return {
    host,
    step(watch, nowMs, draining) {
      latest = watch.latestNumber;
      if (recent !== watch.recent) coming = comingIn((recent = watch.recent));
      pending.step();
      bodies.step(watch, nowMs);
      positions.tidy();
      machine.tick(nowMs);
      flush();
      journeys.step(watch, nowMs);
      if (!contract.lost) order.pursue(watch, nowMs, draining);
      if (!draining) expiry.step(watch);
      flush();
      stages.step();
    },
    receive(fromSeat, channel, payload, nowMs) {
      if (channel === CHANNEL.bodies) return bodies.receive(fromSeat, payload, nowMs);
      if (channel === CHANNEL.gossip) return journeys.receive(fromSeat, payload, nowMs);
      if (channel !== CHANNEL.session) return host.fault(fromSeat, 'MALFORMED');
      machine.receive(fromSeat, payload, nowMs);
      flush();
    },
    serving: () =>
      machine.keysReady() &&
      positions.current() !== undefined &&
      contract.stalled === undefined &&
      keysIdOfContract(contract) === host.keysId,
    full: () => host.checks.queue && contract.waiting + coming >= host.tasksWaiting(),
    inHand: () => open.size + journeys.sending() + expiry.sending(),
    unfinished: () => journeys.unfinished(),
    maskKeys: () => machine.maskKeys(),
    state: () => positions.current()?.state,
    roots() {
      const position = positions.current();
      return position && { secretRoot: position.secretRoot, ledgerRoot: ZERO_HASH };
    },
    takeBody: (...given) => bodies.take(...given),
    journeyOf: (digest) => journeys.byDigest(digest),
    mayOpen: (journey) => journeys.mayOpen(journey),
    stages,
    pools: () => machine.pools(),
    starved: (nowMs) => !contract.lost && nowMs - (order.shortSince() ?? nowMs) >= poolPatienceMs,
    taskFacts(task) {
      const running = order.running(task.seq);
      const journey = journeys.of(task.seq);
      return {
        ...lookAt(task),
        ...(measured.get(task.seq) ?? measureOf(running)),
        receiptDigest: journey?.candidate.digest ?? null,
      };
    },
  };

  function lookAt(task: TaskView): StageFacts {
    const running = order.running(task.seq);
    const journey = journeys.of(task.seq);
    return {
      stage: stageOf(task, running, journey),
      attempt: journey?.candidate.receipt.attempt ?? running?.attempt ?? 0,
    };
  }

  function stageOf(task: TaskView, running: Running | undefined, journey: Journey | undefined): TaskStage {
    if (isOver(contract, task)) return 'Expired';
    if (task.opened.size > 0) return journey === undefined || (journey.done && journey.forgotten) ? 'Closed' : 'Opened';
    const behind = !isReadSeq(task.seq) && journey === undefined && (positions.current()?.nextSeq ?? 0n) <= task.seq;
    if (task.status === 'settled') return behind ? 'Superseded' : 'SettledFinal';
    if (journey !== undefined) {
      if (journey.receipt.signatures.size >= committee.qHi)
        return journey.submitNotBefore > 0n ? 'Submitted' : 'Quorum';
      return journey.receipt.signatures.has(host.seat) ? 'Signed' : 'Staged';
    }
    if (running === undefined) return contract.comparedAt >= task.blockNumber ? 'Queued' : 'Final';
    if (running.dead || running.proceedAt !== undefined) return 'Aborted';
    if (running.sessionId === undefined) return 'Reserved';
    return open.has(running.sessionId) ? 'Running' : 'Reserved';
  }
}

type Measure = Pick<TaskFacts, 'openings' | 'rounds' | 'maskedEntries'>;

function measureOf(running: Running | undefined): Measure {
  if (running?.demanded === undefined) return { openings: 0, rounds: 0, maskedEntries: 0 };
  const { plan, maskedEntries } = running.demanded;
  return { openings: plan.elements + plan.bits, rounds: plan.rounds, maskedEntries };
}

/** The scalars of an event, for its log line. */
function factsOf(event: SessionEvent): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(event).filter(
      (pair): pair is [string, string | number] => pair[0] !== 'type' && ['string', 'number'].includes(typeof pair[1]),
    ),
  );
}
