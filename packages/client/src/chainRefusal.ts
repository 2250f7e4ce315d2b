// A contract's refusal in words: the Solidity error's name and arguments, what it means, and what to do.
import type { ChainRefusal } from '@enigma/protocol';
import { ClientError } from './errors.ts';
import { chainMeaning } from './refusals.ts';

export function refused(call: string, refusal: ChainRefusal): ClientError {
  const facts = Object.fromEntries(refusal.args.map((value, i) => [`arg${i}`, value]));
  const list = refusal.args.length === 0 ? '' : `(${refusal.args.join(', ')})`;
  const { says, next } = chainMeaning(refusal.name, refusal.args);
  return new ClientError(
    'CHAIN_REFUSED',
    `The contracts refused ${call} with ${refusal.name}${list}. ${says}`,
    { call, refusal: refusal.name, ...facts },
    next,
  );
}
