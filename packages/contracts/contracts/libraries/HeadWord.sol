// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {READ_SEQ} from "../Types.sol";

/// All of a contract's head that changes with each task, in one word, so that a call reads it once and writes it once:
/// nextSeq 40 | doneSeq 40 | version 40 | generation 16 | attempt 8 | aborts 32 | status 8 | price 72, from the low bits up.
/// Counters that would overflow are refused by the checked additions below.
type HeadWord is uint256;

using {
    nextSeq,
    doneSeq,
    version,
    generation,
    attempt,
    aborts,
    status,
    price,
    withStatus,
    created,
    ended,
    received
} for HeadWord global;


function headWord(uint8 status_, uint72 price_) pure returns (HeadWord) {
    return HeadWord.wrap((uint256(status_) << 176) | (uint256(price_) << 184));
}

function nextSeq(HeadWord word) pure returns (uint56) {
    return uint40(HeadWord.unwrap(word));
}

function doneSeq(HeadWord word) pure returns (uint56) {
    return uint40(HeadWord.unwrap(word) >> 40);
}

function version(HeadWord word) pure returns (uint56) {
    return uint40(HeadWord.unwrap(word) >> 80);
}

function generation(HeadWord word) pure returns (uint16) {
    return uint16(HeadWord.unwrap(word) >> 120);
}

function attempt(HeadWord word) pure returns (uint16) {
    return uint8(HeadWord.unwrap(word) >> 136);
}

function aborts(HeadWord word) pure returns (uint32) {
    return uint32(HeadWord.unwrap(word) >> 144);
}

function status(HeadWord word) pure returns (uint8) {
    return uint8(HeadWord.unwrap(word) >> 176);
}

function price(HeadWord word) pure returns (uint72) {
    return uint72(HeadWord.unwrap(word) >> 184);
}

function withStatus(HeadWord word, uint8 status_) pure returns (HeadWord) {
    return HeadWord.wrap((HeadWord.unwrap(word) & ~(uint256(0xff) << 176)) | (uint256(status_) << 176));
}

/// One more task.
function created(HeadWord word) pure returns (HeadWord) {
    assert(nextSeq(word) < READ_SEQ - 1);
    return HeadWord.wrap(HeadWord.unwrap(word) + 1);
}

/// `count` tasks more at their end. doneSeq never passes nextSeq: each has a created task word.
function ended(HeadWord word, uint256 count) pure returns (HeadWord) {
    return HeadWord.wrap(HeadWord.unwrap(word) + (count << 40));
}

/// One receipt more, which came in its attempt after as many aborts; `state` = 1 where it makes a new version.
function received(HeadWord word, uint256 attempt_, uint256 state) pure returns (HeadWord) {
    uint256 sum = uint256(aborts(word)) + attempt_;
    assert(sum <= type(uint32).max && attempt_ <= type(uint8).max);
    uint256 kept = HeadWord.unwrap(word) & ~(uint256(type(uint40).max) << 136);
    return HeadWord.wrap((kept | (attempt_ << 136) | (sum << 144)) + (state << 80));
}
