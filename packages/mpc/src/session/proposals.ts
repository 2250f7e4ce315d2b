// How a session opens at one seat: the proposal and the signatures over it, up to the run. Who is there: hellos.ts; what stands against a proposal:
// judgement.ts; pure rules: opening.ts.
import { equalBytes, seatSetOf } from '@enigma/crypto';
import { SESSION_OPEN, type SessionOpen } from '@enigma/protocol';
import { abortsHashOf } from './aborts.ts';
import {
  enoughAreHere,
  enterProposal,
  followMarks,
  helloWait,
  isShort,
  noteHello,
  refreshHello,
  sayHello,
  windowOf,
} from './hellos.ts';
import { FAULTY, chooseLive, noteLacking, objection, proposerRests } from './judgement.ts';
import { PROPOSALS_MAX } from './limits.ts';
import {
  type HelloFacts,
  helloIsSigned,
  jointMarks,
  proposerOf,
  rangesOf,
  readHello,
  readOpen,
  writeHello,
  writeOpen,
} from './opening.ts';
import { POOL_KINDS } from './pools.ts';
import { promise, saveProofs } from './promise.ts';
import { finalOfRecord } from './record.ts';
import { startRun } from './runState.ts';
import { allSeats, countOf, digestOf, emit, fault, has, send, sendAll, verifyRecord } from './seat.ts';
import {
  type Proposal,
  type Session,
  attemptOf,
  chainOf,
  demandOf,
  protocolOf,
  saveSession,
  takeSeeds,
} from './session.ts';
import { MESSAGE, type Reader, messageOf } from './wire.ts';
import { ABORT_REASON, type PoolWork, type Refusal, type TasksWork } from './work.ts';

/** We run, and a live seat still opens: it has lost a signature, or the proposal itself. */
export function helpOpen(session: Session, from: number): void {
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

/**
 * Of two sessions of one chain that open at once, batches or tasks, every seat proposes the same one first: both would burn the same step of the chain, and each seat could
 * sign one alone. One that waits for material cannot open, and holds up nobody.
 */
function isSecond(session: Session): boolean {
  for (const other of session.shared.sessions.values())
    if (
      chainOf(other) === chainOf(session) &&
      other.stage === 'hello' &&
      !other.closed &&
      placeOf(other.work) < placeOf(session.work) &&
      enoughAreHere(other) &&
      !isShort(other)
    )
      return true;
  return false;
}

function placeOf(work: PoolWork | TasksWork): number {
  return work.kind === 'pool' ? POOL_KINDS.indexOf(work.pool) * 2 ** 32 + work.batch : Number(work.firstSeq);
}

/** As the proposer of this proposal, when the hellos are in or have been awaited long enough. */
export function propose(session: Session, nowMs: number): void {
  const { seat, pools } = session.shared;
  const attempt = attemptOf(session);
  if (session.stage !== 'hello' || session.proposals.has(session.proposal)) return;
  if (session.proposal <= session.signed) return;
  if (proposerOf(seat, session.index, attempt, session.proposal) !== seat.facts.seat) return;
  const choice = chooseLive(session);
  if (!choice || !choice.live.includes(seat.facts.seat) || isSecond(session)) return;
  const waited = nowMs - (session.proposalSince ?? nowMs);
  if (choice.missing.length > 0 && waited < helloWait(session, choice.missing, nowMs)) return;
  if (refreshHello(session, nowMs)) return;
  const hellos = session.hellos.get(session.proposal) as Map<number, HelloFacts>;
  const live = choice.live.map((by) => hellos.get(by) as HelloFacts);
  const ranges = rangesOf(pools, jointMarks(seat, live, pools), demandOf(session), chainOf(session));
  if (!ranges) return;
  const open: SessionOpen = {
    sessionId: session.id,
    attempt,
    proposal: session.proposal,
    abortsHash: abortsHashOf(session.shared.seat, session.aborts),
    live: seatSetOf(choice.live) >>> 0,
    ranges,
  };
  const digest = digestOf(seat, SESSION_OPEN, open);
  const own = promise(session, open);
  if (!own) return;
  const w = messageOf(MESSAGE.proposal, session.idBytes);
  writeOpen(w, open).raw(own).list(live, writeHello);
  const bytes = session.aborts.write(w).done();
  session.proposals.set(session.proposal, { open, digest, bytes, signatures: new Map([[seat.facts.seat, own]]) });
  sendAll(seat, allSeats(seat.facts), bytes);
  adoptLoose(session, session.proposal);
  startIfComplete(session, nowMs);
}

export function receiveProposal(session: Session, from: number, r: Reader, bytes: Uint8Array, nowMs: number): void {
  const { seat } = session.shared;
  const open = readOpen(r);
  const signature = r.raw(64);
  const hellos = r.list(32, readHello);
  const certificates = session.aborts.read(r);
  if (!r.done() || open.proposal >= PROPOSALS_MAX) return fault(seat, from, 'MALFORMED');
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
    if (!held && carried.has(hello.seat)) noteHello(session, open.proposal, hello, nowMs);
  }
  // That it is time for this proposal one seat says who is honest, not its proposer.
  if (open.proposal > session.proposal) {
    if (carried.size <= seat.facts.T) return fault(seat, from, 'BAD_PROPOSAL');
    enterProposal(session, open.proposal, nowMs);
    if (session.stage !== 'hello') return;
  }
  const proposal: Proposal = {
    open,
    digest: digestOf(seat, SESSION_OPEN, open),
    bytes: bytes.slice(),
    signatures: new Map([[from, signature]]),
  };
  const mine = has(open.live, seat.facts.seat);
  const against = objection(session, open, carried, mine, nowMs);
  if (against) return refuse(session, from, open, against, nowMs);
  if (!mine) {
    session.proposals.set(open.proposal, proposal);
    return;
  }
  session.proposals.set(open.proposal, proposal);
  const own = promise(session, open);
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

/** What we lack may come while the proposal is sent again. Whatever else stands against it stands for good: on to the next. */
function refuse(session: Session, from: number, open: SessionOpen, why: Refusal, nowMs: number): void {
  const { seat } = session.shared;
  const { attempt, proposal } = open;
  if (why !== 'MATERIAL' || session.refused !== proposal)
    emit(seat, { type: 'refused', sessionId: session.id, attempt, proposal, why });
  session.refused = proposal;
  if (FAULTY.has(why)) fault(seat, from, 'BAD_PROPOSAL');
  if (why === 'MATERIAL') return noteLacking(session, open);
  enterProposal(session, proposal + 1, nowMs);
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
  const proposer = proposerOf(seat, session.index, attemptOf(session), session.proposal);
  const window = proposerRests(session, proposer)
    ? seat.timings.helloMs
    : windowOf(seat.timings, seat.facts.n, session.proposal);
  if (nowMs - session.proposalSince > window) {
    if (enoughAreHere(session) && !isShort(session)) return enterProposal(session, session.proposal + 1, nowMs);
    session.proposalSince = nowMs;
  }
  if (nowMs - session.saidAt < seat.timings.resendMs) return propose(session, nowMs);
  if (isShort(session)) followMarks(session);
  sayHello(session, nowMs);
  const proposal = session.proposals.get(session.proposal);
  const own = proposal?.signatures.get(seat.facts.seat);
  if (!proposal || !own) return;
  for (let other = 0; other < seat.facts.n; other++) {
    if (!has(proposal.open.live, other)) continue;
    if (proposer === seat.facts.seat && !proposal.signatures.has(other)) send(seat, other, proposal.bytes);
    send(seat, other, openSignatureBytes(session, session.proposal, own));
  }
}
