// What the chain says, folded from its finalised events: a rebuildable cache. Nothing here is decided by this node.
import type { Hex } from '@enigma/crypto';
import {
  foldReceipts,
  isReadSeq,
  RECEIPT_KIND,
  type ChainLog,
  type Contract,
  type EventOf,
  type NodeKeys,
  type Receipt,
  type Result,
  type SignerFrom,
  type Task,
} from '@enigma/protocol';

export interface NodeView {
  readonly index: number;
  readonly owner: Hex;
  /** As they are at present; what signs for a committee is the key of its draw (`signerAt`). */
  readonly keys: NodeKeys;
  /** Every key that it has signed with, and the epoch from which on. */
  readonly signers: readonly SignerFrom[];
  /** Told by events, and not yet found in the chain's own record. */
  readonly rotations: readonly Rotation[];
}

export interface Rotation extends SignerFrom, Pick<NodeKeys, 'sealingKey' | 'tlsSpkiHash'> {
  /** Final block at which the chain's record is asked for next, and how often it has said otherwise. */
  readonly askAt: bigint;
  readonly tries: number;
}

export interface InboxItem {
  readonly index: bigint;
  readonly height: bigint;
  readonly body: Hex;
}

export interface Settlement {
  readonly receipt: Receipt;
  readonly receiptDigest: Hex;
  readonly results: readonly Result[];
  readonly masked: readonly Hex[];
  readonly bitmap: number;
  /** Seats left out of it that have claimed their share since. */
  readonly claimed: Set<number>;
  readonly blockNumber: bigint;
  /** Version of the state that it leaves; GENESIS leaves 0. Of reads the version that comes next. */
  readonly version: bigint;
}

export interface TaskView {
  readonly taskId: Hex;
  readonly seq: bigint;
  readonly header: Task;
  /** Empty while it is off chain and not taken up from there. */
  body: Hex;
  /** The body in the chain's log, with the task or after it. */
  logged: { readonly body: Hex; readonly blockNumber: bigint } | undefined;
  /** Block of the first acknowledgements. */
  ackedAt: bigint | undefined;
  /** Hash and number of the block that holds the record. */
  readonly blockHash: Hex;
  readonly blockNumber: bigint;
  /** Seconds since 1970. */
  readonly blockTime: number;
  /** Of the state that was settled when the chain took the record, and that state's root: what a read is answered from. */
  readonly version: bigint;
  readonly stateRoot: Hex;
  status: 'created' | 'settled' | 'expired';
  /** Outputs shown in clear, by index of the block of outputs. */
  readonly opened: Map<number, Hex>;
}

export interface ContractView {
  readonly contractId: Hex;
  readonly contract: Contract;
  readonly code: Hex;
  readonly initArgs: Hex;
  readonly registeredEpoch: number;
  readonly blockNumber: bigint;
  readonly blockHash: Hex;
  committee: (EventOf<'CommitteeOpened'> & { readonly blockNumber: bigint; readonly blockHash: Hex }) | undefined;
  lost: boolean;
  stateRoot: Hex;
  version: bigint;
  /** Every settlement by first seq; the GENESIS receipt stands under −1. */
  readonly settlements: Map<bigint, Settlement>;
  /** Settlements that end no task: the state under other keys, in order. */
  readonly repairs: Settlement[];
  /** The queue, by seq. */
  readonly tasks: Map<bigint, TaskView>;
  /** Those that leave the state as it is and wait for no other, by seq. */
  readonly reads: Map<bigint, TaskView>;
  /** Seqs of the reads that a receipt may still settle, in order: not those whose deadline is past, which wait for nothing but somebody who ends them. */
  readonly openReads: Set<bigint>;
  readonly inbox: InboxItem[];
  inboxHead: Hex;
  /** Fold of all receipts, as the chain keeps it. */
  receiptHead: Hex;
  /** Block and time (seconds since 1970) of the last receipt of the queue, GENESIS too: with it the next one became due. */
  moved: { readonly blockNumber: bigint; readonly time: number };
  /** Tasks that have neither settled nor expired, and reads that may still be settled. */
  waiting: number;
  /** Block of the last event about this contract. */
  changedAt: bigint;
  /** Final block at which the chain's own heads were last found equal to what the events say. Nothing that came later is computed. */
  comparedAt: bigint;
  /** Why nothing is computed or signed for this contract: its events contradict each other or the chain's heads. */
  stalled: string | undefined;
}

export interface ChainView {
  readonly nodes: Map<number, NodeView>;
  /** How often keys or addresses of a node have changed. */
  keyChanges: number;
  readonly contracts: Map<Hex, ContractView>;
  readonly tasks: Map<Hex, TaskView>;
  /** Blocks of the first acknowledgements of a body, by task: they come before their task where its creation brings them. */
  readonly acked: Map<Hex, bigint>;
  /** Settlements by their receipt's digest. */
  readonly receipts: Map<Hex, Settlement>;
}

/** Declared lost before its first receipt: nothing will ever be asked of its committee. One that is lost later has results that people still open. */
export function neverBegan({ lost, settlements }: ContractView): boolean {
  return lost && !settlements.has(genesisSeq);
}

const zeroHash: Hex = `0x${'00'.repeat(32)}`;
export const genesisSeq = -1n;

export function emptyView(): ChainView {
  return {
    nodes: new Map(),
    keyChanges: 0,
    contracts: new Map(),
    tasks: new Map(),
    acked: new Map(),
    receipts: new Map(),
  };
}

/** Applies one event that `checkLog` found to fit. Events come in the chain's order. `blockTime` is that of a task's creation or of a settlement. */
export function applyLog(view: ChainView, log: ChainLog, blockTime: number): void {
  const event = log.event;
  const about = 'contractId' in event ? view.contracts.get(event.contractId) : undefined;
  if (about !== undefined) about.changedAt = log.blockNumber;
  switch (event.name) {
    case 'NodeRegistered':
      view.nodes.set(event.node, {
        index: event.node,
        owner: event.owner,
        keys: event.keys,
        signers: [{ signer: event.keys.signer, from: event.effectiveEpoch - 1 }],
        rotations: [],
      });
      return;
    case 'KeysRotated': {
      const node = view.nodes.get(event.node);
      const { signer, sealingKey, tlsSpkiHash, effectiveEpoch: from } = event;
      const rotation = { signer, from, sealingKey, tlsSpkiHash, askAt: log.blockNumber, tries: 0 };
      if (node !== undefined) view.nodes.set(event.node, { ...node, rotations: [...node.rotations, rotation] });
      return;
    }
    case 'UrlsChanged': {
      const node = view.nodes.get(event.node);
      if (node !== undefined)
        view.nodes.set(event.node, { ...node, keys: { ...node.keys, peerUrl: event.peerUrl, apiUrl: event.apiUrl } });
      view.keyChanges++;
      return;
    }
    case 'ContractDeployed':
      view.contracts.set(event.contractId, {
        contractId: event.contractId,
        contract: event.contract,
        code: event.code,
        initArgs: event.initArgs,
        registeredEpoch: event.registeredEpoch,
        blockNumber: log.blockNumber,
        blockHash: log.blockHash,
        committee: undefined,
        lost: false,
        stateRoot: zeroHash,
        version: 0n,
        settlements: new Map(),
        repairs: [],
        tasks: new Map(),
        reads: new Map(),
        openReads: new Set(),
        inbox: [],
        inboxHead: zeroHash,
        receiptHead: zeroHash,
        moved: { blockNumber: -1n, time: 0 },
        waiting: 0,
        changedAt: log.blockNumber,
        comparedAt: -1n,
        stalled: undefined,
      });
      return;
    case 'CommitteeOpened':
      known(view, event.contractId).committee = { ...event, blockNumber: log.blockNumber, blockHash: log.blockHash };
      return;
    case 'Lost':
      known(view, event.contractId).lost = true;
      return;
    case 'InputsAppended': {
      const contract = known(view, event.contractId);
      event.bodies.forEach((body, at) =>
        contract.inbox.push({ index: event.first + BigInt(at), height: event.height, body }),
      );
      contract.inboxHead = event.head;
      return;
    }
    case 'TaskCreated': {
      const contract = known(view, event.contractId);
      const task: TaskView = {
        taskId: event.taskId,
        seq: event.seq,
        header: event.header,
        body: event.body,
        logged: event.body === '0x' ? undefined : { body: event.body, blockNumber: log.blockNumber },
        ackedAt: view.acked.get(event.taskId),
        blockHash: log.blockHash,
        blockNumber: log.blockNumber,
        blockTime,
        version: contract.version - 1n,
        stateRoot: contract.stateRoot,
        status: 'created',
        opened: new Map(),
      };
      if (isReadSeq(event.seq)) {
        contract.reads.set(event.seq, task);
        contract.openReads.add(event.seq);
      } else contract.tasks.set(event.seq, task);
      view.tasks.set(event.taskId, task);
      contract.waiting++;
      return;
    }
    case 'Settled': {
      const contract = known(view, event.contractId);
      const { receipt, receiptDigest, results, masked, bitmap } = event;
      const { blockNumber } = log;
      const { version } = contract;
      const facts = { receipt, receiptDigest, results, masked, bitmap, blockNumber, version };
      const settlement: Settlement = { ...facts, claimed: new Set() };
      if (receipt.kind === RECEIPT_KIND.REPAIR) contract.repairs.push(settlement);
      else contract.settlements.set(receipt.kind === RECEIPT_KIND.GENESIS ? genesisSeq : event.firstSeq, settlement);
      view.receipts.set(receiptDigest, settlement);
      contract.receiptHead = foldReceipts(contract.receiptHead, receiptDigest);
      if (receipt.kind !== RECEIPT_KIND.READS) {
        contract.stateRoot = event.newRoot;
        contract.version += 1n;
      }
      if (receipt.kind === RECEIPT_KIND.TASKS || receipt.kind === RECEIPT_KIND.GENESIS)
        contract.moved = { blockNumber, time: blockTime };
      for (const result of results) setStatus(view, result.taskId, 'settled');
      return;
    }
    case 'Opened':
      view.tasks.get(event.taskId)?.opened.set(event.index, event.output);
      return;
    case 'BodyPosted': {
      const task = view.tasks.get(event.taskId);
      if (task !== undefined) task.logged ??= { body: event.body, blockNumber: log.blockNumber };
      return;
    }
    case 'BodyAcked': {
      if (!view.acked.has(event.taskId)) view.acked.set(event.taskId, log.blockNumber);
      const task = view.tasks.get(event.taskId);
      if (task !== undefined) task.ackedAt ??= log.blockNumber;
      return;
    }
    case 'LateClaimed': {
      const settlement = view.receipts.get(event.receiptDigest);
      if (settlement !== undefined) settlement.claimed.add(event.seat);
      return;
    }
    case 'Expired':
      setStatus(view, event.taskId, 'expired');
      return;
    default:
  }
}

/** A rotation that the chain's own record confirms, or that it does not have. `record` = the keys that it has. */
export function endRotation(view: ChainView, index: number, rotation: Rotation, record: NodeKeys | undefined): void {
  const node = view.nodes.get(index);
  if (node === undefined) return;
  const rotations = node.rotations.filter((one) => one.from !== rotation.from);
  if (record === undefined) return void view.nodes.set(index, { ...node, rotations });
  const { signer, from, sealingKey, tlsSpkiHash } = rotation;
  const { payout, operator, peerUrl, apiUrl } = record;
  const keys = { signer, sealingKey, tlsSpkiHash, payout, operator, peerUrl, apiUrl };
  view.nodes.set(index, { ...node, keys, rotations, signers: [...node.signers, { signer, from }] });
  view.keyChanges++;
}

/** The key that a node signs with in committees drawn in `epoch`; undefined before it had one, and while it is not known. */
export function signerAt(view: ChainView, index: number, epoch: number): Hex | undefined {
  const node = view.nodes.get(index);
  if (node === undefined || node.rotations.some(({ from }) => from <= epoch)) return undefined;
  return node.signers.findLast(({ from }) => from <= epoch)?.signer;
}

/** What the committee's keys are called at present: its own id, until a repair has put others in their place. */
export function keysIdOfContract(contract: ContractView): Hex | undefined {
  return contract.repairs.at(-1)?.receipt.anchor ?? contract.committee?.committeeId;
}

/**
 * Reads whose deadline lies before the time of a final block: the chain settles them no more. Nobody has to end them, so they must not hold up anything. What happened up to that block is known.
 */
export function lapseReads(view: ChainView, finalTime: number): void {
  for (const contract of view.contracts.values())
    for (const seq of contract.openReads)
      if ((contract.reads.get(seq)?.header.deadline ?? Infinity) < finalTime) closeRead(contract, seq);
}

function closeRead(contract: ContractView, seq: bigint): void {
  if (contract.openReads.delete(seq)) contract.waiting--;
}

/** Whether no receipt settles it any more, and none did. */
export function isOver(
  contract: Pick<ContractView, 'openReads'>,
  { seq, status }: Pick<TaskView, 'seq' | 'status'>,
): boolean {
  return status === 'expired' || (status === 'created' && isReadSeq(seq) && !contract.openReads.has(seq));
}

/** The versions that open reads are answered from. */
export function versionsAsked(contract: ContractView): ReadonlySet<bigint> {
  const versions = new Set<bigint>();
  for (const seq of contract.openReads) {
    const read = contract.reads.get(seq);
    if (read !== undefined) versions.add(versionRead(contract, read).version);
  }
  return versions;
}

function setStatus(view: ChainView, taskId: Hex, status: TaskView['status']): void {
  const task = view.tasks.get(taskId);
  if (task === undefined) return;
  const contract = view.contracts.get(task.header.contractId);
  if (contract !== undefined && isReadSeq(task.seq)) closeRead(contract, task.seq);
  else if (task.status === 'created' && contract !== undefined) contract.waiting--;
  task.status = status;
}

/** A task or a read. */
export function taskAt(contract: Pick<ContractView, 'tasks' | 'reads'>, seq: bigint): TaskView | undefined {
  return (isReadSeq(seq) ? contract.reads : contract.tasks).get(seq);
}

export interface VersionRead {
  readonly version: bigint;
  readonly stateRoot: Hex;
}

/**
 * The versions that a read may be answered from, and their roots: that of its own block, a function of the chain, and those that repairs left which followed it at once. They hold the same values in
 * other shares.
 */
export function versionsRead(
  { repairs }: Pick<ContractView, 'repairs'>,
  { version, stateRoot }: Pick<TaskView, 'version' | 'stateRoot'>,
): readonly VersionRead[] {
  const versions: VersionRead[] = [{ version, stateRoot }];
  for (const { version: left, receipt } of repairs)
    if (left === version + BigInt(versions.length)) versions.push({ version: left, stateRoot: receipt.newRoot });
  return versions;
}

/** The last of them: the one in the shares that the seats still have. */
export function versionRead(
  contract: Pick<ContractView, 'repairs'>,
  read: Pick<TaskView, 'version' | 'stateRoot'>,
): VersionRead {
  return versionsRead(contract, read).at(-1) as VersionRead;
}

function known(view: ChainView, contractId: Hex): ContractView {
  const contract = view.contracts.get(contractId);
  if (contract === undefined) throw new Error(`an unchecked event names contract ${contractId}`);
  return contract;
}
