// A scenario that breaks a property is made smaller until only what is needed is left; what is left can stand in a test as text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Defence } from '../src/defences.ts';
import { literalOf, scenarioOfLiteral } from '../src/literal.ts';
import { run } from '../src/run.ts';
import { drawScenario, undisturbed, type Scenario } from '../src/scenario.ts';
import { shrink } from '../src/shrink.ts';

test('a literal says all of a scenario: read again it is the same, and runs alike', async () => {
  for (let seed = 0; seed < 200; seed++) {
    const text = literalOf(drawScenario(String(seed)));
    assert.equal(literalOf(scenarioOfLiteral(text)), text);
  }
  const scenario = drawScenario('5', { faults: ['network', 'disk'] });
  assert.equal((await run(scenarioOfLiteral(literalOf(scenario)))).trace, (await run(scenario)).trace);
  assert.throws(() => scenarioOfLiteral(literalOf(scenario).replace(/\}$/, ',"attack":"none such"}')));
});

/** The rule off by which a seat that lost its disk contributes to no keys that it may have contributed to. */
const planted: Defence = {
  name: 'planted',
  what: '',
  attack: '',
  off: { checks: { keysForgotten: false } },
  node: { 'boots.settles': false },
};

test('of a scenario with much trouble and a planted bug, the one fault is left that the bug needs', async () => {
  const calm = undisturbed(drawScenario('shrinks', { committee: [4, 1], calls: false }));
  const scenario: Scenario = {
    ...calm,
    attack: undefined,
    crash: { node: 3, failpoint: 'settle.send.c', visit: 1, restartMs: 900 },
    faults: {
      network: [
        { kind: 'flap', node: 0, at: { phase: 'triggered', ms: 700 }, times: 4, everyMs: 900, downMs: 200 },
        { kind: 'cut', between: [1, 2], at: { phase: 'served', ms: 100 }, downMs: 900, blindMs: 300 },
      ],
      disk: [
        { kind: 'full', node: 2, at: { phase: 'triggered', ms: 3_000 }, forMs: 2_000 },
        { kind: 'gone', node: 1, at: { phase: 'start', ms: 6_200 }, files: 'both', anewMs: 500 },
      ],
      process: [{ kind: 'leap', node: 3, at: { phase: 'served', ms: 900 }, byMs: -300_000 }],
    },
  };
  const breaks = async (one: Scenario): Promise<boolean> =>
    (await run({ ...one, defenceOff: planted })).violations.some(({ property }) => property === 'sign once');
  assert.ok(await breaks(scenario), 'it breaks');
  const { scenario: smallest, runs } = await shrink(scenario, breaks, 60);
  assert.ok(runs < 60);
  const { network, disk, process } = smallest.faults;
  assert.deepEqual(
    [network.length, process.length, smallest.crash, disk.map(({ kind }) => kind)],
    [0, 0, undefined, ['gone']],
  );
  assert.equal(smallest.n, 3);
  assert.ok(smallest.plan.ballots.length <= 1);
  assert.ok(await breaks(scenarioOfLiteral(literalOf(smallest))), 'as text it breaks the same');
});
