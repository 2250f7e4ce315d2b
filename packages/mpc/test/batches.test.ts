import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field } from '@enigma/crypto';
import { bucketSecurityBits, bucketsFor, makeAnds } from '../src/andTriples.ts';
import { makeDaBits, makeTriples } from '../src/batches.ts';
import { all, committee, passes, revealBits, revealField, run, wideShapes } from './committee.ts';

const loose = { products: true, andTriples: true, bucketSize: false };

for (const { n, T } of wideShapes) {
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

  for (const buckets of [
    { count: 100, size: 3, block: 1 },
    { count: 4, size: 3, block: 32 },
    { count: 2, size: 3, block: 64 },
  ] as const) {
    test(`AND triples of (${n},${T}) in blocks of ${buckets.block} are conjunctions`, () => {
      const c = committee({ n, T });
      const batches = passes(run(c, (engine) => makeAnds(engine, 100, buckets), { checks: loose }));
      const items = new Map([...batches].map(([seat, batch]) => [seat, batch.ok ? batch.items : assert.fail()]));
      const [a, b, z] = (['a', 'b', 'c'] as const).map((name) =>
        revealBits(c, new Map([...items].map(([s, i]) => [s, i[name]]))),
      );
      assert.equal(z?.length, 100);
      assert.deepEqual(
        z,
        a?.map((bit, k) => bit & (b?.[k] as number)),
      );
      assert.ok(z?.includes(1) && z.includes(0));
    });
  }
}

test('buckets that are too few or too small are refused', () => {
  const c = committee({ n: 3, T: 1 });
  assert.throws(
    () => all(run(c, (engine) => makeAnds(engine, 1 << 13, { count: 1 << 13, size: 6, block: 1 }))),
    RangeError,
  );
  assert.throws(
    () => all(run(c, (engine) => makeAnds(engine, 1 << 15, { count: 1 << 15, size: 4, block: 1 }))),
    RangeError,
  );
  assert.throws(
    () => all(run(c, (engine) => makeAnds(engine, 1 << 18, { count: 1 << 13, size: 6, block: 32 }))),
    RangeError,
  );
});

test('buckets hold 60 bits, counted in blocks', () => {
  for (const triples of [1 << 14, 1 << 16, 3 * (1 << 17) + 5, 1 << 19, 2_790_000, 1 << 24]) {
    const { count, size, block } = bucketsFor(triples);
    assert.ok(count >= 1 << 14 && bucketSecurityBits(count, size) >= 60);
    assert.ok(count * block >= triples && (count - 1) * block < triples);
    assert.equal(block, triples < 1 << 19 ? 1 : triples < 1 << 21 ? 32 : triples < 1 << 22 ? 64 : 512);
  }
});
