// Follows files by looking at them: an editor may write in place or put another file in the old one's stead, and neither disk nor container has to tell us.
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { resolve } from 'node:path';
import { sourceBytesMax, watchPauseMs } from './limits.ts';
import { readText } from './files.ts';

export interface Changes {
  /** Aborts at the next change from now on: of what one of the files holds, or of its being there. */
  next(): AbortSignal;
  /** Follows another file too, if it is not followed yet. */
  add(file: string): void;
  /** Throws FILE_UNREADABLE. */
  mustExist(file: string): void;
  stop(): void;
}

export function follow(files: readonly string[]): Changes {
  const held = new Map<string, string | undefined>();
  let controller = new AbortController();
  const look = (): void => {
    const changed = [...held].filter(([path, text]) => contentOf(path) !== text);
    if (changed.length === 0) return;
    for (const [path] of changed) held.set(path, contentOf(path));
    controller.abort();
  };
  const add = (file: string): void => {
    const path = resolve(file);
    if (held.has(path)) return;
    held.set(path, contentOf(path));
    watchFile(path, { interval: watchPauseMs }, look);
  };
  files.forEach(add);
  return {
    add,
    next() {
      controller = new AbortController();
      return controller.signal;
    },
    mustExist: (file) => void readText(file, sourceBytesMax),
    stop() {
      for (const path of held.keys()) unwatchFile(path, look);
    },
  };
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
