// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Receipt, Result} from "../Types.sol";
import {Merkle} from "./Merkle.sol";

/// EIP-712 struct hashes of receipts and openings, and the root of results. Mirrored in protocol (records, merkle).
library ReceiptHash {
    bytes32 internal constant RECEIPT = keccak256(
        "Receipt(bytes32 contractId,uint16 generation,uint8 kind,uint56 firstSeq,uint16 count,bytes32 committeeId,uint16 attempt,bytes32 abortsHash,bytes32 anchor,bytes32 prevRoot,bytes32 newRoot,bytes32 resultsRoot)"
    );
    bytes32 internal constant OPENING = keccak256("Opening(bytes32 receiptDigest,uint32 index,bytes32 outputHash)");

    uint256 private constant RECEIPT_BYTES = 0x180;
    uint256 private constant RESULT_BYTES = 0xe0;

    /// A receipt in one copy; a field wider than its type is refused.
    function read(Receipt calldata from) internal pure returns (Receipt memory receipt) {
        assembly ("memory-safe") {
            calldatacopy(receipt, from, RECEIPT_BYTES)
            let wide := shr(16, or(or(mload(add(receipt, 0x20)), mload(add(receipt, 0x80))), mload(add(receipt, 0xc0)))) // generation, count, attempt
            wide := or(wide, shr(8, mload(add(receipt, 0x40)))) // kind
            wide := or(wide, shr(56, mload(add(receipt, 0x60)))) // firstSeq
            if wide { revert(0, 0) }
        }
    }

    /// As TaskHash does.
    function structHash(Receipt memory receipt) internal pure returns (bytes32 hash) {
        bytes32 typeHash = RECEIPT;
        assembly ("memory-safe") {
            let room := mload(0x40)
            mstore(room, typeHash)
            mcopy(add(room, 0x20), receipt, RECEIPT_BYTES)
            hash := keccak256(room, add(RECEIPT_BYTES, 0x20))
        }
    }

    function openingHash(bytes32 receiptDigest, uint32 index, bytes32 outputHash) internal pure returns (bytes32) {
        return keccak256(abi.encode(OPENING, receiptDigest, index, outputHash));
    }

    /// A result in one copy; a field wider than its type is refused.
    function read(Result calldata from) internal pure returns (Result memory result) {
        assembly ("memory-safe") {
            calldatacopy(result, from, RESULT_BYTES)
            let wide := shr(8, mload(add(result, 0x20))) // status
            wide := or(wide, shr(16, mload(add(result, 0x40)))) // code
            wide := or(wide, shr(64, mload(add(result, 0x60)))) // gasUsed
            if wide { revert(0, 0) }
        }
    }

    function readAll(Result[] calldata from) internal pure returns (Result[] memory results) {
        results = new Result[](from.length);
        for (uint256 i = 0; i < from.length; ++i) results[i] = read(from[i]);
    }

    function resultsRoot(Result[] memory results) internal pure returns (bytes32) {
        bytes32[] memory leaves = new bytes32[](results.length);
        for (uint256 i = 0; i < results.length; ++i) leaves[i] = resultLeaf(results[i]);
        return Merkle.root(leaves);
    }

    /// Merkle.leaf(abi.encode(result)).
    function resultLeaf(Result memory result) internal pure returns (bytes32 leaf) {
        assembly ("memory-safe") {
            let room := mload(0x40)
            mstore8(room, 0)
            mcopy(add(room, 1), result, RESULT_BYTES)
            leaf := keccak256(room, add(RESULT_BYTES, 1))
        }
    }
}
