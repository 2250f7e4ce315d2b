// What the pages show, without a page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallableParameter, NodeReport, ReceiptRecord, TaskRecord } from '@enigma/client';
import { parseArguments } from '../src/views/arguments.ts';
import { auctionStage, resultOf, sameResult, settlementOf } from '../src/views/auction.ts';
import { hrefOf, routeOf, sectionOf } from '../src/routes.ts';
import { numbersOf, shortHash, tokens, tokensExact, valueText } from '../src/views/format.ts';
import { payOf } from '../src/views/pay.ts';
import { computedSeats, stateOf, walkOf, type StepState } from '../src/views/walk.ts';

const ID = `0x${'ab'.repeat(32)}` as const;
const place = (block: bigint): { block: bigint; tx: typeof ID } => ({ block, tx: ID });

function taskOf(parts: Partial<TaskRecord>): TaskRecord {
  const created = { taskId: ID, contractId: ID, fn: 'tally', seq: 1n, created: place(10n) };
  const open = { settled: undefined, opened: undefined, expired: undefined, told: undefined };
  return { ...created, ...open, ...parts } as TaskRecord;
}

function settledAt(block: bigint, status = 1): Partial<TaskRecord> {
  return { settled: { ...place(block), receiptDigest: ID, result: { status } } } as Partial<TaskRecord>;
}

test('addresses lead where they say, and back', () => {
  for (const page of ['overview', 'auctions', 'contracts', 'tasks', 'receipts', 'nodes'] as const) {
    assert.deepEqual(routeOf(hrefOf({ page })), { page });
    assert.equal(sectionOf({ page }), page);
  }
  for (const page of ['auction', 'contract', 'task', 'receipt'] as const) {
    assert.deepEqual(routeOf(hrefOf({ page, id: ID })), { page, id: ID });
    assert.equal(sectionOf({ page, id: ID }), `${page}s`);
  }
  assert.deepEqual(routeOf(''), { page: 'overview' });
  for (const bad of ['#/x', '#/tasks/0x12', `#/nodes/${ID}`, `#/tasks/${ID}/more`, '#/overview/1', `#/tasks/${ID}\n`])
    assert.deepEqual(routeOf(bad), { page: 'unknown' }, bad);
});

test('a task walks in five steps', () => {
  const walk = (task: TaskRecord, finalized: bigint, computed = false): readonly StepState[] =>
    walkOf(task, finalized, computed).map(({ state }) => state);
  assert.deepEqual(walk(taskOf({}), 10n), ['done', 'now', 'ahead', 'ahead', 'ahead']);
  assert.deepEqual(walk(taskOf({}), 10n, true), ['done', 'done', 'now', 'ahead', 'ahead']);
  assert.deepEqual(walk(taskOf(settledAt(20n)), 19n), ['done', 'done', 'done', 'now', 'ahead']);
  assert.deepEqual(walk(taskOf(settledAt(20n)), 20n), ['done', 'done', 'done', 'done', 'now']);
  const opened = taskOf({ ...settledAt(20n), opened: { ...place(23n), output: '0x' } });
  assert.deepEqual(walk(opened, 30n), ['done', 'done', 'done', 'done', 'done']);
  assert.deepEqual(walk(taskOf(settledAt(20n, 2)), 20n), ['done', 'done', 'done', 'done', 'never']);
  const expired = taskOf({ expired: { ...place(40n), refund: 1n } });
  assert.deepEqual(walk(expired, 50n), ['done', 'never', 'never', 'never', 'never']);
  assert.deepEqual(
    [taskOf({}), taskOf(settledAt(20n)), taskOf(settledAt(9n)), taskOf(settledAt(9n, 3)), opened, expired].map((task) =>
      stateOf(task, 10n),
    ),
    ['created', 'settled', 'final', 'failed', 'opened', 'expired'],
  );
});

test('an auction is open, closed, being settled, settled; a settlement that failed is none', () => {
  const terms = { contractId: ID, closes: 30n, secondPrice: true };
  const settle = { fn: 'settle' } as const;
  const under = taskOf({ ...settle, taskId: `0x${'02'.repeat(32)}` });
  const failed = taskOf({ ...settle, ...settledAt(20n, 2) });
  const done = taskOf({ ...settle, ...settledAt(40n) });
  const another = taskOf({ ...settle, ...settledAt(40n), contractId: `0x${'cd'.repeat(32)}` });
  const stage = (latest: bigint, ...tasks: readonly TaskRecord[]): string =>
    auctionStage(terms, latest, settlementOf(tasks, ID));
  assert.equal(stage(30n), 'open');
  assert.equal(stage(31n, failed, another, taskOf(settledAt(35n))), 'closed');
  assert.equal(stage(31n, failed, under), 'settling');
  assert.equal(stage(41n, under, done, failed), 'settled');
  const result = { winner: '0xb0', price: 80n, bidders: 4 };
  assert.deepEqual(resultOf(['0xb0', 80n, 4]), result);
  for (const other of [undefined, [80n, 4], ['0xb0', 80, 4], { winner: '0xb0' }])
    assert.equal(resultOf(other), undefined);
  assert.ok(sameResult(result, { ...result }) && !sameResult(result, { ...result, price: 81n }));
});

test('computed is what seats say that hold a result', () => {
  const report = (seat: number, stage: string | undefined): NodeReport =>
    ({ seat, task: stage === undefined ? undefined : { stage } }) as unknown as NodeReport;
  assert.deepEqual(
    computedSeats([report(0, 'Running'), report(1, 'Signed'), report(2, undefined), report(3, 'Quorum')]),
    [1, 3],
  );
});

test('pay is the sum over a receipt’s tasks, or unknown', () => {
  const split = { perSeat: 5n, toSubmitter: 3n, held: 1n, refund: 7n, toPot: 2n, reserved: 4n };
  const receipt = (splits: readonly (typeof split | undefined)[]): ReceiptRecord =>
    ({ tasks: splits.map((one) => ({ split: one })) }) as unknown as ReceiptRecord;
  assert.deepEqual(payOf(receipt([split, split])), { perSeat: 10n, tips: 8n, refund: 14n, pot: 12n });
  assert.deepEqual(payOf(receipt([])), { perSeat: 0n, tips: 0n, refund: 0n, pot: 0n });
  assert.equal(payOf(receipt([split, undefined])), undefined);
});

test('amounts are exact in full, and never 0 for something', () => {
  assert.equal(tokensExact(1_500_000_000_000_000_000n), '1.5');
  assert.equal(tokensExact(1n), '0.000000000000000001');
  assert.equal(tokens(0n, 'en'), '0');
  assert.equal(tokens(1n, 'en'), '< 0.000001');
  assert.equal(tokens(12_345_600_000_000_000_000_000n, 'ja'), '12,345.6');
  assert.equal(tokens(1_999_999_999_999_999_999n, 'en'), '1.999999');
});

test('values are shown as they are', () => {
  assert.equal(valueText([1, 2n, true]), '1, 2, true');
  assert.equal(valueText({ winner: '0xab', price: 7n }), 'winner: 0xab, price: 7');
  assert.equal(valueText(undefined), '');
  assert.deepEqual(numbersOf([0, 3]), [0, 3]);
  assert.equal(numbersOf([1, -1]), undefined);
  assert.equal(numbersOf([]), undefined);
  assert.equal(numbersOf(3n), undefined);
  assert.equal(shortHash(ID), '0xababab…abab');
});

test('what is typed becomes arguments, or names the parameter that does not fit and never its value', () => {
  const param = (kind: CallableParameter['kind'], bounds?: readonly [bigint, bigint]): CallableParameter => ({
    name: kind,
    type: kind,
    kind,
    secret: true,
    bounds,
  });
  const byte = param('integer', [0n, 255n]);
  const params = [byte, param('bool'), param('address')];
  const address = `0x${'aB'.repeat(20)}`;
  assert.deepEqual(parseArguments(params, { integer: ' 255 ', bool: 'true', address }), {
    ok: true,
    args: [255n, true, address],
  });
  assert.deepEqual(parseArguments([param('bool')], {}), { ok: true, args: [false] });
  for (const text of ['', '256', '-1', '1.5', '1e3', '0x10', '９', '1'.repeat(79)])
    assert.deepEqual(parseArguments([byte], { integer: text }), { ok: false, param: byte }, text);
  for (const bad of [param('address'), param('other')])
    assert.deepEqual(parseArguments([bad], { address: '0xab', other: '1' }), { ok: false, param: bad });
});
