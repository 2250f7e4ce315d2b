// Functions that no task pays for: known from the bytes, and said before anybody deploys them.
import { costOf, gasOf, type Verified } from '@enigma/bytecode';
import type { Facts, Span } from './diagnostic.ts';
import { taskGasUsual } from './limits.ts';
import type { LoweredFunction } from './lower/function.ts';
import type { MessageKey } from './messages.ts';

/** Where every size that the cost depends on is one, it is no more than it will be: what is above what a task usually may take then ends as out of gas. */
export function warnOfDear(
  verified: Verified,
  functions: readonly LoweredFunction[],
  say: (key: MessageKey, span: Span, facts?: Facts) => void,
): void {
  for (const [index, { name, kind }] of verified.module.functions.entries()) {
    if (kind !== 'call' && kind !== 'read' && kind !== 'scheduled') continue;
    const start = functions.find((fn) => fn.name === name)?.at ?? 0;
    const span = { start, end: start + 1 };
    const cost = costOf(verified, index);
    if (!cost.ok) {
      say('unpriced', span, { name });
      continue;
    }
    const gas = gasOf(cost.value, Object.fromEntries(cost.value.sizes.map((size) => [size, 1n])));
    if (gas > taskGasUsual) say('dear', span, { name, gas: gas.toString(), max: taskGasUsual.toString() });
  }
}
