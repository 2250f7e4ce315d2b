// What the fuzzer found here, input by input.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parseElection } from '../src/election.ts';
import { CliError } from '../src/errors.ts';
import { readNetwork } from '../src/network/file.ts';

const folder = mkdtempSync(join(tmpdir(), 'enigma-found-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a header line of blanks is refused at once: the pattern for it tried each way to part them, for minutes', () => {
  // With one way a blank to part, two thousand are a thousand million.
  const text = `# TITLE: t\n#${' '.repeat(100_000)}x\n1: 1,2\n`;
  assert.throws(
    () => parseElection(text, 'fuzz.soi'),
    (error) => error instanceof CliError && error.facts['line'] === 2,
  );
  assert.throws(() => parseElection('#:\n1: 1', 'fuzz.soi'), CliError);
  assert.equal(
    parseElection('#  DATA TYPE  :  soi  \n# NUMBER ALTERNATIVES: 2\n# NUMBER VOTERS: 1\n1: 2\n', 'a.txt').format,
    'soi',
  );
});

test('a network file is whole or none: nodes without addresses and contracts of no address were taken, and ended commands later', () => {
  const address = `0x${'11'.repeat(20)}`;
  const names = ['token', 'randomness', 'bank', 'stake', 'committees', 'registry', 'tasks', 'remedies'];
  const book = { chainId: 31337, deployedBlock: 0, ...Object.fromEntries(names.map((name) => [name, address])) };
  const node = { index: 0, apiUrl: 'http://127.0.0.1:1', peerUrl: 'enigma://127.0.0.1:2', pid: 3 };
  const good = { version: 1, rpcUrl: 'http://127.0.0.1:8545', book, pid: 1, chainPid: 2, nodes: [node] };
  const path = join(folder, 'network.json');
  const read = (value: unknown): unknown => {
    writeFileSync(path, JSON.stringify(value));
    return readNetwork(path);
  };
  assert.deepEqual(read(good), good);
  const wrong: readonly unknown[] = [
    null,
    { ...good, nodes: [null] },
    { ...good, nodes: [{ ...node, apiUrl: 'no url' }] },
    { ...good, book: { ...book, bank: '' } },
    { ...good, book: { ...book, chainId: '31337' } },
    { ...good, book: { ...book, evidence: '' } },
    { ...good, rpcUrl: '' },
    { ...good, nodes: [{ ...node, apiUrl: `HTTP://127.0${'.'.repeat(16_440)}` }] },
    { ...good, pid: null },
  ];
  for (const one of wrong) assert.throws(() => read(one), CliError, JSON.stringify(one));
});
