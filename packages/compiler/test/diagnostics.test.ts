// Every sentence, where it points, what it advises, and that its page exists. Then texts that are no programs.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compile, diagnosticCodes, messages, renderDiagnostic } from '@enigma/compiler';
import { cases } from './support/cases.ts';
import { reading, said } from './support/run.ts';

for (const { key, source, files = {}, inside, says, at } of cases)
  test(`${key}: ${says.slice(0, 60)}`, () => {
    const result = compile(source, reading(files));
    const entries = result.ok ? result.warnings : result.diagnostics;
    const found = entries.find((entry) => `${entry.code} ${entry.message}` === says);
    assert.ok(found, `said instead:\n${entries.map((entry) => renderDiagnostic(entry, 'c.ts')).join('\n')}`);
    const text = inside === undefined ? source : files[inside]!;
    assert.equal(found.file, inside);
    assert.ok(
      text.slice(found.span.start).startsWith(at),
      `points at ${text.slice(found.span.start, found.span.start + 20)}`,
    );
    assert.equal(result.ok, found.severity === 'warning');
  });

test('exact text as a terminal shows it', () => {
  assert.deepEqual(
    said(
      'export class C extends Contract {\n\tflag = false;\n\trun(x: Secret<u8>) { if (x > 5) this.flag = true; }\n}',
    ),
    [
      [
        'c.ts:3:34 E-FLOW `flag` is public, and a secret condition decides whether it is written.',
        '  3 | \trun(x: Secret<u8>) { if (x > 5) this.flag = true; }',
        '    | \t                                ^^^^^^^^^',
        '  hint: Declare it Secret<…>, or release the condition with a reason: reveal(condition, "why").',
        '  page: docs/errors/E-FLOW.md',
      ].join('\n'),
    ],
  );
});

test('the advice for a secret condition in require', () => {
  const found = cases.find(({ key }) => key === 'abortRequire');
  assert.match(
    said(found?.source ?? '').join('\n'),
    /hint: .*`const moved = ok \? amount : 0`, and return or reveal `ok`/,
  );
});

test('one mistake does not hide the next', () => {
  const source =
    'export class C extends Contract {\n  a = false;\n  k: u8 = 0;\n  run(x: Secret<u8>, n: u64) {\n    if (x > 5) this.a = true;\n    this.k = n;\n    this.k = x;\n  }\n}';
  const result = compile(source);
  assert.ok(!result.ok);
  assert.deepEqual(
    result.diagnostics.map((entry) => `${entry.line} ${entry.code}`),
    ['5 E-FLOW', '6 E-TYPE', '7 E-FLOW'],
  );
});

test('each code has a page that names it, and each situation a test', () => {
  for (const code of diagnosticCodes) {
    const page = new URL(`../../../docs/errors/${code}.md`, import.meta.url);
    assert.ok(existsSync(page), `docs/errors/${code}.md`);
    assert.match(readFileSync(page, 'utf8'), new RegExp(`^# ${code}`));
  }
  const tested = new Set(cases.map(({ key }) => key));
  // Said when compiler and verifier disagree, or when the compiler itself is wrong: no text is known that brings either about.
  const unreachable = new Set(['verifier', 'internal', 'unknownText', 'tooComplex']);
  assert.deepEqual(
    Object.keys(messages).filter((key) => !tested.has(key) && !unreachable.has(key)),
    [],
  );
});

test('work is bounded: loops in loops and helpers of helpers', () => {
  const helpers = Array.from(
    { length: 12 },
    (_, i) =>
      `  private f${i}(x: Secret<u64>): Secret<u64> { return ${i === 0 ? 'x' : `wrapping(this.f${i - 1}(x) + this.f${i - 1}(x) + this.f${i - 1}(x))`}; }`,
  );
  const result = compile(
    `export class C extends Contract {\n${helpers.join('\n')}\n  run(x: Secret<u64>): Secret<u64> { return this.f11(x); }\n}`,
  );
  assert.ok(!result.ok);
  assert.deepEqual(
    result.diagnostics.map((entry) => entry.message),
    ['The contract takes more than 400000 steps to compile.'],
  );
});
