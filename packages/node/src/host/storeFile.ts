// One SQLite file of the store. A write is one synced transaction, which also counts itself, remembers how far the other file was, and moves a total over the rows that nothing else protects. SQLite has no
// checksum of its own in a database, and takes a damaged frame of its write-ahead log for the log's end: without total and counts a flipped bit would be a signature forgotten or another one.
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { NodeChecks } from '../defences.ts';
import { StoreError } from '../store.ts';

/** 2: rows have a total. 3: long blobs are files. */
const schemaVersion = 3;

/** Rows whose total is kept, as values that JSON can say. */
export type Row = readonly (string | number)[];

export interface StoreFile {
  readonly database: DatabaseSync;
  /** Transactions so far. */
  writes(): number;
  /** Those of the other file when this one was last written. */
  otherWrites(): number;
  /** One synced transaction; of protected rows it says which go and which come. Throws StoreError, and has then written nothing that will be believed before a new start. */
  write(otherWrites: number, run: () => void, gone?: Row, come?: Row): void;
  close(): void;
}

interface Tally {
  readonly writes: number;
  readonly other: number;
  /** Sum of the rows' hashes mod 2^48. */
  readonly total: number;
}

const totalModulus = 2 ** 48;

/** Opens or makes the file. `rows` reads what the total is over. */
export function openStoreFile(
  path: string,
  checks: NodeChecks,
  tables: readonly string[],
  rows: (database: DatabaseSync) => Iterable<Row>,
): StoreFile {
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
    database.exec(
      'CREATE TABLE IF NOT EXISTS tally (one INTEGER PRIMARY KEY CHECK (one = 1), writes INTEGER NOT NULL, other INTEGER NOT NULL, total INTEGER NOT NULL, seal INTEGER NOT NULL) STRICT',
    );
    const tally = expectSound(path, database, found, rows, checks);
    database.exec(`PRAGMA user_version = ${schemaVersion}`);
    database.exec('COMMIT');
    return storeFile(path, database, tally);
  } catch (error) {
    database?.close();
    throw openingErrorOf(error, path);
  }
}

function storeFile(path: string, database: DatabaseSync, opened: Tally): StoreFile {
  let tally = opened;
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const update = database.prepare('UPDATE tally SET writes = ?, other = ?, total = ?, seal = ?');
  return {
    database,
    writes: () => tally.writes,
    otherWrites: () => tally.other,
    write(other, run, gone, come) {
      const moved = tally.total - (gone === undefined ? 0 : hashOf(gone)) + (come === undefined ? 0 : hashOf(come));
      const next = { writes: tally.writes + 1, other, total: (moved + totalModulus) % totalModulus };
      try {
        begin.run();
        run();
        update.run(next.writes, next.other, next.total, sealOf(next));
        commit.run();
        tally = next;
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw storeErrorOf(error, path);
      }
    },
    close: () => database.close(),
  };
}

/** The file's tally, after everything that one can see of its content has been compared with it. */
function expectSound(
  path: string,
  database: DatabaseSync,
  version: number,
  rows: (database: DatabaseSync) => Iterable<Row>,
  checks: NodeChecks,
): Tally {
  const damaged = (what: string): StoreError =>
    new StoreError('STORE_DAMAGED', `${path} is damaged (${what}): ${startAnew}`);
  if (checks['store.pages']) {
    const [first] = Object.values(database.prepare('PRAGMA integrity_check(1)').get() ?? {});
    if (first !== 'ok') throw damaged(String(first));
  }
  let total = 0;
  for (const row of rows(database)) total = (total + hashOf(row)) % totalModulus;
  const kept = database.prepare('SELECT writes, other, total, seal FROM tally').get() as
    | (Tally & { readonly seal: number })
    | undefined;
  if (kept === undefined) {
    // A new file, or one of a program that kept no total.
    if (version >= 2) throw damaged('its tally is gone');
    const first = { writes: 0, other: 0, total };
    database.prepare('INSERT INTO tally VALUES (1, ?, ?, ?, ?)').run(0, 0, total, sealOf(first));
    return first;
  }
  if (checks['store.total'] && (kept.total !== total || kept.seal !== sealOf(kept)))
    throw damaged('its rows are not those that were written');
  return { writes: kept.writes, other: kept.other, total: kept.total };
}

/** What an operator does about a store that cannot be believed. */
export const startAnew =
  'stop every copy of this node, move its data folder away and start with none: its seats are then repaired';

/** SQLite's own words, by primary result code (https://sqlite.org/rescode.html). */
export function storeErrorOf(error: unknown, path: string): unknown {
  if (error instanceof StoreError) return error;
  const { code, errcode, message } = error as {
    readonly code?: string;
    readonly errcode?: number;
    readonly message?: string;
  };
  const primary = errcode === undefined ? undefined : errcode & 0xff;
  const said = message ?? String(error);
  if (primary === 5 || primary === 6)
    return new StoreError(
      'STORE_LOCKED',
      `${path} is in use by another process: stop it first; never run two nodes on one folder`,
    );
  if (primary === 13)
    return new StoreError(
      'STORE_FULL',
      `${path} cannot be written (${said}): make room on its disk, then start again; nothing is lost`,
    );
  if (primary === 10 || primary === 8 || primary === 14)
    return new StoreError(
      'STORE_FAILED',
      `${path} cannot be read or written (${said}): see to the disk and the folder's permissions, then start again`,
    );
  // No number that is written here is larger than a number may be.
  if (primary === 11 || primary === 26 || code === 'ERR_OUT_OF_RANGE')
    return new StoreError('STORE_DAMAGED', `${path} is damaged (${said}): ${startAnew}`);
  return error;
}

/** While a store is opened: each statement fits the tables that are made here, so one that does not is told of others, or of a schema that is none. Later it would be our mistake. */
export function openingErrorOf(error: unknown, path: string): unknown {
  const told = storeErrorOf(error, path);
  const { errcode, message } = error as { readonly errcode?: number; readonly message?: string };
  if (told instanceof StoreError || ![1, 17, 19, 20].includes((errcode ?? 0) & 0xff)) return told;
  return new StoreError('STORE_DAMAGED', `${path} is damaged (${message}): ${startAnew}`);
}

function hashOf(row: Row): number {
  return createHash('sha256').update(JSON.stringify(row)).digest().readUIntBE(0, 6);
}

function sealOf({ writes, other, total }: Tally): number {
  return hashOf(['tally', writes, other, total]);
}
