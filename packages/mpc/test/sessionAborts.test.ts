// Two records of one abort: each may come to T + 1 signatures, and all seats must still stand on one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Hex, type SigningKey, fromHex, keccak256, sha256, sign, toHex, u8 } from '@enigma/crypto';
import { ABORT_RECORD, type AbortRecord, digest } from '@enigma/protocol';
import type { MachineOptions } from '../src/session/index.ts';
import { MESSAGE, messageOf } from '../src/session/wire.ts';
import { type Letter, type Network, createNetwork } from './sessionNetwork.ts';
import { finishedTasks, makePool, proceedAll, tasks, withKeys } from './sessionSteps.ts';

const FRAME = 4;
const ABORT = 7;
const HEADER = 48;
const CHEAT = 3;
const ZERO: Hex = `0x${'00'.repeat(32)}`;
const bytesOf = (hex: string): Uint8Array => fromHex(hex as Hex) ?? new Uint8Array();
const hashed = (k: number): Hex => toHex(sha256(u8(k)));
const attemptIn = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset).getUint16(33);

/** Seats 0 and 1 hear no abort of 2 and 3, nor these of those, until `whole`; seat 3 breaks a header on its way to seat 0. */
function parted(machine: MachineOptions = {}): {
  readonly network: Network;
  readonly state: { whole: boolean; armed: boolean };
} {
  const state = { whole: false, armed: false };
  const rewrite = ({ from, to, bytes }: Letter): Uint8Array | null => {
    if (!state.armed) return bytes;
    if (bytes[0] === ABORT && !state.whole && from < 2 !== to < 2) return null;
    if (bytes[0] !== FRAME || from !== 3 || to !== 0 || attemptIn(bytes) !== 0) return bytes;
    const broken = bytes.slice();
    broken[HEADER - 1] = (broken[HEADER - 1] as number) ^ 1;
    return broken;
  };
  const network = createNetwork({ n: 4, T: 1, seed: 'parted', rewrite, machine });
  withKeys(network);
  makePool(network, 'triple', 64);
  return { network, state };
}

test('seats that hold different records of one abort come together, and the next attempt settles', () => {
  const { network, state } = parted();
  state.armed = true;
  const work = tasks(1n);
  for (const machine of network.machines) machine.request(work, network.now);
  const seats = [0, 1, 2, 3];
  assert.ok(network.until(() => seats.every((seat) => network.of(seat, 'aborted').length > 0)));
  const reasons = seats.map((seat) => network.of(seat, 'aborted')[0]?.record.reason);
  assert.equal(reasons[0], reasons[1]);
  assert.equal(reasons[2], reasons[3]);
  assert.notEqual(reasons[0], reasons[2]);
  state.whole = true;
  const settled = network.until(() => {
    proceedAll(network);
    return seats.every((seat) => finishedTasks(network, seat) !== undefined);
  }, 60_000);
  assert.ok(settled);
  assert.equal(new Set(seats.map((seat) => finishedTasks(network, seat)?.abortsHash)).size, 1);
  assert.equal(finishedTasks(network, 0)?.attempt, 1);
});

test('a seat of (3,1) that missed the record of an attempt, which nobody says again, hears of it when it says hello, and the next attempt settles', () => {
  const state = { whole: false, armed: false };
  const OPEN_SIGNATURE = 3;
  // Seat 2 signs the proposal and hears of nobody else who did, nor that the others have ended what they began.
  const rewrite = ({ to, bytes }: Letter): Uint8Array | null =>
    state.armed && !state.whole && to === 2 && [ABORT, OPEN_SIGNATURE].includes(bytes[0] as number) ? null : bytes;
  const network = createNetwork({ n: 3, T: 1, seed: 'missed', rewrite });
  withKeys(network);
  makePool(network, 'triple', 64);
  state.armed = true;
  const seats = [0, 1, 2];
  for (const machine of network.machines) machine.request(tasks(1n), network.now);
  const ended = (seat: number): boolean => network.of(seat, 'aborted').length > 0;
  assert.ok(network.until(() => ended(0) && ended(1), 60_000));
  // Meanwhile it goes on to another proposal of its own attempt, of which nobody else says anything.
  network.until(() => false, 60_000);
  assert.ok(!ended(2));
  state.whole = true;
  const settled = network.until(() => {
    proceedAll(network);
    return seats.every((seat) => finishedTasks(network, seat) !== undefined);
  }, 120_000);
  assert.ok(settled);
  assert.equal(finishedTasks(network, 2)?.attempt, 1);
});

/** An abort of attempt 0 that all seats know, and then a record of the cheater's own, with a lower digest and no signature but his. */
function replaced(abortQuorum: boolean): {
  readonly theirs: string;
  readonly stoodOn: ReadonlySet<string | undefined>;
} {
  const { network, state } = parted({ checks: { abortQuorum } });
  state.armed = true;
  state.whole = true;
  const seats = [0, 1, 2, 3];
  const sessionIds = network.machines.map((machine) => machine.request(tasks(1n), network.now));
  assert.ok(network.until(() => seats.every((seat) => network.of(seat, 'aborted').length > 0)));
  const { record } = network.of(0, 'aborted')[0] as { readonly record: AbortRecord };
  const { chainId, tasksAddress } = network.facts[0] as (typeof network.facts)[number];
  const digestOf = (one: AbortRecord): Hex => digest({ chainId, verifyingContract: tasksAddress }, ABORT_RECORD, one);
  const forged = Array.from({ length: 256 }, (_, k) => ({ ...record, viewHash: hashed(k) })).find(
    (one) => digestOf(one) < digestOf(record),
  );
  assert.ok(forged);
  const signature = sign(bytesOf(digestOf(forged)), (network.keys[CHEAT] as SigningKey).privateKey);
  const w = messageOf(MESSAGE.abort, bytesOf(sessionIds[0] as Hex))
    .raw(bytesOf(forged.sessionId))
    .uint(0, 2);
  w.uint(forged.reason, 1).uint(forged.seatA, 1).uint(forged.seatB, 1).raw(bytesOf(forged.viewHash)).uint(0, 1);
  // Twice the same signer is one signer.
  w.list([CHEAT, CHEAT], (each, by) => each.uint(by, 1).raw(signature));
  const message = w.done();
  for (const seat of [0, 1, 2]) network.machines[seat]?.receive(CHEAT, message, network.now);
  network.until(() => {
    proceedAll(network);
    return [0, 1, 2].every((seat) => finishedTasks(network, seat) !== undefined);
  }, 60_000);
  const chainOver = (one: AbortRecord): string => toHex(keccak256(bytesOf(`${ZERO}${digestOf(one).slice(2)}`)));
  return {
    theirs: chainOver(record),
    stoodOn: new Set([0, 1, 2].map((seat) => finishedTasks(network, seat)?.abortsHash)),
  };
}

test('a record that one seat alone signed replaces none that T + 1 signed', () => {
  const { theirs, stoodOn } = replaced(true);
  assert.deepEqual([...stoodOn], [theirs]);
});

test('with one signature enough it puts its own in place of theirs', () => {
  const { theirs, stoodOn } = replaced(false);
  assert.ok(!stoodOn.has(theirs));
});
