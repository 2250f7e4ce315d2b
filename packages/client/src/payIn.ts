// Money into the bank: an allowance, and the deposit that takes it.
import type { ChainPort, Hex } from '@enigma/protocol';
import { refused } from './chainRefusal.ts';
import { PAY_IN_TRIES_MAX } from './limits.ts';
import { guarded } from './reading.ts';

/**
 * Pays `amount`, in the token's smallest unit, from the port's own account to `to`. An allowance is one number for an account and a spender: something else that pays from the same
 * account may take it in between, and then it is set again.
 */
export async function payIn(chain: ChainPort, bank: Hex, to: Hex, amount: bigint): Promise<void> {
  for (let tries = 1; ; tries++) {
    const approved = await guarded(() => chain.submit({ name: 'approve', spender: bank, amount }));
    if (!approved.ok) throw refused('approve', approved.refusal);
    const paid = await guarded(() => chain.submit({ name: 'deposit', to, amount }));
    if (paid.ok) return;
    if (paid.refusal.name !== 'ERC20InsufficientAllowance' || tries >= PAY_IN_TRIES_MAX)
      throw refused('deposit', paid.refusal);
  }
}
