// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "./Errors.sol";
import {Guard} from "./Guard.sol";
import {NODE_ACTIVE, NODE_EXITED, NodeKeys, NodeRecord, URL_BYTES_MAX} from "./Types.sol";
import {IBank} from "./interfaces/IBank.sol";
import {IClock} from "./interfaces/IClock.sol";
import {IStake} from "./interfaces/IStake.sol";
import {Domain} from "./libraries/Domain.sol";
import {Draw} from "./libraries/Draw.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {SumTree} from "./libraries/SumTree.sol";

/// Nodes, their keys and their stake. Stake is counted in equal units; a change counts from the next epoch.
/// A node's index is its leaf in the tree. It keeps the key history, for a seat signs with the key that its node had in
/// the epoch in which the committee was drawn.
contract Stake is IStake, Guard {
    using SumTree for SumTree.Tree;

    event NodeRegistered(
        uint32 indexed node, address indexed owner, uint32 units, uint32 effectiveEpoch, NodeKeys keys
    );
    event KeysRotated(
        uint32 indexed node, address signer, bytes32 sealingKey, bytes32 tlsSpkiHash, uint32 effectiveEpoch
    );
    event UrlsChanged(uint32 indexed node, string peerUrl, string apiUrl);
    event StakeChanged(uint32 indexed node, uint32 units, uint32 effectiveEpoch);
    event ExitRequested(uint32 indexed node, uint32 units, uint40 withdrawableAt);
    event Exited(uint32 indexed node, uint32 units);

    bytes32 private constant NODE_PROOF =
        keccak256("NodeProof(address owner,bytes32 sealingKey,bytes32 tlsSpkiHash,address payout,address operator)");

    struct Node {
        address owner;
        uint8 status;
        uint32 units;
        uint32 exitEpoch;
        uint24 tag;
        address signer;
        uint32 signerFrom;
        bytes32 sealingKey;
        bytes32 tlsSpkiHash;
        address payout;
        uint32 pendingUnits;
        uint40 withdrawableAt;
        address operator;
        uint16 seatsHeld;
        uint32 lastSeatEnd;
    }

    struct PastSigner {
        address signer;
        uint32 from;
    }

    struct Urls {
        string peer;
        string api;
    }

    IBank public immutable bank;
    IClock public immutable clock;
    address public immutable committees;
    address public immutable tasks;
    /// Tokens of one unit.
    uint256 public immutable unitTokens;
    uint32 public immutable unitsMax;
    uint40 public immutable override exitDelaySeconds;

    uint32 public nodeCount;
    mapping(uint32 node => Node) private nodes;
    mapping(uint32 node => Urls) private urls;
    mapping(uint32 node => PastSigner[]) private pastSigners;
    /// Index + 1; 0 = none.
    mapping(address owner => uint32) private byOwner;
    mapping(address signer => uint32) private bySigner;
    SumTree.Tree private tree;

    constructor(
        address bank_,
        address clock_,
        address committees_,
        address tasks_,
        uint256 unitTokens_,
        uint32 unitsMax_,
        uint40 exitDelaySeconds_
    ) {
        bank = IBank(bank_);
        clock = IClock(clock_);
        committees = committees_;
        tasks = tasks_;
        unitTokens = unitTokens_;
        unitsMax = unitsMax_;
        exitDelaySeconds = exitDelaySeconds_;
    }

    /// @param proof the signer's signature over the record under the one domain: nobody registers a key he does not hold.
    /// The TLS key proves itself in each handshake, the sealing key by opening what is sealed to it.
    function register(NodeKeys calldata keys, uint32 units, bytes calldata proof) external unlocked returns (uint32 node) {
        if (byOwner[msg.sender] != 0) revert AlreadyRegistered(msg.sender);
        if (units == 0 || units > unitsMax) revert UnitsOutOfRange(1, unitsMax);
        _checkKeys(keys, proof);
        _checkUrls(keys.peerUrl, keys.apiUrl);
        node = nodeCount;
        if (node == SumTree.LEAVES) revert TreeFull();
        nodeCount = node + 1;
        byOwner[msg.sender] = node + 1;
        bySigner[keys.signer] = node + 1;
        uint32 epoch = clock.epoch();
        Node storage record = nodes[node];
        record.owner = msg.sender;
        record.status = NODE_ACTIVE;
        record.units = units;
        record.signer = keys.signer;
        record.signerFrom = epoch;
        record.sealingKey = keys.sealingKey;
        record.tlsSpkiHash = keys.tlsSpkiHash;
        record.payout = keys.payout;
        record.operator = keys.operator;
        urls[node] = Urls(keys.peerUrl, keys.apiUrl);
        tree.set(node, units, epoch);
        bank.stakeFrom(msg.sender, units * unitTokens);
        emit NodeRegistered(node, msg.sender, units, epoch + 1, keys);
    }

    function add(uint32 units) external unlocked {
        uint32 node = _own();
        Node storage record = nodes[node];
        uint256 sum = uint256(record.units) + units;
        if (units == 0 || sum > unitsMax) revert UnitsOutOfRange(1, unitsMax - record.units);
        record.status = NODE_ACTIVE;
        _setUnits(node, uint32(sum));
        bank.stakeFrom(msg.sender, units * unitTokens);
    }

    /// The units leave the draw with the next epoch, and stay slashable until they are withdrawn.
    function requestExit(uint32 units) external unlocked {
        uint32 node = _own();
        Node storage record = nodes[node];
        uint32 have = record.units;
        if (units == 0 || units > have) revert UnitsOutOfRange(1, have);
        uint40 time = uint40(block.timestamp) + exitDelaySeconds;
        record.pendingUnits += units;
        record.withdrawableAt = time;
        record.exitEpoch = clock.epoch() + 1;
        if (units == have) record.status = NODE_EXITED;
        _setUnits(node, have - units);
        bank.stakeToPending(units * unitTokens);
        emit ExitRequested(node, units, time);
    }

    /// Nothing is withdrawn before the delay is over and the last seat is given back.
    function completeExit() external unlocked {
        uint32 node = _own();
        Node storage record = nodes[node];
        uint32 units = record.pendingUnits;
        if (units == 0) revert UnitsOutOfRange(1, 0);
        if (block.timestamp < record.withdrawableAt) revert NotWithdrawable(record.withdrawableAt);
        if (record.seatsHeld != 0) revert SeatsHeld(record.seatsHeld, record.lastSeatEnd);
        record.pendingUnits = 0;
        bank.pendingTo(msg.sender, units * unitTokens);
        emit Exited(node, units);
    }

    /// The new signer counts from the next epoch; committees drawn until then keep the old one.
    function rotateKeys(NodeKeys calldata keys, bytes calldata proof) external unlocked {
        uint32 node = _own();
        Node storage record = nodes[node];
        _checkKeys(keys, proof);
        _checkUrls(keys.peerUrl, keys.apiUrl);
        uint32 from = clock.epoch() + 1;
        if (record.signerFrom >= from) revert RotationPending(record.signerFrom);
        pastSigners[node].push(PastSigner(record.signer, record.signerFrom));
        bySigner[keys.signer] = node + 1;
        record.signer = keys.signer;
        record.signerFrom = from;
        record.sealingKey = keys.sealingKey;
        record.tlsSpkiHash = keys.tlsSpkiHash;
        record.payout = keys.payout;
        record.operator = keys.operator;
        urls[node] = Urls(keys.peerUrl, keys.apiUrl);
        emit KeysRotated(node, keys.signer, keys.sealingKey, keys.tlsSpkiHash, from);
    }

    function setUrls(string calldata peerUrl, string calldata apiUrl) external unlocked {
        uint32 node = _own();
        _checkUrls(peerUrl, apiUrl);
        urls[node] = Urls(peerUrl, apiUrl);
        emit UrlsChanged(node, peerUrl, apiUrl);
    }

    function setOperatorTag(uint24) external pure {
        revert NotYet("operatorTag");
    }

    function jail(uint32) external pure {
        revert NotYet("jail");
    }

    function unjail() external pure {
        revert NotYet("unjail");
    }

    function guardian() public view override returns (address) {
        return tasks;
    }

    function clockAddress() external view override returns (address) {
        return address(clock);
    }

    function seated(uint32[] calldata list, uint32 tenureEnd) external override {
        if (msg.sender != committees) revert Unauthorised(msg.sender);
        for (uint256 i = 0; i < list.length; ++i) {
            Node storage record = nodes[list[i]];
            ++record.seatsHeld;
            if (tenureEnd > record.lastSeatEnd) record.lastSeatEnd = tenureEnd;
        }
    }

    function unseated(uint32[] calldata list) external override {
        if (msg.sender != committees) revert Unauthorised(msg.sender);
        for (uint256 i = 0; i < list.length; ++i) --nodes[list[i]].seatsHeld;
    }

    function draw(bytes32 drawSeed, uint256 n, uint256 standbysMax)
        external
        view
        override
        returns (uint32[] memory)
    {
        return Draw.draw(tree, drawSeed, n, standbysMax, clock.epoch());
    }

    function signersOf(uint32[] calldata list, uint32 epoch)
        external
        view
        override
        returns (address[] memory signers)
    {
        signers = new address[](list.length);
        for (uint256 i = 0; i < list.length; ++i) signers[i] = signerAt(list[i], epoch);
    }

    /// The key that a node signed with in `epoch`; zero before it had one.
    function signerAt(uint32 node, uint32 epoch) public view returns (address) {
        Node storage record = nodes[node];
        (address signer, uint32 from) = (record.signer, record.signerFrom);
        if (from <= epoch) return signer;
        PastSigner[] storage past = pastSigners[node];
        for (uint256 i = past.length; i != 0; --i) if (past[i - 1].from <= epoch) return past[i - 1].signer;
        return address(0);
    }

    function nodeOf(uint32 node) external view returns (NodeRecord memory out) {
        if (node >= nodeCount) revert UnknownNode();
        Node storage record = nodes[node];
        out.owner = record.owner;
        out.status = record.status;
        out.units = record.units;
        out.exitEpoch = record.exitEpoch;
        out.keys.signer = record.signer;
        out.keys.sealingKey = record.sealingKey;
        out.keys.tlsSpkiHash = record.tlsSpkiHash;
        out.keys.payout = record.payout;
        out.keys.operator = record.operator;
        out.keys.peerUrl = urls[node].peer;
        out.keys.apiUrl = urls[node].api;
        out.signerFrom = record.signerFrom;
        out.pendingUnits = record.pendingUnits;
        out.withdrawableAt = record.withdrawableAt;
        out.seatsHeld = record.seatsHeld;
        out.lastSeatEnd = record.lastSeatEnd;
    }

    function payoutOf(uint32 node) external view override returns (address) {
        if (node >= nodeCount) revert UnknownNode();
        return nodes[node].payout;
    }

    function indexOfOwner(address owner) external view returns (uint32) {
        uint32 found = byOwner[owner];
        if (found == 0) revert UnknownNode();
        return found - 1;
    }

    function indexOfSigner(address signer) external view returns (uint32) {
        uint32 found = bySigner[signer];
        if (found == 0) revert UnknownNode();
        return found - 1;
    }

    /// Units as they count in `epoch`, which is the current one or the next.
    function unitsAt(uint32 node, uint32 epoch) external view returns (uint256) {
        return tree.unitsAt(node, epoch);
    }

    function totalAt(uint32 epoch) external view returns (uint256 total, uint256 eligible) {
        return tree.totalAt(epoch);
    }

    function _own() private view returns (uint32) {
        uint32 found = byOwner[msg.sender];
        if (found == 0) revert UnknownNode();
        return found - 1;
    }

    function _setUnits(uint32 node, uint32 units) private {
        nodes[node].units = units;
        uint32 epoch = clock.epoch();
        tree.set(node, units, epoch);
        emit StakeChanged(node, units, epoch + 1);
    }

    /// A signer that is also somebody's sending key is the common mistake of operators: refused here, not found later.
    function _checkKeys(NodeKeys calldata keys, bytes calldata proof) private view {
        if (keys.signer == msg.sender || keys.signer == keys.operator) revert KeysNotSeparate(keys.signer);
        if (bySigner[keys.signer] != 0) revert AlreadyRegistered(keys.signer);
        if (keys.payout == address(0)) revert OutOfRange("payout", 1, type(uint160).max);
        bytes32 structHash = keccak256(
            abi.encode(NODE_PROOF, msg.sender, keys.sealingKey, keys.tlsSpkiHash, keys.payout, keys.operator)
        );
        address recovered = Signatures.recover(Domain.digest(Domain.separator(tasks), structHash), proof);
        if (recovered != keys.signer || recovered == address(0)) revert BadPossession(keys.signer, recovered);
    }

    function _checkUrls(string calldata peerUrl, string calldata apiUrl) private pure {
        if (bytes(peerUrl).length > URL_BYTES_MAX) revert OutOfRange("peerUrl", 0, URL_BYTES_MAX);
        if (bytes(apiUrl).length > URL_BYTES_MAX) revert OutOfRange("apiUrl", 0, URL_BYTES_MAX);
    }
}
