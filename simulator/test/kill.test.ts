// One node dies at each point that a walk passes; the task settles, with the three others or after its restart, and nothing is signed or taken twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAIR } from '../src/network.ts';
import { run } from '../src/run.ts';
import { drawScenario, type Scenario } from '../src/scenario.ts';

const calm = (seed: string): Scenario => ({ ...drawScenario(seed, { committee: [4, 1] }), attack: undefined, crash: undefined, weather: FAIR });
const { visited } = await run(calm('kill'));
/** All runs with ENIGMA_KILL=all; otherwise each point once, in turn with restart and without. */
const both = process.env['ENIGMA_KILL'] === 'all';

test(`a walk passes ${visited.length} named points: ${visited.join(', ')}`, () => {
  assert.ok(visited.length > 20);
});

for (const [at, failpoint] of visited.entries()) {
  // Keys need every seat: without it the committee is void and drawn again, which the chain decides.
  const modes = failpoint.startsWith('keys.') || failpoint.startsWith('boot.') || failpoint.startsWith('chain.') ? [true] : both ? [true, false] : [at % 2 === 0];
  for (const restarts of modes) {
    test(`${failpoint}, ${restarts ? 'with restart' : 'without'}`, async () => {
      const outcome = await run({ ...calm(`kill ${failpoint}`), crash: { node: 1, failpoint, visit: failpoint.startsWith('chain.') ? 30 : 1, restartMs: restarts ? 2500 : undefined } });
      assert.deepEqual(outcome.violations, []);
      assert.equal(outcome.ending, 'opened');
    });
  }
}
