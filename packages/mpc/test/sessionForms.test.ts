// Every kind of message with a byte too many, beside the true one: it is a fault of who sent it, and what is true counts all the same. One message has one spelling.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat } from '@enigma/crypto';
import type { EngineContext } from '../src/context.ts';
import { barrier } from '../src/checkpoint.ts';
import { createEngine, randomShares } from '../src/engine.ts';
import { type Protocol, openField } from '../src/round.ts';
import { MESSAGE } from '../src/session/wire.ts';
import { type Letter, type NetworkOptions, all, createNetwork } from './sessionNetwork.ts';
import { finishedTasks, makePool, otherContribution, proceedAll, runTasks, tasks, withKeys } from './sessionSteps.ts';

type Kind = keyof typeof MESSAGE;

/** A frame's body has the length that its round gives it: `frame.ts` asks. A question for one is three numbers, and whatever follows is as good as nothing. Checkpoints have a test of their own. */
const WITHOUT_END: readonly Kind[] = ['frame', 'want', 'checkpoint'];
const KINDS = (Object.keys(MESSAGE) as Kind[]).filter((kind) => !WITHOUT_END.includes(kind));

type Rewrite = NonNullable<NetworkOptions['rewrite']>;

/** A rewriting in which each message is first heard with a byte more, until one of its kind was refused; and the kinds that were. */
function alsoLonger(rewrite: Rewrite = ({ bytes }) => bytes): {
  readonly rewrite: Rewrite;
  readonly refused: Set<Kind>;
} {
  const refused = new Set<Kind>();
  return {
    refused,
    rewrite(letter, network) {
      const { from, to, bytes } = letter;
      const machine = network.machines[to];
      const kind = KINDS.find((one) => MESSAGE[one] === bytes[0]);
      if (machine !== undefined && kind !== undefined && !refused.has(kind)) {
        machine.receive(from, concat(bytes, Uint8Array.of(0)), network.now);
        const events = machine.events();
        network.events[to]?.push(...events);
        if (events.some((event) => event.type === 'peerFault' && event.seat === from)) refused.add(kind);
      }
      return rewrite(letter, network);
    },
  };
}

/** By test, so that each stands alone. */
const IN_COURSE: readonly Kind[] = [
  ...(['keyContribution', 'keyCheck', 'keyReady', 'hello', 'proposal', 'openSignature'] as const),
  ...(['seedCommit', 'verdict', 'recordWant', 'recordPart', 'final'] as const),
];
const OF_COMPLAINTS: readonly Kind[] = ['complain', 'vector', 'vectorSignatures'];
const OF_SPOILT_BATCHES: readonly Kind[] = ['seeds'];
const OF_ENDED_ATTEMPTS: readonly Kind[] = ['abort'];
const OF_KEYS_THAT_DIFFER: readonly Kind[] = ['keyShow', 'abort'];

function assertRefused(refused: ReadonlySet<Kind>, kinds: readonly Kind[]): void {
  assert.deepEqual(
    kinds.filter((kind) => !refused.has(kind)),
    [],
  );
}

test('each kind of message is in one of the tests below', () => {
  const heard = [IN_COURSE, OF_COMPLAINTS, OF_SPOILT_BATCHES, OF_ENDED_ATTEMPTS, OF_KEYS_THAT_DIFFER].flat();
  assert.deepEqual(
    KINDS.filter((kind) => !heard.includes(kind)),
    [],
  );
});

test('keys, a batch of triples, a session of tasks, and a seat that was away', () => {
  const { rewrite, refused } = alsoLonger();
  const network = createNetwork({ n: 4, T: 1, rewrite });
  withKeys(network);
  network.down.add(2);
  makePool(network, 'triple', 8);
  runTasks(network, tasks(1n));
  network.down.delete(2);
  network.machines[2]?.request({ kind: 'pool', pool: 'triple', batch: 0, count: 8 }, network.now);
  network.machines[2]?.request(tasks(1n), network.now);
  assert.ok(network.until(() => finishedTasks(network, 2) !== undefined));
  assert.deepEqual(finishedTasks(network, 2)?.result, finishedTasks(network, 0)?.result);
  assertRefused(refused, IN_COURSE);
});

test('a checkpoint with a byte too many is none', () => {
  // It is looked at when all are there; with a bad one the attempt ends.
  let long: Letter | undefined;
  const network = createNetwork({
    n: 4,
    T: 1,
    rewrite: (letter) => {
      if (letter.bytes[0] !== MESSAGE.checkpoint || long !== undefined) return letter.bytes;
      long = letter;
      return concat(letter.bytes, Uint8Array.of(0));
    },
  });
  withKeys(network);
  makePool(network, 'triple', 8);
  const { from, to } = long as unknown as Letter;
  const faults = network.of(to, 'peerFault').filter(({ seat }) => seat === from);
  assert.ok(faults.some(({ code }) => code === 'BAD_SIGNATURE'));
});

test('a wrong share, and the vectors that are shown after a complaint', () => {
  function* opens(context: EngineContext): Protocol<string> {
    const shares = randomShares(createEngine(context), 'random', 1);
    if (context.seat === 3) shares[0] = (shares[0] as bigint) ^ 1n;
    yield* openField('uniform', shares);
    yield* barrier({ leafRoot: new Uint8Array(32).fill(context.seat + 1) });
    return 'done';
  }
  const { rewrite, refused } = alsoLonger();
  const network = createNetwork({ n: 4, T: 1, rewrite });
  withKeys(network);
  runTasks(network, tasks(1n, opens, {}));
  for (const seat of [0, 1, 2]) assert.ok(network.of(seat, 'blame').every((one) => one.seat === 3));
  assertRefused(refused, OF_COMPLAINTS);
});

test('a batch that all say FAIL to, whose seeds are shown', () => {
  function* fails(context: EngineContext): Protocol<unknown> {
    yield* openField('uniform', randomShares(createEngine(context), 'random', 1));
    yield* barrier({ phase: 2 });
    return { ok: false, code: 'WRONG_PRODUCT' };
  }
  const { rewrite, refused } = alsoLonger();
  const network = createNetwork({ n: 4, T: 1, machine: { makeBatch: fails }, rewrite });
  withKeys(network);
  for (const machine of network.machines)
    machine.request({ kind: 'pool', pool: 'triple', batch: 0, count: 4 }, network.now);
  network.until(() => refused.has('seeds'));
  assertRefused(refused, OF_SPOILT_BATCHES);
});

test('a seat that falls silent, and the records of what it ended', () => {
  const { rewrite, refused } = alsoLonger();
  const network = createNetwork({ n: 4, T: 1, rewrite });
  withKeys(network);
  makePool(network, 'triple', 16);
  for (const machine of network.machines) machine.request(tasks(1n), network.now);
  assert.ok(network.until(() => network.of(0, 'opened').length === 2));
  network.down.add(3);
  assert.ok(
    network.until(
      () => (proceedAll(network), all(network, (seat) => finishedTasks(network, seat) !== undefined)),
      400_000,
    ),
  );
  assertRefused(refused, OF_ENDED_ATTEMPTS);
});

test('keys that differ, which are shown', () => {
  const { rewrite, refused } = alsoLonger((letter, of) => otherContribution(of, letter) ?? letter.bytes);
  const network = createNetwork({ n: 4, T: 1, rewrite });
  withKeys(network);
  assertRefused(refused, OF_KEYS_THAT_DIFFER);
});
