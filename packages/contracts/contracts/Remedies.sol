// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "./Errors.sol";
import "./Types.sol";
import {IBank} from "./interfaces/IBank.sol";
import {ICommittees, Quorum} from "./interfaces/ICommittees.sol";
import {IGuard} from "./interfaces/IGuard.sol";
import {ITasks} from "./interfaces/ITasks.sol";
import {Acks} from "./libraries/Acks.sol";
import {Domain} from "./libraries/Domain.sol";
import {Fees} from "./libraries/Fees.sol";
import {ReceiptHash} from "./libraries/ReceiptHash.sol";
import {TaskHash} from "./libraries/TaskHash.sol";
import {TaskWord} from "./libraries/TaskWord.sol";

/// What somebody may do where the usual way failed: post a body that nodes do not take, show who has it, claim a share whose
/// signature was left out, declare a contract lost that never began. It keeps nothing itself; what it finds it tells Tasks,
/// which refuses it during a callback.
/// A seat answers for a task only if the body is in the chain's log, or if it signed that it has it together with enough
/// others to compute, and only if a grace was left to compute in.
contract Remedies {
    event BodyPosted(bytes32 indexed taskId, bytes body);
    event LateClaimed(bytes32 indexed receiptDigest, uint8 seat, uint32 node, uint256 amount);
    event LateSwept(bytes32 indexed receiptDigest, uint256 amount);

    IBank public immutable bank;
    ICommittees public immutable committees;
    ITasks public immutable tasks;
    uint40 public immutable graceSeconds;
    /// How long after settlement a seat whose signature was left out may claim its share.
    uint40 public immutable lateSeconds;

    /// It asks Tasks, which is asked anyway.
    modifier unlocked() {
        if (IGuard(address(tasks)).isClosed()) revert Reentered();
        _;
    }

    constructor(address bank_, address committees_, address tasks_, uint40 graceSeconds_, uint40 lateSeconds_) {
        bank = IBank(bank_);
        committees = ICommittees(committees_);
        tasks = ITasks(tasks_);
        graceSeconds = graceSeconds_;
        lateSeconds = lateSeconds_;
    }

    // ---- contracts that never began

    /// A contract whose first receipt did not come in time is lost; what was deposited for it goes back to its owner.
    /// @param receipt with `bitmap` and `sigs`: a GENESIS receipt that lacks seats, if one is known, so that the event
    /// names who was missing. With an empty bitmap nothing else of it is read, and all are.
    function declareLost(Receipt calldata receipt, uint32 bitmap, bytes calldata sigs) external unlocked {
        bytes32 contractId = receipt.contractId;
        (, uint8 status, bytes32 committeeId) = tasks.generationOf(contractId);
        if (status != CONTRACT_NEW) revert NotServing(status);
        uint48 until = tasks.newUntilBlockOf(contractId);
        if (block.number <= until) revert GenesisOpen(until);
        uint32 missing = 0;
        if (committeeId != 0) {
            if (bitmap != 0 && (receipt.kind != GENESIS || receipt.committeeId != committeeId)) {
                revert WrongCommittee(committeeId, receipt.committeeId);
            }
            bytes32 digest = Domain.digest(Domain.separator(address(tasks)), ReceiptHash.structHash(ReceiptHash.read(receipt)));
            Quorum memory quorum = committees.verify(committeeId, digest, bitmap, sigs);
            missing = uint32((1 << quorum.n) - 1) & ~bitmap;
        }
        tasks.lose(contractId, bitmap, missing);
        if (committeeId != 0) committees.release(contractId, committeeId);
    }

    // ---- bodies

    /// @param acks one for each task: a bitmap of seats (4 bytes) and a signature of each over Ack, lowest seat first
    function ackBodies(Task[] calldata headers, bytes[] calldata acks) external unlocked {
        uint256 count = headers.length;
        if (count == 0 || count > BATCH_MAX || acks.length != count) revert OutOfRange("count", 1, BATCH_MAX);
        bytes32 domain = Domain.separator(address(tasks));
        for (uint256 i = 0; i < count; ++i) {
            Task calldata task = headers[i];
            bytes32 taskId = Domain.digest(domain, TaskHash.structHash(TaskHash.read(task)));
            TaskWord word = _created(taskId);
            if (block.timestamp + graceSeconds > task.deadline) revert BodyLate(task.deadline);
            (,, bytes32 committeeId) = tasks.generationOf(task.contractId);
            uint32 acked = Acks.check(committees, committeeId, domain, taskId, task.bodyHash, acks[i]);
            tasks.mark(taskId, word.withAcked(acked));
        }
    }

    /// Puts a body into the chain's log. It must leave the committee the time of a grace to compute, or it would buy a free
    /// refund.
    function postBody(Task calldata task, bytes calldata body) external unlocked {
        bytes32 taskId = Domain.digest(Domain.separator(address(tasks)), TaskHash.structHash(TaskHash.read(task)));
        TaskWord word = _created(taskId);
        if (word.liable()) revert BodyKnown(taskId);
        if (block.timestamp + graceSeconds > task.deadline) revert BodyLate(task.deadline);
        if (body.length == 0 || body.length > BODY_BYTES_MAX) revert OutOfRange("body", 1, BODY_BYTES_MAX);
        if (keccak256(body) != task.bodyHash) revert WrongHash("body");
        tasks.mark(taskId, word.withLiable());
        emit BodyPosted(taskId, body);
    }

    function _created(bytes32 taskId) private view returns (TaskWord word) {
        word = TaskWord.wrap(tasks.wordOf(taskId));
        if (word.statusOf() == TASK_NONE) revert UnknownTask(taskId);
        if (word.statusOf() != TASK_CREATED) revert AlreadyEnded(word.statusOf());
    }

    // ---- late shares

    /// Pays a seat that was left out, on its own signature of the receipt; also the proof that it took part. What a share is
    /// worth follows from headers and results, and who has been paid is in the word of the receipt's first task, so that
    /// settling stores nothing for this.
    function claimLate(
        Receipt calldata receipt,
        Task[] calldata headers,
        Result[] calldata results,
        uint8 seat,
        bytes calldata sig
    ) external unlocked {
        bytes32 domain = Domain.separator(address(tasks));
        (bytes32 digest, TaskWord word) = _settledBy(domain, receipt, headers, results);
        uint256 until = uint256(word.settledAt()) + lateSeconds;
        if (block.timestamp > until) revert ClaimOver(until);
        if (seat >= SEATS_MAX) revert OutOfRange("seat", 0, SEATS_MAX - 1);
        uint32 bit = uint32(1) << seat;
        if (word.paid() & bit != 0) revert AlreadyPaid(seat);
        Quorum memory quorum = committees.verify(receipt.committeeId, digest, bit, sig);
        tasks.mark(results[0].taskId, word.withPaid(bit));
        uint256 amount = _share(domain, headers, results, quorum.n);
        bank.payLate(quorum.nodes[0], amount, 0);
        emit LateClaimed(digest, seat, quorum.nodes[0], amount);
    }

    /// Gives the pot what nobody claimed. Had it gone to payer or peers, somebody would gain by leaving out a signature.
    function sweepLate(Receipt calldata receipt, Task[] calldata headers, Result[] calldata results) external unlocked {
        bytes32 domain = Domain.separator(address(tasks));
        (bytes32 digest, TaskWord word) = _settledBy(domain, receipt, headers, results);
        uint256 until = uint256(word.settledAt()) + lateSeconds;
        if (block.timestamp <= until) revert ClaimOpen(until);
        uint256 n = committees.verify(receipt.committeeId, digest, 0, msg.data[0:0]).n;
        uint32 all = uint32((1 << n) - 1);
        uint256 unpaid = 0;
        for (uint256 bits = all & ~word.paid(); bits != 0; bits &= bits - 1) ++unpaid;
        if (unpaid == 0) revert AlreadyPaid(n);
        tasks.mark(results[0].taskId, word.withPaid(all));
        uint256 amount = _share(domain, headers, results, n) * unpaid;
        bank.payLate(0, 0, amount);
        emit LateSwept(digest, amount);
    }

    /// The word of the receipt's first task, which says who has been paid.
    function _settledBy(bytes32 domain, Receipt calldata receipt, Task[] calldata headers, Result[] calldata results)
        private
        view
        returns (bytes32 digest, TaskWord word)
    {
        if (headers.length == 0 || headers.length != receipt.count || results.length != headers.length) {
            revert WrongReceipt("count");
        }
        if (ReceiptHash.resultsRoot(ReceiptHash.readAll(results)) != receipt.resultsRoot) revert WrongReceipt("resultsRoot");
        digest = Domain.digest(domain, ReceiptHash.structHash(ReceiptHash.read(receipt)));
        bytes32 first = results[0].taskId;
        word = TaskWord.wrap(tasks.wordOf(first));
        uint8 status = word.statusOf();
        if (status != TASK_SETTLED && status != TASK_OPENED) revert UnknownTask(first);
        if (!word.isOf(digest)) revert WrongReceipt("digest");
    }

    function _share(bytes32 domain, Task[] calldata headers, Result[] calldata results, uint256 n)
        private
        pure
        returns (uint256 sum)
    {
        for (uint256 i = 0; i < headers.length; ++i) {
            bytes32 taskId = Domain.digest(domain, TaskHash.structHash(TaskHash.read(headers[i])));
            if (taskId != results[i].taskId) revert WrongTask(taskId, results[i].taskId);
            sum += Fees.fee(results[i].status, results[i].gasUsed, headers[i].gasPrice) / n;
        }
    }
}
