// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TaskWord} from "../libraries/TaskWord.sol";

interface ITasks {
    function enroll(bytes32 id, uint72 price, uint96 appendFee) external;
    function seat(bytes32 id, bytes32 committeeId) external;
    function lose(bytes32 id, uint32 signed, uint32 missing) external;
    function mark(bytes32 taskId, TaskWord word) external;
    function newUntilBlockOf(bytes32 contractId) external view returns (uint48);
    function wordOf(bytes32 taskId) external view returns (uint256);
    function generationOf(bytes32 id) external view returns (uint16 generation, uint8 status, bytes32 committeeId);
}
