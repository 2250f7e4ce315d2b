// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Points in the field of shares, p = 2^128 − 45·2^40 + 1.
library Polynomial {
    uint256 internal constant P = 2 ** 128 - 45 * 2 ** 40 + 1;

    /// Whether the first `count` points lie on one polynomial of degree ≤ count − 2.
    /// @dev They do if and only if their divided difference of order count − 1, Σ y_i / Π_{j≠i} (x_i − x_j), is zero: it is the coefficient
    /// of x^(count − 1) in the one polynomial of degree < count through all of them. Multiplied with V = Π_{a<b} (x_b − x_a), which is
    /// not zero where the x differ, 1 / Π_{j≠i} (x_i − x_j) becomes the product of the differences that i is not in, with a minus for each
    /// place after i, where the pair stands in V the other way round: (−1)^(count − 1 − i). One sign for all of them changes nothing, so i
    /// alone says which: nothing is divided, and an inversion would cost more than all of this.
    /// @param xs below p, no two alike; @param ys below p
    function areOnOne(uint256[] memory xs, uint256[] memory ys, uint256 count) internal pure returns (bool) {
        uint256 sum = 0;
        unchecked {
            for (uint256 i = 0; i < count; ++i) {
                uint256 term = i & 1 == 0 ? ys[i] : P - ys[i];
                for (uint256 b = 1; b < count; ++b) {
                    if (b == i) continue;
                    for (uint256 a = 0; a < b; ++a) if (a != i) term = mulmod(term, xs[b] + P - xs[a], P);
                }
                sum = addmod(sum, term, P);
            }
        }
        return sum == 0;
    }
}
