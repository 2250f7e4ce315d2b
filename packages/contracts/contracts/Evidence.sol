// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Committee} from "./Types.sol";
import {ICommittees} from "./interfaces/ICommittees.sol";
import {IStake} from "./interfaces/IStake.sol";
import {Domain} from "./libraries/Domain.sol";
import {Accused, Judgement, SignedOnce, TwiceSigned, Verdict, WrongOpening} from "./libraries/Judgement.sol";

/// Says of what was signed whether it shows that a seat of a committee lied. Committee, threshold and keys are those of the chain's own record, so nobody
/// has to be believed who the signers are. It keeps nothing and moves nothing: it judges, and fines nobody yet.
contract Evidence {
    ICommittees public immutable committees;
    IStake public immutable stake;
    /// The verifying contract of all that is signed.
    address public immutable tasks;

    constructor(address committees_, address stake_, address tasks_) {
        committees = ICommittees(committees_);
        stake = IStake(stake_);
        tasks = tasks_;
    }

    /// Two different records of one kind in one slot, both signed by the seat.
    function equivocation(bytes32 committeeId, uint8 seat, TwiceSigned kind, SignedOnce[2] calldata records)
        external
        view
        returns (Verdict)
    {
        return Judgement.equivocation(_accused(committeeId, seat), kind, records);
    }

    /// A chunk of the seat's vector of a round that contradicts what more than T others signed alike.
    function wrongOpening(bytes32 committeeId, uint8 seat, WrongOpening calldata opening)
        external
        view
        returns (Verdict)
    {
        return Judgement.wrongOpening(_accused(committeeId, seat), opening);
    }

    /// With the keys that the seats' nodes had in the epoch of the draw. A committee that was never drawn has no seats.
    function _accused(bytes32 committeeId, uint8 seat) private view returns (Accused memory) {
        Committee memory committee = committees.committeeOf(committeeId);
        address[] memory signers = stake.signersOf(committee.seats, committee.openedEpoch);
        return Accused(Domain.separator(tasks), committee.n, committee.T, signers, seat);
    }
}
