// Protocols side by side, as `parallel` runs them, whose openings of masked bits are one opening a round: each opening of its own costs every seat a hash to some
// others, and pads its bits to whole words.
import { type Bits, concatShared, sliceBits } from './bits.ts';
import type { Exchange, ExchangeResult, OpenBits, Protocol } from './round.ts';
import { parallel } from './round.ts';

export function* together<T>(protocols: readonly Protocol<T>[]): Protocol<T[]> {
  const joined = parallel(protocols);
  let step = joined.next([]);
  while (!step.done) {
    const asks = step.value;
    const merged = asks.filter(isMergeable);
    const rest = asks.filter((ask) => !isMergeable(ask));
    const one: readonly OpenBits[] =
      merged.length === 0
        ? []
        : [{ kind: 'openBits', bound: 'uniform', bits: concatShared(merged.map(({ bits }) => bits)) }];
    const answers = yield [...rest, ...one];
    step = joined.next(told(asks, answers));
  }
  return step.value;
}

function isMergeable(ask: Exchange): ask is OpenBits {
  return ask.kind === 'openBits' && ask.bound === 'uniform';
}

/** Answers in the order of what was asked; the last one holds all bits. */
function told(asks: readonly Exchange[], answers: readonly ExchangeResult[]): readonly ExchangeResult[] {
  const all = answers.at(-1);
  let place = 0;
  let at = 0;
  return asks.map((ask): ExchangeResult => {
    if (!isMergeable(ask)) return answers[place++] as ExchangeResult;
    const { length } = ask.bits;
    at += length;
    return { kind: 'bits', bits: sliceBits(bitsOf(all), at - length, length) };
  });
}

function bitsOf(answer: ExchangeResult | undefined): Bits {
  if (answer?.kind !== 'bits') throw new TypeError('the driver answered with another kind');
  return answer.bits;
}
