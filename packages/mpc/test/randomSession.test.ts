// What tasks draw is bound to the session, the attempt and the proposal, and to nothing that a seat keeps to itself: a seat that was away draws the same by the record.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EngineContext } from '../src/context.ts';
import { barrier } from '../src/checkpoint.ts';
import { seatDraws } from '../src/draws.ts';
import { createEngine, randomShares } from '../src/engine.ts';
import { type Protocol, openField } from '../src/round.ts';
import { MESSAGE } from '../src/session/wire.ts';
import { createNetwork } from './sessionNetwork.ts';
import { finishedTasks, runTasks, tasks, withKeys } from './sessionSteps.ts';

interface Drawn {
  readonly seat: number;
  readonly pieces: ReadonlyMap<number, bigint>;
}

/** Notes this seat's pieces of a draw, then opens something else. */
function drawing(seen: Drawn[]): (context: EngineContext) => Protocol<string> {
  return function* draw(context) {
    const pieces = seatDraws(context.setKeys('draw')).bits({ task: 0, draw: 0 }, 64);
    seen.push({ seat: context.seat, pieces });
    yield* openField('uniform', randomShares(createEngine(context), 'random', 1));
    yield* barrier({ leafRoot: new Uint8Array(32).fill(1 + context.seat) });
    return 'drawn';
  };
}

/** One piece a set: those of different holders are the same. */
function together(drawn: readonly Drawn[]): ReadonlyMap<number, bigint> {
  const pieces = new Map<number, bigint>();
  for (const one of drawn)
    for (const [set, piece] of one.pieces) {
      assert.equal(pieces.get(set) ?? piece, piece);
      pieces.set(set, piece);
    }
  return pieces;
}

test('a seat that was away draws by the record what the others drew, and the next session draws anew', () => {
  const network = createNetwork({ n: 4, T: 1 });
  withKeys(network);
  const [first, second]: [Drawn[], Drawn[]] = [[], []];
  network.down.add(2);
  runTasks(network, tasks(1n, drawing(first), {}));
  network.down.delete(2);
  network.machines[2]?.request(tasks(1n, drawing(first), {}), network.now);
  assert.ok(network.until(() => finishedTasks(network, 2) !== undefined));
  assert.equal(finishedTasks(network, 2)?.tookPart, false);
  assert.deepEqual(new Set(first.map(({ seat }) => seat)), new Set([0, 1, 2, 3]));
  runTasks(network, tasks(2n, drawing(second), {}), 2n);
  const [before, after] = [together(first), together(second)];
  assert.equal(before.size, 4);
  assert.equal(new Set([...before.values(), ...after.values()]).size, 8);
});

test('an attempt after one that was ended draws other values', () => {
  let spoilt = 0;
  const network = createNetwork({
    n: 3,
    T: 1,
    rewrite: ({ from, bytes }) => {
      if (bytes[0] !== MESSAGE.frame || from !== 1 || spoilt > 0) return bytes;
      spoilt++;
      const copy = bytes.slice();
      copy[copy.length - 1] = (copy[copy.length - 1] as number) ^ 1;
      return copy;
    },
  });
  withKeys(network);
  const seen: Drawn[] = [];
  runTasks(network, tasks(1n, drawing(seen), {}));
  assert.ok((finishedTasks(network, 0)?.attempt ?? 0) > 0);
  const own = seen.filter(({ seat }) => seat === 0);
  assert.ok(own.length > 1, 'seat 0 drew in two attempts');
  const values = own.flatMap(({ pieces }) => [...pieces.values()]);
  assert.equal(new Set(values).size, values.length);
});
