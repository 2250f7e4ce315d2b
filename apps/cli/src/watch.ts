// Follows files by looking at them: an editor may write in place or put another file in the old one's stead, and neither disk nor container has to tell us.
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { resolve } from 'node:path';
import { sourceBytesMax, watchPauseMs } from './limits.ts';
import { readText } from './files.ts';

export interface Changes {
  /** Aborts at the next change from now on: of what one of the files holds, or of its being there. */
  next(): AbortSignal;
  /** Throws FILE_UNREADABLE. */
  mustExist(file: string): void;
  stop(): void;
}

export function follow(files: readonly string[]): Changes {
  const paths = files.map((file) => resolve(file));
  let controller = new AbortController();
  let held = paths.map(contentOf);
  const look = (): void => {
    const now = paths.map(contentOf);
    if (now.every((text, i) => text === held[i])) return;
    held = now;
    controller.abort();
  };
  for (const path of paths) watchFile(path, { interval: watchPauseMs }, look);
  return {
    next() {
      controller = new AbortController();
      return controller.signal;
    },
    mustExist: (file) => void readText(file, sourceBytesMax),
    stop() {
      for (const path of paths) unwatchFile(path, look);
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
