// The node: follows the chain, takes its seats, and lets each of them do what is due. Everything outside comes in by ports, so the simulator runs this very code.
import { concat, toHex, wasmKernel, type Hex, type Random, type SigningKey } from '@enigma/crypto';
import type { MachineOptions } from '@enigma/mpc/session';
import type { ChainPort, Domain, SeatState } from '@enigma/protocol';
import { createBoots } from './boots.ts';
import { committeeOf, type CommitteeView } from './committee.ts';
import { ALL_CHECKS, type NodeChecks } from './defences.ts';
import type { Failpoint } from './failpoints.ts';
import { causeOf, contained, createFence, type Failure } from './failure.ts';
import { NODE_CHANNEL } from './gossip.ts';
import { bytesOf } from './hex.ts';
import { openKeyring } from './keyring.ts';
import { createEvidence, type KeptEvidence } from './evidence.ts';
import { expireBlocksDefault, idlePauseMs, stepPauseMs, tasksWaitingMax } from './limits.ts';
import type { Log } from './log.ts';
import type { Links, LinkStats, PeerAddress } from './ports.ts';
import { isRefused, loadProgram } from './program.ts';
import type { Journey } from './receipts.ts';
import type { Seat } from './seat.ts';
import { counted } from './figures.ts';
import type { Signer } from './signer.ts';
import { steadyTime } from './steady.ts';
import type { Store } from './store.ts';
import { createTally, type Tally } from './tally.ts';
import { createTenure, type Tenure } from './tenure.ts';
import { neverBegan, type ContractView, type TaskView } from './view.ts';
import { ChainTrouble, createWatcher, type Watch } from './watch.ts';

export interface NodeHost {
  readonly chain: ChainPort;
  readonly store: Store;
  readonly links: Links;
  readonly random: Random;
  /** The present key when it starts. */
  readonly signerKey: SigningKey;
  /** All signing keys of the folder, as it is now; the present one alone where absent. */
  readonly signerKeys?: () => readonly SigningKey[];
  /** Keys of this node have rotated, finally: makes the set of this signer the present one, on disk and on links. Durable when it returns. */
  readonly rotated?: (signer: Hex) => void;
  /** Root of salts, 32 bytes. */
  readonly secret: Uint8Array;
  /** This node's index in the chain's records. */
  readonly index: number;
  readonly failpoint: Failpoint;
  readonly log: Log;
  /** Waiting times and, in tests and the simulator, batch sizes and checks switched off. */
  readonly machine?: MachineOptions;
  /** Tasks of a contract that may wait before clients are told to come later, where fewer than the limit. */
  readonly tasksWaiting?: () => number;
  /** Blocks after a deadline before a seat ends the task that holds up its queue, where not the default; 0 = never. */
  readonly expireBlocks?: () => number;
  /** Checks that tests and the simulator switch off; host/run.ts passes none. */
  readonly checks?: Partial<NodeChecks>;
}

export interface Readiness {
  readonly ready: boolean;
  /** Links up, of those that seats need. */
  readonly peers: number;
  readonly peersNeeded: number;
  readonly chainFresh: boolean;
  readonly seatsServing: number;
  readonly seats: number;
  /** Seats whose next task, or the scheduled one that they prepare for, has waited long for material. */
  readonly seatsStarved: number;
}

export interface Node {
  readonly index: number;
  readonly domain: Domain;
  readonly signer: Signer;
  readonly checks: NodeChecks;
  /** Reads the chain and does what is due. Rejects when the chain cannot be reached, or broke its finality. Of `nowMs` here and below only how far it goes on counts; going back counts as standing still. */
  step(nowMs: number): Promise<void>;
  receive(from: number, payload: Uint8Array, nowMs: number): void;
  watch(): Watch;
  seats(): readonly Seat[];
  seatOf(contractId: Hex): Seat | undefined;
  /** Where a seat of this node stands. */
  stateOf(seat: Seat): SeatState;
  taskOf(taskId: Hex): { readonly seat: Seat; readonly task: TaskView } | undefined;
  journeyOf(receiptDigest: Hex): { readonly seat: Seat; readonly journey: Journey } | undefined;
  /** Whether anything of this seat's may be signed. */
  mayServe(seat: Seat): boolean;
  linkStats(): LinkStats;
  /** Peers that are linked. */
  linked(): readonly number[];
  ready(): Readiness;
  readonly tally: Tally;
  /** What it holds against seats of its committees. */
  readonly evidence: KeptEvidence;
  /** The number of this start. */
  boot(): bigint;
  draining(): boolean;
  /** Contracts that stand still after an error of ours. */
  failures(): readonly Failure[];
  /** Whether it is unsafe to go on after an error that came out of this node. */
  endsNode(error: unknown): boolean;
  /** Begins nothing new from here on. */
  drain(): void;
  /** Sessions that run and transactions on their way: what a stopping node waits for. */
  inHand(): number;
  /** The same with receipts that are not settled and opened yet: what a node that is taken down finishes. */
  unfinished(): number;
  /** Milliseconds that whoever steps it lets pass before the next step: more where nothing is in hand. */
  pauseMs(): number;
}

/** Keys or configuration are not those that this folder was made with. */
export class WrongFolder extends Error {
  readonly code = 'WRONG_FOLDER';
}

const committeeIdBytes = 32;

export function createNode(host: NodeHost): Node {
  const { chain, links } = host;
  const tally = createTally();
  const log = counted(host.log, tally);
  const fence = createFence(host.store, host.failpoint);
  const { store, failpoint } = fence;
  const domain: Domain = { chainId: chain.chainId, verifyingContract: chain.tasks };
  const evidence = createEvidence(store, domain);
  const checks: NodeChecks = { ...ALL_CHECKS, ...host.checks };
  const opened = openKeyring({ ...host, store, failpoint }, domain, host.index, checks);
  if (opened === undefined)
    throw new WrongFolder(
      `This folder belongs to another node, key, chain or deployment than node ${host.index} of ${domain.verifyingContract}.`,
    );
  const keyring = opened;
  const signer = keyring.present;
  const watcher = createWatcher({ chain, domain, store, failpoint, log, checks });
  /** By committee. */
  const tenures = new Map<Hex, Tenure>();
  const refused = new Set<Hex>();
  const failures = new Map<Hex, Failure>();
  const faults = new Map<string, number>();
  const steady = steadyTime();
  let steppedMs = 0;
  let draining = false;
  const boots = createBoots({
    domain,
    index: host.index,
    store,
    signer,
    random: host.random,
    log,
    checks,
    signerOf: (node) => watcher.state.view.nodes.get(node)?.keys.signer,
    send: (to, payload) => void links.send(to, concat(bytesOf(NODE_CHANNEL), payload)),
    fault,
  });
  let keyChanges = 0;

  let { boot } = boots;

  /** Seats of committees that have been drawn since; those that the program's own record speaks against are refused, once. */
  function takeSeats(): void {
    const { view, fresh } = watcher.state;
    if (!fresh) return;
    followKeys();
    const registered = view.nodes.get(host.index)?.keys.signer;
    if (checks['keys.registered'] && registered !== undefined && registered !== signer.address)
      throw new WrongFolder(
        `Node ${host.index} is registered with signer ${registered}, and these keys are ${signer.address}: its keys or its index belong to another node. Nobody would believe what it signs.`,
      );
    for (const contract of view.contracts.values()) {
      if (contract.committee === undefined || contract.stalled !== undefined || neverBegan(contract)) continue;
      const { committeeId } = contract.committee;
      if (!contract.committee.seats.includes(host.index) || tenures.has(committeeId) || refused.has(committeeId))
        continue;
      takeSeat(contract, committeeId);
    }
  }

  /** Of a contract that was read again the seat begins anew, as after a restart: it rests on what was held before. A seat of one that never began is over. */
  function leaveSeats(): void {
    const { contracts } = watcher.state.view;
    for (const [committeeId, tenure] of tenures) {
      const { contract } = tenure.seat().host;
      if (contracts.get(contract.contractId) !== contract) tenures.delete(committeeId);
      else if (neverBegan(contract)) {
        tenures.delete(committeeId);
        log('seat.left', { committee: committeeId, contract: contract.contractId });
      }
    }
  }

  /** Final rotations, this node's own and those of its peers. */
  function followKeys(): void {
    const { view } = watcher.state;
    if (view.keyChanges === keyChanges) return;
    keyChanges = view.keyChanges;
    const before = signer.address;
    const registered = view.nodes.get(host.index)?.keys.signer;
    if (registered !== undefined && keyring.follow(registered) && signer.address !== before) {
      boots.rekeyed();
      log('node.keys', { signer: signer.address, before });
    }
    for (const tenure of tenures.values()) links.know(peersOf(tenure.seat().host.committee));
  }

  function takeSeat(contract: ContractView, committeeId: Hex): void {
    try {
      const tenure = tenureOf(contract, committeeId);
      if (tenure === undefined) return;
      tenures.set(
        committeeId,
        contained(tenure, fence, checks, (error) => fail(contract, committeeId, error)),
      );
    } catch (error) {
      if (!checks.contained || fence.endsNode(error)) throw error;
      refused.add(committeeId);
      fail(contract, committeeId, error);
    }
  }

  /** An error of ours in what one contract asks for: nothing more of it is computed or signed here until the next start. */
  function fail({ contractId }: ContractView, committeeId: Hex, error: unknown): void {
    failures.set(committeeId, { contractId, committeeId, error });
    log('contract.failed', { contract: contractId, committee: committeeId, ...causeOf(error) });
  }

  function tenureOf(contract: ContractView, committeeId: Hex): Tenure | undefined {
    const committee = committeeOf(watcher.state.view, contract);
    const seat = committee?.seats.find((one) => one.node === host.index)?.seat;
    if (committee === undefined || seat === undefined) return undefined;
    const own = keyring.of(committee.seats[seat]?.signer ?? '0x') ?? (checks['keys.drawn'] ? undefined : signer);
    if (own === undefined) {
      refused.add(committeeId);
      log('contract.refused', {
        contract: contract.contractId,
        what: 'signer',
        why: 'the key of its draw is not here',
      });
      return undefined;
    }
    const program = loadProgram(domain, contract, committee, checks);
    if (isRefused(program)) {
      refused.add(committeeId);
      log('contract.refused', { contract: contract.contractId, what: program.refused, why: program.why });
      return undefined;
    }
    links.know(peersOf(committee));
    const others = committee.seats.map((one) => one.node).filter((node) => node !== host.index);
    const tenure = createTenure({
      domain,
      contract,
      committee,
      program,
      start: program.start,
      seat,
      boot: boots.boot,
      forgets: boots.forgets(committee.blockNumber, watcher.state.finalizedNumber),
      store,
      signer: own,
      random: host.random,
      kernel: wasmKernel,
      secret: host.secret,
      failpoint,
      log,
      checks,
      tally,
      evidence,
      tasksWaiting: host.tasksWaiting ?? (() => tasksWaitingMax),
      expireBlocks: host.expireBlocks ?? (() => expireBlocksDefault),
      ...(host.machine === undefined ? {} : { machine: host.machine }),
      sendUnder: (id, to, payload) => void links.send(committee.seats[to]?.node ?? -1, concat(bytesOf(id), payload)),
      linked: () => {
        const connected = new Set(links.connected());
        return others.every((node) => connected.has(node));
      },
      submit: (call) => chain.submit(call),
      fault: (by, code) => fault(committee.seats[by]?.node ?? -1, code),
      refuse: (why) => boots.refuse(why),
    });
    log('seat.taken', { committee: committeeId, contract: contract.contractId, seat, n: committee.n, T: committee.T });
    return tenure;
  }

  /** Where the others listen, as they registered it; whoever registered nonsense is not dialled. */
  function peersOf(committee: CommitteeView): readonly PeerAddress[] {
    return committee.seats.flatMap((one) => {
      const { peerUrl, tlsSpkiHash } = watcher.state.view.nodes.get(one.node)?.keys ?? one;
      const address = addressOf(one.node, peerUrl, tlsSpkiHash);
      if (address === undefined) log('peer.unreachable', { node: one.node, url: peerUrl });
      return address === undefined ? [] : [address];
    });
  }

  /** The first fault of a kind is a line, then the second, the fourth, the eighth …: a peer cannot fill the disk. */
  function fault(peer: number, code: string): void {
    const key = `${peer}/${code}`;
    const count = (faults.get(key) ?? 0) + 1;
    faults.set(key, count);
    tally.add('enigma_peer_faults_total');
    if (!checks.faultLines || (count & (count - 1)) === 0) log('peer.fault', { node: peer, code, count });
  }

  /** T + 1 others, one of them honest, know of no later start: nothing of a session is signed before. */
  function cleared(seat: Seat): boolean {
    const { seats: all, T } = seat.host.committee;
    return (
      !checks['boots.cleared'] ||
      all.filter((one) => one.node !== host.index && boots.confirmedBy(one.node)).length >=
        Math.min(T + 1, all.length - 1)
    );
  }

  const inHand = (): number => [...tenures.values()].reduce((sum, tenure) => sum + tenure.inHand(), 0);
  const unfinished = (): number =>
    [...tenures.values()]
      .filter((tenure) => tenure.state() === 'Serving')
      .reduce((sum, tenure) => sum + tenure.inHand() + tenure.seat().unfinished(), 0);
  const allSeats = (): readonly Seat[] => [...tenures.values()].map((tenure) => tenure.seat());
  const stateOf = (seat: Seat): SeatState => tenures.get(seat.host.committee.committeeId)?.state() ?? 'Starting';
  const mayAct = (seat: Seat): boolean =>
    (!checks.stalled || seat.host.contract.stalled === undefined) && stateOf(seat) !== 'Failed' && cleared(seat);

  return {
    index: host.index,
    domain,
    signer,
    checks,
    async step(clockMs) {
      const nowMs = steady(clockMs);
      steppedMs = nowMs;
      let trouble: unknown;
      try {
        await watcher.step();
        leaveSeats();
        takeSeats();
        for (const tenure of tenures.values()) await watcher.compare(tenure.seat().host.contract);
      } catch (error) {
        // Rounds go on while the chain is away; what needs it waits.
        if (!(error instanceof ChainTrouble)) throw error;
        trouble = error;
      }
      boots.step(links.connected(), nowMs);
      // A blank folder takes a later number: nothing was signed under the first.
      if (boots.boot !== boot) {
        tenures.clear();
        failures.clear();
        boot = boots.boot;
        takeSeats();
      }
      if (watcher.state.fresh)
        for (const tenure of tenures.values()) if (mayAct(tenure.seat())) tenure.step(watcher.state, nowMs, draining);
      if (trouble !== undefined) throw trouble;
    },
    receive(from, payload, clockMs) {
      const nowMs = steady(clockMs);
      if (payload.length <= committeeIdBytes) return fault(from, 'MALFORMED');
      const id = toHex(payload.subarray(0, committeeIdBytes));
      if (id === NODE_CHANNEL) return boots.receive(from, payload.subarray(committeeIdBytes));
      const tenure = [...tenures.values()].find((one) => one.answersTo(id));
      const seat = tenure?.seat();
      const fromSeat = seat?.host.committee.seats.find((one) => one.node === from)?.seat;
      // A peer may know of a committee a block before us; what it sends is asked for again.
      const current = !checks['boots.current'] || boots.current(from);
      if (tenure === undefined || seat === undefined || fromSeat === undefined || !mayAct(seat) || !current) return;
      const channel = payload[committeeIdBytes] as number;
      tenure.receive(id, fromSeat, channel, payload.subarray(committeeIdBytes + 1), nowMs);
    },
    watch: () => watcher.state,
    seats: allSeats,
    stateOf,
    seatOf: (contractId) => allSeats().find((seat) => seat.host.contract.contractId === contractId),
    taskOf(taskId) {
      const task = watcher.state.view.tasks.get(taskId);
      const seat = task && allSeats().find((one) => one.host.contract.contractId === task.header.contractId);
      return task && seat && { seat, task };
    },
    journeyOf(receiptDigest) {
      for (const seat of allSeats()) {
        const journey = seat.journeyOf(receiptDigest);
        if (journey !== undefined) return { seat, journey };
      }
      return undefined;
    },
    mayServe: mayAct,
    linkStats: () => links.stats(),
    linked: () => links.connected(),
    ready() {
      const needed = new Set(
        allSeats()
          .flatMap((seat) => seat.host.committee.seats.map((one) => one.node))
          .filter((node) => node !== host.index),
      );
      const peers = links.connected().filter((peer) => needed.has(peer)).length;
      const serving = allSeats().filter((seat) => stateOf(seat) === 'Serving').length;
      const peersNeeded = Math.max(0, ...allSeats().map((seat) => 2 * seat.host.committee.T));
      const chainFresh = watcher.state.fresh;
      const starved = allSeats().filter((seat) => seat.starved(steppedMs)).length;
      const served = serving === tenures.size && failures.size === 0 && starved === 0;
      const ready = !draining && chainFresh && peers >= peersNeeded && served;
      return {
        ready,
        peers,
        peersNeeded,
        chainFresh,
        seatsServing: serving,
        seats: tenures.size,
        seatsStarved: starved,
      };
    },
    tally,
    evidence,
    boot: () => boots.boot,
    draining: () => draining,
    failures: () => [...failures.values()],
    endsNode: (error) => fence.endsNode(error),
    drain() {
      draining = true;
    },
    unfinished,
    inHand,
    pauseMs: () => (inHand() === 0 && unfinished() === 0 ? idlePauseMs : stepPauseMs),
  };
}

/** `tls://host:port`, as registered: anybody's text. */
export function addressOf(index: number, peerUrl: string, spkiHash: Hex): PeerAddress | undefined {
  const parts = /^[a-z]+:\/\/(?:\[([0-9a-fA-F:]+)\]|([A-Za-z0-9.-]+)):(\d{1,5})$/.exec(peerUrl);
  const name = parts?.[1] ?? parts?.[2];
  const port = Number(parts?.[3]);
  return name === undefined || port < 1 || port > 65_535 ? undefined : { index, host: name, port, spkiHash };
}
