// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// What a contract implements to be told results. The one function that the protocol ever calls on anybody's behalf.
/// Whoever implements it checks that msg.sender is Tasks, and that it asked for the task.
interface IEnigmaCallee {
    function onEnigmaResult(bytes32 taskId, bytes calldata output) external;
}
