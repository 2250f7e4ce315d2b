// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Bank} from "../../contracts/Bank.sol";
import {Committees} from "../../contracts/Committees.sol";
import {DevRandomness} from "../../contracts/DevRandomness.sol";
import {EnigmaToken} from "../../contracts/EnigmaToken.sol";
import {Registry} from "../../contracts/Registry.sol";
import {Remedies} from "../../contracts/Remedies.sol";
import {Stake} from "../../contracts/Stake.sol";
import {Tasks} from "../../contracts/Tasks.sol";
import "../../contracts/Types.sol";
import {Domain} from "../../contracts/libraries/Domain.sol";
import {Merkle} from "../../contracts/libraries/Merkle.sol";
import {TaskHash} from "../../contracts/libraries/TaskHash.sol";
import {create, vm} from "./Cheats.sol";
import {packed} from "./Packing.t.sol";

/// All contracts, deployed as deploy.ts does, and the signatures of nodes whose keys are known here.
contract Network {
    uint256 internal constant UNIT = 1000 ether;
    uint40 internal constant GRACE = 60;
    uint40 internal constant TASK_MAX = 1 days;
    uint48 internal constant GENESIS_BLOCKS = 64;
    uint48 internal constant DRAW_BLOCKS = 4096;
    uint32 internal constant TENURE_GRACE = 2;
    uint40 internal constant LATE = 1 days;

    EnigmaToken internal token;
    DevRandomness internal randomness;
    Bank internal bank;
    Stake internal stake;
    Committees internal committees;
    Registry internal registry;
    Tasks internal tasks;
    Remedies internal remedies;

    /// Blocks and seconds of the test; read from here, for the optimiser may take block.number for a constant.
    uint256 internal blockNow = 1000;
    uint256 internal timeNow = 1_800_000_000;

    function deployNetwork() internal {
        vm.roll(blockNow);
        vm.warp(timeNow);
        uint256 nonce = _nonce();
        address[8] memory a;
        for (uint256 i = 0; i < 8; ++i) a[i] = _create(nonce + i);
        token = EnigmaToken(create("EnigmaToken", abi.encode(this, 1_000_000_000 ether)));
        randomness = DevRandomness(create("DevRandomness", abi.encode(a[6])));
        bank = Bank(create("Bank", abi.encode(a[0], a[3], a[6], a[7])));
        stake = Stake(create("Stake", abi.encode(a[2], a[1], a[4], a[6], UNIT, 1_000_000, 7 days)));
        committees = Committees(create("Committees", abi.encode(a[3], a[1], a[1], a[5], a[6], a[7], TENURE_GRACE)));
        registry = Registry(create("Registry", abi.encode(a[1], a[6], TASK_MAX)));
        tasks = Tasks(create("Tasks", abi.encode(a[2], a[3], a[4], a[5], a[7], settings())));
        remedies = Remedies(create("Remedies", abi.encode(a[2], a[4], a[6], GRACE, LATE)));
        require(address(tasks) == a[6] && address(remedies) == a[7], "addresses");
        token.approve(address(bank), type(uint256).max);
    }

    function settings() internal pure returns (uint40[6] memory) {
        return [TASK_MAX, GRACE, uint40(1 days), uint40(2 days), uint40(GENESIS_BLOCKS), uint40(DRAW_BLOCKS)];
    }

    // ---- time

    function pass(uint256 blocks, uint256 secs) internal {
        blockNow += blocks;
        timeNow += secs;
        vm.roll(blockNow);
        vm.warp(timeNow);
        vm.setBlockhash(blockNow - 1, keccak256(abi.encode("block", blockNow - 1)));
    }

    function nextEpoch() internal {
        pass(1, 1);
        vm.prevrandao(keccak256(abi.encode("mix", blockNow)));
        randomness.advance();
        pass(1, 1);
    }

    // ---- nodes

    function signerKey(uint256 i) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode("signer", i)));
    }

    function ownerOf(uint256 i) internal pure returns (address) {
        return address(uint160(uint256(keccak256(abi.encode("owner", i)))));
    }

    function payoutOf(uint256 i) internal pure returns (address) {
        return address(uint160(uint256(keccak256(abi.encode("payout", i)))));
    }

    function keysOf(uint256 i) internal pure returns (NodeKeys memory) {
        return NodeKeys(vm.addr(signerKey(i)), bytes32(i), bytes32(i), payoutOf(i), ownerOf(i), "enigma://a", "http://a");
    }

    function proofOf(uint256 i) internal view returns (bytes memory) {
        NodeKeys memory keys = keysOf(i);
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256(
                    "NodeProof(address owner,bytes32 sealingKey,bytes32 tlsSpkiHash,address payout,address operator)"
                ),
                ownerOf(i),
                keys.sealingKey,
                keys.tlsSpkiHash,
                keys.payout,
                keys.operator
            )
        );
        return compact(signerKey(i), Domain.digest(Domain.separator(address(tasks)), structHash));
    }

    function registerNode(uint256 i, uint32 units) internal {
        bank.deposit(ownerOf(i), units * UNIT);
        NodeKeys memory keys = keysOf(i);
        bytes memory proof = proofOf(i);
        vm.prank(ownerOf(i));
        stake.register(keys, units, proof);
    }

    // ---- signatures

    function compact(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, v == 28 ? bytes32(uint256(s) | (1 << 255)) : s);
    }

    function seatSigs(bytes32 committeeId, uint32 bitmap, bytes32 digest) internal view returns (bytes memory sigs) {
        Committee memory committee = committees.committeeOf(committeeId);
        for (uint256 i = 0; i < committee.n; ++i) {
            if ((bitmap >> i) & 1 == 1) sigs = bytes.concat(sigs, compact(signerKey(committee.seats[i]), digest));
        }
    }

    function digestOf(bytes32 structHash) internal view returns (bytes32) {
        return Domain.digest(Domain.separator(address(tasks)), structHash);
    }

    function receiptDigest(Receipt memory receipt) internal view returns (bytes32) {
        return digestOf(
            keccak256(
                abi.encode(
                    keccak256(
                        "Receipt(bytes32 contractId,uint16 generation,uint8 kind,uint56 firstSeq,uint16 count,bytes32 committeeId,uint16 attempt,bytes32 abortsHash,bytes32 anchor,bytes32 prevRoot,bytes32 newRoot,bytes32 resultsRoot)"
                    ),
                    receipt
                )
            )
        );
    }

    function openingDigest(bytes32 digest, uint32 index, bytes memory output) internal view returns (bytes32) {
        return digestOf(
            keccak256(
                abi.encode(
                    keccak256("Opening(bytes32 receiptDigest,uint32 index,bytes32 outputHash)"),
                    digest,
                    index,
                    keccak256(output)
                )
            )
        );
    }

    function taskIdOf(Task memory task) internal view returns (bytes32) {
        return digestOf(keccak256(abi.encode(TaskHash.TASK, task)));
    }

    // ---- contracts

    function terms(uint8 n, uint8 T) internal view returns (Contract memory out) {
        out.codeHash = keccak256("code");
        out.policyHash = keccak256("policy");
        out.sourceHash = keccak256("source");
        out.initHash = keccak256("init");
        out.owner = address(this);
        (out.n, out.T, out.tenure, out.price) = (n, T, 50, 1);
    }

    function deployContract(Contract memory with, bytes32 salt) internal returns (bytes32) {
        return registry.deploy(with, salt, "code", "init");
    }

    function genesisOf(bytes32 id) internal view returns (Receipt memory receipt) {
        receipt.contractId = id;
        receipt.kind = GENESIS;
        receipt.committeeId = tasks.headOf(id).committeeId;
        receipt.newRoot = keccak256("genesis");
    }

    function serve(bytes32 id) internal {
        nextEpoch();
        bytes32 committeeId = committees.open(id);
        Committee memory committee = committees.committeeOf(committeeId);
        Receipt memory receipt = genesisOf(id);
        uint32 all = uint32((1 << committee.n) - 1);
        settle(receipt, new Task[](0), new Result[](0), new bytes[](0), all);
    }

    function settle(
        Receipt memory receipt,
        Task[] memory headers,
        Result[] memory results,
        bytes[] memory masked,
        uint32 bitmap
    ) internal {
        bytes memory sigs = seatSigs(receipt.committeeId, bitmap, receiptDigest(receipt));
        tasks.settle(receipt, packed(headers, results, masked), bitmap, sigs);
    }

    function receiptFor(bytes32 id, Result[] memory results, bytes32 newRoot) internal view returns (Receipt memory receipt) {
        Head memory head = tasks.headOf(id);
        receipt.contractId = id;
        receipt.generation = head.generation;
        receipt.kind = TASKS;
        receipt.firstSeq = head.doneSeq;
        receipt.count = uint16(results.length);
        receipt.committeeId = head.committeeId;
        receipt.prevRoot = head.stateRoot;
        receipt.newRoot = newRoot;
        receipt.resultsRoot = rootOf(results);
    }

    function rootOf(Result[] memory results) internal pure returns (bytes32) {
        bytes32[] memory leaves = new bytes32[](results.length);
        for (uint256 i = 0; i < results.length; ++i) leaves[i] = Merkle.leaf(abi.encode(results[i]));
        return Merkle.root(leaves);
    }

    function taskOf(bytes32 id, address sender, uint64 nonce) internal view returns (Task memory task) {
        task.contractId = id;
        task.fn = 0x12345678;
        task.bodyHash = keccak256("body");
        task.sender = sender;
        task.nonce = nonce;
        task.gasLimit = 10_000;
        task.gasPrice = 3;
        task.tip = 101;
        task.deadline = uint40(timeNow + 600);
    }

    function popcount(uint256 bits) internal pure returns (uint256 count) {
        for (; bits != 0; bits &= bits - 1) ++count;
    }

    // ---- addresses of contracts made by this one

    function _nonce() private view returns (uint256) {
        for (uint256 nonce = 1; nonce < 256; ++nonce) {
            if (_create(nonce).code.length == 0) return nonce;
        }
        revert("nonce");
    }

    /// RLP of (address, nonce) for nonces below 256.
    function _create(uint256 nonce) private view returns (address) {
        bytes memory rlp = nonce < 128
            ? abi.encodePacked(bytes2(0xd694), address(this), uint8(nonce))
            : abi.encodePacked(bytes2(0xd794), address(this), bytes1(0x81), uint8(nonce));
        return address(uint160(uint256(keccak256(rlp))));
    }
}
