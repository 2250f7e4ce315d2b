// Long blobs lie in files of their own: what a store promises of a row holds of them too, at every moment at which a process may die.
import assert from 'node:assert/strict';
import fs, {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { openStore } from '../src/host/sqlite.ts';
import { blobFileBytesMin } from '../src/limits.ts';
import { StoreError } from '../src/store.ts';

let root = '';
let folder = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'enigma-blobs-'));
  folder = join(root, 'data');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const files = (): readonly string[] => readdirSync(join(folder, 'blobs'));
const long = (value: number): Uint8Array => new Uint8Array(blobFileBytesMin).fill(value);
const isDamaged = (error: unknown): boolean => error instanceof StoreError && error.code === 'STORE_DAMAGED';

test('a long blob is read as it was written, after a new start too, and no byte of it lies in the database', () => {
  const store = openStore(folder);
  store.put('long', long(0xa7));
  store.put('short', new Uint8Array(blobFileBytesMin - 1).fill(1));
  assert.deepEqual(store.get('long'), long(0xa7));
  assert.equal(files().length, 1);
  store.close();
  assert.ok(!readFileSync(join(folder, 'state.db')).includes(Buffer.alloc(64, 0xa7)));
  const again = openStore(folder);
  assert.deepEqual(again.get('long'), long(0xa7));
  assert.deepEqual(again.names(''), ['long', 'short']);
  again.close();
});

test('what is deleted or replaced is overwritten before its name is gone', () => {
  const store = openStore(folder);
  for (const end of ['deleted', 'longer', 'shorter'] as const) {
    store.put('secret', long(0x5c));
    const [name] = files();
    // A second name for the same bytes on the disk.
    const kept = join(root, end);
    linkSync(join(folder, 'blobs', name ?? ''), kept);
    if (end === 'deleted') store.delete('secret');
    else store.put('secret', end === 'longer' ? long(1) : new Uint8Array(3));
    assert.ok(!existsSync(join(folder, 'blobs', name ?? '')), end);
    assert.ok(
      readFileSync(kept).every((byte) => byte === 0),
      `${end}: the bytes are still there`,
    );
    store.delete('secret');
    assert.deepEqual(files(), []);
  }
  assert.equal(store.get('secret'), undefined);
  store.close();
});

test('a file that a death left without a row, half written or not yet erased, goes at the next start; the others stay', () => {
  const first = openStore(folder);
  first.put('kept', long(3));
  first.close();
  const [kept] = files();
  writeFileSync(join(folder, 'blobs', '999'), long(4).subarray(100));
  const second = openStore(folder);
  assert.deepEqual(files(), [kept]);
  assert.deepEqual(second.get('kept'), long(3));
  second.close();
});

test('a death between a file and its row leaves what stood before', () => {
  const store = openStore(folder);
  store.put('state', long(1));
  const before = join(root, 'before');
  cpSync(folder, before, { recursive: true });
  store.put('state', long(2));
  // The row of before, the file of after: what lies on the disk when the process dies between the two.
  for (const name of files()) cpSync(join(folder, 'blobs', name), join(before, 'blobs', name));
  store.close();
  const dead = openStore(before);
  assert.deepEqual(dead.get('state'), long(1));
  assert.equal(readdirSync(join(before, 'blobs')).length, 1);
  // The same place in the order of writes: its name is free again.
  dead.put('state', long(5));
  assert.deepEqual(dead.get('state'), long(5));
  dead.close();
});

test('the row goes before the file: a death between the two leaves no row without its file', () => {
  const store = openStore(folder);
  for (const [next, there] of [
    [() => store.put('state', long(2)), long(2)],
    [() => store.put('state', new Uint8Array([7])), new Uint8Array([7])],
    [() => store.delete('state'), undefined],
  ] as const) {
    store.put('state', long(1));
    const [name] = files();
    const path = join(folder, 'blobs', name ?? '');
    rmSync(path);
    // Of a folder nothing is overwritten: the erasure fails, and what comes before it has been done.
    mkdirSync(path);
    assert.throws(next, (error) => error instanceof StoreError && error.code === 'STORE_FAILED');
    assert.deepEqual(store.get('state'), there);
    rmSync(path, { recursive: true });
    store.delete('state');
  }
  store.close();
});

test('a folder that is made is durable before what lies in it, down from the first that was there', (t) => {
  const synced: string[] = [];
  const opened = new Map<number, string>();
  const { openSync, fsyncSync } = fs;
  t.mock.method(fs, 'openSync', (...args: Parameters<typeof openSync>) => {
    const handle = openSync(...args);
    opened.set(handle, String(args[0]));
    return handle;
  });
  t.mock.method(fs, 'fsyncSync', (handle: number) => {
    synced.push(opened.get(handle) ?? '');
    fsyncSync(handle);
  });
  syncBuiltinESMExports();
  try {
    folder = join(root, 'new', 'node', 'data');
    openStore(folder).close();
    assert.deepEqual(synced, [join(root, 'new', 'node'), join(root, 'new'), root, folder]);
    synced.length = 0;
    openStore(folder).close();
    assert.deepEqual(synced, []);
  } finally {
    t.mock.restoreAll();
    syncBuiltinESMExports();
  }
});

test('a flipped bit, a cut end and a lost file are refused where the blob is read, and nothing else is', () => {
  const store = openStore(folder);
  store.put('shares', long(9));
  store.put('other', new Uint8Array([1]));
  const path = join(folder, 'blobs', files()[0] ?? '');
  const right = readFileSync(path);
  const flipped = Buffer.from(right);
  flipped.writeUInt8(flipped.readUInt8(77) ^ 4, 77);
  for (const spoilt of [flipped, right.subarray(1), Buffer.alloc(0)]) {
    writeFileSync(path, spoilt);
    assert.throws(() => store.get('shares'), isDamaged);
  }
  rmSync(path);
  assert.throws(() => store.get('shares'), isDamaged);
  assert.deepEqual(store.get('other'), new Uint8Array([1]));
  store.delete('shares');
  assert.equal(store.get('shares'), undefined);
  store.close();
});

test('a file that cannot be written: the store says so, and what stood before stands', () => {
  const store = openStore(folder);
  store.put('state', long(1));
  const before = files();
  // A folder where the next file would be.
  for (let next = 1; next < 10; next++) if (!before.includes(`${next}`)) mkdirSync(join(folder, 'blobs', `${next}`));
  assert.throws(
    () => store.put('state', long(2)),
    (error) => error instanceof StoreError && error.code === 'STORE_FAILED',
  );
  assert.deepEqual(store.get('state'), long(1));
  store.close();
});
