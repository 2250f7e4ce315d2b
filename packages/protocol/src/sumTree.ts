// Stake as an 8-ary tree of sums, five levels deep, in two versions. A change made in epoch e counts from e+1, so a draw
// of epoch e sees what stood when e began, without freezing and without a queue of delayed changes.
// The Solidity library keeps the same words: per node `cur` and `prev`, eight sums of 28 bits and the epoch from which
// the word counts. Here nodes are immutable and a change copies one path.
import { TREE_LEAVES, TREE_LEVELS, UNITS_SUM_MAX } from './limits.ts';

interface TreeNode {
  /** The epoch from which `cur` counts; before it `prev` does. */
  readonly from: number;
  readonly cur: readonly number[];
  readonly prev: readonly number[];
  readonly kids: readonly (TreeNode | undefined)[];
}

export interface SumTree {
  readonly root: TreeNode | undefined;
  readonly totals: {
    readonly from: number;
    readonly cur: number;
    readonly prev: number;
    readonly leaves: number;
    readonly leavesPrev: number;
  };
}

export const EMPTY_TREE: SumTree = { root: undefined, totals: { from: 0, cur: 0, prev: 0, leaves: 0, leavesPrev: 0 } };

export type TreeRefusal =
  | { readonly refused: 'UnitsOverflow' }
  | { readonly refused: 'EpochNotCurrent'; readonly epoch: number };

const ZEROES: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0];
const NO_KIDS: readonly undefined[] = Array.from({ length: 8 }, () => undefined);
const NO_NODE: TreeNode = { from: 0, cur: ZEROES, prev: ZEROES, kids: NO_KIDS };

/** Sets a leaf's units for epoch + 1 and later. */
export function setUnits(tree: SumTree, leaf: number, units: number, epoch: number): SumTree | TreeRefusal {
  assertLeaf(leaf);
  const before = unitsNext(tree, leaf);
  if (units === before) return tree;
  const change = units - before;
  const root = tree.root ?? NO_NODE;
  // Of the sums on a leaf's path the first is the greatest: what fits there fits below, the leaf's own units too.
  if ((root.cur[childOf(leaf, 0)] as number) + change > UNITS_SUM_MAX) return { refused: 'UnitsOverflow' };
  const old = tree.totals;
  const turned = old.from <= epoch;
  return {
    root: withChange(root, leaf, 0, change, epoch),
    totals: {
      from: epoch + 1,
      cur: old.cur + change,
      prev: turned ? old.cur : old.prev,
      leaves: old.leaves + (before === 0 ? 1 : 0) - (units === 0 ? 1 : 0),
      leavesPrev: turned ? old.leaves : old.leavesPrev,
    },
  };
}

/** All units, and the leaves above zero, as they count in `epoch`. Older versions than the last two are gone. */
export function totalAt(
  tree: SumTree,
  epoch: number,
): { readonly total: number; readonly eligible: number } | TreeRefusal {
  const { from, cur, prev, leaves, leavesPrev } = tree.totals;
  if (from <= epoch) return { total: cur, eligible: leaves };
  if (from !== epoch + 1) return { refused: 'EpochNotCurrent', epoch };
  return { total: prev, eligible: leavesPrev };
}

/** Units of a leaf as they count in `epoch`, the current one or a later. */
export function unitsAt(tree: SumTree, leaf: number, epoch: number): number {
  assertLeaf(leaf);
  const node = leafNode(tree, leaf);
  return node === undefined ? 0 : (sumsAt(node, epoch)[leaf & 7] as number);
}

/** The units that count from the next epoch on. */
export function unitsNext(tree: SumTree, leaf: number): number {
  return leafNode(tree, leaf)?.cur[leaf & 7] ?? 0;
}

/** The leaf that covers `point`, where the leaves lie end to end in order of index. `point` < total of that epoch. */
export function findLeaf(tree: SumTree, point: number, epoch: number): number {
  let node = tree.root ?? NO_NODE;
  let leaf = 0;
  let rest = point;
  for (let level = 0; level < TREE_LEVELS; level++) {
    const sums = sumsAt(node, epoch);
    let child = 0;
    while (rest >= (sums[child] ?? Number.POSITIVE_INFINITY)) rest -= sums[child++] as number;
    if (child > 7) throw new RangeError('a point beyond the total');
    leaf = leaf * 8 + child;
    node = node.kids[child] ?? NO_NODE;
  }
  return leaf;
}

function sumsAt(node: TreeNode, epoch: number): readonly number[] {
  if (node.from <= epoch) return node.cur;
  if (node.from !== epoch + 1) throw new RangeError('an epoch that is gone');
  return node.prev;
}

function childOf(leaf: number, level: number): number {
  return (leaf >> (3 * (TREE_LEVELS - 1 - level))) & 7;
}

function leafNode(tree: SumTree, leaf: number): TreeNode | undefined {
  let node = tree.root;
  for (let level = 0; level < TREE_LEVELS - 1 && node !== undefined; level++) node = node.kids[childOf(leaf, level)];
  return node;
}

function withChange(node: TreeNode, leaf: number, level: number, change: number, epoch: number): TreeNode {
  const child = childOf(leaf, level);
  const kid =
    level === TREE_LEVELS - 1 ? undefined : withChange(node.kids[child] ?? NO_NODE, leaf, level + 1, change, epoch);
  return {
    from: epoch + 1,
    cur: node.cur.with(child, (node.cur[child] as number) + change),
    prev: node.from <= epoch ? node.cur : node.prev,
    kids: node.kids.with(child, kid),
  };
}

function assertLeaf(leaf: number): void {
  if (!(Number.isInteger(leaf) && leaf >= 0 && leaf < TREE_LEAVES)) throw new RangeError('no such leaf');
}
