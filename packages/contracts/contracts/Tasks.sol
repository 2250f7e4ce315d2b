// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "./Errors.sol";
import "./Types.sol";
import {HeadWord, headWord} from "./libraries/HeadWord.sol";
import {TaskHash} from "./libraries/TaskHash.sol";
import {TaskWord, keyOf} from "./libraries/TaskWord.sol";
import {Creation} from "./tasks/Creation.sol";
import {Openings} from "./tasks/Openings.sol";
import {TaskStore} from "./tasks/TaskStore.sol";

/// The life of a task: created (or triggered), settled by its committee's receipt or expired, opened. It gives each
/// contract's tasks one order, holds each contract's head, and keeps its inbox as a hash chain.
/// A task is one word; its header is passed again whenever it matters, and recognised by its id.
/// The parts are in tasks/; here is how a contract begins and how it is lost, and what can be read.
contract Tasks is Creation, Openings {
    event Lost(bytes32 indexed contractId, bytes32 indexed committeeId, uint32 signed, uint32 missing);
    event DepositsReturned(bytes32 indexed contractId, address indexed to, uint256 amount);

    constructor(
        address bank_,
        address stake_,
        address committees_,
        address registry_,
        address remedies_,
        uint40[6] memory settings
    ) TaskStore(bank_, stake_, committees_, registry_, remedies_, settings) {}

    /// What came after a contract was lost goes to its owner too: refunds of expired tasks, late deposits.
    function returnDeposits(bytes32 contractId) external unlocked {
        uint8 status = heads[contractId].word.status();
        if (status != CONTRACT_LOST) revert NotServing(status);
        _returnDeposits(contractId);
    }

    function _returnDeposits(bytes32 contractId) private {
        address owner = registry.ownerOf(contractId);
        emit DepositsReturned(contractId, owner, bank.sweep(TaskHash.account(contractId), owner));
    }

    // ---- what siblings say

    function enroll(bytes32 id, uint72 price, uint96 appendFee) external override {
        if (msg.sender != address(registry)) revert Unauthorised(msg.sender);
        heads[id].word = headWord(CONTRACT_NEW, price);
        // Two ids with one key cost a deployer 2^64 hashes: then one's tasks would end, or stay open, with the other's.
        if (contractsByKey[keyOf(id)] != 0) revert AlreadyDeployed(id);
        contractsByKey[keyOf(id)] = id;
        inboxes[id].newUntilBlock = uint48(block.number) + drawBlocks;
        inboxes[id].appendFee = appendFee;
    }

    function seat(bytes32 id, bytes32 committeeId) external override {
        if (msg.sender != address(committees)) revert Unauthorised(msg.sender);
        heads[id].committeeId = committeeId;
        inboxes[id].newUntilBlock = uint48(block.number) + genesisBlocks;
    }

    /// Its committee is released, or its first receipt did not come (Remedies). What was deposited for it goes back.
    function lose(bytes32 id, uint32 signed, uint32 missing) external override unlocked {
        if (msg.sender != address(committees) && msg.sender != remedies) revert Unauthorised(msg.sender);
        heads[id].word = heads[id].word.withStatus(CONTRACT_LOST);
        emit Lost(id, heads[id].committeeId, signed, missing);
        _returnDeposits(id);
    }

    /// Who holds a body, who has been paid late.
    function mark(bytes32 taskId, TaskWord word) external override unlocked {
        if (msg.sender != remedies) revert Unauthorised(msg.sender);
        words[taskId] = word;
    }

    // ---- reading

    function headOf(bytes32 contractId) external view returns (Head memory) {
        StoredHead storage head = heads[contractId];
        HeadWord word = head.word;
        return Head(
            head.stateRoot,
            word.nextSeq(),
            word.doneSeq(),
            uint56(READ_SEQ + head.reads),
            word.version(),
            word.generation(),
            word.attempt(),
            word.aborts(),
            word.status(),
            head.receiptHead,
            head.committeeId
        );
    }

    function generationOf(bytes32 id) external view override returns (uint16, uint8, bytes32) {
        HeadWord word = heads[id].word;
        return (word.generation(), word.status(), heads[id].committeeId);
    }

    function inboxOf(bytes32 contractId) external view returns (Inbox memory) {
        StoredInbox storage inbox = inboxes[contractId];
        return Inbox(inbox.head, inbox.count, inbox.lastBlock);
    }

    function newUntilBlockOf(bytes32 contractId) external view override returns (uint48) {
        return inboxes[contractId].newUntilBlock;
    }

    function statusOf(bytes32 taskId) external view returns (uint8) {
        return _wordOf(taskId).statusOf();
    }

    /// The whole word, as TaskWord lays it out, with the task's true status.
    function wordOf(bytes32 taskId) external view override returns (uint256) {
        return TaskWord.unwrap(_wordOf(taskId));
    }
}
