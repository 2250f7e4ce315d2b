// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {InsufficientBalance, Unauthorised} from "./Errors.sol";
import {Guard} from "./Guard.sol";
import {Payout} from "./Types.sol";
import {IBank} from "./interfaces/IBank.sol";
import {IStake} from "./interfaces/IStake.sol";

/// Holds every token of the protocol and knows whose it is. Money moves between its ledgers by word of the siblings named
/// here at construction, and leaves by its owner's own call or to a node's payout address.
/// The sums of stake and pending are kept as well. Escrow is what is left: Tasks asserts of each task that what it pays,
/// returns and holds back is what was locked, and a sum here would cost each task two more writes.
contract Bank is IBank, Guard {
    using SafeERC20 for IERC20;

    event Deposited(address indexed to, address indexed from, uint256 amount);
    event Withdrawn(address indexed from, address indexed to, uint256 amount);
    event CreditClaimed(uint32 indexed node, address indexed to, uint256 amount);

    IERC20 public immutable token;
    address public immutable stake;
    address public immutable tasks;
    address public immutable remedies;

    mapping(address account => uint256) public availableOf;
    /// What a node has earned and not yet collected.
    mapping(uint32 node => uint256) public creditOf;
    uint128 public pot;
    uint128 public stakeTotal;
    uint128 public pendingTotal;

    constructor(address token_, address stake_, address tasks_, address remedies_) {
        token = IERC20(token_);
        stake = stake_;
        tasks = tasks_;
        remedies = remedies_;
    }

    modifier onlyTasks() {
        if (msg.sender != tasks) revert Unauthorised(msg.sender);
        _;
    }

    modifier onlyStake() {
        if (msg.sender != stake) revert Unauthorised(msg.sender);
        _;
    }

    /// Anyone may fill any account, so also a contract's own (TaskHash.account), which pays for its scheduled functions.
    function deposit(address to, uint256 amount) external unlocked {
        _deposit(to, amount);
    }

    /// A permit that somebody used first has set the allowance all the same, so its failure is no failure.
    function depositWithPermit(address to, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s)
        external
        unlocked
    {
        try IERC20Permit(address(token)).permit(msg.sender, address(this), amount, deadline, v, r, s) {} catch {}
        _deposit(to, amount);
    }

    function _deposit(address to, uint256 amount) private {
        availableOf[to] += amount;
        token.safeTransferFrom(msg.sender, address(this), amount);
        emit Deposited(to, msg.sender, amount);
    }

    function withdraw(uint256 amount, address to) external unlocked {
        _take(msg.sender, amount);
        token.safeTransfer(to, amount);
        emit Withdrawn(msg.sender, to, amount);
    }

    /// Sends a node's credit to its payout address; anyone may ask.
    function claimCredit(uint32 node) external unlocked {
        uint256 amount = creditOf[node];
        creditOf[node] = 0;
        address to = IStake(stake).payoutOf(node);
        token.safeTransfer(to, amount);
        emit CreditClaimed(node, to, amount);
    }

    function guardian() public view override returns (address) {
        return tasks;
    }

    function tokenAddress() external view override returns (address) {
        return address(token);
    }

    function lock(address payer, uint256 amount) external override onlyTasks returns (bool done, uint256 have) {
        have = availableOf[payer];
        if (have < amount) return (false, have);
        unchecked {
            availableOf[payer] = have - amount;
        }
        return (true, have - amount);
    }

    function settle(Payout calldata payout) external override onlyTasks {
        uint256 perSeat = payout.perSeat;
        if (perSeat != 0) {
            uint256 seats = payout.nodes.length;
            for (uint256 i = 0; i < seats; ++i) creditOf[payout.nodes[i]] += perSeat;
        }
        if (payout.tip != 0) availableOf[payout.submitter] += payout.tip;
        uint256 used = payout.used;
        for (uint256 i = 0; i < used; ++i) {
            uint256 amount = payout.amounts[i];
            if (amount != 0) availableOf[payout.accounts[i]] += amount;
        }
        if (payout.toPot != 0) pot += uint128(payout.toPot);
    }

    function release(address to, uint256 toAccount, uint256 toPot) external override onlyTasks {
        if (toAccount != 0) availableOf[to] += toAccount;
        if (toPot != 0) pot += uint128(toPot);
    }

    function payLate(uint32 node, uint256 toNode, uint256 toPot) external override {
        if (msg.sender != remedies) revert Unauthorised(msg.sender);
        if (toNode != 0) creditOf[node] += toNode;
        if (toPot != 0) pot += uint128(toPot);
    }

    function charge(address from, uint256 amount) external override onlyTasks {
        _take(from, amount);
        pot += uint128(amount);
    }

    function sweep(address account, address to) external override onlyTasks returns (uint256 amount) {
        amount = availableOf[account];
        availableOf[account] = 0;
        availableOf[to] += amount;
    }

    function stakeFrom(address owner, uint256 amount) external override onlyStake {
        _take(owner, amount);
        stakeTotal += uint128(amount);
    }

    function stakeToPending(uint256 amount) external override onlyStake {
        stakeTotal -= uint128(amount);
        pendingTotal += uint128(amount);
    }

    function pendingTo(address owner, uint256 amount) external override onlyStake {
        pendingTotal -= uint128(amount);
        availableOf[owner] += amount;
    }

    function _take(address from, uint256 amount) private {
        uint256 have = availableOf[from];
        if (have < amount) revert InsufficientBalance(have, amount);
        unchecked {
            availableOf[from] = have - amount;
        }
    }
}
