// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SEATS_MAX, SETS_MAX} from "../Types.sol";
import {Domain} from "./Domain.sol";
import {Merkle} from "./Merkle.sol";
import {Polynomial} from "./Polynomial.sol";
import {Signatures} from "./Signatures.sol";
import {ChunkPlace, VectorPlace, VectorTree} from "./VectorTree.sol";

/// Why evidence does not show that a seat lied, in the order of mpc's EvidenceFault, and last that it does: nothing that is left unsaid convicts.
enum Verdict {
    /// No such seat, or a committee that no chain draws.
    Committee,
    /// A record that its struct does not take, or a chunk that no such vector has.
    Malformed,
    BadSignature,
    /// Two records of different slots: both may be honest.
    OtherSlot,
    SameRecord,
    /// Naming needs n ≥ 3T + 1 and as many others as outnumber the liars.
    TooFew,
    /// The others do not agree.
    Mismatch,
    /// The seat agrees with them.
    NotWrong,
    Shown
}

/// Records of which a seat signs one a slot.
enum TwiceSigned {
    Checkpoint,
    SignedVector,
    KeyContribution,
    KeyCheck
}

/// Whom evidence is about.
struct Accused {
    /// Domain separator of what was signed.
    bytes32 domain;
    uint8 n;
    uint8 T;
    /// Signer of each seat.
    address[] signers;
    uint8 seat;
}

struct SignedOnce {
    /// One word a member, in the order of the struct; a SignedVector's slot in place.
    bytes32[] members;
    bytes signature;
}

struct Slot {
    bytes32 sessionId;
    uint16 attempt;
    uint8 phase;
    uint32 round;
    uint32 position;
}

struct ShownChunk {
    uint8 seat;
    bytes chunk;
    /// Siblings on the way from the chunk's leaf to the root.
    bytes32[] proof;
    /// Of the SignedVector.
    bytes signature;
}

/// One chunk of the accused seat's vector of a round, and the same chunk of seats that agree with each other and not with it, all signed under one view.
struct WrongOpening {
    Slot slot;
    bytes32 viewHash;
    uint32 fieldLength;
    uint32 pieceBytes;
    /// The T-set whose piece is off; 0 where a share is.
    uint32 set;
    /// Number of the element, or of the piece's chunk.
    uint32 index;
    /// The accused and 2T + 1 others, or of a piece T + 1 others; ascending.
    ShownChunk[] shown;
}

/// Whether what was signed shows that a seat lied. The twin of mpc's session/evidence, check by check and in its order; why these are enough is argued in
/// docs/protocols/evidence.md. It judges, and fines nobody yet.
library Judgement {
    string private constant SLOT =
        "Slot(bytes32 sessionId,uint16 attempt,uint8 phase,uint32 round,uint32 position)";
    bytes32 private constant SLOT_TYPE = keccak256(bytes(SLOT));
    bytes32 private constant SIGNED_VECTOR =
        keccak256(bytes(string.concat("SignedVector(Slot slot,bytes32 viewHash,bytes32 vectorHash)", SLOT)));
    bytes32 private constant CHECKPOINT = keccak256(
        "Checkpoint(bytes32 sessionId,uint16 attempt,uint16 index,uint8 phase,uint32 live,bytes32 viewHash,bytes32 sentRoot,bytes32 leafRoot,bytes32 batchCommitment)"
    );
    bytes32 private constant KEY_CONTRIBUTION = keccak256(
        "KeyContribution(bytes32 committeeId,uint16 attempt,uint32 set,uint8 seat,bytes32 contributionHash)"
    );
    bytes32 private constant KEY_CHECK =
        keccak256("KeyCheck(bytes32 committeeId,uint16 attempt,uint32 set,bytes32 keyHash)");
    uint256 private constant SLOT_MEMBERS = 5;

    // ---- two records in one slot

    function equivocation(Accused memory accused, TwiceSigned kind, SignedOnce[2] calldata records)
        internal
        pure
        returns (Verdict)
    {
        if (!_isDrawable(accused)) return Verdict.Committee;
        (bytes32 typeHash, bytes memory sizes, uint256 slotMembers) = _kindOf(kind);
        bytes32[2] memory hashes;
        for (uint256 k = 0; k < 2; ++k) {
            bytes32[] calldata members = records[k].members;
            if (!_fit(members, sizes)) return Verdict.Malformed;
            hashes[k] = _structHash(kind, typeHash, members);
            if (!_signed(accused, accused.seat, hashes[k], records[k].signature)) return Verdict.BadSignature;
        }
        for (uint256 i = 0; i < slotMembers; ++i) {
            if (records[0].members[i] != records[1].members[i]) return Verdict.OtherSlot;
        }
        if (hashes[0] == hashes[1]) return Verdict.SameRecord;
        return Verdict.Shown;
    }

    /// @return typeHash of the struct
    /// @return sizes bytes of each member
    /// @return slotMembers the members that make the slot: in each struct they come first
    function _kindOf(TwiceSigned kind) private pure returns (bytes32 typeHash, bytes memory sizes, uint256 slotMembers) {
        if (kind == TwiceSigned.Checkpoint) return (CHECKPOINT, hex"200202010420202020", 3);
        if (kind == TwiceSigned.SignedVector) return (SIGNED_VECTOR, hex"20020104042020", SLOT_MEMBERS);
        if (kind == TwiceSigned.KeyContribution) return (KEY_CONTRIBUTION, hex"2002040120", 4);
        return (KEY_CHECK, hex"20020420", 3);
    }

    function _fit(bytes32[] calldata members, bytes memory sizes) private pure returns (bool) {
        if (members.length != sizes.length) return false;
        for (uint256 i = 0; i < members.length; ++i) {
            uint256 bits = 8 * uint256(uint8(sizes[i]));
            if (bits != 256 && uint256(members[i]) >> bits != 0) return false;
        }
        return true;
    }

    function _structHash(TwiceSigned kind, bytes32 typeHash, bytes32[] calldata members) private pure returns (bytes32) {
        if (kind != TwiceSigned.SignedVector) return keccak256(abi.encodePacked(typeHash, members));
        bytes32 slotHash = keccak256(abi.encodePacked(SLOT_TYPE, members[:SLOT_MEMBERS]));
        return keccak256(abi.encodePacked(typeHash, slotHash, members[SLOT_MEMBERS:]));
    }

    // ---- a vector off the polynomial

    function wrongOpening(Accused memory accused, WrongOpening calldata opening) internal pure returns (Verdict) {
        if (!_isDrawable(accused)) return Verdict.Committee;
        uint256 T = accused.T;
        uint256 others = opening.set == VectorTree.SHARES ? 2 * T + 1 : T + 1;
        if (accused.n < 3 * T + 1 || opening.shown.length != others + 1) return Verdict.TooFew;
        uint256 own = _placeOf(accused.seat, opening.shown);
        if (own > others) return Verdict.TooFew;
        if (!_ascend(accused.n, opening.shown)) return Verdict.Malformed;
        bytes32 slotHash = keccak256(abi.encode(SLOT_TYPE, opening.slot));
        for (uint256 k = 0; k <= others; ++k) {
            Verdict fault = _faultOf(accused, opening, slotHash, opening.shown[k]);
            if (fault != Verdict.Shown) return fault;
        }
        return opening.set == VectorTree.SHARES ? _ofShares(T, opening, own) : _ofPieces(opening.shown, own);
    }

    /// Where the seat's chunk is shown; beyond the last where it is shown not once.
    function _placeOf(uint256 seat, ShownChunk[] calldata shown) private pure returns (uint256 place) {
        place = shown.length;
        for (uint256 k = 0; k < shown.length; ++k) {
            if (shown[k].seat != seat) continue;
            if (place != shown.length) return shown.length;
            place = k;
        }
    }

    /// Whether they are seats of the committee, each once.
    function _ascend(uint256 n, ShownChunk[] calldata shown) private pure returns (bool) {
        for (uint256 k = 0; k < shown.length; ++k) {
            if (shown[k].seat >= n || (k > 0 && shown[k].seat <= shown[k - 1].seat)) return false;
        }
        return true;
    }

    /// Whether it is that chunk of what its seat signed: `Shown` where it is.
    function _faultOf(Accused memory accused, WrongOpening calldata opening, bytes32 slotHash, ShownChunk calldata one)
        private
        pure
        returns (Verdict)
    {
        VectorPlace memory place =
            VectorPlace(accused.n, accused.T, one.seat, opening.fieldLength, opening.pieceBytes);
        bool ofShares = opening.set == VectorTree.SHARES;
        ChunkPlace memory leaf = VectorTree.chunkPlace(
            place, opening.set, ofShares ? opening.index / VectorTree.CHUNK_ELEMENTS : opening.index
        );
        if (leaf.size == 0 || one.chunk.length != leaf.size) return Verdict.Malformed;
        // Zero where the path is longer or shorter than a tree of so many leaves has it, of which none has 64.
        bytes32 root = Merkle.rootOf(Merkle.leaf(one.chunk), leaf.index, leaf.count, one.proof);
        if (root == 0) return Verdict.Malformed;
        // Under one view: else an honest seat, which another had shown another value, could be framed.
        bytes32 structHash =
            keccak256(abi.encode(SIGNED_VECTOR, slotHash, opening.viewHash, VectorTree.hashOfRoot(place, root)));
        if (!_signed(accused, one.seat, structHash, one.signature)) return Verdict.BadSignature;
        return Verdict.Shown;
    }

    function _ofPieces(ShownChunk[] calldata shown, uint256 own) private pure returns (Verdict) {
        bytes32 theirs = keccak256(shown[own == 0 ? 1 : 0].chunk);
        for (uint256 k = 0; k < shown.length; ++k) {
            if (k != own && keccak256(shown[k].chunk) != theirs) return Verdict.Mismatch;
        }
        if (keccak256(shown[own].chunk) == theirs) return Verdict.NotWrong;
        return Verdict.Shown;
    }

    function _ofShares(uint256 T, WrongOpening calldata opening, uint256 own) private pure returns (Verdict) {
        uint256 count = opening.shown.length;
        // The others first, the accused last.
        uint256[] memory xs = new uint256[](count);
        uint256[] memory ys = new uint256[](count);
        uint256 from = VectorTree.ELEMENT_BYTES * (opening.index % VectorTree.CHUNK_ELEMENTS);
        for (uint256 k = 0; k < count; ++k) {
            ShownChunk calldata one = opening.shown[k];
            uint256 to = k == own ? count - 1 : k < own ? k : k - 1;
            // Seat i has the polynomial's value at i + 1.
            xs[to] = uint256(one.seat) + 1;
            ys[to] = _elementAt(one.chunk, from);
            if (ys[to] >= Polynomial.P) return Verdict.Malformed;
        }
        // T + 1 of the others fix the polynomial; each of the rest is tried as one more.
        for (uint256 k = T + 1; k < count; ++k) {
            (xs[T + 1], ys[T + 1]) = (xs[k], ys[k]);
            bool fits = Polynomial.areOnOne(xs, ys, T + 2);
            if (k + 1 < count && !fits) return Verdict.Mismatch;
            if (k + 1 == count && fits) return Verdict.NotWrong;
        }
        return Verdict.Shown;
    }

    /// Sixteen bytes, little endian; no element where there are fewer.
    function _elementAt(bytes calldata chunk, uint256 from) private pure returns (uint256 value) {
        if (from + VectorTree.ELEMENT_BYTES > chunk.length) return Polynomial.P;
        for (uint256 k = VectorTree.ELEMENT_BYTES; k != 0; --k) value = (value << 8) | uint8(chunk[from + k - 1]);
    }

    // ---- who signed

    function _isDrawable(Accused memory accused) private pure returns (bool) {
        (uint256 n, uint256 T) = (accused.n, accused.T);
        if (n > SEATS_MAX || accused.signers.length != n || accused.seat >= n) return false;
        if (T == 0 || n < 2 * T + 1 || VectorTree.binomial(n, T) > SETS_MAX) return false;
        for (uint256 a = 1; a < n; ++a) {
            for (uint256 b = 0; b < a; ++b) if (accused.signers[a] == accused.signers[b]) return false;
        }
        return true;
    }

    function _signed(Accused memory accused, uint256 seat, bytes32 structHash, bytes calldata signature)
        private
        pure
        returns (bool)
    {
        address signer = Signatures.recover(Domain.digest(accused.domain, structHash), signature);
        return signer != address(0) && signer == accused.signers[seat];
    }
}
