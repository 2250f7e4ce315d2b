// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "../../contracts/Errors.sol";
import "../../contracts/Types.sol";
import {TaskWord} from "../../contracts/libraries/TaskWord.sol";
import {create, vm} from "./Cheats.sol";
import {Network} from "./Network.sol";
import {packed, placeOf} from "./Packing.t.sol";

/// Invariant 50: each loop at its longest stays below one transaction's gas. Invariant 46: nobody moves another's money
/// by calling what siblings call. Invariants 23 and 47: when a committee may be drawn, and how long stake stays.
contract BoundsTest is Network {
    uint256 private constant TRANSACTION_GAS_MAX = 16_777_216;
    bytes32 private id;

    function setUp() public {
        deployNetwork();
        for (uint256 i = 0; i < 35; ++i) registerNode(i, 10);
        nextEpoch();
        id = deployContract(terms(31, 15), 0);
        nextEpoch();
    }

    function test_theLargestDrawReceiptAndExpiryFitATransaction() public {
        uint256 gas = gasleft();
        committees.open(id);
        _fits(gas, "open");
        settle(genesisOf(id), new Task[](0), new Result[](0), new bytes[](0), 0x7fffffff);
        bank.deposit(address(this), 1 ether);
        Task[] memory headers = new Task[](BATCH_MAX);
        Result[] memory results = new Result[](BATCH_MAX);
        for (uint256 i = 0; i < 2 * BATCH_MAX; ++i) {
            Task memory task = taskOf(id, address(this), uint64(i));
            tasks.create(task, "", "", "", "");
            headers[i % BATCH_MAX] = task;
            if (i != BATCH_MAX - 1) continue;
            for (uint256 j = 0; j < BATCH_MAX; ++j) {
                (results[j].taskId, results[j].status, results[j].gasUsed) = (taskIdOf(headers[j]), 1, 5001);
                results[j].maskedHash = keccak256("");
            }
            Receipt memory receipt = receiptFor(id, results, "root");
            bytes memory sigs = seatSigs(receipt.committeeId, 0x7fffffff, receiptDigest(receipt));
            gas = gasleft();
            tasks.settle(receipt, packed(headers, results, new bytes[](BATCH_MAX)), 0x7fffffff, sigs);
            _fits(gas, "settle");
            sigs = seatSigs(receipt.committeeId, 0xffff, openingDigest(receiptDigest(receipt), 63, "out"));
            gas = gasleft();
            tasks.open(headers[63], "out", receipt, placeOf(results, 63), 0xffff, sigs);
            _fits(gas, "open output");
        }
        pass(1, 601);
        gas = gasleft();
        tasks.expire(headers);
        _fits(gas, "expire");
    }

    function test_theLongestAppendFitsATransaction() public {
        serve(id);
        bytes[] memory bodies = new bytes[](BODIES_MAX);
        // Half-size bodies: 64 of the longest would not fit by calldata alone.
        for (uint256 i = 0; i < BODIES_MAX; ++i) bodies[i] = new bytes(4096);
        uint256 gas = gasleft();
        tasks.append(id, bodies);
        _fits(gas, "append");
    }

    function test_nobodyButASiblingMovesMoney() public {
        Payout memory payout;
        _forbidden(address(bank), abi.encodeCall(bank.lock, (address(1), 0)));
        _forbidden(address(bank), abi.encodeCall(bank.settle, (payout)));
        _forbidden(address(bank), abi.encodeCall(bank.release, (address(1), 0, 0)));
        _forbidden(address(bank), abi.encodeCall(bank.payLate, (0, 0, 0)));
        _forbidden(address(bank), abi.encodeCall(bank.charge, (address(1), 0)));
        _forbidden(address(bank), abi.encodeCall(bank.sweep, (address(1), address(2))));
        _forbidden(address(bank), abi.encodeCall(bank.stakeFrom, (address(1), 0)));
        _forbidden(address(bank), abi.encodeCall(bank.stakeToPending, (0)));
        _forbidden(address(bank), abi.encodeCall(bank.pendingTo, (address(1), 0)));
        _forbidden(address(stake), abi.encodeCall(stake.seated, (new uint32[](0), 0)));
        _forbidden(address(stake), abi.encodeCall(stake.unseated, (new uint32[](0))));
        _forbidden(address(committees), abi.encodeCall(committees.release, (id, id)));
        _forbidden(address(tasks), abi.encodeCall(tasks.enroll, (id, 0, 0)));
        _forbidden(address(tasks), abi.encodeCall(tasks.seat, (id, 0)));
        _forbidden(address(tasks), abi.encodeCall(tasks.lose, (id, 0, 0)));
        _forbidden(address(tasks), abi.encodeCall(tasks.mark, (id, TaskWord.wrap(1))));
        _forbidden(address(tasks), abi.encodeCall(tasks.guard, (true)));
        _forbidden(address(bank), abi.encodeCall(bank.guard, (true)));
        _forbidden(address(stake), abi.encodeCall(stake.guard, (true)));
        _forbidden(address(committees), abi.encodeCall(committees.guard, (true)));
        _forbidden(address(registry), abi.encodeCall(registry.guard, (true)));
        _forbidden(address(randomness), abi.encodeCall(randomness.guard, (true)));
        vm.prank(address(3));
        vm.expectRevert(abi.encodeWithSelector(InsufficientBalance.selector, 0, 1));
        bank.withdraw(1, address(3));
    }

    function test_aNodeProvesItsKeyAndKeepsItApart() public {
        bank.deposit(ownerOf(40), UNIT);
        NodeKeys memory keys = keysOf(40);
        bytes memory another = proofOf(41);
        vm.prank(ownerOf(40));
        vm.expectPartialRevert(BadPossession.selector);
        stake.register(keys, 1, another);
        keys.signer = ownerOf(40);
        vm.prank(ownerOf(40));
        vm.expectRevert(abi.encodeWithSelector(KeysNotSeparate.selector, keys.signer));
        stake.register(keys, 1, another);
    }

    function test_aSeedIsFixedOnceAndServesWhileItsBlockIsKnown() public {
        uint32 epoch = randomness.epoch();
        (bytes32 seed,) = randomness.seedOf(epoch);
        nextEpoch();
        (bytes32 later,) = randomness.seedOf(epoch);
        require(later == seed, "seed moved");
        pass(300, 300);
        vm.expectPartialRevert(SeedBlockGone.selector);
        committees.open(id);
        pass(1, 1);
        randomness.advance();
        vm.expectRevert(abi.encodeWithSelector(AlreadyAdvanced.selector, blockNow));
        randomness.advance();
    }

    function test_theInsecureClockRefusesARealChain() public {
        vm.chainId(1);
        vm.expectRevert(abi.encodeWithSelector(NotDevelopment.selector, 1));
        create("DevRandomness", abi.encode(tasks));
    }

    function test_stakeOutlivesWhateverCouldCostIt() public {
        vm.expectRevert(abi.encodeWithSelector(BadDeployment.selector, "exitDelaySeconds"));
        uint40[6] memory longer = [uint40(5 days), 60, 1 days, 2 days, 64, 64];
        create("Tasks", abi.encode(bank, stake, committees, registry, remedies, longer));
    }

    function _forbidden(address target, bytes memory data) private {
        (bool done, bytes memory reason) = target.call(data);
        require(!done, "let through");
        require(keccak256(reason) == keccak256(abi.encodeWithSelector(Unauthorised.selector, address(this))), "reason");
    }

    function _fits(uint256 before, string memory what) private view {
        require(before - gasleft() < TRANSACTION_GAS_MAX, what);
    }
}
