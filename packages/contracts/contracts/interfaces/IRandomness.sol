// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// A seed per epoch, unknown before that epoch begins and unchanged after it is known.
interface IRandomness {
    /// @return seed the seed of `epoch`
    /// @return seedBlock the block that fixed it
    function seedOf(uint32 epoch) external view returns (bytes32 seed, uint64 seedBlock);
}
