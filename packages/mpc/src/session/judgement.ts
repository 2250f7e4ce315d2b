// Whom a proposal takes along, and what stands against one: as its proposer, and as a seat that is asked to sign it.
import type { SessionOpen } from '@enigma/protocol';
import { abortsHashOf } from './aborts.ts';
import { stepInReach } from './keyring.ts';
import { ATTEMPTS_MAX, BATCH_STRIDE } from './limits.ts';
import { type HelloFacts, excludedSeats, judgeRanges, liveMin, restingSeat } from './opening.ts';
import { POOL_KINDS } from './pools.ts';
import { MATERIAL } from './ports.ts';
import { allSeats, countOf, has } from './seat.ts';
import { type Session, chainOf, demandOf, purposeOf } from './session.ts';
import { MATERIAL_OF, type Refusal } from './work.ts';

interface Leaving {
  /** The pair of the last aborts: out. */
  readonly named: number;
  /** Out if enough others are there. */
  readonly resting: number | undefined;
}

function leavingOf(session: Session): Leaving {
  const { seat } = session.shared;
  const records = session.aborts.certificates.map((one) => one.record);
  const named = excludedSeats(seat, records);
  const resting = restingSeat(seat, session.index, records);
  if (resting === undefined || has(named, resting)) return { named, resting: undefined };
  if (records.length < ATTEMPTS_MAX - 1) return { named, resting };
  // The last attempt: whose turn has not been goes before whom somebody has just accused, or a seat that is silent, and accuses then, would be in every attempt.
  const accuser = excludedSeats(seat, [...records.slice(0, -1), { seatA: 0xff, seatB: 0xff }]);
  return { named: accuser, resting };
}

/** How many proposals of this attempt lack a seat's signature. */
function unsignedBy(session: Session, by: number): number {
  let count = 0;
  for (const [number, { open, signatures }] of session.proposals)
    if (number < session.proposal && has(open.live, by) && !signatures.has(by)) count++;
  return count;
}

/** Whom the proposer takes: undefined where too few are there. `missing` are those whose hello may yet come. */
export function chooseLive(
  session: Session,
): { readonly live: readonly number[]; readonly missing: readonly number[] } | undefined {
  const { seat, blamed } = session.shared;
  const { named, resting } = leavingOf(session);
  const here = [...(session.hellos.get(session.proposal)?.keys() ?? [])].filter((by) => !has(named, by));
  const least = liveMin(seat);
  if (here.length < least) return undefined;
  const spare = here.filter((by) =>
    session.proposal < seat.facts.n
      ? mayLeaveOut(session, by, Infinity)
      : blamed.has(by) || by === resting || unsignedBy(session, by) > 0,
  );
  // Worst first: who is left out must not be more than can be spared.
  const rank = (by: number): number =>
    by === resting ? Infinity : blamed.has(by) ? Number.MAX_SAFE_INTEGER : unsignedBy(session, by);
  const out = new Set(
    spare
      .filter((by) => by !== seat.facts.seat || by === resting)
      .sort((a, b) => (rank(b) > rank(a) ? 1 : rank(b) < rank(a) ? -1 : 0))
      .slice(0, here.length - least),
  );
  const live = here.filter((by) => !out.has(by)).sort((a, b) => a - b);
  const missing: number[] = [];
  for (let by = 0; by < seat.facts.n; by++)
    if (!here.includes(by) && !has(named, by) && by !== resting) missing.push(by);
  return { live, missing };
}

/**
 * Whether a proposal may leave out a seat that said hello: it is named, it rests, it did not sign the proposal before, its hello is too new for the proposer
 * to have it, or every proposer has had a turn. Within that turn one proposer cannot choose the live set; after it one seat, which says hello to some and
 * signs for some, cannot make them refuse each other for ever.
 */
function mayLeaveOut(session: Session, by: number, nowMs: number): boolean {
  const { seat, blamed } = session.shared;
  const { named, resting } = leavingOf(session);
  if (blamed.has(by) || has(named, by) || by === resting) return true;
  const before = session.proposals.get(session.proposal - 1);
  if (seat.facts.n >= 3 * seat.facts.T + 1 && before && has(before.open.live, by) && !before.signatures.has(by))
    return true;
  if (session.proposal >= seat.facts.n) return true;
  const since = session.helloAt.get(`${session.proposal}/${by}`) ?? nowMs;
  return nowMs - since < 2 * seat.timings.resendMs;
}

/** What stands against a proposal, or undefined. `mine`: it asks for our signature. */
export function objection(
  session: Session,
  open: SessionOpen,
  carried: ReadonlyMap<number, HelloFacts>,
  mine: boolean,
  nowMs: number,
): Refusal | undefined {
  const { seat, pools } = session.shared;
  const { named, resting } = leavingOf(session);
  const hellos = session.hellos.get(open.proposal) ?? new Map<number, HelloFacts>();
  const least = liveMin(seat);
  if ((open.live & ~allSeats(seat.facts)) !== 0 || countOf(open.live) < least) return 'TOO_FEW';
  if (open.abortsHash !== abortsHashOf(seat, session.aborts)) return 'OTHER_ABORTS';
  const live = [...carried].filter(([by]) => has(open.live, by)).map(([, hello]) => hello);
  if (live.length !== countOf(open.live)) return 'NO_HELLO';
  if ((open.live & named) !== 0) return 'EXCLUDED';
  if (!mine) return undefined;
  if (resting !== undefined && has(open.live, resting)) {
    const others = [...hellos.keys()].filter((by) => by !== resting && !has(named, by));
    if (others.length >= least) return 'EXCLUDED';
  }
  for (const by of hellos.keys()) if (!has(open.live, by) && !mayLeaveOut(session, by, nowMs)) return 'LEFT_OUT';
  const chain = chainOf(session);
  if (seat.checks.marks) {
    const wrong = judgeRanges(seat, pools, live, demandOf(session), chain, open.ranges);
    if (wrong) return wrong;
  }
  const step = open.ranges.find((range) => range.kind === MATERIAL[chain]);
  const ring = session.shared.ring();
  const mark = seat.ports.marks().get(MATERIAL[chain]) ?? 0n;
  if (!step || !ring || !stepInReach(ring, purposeOf(session), step.start, mark)) return 'STEP';
  return undefined;
}

/** Whether the seat that proposes is one that goes without: then nothing is to be waited for. */
export function proposerRests(session: Session, proposer: number): boolean {
  const { named, resting } = leavingOf(session);
  if (has(named, proposer)) return true;
  const here = [...(session.hellos.get(session.proposal)?.keys() ?? [])];
  return (
    proposer === resting &&
    here.filter((by) => by !== resting && !has(named, by)).length >= liveMin(session.shared.seat)
  );
}

/** Refusals that an honest proposer never meets. */
export const FAULTY: ReadonlySet<Refusal> = new Set<Refusal>(['TOO_FEW', 'NO_HELLO']);

/** The proposer has batches that we lack: they are asked for, and the proposal is judged again when it comes again. */
export function noteLacking(session: Session, open: SessionOpen): void {
  const { lacking } = session.shared;
  for (const { kind, start } of open.ranges) {
    const pool = POOL_KINDS.find((one) => MATERIAL_OF[one] === kind);
    if (pool) lacking.set(pool, Math.max(lacking.get(pool) ?? 0, Number(start / BATCH_STRIDE)));
  }
}
