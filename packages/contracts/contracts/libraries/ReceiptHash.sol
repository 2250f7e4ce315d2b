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

    function structHash(Receipt calldata receipt) internal pure returns (bytes32) {
        return keccak256(abi.encode(RECEIPT, receipt));
    }

    function openingHash(bytes32 receiptDigest, uint32 index, bytes32 outputHash) internal pure returns (bytes32) {
        return keccak256(abi.encode(OPENING, receiptDigest, index, outputHash));
    }

    function resultsRoot(Result[] calldata results) internal pure returns (bytes32) {
        bytes32[] memory leaves = new bytes32[](results.length);
        for (uint256 i = 0; i < results.length; ++i) {
            Result calldata result = results[i];
            // Merkle.leaf(abi.encode(result)), written once instead of copied.
            leaves[i] = keccak256(
                abi.encodePacked(
                    bytes1(0x00),
                    result.taskId,
                    uint256(result.status),
                    uint256(result.code),
                    uint256(result.gasUsed),
                    result.publicHash,
                    result.maskedHash,
                    result.effectsHash
                )
            );
        }
        return Merkle.root(leaves);
    }
}
