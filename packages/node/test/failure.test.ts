// An error of ours that nobody expected: in what one contract asks for it ends that contract's seat at this node; where it is unsafe to go on, the node.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hex } from '@enigma/crypto';
import { API_PATH, type HealthBody, type NodeInfo } from '@enigma/protocol';
import { dutiesOf } from '../src/duties.ts';
import { createFence, causeOf } from '../src/failure.ts';
import { createMemoryStore, noFailpoints, RefusesToServe } from '../src/index.ts';
import { StoreError } from '../src/store.ts';
import { ask, eventsOf, openElection, opened, trigger, vote, type Election } from './support/election.ts';
import { Crash, createWorld, type TestNode, type World } from './support/world.ts';

const receiptsOf = async (world: World, { contractId }: Election) =>
  (await eventsOf(world, 'Settled')).filter((event) => event.contractId === contractId && event.count === 1);

async function twoElections(
  seed: string,
): Promise<{ readonly world: World; readonly first: Election; readonly second: Election; readonly node: TestNode }> {
  const world = await createWorld({ seed, contained: true });
  const first = await openElection(world, { openBlocks: 60 });
  const second = await openElection(world, { openBlocks: 60 });
  const node = world.nodes[0];
  assert.ok(node);
  for (const election of [first, second]) await vote(world, election, [1, 2, 3, 3]);
  return { world, first, second, node };
}

/** Throws as soon as the seat of that committee has staged a receipt. */
function breakAt(node: TestNode, committeeId: Hex, error: unknown): void {
  node.onLog = (code, facts) => {
    if (code === 'receipt.staged' && facts['committee'] === committeeId) throw error;
  };
}

test('one contract’s error stands it still at this node; the node goes on, and serves the other contract', async () => {
  const { world, first, second, node } = await twoElections('one fails');
  breakAt(node, first.terms.committeeId, new TypeError('x of undefined'));
  await trigger(world, first);
  await trigger(world, second);
  assert.ok(await world.until(() => (node.node?.failures().length ?? 0) > 0, 60_000), 'the error is met');
  assert.deepEqual(await opened(world), [1, 1, 2, 0]);
  const settledBoth = async (): Promise<boolean> =>
    (await receiptsOf(world, first)).length === 1 && (await receiptsOf(world, second)).length === 1;
  for (let waited = 0; waited < 120 && !(await settledBoth()); waited++) await world.until(() => false, 1_000);
  assert.equal((await receiptsOf(world, first))[0]?.bitmap, 0b1111 & ~seatBit(node, first));
  assert.equal(((await receiptsOf(world, second))[0]?.bitmap ?? 0) & seatBit(node, second), seatBit(node, second));
  const { node: running } = node;
  assert.ok(running, 'the node runs');
  assert.equal(node.ended, undefined);
  const lines = node.logs.filter(({ code }) => code === 'contract.failed');
  assert.deepEqual(
    lines.map(({ facts }) => [facts['contract'], facts['error'], facts['cause']]),
    [[first.contractId, 'TypeError', '']],
    'one line, without what the engine quotes',
  );
  assert.match(String(lines[0]?.facts['at']), /packages.*\.ts:\d+$/);
  const info = ask(running, 'GET', API_PATH.node).body as NodeInfo;
  assert.deepEqual(
    info.committees.map(({ contractId, state, serving }) => [contractId, state, serving]),
    [
      [first.contractId, 'Failed', false],
      [second.contractId, 'Serving', true],
    ],
  );
  assert.equal((ask(running, 'GET', API_PATH.health).body as HealthBody).degraded, true);
  assert.equal(ask(running, 'GET', API_PATH.ready).status, 503);
  assert.equal(running.inHand(), 0, 'a stopping node does not wait for it');
  // The next start takes it up again.
  node.onLog = () => undefined;
  world.crash(0);
  world.start(0);
  const serves = (): boolean => node.node?.seatOf(first.contractId)?.state()?.version === 1n && node.node.ready().ready;
  assert.ok(await world.until(serves, 60_000), 'after a restart the seat follows what the others settled');
});

function seatBit(node: TestNode, { contractId }: Election): number {
  return 1 << (node.node?.seatOf(contractId)?.host.seat ?? 0);
}

test('a contract whose records do not decode takes no seat; the node starts, and serves the other contract', async () => {
  const { world, first, second, node } = await twoElections('damaged');
  world.crash(0);
  node.store.put(`committee/${first.terms.committeeId}/candidate/0/0`, new TextEncoder().encode('{"shares": 1234'));
  world.start(0);
  assert.ok(await world.until(() => node.node?.seatOf(second.contractId)?.serving() === true, 20_000));
  assert.equal(node.node?.seatOf(first.contractId), undefined);
  const [line] = node.logs.filter(({ code }) => code === 'contract.failed');
  assert.equal(line?.facts['contract'], first.contractId);
  assert.ok(!JSON.stringify(line).includes('1234'), 'no word of what was read');
  assert.equal(node.node?.ready().ready, false);
  assert.ok(node.node);
  assert.deepEqual(
    dutiesOf(node.node).failed.map(({ contractId }) => contractId),
    [first.contractId],
  );
});

const UNSAFE: readonly (readonly [string, (node: TestNode) => void, (error: unknown) => boolean])[] = [
  [
    'a damaged store',
    (node) => (node.store.names = () => fail(new StoreError('STORE_DAMAGED', 'a checksum'))),
    (error) => error instanceof StoreError,
  ],
  [
    'a disk that takes no more',
    (node) => (node.store.put = () => fail(new Error('database or disk is full'))),
    (error) => error instanceof Error && error.message.includes('full'),
  ],
  [
    'a death at a failpoint',
    (node) => (node.failpoint = (name) => (name.startsWith('session.') ? fail(new Crash(name)) : undefined)),
    (error) => error instanceof Crash,
  ],
  [
    'a folder that must not serve',
    (node) => (node.onLog = (code) => (code === 'session.opened' ? fail(new RefusesToServe('old')) : undefined)),
    (error) => error instanceof RefusesToServe,
  ],
];

function fail(error: unknown): never {
  throw error;
}

for (const [name, arrange, is] of UNSAFE) {
  test(`${name} ends the node, not a contract`, async () => {
    const world = await createWorld({ seed: name, contained: true });
    const election = await openElection(world);
    await vote(world, election, [1]);
    const node = world.nodes[0];
    assert.ok(node);
    // The node's own store object: what its code holds.
    arrange(node);
    await trigger(world, election);
    assert.ok(await world.until(() => node.ended !== undefined, 60_000), 'the node ends');
    assert.ok(is(node.ended), String(node.ended));
    assert.ok(node.logs.every(({ code }) => code !== 'contract.failed'));
  });
}

test('an error that came out of a port is known again; words of the engine stay out of the log', () => {
  const disk = new Error('disk');
  const store = { ...createMemoryStore(), get: () => fail(disk) };
  const fence = createFence(store, noFailpoints);
  assert.throws(() => fence.store.get('x'), disk);
  assert.ok(fence.endsNode(disk));
  assert.ok(!fence.endsNode(new Error('disk')) && !fence.endsNode('text') && !fence.endsNode(undefined));
  const quoting = (): unknown => JSON.parse('{"share": 77777}x');
  try {
    quoting();
  } catch (error) {
    assert.deepEqual([causeOf(error).error, causeOf(error).cause], ['SyntaxError', '']);
  }
  assert.equal(causeOf(new Error('every task that ran is released')).cause, 'every task that ran is released');
});
