// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Evidence} from "../../contracts/Evidence.sol";
import "../../contracts/Types.sol";
import {Domain} from "../../contracts/libraries/Domain.sol";
import {
    Accused,
    ShownChunk,
    SignedOnce,
    Slot,
    TwiceSigned,
    Verdict,
    WrongOpening
} from "../../contracts/libraries/Judgement.sol";
import {VectorPlace} from "../../contracts/libraries/VectorTree.sol";
import {Mirror} from "../../contracts/testing/Mirror.sol";
import {create, vm} from "./Cheats.sol";
import {Network} from "./Network.sol";

/// Evidence that shows a lie is known as such, and each way in which it may not show one is told apart. Beside it stands `evidence.test.ts`, which holds the judge to mpc's.
contract EvidenceTest is Network {
    uint256 private constant P = 2 ** 128 - 45 * 2 ** 40 + 1;
    uint32 private constant LENGTH = 130;
    uint32 private constant PIECE = 1100;

    Mirror private mirror;
    Evidence private judge;

    function setUp() public {
        deployNetwork();
        mirror = Mirror(create("Mirror", ""));
        judge = Evidence(create("Evidence", abi.encode(committees, stake, tasks)));
    }

    // ---- committees

    function test_aCommitteeThatNoChainDrawsHasNoSeatThatLied() public view {
        SignedOnce[2] memory two = checks(2, 1, 2);
        isTwice(accused(4, 1, 2), two, Verdict.Shown);
        isTwice(accused(4, 1, 4), two, Verdict.Committee);
        isTwice(accused(4, 0, 2), two, Verdict.Committee);
        isTwice(accused(4, 2, 2), two, Verdict.Committee);
        isTwice(accused(31, 4, 2), two, Verdict.Committee);
        isTwice(accused(31, 255, 2), two, Verdict.Committee);
        isTwice(accused(31, 3, 2), two, Verdict.Committee);
        isTwice(accused(31, 2, 2), two, Verdict.Shown);
        isTwice(accused(32, 1, 2), two, Verdict.Committee);
        Accused memory lacking = accused(4, 1, 2);
        lacking.n = 5;
        isTwice(lacking, two, Verdict.Committee);
        Accused memory doubled = accused(4, 1, 2);
        doubled.signers[0] = doubled.signers[2];
        isTwice(doubled, two, Verdict.Committee);
        require(mirror.wrongOpening(doubled, share(1, 2)) == Verdict.Committee, "of openings too");
    }

    // ---- two records in one slot

    function test_twoRecordsOfOneSlotAreALie() public view {
        uint8[4] memory members = [9, 7, 5, 4];
        uint8[4] memory slots = [3, 5, 4, 3];
        for (uint256 kind = 0; kind < 4; ++kind) {
            for (uint256 changed = 0; changed < members[kind]; ++changed) {
                SignedOnce[2] memory two;
                for (uint256 k = 0; k < 2; ++k) {
                    two[k].members = ones(members[kind]);
                    if (k == 1) two[k].members[changed] = bytes32(uint256(2));
                    two[k].signature = compact(signerKey(2), recordDigest(TwiceSigned(kind), two[k].members));
                }
                Verdict said = mirror.equivocation(accused(4, 1, 2), TwiceSigned(kind), two);
                require(said == (changed < slots[kind] ? Verdict.OtherSlot : Verdict.Shown), "slot");
            }
        }
        isTwice(accused(4, 1, 2), checks(2, 1, 1), Verdict.SameRecord);
    }

    function test_aRecordIsTheSeatsAndWhole() public view {
        Accused memory whom = accused(4, 1, 2);
        isTwice(accused(4, 1, 1), checks(2, 1, 2), Verdict.BadSignature);
        for (uint256 k = 0; k < 2; ++k) {
            SignedOnce[2] memory two = checks(2, 1, 2);
            two[k].members[3] = bytes32(uint256(3));
            isTwice(whom, two, Verdict.BadSignature);
            two[k].signature = "";
            isTwice(whom, two, Verdict.BadSignature);
            two[k].members = ones(3);
            isTwice(whom, two, Verdict.Malformed);
            two[k].members = ones(5);
            isTwice(whom, two, Verdict.Malformed);
            two[k].members = ones(4);
            two[k].members[1] = bytes32(uint256(1 << 16));
            isTwice(whom, two, Verdict.Malformed);
            two[k].members[1] = bytes32(uint256(1));
            two[k].members[2] = bytes32(uint256(1 << 32));
            isTwice(whom, two, Verdict.Malformed);
        }
        // A seat of which the chain says that it has no key has signed nothing.
        whom.signers[2] = address(0);
        SignedOnce[2] memory forged = checks(2, 1, 2);
        (forged[0].signature, forged[1].signature) = (new bytes(64), new bytes(64));
        isTwice(whom, forged, Verdict.BadSignature);
        Accused memory elsewhere = accused(4, 1, 2);
        elsewhere.domain = keccak256("another chain");
        isTwice(elsewhere, checks(2, 1, 2), Verdict.BadSignature);
    }

    // ---- a vector off the polynomial

    function test_aShareThatIsOffIsALie() public view {
        uint8[2][4] memory sharings = [[4, 1], [5, 1], [7, 2], [10, 3]];
        for (uint256 s = 0; s < sharings.length; ++s) {
            (uint8 n, uint8 T) = (sharings[s][0], sharings[s][1]);
            // First, last and between; the last chunk is shorter.
            for (uint32 seat = 0; seat < 2 * T + 2; ++seat) {
                uint32 index = seat == 0 ? 0 : seat == 1 ? LENGTH - 1 : 62 + seat;
                isOpening(accused(n, T, uint8(seat)), shares(n, T, index, bit(seat)), Verdict.Shown);
                isOpening(accused(n, T, uint8(seat)), shares(n, T, index, 0), Verdict.NotWrong);
                uint32 other = seat == 0 ? 1 : seat - 1;
                isOpening(accused(n, T, uint8(seat)), shares(n, T, index, bit(seat) | bit(other)), Verdict.Mismatch);
                isOpening(accused(n, T, uint8(other)), shares(n, T, index, bit(seat)), Verdict.Mismatch);
            }
        }
    }

    function test_aPieceThatIsOffIsALie() public view {
        Accused memory whom = accused(7, 2, 3);
        uint8[] memory seats = list(1, 3, 4, 6);
        // Its first chunk, and its last one, of 76 bytes.
        for (uint32 index = 0; index < 2; ++index) {
            isOpening(whom, pieces(7, 2, 0x24, index, seats, bit(3)), Verdict.Shown);
            isOpening(whom, pieces(7, 2, 0x24, index, seats, 0), Verdict.NotWrong);
            isOpening(whom, pieces(7, 2, 0x24, index, seats, bit(3) | bit(4)), Verdict.Mismatch);
            isOpening(whom, pieces(7, 2, 0x24, index, seats, bit(1)), Verdict.Mismatch);
        }
        isOpening(accused(7, 2, 1), pieces(7, 2, 0x24, 0, seats, bit(1)), Verdict.Shown);
    }

    function test_asManyOthersAreShownAsOutnumberTheLiars() public view {
        WrongOpening memory right = share(1, 2);
        isOpening(accused(4, 1, 2), right, Verdict.Shown);
        WrongOpening memory lacking = share(1, 2);
        lacking.shown = without(right.shown, 3);
        isOpening(accused(4, 1, 2), lacking, Verdict.TooFew);
        // The accused is not among those who are shown.
        isOpening(accused(5, 1, 4), shares(5, 1, 1, bit(2)), Verdict.TooFew);
        WrongOpening memory twice = share(1, 2);
        twice.shown[1] = twice.shown[2];
        isOpening(accused(4, 1, 2), twice, Verdict.TooFew);
        // More than are wanted, of whom the first would be enough.
        WrongOpening memory more = opening(5, 1, 0, 1, five(), shareChunks(5, 1, 1, five(), bit(2)));
        isOpening(accused(5, 1, 2), more, Verdict.TooFew);
        // In a committee of fewer than 3T + 1 seats nobody is named.
        isOpening(accused(6, 2, 2), shares(6, 2, 1, bit(2)), Verdict.TooFew);
        uint8[] memory seats = list(1, 3, 4, 5);
        isOpening(accused(6, 2, 3), pieces(6, 2, 0x05, 0, seats, bit(3)), Verdict.TooFew);
    }

    function test_eachSeatIsShownOnceInItsOrder() public view {
        WrongOpening memory turned = share(1, 2);
        (turned.shown[0], turned.shown[1]) = (turned.shown[1], turned.shown[0]);
        isOpening(accused(4, 1, 2), turned, Verdict.Malformed);
        // Told twice, one seat would lie on every line with itself.
        WrongOpening memory doubled = share(1, 2);
        doubled.shown[1] = doubled.shown[0];
        isOpening(accused(4, 1, 2), doubled, Verdict.Malformed);
        WrongOpening memory beyond = share(1, 2);
        beyond.shown[3].seat = 4;
        isOpening(accused(4, 1, 2), beyond, Verdict.Malformed);
    }

    function test_aChunkIsOneOfTheVectors() public view {
        Accused memory whom = accused(4, 1, 2);
        uint32[3] memory places = [uint32(192), 128 + 2, type(uint32).max];
        for (uint256 k = 0; k < places.length; ++k) {
            WrongOpening memory moved = share(128, 2);
            moved.index = places[k];
            isOpening(whom, moved, Verdict.Malformed);
        }
        // Where there is no chunk, no bytes are one.
        WrongOpening memory none = share(1, 2);
        none.index = 192;
        (none.shown[0].chunk, none.shown[0].proof) = ("", new bytes32[](0));
        isOpening(whom, none, Verdict.Malformed);
        WrongOpening memory cut = share(1, 2);
        cut.shown[0].chunk = bytes.concat(cut.shown[0].chunk, hex"00");
        isOpening(whom, cut, Verdict.Malformed);
        isOpening(whom, withNodes(share(1, 2), 0), Verdict.Malformed);
        isOpening(whom, withNodes(share(1, 2), 65), Verdict.Malformed);
    }

    function test_aPieceIsThatOfATSetWithoutTheSeat() public view {
        Accused memory whom = accused(4, 1, 1);
        uint8[] memory seats = list(0, 1, 2);
        isOpening(whom, pieces(4, 1, 8, 0, seats, bit(1)), Verdict.Shown);
        // Beyond the last seat; with the first of those who are shown in it; of two seats; of another set.
        uint32[4] memory sets = [uint32(16), 1, 10, 4];
        for (uint256 k = 0; k < sets.length; ++k) {
            WrongOpening memory moved = pieces(4, 1, 8, 0, seats, bit(1));
            moved.set = sets[k];
            isOpening(whom, moved, k == 3 ? Verdict.BadSignature : Verdict.Malformed);
        }
    }

    function test_allThatIsToldWasSigned() public view {
        Accused memory whom = accused(4, 1, 2);
        WrongOpening memory told = share(1, 2);
        told.slot.round = 6;
        isOpening(whom, told, Verdict.BadSignature);
        told = share(1, 2);
        told.viewHash = keccak256("another view");
        isOpening(whom, told, Verdict.BadSignature);
        told = share(1, 2);
        told.fieldLength = LENGTH + 1;
        isOpening(whom, told, Verdict.BadSignature);
        told = share(1, 2);
        told.pieceBytes = PIECE + 1;
        isOpening(whom, told, Verdict.BadSignature);
        told = share(1, 2);
        told.shown[3].chunk[500] ^= 0x01;
        isOpening(whom, told, Verdict.BadSignature);
        told = share(1, 2);
        told.shown[3].proof[1] ^= bytes32(uint256(1));
        isOpening(whom, told, Verdict.BadSignature);
        told = share(1, 2);
        told.shown[0].signature = told.shown[1].signature;
        isOpening(whom, told, Verdict.BadSignature);
        // Of seats 0 to 3 of five, told as a committee of four.
        isOpening(whom, shares(5, 1, 1, bit(2)), Verdict.BadSignature);
    }

    function test_onlyElementsOfTheFieldAreShares() public view {
        for (uint256 seat = 2; seat < 4; ++seat) {
            uint8[] memory seats = list(0, 1, 2, 3);
            bytes[] memory chunks = shareChunks(4, 1, 1, seats, bit(2));
            put(chunks[seat], 16, P);
            isOpening(accused(4, 1, 2), opening(4, 1, 0, 1, seats, chunks), Verdict.Malformed);
            put(chunks[seat], 16, P - 1);
            isOpening(
                accused(4, 1, 2), opening(4, 1, 0, 1, seats, chunks), seat == 2 ? Verdict.Shown : Verdict.Mismatch
            );
        }
    }

    // ---- ranks

    function test_setsAreRankedInTheOrderOfTheirSeats() public view {
        for (uint256 seat = 0; seat < 5; ++seat) {
            uint256 next = 0;
            for (uint256 a = 0; a < 5; ++a) {
                for (uint256 b = a + 1; b < 5; ++b) {
                    if (a == seat || b == seat) continue;
                    require(mirror.rankOf(VectorPlace(5, 2, seat, 0, 0), (1 << a) | (1 << b)) == next++, "rank");
                }
            }
            require(next == 6, "all of them");
        }
    }

    // ---- of a committee that was drawn

    function test_theChainsOwnCommitteeIsJudged() public {
        for (uint256 i = 0; i < 7; ++i) registerNode(i, 10);
        nextEpoch();
        bytes32 id = deployContract(terms(4, 1), 0);
        nextEpoch();
        bytes32 committeeId = committees.open(id);
        uint32[] memory nodes = committees.committeeOf(committeeId).seats;
        SignedOnce[2] memory two = checks(nodes[2], 1, 2);
        require(judge.equivocation(committeeId, 2, TwiceSigned.KeyCheck, two) == Verdict.Shown, "shown");
        require(judge.equivocation(committeeId, 1, TwiceSigned.KeyCheck, two) == Verdict.BadSignature, "another seat");
        require(judge.equivocation(committeeId, 4, TwiceSigned.KeyCheck, two) == Verdict.Committee, "no seat");
        require(judge.equivocation(0, 2, TwiceSigned.KeyCheck, two) == Verdict.Committee, "no committee");
        require(judge.equivocation(0, 0, TwiceSigned.KeyCheck, two) == Verdict.Committee, "nor its first seat");
        // As the seats' nodes sign it.
        WrongOpening memory told = share(1, 2);
        for (uint256 k = 0; k < 4; ++k) {
            told.shown[k].signature = compact(signerKey(nodes[k]), vectorDigest(told, told.shown[k], 4, 1));
        }
        require(judge.wrongOpening(committeeId, 2, told) == Verdict.Shown, "opening");
        require(judge.wrongOpening(committeeId, 1, told) == Verdict.Mismatch, "of the liar's neighbour");
        require(judge.wrongOpening(keccak256("none"), 2, told) == Verdict.Committee, "of none");
        // A node that takes a new key answers for what it signed with the old one.
        address owner = ownerOf(nodes[2]);
        NodeKeys memory keys = keysOf(nodes[2]);
        keys.signer = vm.addr(signerKey(99));
        bytes memory proof = rotationProof(nodes[2], keys);
        vm.prank(owner);
        stake.rotateKeys(keys, proof);
        nextEpoch();
        nextEpoch();
        require(judge.equivocation(committeeId, 2, TwiceSigned.KeyCheck, two) == Verdict.Shown, "the old key");
        two = checks(99, 1, 2);
        require(judge.equivocation(committeeId, 2, TwiceSigned.KeyCheck, two) == Verdict.BadSignature, "the new key");
    }

    function rotationProof(uint256 node, NodeKeys memory keys) private view returns (bytes memory) {
        bytes32 typeHash =
            keccak256("NodeProof(address owner,bytes32 sealingKey,bytes32 tlsSpkiHash,address payout,address operator)");
        bytes32 hash = keccak256(
            abi.encode(typeHash, ownerOf(node), keys.sealingKey, keys.tlsSpkiHash, keys.payout, keys.operator)
        );
        return compact(signerKey(99), digestOf(hash));
    }

    // ---- whom, and what was signed

    function accused(uint8 n, uint8 T, uint8 seat) private view returns (Accused memory whom) {
        (whom.domain, whom.n, whom.T, whom.seat) = (Domain.separator(address(tasks)), n, T, seat);
        whom.signers = new address[](n);
        for (uint256 i = 0; i < n; ++i) whom.signers[i] = vm.addr(signerKey(i));
    }

    function isTwice(Accused memory whom, SignedOnce[2] memory two, Verdict expected) private view {
        require(mirror.equivocation(whom, TwiceSigned.KeyCheck, two) == expected, "verdict");
    }

    function isOpening(Accused memory whom, WrongOpening memory told, Verdict expected) private view {
        require(mirror.wrongOpening(whom, told) == expected, "verdict");
    }

    function ones(uint256 count) private pure returns (bytes32[] memory members) {
        members = new bytes32[](count);
        for (uint256 i = 0; i < count; ++i) members[i] = bytes32(uint256(1));
    }

    /// Two KeyChecks of one set, with these hashes.
    function checks(uint256 node, uint256 first, uint256 second) private view returns (SignedOnce[2] memory two) {
        for (uint256 k = 0; k < 2; ++k) {
            two[k].members = ones(4);
            two[k].members[3] = bytes32(k == 0 ? first : second);
            two[k].signature = compact(signerKey(node), recordDigest(TwiceSigned.KeyCheck, two[k].members));
        }
    }

    function recordDigest(TwiceSigned kind, bytes32[] memory m) private view returns (bytes32) {
        if (kind == TwiceSigned.Checkpoint) {
            return digestOf(
                keccak256(
                    abi.encodePacked(
                        keccak256(
                            "Checkpoint(bytes32 sessionId,uint16 attempt,uint16 index,uint8 phase,uint32 live,bytes32 viewHash,bytes32 sentRoot,bytes32 leafRoot,bytes32 batchCommitment)"
                        ),
                        m
                    )
                )
            );
        }
        if (kind == TwiceSigned.SignedVector) {
            Slot memory slot = Slot(m[0], word16(m[1]), uint8(word16(m[2])), word16(m[3]), word16(m[4]));
            return vectorDigestOf(slot, m[5], m[6]);
        }
        bytes32 typeHash = kind == TwiceSigned.KeyCheck
            ? keccak256("KeyCheck(bytes32 committeeId,uint16 attempt,uint32 set,bytes32 keyHash)")
            : keccak256(
                "KeyContribution(bytes32 committeeId,uint16 attempt,uint32 set,uint8 seat,bytes32 contributionHash)"
            );
        return digestOf(keccak256(abi.encodePacked(typeHash, m)));
    }

    function word16(bytes32 member) private pure returns (uint16) {
        return uint16(uint256(member));
    }

    function vectorDigestOf(Slot memory slot, bytes32 viewHash, bytes32 vectorHash) private view returns (bytes32) {
        bytes memory slotType = "Slot(bytes32 sessionId,uint16 attempt,uint8 phase,uint32 round,uint32 position)";
        bytes32 typeHash = keccak256(
            bytes.concat("SignedVector(Slot slot,bytes32 viewHash,bytes32 vectorHash)", slotType)
        );
        bytes32 slotHash = keccak256(abi.encode(keccak256(slotType), slot));
        return digestOf(keccak256(abi.encode(typeHash, slotHash, viewHash, vectorHash)));
    }

    function vectorDigest(WrongOpening memory told, ShownChunk memory one, uint256 n, uint256 T)
        private
        view
        returns (bytes32)
    {
        (uint256 index, uint256 count) = leafOf(told.set, told.index, one.seat, n, T);
        bytes32 root = keccak256(bytes.concat(hex"00", one.chunk));
        uint256 used = 0;
        for (; count > 1; (index, count) = (index / 2, (count + 1) / 2)) {
            if (index + 1 == count && count % 2 == 1) continue;
            bytes32 sibling = one.proof[used++];
            root = index % 2 == 0
                ? keccak256(abi.encodePacked(hex"01", root, sibling))
                : keccak256(abi.encodePacked(hex"01", sibling, root));
        }
        bytes32 typeHash = keccak256(
            "VectorContent(uint8 n,uint8 T,uint8 seat,uint32 fieldLength,uint32 pieceBytes,bytes32 root)"
        );
        bytes32 vectorHash =
            keccak256(abi.encode(typeHash, n, T, one.seat, told.fieldLength, told.pieceBytes, root));
        return vectorDigestOf(told.slot, told.viewHash, vectorHash);
    }

    /// Where the chunk stands among the leaves, by listing the sets before its own.
    function leafOf(uint256 set, uint256 chunk, uint256 seat, uint256 n, uint256 T)
        private
        pure
        returns (uint256 index, uint256 count)
    {
        uint256 held = 0;
        uint256 rank = 0;
        for (uint256 one = 0; one < 1 << n; ++one) {
            if (popcount(one) != T || (one >> seat) & 1 == 1) continue;
            ++held;
            if (comesBefore(one, set)) ++rank;
        }
        return (set == 0 ? chunk / 64 : 3 + 2 * rank + chunk, 3 + 2 * held);
    }

    /// In the order of their ascending lists, of sets of as many seats: the lowest seat that is in one alone decides.
    function comesBefore(uint256 a, uint256 b) private pure returns (bool) {
        if (a == b) return false;
        uint256 differ = a ^ b;
        return a & differ & (~differ + 1) != 0;
    }

    // ---- rounds

    /// A share of (4,1), off at one seat.
    function share(uint32 index, uint256 off) private view returns (WrongOpening memory) {
        return shares(4, 1, index, bit(off));
    }

    /// Of the first 2T + 2 seats, those of `off` are off.
    function shares(uint8 n, uint8 T, uint32 index, uint256 off) private view returns (WrongOpening memory) {
        uint8[] memory seats = new uint8[](2 * T + 2);
        for (uint8 k = 0; k < seats.length; ++k) seats[k] = k;
        return opening(n, T, 0, index, seats, shareChunks(n, T, index, seats, off));
    }

    function shareChunks(uint8, uint8 T, uint32 index, uint8[] memory seats, uint256 off)
        private
        pure
        returns (bytes[] memory chunks)
    {
        chunks = new bytes[](seats.length);
        for (uint256 k = 0; k < seats.length; ++k) {
            // A polynomial of degree T whose coefficients are large.
            uint256 value = 0;
            for (uint256 c = 0; c <= T; ++c) value = addmod(mulmod(value, seats[k] + 1, P), P - 7 * (c + 1), P);
            if ((off >> seats[k]) & 1 == 1) value = addmod(value, 1 + k, P);
            chunks[k] = new bytes(index / 64 == 2 ? 32 : 1024);
            put(chunks[k], 16 * (index % 64), value);
        }
    }

    function pieces(uint8 n, uint8 T, uint32 set, uint32 index, uint8[] memory seats, uint256 off)
        private
        view
        returns (WrongOpening memory)
    {
        bytes[] memory chunks = new bytes[](seats.length);
        for (uint256 k = 0; k < seats.length; ++k) {
            chunks[k] = new bytes(index == 0 ? 1024 : PIECE - 1024);
            chunks[k][5] = 0x11;
            if ((off >> seats[k]) & 1 == 1) chunks[k][chunks[k].length - 1] = 0x01;
        }
        return opening(n, T, set, index, seats, chunks);
    }

    function opening(uint8 n, uint8 T, uint32 set, uint32 index, uint8[] memory seats, bytes[] memory chunks)
        private
        view
        returns (WrongOpening memory told)
    {
        told.slot = Slot(keccak256("session"), 1, 2, 5, 3);
        (told.viewHash, told.fieldLength, told.pieceBytes) = (keccak256("view"), LENGTH, PIECE);
        (told.set, told.index) = (set, index);
        told.shown = new ShownChunk[](seats.length);
        for (uint256 k = 0; k < seats.length; ++k) {
            ShownChunk memory one = told.shown[k];
            (one.seat, one.chunk) = (seats[k], chunks[k]);
            one.proof = made(set, index, seats[k], n, T);
            one.signature = compact(signerKey(seats[k]), vectorDigest(told, one, n, T));
        }
    }

    /// Siblings of nobody: a tree has them somehow.
    function made(uint256 set, uint256 chunk, uint256 seat, uint256 n, uint256 T)
        private
        pure
        returns (bytes32[] memory proof)
    {
        (uint256 index, uint256 count) = leafOf(set, chunk, seat, n, T);
        uint256 nodes = 0;
        for (; count > 1; (index, count) = (index / 2, (count + 1) / 2)) {
            if (index + 1 != count || count % 2 == 0) ++nodes;
        }
        proof = new bytes32[](nodes);
        for (uint256 k = 0; k < nodes; ++k) proof[k] = keccak256(abi.encode(seat, k));
    }

    function withNodes(WrongOpening memory told, uint256 nodes) private pure returns (WrongOpening memory) {
        told.shown[3].proof = new bytes32[](nodes);
        return told;
    }

    function without(ShownChunk[] memory shown, uint256 place) private pure returns (ShownChunk[] memory rest) {
        rest = new ShownChunk[](shown.length - 1);
        for (uint256 k = 0; k < rest.length; ++k) rest[k] = shown[k < place ? k : k + 1];
    }

    function bit(uint256 seat) private pure returns (uint256) {
        return 1 << seat;
    }

    function list(uint8 a, uint8 b, uint8 c) private pure returns (uint8[] memory seats) {
        seats = new uint8[](3);
        (seats[0], seats[1], seats[2]) = (a, b, c);
    }

    function list(uint8 a, uint8 b, uint8 c, uint8 d) private pure returns (uint8[] memory seats) {
        seats = new uint8[](4);
        (seats[0], seats[1], seats[2], seats[3]) = (a, b, c, d);
    }

    function five() private pure returns (uint8[] memory seats) {
        seats = new uint8[](5);
        for (uint8 k = 0; k < 5; ++k) seats[k] = k;
    }

    /// Little endian.
    function put(bytes memory chunk, uint256 at_, uint256 value) private pure {
        for (uint256 k = 0; k < 16; ++k) chunk[at_ + k] = bytes1(uint8(value >> (8 * k)));
    }
}
