// The store's files as a disk may give them back: a bit flipped, a log cut short, a write refused. What is read is what was written, or nothing is read at all.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { readLE, seededRandom } from '@enigma/crypto';
import { openStore, type OpenStore } from '../src/host/sqlite.ts';
import { storeErrorOf } from '../src/host/storeFile.ts';
import { blobFileBytesMin } from '../src/limits.ts';
import { StoreError } from '../src/store.ts';

const scratch = mkdtempSync(join(tmpdir(), 'enigma-faults-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
const random = seededRandom('store faults');
const below = (limit: number): number => Number(readLE(random(6)) % BigInt(limit));
const ROUNDS = 30;

/** What a reader sees; a blob that is refused says so. */
function contents(store: OpenStore): readonly string[] {
  const blob = (name: string): string => {
    try {
      return Buffer.from(store.get(name) ?? []).toString('hex');
    } catch (error) {
      assert.ok(error instanceof StoreError && error.code === 'STORE_DAMAGED');
      return 'refused';
    }
  };
  return Array.from({ length: ROUNDS }, (_, k) => {
    const row = store.signed(`committee/1/open/${k}`);
    const signed = row && `${row.digest} ${Buffer.from(row.signature).toString('hex')}`;
    return `${signed} ${store.mark(`mark/${k % 5}`)} ${blob(`blob/${k % 20}`)}`;
  }).concat(store.names('').join());
}

function write(store: OpenStore, from: number, to: number): void {
  for (let k = from; k < to; k++) {
    // Every fourth in a file of its own.
    store.put(`blob/${k % 20}`, new Uint8Array(k % 4 === 3 ? blobFileBytesMin : 300).fill(k));
    store.raiseMark(`mark/${k % 5}`, k);
    store.putSigned(`committee/1/open/${k}`, `0x${String(k).padStart(64, '0')}`, new Uint8Array(64).fill(k));
  }
}

function copied(from: string, to: string): string {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  return to;
}

/** A store as a process leaves it that is killed, with logs that nobody has folded in, and as one that was closed. */
function stores(): { readonly killed: string; readonly closed: string; readonly right: readonly string[] } {
  const folder = join(scratch, 'live');
  const store = openStore(folder);
  write(store, 0, ROUNDS);
  const right = contents(store);
  const killed = copied(folder, join(scratch, 'killed'));
  store.close();
  return { killed, closed: copied(folder, join(scratch, 'closed')), right };
}

const { killed, closed, right } = stores();

/** Opens the folder and compares; 'refused' where the store says that it is damaged. */
function judge(folder: string, allowed: readonly string[] = right): 'refused' | 'right' {
  let store: OpenStore;
  try {
    store = openStore(folder);
  } catch (error) {
    assert.ok(error instanceof StoreError && error.code === 'STORE_DAMAGED', String(error));
    assert.match(error.message, /start with none/);
    return 'refused';
  }
  try {
    let refused = false;
    for (const [at, line] of contents(store).entries()) {
      if (line.includes('refused')) refused = true;
      else assert.equal(line, allowed[at]);
    }
    return refused ? 'refused' : 'right';
  } finally {
    store.close();
  }
}

test('the store of a killed process is read as it was', () => {
  assert.equal(judge(copied(killed, join(scratch, 'as it was'))), 'right');
});

// The log's last transaction is left out: flipped bits in it cannot be told from a write that the death cut off, which nothing rested on.
const flipped: readonly (readonly [folder: string, file: string, spare: number])[] = [
  [closed, 'protection.db', 0],
  [closed, 'state.db', 0],
  [killed, 'protection.db-wal', 30_000],
  [killed, 'state.db-wal', 30_000],
];
for (const [folder, file, spare] of flipped) {
  const state = folder === killed ? 'killed' : 'closed';
  test(`a flipped bit in ${file} of a ${state} process is refused, or lies where nothing is`, () => {
    const bytes = readFileSync(join(folder, file));
    let refused = 0;
    for (let round = 0; round < 24; round++) {
      const spoilt = Buffer.from(bytes);
      const at = below(bytes.length - spare);
      spoilt.writeUInt8(spoilt.readUInt8(at) ^ (1 << below(8)), at);
      const to = copied(folder, join(scratch, 'spoilt'));
      writeFileSync(join(to, file), spoilt);
      if (judge(to) === 'refused') refused++;
    }
    assert.ok(refused > 0, 'some of them hit');
  });
}

test('a log that ends in the middle of its last write is read up to the write before', () => {
  const folder = join(scratch, 'torn');
  const store = openStore(folder);
  write(store, 0, ROUNDS);
  const before = contents(store);
  const log = join(folder, 'protection.db-wal');
  const length = readFileSync(log).length;
  store.putSigned('committee/1/open/last', '0x01', new Uint8Array(64));
  const grown = readFileSync(log);
  assert.ok(grown.length > length);
  for (const cut of [length + 1, Math.floor((length + grown.length) / 2), grown.length - 1]) {
    const to = copied(folder, join(scratch, 'cut'));
    writeFileSync(join(to, 'protection.db-wal'), grown.subarray(0, cut));
    assert.equal(judge(to, before), 'right');
  }
  const to = copied(folder, join(scratch, 'cut'));
  writeFileSync(join(to, 'protection.db-wal'), grown.subarray(0, Math.floor(length / 2)));
  assert.equal(judge(to), 'refused', 'what the other file saw is gone');
  store.close();
});

test('a full disk and a failing one are named, and the write has not happened', () => {
  const raw = new DatabaseSync(join(scratch, 'full.db'));
  raw.exec('CREATE TABLE one (bytes BLOB); PRAGMA max_page_count = 4');
  const error = caught(() => raw.prepare('INSERT INTO one VALUES (zeroblob(100000))').run());
  raw.close();
  const named = storeErrorOf(error, 'state.db');
  assert.ok(named instanceof StoreError && named.code === 'STORE_FULL', String(named));
});

test(
  'a file that may not grow: the node is told, and what stood before stands',
  { skip: process.platform === 'win32' },
  () => {
    const folder = join(scratch, 'limited');
    const code = `
    import { openStore } from ${JSON.stringify(new URL('../src/host/sqlite.ts', import.meta.url).href)};
    const store = openStore(${JSON.stringify(folder)});
    let count = 0;
    try {
      for (; count < 1000; count++) store.put('blob/' + count, new Uint8Array(10_000).fill(count));
    } catch (error) {
      console.log(JSON.stringify({ code: error.code, count }));
      process.kill(process.pid, 'SIGKILL');
    }`;
    // Blocks of 512 bytes; the signal is ignored, so that the write itself fails.
    const child = spawnSync(
      'sh',
      ['-c', `trap '' XFSZ; ulimit -f 1000; exec "$0" --input-type=module -e "$1"`, process.execPath, code],
      { encoding: 'utf8', timeout: 60_000 },
    );
    const { code: said, count } = JSON.parse(child.stdout || '{}') as { code?: string; count?: number };
    assert.ok(said === 'STORE_FAILED' || said === 'STORE_FULL', `${said} ${child.stderr}`);
    assert.ok(count !== undefined && count > 0);
    const store = openStore(folder);
    assert.equal(store.names('blob/').length, count);
    for (let k = 0; k < count; k++) assert.equal(store.get(`blob/${k}`)?.[0], k % 256);
    store.close();
  },
);

function caught(run: () => void): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
