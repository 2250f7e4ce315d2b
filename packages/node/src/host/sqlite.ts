// The node's disk: two SQLite files in one folder. `protection.db` holds what must never go backwards (signatures given, high-water marks, the boot counter); `state.db` holds
// blobs (keys, shares, pools, staged versions) and the chain cursor. Each write is one synced transaction, so it is durable when the call returns. Long blobs lie in files of their own (blobFiles.ts).
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { ALL_CHECKS, type NodeChecks } from '../defences.ts';
import { blobFileBytesMin } from '../limits.ts';
import { StoreError, type SignedRow, type Store } from '../store.ts';
import { openBlobFiles } from './blobFiles.ts';
import { makeFolder } from './durable.ts';
import { createDurations } from './quantile.ts';
import { openingErrorOf, openStoreFile, startAnew, storeErrorOf, type Row, type StoreFile } from './storeFile.ts';

export interface OpenStore extends Store {
  /** Everything that was signed, and every mark: for whoever carries it elsewhere. */
  signedRows(): Iterable<SignedRow & { readonly slot: string }>;
  marks(): ReadonlyMap<string, number>;
  /** What a synced write took, milliseconds: 99 of the last 100 took no longer. */
  writeP99Ms(): number;
  close(): void;
}

/** Folder of the long blobs, beside the two databases. */
export const blobFolder = 'blobs';
const noBytes = new Uint8Array(0);
/** https://sqlite.org/fileformat.html, 1.3.2. */
const pageBytesMin = 512;

const markTable =
  'CREATE TABLE IF NOT EXISTS mark (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID, STRICT';

/** Opens or makes the store in `folder`. A second process on one folder is refused by the file lock. `checks` is for tests alone. */
export function openStore(folder: string, checks: NodeChecks = ALL_CHECKS): OpenStore {
  makeFolder(folder);
  const halves = ['protection.db', 'state.db'].filter((name) => hasPage(join(folder, name)));
  const protection = openStoreFile(
    join(folder, 'protection.db'),
    checks,
    [
      'CREATE TABLE IF NOT EXISTS signed (slot TEXT PRIMARY KEY, digest TEXT NOT NULL, signature BLOB NOT NULL) WITHOUT ROWID, STRICT',
      markTable,
    ],
    function* (database) {
      for (const { slot, digest, signature } of database.prepare('SELECT * FROM signed').iterate() as Iterable<{
        slot: string;
        digest: string;
        signature: Uint8Array;
      }>)
        yield signedRow(slot, digest, signature);
      yield* markRows(database);
    },
  );
  let state: StoreFile | undefined;
  try {
    state = openStoreFile(
      join(folder, 'state.db'),
      checks,
      [
        // With a rowid: without one the name is looked for in the rows themselves, and SQLite reads each row on the way whole, megabytes of pools and records for any small write. The pages of names and
        // rows are compared with each other at each start, and a row's bytes with its checksum where they are read.
        'CREATE TABLE IF NOT EXISTS blob (name TEXT PRIMARY KEY, bytes BLOB NOT NULL, sha256 TEXT NOT NULL) STRICT',
        // Of a long blob the row in `blob` has no bytes, and its file's name stands here.
        'CREATE TABLE IF NOT EXISTS blobFile (name TEXT PRIMARY KEY, file TEXT NOT NULL, bytes INTEGER NOT NULL) STRICT',
        markTable,
      ],
      markRows,
    );
    expectHalves(folder, halves, protection, state, checks);
    return storeOver(folder, protection, state, checks);
  } catch (error) {
    protection.close();
    state?.close();
    // By now each file has said its own; what is left are statements that the tables of one of them do not fit.
    throw openingErrorOf(error, folder);
  }
}

function storeOver(folder: string, protection: StoreFile, state: StoreFile, checks: NodeChecks): OpenStore {
  const raise =
    'INSERT INTO mark (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)';
  const statements = {
    signedGet: protection.database.prepare('SELECT digest, signature FROM signed WHERE slot = ?'),
    signedPut: protection.database.prepare('INSERT INTO signed (slot, digest, signature) VALUES (?, ?, ?)'),
    markGet: protection.database.prepare('SELECT value FROM mark WHERE name = ?'),
    markTwin: state.database.prepare('SELECT value FROM mark WHERE name = ?'),
    markRaise: protection.database.prepare(raise),
    markRaiseTwin: state.database.prepare(raise),
    blobGet: state.database.prepare('SELECT bytes, sha256 FROM blob WHERE name = ?'),
    blobPut: state.database.prepare(
      'INSERT INTO blob (name, bytes, sha256) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes, sha256 = excluded.sha256',
    ),
    blobDelete: state.database.prepare('DELETE FROM blob WHERE name = ?'),
    blobNames: state.database.prepare('SELECT name FROM blob WHERE name >= ? AND name < ? ORDER BY name'),
    fileGet: state.database.prepare('SELECT file, bytes FROM blobFile WHERE name = ?'),
    filePut: state.database.prepare('INSERT INTO blobFile (name, file, bytes) VALUES (?, ?, ?)'),
    fileDelete: state.database.prepare('DELETE FROM blobFile WHERE name = ?'),
    files: state.database.prepare('SELECT file FROM blobFile'),
  };
  const files = openBlobFiles(join(folder, blobFolder));
  files.keepOnly(new Set((statements.files.all() as { file: string }[]).map(({ file }) => file)));
  /** What SQLite says of a file that it reads is for whoever has to mend it. */
  const read = <T>(file: string, run: () => T): T => {
    try {
      return run();
    } catch (error) {
      throw storeErrorOf(error, join(folder, file));
    }
  };
  const valueOf = (row: unknown): number | undefined => (row as { value: number } | undefined)?.value;
  const raiseIn = (
    [file, other]: readonly [StoreFile, StoreFile],
    before: number | undefined,
    name: string,
    value: number,
    run: () => void,
  ): void => {
    const come: Row = ['mark', name, Math.max(value, before ?? 0)];
    file.write(other.writes(), run, before === undefined ? undefined : ['mark', name, before], come);
  };

  const fileOf = (name: string): { readonly file: string; readonly bytes: number } | undefined =>
    read('state.db', () => statements.fileGet.get(name)) as { file: string; bytes: number } | undefined;

  const writes = createDurations();
  const timed = (write: () => void): void => {
    const start = performance.now();
    write();
    writes.add(performance.now() - start);
  };

  return {
    signed: (slot) =>
      read('protection.db', () => {
        const row = statements.signedGet.get(slot) as { digest: string; signature: Uint8Array } | undefined;
        return row && { digest: row.digest as `0x${string}`, signature: row.signature };
      }),
    putSigned(slot, digest, signature) {
      const put = (): void => void statements.signedPut.run(slot, digest, signature);
      timed(() => protection.write(state.writes(), put, undefined, signedRow(slot, digest, signature)));
    },
    mark(name) {
      const one = read('protection.db', () => valueOf(statements.markGet.get(name)));
      const two = read('state.db', () => valueOf(statements.markTwin.get(name)));
      return Math.max(one ?? 0, two ?? 0);
    },
    raiseMark(name, value) {
      const one = read('protection.db', () => valueOf(statements.markGet.get(name)));
      raiseIn([protection, state], one, name, value, () => void statements.markRaise.run(name, value));
      const two = read('state.db', () => valueOf(statements.markTwin.get(name)));
      raiseIn([state, protection], two, name, value, () => void statements.markRaiseTwin.run(name, value));
    },
    get(name) {
      const row = read('state.db', () => statements.blobGet.get(name)) as
        | { bytes: Uint8Array; sha256: string }
        | undefined;
      if (row === undefined) return undefined;
      const long = fileOf(name);
      const bytes = long === undefined ? row.bytes : files.read(long.file);
      if (checks['store.checksum'] && sha256Hex(bytes) !== row.sha256)
        throw new StoreError('STORE_DAMAGED', `${name} in ${folder} does not match its checksum: ${startAnew}`);
      return bytes;
    },
    put(name, bytes) {
      const sha256 = sha256Hex(bytes);
      const before = fileOf(name);
      timed(() => {
        // One for each write of the file, so no two have the same name but where a death left the first without a row.
        const file = bytes.length < blobFileBytesMin ? undefined : `${state.writes() + 1}`;
        if (file !== undefined) files.write(file, bytes);
        state.write(protection.writes(), () => {
          statements.fileDelete.run(name);
          statements.blobPut.run(name, file === undefined ? bytes : noBytes, sha256);
          if (file !== undefined) statements.filePut.run(name, file, bytes.length);
        });
        if (before !== undefined) files.erase(before.file);
      });
    },
    delete(name) {
      const before = fileOf(name);
      state.write(protection.writes(), () => {
        statements.blobDelete.run(name);
        statements.fileDelete.run(name);
      });
      if (before !== undefined) files.erase(before.file);
    },
    names: (prefix) =>
      read('state.db', () =>
        (statements.blobNames.all(prefix, `${prefix}\u{10ffff}`) as { name: string }[]).map((row) => row.name),
      ),
    signedRows: () =>
      read(
        'protection.db',
        () => protection.database.prepare('SELECT slot, digest, signature FROM signed').all() as never,
      ),
    marks: () =>
      read(
        'protection.db',
        () => new Map([...markRows(protection.database)].map(([, name, value]) => [name as string, value as number])),
      ),
    writeP99Ms: () => writes.p99(),
    close() {
      protection.close();
      state.close();
    },
  };
}

/**
 * The two files are one store: a start leaves marks in both, the protecting one first, and each remembers how often the other had been written. So a file that is missing beside one in use, or one that has
 * fewer writes or lower marks than the other has seen, was lost, cut or put back: what was signed is then forgotten, or what was computed, and nothing may rest on it.
 */
function expectHalves(
  folder: string,
  found: readonly string[],
  protection: StoreFile,
  state: StoreFile,
  checks: NodeChecks,
): void {
  const marks = (file: StoreFile): readonly Row[] => [...markRows(file.database)];
  if (checks['store.halves'] && found.length === 1 && (marks(protection).length > 0 || marks(state).length > 0)) {
    throw new StoreError('STORE_DAMAGED', `${folder} has ${found.join()} alone: its other half is gone; ${startAnew}`);
  }
  if (!checks['store.older']) return;
  const ahead = new Map(marks(protection).map(([, name, value]) => [name, value as number]));
  const behind = marks(state).find(([, name, value]) => (ahead.get(name as string) ?? 0) < (value as number));
  const older = (one: string, other: string, why: string): StoreError =>
    new StoreError(
      'STORE_DAMAGED',
      `${one} in ${folder} is older than ${other} (${why}): it was put back, or lost its end; ${startAnew}`,
    );
  if (behind !== undefined) throw older('protection.db', 'state.db', behind.slice(1).join(' '));
  if (protection.writes() < state.otherWrites())
    throw older('protection.db', 'state.db', `${protection.writes()} writes, not ${state.otherWrites()}`);
  if (state.writes() < protection.otherWrites())
    throw older('state.db', 'protection.db', `${state.writes()} writes, not ${protection.otherWrites()}`);
}

/** Of less than its smallest page SQLite makes a new database: it is as good as gone. */
function hasPage(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) >= pageBytesMin;
}

function* markRows(database: DatabaseSync): Iterable<Row> {
  for (const { name, value } of database.prepare('SELECT name, value FROM mark').all() as {
    name: string;
    value: number;
  }[])
    yield ['mark', name, value];
}

function signedRow(slot: string, digest: string, signature: Uint8Array): Row {
  return ['signed', slot, digest, Buffer.from(signature).toString('base64')];
}

function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
