// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DrawExhausted, EpochNotCurrent, UnitsOverflow} from "../../contracts/Errors.sol";
import {Draw} from "../../contracts/libraries/Draw.sol";
import {SumTree} from "../../contracts/libraries/SumTree.sol";
import {vm} from "./Cheats.sol";

/// The tree against a linear twin that keeps every epoch's leaves. Invariants 18, 19, 21.
contract SumTreeTest {
    using SumTree for SumTree.Tree;

    SumTree.Tree private tree;
    uint256 private constant LEAVES = 12;
    /// Far apart and side by side, so that paths meet at every level.
    uint16[LEAVES] private leaves = [0, 1, 7, 8, 63, 64, 511, 512, 4095, 4096, 20000, 32767];
    uint256[LEAVES] private now_;
    uint256[LEAVES] private next;

    function testFuzz_equalsItsTwin(uint256 seed) public {
        uint256 epoch = 1;
        for (uint256 step = 0; step < 24; ++step) {
            seed = uint256(keccak256(abi.encode(seed)));
            if (seed % 5 == 0) {
                // Sometimes an epoch passes in which nothing changes.
                epoch += 1 + (seed >> 8) % 2;
                now_ = next;
            } else {
                uint256 i = (seed >> 8) % LEAVES;
                uint256 units = (seed >> 16) % 4 == 0 ? 0 : (seed >> 24) % 1000;
                tree.set(leaves[i], units, epoch);
                next[i] = units;
            }
            _same(now_, epoch);
            _same(next, epoch + 1);
        }
    }

    function testFuzz_findsTheLeafUnderEachPoint(uint256 seed) public {
        for (uint256 i = 0; i < LEAVES; ++i) {
            next[i] = uint256(keccak256(abi.encode(seed, i))) % 50;
            tree.set(leaves[i], next[i], 1);
        }
        uint256 point = 0;
        for (uint256 i = 0; i < LEAVES; ++i) {
            if (next[i] == 0) continue;
            require(tree.find(point, 2) == leaves[i], "first point");
            require(tree.find(point + next[i] - 1, 2) == leaves[i], "last point");
            point += next[i];
        }
    }

    function testFuzz_drawsDistinctLeavesAboveZero(uint256 seed) public {
        uint256 eligible = 0;
        for (uint256 i = 0; i < LEAVES; ++i) {
            next[i] = uint256(keccak256(abi.encode(seed, i))) % 4;
            if (next[i] != 0) ++eligible;
            tree.set(leaves[i], next[i], 1);
        }
        vm.assume(eligible >= 4);
        uint32[] memory drawn = this.draw(bytes32(seed), 4, 4, 2);
        require(drawn.length == (eligible < 8 ? eligible : 8), "standbys");
        for (uint256 i = 0; i < drawn.length; ++i) {
            require(tree.unitsAt(drawn[i], 2) > 0, "a leaf of zero");
            for (uint256 j = 0; j < i; ++j) require(drawn[i] != drawn[j], "drawn twice");
        }
    }

    function test_aChangeNeverTouchesTheEpochItIsMadeIn() public {
        tree.set(5, 10, 1);
        tree.set(6, 20, 2);
        uint32[] memory before = this.draw("seed", 1, 0, 2);
        for (uint256 i = 0; i < 40; ++i) tree.set(i, i + 1, 2);
        require(keccak256(abi.encode(before)) == keccak256(abi.encode(this.draw("seed", 1, 0, 2))), "moved");
        (uint256 total, uint256 count) = tree.totalAt(2);
        require(total == 10 && count == 1, "total");
    }

    function test_oneDominantLeafExhaustsTheDraw() public {
        tree.set(0, (1 << 28) - 1 - 3, 1);
        for (uint256 i = 1; i < 4; ++i) tree.set(i, 1, 1);
        vm.expectPartialRevert(DrawExhausted.selector);
        this.draw("seed", 4, 0, 2);
    }

    function test_refusesASumThatDoesNotFit() public {
        tree.set(0, (1 << 28) - 1, 1);
        vm.expectRevert(abi.encodeWithSelector(UnitsOverflow.selector));
        this.set(1, 1, 1);
    }

    function test_refusesAnEpochThatIsGone() public {
        tree.set(0, 1, 5);
        vm.expectRevert(abi.encodeWithSelector(EpochNotCurrent.selector, 4));
        this.draw("seed", 1, 0, 4);
    }

    function draw(bytes32 seed, uint256 n, uint256 standbys, uint256 epoch) external view returns (uint32[] memory) {
        return Draw.draw(tree, seed, n, standbys, epoch);
    }

    function set(uint256 leaf, uint256 units, uint256 epoch) external {
        tree.set(leaf, units, epoch);
    }

    function _same(uint256[LEAVES] memory twin, uint256 epoch) private view {
        uint256 sum = 0;
        uint256 eligible = 0;
        for (uint256 i = 0; i < LEAVES; ++i) {
            sum += twin[i];
            if (twin[i] != 0) ++eligible;
            require(tree.unitsAt(leaves[i], epoch) == twin[i], "leaf");
        }
        (uint256 total, uint256 count) = tree.totalAt(epoch);
        require(total == sum && count == eligible, "total");
    }
}
