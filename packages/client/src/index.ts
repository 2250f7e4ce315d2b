// @enigma/client: deploy, seal, append, trigger, wait, open, verify; in the browser and under Node from one source.
//
// Trusts: its caller for keys, randomness, clock and journal; that at most T seats of a contract's committee are corrupt. Trusts no transport and no single node: answers
// count by the signer key on chain. Of the chain's RPC it believes what hashes to the ids it was given; which keys a node has, no hash binds, so whoever does not run the
// RPC himself gives a second one as witness.
//
// Deliberately does not: keep a key or an input, retry what the contracts refused, choose a contract for you (its policy is in the report of its code), or import Node. The
// one part that does, a journal in a file, has a door of its own: `@enigma/client/journal-file`.
// Keys of senders and admission, for rooms that see this door alone.
export { generateSigningKey, signingKeyOf, type Hex, type Random, type SigningKey } from '@enigma/crypto';
// What a contract releases, as its bytecode says it: for rooms that show it.
export type { Policy, PolicySite } from '@enigma/bytecode';
export type { AnyContract, ArgsOf, ContractAbi, ContractTypes, FunctionName, ResultOf, TypedContract } from './abi.ts';
export { payIn } from './payIn.ts';
export { lockedBy, type Callback, type CallTerms, type SealedCall } from './calls.ts';
export type { CallbackState } from './callbacks.ts';
export {
  callablesOf,
  isCallable,
  deployedWith,
  type ArgumentKind,
  type CallableFunction,
  type CallableParameter,
} from './callable.ts';
export { connect, type CallTermsOf, type Client, type ContractHandle, type ViewTermsOf } from './client.ts';
export {
  prepareProgram,
  type DeployOptions,
  type DeployStage,
  type DeployTerms,
  type ScheduleTerms,
} from './deploy.ts';
export type { EntryTerms, SealedEntry } from './entries.ts';
export type { GivenUp } from './giveUp.ts';
export {
  CLIENT_ERRORS,
  ClientError,
  isClientError,
  LyingNode,
  LyingRpc,
  type ClientErrorCode,
  type Facts,
} from './errors.ts';
export { explore, type Explorer, type NetworkView } from './explorer.ts';
export type { InboxRecord } from './inbox.ts';
export { memoryJournal, type Journal, type JournalRecord } from './journal.ts';
export * from './limits.ts';
export type { SentCall } from './orders.ts';
export { CHAIN_REFUSALS, chainMeaning, type Meaning, NODE_REFUSALS } from './refusals.ts';
export { requestMasks, type Masks, type MaskTerms } from './masks.ts';
export type {
  CommitteeRecord,
  ContractRecord,
  ContractStage,
  NetworkRecords,
  Place,
  Program,
  ReceiptRecord,
  TaskRecord,
} from './networkView.ts';
export { readHealth, readStanding, type NodeHealth, type NodeStanding } from './nodeHealth.ts';
export type { OpenedOutput, OpenOptions, ToldEvent } from './opening.ts';
export { fetchTransport, type Answer, type Ports, type Request, type Transport, type WaitOptions } from './ports.ts';
export type { CommitteeFacts, Deployed, Seat } from './reading.ts';
export type { Appended, AppendOptions, Inclusion } from './relayer.ts';
export { verifyReceipt, type ReceiptProof, type SeatSignature } from './receipt.ts';
export type { NodeReport } from './reports.ts';
export { verifyState, type PublicState, type StateCheck } from './state.ts';
export type { Viewed, ViewTerms } from './views.ts';
export type { CreatedTask, SettledTask, TaskStage, TaskWait } from './tasks.ts';
export { JOURNAL_LINE_MAX } from './limits.ts';
