// Messages as a seat's machine takes them in, before it is known what they say: too short, too long, of an attempt that is over. And the forms of bits and openings, which have one spelling.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainKernel } from '@enigma/crypto';
import { ABORT_RECORD, CHECKPOINT, HELLO, NO_SEAT, SESSION_OPEN } from '@enigma/protocol';
import { bitsFromBytes } from '../src/bits.ts';
import { barrier } from '../src/checkpoint.ts';
import { decodeFieldOpening, isMismatch } from '../src/openings.ts';
import { createAborts } from '../src/session/aborts.ts';
import { encodeSignedCheckpoint } from '../src/session/checkpoints.ts';
import { ATTEMPTS_MAX, MESSAGE_BYTES_MAX } from '../src/session/limits.ts';
import { saveKeyring } from '../src/session/keyring.ts';
import { createSessionMachine } from '../src/session/machine.ts';
import { helloRecord, writeHello, writeOpen } from '../src/session/opening.ts';
import { MATERIAL } from '../src/session/ports.ts';
import { ZERO_HEX, bytesOf } from '../src/session/seat.ts';
import { loadSession, saveSession } from '../src/session/session.ts';
import { MESSAGE, Writer, messageOf } from '../src/session/wire.ts';
import { ABORT_REASON, type FinishedEvent, type SessionMachine } from '../src/session/work.ts';
import { sharesOf } from './runsAlone.ts';
import { type Alone, alone } from './seatAlone.ts';
import { tasks } from './sessionSteps.ts';

interface Kit extends Alone {
  readonly machine: SessionMachine;
  readonly id: `0x${string}`;
  message(type: number): Writer;
  /** The faults after `from` has sent it. */
  hears(from: number, bytes: Uint8Array): string[];
}

function kit(): Kit {
  const one = alone();
  saveKeyring(one.ring as NonNullable<Alone['ring']>, one.seat.ports);
  const machine = createSessionMachine(one.seat.facts, one.seat.ports);
  const id = machine.request(
    tasks(1n, () => barrier(), {}),
    0,
  );
  return Object.assign(one, {
    machine,
    id,
    message: (type: number) => messageOf(type, bytesOf(id)),
    hears(from: number, bytes: Uint8Array) {
      machine.receive(from, bytes, 0);
      return machine.events().flatMap((event) => (event.type === 'peerFault' ? [`${event.seat} ${event.code}`] : []));
    },
  });
}

const abortOf = ({ id }: Kit) => ({
  sessionId: id,
  attempt: 0,
  reason: ABORT_REASON.mismatch,
  seatA: NO_SEAT,
  seatB: NO_SEAT,
  viewHash: ZERO_HEX,
});

/** Others end the attempt, by a signed record. */
function ends(one: Kit): void {
  const state = createAborts();
  const signatures = [1, 2].map((by) => ({ seat: by, signature: one.signature(by, ABORT_RECORD, abortOf(one)) }));
  state.certificates.push({ record: abortOf(one), dispute: null, signatures });
  const certificate = state.write(new Writer()).done().slice(2);
  assert.deepEqual(one.hears(1, one.message(MESSAGE.abort).raw(certificate).done()), []);
  one.machine.proceed(one.id, 0);
}

test('a message has its type and its session, and no more bytes than one may have', () => {
  const one = kit();
  assert.deepEqual(one.hears(1, new Uint8Array(32)), ['1 MALFORMED']);
  assert.deepEqual(one.hears(1, new Uint8Array(33)), []);
  assert.deepEqual(one.hears(1, new Uint8Array(MESSAGE_BYTES_MAX + 1)), ['1 OVERSIZE']);
  assert.deepEqual(one.hears(1, new Uint8Array(MESSAGE_BYTES_MAX)), []);
});

test('what belongs to a round says which, and one of an attempt that is over is a replay', () => {
  const one = kit();
  const want = one.message(MESSAGE.want).uint(0, 4).uint(0, 4).done();
  assert.deepEqual(one.hears(1, want.slice(0, 40)), ['1 MALFORMED']);
  assert.deepEqual(one.hears(1, want), []);
  ends(one);
  assert.deepEqual(one.hears(1, want), ['1 REPLAY']);
});

/** The attempt runs at this seat: all have said hello and signed. */
function runs(one: Kit): void {
  const hello = (by: number) => {
    const facts = { seat: by, boot: 1n, marks: new Map(), proofs: [] };
    return { ...facts, signature: one.signature(by, HELLO, helloRecord(one.id, 0, 0, facts)) };
  };
  const ranges = [{ kind: MATERIAL.output, start: 0n, length: 1n }];
  const open = { sessionId: one.id, attempt: 0, proposal: 0, abortsHash: ZERO_HEX, live: 0b1111, ranges };
  const sign = (by: number): Uint8Array => one.signature(by, SESSION_OPEN, open);
  const proposal = writeOpen(one.message(MESSAGE.proposal), open).raw(sign(1));
  assert.deepEqual(
    one.hears(
      1,
      createAborts()
        .write(proposal.list([0, 1, 2, 3].map(hello), writeHello))
        .done(),
    ),
    [],
  );
  for (const by of [2, 3])
    assert.deepEqual(one.hears(by, one.message(MESSAGE.openSignature).uint(0, 4).raw(sign(by)).done()), []);
}

test('of an attempt that we ended another’s signed checkpoint is evidence still; frames and its own checkpoint wait for the next', () => {
  const one = kit();
  runs(one);
  ends(one);
  const checkpoint = (by: number, leaf: number): Uint8Array => {
    const hex = (byte: number): `0x${string}` => `0x${byte.toString(16).padStart(2, '0').repeat(32)}`;
    const record = {
      sessionId: one.id,
      attempt: 0,
      index: 0,
      phase: 3,
      live: 0b1111,
      viewHash: hex(1),
      sentRoot: hex(2),
      leafRoot: hex(leaf),
      batchCommitment: ZERO_HEX,
    };
    const signature = one.signature(by, CHECKPOINT, record);
    return encodeSignedCheckpoint(bytesOf(one.id), { by, proposal: 0, round: 4, record, signature, leaves: [] }, true);
  };
  const frame = one.message(MESSAGE.frame).uint(0, 4).uint(0, 4).raw(new Uint8Array(39)).done();
  // As a frame whose forty-second byte looks like another seat's number.
  frame[41] = 2;
  assert.deepEqual(one.hears(1, frame), []);
  assert.deepEqual(one.hears(1, checkpoint(1, 5)), []);
  for (const leaf of [5, 6]) one.machine.receive(1, checkpoint(2, leaf), 0);
  assert.deepEqual(
    one.machine.events().flatMap((event) => (event.type === 'blame' ? [event.seat] : [])),
    [2],
  );
});

test('what a seat has promised in an attempt it knows after a restart, and whether the session is over', () => {
  const restarted = (prepare: (session: ReturnType<Alone['session']>) => void) => {
    const one = alone();
    const before = one.session(tasks(1n));
    prepare(before);
    return loadSession(one.session(tasks(1n)), 0);
  };
  const certificate = { record: { ...abortOf(kit()) }, dispute: null, signatures: [] };
  assert.equal(
    restarted(() => undefined),
    'fresh',
  );
  assert.equal(
    restarted((session) => saveSession(session)),
    'fresh',
  );
  assert.equal(
    restarted((session) => saveSession(Object.assign(session, { signed: 0 }))),
    'restarted',
  );
  const finished = {} as FinishedEvent;
  assert.equal(
    restarted((session) => saveSession(Object.assign(session, { signed: 0, finished }))),
    'finished',
  );
  for (const [count, state] of [
    [ATTEMPTS_MAX - 1, 'restarted'],
    [ATTEMPTS_MAX, 'dead'],
  ] as const)
    assert.equal(
      restarted((session) => {
        session.aborts.certificates.push(...Array.from({ length: count }, () => certificate));
        saveSession(Object.assign(session, { signed: 0 }));
      }),
      state,
    );
});

test('bits have the words of their length, and nothing beyond it', () => {
  const bytes = (...words: number[]): Uint8Array => new Uint8Array(Uint32Array.from(words).buffer);
  assert.deepEqual(bitsFromBytes(bytes(0x1f), 5), Uint32Array.of(0x1f));
  assert.equal(bitsFromBytes(bytes(0x20), 5), undefined);
  assert.equal(bitsFromBytes(bytes(0x8000_0000), 31), undefined);
  assert.deepEqual(bitsFromBytes(bytes(0xffff_ffff), 32), Uint32Array.of(0xffff_ffff));
  for (const length of [0, 1, 3, 5, 8]) assert.equal(bitsFromBytes(new Uint8Array(length), 5), undefined, `${length}`);
});

test('values are corrected from the vectors of all n alone', () => {
  const shares = sharesOf(4, 1);
  const some = (seats: readonly number[]) =>
    decodeFieldOpening(4, 1, plainKernel, new Map(seats.map((seat) => [seat, shares[seat] as (typeof shares)[0]])));
  assert.equal(isMismatch(some([0, 1, 2, 3])), false);
  for (const seats of [[0, 1, 2], [1, 2, 3], [0, 1], []]) assert.equal(isMismatch(some(seats)), true, seats.join());
});
