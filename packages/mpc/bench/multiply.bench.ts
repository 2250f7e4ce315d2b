// The engine of all seats in one process on one core, so without links: rates are per committee. One JSON line a row; median of the runs.
import type { FieldVector } from '@enigma/crypto';
import { makeAnds } from '../src/andTriples.ts';
import { makeDaBits, makeTriples } from '../src/batches.ts';
import type { Engine } from '../src/engine.ts';
import { multiply } from '../src/online.ts';
import type { Protocol } from '../src/round.ts';
import { type Committee, committee, passes, run, sharedField } from '../test/committee.ts';

const RUNS = 5;
const SIZE = 1 << 15;

function measure(
  c: Committee,
  operation: string,
  items: number,
  protocol: (engine: Engine) => Protocol<unknown>,
): void {
  const rates: number[] = [];
  let bytes = 0;
  for (let k = 0; k <= RUNS; k++) {
    const started = performance.now();
    const outcome = run(c, protocol);
    const elapsedMs = performance.now() - started;
    passes(outcome);
    if (outcome.ok) bytes = [...outcome.bytes.values()].reduce((sum, sent) => sum + sent, 0);
    if (k > 0) rates.push((items / elapsedMs) * 1000); // the first run warms up
  }
  const perSecond = Math.round(rates.sort((a, b) => a - b)[RUNS >> 1] as number);
  console.log(
    JSON.stringify({
      operation,
      committee: `(${c.n},${c.T})`,
      perSecond,
      bytesSentInAll: Number((bytes / items).toPrecision(4)),
    }),
  );
}

for (const { n, T } of [
  { n: 3, T: 1 },
  { n: 4, T: 1 },
]) {
  const c = committee({ n, T, triples: (RUNS + 1) * SIZE });
  const x = sharedField(c, c.kernel.fromUniform(c.random(16 * SIZE)));
  measure(c, 'multiply, online', SIZE, (engine) =>
    multiply(engine, x[engine.context.seat] as FieldVector, x[engine.context.seat] as FieldVector),
  );
  measure(c, 'triples, verified', SIZE, (engine) => makeTriples(engine, SIZE));
  measure(c, 'AND triples, verified', SIZE, (engine) => makeAnds(engine, SIZE));
  measure(c, 'daBits, verified', SIZE >> 2, (engine) => makeDaBits(engine, SIZE >> 2));
}
