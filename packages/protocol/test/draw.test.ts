import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  drawCommittee,
  type Drawn,
  drawSeedOf,
  EMPTY_TREE,
  findLeaf,
  keccakWords,
  setUnits,
  type SumTree,
  totalAt,
  TREE_LEAVES,
  UNITS_SUM_MAX,
  unitsAt,
  unitsNext,
} from '../src/index.ts';

const seed = 20261124;
const SEED = `0x${'5e'.repeat(32)}` as const;
const ID = `0x${'1d'.repeat(32)}` as const;

function set(tree: SumTree, leaf: number, units: number, epoch: number): SumTree {
  const next = setUnits(tree, leaf, units, epoch);
  assert.ok(!('refused' in next));
  return next;
}

function treeOf(units: readonly number[], epoch = 1): SumTree {
  return units.reduce((tree, unit, leaf) => set(tree, leaf, unit, epoch), EMPTY_TREE);
}

function drawn(tree: SumTree, drawSeed: `0x${string}`, n: number, epoch: number, standbys?: number): Drawn {
  const result = drawCommittee(tree, drawSeed, n, epoch, standbys);
  assert.ok(!('refused' in result));
  return result;
}

describe('sum tree', () => {
  test('equals a plain list of two versions, whatever is changed and when', () => {
    const change = fc.record({
      leaf: fc.oneof(fc.nat(20), fc.nat(TREE_LEAVES - 1)),
      units: fc.nat(50),
      turn: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        let tree = EMPTY_TREE;
        let epoch = 1;
        let now = new Map<number, number>();
        let next = new Map<number, number>();
        for (const { leaf, units, turn } of changes) {
          if (turn) {
            epoch++;
            now = new Map(next);
          }
          tree = set(tree, leaf, units, epoch);
          next.set(leaf, units);
          compare(tree, now, epoch);
          compare(tree, next, epoch + 1);
        }
      }),
      { numRuns: 150, seed },
    );
  });

  test('a change of this epoch leaves every draw of this epoch as it was', () => {
    let tree = treeOf([5, 6, 9, 5, 7, 6, 8, 5]);
    const before = drawn(tree, SEED, 4, 2);
    for (const [leaf, units] of [
      [0, 0],
      [2, 12],
      [12, 9],
      [3, 6],
    ] as const)
      tree = set(tree, leaf, units, 2);
    assert.deepEqual(drawn(tree, SEED, 4, 2), before);
    assert.notDeepEqual(drawn(tree, SEED, 4, 3), before);
  });

  test('sums do not overflow their 28 bits, and versions before the last two are gone', () => {
    const full = set(EMPTY_TREE, 0, UNITS_SUM_MAX, 1);
    // A leaf beside it, the last one under the same first branch, and the first under the next.
    for (const leaf of [1, 4095]) assert.deepEqual(setUnits(full, leaf, 1, 1), { refused: 'UnitsOverflow' });
    assert.equal(unitsNext(set(full, 4096, 1, 1), 4096), 1);
    assert.deepEqual(setUnits(EMPTY_TREE, 0, UNITS_SUM_MAX + 1, 1), { refused: 'UnitsOverflow' });
    const tree = set(set(EMPTY_TREE, 0, 5, 1), 0, 6, 7);
    assert.deepEqual(totalAt(tree, 5), { refused: 'EpochNotCurrent', epoch: 5 });
    assert.deepEqual(drawCommittee(tree, SEED, 1, 5), { refused: 'EpochNotCurrent', epoch: 5 });
  });
});

describe('draw', () => {
  test('seats are distinct, staked, and followed by standbys', () => {
    const tree = treeOf([4, 0, 5, 9, 4, 6, 0, 5, 4]);
    for (let i = 0; i < 50; i++) {
      const { seats, standbys } = drawn(tree, drawSeedOf(SEED, ID, i), 4, 2);
      assert.equal(seats.length, 4);
      assert.equal(standbys.length, 3); // seven eligible, at most four standbys
      const all = [...seats, ...standbys];
      assert.equal(new Set(all).size, all.length);
      assert.ok(all.every((leaf) => unitsAt(tree, leaf, 2) > 0));
    }
  });

  test('too few nodes, and one dominant leaf, refuse by name instead of drawing badly', () => {
    assert.deepEqual(drawCommittee(treeOf([1, 2, 0]), SEED, 3, 2), { refused: 'TooFewNodes', have: 2, need: 3 });
    const dominated = drawCommittee(treeOf([UNITS_SUM_MAX - 4, 1, 1, 1, 1]), SEED, 4, 2);
    assert.ok('refused' in dominated && dominated.refused === 'DrawExhausted');
  });

  test('χ² of 10^5 first seats against their stake', () => {
    const units = [1, 2, 3, 4, 10, 0, 20, 60];
    const tree = treeOf(units);
    const total = units.reduce((sum, unit) => sum + unit, 0);
    const draws = 100_000;
    const counts = units.map(() => 0);
    for (let i = 0; i < draws; i++) {
      // The draw's first try, as drawCommittee makes it.
      const drawSeed = `0x${i.toString(16).padStart(64, '0')}` as const;
      const point = Number(BigInt(keccakWords(['bytes32', drawSeed], ['uint256', 0n])) % BigInt(total));
      const leaf = findLeaf(tree, point, 2);
      counts[leaf] = (counts[leaf] as number) + 1;
    }
    assert.equal(counts[5], 0);
    let chi = 0;
    for (const [leaf, unit] of units.entries()) {
      if (unit > 0) chi += ((counts[leaf] as number) - (draws * unit) / total) ** 2 / ((draws * unit) / total);
    }
    assert.ok(chi < 22.46, `χ² with 6 degrees of freedom: ${chi}`); // 0.1 % point
  });

  test('the first try is the first seat', () => {
    const tree = treeOf([3, 5, 7]);
    const point = Number(BigInt(keccakWords(['bytes32', SEED], ['uint256', 0n])) % 15n);
    assert.equal(drawn(tree, SEED, 1, 2, 0).seats[0], findLeaf(tree, point, 2));
  });
});

function compare(tree: SumTree, list: ReadonlyMap<number, number>, epoch: number): void {
  const staked = [...list].filter(([, units]) => units > 0).sort(([a], [b]) => a - b);
  const total = staked.reduce((sum, [, units]) => sum + units, 0);
  assert.deepEqual(totalAt(tree, epoch), { total, eligible: staked.length });
  let before = 0;
  for (const [leaf, units] of staked) {
    assert.equal(unitsAt(tree, leaf, epoch), units);
    assert.equal(findLeaf(tree, before, epoch), leaf);
    assert.equal(findLeaf(tree, before + units - 1, epoch), leaf);
    before += units;
  }
}
