// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Reentered, Unauthorised} from "./Errors.sol";
import {IGuard} from "./interfaces/IGuard.sol";

/// While somebody's contract is called back, no entry of the protocol may be used. Each contract has a flag of its own, in
/// transient storage, so that an entry pays for one TLOAD and only a callback pays for setting all of them.
abstract contract Guard is IGuard {
    bool private transient closed;

    modifier unlocked() {
        if (closed) revert Reentered();
        _;
    }

    /// Tasks alone closes and opens its siblings.
    function guard(bool on) external override {
        if (msg.sender != guardian()) revert Unauthorised(msg.sender);
        closed = on;
    }

    function isClosed() external view override returns (bool) {
        return closed;
    }

    function _guard(bool on) internal {
        closed = on;
    }

    /// The address of Tasks.
    function guardian() public view virtual returns (address);
}
