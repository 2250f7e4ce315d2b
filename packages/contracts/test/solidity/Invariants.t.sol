// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Handler} from "./Handler.sol";

/// Invariants 1, 2, 4 to 12, 14 to 19, 21, 48 and 49 of docs/threat-model.md under random calls.
contract InvariantsTest {
    Handler private handler;

    function setUp() public {
        handler = new Handler();
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    /// Solvency, to the unit: nobody donates here.
    function invariant_money() public view {
        handler.checkMoney();
    }

    function invariant_tasks() public view {
        handler.checkTasks();
    }

    function invariant_nonces() public view {
        handler.checkNonces();
    }

    function invariant_stake() public view {
        handler.checkStake();
    }

    function invariant_nothingBroke() public view {
        require(bytes(handler.broken()).length == 0, handler.broken());
    }
}
