// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EscrowOverflow} from "../Errors.sol";
import {BASE_GAS, RESULT_NO_GRANT, RESULT_OK} from "../Types.sol";

/// Who gets what of an escrow. Every branch ends with paid + refunded + held + pot = escrow. Mirrored in protocol (fees).
library Fees {
    /// What a task can cost; it must fit 96 bits.
    function cost(uint64 gasLimit, uint96 gasPrice, uint96 tip) internal pure returns (uint256) {
        // Below 2^161.
        unchecked {
            return uint256(gasLimit) * gasPrice + tip;
        }
    }

    /// What a task locks beside its value. Reverts rather than truncates above 96 bits.
    function escrow(uint64 gasLimit, uint96 gasPrice, uint96 tip) internal pure returns (uint96) {
        uint256 amount = cost(gasLimit, gasPrice, tip);
        if (amount > type(uint96).max) revert EscrowOverflow();
        return uint96(amount);
    }

    /// What the computation costs: the gas used, or the base fee alone where a grant was missing.
    function fee(uint8 status, uint64 gasUsed, uint96 gasPrice) internal pure returns (uint256) {
        unchecked {
            return uint256(status == RESULT_NO_GRANT ? BASE_GAS : gasUsed) * gasPrice;
        }
    }

    /// The submitter of the receipt gets three quarters of the tip; whoever opens the output gets one; the rounding
    /// remainder goes to the pot, so that nobody gains by choosing amounts. Without an output that quarter goes back.
    function tips(uint8 status, uint96 tip)
        internal
        pure
        returns (uint96 toSubmitter, uint96 held, uint96 back, uint96 toPot)
    {
        uint96 quarter = tip / 4;
        // ⌊3·tip/4⌋ + ⌊tip/4⌋ never exceeds tip.
        unchecked {
            toSubmitter = uint96((uint256(tip) * 3) / 4);
            toPot = tip - toSubmitter - quarter;
        }
        if (status == RESULT_OK) held = quarter;
        else back = quarter;
    }
}
