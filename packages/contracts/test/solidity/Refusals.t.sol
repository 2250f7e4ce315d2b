// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "../../contracts/Errors.sol";
import "../../contracts/Types.sol";
import {HeadWord, headWord} from "../../contracts/libraries/HeadWord.sol";
import {ReceiptHash} from "../../contracts/libraries/ReceiptHash.sol";
import {Signatures} from "../../contracts/libraries/Signatures.sol";
import {SumTree} from "../../contracts/libraries/SumTree.sol";
import {vm} from "./Cheats.sol";
import {Network} from "./Network.sol";
import {packed, placeOf} from "./Packing.t.sol";

/// The refusals that no other test is about, each by its own reason: of terms, of nodes, of receipts and of shapes. `npm run
/// mutants` takes each check out and sees that its test here fails. One file, though long: a list of refusals, which share one
/// network and the ways to it.
contract RefusalsTest is Network {
    using SumTree for SumTree.Tree;

    bytes32 private id;
    SumTree.Tree private tree;

    function setUp() public {
        deployNetwork();
        for (uint256 i = 0; i < 6; ++i) registerNode(i, 10);
        nextEpoch();
        id = deployContract(terms(4, 1), 0);
        serve(id);
        bank.deposit(address(this), 10 ether);
    }

    // ---- terms of a contract

    function test_codeAndArgumentsAreTheOnesHashed() public {
        _notDeployed(terms(4, 1), "", "init", _range("code", 1, CODE_BYTES_MAX));
        Contract memory with = terms(4, 1);
        bytes memory long = new bytes(CODE_BYTES_MAX + 1);
        with.codeHash = keccak256(long);
        _notDeployed(with, long, "init", _range("code", 1, CODE_BYTES_MAX));
        _notDeployed(terms(4, 1), "edoc", "init", abi.encodeWithSelector(WrongHash.selector, "code"));
        _notDeployed(terms(4, 1), "code", "tini", abi.encodeWithSelector(WrongHash.selector, "initArgs"));
        with = terms(4, 1);
        long = new bytes(INIT_BYTES_MAX + 1);
        with.initHash = keccak256(long);
        _notDeployed(with, "code", long, _range("initArgs", 0, INIT_BYTES_MAX));
    }

    function test_oneIdIsDeployedOnce() public {
        bytes32 twice = deployContract(terms(4, 1), "twice");
        vm.expectRevert(abi.encodeWithSelector(AlreadyDeployed.selector, twice));
        registry.deploy(terms(4, 1), "twice", "code", "init");
        vm.expectRevert(abi.encodeWithSelector(UnknownContract.selector, bytes32("x")));
        registry.contractOf("x");
        // An id hangs on the epoch: none can be chosen for a seed that is known.
        nextEpoch();
        require(deployContract(terms(4, 1), "twice") != twice, "another epoch, another id");
    }

    function test_whatIsNotYetIsNoTermOfAContract() public {
        Contract memory with = terms(4, 1);
        with.flags = 1;
        _refusedTerms(with, abi.encodeWithSelector(NotYet.selector, "flags"));
        with = terms(4, 1);
        with.priceClass = 1;
        _refusedTerms(with, abi.encodeWithSelector(NotYet.selector, "priceClass"));
        with = terms(4, 1);
        with.cell = 1;
        _refusedTerms(with, abi.encodeWithSelector(NotYet.selector, "cell"));
    }

    function test_aCommitteeHasAnHonestMajority() public {
        _refusedTerms(terms(4, 0), _range("n", 1, SEATS_MAX));
        _refusedTerms(terms(2, 1), _range("n", 3, SEATS_MAX));
        _refusedTerms(terms(32, 1), _range("n", 3, SEATS_MAX));
    }

    function test_termsHaveTheirBounds() public {
        Contract memory with = terms(4, 1);
        with.price = uint96(PRICE_MAX) + 1;
        _refusedTerms(with, _range("price", 0, PRICE_MAX));
        with = terms(4, 1);
        with.tenure = 0;
        _refusedTerms(with, _range("tenure", 1, type(uint16).max));
        with = terms(4, 1);
        with.openMode = 2;
        _refusedTerms(with, _range("openMode", 0, 1));
        with = terms(4, 1);
        with.owner = address(0);
        _refusedTerms(with, _range("owner", 1, type(uint160).max));
    }

    function test_schedulesCanBeMet() public {
        uint64 height = uint64(blockNow);
        Contract memory with = _scheduled(5, height + 1);
        _refusedTerms(with, _range("schedules", 0, SCHEDULES_MAX));
        with = _scheduled(1, height);
        _refusedTerms(with, _range("height", blockNow + 1, type(uint64).max));
        with = _scheduled(1, height + 1);
        with.schedules[0].gasLimit = BASE_GAS - 1;
        _refusedTerms(with, _range("gasLimit", BASE_GAS, type(uint64).max));
        with = _scheduled(1, height + 1);
        with.schedules[0].gasPrice = 0;
        _refusedTerms(with, abi.encodeWithSelector(PriceTooLow.selector, 1, 0));
        with = _scheduled(1, height + 1);
        with.schedules[0].windowSeconds = 0;
        _refusedTerms(with, _range("windowSeconds", 1, TASK_MAX));
        with.schedules[0].windowSeconds = uint32(TASK_MAX) + 1;
        _refusedTerms(with, _range("windowSeconds", 1, TASK_MAX));
        with = _scheduled(2, height + 1);
        with.schedules[1].height = height + 1;
        _refusedTerms(with, abi.encodeWithSelector(ScheduleClash.selector, height + 1));
    }

    // ---- committees

    function test_aCommitteeIsDrawnOnceAndOfEnoughNodes() public {
        vm.expectRevert(abi.encodeWithSelector(NotServing.selector, CONTRACT_SERVING));
        committees.open(id);
        bytes32 fresh = deployContract(terms(4, 1), "fresh");
        bytes32 large = deployContract(terms(7, 3), "large");
        nextEpoch();
        bytes32 first = committees.open(fresh);
        vm.expectRevert(abi.encodeWithSelector(WrongCommittee.selector, first, 0));
        committees.open(fresh);
        vm.expectRevert(abi.encodeWithSelector(TooFewNodes.selector, 6, 7));
        committees.open(large);
        vm.expectRevert(abi.encodeWithSelector(UnknownSeed.selector, 99));
        randomness.seedOf(99);
    }

    /// A standby's own good signature is no seat's.
    function test_aStandbySignsNothing() public {
        (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one(0);
        bytes32 digest = receiptDigest(receipt);
        bytes memory sigs = seatSigs(receipt.committeeId, 3, digest);
        uint32 standby = committees.committeeOf(receipt.committeeId).standbys[0];
        sigs = bytes.concat(sigs, compact(signerKey(standby), digest));
        vm.expectRevert(abi.encodeWithSelector(BadSeatSignature.selector, 4));
        tasks.settle(receipt, packed(headers, results, new bytes[](1)), 19, sigs);
    }

    function test_onlyWhatNeverBeganIsLost() public {
        Receipt memory none;
        none.contractId = id;
        vm.expectRevert(abi.encodeWithSelector(NotServing.selector, CONTRACT_SERVING));
        remedies.declareLost(none, 0, "");
        vm.expectRevert(abi.encodeWithSelector(NotServing.selector, CONTRACT_SERVING));
        tasks.returnDeposits(id);
        bytes32 late = deployContract(terms(4, 1), "late");
        nextEpoch();
        bytes32 committeeId = committees.open(late);
        Receipt memory receipt = genesisOf(late);
        receipt.kind = REPAIR;
        bytes memory sigs = seatSigs(committeeId, 3, receiptDigest(receipt));
        pass(GENESIS_BLOCKS + 1, 1);
        vm.expectRevert(abi.encodeWithSelector(WrongCommittee.selector, committeeId, committeeId));
        remedies.declareLost(receipt, 3, sigs);
    }

    // ---- nodes

    function test_oneOwnerOneNodeAndEachKeyOnce() public {
        NodeKeys memory keys = keysOf(0);
        bytes memory proof = proofOf(0);
        vm.prank(ownerOf(0));
        vm.expectRevert(abi.encodeWithSelector(AlreadyRegistered.selector, ownerOf(0)));
        stake.register(keys, 1, proof);
        bank.deposit(ownerOf(50), UNIT);
        vm.prank(ownerOf(50));
        vm.expectRevert(abi.encodeWithSelector(AlreadyRegistered.selector, keys.signer));
        stake.register(keys, 1, proof);
    }

    function test_aKeyIsApartAndIsNobodysZero() public {
        NodeKeys memory keys = keysOf(50);
        keys.operator = keys.signer;
        _notRegistered(keys, 1, "", abi.encodeWithSelector(KeysNotSeparate.selector, keys.signer));
        vm.prank(keys.signer);
        vm.expectRevert(abi.encodeWithSelector(KeysNotSeparate.selector, keys.signer));
        keys.operator = ownerOf(50);
        stake.register(keys, 1, "");
        keys.payout = address(0);
        _notRegistered(keys, 1, "", _range("payout", 1, type(uint160).max));
        keys = keysOf(50);
        keys.signer = address(0);
        _notRegistered(keys, 1, new bytes(64), abi.encodeWithSelector(BadPossession.selector, address(0), address(0)));
    }

    function test_unitsAndAddressesHaveTheirBounds() public {
        NodeKeys memory keys = keysOf(50);
        bytes memory proof = proofOf(50);
        bytes memory range = abi.encodeWithSelector(UnitsOutOfRange.selector, 1, 1_000_000);
        _notRegistered(keys, 0, proof, range);
        bank.deposit(ownerOf(50), 1_000_001 * UNIT / 1000);
        _notRegistered(keys, 1_000_001, proof, range);
        keys.peerUrl = string(new bytes(URL_BYTES_MAX + 1));
        _notRegistered(keys, 1, proof, _range("peerUrl", 0, URL_BYTES_MAX));
        keys = keysOf(50);
        keys.apiUrl = string(new bytes(URL_BYTES_MAX + 1));
        _notRegistered(keys, 1, proof, _range("apiUrl", 0, URL_BYTES_MAX));
        // As many nodes as the tree has leaves: nodeCount is the first word.
        vm.store(address(stake), 0, bytes32(SumTree.LEAVES));
        _notRegistered(keysOf(50), 1, proof, abi.encodeWithSelector(TreeFull.selector));
    }

    function test_stakeMovesInUnitsThatAreThere() public {
        bank.deposit(ownerOf(0), UNIT);
        vm.prank(ownerOf(0));
        vm.expectRevert(abi.encodeWithSelector(UnitsOutOfRange.selector, 1, 1_000_000 - 10));
        stake.add(0);
        vm.prank(ownerOf(0));
        vm.expectRevert(abi.encodeWithSelector(UnitsOutOfRange.selector, 1, 1_000_000 - 10));
        stake.add(1_000_000);
        vm.prank(ownerOf(0));
        vm.expectRevert(abi.encodeWithSelector(UnitsOutOfRange.selector, 1, 10));
        stake.requestExit(0);
        vm.prank(ownerOf(0));
        vm.expectRevert(abi.encodeWithSelector(UnitsOutOfRange.selector, 1, 10));
        stake.requestExit(11);
        vm.prank(ownerOf(0));
        vm.expectRevert(abi.encodeWithSelector(UnitsOutOfRange.selector, 1, 0));
        stake.completeExit();
    }

    function test_keysRotateOnceAnEpoch() public {
        NodeKeys memory keys = keysOf(0);
        for (uint256 i = 0; i < 2; ++i) {
            keys.signer = vm.addr(0xbee0 + i);
            bytes32 proof = keccak256(
                abi.encode(
                    keccak256(
                        "NodeProof(address owner,bytes32 sealingKey,bytes32 tlsSpkiHash,address payout,address operator)"
                    ),
                    ownerOf(0),
                    keys.sealingKey,
                    keys.tlsSpkiHash,
                    keys.payout,
                    keys.operator
                )
            );
            bytes memory signed = compact(0xbee0 + i, digestOf(proof));
            uint32 from = randomness.epoch() + 1;
            vm.prank(ownerOf(0));
            if (i == 1) vm.expectRevert(abi.encodeWithSelector(RotationPending.selector, from));
            stake.rotateKeys(keys, signed);
        }
    }

    function test_whoIsNoNodeIsCalledUnknown() public {
        bytes memory unknown = abi.encodeWithSelector(UnknownNode.selector);
        vm.expectRevert(unknown);
        stake.nodeOf(6);
        vm.expectRevert(unknown);
        stake.payoutOf(6);
        vm.expectRevert(unknown);
        stake.indexOfOwner(address(1));
        vm.expectRevert(unknown);
        stake.indexOfSigner(address(1));
        vm.expectRevert(unknown);
        stake.add(1);
    }

    function test_noEpochThatIsGoneIsReadOfALeaf() public {
        tree.set(0, 1, 5);
        vm.expectRevert(abi.encodeWithSelector(EpochNotCurrent.selector, 4));
        this.unitsAt(4);
    }

    // ---- what is paid and signed once

    function test_creditIsCollectedOnce() public {
        (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one(0);
        settle(receipt, headers, results, new bytes[](1), 15);
        uint32 node = committees.committeeOf(receipt.committeeId).seats[0];
        uint256 before = token.balanceOf(payoutOf(node));
        bank.claimCredit(node);
        bank.claimCredit(node);
        require(token.balanceOf(payoutOf(node)) - before == 3750, "once");
    }

    function test_stakeLeavesOnce() public {
        registerNode(50, 10);
        vm.prank(ownerOf(50));
        stake.requestExit(10);
        pass(1, 7 days);
        vm.prank(ownerOf(50));
        stake.completeExit();
        require(bank.availableOf(ownerOf(50)) == 10 * UNIT, "all of it");
        vm.prank(ownerOf(50));
        vm.expectRevert(abi.encodeWithSelector(UnitsOutOfRange.selector, 1, 0));
        stake.completeExit();
    }

    /// A signature that recovers to nobody is not the zero address's.
    function test_nobodySignsForTheZeroAddress() public {
        bank.deposit(address(0), 1 ether);
        Task memory task = taskOf(id, address(0), 1);
        vm.expectRevert(abi.encodeWithSelector(BadSignature.selector, address(0)));
        tasks.create(task, "", new bytes(64), "", "");
    }

    /// What was signed for one chain is not signed for a fork of it that took another id.
    function test_aForkHasADomainOfItsOwn() public {
        Task memory task = taskOf(id, vm.addr(0xa11ce), 1);
        bank.deposit(task.sender, 1 ether);
        bytes memory sig = compact(0xa11ce, taskIdOf(task));
        vm.chainId(1337);
        vm.expectRevert(abi.encodeWithSelector(BadSignature.selector, task.sender));
        tasks.create(task, "", sig, "", "");
    }

    // ---- orders and entries

    function test_aTaskWithoutMoneyOrAtAContractThatDoesNotServeSaysSo() public {
        Task memory task = taskOf(id, address(77), 1);
        vm.prank(address(77));
        vm.expectRevert(abi.encodeWithSelector(InsufficientBalance.selector, 0, 30_101));
        tasks.create(task, "", "", "", "");
        task = taskOf("x", address(this), 1);
        vm.expectRevert(abi.encodeWithSelector(UnknownContract.selector, bytes32("x")));
        tasks.create(task, "", "", "", "");
        bytes32 fresh = deployContract(terms(4, 1), "fresh");
        task = taskOf(fresh, address(this), 1);
        vm.expectRevert(abi.encodeWithSelector(NotServing.selector, CONTRACT_NEW));
        tasks.create(task, "", "", "", "");
        bytes memory long = new bytes(BODY_BYTES_MAX + 1);
        task = taskOf(id, address(this), 1);
        task.bodyHash = keccak256(long);
        vm.expectRevert(_range("body", 0, BODY_BYTES_MAX));
        tasks.create(task, long, "", "", "");
    }

    function test_batchesHaveTheirShape() public {
        vm.expectRevert(_range("count", 1, BATCH_MAX));
        tasks.createMany(new Task[](65), new bytes[](65), new bytes[](130));
        vm.expectRevert(_range("sigs", 4, 4));
        tasks.createMany(new Task[](2), new bytes[](1), new bytes[](4));
        bytes memory range = _range("count", 1, BATCH_MAX);
        vm.expectRevert(range);
        remedies.ackBodies(new Task[](0), new bytes[](0));
        vm.expectRevert(range);
        remedies.ackBodies(new Task[](65), new bytes[](65));
        vm.expectRevert(range);
        remedies.ackBodies(new Task[](2), new bytes[](1));
        vm.expectRevert(range);
        tasks.expire(new Task[](0));
        vm.expectRevert(range);
        tasks.expire(new Task[](65));
    }

    function test_aScheduleIsPaidForByItsContract() public {
        Contract memory with = _scheduled(1, uint64(blockNow) + 20);
        bytes32 due = deployContract(with, "due");
        serve(due);
        pass(30, 30);
        vm.expectRevert(abi.encodeWithSelector(InsufficientBalance.selector, 0, 1000));
        tasks.trigger(due, with.schedules[0].fn, with.schedules[0].height);
    }

    function test_entriesAreOfAContractThatServesAndHaveTheirBounds() public {
        bytes[] memory bodies = new bytes[](1);
        bodies[0] = new bytes(BODY_BYTES_MAX + 1);
        vm.expectRevert(_range("entry", ENTRY_BYTES_MIN, BODY_BYTES_MAX));
        tasks.append(id, bodies);
        vm.expectRevert(_range("bodies", 1, BODIES_MAX));
        tasks.append(id, new bytes[](0));
        bodies[0] = new bytes(100);
        vm.expectRevert(abi.encodeWithSelector(UnknownContract.selector, bytes32("x")));
        tasks.append("x", bodies);
        bytes32 fresh = deployContract(terms(4, 1), "fresh");
        vm.expectRevert(abi.encodeWithSelector(NotServing.selector, CONTRACT_NEW));
        tasks.append(fresh, bodies);
    }

    function test_aPostedBodyHasItsBound() public {
        bytes memory long = new bytes(BODY_BYTES_MAX + 1);
        Task memory task = taskOf(id, address(this), 1);
        task.bodyHash = keccak256(long);
        tasks.create(task, "", "", "", "");
        vm.expectRevert(_range("body", 1, BODY_BYTES_MAX));
        remedies.postBody(task, long);
    }

    // ---- receipts

    /// A contract without a committee has a committee of nobody, whose signatures anybody has.
    function test_nobodyIsNoCommittee() public {
        bytes32 fresh = deployContract(terms(4, 1), "fresh");
        Receipt memory receipt = genesisOf(fresh);
        vm.expectRevert(abi.encodeWithSelector(WrongCommittee.selector, 0, 0));
        tasks.settle(receipt, "", 0, "");
    }

    function test_aReceiptOfAnotherStageOrShapeIsRefused() public {
        Receipt memory receipt = genesisOf(id);
        _receiptRefused(receipt, abi.encodeWithSelector(NotServing.selector, CONTRACT_SERVING));
        bytes32 fresh = deployContract(terms(4, 1), "fresh");
        nextEpoch();
        committees.open(fresh);
        receipt = genesisOf(fresh);
        receipt.count = 1;
        _receiptRefused(receipt, abi.encodeWithSelector(WrongReceipt.selector, "count"));
        receipt = genesisOf(fresh);
        receipt.resultsRoot = "x";
        _receiptRefused(receipt, abi.encodeWithSelector(WrongReceipt.selector, "resultsRoot"));
        receipt = receiptFor(fresh, new Result[](1), "root");
        _receiptRefused(receipt, abi.encodeWithSelector(NotServing.selector, CONTRACT_NEW));
        _receiptRefused(receiptFor(id, new Result[](0), "root"), _range("count", 1, BATCH_MAX));
        _receiptRefused(receiptFor(id, new Result[](65), "root"), _range("count", 1, BATCH_MAX));
    }

    /// GENESIS and REPAIR are of a state alone: a task that they carried along would stay open though the log has its result,
    /// and nothing says whether 272 zeros are one.
    function test_aReceiptOfAStateCarriesNoTasks() public {
        bytes memory reason = abi.encodeWithSelector(WrongReceipt.selector, "count");
        (Receipt memory repair, Task[] memory headers, Result[] memory results) = _one(0);
        (repair.kind, repair.resultsRoot) = (REPAIR, 0);
        _settleRefused(repair, headers, results, reason);
        bytes32 fresh = deployContract(terms(4, 1), "fresh");
        nextEpoch();
        committees.open(fresh);
        Receipt memory genesis = genesisOf(fresh);
        genesis.count = 1;
        bytes memory sigs = seatSigs(genesis.committeeId, 7, receiptDigest(genesis));
        vm.expectRevert(reason);
        tasks.settle(genesis, new bytes(272), 7, sigs);
        genesis.count = 0;
        sigs = seatSigs(genesis.committeeId, 7, receiptDigest(genesis));
        tasks.settle(genesis, "", 7, sigs);
    }

    function test_tasksAreSettledInTheirOrderWithAStatus() public {
        (, Task[] memory first,) = _one(0);
        (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one(1);
        _settleRefused(receipt, headers, results, abi.encodeWithSelector(WrongSeq.selector, 0, 1));
        (results[0].taskId, results[0].status) = (taskIdOf(first[0]), 0);
        receipt = receiptFor(id, results, "root");
        _settleRefused(receipt, first, results, abi.encodeWithSelector(WrongReceipt.selector, "status"));
    }

    function test_anOpeningIsOfItsPlaceAndOfAResult() public {
        (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one(0);
        settle(receipt, headers, results, new bytes[](1), 7);
        bytes32 digest = receiptDigest(receipt);
        bytes memory sigs = seatSigs(receipt.committeeId, 3, openingDigest(digest, 1, "out"));
        Place memory place = placeOf(results, 0);
        (place.index, place.first) = (1, results[0].taskId);
        bytes memory wrong = abi.encodeWithSelector(WrongReceipt.selector, "resultsRoot");
        vm.expectRevert(wrong);
        tasks.open(headers[0], "out", receipt, place, 3, sigs);
        place = placeOf(results, 0);
        place.result.code = 9;
        sigs = seatSigs(receipt.committeeId, 3, openingDigest(digest, 0, "out"));
        vm.expectRevert(wrong);
        tasks.open(headers[0], "out", receipt, place, 3, sigs);
        bytes memory long = new bytes(OUTPUT_BYTES_MAX + 1);
        sigs = seatSigs(receipt.committeeId, 3, openingDigest(digest, 0, long));
        vm.expectRevert(_range("output", 0, OUTPUT_BYTES_MAX));
        tasks.open(headers[0], long, receipt, placeOf(results, 0), 3, sigs);
    }

    function test_aTaskThatFailedHasNoOutput() public {
        (, Task[] memory headers, Result[] memory results) = _one(0);
        results[0].status = 2;
        Receipt memory receipt = receiptFor(id, results, "root");
        settle(receipt, headers, results, new bytes[](1), 7);
        bytes memory sigs = seatSigs(receipt.committeeId, 3, openingDigest(receiptDigest(receipt), 0, "out"));
        vm.expectRevert(abi.encodeWithSelector(WrongReceipt.selector, "status"));
        tasks.open(headers[0], "out", receipt, placeOf(results, 0), 3, sigs);
    }

    function test_aLateClaimShowsTheWholeReceipt() public {
        (Receipt memory receipt, Task[] memory headers, Result[] memory results) = _one(0);
        settle(receipt, headers, results, new bytes[](1), 7);
        bytes memory sig = seatSigs(receipt.committeeId, 8, receiptDigest(receipt));
        bytes memory wrong = abi.encodeWithSelector(WrongReceipt.selector, "count");
        receipt.count = 0;
        vm.expectRevert(wrong);
        remedies.claimLate(receipt, new Task[](0), new Result[](0), 3, sig);
        receipt.count = 2;
        vm.expectRevert(wrong);
        remedies.claimLate(receipt, headers, results, 3, sig);
        receipt.count = 1;
        vm.expectRevert(wrong);
        remedies.claimLate(receipt, headers, new Result[](2), 3, sig);
    }

    // ---- words

    /// The twin (r, N − s) of a signature whose s lies just above the half fits the form: made for k = 1, whose r is the
    /// generator's x, and the digest "digest".
    function test_aHighSThatFitsTheFormRecoversNobody() public pure {
        uint256 order = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
        uint256 x = 0x79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798;
        uint256 inverse = 0x1dd887b3eaf153260a95e8b9fd31f60ac115d26ccbe1f572c0b8d7a6dec520fe;
        uint256 high = order / 2 + 1;
        bytes32 digest = "digest";
        uint256 key = mulmod(addmod(high, order - (uint256(digest) % order), order), inverse, order);
        require(ecrecover(digest, 27, bytes32(x), bytes32(high)) == vm.addr(key), "a good signature, but for its form");
        require(Signatures.recover(digest, bytes32(x), bytes32(high)) == address(0), "high");
    }

    function test_countersOfAHeadDoNotRunOver() public {
        vm.expectPartialRevert(0x4e487b71);
        this.created(HeadWord.wrap(READ_SEQ - 1));
        vm.expectPartialRevert(0x4e487b71);
        this.received(headWord(CONTRACT_SERVING, 1), 256);
        vm.expectPartialRevert(0x4e487b71);
        this.received(HeadWord.wrap(uint256(type(uint32).max) << 144), 1);
    }

    function test_aFieldOfAReceiptOrResultIsNoWiderThanItsType() public {
        uint8[2][5] memory ofReceipt = [[1, 29], [2, 30], [3, 24], [4, 29], [6, 29]];
        for (uint256 i = 0; i < 5; ++i) _wide(this.readReceipt.selector, 12, ofReceipt[i]);
        uint8[2][3] memory ofResult = [[1, 30], [2, 29], [3, 23]];
        for (uint256 i = 0; i < 3; ++i) _wide(this.readResult.selector, 7, ofResult[i]);
    }

    function created(HeadWord word) external pure returns (HeadWord) {
        return word.created();
    }

    function received(HeadWord word, uint256 attempt) external pure returns (HeadWord) {
        return word.received(attempt, 1);
    }

    function readReceipt(Receipt calldata receipt) external pure returns (bytes32) {
        return ReceiptHash.structHash(ReceiptHash.read(receipt));
    }

    function readResult(Result calldata result) external pure returns (bytes32) {
        return ReceiptHash.resultLeaf(ReceiptHash.read(result));
    }

    function unitsAt(uint256 epoch) external view returns (uint256) {
        return tree.unitsAt(0, epoch);
    }

    // ---- helpers

    /// The highest byte that is not of the field's.
    function _wide(bytes4 selector, uint256 words, uint8[2] memory place) private {
        bytes memory call = bytes.concat(selector, new bytes(32 * words));
        (bool done,) = address(this).call(call);
        require(done, "the narrow one");
        call[4 + 32 * uint256(place[0]) + place[1]] = 0x01;
        (done,) = address(this).call(call);
        require(!done, "a wide field was taken");
    }

    function _range(string memory field, uint256 min, uint256 max) private pure returns (bytes memory) {
        return abi.encodeWithSelector(OutOfRange.selector, field, min, max);
    }

    function _notDeployed(Contract memory with, bytes memory code, bytes memory init, bytes memory reason) private {
        vm.expectRevert(reason);
        registry.deploy(with, "refused", code, init);
    }

    function _refusedTerms(Contract memory with, bytes memory reason) private {
        _notDeployed(with, "code", "init", reason);
    }

    function _scheduled(uint256 count, uint64 height) private view returns (Contract memory with) {
        with = terms(4, 1);
        with.schedules = new Schedule[](count);
        for (uint256 i = 0; i < count; ++i) with.schedules[i] = Schedule(0x01020304, height + uint64(i), 1000, 1, 0, 60);
    }

    function _notRegistered(NodeKeys memory keys, uint32 units, bytes memory proof, bytes memory reason) private {
        vm.prank(ownerOf(50));
        vm.expectRevert(reason);
        stake.register(keys, units, proof);
    }

    function _one(uint64 nonce) private returns (Receipt memory receipt, Task[] memory headers, Result[] memory results) {
        headers = new Task[](1);
        results = new Result[](1);
        headers[0] = taskOf(id, address(this), nonce);
        tasks.create(headers[0], "", "", "", "");
        (results[0].taskId, results[0].status, results[0].gasUsed) = (taskIdOf(headers[0]), 1, 5000);
        results[0].maskedHash = keccak256("");
        receipt = receiptFor(id, results, "root");
    }

    function _receiptRefused(Receipt memory receipt, bytes memory reason) private {
        bytes memory sigs = seatSigs(receipt.committeeId, 7, receiptDigest(receipt));
        vm.expectRevert(reason);
        tasks.settle(receipt, "", 7, sigs);
    }

    function _settleRefused(Receipt memory receipt, Task[] memory headers, Result[] memory results, bytes memory reason)
        private
    {
        bytes memory sigs = seatSigs(receipt.committeeId, 7, receiptDigest(receipt));
        vm.expectRevert(reason);
        tasks.settle(receipt, packed(headers, results, new bytes[](1)), 7, sigs);
    }
}
