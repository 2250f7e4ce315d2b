// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AlreadyAdvanced, NotDevelopment, UnknownSeed} from "./Errors.sol";
import {Guard} from "./Guard.sol";
import {IClock} from "./interfaces/IClock.sol";
import {IRandomness} from "./interfaces/IRandomness.sol";

/// INSECURE, for development chains alone: anybody turns the epoch, and the proposer of that block chooses its seed.
/// It refuses to exist on any other chain id, so that no deployment degrades to it unnoticed.
contract DevRandomness is IRandomness, IClock, Guard {
    event EpochAdvanced(uint32 indexed epoch, bytes32 seed);

    address private immutable tasks;
    uint32 public override epoch = 1;
    uint64 private lastBlock;
    mapping(uint32 epoch => bytes32) private seeds;
    mapping(uint32 epoch => uint64) private seedBlocks;

    constructor(address tasks_) {
        tasks = tasks_;
        if (block.chainid != 31337 && block.chainid != 1337) revert NotDevelopment(block.chainid);
    }

    /// Begins the next epoch, at most once in a block.
    function advance() external unlocked {
        if (lastBlock == block.number) revert AlreadyAdvanced(block.number);
        lastBlock = uint64(block.number);
        uint32 next = epoch + 1;
        bytes32 seed = keccak256(abi.encode(block.prevrandao, next));
        epoch = next;
        seeds[next] = seed;
        seedBlocks[next] = uint64(block.number);
        emit EpochAdvanced(next, seed);
    }

    function guardian() public view override returns (address) {
        return tasks;
    }

    function seedOf(uint32 ofEpoch) external view override returns (bytes32 seed, uint64 seedBlock) {
        seedBlock = seedBlocks[ofEpoch];
        if (seedBlock == 0) revert UnknownSeed(ofEpoch);
        return (seeds[ofEpoch], seedBlock);
    }

    function clock() external view override returns (uint48) {
        return uint48(block.number);
    }

    function CLOCK_MODE() external pure override returns (string memory) {
        return "mode=blocknumber&from=default";
    }
}
