// Fresh shares of the same values, on polynomials of their own; and a lost share made again from what was kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementAt, field, inSet, newVector, setElement, setsHeldBy, shareCoefficient, toHex } from '@enigma/crypto';
import { maskKeyHash, pieceHash, refresh, refreshKept } from '../src/index.ts';
import { all, committee, passes, revealField, run, shapes, sharedField } from './committee.ts';

const secrets = [0n, 1n, 2n ** 64n - 1n, 42n];
const vector = newVector(secrets.length);
secrets.forEach((secret, at) => setElement(vector, at, secret));

for (const { n, T } of shapes) {
  test(`(${n},${T}): the values stay, and no share does`, () => {
    const c = committee({ n, T });
    const before = sharedField(c, vector);
    const after = passes(run(c, (engine) => refresh(engine, before[engine.context.seat] ?? newVector(4))));
    assert.deepEqual(revealField(c, after), secrets);
    for (const [seat, shares] of after)
      for (let at = 0; at < 4; at++) assert.notEqual(elementAt(shares, at), elementAt(before[seat] ?? vector, at));
  });

  test(`(${n},${T}): whoever lost his share makes it again from pieces of the sets that he is not in`, () => {
    const c = committee({ n, T });
    const before = sharedField(c, vector);
    const kept = all(run(c, (engine) => refreshKept(engine, before[engine.context.seat] ?? newVector(4))));
    assert.deepEqual(revealField(c, new Map(kept.map(({ shares }, seat) => [seat, shares]))), secrets);
    const lost = 0;
    const [, other] = kept;
    assert.ok(other);
    for (let at = 0; at < 4; at++) {
      let share = elementAt(other.kept.values, at);
      for (const set of setsHeldBy(n, T, lost)) {
        const piece = kept
          .filter((_, seat) => seat !== lost && !inSet(set, seat))
          .flatMap((one) => one.kept.pieces)
          .find((one) => one.set === set);
        assert.ok(piece);
        const hash: { piece: Uint8Array; maskKey: Uint8Array } | undefined = other.kept.hashes.find(
          (one) => one.set === set,
        );
        assert.equal(toHex(pieceHash(piece)), toHex(hash?.piece ?? new Uint8Array()));
        const key = c.contexts[lost]?.maskKeys.get(set) ?? new Uint8Array();
        assert.equal(toHex(maskKeyHash(set, key)), toHex(hash?.maskKey ?? new Uint8Array()));
        share = field.sub(share, field.mul(shareCoefficient(set, lost), elementAt(piece.mask, at)));
      }
      assert.equal(share, elementAt(kept[lost]?.shares ?? newVector(4), at));
    }
  });
}

test('a piece or a mask key that is another has another hash', () => {
  const piece = { set: 1, salt: new Uint8Array(32).fill(3), mask: vector };
  const other = vector.slice();
  setElement(other, 2, 5n);
  const hash = toHex(pieceHash(piece));
  for (const one of [
    { ...piece, set: 2 },
    { ...piece, salt: new Uint8Array(32) },
    { ...piece, mask: other },
  ])
    assert.notEqual(toHex(pieceHash(one)), hash);
  assert.notEqual(toHex(maskKeyHash(1, new Uint8Array(16))), toHex(maskKeyHash(2, new Uint8Array(16))));
});
