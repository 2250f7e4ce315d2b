// Two records of one abort: each may come to T + 1 signatures, and all seats must still stand on one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Letter, type Network, createNetwork } from './sessionNetwork.ts';
import { finishedTasks, makePool, proceedAll, tasks, withKeys } from './sessionSteps.ts';

const FRAME = 4;
const ABORT = 7;
const HEADER = 48;
const attemptIn = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset).getUint16(33);

/** Seats 0 and 1 hear no abort of 2 and 3, nor these of those, until `whole`; seat 3 breaks a header on its way to seat 0. */
function parted(): { readonly network: Network; readonly state: { whole: boolean; armed: boolean } } {
  const state = { whole: false, armed: false };
  const rewrite = ({ from, to, bytes }: Letter): Uint8Array | null => {
    if (!state.armed) return bytes;
    if (bytes[0] === ABORT && !state.whole && from < 2 !== to < 2) return null;
    if (bytes[0] !== FRAME || from !== 3 || to !== 0 || attemptIn(bytes) !== 0) return bytes;
    const broken = bytes.slice();
    broken[HEADER - 1] = (broken[HEADER - 1] as number) ^ 1;
    return broken;
  };
  const network = createNetwork({ n: 4, T: 1, seed: 'parted', rewrite });
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
