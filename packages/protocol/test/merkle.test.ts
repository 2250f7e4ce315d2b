import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  checkMerkleProof,
  checkPublicProof,
  checkResultProof,
  leafHash,
  merkleProof,
  merkleRoot,
  nodeHash,
  publicProof,
  publicRootOf,
  type Result,
  resultProof,
  resultsRootOf,
  secretRootOf,
  hexBytes,
  encodeCursor,
  chunkLeafHash,
} from '../src/index.ts';

const seed = 20261124;
const hash = (fill: number): `0x${string}` => `0x${fill.toString(16).padStart(2, '0').repeat(32)}`;
const leaves = (count: number): Uint8Array[] => Array.from({ length: count }, (_, i) => leafHash(Uint8Array.of(i)));
const results = (count: number): Result[] =>
  Array.from({ length: count }, (_, i) => ({
    taskId: hash(i + 1),
    status: 1 + (i % 5),
    code: i,
    gasUsed: BigInt(i) * 1000n,
    publicHash: hash(i + 2),
    maskedHash: hash(i + 3),
    effectsHash: hash(i + 4),
  }));

describe('merkle', () => {
  test('an odd node is promoted as it is', () => {
    const [a, b, c] = leaves(3) as [Uint8Array, Uint8Array, Uint8Array];
    assert.deepEqual(merkleRoot([a, b, c]), nodeHash(nodeHash(a, b), c));
    assert.deepEqual(merkleRoot([a]), a);
    assert.deepEqual(merkleRoot([]), new Uint8Array(32));
  });

  test('each leaf of each tree proves its own place and no other', () => {
    for (let count = 1; count <= 17; count++) {
      const tree = leaves(count);
      const root = merkleRoot(tree);
      for (let i = 0; i < count; i++) {
        const proof = merkleProof(tree, i);
        assert.equal(checkMerkleProof(root, tree[i] as Uint8Array, i, count, proof).ok, true);
        for (let j = 0; j < count; j++) {
          if (j !== i) assert.equal(checkMerkleProof(root, tree[i] as Uint8Array, j, count, proof).ok, false);
        }
      }
    }
  });

  test('a proof of a peer never trips an assertion', () => {
    const tree = leaves(5);
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 80 }),
        fc.integer({ min: -3, max: 12 }),
        fc.integer({ min: -3, max: 12 }),
        (proof, index, count) => {
          assert.equal(checkMerkleProof(merkleRoot(tree), leafHash(Uint8Array.of(99)), index, count, proof).ok, false);
        },
      ),
      { numRuns: 2000, seed },
    );
  });

  test('a result is proved under its receipt, and a changed one is not', () => {
    const all = results(7);
    const root = resultsRootOf(all);
    for (const [i, result] of all.entries()) {
      const proof = resultProof(all, i).map(hexBytes);
      assert.equal(checkResultProof(root, result, i, 7, proof).ok, true);
      assert.equal(checkResultProof(root, { ...result, status: result.status + 1 }, i, 7, proof).ok, false);
    }
  });

  test('a node shown as a leaf proves nothing', () => {
    const tree = leaves(4);
    const inner = nodeHash(tree[0] as Uint8Array, tree[1] as Uint8Array);
    const sibling = nodeHash(tree[2] as Uint8Array, tree[3] as Uint8Array);
    const root = merkleRoot(tree);
    // With one kind of hash for both, the pair's bytes would be a leaf of a two-leaf tree with the same root.
    assert.deepEqual(nodeHash(inner, sibling), root);
    const forged = leafHash(Uint8Array.of(...(tree[0] as Uint8Array), ...(tree[1] as Uint8Array)));
    assert.equal(checkMerkleProof(root, forged, 0, 2, [sibling]).ok, false);
  });

  test('public fields and the cursor prove their places', () => {
    const fields = [Uint8Array.of(4), Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 9)];
    const cursor = { next: 12n, head: hash(3) };
    const root = publicRootOf(fields, cursor);
    assert.equal(
      checkPublicProof(root, fields[1] as Uint8Array, 1, 3, publicProof(fields, cursor, 1).map(hexBytes)).ok,
      true,
    );
    assert.equal(
      checkPublicProof(root, encodeCursor(cursor), 2, 3, publicProof(fields, cursor, 2).map(hexBytes)).ok,
      true,
    );
    assert.equal(
      checkPublicProof(root, Uint8Array.of(5), 0, 3, publicProof(fields, cursor, 0).map(hexBytes)).ok,
      false,
    );
  });

  test('an absent seat is not a seat with another place', () => {
    const [a, b] = [hash(1), hash(2)];
    const roots = [secretRootOf([a, b, undefined]), secretRootOf([a, undefined, b]), secretRootOf([a, b])];
    assert.equal(new Set(roots).size, 3);
  });

  test('leaves of equal shares differ by salt, seat and version', () => {
    const base = { committeeId: hash(1), seat: 0, version: 1n, salt: new Uint8Array(32), chunk: new Uint8Array(16) };
    const all = [base, { ...base, seat: 1 }, { ...base, version: 2n }, { ...base, salt: new Uint8Array(32).fill(1) }];
    assert.equal(new Set(all.map((leaf) => chunkLeafHash(leaf).join())).size, all.length);
  });
});
