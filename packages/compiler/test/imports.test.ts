// Contracts in several files: what is taken from where, where things point, and which bytes stand for the source.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile, releaseLines, renderDiagnostic, reportText, sourceBundle } from '@enigma/compiler';
import { compiled, reading, run } from './support/run.ts';

const stats = `import { LIMIT } from './lib/limits.ts';
export type Ballot = { yes: Secret<u8>; weight: u8 };
export const SCALE: u32 = 100;
function clipped(x: Secret<u32>): Secret<u32> { return min(x, LIMIT); }
/** The mean of what counts at most LIMIT each. */
export function total(xs: Secret<u32>[]): Secret<u32> {
  let sum: Secret<u32> = 0;
  for (const x of xs) sum = wrapping(sum + clipped(x));
  return sum;
}
`;
const limits = 'export const LIMIT = 50;\n';
const source = `import { total as sumOf, type Ballot, SCALE } from './stats.ts';
import type { Ballot as Vote } from './stats.ts';
function total(x: Secret<u32>): Secret<u32> { return wrapping(sumOf([x, x]) * SCALE); }
export class C extends Contract {
  private last: Secret<u8> = 0;
  run(x: Secret<u32>, y: Secret<u32>): { sum: u32; twice: u32 } {
    return { sum: reveal(sumOf([x, y]), "the sum"), twice: reveal(total(x), "twice the first") };
  }
  take(yes: Secret<u8>) { const ballot: Ballot = { yes, weight: 3 }; const vote: Vote = { ...ballot }; this.last = vote.yes; }
}
`;
const files = { 'stats.ts': stats, 'lib/limits.ts': limits };

test('types, constants and functions of other files compute as those of the same file', () => {
  const of = compiled(source, files);
  assert.deepEqual(run(of, 'run', { args: [20n, 90n] }).results, [70n, 4000n]);
  const one = compiled(
    limits.replaceAll('export ', '') +
      stats
        .replace(/^import.*\n/, '')
        .replaceAll('export ', '')
        .replaceAll('total', 'sumOf') +
      source.replaceAll(/^import.*\n/gm, '').replaceAll('Vote', 'Ballot'),
  );
  assert.equal(one.codeHash, of.codeHash);
});

test('a mistake and a release in another file are shown there, beside the contract’s own file', () => {
  const wrong = compile(source, reading({ ...files, 'stats.ts': stats.replace('min(x, LIMIT)', 'x > 3') }));
  assert.ok(!wrong.ok);
  assert.equal(
    renderDiagnostic(wrong.diagnostics[0]!, 'contracts/mine/contract.ts'),
    [
      'contracts/mine/stats.ts:4:56 E-TYPE This is Secret<bool>; u32 is needed.',
      '  4 | function clipped(x: Secret<u32>): Secret<u32> { return x > 3; }',
      '    |                                                        ^^^^^',
      '  page: docs/errors/E-TYPE.md',
    ].join('\n'),
  );
  const telling = compile(
    `import { told } from '../lib/told.ts';\nexport class C extends Contract { run(x: Secret<u8>): u8 { return told(x); } }\n`,
    reading({ '../lib/told.ts': 'export function told(x: Secret<u8>): u8 {\n  return reveal(x, "x itself");\n}\n' }, 1),
  );
  assert.ok(telling.ok);
  assert.deepEqual(releaseLines(telling), [
    { function: 'run', reason: 'x itself', file: '../lib/told.ts', line: 2, column: 10 },
  ]);
  assert.match(reportText(telling, 'a/b/contract.ts'), /release "x itself" at a\/lib\/told\.ts:2:10 in run/);
  assert.deepEqual(telling.debug.files, ['', '../lib/told.ts']);
});

test('one file is hashed as its text; several with their paths, whichever is imported first', () => {
  const text = 'export class C extends Contract { run(): u8 { return 1; } }\n';
  assert.deepEqual(compiled(text).sourceBytes, new TextEncoder().encode(text));
  const bytes = (path: string, order: string): string => {
    const of = compiled(`import { a } from './${path}';\n${order}${text}`, {
      'a.ts': 'export const a = 1;',
      'b.ts': 'export const a = 1;',
    });
    return Buffer.from(of.sourceBytes).toString('hex');
  };
  assert.notEqual(bytes('a.ts', ''), bytes('b.ts', ''));
  const [own, a, b] = ['x', 'y', 'z'].map((word, i) => ({ path: ['', 'a.ts', 'b.ts'][i]!, text: word, start: 2 * i }));
  const bundle = sourceBundle([own!, b!, a!]);
  assert.deepEqual(bundle, sourceBundle([own!, a!, b!]));
  assert.equal(
    Buffer.from(bundle).toString('latin1'),
    '\u00ffenigma.sources.v1\0\u0003\0\0\0\0\0\0\0\u0001x\0\0\0\u0004a.ts\0\0\0\u0001y\0\0\0\u0004b.ts\0\0\0\u0001z',
  );
});

test('a file that nobody calls into is still read as the language', () => {
  const result = compile(
    `import { a } from './a.ts';\nexport class C extends Contract { run(): u8 { return a; } }\n`,
    reading({ 'a.ts': 'export const a = 1;\nexport function unused(x: any): u8 { return x; }\n' }),
  );
  assert.ok(!result.ok);
  assert.deepEqual(
    result.diagnostics.map(({ code, file }) => `${file} ${code}`),
    ['a.ts E-SUBSET'],
  );
});
