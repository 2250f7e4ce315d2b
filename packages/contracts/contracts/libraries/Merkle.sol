// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// The one tree shape: ordered, binary, keccak, a node without a sibling promoted as it is. Leaves and nodes are hashed
/// under different first bytes, so that neither can be shown as the other.
library Merkle {
    function leaf(bytes memory data) internal pure returns (bytes32) {
        return keccak256(bytes.concat(hex"00", data));
    }

    /// @dev Overwrites `level`. The root of nothing is zero.
    function root(bytes32[] memory level) internal pure returns (bytes32) {
        uint256 count = level.length;
        if (count == 0) return 0;
        unchecked {
            while (count > 1) {
                uint256 half = count >> 1;
                for (uint256 i = 0; i < half; ++i) {
                    assembly ("memory-safe") {
                        let words := add(level, 0x20)
                        let room := mload(0x40)
                        mstore8(room, 1)
                        mcopy(add(room, 1), add(words, shl(6, i)), 0x40)
                        mstore(add(words, shl(5, i)), keccak256(room, 0x41))
                    }
                }
                if (count & 1 == 1) level[half++] = level[count - 1];
                count = half;
            }
        }
        return level[0];
    }

    /// The root over `count` leaves of which one stands at `index`; zero where the proof has more or fewer nodes than that takes.
    function rootOf(bytes32 leaf_, uint256 index, uint256 count, bytes32[] calldata proof) internal pure returns (bytes32 hash) {
        hash = leaf_;
        uint256 used = 0;
        for (; count > 1; count = (count + 1) >> 1) {
            if (index + 1 != count || count & 1 == 0) {
                if (used == proof.length) return 0;
                bytes32 sibling = proof[used++];
                hash = index & 1 == 0
                    ? keccak256(abi.encodePacked(hex"01", hash, sibling))
                    : keccak256(abi.encodePacked(hex"01", sibling, hash));
            }
            index >>= 1;
        }
        if (used != proof.length) return 0;
    }
}
