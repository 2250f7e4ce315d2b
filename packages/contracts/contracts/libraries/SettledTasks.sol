// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OutOfRange, WrongReceipt} from "../Errors.sol";
import {MASKED_BYTES_MAX, Result, Task} from "../Types.sol";
import {Domain} from "./Domain.sol";
import {TaskHash} from "./TaskHash.sol";

/// The tasks of a receipt as `settle` takes them: bytes without padding, and without what the chain can compute. One after
/// another, each is
///   Task without contractId (the receipt's) 193 | Result without taskId and maskedHash 75 | masked output: length 4, bytes
/// in canonical bytes: fields in declared order, each in its own width, so that no field can be out of its range.
/// What the log keeps of each is taskId 32 | Result as above 75 | length 4, masked output. Mirrored in protocol (taskBytes).
library SettledTasks {
    uint256 private constant HEADER_BYTES = 193;
    /// Where the masked output begins, in calldata (193 + 75 + 4) and in the log (32 + 75 + 4).
    uint256 private constant MASKED_AT = 272;
    uint256 private constant LOGGED_AT = 111;

    /// Where reading and writing stand.
    struct Cursor {
        /// The next task's place in calldata.
        uint256 from;
        /// Bytes of masked outputs that are not read yet.
        uint256 left;
        /// The next outcome's place in memory.
        uint256 to;
        bytes outcomes;
    }

    function start(bytes calldata tasks, uint256 count) internal pure returns (Cursor memory cursor) {
        if (tasks.length < count * MASKED_AT) revert WrongReceipt("count");
        cursor.left = tasks.length - count * MASKED_AT;
        bytes memory outcomes = new bytes(cursor.left + count * LOGGED_AT);
        cursor.outcomes = outcomes;
        assembly ("memory-safe") {
            mstore(cursor, tasks.offset)
            mstore(add(cursor, 0x40), add(outcomes, 0x20))
        }
    }

    /// Reads one task of the contract whose id is already in `header`. Its ids and hashes are computed: whoever settles
    /// cannot say other ones.
    function next(Cursor memory cursor, bytes32 domain, Task memory header, Result memory result) internal pure {
        uint256 masked = _read(cursor.from, header, result);
        if (masked > MASKED_BYTES_MAX) revert OutOfRange("masked", 0, MASKED_BYTES_MAX);
        if (masked > cursor.left) revert WrongReceipt("count");
        bytes32 taskId = Domain.digest(domain, TaskHash.structHash(header));
        assembly ("memory-safe") {
            let from := mload(cursor)
            let to := mload(add(cursor, 0x40))
            mstore(to, taskId)
            calldatacopy(add(to, 32), add(from, HEADER_BYTES), add(masked, 79))
            mstore(result, taskId)
            mstore(add(result, 0xa0), keccak256(add(to, LOGGED_AT), masked)) // maskedHash
            mstore(cursor, add(from, add(MASKED_AT, masked)))
            mstore(add(cursor, 0x20), sub(mload(add(cursor, 0x20)), masked))
            mstore(add(cursor, 0x40), add(to, add(LOGGED_AT, masked)))
        }
    }

    function _read(uint256 place, Task memory header, Result memory result) private pure returns (uint256 masked) {
        assembly ("memory-safe") {
            mstore(add(header, 0x20), shl(224, shr(224, calldataload(place)))) // fn
            mstore(add(header, 0x40), calldataload(add(place, 4))) // bodyHash
            mstore(add(header, 0x60), shr(96, calldataload(add(place, 36)))) // sender
            mstore(add(header, 0x80), shr(96, calldataload(add(place, 56)))) // payer
            mstore(add(header, 0xa0), shr(192, calldataload(add(place, 76)))) // nonce
            mstore(add(header, 0xc0), shr(128, calldataload(add(place, 84)))) // value
            mstore(add(header, 0xe0), calldataload(add(place, 100))) // grantsHash
            mstore(add(header, 0x100), shr(192, calldataload(add(place, 132)))) // gasLimit
            mstore(add(header, 0x120), shr(160, calldataload(add(place, 140)))) // gasPrice
            mstore(add(header, 0x140), shr(160, calldataload(add(place, 152)))) // tip
            mstore(add(header, 0x160), shr(216, calldataload(add(place, 164)))) // deadline
            mstore(add(header, 0x180), shr(96, calldataload(add(place, 169)))) // callback
            mstore(add(header, 0x1a0), shr(224, calldataload(add(place, 189)))) // callbackGas
            mstore(add(result, 0x20), shr(248, calldataload(add(place, 193)))) // status
            mstore(add(result, 0x40), shr(240, calldataload(add(place, 194)))) // code
            mstore(add(result, 0x60), shr(192, calldataload(add(place, 196)))) // gasUsed
            mstore(add(result, 0x80), calldataload(add(place, 204))) // publicHash
            mstore(add(result, 0xc0), calldataload(add(place, 236))) // effectsHash
            masked := shr(224, calldataload(add(place, 268)))
        }
    }
}
