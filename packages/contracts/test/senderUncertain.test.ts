// Endpoints that hide a receipt, lag, say that they refused what they passed on, or make up another transaction: a payment is not signed a second time on their word, and the error says what to do.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type Hex, keccak256, TransactionReceiptNotFoundError, toHex } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { type Anvil, startAnvil } from '../src/host/anvil.ts';
import { fateOf } from '../src/numberFate.ts';
import { REPEATABLE } from '../src/repeatable.ts';
import { rpcClient } from '../src/rpc.ts';
import { CallUncertainError, createSender, type Sender, type SenderOptions } from '../src/sender.ts';

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
  await rpc('evm_mine');
});

type Client = typeof client;
const lying = (lies: { readonly [N in keyof Client]?: unknown }): Client =>
  Object.assign(Object.create(client) as Client, lies);
const noReceipt = ({ hash }: { hash: Hex }) => Promise.reject(new TransactionReceiptNotFoundError({ hash }));
const hiding = (): Client => lying({ getTransactionReceipt: noReceipt });
const senderAt = (endpoint: Client, options: SenderOptions = {}): Sender =>
  createSender(endpoint, key, 31337, { receiptTimeoutMs: 1_500, finalityTimeoutMs: 1_500, ...options });
const payment = (data: Hex) =>
  ({ to: privateKeyToAccount(key).address, data, gas: 25_000n, repeatable: false }) as const;
const signed = (nonce: number, data: Hex, tip: bigint) =>
  privateKeyToAccount(key).signTransaction({
    type: 'eip1559',
    chainId: 31337,
    nonce,
    to: privateKeyToAccount(key).address,
    data,
    gas: 25_000n,
    maxFeePerGas: 100n * gwei,
    maxPriorityFeePerGas: tip,
  });
/** How many of the account's transactions are in blocks or wait for one. */
const sentSoFar = (): Promise<number> =>
  client.getTransactionCount({ address: privateKeyToAccount(key).address, blockTag: 'pending' });

async function blocksUntil<T>(done: Promise<T>, most = 60): Promise<T> {
  let over = false;
  const settled = done.finally(() => (over = true));
  settled.catch(() => undefined);
  for (let at = 0; at < most && !over; at++) {
    await rpc('evm_mine');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return settled;
}

test('an endpoint that hides the receipt gets no second payment: the error names what was signed, and says what to do', async () => {
  const sender = senderAt(hiding());
  const sent = await sender.send(payment('0x01'));
  const error = await blocksUntil(sender.receiptOf(sent)).then(
    () => assert.fail('it showed none'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof CallUncertainError);
  assert.deepEqual([error.code, error.nonce, error.hashes], ['CallUncertain', 0n, [sent]]);
  assert.match(error.message, /stands in a block, and no endpoint shows its receipt/);
  assert.match(error.next, new RegExp(`Do not send it again yet.*${sent}`));
  assert.equal(await sentSoFar(), 1);
});

test('what one endpoint hides another shows', async () => {
  const sender = senderAt(hiding(), { witnesses: [client] });
  const sent = await sender.send(payment('0x01'));
  const receipt = await blocksUntil(sender.receiptOf(sent));
  assert.deepEqual([receipt.transactionHash, await sentSoFar()], [sent, 1]);
});

test('an endpoint that calls too low what it passed on gets no second payment', async () => {
  const liar = lying({
    sendRawTransaction: async (raw: never) => {
      await client.sendRawTransaction(raw);
      throw new Error('nonce too low');
    },
  });
  const sender = senderAt(liar);
  const receipt = await blocksUntil(sender.receiptOf(await sender.send(payment('0x01'))));
  assert.deepEqual([receipt.status, await sentSoFar()], ['success', 1]);
});

test('a payment whose answer was lost is followed, not failed', async () => {
  const deaf = lying({
    sendRawTransaction: async (raw: never) => {
      await client.sendRawTransaction(raw);
      throw Object.assign(new Error('took too long'), { name: 'TimeoutError' });
    },
  });
  const sender = senderAt(deaf);
  const receipt = await blocksUntil(sender.receiptOf(await sender.send(payment('0x01'))));
  assert.deepEqual([receipt.status, await sentSoFar()], ['success', 1]);
});

test('a payment whose number another process took is signed again once that is final, and not before', async () => {
  const sender = senderAt(client, { receiptTimeoutMs: 30_000 });
  const ours = await sender.send(payment('0x02'));
  const theirs = await signed(0, '0x09', 50n * gwei);
  await client.sendRawTransaction({ serializedTransaction: theirs });
  await rpc('evm_mine');
  const offers = { address: sender.address, nonce: 0n, hashes: [ours], firstAt: await client.getBlockNumber() };
  assert.deepEqual(await fateOf([client], offers, 'latest'), { kind: 'other', hash: keccak256(theirs) });
  assert.deepEqual(await fateOf([client], offers, 'finalized'), { kind: 'unknown' });
  // Nor while a witness does not say so too.
  const behind = lying({ getBlock: () => Promise.reject(new Error('no answer')) });
  assert.deepEqual(await fateOf([client, behind], offers, 'latest'), { kind: 'unknown' });
  const following = sender.receiptOf(ours);
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(await sentSoFar(), 1);
  const receipt = await blocksUntil(following);
  const found = await client.getTransaction({ hash: receipt.transactionHash });
  assert.deepEqual([found.nonce, found.input], [1, '0x02']);
});

test('a transaction that an endpoint made up has taken no number: it does not bear our signature', async () => {
  const sender = senderAt(client);
  const sent = await sender.send(payment('0x01'));
  const [ours, stranger] = [sender.address, privateKeyToAccount(generatePrivateKey())];
  await rpc('anvil_setBalance', stranger.address, toHex(10n ** 20n));
  const foreign = { type: 'eip1559', chainId: 31337, nonce: 0, to: ours, gas: 25_000n } as const;
  const fees = { maxFeePerGas: 100n * gwei, maxPriorityFeePerGas: gwei };
  await client.sendRawTransaction({ serializedTransaction: await stranger.signTransaction({ ...foreign, ...fees }) });
  await rpc('evm_mine');
  const offers = { address: ours, nonce: 0n, hashes: [sent], firstAt: 0n };
  type Listed = { readonly from: string; readonly hash: Hex };
  const inventions: readonly ((all: readonly Listed[]) => readonly object[])[] = [
    // Ours with other bytes, under a hash of its own.
    (all) =>
      all.filter(({ hash }) => hash === sent).map((one) => ({ ...one, input: '0x09', hash: `0x${'99'.repeat(32)}` })),
    // Ours, under another hash.
    (all) => all.filter(({ hash }) => hash === sent).map((one) => ({ ...one, hash: `0x${'99'.repeat(32)}` })),
    // A stranger's good one, said to be ours.
    (all) => all.filter(({ hash }) => hash !== sent).map((one) => ({ ...one, from: ours })),
  ];
  for (const invention of inventions) {
    const inventive = lying({
      getTransactionReceipt: noReceipt,
      getBlock: async (asked: never) => {
        const found = await client.getBlock(asked);
        const isWhole = (asked as { includeTransactions?: boolean }).includeTransactions === true;
        if (!isWhole) return found;
        const transactions = invention(found.transactions as unknown as readonly Listed[]);
        assert.equal(transactions.length, 1);
        return { ...found, transactions };
      },
    });
    assert.deepEqual(await fateOf([inventive], offers, 'latest'), { kind: 'unknown' });
  }
  assert.equal((await fateOf([hiding()], offers, 'latest')).kind, 'hidden');
  assert.equal((await fateOf([client], offers, 'latest')).kind, 'ran');
});

test('an endpoint that lags behind its own pool is not given one number twice', async () => {
  const stale = lying({ getTransactionCount: () => Promise.resolve(0) });
  const sender = senderAt(stale);
  await sender.send(payment('0x01'));
  await sender.send(payment('0x02'));
  assert.equal(await sentSoFar(), 2);
});

test('what pays may not be repeated', () => {
  const paying = ['transferToken', 'deposit', 'depositWithPermit', 'withdraw', 'addStake', 'requestExit', 'append'];
  for (const name of paying) assert.equal(REPEATABLE[name as keyof typeof REPEATABLE], false, name);
});
