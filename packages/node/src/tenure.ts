// One seat of one committee over all its keys: the seat that serves, the claim of a lost disk, and the repairs on their way. Whether a seat is lost, and under which keys it serves, the chain and its own
// disk say; a peer's claim only makes it try.
import { concat, inSet, toHex, type Hex } from '@enigma/crypto';
import { keysIdOf, type SeatState } from '@enigma/protocol';
import { decodeCandidate, encodeCandidate } from './candidate.ts';
import { CHANNEL } from './gossip.ts';
import { askPauseMs } from './limits.ts';
import { createLosses } from './losses.ts';
import { openPositions, rootAt } from './position.ts';
import { bornBlob, createRepair, publicStateOf, type Repair } from './repair.ts';
import { decodeRepair, encodeRepair, type RepairGossip, type SignedLoss } from './repairGossip.ts';
import { createSeat, type Seat, type SeatHost } from './seat.ts';
import { genesisSeq, keysIdOfContract, versionsAsked } from './view.ts';
import type { Watch } from './watch.ts';

export interface Tenure {
  /** The seat, under the keys that it stands on. */
  seat(): Seat;
  state(): SeatState;
  /** Whether messages under this id are for this seat: of its committee, or of keys that it knows. */
  answersTo(id: Hex): boolean;
  step(watch: Watch, nowMs: number, draining: boolean): void;
  receive(id: Hex, fromSeat: number, channel: number, payload: Uint8Array, nowMs: number): void;
  inHand(): number;
}

export type TenureHost = Omit<SeatHost, 'keysId' | 'positions' | 'send' | 'sendSession' | 'forgottenUntil'> & {
  /** To the node that holds a seat, under an id; dropped when it is not connected. */
  readonly sendUnder: (id: Hex, seat: number, payload: Uint8Array) => void;
  /** Whether every other seat of the committee is linked. */
  readonly linked: () => boolean;
};

export function createTenure(host: TenureHost): Tenure {
  const { committee, contract, store, log, checks } = host;
  const { committeeId } = committee;
  const positions = openPositions(store, committeeId, host.failpoint, () => versionsAsked(contract));
  const losses = createLosses({ ...host, isRepaired: isTaken });
  /** By keysId. */
  const repairs = new Map<Hex, Repair>();
  const answeredMs = new Map<string, number>();
  let saidMs = -Infinity;
  let own: SignedLoss | undefined;
  /** Keys of which something is here. */
  let foundUnder: Hex | undefined;
  let seat = seatUnder(positions.current()?.keysId ?? committeeId);
  if (contract.repairs.length > 0 && seat.host.keysId === current()) erase();

  function current(): Hex {
    return keysIdOfContract(contract) ?? committeeId;
  }

  function hostUnder(keysId: Hex): SeatHost {
    return {
      ...host,
      // Under its own claim, which it made after the loss, it has signed nothing that it does not know.
      forgets: host.forgets && (own === undefined || keysIdOf(own) !== keysId),
      keysId,
      positions,
      send: (to, payload) => host.sendUnder(committeeId, to, payload),
      sendSession: (to, bytes) => host.sendUnder(keysId, to, concat(Uint8Array.of(CHANNEL.session), bytes)),
      forgottenUntil: () => {
        const bytes = store.get(bornBlob(committeeId));
        const born = bytes && new TextDecoder().decode(bytes);
        return contract.repairs.find(({ receipt }) => receipt.anchor === born)?.blockNumber ?? -1n;
      },
    };
  }

  function seatUnder(keysId: Hex): Seat {
    return createSeat(hostUnder(keysId));
  }

  const tell = (to: number, message: RepairGossip): void => host.sendUnder(committeeId, to, encodeRepair(message));

  /** The keys that count were made with every seat, this one too; of these nothing is here. */
  function isLost(): boolean {
    const keysId = current();
    if (foundUnder === keysId || !contract.settlements.has(genesisSeq)) return false;
    if (store.names(`committee/${keysId}/key`).length === 0) return true;
    foundUnder = keysId;
    return false;
  }

  /** Under the keys that the chain has, with a share of its state or on the way to it. */
  function isCurrent(): boolean {
    return !checks['repair.current'] || seat.host.keysId === current();
  }

  function claimLoss(nowMs: number): void {
    own ??= losses.own();
    const dead = own !== undefined && repairs.get(keysIdOf(own))?.isVoid() === true;
    if ((own === undefined || dead) && (own === undefined || own.boot < host.boot)) own = losses.claim(host.boot);
    if (own === undefined) return;
    begin(keysIdOf(own));
    if (nowMs - saidMs < askPauseMs) return;
    saidMs = nowMs;
    for (const { seat: to } of committee.seats) if (to !== host.seat) tell(to, { kind: 'loss', message: own });
  }

  function begin(keysId: Hex): void {
    if (repairs.has(keysId)) return;
    repairs.set(
      keysId,
      createRepair({
        host: hostUnder(keysId),
        positions,
        keptMasks: () => seat.maskKeys(),
        linked: host.linked,
        wanted: (nowMs) => {
          const claim = losses.of(keysId);
          return current() === keysId || (claim !== undefined && losses.fresh(claim, nowMs));
        },
        tell,
      }),
    );
  }

  /** Repairs that somebody still asks for, and the one that the chain took while this seat was away. */
  function stepRepairs(watch: Watch, nowMs: number): void {
    const keysId = current();
    if (seat.host.keysId !== keysId && store.names(`committee/${keysId}/key`).length > 0) begin(keysId);
    for (const claim of losses.all()) {
      if (claim.seat === host.seat || !losses.fresh(claim, nowMs)) continue;
      const id = keysIdOf(claim);
      if (!isTaken(id)) begin(id);
    }
    for (const repair of repairs.values()) {
      repair.step(watch, nowMs);
      if (isTaken(repair.keysId) && (repair.keysId !== keysId || positions.current()?.keysId === keysId))
        repairs.delete(repair.keysId);
    }
  }

  function isTaken(keysId: Hex): boolean {
    return contract.repairs.some(({ receipt }) => receipt.anchor === keysId);
  }

  /** The seat begins anew under the keys of its state, as after a restart; what belongs to the old ones goes. */
  function moveOver(): void {
    const keysId = positions.current()?.keysId;
    if (keysId === undefined || keysId === seat.host.keysId) return;
    repairs.delete(keysId);
    seat = seatUnder(keysId);
    erase();
    log('repair.moved', { committee: committeeId, keys: keysId });
  }

  /** Of keys that a repair has replaced: chains, pools, seeds, records, and the shares in kept receipts. Done again at each start. */
  function erase(): void {
    const keysId = current();
    host.failpoint('repair.erase.a');
    const gone = [committeeId, ...contract.repairs.map(({ receipt }) => receipt.anchor)].filter((id) => id !== keysId);
    for (const id of gone) {
      const prefix = `committee/${id}/`;
      for (const name of store.names(prefix)) {
        const kept = id === committeeId && /^(candidate|loss|body)\/|^position$/.test(name.slice(prefix.length));
        if (!kept) store.delete(name);
      }
    }
    host.failpoint('repair.erase.b');
    for (const name of store.names(`committee/${committeeId}/candidate/`)) {
      const candidate = decodeCandidate(store.get(name) ?? new Uint8Array());
      if (candidate.state.shares.length > 0 && contract.settlements.has(BigInt(name.split('/').at(-2) ?? '0')))
        store.put(
          name,
          encodeCandidate({ ...candidate, backup: undefined, state: { ...candidate.state, shares: [] } }),
        );
    }
    host.failpoint('repair.erase.c');
  }

  function answer(from: number, keysId: Hex, nowMs: number): void {
    const claim = losses.of(keysId);
    const shown = publicStateOf(host, keysId);
    if (claim === undefined && shown === undefined) return;
    const before = answeredMs.get(`${from}/${keysId}`) ?? -Infinity;
    if (nowMs - before < askPauseMs / 2) return;
    answeredMs.set(`${from}/${keysId}`, nowMs);
    if (shown !== undefined) tell(from, { kind: 'state', message: shown });
    // Its own keys of the period and no others: who claims a loss learns nothing that it did not have.
    if (claim?.seat !== from) return;
    const had = ({ set }: { readonly set: number }): boolean => !checks['repair.masks'] || !inSet(set, from);
    const keys = [...seat.maskKeys()].map(([set, key]) => ({ set, key: toHex(key) })).filter(had);
    if (keys.length > 0) tell(from, { kind: 'masks', message: { keysId, keys } });
    const position = positions.current();
    if (position?.backup === undefined || rootAt(position) !== contract.stateRoot) return;
    const { state, secretRoot, backup } = position;
    const fields = state.fields.map((bytes) => ({ bytes: toHex(bytes) }));
    const shownBackup = { ...backup, keysId, version: state.version, ...state.cursor, secretRoot, fields, keys };
    tell(from, { kind: 'shown', message: { ...shownBackup, pieces: backup.pieces.filter(had) } });
  }

  function receiveRepair(from: number, payload: Uint8Array, nowMs: number): void {
    const said = decodeRepair(payload);
    if (said === undefined) return host.fault(from, 'MALFORMED');
    if (said.kind === 'loss') {
      if (!losses.take(from, said.message, nowMs)) return;
      const keysId = keysIdOf(said.message);
      if (!isTaken(keysId) && !isLost()) begin(keysId);
      return;
    }
    if (said.kind === 'want') return answer(from, said.message.keysId, nowMs);
    repairs.get(said.message.keysId)?.receive(from, said);
  }

  return {
    seat: () => seat,
    state() {
      if (isLost() || !isCurrent())
        return [...repairs.values()].some((repair) => repair.begun()) ? 'Repairing' : 'Superseded';
      return seat.serving() ? 'Serving' : 'Starting';
    },
    answersTo: (id) => id === committeeId || id === seat.host.keysId || repairs.has(id),
    step(watch, nowMs, draining) {
      if (isLost()) claimLoss(nowMs);
      stepRepairs(watch, nowMs);
      moveOver();
      const paused = [...repairs.values()].some((repair) => repair.due(nowMs)) || !isCurrent();
      // Without a state of a contract that was repaired, it has yet to begin.
      const begins = positions.current() === undefined && contract.repairs.length > 0;
      if (!isLost() && !begins) seat.step(watch, nowMs, draining || paused);
    },
    receive(id, fromSeat, channel, payload, nowMs) {
      if (channel === CHANNEL.repair) return receiveRepair(fromSeat, payload, nowMs);
      const repair = repairs.get(id);
      if (repair !== undefined && channel === CHANNEL.session) return repair.receiveSession(fromSeat, payload, nowMs);
      if (id !== (channel === CHANNEL.session ? seat.host.keysId : committeeId) || isLost() || !isCurrent()) return;
      seat.receive(fromSeat, channel, payload, nowMs);
    },
    inHand: () => seat.inHand() + [...repairs.values()].reduce((sum, repair) => sum + repair.inHand(), 0),
  };
}
