// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Payout} from "../Types.sol";

/// The movers: each answers to one sibling alone.
interface IBank {
    function tokenAddress() external view returns (address);
    /// A lock that the payer cannot cover takes nothing.
    /// @return done whether it was taken
    /// @return have what the payer has, after it was taken
    function lock(address payer, uint256 amount) external returns (bool done, uint256 have);
    function settle(Payout calldata payout) external;
    function release(address to, uint256 toAccount, uint256 toPot) external;
    function payLate(uint32 node, uint256 toNode, uint256 toPot) external;
    function charge(address from, uint256 amount) external;
    function sweep(address account, address to) external returns (uint256 amount);
    function stakeFrom(address owner, uint256 amount) external;
    function stakeToPending(uint256 amount) external;
    function pendingTo(address owner, uint256 amount) external;
}
