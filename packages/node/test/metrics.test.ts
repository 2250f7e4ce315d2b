// Names, labels and text of the metrics; counts, stages and tips.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '@enigma/protocol';
import type { Hex } from '@enigma/crypto';
import { dutiesOf } from '../src/duties.ts';
import { figuresOf } from '../src/figures.ts';
import { tipsKept } from '../src/limits.ts';
import { exposition, METRICS } from '../src/metrics.ts';
import { createTally } from '../src/tally.ts';
import { createTips } from '../src/tips.ts';
import { eventsOf, openElection, opened, trigger, vote } from './support/election.ts';
import { createWorld } from './support/world.ts';

test('labels keep to the table: what a peer could choose becomes "other"', () => {
  const tally = createTally();
  for (let node = 0; node < 1_000; node++) {
    tally.add('enigma_nodes_blamed_total', 1, { node: String(node) });
    tally.add('enigma_sessions_aborted_total', 1, { reason: `made up ${node}` });
  }
  const series = (name: string): number => tally.samples().filter((one) => one.name === name).length;
  assert.equal(series('enigma_nodes_blamed_total'), 33, '32 nodes and the rest');
  assert.ok(series('enigma_sessions_aborted_total') <= 8);
  assert.throws(() => tally.add('enigma_made_up_total'));
  assert.throws(() => tally.observe('enigma_rounds_total', 1));
  assert.throws(() => exposition([{ name: 'enigma_made_up', value: 1 }]));
});

test('the text is what Prometheus reads: one head a name, classes of a histogram cumulated, no line broken by a label', () => {
  const tally = createTally();
  for (const attempts of [1, 1, 3, 9]) tally.observe('enigma_task_attempts', attempts);
  const text = exposition([...tally.samples(), { name: 'enigma_seats', labels: { state: 'a"\nb' }, value: 2 }]);
  assert.equal(text.match(/^# TYPE enigma_task_attempts histogram$/gm)?.length, 1);
  const classes = [...text.matchAll(/^enigma_task_attempts_bucket\{le="(.+)"\} (\d+)$/gm)].map(([, le, count]) => [
    le,
    count,
  ]);
  assert.deepEqual(classes, [
    ['1', '2'],
    ['2', '2'],
    ['3', '3'],
    ['4', '3'],
    ['5', '3'],
    ['+Inf', '4'],
  ]);
  assert.match(text, /^enigma_task_attempts_sum 14$/m);
  assert.match(text, /^enigma_seats\{state="a__b"\} 2$/m);
  for (const line of text.trimEnd().split('\n'))
    assert.match(line, /^(# (HELP|TYPE) enigma_\w+ .+|enigma_\w+(\{.*\})? -?[\d.e+-]+|enigma_\w+ NaN)$/);
});

const hashOf = (text: string): Hex => `0x${Buffer.from(text).toString('hex').padEnd(64, '0')}`;
const block = (number: number, branch = 'a', parent = branch): Block => ({
  number: BigInt(number),
  hash: hashOf(`${branch}${number}`),
  parentHash: hashOf(`${parent}${number - 1}`),
  timestamp: number,
});

test('a replaced tip is seen with its depth; an endpoint that falls behind replaces nothing', () => {
  const tips = createTips();
  for (let number = 1; number <= 10; number++) assert.equal(tips.see(block(number)), 0);
  assert.equal(tips.see(block(10)), 0, 'the same again');
  assert.equal(tips.see(block(8)), 0, 'an old one');
  assert.equal(tips.see(block(15)), 0, 'one some blocks on');
  assert.equal(tips.see(block(10, 'b', 'a')), 6, 'blocks 10 to 15 are gone');
  assert.equal(tips.see(block(11, 'b')), 0);
  assert.equal(tips.see(block(12, 'c')), 1, 'its parent is another than block 11 was');
  const long = createTips();
  for (let number = 1; number <= 10 * tipsKept; number++) long.see(block(number));
  assert.equal(long.see(block(10 * tipsKept - tipsKept / 2, 'b', 'a')), tipsKept / 2 + 1);
});

test('every stage of a task is a line; what it took is counted, what is owed is told until when', async () => {
  const world = await createWorld({ seed: 'stages' });
  const election = await openElection(world);
  await vote(world, election, [1, 2]);
  const taskId = await trigger(world, election);
  const [node] = world.nodes;
  assert.ok(node?.node);
  await world.until(() => node.logs.some(({ code }) => code === 'task.stage'), 60_000);
  const [{ duties } = { duties: [] }] = dutiesOf(node.node).seats;
  const [duty] = duties;
  assert.deepEqual([duty?.taskId, duty?.owes, typeof duty?.until], [taskId, 'compute', 'number']);
  await opened(world);
  await world.until(
    () => node.logs.some(({ facts }) => facts['code'] === 'Opened' || facts['code'] === 'Closed'),
    20_000,
  );
  const lines = node.logs.filter(({ code }) => code === 'task.stage');
  assert.ok(lines.every(({ facts }) => facts['task'] === taskId && facts['seq'] === 0n && facts['attempt'] === 0));
  const stages = lines.map(({ facts }) => facts['code']);
  for (const stage of ['Reserved', 'Signed', 'SettledFinal']) assert.ok(stages.includes(stage), stages.join());
  assert.deepEqual(dutiesOf(node.node).seats[0]?.duties, [], 'nothing is owed any more');
  const samples = figuresOf(node.node, world.nowMs);
  const value = (name: string, labels: Readonly<Record<string, string>> = {}): number | undefined =>
    samples.find(
      (one) => one.name === name && Object.entries(labels).every(([key, text]) => one.labels?.[key] === text),
    )?.value;
  assert.equal(value('enigma_tasks_ended_total', { code: 'OK' }), 1);
  assert.equal(value('enigma_task_attempts_bucket', { le: '1' }), 1);
  const [settled] = (await eventsOf(world, 'Settled')).filter(({ count }) => count === 1);
  const seat = node.node.seatOf(election.contractId)?.host.seat ?? 0;
  assert.equal(value('enigma_participation_ratio'), ((settled?.bitmap ?? 0) >>> seat) & 1);
  assert.ok((value('enigma_rounds_total') ?? 0) > 0 && (value('enigma_opening_bytes_total') ?? 0) > 0);
  assert.ok(
    (value('enigma_pool_used_total', { kind: 'daBit' }) ?? 0) +
      (value('enigma_pool_used_total', { kind: 'and' }) ?? 0) >
      0,
  );
  // No bytes of anybody's: labels and values are short words and numbers.
  const text = exposition(samples);
  assert.doesNotMatch(text, /0x[0-9a-f]{8}/);
  assert.ok(Object.keys(METRICS).length > 30);
  // A node that starts again has not counted what was over before.
  world.crash(0);
  world.start(0);
  await world.until(() => node.node?.ready().ready === true, 30_000);
  assert.equal(
    figuresOf(node.node, world.nowMs).find(
      ({ name, labels }) => name === 'enigma_tasks_ended_total' && labels?.['code'] === 'OK',
    )?.value,
    0,
  );
});

test('a node whose next task waits long for material is not ready and says why, and is again once the pools are full', async () => {
  const world = await createWorld({ seed: 'starved' });
  const election = await openElection(world);
  const [one] = world.nodes;
  await world.until(() => one?.node?.ready().ready === true, 30_000);
  // No batch comes about, while links, chain and seats are as they should be.
  world.passes = () => false;
  await vote(world, election, [1, 2]);
  await trigger(world, election);
  await world.until(() => one?.node?.ready().ready === false, 120_000);
  const { seatsStarved, ...rest } = one?.node?.ready() ?? assert.fail();
  assert.deepEqual(
    [seatsStarved, rest.chainFresh, rest.seatsServing, rest.peers >= rest.peersNeeded],
    [1, true, 1, true],
  );
  world.passes = () => true;
  assert.ok(await world.until(() => one?.node?.ready().ready === true, 120_000));
  assert.equal(one?.node?.ready().seatsStarved, 0);
});
