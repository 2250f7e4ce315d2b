// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Task} from "../Types.sol";

/// An order as the log keeps it: the canonical bytes of its Task without contractId, which is a topic, and its body.
/// Mirrored in protocol (taskBytes).
library OrderLog {
    uint256 private constant HEADER_BYTES = 193;

    function pack(Task memory task, bytes calldata body) internal pure returns (bytes memory order) {
        order = _header(task, body.length);
        assembly ("memory-safe") {
            calldatacopy(add(add(order, 0x20), HEADER_BYTES), body.offset, body.length)
        }
    }

    /// The body of a scheduled task is its height, which everybody knows.
    function packScheduled(Task memory task, uint64 height) internal pure returns (bytes memory order) {
        order = _header(task, 32);
        assembly ("memory-safe") {
            mstore(add(add(order, 0x20), HEADER_BYTES), height)
        }
    }

    /// Each field is written at its place; what it has too much on its right the next one overwrites.
    function _header(Task memory task, uint256 bodyBytes) private pure returns (bytes memory order) {
        assembly ("memory-safe") {
            order := mload(0x40)
            mstore(order, add(HEADER_BYTES, bodyBytes))
            let place := add(order, 0x20)
            mstore(place, mload(add(task, 0x20))) // fn
            mstore(add(place, 4), mload(add(task, 0x40))) // bodyHash
            mstore(add(place, 36), shl(96, mload(add(task, 0x60)))) // sender
            mstore(add(place, 56), shl(96, mload(add(task, 0x80)))) // payer
            mstore(add(place, 76), shl(192, mload(add(task, 0xa0)))) // nonce
            mstore(add(place, 84), shl(128, mload(add(task, 0xc0)))) // value
            mstore(add(place, 100), mload(add(task, 0xe0))) // grantsHash
            mstore(add(place, 132), shl(192, mload(add(task, 0x100)))) // gasLimit
            mstore(add(place, 140), shl(160, mload(add(task, 0x120)))) // gasPrice
            mstore(add(place, 152), shl(160, mload(add(task, 0x140)))) // tip
            mstore(add(place, 164), shl(216, mload(add(task, 0x160)))) // deadline
            mstore(add(place, 169), shl(96, mload(add(task, 0x180)))) // callback
            mstore(add(place, 189), shl(224, mload(add(task, 0x1a0)))) // callbackGas
            // Free memory begins at a whole word, with room for what the last field has too much.
            mstore(0x40, and(add(add(place, add(HEADER_BYTES, bodyBytes)), 0x3f), not(0x1f)))
        }
    }
}
