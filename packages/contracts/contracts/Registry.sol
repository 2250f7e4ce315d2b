// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "./Errors.sol";
import {Guard} from "./Guard.sol";
import {
    BASE_GAS,
    CODE_BYTES_MAX,
    Contract,
    ContractRecord,
    INIT_BYTES_MAX,
    PRICE_MAX,
    SCHEDULES_MAX,
    SEATS_MAX,
    Schedule
} from "./Types.sol";
import {IClock} from "./interfaces/IClock.sol";
import {IRegistry} from "./interfaces/IRegistry.sol";
import {ITasks} from "./interfaces/ITasks.sol";

/// Contracts and their terms, all fixed at deployment. The chain checks hashes and bounds and emits the code; whether the
/// code deserves its policy is for nodes and clients to verify, each for himself.
contract Registry is IRegistry, Guard {
    event ContractDeployed(
        bytes32 indexed contractId,
        address indexed deployer,
        bytes32 salt,
        uint32 registeredEpoch,
        Contract terms,
        bytes code,
        bytes initArgs
    );

    bytes32 private constant DOMAIN = keccak256("enigma.contract.v1");

    struct Stored {
        bytes32 codeHash;
        bytes32 policyHash;
        bytes32 sourceHash;
        bytes32 initHash;
        address owner;
        uint8 mode;
        uint8 n;
        uint8 T;
        uint16 flags;
        uint16 tenure;
        uint8 openMode;
        uint32 registeredEpoch;
        uint96 price;
        uint40 rentPaidUntil;
        uint16 priceClass;
        uint32 cell;
        address admission;
        uint96 appendFee;
        address deployer;
        Schedule[] schedules;
    }

    IClock public immutable clock;
    ITasks public immutable tasks;
    /// The longest a task may stay open; a schedule's window is held to it too.
    uint40 public immutable taskSecondsMax;

    mapping(bytes32 contractId => Stored) private contracts;

    constructor(address clock_, address tasks_, uint40 taskSecondsMax_) {
        clock = IClock(clock_);
        tasks = ITasks(tasks_);
        taskSecondsMax = taskSecondsMax_;
    }

    function deploy(Contract calldata terms, bytes32 salt, bytes calldata code, bytes calldata initArgs)
        external
        unlocked
        returns (bytes32 id)
    {
        if (code.length == 0 || code.length > CODE_BYTES_MAX) revert OutOfRange("code", 1, CODE_BYTES_MAX);
        if (initArgs.length > INIT_BYTES_MAX) revert OutOfRange("initArgs", 0, INIT_BYTES_MAX);
        if (keccak256(code) != terms.codeHash) revert WrongHash("code");
        if (keccak256(initArgs) != terms.initHash) revert WrongHash("initArgs");
        _checkTerms(terms);
        uint32 epoch = clock.epoch();
        id = idOf(msg.sender, salt, terms.codeHash, terms.policyHash, terms.initHash, epoch);
        Stored storage record = contracts[id];
        if (record.codeHash != 0) revert AlreadyDeployed(id);
        _store(record, terms, epoch);
        tasks.enroll(id, uint72(terms.price), terms.appendFee);
        emit ContractDeployed(id, msg.sender, salt, epoch, terms, code, initArgs);
    }

    function payRent(bytes32, uint256) external pure {
        revert NotYet("rent");
    }

    function retire(bytes32) external pure {
        revert NotYet("retire");
    }

    function restart(bytes32, bytes calldata) external pure {
        revert NotYet("restart");
    }

    function guardian() public view override returns (address) {
        return address(tasks);
    }

    function contractOf(bytes32 id) external view returns (ContractRecord memory out) {
        Stored storage record = _get(id);
        Contract memory terms = out.terms;
        terms.codeHash = record.codeHash;
        terms.policyHash = record.policyHash;
        terms.sourceHash = record.sourceHash;
        terms.initHash = record.initHash;
        terms.owner = record.owner;
        (terms.mode, terms.n, terms.T, terms.flags) = (record.mode, record.n, record.T, record.flags);
        (terms.tenure, terms.openMode, terms.price) = (record.tenure, record.openMode, record.price);
        (terms.priceClass, terms.cell) = (record.priceClass, record.cell);
        (terms.admission, terms.appendFee) = (record.admission, record.appendFee);
        terms.schedules = record.schedules;
        out.deployer = record.deployer;
        out.registeredEpoch = record.registeredEpoch;
        out.rentPaidUntil = record.rentPaidUntil;
    }

    function termsOf(bytes32 id) external view override returns (address, uint8, uint8, uint16, uint32) {
        Stored storage record = _get(id);
        return (record.owner, record.n, record.T, record.tenure, record.registeredEpoch);
    }

    function scheduleOf(bytes32 id, bytes4 fn, uint64 height) external view override returns (Schedule memory) {
        Schedule[] storage schedules = _get(id).schedules;
        for (uint256 i = 0; i < schedules.length; ++i) {
            if (schedules[i].height == height && schedules[i].fn == fn) return schedules[i];
        }
        revert UnknownSchedule(fn, height);
    }

    function ownerOf(bytes32 id) external view override returns (address) {
        return _get(id).owner;
    }

    /// The epoch is part of the id, so that an id can only be ground before the seed that draws its committee is known.
    function idOf(
        address deployer,
        bytes32 salt,
        bytes32 codeHash,
        bytes32 policyHash,
        bytes32 initHash,
        uint32 registeredEpoch
    ) public view returns (bytes32) {
        return keccak256(
            abi.encode(
                DOMAIN,
                block.chainid,
                address(tasks),
                deployer,
                salt,
                codeHash,
                policyHash,
                initHash,
                registeredEpoch
            )
        );
    }

    function _get(bytes32 id) private view returns (Stored storage record) {
        record = contracts[id];
        if (record.codeHash == 0) revert UnknownContract(id);
    }

    /// This deployment serves honest-majority MPC: T ≥ 1 and n ≥ 2T + 1.
    function _checkTerms(Contract calldata terms) private view {
        if (terms.mode != 0) revert NotYet("mode");
        if (terms.flags != 0) revert NotYet("flags");
        if (terms.priceClass != 0) revert NotYet("priceClass");
        if (terms.cell != 0) revert NotYet("cell");
        if (terms.T == 0 || terms.n < 2 * uint256(terms.T) + 1 || terms.n > SEATS_MAX) {
            revert OutOfRange("n", 2 * uint256(terms.T) + 1, SEATS_MAX);
        }
        if (terms.price > PRICE_MAX) revert OutOfRange("price", 0, PRICE_MAX);
        if (terms.tenure == 0) revert OutOfRange("tenure", 1, type(uint16).max);
        if (terms.openMode > 1) revert OutOfRange("openMode", 0, 1);
        if (terms.owner == address(0)) revert OutOfRange("owner", 1, type(uint160).max);
        uint256 count = terms.schedules.length;
        if (count > SCHEDULES_MAX) revert OutOfRange("schedules", 0, SCHEDULES_MAX);
        for (uint256 i = 0; i < count; ++i) {
            Schedule calldata schedule = terms.schedules[i];
            if (schedule.height <= block.number) {
                revert OutOfRange("height", block.number + 1, type(uint64).max);
            }
            if (schedule.gasLimit < BASE_GAS) revert OutOfRange("gasLimit", BASE_GAS, type(uint64).max);
            if (schedule.gasPrice < terms.price) revert PriceTooLow(terms.price, schedule.gasPrice);
            if (schedule.windowSeconds == 0 || schedule.windowSeconds > taskSecondsMax) {
                revert OutOfRange("windowSeconds", 1, taskSecondsMax);
            }
            // A scheduled task's nonce is its height, so two at one height could never both be triggered.
            for (uint256 j = 0; j < i; ++j) {
                if (terms.schedules[j].height == schedule.height) revert ScheduleClash(schedule.height);
            }
        }
    }

    function _store(Stored storage record, Contract calldata terms, uint32 epoch) private {
        record.codeHash = terms.codeHash;
        record.policyHash = terms.policyHash;
        record.sourceHash = terms.sourceHash;
        record.initHash = terms.initHash;
        record.owner = terms.owner;
        (record.n, record.T, record.tenure) = (terms.n, terms.T, terms.tenure);
        record.openMode = terms.openMode;
        record.registeredEpoch = epoch;
        record.price = terms.price;
        record.admission = terms.admission;
        record.appendFee = terms.appendFee;
        record.deployer = msg.sender;
        for (uint256 i = 0; i < terms.schedules.length; ++i) record.schedules.push(terms.schedules[i]);
    }
}
