// What the fuzzer found here, input by input.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { seededRandom } from '@enigma/crypto';
import { ConfigError, KeyError, openKeyring, readConfig, readRunning } from '../src/host/index.ts';
import { exportProtection, importProtection, InterchangeError } from '../src/host/interchange.ts';
import type { OpenStore } from '../src/host/sqlite.ts';
import { createMemoryStore } from '../src/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'enigma-found-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a key file of zeros, or of an identity in numbers, is an unreadable key: it was an error without a code', async () => {
  const keys = join(folder, 'keys');
  mkdirSync(keys);
  const tls = { key: 'k', certificate: 'c', spkiHash: '0x' };
  writeFileSync(join(keys, 'tls.json'), JSON.stringify(tls));
  for (const name of ['signer.key', 'operator.key']) {
    writeFileSync(join(keys, name), `0x${'00'.repeat(32)}\n`);
    await assert.rejects(openKeyring(keys, seededRandom('keys')), KeyError);
    rmSync(join(keys, name));
  }
  writeFileSync(join(keys, 'tls.json'), JSON.stringify({ ...tls, key: 7 }));
  await assert.rejects(openKeyring(keys, seededRandom('keys')), KeyError);
});

test('a configuration whose contracts have no addresses is told at once: it ended the node later, by an error of the chain’s library', () => {
  const address = `0x${'11'.repeat(20)}`;
  const names = ['token', 'randomness', 'bank', 'stake', 'committees', 'registry', 'tasks', 'remedies'];
  const book = { chainId: 31337, deployedBlock: 0, ...Object.fromEntries(names.map((name) => [name, address])) };
  const place = { host: '127.0.0.1', port: 0 };
  const good = { rpcUrl: 'http://127.0.0.1:1', book, index: 0, peer: place, api: place };
  const read = (config: unknown): unknown => {
    writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
    return readConfig(folder);
  };
  assert.deepEqual(read(good), good);
  for (const wrong of [{ ...book, bank: '' }, { ...book, chainId: '1' }, { tasks: address }, null])
    assert.throws(() => read({ ...good, book: wrong }), ConfigError, JSON.stringify(wrong));
});

test('a running node has a process and ports: a process below one would be a group of them, or all', () => {
  const good = { pid: 7, operator: { host: '127.0.0.1', port: 1 }, apiPort: 2, peerPort: 3 };
  const read = (running: unknown): unknown => {
    writeFileSync(join(folder, 'running.json'), JSON.stringify(running));
    return readRunning(folder);
  };
  assert.deepEqual(read(good), good);
  for (const wrong of [{ pid: -1 }, { pid: 0 }, { apiPort: null }, { peerPort: 70_000 }, { operator: { host: 'x' } }])
    assert.equal(read({ ...good, ...wrong }), undefined, JSON.stringify(wrong));
});

test('a protection says whose it is, and names a slot once: without a signer it was an error without a code, and of two in one slot the first was written', () => {
  const domain = { chainId: 1n, verifyingContract: `0x${'11'.repeat(20)}` } as const;
  const of = { domain, node: 3, signer: `0x${'22'.repeat(20)}` } as const;
  const store = createMemoryStore();
  const opened = { ...store, signedRows: () => [], marks: () => new Map() } as unknown as OpenStore;
  const { metadata } = exportProtection(opened, of);
  const slot = { slot: 'boot/1', digest: `0x${'33'.repeat(32)}`, signature: `0x${'44'.repeat(64)}` };
  const sum = createHash('sha256');
  for (let i = 0; i < 2; i++) sum.update(`${JSON.stringify([slot.slot, slot.digest, slot.signature])}\n`);
  const { signer: _signer, ...nobody } = metadata;
  const twice = { metadata: { ...metadata, sha256: sum.digest('hex') }, marks: {}, signed: [slot, slot] };
  const unsaid = { metadata: { ...metadata, node: { toString: '' } }, marks: {}, signed: [] };
  for (const wrong of [{ metadata: nobody, marks: {}, signed: [] }, unsaid, twice])
    assert.throws(() => importProtection(opened, of, JSON.stringify(wrong)), InterchangeError);
  assert.equal(store.signed('boot/1'), undefined);
});
