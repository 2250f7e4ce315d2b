// What keeps a session from opening, and what makes each of it pass: docs/protocols/session-opening.md. Every test hangs without its rule.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat, fromHex, sign, toHex, type SigningKey } from '@enigma/crypto';
import { digest, SESSION_OPEN } from '@enigma/protocol';
import type { EngineContext } from '../src/context.ts';
import { barrier } from '../src/checkpoint.ts';
import { createEngine, randomShares } from '../src/engine.ts';
import { type Protocol, openField } from '../src/round.ts';
import { loadKeyring } from '../src/session/keyring.ts';
import { jointMarks, restingSeat } from '../src/session/opening.ts';
import { ATTEMPTS_MAX, type PoolWork, sessionIdOfWork, type TasksWork } from '../src/session/index.ts';
import { ALL_CHECKS, type Seat } from '../src/session/seat.ts';
import { Writer } from '../src/session/wire.ts';
import { all, createNetwork, type Letter, type Network, type NetworkOptions } from './sessionNetwork.ts';
import { finishedTasks, makePool, proceedAll, tasks, withKeys } from './sessionSteps.ts';

const [HELLO, PROPOSAL, OPEN_SIGNATURE, FRAME, RECORD_WANT] = [1, 2, 3, 4, 18];
const batchItems = { triple: 4, and: 4, daBit: 4 };

const idIn = (bytes: Uint8Array): string => toHex(bytes.subarray(1, 33));
const u16 = (bytes: Uint8Array, at: number): number => new DataView(bytes.buffer, bytes.byteOffset).getUint16(at);
const proposalIn = (bytes: Uint8Array): number => u16(bytes, bytes[0] === PROPOSAL ? 33 + 34 : 35);
const attemptIn = (bytes: Uint8Array): number => u16(bytes, bytes[0] === PROPOSAL ? 33 + 32 : 33);

/** A batch whose items are right without having been checked: here they are counted, not used. */
function* cheapBatch(context: EngineContext, _pool: unknown, count: number): Protocol<unknown> {
  const a = randomShares(createEngine(context), 'triple', count);
  yield* barrier({ phase: 2 });
  return { ok: true, items: { a, b: a, c: a } };
}

function* oneRound(context: EngineContext): Protocol<string> {
  yield* openField('uniform', randomShares(createEngine(context), 'random', 2));
  yield* barrier({ leafRoot: new Uint8Array(32).fill(1 + context.seat) });
  return 'done';
}

function networkOf(options: Partial<NetworkOptions> & { readonly n: number; readonly T: number }): Network {
  const machine = { batchItems, makeBatch: cheapBatch, timings: { roundMs: 3000 } };
  const network = createNetwork({ machine, ...options });
  withKeys(network);
  return network;
}

/** A rewrite that acts on messages of the task alone. */
function onTask(
  work: () => string,
  rewrite: (letter: Letter) => Uint8Array | null,
): (letter: Letter) => Uint8Array | null {
  return (letter) => (idIn(letter.bytes) === work() ? rewrite(letter) : letter.bytes);
}

/** What a host does, at every step: it goes on after aborts, and keeps the pools filled while the session opens. */
function host(network: Network, work: TasksWork): void {
  proceedAll(network);
  for (const [seat, machine] of network.machines.entries()) {
    if (network.down.has(seat)) continue;
    for (const missed of machine.lacking()) machine.request(missed, network.now);
    const missing = machine.waiting(sessionIdOfWork(network.facts[seat] as never, work))
      ? machine.wanted(work.demand)
      : undefined;
    if (missing) machine.request(missing, network.now);
  }
}

function finishes(network: Network, work: TasksWork, seats: readonly number[], forMs: number): boolean {
  for (const machine of network.machines) machine.request(work, network.now);
  return network.until(() => {
    host(network, work);
    return seats.every((seat) => finishedTasks(network, seat) !== undefined);
  }, forMs);
}

test('(3,1): a proposer that burnt the whole pool alone is followed, and more is made while the session opens', () => {
  const work = tasks(1n, oneRound, { triple: 12 });
  let id = '';
  const network = networkOf({
    n: 3,
    T: 1,
    rewrite: onTask(
      () => id,
      ({ bytes }) => (bytes[0] === PROPOSAL && proposalIn(bytes) === 0 ? null : bytes),
    ),
  });
  id = sessionIdOfWork(network.facts[0] as never, work);
  for (const batch of [0, 1, 2]) makePool(network, 'triple', 4, batch);
  assert.ok(finishes(network, work, [0, 1, 2], 60_000));
  assert.equal(finishedTasks(network, 0)?.attempt, 0);
  // No seat stands below another: what one has burnt nobody uses.
  assert.equal(new Set(network.disks.map((disk) => disk.marks.get(1))).size, 1);
});

test('(4,1) with a seat away: a proposer that dies before anybody heard its proposal ends the attempt, for none can open without it', () => {
  const work = tasks(0n, oneRound, {});
  let promised = false;
  const network = networkOf({
    n: 4,
    T: 1,
    rewrite: ({ from, bytes }) => {
      const lost = from === 0 && bytes[0] === PROPOSAL && attemptIn(bytes) === 0;
      promised ||= lost;
      return lost ? null : bytes;
    },
  });
  network.down.add(3);
  let died = false;
  for (const machine of network.machines) machine.request(work, network.now);
  const finished = network.until(() => {
    if (promised && !died) {
      died = true;
      network.restart(0);
      network.machines[0]?.request(work, network.now);
    }
    proceedAll(network);
    return [0, 1, 2].every((seat) => finishedTasks(network, seat) !== undefined);
  }, 60_000);
  assert.ok(finished);
  assert.equal(finishedTasks(network, 1)?.attempt, 1);
});

test('a mark that one seat alone signed counts as far as the pool goes that we know', () => {
  const zero = `0x${'00'.repeat(32)}` as const;
  const ports = { marks: () => new Map(), verify: () => true } as unknown as Seat['ports'];
  const facts = { n: 4, T: 1, seat: 0, chainId: 1n, tasksAddress: `0x${'11'.repeat(20)}` } as unknown as Seat['facts'];
  const entries = [0, 1, 2].map((batch) => ({ pool: 'triple', batch, count: 4, state: 'usable' }) as const);
  const hello = (mark: bigint) => {
    const ranges = [{ kind: 1, start: 0n, length: mark }];
    const open = { sessionId: zero, attempt: 0, proposal: 0, abortsHash: zero, live: 15, ranges };
    const proofs = [{ open, signatures: [{ seat: 3, signature: new Uint8Array(64) }] }];
    return { seat: 3, boot: 1n, marks: new Map([[1, mark]]) as never, signature: new Uint8Array(64), proofs };
  };
  const joint = (mark: bigint) => jointMarks({ facts, ports } as Seat, [hello(mark)], { entries }).get(1) ?? 0n;
  assert.equal(joint((2n << 32n) + 4n), (2n << 32n) + 4n);
  assert.equal(joint((9n << 32n) + 4n), 0n);
});

test('a seat that says hello to one seat alone, each time another than the proposer, cannot make them refuse each other', () => {
  const work = tasks(1n, oneRound, {});
  let id = '';
  const network = networkOf({
    n: 4,
    T: 1,
    rewrite: onTask(
      () => id,
      ({ from, to, bytes }) => {
        if (from !== 3) return bytes;
        const proposer = (1 + proposalIn(bytes)) % 4;
        return bytes[0] === HELLO && to === (proposer === 0 ? 1 : 0) ? bytes : null;
      },
    ),
  });
  id = sessionIdOfWork(network.facts[0] as never, work);
  assert.ok(finishes(network, work, [0, 1, 2], 60_000));
});

test('a seat that signs for one seat alone spoils attempts, but not all of them', () => {
  const work = tasks(1n, oneRound, {});
  let id = '';
  const network = networkOf({
    n: 4,
    T: 1,
    rewrite: onTask(
      () => id,
      ({ from, to, bytes }) => (from === 3 && to !== 0 && bytes[0] === OPEN_SIGNATURE ? null : bytes),
    ),
  });
  id = sessionIdOfWork(network.facts[0] as never, work);
  assert.ok(finishes(network, work, [0, 1, 2], 200_000));
});

for (const firstSeq of [1n, 2n, 3n, 4n]) {
  test(`a seat that is silent in every run cannot use up the attempts (${firstSeq})`, () => {
    const work = tasks(firstSeq, oneRound, {});
    let id = '';
    const network = networkOf({
      n: 4,
      T: 1,
      rewrite: onTask(
        () => id,
        ({ from, bytes }) => (from === 3 && bytes[0] === FRAME ? null : bytes),
      ),
    });
    id = sessionIdOfWork(network.facts[0] as never, work);
    assert.ok(finishes(network, work, [0, 1, 2], 200_000));
    assert.equal((finishedTasks(network, 0)?.live ?? 0) & 0b1000, 0);
    assert.ok((finishedTasks(network, 0)?.attempt ?? 0) > 0);
  });
}

test('after aborts without names every seat rests once before the attempts are used up', () => {
  const nobody = { seatA: 0xff, seatB: 0xff };
  const seat = { facts: { n: 4, T: 1, qHi: 3 }, checks: ALL_CHECKS } as unknown as Seat;
  for (const index of [0n, 5n, 2n ** 40n]) {
    const aborts = Array.from({ length: ATTEMPTS_MAX }, () => nobody);
    const resting = aborts.slice(1).map((_, k) => restingSeat(seat, index, aborts.slice(0, k + 1)));
    assert.deepEqual(
      [...resting].sort((a, b) => Number(a) - Number(b)),
      [0, 1, 2, 3],
    );
  }
  assert.equal(restingSeat(seat, 1n, []), undefined);
  assert.equal(restingSeat(seat, 1n, [{ seatA: 0, seatB: 1 }]), undefined);
  assert.equal(restingSeat({ facts: { n: 5, T: 2, qHi: 4 } } as unknown as Seat, 1n, [nobody]), undefined);
});

test('a seat that missed a batch between others asks for it, and follows what was computed with it', () => {
  const network = networkOf({ n: 4, T: 1 });
  makePool(network, 'triple', 4, 0);
  network.down.add(2);
  makePool(network, 'triple', 4, 1);
  network.down.delete(2);
  makePool(network, 'triple', 4, 2);
  const work = tasks(1n, oneRound, { triple: 12 });
  assert.ok(finishes(network, work, [0, 1, 2, 3], 60_000));
  assert.ok(network.of(2, 'batchReady').some((one) => one.batch === 1));
});

test('what a record took from is asked for though nothing else is wanted: a seat that was away for all of it', () => {
  const network = networkOf({ n: 4, T: 1 });
  network.down.add(2);
  makePool(network, 'triple', 4, 0);
  const work = tasks(1n, oneRound, { triple: 4 });
  for (const seat of [0, 1, 3]) network.machines[seat]?.request(work, network.now);
  assert.ok(network.until(() => [0, 1, 3].every((seat) => finishedTasks(network, seat) !== undefined)));
  network.down.delete(2);
  // The host of seat 2 sees that the chain has decided: it asks for no stock.
  network.machines[2]?.request(work, network.now);
  assert.ok(
    network.until(() => {
      for (const missed of network.machines[2]?.lacking() ?? []) network.machines[2]?.request(missed, network.now);
      return finishedTasks(network, 2) !== undefined;
    }, 20_000),
  );
});

test('the keys of a session that waits for its batch are taken at once: the chain may go on without it', () => {
  const network = networkOf({ n: 4, T: 1 });
  network.down.add(2);
  makePool(network, 'triple', 4, 0);
  const work = tasks(1n, oneRound, { triple: 4 });
  for (const seat of [0, 1, 3]) network.machines[seat]?.request(work, network.now);
  assert.ok(network.until(() => [0, 1, 3].every((seat) => finishedTasks(network, seat) !== undefined)));
  network.down.delete(2);
  const id = network.machines[2]?.request(work, network.now);
  const disk = network.disks[2];
  assert.ok(network.until(() => disk?.blobs.has(`session/${id}/seeds/0`) === true, 20_000));
  assert.equal(finishedTasks(network, 2), undefined);
  const ring = loadKeyring({ load: (name: string) => disk?.blobs.get(name) } as never);
  assert.equal(ring?.tracks.task.skipped.has(0), false);
  assert.ok(
    network.until(() => {
      for (const missed of network.machines[2]?.lacking() ?? []) network.machines[2]?.request(missed, network.now);
      return finishedTasks(network, 2) !== undefined;
    }, 20_000),
  );
});

test('verdicts outlast the session that made them: others that restarted serve who missed the batch', () => {
  const network = networkOf({ n: 4, T: 1 });
  network.down.add(2);
  makePool(network, 'triple', 4, 0);
  for (const seat of [0, 1, 3]) network.restart(seat);
  network.down.delete(2);
  network.machines[2]?.request({ kind: 'pool', pool: 'triple', batch: 0, count: 4 }, network.now);
  assert.ok(network.until(() => network.of(2, 'batchReady').length === 1, 10_000));
});

test('closed pool sessions leave no seeds on disk, and still bring in who comes late', () => {
  const network = networkOf({ n: 4, T: 1 });
  network.down.add(2);
  makePool(network, 'triple', 4, 0);
  for (const seat of [0, 1, 3])
    for (const { sessionId } of network.of(seat, 'batchReady')) network.machines[seat]?.close(sessionId);
  for (const seat of [0, 1, 3])
    assert.deepEqual(
      [...(network.disks[seat]?.blobs.keys() ?? [])].filter((name) => name.includes('seeds')),
      [],
    );
  network.down.delete(2);
  network.machines[2]?.request({ kind: 'pool', pool: 'triple', batch: 0, count: 4 }, network.now);
  assert.ok(network.until(() => network.of(2, 'batchReady').length === 1, 10_000));
  assert.ok(finishes(network, tasks(1n, oneRound, { triple: 4 }), [0, 1, 2, 3], 20_000));
});

test('two batches that open at once, asked for in different orders, both come about', () => {
  for (const seed of ['a', 'b', 'c', 'd']) {
    const network = networkOf({ n: 4, T: 1, seed });
    const works: PoolWork[] = [0, 1].map((batch) => ({ kind: 'pool', pool: 'triple', batch, count: 4 }));
    for (const [seat, machine] of network.machines.entries())
      for (const work of seat % 2 === 0 ? works : [...works].reverse()) machine.request(work, network.now);
    assert.ok(
      network.until(() => all(network, (seat) => network.of(seat, 'batchReady').length === 2), 20_000),
      seed,
    );
    assert.deepEqual(network.of(0, 'aborted'), []);
  }
});

test('a task that waits for material holds up none behind it that needs none', () => {
  const network = networkOf({ n: 4, T: 1 });
  const [waits, needsNone] = [tasks(1n, oneRound, { triple: 12 }), tasks(2n, oneRound, {})];
  for (const machine of network.machines) machine.request(waits, network.now);
  network.until(() => false, 2_000);
  for (const machine of network.machines) machine.request(needsNone, network.now);
  assert.ok(network.until(() => all(network, (seat) => finishedTasks(network, seat) !== undefined), 20_000));
  assert.ok(
    network.machines.every((machine, seat) => machine.waiting(sessionIdOfWork(network.facts[seat] as never, waits))),
  );
});

test('sessions that are closed leave room for batches that were missed', () => {
  const network = networkOf({ n: 4, T: 1 });
  network.down.add(2);
  makePool(network, 'triple', 4, 0);
  network.down.delete(2);
  makePool(network, 'triple', 4, 1);
  const [late] = network.machines.slice(2);
  assert.deepEqual(
    late?.lacking().map(({ batch }) => batch),
    [0],
  );
  for (let seq = 1n; seq <= 40n; seq++) late?.close(late.request(tasks(seq, oneRound, {}), network.now));
  assert.deepEqual(
    late?.lacking().map(({ batch }) => batch),
    [0],
  );
});

/** Seat 1 proposes the first task of seq 1; what of `from` reaches it is up to the test. */
function proposerAlone(): { network: Network; proposals(): number[]; hello(from: number): void } {
  const work = tasks(1n, oneRound, {});
  const network = networkOf({ n: 4, T: 1 });
  network.until(() => false, 60_000);
  const live: number[] = [];
  const hellos = new Map<number, Uint8Array>();
  for (const [seat, machine] of network.machines.entries()) {
    if (seat === 1) continue;
    machine.request(work, network.now);
    for (const { to, bytes } of machine.outgoing()) if (to === 1 && bytes[0] === HELLO) hellos.set(seat, bytes);
  }
  network.machines[1]?.request(work, network.now);
  return {
    network,
    hello: (from) => network.machines[1]?.receive(from, hellos.get(from) as Uint8Array, network.now),
    proposals() {
      for (const { to, bytes } of network.machines[1]?.outgoing() ?? [])
        if (bytes[0] === PROPOSAL && to === 0)
          live.push(new DataView(bytes.buffer, bytes.byteOffset).getUint32(33 + 32 + 2 + 2 + 32));
      return live;
    },
  };
}

test('time in which the process did something else is not counted as waiting', () => {
  const { network, proposals, hello } = proposerAlone();
  for (const from of [0, 2]) hello(from);
  network.machines[1]?.tick((network.now += 60_000));
  assert.deepEqual(proposals(), []);
  hello(3);
  assert.deepEqual(proposals(), [0b1111]);
});

test('a seat that was heard lately is awaited for longer than one that was silent', () => {
  const wait = (heard: boolean): number => {
    const { network, proposals, hello } = proposerAlone();
    for (const from of [0, 2]) hello(from);
    if (heard) network.machines[1]?.receive(3, new Uint8Array(40), network.now);
    const start = network.now;
    while (proposals().length === 0 && network.now - start < 20_000) network.machines[1]?.tick((network.now += 100));
    assert.deepEqual(proposals(), [0b0111]);
    return network.now - start;
  };
  const [silent, busy] = [wait(false), wait(true)];
  assert.ok(silent >= 1500 && silent < 2000 && busy >= 2500 && busy < 5000, `${silent} ${busy}`);
});

test('a proposer does not drag the others to the last proposal by a number', () => {
  const work = tasks(1n, oneRound, {});
  const network = networkOf({ n: 4, T: 1 });
  network.down.add(3);
  const id = network.machines[0]?.request(work, network.now) as `0x${string}`;
  network.until(() => false, 200);
  const open = {
    sessionId: id,
    attempt: 0,
    proposal: 62,
    abortsHash: `0x${'00'.repeat(32)}`,
    live: 15,
    ranges: [],
  } as const;
  const { chainId, tasksAddress } = network.facts[3] as Network['facts'][number];
  const hash = fromHex(digest({ chainId, verifyingContract: tasksAddress }, SESSION_OPEN, open)) as Uint8Array;
  const idBytes = fromHex(id) as Uint8Array;
  const bytes = new Writer().raw(idBytes).uint(0, 2).uint(62, 2).raw(new Uint8Array(32)).uint(15, 4).uint(0, 2).done();
  const message = concat(
    Uint8Array.of(PROPOSAL),
    idBytes,
    bytes,
    sign(hash, (network.keys[3] as SigningKey).privateKey),
    new Uint8Array(4),
  );
  network.machines[0]?.receive(3, message, network.now);
  assert.ok(network.machines[0]?.events().some((one) => one.type === 'peerFault' && one.code === 'BAD_PROPOSAL'));
  const said = network.machines[0]?.outgoing().filter((one) => one.bytes[0] === HELLO) ?? [];
  assert.ok(said.every((one) => proposalIn(one.bytes) === 0 && attemptIn(one.bytes) === 0));
});

test('a seat that follows turns from a source that does not answer to the next', () => {
  const network = networkOf({
    n: 4,
    T: 1,
    rewrite: ({ to, bytes }) => (to === 0 && bytes[0] === RECORD_WANT ? null : bytes),
  });
  network.down.add(2);
  const work = tasks(1n, oneRound, {});
  for (const seat of [0, 1, 3]) network.machines[seat]?.request(work, network.now);
  assert.ok(network.until(() => [0, 1, 3].every((seat) => finishedTasks(network, seat) !== undefined)));
  network.down.delete(2);
  network.machines[2]?.request(work, network.now);
  assert.ok(network.until(() => finishedTasks(network, 2) !== undefined, 10_000));
});

test('one peer that sends for sessions that never come does not push out what others sent early', () => {
  const network = networkOf({ n: 4, T: 1 });
  const work = tasks(1n, oneRound, {});
  for (const seat of [1, 2, 3]) network.machines[seat]?.request(work, network.now);
  network.until(() => network.of(1, 'opened').length > 0, 4000);
  for (let k = 0; k < 2000; k++) {
    const junk = new Uint8Array(2000).fill(1);
    new DataView(junk.buffer).setUint32(1, k);
    network.machines[0]?.receive(3, junk, network.now);
  }
  network.machines[0]?.request(work, network.now);
  // It knows the proposal, or that there is one, without anybody sending again.
  const answered = network.machines[0]?.outgoing().map((one) => one.bytes[0]) ?? [];
  assert.ok(answered.includes(OPEN_SIGNATURE) || answered.includes(HELLO));
  assert.ok(network.until(() => finishedTasks(network, 0) !== undefined, 20_000));
});
