// Keys rotate in the whole network: during a call, over links that look at keys, with a peer that reads the chain late, and beside somebody who has the old key.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { World } from '../src/world.ts';
import { deployed, drive } from './support/calls.ts';
import { add, nodeAt, sealed, seatOf, sum, total } from './support/repair.ts';

const linkedTo = (world: World, index: number): readonly number[] =>
  world.nodes.filter(({ node }) => node?.linked().includes(index) === true).map((one) => one.index);

function follow(world: World, index: number, signer: string): Promise<boolean> {
  const knows = (at: number): boolean => nodeAt(world, at).node?.watch().view.nodes.get(index)?.keys.signer === signer;
  return world.run(
    () => world.nodes.every((one) => knows(one.index)) && nodeAt(world, index).node?.signer.address === signer,
    60_000,
  );
}

test('three of four rotate one after another while a call is computed; nothing is lost or signed twice, and the rotated ones are then needed', async () => {
  const { world, contract } = await deployed('rotation', sum());
  const slots = new Map<string, string>();
  const twice: string[] = [];
  world.signatures.push((node, slot, digest) => {
    const key = `${node} ${slot}`;
    if (slots.has(key) && slots.get(key) !== digest) twice.push(key);
    slots.set(key, digest);
  });
  const drawn = world.nodes.map(({ signer }) => signer.address);
  await add(world, contract, 40n);
  for (const index of [1, 2, 3]) {
    const task = await drive(world, contract.sendCall(await sealed(world, contract, 1n)));
    const signer = await world.rotate(nodeAt(world, index));
    const { result } = await drive(world, contract.waitForTask(task));
    assert.equal(result.status, 1);
    assert.ok(await follow(world, index, signer.address), `node ${index} is not followed`);
    await drive(world, world.send(world.funder, { name: 'advance' }));
  }
  for (const { node, signer } of seatOf(nodeAt(world, 0))?.host.committee.seats ?? [])
    assert.equal(signer, drawn[node], 'the committee keeps the keys of its draw');
  const attempts = world.logs.filter(({ code }) => code === 'session.aborted');
  assert.deepEqual([twice, attempts.length], [[], 0]);
  world.crash(nodeAt(world, 0));
  await add(world, contract, 5n);
  assert.equal(await total(world, contract), 48n);
});

test('a peer whose endpoint stands still keeps the old link for a while and has the new one when it reads on; with the old key nobody is let in', async () => {
  const { world, contract } = await deployed('late', sum());
  await add(world, contract, 1n);
  const late = nodeAt(world, 3);
  const { port } = late;
  const [latest, finalized] = [world.chain.latest(), world.chain.finalized()];
  let stands = true;
  const still = {
    ...port,
    latest: async () => (stands ? latest : port.latest()),
    finalized: async () => (stands ? finalized : port.finalized()),
  };
  world.crash(late);
  late.port = still;
  world.start(late);
  assert.ok(await world.run(() => linkedTo(world, 3).length === 3, 30_000));
  const signer = await world.rotate(nodeAt(world, 1));
  assert.ok(await world.run(() => nodeAt(world, 1).node?.signer.address === signer.address, 30_000));
  assert.deepEqual(linkedTo(world, 1), [0, 2, 3], 'the link stays');
  // Past the grace there is none, for the late one does not know the key.
  assert.ok(await world.run(() => linkedTo(world, 1).join() === '0,2', 60_000));
  stands = false;
  assert.ok(await world.run(() => linkedTo(world, 1).join() === '0,2,3', 60_000), 'it reads on and links');
  await add(world, contract, 2n);
  assert.equal(await total(world, contract), 3n);
  // Whoever has the old key shows it in the node's place.
  const [old] = nodeAt(world, 1).otherKeys;
  assert.ok(old);
  world.network.identify(1, old.tls);
  assert.ok(await world.run(() => linkedTo(world, 1).length === 0, 60_000));
});
