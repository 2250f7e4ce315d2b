// Who is there for an attempt: signed hellos, the proposal that a seat stands at, and the marks that it follows. How a proposal comes about of
// them: proposals.ts.
import { toHex } from '@enigma/crypto';
import { HELLO } from '@enigma/protocol';
import { AWAY_PROPOSALS, PROPOSALS_MAX, type Timings, WINDOW_GROWTH_MAX } from './limits.ts';
import {
  type HelloFacts,
  helloIsSigned,
  helloRecord,
  jointMarks,
  kindsOf,
  liveMin,
  proofOf,
  rangesOf,
  readHello,
  writeHello,
} from './opening.ts';
import { answerBehind } from './aborts.ts';
import { answerLate, helpOpen, propose } from './proposals.ts';
import { storeProofs } from './promise.ts';
import { allSeats, fault, has, sendAll, signRecord } from './seat.ts';
import { type Session, attemptOf, chainOf, demandOf } from './session.ts';
import { MESSAGE, type Reader, messageOf } from './wire.ts';
import { ABORT_REASON } from './work.ts';

/** How long a proposal may take. It doubles with every turn of proposers: at some time it is longer than whatever makes the seats slow. */
export function windowOf({ proposalMs }: Timings, n: number, proposal: number): number {
  return proposalMs * Math.min(2 ** Math.floor(proposal / n), WINDOW_GROWTH_MAX);
}

/** How long the proposer waits for the hellos of `missing`: who was heard lately is busy, and is waited for longer than who is away. */
export function helloWait(session: Session, missing: readonly number[], nowMs: number): number {
  const { facts, timings, heard } = session.shared.seat;
  const busy = missing.some((by) => nowMs - (heard.get(by) ?? -Infinity) < AWAY_PROPOSALS * timings.proposalMs);
  const half = windowOf(timings, facts.n, session.proposal) / 2;
  return busy ? Math.max(timings.helloMs, half) : timings.helloMs;
}

/** Enters an attempt or a later proposal of it. */
export function enterProposal(session: Session, proposal: number, nowMs: number): void {
  // No proposal is left in this attempt: it ends like one that timed out.
  if (proposal >= PROPOSALS_MAX) return session.aborts.begin(session, ABORT_REASON.timeout, null, nowMs);
  followMarks(session);
  session.stage = 'hello';
  session.proposal = proposal;
  session.proposalSince = nowMs;
  session.saidAt = -Infinity;
  sayHello(session, nowMs);
}

/** The hello that we said for this proposal, if it still says what our marks are. */
function standingHello(session: Session): HelloFacts | undefined {
  const { seat } = session.shared;
  const own = session.hellos.get(session.proposal)?.get(seat.facts.seat);
  if (!own) return undefined;
  // Once a proposal is here it is judged by the hellos that it carries: another would change nothing.
  if (session.proposals.has(session.proposal)) return own;
  const marks = seat.ports.marks();
  const stands = kindsOf(chainOf(session)).every((kind) => (own.marks.get(kind) ?? 0n) === (marks.get(kind) ?? 0n));
  return stands ? own : undefined;
}

export function sayHello(session: Session, nowMs: number): void {
  const { seat, proofs } = session.shared;
  const attempt = attemptOf(session);
  let hello = standingHello(session);
  if (!hello) {
    const facts = { seat: seat.facts.seat, boot: seat.facts.boot, marks: new Map(seat.ports.marks()) };
    const record = helloRecord(session.id, attempt, session.proposal, facts);
    const key = `${session.id}/${attempt}/${session.proposal}/${seat.facts.boot}/${record.marksHash}`;
    seat.ports.failpoint('session.hello.a');
    const signature = signRecord(seat, 'hello', key, HELLO, record);
    if (!signature) return;
    hello = { ...facts, signature, proofs: [...proofs.values()] };
    noteHello(session, session.proposal, hello, nowMs);
  }
  session.saidAt = nowMs;
  const bytes = writeHello(
    messageOf(MESSAGE.hello, session.idBytes).uint(attempt, 2).uint(session.proposal, 2),
    hello,
  ).done();
  sendAll(seat, allSeats(seat.facts), bytes);
  propose(session, nowMs);
}

/** Ours again where another session has burnt something since: what we said is then no longer so. */
export function refreshHello(session: Session, nowMs: number): boolean {
  if (standingHello(session)) return false;
  sayHello(session, nowMs);
  return true;
}

export function noteHello(session: Session, proposal: number, hello: HelloFacts, nowMs: number): void {
  const known = session.hellos.get(proposal) ?? new Map<number, HelloFacts>();
  session.hellos.set(proposal, known);
  const key = `${proposal}/${hello.seat}`;
  if (!session.helloAt.has(key)) session.helloAt.set(key, nowMs);
  if (!session.proposals.has(proposal) || !known.has(hello.seat)) known.set(hello.seat, hello);
}

export function receiveHello(session: Session, from: number, r: Reader, nowMs: number): void {
  const { seat } = session.shared;
  const attempt = r.uint(2);
  const proposal = r.uint(2);
  const hello = readHello(r);
  if (!r.done() || hello.seat !== from || proposal >= PROPOSALS_MAX) return fault(seat, from, 'MALFORMED');
  if (session.stage === 'finished' || session.stage === 'verdict' || session.closed) return answerLate(session, from);
  if (attempt < attemptOf(session)) return answerBehind(session, from, attempt);
  if (attempt !== attemptOf(session)) return;
  if (session.stage === 'running') return helpOpen(session, from);
  const before = session.hellos.get(proposal)?.get(from);
  if (before && toHex(before.signature) === toHex(hello.signature)) return;
  if (!helloIsSigned(seat, session.id, attempt, proposal, hello)) return fault(seat, from, 'BAD_SIGNATURE');
  noteHello(session, proposal, hello, nowMs);
  if (session.stage !== 'hello') return;
  catchUpProposal(session, nowMs);
  if (isLost(session, from, proposal)) return enterProposal(session, session.proposal + 1, nowMs);
  propose(session, nowMs);
}

/** A seat of the proposal went on without having signed it: it never will. */
function isLost(session: Session, by: number, at: number): boolean {
  const open = session.proposals.get(session.proposal);
  return at > session.proposal && open !== undefined && has(open.open.live, by) && !open.signatures.has(by);
}

/** T + 1 seats that are further on bring us along: one of them is honest. */
function catchUpProposal(session: Session, nowMs: number): void {
  const highest = new Map<number, number>();
  for (const [proposal, hellos] of session.hellos)
    for (const by of hellos.keys()) highest.set(by, Math.max(highest.get(by) ?? 0, proposal));
  highest.delete(session.shared.seat.facts.seat);
  const sorted = [...highest.values()].sort((a, b) => b - a);
  const target = sorted[session.shared.seat.facts.T] ?? 0;
  if (target > session.proposal) enterProposal(session, target, nowMs);
}

/** Who has said hello for this proposal or a later one. */
export function seatsHere(session: Session): Set<number> {
  const here = new Set<number>();
  for (const [proposal, hellos] of session.hellos)
    if (proposal >= session.proposal) for (const by of hellos.keys()) here.add(by);
  return here;
}

/** Proposals are counted only while one could come about: else a long outage of others would use them up. */
export function enoughAreHere(session: Session): boolean {
  return seatsHere(session).size >= liveMin(session.shared.seat);
}

/** Whether the pools hold too little above the marks of all: then the host makes more, and the time of the proposal does not run. */
export function isShort(session: Session): boolean {
  if (session.work.kind === 'pool') return false;
  const { seat, pools } = session.shared;
  const marks = jointMarks(seat, [...(session.hellos.get(session.proposal)?.values() ?? [])], pools);
  return rangesOf(pools, marks, demandOf(session), chainOf(session)) === undefined;
}

/**
 * Raises our marks to those of the others: whoever signed a proposal that failed stands above us, and what it has burnt we cannot use either. Marks only
 * rise, so this promises nothing; it makes the seats level again, and lets the host see that the pools are short. Of one seat once in a proposal.
 */
export function followMarks(session: Session): void {
  const { seat, pools, proofs } = session.shared;
  const own = seat.ports.marks();
  const hellos: HelloFacts[] = [];
  for (const [proposal, all] of session.hellos) {
    for (const hello of all.values()) {
      const key = `${proposal}/${hello.seat}`;
      if (hello.seat === seat.facts.seat || session.followedMarks.has(key)) continue;
      if (!kindsOf(chainOf(session)).some((kind) => (hello.marks.get(kind) ?? 0n) > (own.get(kind) ?? 0n))) continue;
      session.followedMarks.add(key);
      hellos.push(hello);
    }
  }
  const joint = jointMarks(seat, hellos, pools);
  const risen = kindsOf(chainOf(session)).filter((kind) => (joint.get(kind) ?? 0n) > (own.get(kind) ?? 0n));
  if (risen.length === 0) return;
  for (const kind of risen) {
    const mark = joint.get(kind) as bigint;
    const proof = hellos.map((one) => proofOf(one, kind, mark)).find((one) => one !== undefined);
    if (proof) proofs.set(kind, proof);
  }
  // Before the marks go up, as with a proposal of our own.
  storeProofs(seat, proofs);
  seat.ports.burn(
    risen.map((kind) => {
      const start = own.get(kind) ?? 0n;
      return { kind, start, length: (joint.get(kind) as bigint) - start };
    }),
  );
}
