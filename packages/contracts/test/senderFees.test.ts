// A chain that makes no block by itself, and whose base fee rises: what waits is offered more for, up to the ceiling, under its own number; and what an earlier process left behind blocks nothing.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type Hex, toHex } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { type Anvil, startAnvil } from '../src/host/anvil.ts';
import { rpcClient } from '../src/rpc.ts';
import { createSender, nextFees, type Sender, type SenderOptions } from '../src/sender.ts';

const gwei = 1_000_000_000n;
let anvil: Anvil;
let client: ReturnType<typeof rpcClient>;
let key: Hex;
const rpc = (method: string, ...params: unknown[]): Promise<unknown> =>
  client.request({ method, params } as never) as Promise<unknown>;

before(async () => {
  anvil = await startAnvil({});
  client = rpcClient(anvil.url);
  await rpc('evm_setAutomine', false);
});
after(() => anvil.stop());
beforeEach(async () => {
  key = generatePrivateKey();
  await rpc('anvil_setBalance', privateKeyToAccount(key).address, toHex(10n ** 20n));
  await block(gwei);
});

async function block(baseFee: bigint): Promise<void> {
  await rpc('anvil_setNextBlockBaseFeePerGas', toHex(baseFee));
  await rpc('evm_mine');
}

const senderOf = (options: SenderOptions = {}): Sender =>
  createSender(client, key, 31337, { receiptTimeoutMs: 30_000, ...options });
const call = (sender: Sender, data: Hex = '0x') => ({ to: sender.address, data, gas: 25_000n, repeatable: true });

/** Makes blocks at that fee until `done`, at most so many. */
async function blocksUntil<T>(done: Promise<T>, baseFee: (at: number) => bigint, most = 60): Promise<T> {
  let over = false;
  const settled = done.finally(() => (over = true));
  settled.catch(() => undefined);
  for (let at = 0; at < most && !over; at++) {
    await block(baseFee(at));
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return settled;
}

test('an offer grows by an eighth at least, follows the base fee, and ends at the ceiling', () => {
  const fees = { tip: gwei, cap: 3n * gwei };
  assert.deepEqual(nextFees(fees, gwei, 100n * gwei), { tip: 1_125_000_000n, cap: 3_375_000_000n });
  assert.equal(nextFees(fees, 10n * gwei, 100n * gwei)?.cap, 21_125_000_000n);
  assert.equal(nextFees(fees, 10n * gwei, 5n * gwei)?.cap, 5n * gwei);
  assert.equal(nextFees(fees, 10n * gwei, 3_300_000_000n), undefined);
});

test('a base fee that rises over what was offered is followed, under the same number', async () => {
  const sender = senderOf();
  const hash = await sender.send(call(sender, '0x01'));
  const first = (await client.getTransaction({ hash })).maxFeePerGas ?? 0n;
  // From the first block on it is not in reach of that offer.
  const receipt = await blocksUntil(sender.receiptOf(hash), () => 20n * gwei);
  assert.equal(receipt.status, 'success');
  assert.notEqual(receipt.transactionHash, hash);
  const paid = await client.getTransaction({ hash: receipt.transactionHash });
  assert.equal(paid.nonce, 0);
  assert.ok((paid.maxFeePerGas ?? 0n) * 8n >= first * 9n && (paid.maxPriorityFeePerGas ?? 0n) * 8n >= gwei * 9n);
  assert.equal(await client.getTransactionCount({ address: sender.address }), 1, 'the call ran once');
});

test('over the ceiling it waits, and goes through when fees fall', async () => {
  const sender = senderOf({ feeCeilingWei: 10n * gwei });
  const hash = await sender.send(call(sender));
  const receipt = await blocksUntil(sender.receiptOf(hash), (at) => (at < 12 ? 50n * gwei : gwei));
  assert.equal(receipt.status, 'success');
  const paid = await client.getTransaction({ hash: receipt.transactionHash });
  assert.ok((paid.maxFeePerGas ?? 0n) <= 10n * gwei);
  const poor = senderOf({ feeCeilingWei: 10n * gwei, receiptTimeoutMs: 1_500 });
  const never = await poor.send(call(poor));
  await assert.rejects(
    blocksUntil(poor.receiptOf(never), () => 50n * gwei),
    /in no block after/,
  );
});

test('what an earlier process left in the pool, too cheap, is put aside, and calls behind it come in order', async () => {
  const before = senderOf();
  const left = await before.send(call(before, '0x01'));
  // The process is gone; nobody offers more for that one any more.
  const sender = senderOf();
  const hashes = [await sender.send(call(sender, '0x02')), await sender.send(call(sender, '0x03'))];
  const receipts = await blocksUntil(Promise.all(hashes.map((hash) => sender.receiptOf(hash))), () => 20n * gwei);
  const nonces = await Promise.all(
    receipts.map(async ({ transactionHash }) => (await client.getTransaction({ hash: transactionHash })).nonce),
  );
  assert.deepEqual(nonces, [1, 2]);
  await assert.rejects(client.getTransactionReceipt({ hash: left }));
});

test('a number that was lost out of the pool is a gap which the next call fills', async () => {
  const before = senderOf();
  const lost = await before.send(call(before, '0x01'));
  const queued = await before.send(call(before, '0x02'));
  await rpc('anvil_dropTransaction', lost);
  const sender = senderOf();
  const filled = await sender.send(call(sender, '0x03'));
  const receipt = await blocksUntil(sender.receiptOf(filled), () => gwei);
  assert.equal((await client.getTransaction({ hash: receipt.transactionHash })).nonce, 0);
  // And what hung behind it is in a block as well.
  const behind = await blocksUntil(before.receiptOf(queued), () => gwei);
  assert.equal((await client.getTransaction({ hash: behind.transactionHash })).nonce, 1);
});

test('“already known” is sent, and a number that another process took is not the end of the call', async () => {
  const [one, two] = [senderOf(), senderOf()];
  const same = [await one.send(call(one, '0x01'))];
  // The same bytes again, as after an answer that was lost.
  let again = true;
  const forgetful = Object.assign(Object.create(client) as typeof client, {
    getTransactionCount: async (asked: never) => (again ? ((again = false), 0) : client.getTransactionCount(asked)),
  });
  const third = createSender(forgetful, key, 31337);
  same.push(await third.send(call(third, '0x01')));
  assert.equal(same[0], same[1]);
  // Another takes number 1 with more, when ours is already there.
  const ours = await one.send(call(one, '0x02'));
  const account = privateKeyToAccount(key);
  const theirs = await account.signTransaction({
    type: 'eip1559',
    chainId: 31337,
    nonce: 1,
    to: two.address as Hex,
    data: '0x09',
    gas: 25_000n,
    maxFeePerGas: 100n * gwei,
    maxPriorityFeePerGas: 50n * gwei,
  });
  await client.sendRawTransaction({ serializedTransaction: theirs });
  const receipt = await blocksUntil(one.receiptOf(ours), () => gwei);
  const found = await client.getTransaction({ hash: receipt.transactionHash });
  assert.deepEqual([found.nonce, found.input], [2, '0x02']);
});
