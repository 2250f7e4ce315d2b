// Runs seed after seed in a process into which a planted bug is loaded, until a property breaks: one JSON line a seed.
import { parseArgs } from 'node:util';
import type { FaultKind } from '../faults/index.ts';
import { run } from '../run.ts';
import { drawScenario } from '../scenario.ts';

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '0' },
    seeds: { type: 'string', default: '300' },
    faults: { type: 'string', default: '' },
    calls: { type: 'string', default: '' },
  },
});
const from = Number(values.from);
const faults = values.faults.split(',').filter((kind) => kind !== '') as FaultKind[];
const calls = values.calls === '' ? undefined : values.calls === 'true';

for (let seed = from; seed < from + Number(values.seeds); seed++) {
  const { violations } = await run(drawScenario(String(seed), { faults, calls }));
  process.stdout.write(`${JSON.stringify({ seed, violations })}\n`);
  if (violations.length > 0) break;
}
