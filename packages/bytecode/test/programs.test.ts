// Generated programs: one byte string each, and the evaluator against a twin that shares no code with it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  costOf,
  decodeModule,
  disassemble,
  encodeModule,
  evaluate,
  functionNamed,
  gasOf,
  loadModule,
  plainValue,
  policyOf,
  secret,
} from '@enigma/bytecode';
import { context } from './support/run.ts';
import { program, wrapped } from './support/programs.ts';
import { dice } from './support/random.ts';

const seeds = fc.integer({ min: 1, max: 0x7fffffff });

test('decode ∘ encode and encode ∘ decode are the identity', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { module } = program(dice(seed));
      const bytes = encodeModule(module);
      const decoded = decodeModule(bytes);
      assert.ok(decoded.ok);
      assert.deepEqual(decoded.value, module);
      assert.deepEqual(encodeModule(decoded.value), bytes);
    }),
    { numRuns: 300, seed: 1 },
  );
});

test('the evaluator says what the twin says', () => {
  fc.assert(
    fc.property(
      seeds,
      fc.bigInt(-(1n << 31n), 1n << 32n),
      fc.bigInt(0n, 1n << 32n),
      fc.bigInt(0n, 255n),
      (seed, x, y, n) => {
        const { module, kind, expected } = program(dice(seed));
        const loaded = loadModule(encodeModule(module));
        assert.ok(loaded.ok);
        const args = [x, y, n].map((value) => wrapped(kind, value));
        const fn = functionNamed(loaded.value, 'f');
        const { outcome } = evaluate(loaded.value, fn, {
          args: [secret(args[0]!), secret(args[1]!), args[2]!],
          context,
        });
        assert.equal(outcome.status, 'ok');
        if (outcome.status !== 'ok') return;
        assert.equal(plainValue(loaded.value, kind.type, outcome.results[0]!), expected(args));
      },
    ),
    { numRuns: 1000, seed: 2 },
  );
});

test('every program has a cost, a policy and a text', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const loaded = loadModule(encodeModule(program(dice(seed)).module));
    assert.ok(loaded.ok);
    const cost = costOf(loaded.value, functionNamed(loaded.value, 'f'));
    assert.ok(cost.ok);
    assert.ok(gasOf(cost.value, { n: 3n }) > 1000n);
    assert.equal(policyOf(loaded.value).sites.length, 1);
    assert.match(disassemble(loaded.value), /reveal r0/);
  }
});
