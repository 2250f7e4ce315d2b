// Two processes may send with one key, as a developer's terminals do: whoever finds a number taken takes the next, and every transaction has its block.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mnemonicToAccount } from 'viem/accounts';
import { toHex } from 'viem';
import { DEVELOPMENT_MNEMONIC, startAnvil } from '../src/host/anvil.ts';
import { rpcClient } from '../src/rpc.ts';
import { createSender } from '../src/sender.ts';

test('senders of one key do not trip over each other', async () => {
  const anvil = await startAnvil({});
  try {
    const client = rpcClient(anvil.url);
    await client.request({ method: 'evm_setIntervalMining' as never, params: [1] as never });
    const { privateKey } = mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex: 1 }).getHdKey();
    assert.ok(privateKey !== null);
    const senders = Array.from({ length: 4 }, () => createSender(client, toHex(privateKey), 31337));
    const sent = await Promise.all(
      senders.flatMap((sender, i) =>
        Array.from({ length: 5 }, () =>
          sender.send({ to: sender.address, data: toHex(i), gas: 25_000n, repeatable: true }),
        ),
      ),
    );
    const receipts = await Promise.all(sent.map((hash) => senders[0]!.receiptOf(hash)));
    assert.equal(new Set(sent).size, 20);
    assert.ok(receipts.every(({ status }) => status === 'success'));
  } finally {
    await anvil.stop();
  }
});
