// The chain side: Solidity in contracts/, its generated bindings, and typed functions to deploy it, read it and write it.
//
// Trusts: the chain's node that it is pointed at (whoever must find out a lying one asks several and compares), viem for
// encoding and transaction signatures, OpenZeppelin for the token, EIP-712 and ERC-1271.
//
// Deliberately does not: judge an inbox entry, verify a module's policy, hold a signer's or a sealing key, or retry a call
// that the contracts refused: a refusal is returned with the Solidity error's name and facts.
export type { AddressBook } from './addressBook.ts';
export {
  AUCTION_RECORD_GAS,
  type AuctionRecordOptions,
  deployAuctionRecord,
  expectSettlement,
  readAuctionRecord,
  type RecordedAuction,
} from './auctionRecord.ts';
export { type ChainPortOptions, openChainPort } from './chainPort.ts';
export { deployAll, DeploymentError, type DeploymentTerms, DEVELOPMENT_TERMS, type DeployOptions } from './deploy.ts';
export { type EncodedCall, encodeCall } from './calls.ts';
export { decodeEvent, type RawLog } from './events.ts';
export { askEvidence, EVIDENCE_VERDICTS, type EvidenceQuestion, type EvidenceSaid } from './evidence.ts';
export { decodeRefusal, revertDataOf } from './refusals.ts';
export { CallUncertainError } from './sender.ts';
export { bankAbi } from './generated/bank.ts';
export { committeesAbi } from './generated/committees.ts';
export { devRandomnessAbi } from './generated/devRandomness.ts';
export { enigmaTokenAbi } from './generated/enigmaToken.ts';
export { evidenceAbi } from './generated/evidence.ts';
export { errorsAbi } from './generated/errors.ts';
export { remediesAbi } from './generated/remedies.ts';
export { registryAbi } from './generated/registry.ts';
export { stakeAbi } from './generated/stake.ts';
export { tasksAbi } from './generated/tasks.ts';
