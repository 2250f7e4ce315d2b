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
    bytes32 private constant ACCOUNT = keccak256("enigma.contract.account.v1");

    /// Straight from calldata: a copy in memory would cost as much again.
    function structHash(Task calldata task) internal pure returns (bytes32) {
        return keccak256(abi.encode(TASK, task));
    }

    function structHashOf(Task memory task) internal pure returns (bytes32) {
        return keccak256(abi.encode(TASK, task));
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
