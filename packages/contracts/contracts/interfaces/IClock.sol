// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Time as the protocol counts it: ERC-6372 for the chain's own clock, epochs for stake and draws.
interface IClock {
    function clock() external view returns (uint48);
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() external view returns (string memory);
    function epoch() external view returns (uint32);
}
