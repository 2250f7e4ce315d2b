// Keys of a node rotate while its committee works: sessions go on under the keys of the draw, everything else under the new ones, and nothing is signed twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WrongFolder } from '../src/index.ts';
import { eventsOf, openElection, opened, trigger, vote } from './support/election.ts';
import { Crash, createWorld, type World } from './support/world.ts';

const keysOf = (world: World, of: number): readonly (string | undefined)[] =>
  world.nodes.map(({ node }) => node?.watch().view.nodes.get(of)?.keys.signer);

async function followed(world: World, of: number, signer: string): Promise<void> {
  const all = (): boolean =>
    keysOf(world, of).every((key) => key === signer) && world.nodes[of]?.node?.signer.address === signer;
  assert.ok(await world.until(all, 30_000), 'somebody does not follow the rotation');
}

test('a tally goes on while two of its nodes rotate, and a committee drawn afterwards has the new keys', async () => {
  const world = await createWorld({ seed: 'rotation' });
  const election = await openElection(world);
  const drawn = world.nodes.map(({ signer }) => signer.address);
  await vote(world, election, [1, 2, 3, 3, 0, 4]);
  await trigger(world, election);
  const next = [1, 2].map((at) => world.rotate(at).address);
  assert.deepEqual(await opened(world), [1, 1, 2, 1]);
  for (const [at, signer] of next.entries()) await followed(world, at + 1, signer);
  const seats = world.nodes[0]?.node?.seatOf(election.contractId)?.host.committee.seats ?? [];
  for (const { node, signer } of seats) assert.equal(signer, drawn[node], 'a seat keeps the key of its draw');
  assert.equal((await eventsOf(world, 'Settled')).filter(({ count }) => count === 1).length, 1, 'settled once');
  for (const one of world.nodes) {
    assert.equal(one.logs.filter(({ code }) => code === 'sign.refused' || code === 'session.aborted').length, 0);
    assert.ok(one.node?.ready().ready);
  }
  await world.send({ name: 'advance' });
  const later = await openElection(world);
  const present = world.nodes[0]?.node?.seatOf(later.contractId)?.host.committee.seats ?? [];
  assert.equal(present.length, 4);
  for (const { node, signer } of present) assert.equal(signer, world.nodes[node]?.signer.address);
  await vote(world, later, [2, 2, 1]);
  await trigger(world, later);
  assert.ok(await world.until(() => world.nodes[0]?.node?.seatOf(later.contractId)?.state()?.version === 1n, 60_000));
});

for (const point of ['key.rotate.a', 'key.rotate.c'])
  test(`a node that dies at ${point} comes back under the keys that the chain has, and its seat under those of its draw`, async () => {
    const world = await createWorld({ seed: point });
    const election = await openElection(world);
    const one = world.nodes[1];
    assert.ok(one);
    let died = false;
    one.failpoint = (name) => {
      if (name !== point || died) return;
      died = true;
      throw new Crash(name);
    };
    const { address } = world.rotate(1);
    assert.ok(await world.until(() => died && one.node === undefined, 30_000), 'the point was not passed');
    world.start(1);
    await followed(world, 1, address);
    await vote(world, election, [1, 2, 3]);
    await trigger(world, election);
    assert.deepEqual(await opened(world), [1, 1, 1, 0]);
    assert.ok(await world.until(() => one.node?.seatOf(election.contractId)?.state()?.version === 1n, 60_000));
    // And once more, from the disk that it has now.
    world.crash(1);
    world.start(1);
    await followed(world, 1, address);
  });

test('a rotation whose keys are not in the folder ends the node, which says so', async () => {
  const world = await createWorld({ seed: 'elsewhere' });
  await openElection(world, { serve: false });
  world.rotate(1);
  const one = world.nodes[1];
  if (one !== undefined) one.others.length = 0;
  assert.ok(await world.until(() => one?.ended instanceof WrongFolder, 30_000));
  assert.equal(world.nodes[0]?.ended, undefined);
});

test('a rotation that the endpoint of one node makes up is put off and then counts for nothing, and one that it told too late is followed', async () => {
  const world = await createWorld({ seed: 'made up' });
  const election = await openElection(world);
  const [one, , two] = world.nodes;
  assert.ok(one && two);
  const honest = one.chain;
  const forged = `0x${'5e'.repeat(20)}` as const;
  const from = world.chain.latest().number;
  world.crash(0);
  one.chain = {
    ...honest,
    events: async (first, last) => {
      const logs = await honest.events(first, last);
      if (first > from || last < from) return logs;
      const word = `0x${'5e'.repeat(32)}` as const;
      const keys = { signer: forged, sealingKey: word, tlsSpkiHash: word };
      const event = { name: 'KeysRotated', node: 2, ...keys, effectiveEpoch: 2 ** 20 } as const;
      const block = await honest.block(from);
      assert.ok(block);
      const log = { event, blockNumber: from, blockHash: block.hash, txHash: block.hash, logIndex: 1 << 20 };
      return [...logs, log].toSorted((a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex);
    },
  };
  world.start(0);
  const told = (): number =>
    one.logs.filter(({ code, facts }) => code === 'chain.event.refused' && facts['what'] === 'record').length;
  const pending = (): number | undefined => one.node?.watch().view.nodes.get(2)?.rotations.length;
  assert.ok(await world.until(() => told() > 0 && pending() === 1, 30_000), 'it is not looked at');
  // The true one comes meanwhile, and has an earlier epoch.
  const { address } = world.rotate(2);
  await followed(world, 2, address);
  assert.ok(await world.until(() => pending() === 0, 200_000), 'it is asked for without end');
  assert.deepEqual(new Set(keysOf(world, 2)), new Set([address]));
  assert.ok(one.node?.seatOf(election.contractId)?.serving());
});

test('a rotation in a block that is replaced is nobody’s key', async () => {
  const world = await createWorld({ seed: 'replaced', finalityBlocks: 6 });
  await openElection(world);
  const before = world.nodes[1]?.signer.address;
  const height = world.chain.latest().number;
  world.rotate(1);
  const recent = (): boolean =>
    world.nodes.every(({ node }) => node?.watch().recent.some(({ event }) => event.name === 'KeysRotated'));
  assert.ok(await world.until(recent, 5_000), 'nobody saw it');
  world.chain.reorganise(Number(world.chain.latest().number - height), () => []);
  assert.ok(
    await world.until(
      () => world.nodes.every(({ node }) => (node?.watch().finalizedNumber ?? 0n) > height + 3n),
      60_000,
    ),
  );
  assert.deepEqual(new Set(keysOf(world, 1)), new Set([before]));
  assert.equal(world.nodes[1]?.node?.signer.address, before);
  assert.equal(world.logged('node.keys') + world.logged('node.rotated'), 0);
});
