// One seat of one committee: decides what is due, runs it through the session machine, and carries each receipt from signature to opening. One owner of transitions; the chain's
// view says what has become of a receipt, the store what this seat has promised.
import { decodeCandidate, encodeCandidate, heldPiece, type Candidate } from './candidate.ts';
import { concat, fromHex, toHex, u8, type FieldKernel, type Hex, type Random } from '@enigma/crypto';
import { resultPlaces } from '@enigma/bytecode';
import { createSessionMachine, type Demand, type FinishedEvent, type MachineOptions, type SessionEvent, type SessionMachine, type TasksWork } from '@enigma/mpc/session';
import { decodeRecord, digest as recordDigest, encodeRecord, outputHashOf, RECEIPT, RECEIPT_KIND, resultsRootOf, secretRootOf, siftEntries, stateRootOf, ZERO_HASH, type AcceptedEntry, type ChainCall, type Domain, type Receipt, type Submitted, type TaskStage } from '@enigma/protocol';
import type { CommitteeView } from './committee.ts';
import { genesisProtocol, prepare, taskProtocol, type Prepared, type SessionOutcome, type Site } from './execute.ts';
import type { Failpoint } from './failpoints.ts';
import { CHANNEL, GOSSIP, type Gossip } from './gossip.ts';
import { askPauseMs, backoffBlocks, prefillEvery } from './limits.ts';
import type { Log } from './log.ts';
import type { Program } from './program.ts';
import { mayOpen, openCall, ownPieces, settleCall, signFinal, signOpenings, signReceipt, startJourney, takePiece, takeSignature, turnOf, type Journey, type JourneyContext } from './receipts.ts';
import { createSessionPorts } from './sessionPorts.ts';
import type { Signer } from './signer.ts';
import { decodeState, encodeState, genesisState, publicRootOfState, type ContractState } from './state.ts';
import type { Store } from './store.ts';
import { genesisSeq, type ContractView, type TaskView } from './view.ts';
import type { Watch } from './watch.ts';

export interface SeatHost {
  readonly domain: Domain;
  readonly contract: ContractView;
  readonly committee: CommitteeView;
  readonly program: Program;
  readonly seat: number;
  readonly boot: bigint;
  readonly store: Store;
  readonly signer: Signer;
  readonly random: Random;
  readonly kernel: FieldKernel;
  /** Root of salts, 32 bytes. */
  readonly secret: Uint8Array;
  readonly failpoint: Failpoint;
  readonly log: Log;
  /** Waiting times and, in tests and the simulator, batch sizes and checks switched off. */
  readonly machine?: MachineOptions;
  /** To the node that holds a seat; dropped when it is not connected. */
  send(seat: number, payload: Uint8Array): void;
  /** Sends a transaction in the background. */
  submit(call: ChainCall): Promise<Submitted>;
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
  step(watch: Watch, nowMs: number): void;
  receive(fromSeat: number, channel: number, payload: Uint8Array, nowMs: number): void;
  /** Whether this seat has keys and the contract's state. */
  serving(): boolean;
  maskKeys(): ReadonlyMap<number, Uint8Array>;
  state(): ContractState | undefined;
  /** Roots beside the public one, of the version that `state` is. */
  roots(): { readonly secretRoot: Hex; readonly ledgerRoot: Hex } | undefined;
  journeyOf(receiptDigest: Hex): Journey | undefined;
  mayOpen(journey: Journey): boolean;
  taskFacts(task: TaskView): TaskFacts;
}

/** Where this seat stands in the contract's order: what it holds, and which receipt comes next. */
interface Position {
  readonly state: ContractState;
  readonly nextSeq: bigint;
  readonly secretRoot: Hex;
}

interface Running {
  readonly seq: bigint;
  readonly sessionId: Hex;
  readonly attempt: number;
  readonly prepared: Prepared | undefined;
  /** Block from which the next attempt may begin. */
  readonly proceedAt: bigint | undefined;
  readonly dead: boolean;
}

/** A seat of `committee` at this node. Reads back what an earlier process of the same folder had promised. */
export function createSeat(host: SeatHost): Seat {
  const { committee, contract, program, store, log } = host;
  const prefix = `committee/${committee.committeeId}`;
  const site: Site = { program, contract, committee, seat: host.seat, secret: host.secret };
  const machine: SessionMachine = createSessionMachine(
    {
      chainId: host.domain.chainId,
      tasksAddress: host.domain.verifyingContract,
      committeeId: committee.committeeId,
      generation: committee.generation,
      n: committee.n,
      T: committee.T,
      qHi: committee.qHi,
      seat: host.seat,
      boot: host.boot,
    },
    createSessionPorts({ committee, store, signer: host.signer, random: host.random, kernel: host.kernel, failpoint: host.failpoint }),
    host.machine,
  );
  const journeys = new Map<bigint, Journey>();
  const facts = new Map<bigint, Running>();
  const accepted: AcceptedEntry[] = [];
  let marks: ReadonlyMap<Hex, bigint> = new Map();
  let sifted = 0;
  let prefilledAt = 0;
  let position = readPosition();
  let works = new Map<bigint, TasksWork>();

  const context: JourneyContext = {
    domain: host.domain,
    committee,
    seat: host.seat,
    signer: host.signer,
    verified: program.verified,
    places(task) {
      const { module } = program.verified;
      const fn = module.functions.findIndex((one) => one.selector === task.fn);
      return resultPlaces(module, fn, program.verified.revealed, program.openMode);
    },
    broadcast(message) {
      const payload = encodeGossip(message);
      for (const { seat } of committee.seats) if (seat !== host.seat) host.send(seat, payload);
    },
  };

  function encodeGossip(message: Gossip): Uint8Array {
    const entry = GOSSIP.find((one) => one.kind === message.kind);
    if (entry === undefined) throw new Error('every kind is in the table');
    return concat(u8(CHANNEL.gossip), u8(entry.byte), encodeRecord(entry.struct as never, message.message as never));
  }

  function readPosition(): Position | undefined {
    const bytes = store.get(`${prefix}/position`);
    if (bytes === undefined) return undefined;
    const read = JSON.parse(new TextDecoder().decode(bytes)) as { state: Hex; nextSeq: string; secretRoot: Hex };
    return { state: decodeState(fromHex(read.state) ?? new Uint8Array()), nextSeq: BigInt(read.nextSeq), secretRoot: read.secretRoot };
  }

  function writePosition(next: Position): void {
    host.failpoint('state.promote.a');
    const text = JSON.stringify({ state: toHex(encodeState(next.state)), nextSeq: String(next.nextSeq), secretRoot: next.secretRoot });
    store.put(`${prefix}/position`, new TextEncoder().encode(text));
    host.failpoint('state.promote.c');
    position = next;
  }

  // ---- what is due

  /** The next receipt of the contract's order that this seat does not hold: GENESIS, or a task that is created or already settled without us. */
  function due(): { seq: bigint; task: TaskView | undefined } | undefined {
    if (position === undefined) return { seq: genesisSeq, task: undefined };
    let seq = position.nextSeq;
    for (let task = contract.tasks.get(seq); task !== undefined; task = contract.tasks.get(++seq)) {
      if (task.status !== 'expired') return { seq, task };
    }
    return undefined;
  }

  function workOf(seq: bigint, task: TaskView | undefined): TasksWork {
    const known = works.get(seq);
    if (known !== undefined) return known;
    const common = { kind: 'tasks' as const, contractId: contract.contractId };
    let work: TasksWork;
    if (task === undefined || position === undefined) {
      const protocol = genesisProtocol(site, genesisState(program.verified, contract));
      work = { ...common, firstSeq: 0n, count: 0, anchor: ZERO_HASH, demand: {}, protocol };
    } else {
      const { prepared, gasUsed } = prepare(site, position.state, task, accepted);
      const protocol = taskProtocol(site, position.state, task, prepared, gasUsed);
      work = { ...common, firstSeq: seq, count: 1, anchor: task.blockHash, demand: demandOf(prepared), protocol };
      facts.set(seq, { seq, sessionId: ZERO_HASH, attempt: 0, prepared, proceedAt: undefined, dead: false });
    }
    works = new Map([[seq, work]]);
    return work;
  }

  function pursue(nowMs: number): void {
    machine.request({ kind: 'keys' }, nowMs);
    if (!machine.keysReady()) return;
    const next = due();
    if (next === undefined || journeys.has(next.seq)) return prefill(nowMs);
    const work = workOf(next.seq, next.task);
    const missing = machine.wanted(work.demand);
    if (missing !== undefined) {
      machine.request(missing, nowMs);
      return;
    }
    const sessionId = machine.request(work, nowMs);
    const known = facts.get(next.seq);
    if (known?.sessionId !== sessionId) facts.set(next.seq, { seq: next.seq, prepared: known?.prepared, attempt: 0, proceedAt: undefined, dead: false, sessionId });
  }

  /** Makes pool batches while the inbox fills, so that the task finds them ready. */
  function prefill(nowMs: number): void {
    if (position === undefined || contract.contract.schedules.length === 0) return;
    const waiting = accepted.filter((entry) => entry.index >= (position?.state.cursor.next ?? 0n)).length;
    if (waiting === 0) {
      prefillDemand = undefined;
      prefilledAt = 0;
      return;
    }
    if (prefillDemand !== undefined && waiting - prefilledAt < prefillEvery) return askFor(prefillDemand, nowMs);
    prefilledAt = waiting;
    const schedule = contract.contract.schedules.find((one) => !contractTaskOf(one.fn));
    if (schedule === undefined) return;
    const imagined = imaginedTask(schedule.fn, schedule.height, schedule.gasLimit);
    prefillDemand = demandOf(prepare(site, position.state, imagined, accepted).prepared);
    askFor(prefillDemand, nowMs);
  }
  let prefillDemand: Demand | undefined;

  function askFor(demand: Demand, nowMs: number): void {
    const missing = machine.wanted(demand);
    if (missing !== undefined) machine.request(missing, nowMs);
  }

  function contractTaskOf(fn: Hex): TaskView | undefined {
    return [...contract.tasks.values()].find((task) => task.header.fn === fn);
  }

  /** The scheduled task as it would look now: only its shape matters. */
  function imaginedTask(fn: Hex, height: bigint, gasLimit: bigint): TaskView {
    const header = { contractId: contract.contractId, fn, bodyHash: ZERO_HASH, sender: zeroAddress, payer: zeroAddress, nonce: height, value: 0n, grantsHash: ZERO_HASH, gasLimit, gasPrice: 0n, tip: 0n, deadline: 0, callback: zeroAddress, callbackGas: 0 };
    return { taskId: ZERO_HASH, seq: 0n, header, body: '0x', blockHash: ZERO_HASH, blockNumber: height + 1n, blockTime: 0, status: 'created', opened: new Map() };
  }

  // ---- what the machine says

  function handle(event: SessionEvent, watch: Watch | undefined): void {
    switch (event.type) {
      case 'finished':
        if (event.work === 'tasks') stage(event);
        return;
      case 'aborted': {
        log('session.aborted', { committee: committee.committeeId, session: event.sessionId, attempt: event.attempt, reason: event.record.reason });
        const running = [...facts.values()].find((one) => one.sessionId === event.sessionId);
        const wait = backoffBlocks(event.attempt);
        if (running === undefined) retryLater.set(event.sessionId, (watch?.latestNumber ?? 0n) + wait);
        else facts.set(running.seq, { ...running, attempt: event.attempt + 1, proceedAt: (watch?.latestNumber ?? 0n) + wait, dead: event.nextAttempt === null });
        return;
      }
      case 'blame':
        log('seat.blamed', { committee: committee.committeeId, seat: event.seat, reason: event.reason, round: event.slot.round });
        return;
      case 'peerFault':
        log('peer.fault', { committee: committee.committeeId, seat: event.seat, code: event.code });
        return;
      case 'slotTaken':
        log('sign.refused', { slot: event.slotKey });
        return;
      case 'keysReady':
      case 'keysVoid':
      case 'opened':
      case 'batchReady':
      case 'batchFailed':
        log(`session.${event.type}`, factsOf(event));
        return;
      default:
    }
  }
  const retryLater = new Map<Hex, bigint>();

  /** The session is over: its outcome on disk, then the journey of its receipt begins. */
  function stage(event: FinishedEvent): void {
    const running = [...facts.values()].find((one) => one.sessionId === event.sessionId);
    if (running === undefined || journeys.has(running.seq)) return;
    const outcome = event.result as SessionOutcome;
    const task = contract.tasks.get(running.seq);
    const secretRoot = secretRootOf(event.leafRoots.map((root) => (root === ZERO_HASH ? undefined : root)));
    const receipt: Receipt = {
      contractId: contract.contractId,
      generation: committee.generation,
      kind: task === undefined ? RECEIPT_KIND.GENESIS : RECEIPT_KIND.TASKS,
      firstSeq: task?.seq ?? 0n,
      count: task === undefined ? 0 : 1,
      committeeId: committee.committeeId,
      attempt: event.attempt,
      abortsHash: event.abortsHash,
      anchor: task?.blockHash ?? ZERO_HASH,
      prevRoot: position === undefined ? ZERO_HASH : stateRootOf({ publicRoot: publicRootOfState(position.state), secretRoot: position.secretRoot, ledgerRoot: ZERO_HASH }),
      newRoot: stateRootOf({ publicRoot: publicRootOfState(outcome.state), secretRoot, ledgerRoot: ZERO_HASH }),
      resultsRoot: resultsRootOf(outcome.results.map((one) => one.result)),
    };
    const candidate: Candidate = {
      sessionId: event.sessionId,
      receipt,
      digest: recordDigest(host.domain, RECEIPT, receipt),
      secretRoot,
      state: outcome.state,
      tasks: outcome.results.map((one) => ({
        result: one.result,
        publicBytes: toHex(one.publicBytes),
        masked: one.masked,
        pieces: one.blocks.map((block) => block.pieces.map(heldPiece)),
      })),
    };
    host.failpoint('state.stage.a');
    store.put(`${prefix}/candidate/${running.seq}`, encodeCandidate(candidate));
    host.failpoint('state.stage.c');
    begin(running.seq, candidate);
    log('receipt.staged', { committee: committee.committeeId, seq: running.seq, attempt: event.attempt, digest: candidate.digest, tookPart: event.tookPart });
  }

  function begin(seq: bigint, candidate: Candidate): void {
    const task = contract.tasks.get(seq);
    const journey = startJourney(context, candidate, task === undefined ? [] : [task.header]);
    for (const [index, one] of candidate.tasks.entries()) {
      one.pieces.forEach((held, block) => held.forEach((piece) => takePiece(context, journey, { index, block, ...piece })));
    }
    journeys.set(seq, journey);
  }

  // ---- receipts

  function carry(seq: bigint, journey: Journey, watch: Watch, nowMs: number): void {
    const settlement = contract.settlements.get(seq);
    if (settlement === undefined) {
      if (contract.tasks.get(seq)?.status === 'expired') {
        journeys.delete(seq);
        return;
      }
      if (signReceipt(context, journey) === 'conflict') log('sign.refused', { digest: journey.candidate.digest });
      if (settledRecently(seq, watch)) return;
      const call = settleCall(context, journey);
      if (call === undefined) return ask(journey, nowMs);
      journey.quorumBlock ??= watch.latestNumber;
      const turn = turnOf(committee, host.seat, journey.candidate.receipt.firstSeq);
      if (watch.latestNumber >= journey.quorumBlock + turn) submit(journey, call, watch);
      return;
    }
    if (settlement.receiptDigest !== journey.candidate.digest) {
      // The chain took another attempt's receipt: what we staged is void, and its session's record leads to the one that counts.
      log('receipt.superseded', { committee: committee.committeeId, seq, ours: journey.candidate.digest, settled: settlement.receiptDigest });
      store.delete(`${prefix}/candidate/${seq}`);
      journeys.delete(seq);
      return;
    }
    if (position === undefined ? seq === genesisSeq : position.nextSeq <= seq) promote(seq, journey);
    if (seq !== genesisSeq) openUp(seq, journey, watch, nowMs);
    // Once every seat has said so, none of them needs the session's record to follow.
    if (journey.final.signatures.size === committee.n && !forgotten.has(seq)) {
      forgotten.add(seq);
      machine.forget(journey.candidate.sessionId);
    }
  }

  function promote(seq: bigint, journey: Journey): void {
    const { candidate } = journey;
    writePosition({ state: candidate.state, nextSeq: seq === genesisSeq ? 0n : seq + 1n, secretRoot: candidate.secretRoot });
    works.delete(seq);
    machine.close(candidate.sessionId);
    log('state.promoted', { committee: committee.committeeId, version: candidate.state.version, root: candidate.receipt.newRoot });
  }

  /** After finality: says so, and once enough seats say so, shows the pieces, then the output. */
  function openUp(seq: bigint, journey: Journey, watch: Watch, nowMs: number): void {
    if (signFinal(context, journey) === 'conflict') {
      log('fork.locked', { committee: committee.committeeId, seq, digest: journey.candidate.digest });
      return;
    }
    if (!mayOpen(context, journey)) return ask(journey, nowMs);
    if (!shown.has(journey.candidate.digest)) {
      shown.add(journey.candidate.digest);
      host.failpoint('open.deliver.d');
      for (const piece of ownPieces(context, journey)) context.broadcast(piece);
    }
    signOpenings(context, journey);
    let waiting = false;
    for (const [index, one] of journey.candidate.tasks.entries()) {
      const taskId = one.result.taskId;
      if (one.result.status !== 1 || isOpened(taskId, watch)) continue;
      waiting = true;
      const call = openCall(context, journey, index);
      if (call === undefined) continue;
      journey.openBlock ??= watch.latestNumber;
      if (watch.latestNumber >= journey.openBlock + turnOf(committee, host.seat, journey.candidate.receipt.firstSeq)) submit(journey, call, watch);
    }
    if (waiting) ask(journey, nowMs);
  }
  const shown = new Set<Hex>();
  const forgotten = new Set<bigint>();

  function submit(journey: Journey, call: ChainCall, watch: Watch): void {
    if (watch.latestNumber < journey.submitNotBefore) return;
    journey.submitNotBefore = watch.latestNumber + 3n;
    host.failpoint('settle.send.c');
    host.submit(call).then(
      (submitted) => log(submitted.ok ? 'chain.included' : 'chain.refused', submitted.ok ? { call: call.name, gas: submitted.gasUsed } : { call: call.name, error: submitted.refusal.name }),
      (error: unknown) => log('chain.unreachable', { call: call.name, cause: error instanceof Error ? error.message : 'unknown' }),
    );
  }

  function ask(journey: Journey, nowMs: number): void {
    if (journey.askedMs === 0) journey.askedMs = nowMs;
    if (nowMs - journey.askedMs < askPauseMs) return;
    journey.askedMs = nowMs;
    context.broadcast({ kind: 'ask', message: { receiptDigest: journey.candidate.digest } });
  }

  function settledRecently(seq: bigint, watch: Watch): boolean {
    return watch.recent.some(({ event }) => event.name === 'Settled' && event.contractId === contract.contractId && (seq === genesisSeq ? event.count === 0 : event.count > 0 && event.firstSeq === seq));
  }

  function isOpened(taskId: Hex, watch: Watch): boolean {
    const task = [...contract.tasks.values()].find((one) => one.taskId === taskId);
    return (task?.opened.size ?? 0) > 0 || watch.recent.some(({ event }) => event.name === 'Opened' && event.taskId === taskId);
  }

  function receiveGossip(fromSeat: number, payload: Uint8Array): void {
    const entry = GOSSIP.find((one) => one.byte === payload[0]);
    const decoded = entry && decodeRecord<unknown>(entry.struct as never, payload.subarray(1));
    if (entry === undefined || !decoded?.ok) {
      log('peer.fault', { committee: committee.committeeId, seat: fromSeat, code: 'MALFORMED' });
      return;
    }
    const message = { kind: entry.kind, message: decoded.value } as Gossip;
    const journey = [...journeys.values()].find((one) => one.candidate.digest === message.message.receiptDigest);
    if (journey === undefined) return;
    if (message.kind === 'ask') answerAsk(fromSeat, journey);
    else if (!(message.kind === 'piece' ? takePiece(context, journey, message.message) : takeSignature(context, journey, fromSeat, message))) {
      log('peer.fault', { committee: committee.committeeId, seat: fromSeat, code: 'BAD_SIGNATURE' });
    }
  }

  function answerAsk(toSeat: number, journey: Journey): void {
    const receiptDigest = journey.candidate.digest;
    const reply = (message: Gossip): void => host.send(toSeat, encodeGossip(message));
    const signature = journey.receipt.signatures.get(host.seat);
    if (signature !== undefined) reply({ kind: 'receipt', message: { receiptDigest, signature } });
    const final = journey.final.signatures.get(host.seat);
    if (final !== undefined) reply({ kind: 'final', message: { receiptDigest, signature: final } });
    if (mayOpen(context, journey)) for (const piece of ownPieces(context, journey)) reply(piece);
    for (const [index, agreement] of journey.openings.entries()) {
      const own = agreement?.signatures.get(host.seat);
      const output = journey.outputs[index];
      if (own !== undefined && output !== undefined) reply({ kind: 'opening', message: { receiptDigest, index, outputHash: outputHashOf(output), signature: own } });
    }
  }

  function flush(watch: Watch | undefined): void {
    for (const event of machine.events()) handle(event, watch);
    for (const { to, bytes } of machine.outgoing()) host.send(to, concat(u8(CHANNEL.session), bytes));
  }

  function sift(): void {
    if (program.inbox === undefined || sifted === contract.inbox.length) return;
    const fresh = contract.inbox.slice(sifted).map((item) => ({ index: item.index, height: item.height, body: fromHex(item.body) ?? new Uint8Array() }));
    const result = siftEntries(program.inbox, fresh, marks);
    accepted.push(...result.accepted);
    marks = result.marks;
    sifted = contract.inbox.length;
  }

  for (const name of store.names(`${prefix}/candidate/`)) {
    const bytes = store.get(name);
    if (bytes !== undefined) begin(BigInt(name.slice(name.lastIndexOf('/') + 1)), decodeCandidate(bytes));
  }

  return {
    host,
    step(watch, nowMs) {
      sift();
      for (const [seq, running] of facts) {
        if (running.proceedAt === undefined || running.dead || watch.latestNumber < running.proceedAt) continue;
        facts.set(seq, { ...running, proceedAt: undefined });
        machine.proceed(running.sessionId, nowMs);
      }
      for (const [sessionId, at] of retryLater) {
        if (watch.latestNumber < at) continue;
        retryLater.delete(sessionId);
        machine.proceed(sessionId, nowMs);
      }
      machine.tick(nowMs);
      flush(watch);
      for (const [seq, journey] of [...journeys]) carry(seq, journey, watch, nowMs);
      if (!contract.lost) pursue(nowMs);
      flush(watch);
    },
    receive(fromSeat, channel, payload, nowMs) {
      if (channel === CHANNEL.gossip) receiveGossip(fromSeat, payload);
      else {
        machine.receive(fromSeat, payload, nowMs);
        flush(undefined);
      }
    },
    serving: () => machine.keysReady() && position !== undefined,
    maskKeys: () => machine.maskKeys(),
    state: () => position?.state,
    roots: () => position && { secretRoot: position.secretRoot, ledgerRoot: ZERO_HASH },
    journeyOf: (digest) => [...journeys.values()].find((one) => one.candidate.digest === digest),
    mayOpen: (journey) => mayOpen(context, journey),
    taskFacts(task) {
      const running = facts.get(task.seq);
      const journey = journeys.get(task.seq);
      const plan = running?.prepared?.kind === 'run' ? running.prepared : undefined;
      return {
        stage: stageOf(task, running, journey),
        attempt: running?.attempt ?? 0,
        openings: plan === undefined ? 0 : plan.plan.elements + plan.plan.bits,
        rounds: plan?.plan.rounds ?? 0,
        maskedEntries: plan?.entries.length ?? 0,
        receiptDigest: journey?.candidate.digest ?? null,
      };
    },
  };

  function stageOf(task: TaskView, running: Running | undefined, journey: Journey | undefined): TaskStage {
    if (task.status === 'expired') return 'Expired';
    if (task.opened.size > 0) return 'Opened';
    if (contract.settlements.has(task.seq)) return 'SettledFinal';
    if (journey !== undefined) return journey.receipt.signatures.size >= committee.qHi ? 'Quorum' : journey.receipt.signatures.has(host.seat) ? 'Signed' : 'Staged';
    if (running === undefined) return 'Final';
    return running.dead ? 'Aborted' : running.sessionId === ZERO_HASH ? 'Reserved' : 'Running';
  }
}

const zeroAddress: Hex = `0x${'00'.repeat(20)}`;

function demandOf(prepared: Prepared): Demand {
  if (prepared.kind === 'decided') return {};
  const { triples, ands, daBits } = prepared.plan;
  return { ...(triples > 0 ? { triple: triples } : {}), ...(ands > 0 ? { and: ands } : {}), ...(daBits > 0 ? { daBit: daBits } : {}) };
}

/** The scalars of an event, for its log line. */
function factsOf(event: SessionEvent): Record<string, string | number> {
  return Object.fromEntries(Object.entries(event).filter((pair): pair is [string, string | number] => pair[0] !== 'type' && ['string', 'number'].includes(typeof pair[1])));
}
