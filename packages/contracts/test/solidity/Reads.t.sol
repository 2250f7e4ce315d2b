// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "../../contracts/Errors.sol";
import "../../contracts/Types.sol";
import {vm} from "./Cheats.sol";
import {Network} from "./Network.sol";
import {packed, placeOf} from "./Packing.t.sol";

/// Reads: tasks whose function changes no state. They end in any order beside the queue; whoever would use that to pass the
/// queue, to change the state or to be paid twice is refused.
contract ReadsTest is Network {
    bytes32 private id;
    uint256 private constant ANN = 0xa11ce;
    bytes4 private constant READ = 0xff123456;

    function setUp() public {
        deployNetwork();
        for (uint256 i = 0; i < 6; ++i) registerNode(i, 10);
        nextEpoch();
        id = deployContract(terms(4, 1), 0);
        serve(id);
        bank.deposit(vm.addr(ANN), 10 ether);
    }

    function test_readsEndPastAStandingQueueAndInAnyOrder() public {
        _create(1, 0x12345678);
        Task memory first = _create(2, READ);
        Task memory second = _create(3, READ);
        Head memory before = tasks.headOf(id);
        require(before.nextSeq == 1 && before.nextRead == READ_SEQ + 2, "counted apart");
        _settle(second, READ_SEQ + 1, 15);
        _settle(first, READ_SEQ, 15);
        Head memory head = tasks.headOf(id);
        require(head.doneSeq == 0 && head.nextSeq == 1 && head.version == before.version, "queue");
        require(head.stateRoot == before.stateRoot && head.receiptHead != before.receiptHead, "state");
        require(tasks.statusOf(taskIdOf(first)) == TASK_SETTLED && tasks.statusOf(taskIdOf(second)) == TASK_SETTLED, "ended");
    }

    /// Each of a receipt ends, is paid for once, and is opened in its place.
    function test_allReadsOfAReceiptEndOnce() public {
        Task[] memory headers = new Task[](3);
        for (uint256 i = 0; i < 3; ++i) headers[i] = _create(uint64(i), READ);
        (Receipt memory receipt, Result[] memory results) = _receipt(headers, READ_SEQ);
        settle(receipt, headers, results, new bytes[](3), 15);
        for (uint256 i = 0; i < 3; ++i) require(tasks.statusOf(taskIdOf(headers[i])) == TASK_SETTLED, "settled");
        vm.expectRevert(abi.encodeWithSelector(AlreadyEnded.selector, TASK_SETTLED));
        this.settleAgain(receipt, headers, results);
        // Nor by a receipt of the second alone.
        Task[] memory one = new Task[](1);
        one[0] = headers[1];
        (receipt, results) = _receipt(one, READ_SEQ + 1);
        vm.expectRevert(abi.encodeWithSelector(AlreadyEnded.selector, TASK_SETTLED));
        this.settleAgain(receipt, one, results);
        (receipt, results) = _receipt(headers, READ_SEQ);
        bytes32 digest = openingDigest(receiptDigest(receipt), 2, "output");
        tasks.open(headers[2], "output", receipt, placeOf(results, 2), 3, seatSigs(receipt.committeeId, 3, digest));
        require(tasks.statusOf(taskIdOf(headers[2])) == TASK_OPENED, "opened");
    }

    function test_noTaskPassesTheQueueAsARead() public {
        Task[] memory headers = new Task[](1);
        _create(1, 0x12345678);
        headers[0] = _create(2, 0xfeffffff);
        (Receipt memory receipt, Result[] memory results) = _receipt(headers, READ_SEQ);
        vm.expectRevert(abi.encodeWithSelector(WrongSeq.selector, READ_SEQ, 1));
        this.settleAgain(receipt, headers, results);
        (receipt, results) = _receipt(headers, 1);
        vm.expectRevert(abi.encodeWithSelector(WrongSeq.selector, READ_SEQ, 1));
        this.settleAgain(receipt, headers, results);
        Task[] memory late = new Task[](1);
        late[0] = headers[0];
        pass(1, 601);
        vm.expectRevert(abi.encodeWithSelector(WrongSeq.selector, 0, 1));
        tasks.expire(late);
    }

    function test_noReadEntersTheQueueNorMovesTheState() public {
        Task[] memory headers = new Task[](1);
        headers[0] = _create(1, READ);
        (Receipt memory receipt, Result[] memory results) = _receipt(headers, READ_SEQ);
        receipt.newRoot = "another";
        vm.expectRevert(abi.encodeWithSelector(WrongRoot.selector, receipt.prevRoot, receipt.newRoot));
        this.settleAgain(receipt, headers, results);
        receipt = receiptFor(id, results, "another");
        vm.expectRevert(abi.encodeWithSelector(WrongSeq.selector, 0, READ_SEQ));
        this.settleAgain(receipt, headers, results);
        (receipt,) = _receipt(headers, READ_SEQ);
        receipt.count = 0;
        vm.expectRevert(abi.encodeWithSelector(OutOfRange.selector, "count", 1, 64));
        this.settleAgain(receipt, headers, results);
    }

    /// After the grace T + 1 seats are enough, and the contract goes on: who did not sign a read lacks no share of a state.
    function test_aReadByFewDegradesNothing() public {
        Task memory read = _create(1, READ);
        Task[] memory headers = new Task[](1);
        headers[0] = read;
        (Receipt memory receipt, Result[] memory results) = _receipt(headers, READ_SEQ);
        vm.expectRevert(abi.encodeWithSelector(GraceNotOver.selector, timeNow + GRACE));
        this.settleBy(receipt, headers, results, 3);
        pass(1, GRACE);
        settle(receipt, headers, results, new bytes[](1), 3);
        require(tasks.headOf(id).status == CONTRACT_SERVING, "serving");
        _create(2, 0x12345678);
    }

    function test_readsExpireInAnyOrder() public {
        Task memory task = _create(1, 0x12345678);
        Task[] memory headers = new Task[](2);
        headers[1] = _create(2, READ);
        headers[0] = _create(3, READ);
        pass(1, 601);
        uint256 before = bank.availableOf(vm.addr(ANN));
        tasks.expire(headers);
        require(bank.availableOf(vm.addr(ANN)) - before == 2 * 27_101, "refund");
        require(tasks.headOf(id).doneSeq == 0, "queue");
        vm.expectRevert(abi.encodeWithSelector(AlreadyEnded.selector, TASK_EXPIRED));
        tasks.expire(headers);
        headers = new Task[](1);
        headers[0] = task;
        tasks.expire(headers);
        require(tasks.headOf(id).doneSeq == 1, "the task");
    }

    function settleAgain(Receipt memory receipt, Task[] memory headers, Result[] memory results) external {
        settleBy(receipt, headers, results, 15);
    }

    function settleBy(Receipt memory receipt, Task[] memory headers, Result[] memory results, uint32 bitmap) public {
        settle(receipt, headers, results, new bytes[](headers.length), bitmap);
    }

    function _create(uint64 nonce, bytes4 fn) private returns (Task memory task) {
        task = taskOf(id, vm.addr(ANN), nonce);
        task.fn = fn;
        vm.prank(vm.addr(ANN));
        tasks.create(task, "", "", "", "");
    }

    function _settle(Task memory task, uint256 seq, uint32 bitmap) private {
        Task[] memory headers = new Task[](1);
        headers[0] = task;
        (Receipt memory receipt, Result[] memory results) = _receipt(headers, seq);
        settle(receipt, headers, results, new bytes[](1), bitmap);
    }

    function _receipt(Task[] memory headers, uint256 seq)
        private
        view
        returns (Receipt memory receipt, Result[] memory results)
    {
        results = new Result[](headers.length);
        for (uint256 i = 0; i < headers.length; ++i) {
            (results[i].taskId, results[i].status, results[i].gasUsed) = (taskIdOf(headers[i]), 1, 5000);
            results[i].maskedHash = keccak256("");
        }
        receipt = receiptFor(id, results, tasks.headOf(id).stateRoot);
        (receipt.kind, receipt.firstSeq) = (READS, uint56(seq));
    }
}
