// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "../Errors.sol";
import "../Types.sol";
import {Acks} from "../libraries/Acks.sol";
import {Fees} from "../libraries/Fees.sol";
import {HeadWord} from "../libraries/HeadWord.sol";
import {OrderLog} from "../libraries/OrderLog.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {TaskHash} from "../libraries/TaskHash.sol";
import {createdWord} from "../libraries/TaskWord.sol";
import {TaskStore} from "./TaskStore.sol";

/// How a task comes to be: created by its sender or in his name, or triggered by a contract's schedule.
abstract contract Creation is TaskStore {
    /// @param order header and body, as OrderLog lays them out
    event TaskCreated(bytes32 indexed contractId, bytes32 indexed taskId, uint56 seq, bytes order);
    event OrderSkipped(uint8 index, uint8 code);
    event NoncesCancelled(address indexed sender, uint256 word, uint256 mask);

    /// Spent nonces, 256 of a sender's in a word.
    struct Nonces {
        uint256 spent;
    }

    mapping(address sender => mapping(uint256 word => Nonces)) public nonces;

    /// Creates a task of the caller's own, whom nobody else pays for.
    /// @param body empty, or the preimage of bodyHash, which makes the committee answerable for the task
    function createOwn(Task calldata header, bytes calldata body) external unlocked returns (bytes32) {
        bytes calldata none = msg.data[0:0];
        return _create(TaskHash.read(header), body, none, none, none);
    }

    /// Creates a task. The header's sender calls it, or has signed the header; so has the payer, if that is somebody else.
    /// @param acks empty, or a bitmap of seats (4 bytes) and a signature of each over Ack
    function create(
        Task calldata header,
        bytes calldata body,
        bytes calldata senderSig,
        bytes calldata payerSig,
        bytes calldata acks
    ) external unlocked returns (bytes32) {
        return _create(TaskHash.read(header), body, senderSig, payerSig, acks);
    }

    function _create(
        Task memory task,
        bytes calldata body,
        bytes calldata senderSig,
        bytes calldata payerSig,
        bytes calldata acks
    ) private returns (bytes32) {
        (uint8 code, bytes32 taskId, uint256 have) = _enter(task, body, senderSig, payerSig, acks);
        if (code == ORDER_BALANCE) revert InsufficientBalance(have, _locked(task));
        if (code != 0) _refuse(code, task);
        return taskId;
    }

    /// Creates what can be created of a relayer's orders; for each other it says why not. One spent nonce must not take
    /// 63 neighbours with it.
    /// @param sigs two for each order, the sender's and the payer's
    function createMany(Task[] calldata orders, bytes[] calldata bodies, bytes[] calldata sigs) external unlocked {
        uint256 count = orders.length;
        if (count == 0 || count > BATCH_MAX) revert OutOfRange("count", 1, BATCH_MAX);
        if (bodies.length != count || sigs.length != 2 * count) revert OutOfRange("sigs", 2 * count, 2 * count);
        Task memory task;
        for (uint256 i = 0; i < count; ++i) {
            TaskHash.load(orders[i], task);
            (uint8 code,,) = _enter(task, bodies[i], sigs[2 * i], sigs[2 * i + 1], msg.data[0:0]);
            if (code != 0) emit OrderSkipped(uint8(i), code);
        }
    }

    /// Creates the task of a scheduled function, once its block is past. Anyone may call; there is one such task, ever.
    function trigger(bytes32 contractId, bytes4 fn, uint64 height) external unlocked returns (bytes32 taskId) {
        Schedule memory schedule = registry.scheduleOf(contractId, fn, height);
        // Entries of the block `height` itself still count, so the task cannot be in it.
        if (block.number <= height) revert NotDue(height);
        Task memory task;
        task.contractId = contractId;
        task.fn = fn;
        task.bodyHash = TaskHash.scheduledBodyHash(height);
        task.sender = TaskHash.account(contractId);
        task.payer = task.sender;
        task.nonce = height;
        task.gasLimit = schedule.gasLimit;
        task.gasPrice = schedule.gasPrice;
        task.tip = schedule.tip;
        task.deadline = uint40(block.timestamp) + schedule.windowSeconds;
        taskId = _idOf(task);
        StoredHead storage head = heads[contractId];
        HeadWord word = head.word;
        _checkServing(contractId, word);
        (Nonces storage nonce, uint256 bit) = _nonce(task.sender, height);
        if (nonce.spent & bit != 0) revert NonceUsed(task.sender, height);
        uint256 amount = Fees.escrow(task.gasLimit, task.gasPrice, task.tip);
        (bool done, uint256 have) = bank.lock(task.sender, amount);
        if (!done) revert InsufficientBalance(have, amount);
        nonce.spent |= bit;
        uint56 seq = _record(contractId, fn, head, word, taskId, true, 0);
        emit TaskCreated(contractId, taskId, seq, OrderLog.packScheduled(task, height));
    }

    function cancelNonces(uint256 word, uint256 mask) external unlocked {
        nonces[msg.sender][word].spent |= mask;
        emit NoncesCancelled(msg.sender, word, mask);
    }

    /// Judges an order, then takes the money, a nonce and a seq, or nothing. The last code that can be is ORDER_BALANCE.
    /// @return code 0, or why
    /// @return taskId the order's
    /// @return have what the payer has
    function _enter(
        Task memory task,
        bytes calldata body,
        bytes calldata senderSig,
        bytes calldata payerSig,
        bytes calldata acks
    ) private returns (uint8 code, bytes32 taskId, uint256 have) {
        taskId = _idOf(task);
        StoredHead storage head = heads[task.contractId];
        HeadWord word = head.word;
        (Nonces storage nonce, uint256 bit) = _nonce(task.sender, task.nonce);
        uint256 spent = nonce.spent;
        code = _flaw(word, spent & bit != 0, task, taskId, body, senderSig, payerSig);
        if (code != 0) return (code, taskId, 0);
        uint32 acked = 0;
        if (acks.length != 0) {
            acked = Acks.check(committees, head.committeeId, domainSeparator(), taskId, task.bodyHash, acks);
        }
        bool done;
        (done, have) = bank.lock(_payer(task), _locked(task));
        if (!done) return (ORDER_BALANCE, taskId, have);
        nonce.spent = spent | bit;
        uint56 seq = _record(task.contractId, task.fn, head, word, taskId, body.length != 0, acked);
        emit TaskCreated(task.contractId, taskId, seq, OrderLog.pack(task, body));
    }

    /// A task takes its place at the end of the queue, a read among the reads.
    function _record(
        bytes32 contractId,
        bytes4 fn,
        StoredHead storage head,
        HeadWord word,
        bytes32 taskId,
        bool withBody,
        uint32 acks
    ) private returns (uint56 seq) {
        if (fn >= READ_FN) {
            uint40 reads = head.reads;
            seq = uint56(READ_SEQ + reads);
            head.reads = reads + 1;
        } else {
            seq = word.nextSeq();
            head.word = word.created();
        }
        words[taskId] = createdWord(contractId, seq, withBody, acks);
    }

    /// What is wrong with an order, 0 for nothing. `create` and `createMany` judge by it alike.
    function _flaw(
        HeadWord head,
        bool spent,
        Task memory task,
        bytes32 taskId,
        bytes calldata body,
        bytes calldata senderSig,
        bytes calldata payerSig
    ) private view returns (uint8) {
        if (task.grantsHash != 0) return ORDER_NOT_YET;
        if (task.deadline <= block.timestamp || task.deadline > block.timestamp + taskSecondsMax) return ORDER_DEADLINE;
        if (task.gasLimit < BASE_GAS) return ORDER_GAS_LIMIT;
        uint8 status = head.status();
        if (status != CONTRACT_SERVING) {
            if (status == CONTRACT_NONE) return ORDER_UNKNOWN_CONTRACT;
            return status == CONTRACT_DEGRADED ? ORDER_DEGRADED : ORDER_NOT_SERVING;
        }
        if (task.gasPrice < head.price()) return ORDER_PRICE;
        if (Fees.cost(task.gasLimit, task.gasPrice, task.tip) > type(uint96).max) return ORDER_ESCROW;
        if (spent) return ORDER_NONCE;
        if (!_isCallable(task.callback, task.callbackGas)) return ORDER_CALLBACK;
        if (body.length != 0) {
            if (body.length > BODY_BYTES_MAX) return ORDER_BODY_LENGTH;
            if (keccak256(body) != task.bodyHash) return ORDER_BODY_HASH;
        }
        if (task.sender != msg.sender && !Signatures.isSignedBy(task.sender, taskId, senderSig)) return ORDER_SENDER;
        address payer = _payer(task);
        if (payer != msg.sender && payer != task.sender && !Signatures.isSignedBy(payer, taskId, payerSig)) {
            return ORDER_PAYER;
        }
        return 0;
    }

    /// The same with the facts that somebody needs to act on it.
    function _refuse(uint8 code, Task memory task) private view {
        if (code == ORDER_NOT_YET) revert NotYet("grantsHash");
        if (code == ORDER_DEADLINE) revert DeadlineOutOfRange(block.timestamp + 1, block.timestamp + taskSecondsMax);
        if (code == ORDER_GAS_LIMIT) revert OutOfRange("gasLimit", BASE_GAS, type(uint64).max);
        HeadWord head = heads[task.contractId].word;
        _checkServing(task.contractId, head);
        if (code == ORDER_PRICE) revert PriceTooLow(head.price(), task.gasPrice);
        if (code == ORDER_ESCROW) revert EscrowOverflow();
        if (code == ORDER_NONCE) revert NonceUsed(task.sender, task.nonce);
        if (code == ORDER_CALLBACK) revert BadCallback(task.callback, task.callbackGas);
        if (code == ORDER_BODY_LENGTH) revert OutOfRange("body", 0, BODY_BYTES_MAX);
        if (code == ORDER_BODY_HASH) revert WrongHash("body");
        revert BadSignature(code == ORDER_SENDER ? task.sender : _payer(task));
    }

    function _checkServing(bytes32 contractId, HeadWord head) private pure {
        uint8 status = head.status();
        if (status == CONTRACT_NONE) revert UnknownContract(contractId);
        if (status == CONTRACT_DEGRADED) revert Degraded();
        if (status != CONTRACT_SERVING) revert NotServing(status);
    }

    function _nonce(address sender, uint64 nonce) private view returns (Nonces storage word, uint256 bit) {
        return (nonces[sender][nonce >> 8], 1 << (nonce & 0xff));
    }

    function _locked(Task memory task) internal pure returns (uint256) {
        // Below 2^162.
        unchecked {
            return Fees.cost(task.gasLimit, task.gasPrice, task.tip) + task.value;
        }
    }

    /// No callback, or one with gas at somebody who is none of us.
    function _isCallable(address target, uint256 gas_) private view returns (bool) {
        if (target == address(0)) return gas_ == 0;
        if (gas_ == 0 || gas_ > CALLBACK_GAS_MAX) return false;
        if (target == address(this) || target == address(bank) || target == address(stake) || target == token) return false;
        return target != address(committees) && target != address(registry) && target != remedies && target != clock;
    }
}
