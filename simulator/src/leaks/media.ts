// What was seen of each medium, searched as it comes: bytes are counted and looked through, and not kept.
import { createHash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Finder } from '../needles.ts';
import { MEDIA, type Medium } from './plants.ts';

const chunkBytes = 1 << 20;
/** Longer than every form of a value. */
const overlapBytes = 64;

export interface Seen {
  readonly bytes: number;
  readonly pieces: number;
}

export interface Media {
  see(medium: Medium, where: string, bytes: Uint8Array): void;
  /** Everything under the folder that was not seen before at its place. */
  seeFiles(medium: Medium, folder: string, wanted?: (name: string) => boolean): void;
  /** Each value of each row: pages cut a value in two that its row has whole. */
  seeDatabase(medium: Medium, file: string): void;
  readonly counts: ReadonlyMap<Medium, Seen>;
  /** `medium, where: form of value`. */
  readonly hits: readonly { readonly medium: Medium; readonly where: string; readonly found: string }[];
}

export function createMedia(finder: Finder): Media {
  const counts = new Map<Medium, { bytes: number; pieces: number }>(
    MEDIA.map((medium) => [medium, { bytes: 0, pieces: 0 }]),
  );
  const hits: { medium: Medium; where: string; found: string }[] = [];
  const known = new Set<string>();
  const see = (medium: Medium, where: string, bytes: Uint8Array): void => {
    const count = counts.get(medium);
    if (count === undefined) return;
    count.bytes += bytes.length;
    count.pieces++;
    for (const found of finder.find(bytes)) hits.push({ medium, where, found });
  };

  /** In chunks that overlap; a chunk that stood in this medium before is not searched again, so that a snapshot costs what has changed. */
  function seeFile(medium: Medium, path: string, where: string): void {
    const file = openSync(path, 'r');
    try {
      const buffer = new Uint8Array(chunkBytes + overlapBytes);
      for (let at = 0; ; at += chunkBytes) {
        const length = readSync(file, buffer, 0, buffer.length, at);
        if (length === 0) break;
        const chunk = buffer.subarray(0, length);
        const name = `${medium} ${createHash('sha256').update(chunk).digest('base64')}`;
        if (!known.has(name)) see(medium, where, chunk);
        known.add(name);
        if (length <= chunkBytes) break;
      }
    } finally {
      closeSync(file);
    }
  }

  return {
    counts,
    hits,
    see,
    seeFiles(medium, folder, wanted = () => true) {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const path = join(folder, name);
        try {
          if (lstatSync(path).isFile() && wanted(name)) seeFile(medium, path, name);
        } catch (error) {
          // A file of a running database comes and goes.
          if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        }
      }
    },
    seeDatabase(medium, file) {
      const database = new DatabaseSync(file, { readOnly: true });
      try {
        const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as {
          name: string;
        }[];
        for (const { name } of tables)
          for (const row of database.prepare(`SELECT * FROM "${name}"`).iterate())
            for (const value of Object.values(row))
              see(
                medium,
                `${file} ${name}`,
                value instanceof Uint8Array ? value : new TextEncoder().encode(String(value)),
              );
      } finally {
        database.close();
      }
    },
  };
}
