// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Schedule} from "../Types.sol";

interface IRegistry {
    function termsOf(bytes32 id)
        external
        view
        returns (address owner, uint8 n, uint8 T, uint16 tenure, uint32 registeredEpoch);
    function scheduleOf(bytes32 id, bytes4 fn, uint64 height) external view returns (Schedule memory);
    function ownerOf(bytes32 id) external view returns (address);
}
