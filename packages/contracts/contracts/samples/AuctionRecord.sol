// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEnigmaCallee} from "../interfaces/IEnigmaCallee.sol";
import {Domain} from "../libraries/Domain.sol";
import {TaskHash} from "../libraries/TaskHash.sol";
import {Task} from "../Types.sol";

/// What an EVM contract does with a secret one's result: it keeps who won one sealed-bid auction and at what price, as its
/// settlement is called back. It believes Tasks alone, and of Tasks only what a task of its own auction came to: anyone can
/// create a task of any other contract that calls back here.
contract AuctionRecord is IEnigmaCallee {
    event Expected(bytes32 indexed taskId);
    event Recorded(bytes32 indexed taskId, address winner, uint64 price, uint32 bidders);

    error NotTasks(address caller);
    error NotOfTheAuction(bytes32 contractId, bytes4 fn, address callback);
    error NotExpected(bytes32 taskId);
    error RecordedAlready(bytes32 taskId);
    error BadOutput(uint256 length);

    bytes4 public constant SETTLE = bytes4(keccak256("settle()"));
    /// What the auction's settle() returns: an address, a u64 and a u32, integers in little endian.
    uint256 private constant OUTPUT_BYTES = 32;

    address public immutable tasks;
    /// The secret contract whose settlement counts.
    bytes32 public immutable auction;

    mapping(bytes32 taskId => bool) public expected;
    /// The task that told the result; 0 before.
    bytes32 public taskId;
    address public winner;
    uint64 public price;
    uint32 public bidders;

    constructor(address tasks_, bytes32 auction_) {
        tasks = tasks_;
        auction = auction_;
    }

    /// Says which task will tell the result. Anyone may: a task's id is the hash of its header, so nobody can pass off
    /// another contract's. A task that told before it was expected is told again by Tasks.retryCallback.
    function expect(Task calldata task) external returns (bytes32 id) {
        if (task.contractId != auction || task.fn != SETTLE || task.callback != address(this)) {
            revert NotOfTheAuction(task.contractId, task.fn, task.callback);
        }
        id = Domain.digest(Domain.separator(tasks), TaskHash.structHash(task));
        expected[id] = true;
        emit Expected(id);
    }

    function onEnigmaResult(bytes32 id, bytes calldata output) external override {
        if (msg.sender != tasks) revert NotTasks(msg.sender);
        if (!expected[id]) revert NotExpected(id);
        // The auction settles once, so there is no second result; here nothing depends on it.
        if (taskId != 0) revert RecordedAlready(taskId);
        if (output.length != OUTPUT_BYTES) revert BadOutput(output.length);
        taskId = id;
        winner = address(bytes20(output[0:20]));
        price = uint64(_integer(output[20:28]));
        bidders = uint32(_integer(output[28:32]));
        emit Recorded(id, winner, price, bidders);
    }

    function _integer(bytes calldata littleEndian) private pure returns (uint256 value) {
        for (uint256 i = littleEndian.length; i > 0; --i) value = (value << 8) | uint8(littleEndian[i - 1]);
    }
}
