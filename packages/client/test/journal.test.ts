// The journal in a file: what it has acknowledged survives, what a crash cut off does not count, damage is told with its line.
import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Hex } from '@enigma/crypto';
import { isClientError } from '../src/index.ts';
import { openFileJournal } from '../src/journalFile.ts';

const word = (byte: string): Hex => `0x${byte.repeat(32)}`;

async function fresh(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'enigma-journal-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'journal');
}

test('what stands, stands across processes', async (context) => {
  const path = await fresh(context);
  const first = await openFileJournal(path);
  assert.deepEqual(await first.put({ maskId: word('aa'), valuesHash: word('01') }), {
    maskId: word('aa'),
    valuesHash: word('01'),
  });
  assert.equal((await first.put({ maskId: word('aa'), valuesHash: word('02') })).valuesHash, word('01'));
  await first.close();
  const second = await openFileJournal(path);
  assert.equal((await second.put({ maskId: word('aa'), valuesHash: word('02') })).valuesHash, word('01'));
  await second.close();
});

test('of two inputs at once under one mask, one stands', async (context) => {
  const path = await fresh(context);
  const journal = await openFileJournal(path);
  const both = await Promise.all([
    journal.put({ maskId: word('aa'), valuesHash: word('01') }),
    journal.put({ maskId: word('aa'), valuesHash: word('02') }),
  ]);
  assert.deepEqual(new Set(both.map((one) => one.valuesHash)).size, 1);
  await journal.close();
});

test('a record is on disk when it is acknowledged', async (context) => {
  const path = await fresh(context);
  const journal = await openFileJournal(path);
  await Promise.all(
    Array.from({ length: 50 }, (_, i) => journal.put({ maskId: word((i + 16).toString(16)), valuesHash: word('01') })),
  );
  assert.equal((await readFile(path, 'utf8')).split('\n').length, 51);
  await journal.close();
});

test('the end of a line that a crash cut off is dropped, a damaged line is told', async (context) => {
  const path = await fresh(context);
  const journal = await openFileJournal(path);
  await journal.put({ maskId: word('aa'), valuesHash: word('01') });
  await journal.close();
  await appendFile(path, '{"maskId":"0xbb');
  const second = await openFileJournal(path);
  assert.equal((await second.put({ maskId: word('bb'), valuesHash: word('03') })).valuesHash, word('03'));
  await second.close();
  const text = await readFile(path, 'utf8');
  assert.equal(text.split('\n').length, 3);
  await writeFile(path, text.replace('"maskId"', '"maskld"'));
  await assert.rejects(
    openFileJournal(path),
    (error) => isClientError(error, 'JOURNAL_DAMAGED') && error.facts['line'] === 1,
  );
});

test('one process at a time', async (context) => {
  const path = await fresh(context);
  const journal = await openFileJournal(path);
  await assert.rejects(openFileJournal(path), (error) => isClientError(error, 'JOURNAL_DAMAGED'));
  await journal.close();
  await (await openFileJournal(path)).close();
});
