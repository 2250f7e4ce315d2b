// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "../../contracts/Types.sol";
import {TaskHash} from "../../contracts/libraries/TaskHash.sol";
import {vm} from "./Cheats.sol";
import {Ghosts} from "./Ghosts.sol";
import {packed, placeOf} from "./Packing.t.sol";

/// Random calls on a network with two contracts, beside a ghost of what must be true after each. A call that the
/// contracts refuse reverts here too, ghosts included; a call that goes wrong leaves its name in `broken`. One file, though
/// long: Hardhat draws its calls from one contract, and each of them changes the same ghosts.
contract Handler is Ghosts {
    constructor() {
        deployNetwork();
        for (uint256 i = 0; i < NODES; ++i) {
            registerNode(i, uint32(5 + i));
            unitsNext[i] = 5 + i;
            bank.deposit(ownerOf(i), 50 * UNIT);
        }
        _nextEpoch();
        for (uint256 i = 0; i < ACTORS; ++i) bank.deposit(actor(i), 1 ether);
        height = uint64(blockNow + 10);
        for (uint256 c = 0; c < 2; ++c) {
            Contract memory with = c == 0 ? terms(4, 1) : terms(3, 1);
            with.appendFee = uint96(c);
            with.schedules = new Schedule[](1);
            with.schedules[0] = Schedule(0x87654321, height, 5000, 7, 11, 900);
            bytes32 id = deployContract(with, bytes32(c));
            bank.deposit(TaskHash.account(id), 1_000_000);
            _nextEpoch();
            _checkDraw(committees.open(id));
            Receipt memory receipt = genesisOf(id);
            settle(receipt, new Task[](0), new Result[](0), new bytes[](0), 7);
            chains[c].id = id;
            chains[c].root = receipt.newRoot;
            chains[c].receiptHead = keccak256(abi.encode(bytes32(0), receiptDigest(receipt)));
        }
    }

    // ---- money in and out

    function deposit(uint256 who, uint96 amount) external {
        bank.deposit(actor(who), amount % 1 ether);
        ++succeeded;
    }

    function withdraw(uint256 who, uint96 amount) external {
        vm.prank(actor(who));
        bank.withdraw(amount % 1000, actor(who));
        ++succeeded;
    }

    function claimCredit(uint256 node) external {
        uint32 index = uint32(node % NODES);
        uint256 before = token.balanceOf(payoutOf(index)) + bank.creditOf(index);
        bank.claimCredit(index);
        if (token.balanceOf(payoutOf(index)) != before) broken = "claimCredit";
        ++succeeded;
    }

    // ---- tasks

    function create(uint256 seed) external {
        Task memory task = taskOf(chains[seed % 2].id, actor(seed >> 8), uint64((seed >> 16) % NONCES));
        task.gasLimit = uint64(1000 + (seed >> 24) % 5000);
        task.gasPrice = uint96(1 + (seed >> 40) % 9);
        task.tip = uint96((seed >> 48) % 50);
        task.deadline = uint40(timeNow + 1 + (seed >> 56) % 300);
        task.value = uint128((seed >> 88) % 3 * 1000);
        if ((seed >> 96) % 6 == 0) task.fn = 0xff345678;
        if ((seed >> 64) % 2 == 0) task.payer = actor(seed >> 72);
        address payer = task.payer == address(0) ? task.sender : task.payer;
        bytes32 id = taskIdOf(task);
        uint256[ACTORS] memory before = _balances();
        // Relayed by a stranger: both have signed.
        bytes memory senderSig = compact(actorKey(seed >> 8), id);
        bytes memory payerSig = task.payer == address(0) ? bytes("") : compact(actorKey(seed >> 72), id);
        bytes memory body = (seed >> 80) % 2 == 0 ? bytes("body") : bytes("");
        tasks.create(task, body, senderSig, payerSig, "");
        uint96 escrow = uint96(uint256(task.gasLimit) * task.gasPrice + task.tip);
        _enter(seed % 2, task, id, escrow);
        spent[task.sender][task.nonce] = true;
        for (uint256 i = 0; i < ACTORS; ++i) {
            uint256 paid = actor(i) == payer ? uint256(escrow) + task.value : 0;
            if (before[i] != bank.availableOf(actor(i)) + paid) broken = "create moved money of another";
        }
    }

    function createWithoutLeave(uint256 seed) external {
        Task memory task = taskOf(chains[seed % 2].id, actor(seed >> 8), uint64((seed >> 16) % NONCES));
        if ((seed >> 24) % 2 == 0) task.payer = actor((seed >> 8) + 1);
        bytes32 id = taskIdOf(task);
        bytes memory own = compact(actorKey(seed >> 8), id);
        bytes memory wrong = compact(actorKey((seed >> 8) + 2), id);
        // Either the sender's or the payer's signature is another's.
        bool payerLacks = task.payer != address(0);
        try tasks.create(task, "", payerLacks ? own : wrong, wrong, "") {
            broken = "created without leave";
        } catch {}
        ++succeeded;
    }

    function trigger(uint256 seed) external {
        bytes32 id = chains[seed % 2].id;
        bytes32 taskId = tasks.trigger(id, 0x87654321, height);
        Task memory task = taskOf(id, TaskHash.account(id), height);
        (task.fn, task.payer) = (0x87654321, task.sender);
        (task.bodyHash, task.gasLimit, task.gasPrice, task.tip) = (TaskHash.scheduledBodyHash(height), 5000, 7, 11);
        task.deadline = uint40(timeNow + 900);
        if (taskIdOf(task) != taskId) broken = "another task than everyone expects";
        _enter(seed % 2, task, taskId, 35_011);
        ++triggers;
    }

    function cancel(uint256 seed) external {
        address who = actor(seed);
        uint256 nonce = (seed >> 8) % NONCES;
        vm.prank(who);
        tasks.cancelNonces(0, 1 << nonce);
        spent[who][nonce] = true;
        ++succeeded;
    }

    struct Sums {
        uint256 perSeat;
        uint256 tip;
        uint256 refund;
        uint256 toPot;
        uint256 escrow;
        uint256 fee;
        uint256 value;
    }

    struct Balances {
        uint256 pot;
        uint256 submitter;
        uint256 account;
        uint256[] credits;
    }

    function settleTasks(uint256 seed) external {
        Chain storage chain = chains[seed % 2];
        Committee memory committee = committees.committeeOf(tasks.headOf(chain.id).committeeId);
        uint256 count = 1 + (seed >> 8) % 3;
        if (count > chain.created - chain.ended) count = chain.created - chain.ended;
        Task[] memory headers = new Task[](count);
        Result[] memory results = new Result[](count);
        bytes[] memory masked = new bytes[](count);
        // Mostly enough, for a degraded contract takes no more tasks.
        uint32 bitmap = uint32((seed >> 16) % (1 << committee.n));
        if ((seed >> 200) % 16 != 0) bitmap |= 7;
        Sums memory sums;
        for (uint256 i = 0; i < count; ++i) {
            Ghost storage ghost = ghosts[order[chain.id][chain.ended + i]];
            headers[i] = ghost.header;
            masked[i] = abi.encode(seed, i);
            results[i].taskId = ghost.id;
            // Half of them OK, so that outputs are there to be opened.
            uint256 dice = (seed >> (24 + 8 * i)) % 10;
            results[i].status = uint8(dice < 5 ? 1 : dice - 4);
            results[i].gasUsed = uint64((seed >> (48 + 16 * i)) % (ghost.header.gasLimit + 1));
            results[i].maskedHash = keccak256(masked[i]);
            _add(sums, ghost, results[i], committee.n);
        }
        Receipt memory receipt = receiptFor(chain.id, results, bytes32(seed));
        Balances memory before = _balances(chain.id, committee);
        settle(receipt, headers, results, masked, bitmap);

        uint256 signers = popcount(bitmap);
        if (signers < committee.qLo) broken = "too few signers";
        _noteSettled(chain, results, signers < committee.qHi);
        chain.versions += 1;
        chain.root = receipt.newRoot;
        chain.receiptHead = keccak256(abi.encode(chain.receiptHead, receiptDigest(receipt)));
        _checkPaid(chain.id, committee, bitmap, sums, before);
        reserved += sums.perSeat * (committee.n - signers);
        _remember(receipt, headers, results, sums.perSeat, bitmap);
        ++succeeded;
    }

    function _balances(bytes32 id, Committee memory committee) private view returns (Balances memory) {
        return Balances(
            bank.pot(),
            bank.availableOf(address(this)),
            bank.availableOf(TaskHash.account(id)),
            _credits(committee)
        );
    }

    function _noteSettled(Chain storage chain, Result[] memory results, bool degraded) private {
        if (degraded) chain.degraded = true;
        if (degraded && tasks.headOf(chain.id).status != CONTRACT_DEGRADED) broken = "not marked degraded";
        for (uint256 i = 0; i < results.length; ++i) {
            Ghost storage ghost = ghosts[order[chain.id][chain.ended + i]];
            ghost.status = TASK_SETTLED;
            ghost.held = results[i].status == RESULT_OK ? ghost.header.tip / 4 : 0;
            if (timeNow > ghost.header.deadline) broken = "settled after the deadline";
            if (degraded && i + 1 == results.length && timeNow < ghost.header.deadline - 900) broken = "grace";
        }
        chain.ended += results.length;
    }

    function _checkPaid(
        bytes32 id,
        Committee memory committee,
        uint32 bitmap,
        Sums memory sums,
        Balances memory before
    ) private {
        if (bank.pot() - before.pot != sums.toPot) broken = "pot";
        if (bank.availableOf(address(this)) - before.submitter != sums.tip) broken = "submitter";
        for (uint256 i = 0; i < committee.n; ++i) {
            uint256 due = (bitmap >> i) & 1 == 1 ? sums.perSeat : 0;
            if (bank.creditOf(committee.seats[i]) - before.credits[i] != due) broken = "credit";
        }
        if (sums.perSeat * committee.n > sums.fee) broken = "seats get more than the gas used";
        // A scheduled task's account is also its payer.
        if (bank.availableOf(TaskHash.account(id)) < before.account + sums.value) broken = "value";
    }

    /// One read, of any place; it leaves everything but its own money as it was.
    function settleRead(uint256 seed) external {
        Chain storage chain = chains[seed % 2];
        if (chain.reads == 0) return;
        Ghost storage ghost = ghosts[_readOf(chain, seed >> 8)];
        Committee memory committee = committees.committeeOf(tasks.headOf(chain.id).committeeId);
        Task[] memory headers = new Task[](1);
        Result[] memory results = new Result[](1);
        headers[0] = ghost.header;
        (results[0].taskId, results[0].status, results[0].maskedHash) = (ghost.id, RESULT_OK, keccak256(""));
        results[0].gasUsed = uint64((seed >> 48) % (ghost.header.gasLimit + 1));
        Receipt memory receipt = receiptFor(chain.id, results, bytes32(seed));
        (receipt.kind, receipt.firstSeq, receipt.prevRoot) = (READS, ghost.seq, receipt.newRoot);
        Sums memory sums;
        _add(sums, ghost, results[0], committee.n);
        settle(receipt, headers, results, new bytes[](1), 7);
        if (ghost.status != TASK_CREATED) broken = "a read ended twice";
        ghost.status = TASK_SETTLED;
        ghost.held = ghost.header.tip / 4;
        chain.receiptHead = keccak256(abi.encode(chain.receiptHead, receiptDigest(receipt)));
        reserved += sums.perSeat * (committee.n - 3);
        _remember(receipt, headers, results, sums.perSeat, 7);
        ++succeeded;
    }

    function settleWithAForgedSeat(uint256 seed) external {
        Chain storage chain = chains[seed % 2];
        if (chain.created == chain.ended) return;
        Ghost storage ghost = ghosts[order[chain.id][chain.ended]];
        Task[] memory headers = new Task[](1);
        Result[] memory results = new Result[](1);
        bytes[] memory masked = new bytes[](1);
        headers[0] = ghost.header;
        (results[0].taskId, results[0].status, results[0].maskedHash) = (ghost.id, 1, keccak256(""));
        Receipt memory receipt = receiptFor(chain.id, results, bytes32(seed));
        bytes memory sigs = seatSigs(receipt.committeeId, 3, receiptDigest(receipt));
        // The third seat's signature is the second's again.
        sigs = bytes.concat(sigs, compact(signerKey(committees.committeeOf(receipt.committeeId).seats[1]), receiptDigest(receipt)));
        try tasks.settle(receipt, packed(headers, results, masked), 7, sigs) {
            broken = "a forged seat counted";
        } catch {}
        ++succeeded;
    }

    function open(uint256 seed) external {
        if (lastResults.length == 0) return;
        uint32 index = uint32(seed % lastResults.length);
        Result[] memory results = lastResults;
        bytes32 id = results[index].taskId;
        bytes memory output = abi.encode(seed);
        bytes32 digest = openingDigest(receiptDigest(lastReceipt), index, output);
        uint256 before = bank.availableOf(address(this));
        tasks.open(lastHeaders[index], output, lastReceipt, placeOf(results, index), 3, seatSigs(lastReceipt.committeeId, 3, digest));
        for (uint256 i = 0; i < ghosts.length; ++i) {
            if (ghosts[i].id != id) continue;
            if (bank.availableOf(address(this)) - before != ghosts[i].held) broken = "opener";
            if (ghosts[i].status != TASK_SETTLED) broken = "opened twice";
            ghosts[i].held = 0;
            ghosts[i].status = TASK_OPENED;
        }
        ++succeeded;
    }

    /// A seat that was left out, or now and then one that was not.
    function claimLate(uint256 seed) external {
        if (lastResults.length == 0) return;
        Committee memory committee = committees.committeeOf(lastReceipt.committeeId);
        uint8 seat = uint8(seed % committee.n);
        // Mostly one that is due.
        if ((seed >> 8) % 4 != 0) for (seat = 0; seat + 1 < committee.n && (lastPaid >> seat) & 1 == 1;) ++seat;
        bytes memory sig = seatSigs(lastReceipt.committeeId, uint32(1) << seat, receiptDigest(lastReceipt));
        uint256 before = bank.creditOf(committee.seats[seat]);
        remedies.claimLate(lastReceipt, lastHeaders, lastResults, seat, sig);
        if ((lastPaid >> seat) & 1 == 1) broken = "a seat paid twice";
        if (timeNow > lastAt + LATE) broken = "claimed after the window";
        if (bank.creditOf(committee.seats[seat]) - before != lastShare) broken = "late share";
        lastPaid |= uint32(1) << seat;
        reserved -= lastShare;
        ++claims;
        ++succeeded;
    }

    function sweepLate() external {
        if (lastResults.length == 0) return;
        uint256 n = committees.committeeOf(lastReceipt.committeeId).n;
        uint256 before = bank.pot();
        remedies.sweepLate(lastReceipt, lastHeaders, lastResults);
        if (timeNow <= lastAt + LATE) broken = "swept within the window";
        uint256 unpaid = n - popcount(lastPaid);
        if (unpaid == 0 || bank.pot() - before != lastShare * unpaid) broken = "swept";
        lastPaid = uint32((1 << n) - 1);
        reserved -= lastShare * unpaid;
        ++claims;
        ++succeeded;
    }

    function expire(uint256 seed) external {
        Chain storage chain = chains[seed % 2];
        bool read = chain.reads != 0 && (seed >> 8) % 4 == 0;
        if (!read && chain.created == chain.ended) return;
        Ghost storage ghost = ghosts[read ? _readOf(chain, seed >> 16) : order[chain.id][chain.ended]];
        Task[] memory headers = new Task[](1);
        headers[0] = ghost.header;
        address payer = ghost.header.payer == address(0) ? ghost.header.sender : ghost.header.payer;
        uint256 before = bank.availableOf(payer) + bank.pot();
        tasks.expire(headers);
        if (bank.availableOf(payer) + bank.pot() - before != uint256(ghost.escrow) + ghost.header.value) broken = "expired escrow";
        if (timeNow <= ghost.header.deadline) broken = "expired before the deadline";
        if (ghost.status != TASK_CREATED) broken = "expired twice";
        ghost.status = TASK_EXPIRED;
        if (!read) chain.ended += 1;
        ++succeeded;
    }

    // ---- inbox

    function append(uint256 seed) external {
        Chain storage chain = chains[seed % 2];
        uint256 count = 1 + (seed >> 8) % 3;
        bytes[] memory bodies = new bytes[](count);
        bytes32 head = chain.inbox;
        for (uint256 i = 0; i < count; ++i) {
            bodies[i] = abi.encodePacked(actor(seed >> 16), keccak256(abi.encode(seed, i)), new bytes(60));
            bytes32 leaf = keccak256(
                abi.encode(
                    keccak256("enigma.inbox.leaf.v1"),
                    chain.id,
                    chain.entries + i,
                    blockNow,
                    actor(seed >> 16),
                    keccak256(bodies[i])
                )
            );
            head = keccak256(abi.encode(head, leaf));
        }
        vm.prank(actor(seed >> 16));
        tasks.append(chain.id, bodies);
        chain.inbox = head;
        chain.entries += count;
        ++succeeded;
    }

    // ---- stake and time

    function addStake(uint256 seed) external {
        uint256 i = seed % NODES;
        uint32 units = uint32(1 + (seed >> 8) % 3);
        vm.prank(ownerOf(i));
        stake.add(units);
        unitsNext[i] += units;
        ++succeeded;
    }

    function requestExit(uint256 seed) external {
        uint256 i = seed % NODES;
        uint32 units = uint32(1 + (seed >> 8) % 3);
        vm.prank(ownerOf(i));
        stake.requestExit(units);
        unitsNext[i] -= units;
        pending[i] += units;
        ++succeeded;
    }

    function completeExit(uint256 seed) external {
        uint256 i = seed % NODES;
        NodeRecord memory before = stake.nodeOf(uint32(i));
        vm.prank(ownerOf(i));
        stake.completeExit();
        if (before.seatsHeld != 0 || timeNow < before.withdrawableAt) broken = "left too early";
        pending[i] = 0;
        ++succeeded;
    }

    function turnEpoch() external {
        _nextEpoch();
        ++succeeded;
    }

    function passTime(uint256 seed) external {
        pass(1 + seed % 3, 1 + (seed >> 8) % 120);
        // Sometimes the time in which late shares can be claimed is over.
        if ((seed >> 16) % 12 == 0) pass(1, LATE);
        ++succeeded;
    }

    // ---- what must hold

    function checkMoney() external view {
        uint256 sum = bank.availableOf(address(this));
        uint256 escrow = 0;
        uint256 units = 0;
        uint256 leaving = 0;
        for (uint256 i = 0; i < ACTORS; ++i) sum += bank.availableOf(actor(i));
        for (uint256 i = 0; i < NODES; ++i) {
            sum += bank.availableOf(ownerOf(i)) + bank.creditOf(uint32(i));
            units += unitsNext[i];
            leaving += pending[i];
        }
        for (uint256 c = 0; c < 2; ++c) sum += bank.availableOf(TaskHash.account(chains[c].id));
        for (uint256 i = 0; i < ghosts.length; ++i) {
            bool open_ = ghosts[i].status == TASK_CREATED;
            escrow += open_ ? uint256(ghosts[i].escrow) + ghosts[i].header.value : ghosts[i].held;
        }
        require(bank.stakeTotal() == units * UNIT, "stake");
        require(bank.pendingTotal() == leaving * UNIT, "pending");
        sum += escrow + reserved + bank.pot() + (units + leaving) * UNIT;
        require(token.balanceOf(address(bank)) == sum, "solvency");
    }

    function checkTasks() external view {
        for (uint256 i = 0; i < ghosts.length; ++i) {
            require(tasks.statusOf(ghosts[i].id) == ghosts[i].status, "status");
            for (uint256 j = 0; j < i; ++j) require(ghosts[i].id != ghosts[j].id, "two tasks of one id");
        }
        for (uint256 c = 0; c < 2; ++c) {
            Chain storage chain = chains[c];
            Head memory head = tasks.headOf(chain.id);
            require(head.nextSeq == chain.created && head.doneSeq == chain.ended, "seq");
            require(head.doneSeq <= head.nextSeq, "done before begun");
            require(head.version == chain.versions, "version");
            require(head.stateRoot == chain.root, "root");
            require(head.receiptHead == chain.receiptHead, "receiptHead");
            require((head.status == CONTRACT_DEGRADED) == chain.degraded, "degraded");
            for (uint256 s = 0; s < chain.created; ++s) require(ghosts[order[chain.id][s]].seq == s, "dense");
            require(head.nextRead == READ_SEQ + chain.reads, "reads");
            for (uint256 s = 0; s < chain.reads; ++s) {
                require(ghosts[readOrder[chain.id][s]].seq == READ_SEQ + s, "dense reads");
            }
            Inbox memory inbox = tasks.inboxOf(chain.id);
            require(inbox.head == chain.inbox && inbox.count == chain.entries, "inbox");
        }
        require(triggers <= 2, "triggered twice");
    }

    function checkNonces() external view {
        for (uint256 a = 0; a < ACTORS; ++a) {
            uint256 word = tasks.nonces(actor(a), 0);
            for (uint256 n = 0; n < NONCES; ++n) require((word >> n) & 1 == (spent[actor(a)][n] ? 1 : 0), "nonce");
        }
    }

    function checkStake() external view {
        uint32 epoch = randomness.epoch();
        uint256[2] memory sums;
        for (uint256 i = 0; i < NODES; ++i) {
            require(stake.unitsAt(uint32(i), epoch) == unitsNow[i], "leaf moved within the epoch");
            require(stake.unitsAt(uint32(i), epoch + 1) == unitsNext[i], "next leaf");
            sums[0] += unitsNow[i];
            sums[1] += unitsNext[i];
        }
        for (uint32 e = 0; e < 2; ++e) {
            (uint256 total,) = stake.totalAt(epoch + e);
            require(total == sums[e], "total");
        }
    }

    function actorKey(uint256 i) public pure returns (uint256) {
        return uint256(keccak256(abi.encode("actor", i % ACTORS)));
    }

    function actor(uint256 i) public pure returns (address) {
        return vm.addr(actorKey(i));
    }

    function _enter(uint256 c, Task memory task, bytes32 id, uint96 escrow) private {
        Chain storage chain = chains[c];
        if (chain.degraded) broken = "a task on a degraded contract";
        bool read = task.fn >= READ_FN;
        (read ? readOrder : order)[chain.id].push(ghosts.length);
        uint256 seq = read ? READ_SEQ + chain.reads : chain.created;
        ghosts.push(Ghost(task, id, TASK_CREATED, uint56(seq), escrow, 0));
        if (read) chain.reads += 1;
        else chain.created += 1;
        ++succeeded;
    }

    /// Mostly the first read that has not ended, so that calls get somewhere.
    function _readOf(Chain storage chain, uint256 seed) private view returns (uint256) {
        uint256 at = seed % chain.reads;
        if (seed % 4 == 0) return readOrder[chain.id][at];
        for (at = 0; at + 1 < chain.reads && ghosts[readOrder[chain.id][at]].status != TASK_CREATED;) ++at;
        return readOrder[chain.id][at];
    }

    function _remember(
        Receipt memory receipt,
        Task[] memory headers,
        Result[] memory results,
        uint256 perSeat,
        uint32 bitmap
    ) private {
        (lastReceipt, lastShare, lastPaid, lastAt) = (receipt, perSeat, bitmap, timeNow);
        delete lastResults;
        delete lastHeaders;
        for (uint256 i = 0; i < headers.length; ++i) {
            lastResults.push(results[i]);
            lastHeaders.push(headers[i]);
        }
    }

    function _add(Sums memory sums, Ghost storage ghost, Result memory result, uint256 n) private view {
        uint256 price = ghost.header.gasPrice;
        uint256 tip = ghost.header.tip;
        uint256 fee = (result.status == 5 ? 1000 : result.gasUsed) * price;
        uint256 share = fee / n;
        sums.fee += fee;
        sums.perSeat += share;
        sums.tip += (tip * 3) / 4;
        sums.toPot += fee - share * n + tip - (tip * 3) / 4 - tip / 4;
        if (result.status == RESULT_OK) sums.value += ghost.header.value;
    }

    function _credits(Committee memory committee) private view returns (uint256[] memory credits) {
        credits = new uint256[](committee.n);
        for (uint256 i = 0; i < committee.n; ++i) credits[i] = bank.creditOf(committee.seats[i]);
    }

    function _balances() private view returns (uint256[ACTORS] memory balances) {
        for (uint256 i = 0; i < ACTORS; ++i) balances[i] = bank.availableOf(actor(i));
    }

    function _nextEpoch() private {
        nextEpoch();
        unitsNow = unitsNext;
    }

    function _checkDraw(bytes32 committeeId) private {
        Committee memory committee = committees.committeeOf(committeeId);
        for (uint256 i = 0; i < committee.n; ++i) {
            if (stake.unitsAt(committee.seats[i], committee.openedEpoch) == 0) broken = "a seat without stake";
            for (uint256 j = 0; j < i; ++j) if (committee.seats[i] == committee.seats[j]) broken = "a node in two seats";
        }
    }
}
