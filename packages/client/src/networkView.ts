// The network as its chain tells it: contracts, committees, tasks and receipts, folded from the logs in their order. What an id binds is recomputed on the way, so that an RPC
// can leave out the end of the story and cannot alter what it tells.
import { policyOf, type Policy } from '@enigma/bytecode';
import type { Hex } from '@enigma/crypto';
import {
  digest,
  RECEIPT_KIND,
  seatsOf,
  settledSplit,
  TASK,
  type ChainEvent,
  type ChainLog,
  type ChainPort,
  type Contract,
  type EventFacts,
  type Receipt,
  type Result,
  type Split,
  type Task,
} from '@enigma/protocol';
import { isClientError, LyingRpc, type ClientError } from './errors.ts';
import { EXPLORED_MAX } from './limits.ts';
import { domainOf } from './ports.ts';
import { bytesOf, checkCommittee, checkDeployed, type Deployed } from './reading.ts';
import { checkSettled } from './receipt.ts';

/** Where the chain has something. */
export interface Place {
  readonly block: bigint;
  readonly tx: Hex;
}

/** What the bytes on chain are: verified, with the policy that follows from them; or why nobody runs them. */
export type Program =
  | { readonly ok: true; readonly deployed: Deployed; readonly policy: Policy }
  | { readonly ok: false; readonly error: ClientError };

/** new: no committee yet. drawn: the committee sets itself up. */
export type ContractStage = 'new' | 'drawn' | 'serving' | 'degraded' | 'lost';

export interface ContractRecord {
  readonly contractId: Hex;
  readonly deployer: Hex;
  readonly contract: Contract;
  readonly deployed: Place;
  readonly program: Program;
  readonly stage: ContractStage;
  readonly committee: CommitteeRecord | undefined;
  /** Entries in its inbox. */
  readonly inputs: bigint;
}

export type CommitteeRecord = EventFacts['CommitteeOpened'] & { readonly opened: Place };

export interface TaskRecord {
  readonly taskId: Hex;
  readonly contractId: Hex;
  /** The function's name, or its selector where the code is none. */
  readonly fn: string;
  readonly seq: bigint;
  readonly header: Task;
  readonly created: Place;
  readonly settled: (Place & { readonly receiptDigest: Hex; readonly result: Result }) | undefined;
  readonly opened: (Place & { readonly output: Hex }) | undefined;
  readonly expired: (Place & { readonly refund: bigint }) | undefined;
  /** The last time that its callee was told. */
  readonly told: (Place & { readonly ok: boolean }) | undefined;
}

export interface ReceiptRecord {
  readonly receiptDigest: Hex;
  readonly receipt: Receipt;
  readonly settled: Place;
  readonly committee: CommitteeRecord;
  /** Seats whose signatures the chain checked. */
  readonly signers: readonly number[];
  readonly tasks: readonly { readonly taskId: Hex; readonly result: Result; readonly split: Split | undefined }[];
}

/** In the order in which the chain had them; ids to records. */
export interface NetworkRecords {
  readonly contracts: ReadonlyMap<Hex, ContractRecord>;
  readonly tasks: ReadonlyMap<Hex, TaskRecord>;
  readonly receipts: ReadonlyMap<Hex, ReceiptRecord>;
  /** Nodes that ever registered. */
  readonly nodes: readonly number[];
  /** Tasks and receipts that are no longer held, being too many: what refers to them is unknown and no lie. */
  readonly forgotten: number;
}

export const NO_RECORDS: NetworkRecords = {
  contracts: new Map(),
  tasks: new Map(),
  receipts: new Map(),
  nodes: [],
  forgotten: 0,
};

type Draft = {
  readonly contracts: Map<Hex, ContractRecord>;
  readonly tasks: Map<Hex, TaskRecord>;
  readonly receipts: Map<Hex, ReceiptRecord>;
  readonly nodes: number[];
  forgotten: number;
};

/** The records after these logs; those before them are not touched, so that a fold over blocks that are not final can be thrown away. */
export function foldLogs(chain: ChainPort, before: NetworkRecords, logs: readonly ChainLog[]): NetworkRecords {
  if (logs.length === 0) return before;
  const draft: Draft = {
    contracts: new Map(before.contracts),
    tasks: new Map(before.tasks),
    receipts: new Map(before.receipts),
    nodes: [...before.nodes],
    forgotten: before.forgotten,
  };
  for (const log of logs) take(chain, draft, log.event, { block: log.blockNumber, tx: log.txHash });
  draft.forgotten += forget(draft.tasks) + forget(draft.receipts);
  return draft;
}

function forget(records: Map<Hex, unknown>): number {
  const tooMany = Math.max(0, records.size - EXPLORED_MAX);
  for (const id of [...records.keys()].slice(0, tooMany)) records.delete(id);
  return tooMany;
}

function take(chain: ChainPort, draft: Draft, event: ChainEvent, place: Place): void {
  switch (event.name) {
    case 'NodeRegistered':
      draft.nodes.push(event.node);
      return;
    case 'ContractDeployed':
      takeContract(chain, draft, event, place);
      return;
    case 'CommitteeOpened': {
      const record = contractOf(draft, event.contractId);
      checkCommittee(record.contract, event, event.committeeId);
      update(draft, record, { committee: { ...event, opened: place }, stage: 'drawn' });
      return;
    }
    case 'InputsAppended': {
      const record = contractOf(draft, event.contractId);
      if (event.first !== record.inputs) throw new LyingRpc('entries of an inbox are missing');
      update(draft, record, { inputs: record.inputs + BigInt(event.count) });
      return;
    }
    case 'DegradedSet':
      update(draft, contractOf(draft, event.contractId), { stage: 'degraded' });
      return;
    case 'Lost':
      update(draft, contractOf(draft, event.contractId), { stage: 'lost' });
      return;
    case 'TaskCreated':
      takeTask(chain, draft, event, place);
      return;
    case 'Settled':
      takeSettled(chain, draft, event, place);
      return;
    case 'Opened':
      endTask(draft, event.taskId, { opened: { ...place, output: event.output } });
      return;
    case 'CallbackDone':
      endTask(draft, event.taskId, { told: { ...place, ok: event.ok } });
      return;
    case 'Expired':
      endTask(draft, event.taskId, { expired: { ...place, refund: event.refund } });
      return;
    default:
  }
}

function takeContract(chain: ChainPort, draft: Draft, event: EventFacts['ContractDeployed'], place: Place): void {
  const { code, initArgs, ...facts } = event;
  const { contractId, deployer, contract } = event;
  draft.contracts.set(contractId, {
    contractId,
    deployer,
    contract,
    deployed: place,
    program: programOf(() => checkDeployed(chain, facts, bytesOf(code), bytesOf(initArgs), place.block)),
    stage: 'new',
    committee: undefined,
    inputs: 0n,
  });
}

/** Anybody may deploy bytes that are no program: that is the deployer's doing, and no lie of the RPC. */
function programOf(check: () => Deployed): Program {
  try {
    const deployed = check();
    return { ok: true, deployed, policy: policyOf(deployed.verified) };
  } catch (error) {
    if (isClientError(error, 'BAD_PROGRAM')) return { ok: false, error };
    throw error;
  }
}

function takeTask(chain: ChainPort, draft: Draft, event: EventFacts['TaskCreated'], place: Place): void {
  const { taskId, contractId, seq, header } = event;
  const { program } = contractOf(draft, contractId);
  if (digest(domainOf(chain), TASK, header) !== taskId) throw new LyingRpc('a task’s header does not hash to its id');
  if (header.contractId !== contractId) throw new LyingRpc('a task of another contract');
  const functions = program.ok ? program.deployed.verified.module.functions : [];
  draft.tasks.set(taskId, {
    taskId,
    contractId,
    fn: functions.find((one) => one.selector === header.fn)?.name ?? header.fn,
    seq,
    header,
    created: place,
    settled: undefined,
    opened: undefined,
    expired: undefined,
    told: undefined,
  });
}

function takeSettled(chain: ChainPort, draft: Draft, event: EventFacts['Settled'], place: Place): void {
  const record = contractOf(draft, event.contractId);
  const { committee } = record;
  if (committee === undefined) throw new LyingRpc('a receipt of a contract without a committee');
  const receiptDigest = checkSettled(domainOf(chain), committee, event);
  const signers = seatsOf(event.bitmap);
  if (signers.length < committee.qLo || signers.some((seat) => seat >= committee.n))
    throw new LyingRpc('a settlement that fewer than T+1 seats signed');
  const tasks = event.results.map((result, i) => {
    const task = draft.tasks.get(result.taskId);
    if (task === undefined) {
      if (draft.forgotten > 0) return { taskId: result.taskId, result, split: undefined };
      throw new LyingRpc('a task has ended and its event is withheld');
    }
    if (task.contractId !== event.contractId || task.seq !== event.firstSeq + BigInt(i))
      throw new LyingRpc('a task is settled out of its place');
    draft.tasks.set(task.taskId, { ...task, settled: { ...place, receiptDigest, result } });
    const split = settledSplit(task.header, result.status, result.gasUsed, committee.n, signers.length);
    return { taskId: result.taskId, result, split };
  });
  draft.receipts.set(receiptDigest, {
    receiptDigest,
    receipt: event.receipt,
    settled: place,
    committee,
    signers,
    tasks,
  });
  const { kind } = event.receipt;
  if (kind === RECEIPT_KIND.GENESIS || kind === RECEIPT_KIND.REPAIR) update(draft, record, { stage: 'serving' });
}

function endTask(draft: Draft, taskId: Hex, ending: Partial<Pick<TaskRecord, 'opened' | 'expired' | 'told'>>): void {
  const task = draft.tasks.get(taskId);
  if (task !== undefined) draft.tasks.set(taskId, { ...task, ...ending });
  else if (draft.forgotten === 0) throw new LyingRpc('a task has ended and its event is withheld');
}

function contractOf(draft: Draft, contractId: Hex): ContractRecord {
  const record = draft.contracts.get(contractId);
  if (record === undefined) throw new LyingRpc('the event of a registered contract is missing');
  return record;
}

function update(draft: Draft, record: ContractRecord, change: Partial<ContractRecord>): void {
  draft.contracts.set(record.contractId, { ...record, ...change });
}
