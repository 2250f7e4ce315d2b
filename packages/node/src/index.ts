// @enigma/node: watch, select, execute, agree, settle, open.
//
// Trusts: the chain that its port reads, above its finality; its own disk; the code of the rooms below. Assumes of peers and clients nothing: what they send is checked, counted
// and answered by rule.
//
// Deliberately does not: decide by its own clock or memory what the chain decides (order, time-outs, who sits, what an inbox holds); keep a copy of anything the chain can give
// again; show a share, a mask or a body in a log. host/ alone touches network, disk, clock and randomness.
export * from './api.ts';
export * from './failpoints.ts';
export * from './log.ts';
export { evidenceName, judgeEvidence, type KeptEvidence } from './evidence.ts';
export * from './node.ts';
export * from './ports.ts';
export * from './store.ts';
export { createSigner, isConflict, type Signer } from './signer.ts';
export { RefusesToServe } from './boots.ts';
export { type NodeCheck, type NodeChecks } from './defences.ts';
export { ChainTrouble, FinalityBroken, type Watch } from './watch.ts';
export { type Seat, type TaskFacts } from './seat.ts';
