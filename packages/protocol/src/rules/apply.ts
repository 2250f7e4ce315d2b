// The chain's rules as one pure step: a state, a call and the block it lands in give the next state with its events, or
// a refusal that leaves everything as it was.
import type { CallName, ChainCall, ChainRefusal } from '../chain.ts';
import { approve, claimCredit, deposit, depositWithPermit, transferToken, withdraw } from './bank.ts';
import { forceLeave, openCommittee } from './committees.ts';
import { returnDeposits } from './deposits.ts';
import { append } from './inboxes.ts';
import { deploy } from './registry.ts';
import { Revert } from './revert.ts';
import { open, retryCallback } from './openings.ts';
import { ackBodies, declareLost, postBody } from './remedies.ts';
import { claimLate, sweepLate } from './late.ts';
import { expire, settle } from './settlement.ts';
import { addStake, advance, completeExit, register, requestExit, rotateKeys, setUrls } from './stake.ts';
import type { CallContext, ChainState, Rule, Step } from './state.ts';
import { cancelNonces, create, createMany, trigger } from './tasks.ts';

export type Applied = ({ readonly ok: true } & Step) | { readonly ok: false; readonly refusal: ChainRefusal };

const RULES: { readonly [N in CallName]: Rule<N> } = {
  transferToken,
  approve,
  deposit,
  depositWithPermit,
  withdraw,
  claimCredit,
  register,
  addStake,
  requestExit,
  completeExit,
  setUrls,
  rotateKeys,
  advance,
  deploy,
  openCommittee,
  forceLeave,
  declareLost,
  returnDeposits,
  create,
  createMany,
  ackBodies,
  postBody,
  append,
  trigger,
  settle,
  open,
  retryCallback,
  claimLate,
  sweepLate,
  expire,
  cancelNonces,
};

export function apply(state: ChainState, context: CallContext, call: ChainCall): Applied {
  const rule = RULES[call.name] as Rule<CallName>;
  try {
    return { ok: true, ...rule(state, context, call) };
  } catch (error) {
    if (error instanceof Revert) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
