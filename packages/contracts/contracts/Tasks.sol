// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import "./Errors.sol";
import "./Types.sol";
import {IBank} from "./interfaces/IBank.sol";
import {ICommittees, Quorum} from "./interfaces/ICommittees.sol";
import {IRegistry} from "./interfaces/IRegistry.sol";
import {IStake} from "./interfaces/IStake.sol";
import {ITasks} from "./interfaces/ITasks.sol";
import {Domain} from "./libraries/Domain.sol";
import {Fees} from "./libraries/Fees.sol";
import {ReceiptHash} from "./libraries/ReceiptHash.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {TaskHash} from "./libraries/TaskHash.sol";

/// The life of a task: created (or triggered), settled by its committee's receipt or expired, opened. It gives each
/// contract's tasks one order, holds each contract's head, and keeps its inbox as a hash chain.
/// A task is one word; its header is passed again whenever it matters, and recognised by its id.
contract Tasks is ITasks, EIP712 {
    event TaskCreated(bytes32 indexed contractId, bytes32 indexed taskId, uint56 seq, Task header, bytes body);
    event InputsAppended(
        bytes32 indexed contractId, uint64 first, uint64 count, bytes32 head, uint64 height, bytes[] bodies
    );
    event Settled(
        bytes32 indexed contractId,
        uint56 firstSeq,
        uint16 count,
        bytes32 receiptDigest,
        bytes32 newRoot,
        bytes32 resultsRoot,
        uint32 bitmap,
        Receipt receipt,
        Result[] results,
        bytes[] masked
    );
    event DegradedSet(bytes32 indexed contractId, uint56 firstSeq, uint32 bitmap);
    event Opened(bytes32 indexed taskId, uint32 index, bytes output);
    event Expired(bytes32 indexed contractId, bytes32 indexed taskId, uint56 seq, bool liability, uint96 refund);
    event NoncesCancelled(address indexed sender, uint256 word, uint256 mask);
    event Lost(bytes32 indexed contractId, bytes32 indexed committeeId, uint32 signed, uint32 missing);
    event DepositsReturned(bytes32 indexed contractId, address indexed to, uint256 amount);

    bytes32 private constant LEAF = keccak256("enigma.inbox.leaf.v1");
    /// The body, or all that a body could say, is in the chain's own log: seats answer for not computing.
    uint256 private constant LIABLE = 1;
    uint256 private constant DIGEST_BITS = 152;

    struct StoredInbox {
        bytes32 head;
        uint64 count;
        uint48 lastBlock;
        /// Of the contract's terms: the floor of a task's gasPrice, kept here for one read.
        uint96 price;
        /// The last block in which GENESIS, or before it a committee, may come.
        uint48 newUntilBlock;
    }

    IBank public immutable bank;
    ICommittees public immutable committees;
    IRegistry public immutable registry;
    uint40 public immutable taskSecondsMax;
    uint40 public immutable graceSeconds;
    uint48 public immutable genesisBlocks;
    uint48 public immutable drawBlocks;

    mapping(bytes32 contractId => Head) private heads;
    mapping(bytes32 contractId => StoredInbox) private inboxes;
    /// Created: status 8 | seq 56 | escrow 96 | deadline 40 | createdAt 40 | flags 16, from the low bits up.
    /// Settled: status 8 | held for the opener 96 | the receipt digest's upper 152 bits.
    mapping(bytes32 taskId => uint256) private words;
    mapping(address sender => mapping(uint256 word => uint256)) public nonces;

    /// @param settings taskSecondsMax, graceSeconds, handoverSeconds, disputeSeconds, genesisBlocks, drawBlocks
    constructor(address bank_, address stake_, address committees_, address registry_, uint40[6] memory settings)
        EIP712("Enigma", "1")
    {
        bank = IBank(bank_);
        committees = ICommittees(committees_);
        registry = IRegistry(registry_);
        taskSecondsMax = settings[0];
        graceSeconds = settings[1];
        genesisBlocks = settings[4];
        drawBlocks = settings[5];
        // Stake must still be there when the last thing that could cost it has happened.
        uint256 longest = uint256(settings[0]) + settings[1] + settings[2] + settings[3];
        if (longest > IStake(stake_).exitDelaySeconds()) revert BadDeployment("exitDelaySeconds");
    }

    // ---- creation

    /// Creates a task. The header's sender calls it, or has signed the header; so has the payer, if that is somebody else.
    /// @param body empty, or the preimage of bodyHash, which makes the committee answerable for the task
    function create(Task calldata task, bytes calldata body, bytes calldata senderSig, bytes calldata payerSig)
        external
        returns (bytes32 taskId)
    {
        if (task.value != 0) revert NotYet("value");
        if (task.grantsHash != 0) revert NotYet("grantsHash");
        if (task.callback != address(0)) revert NotYet("callback");
        if (task.callbackGas != 0) revert NotYet("callbackGas");
        uint256 min = block.timestamp + 1;
        uint256 max = block.timestamp + taskSecondsMax;
        if (task.deadline < min || task.deadline > max) revert DeadlineOutOfRange(min, max);
        if (task.gasLimit < BASE_GAS) revert OutOfRange("gasLimit", BASE_GAS, type(uint64).max);
        uint96 price = inboxes[task.contractId].price;
        if (task.gasPrice < price) revert PriceTooLow(price, task.gasPrice);
        taskId = _hashTypedDataV4(TaskHash.structHash(task));
        if (task.sender != msg.sender) _checkSigned(task.sender, taskId, senderSig);
        address payer = _payer(task);
        if (payer != msg.sender && payer != task.sender) _checkSigned(payer, taskId, payerSig);
        if (body.length != 0) {
            if (body.length > BODY_BYTES_MAX) revert OutOfRange("body", 0, BODY_BYTES_MAX);
            if (keccak256(body) != task.bodyHash) revert WrongHash("body");
        }
        uint56 seq = _enter(task, taskId, payer, body.length != 0);
        emit TaskCreated(task.contractId, taskId, seq, task, body);
    }

    /// Creates the task of a scheduled function, once its block is past. Anyone may call; there is one such task, ever.
    function trigger(bytes32 contractId, bytes4 fn, uint64 height) external returns (bytes32 taskId) {
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
        taskId = _hashTypedDataV4(TaskHash.structHash(task));
        uint56 seq = _enter(task, taskId, task.sender, true);
        // The body of a scheduled task is its height, which everybody knows.
        emit TaskCreated(contractId, taskId, seq, task, abi.encode(height));
    }

    function cancelNonces(uint256 word, uint256 mask) external {
        nonces[msg.sender][word] |= mask;
        emit NoncesCancelled(msg.sender, word, mask);
    }

    function _enter(Task memory task, bytes32 taskId, address payer, bool liable) private returns (uint56 seq) {
        Head storage head = heads[task.contractId];
        uint8 status = head.status;
        if (status == CONTRACT_NONE) revert UnknownContract(task.contractId);
        if (status == CONTRACT_DEGRADED) revert Degraded();
        if (status != CONTRACT_SERVING) revert NotServing(status);
        uint256 bit = 1 << (task.nonce & 0xff);
        uint256 used = nonces[task.sender][task.nonce >> 8];
        if (used & bit != 0) revert NonceUsed(task.sender, task.nonce);
        nonces[task.sender][task.nonce >> 8] = used | bit;
        seq = head.nextSeq;
        head.nextSeq = seq + 1;
        uint96 escrow = Fees.escrow(task.gasLimit, task.gasPrice, task.tip);
        words[taskId] = uint256(TASK_CREATED) | (uint256(seq) << 8) | (uint256(escrow) << 64)
            | (uint256(task.deadline) << 160) | (uint256(uint40(block.timestamp)) << 200) | ((liable ? LIABLE : 0) << 240);
        bank.lock(payer, escrow);
    }

    // ---- inbox

    /// Appends entries to a contract's inbox. The chain checks length and fee; what an entry is worth, the nodes judge by
    /// public data. Whole bodies go into the log, so that no calldata need be kept.
    function append(bytes32 contractId, bytes[] calldata bodies) external {
        uint8 status = heads[contractId].status;
        if (status == CONTRACT_NONE) revert UnknownContract(contractId);
        if (status != CONTRACT_SERVING && status != CONTRACT_DEGRADED) revert NotServing(status);
        if (bodies.length == 0 || bodies.length > BODIES_MAX) revert OutOfRange("bodies", 1, BODIES_MAX);
        StoredInbox storage inbox = inboxes[contractId];
        uint64 first = inbox.count;
        bytes32 head = inbox.head;
        for (uint256 i = 0; i < bodies.length; ++i) {
            bytes calldata body = bodies[i];
            if (body.length < ENTRY_BYTES_MIN || body.length > BODY_BYTES_MAX) {
                revert OutOfRange("entry", ENTRY_BYTES_MIN, BODY_BYTES_MAX);
            }
            bytes32 leaf = keccak256(
                abi.encode(
                    LEAF,
                    contractId,
                    first + i,
                    block.number,
                    address(bytes20(body[0:20])),
                    keccak256(body)
                )
            );
            head = keccak256(abi.encode(head, leaf));
        }
        inbox.head = head;
        inbox.count = first + uint64(bodies.length);
        inbox.lastBlock = uint48(block.number);
        uint256 fee = uint256(registry.appendFeeOf(contractId)) * bodies.length;
        if (fee != 0) bank.charge(msg.sender, fee);
        emit InputsAppended(contractId, first, uint64(bodies.length), head, uint64(block.number), bodies);
    }

    // ---- settlement

    /// Takes a committee's receipt: the first state of a contract (GENESIS), or the results of consecutive tasks.
    /// @param headers the tasks' headers as they were created, in order
    /// @param masked each task's masked output, the preimage of its maskedHash
    /// @param sigs 64 bytes for each seat of `bitmap`, in the order of the bits
    function settle(
        Receipt calldata receipt,
        Task[] calldata headers,
        Result[] calldata results,
        bytes[] calldata masked,
        uint32 bitmap,
        bytes calldata sigs
    ) external {
        Head storage head = heads[receipt.contractId];
        _checkReceipt(head, receipt);
        if (headers.length != receipt.count || results.length != receipt.count || masked.length != receipt.count) {
            revert WrongReceipt("count");
        }
        if (ReceiptHash.resultsRoot(results) != receipt.resultsRoot) revert WrongReceipt("resultsRoot");
        bytes32 digest = _hashTypedDataV4(ReceiptHash.structHash(receipt));
        Quorum memory quorum = committees.verify(receipt.committeeId, digest, bitmap, sigs);
        uint256 have = quorum.nodes.length;
        if (have < quorum.qLo) revert QuorumNotMet(have, quorum.qLo);
        bool degraded = have < quorum.qHi;

        if (receipt.kind == GENESIS) {
            if (degraded) revert QuorumNotMet(have, quorum.qHi);
            head.status = CONTRACT_SERVING;
        } else {
            uint256 createdAt = _settleTasks(receipt, headers, results, masked, quorum, digest);
            if (degraded) {
                if (block.timestamp < createdAt + graceSeconds) revert GraceNotOver(createdAt + graceSeconds);
                head.status = CONTRACT_DEGRADED;
                emit DegradedSet(receipt.contractId, receipt.firstSeq, bitmap);
            }
            head.doneSeq = receipt.firstSeq + receipt.count;
            head.version += 1;
        }
        head.attempt = receipt.attempt;
        head.aborts += receipt.attempt;
        head.stateRoot = receipt.newRoot;
        head.receiptHead = keccak256(abi.encode(head.receiptHead, digest));
        emit Settled(
            receipt.contractId,
            receipt.firstSeq,
            receipt.count,
            digest,
            receipt.newRoot,
            receipt.resultsRoot,
            bitmap,
            receipt,
            results,
            masked
        );
    }

    function _checkReceipt(Head storage head, Receipt calldata receipt) private view {
        uint8 status = head.status;
        if (receipt.committeeId != head.committeeId || receipt.committeeId == 0) {
            revert WrongCommittee(head.committeeId, receipt.committeeId);
        }
        if (receipt.generation != head.generation) revert WrongGeneration(head.generation, receipt.generation);
        if (receipt.kind == GENESIS) {
            if (status != CONTRACT_NEW) revert NotServing(status);
            uint48 until = inboxes[receipt.contractId].newUntilBlock;
            if (block.number > until) revert GenesisOver(until);
            if (receipt.count != 0) revert WrongReceipt("count");
        } else if (receipt.kind == TASKS) {
            if (status != CONTRACT_SERVING && status != CONTRACT_DEGRADED) revert NotServing(status);
            if (receipt.count == 0 || receipt.count > BATCH_MAX) revert OutOfRange("count", 1, BATCH_MAX);
        } else {
            revert NotYet("kind");
        }
        if (receipt.prevRoot != head.stateRoot) revert WrongRoot(head.stateRoot, receipt.prevRoot);
        if (receipt.firstSeq != head.doneSeq) revert WrongSeq(head.doneSeq, receipt.firstSeq);
        if (receipt.attempt >= ATTEMPTS_MAX) revert OutOfRange("attempt", 0, ATTEMPTS_MAX - 1);
        if ((receipt.attempt == 0) != (receipt.abortsHash == 0)) revert WrongReceipt("abortsHash");
    }

    /// Ends the tasks of a receipt and pays for them.
    /// @return createdAt when the last of them was created
    function _settleTasks(
        Receipt calldata receipt,
        Task[] calldata headers,
        Result[] calldata results,
        bytes[] calldata masked,
        Quorum memory quorum,
        bytes32 digest
    ) private returns (uint256 createdAt) {
        Payout memory payout;
        payout.nodes = quorum.nodes;
        payout.submitter = msg.sender;
        payout.payers = new address[](headers.length);
        payout.refunds = new uint96[](headers.length);
        for (uint256 i = 0; i < headers.length; ++i) {
            Task calldata task = headers[i];
            Result calldata result = results[i];
            // Seqs repeat between contracts: without this a committee could end, and be paid for, another contract's tasks.
            if (task.contractId != receipt.contractId) revert WrongReceipt("contractId");
            uint256 word = _created(task, result.taskId, uint256(receipt.firstSeq) + i);
            createdAt = uint40(word >> 200);
            if (block.timestamp > task.deadline) revert DeadlineOver(task.deadline);
            if (result.status < RESULT_OK || result.status > RESULT_NO_GRANT) revert WrongReceipt("status");
            if (result.gasUsed > task.gasLimit) revert WrongReceipt("gasUsed");
            if (masked[i].length > MASKED_BYTES_MAX) revert OutOfRange("masked", 0, MASKED_BYTES_MAX);
            if (keccak256(masked[i]) != result.maskedHash) revert WrongReceipt("maskedHash");
            uint96 held = _pay(payout, i, task, result, quorum.n);
            words[result.taskId] = uint256(TASK_SETTLED) | (uint256(held) << 8)
                | ((uint256(digest) >> (256 - DIGEST_BITS)) << (256 - DIGEST_BITS));
        }
        bank.settle(payout);
    }

    /// Adds one task to the payout. Each of the n seats has an equal share, the signers get theirs, and the shares of the
    /// others go to the pot with the remainder: nobody gains by leaving out a signature.
    function _pay(Payout memory payout, uint256 i, Task calldata task, Result calldata result, uint256 n)
        private
        pure
        returns (uint96)
    {
        uint256 fee = Fees.fee(result.status, result.gasUsed, task.gasPrice);
        uint256 perSeat = fee / n;
        (uint96 toSubmitter, uint96 held, uint96 back, uint96 toPot) = Fees.tips(result.status, task.tip);
        payout.perSeat += uint96(perSeat);
        payout.tip += toSubmitter;
        payout.toPot += uint96(fee - perSeat * payout.nodes.length) + toPot;
        payout.payers[i] = _payer(task);
        payout.refunds[i] = uint96(uint256(task.gasLimit) * task.gasPrice - fee) + back;
        return held;
    }

    /// Publishes a settled task's output in clear, on the word of T+1 of its committee's seats.
    /// @param index the task's place in its receipt
    function open(
        bytes32 taskId,
        uint32 index,
        bytes calldata output,
        Receipt calldata receipt,
        Result[] calldata results,
        uint32 bitmap,
        bytes calldata sigs
    ) external {
        uint256 word = words[taskId];
        if (uint8(word) == TASK_NONE) revert UnknownTask(taskId);
        if (uint8(word) != TASK_SETTLED) revert AlreadyEnded(uint8(word));
        if (output.length > OUTPUT_BYTES_MAX) revert OutOfRange("output", 0, OUTPUT_BYTES_MAX);
        bytes32 digest = _hashTypedDataV4(ReceiptHash.structHash(receipt));
        if (uint256(digest) >> (256 - DIGEST_BITS) != word >> (256 - DIGEST_BITS)) revert WrongReceipt("digest");
        if (index >= results.length || ReceiptHash.resultsRoot(results) != receipt.resultsRoot) {
            revert WrongReceipt("resultsRoot");
        }
        if (results[index].taskId != taskId) revert WrongTask(results[index].taskId, taskId);
        if (results[index].status != RESULT_OK) revert WrongReceipt("status");
        bytes32 opening = _hashTypedDataV4(ReceiptHash.openingHash(digest, index, keccak256(output)));
        Quorum memory quorum = committees.verify(receipt.committeeId, opening, bitmap, sigs);
        if (quorum.nodes.length < quorum.qLo) revert QuorumNotMet(quorum.nodes.length, quorum.qLo);
        uint96 held = uint96(word >> 8);
        words[taskId] = (word & ~uint256(type(uint104).max)) | TASK_OPENED;
        if (held != 0) bank.release(msg.sender, held, 0);
        emit Opened(taskId, index, output);
    }

    /// Ends overdue tasks at the head of their contract's order. Without liability the base fee goes to the pot.
    function expire(Task[] calldata headers) external {
        if (headers.length == 0 || headers.length > BATCH_MAX) revert OutOfRange("count", 1, BATCH_MAX);
        for (uint256 i = 0; i < headers.length; ++i) {
            Task calldata task = headers[i];
            Head storage head = heads[task.contractId];
            uint56 seq = head.doneSeq;
            bytes32 taskId = _hashTypedDataV4(TaskHash.structHash(task));
            uint256 word = _created(task, taskId, seq);
            if (block.timestamp <= task.deadline) revert NotExpired(task.deadline);
            bool liable = (word >> 240) & LIABLE != 0;
            uint96 escrow = uint96(word >> 64);
            uint96 base = liable ? 0 : uint96(uint256(BASE_GAS) * task.gasPrice);
            words[taskId] = TASK_EXPIRED;
            head.doneSeq = seq + 1;
            bank.release(_payer(task), escrow - base, base);
            emit Expired(task.contractId, taskId, seq, liable, escrow - base);
        }
    }

    /// A contract whose first receipt did not come in time is lost; what was deposited for it goes back to its owner.
    /// @param receipt with `bitmap` and `sigs`: a GENESIS receipt that lacks seats, if one is known, so that the event
    /// names who was missing. With an empty bitmap nothing else of it is read, and all are.
    function declareLost(Receipt calldata receipt, uint32 bitmap, bytes calldata sigs) external {
        bytes32 contractId = receipt.contractId;
        Head storage head = heads[contractId];
        if (head.status != CONTRACT_NEW) revert NotServing(head.status);
        uint48 until = inboxes[contractId].newUntilBlock;
        if (block.number <= until) revert GenesisOpen(until);
        head.status = CONTRACT_LOST;
        bytes32 committeeId = head.committeeId;
        uint32 missing = 0;
        if (committeeId != 0) {
            if (bitmap != 0 && (receipt.kind != GENESIS || receipt.committeeId != committeeId)) {
                revert WrongCommittee(committeeId, receipt.committeeId);
            }
            bytes32 digest = _hashTypedDataV4(ReceiptHash.structHash(receipt));
            Quorum memory quorum = committees.verify(committeeId, digest, bitmap, sigs);
            missing = uint32((1 << quorum.n) - 1) & ~bitmap;
            committees.release(committeeId);
        }
        emit Lost(contractId, committeeId, bitmap, missing);
        _returnDeposits(contractId);
    }

    /// Again, for what came after: refunds of expired tasks, late deposits.
    function returnDeposits(bytes32 contractId) external {
        if (heads[contractId].status != CONTRACT_LOST) revert NotServing(heads[contractId].status);
        _returnDeposits(contractId);
    }

    function _returnDeposits(bytes32 contractId) private {
        address owner = registry.ownerOf(contractId);
        emit DepositsReturned(contractId, owner, bank.sweep(TaskHash.account(contractId), owner));
    }

    // ---- what siblings say

    function enroll(bytes32 id, uint96 price) external override {
        if (msg.sender != address(registry)) revert Unauthorised(msg.sender);
        heads[id].status = CONTRACT_NEW;
        inboxes[id].price = price;
        inboxes[id].newUntilBlock = uint48(block.number) + drawBlocks;
    }

    function seat(bytes32 id, bytes32 committeeId) external override {
        if (msg.sender != address(committees)) revert Unauthorised(msg.sender);
        heads[id].committeeId = committeeId;
        inboxes[id].newUntilBlock = uint48(block.number) + genesisBlocks;
    }

    function lose(bytes32 id) external override {
        if (msg.sender != address(committees)) revert Unauthorised(msg.sender);
        heads[id].status = CONTRACT_LOST;
        emit Lost(id, heads[id].committeeId, 0, 0);
        _returnDeposits(id);
    }

    // ---- later

    function createMany(Task[] calldata, bytes calldata) external pure {
        revert NotYet("createMany");
    }

    function appendDigests(bytes32, bytes32[] calldata) external pure {
        revert NotYet("appendDigests");
    }

    function postBody(bytes32, bytes calldata) external pure {
        revert NotYet("postBody");
    }

    function ackBodies(bytes32[] calldata, bytes calldata) external pure {
        revert NotYet("ackBodies");
    }

    function claimLate(bytes32, uint8, bytes calldata) external pure {
        revert NotYet("claimLate");
    }

    function retryCallback(Task calldata, bytes calldata) external pure {
        revert NotYet("retryCallback");
    }

    // ---- reading

    function headOf(bytes32 contractId) external view returns (Head memory) {
        return heads[contractId];
    }

    function generationOf(bytes32 id) external view override returns (uint16, uint8, bytes32) {
        Head storage head = heads[id];
        return (head.generation, head.status, head.committeeId);
    }

    function inboxOf(bytes32 contractId) external view returns (Inbox memory) {
        StoredInbox storage inbox = inboxes[contractId];
        return Inbox(inbox.head, inbox.count, inbox.lastBlock);
    }

    function newUntilBlockOf(bytes32 contractId) external view returns (uint48) {
        return inboxes[contractId].newUntilBlock;
    }

    function statusOf(bytes32 taskId) external view returns (uint8) {
        return uint8(words[taskId]);
    }

    /// The whole word, as laid out above.
    function wordOf(bytes32 taskId) external view returns (uint256) {
        return words[taskId];
    }

    function taskIdOf(Task calldata task) external view returns (bytes32) {
        return _hashTypedDataV4(TaskHash.structHash(task));
    }

    function domainSeparator() external view returns (bytes32) {
        return _domainSeparatorV4();
    }

    function accountOf(bytes32 contractId) external pure returns (address) {
        return TaskHash.account(contractId);
    }

    // ---- shared

    function _created(Task calldata task, bytes32 taskId, uint256 seq) private view returns (uint256 word) {
        bytes32 id = _hashTypedDataV4(TaskHash.structHash(task));
        if (id != taskId) revert WrongTask(id, taskId);
        word = words[taskId];
        if (uint8(word) == TASK_NONE) revert UnknownTask(taskId);
        if (uint8(word) != TASK_CREATED) revert AlreadyEnded(uint8(word));
        if (uint56(word >> 8) != seq) revert WrongSeq(seq, uint56(word >> 8));
    }

    function _payer(Task calldata task) private pure returns (address) {
        return task.payer == address(0) ? task.sender : task.payer;
    }

    /// A plain signature first, then ERC-1271: an account that delegates its code (EIP-7702) still signs with its key.
    function _checkSigned(address who, bytes32 digest, bytes calldata signature) private view {
        address recovered = Signatures.recover(digest, signature);
        if (recovered != address(0) && recovered == who) return;
        if (who.code.length == 0) revert BadSignature(who);
        if (!SignatureChecker.isValidERC1271SignatureNow(who, digest, signature)) revert BadSignature(who);
    }
}
