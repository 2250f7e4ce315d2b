// What the fuzzer found here, input by input.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesToHex, concat, numberToHex } from 'viem';
import { BadAnswer, blockOf, placed } from '../src/answers.ts';
import { decodeEvent } from '../src/events.ts';
import { decoders } from '../fuzz/logs.fuzz.ts';
import { chanceOf } from '@enigma/fuzz';

/** Topics and data of the first settlement with a count of none among the fuzzer's samples. */
function settlement(): { readonly topics: readonly `0x${string}`[]; readonly words: `0x${string}`[] } {
  const samples = Array.from({ length: 20 }, (_, i) => decoders[0]?.samples(chanceOf(`settlement ${i}`)) ?? []).flat();
  for (const { bytes } of samples) {
    const count = bytes[0] ?? 0;
    const topics = Array.from({ length: count }, (_, i) => bytesToHex(bytes.slice(1 + 32 * i, 33 + 32 * i)));
    const data = bytes.slice(1 + 32 * count);
    const event = decodeEvent({ topics, data: bytesToHex(data) });
    if (event?.name !== 'Settled' || event.receipt.count !== 0) continue;
    return {
      topics,
      words: Array.from({ length: data.length / 32 }, (_, i) => bytesToHex(data.slice(32 * i, 32 * i + 32))),
    };
  }
  throw new Error('no settlement of no tasks');
}

test('a number wider than its type makes a log none: a count of 2^40 threw out of the decoder', () => {
  const { topics, words } = settlement();
  const wide = numberToHex(2n ** 40n, { size: 32 });
  let refused = 0;
  for (const at of words.keys()) {
    const data = concat(words.map((word, i) => (i === at ? wide : word)));
    const event = decodeEvent({ topics, data });
    if (event === undefined) refused++;
    else if (event.name === 'Settled') assert.ok(event.receipt.count <= 0xffff && event.bitmap < 2 ** 32);
  }
  assert.ok(refused > 3, `${refused} of ${words.length} words`);
});

test('a block or a place without its hashes is no answer', () => {
  const hash = `0x${'ab'.repeat(32)}` as const;
  const block = { number: 5n, hash, parentHash: hash, timestamp: 7n };
  assert.deepEqual(blockOf(block), { ...block, timestamp: 7 });
  for (const wrong of [{ number: null }, { hash: '0x]a' }, { parentHash: {} }, { timestamp: 2n ** 60n }])
    assert.throws(() => blockOf({ ...block, ...wrong }), BadAnswer);
  const event = { name: 'CallbackDone', taskId: hash, ok: true } as const;
  const log = { blockNumber: 5n, blockHash: hash, transactionHash: hash, logIndex: 0 };
  assert.equal(placed(event, log).txHash, hash);
  for (const wrong of [{ blockNumber: null }, { transactionHash: { jsonrpc: '2.0' } }, { logIndex: -1 }])
    assert.throws(() => placed(event, { ...log, ...wrong }), BadAnswer);
});
