// The demo on a network of real processes, with few bidders: a tie for the highest bid, whose earlier bidder is gone when the auction settles, and the record told on chain.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { settleInClear } from './app.ts';

const DEMO = fileURLToPath(new URL('./demo.ts', import.meta.url));

type Hex = `0x${string}`;
interface Told {
  readonly winner: Hex;
  readonly price: string;
  readonly bidders: number;
  readonly callback: { readonly status: string };
  readonly recorded: { readonly taskId: Hex; readonly winner: Hex; readonly price: string; readonly bidders: number };
  readonly task: { readonly taskId: Hex };
  readonly gone: Hex;
  readonly bids: readonly { readonly bidder: Hex; readonly amount: string }[];
}

async function demo(...args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [DEMO, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (stderr += text));
  return { code: await new Promise((resolve) => child.once('close', resolve)), stdout, stderr };
}

test(
  'five bid, two the highest; the earlier of them wins, pays the other’s, and an EVM contract is told',
  { timeout: 240_000 },
  async () => {
    const { code, stdout, stderr } = await demo('--bidders', '5', '--tie', 'winner', '--json');
    assert.equal(code, 0, stderr);
    const told = JSON.parse(stdout) as Told;
    const amounts = told.bids.map(({ amount }) => BigInt(amount));
    const highest = amounts.reduce((a, b) => (a > b ? a : b));
    const sharing = told.bids.filter(({ amount }) => BigInt(amount) === highest);
    assert.equal(sharing.length, 2);
    assert.ok(sharing.some(({ bidder }) => bidder === told.gone));
    const { winner, price, bidders } = told;
    assert.deepEqual({ winner, price, bidders }, { winner: sharing[0]?.bidder, price: String(highest), bidders: 5 });
    assert.equal(told.callback.status, 'done');
    assert.deepEqual(told.recorded, { taskId: told.task.taskId, winner, price, bidders });
  },
);

test('in clear: the last bid of each, the earlier of equals, nobody for nothing', () => {
  const [a, b, c] = ['0xa', '0xb', '0xc'] as const;
  const nobody = `0x${'00'.repeat(20)}`;
  const bid = (bidder: Hex, amount: bigint): { bidder: Hex; amount: bigint } => ({ bidder, amount });
  assert.deepEqual(settleInClear([]), { winner: nobody, price: 0n, bidders: 0 });
  assert.deepEqual(settleInClear([bid(a, 0n)]), { winner: nobody, price: 0n, bidders: 1 });
  assert.deepEqual(settleInClear([bid(b, 7n), bid(a, 7n)]), { winner: b, price: 7n, bidders: 2 });
  const again = [bid(a, 9n), bid(b, 5n), bid(c, 8n), bid(a, 6n)];
  assert.deepEqual(settleInClear(again), { winner: c, price: 6n, bidders: 3 });
});

test('says how it is called, and refuses what it does not know', async () => {
  const ran = await demo('--bidders', '2');
  assert.equal(ran.code, 2);
  assert.match(ran.stderr, /3 to 60/);
  assert.equal((await demo('--tie', 'both')).code, 2);
});
