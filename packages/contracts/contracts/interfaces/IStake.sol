// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

interface IStake {
    function draw(bytes32 drawSeed, uint256 n, uint256 standbysMax) external view returns (uint32[] memory nodes);
    function signersOf(uint32[] calldata nodes, uint32 epoch) external view returns (address[] memory signers);
    function payoutOf(uint32 node) external view returns (address);
    function seated(uint32[] calldata nodes, uint32 tenureEnd) external;
    function unseated(uint32[] calldata nodes) external;
    function clockAddress() external view returns (address);
    function exitDelaySeconds() external view returns (uint40);
}
