// Multi-party rounds without input or output: what a committee of n seats computes on values that no T of them can see.
//
// Trusts: that at most T < n/2 seats deviate; the primitives of `crypto`. Assumes nothing of peers: whatever they send is checked before it
// is used, and a mismatch is returned, never thrown.
// Deliberately does not: open a socket, a file or a clock; draw randomness (keys come in, everything else follows from them); serve T ≥ n/2.
//
// engine   protocols as generators: pools, Beaver online, bit circuits, client masks, masked outputs
// session  frames, signatures, checkpoints, attempts (src/session)

export { andUnverified, bucketSecurityBits, bucketSize, bucketsFor, makeAnds, takeAnds } from './andTriples.ts';
export { type Batch, makeDaBits, makeTriples, takeDaBits, takeTriples } from './batches.ts';
export * from './bits.ts';
export * from './chains.ts';
export { type CheckpointFacts, barrier } from './checkpoint.ts';
export { isNegative, isZero } from './comparison.ts';
export * from './context.ts';
export { type DealtCommittee, dealtCommittee, maskedFor } from './dealt.ts';
export { type Checks, type Engine, createEngine } from './engine.ts';
export { slackBits } from './edaBits.ts';
export { type Cost, type Totals, bitsCost, negativeCost, reductionCost, totalsOf, zeroCost } from './integerCosts.ts';
export type { Opened, Released } from './internal/opened.ts';
export * from './limits.ts';
export * from './lockstep.ts';
export { type MaskedInput, maskWord } from './masks.ts';
export { type MaterialRanges, type MaterialUse, createMaterial } from './material.ts';
export * from './openings.ts';
export {
  type MaskedOutput,
  type OutputPiece,
  type OutputPlace,
  maskOutput,
  opensCommitment,
  outputCommitment,
  unmask,
} from './outputs.ts';
export { bitsOfField, reduce } from './reduction.ts';
export { type Kept, type KeptPiece, maskKeyHash, pieceHash, refresh, refreshKept } from './refresh.ts';
export * from './round.ts';
export {
  type EarlyRelease,
  type ReleasedBlock,
  type ReleasedTask,
  type SecretInput,
  type SecretShare,
  type TaskInputs,
  type TaskRun,
  TooWide,
  releaseTasks,
  runTask,
} from './executor/execute.ts';
export { type Plan, planProtocol, planTasks } from './executor/plan.ts';
export {
  and,
  checkpoint,
  compare,
  dot,
  equal,
  mask,
  multiply,
  openBounded,
  openUniform,
  random,
  select,
} from './waist.ts';
