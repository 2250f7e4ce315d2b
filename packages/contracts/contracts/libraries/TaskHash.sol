// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Task} from "../Types.sol";

/// EIP-712 struct hashes of tasks and acknowledgements, and what a scheduled task is made of. Mirrored in protocol (records,
/// ids).
library TaskHash {
    bytes32 internal constant TASK = keccak256(
        "Task(bytes32 contractId,bytes4 fn,bytes32 bodyHash,address sender,address payer,uint64 nonce,uint128 value,bytes32 grantsHash,uint64 gasLimit,uint96 gasPrice,uint96 tip,uint40 deadline,address callback,uint32 callbackGas)"
    );
    bytes32 internal constant ACK = keccak256("Ack(bytes32 taskId,bytes32 bodyHash)");
    uint256 private constant BYTES = 0x1c0;
    bytes32 private constant ACCOUNT = keccak256("enigma.contract.account.v1");

    /// A header in one copy. A field wider than its type is refused: with it one task would have many ids.
    function load(Task calldata from, Task memory into) internal pure {
        assembly ("memory-safe") {
            calldatacopy(into, from, BYTES)
            let wide := shl(32, mload(add(into, 0x20))) // fn
            wide := or(wide, shr(160, or(or(mload(add(into, 0x60)), mload(add(into, 0x80))), mload(add(into, 0x180))))) // sender, payer, callback
            wide := or(wide, shr(64, or(mload(add(into, 0xa0)), mload(add(into, 0x100))))) // nonce, gasLimit
            wide := or(wide, shr(128, mload(add(into, 0xc0)))) // value
            wide := or(wide, shr(96, or(mload(add(into, 0x120)), mload(add(into, 0x140))))) // gasPrice, tip
            wide := or(wide, shr(40, mload(add(into, 0x160)))) // deadline
            wide := or(wide, shr(32, mload(add(into, 0x1a0)))) // callbackGas
            if wide { revert(0, 0) }
        }
    }

    function read(Task calldata from) internal pure returns (Task memory task) {
        load(from, task);
    }

    /// A struct of static fields is in memory what abi.encode makes of it: only its type is put before it.
    function structHash(Task memory task) internal pure returns (bytes32 hash) {
        bytes32 typeHash = TASK;
        assembly ("memory-safe") {
            let room := mload(0x40)
            mstore(room, typeHash)
            mcopy(add(room, 0x20), task, BYTES)
            hash := keccak256(room, add(BYTES, 0x20))
        }
    }

    function ackHash(bytes32 taskId, bytes32 bodyHash) internal pure returns (bytes32) {
        return keccak256(abi.encode(ACK, taskId, bodyHash));
    }

    /// The account that pays for a contract's scheduled functions: no key belongs to it.
    function account(bytes32 contractId) internal pure returns (address) {
        return address(uint160(uint256(keccak256(abi.encode(ACCOUNT, contractId)))));
    }

    function scheduledBodyHash(uint64 height) internal pure returns (bytes32) {
        return keccak256(abi.encode(height));
    }
}
