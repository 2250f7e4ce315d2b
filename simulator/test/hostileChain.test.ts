// Elections on a chain that takes blocks back, loses, delays, copies and starves what it is sent; and on one that replaces a final block.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateSigningKey } from '@enigma/crypto';
import type { ChainLog } from '@enigma/protocol';
import { CALM_CHAIN, drawChainPlan, type ChainPlan, type DeepMoment } from '../src/faults/chain.ts';
import { run, type Outcome } from '../src/run.ts';
import { chanceOf, drawScenario, undisturbed, type Scenario } from '../src/scenario.ts';
import { auction, deployed, drive, terms } from './support/calls.ts';

/** Nothing goes wrong in it but the chain. */
const withChain = (seed: string, chain: ChainPlan): Scenario => ({
  ...undisturbed(drawScenario(seed, { committee: [4, 1], calls: false })),
  chain,
  attack: undefined,
});
const said = ({ violations }: Outcome): string =>
  violations.map(({ property, what }) => `${property}: ${what}`).join('\n');

/** All at once, and one after the other with all its might. */
const PLANS: readonly (readonly [string, Partial<ChainPlan>, string])[] = [
  [
    'every third block is followed by a reorganisation that loses half of what it held',
    { reorgEvery: 3, reorgLoses: 2 },
    'reorganised 2',
  ],
  ['the other branch grows block by block', { reorgEvery: 3, reorgSudden: false }, 'reorganised 1'],
  ['a third of all calls is lost', { drops: 3 }, 'dropped'],
  ['half of all calls misses a block, and blocks are shuffled', { delays: 2, shuffles: true }, 'delayed'],
  ['a third of all transactions runs out of gas', { starves: 3 }, 'starved'],
  ['somebody copies every call that he sees and comes first', { copies: 1 }, 'copied'],
  ['senders are kept out for ten blocks', { censors: true }, 'censored'],
  ['blocks come in bursts, with a clock that runs ahead', { pace: 'bursts', aheadSeconds: 12 }, 'burst'],
  ['no block comes for a while', { pace: 'lulls' }, 'lull'],
];

for (const [name, plan, fault] of PLANS)
  test(`${name}: the tally is right, settles once, and nothing breaks`, async () => {
    const outcome = await run(withChain(name, { ...CALM_CHAIN, copies: 4, ...plan }));
    assert.equal(said(outcome), '');
    assert.equal(outcome.ending, 'opened');
    assert.ok((outcome.chainFaults[fault] ?? 0) > 0, fault);
  });

test('a hostile chain is a function of its seed', async () => {
  const plan = drawChainPlan(chanceOf('which'));
  const [first, again] = [await run(withChain('same', plan)), await run(withChain('same', plan))];
  assert.equal(first.trace, again.trace);
});

for (const deep of ['TaskCreated', 'Settled', 'Opened'] satisfies DeepMoment[])
  test(`a final block is replaced after ${deep}: every node ends and says so, nothing is signed or opened twice`, async () => {
    const outcome = await run(withChain(`deep ${deep}`, { ...CALM_CHAIN, deep }));
    assert.equal(said(outcome), '');
    assert.equal(outcome.ending, 'halted');
  });

test('a claim of a late share that runs out of gas is made again', async () => {
  let starving = true;
  let starved = 0;
  const { world, contract } = await deployed('starved claim', auction(), {
    miner: (chain) => ({
      pauseMs: () => 1000,
      mine() {
        const calls = chain.waiting();
        const claims = calls.filter(({ call }) => starving && call.name === 'claimLate');
        starved += claims.length;
        chain.mine({ calls, starved: new Set(claims) });
      },
    }),
  });
  const sender = generateSigningKey(world.schedule.random);
  await drive(world, contract.waitForTask(await drive(world, contract.call('bid', { ...terms, args: [60n], sender }))));
  const away = world.nodes[3];
  assert.ok(away);
  world.crash(away);
  const task = await drive(world, contract.call('bid', { ...terms, args: [70n], sender }));
  await drive(world, contract.waitForTask(task));
  world.start(away);
  const claimed: ChainLog[] = [];
  world.finals.push((logs) => void claimed.push(...logs.filter(({ event }) => event.name === 'LateClaimed')));
  assert.ok(await world.run(() => starved > 0, 120_000), 'it claims');
  starving = false;
  assert.ok(await world.run(() => claimed.length > 0, 120_000), 'it claims again');
  await world.run(() => false, 60_000);
  assert.equal(claimed.length, 1);
});

test('what a seed draws of its chain changes nothing else of it', () => {
  const [calm, hostile] = [drawScenario('9', { chain: false }), drawScenario('9', { chain: true })];
  assert.deepEqual([calm.plan, calm.n, calm.cheater], [hostile.plan, hostile.n, hostile.cheater]);
  assert.equal(calm.chain, undefined);
  assert.notEqual(hostile.chain, undefined);
});
