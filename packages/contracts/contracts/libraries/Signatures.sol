// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// The one form of signature: 64 bytes, EIP-2098, low s. Anything else recovers to nobody.
library Signatures {
    /// secp256k1's order divided by two.
    uint256 private constant S_MAX = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0;

    function recover(bytes32 digest, bytes32 r, bytes32 vs) internal pure returns (address) {
        uint256 s = uint256(vs) & (type(uint256).max >> 1);
        if (s > S_MAX) return address(0);
        return ecrecover(digest, uint8(uint256(vs) >> 255) + 27, r, bytes32(s));
    }

    function recover(bytes32 digest, bytes calldata signature) internal pure returns (address) {
        if (signature.length != 64) return address(0);
        return recover(digest, bytes32(signature[0:32]), bytes32(signature[32:64]));
    }
}
