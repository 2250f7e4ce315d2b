// Money is conserved: after every block the bank holds exactly what it owes, and no token came or went.
import { ledgerSum } from '@enigma/protocol';
import type { Property } from './property.ts';

export const moneyConserved: Property = {
  name: 'money conserved',
  watch: ({ world }) => {
    const broken: string[] = [];
    const supply = total(world.chain.state().token);
    world.blocks.push(() => {
      const state = world.chain.state();
      const held = state.token.get(state.config.bank) ?? 0n;
      if (held !== ledgerSum(state))
        broken.push(`block ${world.chain.latest().number}: the bank holds ${held} and owes ${ledgerSum(state)}`);
      if (total(state.token) !== supply)
        broken.push(`block ${world.chain.latest().number}: ${total(state.token)} tokens of ${supply}`);
    });
    return () => broken.slice(0, 3);
  },
};

function total(token: ReadonlyMap<string, bigint>): bigint {
  let sum = 0n;
  for (const amount of token.values()) sum += amount;
  return sum;
}
