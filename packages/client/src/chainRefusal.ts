// A contract's refusal in words: the Solidity error's name and arguments, and what to do.
import type { ChainRefusal } from '@enigma/protocol';
import { ClientError } from './errors.ts';

export const NEXT: Readonly<Record<string, string>> = {
  NotServing: 'Wait until the contract’s first state is settled.',
  Degraded: 'The contract waits for a repair; no task can enter it.',
  UnknownContract: 'Check the contract id and the network.',
  UnknownSchedule: 'Use a function and height of the contract’s schedule.',
  NotDue: 'Wait until the height has passed.',
  NonceUsed: 'The task exists already; wait for it.',
  InsufficientBalance: 'Deposit more to the paying account.',
  PriceTooLow: 'Pay at least the contract’s gas price.',
  NotExpired: 'Wait until the deadline has passed.',
  AlreadyEnded: 'The task has ended already.',
  AlreadyDeployed: 'Choose another salt.',
  BadCallback: 'Name a contract that is none of the protocol’s, with 1 to 1,000,000 gas.',
  CallbackGas: 'Send it with more gas: the callee is owed all that the task names.',
  NoCallback: 'Nothing is owed: the callee was told already, or the output is not open yet.',
  TooFewNodes: 'Wait until more nodes have registered.',
};

export function refused(call: string, refusal: ChainRefusal): ClientError {
  const facts = Object.fromEntries(refusal.args.map((value, i) => [`arg${i}`, value]));
  const list = refusal.args.length === 0 ? '' : `(${refusal.args.join(', ')})`;
  const next = NEXT[refusal.name] ?? 'The call changed nothing; mend it and send it again.';
  return new ClientError(
    'CHAIN_REFUSED',
    `The contracts refused ${call}: ${refusal.name}${list}.`,
    { call, refusal: refusal.name, ...facts },
    next,
  );
}
