// The verifier's refusals in the words and at the places of the source.
import type { Refusal } from '@enigma/bytecode';
import type { Assembled } from './assemble.ts';
import { instructionIndices } from './debug.ts';
import type { Facts, Span } from './diagnostic.ts';
import type { LoweredFunction } from './lower/function.ts';
import type { MessageKey } from './messages.ts';

export function verdictOf(
  refusal: Refusal,
  assembled: Assembled,
  functions: readonly LoweredFunction[],
  say: (key: MessageKey, span: Span, facts?: Facts) => void,
): void {
  const { code, facts } = refusal;
  const named = functions.find((fn) => fn.name === facts['function']);
  const site = typeof facts['site'] === 'number' ? siteOffset(assembled, functions, facts['site']) : undefined;
  const start = site ?? named?.at ?? 0;
  const span = { start, end: start + 1 };
  if (code === 'E-READER')
    return say('readerReturn', named === undefined || site !== undefined ? span : at(named.returnAt));
  if (code === 'E-VIEW') return say('viewWrites', span, { name: named?.name ?? '' });
  if (code === 'E-READ') return say('readWrites', span, { name: named?.name ?? '' });
  if (code === 'E-OPENMODE') return say('openMode', span);
  if (code === 'E-LIMIT')
    return say('tooMany', span, { what: String(facts['what'] ?? 'The code'), count: 'more', max: facts['max'] ?? 0 });
  say('verifier', span, { reason: `${code} ${JSON.stringify(facts)}` });
}

function at(start: number): Span {
  return { start, end: start + 1 };
}

/** Where a release stands: at its instruction, or at what a function returns. */
function siteOffset(assembled: Assembled, functions: readonly LoweredFunction[], site: number): number | undefined {
  for (const [index, fn] of assembled.module.functions.entries()) {
    if (fn.results.some((result) => result.release === site))
      return functions.find((entry) => entry.name === fn.name)?.returnAt;
    const [found] = instructionIndices(
      assembled.module,
      index,
      (op, immediates) => (op === 'reveal' || op === 'send') && immediates[0] === site,
    );
    const offset = found === undefined ? undefined : assembled.marks.get(fn.name)?.[found];
    if (offset !== undefined) return offset;
  }
  return undefined;
}
