// The table of planted bugs fits the sources; and two of them are noticed by seeds, which break nothing without them. All of them: `npm run planted`.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { BUGS } from '../src/planted/bugs.ts';
import { isFound, search } from '../src/planted/main.ts';

const root = new URL('../../', import.meta.url);

test('the words of every planted bug stand in its file once', () => {
  for (const [name, { file, said, instead, breaks }] of Object.entries(BUGS)) {
    assert.equal(readFileSync(new URL(file, root), 'utf8').split(said).length, 2, name);
    assert.notEqual(said, instead, name);
    assert.ok(breaks.length > 0, name);
  }
});

for (const name of ['checkpoint-unkept', 'pieces-early']) {
  const bug = BUGS[name];
  test(`${name}: ${bug?.what}; a property breaks in one of three seeds, and without it in none`, async () => {
    assert.ok(bug);
    const found = await search(name, bug, { from: 0, seeds: 3 });
    assert.ok(isFound(found, bug), JSON.stringify(found));
    const clean = await search(name, bug, { from: 0, seeds: (found.seed ?? 0) + 1, clean: true });
    assert.deepEqual(clean.violations, []);
  });
}
