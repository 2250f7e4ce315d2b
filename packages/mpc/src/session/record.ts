// The public values of a session that is over: for a seat that was away, who follows by the same generator and needs no message of the
// computation. What it follows is fixed by the view hash that every live seat signed.
import { type Hex, equalBytes, hashOf, thresholdSets, toHex } from '@enigma/crypto';
import { CHECKPOINT, SESSION_OPEN, type SessionOpen } from '@enigma/protocol';
import type { Exchange, Protocol } from '../round.ts';
import { type SignedCheckpoint, decodeCheckpoint, encodeSignedCheckpoint } from './checkpoints.ts';
import { DIGEST_SHA256, DOMAIN_FIELD_AND_BITS, PATTERN_RING, committedView, headerBytes, nextView } from './frame.ts';
import { BATCH_STRIDE, ROUNDS_MAX } from './limits.ts';
import { type SignedOpen, readSignedOpen, signersOf, writeSignedOpen } from './opening.ts';
import { planStep, resultsOf, sizeOfHopA, sizeOfHopB } from './plan.ts';
import { POOL_KINDS } from './pools.ts';
import { type RecordedRound, type RoundKind } from './runState.ts';
import { type Seat, ZERO_HEX, bytesOf, countOf, digestOf } from './seat.ts';
import { MESSAGE, Reader, Writer, messageOf } from './wire.ts';
import { MATERIAL_OF, type PoolKind } from './work.ts';

export interface SessionRecord {
  readonly signedOpen: SignedOpen;
  readonly rounds: readonly RecordedRound[];
}

const ROUND_KINDS: readonly RoundKind[] = ['openings', 'sums', 'echo', 'checkpoint', 'confirm'];

export function encodeRecord(record: SessionRecord): Uint8Array {
  const w = writeSignedOpen(new Writer(), record.signedOpen).uint(record.rounds.length, 4);
  for (const { kind, bytes } of record.rounds) w.uint(ROUND_KINDS.indexOf(kind), 1).bytes(bytes);
  return w.done();
}

export function decodeRecord(bytes: Uint8Array): SessionRecord | undefined {
  const r = new Reader(bytes);
  const signedOpen = readSignedOpen(r);
  const count = r.uint(4);
  if (count > ROUNDS_MAX) return undefined;
  const rounds = r.many(count, (each) => ({ kind: ROUND_KINDS[each.uint(1)], bytes: each.bytes(bytes.length) }));
  const known = rounds.filter((round): round is RecordedRound => round.kind !== undefined);
  return r.done() && known.length === count ? { signedOpen, rounds: known } : undefined;
}

export const recordBlob = (sessionId: Hex): string => `record/${sessionId}`;

/** What the session of a record took; of our own bytes. */
export function openOfRecord(bytes: Uint8Array): SessionOpen | undefined {
  return decodeRecord(bytes)?.signedOpen.open;
}

/** The pool batches that ranges lie in. */
export function batchesOf(
  ranges: readonly { readonly kind: number; readonly start: bigint }[],
): { readonly pool: PoolKind; readonly batch: number }[] {
  return ranges.flatMap(({ kind, start }) => {
    const pool = POOL_KINDS.find((one) => MATERIAL_OF[one] === kind);
    return pool ? [{ pool, batch: Number(start / BATCH_STRIDE) }] : [];
  });
}

/** The signed end of a session that is on disk, as a message: also after a restart, for who still asks. */
export function finalOfRecord(seat: Seat, sessionId: Hex): Uint8Array | undefined {
  const bytes = seat.ports.load(recordBlob(sessionId));
  const record = bytes && decodeRecord(bytes);
  const last = record?.rounds.findLast((one) => one.kind === 'checkpoint');
  const checkpoints = last && readCheckpoints(seat, last.bytes);
  return record && checkpoints && finalBytes(bytesOf(sessionId), record.signedOpen.open, checkpoints);
}

export function finalBytes(
  id: Uint8Array,
  at: { readonly attempt: number; readonly proposal: number },
  checkpoints: readonly SignedCheckpoint[],
): Uint8Array {
  const w = messageOf(MESSAGE.final, id).uint(at.attempt, 2).uint(at.proposal, 2);
  return w.list(checkpoints, (each, one) => each.bytes(encodeSignedCheckpoint(id, one, true))).done();
}

export interface Followed {
  readonly result: unknown;
  readonly viewHash: Hex;
  readonly leafRoots: readonly Hex[];
}

/** The open and its signatures are whole: every live seat signed it. */
export function openIsComplete(seat: Seat, signedOpen: SignedOpen): boolean {
  return signersOf(seat, signedOpen) === signedOpen.open.live;
}

/**
 * Runs the generator over the record. Undefined if the record is not the one that was signed: wrong sizes, another chain of views, or
 * a last checkpoint that not every live seat has signed.
 */
export function follow(seat: Seat, record: SessionRecord, protocol: Protocol<unknown>): Followed | undefined {
  const { n, T } = seat.facts;
  const { open } = record.signedOpen;
  if (seat.checks.records && !openIsComplete(seat, record.signedOpen)) return undefined;
  const setCount = thresholdSets(n, T).length;
  const id = bytesOf(open.sessionId);
  let view = digestOf(seat, SESSION_OPEN, open);
  let round = 0;
  let last: ReturnType<typeof readCheckpoints>;
  let lastView = view;
  const take = (kind: RoundKind, size?: number): Uint8Array | undefined => {
    const next = record.rounds[round];
    if (!next || next.kind !== kind || (size !== undefined && next.bytes.length !== size)) return undefined;
    if (kind !== 'checkpoint') {
      const header = headerBytes({
        sessionId: id,
        attempt: open.attempt,
        proposal: open.proposal,
        round,
        live: open.live,
        pattern: PATTERN_RING,
        digestKind: DIGEST_SHA256,
        domain: DOMAIN_FIELD_AND_BITS,
      });
      view = nextView(view, header, next.bytes);
    }
    round++;
    return next.bytes;
  };
  let answers: ReturnType<typeof resultsOf> = [];
  for (;;) {
    let state: IteratorResult<readonly Exchange[], unknown>;
    try {
      state = protocol.next(answers);
    } catch {
      // The record is a peer's until the last signature is checked: values nobody opened may not fit the protocol.
      return undefined;
    }
    if (state.done) {
      if (round !== record.rounds.length || !last) return undefined;
      const good = !seat.checks.records || signedByAll(last, lastView, open.live);
      if (!good) return undefined;
      return { result: state.value, viewHash: toHex(lastView), leafRoots: leafRootsOf(n, last) };
    }
    const plan = planStep(state.value);
    let hopA: Uint8Array = new Uint8Array(0);
    let hopB: Uint8Array = new Uint8Array(0);
    if (plan.opens) {
      const opened = take('openings', sizeOfHopA(plan, setCount));
      if (!opened) return undefined;
      hopA = opened;
      if (plan.sums) {
        const sums = take('sums', sizeOfHopB(plan));
        if (!sums) return undefined;
        hopB = sums;
      }
    }
    if (plan.barrier && !plan.barrier.signed && !take('echo', 0)) return undefined;
    if (plan.barrier?.signed) {
      view = committedView(view, plan.barrier.commitments);
      lastView = view;
      const list = take('checkpoint');
      last = list && readCheckpoints(seat, list);
      if (!last) return undefined;
      view = hashOf(
        'enigma.session.checkpoints.v1',
        view,
        ...last.map((one) => digestOf(seat, CHECKPOINT, one.record)),
      );
      if (!take('confirm', 0)) return undefined;
    }
    answers = resultsOf(plan, n, T, hopA, hopB);
  }
}

export function readCheckpoints(seat: Seat, bytes: Uint8Array): SignedCheckpoint[] | undefined {
  const r = new Reader(bytes);
  const list = r.list(32, (each) => decodeCheckpoint(seat, each.bytes(4096)));
  if (!r.done() || list.some((one) => one === undefined)) return undefined;
  return list as SignedCheckpoint[];
}

/** One checkpoint of each live seat, over this view. T + 1 would do for the values; but the roots of the seats' states stand in their own checkpoints alone, and who serves a record could leave some out. */
function signedByAll(list: readonly SignedCheckpoint[], view: Uint8Array, live: number): boolean {
  const good = list.filter(({ record }) => record.live === live && equalBytes(bytesOf(record.viewHash), view));
  const signers = good.reduce((mask, one) => (mask | (1 << one.by)) >>> 0, 0);
  return good.length === list.length && list.length === countOf(live) && signers === live;
}

export function leafRootsOf(n: number, list: readonly SignedCheckpoint[]): Hex[] {
  return Array.from({ length: n }, (_, seat) => list.find((one) => one.by === seat)?.record.leafRoot ?? ZERO_HEX);
}
