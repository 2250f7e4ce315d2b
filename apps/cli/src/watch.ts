// Follows files by looking at them: an editor may write in place or put another file in the old one's stead, and neither disk nor container has to tell us.
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { resolve } from 'node:path';
import { settlePauseMs, sourceBytesMax, watchPauseMs } from './limits.ts';
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

export function follow(files: readonly string[], settleMs: number = settlePauseMs): Changes {
  const held = new Map<string, string | undefined>();
  let controller = new AbortController();
  let settling: NodeJS.Timeout | undefined;
  const changedNow = (): readonly (readonly [path: string, text: string | undefined])[] =>
    [...held].flatMap(([path, text]) => {
      const now = contentOf(path);
      return now === text ? [] : [[path, now] as const];
    });
  /** An editor that writes in place empties the file first: what a file holds counts once two looks have seen it. */
  const look = (): void => {
    clearTimeout(settling);
    const seen = changedNow();
    if (seen.length === 0) return;
    settling = setTimeout(() => {
      if (seen.some(([path, text]) => contentOf(path) !== text)) return look();
      for (const [path, text] of seen) held.set(path, text);
      controller.abort();
    }, settleMs);
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
      clearTimeout(settling);
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
