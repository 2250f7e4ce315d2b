// Seeds with the contracts themselves beside the rules: every block of a run on a real EVM first, and what differs is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hex } from '@enigma/crypto';
import { startTwin, type Twin } from '../src/evm/twin.ts';
import { run } from '../src/run.ts';
import { drawScenario } from '../src/scenario.ts';
import { createWorld } from '../src/world.ts';
import { SMALL } from './support/calls.ts';

async function withTwin<T>(use: (twin: Twin) => Promise<T>): Promise<T> {
  const twin = await startTwin();
  try {
    return await use(twin);
  } finally {
    await twin.stop();
  }
}

test('calls and an election on a hostile chain: Solidity takes, tells, refuses and stores what the rules do', async () => {
  const seen = new Set<string>();
  for (const [seed, calls] of [
    ['13', true],
    ['14', false],
  ] as const)
    await withTwin(async (twin) => {
      const { violations, chainFaults } = await run(drawScenario(seed, { calls, chain: true }), undefined, twin);
      assert.deepEqual(violations, [], `seed ${seed}`);
      assert.ok(Object.keys(chainFaults).length > 0);
      for (const name of twin.seen.keys()) seen.add(name);
    });
  for (const name of [
    'settle',
    'open',
    'create',
    'createMany',
    'append',
    'trigger',
    'settle WrongRoot',
    'open AlreadyEnded',
  ])
    assert.ok(seen.has(name), name);
});

test('a rule that is not the contracts’ is told', () =>
  withTwin(async (real) => {
    // Units of stake are cheaper to the rules than to the contracts.
    const twin: Twin = { ...real, config: { ...real.config, unitTokens: real.config.unitTokens - 1n } };
    await createWorld({ seed: 'evm', nodes: 3, machine: () => SMALL, twin });
    assert.match((await real.differences()).join('\n'), /register: the contracts refuse it with/);
  }));

test('what is stored otherwise is told', () =>
  withTwin(async (twin) => {
    const world = await createWorld({ seed: 'stored', nodes: 3, machine: () => SMALL, twin });
    assert.deepEqual(await twin.differences(), []);
    const { available } = world.chain.state();
    (available as Map<Hex, bigint>).set(world.funder.account, 1n);
    assert.match((await twin.differences()).join('\n'), /the contracts have "0", the rules "1"/);
  }));
