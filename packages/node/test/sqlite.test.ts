import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, test } from 'node:test';
import { openStore } from '../src/host/sqlite.ts';
import { createMemoryStore, StoreError, type Store } from '../src/store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'enigma-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const isDamaged = (error: unknown): boolean => error instanceof StoreError && error.code === 'STORE_DAMAGED';

function behaves(store: Store): void {
  assert.equal(store.signed('a'), undefined);
  store.putSigned('a', '0x01', new Uint8Array([9]));
  assert.deepEqual(store.signed('a'), { digest: '0x01', signature: new Uint8Array([9]) });
  assert.throws(() => store.putSigned('a', '0x02', new Uint8Array([8])));
  store.raiseMark('m', 5);
  store.raiseMark('m', 3);
  assert.equal(store.mark('m'), 5);
  assert.equal(store.mark('other'), 0);
  store.put('x/1', new Uint8Array([1]));
  store.put('x/2', new Uint8Array([2]));
  store.put('y/1', new Uint8Array([3]));
  assert.deepEqual(store.names('x/'), ['x/1', 'x/2']);
  store.delete('x/1');
  assert.equal(store.get('x/1'), undefined);
  assert.deepEqual(store.get('x/2'), new Uint8Array([2]));
}

test('the stores on disk and in memory behave alike', () => {
  const store = openStore(folder);
  behaves(store);
  store.close();
  behaves(createMemoryStore());
});

test('what was written is there after the store was closed', () => {
  const first = openStore(folder);
  behaves(first);
  first.close();
  const second = openStore(folder);
  assert.equal(second.mark('m'), 5);
  assert.equal(second.signed('a')?.digest, '0x01');
  second.close();
});

test('a folder in use is refused', () => {
  const store = openStore(folder);
  assert.throws(
    () => openStore(folder),
    (error) => error instanceof StoreError && error.code === 'STORE_LOCKED',
  );
  store.close();
});

test('a flipped bit is refused, never guessed', () => {
  const store = openStore(folder);
  store.put('shares', new Uint8Array([1, 2, 3]));
  store.close();
  const raw = new DatabaseSync(join(folder, 'state.db'));
  raw.exec("UPDATE blob SET bytes = x'010204' WHERE name = 'shares'");
  raw.close();
  const again = openStore(folder);
  assert.throws(
    () => again.get('shares'),
    (error) => error instanceof StoreError && error.code === 'STORE_DAMAGED',
  );
  again.close();
});

test('a store with one of its two files gone, or with the signatures of an older day, is refused', () => {
  const first = openStore(folder);
  first.raiseMark('boot', 1);
  first.close();
  const protection = join(folder, 'protection.db');
  copyFileSync(protection, join(folder, 'backup'));
  const second = openStore(folder);
  second.raiseMark('boot', 2);
  second.putSigned('slot', '0x01', new Uint8Array([1]));
  second.close();
  rmSync(protection);
  assert.throws(() => openStore(folder), isDamaged);
  copyFileSync(join(folder, 'backup'), protection);
  assert.throws(() => openStore(folder), isDamaged);
});

test('a store of which one file was emptied, or has not the tables that were made, is refused, and does not stay locked', () => {
  const first = openStore(folder);
  first.raiseMark('boot', 1);
  first.put('blob', new Uint8Array([1]));
  first.close();
  const path = join(folder, 'state.db');
  const right = readFileSync(path);
  for (const size of [0, 1, 511]) {
    truncateSync(path, size);
    assert.throws(() => openStore(folder), isDamaged, `${size} bytes`);
    writeFileSync(path, right);
  }
  for (const [name, other] of [
    ['state.db', 'ALTER TABLE tally RENAME COLUMN writes TO writ'],
    ['state.db', 'ALTER TABLE blob RENAME COLUMN sha256 TO sha'],
    ['state.db', 'ALTER TABLE tally RENAME TO tall'],
    ['protection.db', 'ALTER TABLE tally RENAME COLUMN writes TO writ'],
    ['protection.db', 'ALTER TABLE signed RENAME COLUMN slot TO slit'],
    ['protection.db', 'DROP TABLE tally; CREATE TABLE tally (one, writes, other, total); PRAGMA user_version = 0'],
  ] as const) {
    const altered = join(folder, name);
    const before = readFileSync(altered);
    const database = new DatabaseSync(altered);
    database.exec(other);
    database.close();
    assert.throws(() => openStore(folder), isDamaged, `${name}: ${other}`);
    writeFileSync(altered, before);
  }
  const again = openStore(folder);
  assert.equal(again.mark('boot'), 1);
  again.close();
});

test('a death between the two files of a new mark, or of a new store, does no harm', () => {
  openStore(folder).close();
  rmSync(join(folder, 'state.db'));
  const store = openStore(folder);
  store.raiseMark('pool', 40);
  store.close();
  const state = join(folder, 'state.db');
  copyFileSync(state, join(folder, 'before'));
  const next = openStore(folder);
  next.raiseMark('pool', 41);
  next.close();
  copyFileSync(join(folder, 'before'), state);
  const again = openStore(folder);
  assert.equal(again.mark('pool'), 41);
  again.close();
});

test('a state that is older than what was signed on it is refused, though every mark stands', () => {
  const store = openStore(folder);
  store.raiseMark('boot', 1);
  store.close();
  const state = join(folder, 'state.db');
  copyFileSync(state, join(folder, 'before'));
  const next = openStore(folder);
  next.put('shares', new Uint8Array([1]));
  next.putSigned('slot', '0x01', new Uint8Array([1]));
  next.close();
  copyFileSync(join(folder, 'before'), state);
  assert.throws(() => openStore(folder), isDamaged);
});

test('signatures that are older than a state which was written after them are refused, though every mark stands', () => {
  const store = openStore(folder);
  store.raiseMark('boot', 1);
  store.close();
  const protection = join(folder, 'protection.db');
  copyFileSync(protection, join(folder, 'before'));
  const next = openStore(folder);
  next.putSigned('slot', '0x01', new Uint8Array([1]));
  next.put('shares', new Uint8Array([1]));
  next.close();
  copyFileSync(join(folder, 'before'), protection);
  assert.throws(() => openStore(folder), isDamaged);
});

test('a store of the program before, which kept no totals, is taken over as it is', () => {
  const store = openStore(folder);
  behaves(store);
  store.close();
  for (const file of ['protection.db', 'state.db']) {
    const raw = new DatabaseSync(join(folder, file));
    raw.exec('DROP TABLE tally; PRAGMA user_version = 1');
    raw.close();
  }
  for (const slot of ['b', 'c']) {
    const again = openStore(folder);
    assert.equal(again.signed('a')?.digest, '0x01');
    again.putSigned(slot, '0x01', new Uint8Array([1]));
    again.close();
  }
  const raw = new DatabaseSync(join(folder, 'protection.db'));
  raw.exec('DROP TABLE tally');
  raw.close();
  assert.throws(() => openStore(folder), isDamaged, 'one that kept them has them');
});

test('a store of a newer program is refused', () => {
  openStore(folder).close();
  const raw = new DatabaseSync(join(folder, 'state.db'));
  raw.exec('PRAGMA user_version = 99');
  raw.close();
  assert.throws(
    () => openStore(folder),
    (error) => error instanceof StoreError && error.code === 'STORE_NEWER',
  );
});

test('a small write reads nothing of the large blobs beside it', { skip: !existsSync('/proc/self/io') }, () => {
  const store = openStore(folder);
  // More than SQLite keeps of its pages, so that what it looks at it reads.
  for (let k = 0; k < 6; k++) store.put(`pool/${k}`, new Uint8Array(1 << 22).fill(k));
  const readSoFar = (): number => Number(/rchar: (\d+)/.exec(readFileSync('/proc/self/io', 'latin1'))?.[1]);
  const before = readSoFar();
  for (let k = 0; k < 16; k++) store.put(`pool/${k % 6}/small`, new Uint8Array(10));
  assert.ok(readSoFar() - before < 1 << 20, `${readSoFar() - before} bytes`);
  store.close();
});
