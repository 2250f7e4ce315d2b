// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "../../contracts/Errors.sol";
import "../../contracts/Types.sol";
import {TaskHash} from "../../contracts/libraries/TaskHash.sol";
import {vm} from "./Cheats.sol";
import {Network} from "./Network.sol";
import {packed, placeOf} from "./Packing.t.sol";

/// Each refusal of Tasks, by somebody who tries; the two quorums; the two ways a contract is lost. One file, though long: the
/// refusals stand in the order in which a task meets them, and share one contract's way there.
contract TasksTest is Network {
    bytes32 private id;
    uint256 private constant SENDER = 0xa11ce;

    function setUp() public {
        deployNetwork();
        for (uint256 i = 0; i < 6; ++i) registerNode(i, 10);
        nextEpoch();
        id = deployContract(terms(4, 1), 0);
        serve(id);
        bank.deposit(sender(), 10 ether);
    }

    // ---- creation

    function test_refusesWhatIsNotYet() public {
        Task memory task = taskOf(id, sender(), 1);
        task.grantsHash = "x";
        _refused(task, abi.encodeWithSelector(NotYet.selector, "grantsHash"));
        Contract memory with = terms(4, 1);
        with.mode = 1;
        vm.expectRevert(abi.encodeWithSelector(NotYet.selector, "mode"));
        registry.deploy(with, 0, "code", "init");
    }

    function test_refusesDeadlinesAndPricesOutOfRange() public {
        Task memory task = taskOf(id, sender(), 1);
        task.deadline = uint40(timeNow);
        bytes memory range =
            abi.encodeWithSelector(DeadlineOutOfRange.selector, timeNow + 1, timeNow + TASK_MAX);
        _refused(task, range);
        task.deadline = uint40(timeNow + TASK_MAX + 1);
        _refused(task, range);
        task.deadline = uint40(timeNow + TASK_MAX);
        task.gasPrice = 0;
        _refused(task, abi.encodeWithSelector(PriceTooLow.selector, 1, 0));
        task.gasPrice = type(uint96).max;
        _refused(task, abi.encodeWithSelector(EscrowOverflow.selector));
        task.gasPrice = 1;
        task.gasLimit = 999;
        _refused(task, abi.encodeWithSelector(OutOfRange.selector, "gasLimit", 1000, type(uint64).max));
    }

    function test_aNonceServesOnce() public {
        _create(1);
        Task memory task = taskOf(id, sender(), 1);
        task.tip += 1;
        _refused(task, abi.encodeWithSelector(NonceUsed.selector, sender(), 1));
        vm.prank(sender());
        tasks.cancelNonces(0, 1 << 2);
        _refused(taskOf(id, sender(), 2), abi.encodeWithSelector(NonceUsed.selector, sender(), 2));
    }

    function test_oneCreatesOnesOwnFromOnesOwnPurseAlone() public {
        Task memory task = taskOf(id, sender(), 3);
        vm.expectRevert(abi.encodeWithSelector(BadSignature.selector, sender()));
        tasks.createOwn(task, "");
        task.payer = address(this);
        vm.prank(sender());
        vm.expectRevert(abi.encodeWithSelector(BadSignature.selector, address(this)));
        tasks.createOwn(task, "");
        task.payer = sender();
        vm.prank(sender());
        require(tasks.createOwn(task, "body") == taskIdOf(task), "id");
        require(tasks.statusOf(taskIdOf(task)) == TASK_CREATED, "created");
    }

    function test_aBodyMustBeTheOneHashed() public {
        vm.prank(sender());
        vm.expectRevert(abi.encodeWithSelector(WrongHash.selector, "body"));
        tasks.create(taskOf(id, sender(), 1), "another", "", "", "");
    }

    function test_aWalletOfCodeSignsByItsOwnRule() public {
        Wallet wallet = new Wallet();
        bank.deposit(address(wallet), 1 ether);
        Task memory task = taskOf(id, address(wallet), 1);
        vm.expectRevert(abi.encodeWithSelector(BadSignature.selector, address(wallet)));
        tasks.create(task, "", "no", "", "");
        tasks.create(task, "", "yes", "", "");
    }

    // ---- settlement

    function test_refusesReceiptsOfAnotherStateSeqCommitteeOrGeneration() public {
        (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one();
        Receipt memory wrong = _copy(receipt);
        wrong.prevRoot = "x";
        _settleRefused(wrong, headers, results, abi.encodeWithSelector(WrongRoot.selector, receipt.prevRoot, bytes32("x")));
        wrong = _copy(receipt);
        wrong.firstSeq = 1;
        _settleRefused(wrong, headers, results, abi.encodeWithSelector(WrongSeq.selector, 0, 1));
        wrong = _copy(receipt);
        wrong.generation = 1;
        _settleRefused(wrong, headers, results, abi.encodeWithSelector(WrongGeneration.selector, 0, 1));
        wrong = _copy(receipt);
        wrong.kind = 3;
        _settleRefused(wrong, headers, results, abi.encodeWithSelector(NotYet.selector, "kind"));
        wrong = _copy(receipt);
        wrong.attempt = 1;
        _settleRefused(wrong, headers, results, abi.encodeWithSelector(WrongReceipt.selector, "abortsHash"));
        wrong = _copy(receipt);
        (wrong.attempt, wrong.abortsHash) = (5, "x");
        _settleRefused(wrong, headers, results, abi.encodeWithSelector(OutOfRange.selector, "attempt", 0, 4));
        wrong = _copy(receipt);
        wrong.resultsRoot = "x";
        _settleRefused(wrong, headers, results, abi.encodeWithSelector(WrongReceipt.selector, "resultsRoot"));
        wrong = _copy(receipt);
        wrong.committeeId = "x";
        vm.expectRevert(abi.encodeWithSelector(WrongCommittee.selector, receipt.committeeId, bytes32("x")));
        tasks.settle(wrong, packed(headers, results, _none(1)), 7, new bytes(192));
    }

    function test_refusesHeadersAndResultsThatAreNotTheTasks() public {
        (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one();
        headers[0].payer = address(this);
        _settleRefused(receipt, headers, results, abi.encodeWithSelector(UnknownTask.selector, taskIdOf(headers[0])));
        (receipt, headers, results) = _again();
        results[0].gasUsed = headers[0].gasLimit + 1;
        _settleRefused(receiptFor(id, results, "root"), headers, results, abi.encodeWithSelector(WrongReceipt.selector, "gasUsed"));
        results[0].gasUsed = 0;
        results[0].status = 6;
        _settleRefused(receiptFor(id, results, "root"), headers, results, abi.encodeWithSelector(WrongReceipt.selector, "status"));
        results[0].status = 1;
        results[0].maskedHash = "x";
        _settleRefused(receiptFor(id, results, "root"), headers, results, abi.encodeWithSelector(WrongReceipt.selector, "resultsRoot"));
        // What the chain computes nobody can say: a taskId beside it counts for nothing but in the root.
        (receipt, headers, results) = _again();
        receipt.resultsRoot = rootOf(results);
        results[0].taskId = "another";
        settle(receipt, headers, results, _none(1), 7);
    }

    function test_bytesThatAreNotExactlyTheTasksAreRefused() public {
        (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one();
        bytes memory sigs = seatSigs(receipt.committeeId, 7, receiptDigest(receipt));
        bytes memory all = packed(headers, results, _none(1));
        bytes memory reason = abi.encodeWithSelector(WrongReceipt.selector, "count");
        vm.expectRevert(reason);
        tasks.settle(receipt, "", 7, sigs);
        vm.expectRevert(reason);
        tasks.settle(receipt, bytes.concat(all, hex"00"), 7, sigs);
        // The last byte is the masked output's length: one byte more than there is.
        all[all.length - 1] = 0x01;
        vm.expectRevert(reason);
        tasks.settle(receipt, all, 7, sigs);
        all[all.length - 2] = 0x20;
        vm.expectRevert(abi.encodeWithSelector(OutOfRange.selector, "masked", 0, MASKED_BYTES_MAX));
        tasks.settle(receipt, all, 7, sigs);
    }

    function test_allTasksOfABatchAreSettledAndEachIsOpenedOnce() public {
        Task[] memory headers = new Task[](3);
        Result[] memory results = new Result[](3);
        for (uint64 i = 0; i < 3; ++i) {
            headers[i] = taskOf(id, sender(), 700 + i);
            vm.prank(sender());
            tasks.create(headers[i], "", "", "", "");
            (results[i].taskId, results[i].status, results[i].maskedHash) = (taskIdOf(headers[i]), 1, keccak256(""));
        }
        Receipt memory receipt = receiptFor(id, results, "root");
        bytes memory reason = abi.encodeWithSelector(AlreadyEnded.selector, TASK_CREATED);
        bytes memory sigs = seatSigs(receipt.committeeId, 3, openingDigest(receiptDigest(receipt), 1, "out"));
        vm.expectRevert(reason);
        tasks.open(headers[1], "out", receipt, placeOf(results, 1), 3, sigs);
        settle(receipt, headers, results, new bytes[](3), 7);
        for (uint256 i = 0; i < 3; ++i) require(tasks.statusOf(results[i].taskId) == TASK_SETTLED, "settled");
        Task[] memory second = new Task[](1);
        second[0] = headers[1];
        pass(1, 601);
        vm.expectRevert(abi.encodeWithSelector(AlreadyEnded.selector, TASK_SETTLED));
        tasks.expire(second);
        vm.expectRevert(abi.encodeWithSelector(AlreadyEnded.selector, TASK_SETTLED));
        remedies.postBody(headers[2], "body");
        // A receipt that was not settled opens nothing, though all else is right.
        Receipt memory other = _copy(receipt);
        other.newRoot = "other";
        bytes memory wrong = seatSigs(receipt.committeeId, 3, openingDigest(receiptDigest(other), 1, "out"));
        vm.expectRevert(abi.encodeWithSelector(WrongReceipt.selector, "digest"));
        tasks.open(headers[1], "out", other, placeOf(results, 1), 3, wrong);
        vm.expectRevert(abi.encodeWithSelector(WrongTask.selector, results[2].taskId, results[1].taskId));
        tasks.open(headers[1], "out", receipt, placeOf(results, 2), 3, sigs);
        Place memory place = placeOf(results, 1);
        place.first = results[2].taskId;
        vm.expectRevert(abi.encodeWithSelector(WrongReceipt.selector, "digest"));
        tasks.open(headers[1], "out", receipt, place, 3, sigs);
        tasks.open(headers[1], "out", receipt, placeOf(results, 1), 3, sigs);
        require(tasks.statusOf(results[1].taskId) == TASK_OPENED, "opened");
        require(tasks.statusOf(results[2].taskId) == TASK_SETTLED, "not opened");
        vm.expectRevert(abi.encodeWithSelector(AlreadyEnded.selector, TASK_OPENED));
        tasks.open(headers[1], "out", receipt, placeOf(results, 1), 3, sigs);
        vm.expectRevert(abi.encodeWithSelector(AlreadyEnded.selector, TASK_OPENED));
        tasks.expire(second);
    }

    function test_aFieldWiderThanItsTypeIsRefused() public {
        Task memory task = taskOf(id, sender(), 900);
        bytes memory call = abi.encodeCall(tasks.create, (task, "", "", "", ""));
        // fn, sender, payer, nonce, value, gasLimit, gasPrice, tip, deadline, callback, callbackGas: the first byte that is
        // not of the field.
        uint8[2][11] memory places =
            [[1, 4], [3, 11], [4, 11], [5, 23], [6, 15], [8, 23], [9, 19], [10, 19], [11, 26], [12, 11], [13, 27]];
        for (uint256 i = 0; i < places.length; ++i) {
            uint256 place = 4 + 32 * uint256(places[i][0]) + places[i][1];
            call[place] = 0x01;
            vm.prank(sender());
            (bool done, bytes memory reason) = address(tasks).call(call);
            require(!done && reason.length == 0, "a wide field was taken");
            call[place] = 0x00;
        }
        vm.prank(sender());
        (bool taken,) = address(tasks).call(call);
        require(taken, "the narrow one");
    }

    function test_aSeatThatDidNotSignDoesNotCount() public {
        (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one();
        bytes32 digest = receiptDigest(receipt);
        bytes memory two = seatSigs(receipt.committeeId, 3, digest);
        bytes memory stranger = compact(signerKey(99), digest);
        vm.expectRevert(abi.encodeWithSelector(BadSeatSignature.selector, 2));
        tasks.settle(receipt, packed(headers, results, _none(1)), 7, bytes.concat(two, stranger));
        vm.expectRevert(abi.encodeWithSelector(BadSeatSignature.selector, 2));
        tasks.settle(receipt, packed(headers, results, _none(1)), 7, bytes.concat(two, new bytes(64)));
        vm.expectRevert(abi.encodeWithSelector(BadSeatSignature.selector, 4));
        tasks.settle(receipt, packed(headers, results, _none(1)), 19, bytes.concat(two, stranger));
        vm.expectRevert(abi.encodeWithSelector(QuorumNotMet.selector, 2, 3));
        tasks.settle(receipt, packed(headers, results, _none(1)), 7, two);
        bytes memory one = seatSigs(receipt.committeeId, 1, digest);
        vm.expectRevert(abi.encodeWithSelector(QuorumNotMet.selector, 1, 2));
        tasks.settle(receipt, packed(headers, results, _none(1)), 1, one);
    }

    function test_fewerSeatsSufficeOnlyAfterTheGraceAndThenItIsDegraded() public {
        (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one();
        bytes memory sigs = seatSigs(receipt.committeeId, 3, receiptDigest(receipt));
        uint256 grace = timeNow + GRACE;
        vm.expectRevert(abi.encodeWithSelector(GraceNotOver.selector, grace));
        tasks.settle(receipt, packed(headers, results, _none(1)), 3, sigs);
        pass(1, GRACE);
        tasks.settle(receipt, packed(headers, results, _none(1)), 3, sigs);
        require(tasks.headOf(id).status == CONTRACT_DEGRADED, "degraded");
        _refused(taskOf(id, sender(), 2), abi.encodeWithSelector(Degraded.selector));
    }

    function test_aRepairMakesANewVersionTakesTheHighQuorumAndEndsTheDegradation() public {
        (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one();
        pass(1, GRACE);
        bytes memory sigs = seatSigs(receipt.committeeId, 3, receiptDigest(receipt));
        tasks.settle(receipt, packed(headers, results, _none(1)), 3, sigs);
        uint56 version = tasks.headOf(id).version;
        Receipt memory repair = receiptFor(id, new Result[](0), "repaired");
        repair.kind = REPAIR;
        sigs = seatSigs(repair.committeeId, 3, receiptDigest(repair));
        vm.expectRevert(abi.encodeWithSelector(QuorumNotMet.selector, 2, 3));
        tasks.settle(repair, "", 3, sigs);
        sigs = seatSigs(repair.committeeId, 7, receiptDigest(repair));
        tasks.settle(repair, "", 7, sigs);
        Head memory head = tasks.headOf(id);
        require(head.status == CONTRACT_SERVING && head.version == version + 1, "serving again");
        require(head.stateRoot == "repaired" && head.doneSeq == 1, "of no task");
        vm.expectRevert(abi.encodeWithSelector(WrongRoot.selector, bytes32("repaired"), repair.prevRoot));
        tasks.settle(repair, "", 7, sigs);
    }

    function test_settlingEndsWhereExpiringBegins() public {
        (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one();
        uint40 deadline = headers[0].deadline;
        pass(1, deadline - timeNow);
        vm.expectRevert(abi.encodeWithSelector(NotExpired.selector, deadline));
        tasks.expire(headers);
        pass(1, 1);
        _settleRefused(receipt, headers, results, abi.encodeWithSelector(DeadlineOver.selector, deadline));
        tasks.expire(headers);
        vm.expectRevert(abi.encodeWithSelector(AlreadyEnded.selector, TASK_EXPIRED));
        tasks.expire(headers);
    }

    function test_onlyTheHeadOfTheOrderExpires() public {
        _create(1);
        Task[] memory second = new Task[](1);
        second[0] = _create(2);
        pass(1, 601);
        vm.expectRevert(abi.encodeWithSelector(WrongSeq.selector, 0, 1));
        tasks.expire(second);
    }

    function test_aCommitteeKeepsTheKeysOfItsDraw() public {
        Committee memory committee = committees.committeeOf(tasks.headOf(id).committeeId);
        uint32 node = committee.seats[0];
        address before = vm.addr(signerKey(node));
        NodeKeys memory keys = keysOf(node);
        keys.signer = vm.addr(0xbeef);
        bytes32 proof = keccak256(
            abi.encode(
                keccak256("NodeProof(address owner,bytes32 sealingKey,bytes32 tlsSpkiHash,address payout,address operator)"),
                ownerOf(node),
                keys.sealingKey,
                keys.tlsSpkiHash,
                keys.payout,
                keys.operator
            )
        );
        bytes memory signed = compact(0xbeef, digestOf(proof));
        vm.prank(ownerOf(node));
        stake.rotateKeys(keys, signed);
        uint32 epoch = randomness.epoch();
        require(stake.signerAt(node, epoch) == before && stake.signerAt(node, epoch + 1) == keys.signer, "history");
        nextEpoch();
        (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one();
        settle(receipt, headers, results, _none(1), 7);
    }

    // ---- opening

    function test_anOpeningHangsOnItsReceipt() public {
        (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one();
        settle(receipt, headers, results, _none(1), 7);
        bytes32 digest = receiptDigest(receipt);
        bytes memory sigs = seatSigs(receipt.committeeId, 3, openingDigest(digest, 0, "out"));
        bytes memory one = seatSigs(receipt.committeeId, 1, openingDigest(digest, 0, "out"));
        vm.expectRevert(abi.encodeWithSelector(QuorumNotMet.selector, 1, 2));
        tasks.open(headers[0], "out", receipt, placeOf(results, 0), 1, one);
        vm.expectRevert(abi.encodeWithSelector(BadSeatSignature.selector, 0));
        tasks.open(headers[0], "lie", receipt, placeOf(results, 0), 3, sigs);
        Receipt memory other = _copy(receipt);
        other.newRoot = "x";
        vm.expectRevert(abi.encodeWithSelector(WrongReceipt.selector, "digest"));
        tasks.open(headers[0], "out", other, placeOf(results, 0), 3, sigs);
        vm.expectRevert(abi.encodeWithSelector(WrongReceipt.selector, "resultsRoot"));
        tasks.open(headers[0], "out", receipt, placeOf(results, 1), 3, sigs);
        Task memory unknown = taskOf(id, sender(), 9);
        vm.expectRevert(abi.encodeWithSelector(UnknownTask.selector, taskIdOf(unknown)));
        tasks.open(unknown, "out", receipt, placeOf(results, 0), 3, sigs);
        tasks.open(headers[0], "out", receipt, placeOf(results, 0), 3, sigs);
    }

    // ---- the beginning and the end of a contract

    /// A task's word names its contract by half its id, of which a deployer can make two alike.
    function test_noTwoContractsHaveOneKey() public {
        bytes32 twin = id ^ bytes32(uint256(1));
        vm.prank(address(registry));
        vm.expectRevert(abi.encodeWithSelector(AlreadyDeployed.selector, twin));
        tasks.enroll(twin, 1, 0);
    }

    function test_genesisNeedsTheFullQuorumAndComesInTime() public {
        bytes32 late = deployContract(terms(4, 1), "late");
        vm.expectRevert(abi.encodeWithSelector(NotDrawable.selector, randomness.epoch() + 1));
        committees.open(late);
        nextEpoch();
        bytes32 committeeId = committees.open(late);
        address account = TaskHash.account(late);
        bank.deposit(account, 5);
        Receipt memory receipt = genesisOf(late);
        bytes memory two = seatSigs(committeeId, 3, receiptDigest(receipt));
        vm.expectRevert(abi.encodeWithSelector(QuorumNotMet.selector, 2, 3));
        tasks.settle(receipt, "", 3, two);
        uint256 until = tasks.newUntilBlockOf(late);
        vm.expectRevert(abi.encodeWithSelector(GenesisOpen.selector, until));
        remedies.declareLost(receipt, 3, two);
        pass(GENESIS_BLOCKS + 1, 1);
        bytes memory three = seatSigs(committeeId, 7, receiptDigest(receipt));
        vm.expectRevert(abi.encodeWithSelector(GenesisOver.selector, until));
        tasks.settle(receipt, "", 7, three);
        uint256 before = bank.availableOf(address(this));
        uint16 held = stake.nodeOf(committees.committeeOf(committeeId).seats[0]).seatsHeld;
        remedies.declareLost(receipt, 3, two);
        require(bank.availableOf(address(this)) == before + 5 && bank.availableOf(account) == 0, "deposits");
        require(stake.nodeOf(committees.committeeOf(committeeId).seats[0]).seatsHeld == held - 1, "seats");
        bank.deposit(account, 3);
        tasks.returnDeposits(late);
        require(bank.availableOf(address(this)) == before + 8, "late deposit");
    }

    function test_aTenureEndsAndSeatsAreGivenBack() public {
        bytes32 committeeId = tasks.headOf(id).committeeId;
        uint256 until = committees.committeeOf(committeeId).tenureEnd + TENURE_GRACE;
        vm.expectRevert(abi.encodeWithSelector(TenureNotOver.selector, until));
        committees.forceLeave(id);
        Task[] memory headers = new Task[](1);
        headers[0] = _create(1);
        while (randomness.epoch() <= until) nextEpoch();
        committees.forceLeave(id);
        require(tasks.headOf(id).status == CONTRACT_LOST, "lost");
        pass(1, 601);
        tasks.expire(headers);
        vm.expectRevert(abi.encodeWithSelector(UnknownContract.selector, id));
        committees.forceLeave(id);
    }

    function test_stakeStaysWhileASeatIsHeld() public {
        uint32 node = committees.committeeOf(tasks.headOf(id).committeeId).seats[0];
        vm.prank(ownerOf(node));
        stake.requestExit(10);
        uint40 due = stake.nodeOf(node).withdrawableAt;
        vm.prank(ownerOf(node));
        vm.expectRevert(abi.encodeWithSelector(NotWithdrawable.selector, due));
        stake.completeExit();
        pass(1, 7 days);
        vm.prank(ownerOf(node));
        vm.expectPartialRevert(SeatsHeld.selector);
        stake.completeExit();
    }

    // ---- inbox and triggers

    function test_entriesHaveALengthAndAFee() public {
        bytes[] memory bodies = new bytes[](1);
        bodies[0] = new bytes(95);
        vm.expectRevert(abi.encodeWithSelector(OutOfRange.selector, "entry", 96, 8192));
        tasks.append(id, bodies);
        vm.expectRevert(abi.encodeWithSelector(OutOfRange.selector, "bodies", 1, 64));
        tasks.append(id, new bytes[](65));
        Contract memory with = terms(4, 1);
        with.appendFee = 7;
        bytes32 paid = deployContract(with, "paid");
        serve(paid);
        bodies[0] = new bytes(96);
        vm.prank(address(77));
        vm.expectRevert(abi.encodeWithSelector(InsufficientBalance.selector, 0, 7));
        tasks.append(paid, bodies);
    }

    function test_aTriggerComesAfterItsBlockAndOnce() public {
        Contract memory with = terms(4, 1);
        with.schedules = new Schedule[](1);
        uint64 height = uint64(blockNow + 20);
        with.schedules[0] = Schedule(0x01020304, height, 1000, 1, 0, 60);
        bytes32 due = deployContract(with, "due");
        serve(due);
        bank.deposit(TaskHash.account(due), 5000);
        pass(height - blockNow, 20);
        vm.expectRevert(abi.encodeWithSelector(NotDue.selector, height));
        tasks.trigger(due, 0x01020304, height);
        vm.expectRevert(abi.encodeWithSelector(UnknownSchedule.selector, bytes4(0x01020304), height - 1));
        tasks.trigger(due, 0x01020304, height - 1);
        pass(1, 1);
        tasks.trigger(due, 0x01020304, height);
        address account = TaskHash.account(due);
        pass(1, 1);
        vm.expectRevert(abi.encodeWithSelector(NonceUsed.selector, account, height));
        tasks.trigger(due, 0x01020304, height);
    }

    // ---- helpers

    function sender() private pure returns (address) {
        return vm.addr(SENDER);
    }

    function _create(uint64 nonce) private returns (Task memory task) {
        task = taskOf(id, sender(), nonce);
        vm.prank(sender());
        tasks.create(task, "", "", "", "");
    }

    function _refused(Task memory task, bytes memory reason) private {
        vm.prank(sender());
        vm.expectRevert(reason);
        tasks.create(task, "", "", "", "");
    }

    function _one() private returns (Receipt memory, Task[] memory, Result[] memory) {
        _create(1);
        return _again();
    }

    function _again() private view returns (Receipt memory receipt, Task[] memory headers, Result[] memory results) {
        headers = new Task[](1);
        results = new Result[](1);
        // Made anew, with the deadline that it was created with.
        headers[0] = taskOf(id, sender(), 1);
        (results[0].taskId, results[0].status, results[0].gasUsed) = (taskIdOf(headers[0]), 1, 5000);
        results[0].maskedHash = keccak256("");
        receipt = receiptFor(id, results, "root");
    }

    function _none(uint256 count) private pure returns (bytes[] memory) {
        return new bytes[](count);
    }

    function _copy(Receipt memory receipt) private pure returns (Receipt memory) {
        return abi.decode(abi.encode(receipt), (Receipt));
    }

    function _settleRefused(Receipt memory receipt, Task[] memory headers, Result[] memory results, bytes memory reason)
        private
    {
        bytes memory sigs = seatSigs(receipt.committeeId, 7, receiptDigest(receipt));
        vm.expectRevert(reason);
        tasks.settle(receipt, packed(headers, results, _none(1)), 7, sigs);
    }
}

contract Wallet {
    function isValidSignature(bytes32, bytes calldata signature) external pure returns (bytes4) {
        return keccak256(signature) == keccak256("yes") ? bytes4(0x1626ba7e) : bytes4(0);
    }
}
