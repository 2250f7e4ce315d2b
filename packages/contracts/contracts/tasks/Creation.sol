// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "../Errors.sol";
import "../Types.sol";
import {Acks} from "../libraries/Acks.sol";
import {Fees} from "../libraries/Fees.sol";
import {HeadWord} from "../libraries/HeadWord.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {TaskHash} from "../libraries/TaskHash.sol";
import {createdWord} from "../libraries/TaskWord.sol";
import {TaskStore} from "./TaskStore.sol";

/// How a task comes to be: created by its sender or in his name, or triggered by a contract's schedule.
abstract contract Creation is TaskStore {
    event TaskCreated(bytes32 indexed contractId, bytes32 indexed taskId, uint56 seq, Task header, bytes body);
    event OrderSkipped(uint8 index, uint8 code);
    event NoncesCancelled(address indexed sender, uint256 word, uint256 mask);

    mapping(address sender => mapping(uint256 word => uint256)) public nonces;

    /// Creates a task. The header's sender calls it, or has signed the header; so has the payer, if that is somebody else.
    /// @param body empty, or the preimage of bodyHash, which makes the committee answerable for the task
    /// @param acks empty, or a bitmap of seats (4 bytes) and a signature of each over Ack
    function create(
        Task calldata task,
        bytes calldata body,
        bytes calldata senderSig,
        bytes calldata payerSig,
        bytes calldata acks
    ) external unlocked returns (bytes32 taskId) {
        taskId = _idOf(task);
        uint8 code = _flaw(task, taskId, body, senderSig, payerSig);
        if (code != 0) _refuse(code, task);
        uint32 acked = 0;
        if (acks.length != 0) {
            bytes32 committeeId = heads[task.contractId].committeeId;
            acked = Acks.check(committees, committeeId, domainSeparator(), taskId, task.bodyHash, acks);
        }
        uint256 have;
        (code, have) = _enter(task, taskId, body, acked);
        if (code != 0) revert InsufficientBalance(have, _locked(task));
    }

    /// Creates what can be created of a relayer's orders; for each other it says why not. One spent nonce must not take
    /// 63 neighbours with it.
    /// @param sigs two for each order, the sender's and the payer's
    function createMany(Task[] calldata orders, bytes[] calldata bodies, bytes[] calldata sigs) external unlocked {
        uint256 count = orders.length;
        if (count == 0 || count > BATCH_MAX) revert OutOfRange("count", 1, BATCH_MAX);
        if (bodies.length != count || sigs.length != 2 * count) revert OutOfRange("sigs", 2 * count, 2 * count);
        for (uint256 i = 0; i < count; ++i) {
            Task calldata task = orders[i];
            bytes32 taskId = _idOf(task);
            uint8 code = _flaw(task, taskId, bodies[i], sigs[2 * i], sigs[2 * i + 1]);
            if (code == 0) (code,) = _enter(task, taskId, bodies[i], 0);
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
        taskId = _digest(TaskHash.structHashOf(task));
        HeadWord head = heads[contractId].word;
        _checkServing(contractId, head);
        if (_isSpent(task.sender, height)) revert NonceUsed(task.sender, height);
        uint256 amount = Fees.escrow(task.gasLimit, task.gasPrice, task.tip);
        (bool done, uint256 have) = bank.lock(task.sender, amount);
        if (!done) revert InsufficientBalance(have, amount);
        uint56 seq = _record(contractId, head, task.sender, height, taskId, true, 0);
        // The body of a scheduled task is its height, which everybody knows.
        emit TaskCreated(contractId, taskId, seq, task, abi.encode(height));
    }

    function cancelNonces(uint256 word, uint256 mask) external unlocked {
        nonces[msg.sender][word] |= mask;
        emit NoncesCancelled(msg.sender, word, mask);
    }

    /// Takes the money, then a nonce and a seq. The code is the last that can be wrong.
    function _enter(Task calldata task, bytes32 taskId, bytes calldata body, uint32 acks)
        private
        returns (uint8 code, uint256 have)
    {
        bool done;
        (done, have) = bank.lock(_payer(task), _locked(task));
        if (!done) return (ORDER_BALANCE, have);
        HeadWord head = heads[task.contractId].word;
        uint56 seq = _record(task.contractId, head, task.sender, task.nonce, taskId, body.length != 0, acks);
        emit TaskCreated(task.contractId, taskId, seq, task, body);
    }

    function _record(
        bytes32 contractId,
        HeadWord head,
        address sender,
        uint64 nonce,
        bytes32 taskId,
        bool withBody,
        uint32 acks
    ) private returns (uint56 seq) {
        nonces[sender][nonce >> 8] |= 1 << (nonce & 0xff);
        seq = head.nextSeq();
        heads[contractId].word = head.created();
        words[taskId] = createdWord(seq, withBody, acks);
    }

    /// What is wrong with an order, 0 for nothing. `create` and `createMany` judge by it alike.
    function _flaw(
        Task calldata task,
        bytes32 taskId,
        bytes calldata body,
        bytes calldata senderSig,
        bytes calldata payerSig
    ) private view returns (uint8) {
        if (task.grantsHash != 0) return ORDER_NOT_YET;
        if (task.deadline <= block.timestamp || task.deadline > block.timestamp + taskSecondsMax) return ORDER_DEADLINE;
        if (task.gasLimit < BASE_GAS) return ORDER_GAS_LIMIT;
        HeadWord head = heads[task.contractId].word;
        uint8 status = head.status();
        if (status != CONTRACT_SERVING) {
            if (status == CONTRACT_NONE) return ORDER_UNKNOWN_CONTRACT;
            return status == CONTRACT_DEGRADED ? ORDER_DEGRADED : ORDER_NOT_SERVING;
        }
        if (task.gasPrice < head.price()) return ORDER_PRICE;
        if (Fees.cost(task.gasLimit, task.gasPrice, task.tip) > type(uint96).max) return ORDER_ESCROW;
        if (_isSpent(task.sender, task.nonce)) return ORDER_NONCE;
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
    function _refuse(uint8 code, Task calldata task) private view {
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

    function _isSpent(address sender, uint64 nonce) private view returns (bool) {
        return (nonces[sender][nonce >> 8] >> (nonce & 0xff)) & 1 == 1;
    }

    function _locked(Task calldata task) internal pure returns (uint256) {
        return Fees.cost(task.gasLimit, task.gasPrice, task.tip) + task.value;
    }

    /// No callback, or one with gas at somebody who is none of us.
    function _isCallable(address target, uint256 gas_) private view returns (bool) {
        if (target == address(0)) return gas_ == 0;
        if (gas_ == 0 || gas_ > CALLBACK_GAS_MAX) return false;
        if (target == address(this) || target == address(bank) || target == address(stake) || target == token) return false;
        return target != address(committees) && target != address(registry) && target != remedies && target != clock;
    }
}
