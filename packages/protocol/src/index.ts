// The nouns of the network and their bytes: records, ids, roots, limits; and the pure rules: draw, quorums, fees,
// and the whole chain as one state machine.
//
// Trusts: the primitives of @enigma/crypto. Its inputs from peers and chain are bytes: every decoder returns a typed
// refusal and none throws. Its inputs from our own rooms are typed records: a value out of its range is an assertion.
//
// Deliberately does not: speak to a chain or a peer, keep a clock, make randomness, hold keys, or know any engine.
// The bytes are frozen by docs/formats.md and vectors/; everything else here may change.
export type { Hex } from '@enigma/crypto';
export * from './abi.ts';
export * from './acks.ts';
export * from './chain.ts';
export * from './chainRecords.ts';
export * from './clientApi.ts';
export * from './codec.ts';
export * from './draw.ts';
export * from './eip712.ts';
export * from './fees.ts';
export * from './ids.ts';
export * from './inbox.ts';
export * from './limits.ts';
export * from './masked.ts';
export * from './sealedPieces.ts';
export * from './masks.ts';
export * from './merkle.ts';
export * from './outcomes.ts';
export * from './permit.ts';
export * from './quorum.ts';
export * from './records.ts';
export * from './refusal.ts';
export * from './roots.ts';
export type * from './struct.ts';
export * from './sumTree.ts';
export * from './taskBytes.ts';
export * from './times.ts';
export { apply, type Applied } from './rules/apply.ts';
export { ledgerSum } from './rules/bank.ts';
export { statusOf } from './rules/settlement.ts';
export { signerAt } from './rules/stake.ts';
export * from './rules/state.ts';
export { scheduledTask } from './rules/tasks.ts';
export * from './simulatedChain.ts';
