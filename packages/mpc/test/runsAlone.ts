// The runs of one proposal at all seats of a committee, in memory, without sessions, keys or links. A test may rewrite any message on its way.
import { type FieldVector, plainKernel, seededRandom, shareVectors, toHex, vectorOf } from '@enigma/crypto';
import { SESSION_OPEN, type SessionOpen } from '@enigma/protocol';
import { barrier } from '../src/checkpoint.ts';
import { type Protocol, openField } from '../src/round.ts';
import { receiveRelayed } from '../src/session/checkpointRounds.ts';
import { decodeCheckpoint } from '../src/session/checkpoints.ts';
import { receiveComplaint, serveComplaints } from '../src/session/complaint.ts';
import { placeOf } from '../src/session/frame.ts';
import { beginRun, receiveRound } from '../src/session/run.ts';
import { type Run, startRun } from '../src/session/runState.ts';
import { bytesOf, digestOf } from '../src/session/seat.ts';
import { MESSAGE, Reader } from '../src/session/wire.ts';
import { type Alone, type AloneOptions, alone } from './seatAlone.ts';

export interface Letter {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

export interface Runs {
  readonly seats: readonly Alone[];
  readonly runs: readonly Run[];
}

/** Header and view before a frame's body. */
export const BODY = 80;

const ID = new Uint8Array(32).fill(5);

/** `signed`: the proposal that they are runs of. */
export function runsOf(
  protocol: (seat: number) => Protocol<unknown>,
  options: Omit<AloneOptions, 'self'> & { readonly live?: number; readonly signed?: SessionOpen } = {},
): Runs {
  const { n = 4 } = options;
  const { live = 2 ** n - 1, signed } = options;
  const seats = Array.from({ length: n }, (_, self) => alone({ ...options, self }));
  const runs = seats.map(({ seat }, self) =>
    startRun(seat, {
      sessionId: signed?.sessionId ?? toHex(ID),
      id: signed ? bytesOf(signed.sessionId) : ID,
      attempt: 0,
      proposal: 0,
      live,
      openDigest: signed ? digestOf(seat, SESSION_OPEN, signed) : new Uint8Array(32).fill(1),
      protocol: protocol(self),
    }),
  );
  return { seats, runs };
}

export function begin({ runs }: Runs): void {
  for (const [self, run] of runs.entries()) if (!run.begun && ((run.live >>> self) & 1) === 1) beginRun(run);
}

/** Begins, and delivers until nothing is under way; null loses a message. */
export function pump(all: Runs, rewrite: (letter: Letter) => Uint8Array | null = ({ bytes }) => bytes): void {
  const { seats, runs } = all;
  begin(all);
  for (let moved = true; moved;) {
    moved = false;
    for (const [from, { seat }] of seats.entries())
      for (const { to, bytes } of seat.out.splice(0)) {
        moved = true;
        const heard = rewrite({ from, to, bytes });
        if (heard) hear(runs[to] as Run, from, heard);
      }
  }
}

/** As a session hands it on. */
export function hear(run: Run, from: number, bytes: Uint8Array): void {
  const type = bytes[0] as number;
  const relayed = type === MESSAGE.checkpoint && bytes[41] !== from ? decodeCheckpoint(run.seat, bytes) : undefined;
  if (relayed) receiveRelayed(run, relayed);
  else if (type === MESSAGE.frame || type === MESSAGE.checkpoint) receiveRound(run, from, bytes);
  else receiveComplaint(run, from, type, placeOf(bytes)?.round ?? 0, new Reader(bytes.subarray(41)));
  serveComplaints(run);
}

export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] as number) ^ 1;
  return copy;
}

/** Shares of 5 and 7 at all seats, the same at each call. */
export function sharesOf(n: number, T: number): readonly FieldVector[] {
  return shareVectors(vectorOf([5n, 7n]), n, T, seededRandom(`shares/${n}/${T}`), plainKernel);
}

/** Opens them, and ends with a signed checkpoint. */
export function opens(n = 4, T = 1, change: (shares: FieldVector, seat: number) => void = () => undefined) {
  return function* (seat: number): Protocol<string> {
    const shares = (sharesOf(n, T)[seat] as FieldVector).slice();
    change(shares, seat);
    const opened = yield* openField('uniform', shares);
    yield* barrier({ leafRoot: new Uint8Array(32).fill(seat + 1) });
    return opened.join();
  };
}
