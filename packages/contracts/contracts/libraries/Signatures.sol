// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {WALLET_GAS_MAX} from "../Types.sol";

/// The one form of signature: 64 bytes, EIP-2098, low s. Anything else recovers to nobody.
library Signatures {
    bytes4 private constant IS_VALID_SIGNATURE = 0x1626ba7e;
    /// secp256k1's order divided by two.
    uint256 private constant S_MAX = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0;

    function recover(bytes32 digest, bytes32 r, bytes32 vs) internal pure returns (address) {
        uint256 s = uint256(vs) & (type(uint256).max >> 1);
        if (s > S_MAX) return address(0);
        return ecrecover(digest, uint8(uint256(vs) >> 255) + 27, r, bytes32(s));
    }

    /// The k-th of joined signatures; the caller has checked that there are so many.
    function nth(bytes calldata sigs, uint256 k) internal pure returns (bytes32 r, bytes32 vs) {
        assembly ("memory-safe") {
            let place := add(sigs.offset, mul(64, k))
            r := calldataload(place)
            vs := calldataload(add(place, 32))
        }
    }

    function recover(bytes32 digest, bytes calldata signature) internal pure returns (address) {
        if (signature.length != 64) return address(0);
        return recover(digest, bytes32(signature[0:32]), bytes32(signature[32:64]));
    }

    /// A plain signature first, then ERC-1271: an account that delegates its code (EIP-7702) still signs with its key. What
    /// a wallet's code says counts now, and nobody asks it again.
    function isSignedBy(address who, bytes32 digest, bytes calldata signature) internal view returns (bool) {
        address recovered = recover(digest, signature);
        if (recovered != address(0) && recovered == who) return true;
        if (who.code.length == 0) return false;
        bytes memory question = abi.encodeWithSelector(IS_VALID_SIGNATURE, digest, signature);
        bool said;
        uint256 size;
        bytes32 word;
        // Bounded gas and one word of the answer: a wallet may loop or return a megabyte, and harms itself alone.
        assembly ("memory-safe") {
            mstore(0x00, 0)
            said := staticcall(WALLET_GAS_MAX, who, add(question, 0x20), mload(question), 0x00, 0x20)
            size := returndatasize()
            word := mload(0x00)
        }
        return said && size >= 32 && word == bytes32(IS_VALID_SIGNATURE);
    }
}
