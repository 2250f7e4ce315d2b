// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "./Errors.sol";
import {Guard} from "./Guard.sol";
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
contract Committees is ICommittees, Guard {
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

    /// One word.
    struct Shape {
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
    }

    struct Stored {
        Shape shape;
        /// Eight node indices a word, seats first, then standbys.
        uint256[5] nodes;
    }

    IStake public immutable stake;
    IRandomness public immutable randomness;
    IClock public immutable clock;
    IRegistry public immutable registry;
    ITasks public immutable tasks;
    address public immutable remedies;
    /// Epochs after the end of a tenure before anyone may break a committee up.
    uint32 public immutable graceEpochs;

    mapping(bytes32 committeeId => Stored) private committees;

    constructor(
        address stake_,
        address randomness_,
        address clock_,
        address registry_,
        address tasks_,
        address remedies_,
        uint32 graceEpochs_
    ) {
        stake = IStake(stake_);
        randomness = IRandomness(randomness_);
        clock = IClock(clock_);
        registry = IRegistry(registry_);
        tasks = ITasks(tasks_);
        remedies = remedies_;
        graceEpochs = graceEpochs_;
    }

    /// Draws a contract's committee, with the seed of an epoch later than the one in which the contract registered.
    function open(bytes32 contractId) external unlocked returns (bytes32 committeeId) {
        (, uint8 n, uint8 T, uint16 tenure, uint32 registeredEpoch) = registry.termsOf(contractId);
        (uint16 generation, uint8 status, bytes32 current) = tasks.generationOf(contractId);
        if (status != CONTRACT_NEW) revert NotServing(status);
        if (current != 0) revert WrongCommittee(current, 0);
        uint32 epoch = clock.epoch();
        if (epoch <= registeredEpoch) revert NotDrawable(registeredEpoch + 1);
        (bytes32 seed, bytes32 seedBlockHash) = _seed(epoch);
        uint32[] memory drawn = stake.draw(Draw.seedFor(seed, contractId, generation), n, STANDBYS_MAX);

        Shape memory shape;
        shape.n = n;
        shape.T = T;
        shape.qHi = uint8((uint256(n) + T + 2) / 2);
        shape.qLo = T + 1;
        shape.standbys = uint8(drawn.length - n);
        shape.state = COMMITTEE_SERVING;
        shape.openedEpoch = epoch;
        shape.tenureEnd = epoch + tenure;
        shape.generation = generation;
        (uint32[] memory seats, uint32[] memory standbys) = _split(drawn, n);
        committeeId = idOf(contractId, generation, epoch, 0, seedBlockHash, seats);
        _store(committeeId, shape, drawn);
        stake.seated(seats, shape.tenureEnd);
        tasks.seat(contractId, committeeId);
        emit CommitteeOpened(
            contractId,
            committeeId,
            generation,
            n,
            T,
            shape.qHi,
            shape.qLo,
            epoch,
            0,
            shape.tenureEnd,
            seedBlockHash,
            seats,
            standbys
        );
    }

    /// A committee whose tenure ended long ago no longer binds its nodes: the contract is lost, the seats are given back.
    function forceLeave(bytes32 contractId) external unlocked {
        (,, bytes32 committeeId) = tasks.generationOf(contractId);
        Shape memory shape = committees[committeeId].shape;
        uint32 until = shape.tenureEnd + graceEpochs;
        if (shape.state != COMMITTEE_SERVING) revert UnknownContract(contractId);
        if (clock.epoch() <= until) revert TenureNotOver(until);
        tasks.lose(contractId, 0, 0);
        _release(contractId, committeeId);
    }

    function guardian() public view override returns (address) {
        return address(tasks);
    }

    function release(bytes32 contractId, bytes32 committeeId) external override {
        if (msg.sender != remedies) revert Unauthorised(msg.sender);
        _release(contractId, committeeId);
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
        Shape storage shape = record.shape;
        (quorum.n, quorum.qHi, quorum.qLo) = (shape.n, shape.qHi, shape.qLo);
        if (uint256(bitmap) >> quorum.n != 0) revert BadSeatSignature(quorum.n);
        unchecked {
            uint256 count = 0;
            for (uint256 bits = bitmap; bits != 0; bits &= bits - 1) ++count;
            if (sigs.length != 64 * count) revert QuorumNotMet(sigs.length / 64, count);
            uint32[] memory nodes = _nodesOf(record, bitmap, count);
            quorum.nodes = nodes;
            address[] memory signers = stake.signersOf(nodes, shape.openedEpoch);
            for (uint256 k = 0; k < count; ++k) {
                (bytes32 r, bytes32 vs) = Signatures.nth(sigs, k);
                address signer = Signatures.recover(digest, r, vs);
                if (signer == address(0) || signer != signers[k]) revert BadSeatSignature(_seatOf(bitmap, k));
            }
        }
    }

    /// The nodes of a bitmap's seats, lowest seat first.
    function _nodesOf(Stored storage record, uint256 bitmap, uint256 count) private view returns (uint32[] memory nodes) {
        nodes = new uint32[](count);
        unchecked {
            uint256 k = 0;
            uint256 word = 0;
            for (uint256 i = 0; k < count; ++i) {
                if (i % SEATS_PER_WORD == 0) word = record.nodes[i / SEATS_PER_WORD];
                if ((bitmap >> i) & 1 == 1) nodes[k++] = uint32(word);
                word >>= 32;
            }
        }
    }

    /// The seat of a bitmap's k-th bit.
    function _seatOf(uint256 bitmap, uint256 k) private pure returns (uint256 seat) {
        for (; k != 0; --k) bitmap &= bitmap - 1;
        while ((bitmap >> seat) & 1 == 0) ++seat;
    }

    function committeeOf(bytes32 committeeId) external view override returns (Committee memory out) {
        Stored storage record = committees[committeeId];
        Shape memory shape = record.shape;
        out.generation = shape.generation;
        (out.n, out.T, out.qHi, out.qLo) = (shape.n, shape.T, shape.qHi, shape.qLo);
        (out.state, out.openedEpoch, out.tenureEnd) = (shape.state, shape.openedEpoch, shape.tenureEnd);
        out.replacements = shape.replacements;
        (out.seats, out.standbys) = _split(_drawnOf(record, shape), shape.n);
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
        bytes memory packed;
        for (uint256 i = 0; i < seats.length; ++i) packed = bytes.concat(packed, bytes4(seats[i]));
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

    function _store(bytes32 committeeId, Shape memory shape, uint32[] memory drawn) private {
        Stored storage slot = committees[committeeId];
        slot.shape = shape;
        uint256 word = 0;
        for (uint256 i = 0; i < drawn.length; ++i) {
            word |= uint256(drawn[i]) << (32 * (i % SEATS_PER_WORD));
            if (i % SEATS_PER_WORD != SEATS_PER_WORD - 1 && i + 1 != drawn.length) continue;
            slot.nodes[i / SEATS_PER_WORD] = word;
            word = 0;
        }
    }

    function _release(bytes32 contractId, bytes32 committeeId) private {
        Stored storage record = committees[committeeId];
        record.shape.state = COMMITTEE_RELEASED;
        Shape memory shape = record.shape;
        (uint32[] memory seats,) = _split(_drawnOf(record, shape), shape.n);
        stake.unseated(seats);
        emit CommitteeReleased(contractId, committeeId);
    }

    function _drawnOf(Stored storage record, Shape memory shape) private view returns (uint32[] memory drawn) {
        drawn = new uint32[](uint256(shape.n) + shape.standbys);
        for (uint256 i = 0; i < drawn.length; ++i) {
            drawn[i] = uint32(record.nodes[i / SEATS_PER_WORD] >> (32 * (i % SEATS_PER_WORD)));
        }
    }

    function _split(uint32[] memory drawn, uint256 n)
        private
        pure
        returns (uint32[] memory seats, uint32[] memory standbys)
    {
        seats = new uint32[](n);
        standbys = new uint32[](drawn.length - n);
        for (uint256 i = 0; i < drawn.length; ++i) {
            if (i < n) seats[i] = drawn[i];
            else standbys[i - n] = drawn[i];
        }
    }
}
