// Who spoiled a failed batch: every live seat is run again in memory from the shown seeds, and what it sent us is compared with what it
// would have sent. The first round with a difference tells; later ones follow from it.
import { equalBytes, seatsIn, setsHeldBy, thresholdSets } from '@enigma/crypto';
import { pairId } from './batch.ts';
import { type SessionSeeds, setSeedsFromBytes } from './keyring.ts';
import { beginRun, receiveRound } from './run.ts';
import { type Run, startRun } from './runState.ts';
import { placeOf, splitFrame } from './frame.ts';
import { type Seat, ALL_CHECKS } from './seat.ts';
import { type Session, protocolOf } from './session.ts';
import type { SessionPorts } from './ports.ts';
import { MESSAGE } from './wire.ts';

/** Undefined while seeds are missing. Seats whose message differs first; empty where all is as it should be. */
export function replaySuspects(
  session: Session,
  seeds: ReadonlyMap<number, Uint8Array>,
): readonly number[] | undefined {
  const { seat } = session.shared;
  const { n, T, seat: self } = seat.facts;
  const traced = session.trace;
  const signed = session.open;
  if (!traced || !signed) return undefined;
  const live = seatsIn(signed.open.live);
  if (thresholdSets(n, T).some((set) => !seeds.has(set))) return undefined;
  for (const a of live) for (const b of live) if (a < b && !seeds.has(pairId(a, b))) return undefined;
  const runs = new Map<number, Run>();
  for (const one of live) {
    const puppet: Seat = {
      facts: { ...seat.facts, seat: one },
      ports: puppetPorts(seat.ports),
      timings: seat.timings,
      checks: ALL_CHECKS,
      out: [],
      events: [],
      named: new Set(),
      served: new Map(),
      heard: new Map(),
    };
    const own: SessionSeeds = {
      sets: new Map(setsHeldBy(n, T, one).map((set) => [set, setSeedsFromBytes(seeds.get(set) as Uint8Array) ?? []])),
      pairs: new Map(
        live.filter((other) => other !== one).map((other) => [other, seeds.get(pairId(one, other)) as Uint8Array]),
      ),
    };
    const shared = { ...session.shared, seat: puppet };
    const run = startRun(puppet, {
      sessionId: session.id,
      id: session.idBytes,
      attempt: signed.open.attempt,
      proposal: signed.open.proposal,
      live: signed.open.live,
      openDigest: traced.openDigest,
      protocol: protocolOf({ ...session, shared }, signed, own),
    });
    runs.set(one, run);
  }
  for (const run of runs.values()) beginRun(run);
  let first: { round: number; seats: number[] } | undefined;
  for (let moved = true; moved;) {
    moved = false;
    for (const [from, run] of runs) {
      for (const { to, bytes } of run.seat.out.splice(0)) {
        moved = true;
        if (to === self) {
          const at = placeOf(bytes)?.round ?? 0;
          const body = bytes[0] === MESSAGE.frame ? splitFrame(bytes)?.body : undefined;
          const got = traced.bodies.get(at)?.get(from);
          if (body && got && !equalBytes(body, got)) {
            if (!first || at < first.round) first = { round: at, seats: [from] };
            else if (at === first.round) first.seats.push(from);
          }
        }
        const receiver = runs.get(to);
        if (receiver) receiveRound(receiver, from, bytes);
      }
    }
  }
  return first?.seats ?? [];
}

/** Nothing of a replay is signed, stored or sent. */
function puppetPorts(ports: SessionPorts): SessionPorts {
  return {
    sign: () => new Uint8Array(64),
    verify: () => true,
    burn: () => undefined,
    marks: () => new Map(),
    store: () => undefined,
    load: () => undefined,
    names: () => [],
    random: ports.random,
    kernel: ports.kernel,
    failpoint: () => undefined,
  };
}
