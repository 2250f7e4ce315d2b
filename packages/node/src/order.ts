// What is due at a seat: keys, GENESIS, then one task after another in the chain's order, reads beside them, and pool batches ahead of them. All of it is a function of the chain's view and
// of what this seat already holds; nothing a peer or a client says enters.
import { gasPrices } from '@enigma/bytecode';
import { toHex, type Hex } from '@enigma/crypto';
import type { Demand, SessionMachine, TasksWork } from '@enigma/mpc/session';
import { isReadSeq, scheduledBody, ZERO_ADDRESS, ZERO_HASH } from '@enigma/protocol';
import { batchFrom, decidedAt } from './batch.ts';
import { genesisProtocol, planOf, tasksProtocol, type Demanded, type Site } from './execute.ts';
import { backoffBlocks, prefillEvery, readsAtOnce, readsFollowedBlocks, sweepMarginBlocks } from './limits.ts';
import type { Bodies } from './bodies.ts';
import type { Pending } from './pending.ts';
import { rootAt, type Position, type Positions } from './position.ts';
import type { ContractState } from './state.ts';
import { genesisSeq, versionRead, type TaskView } from './view.ts';
import type { Watch } from './watch.ts';

/** One entry of the order between its first request and its end. */
export interface Running {
  /** Of its first task. */
  readonly seq: bigint;
  readonly count: number;
  readonly sessionId: Hex | undefined;
  readonly attempt: number;
  readonly demanded: Demanded | undefined;
  /** Block from which the next attempt may begin. */
  readonly proceedAt: bigint | undefined;
  /** No attempt is left: it will expire. */
  readonly dead: boolean;
  /** Root of the state that it starts from. */
  readonly prevRoot: Hex;
  readonly secretRoot: Hex;
}

export interface Order {
  /** Since when the pools hold less than what is due or prepared for takes; undefined while they hold it. */
  shortSince(): number | undefined;
  /** Asks the machine for what is due; when `draining`, for nothing new. */
  pursue(watch: Watch, nowMs: number, draining: boolean): void;
  running(seq: bigint): Running | undefined;
  runningBy(sessionId: Hex): Running | undefined;
  aborted(sessionId: Hex, attempt: number, last: boolean, latest: bigint): void;
  /** The seq has ended, by a receipt or by expiry: what its session still holds may go. */
  ended(seq: bigint): void;
  /** Starts the session of this seq anew, to follow an attempt that others finished. */
  again(seq: bigint): void;
}

export interface OrderHost {
  readonly site: Site;
  readonly start: ContractState;
  readonly machine: SessionMachine;
  readonly positions: Positions;
  readonly pending: Pending;
  readonly bodies: Bodies;
}

export function createOrder({ site, start, machine, positions, pending, bodies }: OrderHost): Order {
  const { contract } = site;
  const entries = new Map<bigint, Running>();
  const works = new Map<bigint, TasksWork>();
  /** Reads whose session has no attempt left and was closed. */
  const shut = new Set<bigint>();
  /** Pool sessions whose attempt ended, and the block from which they go on. */
  const poolsWaiting = new Map<Hex, bigint>();
  let prefillDemand: Demand | undefined;
  /** What the task that is due waits for: no read takes it, or reads that keep coming would keep it waiting for ever. */
  let reserved: Demand = {};
  let prefilledAt = 0;
  /** Block at which pool batches were last swept. */
  let sweptAt = -1n;
  let shortSince: number | undefined;
  let isShort = false;

  /** The next receipt of the contract's order that this seat does not hold: GENESIS, or a task that is created or already settled without us. */
  function due(): { readonly seq: bigint; readonly task: TaskView | undefined } | undefined {
    const position = positions.current();
    if (position === undefined) return { seq: genesisSeq, task: undefined };
    let seq = position.nextSeq;
    for (let task = contract.tasks.get(seq); task !== undefined; task = contract.tasks.get(++seq)) {
      if (task.status !== 'expired') return { seq, task };
      ended(seq);
    }
    return undefined;
  }

  /** A state to answer a read from; undefined where this seat is not there yet, or no more. */
  function positionFor(read: TaskView): Position | undefined {
    const position = positions.at(versionRead(contract, read).version);
    return position?.keysId === site.keysId ? position : undefined;
  }

  /** Nothing is computed on events that the chain's own heads have not confirmed, nor before every entry that it takes is sifted and what becomes of its body is known. */
  function ready(task: TaskView | undefined, final: bigint): boolean {
    const { checks } = site;
    const from = task === undefined ? (contract.committee?.blockNumber ?? 0n) : decidedAt(site, task);
    if (checks.compared && contract.comparedAt < from) return false;
    if (task === undefined) return true;
    // No read takes entries.
    const isSifted = isReadSeq(task.seq) || !checks.sifted || pending.knownTo(from);
    return isSifted && bodies.ready(task, final);
  }

  function workOf(seq: bigint, task: TaskView | undefined, position: Position | undefined): TasksWork {
    const known = works.get(seq);
    if (known !== undefined) return known;
    const common = { kind: 'tasks' as const, contractId: contract.contractId };
    const isRead = isReadSeq(seq);
    let work: TasksWork;
    let demanded: Demanded | undefined;
    if (task === undefined || position === undefined) {
      work = {
        ...common,
        firstSeq: 0n,
        count: 0,
        anchor: ZERO_HASH,
        demand: {},
        protocol: genesisProtocol(site, start),
      };
    } else {
      const tasks = batchFrom(site, task);
      const accepted = isRead ? [] : pending.entries.slice();
      demanded = planOf(site, position.state, tasks, accepted);
      const protocol = tasksProtocol(site, position.state, tasks, accepted);
      const count = tasks.length;
      const anchor = tasks.at(-1)?.blockHash ?? task.blockHash;
      work = { ...common, firstSeq: seq, count, anchor, demand: demandOf(demanded), protocol };
    }
    // Of the queue one at a time.
    for (const other of works.keys()) if (!isRead && !isReadSeq(other)) works.delete(other);
    works.set(seq, work);
    const begun = { sessionId: undefined, attempt: 0, demanded, proceedAt: undefined, dead: false };
    const from = { prevRoot: rootAt(position), secretRoot: position?.secretRoot ?? ZERO_HASH };
    entries.set(seq, { seq, count: work.count, ...begun, ...from });
    return work;
  }

  /** Whether the pools hold the demand; asks for the next batch where they do not. */
  function stocked(demand: Demand, nowMs: number): boolean {
    const missing = machine.wanted(demand);
    if (missing !== undefined) machine.request(missing, nowMs);
    isShort ||= missing !== undefined;
    return missing === undefined;
  }

  function pursueTask(
    seq: bigint,
    task: TaskView | undefined,
    position: Position | undefined,
    watch: Watch,
    nowMs: number,
  ): void {
    const work = workOf(seq, task, position);
    const entry = entries.get(seq);
    const decided = contract.settlements.has(seq);
    // Our attempts are used up, and the chain took one of the others': follow it.
    if (entry?.dead === true && decided) return again(seq);
    if (entry === undefined || entry.dead) return;
    if (entry.sessionId === undefined) {
      const demand = isReadSeq(seq) ? together(work.demand, reserved) : work.demand;
      // A session that others have finished is followed with what they burnt: our own stock does not matter.
      if (!decided && !stocked(demand, nowMs)) return;
      entries.set(seq, { ...entry, sessionId: machine.request(work, nowMs) });
      return;
    }
    if (entry.proceedAt === undefined) {
      // A proposal that failed has burnt what it took: without more the session would open no more.
      if (!decided && machine.waiting(entry.sessionId)) stocked(work.demand, nowMs);
      return;
    }
    if (watch.latestNumber < entry.proceedAt) return;
    if (!decided && !stocked(work.demand, nowMs)) return;
    entries.set(seq, { ...entry, proceedAt: undefined });
    machine.proceed(entry.sessionId, nowMs);
  }

  /** Whether its session leads to no receipt that the chain has or may take: one of its reads is over without the others, or another session's receipt settled it. */
  function isBroken({ seq, count, prevRoot }: Running): boolean {
    const settled = contract.settlements.get(seq)?.receipt;
    if (settled !== undefined) return settled.count !== count || settled.prevRoot !== prevRoot;
    return Array.from({ length: count }, (_, at) => contract.openReads.has(seq + BigInt(at))).includes(false);
  }

  /** Others have settled more or fewer tasks than this seat asked for: what its endpoint told was not what it told them. */
  function isSettledOtherwise(seq: bigint): boolean {
    const settled = contract.settlements.get(seq)?.receipt;
    const asked = entries.get(seq);
    return settled !== undefined && asked !== undefined && settled.count !== asked.count;
  }

  /** Those that others have settled meanwhile are followed to their end, as long as there is much hope that somebody has their records: nobody's state rests on one. */
  function followReads(settled: readonly Running[], watch: Watch, nowMs: number): void {
    for (const [at, { seq }] of settled.entries()) {
      const since = contract.settlements.get(seq)?.blockNumber ?? 0n;
      const isLast = at >= settled.length - readsAtOnce && watch.finalizedNumber <= since + readsFollowedBlocks;
      if (isLast) pursueTask(seq, contract.reads.get(seq), undefined, watch, nowMs);
      else ended(seq);
    }
  }

  /** Of sessions that have no attempt left the last few stay, to tell the others so: many would leave no room for those that are to come. */
  function closeDead(dead: readonly Running[]): void {
    for (const { seq, sessionId } of dead.slice(0, -readsAtOnce)) {
      if (sessionId === undefined || shut.has(seq)) continue;
      machine.close(sessionId);
      shut.add(seq);
    }
  }

  /** Reads in their order, some at once. They wait for no task, and no task waits for them; what the queue has settled since does not matter to them. */
  function pursueReads(watch: Watch, nowMs: number, isBehind: boolean): void {
    const reads = [...entries.values()].filter(({ seq }) => isReadSeq(seq));
    for (const entry of reads) if (isBroken(entry)) ended(entry.seq);
    const known = reads.filter(({ seq }) => entries.has(seq));
    const isSettled = ({ seq }: Running): boolean => contract.settlements.has(seq);
    followReads(known.filter(isSettled), watch, nowMs);
    closeDead(known.filter((entry) => entry.dead && !isSettled(entry)));
    const under = known.filter((entry) => !entry.dead && !isSettled(entry));
    for (const { seq } of under) pursueTask(seq, contract.reads.get(seq), undefined, watch, nowMs);
    let room = isBehind ? 0 : readsAtOnce - under.length;
    let next = 0n;
    for (const seq of contract.openReads) {
      if (room <= 0) return;
      const read = contract.reads.get(seq);
      if (read === undefined || seq < next) continue;
      const known = entries.get(seq);
      if (known !== undefined || read.header.deadline < watch.latestTime) {
        // It is under way; or it comes too late, though no final block says so yet, and then nothing is begun with it, nor in its place.
        next = seq + BigInt(known?.count ?? batchFrom(site, read).length);
        continue;
      }
      const position = ready(read, watch.finalizedNumber) ? positionFor(read) : undefined;
      if (position === undefined) continue;
      pursueTask(seq, read, position, watch, nowMs);
      next = seq + BigInt(entries.get(seq)?.count ?? 1);
      room--;
    }
  }

  function awaitedBy(seq: bigint): Demand {
    const sessionId = entries.get(seq)?.sessionId;
    return sessionId === undefined || machine.waiting(sessionId) ? (works.get(seq)?.demand ?? {}) : {};
  }

  /** Makes pool batches while the inbox fills, so that the task finds them ready. */
  function prefill(nowMs: number): void {
    const position = positions.current();
    const waiting = pending.entries.length;
    const schedule = contract.contract.schedules.find(
      (one) => ![...contract.tasks.values()].some((task) => task.header.fn === one.fn),
    );
    if (position === undefined || schedule === undefined || waiting === 0) {
      prefillDemand = undefined;
      prefilledAt = 0;
      return;
    }
    if (prefillDemand === undefined || waiting - prefilledAt >= Math.max(prefillEvery, prefilledAt >> 2)) {
      prefilledAt = waiting;
      const imagined = imaginedTask(contract.contractId, schedule, pending.entries.at(-1)?.height ?? 0n);
      prefillDemand = demandOf(planOf(site, position.state, [imagined], pending.entries));
    }
    stocked(prefillDemand, nowMs);
  }

  function ended(seq: bigint): void {
    const entry = entries.get(seq);
    if (entry?.sessionId !== undefined) machine.close(entry.sessionId);
    entries.delete(seq);
    works.delete(seq);
    shut.delete(seq);
  }

  function pursue(watch: Watch, nowMs: number, draining: boolean): void {
    for (const [sessionId, at] of poolsWaiting) {
      if (watch.latestNumber < at) continue;
      poolsWaiting.delete(sessionId);
      machine.proceed(sessionId, nowMs);
    }
    if (draining) return;
    machine.request({ kind: 'keys' }, nowMs);
    if (!machine.keysReady()) return;
    for (const missed of machine.lacking()) machine.request(missed, nowMs);
    const next = due();
    if (next === undefined) prefill(nowMs);
    else if (ready(next.task, watch.finalizedNumber)) {
      if (isSettledOtherwise(next.seq)) ended(next.seq);
      pursueTask(next.seq, next.task, positions.current(), watch, nowMs);
    }
    reserved = next === undefined ? {} : awaitedBy(next.seq);
    // Who is behind in the queue catches up first: what it lacks there it has to follow, with keys that reads move on.
    const isBehind = next !== undefined && contract.settlements.has(next.seq);
    if (positions.current() === undefined) return;
    pursueReads(watch, nowMs, isBehind);
    if (watch.latestNumber === sweptAt) return;
    sweptAt = watch.latestNumber;
    const done = next?.task === undefined ? watch.finalizedNumber : next.task.blockNumber - 1n;
    machine.sweep({ now: watch.latestNumber + sweepMarginBlocks, done });
  }

  return {
    shortSince: () => shortSince,
    pursue(watch, nowMs, draining) {
      isShort = false;
      pursue(watch, nowMs, draining);
      shortSince = isShort ? (shortSince ?? nowMs) : undefined;
    },
    running: (seq) => [...entries.values()].find((one) => one.seq <= seq && seq < one.seq + BigInt(one.count || 1)),
    runningBy: (sessionId) => [...entries.values()].find((entry) => entry.sessionId === sessionId),
    aborted(sessionId, attempt, last, latest) {
      const entry = [...entries.values()].find((one) => one.sessionId === sessionId);
      const proceedAt = latest + backoffBlocks(attempt);
      if (entry === undefined) poolsWaiting.set(sessionId, proceedAt);
      else entries.set(entry.seq, { ...entry, attempt: attempt + 1, proceedAt, dead: last });
    },
    ended,
    again,
  };

  function again(seq: bigint): void {
    const entry = entries.get(seq);
    if (entry?.sessionId === undefined) return;
    machine.forget(entry.sessionId);
    shut.delete(seq);
    entries.set(seq, { ...entry, sessionId: undefined, proceedAt: undefined, dead: false });
  }
}

function together(a: Demand, b: Demand): Demand {
  const sum = { ...a };
  for (const pool of ['triple', 'and', 'daBit'] as const)
    if (b[pool] !== undefined) sum[pool] = (a[pool] ?? 0) + b[pool];
  return sum;
}

function demandOf({ plan: { triples, ands, daBits } }: Demanded): Demand {
  return {
    ...(triples > 0 ? { triple: triples } : {}),
    ...(ands > 0 ? { and: ands } : {}),
    ...(daBits > 0 ? { daBit: daBits } : {}),
  };
}

/** The scheduled task as it would look now: only its shape matters. */
function imaginedTask(
  contractId: Hex,
  schedule: { readonly fn: Hex; readonly height: bigint; readonly gasLimit: bigint },
  seen: bigint,
): TaskView {
  const { fn, height, gasLimit } = schedule;
  const none = {
    bodyHash: ZERO_HASH,
    sender: ZERO_ADDRESS,
    payer: ZERO_ADDRESS,
    value: 0n,
    grantsHash: ZERO_HASH,
    tip: 0n,
    deadline: 0,
    callback: ZERO_ADDRESS,
    callbackGas: 0,
  };
  const header = {
    ...none,
    contractId,
    fn,
    nonce: height,
    gasLimit: gasLimit < gasPrices.base ? gasPrices.base : gasLimit,
    gasPrice: 0n,
  };
  const blockNumber = (height > seen ? height : seen) + 1n;
  return {
    taskId: ZERO_HASH,
    seq: 0n,
    header,
    body: toHex(scheduledBody(height)),
    logged: undefined,
    ackedAt: undefined,
    blockHash: ZERO_HASH,
    blockNumber,
    blockTime: 0,
    version: 0n,
    stateRoot: ZERO_HASH,
    status: 'created',
    opened: new Map(),
  };
}
