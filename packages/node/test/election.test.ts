// The whole walk of a node over the simulated chain, and what must hold when one of four is killed on the way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAILPOINTS, failpointNames } from '../src/index.ts';
import { openElection, opened, trigger, vote } from './support/election.ts';
import { createWorld } from './support/world.ts';

test('a tally runs from registration to the opened result, passing every failpoint of the table', async () => {
  const world = await createWorld({ seed: 'walk' });
  const visited = new Set<string>();
  for (const one of world.nodes) one.failpoint = (name) => void visited.add(name);
  const election = await openElection(world);
  await vote(world, election, [1, 2, 3, 3, 0, 4, 1, 1]);
  // Material for the tally is made while ballots wait, before anybody asks for it.
  const stocked = (): boolean => world.nodes.every((one) => one.logs.some(({ code }) => code === 'session.batchReady'));
  assert.ok(await world.until(stocked, 20_000), 'no material was made ahead');
  await trigger(world, election);
  assert.deepEqual(await opened(world), [3, 1, 2, 1]);
  const names = failpointNames();
  for (const name of visited) assert.ok(names.includes(name), `${name} is not in the table`);
  const unvisited = names.filter(
    (name) => !visited.has(name) && !/^(abort\.sign|evidence\.sign|body|key|repair)/.test(name),
  );
  assert.deepEqual(unvisited, [], 'a point of the table that no walk passes');
  assert.equal(Object.keys(FAILPOINTS).length > 15, true);
  assert.equal(world.logged('peer.fault'), 0);
});
