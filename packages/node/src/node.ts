// The node: follows the chain, takes its seats, and lets each of them do what is due. Everything outside comes in by ports, so the simulator runs this very code.
import { concat, fromHex, toHex, wasmKernel, type Hex, type Random } from '@enigma/crypto';
import type { MachineOptions } from '@enigma/mpc/session';
import type { ChainPort, Domain } from '@enigma/protocol';
import { committeeOf } from './committee.ts';
import type { Failpoint } from './failpoints.ts';
import type { Log } from './log.ts';
import type { Links, LinkStats, PeerAddress } from './ports.ts';
import { isRefused, loadProgram } from './program.ts';
import type { Journey } from './receipts.ts';
import { createSeat, type Seat } from './seat.ts';
import { createSigner, type Signer } from './signer.ts';
import type { SigningKey } from '@enigma/crypto';
import type { Store } from './store.ts';
import type { TaskView } from './view.ts';
import { createWatcher, type Watch } from './watch.ts';

export interface NodeHost {
  readonly chain: ChainPort;
  readonly store: Store;
  readonly links: Links;
  readonly random: Random;
  readonly signerKey: SigningKey;
  /** Root of salts, 32 bytes. */
  readonly secret: Uint8Array;
  /** This node's index in the chain's records. */
  readonly index: number;
  readonly failpoint: Failpoint;
  readonly log: Log;
  /** Waiting times and, in tests and the simulator, batch sizes and checks switched off. */
  readonly machine?: MachineOptions;
}

export interface Readiness {
  readonly ready: boolean;
  /** Links up, of those that seats need. */
  readonly peers: number;
  readonly peersNeeded: number;
  readonly chainFresh: boolean;
  readonly seatsServing: number;
  readonly seats: number;
}

export interface Node {
  readonly index: number;
  readonly domain: Domain;
  readonly signer: Signer;
  /** Reads the chain and does what is due. Rejects when the chain cannot be reached, or broke its finality. */
  step(nowMs: number): Promise<void>;
  receive(from: number, payload: Uint8Array, nowMs: number): void;
  watch(): Watch;
  seats(): readonly Seat[];
  seatOf(contractId: Hex): Seat | undefined;
  taskOf(taskId: Hex): { readonly seat: Seat; readonly task: TaskView } | undefined;
  journeyOf(receiptDigest: Hex): { readonly seat: Seat; readonly journey: Journey } | undefined;
  linkStats(): LinkStats;
  ready(): Readiness;
}

const committeeIdBytes = 32;

export function createNode(host: NodeHost): Node {
  const { chain, store, links, log } = host;
  const domain: Domain = { chainId: chain.chainId, verifyingContract: chain.tasks };
  const signer = createSigner(host.signerKey, store, host.failpoint);
  const watcher = createWatcher(chain, store);
  /** By committee. */
  const seats = new Map<Hex, Seat>();
  const refused = new Set<Hex>();
  // Each start has a number of its own, told to peers: a copy of this folder that runs elsewhere shows by it.
  const boot = BigInt(store.mark('boot') + 1);
  store.raiseMark('boot', Number(boot));

  function takeSeats(): void {
    const { view } = watcher.state;
    for (const contract of view.contracts.values()) {
      const committee = committeeOf(view, contract);
      if (committee === undefined || seats.has(committee.committeeId) || refused.has(committee.committeeId)) continue;
      const seat = committee.seats.find((one) => one.node === host.index)?.seat;
      if (seat === undefined) continue;
      const program = loadProgram(domain, contract, committee);
      if (isRefused(program)) {
        refused.add(committee.committeeId);
        log('contract.refused', { contract: contract.contractId, what: program.refused, why: program.why });
        continue;
      }
      links.know(committee.seats.map((one) => addressOf(one.node, one.peerUrl, one.tlsSpkiHash)));
      const committeeBytes = fromHex(committee.committeeId) ?? new Uint8Array();
      seats.set(
        committee.committeeId,
        createSeat({
          domain,
          contract,
          committee,
          program,
          seat,
          boot,
          store,
          signer,
          random: host.random,
          kernel: wasmKernel,
          secret: host.secret,
          failpoint: host.failpoint,
          log,
          ...(host.machine === undefined ? {} : { machine: host.machine }),
          send: (to, payload) => void links.send(committee.seats[to]?.node ?? -1, concat(committeeBytes, payload)),
          submit: (call) => chain.submit(call),
        }),
      );
      log('seat.taken', { committee: committee.committeeId, contract: contract.contractId, seat, n: committee.n, T: committee.T });
    }
  }

  const allSeats = (): readonly Seat[] => [...seats.values()];

  return {
    index: host.index,
    domain,
    signer,
    async step(nowMs) {
      await watcher.step();
      takeSeats();
      for (const seat of seats.values()) seat.step(watcher.state, nowMs);
    },
    receive(from, payload, nowMs) {
      if (payload.length <= committeeIdBytes) return log('peer.fault', { node: from, code: 'MALFORMED' });
      const seat = seats.get(toHex(payload.subarray(0, committeeIdBytes)));
      const fromSeat = seat?.host.committee.seats.find((one) => one.node === from)?.seat;
      // A peer may know of a committee a block before us; what it sends is asked for again.
      if (seat === undefined || fromSeat === undefined) return;
      seat.receive(fromSeat, payload[committeeIdBytes] as number, payload.subarray(committeeIdBytes + 1), nowMs);
    },
    watch: () => watcher.state,
    seats: allSeats,
    seatOf: (contractId) => allSeats().find((seat) => seat.host.contract.contractId === contractId),
    taskOf(taskId) {
      const task = watcher.state.view.tasks.get(taskId);
      const seat = task && allSeats().find((one) => one.host.contract.contractId === task.header.contractId);
      return task && seat && { seat, task };
    },
    journeyOf(receiptDigest) {
      for (const seat of seats.values()) {
        const journey = seat.journeyOf(receiptDigest);
        if (journey !== undefined) return { seat, journey };
      }
      return undefined;
    },
    linkStats: () => links.stats(),
    ready() {
      const needed = new Set(allSeats().flatMap((seat) => seat.host.committee.seats.map((one) => one.node)).filter((node) => node !== host.index));
      const peers = links.connected().filter((peer) => needed.has(peer)).length;
      const serving = allSeats().filter((seat) => seat.serving()).length;
      const peersNeeded = Math.max(0, ...allSeats().map((seat) => 2 * seat.host.committee.T));
      const chainFresh = watcher.state.fresh;
      return { ready: chainFresh && peers >= peersNeeded && serving === seats.size, peers, peersNeeded, chainFresh, seatsServing: serving, seats: seats.size };
    },
  };
}

/** `tls://host:port`, as registered. */
function addressOf(index: number, peerUrl: string, spkiHash: Hex): PeerAddress {
  const at = peerUrl.lastIndexOf(':');
  return { index, host: peerUrl.slice(peerUrl.indexOf('//') + 2, at).replace(/^\[|\]$/g, ''), port: Number(peerUrl.slice(at + 1)), spkiHash };
}
