// The voting sample: as people read it, accepted by an editor, right in the evaluator, the same bytes each time.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import ts from 'typescript';
import { baseText, compile, libraryText, maskWidths, releaseLines, reportText } from '@enigma/compiler';
import { loadModule } from '@enigma/bytecode';
import { compiled, deployed, run } from './support/run.ts';

const voting = readFileSync(new URL('../../../samples/voting/contract.ts', import.meta.url), 'utf8');
const library = fileURLToPath(new URL('../lib/enigma.d.ts', import.meta.url));

test('tallies of random elections', () => {
  const election = compiled(voting);
  const ballot = fc.record({ sender: fc.bigInt(1n, 6n), choice: fc.bigInt(0n, 31n), height: fc.bigInt(1n, 12n) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 31 }), fc.array(ballot, { maxLength: 25 }), (candidates, ballots) => {
      const closes = 8n;
      const inbox = ballots
        .toSorted((a, b) => Number(a.height - b.height))
        .map(({ sender, choice, height }, i) => ({ sender, index: BigInt(i), height, values: [choice] }));
      const { results } = run(election, 'tally', {
        state: deployed(election, BigInt(candidates), closes),
        inbox,
        height: closes,
      });
      const last = new Map(
        inbox.filter((entry) => entry.height <= closes).map((entry) => [entry.sender, entry.values[0]]),
      );
      const expected = Array.from({ length: candidates }, (_, c) =>
        BigInt([...last.values()].filter((choice) => choice === BigInt(c + 1)).length),
      );
      assert.deepEqual(results, [expected]);
    }),
    { numRuns: 60, seed: 7 },
  );
});

test('one release, after settlement, at its line; no warning', () => {
  const election = compiled(voting);
  assert.deepEqual(election.warnings, []);
  assert.equal(election.openMode, 'afterSettle');
  const line = voting.split('\n').findIndex((text) => text.includes('reveal(n')) + 1;
  assert.deepEqual(releaseLines(election), [
    { function: 'tally', reason: 'votes of each candidate', file: '', line, column: 29 },
  ]);
  assert.match(
    reportText(election, 'contract.ts'),
    /tally #0 reveal "votes of each candidate"[\s\S]*cost of tally\n {2}rounds/,
  );
});

test('the description callers use', () => {
  const { abi } = compiled(voting);
  assert.deepEqual(JSON.parse(JSON.stringify(abi)), abi);
  assert.deepEqual(abi.functions.map((fn) => fn.signature).toSorted(), ['constructor(u8,u64)', 'tally()']);
  assert.deepEqual(abi.schedule, [{ function: 'tally', selector: '0x410673e5', field: 'closes' }]);
  assert.deepEqual(maskWidths(abi.inbox?.members ?? []), [5]);
  const tally = abi.functions.find((fn) => fn.name === 'tally');
  assert.deepEqual(tally?.results, [
    { type: { kind: 'vector', element: { kind: 'integer', bits: 32, signed: false } }, place: 'everyone' },
  ]);
});

test('the same text gives the same bytes, and they load by themselves', () => {
  const [first, second] = [compiled(voting), compiled(voting)];
  assert.deepEqual(first.bytes, second.bytes);
  assert.equal(first.codeHash, second.codeHash);
  assert.equal(first.policyHash, second.policyHash);
  assert.deepEqual(first.debug, second.debug);
  assert.equal(loadModule(first.bytes).ok, true);
});

test('spacing and comments change no byte', () => {
  const [first, second] = [compiled(voting), compiled(voting.replaceAll('\n', '\n\n').replace('// 0 is blank', ''))];
  assert.deepEqual(first.bytes, second.bytes);
});

/** What plain TypeScript with its own library says of a contract beside lib/enigma.d.ts. */
function editor(source: string): readonly number[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2024,
    lib: ['lib.es2024.d.ts'],
    module: ts.ModuleKind.NodeNext,
    strict: true,
    types: [],
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const path = fileURLToPath(new URL('./editor/contract.ts', import.meta.url));
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) =>
    name === path ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2024, true) : getSourceFile(name, ...rest);
  host.fileExists = (name) => name === path || fileExists(name);
  const program = ts.createProgram([path, library], options, host);
  return ts.getPreEmitDiagnostics(program).map((entry) => entry.code);
}

test('an editor accepts the sample and sees what leaks and what narrows', () => {
  assert.deepEqual(editor(voting), []);
  const wrong = (line: string): readonly number[] =>
    editor(
      `export class C extends Contract { s: Secret<u64> = 0; b: Secret<boolean> = false; p: u64 = 0; n: u8 = 0; ok = false; run() { ${line} } }`,
    );
  assert.deepEqual(
    wrong('this.s = this.p; this.p = this.n; this.p += 1; require(this.ok, "x"); require(this.p > 3, "x");'),
    [],
  );
  assert.deepEqual(wrong('this.p = this.s;'), [2322]);
  assert.deepEqual(wrong('const x: u64 = this.s;'), [2322]);
  assert.deepEqual(wrong('this.n = this.p;'), [2322]);
  assert.deepEqual(wrong('require(this.b, "x");'), [2345]);
});

test('lib/enigma.d.ts is the text the compiler uses', () => {
  assert.equal(readFileSync(library, 'utf8'), libraryText);
  assert.ok(baseText.includes('interface Array<T>'));
});

test('a text of another language is refused, not thrown', () => {
  for (const text of ['', 'contract', 'export class A {}', '\u0000', '#!/bin/sh'])
    assert.equal(compile(text).ok, false);
});
