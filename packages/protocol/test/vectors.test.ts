import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { vectorFiles } from './internal/vectorFiles.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'vectors');

for (const [name, text] of vectorFiles()) {
  test(`vectors/${name} is what the rules give`, () => {
    assert.equal(readFileSync(join(folder, name), 'utf8'), text);
  });
}
