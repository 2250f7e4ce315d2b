// A task that nobody computes in time holds up its contract until somebody ends it. Nobody asks for that here: the seats do it, once, and what waits behind is computed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deployed, drive } from './support/calls.ts';
import { add, nodeAt, sealed, sum, terms, total } from './support/repair.ts';

for (const off of [false, true])
  test(`a queue behind an overdue task ${off ? 'stays where it is where nodes are told not to end any' : 'goes on: one seat ends it, and the next call is right'}`, async () => {
    const { world, contract } = await deployed(`overdue ${String(off)}`, sum(), off ? { expireBlocks: 0 } : {});
    await add(world, contract, 40n);
    const expired = new Map<string, number>();
    world.finals.push((logs) => {
      for (const { event } of logs)
        if (event.name === 'Expired') expired.set(event.taskId, (expired.get(event.taskId) ?? 0) + 1);
    });
    const later = await sealed(world, contract, 2n);
    // With two of four away nothing is settled.
    for (const index of [1, 2]) world.crash(nodeAt(world, index));
    const lost = await drive(world, contract.call('total', { ...terms, windowSeconds: 60 }));
    const queued = await drive(world, contract.sendCall(later));
    await world.run(() => expired.size > 0, 200_000);
    for (const index of [1, 2]) world.start(nodeAt(world, index));
    const sent = world.logs.filter(({ code, facts }) => code.startsWith('chain.') && facts['call'] === 'expire');
    if (off) {
      assert.deepEqual([expired.size, sent.length], [0, 0]);
      return;
    }
    assert.deepEqual([...expired], [[lost.taskId, 1]]);
    assert.deepEqual(
      sent.map(({ code }) => code),
      ['chain.included'],
      'one seat, once',
    );
    assert.equal((await drive(world, contract.waitForTask(queued))).result.status, 1);
    assert.equal(await total(world, contract), 42n);
  });
