// Finds relative links of Markdown pages that lead nowhere.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Targets in `text`, a page at `page`, for which `exists` says no. */
export function brokenLinks(
  page: string,
  text: string,
  exists: (path: string) => boolean = existsSync,
): readonly string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => (match[1] ?? '').replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target) && !exists(join(dirname(page), target)));
}
