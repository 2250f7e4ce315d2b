// Finds the code blocks of a Markdown page that claim to run: those opened with ```ts runnable.

import { dirname } from 'node:path';

export type Block = {
  readonly page: string;
  /** Line of the page where the code begins, from 1. */
  readonly line: number;
  /** Folder to run in: the page's own, so that its room is importable by name. */
  readonly folder: string;
  readonly code: string;
};

export function runnableBlocks(page: string, text: string): readonly Block[] {
  const folder = dirname(page);
  return [...text.matchAll(/^```ts runnable\r?\n([\s\S]*?)^```/gm)].map((match) => ({
    page,
    line: text.slice(0, match.index).split('\n').length + 1,
    folder,
    code: match[1] ?? '',
  }));
}
