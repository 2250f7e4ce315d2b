// One of four dies at a named point during the tally: it settles all the same, the node comes back, serves, and no slot has two signatures.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failpointNames } from '../src/index.ts';
import { eventsOf, openElection, opened, trigger, vote } from './support/election.ts';
import { Crash, createWorld, type World } from './support/world.ts';

const choices = [1, 2, 3, 3, 0, 4];
const votes = [1, 1, 2, 1];

/** Kills node 1 at the first visit of `point` after the trigger; returns whether it got there. */
async function tallyWithDeath(world: World, point: string): Promise<boolean> {
  const election = await openElection(world);
  await vote(world, election, choices);
  const victim = world.nodes[1];
  assert.ok(victim);
  await trigger(world, election);
  let died = false;
  victim.failpoint = (name) => {
    if (name !== point || died) return;
    died = true;
    throw new Crash(name);
  };
  await world.until(() => died && victim.node === undefined, 8_000);
  victim.failpoint = () => undefined;
  if (died) {
    victim.node = undefined;
    world.start(1);
  }
  assert.deepEqual(await opened(world), votes, point);
  const settled = await eventsOf(world, 'Settled');
  assert.equal(settled.filter((event) => event.count === 1).length, 1, 'settled once');
  const serves = (): boolean =>
    world.nodes.every(
      (one) =>
        one.node?.seatOf(election.contractId)?.state()?.version ===
          world.nodes[0]?.node?.seatOf(election.contractId)?.state()?.version &&
        one.node?.seatOf(election.contractId)?.serving() === true,
    );
  assert.ok(await world.until(serves, 60_000), `${point}: the node does not catch up`);
  assert.ok((world.nodes[1]?.node?.seatOf(election.contractId)?.state()?.version ?? 0n) >= 1n);
  for (const one of world.nodes)
    assert.deepEqual(
      one.logs.filter((line) => line.code === 'sign.refused'),
      [],
      point,
    );
  assert.equal(world.logged('fork.locked'), 0, point);
  return died;
}

// A few of each kind; `node soak/kill.ts` walks the whole table with real processes.
const tallied = [
  'session.open.c',
  'pool.reserve.c',
  'checkpoint.sign.c',
  'state.stage.c',
  'receipt.sign.c',
  'state.promote.a',
  'open.deliver.c',
];

for (const point of tallied) {
  test(`death at ${point}`, async () => {
    assert.ok(failpointNames().includes(point));
    assert.ok(await tallyWithDeath(await createWorld({ seed: `death ${point}` }), point), 'the point is visited');
  });
}
