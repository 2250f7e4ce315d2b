// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Committee} from "../Types.sol";

/// Who signed, and how many had to.
struct Quorum {
    uint256 n;
    uint256 qHi;
    uint256 qLo;
    uint32[] nodes;
}

interface ICommittees {
    function verify(bytes32 committeeId, bytes32 digest, uint32 bitmap, bytes calldata sigs)
        external
        view
        returns (Quorum memory);
    function committeeOf(bytes32 committeeId) external view returns (Committee memory);
    function release(bytes32 contractId, bytes32 committeeId) external;
}
