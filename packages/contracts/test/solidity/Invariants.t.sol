// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "../../contracts/Types.sol";
import {Handler} from "./Handler.sol";

/// Hardhat fuzzes only contracts that the test's own file defines.
contract Target is Handler {
    function countOf(uint8 status) external view returns (uint256 count) {
        for (uint256 i = 0; i < ghosts.length; ++i) if (ghosts[i].status == status) ++count;
    }

    function checkAll() external view {
        this.checkMoney();
        this.checkTasks();
        this.checkNonces();
        this.checkStake();
        require(bytes(broken).length == 0, broken);
    }
}

/// Invariants 1 to 19, 21, 48 and 49 of docs/threat-model.md under random calls.
contract InvariantsTest {
    Target private target;

    function setUp() public {
        target = new Target();
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(target);
    }

    function invariant_everythingHolds() public view {
        target.checkAll();
    }

    /// The same calls in a fixed order, to see that they get somewhere: a handler whose every call is refused proves
    /// nothing.
    function test_theCallsReachEveryEnd() public {
        for (uint256 i = 0; i < 900; ++i) {
            uint256 seed = uint256(keccak256(abi.encode("call", i)));
            _call(i % 18, seed >> 8);
            if (i % 50 == 0) target.checkAll();
        }
        target.checkAll();
        require(target.countOf(TASK_SETTLED) > 2, "settled");
        require(target.countOf(TASK_OPENED) > 1, "opened");
        require(target.countOf(TASK_EXPIRED) > 2, "expired");
        require(target.claims() > 0, "claims");
        require(target.succeeded() > 200, "calls");
    }

    function _call(uint256 which, uint256 seed) private {
        bytes memory data;
        if (which == 0) data = abi.encodeCall(target.deposit, (seed, uint96(seed >> 8)));
        if (which == 1) data = abi.encodeCall(target.withdraw, (seed, uint96(seed >> 8)));
        if (which == 2) data = abi.encodeCall(target.create, (seed));
        if (which == 3) data = abi.encodeCall(target.createWithoutLeave, (seed));
        if (which == 4) data = abi.encodeCall(target.trigger, (seed));
        if (which == 5) data = abi.encodeCall(target.settleTasks, (seed));
        if (which == 6) {
            data = seed % 2 == 0 ? abi.encodeCall(target.settleRead, (seed)) : abi.encodeCall(target.settleWithAForgedSeat, (seed));
        }
        if (which == 7) data = abi.encodeCall(target.open, (seed));
        if (which == 8) data = abi.encodeCall(target.expire, (seed));
        if (which == 9) data = abi.encodeCall(target.append, (seed));
        if (which == 10) data = abi.encodeCall(target.addStake, (seed));
        if (which == 11) data = abi.encodeCall(target.requestExit, (seed));
        if (which == 12) data = abi.encodeCall(target.completeExit, (seed));
        if (which == 13) data = seed % 4 == 0 ? abi.encodeCall(target.turnEpoch, ()) : abi.encodeCall(target.create, (seed));
        if (which == 14) data = abi.encodeCall(target.passTime, (seed));
        if (which == 15) data = seed % 4 == 0 ? abi.encodeCall(target.cancel, (seed)) : abi.encodeCall(target.claimCredit, (seed));
        if (which == 16) data = abi.encodeCall(target.claimLate, (seed));
        if (which == 17) data = seed % 4 == 0 ? abi.encodeCall(target.sweepLate, ()) : abi.encodeCall(target.claimLate, (seed));
        (bool done,) = address(target).call(data);
        done;
    }
}
