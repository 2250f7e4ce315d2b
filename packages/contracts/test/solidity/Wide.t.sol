// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "../../contracts/Errors.sol";
import "../../contracts/Types.sol";
import {TaskHash} from "../../contracts/libraries/TaskHash.sol";
import {TaskWord} from "../../contracts/libraries/TaskWord.sol";
import {Log, vm} from "./Cheats.sol";
import {Network} from "./Network.sol";

/// Orders of relayers, values, bodies and late shares, each with somebody who tries to have more of them.
contract WideTest is Network {
    bytes32 private id;
    uint256 private constant ANN = 0xa11ce;
    uint256 private constant BOB = 0xb0b;

    function setUp() public {
        deployNetwork();
        for (uint256 i = 0; i < 6; ++i) registerNode(i, 10);
        nextEpoch();
        id = deployContract(terms(4, 1), 0);
        serve(id);
        bank.deposit(vm.addr(ANN), 10 ether);
        bank.deposit(vm.addr(BOB), 10 ether);
        bank.deposit(address(this), 10 ether);
    }

    // ---- orders

    /// Every order that is wrong in its own way is skipped with its own code; its neighbours are created, seqs stay dense.
    function test_aBadOrderIsSkippedAndSaysWhy() public {
        uint256 count = 16;
        Task[] memory orders = new Task[](count);
        bytes[] memory bodies = new bytes[](count);
        bytes[] memory sigs = new bytes[](2 * count);
        for (uint256 i = 0; i < count; ++i) {
            orders[i] = taskOf(id, vm.addr(ANN), uint64(i));
            orders[i].payer = address(this);
        }
        orders[1].grantsHash = "x";
        orders[2].deadline = uint40(timeNow);
        orders[3].gasLimit = 1;
        orders[4].contractId = "x";
        orders[5].gasPrice = 0;
        orders[6].gasPrice = type(uint96).max;
        orders[7].nonce = 0;
        orders[8].callback = address(bank);
        bodies[9] = new bytes(BODY_BYTES_MAX + 1);
        bodies[10] = "another";
        orders[12].payer = vm.addr(BOB);
        orders[13].value = type(uint128).max;
        bytes32 degraded = _degraded();
        orders[14].contractId = degraded;
        for (uint256 i = 0; i < count; ++i) sigs[2 * i] = compact(i == 11 ? BOB : ANN, taskIdOf(orders[i]));
        sigs[25] = compact(ANN, taskIdOf(orders[12]));
        uint256 before = bank.availableOf(address(this));
        vm.recordLogs();
        tasks.createMany(orders, bodies, sigs);
        Log[] memory logs = vm.getRecordedLogs();
        uint8[16] memory codes = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15, 5, 0];
        uint256 seen = 0;
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] != keccak256("OrderSkipped(uint8,uint8)")) continue;
            (uint8 index, uint8 code) = abi.decode(logs[i].data, (uint8, uint8));
            require(codes[index] == code && code != 0, "code");
            ++seen;
        }
        require(seen == 14, "skipped");
        require(tasks.headOf(id).nextSeq == 2, "neighbours");
        require(tasks.statusOf(taskIdOf(orders[0])) == 1 && tasks.statusOf(taskIdOf(orders[15])) == 1, "created");
        require(before - bank.availableOf(address(this)) == 2 * 30_101, "paid by the relayer");
        // Skipped is not spent: the same order in good form comes through.
        require(tasks.nonces(vm.addr(ANN), 0) == (1 << 15) | 1, "nonces");
    }

    function test_refusesBatchesOfAnotherShape() public {
        vm.expectRevert(abi.encodeWithSelector(OutOfRange.selector, "count", 1, 64));
        tasks.createMany(new Task[](0), new bytes[](0), new bytes[](0));
        vm.expectRevert(abi.encodeWithSelector(OutOfRange.selector, "sigs", 4, 4));
        tasks.createMany(new Task[](2), new bytes[](2), new bytes[](3));
    }

    /// A wallet that loops, returns a megabyte, too little or the wrong word, or reverts, has not signed, and costs its
    /// neighbours no more than the gas it was given. One without code has not signed either.
    function test_aWalletThatMisbehavesSkipsItsOwnOrderAlone() public {
        Task[] memory orders = new Task[](7);
        bytes[] memory sigs = new bytes[](14);
        for (uint256 i = 0; i < 7; ++i) {
            address wallet = i < 6 ? address(new OddWallet(i)) : address(0xdead);
            orders[i] = taskOf(id, wallet, 1);
            orders[i].payer = address(this);
            sigs[2 * i] = "whatever";
        }
        uint256 gas = gasleft();
        tasks.createMany(orders, new bytes[](7), sigs);
        require(gas - gasleft() < 7 * WALLET_GAS_MAX + 300_000, "gas");
        require(tasks.headOf(id).nextSeq == 1, "only the good one");
        require(tasks.statusOf(taskIdOf(orders[5])) == 1, "the good one");
    }

    /// EIP-7702: an account with delegated code still signs with its key, and its code may sign for it as well.
    function test_aDelegatedAccountSignsWithItsKey() public {
        OddWallet code = new OddWallet(0);
        vm.etch(vm.addr(ANN), abi.encodePacked(hex"ef0100", address(code)));
        Task memory task = taskOf(id, vm.addr(ANN), 1);
        bytes memory wrong = compact(BOB, taskIdOf(task));
        vm.expectRevert(abi.encodeWithSelector(BadSignature.selector, vm.addr(ANN)));
        tasks.create(task, "", wrong, "", "");
        tasks.create(task, "", compact(ANN, taskIdOf(task)), "", "");
    }

    // ---- value

    function test_aValueGoesToTheContractOnlyWhereItsTaskSucceeds() public {
        address account = TaskHash.account(id);
        for (uint256 i = 0; i < 2; ++i) {
            uint256 before = bank.availableOf(vm.addr(ANN));
            Task memory task = taskOf(id, vm.addr(ANN), uint64(i));
            task.value = 777;
            vm.prank(vm.addr(ANN));
            tasks.create(task, "", "", "", "");
            require(before - bank.availableOf(vm.addr(ANN)) == 30_101 + 777, "locked");
            (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one(task);
            results[0].status = i == 0 ? 1 : 2;
            receipt = receiptFor(id, results, bytes32(i + 1));
            settle(receipt, headers, results, new bytes[](1), 15);
            require(bank.availableOf(account) == 777, "only once");
            // 5000 gas were used, at 3 each; of the tip 75 are the submitter's and 25 held, or given back.
            uint256 spent = i == 0 ? 15_000 + 101 + 777 : 15_000 + 101 - 25;
            require(before - bank.availableOf(vm.addr(ANN)) == spent, "spent");
        }
        Task[] memory late = new Task[](1);
        late[0] = taskOf(id, vm.addr(ANN), 2);
        late[0].value = 777;
        uint256 balance = bank.availableOf(vm.addr(ANN));
        vm.prank(vm.addr(ANN));
        tasks.create(late[0], "", "", "", "");
        pass(1, 601);
        tasks.expire(late);
        require(balance - bank.availableOf(vm.addr(ANN)) == 3000 && bank.availableOf(account) == 777, "expired");
    }

    // ---- bodies

    function test_onlyWhoAcknowledgedOrCouldReadIsLiable() public {
        for (uint256 i = 0; i < 3; ++i) {
            Task[] memory headers = new Task[](1);
            headers[0] = taskOf(id, vm.addr(ANN), uint64(i));
            vm.prank(vm.addr(ANN));
            tasks.create(headers[0], "", "", "", "");
            if (i == 1) remedies.ackBodies(headers, _acks(headers[0], 5));
            if (i == 2) remedies.postBody(headers[0], "body");
            uint256 before = bank.availableOf(vm.addr(ANN));
            pass(1, 601);
            vm.recordLogs();
            tasks.expire(headers);
            Log[] memory logs = vm.getRecordedLogs();
            (, uint32 liable, uint256 refund) = abi.decode(logs[0].data, (uint56, uint32, uint256));
            require(liable == (i == 0 ? 0 : i == 1 ? 5 : type(uint32).max), "liable");
            require(refund == (i == 0 ? 27_101 : 30_101), "base fee");
            require(bank.availableOf(vm.addr(ANN)) - before == refund, "refund");
        }
    }

    function test_acknowledgementsComeWithTheTaskToo() public {
        Task memory task = taskOf(id, vm.addr(ANN), 1);
        bytes memory acks = _acks(task, 3)[0];
        vm.prank(vm.addr(ANN));
        tasks.create(task, "", "", "", acks);
        require(TaskWord.wrap(tasks.wordOf(taskIdOf(task))).acked() == 3, "acked");
        task.nonce = 2;
        vm.prank(vm.addr(ANN));
        vm.expectRevert(abi.encodeWithSelector(BadSeatSignature.selector, 0));
        tasks.create(task, "", "", "", acks);
    }

    function test_tooFewOrForeignAcknowledgementsAreNone() public {
        Task[] memory headers = new Task[](1);
        headers[0] = taskOf(id, vm.addr(ANN), 1);
        bytes[] memory acks = _acks(headers[0], 1);
        bytes[] memory enough = _acks(headers[0], 3);
        vm.expectRevert(abi.encodeWithSelector(UnknownTask.selector, taskIdOf(headers[0])));
        remedies.ackBodies(headers, enough);
        vm.prank(vm.addr(ANN));
        tasks.create(headers[0], "", "", "", "");
        vm.expectRevert(abi.encodeWithSelector(QuorumNotMet.selector, 1, 2));
        remedies.ackBodies(headers, acks);
        // Of another body: what the seats signed is not this task.
        Task memory other = taskOf(id, vm.addr(ANN), 1);
        other.bodyHash = "x";
        acks = _acks(other, 3);
        vm.expectRevert(abi.encodeWithSelector(BadSeatSignature.selector, 0));
        remedies.ackBodies(headers, acks);
        acks[0] = "abc";
        vm.expectRevert(abi.encodeWithSelector(OutOfRange.selector, "acks", 4, type(uint32).max));
        remedies.ackBodies(headers, acks);
        pass(1, 601 - GRACE);
        vm.expectRevert(abi.encodeWithSelector(BodyLate.selector, headers[0].deadline));
        remedies.ackBodies(headers, enough);
    }

    /// A deadline that nobody could meet, with the body in the log or acknowledged long before, buys no free refund and
    /// blames no seat.
    function test_nobodyAnswersForLessThanAGrace() public {
        for (uint256 i = 0; i < 4; ++i) {
            Task[] memory headers = new Task[](1);
            headers[0] = taskOf(id, vm.addr(ANN), uint64(i));
            headers[0].deadline = uint40(timeNow + GRACE - 1 + i / 2);
            bytes memory acks = i % 2 == 0 ? bytes("") : _acks(headers[0], 5)[0];
            vm.prank(vm.addr(ANN));
            tasks.create(headers[0], i % 2 == 0 ? bytes("body") : bytes(""), "", "", acks);
            pass(1, GRACE + 1);
            vm.recordLogs();
            tasks.expire(headers);
            (, uint32 liable, uint256 refund) = abi.decode(vm.getRecordedLogs()[0].data, (uint56, uint32, uint256));
            require(liable == (i < 2 ? 0 : i == 2 ? type(uint32).max : 5), "liable");
            require(refund == (i < 2 ? 27_101 : 30_101), "refund");
        }
    }

    function test_aBodyIsPostedOnceInTimeAndWhole() public {
        Task memory task = taskOf(id, vm.addr(ANN), 1);
        vm.expectRevert(abi.encodeWithSelector(UnknownTask.selector, taskIdOf(task)));
        remedies.postBody(task, "body");
        vm.prank(vm.addr(ANN));
        tasks.create(task, "", "", "", "");
        vm.expectRevert(abi.encodeWithSelector(WrongHash.selector, "body"));
        remedies.postBody(task, "bodx");
        vm.expectRevert(abi.encodeWithSelector(OutOfRange.selector, "body", 1, BODY_BYTES_MAX));
        remedies.postBody(task, "");
        pass(1, 600 - GRACE + 1);
        vm.expectRevert(abi.encodeWithSelector(BodyLate.selector, task.deadline));
        remedies.postBody(task, "body");
        Task memory second = taskOf(id, vm.addr(ANN), 2);
        vm.prank(vm.addr(ANN));
        tasks.create(second, "", "", "", "");
        remedies.postBody(second, "body");
        vm.expectRevert(abi.encodeWithSelector(BodyKnown.selector, taskIdOf(second)));
        remedies.postBody(second, "body");
    }

    // ---- late shares

    function test_aSeatThatWasLeftOutClaimsItsShareOnceAndInTime() public {
        Task memory task = taskOf(id, vm.addr(ANN), 1);
        vm.prank(vm.addr(ANN));
        tasks.create(task, "", "", "", "");
        (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one(task);
        bytes memory sig = seatSigs(receipt.committeeId, 8, receiptDigest(receipt));
        vm.expectRevert(abi.encodeWithSelector(UnknownTask.selector, results[0].taskId));
        remedies.claimLate(receipt, headers, results, 3, sig);
        uint256 pot = bank.pot();
        settle(receipt, headers, results, new bytes[](1), 7);
        // 5000 · 3 / 4 each; nothing of the fourth share is the pot's, nor anybody's who left the signature out.
        require(bank.pot() - pot == 1, "only the tip's remainder");
        uint32 node = committees.committeeOf(receipt.committeeId).seats[3];
        vm.expectRevert(abi.encodeWithSelector(AlreadyPaid.selector, 2));
        remedies.claimLate(receipt, headers, results, 2, sig);
        bytes memory third = seatSigs(receipt.committeeId, 4, receiptDigest(receipt));
        vm.expectRevert(abi.encodeWithSelector(BadSeatSignature.selector, 3));
        remedies.claimLate(receipt, headers, results, 3, third);
        vm.expectRevert(abi.encodeWithSelector(OutOfRange.selector, "seat", 0, 30));
        remedies.claimLate(receipt, headers, results, 31, sig);
        headers[0].gasPrice = 9;
        bytes32 other = taskIdOf(headers[0]);
        vm.expectRevert(abi.encodeWithSelector(WrongTask.selector, other, results[0].taskId));
        remedies.claimLate(receipt, headers, results, 3, sig);
        headers[0].gasPrice = 3;
        results[0].gasUsed = 9000;
        vm.expectRevert(abi.encodeWithSelector(WrongReceipt.selector, "resultsRoot"));
        remedies.claimLate(receipt, headers, results, 3, sig);
        Receipt memory forged = receiptFor(id, results, "other");
        vm.expectRevert(abi.encodeWithSelector(WrongReceipt.selector, "digest"));
        remedies.claimLate(forged, headers, results, 3, sig);
        results[0].gasUsed = 5000;
        uint256 until = timeNow + LATE;
        vm.expectRevert(abi.encodeWithSelector(ClaimOpen.selector, until));
        remedies.sweepLate(receipt, headers, results);
        pass(1, LATE);
        remedies.claimLate(receipt, headers, results, 3, sig);
        require(bank.creditOf(node) == 3750, "share");
        vm.expectRevert(abi.encodeWithSelector(AlreadyPaid.selector, 3));
        remedies.claimLate(receipt, headers, results, 3, sig);
        pass(1, 1);
        vm.expectRevert(abi.encodeWithSelector(AlreadyPaid.selector, 4));
        remedies.sweepLate(receipt, headers, results);
    }

    function test_whatNobodyClaimedIsThePots() public {
        Task memory task = taskOf(id, vm.addr(ANN), 1);
        vm.prank(vm.addr(ANN));
        tasks.create(task, "", "", "", "");
        (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one(task);
        bytes memory sig = seatSigs(receipt.committeeId, 8, receiptDigest(receipt));
        settle(receipt, headers, results, new bytes[](1), 7);
        uint256 until = timeNow + LATE;
        pass(1, LATE + 1);
        vm.expectRevert(abi.encodeWithSelector(ClaimOver.selector, until));
        remedies.claimLate(receipt, headers, results, 3, sig);
        uint256 pot = bank.pot();
        remedies.sweepLate(receipt, headers, results);
        require(bank.pot() - pot == 3750, "pot");
        vm.expectRevert(abi.encodeWithSelector(AlreadyPaid.selector, 4));
        remedies.sweepLate(receipt, headers, results);
    }

    /// A permit that was used by somebody who saw it in the pool must not stop the deposit.
    function test_aPermitUsedByAnotherStillServes() public {
        address ann = vm.addr(ANN);
        token.transfer(ann, 500);
        bytes32 digest = keccak256(
            abi.encodePacked(
                hex"1901",
                token.DOMAIN_SEPARATOR(),
                keccak256(
                    abi.encode(
                        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                        ann,
                        address(bank),
                        500,
                        0,
                        timeNow + 60
                    )
                )
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(ANN, digest);
        token.permit(ann, address(bank), 500, timeNow + 60, v, r, s);
        uint256 before = bank.availableOf(ann);
        vm.prank(ann);
        bank.depositWithPermit(ann, 500, timeNow + 60, v, r, s);
        require(bank.availableOf(ann) - before == 500, "deposit");
        vm.prank(ann);
        vm.expectPartialRevert(bytes4(keccak256("ERC20InsufficientAllowance(address,uint256,uint256)")));
        bank.depositWithPermit(ann, 1, timeNow + 60, v, r, s);
    }

    // ---- helpers

    function _one(Task memory task)
        private
        view
        returns (Receipt memory receipt, Task[] memory headers, Result[] memory results)
    {
        headers = new Task[](1);
        results = new Result[](1);
        headers[0] = task;
        (results[0].taskId, results[0].status, results[0].gasUsed) = (taskIdOf(task), 1, 5000);
        results[0].maskedHash = keccak256("");
        receipt = receiptFor(id, results, "root");
    }

    function _acks(Task memory task, uint32 bitmap) private view returns (bytes[] memory acks) {
        acks = new bytes[](1);
        bytes32 digest = digestOf(TaskHash.ackHash(taskIdOf(task), task.bodyHash));
        acks[0] = bytes.concat(bytes4(bitmap), seatSigs(tasks.headOf(id).committeeId, bitmap, digest));
    }

    function _degraded() private returns (bytes32 other) {
        other = deployContract(terms(4, 1), "degraded");
        serve(other);
        Task memory task = taskOf(other, vm.addr(BOB), 1);
        vm.prank(vm.addr(BOB));
        tasks.create(task, "", "", "", "");
        Task[] memory headers = new Task[](1);
        Result[] memory results = new Result[](1);
        headers[0] = task;
        (results[0].taskId, results[0].status, results[0].maskedHash) = (taskIdOf(task), 2, keccak256(""));
        pass(1, GRACE);
        settle(receiptFor(other, results, "root"), headers, results, new bytes[](1), 3);
    }
}

/// Answers ERC-1271 as told: reverts, loops, returns a megabyte, too little, another word, or yes.
contract OddWallet {
    uint256 private immutable how;

    constructor(uint256 how_) {
        how = how_;
    }

    fallback() external {
        if (how == 0) revert("no");
        if (how == 1) while (true) {}
        bytes32 yes = bytes32(bytes4(0x1626ba7e));
        uint256 size = how == 2 ? 1 << 20 : how == 3 ? 4 : 32;
        bytes32 said = how == 4 ? bytes32(uint256(yes) | 1) : yes;
        assembly ("memory-safe") {
            mstore(0, said)
            return(0, size)
        }
    }
}
