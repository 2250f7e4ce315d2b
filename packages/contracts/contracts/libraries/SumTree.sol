// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EpochNotCurrent, UnitsOverflow} from "../Errors.sol";

/// Stake as an 8-ary tree of sums, five levels deep, in two versions. A change made in epoch e counts from e+1, so a draw
/// of epoch e sees what stood when e began, without freezing and without a queue of delayed changes.
/// A node is two words, `cur` and `prev`: eight sums of 28 bits and, on top, the epoch from which the word counts.
/// Mirrored in TypeScript (protocol, sumTree) and compared with it.
library SumTree {
    uint256 internal constant LEVELS = 5;
    uint256 internal constant LEAVES = 32768;
    uint256 private constant MASK = (1 << 28) - 1;
    uint256 private constant SUMS = (1 << 224) - 1;

    struct Tree {
        /// cur 64 | prev 64 | leaves above zero: cur 32, prev 32 | counts from epoch 32
        uint256 totals;
        /// 1 + 8 + 64 + 512 + 4096 nodes of two words.
        uint256[9362] words;
    }

    /// Sets a leaf's units for epoch + 1 and later.
    function set(Tree storage tree, uint256 leaf, uint256 units, uint256 epoch) internal {
        uint256 before = unitsNext(tree, leaf);
        if (units == before) return;
        if (units > MASK) revert UnitsOverflow();
        for (uint256 level = LEVELS; level != 0;) {
            --level;
            uint256 slot = _slot(leaf, level);
            uint256 shift = _shift(leaf, level);
            uint256 word = tree.words[slot];
            if (word >> 224 <= epoch && word != 0) tree.words[slot + 1] = word;
            uint256 sum = ((word >> shift) & MASK) + units - before;
            if (sum > MASK) revert UnitsOverflow();
            tree.words[slot] = (word & SUMS & ~(MASK << shift)) | (sum << shift) | ((epoch + 1) << 224);
        }
        _setTotals(tree, units, before, epoch);
    }

    function _setTotals(Tree storage tree, uint256 units, uint256 before, uint256 epoch) private {
        uint256 word = tree.totals;
        uint256 total = uint64(word);
        uint256 count = uint32(word >> 128);
        uint256 prev = uint64(word >> 64);
        uint256 prevCount = uint32(word >> 160);
        if (word >> 192 <= epoch) (prev, prevCount) = (total, count);
        total = total + units - before;
        if (before == 0) ++count;
        if (units == 0) --count;
        tree.totals = total | (prev << 64) | (count << 128) | (prevCount << 160) | ((epoch + 1) << 192);
    }

    /// The total of all leaves and the number of leaves above zero, as they count in `epoch`.
    function totalAt(Tree storage tree, uint256 epoch) internal view returns (uint256 total, uint256 count) {
        uint256 word = tree.totals;
        uint256 tag = word >> 192;
        if (tag <= epoch) return (uint64(word), uint32(word >> 128));
        // The words before these are gone: only the epoch in which the last change was made can still be read.
        if (tag != epoch + 1) revert EpochNotCurrent(epoch);
        return (uint64(word >> 64), uint32(word >> 160));
    }

    function unitsAt(Tree storage tree, uint256 leaf, uint256 epoch) internal view returns (uint256) {
        return (_wordAt(tree, _slot(leaf, LEVELS - 1), epoch) >> _shift(leaf, LEVELS - 1)) & MASK;
    }

    /// The units that count from the next epoch on.
    function unitsNext(Tree storage tree, uint256 leaf) internal view returns (uint256) {
        return (tree.words[_slot(leaf, LEVELS - 1)] >> _shift(leaf, LEVELS - 1)) & MASK;
    }

    /// The leaf that covers `point`, where the leaves lie end to end in order of index. `point` < total.
    function find(Tree storage tree, uint256 point, uint256 epoch) internal view returns (uint256 leaf) {
        // Unchecked: sums of 28 bits, five levels. A draw calls this some twenty times.
        unchecked {
            uint256 first = 0;
            uint256 width = 1;
            for (uint256 level = 0; level < LEVELS; ++level) {
                uint256 word = _wordAt(tree, 2 * (first + leaf), epoch);
                uint256 child = 0;
                uint256 sum = word & MASK;
                while (point >= sum) {
                    // The sums of a node add up to its parent's: `point` lies in one of the eight.
                    assert(child < 7);
                    point -= sum;
                    ++child;
                    word >>= 28;
                    sum = word & MASK;
                }
                leaf = (leaf << 3) | child;
                first += width;
                width <<= 3;
            }
        }
    }

    function _wordAt(Tree storage tree, uint256 slot, uint256 epoch) private view returns (uint256 word) {
        // In bounds: a slot is computed from a leaf and a level (the array's own check would cost as much as the read).
        assembly ("memory-safe") {
            word := sload(add(add(tree.slot, 1), slot))
        }
        if (word >> 224 <= epoch) return word;
        if (word >> 224 != epoch + 1) revert EpochNotCurrent(epoch);
        assembly ("memory-safe") {
            word := sload(add(add(tree.slot, 2), slot))
        }
    }

    /// Nodes lie level by level: (8^level − 1) / 7 of them stand above a level.
    function _slot(uint256 leaf, uint256 level) private pure returns (uint256) {
        return 2 * (((1 << (3 * level)) - 1) / 7 + (leaf >> (3 * (LEVELS - level))));
    }

    function _shift(uint256 leaf, uint256 level) private pure returns (uint256) {
        return 28 * ((leaf >> (3 * (LEVELS - 1 - level))) & 7);
    }
}
