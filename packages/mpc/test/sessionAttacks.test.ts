// One cheating seat at a time, and each cheat again with the check off that answers it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHex } from '@enigma/crypto';
import type { EngineContext } from '../src/context.ts';
import { barrier } from '../src/checkpoint.ts';
import { MESSAGE } from '../src/session/wire.ts';
import { createEngine, randomShares } from '../src/engine.ts';
import { type Protocol, openField } from '../src/round.ts';
import { type Letter, type Network, type NetworkOptions, createNetwork } from './sessionNetwork.ts';
import { finishedTasks, makePool, proceedAll, runTasks, tasks, withKeys } from './sessionSteps.ts';

const FRAME = 4;
const CHECKPOINT = 6;
const VERDICT = 15;
const SEEDS = 17;
const HEADER = 48 + 32;

const roundOf = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(37);
const attemptIn = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset).getUint16(33);

function flip(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] as number) ^ 1;
  return copy;
}

/** A network with keys and triples whose seat `cheat` rewrites its messages once armed. */
function armed(
  n: number,
  T: number,
  rewrite: (letter: Letter) => Uint8Array | null,
  options: Partial<NetworkOptions> = {},
): Network & { arm(): void } {
  let on = false;
  const network = createNetwork({ n, T, ...options, rewrite: (letter) => (on ? rewrite(letter) : letter.bytes) });
  withKeys(network);
  makePool(network, 'triple', 64);
  return Object.assign(network, { arm: () => void (on = true) });
}

const honestSeats = (n: number, cheat: number): number[] =>
  Array.from({ length: n }, (_, seat) => seat).filter((seat) => seat !== cheat);

/** Seat 3 opens a wrong share in round 1 of the first attempt, and signs the same wrong vector when asked. */
function liar(seat: number): (letter: Letter) => Uint8Array | null {
  return ({ from, bytes }) => {
    if (from !== seat || attemptIn(bytes) !== 0 || bytes[0] !== FRAME || roundOf(bytes) !== 1) return bytes;
    return bytes.length > HEADER ? flip(bytes, HEADER) : bytes;
  };
}

/** A task whose seat 3 computes with a wrong share: it lies alike in frames and in its signed vector. */
function* wrongShare(context: EngineContext, cheat: number): Protocol<string> {
  const engine = createEngine(context);
  const shares = randomShares(engine, 'random', 3);
  if (context.seat === cheat) shares[0] = (shares[0] as bigint) ^ 1n;
  const opened = yield* openField('uniform', shares);
  yield* barrier({ leafRoot: new Uint8Array(32).fill(context.seat + 1) });
  return toHex(new Uint8Array(opened.buffer.slice(0)));
}

test('(4,1): a wrong opening is corrected, the session goes on, and all honest seats name the liar alike', () => {
  const network = armed(4, 1, ({ bytes }) => bytes);
  runTasks(
    network,
    tasks(1n, (context) => wrongShare(context, 3), {}),
  );
  const results = honestSeats(4, 3).map((seat) => finishedTasks(network, seat)?.result);
  assert.equal(new Set(results).size, 1);
  assert.equal(finishedTasks(network, 0)?.attempt, 0);
  for (const seat of honestSeats(4, 3)) {
    const blames = network.of(seat, 'blame');
    assert.deepEqual(
      blames.map(({ seat: named, reason, slot }) => ({ named, reason, slot })),
      network.of(0, 'blame').map(({ seat: named, reason, slot }) => ({ named, reason, slot })),
    );
    assert.deepEqual(
      blames.map((one) => one.seat),
      [3],
    );
  }
});

test('(3,1): a wrong opening ends the attempt and names nobody', () => {
  const network = armed(3, 1, ({ bytes }) => bytes);
  for (const machine of network.machines)
    machine.request(
      tasks(1n, (context) => wrongShare(context, 2), {}),
      network.now,
    );
  assert.ok(network.until(() => [0, 1].every((seat) => network.of(seat, 'aborted').length > 0)));
  for (const seat of [0, 1]) {
    assert.deepEqual(network.of(seat, 'blame'), []);
    assert.deepEqual(
      [network.of(seat, 'aborted')[0]?.record.seatA, network.of(seat, 'aborted')[0]?.record.reason],
      [0xff, 3],
    );
    assert.equal(finishedTasks(network, seat), undefined);
  }
});

test('opening check off: the same lie goes through, and seats end with different values', () => {
  const network = armed(4, 1, ({ bytes }) => bytes, { machine: { checks: { openings: false, views: false } } });
  for (const machine of network.machines)
    machine.request(
      tasks(1n, (context) => wrongShare(context, 3), {}),
      network.now,
    );
  network.until(() => honestSeats(4, 3).every((seat) => finishedTasks(network, seat) !== undefined), 40_000);
  assert.ok(new Set(honestSeats(4, 3).map((seat) => finishedTasks(network, seat)?.result)).size > 1);
});

test('a lie in frames alone, with a true signed vector: nobody is named, the values are right, the session goes on', () => {
  const network = armed(4, 1, liar(3));
  network.arm();
  runTasks(network, tasks(1n));
  for (const seat of honestSeats(4, 3)) assert.deepEqual(network.of(seat, 'blame'), []);
});

test('a king that tells one seat another sum: found in the next round, the attempt ends with the pair, and the next batch attempt settles', () => {
  let lied = false;
  const network = createNetwork({
    n: 4,
    T: 1,
    rewrite: ({ from, to, bytes }) => {
      // Round 1 of a batch of triples is the kings' sums; king 0 has the only chunk.
      if (
        from !== 0 ||
        to !== 1 ||
        bytes[0] !== FRAME ||
        attemptIn(bytes) !== 0 ||
        roundOf(bytes) !== 1 ||
        bytes.length === HEADER
      )
        return bytes;
      lied = true;
      return flip(bytes, HEADER);
    },
  });
  withKeys(network);
  makePool(network, 'triple', 8);
  assert.ok(lied);
  for (const seat of [1, 2, 3]) {
    assert.deepEqual(network.of(seat, 'blame'), []);
    assert.equal(network.of(seat, 'aborted').length, 1);
  }
  const record = network.of(2, 'aborted')[0]?.record;
  // Only seat 1 was told the other sum; if its own record was the one that won, it names the pair.
  if (record?.seatA !== 0xff) assert.deepEqual([record?.seatA, record?.seatB], [1, 0]);
});

for (const [n, T] of [
  [4, 1],
  [3, 1],
] as const)
  test(`(${n},${T}): two signed checkpoints of one seat name it at every honest seat, and the next attempt settles`, () => {
    // The last seat runs twice: the second of it, with another root, is heard by seat 0 alone.
    const cheat = n - 1;
    let forged = 0;
    const network: Network = createNetwork({
      n,
      T,
      rewrite: (letter) => {
        const { from, to, bytes } = letter;
        if (
          from !== cheat ||
          to !== 0 ||
          bytes[0] !== CHECKPOINT ||
          bytes[41] !== cheat ||
          attemptIn(bytes) !== 0 ||
          !live
        )
          return bytes;
        forged++;
        return resigned(network, cheat, bytes);
      },
    });
    let live = false;
    withKeys(network);
    makePool(network, 'triple', 16);
    live = true;
    for (const machine of network.machines) machine.request(tasks(1n), network.now);
    const honest = honestSeats(n, cheat);
    assert.ok(
      network.until(() => {
        proceedAll(network);
        return honest.every((seat) => finishedTasks(network, seat) !== undefined);
      }, 400_000),
    );
    assert.ok(forged > 0);
    for (const seat of honest)
      assert.deepEqual([...new Set(network.of(seat, 'blame').map((one) => one.seat))], [cheat], `seat ${seat}`);
    assert.equal(finishedTasks(network, 0)?.attempt, 1);
  });

for (const when of ['the attempt is over', 'its receiver has signed that the attempt is to end'] as const)
  test(`a second signed checkpoint that comes when ${when} still names its signer, at every honest seat`, () => {
    const cheat = 2;
    let held: Uint8Array | undefined;
    let live = false;
    let said = false;
    const network: Network = createNetwork({
      n: 3,
      T: 1,
      rewrite: ({ from, to, bytes }) => {
        if (bytes[0] === MESSAGE.abort && live) {
          said ||= from === 0;
          if (to === 0 && when !== 'the attempt is over' && network.of(0, 'blame').length === 0) return null;
        }
        const isOwn = from === cheat && bytes[0] === CHECKPOINT && bytes[41] === cheat;
        if (!isOwn || attemptIn(bytes) !== 0 || !live) return bytes;
        // Seat 1 is told another, whose echo differs and ends the attempt with the cheat; seat 0 has only what seat 1 passes on.
        if (to === 1) return resigned(network, cheat, bytes);
        held ??= bytes;
        return null;
      },
    });
    withKeys(network);
    makePool(network, 'triple', 16);
    live = true;
    for (const machine of network.machines) machine.request(tasks(1n), network.now);
    const isOver = (): boolean => network.of(0, 'aborted').length > 0;
    assert.ok(network.until(() => (when === 'the attempt is over' ? isOver() : said), 60_000));
    assert.equal(isOver(), when === 'the attempt is over');
    assert.ok(held);
    assert.deepEqual(network.of(0, 'blame'), [], 'it was named before');
    network.machines[0]?.receive(cheat, held, network.now);
    assert.ok(
      network.until(() => {
        proceedAll(network);
        return [0, 1].every((seat) => finishedTasks(network, seat) !== undefined);
      }, 400_000),
    );
    for (const seat of [0, 1])
      assert.deepEqual([...new Set(network.of(seat, 'blame').map((one) => one.seat))], [cheat], `seat ${seat}`);
  });

/** A seat's checkpoint with another leafRoot, signed by its own key: its sign-once store is its own affair. */
function resigned(network: Network, by: number, bytes: Uint8Array): Uint8Array {
  const at = 1 + 32 + 2 + 2 + 4 + 1 + 2 + 1 + 4 + 32 + 32;
  const changed = flip(bytes, at);
  const view = new DataView(changed.buffer);
  const hex = (start: number): `0x${string}` => toHex(changed.slice(start, start + 32));
  const record = {
    sessionId: hex(1),
    attempt: view.getUint16(33),
    index: view.getUint16(42),
    phase: changed[44] as number,
    live: view.getUint32(45),
    viewHash: hex(49),
    sentRoot: hex(81),
    leafRoot: hex(113),
    batchCommitment: hex(145),
  };
  changed.set(signCheckpoint(network, by, record), 177);
  return changed;
}

test('a frame of another attempt or round is ignored, garbage is a peer fault, and neither trips anything', () => {
  let noise = 0;
  const network = armed(4, 1, ({ bytes }) => bytes);
  const old: Letter[] = [];
  for (const machine of network.machines) machine.request(tasks(1n), network.now);
  network.until(() => {
    old.push(...network.wire.filter((letter) => letter.bytes[0] === FRAME).slice(0, 2));
    for (const { from, to, bytes } of old.slice(-2)) {
      network.machines[to]?.receive(from, bytes, network.now);
      for (let type = 0; type < 24; type++) {
        const junk = bytes.slice(0, 33 + ((noise * 7 + type) % 60));
        junk[0] = type;
        // From a seat outside the committee, or with a broken length: no state of the session may change.
        network.machines[to]?.receive(99, junk, network.now);
        noise++;
      }
    }
    return [0, 1, 2, 3].every((seat) => finishedTasks(network, seat) !== undefined);
  });
  assert.ok(noise > 100);
  assert.equal(finishedTasks(network, 0)?.attempt, 0);
});

test('bytes of every shape from a live seat are returned as faults, never thrown', () => {
  const network = armed(4, 1, ({ bytes }) => bytes);
  const id = network.machines[0]?.request(tasks(1n), network.now) as string;
  const idBytes = Uint8Array.from({ length: 32 }, (_, k) => Number.parseInt(id.slice(2 + 2 * k, 4 + 2 * k), 16));
  let state = 12345;
  const next = (): number => (state = (state * 1103515245 + 12345) & 0x7fffffff) >>> 8;
  for (let k = 0; k < 4000; k++) {
    const bytes = Uint8Array.from({ length: 41 + (next() % 300) }, () => next() & 255);
    bytes[0] = next() % 24;
    bytes.set(idBytes, 1);
    if (k % 2 === 0) bytes.set([0, 0, 0, 0, 0, 0, 0, 0], 33);
    network.machines[0]?.receive(3, bytes, network.now);
  }
  assert.ok((network.machines[0]?.events().length ?? 0) > 0);
});

test('a silent seat ends the attempt by time-out and names nobody; left out of the next proposal, three of (4,1) settle', () => {
  let silent = false;
  const network = armed(4, 1, ({ from, bytes }) => (silent && from === 3 ? null : bytes));
  network.arm();
  for (const machine of network.machines) machine.request(tasks(1n), network.now);
  network.until(() => network.of(0, 'opened').some((one) => one.sessionId !== network.of(0, 'opened')[0]?.sessionId));
  silent = true;
  assert.ok(
    network.until(() => {
      proceedAll(network);
      return honestSeats(4, 3).every((seat) => finishedTasks(network, seat) !== undefined);
    }, 400_000),
  );
  assert.equal(finishedTasks(network, 0)?.live, 0b0111);
  for (const { record } of network.of(0, 'aborted')) assert.deepEqual([record.seatA, record.seatB], [0xff, 0xff]);
});

test('two proposals of one attempt never share a position, though the first never ran', () => {
  const opens: { proposal: number; ranges: string[]; from: number }[] = [];
  const network = armed(4, 1, ({ from, to, bytes }) => {
    if (bytes[0] === 2) {
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      const at = 33 + 32 + 2 + 2 + 32 + 4;
      const count = view.getUint16(at);
      const ranges = Array.from({ length: count }, (_, k) => {
        const start = at + 2 + 17 * k;
        return `${view.getUint8(start)}:${view.getBigUint64(start + 1)}+${view.getBigUint64(start + 9)}`;
      });
      opens.push({ proposal: view.getUint16(33 + 34), ranges, from });
    }
    // The first proposal never becomes complete: the signatures over it are lost.
    if (bytes[0] === 3 && new DataView(bytes.buffer, bytes.byteOffset).getUint16(35) === 0) return null;
    void to;
    return bytes;
  });
  network.arm();
  runTasks(network, tasks(1n));
  assert.ok((finishedTasks(network, 0)?.proposal ?? 0) > 0);
  assert.equal(finishedTasks(network, 0)?.attempt, 0);
  const byProposal = new Map(opens.map((one) => [one.proposal, one.ranges]));
  assert.ok(byProposal.size >= 2);
  const all = [...byProposal.values()].flat();
  assert.equal(new Set(all).size, all.length);
});

test('(3,1): a proposal that reached nobody has burnt its proposer ahead, and the committee follows its marks', () => {
  const network = armed(3, 1, ({ bytes }) =>
    bytes[0] === 2 && new DataView(bytes.buffer, bytes.byteOffset).getUint16(33 + 34) === 0 ? null : bytes,
  );
  network.arm();
  runTasks(network, tasks(1n));
  runTasks(network, tasks(2n));
  assert.equal(finishedTasks(network, 0, 1)?.live, 0b111);
});

/** A batch whose protocol ends as told: the verdict alone is under test. */
function* fixedBatch(context: EngineContext, ok: boolean): Protocol<unknown> {
  const engine = createEngine(context);
  const a = randomShares(engine, 'triple', 4);
  yield* barrier({ phase: 2 });
  return ok ? { ok: true, items: { a, b: a, c: a } } : { ok: false, code: 'WRONG_PRODUCT' };
}

function verdicts(
  rewrite: (letter: Letter) => Uint8Array | null,
  ok: boolean | ((seat: number) => boolean),
  checks = {},
): { network: Network; seeds: Letter[] } {
  const seeds: Letter[] = [];
  const network = createNetwork({
    n: 4,
    T: 1,
    machine: (seat) => ({
      checks,
      makeBatch: (context) => fixedBatch(context, typeof ok === 'function' ? ok(seat) : ok),
    }),
    rewrite: (letter) => {
      if (letter.bytes[0] === SEEDS) seeds.push(letter);
      return rewrite(letter);
    },
  });
  withKeys(network);
  for (const machine of network.machines)
    machine.request({ kind: 'pool', pool: 'triple', batch: 0, count: 4 }, network.now);
  network.until(() => false, 20_000);
  return { network, seeds };
}

test('a batch with one OK missing is unused, and who signed OK opens nothing', () => {
  const { network, seeds } = verdicts(({ from, bytes }) => (from === 3 && bytes[0] === VERDICT ? null : bytes), true);
  for (const seat of [0, 1, 2]) {
    assert.deepEqual(network.of(seat, 'batchReady'), []);
    assert.equal(network.machines[seat]?.pools()[0]?.available, 0);
  }
  assert.deepEqual(seeds, []);
  const off = verdicts(({ from, bytes }) => (from === 3 && bytes[0] === VERDICT ? null : bytes), true, {
    verdicts: false,
  });
  assert.ok(off.network.of(0, 'batchReady').length > 0);
});

test('one FAIL kills the number; who signed OK opens nothing whatever it receives', () => {
  const failsAtThree = (seat: number): boolean => seat !== 3;
  const { network, seeds } = verdicts(({ bytes }) => bytes, failsAtThree);
  for (const seat of [0, 1, 2, 3]) assert.equal(network.of(seat, 'batchReady').length, 0);
  for (const seat of [0, 1, 2]) {
    assert.equal(network.of(seat, 'batchFailed').length, 1);
    assert.deepEqual(network.machines[seat]?.wanted({ triple: 1 })?.batch, 1);
  }
  assert.deepEqual([...new Set(seeds.map((one) => one.from))], [3]);
  const off = verdicts(({ bytes }) => bytes, failsAtThree, { okOpensNothing: false });
  assert.ok(new Set(off.seeds.map((one) => one.from)).size > 1);
});

test('a wrong product spoils its batch: all open their seeds, the replay points at the liar, and the next number is made', () => {
  const cheat = 2;
  const network = createNetwork({
    n: 4,
    T: 1,
    // Its term for king 0 in the first round of products, alike in no other message.
    rewrite: ({ from, to, bytes }) =>
      from === cheat && to === 0 && bytes[0] === FRAME && roundOf(bytes) === 0 && spoiling && bytes.length > HEADER
        ? flip(bytes, HEADER)
        : bytes,
  });
  let spoiling = false;
  withKeys(network);
  spoiling = true;
  for (const machine of network.machines)
    machine.request({ kind: 'pool', pool: 'triple', batch: 0, count: 8 }, network.now);
  assert.ok(
    network.until(() =>
      honestSeats(4, cheat).every(
        (seat) => network.of(seat, 'batchFailed').length > 0 || network.of(seat, 'aborted').length > 0,
      ),
    ),
  );
  spoiling = false;
  // The king alone saw the wrong term; the others see the king's wrong sum.
  const seen = network.of(0, 'batchFailed')[0];
  if (seen) assert.deepEqual(seen.suspects, [cheat]);
  makePool(network, 'triple', 8, 1);
});

test('seeds of a failed batch say nothing of the next one: other seeds, and no chain key among them', () => {
  const { network, seeds } = verdicts(({ bytes }) => bytes, false);
  assert.ok(seeds.length > 0);
  const shown = seeds.map((one) => toHex(one.bytes));
  for (const [seat] of network.machines.entries()) {
    const ring = network.disks[seat]?.blobs.get('keys') as Uint8Array;
    const hex = toHex(ring).slice(2);
    // No 16 bytes of what was shown stand in the keyring that the next batch comes from.
    for (const letter of shown) {
      for (let at = 2 + 2 * 45; at + 32 <= letter.length; at += 2)
        assert.ok(!hex.includes(letter.slice(at, at + 32)) || /^0+$/.test(letter.slice(at, at + 32)));
      break;
    }
  }
});

import { CHECKPOINT as CHECKPOINT_RECORD, digest, type Checkpoint } from '@enigma/protocol';
import { fromHex, sign } from '@enigma/crypto';

function signCheckpoint(network: Network, by: number, record: Checkpoint): Uint8Array {
  const facts = network.facts[by];
  if (!facts) throw new Error('no such seat');
  const bytes = fromHex(
    digest({ chainId: facts.chainId, verifyingContract: facts.tasksAddress }, CHECKPOINT_RECORD, record),
  );
  return sign(bytes as Uint8Array, network.keys[by]?.privateKey as Uint8Array);
}
