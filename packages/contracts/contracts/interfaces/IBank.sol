// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Payout} from "../Types.sol";

/// The movers: each answers to one sibling alone.
interface IBank {
    function lock(address payer, uint256 amount) external;
    function settle(Payout calldata payout) external;
    function release(address to, uint256 toAccount, uint256 toPot) external;
    function charge(address from, uint256 amount) external;
    function sweep(address account, address to) external returns (uint256 amount);
    function stakeFrom(address owner, uint256 amount) external;
    function stakeToPending(uint256 amount) external;
    function pendingTo(address owner, uint256 amount) external;
}
