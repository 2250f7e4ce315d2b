// A settled output in clear, and the contract that asked to be told.
import { fromHex, type Hex } from '@enigma/crypto';
import { keccakHex, ZERO_ADDRESS } from '../abi.ts';
import type { ChainEvent } from '../chain.ts';
import { digest } from '../eip712.ts';
import { OUTPUT_BYTES_MAX } from '../limits.ts';
import { OPENING, RECEIPT, RESULT_STATUS, type Task } from '../records.ts';
import { resultsRootOf } from '../roots.ts';
import { releaseEscrow } from './bank.ts';
import { signersOrRevert } from './committees.ts';
import { revert } from './revert.ts';
import { domainOf, statusOf } from './settlement.ts';
import { type ChainState, type Rule, type Step, withEntry } from './state.ts';
import { taskIdOf } from './tasks.ts';

/** Publishes an output on the word of T+1 of its committee's seats; the caller gets what was held, the callback is told. */
export const open: Rule<'open'> = (state, { from }, call) => {
  const { header, index, receipt, results } = call;
  const taskId = taskIdOf(state, header);
  const word = state.tasks.get(taskId) ?? revert('UnknownTask', taskId);
  if (word.status !== 'settled') return revert('AlreadyEnded', statusOf(word));
  const output = fromHex(call.output) ?? revert('Malformed');
  if (output.length > OUTPUT_BYTES_MAX) revert('OutOfRange', 'output', 0n, BigInt(OUTPUT_BYTES_MAX));
  const result = results[index];
  const whole = results.length === receipt.count && resultsRootOf(results) === receipt.resultsRoot;
  if (result === undefined || !whole) return revert('WrongReceipt', 'resultsRoot');
  const receiptDigest = digest(domainOf(state), RECEIPT, receipt);
  if (receiptDigest !== word.receiptDigest) revert('WrongReceipt', 'digest');
  if (result.taskId !== taskId) revert('WrongTask', result.taskId, taskId);
  if (result.status !== RESULT_STATUS.OK) revert('WrongReceipt', 'status');
  const opening = digest(domainOf(state), OPENING, { receiptDigest, index, outputHash: keccakHex(output) });
  const signed = signersOrRevert(state, receipt.committeeId, opening, call.bitmap, call.sigs);
  const have = signed.nodes.length;
  if (have < signed.committee.qLo) revert('QuorumNotMet', BigInt(have), BigInt(signed.committee.qLo));
  const { held, settledAt, paid } = word;
  const ended = { status: 'opened', receiptDigest, settledAt, paid } as const;
  const opened = { ...state, tasks: withEntry(state.tasks, taskId, ended) };
  const released = releaseEscrow(opened, from, held, 0n);
  const event: ChainEvent = { name: 'Opened', taskId, index, output: call.output };
  if (header.callback === ZERO_ADDRESS) return { state: released, events: [event] };
  const owed = { ...released, owed: withEntry(released.owed, taskId, keccakHex(output)) };
  const told = callBack(owed, header, taskId, call.output);
  return { state: told.state, events: [event, ...told.events] };
};

/** Tells a callback again that failed. Anyone may. */
export const retryCallback: Rule<'retryCallback'> = (state, _context, { header, output }) => {
  const taskId = taskIdOf(state, header);
  const owed = state.owed.get(taskId) ?? revert('NoCallback', taskId);
  if (keccakHex(fromHex(output) ?? revert('Malformed')) !== owed) revert('WrongHash', 'output');
  return callBack(state, header, taskId, output);
};

function callBack(state: ChainState, header: Task, taskId: Hex, output: Hex): Step {
  const ok = state.config.calleeTakes?.(header.callback, taskId, output, header.callbackGas) ?? false;
  const events: readonly ChainEvent[] = [{ name: 'CallbackDone', taskId, ok }];
  if (!ok) return { state, events };
  const owed = new Map(state.owed);
  owed.delete(taskId);
  return { state: { ...state, owed }, events };
}
