// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TASK_CREATED, TASK_SETTLED} from "../Types.sol";

/// A task's one word, from the low bits up. What it does not hold is in the header, which is passed again whenever it
/// matters and recognised by the task's id.
/// Created: status 8 | liable 8 | seq 40 | createdAt 40 | acked seats 32 | the contract's key 128.
/// Settled, the first task of its receipt: status 8 | paid seats 32 | settledAt 40 | the receipt digest's upper 176 bits.
/// The receipt's other tasks keep the word that they had: one whose seq is done, and that did not expire, is settled. Other
/// reads of a receipt keep theirs with the status Settled, for no seq that is done says it of them.
/// Opened: either of these with that status. Expired: status 8.
type TaskWord is uint256;

using {
    statusOf,
    liable,
    seqOf,
    createdAt,
    contractKey,
    doneBefore,
    acked,
    withAcked,
    withLiable,
    paid,
    settledAt,
    withPaid,
    withStatus,
    isOf
} for TaskWord global;

uint256 constant DIGEST_SHIFT = 80;

/// The first half of a contract's id, by which a task's word names it.
function keyOf(bytes32 contractId) pure returns (bytes16) {
    return bytes16(contractId);
}

function createdWord(bytes32 contractId, uint256 seq, bool withBody, uint32 acks) view returns (TaskWord) {
    uint256 word = uint256(TASK_CREATED) | (withBody ? 1 << 8 : 0) | (seq << 16);
    word |= (uint256(uint40(block.timestamp)) << 56) | (uint256(acks) << 96);
    return TaskWord.wrap(word | uint256(bytes32(keyOf(contractId))));
}

function settledWord(bytes32 digest, uint32 bitmap) view returns (TaskWord) {
    uint256 word = uint256(TASK_SETTLED) | (uint256(bitmap) << 8) | (uint256(uint40(block.timestamp)) << 40);
    return TaskWord.wrap(word | ((uint256(digest) >> DIGEST_SHIFT) << DIGEST_SHIFT));
}

function statusOf(TaskWord word) pure returns (uint8) {
    return uint8(TaskWord.unwrap(word));
}

/// The body, or all that a body could say, is in the chain's own log: seats answer for not computing.
function liable(TaskWord word) pure returns (bool) {
    return (TaskWord.unwrap(word) >> 8) & 1 == 1;
}

function seqOf(TaskWord word) pure returns (uint56) {
    return uint40(TaskWord.unwrap(word) >> 16);
}

function createdAt(TaskWord word) pure returns (uint40) {
    return uint40(TaskWord.unwrap(word) >> 56);
}

function contractKey(TaskWord word) pure returns (bytes16) {
    return bytes16(bytes32(TaskWord.unwrap(word)));
}

/// The word with its status as it is where all tasks before `doneSeq` have ended.
function doneBefore(TaskWord word, uint256 doneSeq) pure returns (TaskWord) {
    return statusOf(word) == TASK_CREATED && seqOf(word) < doneSeq ? withStatus(word, TASK_SETTLED) : word;
}

/// The seats that said they hold the body, as a bitmap.
function acked(TaskWord word) pure returns (uint32) {
    return uint32(TaskWord.unwrap(word) >> 96);
}

function withAcked(TaskWord word, uint32 more) pure returns (TaskWord) {
    return TaskWord.wrap(TaskWord.unwrap(word) | (uint256(more) << 96));
}

function withLiable(TaskWord word) pure returns (TaskWord) {
    return TaskWord.wrap(TaskWord.unwrap(word) | (1 << 8));
}

/// The seats that have had their share of this receipt; of the receipt's first task alone, as the next two.
function paid(TaskWord word) pure returns (uint32) {
    return uint32(TaskWord.unwrap(word) >> 8);
}

function settledAt(TaskWord word) pure returns (uint40) {
    return uint40(TaskWord.unwrap(word) >> 40);
}

function withPaid(TaskWord word, uint32 bitmap) pure returns (TaskWord) {
    return TaskWord.wrap(TaskWord.unwrap(word) | (uint256(bitmap) << 8));
}

function withStatus(TaskWord word, uint8 status) pure returns (TaskWord) {
    return TaskWord.wrap((TaskWord.unwrap(word) & ~uint256(0xff)) | status);
}

/// Whether the task was settled by this receipt.
function isOf(TaskWord word, bytes32 digest) pure returns (bool) {
    return TaskWord.unwrap(word) >> DIGEST_SHIFT == uint256(digest) >> DIGEST_SHIFT;
}
