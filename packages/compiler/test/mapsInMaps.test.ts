// Maps of maps: one key for each path, against the same in JavaScript.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Value } from '@enigma/bytecode';
import { compiled, contract, deployed, run } from './support/run.ts';

test('get, set, has and delete of a map in a map, also by a name for it and under a secret condition', () => {
  const of = compiled(
    contract(
      '  kept = map<Range<0, 9>, KeyedMap<Address, KeyedMap<bool, Secret<u64>>>>();',
      `  set(at: Range<0, 9>, who: Address, on: bool, x: Secret<u64>) { const own = this.kept.get(at).get(who); if (x > 100) own.set(on, x); }
  drop(at: Range<0, 9>, who: Address, on: bool, x: Secret<u64>) { this.kept.get(at).get(who).delete(on); }
  get(at: Range<0, 9>, who: Address, on: bool): { x: u64; has: bool } { return { x: reveal(this.kept.get(at).get(who).get(on), "x"), has: this.kept.get(at).get(who).has(on) }; }`,
    ),
  );
  const step = fc.record({
    op: fc.constantFrom('set', 'set', 'drop', 'get'),
    at: fc.bigInt(0n, 2n),
    who: fc.constantFrom(0n, 1n, 11n),
    on: fc.bigInt(0n, 1n),
    x: fc.bigInt(90n, 120n),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const twin = new Map<string, bigint>();
      let state: readonly Value<bigint>[] = deployed(of);
      for (const { op, at, who, on, x } of steps) {
        const key = `${at} ${who} ${on}`;
        const ran = run(of, op, { args: op === 'get' ? [at, who, on] : [at, who, on, x], state });
        assert.equal(ran.status, 'ok');
        state = ran.state;
        // The key is there either way.
        if (op === 'set') twin.set(key, x > 100n ? x : (twin.get(key) ?? 0n));
        if (op === 'drop') twin.delete(key);
        if (op === 'get') assert.deepEqual(ran.results, [twin.get(key) ?? 0n, twin.has(key) ? 1n : 0n]);
      }
    }),
    { numRuns: 60, seed: 3 },
  );
});
