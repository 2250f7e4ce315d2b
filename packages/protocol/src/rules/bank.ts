// Every token of the protocol and whose it is: ledgers available, credit, escrow, stake, pending, pot. Money moves between
// them by the other rules, and leaves by its owner's own call or to a node's payout address.
import type { Hex } from '@enigma/crypto';
import { digest, signerOf } from '../eip712.ts';
import { PERMIT } from '../permit.ts';
import { revert } from './revert.ts';
import { type ChainState, type Rule, withEntry } from './state.ts';

const UINT256_MAX = 2n ** 256n - 1n;

export const transferToken: Rule<'transferToken'> = (state, { from }, { to, amount }) => ({
  state: moveTokens(state, from, to, amount),
  events: [],
});

export const approve: Rule<'approve'> = (state, { from }, { spender, amount }) => ({
  // The bank is the only spender of the protocol.
  state: spender === state.config.bank ? { ...state, allowances: withEntry(state.allowances, from, amount) } : state,
  events: [],
});

export const deposit: Rule<'deposit'> = (state, { from }, { to, amount }) => {
  const { bank } = state.config;
  const allowance = state.allowances.get(from) ?? 0n;
  if (allowance < amount) revert('ERC20InsufficientAllowance', bank, allowance, amount);
  const rest = allowance === UINT256_MAX ? allowance : allowance - amount;
  const moved = moveTokens({ ...state, allowances: withEntry(state.allowances, from, rest) }, from, bank, amount);
  return { state: give(moved, to, amount), events: [{ name: 'Deposited', from, to, amount }] };
};

/** A permit that somebody used first has set the allowance all the same, so its failure is no failure. */
export const depositWithPermit: Rule<'depositWithPermit'> = (state, context, call) => {
  const { to, amount, deadline, permitSig } = call;
  const { from, block } = context;
  const { bank, token, chainId } = state.config;
  const nonce = state.permitNonces.get(from) ?? 0n;
  const permit = { owner: from, spender: bank, value: amount, nonce, deadline };
  const good =
    token !== undefined &&
    BigInt(block.timestamp) <= deadline &&
    signerOf(digest({ chainId, verifyingContract: token }, PERMIT, permit), permitSig) === from;
  const permitted = good
    ? {
        ...state,
        allowances: withEntry(state.allowances, from, amount),
        permitNonces: withEntry(state.permitNonces, from, nonce + 1n),
      }
    : state;
  return deposit(permitted, context, { name: 'deposit', to, amount });
};

export const withdraw: Rule<'withdraw'> = (state, { from }, { to, amount }) => ({
  state: moveTokens(take(state, from, amount), state.config.bank, to, amount),
  events: [{ name: 'Withdrawn', from, to, amount }],
});

export const claimCredit: Rule<'claimCredit'> = (state, _context, { node }) => {
  const record = state.nodes[node] ?? revert('UnknownNode');
  const amount = state.credit.get(node) ?? 0n;
  const emptied = { ...state, credit: withEntry(state.credit, node, 0n) };
  return {
    state: moveTokens(emptied, state.config.bank, record.payout, amount),
    events: [{ name: 'CreditClaimed', node, to: record.payout, amount }],
  };
};

/** Into an account's available balance. */
export function give(state: ChainState, to: Hex, amount: bigint): ChainState {
  if (amount === 0n) return state;
  return { ...state, available: withEntry(state.available, to, (state.available.get(to) ?? 0n) + amount) };
}

/** Out of an account's available balance, or a refusal. */
export function take(state: ChainState, from: Hex, amount: bigint): ChainState {
  const have = state.available.get(from) ?? 0n;
  if (have < amount) revert('InsufficientBalance', have, amount);
  return { ...state, available: withEntry(state.available, from, have - amount) };
}

export function lockEscrow(state: ChainState, payer: Hex, amount: bigint): ChainState {
  const taken = take(state, payer, amount);
  return { ...taken, escrow: taken.escrow + amount };
}

/** Out of escrow to an account and the pot. */
export function releaseEscrow(state: ChainState, to: Hex, toAccount: bigint, toPot: bigint): ChainState {
  const given = give(state, to, toAccount);
  return { ...given, escrow: given.escrow - toAccount - toPot, pot: given.pot + toPot };
}

/** Out of escrow to the seats' credit. */
export function creditNodes(state: ChainState, nodes: readonly number[], perSeat: bigint): ChainState {
  if (perSeat === 0n) return state;
  const credit = new Map(state.credit);
  for (const node of nodes) credit.set(node, (credit.get(node) ?? 0n) + perSeat);
  return { ...state, credit, escrow: state.escrow - perSeat * BigInt(nodes.length) };
}

/** What the bank owes in all; equals its token balance, or less where somebody donated. */
export function ledgerSum(state: ChainState): bigint {
  let sum = state.escrow + state.stake + state.pending + state.pot;
  for (const amount of state.available.values()) sum += amount;
  for (const amount of state.credit.values()) sum += amount;
  return sum;
}

function moveTokens(state: ChainState, from: Hex, to: Hex, amount: bigint): ChainState {
  const have = state.token.get(from) ?? 0n;
  if (have < amount) revert('ERC20InsufficientBalance', from, have, amount);
  const token = new Map(state.token);
  token.set(from, have - amount);
  token.set(to, (token.get(to) ?? 0n) + amount);
  return { ...state, token };
}
