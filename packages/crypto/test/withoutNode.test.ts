// The same source without node:crypto and without the platform's hex, as in an older browser: every fast path has our or noble's answer as its equal.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import { test } from 'node:test';

Object.defineProperty(process, 'getBuiltinModule', { value: undefined });
for (const name of ['toHex', 'setFromHex']) Object.defineProperty(Uint8Array.prototype, name, { value: undefined });
const { nodeCrypto } = await import('../src/internal/nodeCrypto.ts');
const {
  Refusal,
  concat,
  fromHex,
  generateSealingKey,
  hashOf,
  hmacSha256,
  keccak256,
  open,
  prf,
  seal,
  seededRandom,
  sha256,
  toHex,
  transcript,
  u32le,
  utf8,
  wasmKernel,
} = await import('../src/index.ts');

test('node:crypto is not in use here', () => assert.equal(nodeCrypto, undefined));

test('hashes and F are those of OpenSSL', () => {
  const message = utf8('a message');
  assert.deepEqual(sha256(message), new Uint8Array(crypto.hash('sha256', message, 'buffer')));
  const key = new Uint8Array(16).fill(9);
  assert.deepEqual(hmacSha256(key, message), new Uint8Array(crypto.createHmac('sha256', key).update(message).digest()));
  const domain = utf8('enigma.prf.v1');
  const derived = crypto
    .createHmac('sha256', key)
    .update(concat(u32le(domain.length), domain, message))
    .digest();
  const stream = crypto
    .createCipheriv('aes-128-ctr', derived.subarray(0, 16), derived.subarray(16))
    .update(new Uint8Array(1000));
  assert.deepEqual(prf(key, message, 1000), new Uint8Array(stream));
  const running = transcript('d');
  running.append(message);
  assert.deepEqual(running.digest(), hashOf('d', message));
});

test('Keccak is that of OpenSSL, on both sides of a block', (t) => {
  if (!crypto.getHashes().includes('keccak-256')) return t.skip('this Node.js has none');
  for (const length of [0, 1, 135, 136, 137, 272, 1000]) {
    const bytes = seededRandom('keccak')(length);
    const theirs = crypto.createHash('keccak-256').update(bytes).digest();
    assert.deepEqual(keccak256(bytes), new Uint8Array(theirs));
  }
});

test('hex without the platform’s', () => {
  const bytes = seededRandom('hex')(300);
  const hex = Buffer.from(bytes).toString('hex');
  assert.equal(toHex(bytes), `0x${hex}`);
  assert.deepEqual(fromHex(`0x${hex}`), bytes);
  assert.deepEqual(fromHex(`0x${hex.toUpperCase()}`), bytes);
  for (const text of ['', '00', '0x0', '0xgg', '0x00 ', '0x00\n', ' 0x00', '0x0é'])
    assert.equal(fromHex(text), undefined);
});

test('sealing and the kernel work', () => {
  const random = seededRandom('browser');
  const key = generateSealingKey(random);
  const sealed = seal(key.publicKey, utf8('i'), utf8('a'), utf8('m'), random);
  assert.ok(!(sealed instanceof Refusal));
  assert.deepEqual(open(key, utf8('i'), utf8('a'), sealed), utf8('m'));
  assert.ok(seal(new Uint8Array(32), utf8('i'), utf8('a'), utf8('m'), random) instanceof Refusal);
  assert.equal(wasmKernel.dot(BigUint64Array.of(3n, 0n), BigUint64Array.of(5n, 0n)), 15n);
});
