// Pool batches when a seat lies about its verdict, or is away when it owes one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat, fromHex, sign, toHex, type SigningKey } from '@enigma/crypto';
import { BATCH_VERDICT, digest } from '@enigma/protocol';
import type { EngineContext } from '../src/context.ts';
import { barrier } from '../src/checkpoint.ts';
import { createEngine, randomShares } from '../src/engine.ts';
import type { Protocol } from '../src/round.ts';
import { all, createNetwork, type Network } from './sessionNetwork.ts';
import { makePool, withKeys } from './sessionSteps.ts';

const VERDICT = 15;
const SEEDS = 17;
const FAIL = 2;
const work = { kind: 'pool', pool: 'triple', batch: 0, count: 4 } as const;

function* goodBatch(context: EngineContext): Protocol<unknown> {
  const a = randomShares(createEngine(context), 'triple', 4);
  yield* barrier({ phase: 2 });
  return { ok: true, items: { a, b: a, c: a } };
}

/** Seat 3's own verdict in its message, signed again as FAIL. */
function asFail(bytes: Uint8Array, network: Network): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let k = 0; k < view.getUint16(35); k++) {
    const at = 37 + 98 * k;
    if (copy[at] !== 3) continue;
    copy[at + 1] = FAIL;
    const { chainId, tasksAddress } = network.facts[3] as Network['facts'][number];
    const record = {
      sessionId: toHex(copy.slice(1, 33)),
      attempt: view.getUint16(33),
      verdict: FAIL,
      viewHash: toHex(copy.slice(at + 2, at + 34)),
    };
    const hash = fromHex(digest({ chainId, verifyingContract: tasksAddress }, BATCH_VERDICT, record)) as Uint8Array;
    copy.set(sign(hash, (network.keys[3] as SigningKey).privateKey), at + 34);
  }
  return copy;
}

/** Seat 2 is away while the others make a batch. Seat 3 says OK to those, and FAIL to seat 2, who follows. */
function twoVerdicts(): { seedsShown: number; usable: boolean } {
  let seedsShown = 0;
  const network: Network = createNetwork({
    n: 4,
    T: 1,
    machine: { makeBatch: goodBatch },
    rewrite: ({ from, to, bytes }) => {
      if (bytes[0] === SEEDS && from !== 3) seedsShown++;
      if (bytes[0] !== VERDICT || to !== 2) return bytes;
      // What the honest seats pass on is late.
      return from === 3 ? asFail(bytes, network) : null;
    },
  });
  withKeys(network);
  network.down.add(2);
  makePool(network, 'triple', 4);
  network.down.delete(2);
  network.machines[2]?.request(work, network.now);
  const id = network.machines[3]?.request(work, network.now) as string;
  network.until(() => network.of(2, 'batchFailed').length > 0, 3000);
  // Seat 3 has finished and says nothing by itself any more: its verdict as it would send it.
  const disk = network.disks[0] as Network['disks'][number];
  assert.ok(disk.blobs.has(`record/${id}`));
  const { chainId, tasksAddress } = network.facts[3] as Network['facts'][number];
  const viewHash = network.of(0, 'finished').at(-1)?.viewHash as `0x${string}`;
  const record = { sessionId: id as `0x${string}`, attempt: 0, verdict: FAIL, viewHash };
  const hash = fromHex(digest({ chainId, verifyingContract: tasksAddress }, BATCH_VERDICT, record)) as Uint8Array;
  const signature = sign(hash, (network.keys[3] as SigningKey).privateKey);
  const idBytes = fromHex(id as `0x${string}`) as Uint8Array;
  const message = concat(
    Uint8Array.of(VERDICT),
    idBytes,
    Uint8Array.of(0, 0, 0, 1, 3, FAIL),
    fromHex(viewHash) as Uint8Array,
    signature,
  );
  network.machines[2]?.receive(3, message, network.now);
  network.until(() => false, 2000);
  assert.equal(network.of(2, 'batchFailed').length, 1);
  return { seedsShown, usable: network.of(0, 'batchReady').length === 1 };
}

test("another's FAIL opens no seeds of a seat that signed none: the same seat may have said OK to those who use the batch", () => {
  assert.deepEqual(twoVerdicts(), { seedsShown: 0, usable: true });
});

test('a live seat that is lost before its OK does not hold up the pool, and its batch is usable once it is back', () => {
  let back = false;
  const network = createNetwork({
    n: 4,
    T: 1,
    machine: { batchItems: { triple: 8, and: 8, daBit: 8 } },
    rewrite: ({ from, bytes }) => (from === 3 && bytes[0] === VERDICT && !back ? null : bytes),
  });
  withKeys(network);
  for (const machine of network.machines) machine.request({ ...work, count: 8 }, network.now);
  network.until(
    () => network.of(0, 'opened').length > 0 && network.machines[0]?.wanted({ triple: 8 })?.batch === 1,
    60_000,
  );
  assert.equal(network.machines[0]?.wanted({ triple: 8 })?.batch, 1);
  assert.deepEqual(network.of(0, 'batchReady'), []);
  network.down.add(3);
  makePool(network, 'triple', 8, 1);
  assert.equal(network.machines[0]?.pools()[0]?.available, 8);
  // Back with an empty memory: it follows, says its word, and both batches count at every seat.
  back = true;
  network.down.delete(3);
  network.restart(3);
  for (const batch of [0, 1]) network.machines[3]?.request({ ...work, count: 8, batch }, network.now);
  assert.ok(network.until(() => all(network, (seat) => network.machines[seat]?.pools()[0]?.available === 16)));
  for (const seat of [0, 1, 2, 3]) assert.deepEqual(network.of(seat, 'slotTaken'), []);
});

test('a seat that waits for a verdict which it lost gets it from those who are done', () => {
  let lose = true;
  const network = createNetwork({
    n: 4,
    T: 1,
    rewrite: ({ to, bytes }) => (lose && to === 1 && bytes[0] === VERDICT ? null : bytes),
  });
  withKeys(network);
  for (const machine of network.machines) machine.request({ ...work, count: 8 }, network.now);
  network.until(() => [0, 2, 3].every((seat) => network.of(seat, 'batchReady').length > 0));
  network.until(() => false, 1000);
  lose = false;
  assert.ok(network.until(() => network.of(1, 'batchReady').length > 0, 5000));
});

/** Of three seats, all of which a batch needs, seat 2 dies after so many writes that follow its word. Returns how many there were, and whether all have the batch or one that follows it in the end. */
function diesAfter(fatal: number): { readonly writes: number; readonly stocked: boolean; readonly twice: boolean } {
  const machine = { makeBatch: goodBatch, batchItems: { triple: 4, and: 4, daBit: 4 } };
  let back = false;
  // What it says of its own before it dies is lost on the way.
  const rewrite = ({ from, bytes }: { readonly from: number; readonly bytes: Uint8Array }): Uint8Array | null =>
    from === 2 && bytes[0] === VERDICT && !back ? null : bytes;
  const network = createNetwork({ n: 3, T: 1, machine, rewrite });
  withKeys(network);
  const { blobs, slots } = network.disks[2] as Network['disks'][number];
  const write = blobs.set.bind(blobs);
  let writes = 0;
  blobs.set = (name, bytes) => {
    write(name, bytes);
    const isOver = [...slots.keys()].some((slot) => slot.startsWith('verdict/'));
    if (isOver && ++writes === fatal) throw new Error('died');
    return blobs;
  };
  for (const one of network.machines) one.request(work, network.now);
  const stocked = (): boolean => all(network, (seat) => network.machines[seat]?.wanted({ triple: 4 }) === undefined);
  try {
    network.until(stocked, 1_000);
  } catch {
    network.machines[2]?.outgoing();
    network.restart(2);
  }
  back = true;
  blobs.set = write;
  const ask = (): boolean => {
    for (const one of network.machines) {
      const wanted = one.wanted({ triple: 4 });
      for (const missed of [...one.lacking(), ...(wanted === undefined ? [] : [wanted])])
        one.request(missed, network.now);
    }
    return stocked();
  };
  return { writes, stocked: network.until(ask, 60_000), twice: network.of(2, 'slotTaken').length > 0 };
}

test('a seat that dies between two writes as its batch becomes usable tells its word once it is back, whichever they are', () => {
  const { writes } = diesAfter(Infinity);
  assert.ok(writes >= 3, `${writes} writes`);
  for (let fatal = 1; fatal <= writes; fatal++)
    assert.deepEqual(diesAfter(fatal), { writes: fatal, stocked: true, twice: false });
});
