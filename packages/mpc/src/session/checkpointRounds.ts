// The barrier at which every live seat signs the view, and what becomes of signatures that do not fit together.
import { equalBytes, hashOf, toHex } from '@enigma/crypto';
import { CHECKPOINT, type Checkpoint } from '@enigma/protocol';
import { type SignedCheckpoint, decodeCheckpoint, encodeSignedCheckpoint } from './checkpoints.ts';
import { committedView, sentHash, sentRoot } from './frame.ts';
import { enterRound, post, viewsDiffer } from './run.ts';
import { type Run, abortRun, slotOf } from './runState.ts';
import { digestOf, emitBlame, fault, has, send, signRecord } from './seat.ts';
import { Writer } from './wire.ts';
import { ABORT_REASON, BLAME_REASON } from './work.ts';

/** Whether the two signed records of one seat contradict each other: then it is named, from signed bytes alone. */
export function compareCheckpoints(run: Run, a: SignedCheckpoint, b: SignedCheckpoint): boolean {
  if (a.by !== b.by || a.record.index !== b.record.index || a.record.attempt !== b.record.attempt) return false;
  if (equalBytes(digestOf(run.seat, CHECKPOINT, a.record), digestOf(run.seat, CHECKPOINT, b.record))) return false;
  const slot = {
    sessionId: run.sessionId,
    attempt: run.attempt,
    phase: a.record.phase,
    round: a.record.index,
    position: 0,
  };
  const isNew = emitBlame(run.seat, {
    type: 'blame',
    seat: a.by,
    reason: BLAME_REASON.equivocation,
    slot,
    evidence: {
      kind: 'equivocation',
      name: 'Checkpoint',
      records: [
        { record: a.record, signature: toHex(a.signature) },
        { record: b.record, signature: toHex(b.signature) },
      ],
    },
  });
  // Every honest seat is to name it: whoever ended the attempt before it saw both is shown both.
  if (isNew)
    for (const to of run.others)
      for (const one of [a, b]) if (to !== a.by) send(run.seat, to, encodeSignedCheckpoint(run.id, one, true));
  abortRun(run, ABORT_REASON.mismatch);
  return true;
}

/** Signatures differ somewhere: everybody sees everybody's, and who signed two is named. */
export function relayCheckpoints(run: Run): void {
  for (const [by, one] of run.checkpoints) {
    for (const to of run.others) if (to !== by) send(run.seat, to, encodeSignedCheckpoint(run.id, one, true));
  }
  abortRun(run, ABORT_REASON.view);
}

export function enterBarrier(run: Run): void {
  const barrier = run.plan.barrier;
  if (!barrier?.signed) return enterRound(run, 'echo');
  run.kind = 'checkpoint';
  run.waitingSince = null;
  run.view = committedView(run.view, barrier.commitments);
  const leaves = Array.from({ length: run.seat.facts.n }, (_, to) => sentHash(run.sentHashes.get(to) ?? []));
  const record: Checkpoint = {
    sessionId: run.sessionId,
    attempt: run.attempt,
    index: run.checkpointIndex,
    phase: barrier.phase,
    live: run.live,
    viewHash: toHex(run.view),
    sentRoot: toHex(sentRoot(leaves)),
    leafRoot: toHex(barrier.leafRoot),
    batchCommitment: toHex(barrier.batchCommitment),
  };
  run.seat.ports.failpoint('checkpoint.sign.a');
  const signature = signRecord(
    run.seat,
    'checkpoint',
    `${run.sessionId}/${run.attempt}/${run.checkpointIndex}`,
    CHECKPOINT,
    record,
  );
  if (!signature) return abortRun(run, ABORT_REASON.ownFailure);
  const own: SignedCheckpoint = {
    by: run.seat.facts.seat,
    proposal: run.proposal,
    round: run.round,
    record,
    signature,
    leaves,
  };
  run.checkpoints = new Map([[own.by, own]]);
  post(run, new Map(run.others.map((to) => [to, encodeSignedCheckpoint(run.id, own)])));
}

export function finishCheckpoint(run: Run, frames: ReadonlyMap<number, Uint8Array>): void {
  for (const [from, bytes] of frames) {
    const signed = decodeCheckpoint(run.seat, bytes);
    if (!signed || signed.by !== from) {
      fault(run.seat, from, signed ? 'BAD_RECORD' : 'BAD_SIGNATURE');
      return abortRun(run, ABORT_REASON.malformed);
    }
    const verdict = judgeCheckpoint(run, from, signed);
    if (verdict === 'disputed')
      return abortRun(run, ABORT_REASON.mismatch, { seat: from, slot: slotOf(run, run.round, 'checkpoint') });
    if (verdict === 'other view') return otherView(run, signed);
    if (verdict === 'bad') {
      fault(run.seat, from, 'BAD_RECORD');
      return abortRun(run, ABORT_REASON.malformed);
    }
    run.checkpoints.set(from, signed);
  }
  run.checkedView = run.view;
  run.checkpointIndex++;
  const all = encodeCheckpointList(run);
  // The digests of all signatures enter the view, and the echo that follows compares them: nobody has signed two unseen.
  const digests = [...run.checkpoints.keys()]
    .sort((a, b) => a - b)
    .map((by) => digestOf(run.seat, CHECKPOINT, (run.checkpoints.get(by) as SignedCheckpoint).record));
  run.view = hashOf('enigma.session.checkpoints.v1', run.view, ...digests);
  run.record.push({ kind: 'checkpoint', bytes: all });
  run.inbox.delete(run.round);
  run.round++;
  enterRound(run, 'confirm');
}

function encodeCheckpointList(run: Run): Uint8Array {
  const seats = [...run.checkpoints.keys()].sort((a, b) => a - b);
  return new Writer()
    .list(seats, (w, by) => w.bytes(encodeSignedCheckpoint(run.id, run.checkpoints.get(by) as SignedCheckpoint, true)))
    .done();
}

function judgeCheckpoint(
  run: Run,
  from: number,
  { record, round, proposal, leaves }: SignedCheckpoint,
): 'good' | 'bad' | 'other view' | 'disputed' {
  const own = (run.checkpoints.get(run.seat.facts.seat) as SignedCheckpoint).record;
  const same =
    record.sessionId === own.sessionId &&
    record.attempt === own.attempt &&
    record.index === own.index &&
    record.phase === own.phase;
  if (!same || record.live !== own.live || round !== run.round || proposal !== run.proposal) return 'bad';
  if (run.seat.checks.views && record.viewHash !== own.viewHash) return 'other view';
  if (leaves.length !== run.seat.facts.n || toHex(sentRoot(leaves)) !== record.sentRoot) return 'bad';
  // Its own message of this round is not yet in the root that it carries.
  const received = (run.receivedHashes.get(from) ?? []).slice(0, -1);
  return equalBytes(leaves[run.seat.facts.seat] as Uint8Array, sentHash(received)) ? 'good' : 'disputed';
}

function otherView(run: Run, signed: SignedCheckpoint): void {
  for (const to of run.others) if (to !== signed.by) send(run.seat, to, encodeSignedCheckpoint(run.id, signed, true));
  viewsDiffer(run, signed.by);
}

/** A signature of another seat that somebody passed on: evidence if it contradicts what its signer told us. */
export function receiveRelayed(run: Run, signed: SignedCheckpoint): void {
  const known = run.checkpoints.get(signed.by);
  const direct = run.kind === 'checkpoint' ? run.inbox.get(run.round)?.get(signed.by) : undefined;
  const held = [known, direct && decodeCheckpoint(run.seat, direct), run.relayed.get(signed.by)];
  for (const one of held) if (one && compareCheckpoints(run, one, signed)) return;
  // Ours may be of a later checkpoint than the one that is shown: then the two that are shown speak for themselves.
  const isHeld = held.some((one) => one?.record.index === signed.record.index);
  if (!isHeld && has(run.live, signed.by)) run.relayed.set(signed.by, signed);
}
