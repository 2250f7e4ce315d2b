// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "./Errors.sol";
import {
    COMMITTEE_RELEASED,
    COMMITTEE_SERVING,
    CONTRACT_NEW,
    Committee,
    Receipt,
    STANDBYS_MAX
} from "./Types.sol";
import {IClock} from "./interfaces/IClock.sol";
import {ICommittees, Quorum} from "./interfaces/ICommittees.sol";
import {IRandomness} from "./interfaces/IRandomness.sol";
import {IRegistry} from "./interfaces/IRegistry.sol";
import {IStake} from "./interfaces/IStake.sol";
import {ITasks} from "./interfaces/ITasks.sol";
import {Draw} from "./libraries/Draw.sol";
import {Signatures} from "./libraries/Signatures.sol";

/// Committees: drawn by stake once, from a seed that nobody knew when the contract registered, with standbys fixed at
/// the same draw. It also judges their signatures, for the keys hang on the epoch of the draw.
contract Committees is ICommittees {
    event CommitteeOpened(
        bytes32 indexed contractId,
        bytes32 indexed committeeId,
        uint16 generation,
        uint8 n,
        uint8 T,
        uint8 qHi,
        uint8 qLo,
        uint32 epochDrawn,
        uint8 replacements,
        uint32 tenureEnd,
        bytes32 seedBlockHash,
        uint32[] seats,
        uint32[] standbys
    );
    event CommitteeReleased(bytes32 indexed contractId, bytes32 indexed committeeId);

    bytes32 private constant DOMAIN = keccak256("enigma.committee.v1");
    uint256 private constant SEATS_PER_WORD = 8;

    struct Stored {
        bytes32 contractId;
        uint8 n;
        uint8 T;
        uint8 qHi;
        uint8 qLo;
        uint8 standbys;
        uint8 state;
        uint32 openedEpoch;
        uint32 tenureEnd;
        uint8 replacements;
        uint16 generation;
        /// Eight node indices a word, seats first, then standbys.
        uint256[5] nodes;
    }

    IStake public immutable stake;
    IRandomness public immutable randomness;
    IClock public immutable clock;
    IRegistry public immutable registry;
    ITasks public immutable tasks;
    /// Epochs after the end of a tenure before anyone may break a committee up.
    uint32 public immutable graceEpochs;

    mapping(bytes32 committeeId => Stored) private committees;

    constructor(
        address stake_,
        address randomness_,
        address clock_,
        address registry_,
        address tasks_,
        uint32 graceEpochs_
    ) {
        stake = IStake(stake_);
        randomness = IRandomness(randomness_);
        clock = IClock(clock_);
        registry = IRegistry(registry_);
        tasks = ITasks(tasks_);
        graceEpochs = graceEpochs_;
    }

    /// Draws a contract's committee, with the seed of an epoch later than the one in which the contract registered.
    function open(bytes32 contractId) external returns (bytes32 committeeId) {
        (, uint8 n, uint8 T, uint16 tenure, uint32 registeredEpoch) = registry.termsOf(contractId);
        (uint16 generation, uint8 status, bytes32 current) = tasks.generationOf(contractId);
        if (status != CONTRACT_NEW) revert NotServing(status);
        if (current != 0) revert WrongCommittee(current, 0);
        uint32 epoch = clock.epoch();
        if (epoch <= registeredEpoch) revert NotDrawable(registeredEpoch + 1);
        (bytes32 seed, bytes32 seedBlockHash) = _seed(epoch);
        uint32[] memory drawn = stake.draw(Draw.seedFor(seed, contractId, generation), n, STANDBYS_MAX);

        Stored memory record;
        record.contractId = contractId;
        record.n = n;
        record.T = T;
        record.qHi = uint8((uint256(n) + T + 2) / 2);
        record.qLo = T + 1;
        record.standbys = uint8(drawn.length - n);
        record.state = COMMITTEE_SERVING;
        record.openedEpoch = epoch;
        record.tenureEnd = epoch + tenure;
        record.generation = generation;
        for (uint256 i = 0; i < drawn.length; ++i) {
            record.nodes[i / SEATS_PER_WORD] |= uint256(drawn[i]) << (32 * (i % SEATS_PER_WORD));
        }
        (uint32[] memory seats, uint32[] memory standbys) = _split(record);
        committeeId = idOf(contractId, generation, epoch, 0, seedBlockHash, seats);
        _store(committeeId, record, drawn.length);
        stake.seated(seats, record.tenureEnd);
        tasks.seat(contractId, committeeId);
        emit CommitteeOpened(
            contractId,
            committeeId,
            generation,
            n,
            T,
            record.qHi,
            record.qLo,
            epoch,
            0,
            record.tenureEnd,
            seedBlockHash,
            seats,
            standbys
        );
    }

    /// A committee whose tenure ended long ago no longer binds its nodes: the contract is lost, the seats are given back.
    function forceLeave(bytes32 contractId) external {
        (,, bytes32 committeeId) = tasks.generationOf(contractId);
        uint32 until = committees[committeeId].tenureEnd + graceEpochs;
        if (committees[committeeId].state != COMMITTEE_SERVING) revert UnknownContract(contractId);
        if (clock.epoch() <= until) revert TenureNotOver(until);
        tasks.lose(contractId);
        _release(committeeId);
    }

    function release(bytes32 committeeId) external override {
        if (msg.sender != address(tasks)) revert Unauthorised(msg.sender);
        _release(committeeId);
    }

    function replace(bytes32, uint8, bytes calldata, bytes calldata) external pure {
        revert NotYet("replace");
    }

    function handover(Receipt calldata, bytes calldata, bytes calldata) external pure {
        revert NotYet("handover");
    }

    /// Reverts unless every seat of `bitmap` signed `digest`, in the order of the bits, with the key of its node in the
    /// epoch of the draw. How many are enough is the caller's question.
    function verify(bytes32 committeeId, bytes32 digest, uint32 bitmap, bytes calldata sigs)
        external
        view
        override
        returns (Quorum memory quorum)
    {
        Stored storage record = committees[committeeId];
        (quorum.n, quorum.qHi, quorum.qLo) = (record.n, record.qHi, record.qLo);
        if (uint256(bitmap) >> quorum.n != 0) revert BadSeatSignature(quorum.n);
        uint256 count = 0;
        for (uint256 bits = bitmap; bits != 0; bits &= bits - 1) ++count;
        if (sigs.length != 64 * count) revert QuorumNotMet(sigs.length / 64, count);
        quorum.nodes = new uint32[](count);
        uint256 k = 0;
        uint256 word = 0;
        for (uint256 i = 0; i < quorum.n; ++i) {
            if (i % SEATS_PER_WORD == 0) word = record.nodes[i / SEATS_PER_WORD];
            if ((bitmap >> i) & 1 == 1) quorum.nodes[k++] = uint32(word >> (32 * (i % SEATS_PER_WORD)));
        }
        address[] memory signers = stake.signersOf(quorum.nodes, record.openedEpoch);
        k = 0;
        for (uint256 i = 0; i < quorum.n; ++i) {
            if ((bitmap >> i) & 1 == 0) continue;
            address signer = Signatures.recover(
                digest, bytes32(sigs[64 * k:64 * k + 32]), bytes32(sigs[64 * k + 32:64 * k + 64])
            );
            if (signer == address(0) || signer != signers[k]) revert BadSeatSignature(i);
            ++k;
        }
    }

    function committeeOf(bytes32 committeeId) external view returns (Committee memory out) {
        Stored memory record = committees[committeeId];
        out.contractId = record.contractId;
        out.generation = record.generation;
        (out.n, out.T, out.qHi, out.qLo) = (record.n, record.T, record.qHi, record.qLo);
        (out.state, out.openedEpoch, out.tenureEnd) = (record.state, record.openedEpoch, record.tenureEnd);
        out.replacements = record.replacements;
        (out.seats, out.standbys) = _split(record);
    }

    function idOf(
        bytes32 contractId,
        uint16 generation,
        uint32 epochDrawn,
        uint8 replacements,
        bytes32 seedBlockHash,
        uint32[] memory seats
    ) public pure returns (bytes32) {
        // Four bytes an index, without padding.
        bytes memory packed = new bytes(4 * seats.length);
        for (uint256 i = 0; i < seats.length; ++i) {
            for (uint256 j = 0; j < 4; ++j) packed[4 * i + j] = bytes1(uint8(seats[i] >> (24 - 8 * j)));
        }
        return keccak256(
            abi.encode(DOMAIN, contractId, generation, epochDrawn, replacements, seedBlockHash, keccak256(packed))
        );
    }

    function _seed(uint32 epoch) private view returns (bytes32 seed, bytes32 seedBlockHash) {
        uint64 seedBlock;
        (seed, seedBlock) = randomness.seedOf(epoch);
        // Zero in the seed's own block and again 256 blocks later; then the next epoch's seed serves.
        seedBlockHash = blockhash(seedBlock);
        if (seedBlockHash == 0) revert SeedBlockGone(seedBlock);
    }

    function _store(bytes32 committeeId, Stored memory record, uint256 drawn) private {
        Stored storage slot = committees[committeeId];
        slot.contractId = record.contractId;
        (slot.n, slot.T, slot.qHi, slot.qLo) = (record.n, record.T, record.qHi, record.qLo);
        (slot.standbys, slot.state, slot.generation) = (record.standbys, record.state, record.generation);
        (slot.openedEpoch, slot.tenureEnd) = (record.openedEpoch, record.tenureEnd);
        for (uint256 i = 0; i * SEATS_PER_WORD < drawn; ++i) slot.nodes[i] = record.nodes[i];
    }

    function _release(bytes32 committeeId) private {
        Stored storage record = committees[committeeId];
        record.state = COMMITTEE_RELEASED;
        (uint32[] memory seats,) = _split(record);
        stake.unseated(seats);
        emit CommitteeReleased(record.contractId, committeeId);
    }

    function _split(Stored memory record) private pure returns (uint32[] memory seats, uint32[] memory standbys) {
        seats = new uint32[](record.n);
        standbys = new uint32[](record.standbys);
        for (uint256 i = 0; i < uint256(record.n) + record.standbys; ++i) {
            uint32 node = uint32(record.nodes[i / SEATS_PER_WORD] >> (32 * (i % SEATS_PER_WORD)));
            if (i < record.n) seats[i] = node;
            else standbys[i - record.n] = node;
        }
    }
}
