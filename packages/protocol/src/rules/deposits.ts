// What was deposited for a contract goes back to its owner once the contract is lost.
import type { Hex } from '@enigma/crypto';
import { CONTRACT_STATUS } from '../chain.ts';
import { contractAccountOf } from '../ids.ts';
import { give } from './bank.ts';
import { contractOrRevert } from './registry.ts';
import { revert } from './revert.ts';
import { type ChainState, type Rule, type Step, withEntry } from './state.ts';

export const returnDeposits: Rule<'returnDeposits'> = (state, _context, { contractId }) => {
  const status = state.heads.get(contractId)?.status ?? CONTRACT_STATUS.NONE;
  if (status !== CONTRACT_STATUS.LOST) revert('NotServing', status);
  return returnDepositsOf(state, contractId);
};

export function returnDepositsOf(state: ChainState, contractId: Hex): Step {
  const { owner } = contractOrRevert(state, contractId);
  const account = contractAccountOf(contractId);
  const amount = state.available.get(account) ?? 0n;
  const emptied = { ...state, available: withEntry(state.available, account, 0n) };
  return { state: give(emptied, owner, amount), events: [{ name: 'DepositsReturned', contractId, to: owner, amount }] };
}
