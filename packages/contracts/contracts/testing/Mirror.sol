// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Receipt, Result, Task} from "../Types.sol";
import {Domain} from "../libraries/Domain.sol";
import {Draw} from "../libraries/Draw.sol";
import {Fees} from "../libraries/Fees.sol";
import {Accused, Judgement, SignedOnce, TwiceSigned, Verdict, WrongOpening} from "../libraries/Judgement.sol";
import {Merkle} from "../libraries/Merkle.sol";
import {OrderLog} from "../libraries/OrderLog.sol";
import {ReceiptHash} from "../libraries/ReceiptHash.sol";
import {SettledTasks} from "../libraries/SettledTasks.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {SumTree} from "../libraries/SumTree.sol";
import {TaskHash} from "../libraries/TaskHash.sol";
import {VectorPlace, VectorTree} from "../libraries/VectorTree.sol";

/// The libraries behind functions, so that tests can hold them to the vectors. No part of a deployment.
contract Mirror {
    using SumTree for SumTree.Tree;

    struct Change {
        uint32 leaf;
        uint32 units;
        uint32 epoch;
    }

    SumTree.Tree private tree;

    function domainSeparator(address tasks) external view returns (bytes32) {
        return Domain.separator(tasks);
    }

    function taskHash(Task calldata task) external pure returns (bytes32) {
        return TaskHash.structHash(TaskHash.read(task));
    }

    function ackHash(bytes32 taskId, bytes32 bodyHash) external pure returns (bytes32) {
        return TaskHash.ackHash(taskId, bodyHash);
    }

    function receiptHash(Receipt calldata receipt) external pure returns (bytes32) {
        return ReceiptHash.structHash(ReceiptHash.read(receipt));
    }

    function openingHash(bytes32 receiptDigest, uint32 index, bytes32 outputHash) external pure returns (bytes32) {
        return ReceiptHash.openingHash(receiptDigest, index, outputHash);
    }

    function resultsRoot(Result[] calldata results) external pure returns (bytes32) {
        return ReceiptHash.resultsRoot(ReceiptHash.readAll(results));
    }

    function rootOf(bytes32 leaf, uint256 index, uint256 count, bytes32[] calldata proof) external pure returns (bytes32) {
        return Merkle.rootOf(leaf, index, count, proof);
    }

    /// What settle reads of a receipt's tasks, and what it logs.
    function settledTasks(bytes calldata tasks, uint256 count, bytes32 contractId, bytes32 domain)
        external
        pure
        returns (Task[] memory headers, Result[] memory results, bytes memory outcomes)
    {
        SettledTasks.Cursor memory cursor = SettledTasks.start(tasks, count);
        headers = new Task[](count);
        results = new Result[](count);
        for (uint256 i = 0; i < count; ++i) {
            headers[i].contractId = contractId;
            SettledTasks.next(cursor, domain, headers[i], results[i]);
        }
        outcomes = cursor.outcomes;
    }

    function orderLog(Task calldata task, bytes calldata body) external pure returns (bytes memory) {
        return OrderLog.pack(TaskHash.read(task), body);
    }

    function account(bytes32 contractId) external pure returns (address) {
        return TaskHash.account(contractId);
    }

    function scheduledBodyHash(uint64 height) external pure returns (bytes32) {
        return TaskHash.scheduledBodyHash(height);
    }

    function recover(bytes32 digest, bytes calldata signature) external pure returns (address) {
        return Signatures.recover(digest, signature);
    }

    function money(uint64 gasLimit, uint96 gasPrice, uint96 tip, uint8 status, uint64 gasUsed)
        external
        pure
        returns (uint96 escrow, uint256 fee, uint96 toSubmitter, uint96 held, uint96 back, uint96 toPot)
    {
        escrow = Fees.escrow(gasLimit, gasPrice, tip);
        fee = Fees.fee(status, gasUsed, gasPrice);
        (toSubmitter, held, back, toPot) = Fees.tips(status, tip);
    }

    function drawSeed(bytes32 seed, bytes32 contractId, uint16 generation) external pure returns (bytes32) {
        return Draw.seedFor(seed, contractId, generation);
    }

    /// Asked by eth_call, so that each case starts from an empty tree.
    function draw(Change[] calldata changes, uint32 epoch, bytes32 seed, uint256 n, uint256 standbysMax)
        external
        returns (uint256[4] memory totals, uint32[] memory nodes)
    {
        for (uint256 i = 0; i < changes.length; ++i) tree.set(changes[i].leaf, changes[i].units, changes[i].epoch);
        (totals[0], totals[1]) = tree.totalAt(epoch);
        (totals[2], totals[3]) = tree.totalAt(epoch + 1);
        nodes = Draw.draw(tree, seed, n, standbysMax, epoch);
    }

    /// Of whatever committee is told.
    function equivocation(Accused memory accused, TwiceSigned kind, SignedOnce[2] calldata records)
        external
        pure
        returns (Verdict)
    {
        return Judgement.equivocation(accused, kind, records);
    }

    function wrongOpening(Accused memory accused, WrongOpening calldata opening) external pure returns (Verdict) {
        return Judgement.wrongOpening(accused, opening);
    }

    function rankOf(VectorPlace memory place, uint256 set) external pure returns (uint256) {
        return VectorTree.rankOf(place, set);
    }
}
