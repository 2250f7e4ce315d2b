// What a signature over a proposal costs: it is written down, and the ranges are burnt, before it leaves. And what shows others who burnt them.
import { SESSION_OPEN, type SessionOpen } from '@enigma/protocol';
import { type SignedOpen, readSignedOpen, writeSignedOpen } from './opening.ts';
import { MATERIAL, type MaterialKind } from './ports.ts';
import { type Seat, signRecord } from './seat.ts';
import { type Session, chainOf, saveSession } from './session.ts';
import { Reader, Writer } from './wire.ts';

/** Writes the promise down and burns the ranges, and only then gives the signature out. Null where something stands against it. */
export function promise(session: Session, open: SessionOpen): Uint8Array | null {
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
export function saveProofs(session: Session, signed: SignedOpen): void {
  const { seat, proofs } = session.shared;
  for (const range of signed.open.ranges) proofs.set(range.kind as MaterialKind, signed);
  storeProofs(seat, proofs);
}

export function storeProofs(seat: Seat, proofs: ReadonlyMap<MaterialKind, SignedOpen>): void {
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
