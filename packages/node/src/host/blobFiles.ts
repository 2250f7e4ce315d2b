// Blobs too long for a row: a file each, beside the database whose rows name them. SQLite writes a long row twice, into its log and into its pages, and reads it through a chain of pages; a file takes a
// fifth of that (docs/performance.md). A file is whole and synced before the row that names it is written, and is overwritten and gone after the row is; so what a death leaves in between is a file that no
// row names, and the next start erases it.
import { closeSync, fdatasyncSync, fstatSync, openSync, readFileSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../store.ts';
import { makeFolder, sync } from './durable.ts';
import { startAnew } from './storeFile.ts';

export interface BlobFiles {
  /** Durable when it returns. The name must be new, or left by a write that never ended. */
  write(name: string, bytes: Uint8Array): void;
  /** Throws StoreError STORE_DAMAGED where the file is gone. */
  read(name: string): Uint8Array;
  /** Overwritten, synced, removed; nothing where it is gone already. */
  erase(name: string): void;
  /** Erases every file that is none of these. */
  keepOnly(names: ReadonlySet<string>): void;
}

/** Zeros are written over an erased file in pieces of this many bytes. */
const wipeBytes = 1 << 20;

export function openBlobFiles(folder: string): BlobFiles {
  makeFolder(folder);
  const named = <T>(name: string, run: (path: string) => T): T => {
    const path = join(folder, name);
    try {
      return run(path);
    } catch (error) {
      throw storeErrorOfFile(error, path);
    }
  };
  const files: BlobFiles = {
    write(name, bytes) {
      // A write that fails ends the node, and what it left goes with the next start.
      named(name, (path) => whole(path, 'w', (handle) => writeAll(handle, bytes)));
      sync(folder);
    },
    read: (name) =>
      named(name, (path) => {
        const { buffer, byteOffset, length } = readFileSync(path);
        // A Buffer slices differently from the plain array that the rooms below expect.
        return new Uint8Array(buffer, byteOffset, length);
      }),
    erase(name) {
      named(name, (path) => {
        try {
          whole(path, 'r+', wipe);
        } catch (error) {
          if (!isGone(error)) throw error;
        }
        rmSync(path, { force: true });
        sync(folder);
      });
    },
    keepOnly(names) {
      for (const name of readdirSync(folder)) if (!names.has(name)) files.erase(name);
    },
  };
  return files;
}

function whole(path: string, flags: string, run: (handle: number) => void): void {
  const handle = openSync(path, flags, 0o600);
  try {
    run(handle);
    fdatasyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at, bytes.length - at, at);
}

function wipe(handle: number): void {
  const zeros = new Uint8Array(wipeBytes);
  const { size } = fstatSync(handle);
  for (let at = 0; at < size;) at += writeSync(handle, zeros, 0, Math.min(wipeBytes, size - at), at);
}

function isGone(error: unknown): boolean {
  return (error as { readonly code?: string }).code === 'ENOENT';
}

function storeErrorOfFile(error: unknown, path: string): unknown {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  if (code === undefined) return error;
  if (code === 'ENOENT') return new StoreError('STORE_DAMAGED', `${path} is gone: ${startAnew}`);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new StoreError(
      'STORE_FULL',
      `${path} cannot be written (${message}): make room on its disk, then start again; nothing is lost`,
    );
  return new StoreError(
    'STORE_FAILED',
    `${path} cannot be read or written (${message}): see to the disk and the folder's permissions, then start again`,
  );
}
