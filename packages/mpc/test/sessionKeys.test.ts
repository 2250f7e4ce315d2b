// Key set-up against one seat that tells others different things.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat, fromHex, hashOf, sign, toHex, type SigningKey } from '@enigma/crypto';
import { KEY_CHECK, digest } from '@enigma/protocol';
import { keysSessionId } from '../src/session/index.ts';
import { all, createNetwork, type Network } from './sessionNetwork.ts';

const CHECK = 13;
const SHOW = 14;
const honest = [0, 1, 2];

/** Attempts whose contributions an honest seat has shown, and those whose keys an honest seat serves with. */
interface Outcome {
  readonly shown: ReadonlySet<number>;
  readonly served: ReadonlySet<number>;
  readonly network: Network;
}

function setUp(
  checks: { keyEcho: boolean },
  cheat: (bytes: Uint8Array, to: number, network: Network) => Uint8Array,
  before?: (network: Network) => void,
): Outcome {
  const shown = new Set<number>();
  let heard = false;
  const network: Network = createNetwork({
    n: 4,
    T: 1,
    machine: { checks },
    rewrite: ({ from, to, bytes }) => {
      if (bytes[0] === SHOW && from !== 3) shown.add(bytes[34] as number);
      // Seat 3 is the first that seat 0 hears of: the checks of the others are slow.
      if (bytes[0] === CHECK && to === 0 && from !== 3 && !heard && cheat === otherCheck) {
        network.wire.push({ from, to, bytes });
        return null;
      }
      if (bytes[0] === CHECK && to === 0 && from === 3) heard = true;
      return from === 3 ? cheat(bytes, to, network) : bytes;
    },
  });
  before?.(network);
  for (const machine of network.machines) machine.request({ kind: 'keys' }, network.now);
  network.until(() => all(network, (seat) => seat === 3 || (network.machines[seat]?.keysReady() ?? false)), 20_000);
  // What is still under way has been sent.
  network.until(() => false, 500);
  const served = new Set(honest.flatMap((seat) => network.of(seat, 'keysReady').map((one) => one.attempt)));
  return { shown, served, network };
}

/** Seat 3's own check, as first in its message, signed anew over another hash. */
function otherCheck(bytes: Uint8Array, to: number, network: Network): Uint8Array {
  if (bytes[0] !== CHECK || to !== 0 || bytes[34] !== 0) return bytes;
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  let at = 37;
  for (let k = 0; k < view.getUint16(35); k++) {
    const by = copy[at];
    const count = view.getUint16(at + 1);
    if (by === 3) {
      const set = view.getUint32(at + 3);
      const keyHash = toHex(hashOf('another key'));
      const { chainId, tasksAddress, committeeId } = network.facts[3] as Network['facts'][number];
      const record = digest({ chainId, verifyingContract: tasksAddress }, KEY_CHECK, {
        committeeId,
        attempt: 0,
        set,
        keyHash,
      });
      copy.set(fromHex(keyHash) as Uint8Array, at + 7);
      copy.set(sign(fromHex(record) as Uint8Array, (network.keys[3] as SigningKey).privateKey), at + 39);
    }
    at += 3 + 100 * count;
  }
  return copy;
}

test('a seat that signs one check to some and another to the rest makes nobody serve with keys that somebody shows; it is named', () => {
  const { shown, served, network } = setUp({ keyEcho: true }, otherCheck);
  assert.ok([...shown].every((attempt) => !served.has(attempt)));
  for (const seat of [1, 2]) assert.deepEqual([...new Set(network.of(seat, 'blame').map((one) => one.seat))], [3]);
});

test('without the echo of the checks the same seat learns every key that the others serve with', () => {
  const { shown, served } = setUp({ keyEcho: false }, otherCheck);
  assert.ok([...shown].some((attempt) => served.has(attempt)));
});

test('an unsigned or partial list of checks counts for nobody', () => {
  const forged = (network: Network): void => {
    const id = fromHex(keysSessionId(network.facts[0] as Network['facts'][number])) as Uint8Array;
    const empty = concat(Uint8Array.of(CHECK), id, Uint8Array.of(0, 0, 0, 1, 2, 0, 0));
    const stranger = concat(Uint8Array.of(CHECK), id, Uint8Array.of(0, 0, 0, 1, 77, 0, 0));
    for (const bytes of [empty, stranger]) network.machines[0]?.receive(3, bytes, 0);
  };
  const { shown, served, network } = setUp({ keyEcho: true }, (bytes) => bytes, forged);
  assert.deepEqual([[...shown], [...served]], [[], [0]]);
  assert.ok(network.of(0, 'peerFault').some((one) => one.code === 'MALFORMED'));
});

test('a seat that lost its memory after it said that its checks are equal shows nothing, and serves with what the others serve', () => {
  const network: Network = createNetwork({
    n: 4,
    T: 1,
    rewrite: ({ from, to, bytes }) => (from === 3 && crashed ? otherCheck(bytes, to, network) : bytes),
  });
  let crashed = false;
  for (const machine of network.machines) machine.request({ kind: 'keys' }, network.now);
  network.until(() => network.disks[0]?.blobs.has('key-attempt/0/promise') ?? false);
  crashed = true;
  network.restart(0);
  network.machines[0]?.request({ kind: 'keys' }, network.now);
  const shown = (): boolean => network.wire.some((letter) => letter.bytes[0] === SHOW && letter.from === 0);
  assert.ok(network.until(() => shown() || all(network, (seat) => network.machines[seat]?.keysReady() ?? false)));
  assert.equal(shown(), false);
  assert.deepEqual(
    network.machines.map((_, seat) => network.of(seat, 'keysReady')[0]?.attempt),
    [0, 0, 0, 0],
  );
});
