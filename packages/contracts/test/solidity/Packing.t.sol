// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "../../contracts/Types.sol";
import {Domain} from "../../contracts/libraries/Domain.sol";
import {Merkle} from "../../contracts/libraries/Merkle.sol";
import {OrderLog} from "../../contracts/libraries/OrderLog.sol";
import {ReceiptHash} from "../../contracts/libraries/ReceiptHash.sol";
import {SettledTasks} from "../../contracts/libraries/SettledTasks.sol";
import {TaskHash} from "../../contracts/libraries/TaskHash.sol";

/// Headers, results and masked outputs as settle takes them (SettledTasks).
function packed(Task[] memory headers, Result[] memory results, bytes[] memory masked) pure returns (bytes memory out) {
    for (uint256 i = 0; i < headers.length; ++i) {
        out = bytes.concat(out, packedHeader(headers[i]), packedResult(results[i], masked[i]));
    }
}

function packedHeader(Task memory t) pure returns (bytes memory) {
    bytes memory first = abi.encodePacked(t.fn, t.bodyHash, t.sender, t.payer, t.nonce, t.value, t.grantsHash);
    return abi.encodePacked(first, t.gasLimit, t.gasPrice, t.tip, t.deadline, t.callback, t.callbackGas);
}

function packedResult(Result memory r, bytes memory masked) pure returns (bytes memory) {
    bytes memory said = abi.encodePacked(r.status, r.code, r.gasUsed, r.publicHash, r.effectsHash);
    return abi.encodePacked(said, uint32(masked.length), masked);
}

/// Where a result stands in its receipt, beyond the end with a proof of nothing.
function placeOf(Result[] memory results, uint256 index) pure returns (Place memory place) {
    place.index = uint32(index);
    place.first = index == 0 ? bytes32(0) : results[0].taskId;
    if (index >= results.length) return place;
    place.result = results[index];
    place.proof = siblings(results, index);
}

/// Level by level; a node without sibling is promoted.
function siblings(Result[] memory results, uint256 index) pure returns (bytes32[] memory proof) {
    bytes32[] memory level = new bytes32[](results.length);
    for (uint256 i = 0; i < level.length; ++i) level[i] = Merkle.leaf(abi.encode(results[i]));
    for (uint256 width = level.length; width > 1; width = (width + 1) / 2) {
        uint256 other = index ^ 1;
        if (other < width) {
            bytes32[] memory longer = new bytes32[](proof.length + 1);
            for (uint256 i = 0; i < proof.length; ++i) longer[i] = proof[i];
            longer[proof.length] = level[other];
            proof = longer;
        }
        for (uint256 i = 0; i < width; i += 2) {
            level[i / 2] = i + 1 == width ? level[i] : keccak256(abi.encodePacked(hex"01", level[i], level[i + 1]));
        }
        index /= 2;
    }
}

/// What is written in assembly says what abi.encode says.
contract PackingTest {
    function testFuzz_headersHashAsEncoded(Task calldata task) public pure {
        require(TaskHash.structHash(TaskHash.read(task)) == keccak256(abi.encode(TaskHash.TASK, task)), "task");
        require(keccak256(abi.encode(TaskHash.read(task))) == keccak256(abi.encode(task)), "fields");
    }

    function testFuzz_ordersAreLoggedAsPacked(Task calldata task, bytes calldata body, uint64 height) public pure {
        Task memory copy = TaskHash.read(task);
        bytes memory header = packedHeader(copy);
        require(keccak256(OrderLog.pack(copy, body)) == keccak256(bytes.concat(header, body)), "order");
        bytes memory scheduled = OrderLog.packScheduled(copy, height);
        require(keccak256(scheduled) == keccak256(bytes.concat(header, abi.encode(height))), "scheduled");
    }

    function testFuzz_receiptsHashAsEncoded(Receipt calldata receipt) public pure {
        Receipt memory copy = ReceiptHash.read(receipt);
        require(ReceiptHash.structHash(copy) == keccak256(abi.encode(ReceiptHash.RECEIPT, receipt)), "receipt");
    }

    function testFuzz_digestsHashAsEncoded(bytes32 domain, bytes32 structHash) public pure {
        require(Domain.digest(domain, structHash) == keccak256(abi.encodePacked(hex"1901", domain, structHash)), "digest");
    }

    function testFuzz_resultsHashAsEncoded(Result[] calldata results) public pure {
        bytes32[] memory leaves = new bytes32[](results.length);
        for (uint256 i = 0; i < results.length; ++i) leaves[i] = Merkle.leaf(abi.encode(results[i]));
        require(ReceiptHash.resultsRoot(ReceiptHash.readAll(results)) == Merkle.root(leaves), "root");
    }

    function testFuzz_aProofLeadsToTheRootFromEachPlaceAndNoOther(uint256 seed) public view {
        uint256 count = 1 + seed % 64;
        Result[] memory results = new Result[](count);
        for (uint256 i = 0; i < count; ++i) results[i].taskId = keccak256(abi.encode(seed, i));
        bytes32 root = ReceiptHash.resultsRoot(results);
        uint256 index = (seed >> 8) % count;
        bytes32 leaf = ReceiptHash.resultLeaf(results[index]);
        bytes32[] memory proof = siblings(results, index);
        require(this.rootOf(leaf, index, count, proof) == root, "proved");
        require(this.rootOf(leaf, index, count, new bytes32[](proof.length + 1)) == 0, "longer");
        if (count == 1) return;
        require(this.rootOf(leaf, (index + 1) % count, count, proof) != root, "another place");
        require(this.rootOf(~leaf, index, count, proof) != root, "another leaf");
        if (proof.length != 0) require(this.rootOf(leaf, index, count, new bytes32[](proof.length - 1)) != root, "shorter");
    }

    function rootOf(bytes32 leaf, uint256 index, uint256 count, bytes32[] calldata proof) external pure returns (bytes32) {
        return Merkle.rootOf(leaf, index, count, proof);
    }

    function testFuzz_aSettlementIsReadAsItWasPacked(Task[2] calldata tasks, Result[2] calldata outcomes, bytes calldata out)
        public
        view
    {
        Task[] memory headers = new Task[](2);
        Result[] memory results = new Result[](2);
        bytes[] memory masked = new bytes[](2);
        (headers[0], headers[1], results[0], results[1]) = (tasks[0], tasks[1], outcomes[0], outcomes[1]);
        headers[1].contractId = headers[0].contractId;
        masked[1] = out;
        bytes memory logged;
        for (uint256 i = 0; i < 2; ++i) {
            Result memory result = results[i];
            result.taskId = Domain.digest("domain", keccak256(abi.encode(TaskHash.TASK, headers[i])));
            result.maskedHash = keccak256(masked[i]);
            logged = bytes.concat(logged, result.taskId, packedResult(result, masked[i]));
        }
        this.compare(packed(headers, results, masked), headers, results, logged);
    }

    function compare(bytes calldata bytes_, Task[] memory headers, Result[] memory results, bytes memory logged)
        external
        pure
    {
        SettledTasks.Cursor memory cursor = SettledTasks.start(bytes_, 2);
        Task memory task;
        Result memory result;
        task.contractId = headers[0].contractId;
        for (uint256 i = 0; i < 2; ++i) {
            SettledTasks.next(cursor, "domain", task, result);
            require(keccak256(abi.encode(task)) == keccak256(abi.encode(headers[i])), "header");
            require(keccak256(abi.encode(result)) == keccak256(abi.encode(results[i])), "result");
        }
        require(cursor.left == 0 && keccak256(cursor.outcomes) == keccak256(logged), "log");
    }
}
