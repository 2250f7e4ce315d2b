// What a node believes of the chain: reorganisations above finality leave no trace, one below it ends the node, and an endpoint that lies or leaves out stalls a contract.
import assert from 'node:assert/strict';
import { toHex, type Hex } from '@enigma/crypto';
import { test } from 'node:test';
import { ALL_CHECKS } from '../src/defences.ts';
import { FinalityBroken } from '../src/index.ts';
import { NODE_CHANNEL } from '../src/gossip.ts';
import type { ChainLog, ChainPort } from '@enigma/protocol';
import { reading, recorded } from './cheats/chain.ts';
import { settled } from './cheats/cheat.ts';
import { eventsOf, openElection, opened, trigger, vote } from './support/election.ts';
import { createWorld, type World } from './support/world.ts';

/** Node `at` reads the chain through `change`. */
function lie(world: World, at: number, change: (port: ChainPort) => Partial<ChainPort>): void {
  const one = world.nodes[at];
  assert.ok(one);
  const port = one.chain;
  one.chain = { ...port, ...change(port) };
  world.crash(at);
  world.start(at);
}

function lieInEvents(world: World, at: number, change: (log: ChainLog) => readonly ChainLog[]): void {
  lie(world, at, (port) => ({ events: async (from, to) => (await port.events(from, to)).flatMap(change) }));
}

test('a reorganisation above finality changes nothing that was done, and the tally settles once', async () => {
  const world = await createWorld({ seed: 'reorg', finalityBlocks: 3 });
  const election = await openElection(world);
  await vote(world, election, [1, 2, 2]);
  await trigger(world, election);
  for (const depth of [1, 2, 3]) {
    world.chain.reorganise(depth);
    await world.until(() => false, 2_500);
  }
  assert.deepEqual(await opened(world), [1, 2, 0, 0]);
  assert.equal((await eventsOf(world, 'Settled')).filter((event) => event.count === 1).length, 1);
  assert.equal(world.logged('fork.locked') + world.logged('sign.refused'), 0);
});

test('a reorganisation below finality ends the node, and a restart does not make it forget', async () => {
  const world = await createWorld({ seed: 'deep', finalityBlocks: 2 });
  await world.until(() => false, 10_000);
  world.chain.reorganise(6);
  await world.until(() => world.nodes.every((one) => one.node === undefined), 20_000);
  for (const one of world.nodes) assert.ok(one.ended instanceof FinalityBroken);
  world.start(0);
  await world.until(() => world.nodes[0]?.node === undefined, 20_000);
  assert.ok(world.nodes[0]?.ended instanceof FinalityBroken);
});

const forgeries: readonly (readonly [string, (log: ChainLog) => readonly ChainLog[]])[] = [
  [
    'a ballot is left out of an event',
    (log) =>
      log.event.name === 'InputsAppended'
        ? [{ ...log, event: { ...log.event, bodies: log.event.bodies.slice(1), count: log.event.count - 1 } }]
        : [log],
  ],
  [
    'a ballot is changed',
    (log) =>
      log.event.name === 'InputsAppended'
        ? [
            {
              ...log,
              event: {
                ...log.event,
                bodies: log.event.bodies.map(
                  (body): Hex => `${body.slice(0, -1)}${body.endsWith('0') ? '1' : '0'}` as Hex,
                ),
              },
            },
          ]
        : [log],
  ],
  ['ballots are withheld', (log) => (log.event.name === 'InputsAppended' ? [] : [log])],
  [
    'ballots are given another height',
    (log) =>
      log.event.name === 'InputsAppended'
        ? [{ ...log, event: { ...log.event, height: log.event.height - 1n } }]
        : [log],
  ],
  [
    'a task has other terms than its id',
    (log) =>
      log.event.name === 'TaskCreated'
        ? [{ ...log, event: { ...log.event, header: { ...log.event.header, gasLimit: 1n } } }]
        : [log],
  ],
  [
    'a task is numbered with a gap',
    (log) => (log.event.name === 'TaskCreated' ? [{ ...log, event: { ...log.event, seq: 1n } }] : [log]),
  ],
  ['the genesis receipt is withheld', (log) => (log.event.name === 'Settled' && log.event.count === 0 ? [] : [log])],
];

for (const [name, change] of forgeries) {
  test(`lying endpoint: ${name}: the node stalls, says so and signs nothing; the others settle`, async () => {
    const world = await createWorld({ seed: `lie ${name}` });
    const election = await openElection(world);
    lieInEvents(world, 2, change);
    await vote(world, election, [1, 1, 3]);
    await trigger(world, election);
    assert.deepEqual(await opened(world), [2, 0, 1, 0]);
    assert.equal(world.logged('contract.stalled', 2), 1);
    // The node itself says again and again which start it is.
    const ofSeat = (): number =>
      (world.nodes[2]?.sent ?? []).filter(({ payload }) => toHex(payload.subarray(0, 32)) !== NODE_CHANNEL).length;
    const before = ofSeat();
    await world.until(() => false, 5_000);
    assert.equal(ofSeat(), before, 'a stalled seat sends nothing');
    assert.equal(world.nodes[2]?.node?.ready().ready, false);
  });
}

test('an endpoint that gives garbage or nothing is trouble, not the end: rounds go on and the node comes back', async () => {
  const world = await createWorld({ seed: 'garbage' });
  const election = await openElection(world);
  let broken = true;
  lie(world, 3, (port) => ({
    latest: async () => {
      if (broken) throw new TypeError('not an answer');
      return port.latest();
    },
  }));
  await world.until(() => false, 3_000);
  assert.equal((world.nodes[3]?.ended as { code?: string } | undefined)?.code, 'CHAIN_UNREACHABLE');
  assert.notEqual(world.nodes[3]?.node, undefined);
  broken = false;
  await vote(world, election, [4]);
  await trigger(world, election);
  assert.deepEqual(await opened(world), [0, 0, 0, 1]);
});

test('a wrong answer about heads stalls a contract until the heads are right again; it is asked for more and more rarely, and never of one with an event that fits nothing', async () => {
  const fixture = await settled();
  const logs = await recorded(fixture);
  const { watcher, change, lines } = reading(fixture, { logs, at: logs.at(-1)?.blockNumber ?? 0n }, ALL_CHECKS);
  await watcher.step();
  const contract = watcher.state.view.contracts.get(fixture.election.contractId);
  assert.ok(contract);
  const { funder } = fixture.world;
  let asked = 0;
  let lies = true;
  change({
    headOf: async (...given) => {
      asked++;
      const head = await funder.headOf(...given);
      return lies && head !== undefined ? { ...head, nextSeq: 99n } : head;
    },
  });
  const state = watcher.state as { finalizedNumber: bigint };
  const from = state.finalizedNumber;
  const heights: bigint[] = [];
  // The same history, some blocks further each time.
  for (let blocks = 0; blocks < 70; blocks++) fixture.world.chain.mine();
  for (let blocks = 0n; blocks < 40n; blocks++) {
    state.finalizedNumber = from + blocks;
    const before = asked;
    await watcher.compare(contract);
    if (asked > before) heights.push(blocks);
  }
  assert.deepEqual(heights, [0n, 2n, 6n, 14n, 30n]);
  assert.equal(contract.stalled, 'nextSeq');
  lies = false;
  state.finalizedNumber = from + 62n;
  await watcher.compare(contract);
  assert.deepEqual([contract.stalled, contract.comparedAt], [undefined, from + 62n]);
  assert.deepEqual(
    lines.filter((code) => code.startsWith('contract.')),
    ['contract.stalled', 'contract.resumed'],
  );
});

test('a contract with an event that fitted nothing is read again, more and more rarely, and goes on once all of it fits and the heads agree', async () => {
  const fixture = await settled();
  const { contractId } = fixture.election;
  const logs = await recorded(fixture);
  const forged = logs.map((log) =>
    log.event.name === 'TaskCreated' ? { ...log, event: { ...log.event, seq: log.event.seq + 1n } } : log,
  );
  const told = { logs: forged, at: logs.at(-1)?.blockNumber ?? 0n };
  const { watcher, change, lines } = reading(fixture, told, ALL_CHECKS);
  await watcher.step();
  const { view } = watcher.state;
  const held = view.contracts.get(contractId);
  assert.equal(held?.stalled, 'TaskCreated.seq');
  for (let blocks = 0; blocks < 300; blocks++) fixture.world.chain.mine();
  let readings = 0;
  let answer: readonly ChainLog[] = forged;
  let hasOld = true;
  change({
    events: async (from, to) => {
      if (from > held.blockNumber) return [];
      readings++;
      if (!hasOld) throw new Error('pruned');
      return answer.filter((log) => log.blockNumber >= from && log.blockNumber <= to);
    },
  });
  /** Goes on until the history is read again; returns at which block. */
  const again = async (): Promise<bigint> => {
    const before = readings;
    for (let blocks = 0; blocks < 150 && readings === before; blocks++) {
      told.at++;
      await watcher.step();
    }
    assert.equal(readings, before + 1);
    assert.equal(watcher.state.finalizedNumber, told.at);
    return told.at;
  };
  const first = await again();
  assert.equal((await again()) - first, 8n);
  // An endpoint without the old blocks is no trouble for other contracts.
  hasOld = false;
  await again();
  hasOld = true;
  // Whole, but not what the chain's heads say.
  answer = logs.filter(({ event }) => event.name !== 'Opened' && (event.name !== 'Settled' || event.count === 0));
  await again();
  assert.equal(view.contracts.get(contractId), held);
  answer = logs;
  await again();
  const fresh = view.contracts.get(contractId);
  assert.deepEqual([fresh?.stalled, fresh?.comparedAt, fresh?.tasks.size], [undefined, told.at, 1]);
  const [task] = fresh?.tasks.values() ?? [];
  assert.ok(task?.status === 'settled' && view.tasks.get(task.taskId) === task);
  assert.deepEqual(
    lines.filter((code) => code.startsWith('contract.')),
    ['contract.stalled', 'contract.resumed'],
  );
});

test('a node that one answer of its endpoint misled takes its seat again by itself, and catches up', async () => {
  const world = await createWorld({ seed: 'misled once' });
  const election = await openElection(world);
  let lies = true;
  lieInEvents(world, 2, (log) =>
    lies && log.event.name === 'TaskCreated' ? [{ ...log, event: { ...log.event, seq: 1n } }] : [log],
  );
  await vote(world, election, [1, 1, 3]);
  await trigger(world, election);
  assert.deepEqual(await opened(world), [2, 0, 1, 0]);
  const [one] = world.nodes.slice(2);
  assert.equal(one?.node?.ready().ready, false);
  lies = false;
  const versionOf = (at: number): bigint | undefined =>
    world.nodes[at]?.node?.seatOf(election.contractId)?.state()?.version;
  assert.ok(await world.until(() => one?.node?.ready().ready === true && versionOf(2) === versionOf(0), 120_000));
  assert.equal(world.logged('contract.resumed', 2), 1);
});

test('events out of order or of other blocks are not taken', async () => {
  const world = await createWorld({ seed: 'order' });
  lie(world, 0, (port) => ({ events: async (from, to) => [...(await port.events(from, to))].reverse() }));
  await openElection(world, { serve: false });
  await world.until(() => false, 5_000);
  assert.equal(world.nodes[0]?.node?.seats().length, 0);
  assert.equal(world.nodes[1]?.node?.seats().length, 1);
  assert.equal((world.nodes[0]?.ended as { code?: string } | undefined)?.code, 'CHAIN_UNREACHABLE');
});
