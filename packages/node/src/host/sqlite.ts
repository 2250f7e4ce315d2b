// The node's disk: two SQLite files in one folder. `protection.db` holds what must never go backwards (signatures given, high-water marks, the boot counter); `state.db` holds
// blobs (keys, shares, pools, staged versions) and the chain cursor. Each write is one synced transaction, so it is durable when the call returns.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ALL_CHECKS, type NodeChecks } from '../defences.ts';
import { StoreError, type Store } from '../store.ts';

const schemaVersion = 1;

export interface OpenStore extends Store {
  close(): void;
}

/** Opens or makes the store in `folder`. A second process on one folder is refused by the file lock. `checks` is for tests alone. */
export function openStore(folder: string, checks: NodeChecks = ALL_CHECKS): OpenStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const halves = ['protection.db', 'state.db'].filter((name) => existsSync(join(folder, name)));
  const protection = openDatabase(join(folder, 'protection.db'), checks, [
    'CREATE TABLE IF NOT EXISTS signed (slot TEXT PRIMARY KEY, digest TEXT NOT NULL, signature BLOB NOT NULL) WITHOUT ROWID, STRICT',
    'CREATE TABLE IF NOT EXISTS mark (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID, STRICT',
  ]);
  const state = openDatabase(join(folder, 'state.db'), checks, [
    // With a rowid: without one the name is looked for in the rows themselves, and SQLite reads each row on the way whole, megabytes of pools and records for any small write.
    'CREATE TABLE IF NOT EXISTS blob (name TEXT PRIMARY KEY, bytes BLOB NOT NULL, sha256 TEXT NOT NULL) STRICT',
    'CREATE TABLE IF NOT EXISTS mark (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID, STRICT',
  ]);
  try {
    expectHalves(folder, halves, protection, state, checks);
  } catch (error) {
    protection.close();
    state.close();
    throw error;
  }
  const raise =
    'INSERT INTO mark (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)';
  const statements = {
    signedGet: protection.prepare('SELECT digest, signature FROM signed WHERE slot = ?'),
    signedPut: protection.prepare('INSERT INTO signed (slot, digest, signature) VALUES (?, ?, ?)'),
    markGet: protection.prepare('SELECT value FROM mark WHERE name = ?'),
    markTwin: state.prepare('SELECT value FROM mark WHERE name = ?'),
    markRaise: protection.prepare(raise),
    markRaiseTwin: state.prepare(raise),
    blobGet: state.prepare('SELECT bytes, sha256 FROM blob WHERE name = ?'),
    blobPut: state.prepare(
      'INSERT INTO blob (name, bytes, sha256) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes, sha256 = excluded.sha256',
    ),
    blobDelete: state.prepare('DELETE FROM blob WHERE name = ?'),
    blobNames: state.prepare('SELECT name FROM blob WHERE name >= ? AND name < ? ORDER BY name'),
  };

  return {
    signed(slot) {
      const row = statements.signedGet.get(slot) as { digest: string; signature: Uint8Array } | undefined;
      return row && { digest: row.digest as `0x${string}`, signature: row.signature };
    },
    putSigned(slot, digest, signature) {
      statements.signedPut.run(slot, digest, signature);
    },
    mark(name) {
      const one = statements.markGet.get(name) as { value: number } | undefined;
      const two = statements.markTwin.get(name) as { value: number } | undefined;
      return Math.max(one?.value ?? 0, two?.value ?? 0);
    },
    raiseMark(name, value) {
      statements.markRaise.run(name, value);
      statements.markRaiseTwin.run(name, value);
    },
    get(name) {
      const row = statements.blobGet.get(name) as { bytes: Uint8Array; sha256: string } | undefined;
      if (row === undefined) return undefined;
      if (checks['store.checksum'] && sha256Hex(row.bytes) !== row.sha256)
        throw new StoreError('STORE_DAMAGED', `${name} in ${folder} does not match its checksum`);
      return row.bytes;
    },
    put(name, bytes) {
      statements.blobPut.run(name, bytes, sha256Hex(bytes));
    },
    delete(name) {
      statements.blobDelete.run(name);
    },
    names(prefix) {
      return (statements.blobNames.all(prefix, `${prefix}\u{10ffff}`) as { name: string }[]).map((row) => row.name);
    },
    close() {
      protection.close();
      state.close();
    },
  };
}

/**
 * The two files are one store: a start leaves marks in both, the protecting one first. So a file that is missing beside one in use, or a state that knows a mark which the
 * signatures' file does not, means that signatures have been forgotten: nothing may be signed on it.
 */
function expectHalves(
  folder: string,
  found: readonly string[],
  protection: DatabaseSync,
  state: DatabaseSync,
  checks: NodeChecks,
): void {
  const used = (database: DatabaseSync): boolean =>
    (database.prepare('SELECT count(*) AS count FROM mark').get() as { count: number }).count > 0;
  if (checks['store.halves'] && found.length === 1 && (used(protection) || used(state))) {
    throw new StoreError(
      'STORE_DAMAGED',
      `${folder} has ${found.join()} alone: its other half is gone, so what this node signed is not known; register a new node`,
    );
  }
  const marks = protection.prepare('SELECT value FROM mark WHERE name = ?');
  for (const { name, value } of state.prepare('SELECT name, value FROM mark').all() as {
    name: string;
    value: number;
  }[]) {
    const ahead = (marks.get(name) as { value: number } | undefined)?.value ?? 0;
    if (checks['store.older'] && ahead < value)
      throw new StoreError(
        'STORE_DAMAGED',
        `protection.db in ${folder} is older than state.db (${name} ${ahead}, not ${value}): it was restored from a backup; register a new node`,
      );
  }
}

function openDatabase(path: string, checks: NodeChecks, tables: readonly string[]): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 0 });
    // EXCLUSIVE keeps the lock for the life of the process, FULL syncs each commit, secure_delete overwrites what is erased.
    database.exec(
      `PRAGMA locking_mode = ${checks['store.lock'] ? 'EXCLUSIVE' : 'NORMAL'}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON`,
    );
    const found = (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
    if (found > schemaVersion)
      throw new StoreError(
        'STORE_NEWER',
        `${path} has schema ${found}; this program knows ${schemaVersion}: run the newer program`,
      );
    database.exec('BEGIN IMMEDIATE');
    for (const table of tables) database.exec(table);
    database.exec(`PRAGMA user_version = ${schemaVersion}`);
    database.exec('COMMIT');
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof StoreError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    if (/locked|busy/.test(message))
      throw new StoreError(
        'STORE_LOCKED',
        `${path} is in use by another process: stop it first; never run two nodes on one folder`,
      );
    throw new StoreError(
      'STORE_DAMAGED',
      `${path} cannot be opened (${message}): restore the folder from a backup, then rejoin`,
    );
  }
}

function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
