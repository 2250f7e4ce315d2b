// Each contract's inbox: a hash chain of entries.
import { fromHex } from '@enigma/crypto';
import { CONTRACT_STATUS } from '../chain.ts';
import { foldInbox, inboxLeafOf } from '../ids.ts';
import { BATCH_MAX, BODY_BYTES_MAX, ENTRY_BYTES_MIN } from '../limits.ts';
import { take } from './bank.ts';
import { contractOrRevert } from './registry.ts';
import { revert } from './revert.ts';
import { type InboxState, type Rule, withEntry } from './state.ts';

/** The chain checks length and fee; what an entry is worth, the nodes judge by public data. */
export const append: Rule<'append'> = (state, { from, block }, { contractId, bodies }) => {
  const status = state.heads.get(contractId)?.status ?? CONTRACT_STATUS.NONE;
  if (status === CONTRACT_STATUS.NONE) revert('UnknownContract', contractId);
  if (status !== CONTRACT_STATUS.SERVING && status !== CONTRACT_STATUS.DEGRADED) revert('NotServing', status);
  if (bodies.length === 0 || bodies.length > BATCH_MAX) revert('OutOfRange', 'bodies', 1n, BigInt(BATCH_MAX));
  const inbox = state.inboxes.get(contractId) as InboxState;
  let head = inbox.head;
  for (const [i, hex] of bodies.entries()) {
    const body = fromHex(hex) ?? revert('Malformed');
    if (body.length < ENTRY_BYTES_MIN || body.length > BODY_BYTES_MAX) {
      revert('OutOfRange', 'entry', BigInt(ENTRY_BYTES_MIN), BigInt(BODY_BYTES_MAX));
    }
    head = foldInbox(head, inboxLeafOf({ contractId, index: inbox.count + BigInt(i), height: block.number, body }));
  }
  const count = inbox.count + BigInt(bodies.length);
  const fee = contractOrRevert(state, contractId).appendFee * BigInt(bodies.length);
  const paid = fee === 0n ? state : take(state, from, fee);
  return {
    state: {
      ...paid,
      pot: paid.pot + fee,
      inboxes: withEntry(state.inboxes, contractId, { ...inbox, head, count, lastBlock: block.number }),
    },
    events: [
      {
        name: 'InputsAppended',
        contractId,
        first: inbox.count,
        count: bodies.length,
        head,
        height: block.number,
        bodies,
      },
    ],
  };
};
