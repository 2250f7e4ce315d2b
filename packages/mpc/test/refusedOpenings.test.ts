// Hellos, proposals and signatures over them that a peer made up, at one seat: none is signed, followed or run. Each stands beside an honest neighbour that is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ABORT_RECORD, HELLO, NO_SEAT, RANGES_MAX, SESSION_OPEN, type SessionOpen } from '@enigma/protocol';
import { abortsHashOf, createAborts } from '../src/session/aborts.ts';
import { enterProposal, receiveHello } from '../src/session/hellos.ts';
import { chooseLive, objection } from '../src/session/judgement.ts';
import { BATCH_STRIDE, PROPOSALS_MAX, STEPS_AHEAD_MAX } from '../src/session/limits.ts';
import {
  type HelloFacts,
  type SignedOpen,
  helloRecord,
  judgeRanges,
  jointMarks,
  rangesOf,
  writeHello,
  writeOpen,
} from '../src/session/opening.ts';
import { allocate } from '../src/session/pools.ts';
import { MATERIAL, type MaterialKind } from '../src/session/ports.ts';
import { receiveOpenSignature, receiveProposal } from '../src/session/proposals.ts';
import { ZERO_HEX } from '../src/session/seat.ts';
import type { Session } from '../src/session/session.ts';
import { MESSAGE, Writer } from '../src/session/wire.ts';
import { ABORT_REASON, type Demand } from '../src/session/work.ts';
import { type Alone, alone, readerOf } from './seatAlone.ts';
import { tasks } from './sessionSteps.ts';

const OTHER = `0x${'99'.repeat(32)}` as const;
type Range = SessionOpen['ranges'][number];
const FIRST: Range = { kind: MATERIAL.output, start: 0n, length: 1n };
const STEP: readonly Range[] = [FIRST];

interface Kit extends Alone {
  readonly of: Session;
  open(changes?: Partial<SessionOpen>): SessionOpen;
  hello(by: number, changes?: Partial<Pick<HelloFacts, 'marks' | 'proofs'>>, proposal?: number): HelloFacts;
  /** The faults after `from` has said it. */
  hears(from: number, hello: HelloFacts, proposal?: number): string[];
  proposes(from: number, open: SessionOpen, hellos?: readonly HelloFacts[], key?: number): string[];
  signs(from: number, proposal: number, more?: number): string[];
}

/** Seat 0 of (4,1) opens the tasks of 1, whose proposal k is for seat (1 + k) mod 4 to make. */
function kit(firstSeq = 1n, demand: Demand = {}): Kit {
  const seat = alone();
  const of = seat.session(tasks(firstSeq, undefined, demand));
  const one: Kit = Object.assign(seat, {
    of,
    open: (changes = {}) => ({
      sessionId: of.id,
      attempt: 0,
      proposal: 0,
      abortsHash: abortsHashOf(seat.seat, of.aborts),
      live: 0b1111,
      ranges: STEP,
      ...changes,
    }),
    hello(by: number, changes: Partial<HelloFacts> = {}, proposal = 0) {
      const facts = { seat: by, boot: 1n, marks: new Map<MaterialKind, bigint>(), ...changes };
      const attempt = of.aborts.certificates.length;
      const signature = seat.signature(by, HELLO, helloRecord(of.id, attempt, proposal, facts));
      return { ...facts, signature, proofs: changes.proofs ?? [] };
    },
    hears(from: number, hello: HelloFacts, proposal = 0) {
      receiveHello(of, from, readerOf(writeHello(new Writer().uint(0, 2).uint(proposal, 2), hello)), 0);
      return seat.faults();
    },
    proposes(
      from: number,
      open: SessionOpen,
      hellos = [0, 1, 2, 3].map((by) => one.hello(by, {}, open.proposal)),
      key = from,
    ) {
      const w = writeOpen(new Writer(), open)
        .raw(seat.signature(key, SESSION_OPEN, open))
        .list(hellos, writeHello);
      createAborts().write(w);
      receiveProposal(of, from, readerOf(w), w.done(), 0);
      return seat.faults();
    },
    signs(from: number, proposal: number, more = 0) {
      const w = new Writer()
        .uint(0, 2)
        .uint(proposal, 2)
        .raw(new Uint8Array(64 + more));
      receiveOpenSignature(of, from, readerOf(w), 0);
      return seat.faults();
    },
  });
  enterProposal(of, 0, 0);
  one.sent();
  return one;
}

test('a hello is its sender’s own, of a proposal that there may be, and signed', () => {
  const one = kit();
  assert.deepEqual(one.hears(1, one.hello(2)), ['1 MALFORMED']);
  assert.deepEqual(one.hears(1, one.hello(1, {}, PROPOSALS_MAX), PROPOSALS_MAX), ['1 MALFORMED']);
  assert.deepEqual(one.hears(1, { ...one.hello(1), boot: 9n }), ['1 BAD_SIGNATURE']);
  assert.deepEqual([...(one.of.hellos.get(0)?.keys() ?? [])], [0]);
  assert.deepEqual(one.hears(1, one.hello(1)), []);
  assert.deepEqual(one.hears(2, one.hello(2, {}, PROPOSALS_MAX - 1), PROPOSALS_MAX - 1), []);
  assert.deepEqual([...(one.of.hellos.get(0)?.keys() ?? [])], [0, 1]);
});

test('a proposal is of this session, its proposer’s own and signed by it', () => {
  const rows: readonly (readonly [string, number, Partial<SessionOpen>, number])[] = [
    ['MALFORMED', 1, { proposal: PROPOSALS_MAX }, 1],
    ['BAD_PROPOSAL', 1, { sessionId: OTHER }, 1],
    ['BAD_PROPOSAL', 2, {}, 2],
    ['BAD_SIGNATURE', 1, {}, 2],
  ];
  for (const [code, from, changes, key] of rows) {
    const one = kit();
    assert.deepEqual(one.proposes(from, one.open(changes), undefined, key), [`${from} ${code}`], code);
    assert.deepEqual([one.of.signed, one.of.proposals.size], [-1, 0]);
  }
  const good = kit();
  assert.deepEqual(good.proposes(1, good.open()), []);
  assert.deepEqual([good.of.signed, good.sent().filter((type) => type === MESSAGE.openSignature).length], [0, 3]);
});

test('what has too few live seats, or lacks a hello, is refused and a fault; what others may see otherwise is refused alone', () => {
  const refusals = (changes: Partial<SessionOpen>, hellos?: readonly number[]) => {
    const one = kit();
    const carried = hellos?.map((by) => one.hello(by));
    const at = one.seat.events.length;
    const open = one.open(changes);
    const w = writeOpen(new Writer(), open).raw(one.signature(1, SESSION_OPEN, open));
    w.list(carried ?? [0, 1, 2, 3].map((by) => one.hello(by)), writeHello);
    createAborts().write(w);
    receiveProposal(one.of, 1, readerOf(w), w.done(), 0);
    const events = one.seat.events.slice(at);
    assert.equal(one.of.signed, -1);
    return events.flatMap((event) =>
      event.type === 'refused' ? [event.why] : event.type === 'peerFault' ? [event.code] : [],
    );
  };
  assert.deepEqual(refusals({ live: 0b0011 }), ['TOO_FEW', 'BAD_PROPOSAL']);
  assert.deepEqual(refusals({ live: 0b101111 }), ['TOO_FEW', 'BAD_PROPOSAL']);
  assert.deepEqual(refusals({}, [0, 1, 2]), ['NO_HELLO', 'BAD_PROPOSAL']);
  assert.deepEqual(refusals({ abortsHash: OTHER }), ['OTHER_ABORTS']);
  assert.deepEqual(refusals({ ranges: [] }), ['RANGES']);
});

test('one seat’s word does not bring us to a later proposal', () => {
  const one = kit();
  assert.deepEqual(one.proposes(1, one.open({ proposal: 4 }), [one.hello(1, {}, 4)]), ['1 BAD_PROPOSAL']);
  assert.equal(one.of.proposal, 0);
  assert.deepEqual(one.proposes(1, one.open({ proposal: 4 })), []);
  assert.equal(one.of.proposal, 4);
});

test('a signature over a proposal has its size, and is of one that there may be', () => {
  const one = kit();
  assert.deepEqual(one.signs(1, 0, 1), ['1 MALFORMED']);
  assert.deepEqual(one.signs(1, PROPOSALS_MAX), ['1 MALFORMED']);
  assert.equal(one.of.loose.size, 0);
  assert.deepEqual(one.signs(1, PROPOSALS_MAX - 1), []);
  assert.equal(one.of.loose.size, 1);
});

test('a proposal whose slot is taken by another digest is not signed, and burns nothing', () => {
  const one = kit();
  one.taken.add('open');
  assert.deepEqual(one.proposes(1, one.open()), []);
  assert.deepEqual([one.marks.size, one.sent().includes(MESSAGE.openSignature)], [0, false]);
});

test('a proposer waits for hellos of enough seats, and proposes with those', () => {
  const one = kit(0n);
  assert.equal(chooseLive(one.of), undefined);
  assert.deepEqual(one.hears(1, one.hello(1)), []);
  assert.equal(chooseLive(one.of), undefined);
  assert.deepEqual(one.hears(2, one.hello(2)), []);
  assert.deepEqual(chooseLive(one.of)?.live, [0, 1, 2]);
  assert.equal(one.sent().includes(MESSAGE.proposal), false);
  assert.deepEqual(one.hears(3, one.hello(3)), []);
  assert.equal(one.sent().includes(MESSAGE.proposal), true);
});

/** An abort without names, which T + 1 have signed: then a seat rests. */
function ended(one: Kit, seatB = NO_SEAT): void {
  const seatA = seatB === NO_SEAT ? NO_SEAT : 1;
  const record = { sessionId: one.of.id, attempt: 0, reason: ABORT_REASON.mismatch, seatA, seatB, viewHash: ZERO_HEX };
  one.of.aborts.certificates.push({
    record,
    dispute: null,
    signatures: [1, 2].map((by) => ({ seat: by, signature: one.signature(by, ABORT_RECORD, record) })),
  });
}

test('against a proposal stands whom it takes or leaves out, and whether its step is one that we can follow', () => {
  const says = (
    changes: Partial<SessionOpen>,
    prepare: (one: Kit) => void = () => undefined,
    { mine = true, nowMs = 0, hellos = {} as Readonly<Record<number, Partial<HelloFacts>>> } = {},
  ) => {
    const one = kit();
    prepare(one);
    const all = [0, 1, 2, 3].map((by) => one.hello(by, hellos[by]));
    for (const hello of all) {
      one.of.hellos.set(0, (one.of.hellos.get(0) ?? new Map<number, HelloFacts>()).set(hello.seat, hello));
      one.of.helloAt.set(`0/${hello.seat}`, 0);
    }
    const carried = new Map(all.map((hello) => [hello.seat, hello]));
    return objection(one.of, one.open(changes), carried, mine, nowMs);
  };
  assert.equal(says({}), undefined);
  assert.equal(says({ live: 0b0011 }), 'TOO_FEW');
  assert.equal(says({ live: 0b10111 }), 'TOO_FEW');
  assert.equal(says({ abortsHash: OTHER }), 'OTHER_ABORTS');
  // Whom a dispute named; whose turn it is to rest, where enough others are there.
  assert.equal(
    says({ attempt: 1 }, (one) => ended(one, 2)),
    'EXCLUDED',
  );
  assert.equal(
    says({ attempt: 1, live: 0b1011 }, (one) => ended(one, 2), { nowMs: 60_000 }),
    undefined,
  );
  assert.equal(says({ attempt: 1 }, ended), 'EXCLUDED');
  assert.equal(says({ attempt: 1, live: 0b1101 }, ended, { nowMs: 60_000 }), undefined);
  // Who said hello long ago may not be left out by its proposer alone; who did so just now may not have been heard.
  assert.equal(says({ live: 0b0111 }, undefined, { nowMs: 60_000 }), 'LEFT_OUT');
  assert.equal(says({ live: 0b0111 }), undefined);
  // Of a proposal without us the ranges are not our affair.
  assert.equal(says({ live: 0b1110, ranges: [] }, undefined, { mine: false }), undefined);
  assert.equal(says({ ranges: [] }), 'RANGES');
  const noRing = (one: Kit): void => void (one.ring = undefined);
  assert.equal(says({}, noRing), 'STEP');
  const uncheckedMarks = (one: Kit): void =>
    void Object.assign(one.seat, { checks: { ...one.seat.checks, marks: false } });
  assert.equal(says({ ranges: [] }, uncheckedMarks), 'STEP');
  // A mark that T + 1 signed is followed as far as keys may be passed over.
  const far = (mark: bigint) => {
    const ranges = [{ ...FIRST, start: mark - 1n }];
    const proofs = [signedBy(kit(), ranges, [1, 2])];
    const marks = new Map<MaterialKind, bigint>([[MATERIAL.output, mark]]);
    return says({ ranges: [{ ...FIRST, start: mark }] }, undefined, {
      hellos: { 1: { marks, proofs } },
    });
  };
  assert.equal(far(STEPS_AHEAD_MAX - 1n), undefined);
  assert.equal(far(STEPS_AHEAD_MAX), 'STEP');
});

function signedBy(one: Kit, ranges: SessionOpen['ranges'], by: readonly number[]): SignedOpen {
  const open = { sessionId: OTHER, attempt: 0, proposal: 0, abortsHash: ZERO_HEX, live: 0b1111, ranges };
  return { open, signatures: by.map((seat) => ({ seat, signature: one.signature(seat, SESSION_OPEN, open) })) };
}

test('a mark counts with a proposal that ends there, and with no other', () => {
  const one = kit();
  const mark = (end: bigint, by: readonly number[]) => {
    const proofs = [signedBy(one, [{ ...FIRST, length: end }], by)];
    const marks = new Map<MaterialKind, bigint>([[MATERIAL.output, 100n]]);
    return jointMarks(one.seat, [one.hello(1, { marks, proofs })]).get(MATERIAL.output) ?? 0n;
  };
  assert.equal(mark(100n, [1, 2]), 100n);
  assert.equal(mark(99n, [1, 2]), 0n);
  assert.equal(mark(100n, [1]), 0n);
  assert.equal(mark(100n, []), 0n);
});

test('ranges are what the plan asks, from our mark on, in batches that we have, and one step of their own chain', () => {
  const triples = (start: bigint, length: bigint): Range => ({ kind: MATERIAL.triple, start, length });
  const step = (changes: Partial<Range> = {}): Range => ({ ...FIRST, ...changes });
  const judged = (ranges: SessionOpen['ranges'], mark = 0n) => {
    const one = kit(1n, { triple: 4 });
    if (mark > 0n) one.marks.set(MATERIAL.triple, mark);
    const pools = { entries: [{ pool: 'triple', batch: 1, count: 8, state: 'usable' } as const] };
    return judgeRanges(one.seat, pools, [], { triple: 4 }, 'output', ranges);
  };
  const first = BATCH_STRIDE;
  assert.equal(judged([triples(first, 4n), step()]), undefined);
  assert.equal(judged([triples(first + 2n, 4n), step()], first + 2n), undefined);
  assert.equal(judged([triples(first, 4n), step()], first + 2n), 'RANGES');
  // Below our mark, in a batch that we do not know: it is no reason to ask for that batch.
  assert.equal(judged([triples(0n, 4n), step()], first), 'RANGES');
  assert.equal(judged([triples(2n * first, 4n), step()]), 'MATERIAL');
  assert.equal(judged([triples(first, 5n), step()]), 'RANGES');
  assert.equal(judged([step()]), 'RANGES');
  assert.equal(judged([triples(first, 4n), step({ kind: MATERIAL.pool })]), 'RANGES');
  assert.equal(judged([triples(first, 4n), step({ length: 2n })]), 'RANGES');
  assert.equal(judged([triples(first, 4n), step({ start: 1n })]), 'RANGES');
  assert.equal(judged([triples(first, 4n), step(), step()]), 'RANGES');
  const { seat } = kit();
  assert.equal(judgeRanges(seat, { entries: [] }, [], {}, 'output', STEP), undefined);
  assert.equal(judgeRanges(seat, { entries: [] }, [], {}, 'output', []), 'RANGES');
});

test('nothing is proposed that the pools do not hold, or that takes more ranges than a proposal has', () => {
  const marks = new Map<MaterialKind, bigint>();
  const pools = (count: number) => ({
    entries: Array.from(
      { length: count },
      (_, batch) => ({ pool: 'triple', batch, count: 1, state: 'usable' }) as const,
    ),
  });
  assert.equal(rangesOf(pools(2), marks, { triple: 2 }, 'output')?.length, 3);
  assert.equal(rangesOf(pools(2), marks, { triple: 3 }, 'output'), undefined);
  assert.equal(allocate(pools(2), marks, { triple: 3 }), undefined);
  assert.equal(rangesOf(pools(RANGES_MAX), marks, { triple: RANGES_MAX - 1 }, 'output')?.length, RANGES_MAX);
  assert.equal(rangesOf(pools(RANGES_MAX), marks, { triple: RANGES_MAX }, 'output'), undefined);
});
