// Writes vectors/*.json, the bytes that every language must agree on; with --check it compares instead, and fails on a
// difference. Values come from one fixed stream, so the files change only when a format does.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vectorFiles } from '../test/internal/vectorFiles.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'vectors');
const check = process.argv.includes('--check');
let stale = 0;
for (const [name, text] of vectorFiles()) {
  const path = join(folder, name);
  if (!check) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    stale++;
    process.stderr.write(`${name} is stale: run node packages/protocol/scripts/vectors.ts\n`);
  }
}
process.exitCode = stale === 0 ? 0 : 1;
