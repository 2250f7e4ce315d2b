// Seeds with the contracts themselves beside the rules: every block of a run on a real EVM first, and what differs is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hex } from '@enigma/crypto';
import type { Act } from '../src/calls/plan.ts';
import { startTwin, type Twin } from '../src/evm/twin.ts';
import { CALM_CHAIN } from '../src/faults/chain.ts';
import { run } from '../src/run.ts';
import { drawScenario, undisturbed } from '../src/scenario.ts';
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
  const chain = { ...CALM_CHAIN, copies: 1, reorgEvery: 5, delays: 4 };
  for (const calls of [true, false])
    await withTwin(async (twin) => {
      const drawn = undisturbed(drawScenario('14', { calls, committee: [4, 1] }));
      const acts = drawn.calls?.acts.map((act, at): Act => ({ ...act, body: 'calldata', together: at === 1 }));
      const scenario = {
        ...drawn,
        chain,
        attack: undefined,
        calls: drawn.calls && { ...drawn.calls, acts: acts ?? [] },
      };
      const { violations, chainFaults } = await run(scenario, undefined, twin);
      assert.deepEqual(violations, [], calls ? 'calls' : 'an election');
      assert.ok((chainFaults['reorganised 1'] ?? 0) + (chainFaults['reorganised 2'] ?? 0) > 0);
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
