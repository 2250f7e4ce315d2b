// What must turn `npm test` red, planted: a failing test, a file that does not load, a handle left open.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { run, type Ran } from '../run.ts';

const SCRIPTS = join(import.meta.dirname, '..');

async function runTestFile(text: string): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'runner-'));
  const file = join(folder, 'planted.test.ts');
  writeFileSync(file, text);
  try {
    const flags = [
      '--test',
      `--import=${join(SCRIPTS, 'leaks.ts')}`,
      `--test-reporter=${join(SCRIPTS, 'reporter.ts')}`,
    ];
    // A test runner inside a test would otherwise report to the outer one and run nothing.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    return await run(process.execPath, [...flags, file], { env });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const HEAD = `import { test } from 'node:test';\n`;

void test('counts what passes', async () => {
  const { status, output } = await runTestFile(`${HEAD}void test('a', () => {}); void test('b', () => {});`);
  assert.equal(status, 0);
  assert.match(output, /\n2 passed, 0 failed\n$/);
});

void test('shows what fails, with its cause', async () => {
  const { status, output } = await runTestFile(`${HEAD}void test('a', () => { throw new Error('why'); });`);
  assert.equal(status, 1);
  assert.match(output, /Error: why[^]*\nfailed:\n✗ a [^]*Error: why/);
  assert.match(output, /\n0 passed, 1 failed\n$/);
});

void test('fails a file that does not load', async () => {
  const { status, output } = await runTestFile(`${HEAD}import './missing.ts';`);
  assert.equal(status, 1);
  assert.match(output, /, 1 failed\n$/);
});

void test('fails a file that leaves a handle open, instead of waiting for ever', async () => {
  const { status, output } = await runTestFile(`${HEAD}void test('a', () => { setInterval(() => {}, 1000); });`);
  assert.equal(status, 1);
  assert.match(output, /handles left open.*Timeout/);
  assert.match(output, /, 1 failed\n$/);
});
