// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// The one EIP-712 domain of everything signed: its verifying contract is Tasks, whoever verifies.
library Domain {
    string internal constant NAME = "Enigma";
    string internal constant VERSION = "1";
    bytes32 private constant TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

    function separator(address tasks) internal view returns (bytes32) {
        return keccak256(abi.encode(TYPE, keccak256(bytes(NAME)), keccak256(bytes(VERSION)), block.chainid, tasks));
    }

    /// keccak256(0x1901 ‖ domain ‖ structHash)
    function digest(bytes32 domain, bytes32 structHash) internal pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            let room := mload(0x40)
            mstore(room, hex"1901")
            mstore(add(room, 2), domain)
            mstore(add(room, 34), structHash)
            hash := keccak256(room, 66)
        }
    }
}
