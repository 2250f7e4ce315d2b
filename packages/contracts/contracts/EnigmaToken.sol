// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// The token of stakes and fees: a fixed supply, given once to `holder`. Nobody can mint, and nobody owns it.
contract EnigmaToken is ERC20, ERC20Permit {
    constructor(address holder, uint256 supply) ERC20("Enigma", "ENG") ERC20Permit("Enigma") {
        _mint(holder, supply);
    }
}
