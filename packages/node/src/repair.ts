// One repair at one seat (docs/protocols/repair.md): the keys that a claim names, made with all seats; the same values in fresh shares under them; the receipt; and, once the chain has taken it, this
// seat's own shares of it, also where it had none to begin with. Everything here is done again after a restart from what lies on disk.
import { fromHex, toHex, utf8, type Hex } from '@enigma/crypto';
import { secret, stateFromBytes, type Module } from '@enigma/bytecode';
import type { SecretInput } from '@enigma/mpc';
import { createSessionMachine, type SessionEvent, type SessionMachine, type TasksWork } from '@enigma/mpc/session';
import { decodeRecord, encodeRecord, stateRootOf, ZERO_HASH, type Receipt } from '@enigma/protocol';
import { createRecovery, keepsBackups, type Recovered } from './backup.ts';
import type { Candidate } from './candidate.ts';
import { repairProtocol, type Site } from './execute.ts';
import { askPauseMs, backoffBlocks } from './limits.ts';
import { createMaskVote } from './maskVote.ts';
import { rootAt, type Position, type Positions } from './position.ts';
import { PUBLIC_STATE, type PublicState, type RepairGossip } from './repairGossip.ts';
import { createRepairReceipts } from './repairReceipts.ts';
import type { SeatHost } from './seat.ts';
import { createSessionPorts } from './sessionPorts.ts';
import { publicRootOfState, type ContractState } from './state.ts';
import { keysIdOfContract, type ContractView, type Settlement } from './view.ts';
import type { Watch } from './watch.ts';

export interface RepairHost {
  /** Of the seat as it is to be: under the keys of this repair. */
  readonly host: SeatHost;
  readonly positions: Positions;
  /** This seat's mask keys of the period; empty where they are lost. */
  keptMasks(): ReadonlyMap<number, Uint8Array>;
  /** Whether all other seats are linked: keys need every one. */
  linked(): boolean;
  /** Whether the seat that claimed the loss still says so, or the chain has taken the repair. */
  wanted(nowMs: number): boolean;
  tell(seat: number, message: RepairGossip): void;
}

export interface Repair {
  readonly keysId: Hex;
  step(watch: Watch, nowMs: number): void;
  /** A session's message under these keys. */
  receiveSession(from: number, payload: Uint8Array, nowMs: number): void;
  receive(from: number, message: RepairGossip): void;
  /** The new keys stand and the state can move over to them: nothing is begun under the old ones. */
  due(nowMs: number): boolean;
  /** Whether anything of the new keys is here. */
  begun(): boolean;
  /** No attempt is left, at these keys or at the session from this head. */
  isVoid(): boolean;
  inHand(): number;
}

/** A session of this repair, from one head of the contract. */
interface Session {
  readonly head: string;
  readonly sessionId: Hex;
  readonly receipt: Pick<Receipt, 'firstSeq' | 'prevRoot'>;
  proceedAt: bigint | undefined;
  dead: boolean;
}

export function createRepair({ host, positions, keptMasks, linked, wanted, tell }: RepairHost): Repair {
  const { committee, contract, keysId, program, store, log, checks } = host;
  const prefix = `committee/${keysId}`;
  const machine: SessionMachine = createSessionMachine(
    {
      chainId: host.domain.chainId,
      tasksAddress: host.domain.verifyingContract,
      committeeId: committee.committeeId,
      keysId,
      generation: committee.generation,
      n: committee.n,
      T: committee.T,
      qHi: committee.qHi,
      seat: host.seat,
      boot: host.boot,
      forgets: host.forgets,
    },
    createSessionPorts({ ...host, keysId }),
    host.machine,
  );
  const site: Site = { program, contract, committee, keysId, seat: host.seat, secret: host.secret, checks };
  const vote = createMaskVote({ committee, seat: host.seat, checks });
  const recovery = createRecovery({ committee, seat: host.seat, checks });
  let back: { readonly stateRoot: Hex; readonly found: Recovered } | undefined;
  const receipts = createRepairReceipts({ host, keysId, tell });
  let session: Session | undefined;
  let masksKept = false;
  let isVoid = false;
  let askedMs = -Infinity;
  let latest = 0n;
  /** The public part of the repaired state, from a peer. */
  let told: ContractState | undefined;

  const taken = (): Settlement | undefined =>
    keysIdOfContract(contract) === keysId ? contract.repairs.at(-1) : undefined;

  function handle(event: SessionEvent): void {
    switch (event.type) {
      case 'finished':
        if (session?.sessionId === event.sessionId) receipts.stage(event, session.receipt);
        return;
      case 'aborted':
        log('session.aborted', { keys: keysId, session: event.sessionId, attempt: event.attempt });
        if (session?.sessionId !== event.sessionId) return;
        session.proceedAt = latest + backoffBlocks(event.attempt);
        session.dead = event.nextAttempt === null;
        return;
      case 'keysReady':
        return log('repair.keys', { committee: committee.committeeId, keys: keysId, attempt: event.attempt });
      case 'keysVoid':
        isVoid = true;
        return log('repair.void', { committee: committee.committeeId, keys: keysId });
      case 'peerFault':
        return host.fault(event.seat, event.code);
      case 'blame':
        return log('seat.blamed', {
          committee: committee.committeeId,
          seat: event.seat,
          node: committee.seats[event.seat]?.node ?? -1,
          reason: event.reason,
          evidence: host.evidence.keep(committee, event) ?? 'not kept',
        });
      case 'slotTaken':
        return log('sign.refused', { slot: event.slotKey });
      default:
    }
  }

  function flush(): void {
    for (const event of machine.events()) handle(event);
    for (const { to, bytes } of machine.outgoing()) host.sendSession(to, bytes);
  }

  /** The mask keys of the tenure's one period go on: entries and calls that wait were made with them. */
  function keepMasks(nowMs: number): boolean {
    if (masksKept) return true;
    const own = keptMasks();
    const handed = keepsBackups(committee) ? recovered()?.masks : vote.agreed();
    const keys = own.size > 0 ? own : (storedMasks() ?? handed);
    if (keys === undefined) {
      if (nowMs - askedMs >= askPauseMs) askAll(nowMs);
      return false;
    }
    if (own.size === 0) {
      host.failpoint('repair.masks.a');
      store.put(
        `${prefix}/masks`,
        new TextEncoder().encode(JSON.stringify([...keys].map(([set, key]) => [set, toHex(key)]))),
      );
      host.failpoint('repair.masks.c');
    }
    machine.keepMaskKeys(keys);
    masksKept = true;
    return true;
  }

  /** Of a seat that cannot be spared: its share of the chain's state, from what the others keep for it. */
  function recovered(): Recovered | undefined {
    if (!keepsBackups(committee) || positions.current() !== undefined) return undefined;
    const { stateRoot } = contract;
    if (back?.stateRoot !== stateRoot) {
      const found = recovery.recovered(stateRoot, keysIdOfContract(contract) ?? committee.committeeId);
      back = found && { stateRoot, found };
    }
    return back?.found;
  }

  function storedMasks(): ReadonlyMap<number, Uint8Array> | undefined {
    const bytes = store.get(`${prefix}/masks`);
    if (bytes === undefined) return undefined;
    const read = JSON.parse(new TextDecoder().decode(bytes)) as readonly (readonly [number, Hex])[];
    return new Map(read.map(([set, key]) => [set, fromHex(key) ?? new Uint8Array()]));
  }

  function askAll(nowMs: number): void {
    askedMs = nowMs;
    for (const { seat } of committee.seats) if (seat !== host.seat) tell(seat, { kind: 'want', message: { keysId } });
  }

  /** The session from the contract's present head, by seats that hold its state. */
  function pursue(position: Position, nowMs: number): void {
    const head = { firstSeq: nextSeqOf(contract, position.nextSeq), prevRoot: contract.stateRoot };
    const key = `${head.firstSeq}/${head.prevRoot}`;
    if (session?.head !== key) {
      if (session !== undefined) machine.close(session.sessionId);
      const sessionId = machine.request(workOf(head, position.state, false), nowMs);
      session = { head: key, sessionId, receipt: head, proceedAt: undefined, dead: false };
    }
    proceed(session, nowMs);
  }

  function proceed(one: Session, nowMs: number): void {
    if (one.dead || one.proceedAt === undefined || latest < one.proceedAt) return;
    one.proceedAt = undefined;
    machine.proceed(one.sessionId, nowMs);
  }

  function workOf(head: Session['receipt'], state: ContractState, follows: boolean): TasksWork {
    return {
      kind: 'tasks',
      contractId: contract.contractId,
      firstSeq: head.firstSeq,
      count: 0,
      anchor: head.prevRoot,
      demand: {},
      protocol: repairProtocol(site, state),
      follows,
    };
  }

  /** The chain took it: what this seat staged becomes its state, or it follows those who did. */
  function take(settlement: Settlement, nowMs: number): void {
    const own = receipts.of(settlement.receiptDigest);
    if (own !== undefined) return promote(own, settlement);
    const { receipt } = settlement;
    const key = `${receipt.firstSeq}/${receipt.prevRoot}`;
    if (session?.head === key && !session.dead && receipts.isEmpty()) return proceed(session, nowMs);
    // Another attempt of it ended here than the one that the chain took.
    if (session !== undefined) machine.forget(session.sessionId);
    receipts.clear();
    const before = stateBefore(settlement);
    if (before === undefined) {
      if (nowMs - askedMs >= askPauseMs) askAll(nowMs);
      return;
    }
    const sessionId = machine.request(workOf(receipt, before, true), nowMs);
    session = { head: key, sessionId, receipt, proceedAt: undefined, dead: false };
  }

  /** The state that the repair began with, its shares aside: our own, or what a peer told. */
  function stateBefore(settlement: Settlement): ContractState | undefined {
    const position = positions.current();
    const base = position !== undefined && rootAt(position) === settlement.receipt.prevRoot ? position.state : told;
    return (
      base && {
        ...base,
        version: settlement.version - 1n,
        shares: Array.from({ length: secretsOf(program.verified.module, base) }, () => 0n),
      }
    );
  }

  function promote({ state, secretRoot, sessionId, backup }: Candidate, { receipt, version }: Settlement): void {
    const { cursor, fields } = state;
    const shown: PublicState = {
      keysId,
      ...cursor,
      secretRoot,
      fields: fields.map((bytes) => ({ bytes: toHex(bytes) })),
    };
    store.put(`${prefix}/public`, encodeRecord(PUBLIC_STATE, shown));
    // Of what was settled before, this disk remembers nothing.
    if (positions.current() === undefined) store.put(bornBlob(committee.committeeId), utf8(keysId));
    positions.promote({ state, nextSeq: receipt.firstSeq, secretRoot, keysId, backup });
    receipts.clear();
    machine.close(sessionId);
    host.failpoint('state.promote.d');
    log('repair.promoted', { committee: committee.committeeId, keys: keysId, version, root: receipt.newRoot });
  }

  return {
    keysId,
    step(watch, nowMs) {
      latest = watch.latestNumber;
      machine.tick(nowMs);
      flush();
      if (begun() || (wanted(nowMs) && linked())) machine.request({ kind: 'keys' }, nowMs);
      if (machine.keysReady() && keepMasks(nowMs)) {
        const settlement = taken();
        const position = positions.current() ?? recovered()?.position;
        if (settlement !== undefined) {
          if (positions.current()?.keysId !== keysId) take(settlement, nowMs);
        } else if (position !== undefined && isHead(position) && wanted(nowMs)) {
          pursue(position, nowMs);
          receipts.propose(watch, nowMs);
        } else if (position === undefined && keepsBackups(committee) && nowMs - askedMs >= askPauseMs) askAll(nowMs);
      }
      flush();
    },
    receiveSession(from, payload, nowMs) {
      machine.receive(from, payload, nowMs);
      flush();
    },
    receive(from, message) {
      if (message.kind === 'masks') return vote.take(from, message.message.keys);
      if (message.kind === 'state') return takeState(from, message.message);
      if (message.kind === 'shown') return recovery.take(from, message.message);
      if (message.kind === 'signature') receipts.receive(from, message.message);
    },
    due: (nowMs) => machine.keysReady() && session?.dead !== true && wanted(nowMs),
    begun,
    isVoid: () => isVoid || session?.dead === true,
    inHand: () => receipts.sending(),
  };

  function begun(): boolean {
    return machine.keysReady() || store.names(`${prefix}/key`).length > 0;
  }

  /** Whether this seat holds what the chain has, and the chain's own heads have confirmed the events. */
  function isHead(position: Position): boolean {
    return rootAt(position) === contract.stateRoot && contract.comparedAt >= contract.changedAt;
  }

  function takeState(from: number, { next, head, secretRoot, fields }: PublicState): void {
    const settlement = taken();
    if (settlement === undefined || told !== undefined) return;
    const cursor = { next, head };
    const state: ContractState = {
      version: settlement.version,
      fields: fields.map(({ bytes }) => fromHex(bytes) ?? new Uint8Array()),
      cursor,
      shares: [],
    };
    const root = stateRootOf({ publicRoot: publicRootOfState(state), secretRoot, ledgerRoot: ZERO_HASH });
    if (checks['repair.fields'] && root !== settlement.receipt.newRoot) return host.fault(from, 'BAD_RECORD');
    told = state;
  }
}

/** Under which keys this disk began, where it began with a repair. */
export function bornBlob(committeeId: Hex): string {
  return `committee/${committeeId}/loss/born`;
}

/** The public part that a seat which was there shows to one that was not. */
export function publicStateOf(host: Pick<SeatHost, 'store'>, keysId: Hex): PublicState | undefined {
  const bytes = host.store.get(`committee/${keysId}/public`);
  const read = bytes && decodeRecord(PUBLIC_STATE, bytes);
  return read?.ok === true ? read.value : undefined;
}

/** The next task that has not ended, from where a seat stands. */
function nextSeqOf(contract: ContractView, from: bigint): bigint {
  let seq = from;
  for (let task = contract.tasks.get(seq); task !== undefined && task.status !== 'created';)
    task = contract.tasks.get(++seq);
  return seq;
}

function secretsOf(module: Module, state: ContractState): number {
  let count = 0;
  const values = stateFromBytes<SecretInput>(module, state.fields, () => {
    count++;
    return secret({ share: 0n });
  });
  if (!values.ok) throw new Error(`a state that hashes to the chain's root does not decode: ${values.code}`);
  return count;
}
