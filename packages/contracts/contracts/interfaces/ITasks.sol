// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

interface ITasks {
    function enroll(bytes32 id, uint96 price) external;
    function seat(bytes32 id, bytes32 committeeId) external;
    function lose(bytes32 id) external;
    function generationOf(bytes32 id) external view returns (uint16 generation, uint8 status, bytes32 committeeId);
}
