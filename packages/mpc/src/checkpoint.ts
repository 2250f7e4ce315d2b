// The only way from `Opened` to `Released`.
import { Opened, Released } from './internal/opened.ts';
import { PHASE, type Phase, type Protocol } from './round.ts';

export interface CheckpointFacts {
  readonly phase?: Phase;
  readonly leafRoot?: Uint8Array;
  readonly batchCommitment?: Uint8Array;
  readonly commitments?: readonly Uint8Array[];
}

const ZERO_32 = new Uint8Array(32);

/** A signed equal view of all live seats. */
export function* barrier(facts: CheckpointFacts = {}): Protocol<void> {
  const { phase = PHASE.release, leafRoot = ZERO_32, batchCommitment = ZERO_32, commitments = [] } = facts;
  yield [{ kind: 'checkpoint', phase, leafRoot, batchCommitment, commitments }];
}

/** Releases what was opened before the checkpoint. */
export function* checkpoint<T>(opened: Opened<T>, facts: CheckpointFacts = {}): Protocol<Released<T>> {
  yield* barrier(facts);
  return new Released(Opened.inside(opened));
}
