// How tasks end: settled by their committee's receipt, or expired; each once. Then a settled output may be opened.
import { fromHex, type Hex } from '@enigma/crypto';
import { keccakHex, ZERO_HASH } from '../abi.ts';
import { type ChainEvent, type Committee, CONTRACT_STATUS, type Head, TASK_STATUS } from '../chain.ts';
import type { Result } from '../chainRecords.ts';
import { digest, type Domain } from '../eip712.ts';
import { foldReceipts } from '../ids.ts';
import { ATTEMPTS_MAX, BATCH_MAX, MASKED_BYTES_MAX, OUTPUT_BYTES_MAX } from '../limits.ts';
import { expiredSplit, settledSplit } from '../outcomes.ts';
import { OPENING, type Receipt, RECEIPT, RECEIPT_KIND, RESULT_STATUS, type Task } from '../records.ts';
import { resultsRootOf } from '../roots.ts';
import { creditNodes, give, releaseEscrow } from './bank.ts';
import { releaseCommittee, signersOrRevert } from './committees.ts';
import { returnDepositsOf } from './deposits.ts';
import { newHead } from './registry.ts';
import { revert } from './revert.ts';
import {
  type CallContext,
  type ChainState,
  type InboxState,
  payerOf,
  type Rule,
  type TaskWord,
  withEntry,
} from './state.ts';
import { taskIdOf } from './tasks.ts';

type SettleCall = Parameters<Rule<'settle'>>[2];
type CreatedTask = Extract<TaskWord, { readonly status: 'created' }>;

export const settle: Rule<'settle'> = (state, context, call) => {
  const { receipt, results, masked, bitmap } = call;
  const head = checkReceipt(state, context, receipt);
  const counts = [call.headers.length, results.length, masked.length];
  if (counts.some((count) => count !== receipt.count)) revert('WrongReceipt', 'count');
  if (resultsRootOf(results) !== receipt.resultsRoot) revert('WrongReceipt', 'resultsRoot');
  const receiptDigest = digest(domainOf(state), RECEIPT, receipt);
  const signed = signersOrRevert(state, receipt.committeeId, receiptDigest, bitmap, call.sigs);
  const have = signed.nodes.length;
  const { qHi, qLo } = signed.committee;
  if (have < qLo) revert('QuorumNotMet', BigInt(have), BigInt(qLo));
  const degraded = have < qHi;
  const settled =
    receipt.kind === RECEIPT_KIND.GENESIS
      ? settleGenesis(state, head, degraded, have, qHi)
      : settleTasks(state, context, call, head, signed, receiptDigest);
  const events: ChainEvent[] = [];
  let next: Head = settled.head;
  if (receipt.kind !== RECEIPT_KIND.GENESIS && degraded) {
    const graceOver = settled.createdAt + state.config.times.graceSeconds;
    if (context.block.timestamp < graceOver) revert('GraceNotOver', BigInt(graceOver));
    next = { ...next, status: CONTRACT_STATUS.DEGRADED };
    events.push({ name: 'DegradedSet', contractId: receipt.contractId, firstSeq: receipt.firstSeq, bitmap });
  }
  next = {
    ...next,
    attempt: receipt.attempt,
    aborts: head.aborts + receipt.attempt,
    stateRoot: receipt.newRoot,
    receiptHead: foldReceipts(head.receiptHead, receiptDigest),
  };
  const { contractId, firstSeq, count, newRoot, resultsRoot } = receipt;
  events.push({
    name: 'Settled',
    contractId,
    firstSeq,
    count,
    receiptDigest,
    newRoot,
    resultsRoot,
    bitmap,
    receipt,
    results,
    masked,
  });
  return { state: { ...settled.state, heads: withEntry(state.heads, contractId, next) }, events };
};

/** Publishes a settled task's output in clear, on the word of T+1 of its committee's seats; the caller gets what was held. */
export const open: Rule<'open'> = (state, { from }, call) => {
  const { taskId, index, receipt, results } = call;
  const word = state.tasks.get(taskId) ?? revert('UnknownTask', taskId);
  if (word.status !== 'settled') return revert('AlreadyEnded', statusOf(word));
  const output = fromHex(call.output) ?? revert('Malformed');
  if (output.length > OUTPUT_BYTES_MAX) revert('OutOfRange', 'output', 0n, BigInt(OUTPUT_BYTES_MAX));
  const receiptDigest = digest(domainOf(state), RECEIPT, receipt);
  if (receiptDigest !== word.receiptDigest) revert('WrongReceipt', 'digest');
  const result = results[index];
  if (result === undefined || resultsRootOf(results) !== receipt.resultsRoot)
    return revert('WrongReceipt', 'resultsRoot');
  if (result.taskId !== taskId) revert('WrongTask', result.taskId, taskId);
  if (result.status !== RESULT_STATUS.OK) revert('WrongReceipt', 'status');
  const opening = digest(domainOf(state), OPENING, { receiptDigest, index, outputHash: keccakHex(output) });
  const signed = signersOrRevert(state, receipt.committeeId, opening, call.bitmap, call.sigs);
  const have = signed.nodes.length;
  if (have < signed.committee.qLo) revert('QuorumNotMet', BigInt(have), BigInt(signed.committee.qLo));
  const opened = { ...state, tasks: withEntry(state.tasks, taskId, { status: 'opened', receiptDigest } as const) };
  return {
    state: releaseEscrow(opened, from, word.held, 0n),
    events: [{ name: 'Opened', taskId, index, output: call.output }],
  };
};

/** Ends overdue tasks at the head of their contract's order. Without liability the base fee goes to the pot. */
export const expire: Rule<'expire'> = (state, context, { headers }) => {
  if (headers.length === 0 || headers.length > BATCH_MAX) revert('OutOfRange', 'count', 1n, BigInt(BATCH_MAX));
  let next = state;
  const events: ChainEvent[] = [];
  for (const header of headers) {
    const { contractId } = header;
    const head = next.heads.get(contractId) ?? newHead();
    const seq = head.doneSeq;
    const taskId = taskIdOf(state, header);
    const word = createdOrRevert(next, header, taskId, seq);
    if (context.block.timestamp <= header.deadline) revert('NotExpired', BigInt(header.deadline));
    const split = expiredSplit(header, word.liable);
    next = {
      ...next,
      tasks: withEntry(next.tasks, taskId, { status: 'expired' } as const),
      heads: withEntry(next.heads, contractId, { ...head, doneSeq: seq + 1n }),
    };
    next = releaseEscrow(next, payerOf(header), split.refund, split.toPot);
    events.push({ name: 'Expired', contractId, taskId, seq, liability: word.liable, refund: split.refund });
  }
  return { state: next, events };
};

/** A contract whose first receipt did not come in time is lost; what was deposited for it goes back to its owner. */
export const declareLost: Rule<'declareLost'> = (state, { block }, { receipt, bitmap, sigs }) => {
  const { contractId } = receipt;
  const head = state.heads.get(contractId) ?? revert('NotServing', CONTRACT_STATUS.NONE);
  if (head.status !== CONTRACT_STATUS.NEW) revert('NotServing', head.status);
  const { newUntilBlock } = state.inboxes.get(contractId) as InboxState;
  if (block.number <= newUntilBlock) revert('GenesisOpen', newUntilBlock);
  const { committeeId } = head;
  let next: ChainState = {
    ...state,
    heads: withEntry(state.heads, contractId, { ...head, status: CONTRACT_STATUS.LOST }),
  };
  let missing = 0;
  const events: ChainEvent[] = [];
  if (committeeId !== ZERO_HASH) {
    if (receipt.kind !== RECEIPT_KIND.GENESIS) revert('WrongReceipt', 'kind');
    if (receipt.committeeId !== committeeId) revert('WrongCommittee', committeeId, receipt.committeeId);
    const receiptDigest = digest(domainOf(state), RECEIPT, receipt);
    const { committee } = signersOrRevert(state, committeeId, receiptDigest, bitmap, sigs);
    missing = (2 ** committee.n - 1 - bitmap) >>> 0;
    const released = releaseCommittee(next, committee);
    next = released.state;
    events.push(...released.events);
  }
  events.push({ name: 'Lost', contractId, committeeId, signed: bitmap, missing });
  const returned = returnDepositsOf(next, contractId);
  return { state: returned.state, events: [...events, ...returned.events] };
};

/** A task's status as the contracts number it. */
export function statusOf(word: TaskWord | undefined): number {
  if (word === undefined) return TASK_STATUS.NONE;
  if (word.status === 'created') return TASK_STATUS.CREATED;
  if (word.status === 'settled') return TASK_STATUS.SETTLED;
  return word.status === 'expired' ? TASK_STATUS.EXPIRED : TASK_STATUS.OPENED;
}

interface SettledPart {
  readonly state: ChainState;
  readonly head: Head;
  /** When the last of the batch's tasks was created; 0 for GENESIS. */
  readonly createdAt: number;
}

function settleGenesis(state: ChainState, head: Head, degraded: boolean, have: number, qHi: number): SettledPart {
  if (degraded) revert('QuorumNotMet', BigInt(have), BigInt(qHi));
  return { state, head: { ...head, status: CONTRACT_STATUS.SERVING }, createdAt: 0 };
}

function settleTasks(
  state: ChainState,
  context: CallContext,
  call: SettleCall,
  head: Head,
  signed: { readonly committee: Committee; readonly nodes: readonly number[] },
  receiptDigest: Hex,
): SettledPart {
  const { receipt } = call;
  let next = state;
  let createdAt = 0;
  for (const [i, header] of call.headers.entries()) {
    const result = call.results[i] as Result;
    // Seqs repeat between contracts: without this a committee could end, and be paid for, another contract's tasks.
    if (header.contractId !== receipt.contractId) revert('WrongReceipt', 'contractId');
    const word = createdOrRevert(next, header, result.taskId, receipt.firstSeq + BigInt(i));
    createdAt = word.createdAt;
    checkResult(context, header, result, call.masked[i] as Hex);
    const split = settledSplit(header, result.status, result.gasUsed, signed.committee.n, signed.nodes.length);
    next = creditNodes(next, signed.nodes, split.perSeat);
    next = releaseEscrow(next, payerOf(header), split.refund, split.toPot);
    next = give({ ...next, escrow: next.escrow - split.toSubmitter }, context.from, split.toSubmitter);
    const settled: TaskWord = { status: 'settled', held: split.held, receiptDigest };
    next = { ...next, tasks: withEntry(next.tasks, result.taskId, settled) };
  }
  const done = receipt.firstSeq + BigInt(receipt.count);
  return { state: next, head: { ...head, doneSeq: done, version: head.version + 1n }, createdAt };
}

function checkResult({ block }: CallContext, header: Task, result: Result, masked: Hex): void {
  if (block.timestamp > header.deadline) revert('DeadlineOver', BigInt(header.deadline));
  if (result.status < RESULT_STATUS.OK || result.status > RESULT_STATUS.NO_GRANT) revert('WrongReceipt', 'status');
  if (result.gasUsed > header.gasLimit) revert('WrongReceipt', 'gasUsed');
  const bytes = fromHex(masked) ?? revert('Malformed');
  if (bytes.length > MASKED_BYTES_MAX) revert('OutOfRange', 'masked', 0n, BigInt(MASKED_BYTES_MAX));
  if (keccakHex(bytes) !== result.maskedHash) revert('WrongReceipt', 'maskedHash');
}

function checkReceipt(state: ChainState, { block }: CallContext, receipt: Receipt): Head {
  const head = state.heads.get(receipt.contractId) ?? newHead();
  if (receipt.committeeId !== head.committeeId || receipt.committeeId === ZERO_HASH) {
    revert('WrongCommittee', head.committeeId, receipt.committeeId);
  }
  if (receipt.generation !== head.generation)
    revert('WrongGeneration', BigInt(head.generation), BigInt(receipt.generation));
  if (receipt.kind === RECEIPT_KIND.GENESIS) {
    if (head.status !== CONTRACT_STATUS.NEW) revert('NotServing', head.status);
    const { newUntilBlock } = state.inboxes.get(receipt.contractId) as InboxState;
    if (block.number > newUntilBlock) revert('GenesisOver', newUntilBlock);
    if (receipt.count !== 0) revert('WrongReceipt', 'count');
  } else if (receipt.kind === RECEIPT_KIND.TASKS) {
    const serving = head.status === CONTRACT_STATUS.SERVING || head.status === CONTRACT_STATUS.DEGRADED;
    if (!serving) revert('NotServing', head.status);
    if (receipt.count === 0 || receipt.count > BATCH_MAX) revert('OutOfRange', 'count', 1n, BigInt(BATCH_MAX));
  } else revert('NotYet', 'kind');
  if (receipt.prevRoot !== head.stateRoot) revert('WrongRoot', head.stateRoot, receipt.prevRoot);
  if (receipt.firstSeq !== head.doneSeq) revert('WrongSeq', head.doneSeq, receipt.firstSeq);
  if (receipt.attempt >= ATTEMPTS_MAX) revert('OutOfRange', 'attempt', 0n, BigInt(ATTEMPTS_MAX - 1));
  if ((receipt.attempt === 0) !== (receipt.abortsHash === ZERO_HASH)) revert('WrongReceipt', 'abortsHash');
  return head;
}

function createdOrRevert(state: ChainState, header: Task, taskId: Hex, seq: bigint): CreatedTask {
  const id = taskIdOf(state, header);
  if (id !== taskId) revert('WrongTask', id, taskId);
  const word = state.tasks.get(taskId) ?? revert('UnknownTask', taskId);
  if (word.status !== 'created') return revert('AlreadyEnded', statusOf(word));
  if (word.seq !== seq) revert('WrongSeq', seq, word.seq);
  return word;
}

function domainOf(state: ChainState): Domain {
  return { chainId: state.config.chainId, verifyingContract: state.config.tasks };
}
