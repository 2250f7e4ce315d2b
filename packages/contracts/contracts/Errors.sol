// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

// Every refusal is a code plus the facts that a caller needs to act on it.

error NotYet(string field);
error Unauthorised(address caller);
error BadDeployment(string what);
error NotDevelopment(uint256 chainId);

error InsufficientBalance(uint256 have, uint256 need);
error EscrowOverflow();

error UnknownNode();
error AlreadyRegistered(address who);
error KeysNotSeparate(address who);
error BadPossession(address signer, address recovered);
error UnitsOutOfRange(uint256 min, uint256 max);
error UnitsOverflow();
error TreeFull();
error NotWithdrawable(uint256 time);
error SeatsHeld(uint256 count, uint256 lastSeatEnd);
error RotationPending(uint256 from);

error AlreadyAdvanced(uint256 blockNumber);
error UnknownSeed(uint256 epoch);
error EpochNotCurrent(uint256 epoch);
error NotDrawable(uint256 untilEpoch);
error SeedBlockGone(uint256 blockNumber);
error DrawExhausted(uint256 found, uint256 wanted);
error TooFewNodes(uint256 have, uint256 need);
error TenureNotOver(uint256 untilEpoch);

error UnknownContract(bytes32 id);
error AlreadyDeployed(bytes32 id);
error WrongHash(string what);
error OutOfRange(string field, uint256 min, uint256 max);
error ScheduleClash(uint256 height);

error NotServing(uint8 status);
error Degraded();
error NonceUsed(address sender, uint256 nonce);
error DeadlineOutOfRange(uint256 min, uint256 max);
error PriceTooLow(uint256 min, uint256 given);
error BadSignature(address who);
error UnknownSchedule(bytes4 fn, uint256 height);
error NotDue(uint256 height);
error BadCallback(address target, uint256 callbackGas);
error BodyLate(uint256 untilTime);
error BodyKnown(bytes32 taskId);

error UnknownTask(bytes32 taskId);
error WrongTask(bytes32 expected, bytes32 given);
error WrongRoot(bytes32 head, bytes32 given);
error WrongSeq(uint256 next, uint256 given);
error WrongCommittee(bytes32 current, bytes32 given);
error WrongGeneration(uint256 current, uint256 given);
error WrongReceipt(string field);
error QuorumNotMet(uint256 have, uint256 need);
error BadSeatSignature(uint256 seat);
error GraceNotOver(uint256 time);
error DeadlineOver(uint256 time);
error NotExpired(uint256 time);
error AlreadyEnded(uint8 status);
error AlreadyPaid(uint256 seat);
error ClaimOver(uint256 time);
error ClaimOpen(uint256 untilTime);
error CallbackGas(uint256 have, uint256 need);
error NoCallback(bytes32 taskId);
error Reentered();
error GenesisOpen(uint256 untilBlock);
error GenesisOver(uint256 atBlock);
