// Any text gives a result. Sources are broken at random, from a fixed seed; what compiles must load from its bytes alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadModule } from '@enigma/bytecode';
import { compile } from '@enigma/compiler';
import { cases } from './support/cases.ts';
import { arithmetic, auction, readings } from './support/programs.ts';

const rounds = 2000;
const words =
  'Secret u8 u64 Range < > ( ) { } [ ] ; , . ? : ! = === && || + - * / % 0 1 255 300 x n this this.b reveal require "a" if else for of let const return => zeros map reduce inbox upTo @ class extends Contract private readonly static \n as any null'.split(
    ' ',
  );

function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    // Numerical Recipes' generator; its high bits are good enough to break texts with.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function broken(text: string, roll: (below: number) => number): string {
  const tokens = text.split(/(\s+|[{}()[\];,.<>=+\-*/?:!&|@]|\b)/).filter((token) => token !== '');
  for (let edits = 1 + roll(2); edits > 0; edits--) {
    const at = roll(tokens.length + 1);
    const other = roll(2) === 0 ? words[roll(words.length)]! : (tokens[roll(tokens.length)] ?? '');
    const kind = roll(4);
    if (kind === 0) tokens.splice(at, 1);
    else if (kind === 1) tokens.splice(at, 0, other);
    else if (kind === 2) tokens.splice(at, 1, other);
    else tokens.splice(at, roll(6), ...tokens.slice(roll(tokens.length)).slice(0, roll(6)));
  }
  return tokens.join('');
}

test(`${rounds} broken texts give diagnostics or bytecode that loads`, () => {
  const roll = dice(20_260_101);
  const voting = readFileSync(new URL('../../../samples/voting/contract.ts', import.meta.url), 'utf8');
  const whole = [voting, readings, auction, arithmetic];
  const parts = cases.map(({ source }) => source).filter((source) => source.length < 2000);
  let good = 0;
  for (let i = 0; i < rounds; i++) {
    const text = broken(roll(3) > 0 ? whole[roll(whole.length)]! : parts[roll(parts.length)]!, roll);
    const result = compile(text);
    const wrong = result.ok ? [] : result.diagnostics.filter((entry) => entry.code === 'E-LABEL');
    assert.deepEqual(
      wrong.map((entry) => entry.message),
      [],
      text,
    );
    if (result.ok) {
      good++;
      assert.equal(loadModule(result.bytes).ok, true, text);
    } else
      assert.ok(
        result.diagnostics.some((entry) => entry.severity === 'error'),
        text,
      );
  }
  assert.ok(good > rounds / 50, `only ${good} compiled`);
});
