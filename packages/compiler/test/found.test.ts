// What the fuzzer found here, input by input.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModule } from '@enigma/bytecode';
import { compile } from '@enigma/compiler';

const SOURCE = `export class Sum extends Contract {
  readonly closes: u64;
  total: Secret<u64> = 0;
  constructor(closes: u64) { super(); this.closes = closes; }
  add(x: Secret<u8>) { require(this.closes > 1, 'not yet'); this.total = wrapping(this.total + x); }
  show(): u64 { return reveal(this.total, 'why'); }
}`;

/** The code of what is refused, or that the program loads. */
function outcomeOf(source: string): string {
  const compiled = compile(source);
  if (compiled.ok) return loadModule(compiled.bytes).ok ? 'loads' : 'compiles, and does not load';
  return compiled.diagnostics.find(({ code }) => code.startsWith('E-'))?.code ?? '';
}

test('what compiles loads: names and reasons that no bytes can have were taken, and refused at deployment', () => {
  const long = 'x'.repeat(65);
  const changed = (from: string, to: string): string => outcomeOf(SOURCE.replaceAll(from, to));
  assert.equal(outcomeOf(SOURCE), 'loads');
  assert.equal(changed('Sum', 'Sümme'), 'loads');
  for (const [from, to] of [
    ['total', 'tötal'],
    ['closes', 'clös'],
    ['add(', 'ädd('],
    ['x', 'ö'],
    ['total', long],
    ['add(', `${long}(`],
  ] as const)
    assert.equal(changed(from === 'x' ? 'x: Secret<u8>' : from, from === 'x' ? 'ö: Secret<u8>' : to), 'E-NAME', to);
  for (const reason of [String.raw`wh\ty`, String.raw`wh\u202ey`, String.raw`wh\ud800y`])
    assert.equal(changed("'why'", `'${reason}'`), 'E-REASON', reason);
  assert.equal(changed("'not yet'", String.raw`'not\nyet'`), 'E-REASON');
});
