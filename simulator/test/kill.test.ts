// One node dies at each point that a walk passes; the task settles, with the three others or after its restart, and nothing is signed or taken twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../src/run.ts';
import { drawScenario, undisturbed, type Scenario } from '../src/scenario.ts';

const calm = (seed: string): Scenario => ({
  ...undisturbed(drawScenario(seed, { committee: [4, 1] })),
  attack: undefined,
});
const { visited, visitedInTally } = await run(calm('kill'));
/** All runs with ENIGMA_KILL=all; otherwise each point once, in turn with restart and without. */
const both = process.env['ENIGMA_KILL'] === 'all';

test(`points passed before the task is on chain: ${visited.filter((name) => !visitedInTally.includes(name)).join(', ')}; during the tally: ${visitedInTally.join(', ')}`, () => {
  assert.ok(visitedInTally.length > 20);
});

async function kill(failpoint: string, inTally: boolean, restarts: boolean): Promise<void> {
  // Seeds differ in what a proposal takes: not each passes every point.
  for (let seed = 0; seed < 8; seed++) {
    const outcome = await run({
      ...calm(`kill ${failpoint} ${seed}`),
      crash: { node: 'first', failpoint, visit: 1, restartMs: restarts ? 2500 : undefined, inTally },
    });
    assert.deepEqual(outcome.violations, []);
    assert.equal(outcome.ending, 'opened');
    if (outcome.crashed) return;
  }
  assert.fail('nobody died there');
}

for (const [at, failpoint] of visitedInTally.entries()) {
  for (const restarts of both ? [true, false] : [at % 2 === 0]) {
    test(`during the tally: ${failpoint}, ${restarts ? 'with restart' : 'without'}`, () =>
      kill(failpoint, true, restarts));
  }
}

// Keys need every seat: without it the committee is void and drawn again, which the chain decides. A start itself is not killed here.
for (const failpoint of visited.filter((name) => name.startsWith('keys.') || name.startsWith('pool.'))) {
  test(`before it: ${failpoint}, with restart`, () => kill(failpoint, false, true));
}
