// Every check of the contracts, of the protocol's rules and decoders and of the verifier has a test that fails without it, by name: a new check without one fails here. That the named tests
// do fail is asked by `npm run mutants`. docs/mutants.md is written from the tables: ENIGMA_WRITE=1 node --test scripts/test/mutants.test.ts.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { soliditySites, switched } from '../mutants/solidity.ts';
import { type MutantTable, sitesOf, tableFaults, tables } from '../mutants/table.ts';
import { typescriptSites } from '../mutants/typescript.ts';

const root = new URL('../../', import.meta.url);
const all = await tables(root);

void test('every check is killed by a named test, or spared with a reason', () => {
  assert.deepEqual(
    all.map(({ room }) => room),
    ['bytecode', 'contracts', 'mpc', 'protocol'],
  );
  for (const table of all) assert.deepEqual(tableFaults(table, root), []);
});

const SOLIDITY = `pragma solidity 0.8.37;
contract A {
    modifier unlocked() {
        if (closed) revert Reentered();
        _;
    }
    function take(uint256 n) external unlocked returns (bool) {
        // if (n == 7) revert("a comment is no check");
        if (n == 0 || n > 9) revert OutOfRange("if (n) revert", 1, 9);
        if (n == 4) { have = n; }
        assert(n != 5);
        return true;
    }
}
`;

void test('in Solidity each operand of a refusal, each assertion and each modifier of a function is a check', () => {
  const sites = soliditySites('contracts/A.sol', SOLIDITY);
  assert.deepEqual(
    sites.map(({ kind, name }) => [kind, name]),
    [
      ['condition', 'A.modifier unlocked: closed'],
      ['modifier', 'A.take: unlocked'],
      ['condition', 'A.take: n == 0'],
      ['condition', 'A.take: n > 9'],
      ['assertion', 'A.take: n != 5'],
    ],
  );
  const numbers = new Map(sites.map(({ name }, k) => [name, k + 1]));
  const out = switched(SOLIDITY, sites, [], numbers, './Off.sol');
  assert.match(out, /import \{Off\} from "\.\/Off\.sol";/);
  assert.match(out, /external unlockedUnless\(Off\.out\(2\)\) returns/);
  assert.match(out, /if \(\(!Off\.out\(3\) && \(n == 0\)\) \|\| \(!Off\.out\(4\) && \(n > 9\)\)\) revert/);
  assert.match(out, /assert\(\(Off\.out\(5\) \|\| \(n != 5\)\)\)/);
  assert.match(
    out,
    /modifier unlockedUnless\(bool off_\) \{ if \(!off_\) \{\s*if \(\(!Off\.out\(1\) && \(closed\)\)\) revert/,
  );
});

const TYPESCRIPT = `export function decode(bytes: Uint8Array): Outcome<number> {
  if (bytes.length < 2 || bytes[0] !== 1) return refuse('Truncated');
  if (bytes.length > 9) throw new RangeError('our own mistake');
  const inner = (n: number): boolean => {
    if (n > 3) { note(n); return false; }
    return true;
  };
  return inner(bytes.length) ? accept(1) : accept(2);
}
`;

void test('in TypeScript each operand of a refusal is one, and an assertion about ourselves is none', () => {
  assert.deepEqual(
    typescriptSites('src/a.ts', TYPESCRIPT).map(({ name }) => name),
    ['a.decode: bytes.length < 2', 'a.decode: bytes[0] !== 1', 'a.inner: n > 3'],
  );
});

const RULES = `const rows = {
  'vec.at': (typing, _, [vector, index]) => {
    needCount(typing, index);
    need(typing, vector?.kind === 'vector' && (a || b) && index.type === u32, 'vector');
    note(typing, vector && index);
  },
};
`;

void test('what a rule needs is a check by each operand of its &&, and so is the call of another rule', () => {
  assert.deepEqual(
    typescriptSites('src/rows.ts', RULES).map(({ kind, name }) => [kind, name]),
    [
      ['call', 'rows.vec.at: needCount(typing, index)'],
      ['assertion', "rows.vec.at: vector?.kind === 'vector'"],
      ['assertion', 'rows.vec.at: (a || b)'],
      ['assertion', 'rows.vec.at: index.type === u32'],
    ],
  );
});

void test('a new check, a spared one without a reason, a test that is not there and a stale row are faults', () => {
  const folder = mkdtempSync(join(tmpdir(), 'enigma-mutants-'));
  try {
    mkdirSync(join(folder, 'packages/a/src'), { recursive: true });
    mkdirSync(join(folder, 'packages/a/test'), { recursive: true });
    writeFileSync(join(folder, 'packages/a/src/a.ts'), TYPESCRIPT);
    writeFileSync(join(folder, 'packages/a/test/a.test.ts'), "test('short bytes are refused');");
    const at = pathToFileURL(`${folder}/`);
    const good: MutantTable = {
      room: 'a',
      sources: ['packages/a/src/*.ts'],
      killed: {
        'a.decode: bytes.length < 2': 'a.test.ts: short bytes',
        'a.decode: bytes[0] !== 1': 'a.test.ts: short bytes',
      },
      spared: { 'a.inner: n > 3': 'nothing hangs on it' },
      planted: {},
    };
    assert.deepEqual(tableFaults(good, at), []);
    const faults = (changes: Partial<MutantTable>): string => tableFaults({ ...good, ...changes }, at).join('\n');
    assert.match(faults({ spared: {} }), /"a\.inner: n > 3" has no test that fails without it/);
    assert.match(faults({ spared: { 'a.inner: n > 3': 'fine' } }), /spared without a reason/);
    assert.match(
      faults({ killed: { ...good.killed, 'a.inner: n > 3': 'a.test.ts: short bytes' } }),
      /killed and spared/,
    );
    assert.match(
      faults({ killed: { ...good.killed, 'a.decode: bytes.length < 2': 'a.test.ts: long bytes' } }),
      /which is no test/,
    );
    assert.match(faults({ killed: { ...good.killed, 'a.gone: x': 'a.test.ts: short bytes' } }), /is no check any more/);
    const planted = { file: 'packages/a/src/a.ts', said: 'accept(3)', instead: '', killedBy: 'a.test.ts: short bytes' };
    assert.match(faults({ planted: { other: planted } }), /stand there not once/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const PAGE = 'docs/mutants.md';
const [FROM, TO] = ['<!-- tables: from here on written by scripts/test/mutants.test.ts -->', '<!-- tables end -->'];

function written(): string {
  const lines = ['| room | checks | killed by a test | spared | faults by hand |', '|---|---|---|---|---|'];
  for (const table of all) {
    const counts = [
      sitesOf(table, root),
      Object.keys(table.killed),
      Object.keys(table.spared),
      Object.keys(table.planted),
    ];
    lines.push(`| \`${table.room}\` | ${counts.map(({ length }) => length).join(' | ')} |`);
  }
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  lines.push('', '## Faults by hand', '', '| what is kept | where | test that notices |', '|---|---|---|');
  for (const { planted } of all)
    for (const [name, { file, killedBy }] of Object.entries(planted))
      lines.push(`| ${cell(name)} | \`${file.replace('packages/', '')}\` | ${cell(killedBy)} |`);
  lines.push('', '## Spared', '', '| check | why |', '|---|---|');
  for (const { spared } of all)
    for (const [name, why] of Object.entries(spared)) lines.push(`| \`${cell(name)}\` | ${cell(why)} |`);
  return lines.join('\n');
}

void test('the page says what the tables say', () => {
  const page = new URL(PAGE, root);
  const before = readFileSync(page, 'utf8');
  const [head = '', rest = ''] = before.split(FROM);
  const after = `${head}${FROM}\n\n${written()}\n\n${TO}${rest.split(TO)[1] ?? ''}`;
  if (process.env['ENIGMA_WRITE'] === '1') writeFileSync(page, after);
  assert.equal(before === after, true, `${PAGE} is not what the tables say: ENIGMA_WRITE=1 writes it`);
});
