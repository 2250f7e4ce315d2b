// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

interface IGuard {
    function guard(bool on) external;
    function isClosed() external view returns (bool);
}
