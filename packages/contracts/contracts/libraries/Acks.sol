// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OutOfRange, QuorumNotMet} from "../Errors.sol";
import {ICommittees, Quorum} from "../interfaces/ICommittees.sol";
import {Domain} from "./Domain.sol";
import {TaskHash} from "./TaskHash.sol";

/// Acknowledgements: a bitmap of seats (4 bytes) and a signature of each over Ack, lowest seat first.
library Acks {
    event BodyAcked(bytes32 indexed taskId, uint32 bitmap);

    /// The seats that acknowledged; fewer than could compute are none.
    function check(
        ICommittees committees,
        bytes32 committeeId,
        bytes32 domain,
        bytes32 taskId,
        bytes32 bodyHash,
        bytes calldata acks
    ) internal returns (uint32 bitmap) {
        if (acks.length < 4) revert OutOfRange("acks", 4, type(uint32).max);
        bitmap = uint32(bytes4(acks[0:4]));
        bytes32 digest = Domain.digest(domain, TaskHash.ackHash(taskId, bodyHash));
        Quorum memory quorum = committees.verify(committeeId, digest, bitmap, acks[4:]);
        if (quorum.nodes.length < quorum.qLo) revert QuorumNotMet(quorum.nodes.length, quorum.qLo);
        emit BodyAcked(taskId, bitmap);
    }
}
