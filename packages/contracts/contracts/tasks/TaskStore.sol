// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import "../Errors.sol";
import "../Types.sol";
import {Guard} from "../Guard.sol";
import {IBank} from "../interfaces/IBank.sol";
import {ICommittees} from "../interfaces/ICommittees.sol";
import {IRegistry} from "../interfaces/IRegistry.sol";
import {IStake} from "../interfaces/IStake.sol";
import {ITasks} from "../interfaces/ITasks.sol";
import {Domain} from "../libraries/Domain.sol";
import {HeadWord} from "../libraries/HeadWord.sol";
import {TaskHash} from "../libraries/TaskHash.sol";
import {TaskWord} from "../libraries/TaskWord.sol";

/// What the parts of Tasks share: siblings and periods, heads, task words, and the digest that is a task's id.
abstract contract TaskStore is ITasks, Guard, IERC5267 {
    struct StoredHead {
        bytes32 stateRoot;
        HeadWord word;
        bytes32 receiptHead;
        bytes32 committeeId;
        /// How many reads have been created.
        uint40 reads;
    }

    IBank public immutable bank;
    IStake public immutable stake;
    ICommittees public immutable committees;
    IRegistry public immutable registry;
    address public immutable remedies;
    address internal immutable token;
    address internal immutable clock;
    uint40 internal immutable taskSecondsMax;
    uint40 internal immutable graceSeconds;
    uint48 internal immutable genesisBlocks;
    uint48 internal immutable drawBlocks;

    uint256 private immutable domainChainId;
    bytes32 private immutable domain;

    mapping(bytes32 contractId => StoredHead) internal heads;
    mapping(bytes32 taskId => TaskWord) internal words;
    /// Whose a task is, by the key in its word; no two contracts have one.
    mapping(bytes16 contractKey => bytes32 contractId) internal contractsByKey;

    /// @param settings taskSecondsMax, graceSeconds, handoverSeconds, disputeSeconds, genesisBlocks, drawBlocks
    constructor(
        address bank_,
        address stake_,
        address committees_,
        address registry_,
        address remedies_,
        uint40[6] memory settings
    ) {
        domainChainId = block.chainid;
        domain = Domain.separator(address(this));
        bank = IBank(bank_);
        stake = IStake(stake_);
        committees = ICommittees(committees_);
        registry = IRegistry(registry_);
        remedies = remedies_;
        token = IBank(bank_).tokenAddress();
        clock = IStake(stake_).clockAddress();
        taskSecondsMax = settings[0];
        graceSeconds = settings[1];
        genesisBlocks = settings[4];
        drawBlocks = settings[5];
        // Stake must still be there when the last thing that could cost it has happened.
        uint256 longest = uint256(settings[0]) + settings[1] + settings[2] + settings[3];
        if (longest > IStake(stake_).exitDelaySeconds()) revert BadDeployment("exitDelaySeconds");
    }

    function guardian() public view override returns (address) {
        return address(this);
    }

    /// Made anew where a fork of the chain took another id: what was signed for one must not count on the other.
    function domainSeparator() public view returns (bytes32) {
        return block.chainid == domainChainId ? domain : Domain.separator(address(this));
    }

    function eip712Domain()
        external
        view
        override
        returns (bytes1, string memory, string memory, uint256, address, bytes32, uint256[] memory)
    {
        return (0x0f, Domain.NAME, Domain.VERSION, block.chainid, address(this), 0, new uint256[](0));
    }

    function _digest(bytes32 structHash) internal view returns (bytes32) {
        return Domain.digest(domainSeparator(), structHash);
    }

    function _idOf(Task memory task) internal view returns (bytes32) {
        return _digest(TaskHash.structHash(task));
    }

    function _payer(Task memory task) internal pure returns (address) {
        return task.payer == address(0) ? task.sender : task.payer;
    }

    /// A task's word with its true status.
    function _wordOf(bytes32 taskId) internal view returns (TaskWord word) {
        word = words[taskId];
        // The others say it themselves.
        if (word.statusOf() == TASK_CREATED) {
            word = word.doneBefore(heads[contractsByKey[word.contractKey()]].word.doneSeq());
        }
    }

    /// The word of a task that has not ended, where all before `doneSeq` have.
    function _created(bytes32 taskId, uint256 doneSeq) internal view returns (TaskWord word) {
        word = words[taskId].doneBefore(doneSeq);
        uint8 status = word.statusOf();
        if (status == TASK_NONE) revert UnknownTask(taskId);
        if (status != TASK_CREATED) revert AlreadyEnded(status);
    }
}
