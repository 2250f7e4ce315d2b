// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "../Errors.sol";
import "../Types.sol";
import {Quorum} from "../interfaces/ICommittees.sol";
import {IEnigmaCallee} from "../interfaces/IEnigmaCallee.sol";
import {IGuard} from "../interfaces/IGuard.sol";
import {Merkle} from "../libraries/Merkle.sol";
import {ReceiptHash} from "../libraries/ReceiptHash.sol";
import {TaskHash} from "../libraries/TaskHash.sol";
import {TaskWord} from "../libraries/TaskWord.sol";
import {Settlement} from "./Settlement.sol";

/// A settled output in clear, and the contract that asked to be told.
abstract contract Openings is Settlement {
    event Opened(bytes32 indexed taskId, uint32 index, bytes output);
    event CallbackDone(bytes32 indexed taskId, bool ok);

    /// What is left to do after a callback: five siblings let go, one word deleted, one event.
    uint256 private constant AFTER_CALLBACK_GAS = 40_000;
    /// A cold account, and the cold account that an EIP-7702 account delegates to.
    uint256 private constant CALL_GAS = 5_300;

    /// keccak of the output of a task whose callback has not succeeded; 0 otherwise.
    mapping(bytes32 taskId => bytes32 outputHash) public owedCallbacks;

    /// Publishes a settled task's output in clear, on the word of T+1 of its committee's seats, and tells the task's callback.
    /// @param place the task's place in its receipt
    function open(
        Task calldata header,
        bytes calldata output,
        Receipt calldata receipt,
        Place calldata place,
        uint32 bitmap,
        bytes calldata sigs
    ) external unlocked {
        Task memory task = TaskHash.read(header);
        bytes32 taskId = _idOf(task);
        TaskWord word = _wordOf(taskId);
        if (word.statusOf() == TASK_NONE) revert UnknownTask(taskId);
        if (word.statusOf() != TASK_SETTLED) revert AlreadyEnded(word.statusOf());
        if (output.length > OUTPUT_BYTES_MAX) revert OutOfRange("output", 0, OUTPUT_BYTES_MAX);
        uint32 index = place.index;
        bytes32 digest = _checkPlace(receipt, place, taskId);
        bytes32 outputHash = keccak256(output);
        bytes32 opening = _digest(ReceiptHash.openingHash(digest, index, outputHash));
        Quorum memory quorum = committees.verify(receipt.committeeId, opening, bitmap, sigs);
        if (quorum.nodes.length < quorum.qLo) revert QuorumNotMet(quorum.nodes.length, quorum.qLo);
        words[taskId] = word.withStatus(TASK_OPENED);
        uint256 held = task.tip / 4;
        if (held != 0) bank.release(msg.sender, held, 0);
        emit Opened(taskId, index, output);
        if (task.callback == address(0)) return;
        // Before the call: whatever the callee does, the callback is owed until it has succeeded.
        owedCallbacks[taskId] = outputHash;
        _callBack(task, taskId, output);
    }

    /// That the task's result, an output, is one of a settled receipt.
    function _checkPlace(Receipt calldata given, Place calldata place, bytes32 taskId)
        private
        view
        returns (bytes32 digest)
    {
        Receipt memory receipt = ReceiptHash.read(given);
        Result memory result = ReceiptHash.read(place.result);
        bytes32 leaf = ReceiptHash.resultLeaf(result);
        if (
            place.index >= receipt.count
                || Merkle.rootOf(leaf, place.index, receipt.count, place.proof) != receipt.resultsRoot
        ) revert WrongReceipt("resultsRoot");
        digest = _digest(ReceiptHash.structHash(receipt));
        if (!words[place.index == 0 ? result.taskId : place.first].isOf(digest)) revert WrongReceipt("digest");
        if (result.taskId != taskId) revert WrongTask(result.taskId, taskId);
        if (result.status != RESULT_OK) revert WrongReceipt("status");
    }

    /// Tells a callback again that failed. Anyone may.
    function retryCallback(Task calldata header, bytes calldata output) external unlocked {
        Task memory task = TaskHash.read(header);
        bytes32 taskId = _idOf(task);
        bytes32 owed = owedCallbacks[taskId];
        if (owed == 0) revert NoCallback(taskId);
        if (keccak256(output) != owed) revert WrongHash("output");
        _callBack(task, taskId, output);
    }

    /// One function, one selector, the gas that was asked for, and nothing copied of what comes back. Whatever the callee
    /// does, only CallbackDone differs.
    function _callBack(Task memory task, bytes32 taskId, bytes calldata output) private {
        address target = task.callback;
        uint256 gas_ = task.callbackGas;
        bytes memory data = abi.encodeCall(IEnigmaCallee.onEnigmaResult, (taskId, output));
        _guardAll(true);
        // EIP-150 keeps back a 64th: with less than this the callee would get less than it asked for, and the submitter
        // could make any callback fail.
        uint256 need = gas_ + gas_ / 63 + 1 + CALL_GAS + AFTER_CALLBACK_GAS;
        uint256 have = gasleft();
        if (have < need) revert CallbackGas(have, need);
        bool ok;
        assembly ("memory-safe") {
            ok := call(gas_, target, 0, add(data, 0x20), mload(data), 0, 0)
        }
        _guardAll(false);
        // A call of nobody succeeds, but told nobody.
        ok = ok && target.code.length != 0;
        if (ok) delete owedCallbacks[taskId];
        emit CallbackDone(taskId, ok);
    }

    function _guardAll(bool on) private {
        _guard(on);
        IGuard(address(bank)).guard(on);
        IGuard(address(stake)).guard(on);
        IGuard(address(committees)).guard(on);
        IGuard(address(registry)).guard(on);
        IGuard(clock).guard(on);
    }
}
