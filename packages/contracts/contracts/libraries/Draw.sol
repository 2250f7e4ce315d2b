// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DrawExhausted, TooFewNodes} from "../Errors.sol";
import {SumTree} from "./SumTree.sol";

/// Seats and standbys of a committee: drawn by stake, without replacement, by drawing again what was drawn before.
/// Mirrored in TypeScript (protocol, draw) and compared with it.
library Draw {
    using SumTree for SumTree.Tree;

    bytes32 private constant DOMAIN = keccak256("enigma.draw.v1");

    function seedFor(bytes32 seed, bytes32 contractId, uint16 generation) internal pure returns (bytes32) {
        return keccak256(abi.encode(DOMAIN, seed, contractId, generation));
    }

    /// @return nodes n seats, then min(standbysMax, eligible − n) standbys, in the order drawn
    function draw(SumTree.Tree storage tree, bytes32 drawSeed, uint256 n, uint256 standbysMax, uint256 epoch)
        internal
        view
        returns (uint32[] memory nodes)
    {
        (uint256 total, uint256 eligible) = tree.totalAt(epoch);
        if (eligible < n) revert TooFewNodes(eligible, n);
        uint256 wanted = n + (eligible - n < standbysMax ? eligible - n : standbysMax);
        nodes = new uint32[](wanted);
        uint256 found = 0;
        uint256 tries = 8 * wanted + 64;
        unchecked {
            for (uint256 i = 0; i < tries && found < wanted; ++i) {
                uint32 leaf = uint32(tree.find(uint256(keccak256(abi.encode(drawSeed, i))) % total, epoch));
                uint256 j = 0;
                while (j < found && nodes[j] != leaf) ++j;
                if (j == found) nodes[found++] = leaf;
            }
        }
        if (found < wanted) revert DrawExhausted(found, wanted);
    }
}
