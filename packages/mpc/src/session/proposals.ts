// How a session opens at one seat: hellos, the proposal, and the signatures over it, up to the run. Rules in opening.ts.
import { equalBytes, seatSetOf, toHex } from '@enigma/crypto';
import { HELLO, SESSION_OPEN, type SessionOpen } from '@enigma/protocol';
import { abortsHashOf } from './aborts.ts';
import { stepInReach } from './keyring.ts';
import { PROPOSALS_MAX } from './limits.ts';
import {
  type HelloFacts,
  type SignedOpen,
  excludedSeats,
  helloIsSigned,
  helloRecord,
  jointMarks,
  liveMin,
  marksBytes,
  proposerOf,
  rangesOf,
  readHello,
  readOpen,
  readSignedOpen,
  writeHello,
  writeOpen,
  writeSignedOpen,
} from './opening.ts';
import { MATERIAL, type MaterialKind } from './ports.ts';
import { finalOfRecord } from './record.ts';
import { startRun } from './run.ts';
import {
  type Seat,
  allSeats,
  countOf,
  digestOf,
  emit,
  fault,
  has,
  send,
  sendAll,
  signRecord,
  verifyRecord,
} from './seat.ts';
import { MESSAGE, Reader, Writer, messageOf } from './wire.ts';
import { ABORT_REASON } from './work.ts';

import {
  type Proposal,
  type Session,
  attemptOf,
  chainOf,
  demandOf,
  protocolOf,
  purposeOf,
  saveSession,
  takeSeeds,
} from './session.ts';

/** Enters an attempt or a later proposal of it. */
export function enterProposal(session: Session, proposal: number, nowMs: number): void {
  // No proposal is left in this attempt: it ends like one that timed out.
  if (proposal >= PROPOSALS_MAX) return session.aborts.begin(session, ABORT_REASON.timeout, null, nowMs);
  session.stage = 'hello';
  session.proposal = proposal;
  session.proposalSince = nowMs;
  session.saidAt = -Infinity;
  sayHello(session, nowMs);
}

function sayHello(session: Session, nowMs: number): void {
  const { seat, proofs } = session.shared;
  const attempt = attemptOf(session);
  const own = session.hellos.get(session.proposal)?.get(seat.facts.seat);
  const marks = new Map(seat.ports.marks());
  // Another session may have burnt something since: what we said is then no longer so.
  if (!own || (!session.proposals.has(session.proposal) && toHex(marksBytes(own.marks)) !== toHex(marksBytes(marks)))) {
    const facts = { seat: seat.facts.seat, boot: seat.facts.boot, marks };
    const record = helloRecord(session.id, attempt, session.proposal, facts);
    const key = `${session.id}/${attempt}/${session.proposal}/${seat.facts.boot}/${record.marksHash}`;
    seat.ports.failpoint('session.hello.a');
    const signature = signRecord(seat, 'hello', key, HELLO, record);
    if (!signature) return;
    noteHello(session, session.proposal, { ...facts, signature, proofs: [...proofs.values()] });
  }
  session.saidAt = nowMs;
  const hello = session.hellos.get(session.proposal)?.get(seat.facts.seat) as HelloFacts;
  const bytes = writeHello(
    messageOf(MESSAGE.hello, session.idBytes).uint(attempt, 2).uint(session.proposal, 2),
    hello,
  ).done();
  sendAll(seat, allSeats(seat.facts), bytes);
  propose(session, nowMs);
}

function noteHello(session: Session, proposal: number, hello: HelloFacts): void {
  const known = session.hellos.get(proposal) ?? new Map<number, HelloFacts>();
  session.hellos.set(proposal, known);
  if (!session.proposals.has(proposal)) known.set(hello.seat, hello);
}

export function receiveHello(session: Session, from: number, r: Reader, nowMs: number): void {
  const { seat } = session.shared;
  const attempt = r.uint(2);
  const proposal = r.uint(2);
  const hello = readHello(r);
  if (!r.done() || hello.seat !== from || proposal >= PROPOSALS_MAX) return fault(seat, from, 'MALFORMED');
  if (session.stage === 'finished' || session.stage === 'verdict' || session.closed) return answerLate(session, from);
  if (attempt !== attemptOf(session)) return;
  if (session.stage === 'running') return helpOpen(session, from);
  const before = session.hellos.get(proposal)?.get(from);
  if (before && toHex(before.signature) === toHex(hello.signature)) return;
  if (!helloIsSigned(seat, session.id, attempt, proposal, hello)) return fault(seat, from, 'BAD_SIGNATURE');
  noteHello(session, proposal, hello);
  if (session.stage !== 'hello') return;
  catchUpProposal(session, nowMs);
  propose(session, nowMs);
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

/** Proposals are counted only while one could come about: else a long outage of others would use them up. */
function enoughAreHere(session: Session): boolean {
  const here = new Set<number>();
  for (const [proposal, hellos] of session.hellos)
    if (proposal >= session.proposal) for (const by of hellos.keys()) here.add(by);
  return here.size >= liveMin(session.shared.seat);
}

/** We run, and a live seat still opens: it has lost a signature, or the proposal itself. */
function helpOpen(session: Session, from: number): void {
  const { seat } = session.shared;
  const running = session.proposals.get(session.signed);
  const own = running?.signatures.get(seat.facts.seat);
  if (!running || !own || !has(running.open.live, from)) return;
  if (proposerOf(seat, session.index, running.open.attempt, running.open.proposal) === seat.facts.seat)
    send(seat, from, running.bytes);
  send(seat, from, openSignatureBytes(session, running.open.proposal, own));
}

/** Who has finished tells it to a seat that still says hello. */
export function answerLate(session: Session, from: number): void {
  const { seat } = session.shared;
  session.finalBytes ??= finalOfRecord(seat, session.id) ?? null;
  if (session.finalBytes) send(seat, from, session.finalBytes);
  session.batch.tell?.(from);
}

/** Seats that may be left out though they said hello: named, excluded by an abort, or silent on the proposal before. */
function mayLeaveOut(session: Session, seatIndex: number): boolean {
  const { seat, blamed } = session.shared;
  if (blamed.has(seatIndex)) return true;
  if (
    has(
      excludedSeats(
        seat,
        session.aborts.certificates.map((one) => one.record),
      ),
      seatIndex,
    )
  )
    return true;
  const before = session.proposals.get(session.proposal - 1);
  return (
    seat.facts.n >= 3 * seat.facts.T + 1 &&
    before !== undefined &&
    has(before.open.live, seatIndex) &&
    !before.signatures.has(seatIndex)
  );
}

/** As the proposer of this proposal, when the hellos are in or have been awaited long enough. */
export function propose(session: Session, nowMs: number): void {
  const { seat } = session.shared;
  const attempt = attemptOf(session);
  if (session.stage !== 'hello' || session.proposals.has(session.proposal)) return;
  if (proposerOf(seat, session.index, attempt, session.proposal) !== seat.facts.seat) return;
  const hellos = session.hellos.get(session.proposal) ?? new Map<number, HelloFacts>();
  const excluded = excludedSeats(
    seat,
    session.aborts.certificates.map((one) => one.record),
  );
  let chosen = [...hellos.keys()].filter((by) => !has(excluded, by)).sort((a, b) => a - b);
  const kept = chosen.filter((by) => !mayLeaveOut(session, by));
  if (kept.length >= liveMin(seat)) chosen = kept;
  const waited = nowMs - (session.proposalSince ?? nowMs) >= seat.timings.helloMs;
  if (chosen.length < liveMin(seat) || (!waited && chosen.length < countOf(allSeats(seat.facts) & ~excluded))) return;
  if (!chosen.includes(seat.facts.seat)) return;
  const live = chosen.map((by) => hellos.get(by) as HelloFacts);
  const ranges = rangesOf(session.shared.pools, jointMarks(seat, live), demandOf(session), chainOf(session));
  if (!ranges) return;
  const open: SessionOpen = {
    sessionId: session.id,
    attempt,
    proposal: session.proposal,
    abortsHash: abortsHashOf(session.shared.seat, session.aborts),
    live: seatSetOf(chosen) >>> 0,
    ranges,
  };
  const digest = digestOf(seat, SESSION_OPEN, open);
  const own = accept(session, open);
  if (!own) return;
  const w = messageOf(MESSAGE.proposal, session.idBytes);
  writeOpen(w, open).raw(own).list(live, writeHello);
  const bytes = session.aborts.write(w).done();
  session.proposals.set(session.proposal, { open, digest, bytes, signatures: new Map([[seat.facts.seat, own]]) });
  sendAll(seat, allSeats(seat.facts), bytes);
  adoptLoose(session, session.proposal);
  startIfComplete(session, nowMs);
}

/** Writes the promise down and burns the ranges, and only then gives the signature out. Null where something stands against it. */
function accept(session: Session, open: SessionOpen): Uint8Array | null {
  const { seat } = session.shared;
  seat.ports.failpoint('session.open.a');
  session.signed = open.proposal;
  saveSession(session);
  const key = `${session.id}/${open.attempt}/${open.proposal}`;
  const signature = signRecord(seat, 'open', key, SESSION_OPEN, open);
  if (!signature) return null;
  // Before the marks go up: a seat that dies in between must be able to show who raised them, or nobody follows it there.
  saveProofs(session, { open, signatures: [{ seat: seat.facts.seat, signature }] });
  seat.ports.burn(open.ranges.map((range) => ({ ...range, kind: range.kind as MaterialKind })));
  seat.ports.failpoint('session.open.c');
  const step = open.ranges.find((range) => range.kind === MATERIAL[chainOf(session)]);
  if (step) session.steps.push({ attempt: open.attempt, proposal: open.proposal, step: Number(step.start) });
  return signature;
}

/** Marks must show who set them: our signature and the proposer's, kept on disk. */
function saveProofs(session: Session, signed: SignedOpen): void {
  const { seat, proofs } = session.shared;
  for (const range of signed.open.ranges) proofs.set(range.kind as MaterialKind, signed);
  seat.ports.store(
    'proofs',
    new Writer().list([...proofs], (w, [kind, one]) => writeSignedOpen(w.uint(kind, 1), one)).done(),
  );
}

export function loadProofs(seat: Seat): Map<MaterialKind, SignedOpen> {
  const bytes = seat.ports.load('proofs');
  if (!bytes) return new Map();
  const r = new Reader(bytes);
  const proofs = new Map(r.list(8, (each) => [each.uint(1) as MaterialKind, readSignedOpen(each)] as const));
  if (!r.done()) throw new Error('the proofs of marks on disk are damaged');
  // It may have ended between the proof and the marks.
  seat.ports.burn(
    [...proofs.values()].flatMap(({ open }) =>
      open.ranges.map((range) => ({ ...range, kind: range.kind as MaterialKind })),
    ),
  );
  return proofs;
}

export function receiveProposal(session: Session, from: number, r: Reader, bytes: Uint8Array, nowMs: number): void {
  const { seat } = session.shared;
  const open = readOpen(r);
  const signature = r.raw(64);
  const hellos = r.list(32, readHello);
  const certificates = session.aborts.read(r);
  if (!r.done()) return fault(seat, from, 'MALFORMED');
  if (open.sessionId !== session.id || proposerOf(seat, session.index, open.attempt, open.proposal) !== from)
    return fault(seat, from, 'BAD_PROPOSAL');
  if (session.stage === 'finished' || session.stage === 'verdict') return answerLate(session, from);
  session.aborts.adopt(session, certificates, nowMs);
  session.aborts.replace(session, certificates);
  if (open.attempt !== attemptOf(session) || session.stage !== 'hello') return;
  const known = session.proposals.get(open.proposal);
  if (known) {
    // The same again: our signature may have been lost.
    const own = known.signatures.get(seat.facts.seat);
    if (own && known.open.live === open.live) send(seat, from, openSignatureBytes(session, open.proposal, own));
    return;
  }
  if (!verifyRecord(seat, from, SESSION_OPEN, open, signature)) return fault(seat, from, 'BAD_SIGNATURE');
  if (open.proposal < session.proposal || open.proposal <= session.signed) return;
  // The proposal is judged by the hellos that it carries: who says one thing to the proposer and another to us would else spoil it.
  const carried = new Map<number, HelloFacts>();
  for (const hello of hellos) {
    const held = session.hellos.get(open.proposal)?.get(hello.seat);
    if (
      (held && equalBytes(held.signature, hello.signature)) ||
      helloIsSigned(seat, session.id, open.attempt, open.proposal, hello)
    )
      carried.set(hello.seat, hello);
    if (!held && carried.has(hello.seat)) noteHello(session, open.proposal, hello);
  }
  if (open.proposal > session.proposal) enterProposal(session, open.proposal, nowMs);
  const proposal: Proposal = {
    open,
    digest: digestOf(seat, SESSION_OPEN, open),
    bytes: bytes.slice(),
    signatures: new Map([[from, signature]]),
  };
  if (!has(open.live, seat.facts.seat)) {
    if (objection(session, open, carried, false)) return;
    session.proposals.set(open.proposal, proposal);
    return;
  }
  const against = objection(session, open, carried, true);
  if (against) {
    fault(seat, from, 'BAD_PROPOSAL');
    // Our marks have passed it, in another session perhaps: they only rise, so it will never do.
    return against === 'RANGES' ? enterProposal(session, open.proposal + 1, nowMs) : undefined;
  }
  session.proposals.set(open.proposal, proposal);
  const own = accept(session, open);
  if (!own) return;
  proposal.signatures.set(seat.facts.seat, own);
  saveProofs(session, {
    open,
    signatures: [
      { seat: from, signature },
      { seat: seat.facts.seat, signature: own },
    ],
  });
  adoptLoose(session, open.proposal);
  sendAll(seat, open.live, openSignatureBytes(session, open.proposal, own));
  startIfComplete(session, nowMs);
}

/** What stands against a proposal, or undefined. */
function objection(
  session: Session,
  open: SessionOpen,
  carried: ReadonlyMap<number, HelloFacts>,
  mine: boolean,
): string | undefined {
  const { seat, pools } = session.shared;
  const hellos = session.hellos.get(open.proposal) ?? new Map<number, HelloFacts>();
  if ((open.live & ~allSeats(seat.facts)) !== 0 || countOf(open.live) < liveMin(seat)) return 'TOO_FEW';
  if (open.abortsHash !== abortsHashOf(seat, session.aborts)) return 'OTHER_ABORTS';
  const live = [...carried].filter(([by]) => has(open.live, by)).map(([, hello]) => hello);
  if (live.length !== countOf(open.live)) return 'NO_HELLO';
  if (
    (open.live &
      excludedSeats(
        seat,
        session.aborts.certificates.map((one) => one.record),
      )) !==
    0
  )
    return 'EXCLUDED';
  if (!mine) return undefined;
  for (const by of hellos.keys()) if (!has(open.live, by) && !mayLeaveOut(session, by)) return 'LEFT_OUT';
  const expected = rangesOf(pools, jointMarks(seat, live), demandOf(session), chainOf(session));
  if (!expected || expected.length !== open.ranges.length) return 'RANGES';
  const same = expected.every((range, k) => {
    const other = open.ranges[k] as (typeof open.ranges)[number];
    return range.kind === other.kind && range.start === other.start && range.length === other.length;
  });
  if (seat.checks.marks && !same) return 'RANGES';
  const step = open.ranges.find((range) => range.kind === MATERIAL[chainOf(session)]);
  const ring = session.shared.ring();
  if (!step || !ring || !stepInReach(ring, purposeOf(session), step.start)) return 'STEP';
  return undefined;
}

function openSignatureBytes(session: Session, proposal: number, signature: Uint8Array): Uint8Array {
  return messageOf(MESSAGE.openSignature, session.idBytes)
    .uint(attemptOf(session), 2)
    .uint(proposal, 2)
    .raw(signature)
    .done();
}

export function receiveOpenSignature(session: Session, from: number, r: Reader, nowMs: number): void {
  const { seat } = session.shared;
  const attempt = r.uint(2);
  const proposal = r.uint(2);
  const signature = r.raw(64);
  if (!r.done() || proposal >= PROPOSALS_MAX) return fault(seat, from, 'MALFORMED');
  if (attempt !== attemptOf(session)) return;
  const loose = session.loose.get(proposal) ?? new Map<number, Uint8Array>();
  session.loose.set(proposal, loose);
  if (!loose.has(from)) loose.set(from, signature);
  adoptLoose(session, proposal);
  startIfComplete(session, nowMs);
}

function adoptLoose(session: Session, proposal: number): void {
  const known = session.proposals.get(proposal);
  if (!known) return;
  for (const [by, signature] of session.loose.get(proposal) ?? []) {
    session.loose.get(proposal)?.delete(by);
    if (known.signatures.has(by) || !has(known.open.live, by)) continue;
    if (verifyRecord(session.shared.seat, by, SESSION_OPEN, known.open, signature)) known.signatures.set(by, signature);
    else fault(session.shared.seat, by, 'BAD_SIGNATURE');
  }
}

function startIfComplete(session: Session, nowMs: number): void {
  const { seat } = session.shared;
  // The last one we signed and no earlier one: signing a later proposal forbids running those before it.
  const proposal = session.proposals.get(session.signed);
  if (session.stage !== 'hello' || !proposal || !has(proposal.open.live, seat.facts.seat)) return;
  if (proposal.signatures.size !== countOf(proposal.open.live)) return;
  const signatures = [...proposal.signatures]
    .sort(([a], [b]) => a - b)
    .map(([by, signature]) => ({ seat: by, signature }));
  session.open = { open: proposal.open, signatures };
  saveProofs(session, { open: proposal.open, signatures: signatures.slice(0, seat.facts.T + 1) });
  session.seeds = takeSeeds(session, proposal.open);
  if (!session.seeds) {
    session.aborts.begin(session, ABORT_REASON.ownFailure, null, nowMs);
    return;
  }
  session.stage = 'running';
  session.trace = session.work.kind === 'pool' ? { openDigest: proposal.digest, bodies: new Map() } : null;
  session.run = startRun(seat, {
    sessionId: session.id,
    id: session.idBytes,
    attempt: proposal.open.attempt,
    proposal: proposal.open.proposal,
    live: proposal.open.live,
    openDigest: proposal.digest,
    protocol: protocolOf(session, session.open, session.seeds),
    ...(session.trace ? { trace: session.trace.bodies } : {}),
  });
  saveSession(session);
  emit(seat, {
    type: 'opened',
    sessionId: session.id,
    attempt: proposal.open.attempt,
    proposal: proposal.open.proposal,
    live: proposal.open.live,
  });
  session.batch.start(session);
}

export function tickOpening(session: Session, nowMs: number): void {
  const { seat } = session.shared;
  if (session.stage !== 'hello') return;
  session.proposalSince ??= nowMs;
  if (nowMs - session.proposalSince > seat.timings.proposalMs) {
    if (enoughAreHere(session)) return enterProposal(session, session.proposal + 1, nowMs);
    session.proposalSince = nowMs;
  }
  if (nowMs - session.saidAt < seat.timings.resendMs) return propose(session, nowMs);
  sayHello(session, nowMs);
  const proposal = session.proposals.get(session.proposal);
  const own = proposal?.signatures.get(seat.facts.seat);
  if (!proposal || !own) return;
  const proposer = proposerOf(seat, session.index, attemptOf(session), session.proposal) === seat.facts.seat;
  for (let other = 0; other < seat.facts.n; other++) {
    if (!has(proposal.open.live, other)) continue;
    if (proposer && !proposal.signatures.has(other)) send(seat, other, proposal.bytes);
    send(seat, other, openSignatureBytes(session, session.proposal, own));
  }
}
