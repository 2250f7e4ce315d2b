// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EscrowOverflow} from "../../contracts/Errors.sol";
import "../../contracts/Types.sol";
import {Fees} from "../../contracts/libraries/Fees.sol";
import {Merkle} from "../../contracts/libraries/Merkle.sol";
import {Signatures} from "../../contracts/libraries/Signatures.sol";
import {vm} from "./Cheats.sol";

/// The small rules: fees, trees, signatures. Invariants 2, 14, 15.
contract RulesTest {
    uint256 private constant ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

    function testFuzz_everyUnitOfATipGoesSomewhere(uint8 status, uint96 tip) public pure {
        (uint96 toSubmitter, uint96 held, uint96 back, uint96 toPot) = Fees.tips(status, tip);
        require(uint256(toSubmitter) + held + back + toPot == tip, "sum");
        require(uint256(toSubmitter) * 4 <= uint256(tip) * 3 && uint256(held) * 4 <= tip, "no remainder to a caller");
        require(status == RESULT_OK ? back == 0 : held == 0, "an opener only where there is an output");
    }

    function testFuzz_aFeeNeverExceedsTheEscrow(uint8 status, uint64 limit, uint64 used, uint96 price, uint96 tip) public view {
        vm.assume(limit >= BASE_GAS && used <= limit);
        try this.escrow(limit, price, tip) returns (uint96 locked) {
            require(uint256(limit) * price + tip == locked, "truncated");
            require(Fees.fee(status, used, price) + tip <= locked, "fee");
        } catch (bytes memory reason) {
            require(bytes4(reason) == EscrowOverflow.selector, "reason");
            require(uint256(limit) * price + tip > type(uint96).max, "refused what fits");
        }
    }

    function test_treesOfEachSmallSize() public pure {
        bytes32[] memory none = new bytes32[](0);
        require(Merkle.root(none) == 0, "none");
        bytes32[] memory three = new bytes32[](3);
        (three[0], three[1], three[2]) = (bytes32("a"), bytes32("b"), bytes32("c"));
        bytes32 ab = keccak256(abi.encodePacked(hex"01", bytes32("a"), bytes32("b")));
        require(Merkle.root(three) == keccak256(abi.encodePacked(hex"01", ab, bytes32("c"))), "promoted");
    }

    function testFuzz_onlyTheLowFormOfASignatureRecovers(uint256 key, bytes32 digest) public pure {
        key = (key % (ORDER - 1)) + 1;
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        bytes32 vs = v == 28 ? bytes32(uint256(s) | (1 << 255)) : s;
        require(Signatures.recover(digest, r, vs) == vm.addr(key), "low");
        // The twin (r, −s) with the other parity recovers to the same signer where high s is let through.
        uint256 high = ORDER - uint256(s);
        bytes32 twin = bytes32((high & (type(uint256).max >> 1)) | (v == 28 ? 0 : uint256(1) << 255));
        if (high >> 255 == 0) require(Signatures.recover(digest, r, twin) == address(0), "high");
    }

    function escrow(uint64 limit, uint96 price, uint96 tip) external pure returns (uint96) {
        return Fees.escrow(limit, price, tip);
    }
}
