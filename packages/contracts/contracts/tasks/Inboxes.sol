// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "../Errors.sol";
import "../Types.sol";
import {TaskStore} from "./TaskStore.sol";

/// Each contract's inbox: a hash chain of entries, and, in the same word, when the contract must have begun.
abstract contract Inboxes is TaskStore {
    event InputsAppended(
        bytes32 indexed contractId, uint64 first, uint64 count, bytes32 head, uint64 height, bytes[] bodies
    );

    struct StoredInbox {
        bytes32 head;
        uint64 count;
        uint48 lastBlock;
        /// The last block in which GENESIS, or before it a committee, may come.
        uint48 newUntilBlock;
        /// Of the contract's terms, kept here for one read.
        uint96 appendFee;
    }

    bytes32 private constant LEAF = keccak256("enigma.inbox.leaf.v1");

    mapping(bytes32 contractId => StoredInbox) internal inboxes;

    /// Appends entries to a contract's inbox. The chain checks length and fee; what an entry is worth, the nodes judge by
    /// public data. Whole bodies go into the log, so that no calldata need be kept.
    function append(bytes32 contractId, bytes[] calldata bodies) external unlocked {
        uint8 status = heads[contractId].word.status();
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
                abi.encode(LEAF, contractId, first + i, block.number, address(bytes20(body[0:20])), keccak256(body))
            );
            head = keccak256(abi.encode(head, leaf));
        }
        inbox.head = head;
        inbox.count = first + uint64(bodies.length);
        inbox.lastBlock = uint48(block.number);
        uint256 fee = uint256(inbox.appendFee) * bodies.length;
        if (fee != 0) bank.charge(msg.sender, fee);
        emit InputsAppended(contractId, first, uint64(bodies.length), head, uint64(block.number), bodies);
    }
}
