import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field } from '@enigma/crypto';
import { makeAnds } from '../src/andTriples.ts';
import { makeDaBits, makeTriples } from '../src/batches.ts';
import { all, committee, passes, revealBits, revealField, run, shapes } from './committee.ts';

const loose = { products: true, andTriples: true, bucketSize: false };

for (const { n, T } of shapes) {
  test(`triples of (${n},${T}) are products`, () => {
    const c = committee({ n, T });
    const batches = passes(run(c, (engine) => makeTriples(engine, 37)));
    const items = new Map([...batches].map(([seat, batch]) => [seat, batch.ok ? batch.items : assert.fail()]));
    const [a, b, z] = (['a', 'b', 'c'] as const).map((name) =>
      revealField(c, new Map([...items].map(([s, i]) => [s, i[name]]))),
    );
    assert.deepEqual(
      z,
      a?.map((value, k) => field.mul(value, b?.[k] as bigint)),
    );
    assert.equal(new Set(a).size, 37);
  });

  test(`daBits of (${n},${T}) are one bit in two domains`, () => {
    const c = committee({ n, T });
    const batches = passes(run(c, (engine) => makeDaBits(engine, 70)));
    const items = new Map([...batches].map(([seat, batch]) => [seat, batch.ok ? batch.items : assert.fail()]));
    const bits = revealBits(c, new Map([...items].map(([s, i]) => [s, i.bits])));
    assert.deepEqual(revealField(c, new Map([...items].map(([s, i]) => [s, i.field]))), bits.map(BigInt));
    assert.ok(bits.includes(0) && bits.includes(1));
  });

  test(`AND triples of (${n},${T}) are conjunctions`, () => {
    const c = committee({ n, T });
    const batches = passes(run(c, (engine) => makeAnds(engine, 100, 3), { checks: loose }));
    const items = new Map([...batches].map(([seat, batch]) => [seat, batch.ok ? batch.items : assert.fail()]));
    const [a, b, z] = (['a', 'b', 'c'] as const).map((name) =>
      revealBits(c, new Map([...items].map(([s, i]) => [s, i[name]]))),
    );
    assert.deepEqual(
      z,
      a?.map((bit, k) => bit & (b?.[k] as number)),
    );
    assert.ok(z?.includes(1) && z.includes(0));
  });
}

test('buckets that are too few or too small are refused', () => {
  const c = committee({ n: 3, T: 1 });
  assert.throws(() => all(run(c, (engine) => makeAnds(engine, 1 << 13, 6))), RangeError);
  assert.throws(() => all(run(c, (engine) => makeAnds(engine, 1 << 15, 4))), RangeError);
});
