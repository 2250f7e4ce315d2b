// What somebody may do where the usual way failed: show who holds a body, post it, declare a contract lost that never began.
import { fromHex, type Hex } from '@enigma/crypto';
import { keccakHex, ZERO_HASH } from '../abi.ts';
import { type ChainEvent, CONTRACT_STATUS, type Head } from '../chain.ts';
import { digest } from '../eip712.ts';
import { BATCH_MAX, BODY_BYTES_MAX } from '../limits.ts';
import { ACK, RECEIPT, RECEIPT_KIND, type Task } from '../records.ts';
import { releaseCommittee, signersOrRevert } from './committees.ts';
import { returnDepositsOf } from './deposits.ts';
import { newHead } from './registry.ts';
import { revert } from './revert.ts';
import { createdOrRevert, domainOf } from './settlement.ts';
import { type ChainState, type InboxState, type Rule, withEntry } from './state.ts';
import { taskIdOf } from './tasks.ts';

export const ackBodies: Rule<'ackBodies'> = (state, { block }, { headers, acks }) => {
  const count = headers.length;
  if (count === 0 || count > BATCH_MAX || acks.length !== count) revert('OutOfRange', 'count', 1n, BigInt(BATCH_MAX));
  let next = state;
  const events: ChainEvent[] = [];
  for (const [i, header] of headers.entries()) {
    const taskId = taskIdOf(state, header);
    const word = createdOrRevert(next, taskId);
    if (block.timestamp + next.config.times.graceSeconds > header.deadline) revert('BodyLate', BigInt(header.deadline));
    const bitmap = ackedBy(next, header, taskId, acks[i] as Hex);
    next = { ...next, tasks: withEntry(next.tasks, taskId, { ...word, acked: (word.acked | bitmap) >>> 0 }) };
    events.push({ name: 'BodyAcked', taskId, bitmap });
  }
  return { state: next, events };
};

/** Puts a body into the chain's log: it must leave the committee the time of a grace to compute. */
export const postBody: Rule<'postBody'> = (state, { block }, { header, body }) => {
  const taskId = taskIdOf(state, header);
  const word = createdOrRevert(state, taskId);
  if (word.liable) revert('BodyKnown', taskId);
  const { deadline } = header;
  if (block.timestamp + state.config.times.graceSeconds > deadline) revert('BodyLate', BigInt(deadline));
  const bytes = fromHex(body) ?? revert('Malformed');
  if (bytes.length === 0 || bytes.length > BODY_BYTES_MAX) revert('OutOfRange', 'body', 1n, BigInt(BODY_BYTES_MAX));
  if (keccakHex(bytes) !== header.bodyHash) revert('WrongHash', 'body');
  return {
    state: { ...state, tasks: withEntry(state.tasks, taskId, { ...word, liable: true }) },
    events: [{ name: 'BodyPosted', taskId, body }],
  };
};

/** The seats that acknowledged a task's body; fewer than could compute are none. */
export function ackedBy(state: ChainState, header: Task, taskId: Hex, acks: Hex): number {
  const bytes = fromHex(acks) ?? revert('Malformed');
  if (bytes.length < 4) revert('OutOfRange', 'acks', 4n, 0xffffffffn);
  const bitmap = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const { committeeId } = state.heads.get(header.contractId) ?? newHead();
  const hash = digest(domainOf(state), ACK, { taskId, bodyHash: header.bodyHash });
  const signed = signersOrRevert(state, committeeId, hash, bitmap, `0x${acks.slice(10)}`);
  const have = signed.nodes.length;
  if (have < signed.committee.qLo) revert('QuorumNotMet', BigInt(have), BigInt(signed.committee.qLo));
  return bitmap;
}

/** A contract whose first receipt did not come in time is lost; what was deposited for it goes back to its owner. */
export const declareLost: Rule<'declareLost'> = (state, { block }, { receipt, bitmap, sigs }) => {
  const { contractId } = receipt;
  const head: Head = state.heads.get(contractId) ?? revert('NotServing', CONTRACT_STATUS.NONE);
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
    const other = receipt.kind !== RECEIPT_KIND.GENESIS || receipt.committeeId !== committeeId;
    if (bitmap !== 0 && other) revert('WrongCommittee', committeeId, receipt.committeeId);
    const receiptDigest = digest(domainOf(state), RECEIPT, receipt);
    const { committee } = signersOrRevert(state, committeeId, receiptDigest, bitmap, sigs);
    missing = (2 ** committee.n - 1 - bitmap) >>> 0;
    const released = releaseCommittee(next, contractId, committee);
    next = released.state;
    events.push(...released.events);
  }
  events.push({ name: 'Lost', contractId, committeeId, signed: bitmap, missing });
  const returned = returnDepositsOf(next, contractId);
  return { state: returned.state, events: [...events, ...returned.events] };
};
