// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "../../contracts/Errors.sol";
import "../../contracts/Types.sol";
import {IEnigmaCallee} from "../../contracts/interfaces/IEnigmaCallee.sol";
import {TaskWord} from "../../contracts/libraries/TaskWord.sol";
import {Log, vm} from "./Cheats.sol";
import {Network} from "./Network.sol";
import {placeOf} from "./Packing.t.sol";

/// Invariants 41 to 43: whatever a callee does, only CallbackDone differs, and it has had the gas that was asked for.
contract CallbacksTest is Network {
    bytes32 private id;
    uint64 private nonce;
    uint32 private constant GAS = 200_000;

    struct Settled_ {
        Task task;
        Receipt receipt;
        Result[] results;
        bytes sigs;
    }

    function setUp() public {
        deployNetwork();
        for (uint256 i = 0; i < 6; ++i) registerNode(i, 10);
        nextEpoch();
        id = deployContract(terms(4, 1), 0);
        serve(id);
        bank.deposit(address(this), 10 ether);
    }

    function test_tellsACalleeOnce() public {
        Callee callee = new Callee();
        Settled_ memory s = _settled(address(callee), GAS);
        require(_open(s), "done");
        require(callee.told() == s.results[0].taskId && keccak256(callee.output()) == keccak256("out"), "told");
        require(callee.caller() == address(tasks), "by Tasks");
        vm.expectRevert(abi.encodeWithSelector(NoCallback.selector, s.results[0].taskId));
        tasks.retryCallback(s.task, "out");
        vm.expectRevert(abi.encodeWithSelector(AlreadyEnded.selector, TASK_OPENED));
        tasks.open(s.task, "out", s.receipt, placeOf(s.results, 0), 3, s.sigs);
        require(callee.times() == 1, "once");
    }

    /// A callee that reverts, loops, or returns a megabyte: the task is opened, the opener paid, the callback is owed and
    /// can be told again by anyone, once the callee has come to its senses.
    function test_aCalleeThatMisbehavesChangesNothingElse() public {
        for (uint256 how = 1; how <= 3; ++how) {
            Callee callee = new Callee();
            callee.behave(how);
            Settled_ memory s = _settled(address(callee), how == 3 ? 1_000_000 : GAS);
            uint256 balance = bank.availableOf(address(this));
            uint256 pot = bank.pot();
            require(!_open(s), "not done");
            require(tasks.statusOf(s.results[0].taskId) == TASK_OPENED, "opened");
            require(bank.availableOf(address(this)) == balance + 25 && bank.pot() == pot, "money");
            vm.expectRevert(abi.encodeWithSelector(WrongHash.selector, "output"));
            tasks.retryCallback(s.task, "lie");
            require(!_retry(s), "still not");
            callee.behave(0);
            vm.prank(address(0xbeef));
            require(_retry(s), "by anybody");
            require(callee.times() == 1, "told once");
            vm.expectRevert(abi.encodeWithSelector(NoCallback.selector, s.results[0].taskId));
            tasks.retryCallback(s.task, "out");
        }
    }

    /// Another header has another id, so nobody is told of a task that he did not ask for.
    function test_aRetryReachesOnlyTheCalleeOfTheTask() public {
        Callee callee = new Callee();
        callee.behave(1);
        Settled_ memory s = _settled(address(callee), GAS);
        _open(s);
        s.task.callback = address(new Callee());
        bytes32 other = taskIdOf(s.task);
        vm.expectRevert(abi.encodeWithSelector(NoCallback.selector, other));
        tasks.retryCallback(s.task, "out");
    }

    function test_aCalleeThatDestroysItselfOrIsGone() public {
        Callee callee = new Callee();
        callee.behave(5);
        Settled_ memory s = _settled(address(callee), GAS);
        uint256 balance = bank.availableOf(address(this));
        _open(s);
        require(bank.availableOf(address(this)) == balance + 25, "money");
        // Nobody there: a call of no code succeeds, and told nobody. Once somebody is there, he is told.
        s = _settled(address(0xc0de), GAS);
        require(!_open(s), "nobody");
        vm.etch(address(0xc0de), address(new Callee()).code);
        require(_retry(s), "somebody");
    }

    /// EIP-7702: an account that delegates to a callee's code is told, with both cold accounts paid for.
    function test_aDelegatedAccountIsTold() public {
        Callee callee = new Callee();
        address account = vm.addr(0x7702);
        vm.etch(account, abi.encodePacked(hex"ef0100", address(callee)));
        require(_open(_settled(account, GAS)), "told");
        require(Callee(account).times() == 1 && callee.times() == 0, "in its own storage");
    }

    /// EIP-150: the submitter chooses the gas. Whatever he chooses, the callee gets all it was promised, or nothing happens.
    function test_noSubmitterCanStarveACallee() public {
        Callee callee = new Callee();
        callee.behave(6);
        Settled_ memory s = _settled(address(callee), GAS);
        bytes memory call = abi.encodeCall(tasks.open, (s.task, "out", s.receipt, placeOf(s.results, 0), 3, s.sigs));
        uint256 starved = 0;
        for (uint256 gas = 150_000; gas < 500_000; gas += 1000) {
            (bool done, bytes memory reason) = address(tasks).call{gas: gas}(call);
            if (done) {
                // Less what the callee's own dispatch took.
                require(callee.gas() + 1000 >= GAS, "starved");
                require(tasks.owedCallbacks(s.results[0].taskId) == 0, "told");
                require(starved > 10, "the check never came up");
                return;
            }
            if (bytes4(reason) == CallbackGas.selector) ++starved;
        }
        revert("never told");
    }

    /// During a callback no entry of the protocol can be used, whoever calls.
    function test_everyEntryIsClosedDuringACallback() public {
        bytes[] memory entries = _entries();
        address[] memory targets = _targets();
        require(entries.length == targets.length, "table");
        for (uint256 i = 0; i < entries.length; ++i) {
            Callee callee = new Callee();
            callee.reenter(targets[i], entries[i]);
            bool done = _open(_settled(address(callee), 1_000_000));
            require(done && callee.times() == 1, "it caught the refusal");
            require(callee.reason() == Reentered.selector, "let in");
        }
        // And open again afterwards.
        bank.deposit(address(this), 1);
        nextEpoch();
    }

    /// A callee that does not catch the refusal has failed, and nothing else has happened.
    function test_aReentrantCalleeFailsAlone() public {
        Callee callee = new Callee();
        callee.reenter(address(bank), abi.encodeCall(bank.withdraw, (0, address(1))));
        callee.behave(7);
        Settled_ memory s = _settled(address(callee), GAS);
        uint256 balance = bank.availableOf(address(this));
        require(!_open(s), "failed");
        require(bank.availableOf(address(this)) == balance + 25, "money");
    }

    function test_noCallbackReachesUs() public {
        address[8] memory ours = [
            address(tasks),
            address(bank),
            address(stake),
            address(committees),
            address(registry),
            address(remedies),
            address(randomness),
            address(token)
        ];
        for (uint256 i = 0; i < ours.length; ++i) _refused(ours[i], GAS);
        _refused(address(0xc0de), 0);
        _refused(address(0xc0de), 1_000_001);
        _refused(address(0), 1);
    }

    // ---- helpers

    function _refused(address target, uint32 gas) private {
        Task memory task = taskOf(id, address(this), 0);
        (task.callback, task.callbackGas) = (target, gas);
        vm.expectRevert(abi.encodeWithSelector(BadCallback.selector, target, gas));
        tasks.create(task, "", "", "", "");
    }

    function _settled(address callback, uint32 gas) private returns (Settled_ memory s) {
        s.task = taskOf(id, address(this), nonce++);
        (s.task.callback, s.task.callbackGas) = (callback, gas);
        tasks.create(s.task, "", "", "", "");
        s.results = new Result[](1);
        (s.results[0].taskId, s.results[0].status, s.results[0].gasUsed) = (taskIdOf(s.task), 1, 5000);
        s.results[0].maskedHash = keccak256("");
        s.receipt = receiptFor(id, s.results, bytes32(uint256(nonce)));
        Task[] memory headers = new Task[](1);
        headers[0] = s.task;
        settle(s.receipt, headers, s.results, new bytes[](1), 15);
        s.sigs = seatSigs(s.receipt.committeeId, 3, openingDigest(receiptDigest(s.receipt), 0, "out"));
    }

    function _open(Settled_ memory s) private returns (bool) {
        vm.recordLogs();
        tasks.open(s.task, "out", s.receipt, placeOf(s.results, 0), 3, s.sigs);
        return _done();
    }

    function _retry(Settled_ memory s) private returns (bool) {
        vm.recordLogs();
        tasks.retryCallback(s.task, "out");
        return _done();
    }

    function _done() private returns (bool) {
        Log[] memory logs = vm.getRecordedLogs();
        Log memory last = logs[logs.length - 1];
        require(last.topics[0] == keccak256("CallbackDone(bytes32,bool)"), "event");
        return abi.decode(last.data, (bool));
    }

    function _entries() private view returns (bytes[] memory e) {
        Task memory task;
        Receipt memory receipt;
        NodeKeys memory keys;
        Contract memory with;
        Place memory place;
        e = new bytes[](32);
        e[0] = abi.encodeCall(tasks.create, (task, "", "", "", ""));
        e[1] = abi.encodeCall(tasks.createMany, (new Task[](0), new bytes[](0), new bytes[](0)));
        e[2] = abi.encodeCall(tasks.trigger, (id, 0, 0));
        e[3] = abi.encodeCall(tasks.cancelNonces, (0, 1));
        e[4] = abi.encodeCall(tasks.append, (id, new bytes[](1)));
        e[5] = abi.encodeCall(tasks.settle, (receipt, "", 0, ""));
        e[6] = abi.encodeCall(tasks.expire, (new Task[](1)));
        e[7] = abi.encodeCall(tasks.open, (task, "", receipt, place, 0, ""));
        e[8] = abi.encodeCall(tasks.retryCallback, (task, ""));
        e[9] = abi.encodeCall(tasks.returnDeposits, (id));
        e[10] = abi.encodeCall(bank.deposit, (address(1), 0));
        e[11] = abi.encodeCall(bank.depositWithPermit, (address(1), 0, 0, 0, 0, 0));
        e[12] = abi.encodeCall(bank.withdraw, (0, address(1)));
        e[13] = abi.encodeCall(bank.claimCredit, (0));
        e[14] = abi.encodeCall(stake.register, (keys, 1, ""));
        e[15] = abi.encodeCall(stake.add, (1));
        e[16] = abi.encodeCall(stake.requestExit, (1));
        e[17] = abi.encodeCall(stake.rotateKeys, (keys, ""));
        e[18] = abi.encodeCall(stake.setUrls, ("", ""));
        e[19] = abi.encodeCall(committees.open, (id));
        e[20] = abi.encodeCall(committees.forceLeave, (id));
        e[21] = abi.encodeCall(registry.deploy, (with, 0, "", ""));
        e[22] = abi.encodeCall(randomness.advance, ());
        e[23] = abi.encodeCall(remedies.ackBodies, (new Task[](0), new bytes[](0)));
        e[24] = abi.encodeCall(remedies.postBody, (task, ""));
        e[25] = abi.encodeCall(remedies.claimLate, (receipt, new Task[](0), new Result[](0), 0, ""));
        e[26] = abi.encodeCall(remedies.sweepLate, (receipt, new Task[](0), new Result[](0)));
        e[27] = abi.encodeCall(tasks.createOwn, (task, ""));
        e[28] = abi.encodeCall(remedies.declareLost, (receipt, 0, ""));
        e[29] = abi.encodeCall(stake.completeExit, ());
        // Those of siblings too: closed before they look who asks.
        e[30] = abi.encodeCall(tasks.lose, (id, 0, 0));
        e[31] = abi.encodeCall(tasks.mark, (id, TaskWord.wrap(1)));
    }

    function _targets() private view returns (address[] memory t) {
        t = new address[](32);
        for (uint256 i = 0; i < 10; ++i) t[i] = address(tasks);
        for (uint256 i = 10; i < 14; ++i) t[i] = address(bank);
        for (uint256 i = 14; i < 19; ++i) t[i] = address(stake);
        (t[19], t[20], t[21], t[22]) =
            (address(committees), address(committees), address(registry), address(randomness));
        for (uint256 i = 23; i < 27; ++i) t[i] = address(remedies);
        t[27] = address(tasks);
        (t[28], t[29], t[30], t[31]) = (address(remedies), address(stake), address(tasks), address(tasks));
    }
}

/// Does what it was told when it is told something.
contract Callee is IEnigmaCallee {
    bytes32 public told;
    bytes public output;
    address public caller;
    uint256 public times;
    uint256 public gas;
    bytes4 public reason;
    uint256 private how;
    address private target;
    bytes private data;

    function behave(uint256 how_) external {
        how = how_;
    }

    function reenter(address target_, bytes calldata data_) external {
        (target, data) = (target_, data_);
        how = 4;
    }

    function onEnigmaResult(bytes32 taskId, bytes calldata output_) external override {
        uint256 left = gasleft();
        if (how == 1) revert("no");
        if (how == 2) while (true) {}
        if (how == 3) {
            assembly ("memory-safe") {
                return(0, 0x100000)
            }
        }
        if (how == 4 || how == 7) {
            (bool done, bytes memory said) = target.call(data);
            if (how == 7 && !done) revert("refused");
            reason = done ? bytes4("done") : bytes4(said);
        }
        if (how == 5) selfdestruct(payable(address(1)));
        if (how == 6) {
            gas = left;
            // Most of what was promised is used.
            while (gasleft() > 100_000) {}
        }
        (told, output, caller) = (taskId, output_, msg.sender);
        ++times;
    }
}
