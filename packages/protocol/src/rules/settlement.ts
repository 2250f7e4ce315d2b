// How tasks end: settled by their committee's receipt, or expired; each once.
import { fromHex, type Hex } from '@enigma/crypto';
import { keccakHex, ZERO_HASH } from '../abi.ts';
import { type ChainEvent, type Committee, CONTRACT_STATUS, type Head, TASK_STATUS } from '../chain.ts';
import type { Result } from '../chainRecords.ts';
import { digest, type Domain } from '../eip712.ts';
import { contractAccountOf, foldReceipts, isReadFunction, isReadSeq } from '../ids.ts';
import { ATTEMPTS_MAX, BATCH_MAX, MASKED_BYTES_MAX, READ_SEQ } from '../limits.ts';
import { expiredSplit, settledSplit } from '../outcomes.ts';
import { type Receipt, RECEIPT, RECEIPT_KIND, RESULT_STATUS, type Task } from '../records.ts';
import { resultsRootOf } from '../roots.ts';
import { creditNodes, releaseEscrow } from './bank.ts';
import { signersOrRevert } from './committees.ts';
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

export const settle: Rule<'settle'> = (state, context, given) => {
  const { receipt, masked, bitmap } = given;
  const head = checkReceipt(state, context, receipt);
  const receiptDigest = digest(domainOf(state), RECEIPT, receipt);
  const signed = signersOrRevert(state, receipt.committeeId, receiptDigest, bitmap, given.sigs);
  const have = signed.nodes.length;
  const { qHi, qLo } = signed.committee;
  if (have < qLo) revert('QuorumNotMet', BigInt(have), BigInt(qLo));
  const degraded = have < qHi;
  const counts = [given.headers.length, given.results.length, masked.length];
  if (counts.some((count) => count !== receipt.count)) revert('WrongReceipt', 'count');
  const call = computed(state, given);
  const { results } = call;
  const reads = receipt.kind === RECEIPT_KIND.READS;
  const settled =
    receipt.kind !== RECEIPT_KIND.TASKS && !reads
      ? settleState(state, head, degraded, have, qHi, receipt)
      : settleTasks(state, context, call, head, signed, receiptDigest);
  if (resultsRootOf(results) !== receipt.resultsRoot) revert('WrongReceipt', 'resultsRoot');
  const events: ChainEvent[] = [];
  let next: Head = settled.head;
  if (degraded) {
    const graceOver = settled.createdAt + state.config.times.graceSeconds;
    if (context.block.timestamp < graceOver) revert('GraceNotOver', BigInt(graceOver));
    // Who did not sign a read lacks nothing.
    if (!reads) {
      next = { ...next, status: CONTRACT_STATUS.DEGRADED };
      events.push({ name: 'DegradedSet', contractId: receipt.contractId, firstSeq: receipt.firstSeq, bitmap });
    }
  }
  next = {
    ...next,
    attempt: receipt.attempt,
    aborts: head.aborts + receipt.attempt,
    stateRoot: reads ? head.stateRoot : receipt.newRoot,
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

/** Ends overdue tasks at the head of their contract's order, and overdue reads in any. Without liability the base fee goes to the pot. */
export const expire: Rule<'expire'> = (state, context, { headers }) => {
  if (headers.length === 0 || headers.length > BATCH_MAX) revert('OutOfRange', 'count', 1n, BigInt(BATCH_MAX));
  let next = state;
  const events: ChainEvent[] = [];
  for (const header of headers) {
    const { contractId } = header;
    const head = next.heads.get(contractId) ?? newHead();
    const taskId = taskIdOf(state, header);
    const word = createdOrRevert(next, taskId);
    const isRead = isReadFunction(header.fn);
    const seq = isRead ? word.seq : head.doneSeq;
    if (word.seq !== seq) revert('WrongSeq', seq, word.seq);
    if (context.block.timestamp <= header.deadline) revert('NotExpired', BigInt(header.deadline));
    // With less than a grace nobody answers: a deadline that none can meet would buy a free refund, and blame.
    const timely = header.deadline >= word.createdAt + state.config.times.graceSeconds;
    const liable = timely ? (word.liable ? 0xffffffff : word.acked) : 0;
    const split = expiredSplit(header, liable !== 0);
    const refund = split.refund + header.value;
    next = {
      ...next,
      tasks: withEntry(next.tasks, taskId, { status: 'expired' } as const),
      heads: isRead ? next.heads : withEntry(next.heads, contractId, { ...head, doneSeq: seq + 1n }),
    };
    next = releaseEscrow(next, payerOf(header), refund, split.toPot);
    events.push({ name: 'Expired', contractId, taskId, seq, liability: liable !== 0, liable, refund });
  }
  return { state: next, events };
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
  /** When the last of the batch's tasks was created; 0 where there is none. */
  readonly createdAt: number;
}

/** GENESIS, or a REPAIR: a state of which every seat has its share, so it takes qHi of them at any time. */
function settleState(
  state: ChainState,
  head: Head,
  degraded: boolean,
  have: number,
  qHi: number,
  { kind }: Receipt,
): SettledPart {
  if (degraded) revert('QuorumNotMet', BigInt(have), BigInt(qHi));
  const version = head.version + (kind === RECEIPT_KIND.GENESIS ? 0n : 1n);
  return { state, head: { ...head, status: CONTRACT_STATUS.SERVING, version }, createdAt: 0 };
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
    const { taskId } = result;
    const word = createdOrRevert(next, taskId);
    const seq = receipt.firstSeq + BigInt(i);
    if (word.seq !== seq) revert('WrongSeq', seq, word.seq);
    createdAt = word.createdAt;
    checkResult(context, header, result);
    const split = settledSplit(header, result.status, result.gasUsed, signed.committee.n, signed.nodes.length);
    next = creditNodes(next, signed.nodes, split.perSeat);
    next = releaseEscrow(next, payerOf(header), split.refund, split.toPot);
    next = releaseEscrow(next, context.from, split.toSubmitter, 0n);
    // A value is the contract's own where its task succeeded, and its payer's again otherwise.
    const heir = result.status === RESULT_STATUS.OK ? contractAccountOf(receipt.contractId) : payerOf(header);
    next = releaseEscrow(next, heir, header.value, 0n);
    const { timestamp: settledAt } = context.block;
    const settled: TaskWord = { status: 'settled', held: split.held, receiptDigest, settledAt, paid: call.bitmap };
    next = { ...next, reserved: next.reserved + split.reserved, tasks: withEntry(next.tasks, taskId, settled) };
  }
  if (receipt.kind === RECEIPT_KIND.READS) return { state: next, head, createdAt };
  const done = receipt.firstSeq + BigInt(receipt.count);
  return { state: next, head: { ...head, doneSeq: done, version: head.version + 1n }, createdAt };
}

/** The call with what is computed of it and never passed (taskBytes), so that nobody can say another thing. */
function computed(state: ChainState, call: SettleCall): SettleCall {
  // Seqs repeat between contracts: with its own id a committee can end, and be paid for, no other contract's tasks.
  const headers = call.headers.map((header) => ({ ...header, contractId: call.receipt.contractId }));
  const results = call.results.map((result, i): Result => {
    const bytes = fromHex(call.masked[i] as Hex) ?? revert('Malformed');
    if (bytes.length > MASKED_BYTES_MAX) revert('OutOfRange', 'masked', 0n, BigInt(MASKED_BYTES_MAX));
    return { ...result, taskId: taskIdOf(state, headers[i] as Task), maskedHash: keccakHex(bytes) };
  });
  return { ...call, headers, results };
}

function checkResult({ block }: CallContext, header: Task, result: Result): void {
  if (block.timestamp > header.deadline) revert('DeadlineOver', BigInt(header.deadline));
  if (result.status < RESULT_STATUS.OK || result.status > RESULT_STATUS.NO_GRANT) revert('WrongReceipt', 'status');
  if (result.gasUsed > header.gasLimit) revert('WrongReceipt', 'gasUsed');
}

function checkReceipt(state: ChainState, { block }: CallContext, receipt: Receipt): Head {
  const reads = receipt.kind === RECEIPT_KIND.READS;
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
  } else if (receipt.kind > RECEIPT_KIND.REPAIR && !reads) revert('NotYet', 'kind');
  else if (head.status !== CONTRACT_STATUS.SERVING && head.status !== CONTRACT_STATUS.DEGRADED)
    revert('NotServing', head.status);
  if (receipt.kind !== RECEIPT_KIND.TASKS && !reads) {
    if (receipt.count !== 0) revert('WrongReceipt', 'count');
  } else if (receipt.count === 0 || receipt.count > BATCH_MAX) revert('OutOfRange', 'count', 1n, BigInt(BATCH_MAX));
  if (reads) checkReads(receipt);
  else {
    if (receipt.prevRoot !== head.stateRoot) revert('WrongRoot', head.stateRoot, receipt.prevRoot);
    if (receipt.firstSeq !== head.doneSeq) revert('WrongSeq', head.doneSeq, receipt.firstSeq);
  }
  if (receipt.attempt >= ATTEMPTS_MAX) revert('OutOfRange', 'attempt', 0n, BigInt(ATTEMPTS_MAX - 1));
  if ((receipt.attempt === 0) !== (receipt.abortsHash === ZERO_HASH)) revert('WrongReceipt', 'abortsHash');
  return head;
}

/**
 * Which state was read is a matter of the log: that of the reads' own block, which the signers answer for. It may be an older one by now, and a read must not have to
 * win a race against the queue.
 */
function checkReads({ prevRoot, newRoot, firstSeq }: Receipt): void {
  if (newRoot !== prevRoot) revert('WrongRoot', prevRoot, newRoot);
  if (!isReadSeq(firstSeq)) revert('WrongSeq', READ_SEQ, firstSeq);
}

/** The word of a task that has not ended. */
export function createdOrRevert(state: ChainState, taskId: Hex): CreatedTask {
  const word = state.tasks.get(taskId) ?? revert('UnknownTask', taskId);
  if (word.status !== 'created') return revert('AlreadyEnded', statusOf(word));
  return word;
}

export function domainOf(state: ChainState): Domain {
  return { chainId: state.config.chainId, verifyingContract: state.config.tasks };
}
