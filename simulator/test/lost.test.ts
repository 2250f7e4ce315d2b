// A committee that cannot begin: somebody gives its contract up as a user would, the deposit is back with its owner to the unit, and that is an end only where something kept a seat away.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { contractAccountOf, type ChainEvent, type Hex } from '@enigma/protocol';
import type { Attack } from '../src/attacks/index.ts';
import { createWorld } from '../src/world.ts';
import { NotServed } from '../src/givenUp.ts';
import { openElection } from '../src/election.ts';
import { everyAccountExact } from '../src/properties/ledger.ts';
import { lostWhereVoid } from '../src/properties/lost.ts';
import { run } from '../src/run.ts';
import { drawScenario, undisturbed, type Scenario } from '../src/scenario.ts';

const source = readFileSync(new URL('../../samples/voting/contract.ts', import.meta.url), 'utf8');
const calm = (calls: boolean): Scenario => undisturbed(drawScenario('void', { committee: [4, 1], calls }));
/** Three set-ups of keys fail in ten seconds of a world of small pools. */
const away: Scenario['crash'] = { node: 1, failpoint: 'chain.cursor.a', visit: 3, restartMs: 30_000 };

for (const calls of [false, true])
  test(`${calls ? 'calls' : 'an election'}: a seat is away while keys are made; it ends as lost, and nothing is broken`, async () => {
    const { ending, violations, crashed } = await run({ ...calm(calls), attack: undefined, crash: away });
    assert.deepEqual([ending, violations, crashed], ['lost', [], true]);
  });

test('a contract that is lost though nothing kept a seat away breaks the run', async () => {
  const unseen: Attack = {
    name: 'unseen',
    what: 'ends a process that nobody plans to end',
    phases: ['tally'],
    settles: () => true,
    named: () => false,
    begin: () => ({
      arm(world) {
        let blocks = 0;
        const node = world.nodes[1];
        world.blocks.push(() => void (blocks++ === 3 && node !== undefined && world.crash(node)));
      },
      told: () => true,
    }),
  };
  const { ending, violations } = await run({ ...calm(false), attack: unseen, cheater: 3, phase: undefined });
  assert.equal(ending, 'threw');
  assert.match(
    violations.map(({ property, what }) => `${property}: ${what}`).join(),
    /runs: its committee did not begin/,
  );
});

test('the deposit of a lost contract is back with its owner; a book that does not hear of it says so', async () => {
  const world = await createWorld({ seed: 'deposit', nodes: 4 });
  const watched = { world, cheaters: new Set<number>() };
  const checks = [everyAccountExact, lostWhereVoid].map((property) => property.watch(watched));
  let blocks = 0;
  const node = world.nodes[1];
  world.blocks.push(() => void (blocks++ === 3 && node !== undefined && world.crash(node)));
  await assert.rejects(openElection(world, { source, n: 4, T: 1, candidates: 3 }), NotServed);
  assert.deepEqual(
    checks.flatMap((check) => check()),
    [],
  );
  const returned = world.chain
    .events(0n, world.chain.finalized().number)
    .flatMap(({ event }) => (event.name === 'DepositsReturned' ? [event] : []));
  assert.deepEqual(
    returned.map(({ to, amount }) => [to, amount]),
    [[world.funder.account, 20_000_000n]],
  );
  // Nothing is owed for it, so that a node which would wait for it for ever is ready; also one that comes back.
  if (node !== undefined) world.start(node);
  await world.run(() => false, 10_000);
  for (const { index, node: one } of world.nodes) {
    assert.equal(one?.seats().length, 0, `node ${index}`);
    assert.ok(one?.ready().ready, `node ${index}`);
  }
  const account = contractAccountOf(returned[0]?.contractId ?? '0x');
  assert.equal(world.chain.finalized().number > 0n && world.chain.state().available.get(account), 0n);
});

test('lost too early, though it had begun, though its first receipt was signed, or without its deposit: each is seen, and nothing where all is well', async () => {
  const hash = (byte: string): Hex => `0x${byte.repeat(32)}`;
  const [contractId, committeeId] = [hash('c0'), hash('c1')];
  const shape = { generation: 0, epochDrawn: 1, replacements: 0, seedBlockHash: hash('00'), tenureEnd: 9, n: 4, T: 1 };
  const seats = { qHi: 3, qLo: 2, seats: [0, 1, 2, 3], standbys: [] };
  const opened: ChainEvent = { name: 'CommitteeOpened', contractId, committeeId, ...shape, ...seats };
  const lost: ChainEvent = { name: 'Lost', contractId, committeeId, signed: 0, missing: 15 };
  const back: ChainEvent = { name: 'DepositsReturned', contractId, to: `0x${'0a'.repeat(20)}`, amount: 1n };
  const begun = { name: 'Settled', contractId } as ChainEvent;
  const said = async (
    events: readonly (readonly [ChainEvent, bigint])[],
    signed: readonly number[] = [],
  ): Promise<readonly string[]> => {
    const world = await createWorld({ seed: 'lost', nodes: 4 });
    const check = lostWhereVoid.watch({ world, cheaters: new Set([3]) });
    const slot = ['receipt', committeeId, 0, contractId, 0, 0, 0, hash('00'), hash('00')].join('/');
    for (const node of signed) for (const see of world.signatures) see(node, slot, hash('01'), new Uint8Array(64));
    const logs = events.map(([event, blockNumber]) => ({
      event,
      blockNumber,
      blockHash: hash('b0'),
      txHash: hash('70'),
      logIndex: 0,
    }));
    for (const see of world.finals) see(logs);
    return check();
  };
  const draw = [opened, 10n] as const;
  // What a cheater signs counts for nothing.
  assert.deepEqual(await said([draw, [lost, 75n], [back, 75n]], [0, 1, 3]), []);
  for (const [events, signed, why] of [
    [[draw, [lost, 74n], [back, 74n]], [], /in which it could begin/],
    [[draw, [begun, 20n], [lost, 75n], [back, 75n]], [], /had begun/],
    [[draw, [lost, 75n], [back, 75n]], [0, 1, 2], /3 honest seats had signed/],
    [[draw, [lost, 75n]], [], /did not go back/],
  ] as const) {
    const broken = await said(events, signed);
    assert.equal(broken.length, 1, broken.join());
    assert.match(broken[0] ?? '', why);
  }
});
