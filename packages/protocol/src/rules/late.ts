// Shares of a receipt whose seats did not sign it in time: each waits for its seat, and falls to the pot if that does not come.
import type { Hex } from '@enigma/crypto';
import type { LateReceipt } from '../chain.ts';
import type { Result } from '../chainRecords.ts';
import { digest } from '../eip712.ts';
import { feeOf } from '../fees.ts';
import { SEATS_MAX } from '../limits.ts';
import { RECEIPT } from '../records.ts';
import { seatsOf } from '../quorum.ts';
import { resultsRootOf } from '../roots.ts';
import { creditNodes, releaseEscrow } from './bank.ts';
import { signersOrRevert } from './committees.ts';
import { revert } from './revert.ts';
import { domainOf } from './settlement.ts';
import { type ChainState, type Rule, type TaskWord, withEntry } from './state.ts';
import { taskIdOf } from './tasks.ts';

type Ended = Extract<TaskWord, { readonly status: 'settled' | 'opened' }>;

/** Pays a seat that was left out, on its own signature of the receipt. */
export const claimLate: Rule<'claimLate'> = (state, { block }, call) => {
  const { receipt, seat, sig } = call;
  const { first, receiptDigest, word } = settledBy(state, call);
  const until = word.settledAt + state.config.times.lateSeconds;
  if (block.timestamp > until) revert('ClaimOver', BigInt(until));
  if (seat >= SEATS_MAX) revert('OutOfRange', 'seat', 0n, BigInt(SEATS_MAX - 1));
  const bit = (1 << seat) >>> 0;
  if ((word.paid & bit) !== 0) revert('AlreadyPaid', BigInt(seat));
  const { committee, nodes } = signersOrRevert(state, receipt.committeeId, receiptDigest, bit, sig);
  const amount = shareOf(state, call, committee.n);
  const credited = creditNodes(state, nodes, amount);
  return {
    state: {
      ...credited,
      reserved: credited.reserved - amount,
      tasks: withEntry(credited.tasks, first, { ...word, paid: (word.paid | bit) >>> 0 }),
    },
    events: [{ name: 'LateClaimed', receiptDigest, seat, node: nodes[0] as number, amount }],
  };
};

/** Gives the pot what nobody claimed. Had it gone to payer or peers, somebody would gain by leaving out a signature. */
export const sweepLate: Rule<'sweepLate'> = (state, { block }, call) => {
  const { first, receiptDigest, word } = settledBy(state, call);
  const until = word.settledAt + state.config.times.lateSeconds;
  if (block.timestamp <= until) revert('ClaimOpen', BigInt(until));
  const { committee } = signersOrRevert(state, call.receipt.committeeId, receiptDigest, 0, '0x');
  const { n } = committee;
  const unpaid = n - seatsOf(word.paid).length;
  if (unpaid === 0) revert('AlreadyPaid', BigInt(n));
  const amount = shareOf(state, call, n) * BigInt(unpaid);
  const swept = releaseEscrow(state, receiptDigest, 0n, amount);
  return {
    state: {
      ...swept,
      reserved: swept.reserved - amount,
      tasks: withEntry(swept.tasks, first, { ...word, paid: 2 ** n - 1 }),
    },
    events: [{ name: 'LateSwept', receiptDigest, amount }],
  };
};

/** The word of the receipt's first task, which says who has been paid. */
function settledBy(
  state: ChainState,
  { receipt, headers, results }: LateReceipt,
): { readonly first: Hex; readonly receiptDigest: Hex; readonly word: Ended } {
  const result = results[0];
  if (result === undefined || headers.length !== receipt.count || results.length !== headers.length) {
    return revert('WrongReceipt', 'count');
  }
  if (resultsRootOf(results) !== receipt.resultsRoot) revert('WrongReceipt', 'resultsRoot');
  const receiptDigest = digest(domainOf(state), RECEIPT, receipt);
  const first = result.taskId;
  const word = state.tasks.get(first);
  if (word?.status !== 'settled' && word?.status !== 'opened') return revert('UnknownTask', first);
  if (word.receiptDigest !== receiptDigest) revert('WrongReceipt', 'digest');
  return { first, receiptDigest, word };
}

function shareOf(state: ChainState, { headers, results }: LateReceipt, n: number): bigint {
  let sum = 0n;
  for (const [i, header] of headers.entries()) {
    const result = results[i] as Result;
    const taskId = taskIdOf(state, header);
    if (taskId !== result.taskId) revert('WrongTask', taskId, result.taskId);
    sum += feeOf(result.status, result.gasUsed, header.gasPrice) / BigInt(n);
  }
  return sum;
}
