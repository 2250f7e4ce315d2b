// Which tasks share a receipt: all that waited when they became due, in their order, and none of which a seat that knows no more than that could not know.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECEIPT_KIND, ZERO_HASH } from '@enigma/protocol';
import { batchFrom, decidedAt } from '../src/batch.ts';
import { batchSecondsMin, batchTasksMax } from '../src/limits.ts';
import type { Settlement, TaskView } from '../src/view.ts';
import { settled } from './cheats/cheat.ts';
import { idleOrder } from './support/idleOrder.ts';

type Site = Parameters<typeof batchFrom>[0];

const moved = { blockNumber: 100n, time: 1_000 };

/** A contract whose tasks stand in these blocks, a second each, with these deadlines, and whose last receipt was settled in block 100. */
async function queue(tasks: readonly { readonly block: number; readonly deadline?: number }[]): Promise<Site> {
  const { contract, program, checks } = (await settled()).seat.host;
  const model = contract.tasks.get(0n) as TaskView;
  const views = tasks.map(({ block, deadline = 5_000 }, at): [bigint, TaskView] => {
    const blockNumber = BigInt(block);
    const logged = { body: model.body, blockNumber };
    const header = { ...model.header, gasLimit: 1_000_000n, deadline };
    const blockHash = `0x${String(block).padStart(64, '0')}` as const;
    const place = { seq: BigInt(at), blockNumber, blockHash, blockTime: 900 + block, status: 'created' as const };
    return [BigInt(at), { ...model, ...place, header, logged }];
  });
  return { contract: { ...contract, tasks: new Map(views), settlements: new Map(), moved }, program, checks };
}

const shared = (site: Site, first = 0n): number => batchFrom(site, site.contract.tasks.get(first) as TaskView).length;

test('tasks of different blocks share a receipt if they waited when the one before was settled, and no later ones', async () => {
  const site = await queue([
    { block: 90 },
    { block: 95 },
    { block: 100 },
    { block: 101 },
    { block: 101 },
    { block: 102 },
  ]);
  assert.equal(shared(site), 3);
  assert.equal(decidedAt(site, site.contract.tasks.get(0n) as TaskView), 100n);
  // Nothing waited: of its own block alone.
  assert.equal(shared(site, 3n), 2);
  assert.equal(decidedAt(site, site.contract.tasks.get(3n) as TaskView), 101n);
  assert.equal(shared(await queue(Array.from({ length: 40 }, (_, at) => ({ block: 50 + at })))), batchTasksMax);
});

test('of a settled receipt those that it settled, whoever waited', async () => {
  const site = await queue([{ block: 90 }, { block: 95 }, { block: 100 }]);
  site.contract.settlements.set(0n, { receipt: { count: 2 } } as Settlement);
  assert.equal(shared(site), 2);
  assert.equal(decidedAt(site, site.contract.tasks.get(0n) as TaskView), 95n);
});

test('one whose deadline has come near while it waited makes no earlier one late', async () => {
  const near = moved.time + batchSecondsMin - 1;
  assert.equal(
    shared(
      await queue([
        { block: 10, deadline: near + 50 },
        { block: 20, deadline: near },
      ]),
    ),
    1,
  );
  assert.equal(
    shared(
      await queue([
        { block: 10, deadline: near + 50 },
        { block: 20, deadline: near + 1 },
      ]),
    ),
    2,
  );
  // The first would be late before it.
  assert.equal(
    shared(
      await queue([
        { block: 10, deadline: near - 50 },
        { block: 20, deadline: near },
      ]),
    ),
    2,
  );
});

test('nothing is asked for before heads have confirmed, and the inbox is sifted to, the last event that decides who shares', async () => {
  const { host } = (await settled()).seat;
  const site = await queue([{ block: 90 }, { block: 95 }]);
  const contract = { ...site.contract, comparedAt: 89n };
  let sifted = 1_000n;
  let asked = 0;
  const position = { state: host.start, nextSeq: 0n, secretRoot: ZERO_HASH, keysId: host.keysId };
  const order = await idleOrder(contract, position, {
    request({ kind }) {
      if (kind === 'tasks') asked++;
      return `0x${asked}`;
    },
    close: () => undefined,
    knownTo: (blockNumber) => sifted >= blockNumber,
  });
  const askedWith = (comparedAt: bigint, to: bigint): number => {
    contract.comparedAt = comparedAt;
    sifted = to;
    order.pursue({ finalizedNumber: 200n, latestTime: 0, latestNumber: 0n } as never, 0, false);
    return asked;
  };
  // The task itself stands in block 90, its neighbour in 95, and what was settled before them in 100: until then others may have come to wait.
  for (const block of [89n, 90n, 95n, 99n]) {
    assert.equal(askedWith(block, 1_000n), 0, `heads compared to ${block}`);
    assert.equal(askedWith(1_000n, block), 0, `inbox sifted to ${block}`);
  }
  assert.equal(askedWith(100n, 100n), 1);
});

test('a seat that asked for other tasks than the others settled asks for theirs', async () => {
  const { seat } = await settled();
  const { host } = seat;
  const site = await queue([{ block: 90 }, { block: 95 }, { block: 100 }]);
  const contract = { ...site.contract, comparedAt: 1_000n };
  const counts: number[] = [];
  const closed: string[] = [];
  const position = { state: host.start, nextSeq: 0n, secretRoot: ZERO_HASH, keysId: host.keysId };
  const order = await idleOrder(contract, position, {
    request(work) {
      if (work.kind === 'tasks') counts.push(work.count);
      return `0x${work.count}`;
    },
    close: (id) => closed.push(id),
  });
  const pursue = (): void =>
    order.pursue({ finalizedNumber: 100n, latestTime: 0, latestNumber: 0n } as never, 0, false);
  pursue();
  pursue();
  assert.deepEqual(counts, [3]);
  contract.settlements.set(0n, {
    receipt: { kind: RECEIPT_KIND.TASKS, firstSeq: 0n, count: 1 },
    blockNumber: 101n,
  } as Settlement);
  pursue();
  assert.deepEqual(counts, [3, 1]);
  assert.deepEqual(closed, ['0x3']);
});
