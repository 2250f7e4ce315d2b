// Who ends a task whose deadline is past: one seat after another, each at most now and then, and only where the chain agrees.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChainCall, ChainLog, Submitted } from '@enigma/protocol';
import { createExpiry } from '../src/expiry.ts';
import { expireAtOnce, expireBlocksDefault, expirePauseBlocks, sendPauseBlocks } from '../src/limits.ts';
import type { ContractView, TaskView } from '../src/view.ts';
import type { Watch } from '../src/watch.ts';

const id = '0x11' as const;
const taskAt = (seq: bigint, deadline: number): TaskView =>
  ({ seq, status: 'created', header: { deadline } }) as unknown as TaskView;

interface Sent {
  readonly seat: number;
  readonly at: bigint;
  readonly count: number;
}

/** Four seats in front of one queue; `answer` is what the chain says to a call. */
function seatsOf(
  tasks: readonly TaskView[],
  answer: (call: ChainCall) => Submitted,
  expireBlocks = expireBlocksDefault,
) {
  const contract = { contractId: id, lost: false, tasks: new Map(tasks.map((task) => [task.seq, task])) };
  const sent: Sent[] = [];
  let now = 0n;
  const watch = { recent: [] as ChainLog[], latestNumber: 0n, latestTime: 0 };
  const seats = [0, 1, 2, 3].map((seat) =>
    createExpiry({
      contract: contract as unknown as ContractView,
      committee: { n: 4 } as never,
      seat,
      log: () => undefined,
      expireBlocks: () => expireBlocks,
      submit: async (call) => {
        assert.equal(call.name, 'expire');
        sent.push({ seat, at: now, count: call.name === 'expire' ? call.headers.length : 0 });
        return answer(call);
      },
    }),
  );
  return {
    sent,
    watch,
    async blocks(count: number, timeOf: (at: bigint) => number = Number) {
      for (let block = 0; block < count; block++) {
        now++;
        Object.assign(watch, { latestNumber: now, latestTime: timeOf(now) });
        for (const seat of seats) seat.step(watch as unknown as Watch);
        await Promise.resolve();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

const refused: Submitted = { ok: false, refusal: { name: 'NotExpired', args: [] } };
const first = BigInt(expireBlocksDefault);

test('seats come one after another, the one whose turn it is first, and not again for a while', async () => {
  const { sent, blocks } = seatsOf([taskAt(0n, 10)], () => refused);
  await blocks(200);
  const begun = sent.slice(0, 4);
  // Overdue from block 11 on.
  assert.deepEqual(
    begun.map(({ seat, at }) => [seat, at]),
    [0n, 1n, 2n, 3n].map((seat) => [Number(seat), 11n + first + seat * sendPauseBlocks]),
  );
  for (const seat of [0, 1, 2, 3]) {
    const at = sent.filter((one) => one.seat === seat).map((one) => one.at);
    assert.ok(at.length > 1);
    for (const [i, when] of at.slice(1).entries()) assert.ok(when - (at[i] ?? 0n) >= expirePauseBlocks);
  }
});

test('whoever comes later sees that it is done, also before that is final', async () => {
  const head = taskAt(0n, 10);
  const { sent, watch, blocks } = seatsOf([head, taskAt(1n, 10_000)], (call) => {
    watch.recent.push({ event: { name: 'Expired', contractId: id } } as unknown as ChainLog);
    return { ok: true, txHash: id, blockNumber: 0n, gasUsed: 1n, events: [], call } as unknown as Submitted;
  });
  await blocks(100);
  assert.equal(sent.length, 1);
  head.status = 'expired';
  watch.recent.length = 0;
  await blocks(100);
  assert.equal(sent.length, 1, 'the next has time left');
});

test('a call ends what lies behind the head as well, up to a bound, and nothing that has time left', async () => {
  const late = Array.from({ length: 20 }, (_, at) => taskAt(BigInt(at), 10));
  const many = seatsOf(late, () => refused);
  await many.blocks(45);
  assert.equal(many.sent[0]?.count, expireAtOnce);
  const few = seatsOf([taskAt(0n, 10), taskAt(1n, 10), taskAt(2n, 10_000), taskAt(3n, 10)], () => refused);
  await few.blocks(45);
  assert.equal(few.sent[0]?.count, 2);
});

test('it can be switched off, and a head that was ended meanwhile begins a new wait', async () => {
  const off = seatsOf([taskAt(0n, 10)], () => refused, 0);
  await off.blocks(300);
  assert.equal(off.sent.length, 0);
  const head = taskAt(0n, 10);
  const { sent, blocks } = seatsOf([head, taskAt(1n, 10)], () => refused);
  await blocks(Number(first));
  head.status = 'settled';
  await blocks(Number(first));
  assert.equal(sent.length, 0);
  await blocks(10);
  // Of seq 1 it is seat 1's turn first.
  assert.equal(sent[0]?.seat, 1);
});
