// What a disk promises of names: that a file is there after power was lost is sure once the folder that names it is synced, not only the file; and so it is of a folder and the one above it.
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A file's bytes, or a folder's names, are durable when it returns. */
export function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes the folder for its owner alone, and those above it that are missing; all that it made is durable when it returns. */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  const top = dirname(resolve(first));
  for (let above = dirname(resolve(path)); ; above = dirname(above)) {
    sync(above);
    if (above === top) return;
  }
}
