// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "../Errors.sol";
import "../Types.sol";
import {Quorum} from "../interfaces/ICommittees.sol";
import {Fees} from "../libraries/Fees.sol";
import {HeadWord} from "../libraries/HeadWord.sol";
import {Merkle} from "../libraries/Merkle.sol";
import {ReceiptHash} from "../libraries/ReceiptHash.sol";
import {SettledTasks} from "../libraries/SettledTasks.sol";
import {TaskHash} from "../libraries/TaskHash.sol";
import {TaskWord, settledWord} from "../libraries/TaskWord.sol";
import {Inboxes} from "./Inboxes.sol";

/// How tasks end: by their committee's receipt, which pays for them, or by expiry.
abstract contract Settlement is Inboxes {
    /// What else a node needs (firstSeq, count, newRoot, resultsRoot) is in the receipt.
    /// @param outcomes results and masked outputs, as SettledTasks lays them out for the log
    event Settled(
        bytes32 indexed contractId, bytes32 receiptDigest, uint32 bitmap, Receipt receipt, bytes outcomes
    );
    event DegradedSet(bytes32 indexed contractId, uint56 firstSeq, uint32 bitmap);
    /// @param liable the seats that should have computed, all of them as 0xffffffff
    event Expired(bytes32 indexed contractId, bytes32 indexed taskId, uint56 seq, uint32 liable, uint256 refund);

    /// Takes a committee's receipt: the first state of a contract (GENESIS), the results of consecutive tasks, the same values in
    /// fresh shares of which every seat has its own again (REPAIR), or the results of consecutive reads, which leave the state
    /// as it is and wait for no task (READS).
    /// @param tasks headers as they were created, results and masked outputs, in order, as SettledTasks reads them
    /// @param sigs 64 bytes for each seat of `bitmap`, in the order of the bits
    function settle(Receipt calldata given, bytes calldata tasks, uint32 bitmap, bytes calldata sigs) external unlocked {
        Receipt memory receipt = ReceiptHash.read(given);
        StoredHead storage head = heads[receipt.contractId];
        HeadWord word = head.word;
        _checkReceipt(head, word, receipt);
        bytes32 digest = _digest(ReceiptHash.structHash(receipt));
        Quorum memory quorum = committees.verify(receipt.committeeId, digest, bitmap, sigs);
        uint256 have = quorum.nodes.length;
        if (have < quorum.qLo) revert QuorumNotMet(have, quorum.qLo);
        bool degraded = have < quorum.qHi;
        SettledTasks.Cursor memory cursor = SettledTasks.start(tasks, receipt.count);
        bool reads = receipt.kind == READS;
        if (receipt.kind != TASKS && !reads) {
            if (degraded) revert QuorumNotMet(have, quorum.qHi);
            // The root of no results.
            if (receipt.resultsRoot != 0) revert WrongReceipt("resultsRoot");
            word = word.withStatus(CONTRACT_SERVING).received(receipt.attempt, receipt.kind == GENESIS ? 0 : 1);
        } else {
            uint256 createdAt = _settleTasks(receipt, cursor, quorum, settledWord(digest, bitmap));
            if (degraded) {
                if (block.timestamp < createdAt + graceSeconds) revert GraceNotOver(createdAt + graceSeconds);
                // Who did not sign a read lacks nothing.
                if (!reads) {
                    word = word.withStatus(CONTRACT_DEGRADED);
                    emit DegradedSet(receipt.contractId, receipt.firstSeq, bitmap);
                }
            }
            if (!reads) word = word.ended(receipt.count);
            word = word.received(receipt.attempt, reads ? 0 : 1);
        }
        if (cursor.left != 0) revert WrongReceipt("count");
        head.word = word;
        if (!reads) head.stateRoot = receipt.newRoot;
        head.receiptHead = keccak256(abi.encode(head.receiptHead, digest));
        emit Settled(receipt.contractId, digest, bitmap, receipt, cursor.outcomes);
    }

    function _checkReceipt(StoredHead storage head, HeadWord word, Receipt memory receipt) private view {
        uint8 status = word.status();
        bytes32 committeeId = head.committeeId;
        if (receipt.committeeId != committeeId || committeeId == 0) {
            revert WrongCommittee(committeeId, receipt.committeeId);
        }
        if (receipt.generation != word.generation()) revert WrongGeneration(word.generation(), receipt.generation);
        if (receipt.kind == GENESIS) {
            if (status != CONTRACT_NEW) revert NotServing(status);
            uint48 until = inboxes[receipt.contractId].newUntilBlock;
            if (block.number > until) revert GenesisOver(until);
        } else if (receipt.kind > REPAIR && receipt.kind != READS) {
            revert NotYet("kind");
        } else if (status != CONTRACT_SERVING && status != CONTRACT_DEGRADED) {
            revert NotServing(status);
        }
        bool reads = receipt.kind == READS;
        if (receipt.kind != TASKS && !reads) {
            if (receipt.count != 0) revert WrongReceipt("count");
        } else if (receipt.count == 0 || receipt.count > BATCH_MAX) {
            revert OutOfRange("count", 1, BATCH_MAX);
        }
        if (reads) {
            // Which state was read is a matter of the log: that of the reads' own block, which the signers answer for. It may be
            // an older one by now, and a read must not have to win a race against the queue.
            if (receipt.newRoot != receipt.prevRoot) revert WrongRoot(receipt.prevRoot, receipt.newRoot);
            if (receipt.firstSeq < READ_SEQ) revert WrongSeq(READ_SEQ, receipt.firstSeq);
        } else {
            bytes32 root = head.stateRoot;
            if (receipt.prevRoot != root) revert WrongRoot(root, receipt.prevRoot);
            if (receipt.firstSeq != word.doneSeq()) revert WrongSeq(word.doneSeq(), receipt.firstSeq);
        }
        if (receipt.attempt >= ATTEMPTS_MAX) revert OutOfRange("attempt", 0, ATTEMPTS_MAX - 1);
        if ((receipt.attempt == 0) != (receipt.abortsHash == 0)) revert WrongReceipt("abortsHash");
    }

    /// Ends the tasks of a receipt and pays for them.
    /// @return createdAt when the last of them was created
    function _settleTasks(
        Receipt memory receipt,
        SettledTasks.Cursor memory cursor,
        Quorum memory quorum,
        TaskWord settled
    ) private returns (uint256 createdAt) {
        uint256 count = receipt.count;
        Payout memory payout;
        payout.nodes = quorum.nodes;
        payout.submitter = msg.sender;
        // One account more: the contract's own, for the values of its tasks.
        payout.accounts = new address[](count + 1);
        payout.amounts = new uint256[](count + 1);
        bytes32[] memory leaves = new bytes32[](count);
        bytes32 separator = domainSeparator();
        Task memory task;
        // Seqs repeat between contracts: with this id a committee can end, and be paid for, no other contract's tasks.
        task.contractId = receipt.contractId;
        Result memory result;
        uint256 values = 0;
        uint256 seq = receipt.firstSeq;
        // Each ends those before it, or, of reads, none.
        uint256 done = receipt.kind == READS ? heads[receipt.contractId].word.doneSeq() : type(uint256).max;
        for (uint256 i = 0; i < count; ++i) {
            SettledTasks.next(cursor, separator, task, result);
            leaves[i] = ReceiptHash.resultLeaf(result);
            TaskWord word = _created(result.taskId, done < seq ? done : seq);
            if (word.seqOf() != seq) revert WrongSeq(seq, word.seqOf());
            createdAt = word.createdAt();
            if (block.timestamp > task.deadline) revert DeadlineOver(task.deadline);
            if (result.status < RESULT_OK || result.status > RESULT_NO_GRANT) revert WrongReceipt("status");
            if (result.gasUsed > task.gasLimit) revert WrongReceipt("gasUsed");
            // The others are known to be settled by their seq, reads by their status, and to be this receipt's by its results.
            if (i == 0) words[result.taskId] = settled;
            else if (seq >= READ_SEQ) words[result.taskId] = word.withStatus(TASK_SETTLED);
            // A seq has 40 bits, a value 128.
            unchecked {
                values += _pay(payout, task, result, quorum.n);
                ++seq;
            }
        }
        if (Merkle.root(leaves) != receipt.resultsRoot) revert WrongReceipt("resultsRoot");
        if (values != 0) {
            payout.accounts[payout.used] = TaskHash.account(receipt.contractId);
            payout.amounts[payout.used++] = values;
        }
        bank.settle(payout);
    }

    /// Adds one task to the payout. Each of the n seats has an equal share: the signers get theirs now, and the shares of the
    /// others wait for them (claimLate), so that nobody gains by leaving out a signature. Only the remainder is the pot's.
    /// @return value what the contract itself gets
    function _pay(Payout memory payout, Task memory task, Result memory result, uint256 n)
        private
        pure
        returns (uint256 value)
    {
        uint256 fee = Fees.fee(result.status, result.gasUsed, task.gasPrice);
        (uint256 toSubmitter, uint256 held, uint256 back, uint256 toPot) = Fees.tips(result.status, task.tip);
        uint256 cost = uint256(task.gasLimit) * task.gasPrice;
        uint256 refund = cost - fee + back;
        // Unchecked: no sum of a receipt's money reaches 2^168.
        unchecked {
            uint256 perSeat = fee / n;
            toPot += fee - perSeat * n;
            payout.perSeat += perSeat;
            payout.tip += toSubmitter;
            payout.toPot += toPot;
            // Every branch ends with what was locked: the bank pays whatever it is told to.
            assert(perSeat * n + refund + toSubmitter + held + toPot == cost + task.tip);
            if (result.status == RESULT_OK) value = task.value;
            else refund += task.value;
            // Neighbours of one payer are paid at once.
            address payer = _payer(task);
            uint256 used = payout.used;
            if (used != 0 && payout.accounts[used - 1] == payer) {
                payout.amounts[used - 1] += refund;
            } else {
                payout.accounts[used] = payer;
                payout.amounts[used] = refund;
                payout.used = used + 1;
            }
        }
    }

    /// Ends overdue tasks at the head of their contract's order, and overdue reads in any. Where no seat is liable the base fee
    /// goes to the pot.
    function expire(Task[] calldata headers) external unlocked {
        if (headers.length == 0 || headers.length > BATCH_MAX) revert OutOfRange("count", 1, BATCH_MAX);
        Task memory task;
        for (uint256 i = 0; i < headers.length; ++i) {
            TaskHash.load(headers[i], task);
            bytes32 taskId = _idOf(task);
            HeadWord head = heads[task.contractId].word;
            uint56 seq = head.doneSeq();
            TaskWord word = _created(taskId, seq);
            bool read = task.fn >= READ_FN;
            if (read) seq = word.seqOf();
            else if (word.seqOf() != seq) revert WrongSeq(seq, word.seqOf());
            if (block.timestamp <= task.deadline) revert NotExpired(task.deadline);
            uint32 liable = 0;
            // With less than a grace nobody answers: a deadline that none can meet would buy a free refund, and blame.
            if (task.deadline >= uint256(word.createdAt()) + graceSeconds) {
                liable = word.liable() ? type(uint32).max : word.acked();
            }
            uint256 base = liable == 0 ? uint256(BASE_GAS) * task.gasPrice : 0;
            uint256 refund = Fees.cost(task.gasLimit, task.gasPrice, task.tip) - base + task.value;
            words[taskId] = TaskWord.wrap(TASK_EXPIRED);
            if (!read) heads[task.contractId].word = head.ended(1);
            bank.release(_payer(task), refund, base);
            emit Expired(task.contractId, taskId, seq, liable, refund);
        }
    }
}
