// The client runs where no Node is: nothing that its door reaches, in any room, imports a Node module.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

/** Sources of ours that a file reaches, and every other import by name. */
function reach(start: URL): { readonly files: ReadonlySet<string>; readonly outside: ReadonlySet<string> } {
  const files = new Set<string>();
  const outside = new Set<string>();
  const queue = [start];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (files.has(at.href)) continue;
    files.add(at.href);
    const text = readFileSync(fileURLToPath(at), 'utf8');
    for (const [, typeOnly, name] of text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from \x27([^\x27]+)\x27;/gm)) {
      if (typeOnly !== undefined || name === undefined) continue;
      if (name.startsWith('.')) queue.push(new URL(name, at));
      else if (name.startsWith('@enigma/'))
        queue.push(new URL(`../../${name.slice('@enigma/'.length)}/src/index.ts`, import.meta.url));
      else outside.add(name);
    }
    for (const [, bare, called] of text.matchAll(/^import \x27([^\x27]+)\x27;|import\(\x27([^\x27]+)\x27\)/gm))
      if ((bare ?? called) !== undefined) outside.add((bare ?? called) as string);
  }
  return { files, outside };
}

const isNode = (name: string): boolean =>
  name.startsWith('node:') ||
  ['fs', 'path', 'crypto', 'http', 'https', 'os', 'net', 'tls', 'buffer', 'process'].includes(name);

test('no Node module is reachable from the door', () => {
  const { files, outside } = reach(new URL('../src/index.ts', import.meta.url));
  assert.ok(
    [...files].some((file) => file.includes('/bytecode/src/')) &&
      [...files].some((file) => file.includes('/crypto/src/')),
  );
  assert.deepEqual([...outside].filter(isNode), []);
});

test('the check sees one where there is one', () => {
  const { outside } = reach(new URL('../src/journalFile.ts', import.meta.url));
  assert.deepEqual([...outside].filter(isNode), ['node:fs/promises']);
});
