// Sessions: how one committee runs engine protocols over links that drop, delay and lie.
//
// One machine per committee seat, driven by messages and ticks. It opens attempts (SessionOpen), carries rounds, checks openings before
// they are used, signs checkpoints, aborts with a record, sets up keys, makes pool batches, and lets a seat that was away follow.
// Trusts: the ports (sign-once store, disk), and that links give the sender's seat and keep bytes confidential.
// Does not do: any I/O, reading the chain, deciding what to run or when to try again.

export * from './ports.ts';
export * from './work.ts';
export { type SignedKind } from './wire.ts';
export { type Timings, ATTEMPTS_MAX, KEY_ATTEMPTS_MAX, MESSAGE_BYTES_MAX, TIMINGS } from './limits.ts';
export { type SessionChecks } from './seat.ts';
export {
  type Accused,
  type Equivocation,
  type Evidence,
  type EvidenceFault,
  type EvidenceVerdict,
  type ShownChunk,
  type TwiceSigned,
  type WrongOpening,
  verifyEvidence,
} from './evidence.ts';
export { type EvidenceFile, evidenceText, readEvidence } from './evidenceFile.ts';
export { type MachineOptions, BATCH_ITEMS, createSessionMachine } from './machine.ts';
export { keysSessionId } from './keyState.ts';
export { batchNumber, sessionIdOfWork } from './session.ts';
