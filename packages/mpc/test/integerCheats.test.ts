// Cheats against order, equality and reduction: each shows that the check finds it, and that without the check it would have worked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FieldVector, elementAt, field, vectorOf } from '@enigma/crypto';
import { makeAnds } from '../src/andTriples.ts';
import { makeDaBits } from '../src/batches.ts';
import { divideSigned, multiplyDivide, squareRoot } from '../src/circuits/division.ts';
import { shiftBySecret } from '../src/circuits/shift.ts';
import { lookUp } from '../src/circuits/table.ts';
import { isNegative, isZero } from '../src/comparison.ts';
import type { EngineContext } from '../src/context.ts';
import { maskBits, slackBits } from '../src/edaBits.ts';
import { type Engine, createEngine, randomPieces } from '../src/engine.ts';
import { type Node, emptyGraph } from '../src/executor/graph.ts';
import { taskDraws } from '../src/executor/random.ts';
import { runGraph } from '../src/executor/schedule.ts';
import { type Secret, fieldOf, shareSecret } from '../src/executor/secrets.ts';
import { sorted } from '../src/executor/sorting.ts';
import type { LockstepMessage } from '../src/lockstep.ts';
import { type MaterialRanges, createMaterial } from '../src/material.ts';
import { maskedField } from '../src/masks.ts';
import { quotient } from '../src/quotient.ts';
import { bitsOfField, reduce } from '../src/reduction.ts';
import type { Exchange, ExchangeResult, Protocol } from '../src/round.ts';
import { type SharedBits, concatShared } from '../src/bits.ts';
import { type Committee, all, committee, maskFor, passes, run, sharedField, shapes } from './committee.ts';
import { type Answer, liesAreFound, shifted, shown } from './lies.ts';

const none = { products: false, andTriples: false, bucketSize: false };
const loose = { products: true, andTriples: true, bucketSize: false };
const WIDTH = 16;
const values = [5n, 0n, 40_000n, 65_535n];

const protocols: Readonly<Record<string, (c: Committee) => (engine: Engine) => Protocol<Answer>>> = {
  order: (c) => {
    const d = sharedField(c, vectorOf(values.map((value) => field.reduce(value - 100n))));
    return (engine) => isNegative(engine, d[engine.context.seat] as FieldVector, WIDTH);
  },
  equality: (c) => {
    const z = sharedField(c, vectorOf(values));
    return (engine) => isZero(engine, z[engine.context.seat] as FieldVector, WIDTH);
  },
  reduction: (c) => {
    const z = sharedField(c, vectorOf(values.map((value) => value * 65_539n)));
    return (engine) => reduce(engine, z[engine.context.seat] as FieldVector, WIDTH);
  },
  bits: (c) => {
    const z = sharedField(c, vectorOf(values));
    return function* (engine) {
      return (yield* bitsOfField(engine, z[engine.context.seat] as FieldVector, WIDTH))[WIDTH - 1] as SharedBits;
    };
  },
  'a secret shift': (c) => {
    const z = sharedField(c, vectorOf(values));
    return function* (engine) {
      const bits = yield* bitsOfField(engine, z[engine.context.seat] as FieldVector, WIDTH);
      const amount = [...bits.slice(0, 4), bits[13] as SharedBits];
      return concatShared(yield* shiftBySecret(engine, bits, amount, { up: true, signed: false }));
    };
  },
  'a quotient by a public number': (c) => {
    const z = sharedField(c, vectorOf(values));
    return (engine) => quotient(engine, z[engine.context.seat] as FieldVector, [7n, 13n, 9n, 15n], 4);
  },
  'a table at a secret place': (c) => {
    const z = sharedField(c, vectorOf(values));
    const entries = Array.from({ length: 50 }, (_, k) => BigInt((k * 37 + 5) % 64));
    return function* (engine) {
      const bits = yield* bitsOfField(engine, z[engine.context.seat] as FieldVector, WIDTH);
      return concatShared(yield* lookUp(engine, { entries, width: 6 }, bits.slice(0, 8)));
    };
  },
  'a long division': (c) => {
    const z = sharedField(c, vectorOf(values));
    return function* (engine) {
      const bits = yield* bitsOfField(engine, z[engine.context.seat] as FieldVector, WIDTH);
      const { quotient: q, remainder } = yield* divideSigned(engine, bits.slice(0, 8), bits.slice(8));
      return concatShared([...q, ...remainder]);
    };
  },
  'a product that is divided': (c) => {
    const z = sharedField(c, vectorOf(values));
    return function* (engine) {
      const bits = yield* bitsOfField(engine, z[engine.context.seat] as FieldVector, WIDTH);
      const operands = [bits.slice(0, 4), bits.slice(4, 8), bits.slice(8, 12)];
      return concatShared(yield* multiplyDivide(engine, operands, true));
    };
  },
  'a square root': (c) => {
    const z = sharedField(c, vectorOf(values));
    return function* (engine) {
      const bits = yield* bitsOfField(engine, z[engine.context.seat] as FieldVector, WIDTH);
      return concatShared(yield* squareRoot(engine, bits));
    };
  },
  "a client's value": (c) => {
    const inputs = values.map((value, k) => maskFor(c, value, 'cheat', k, WIDTH));
    return (engine) => maskedField(engine, inputs, WIDTH);
  },
};

const material = { ands: 4000, daBits: 40 };

for (const [name, protocol] of Object.entries(protocols)) liesAreFound(name, material, protocol);

liesAreFound('a sort', { ands: 800, daBits: 8, triples: 8 }, (c) => {
  const [keys, own] = [
    [3n, 250n, 3n],
    [1n, 2n, 3n],
  ].map((list) => sharedField(c, vectorOf(list)));
  return function* (engine) {
    const { seat } = engine.context;
    const graph = emptyGraph();
    const shape = { bits: 8, signed: false };
    const secrets = (shares: readonly FieldVector[] | undefined): Secret[] =>
      [0, 1, 2].map((k) => shareSecret(graph, elementAt(shares?.[seat] as FieldVector, k), shape));
    const [moved] = sorted(graph, shape, secrets(keys), [{ shape, values: secrets(own) }]);
    const nodes = (moved as readonly Secret[]).map((secret) => fieldOf(graph, secret));
    return vectorOf((yield* runGraph(engine, graph, nodes, [])) as bigint[]);
  };
});

liesAreFound('a shuffle', { triples: 64 }, (c) => {
  const shares = sharedField(c, vectorOf([5n, 6n, 7n, 8n, 9n]));
  return function* (engine) {
    const graph = emptyGraph();
    const shape = { bits: 32, signed: false };
    const draws = taskDraws(engine, graph, 0);
    const own = shares[engine.context.seat] as FieldVector;
    const values = [0, 1, 2, 3, 4].map((k) => shareSecret(graph, elementAt(own, k), shape));
    const [moved] = draws.permuted(draws.order(shape, 5), [{ shape, values }]);
    const nodes = (moved as readonly Secret[]).map((one) => fieldOf(graph, one));
    return vectorOf((yield* runGraph(engine, graph, nodes, [])) as bigint[]);
  };
});

liesAreFound(
  'a draw below a bound',
  { ands: 1010, daBits: 18 },
  () =>
    function* (engine) {
      const graph = emptyGraph();
      const drawn = taskDraws(engine, graph, 0).below({ bits: 32, signed: false }, 0xffff_fff1n);
      return vectorOf((yield* runGraph(engine, graph, [drawn.field as Node], [])) as bigint[]);
    },
  // Four reductions in a row, of which each round was tried above.
  5,
);

test('a holder with another mask than the others is found, in F_p and in Z₂', () => {
  for (const { n, T } of shapes) {
    const c = committee({ n, T, ...material });
    const protocol = protocols['order']?.(c) as (engine: Engine) => Protocol<Answer>;
    // Seat 1 derives its r_A from another key of one set.
    const other = (engine: Engine): Protocol<Answer> => {
      if (engine.context.seat !== 1) return protocol(engine);
      const context: EngineContext = {
        ...engine.context,
        setKeys: (kind) =>
          new Map(
            [...engine.context.setKeys(kind)].map(([set, key], k) => [
              set,
              k === 0 ? key.map((byte) => byte ^ 1) : key,
            ]),
          ),
      };
      return protocol(createEngine(context));
    };
    const outcome = run(c, other, { honest: (2 ** n - 1) & ~2 });
    if (n < 3 * T + 1) assert.equal(outcome.ok ? 'passed' : outcome.code, 'MISMATCH');
    else assert.deepEqual(outcome.ok && outcome.named, [1]);
  }
});

/** The same committee with this material. */
function equipped(c: Committee, items: ReadonlyMap<number, MaterialRanges>): Committee {
  return {
    ...c,
    contexts: c.contexts.map((context, seat) => ({
      ...context,
      material: createMaterial(items.get(seat) as MaterialRanges),
    })),
  };
}

test('wrong AND triples are never usable; without their check they turn comparisons', () => {
  const c = committee({ n: 3, T: 1 });
  // Every product of the batch is wrong.
  const tamper = (m: LockstepMessage): Uint8Array =>
    m.kind === 'term' && m.from === 1 && m.round === 0 ? m.payload.map((byte) => byte ^ 255) : m.payload;
  const make = (engine: Engine): ReturnType<typeof makeAnds> =>
    makeAnds(engine, 1024, { count: 1024, size: 2, block: 1 });
  for (const batch of all(run(c, make, { tamper: wholeWords(tamper), checks: loose })))
    assert.deepEqual(batch, { ok: false, code: 'WRONG_AND' });
  const made = passes(run(c, make, { tamper: wholeWords(tamper), checks: none }));
  const cheated = equipped(c, new Map([...made].map(([seat, batch]) => [seat, batch.ok ? { ands: batch.items } : {}])));
  const protocol = protocols['order']?.(cheated) as (engine: Engine) => Protocol<Answer>;
  assert.notEqual(shown(cheated, passes(run(cheated, protocol))), '1,1,0,0');
  const honest = committee({ n: 3, T: 1, ...material });
  assert.equal(shown(honest, passes(run(honest, protocols['order']?.(honest) as never))), '1,1,0,0');
});

/** The last word of a payload keeps its unused bits. */
function wholeWords(tamper: (m: LockstepMessage) => Uint8Array): (m: LockstepMessage) => Uint8Array {
  return (m) => {
    const bytes = tamper(m).slice();
    bytes.set(m.payload.subarray(m.payload.length - 4), m.payload.length - 4);
    return bytes;
  };
}

test('wrong daBits are never usable; without their check a reduction is off', () => {
  const c = committee({ n: 3, T: 1, ands: 4000 });
  const tamper = (m: LockstepMessage): Uint8Array =>
    m.kind === 'term' && m.from === 1 && m.round === 0 ? shifted(m.payload, 1n) : m.payload;
  const make = (engine: Engine): ReturnType<typeof makeDaBits> => makeDaBits(engine, 8);
  for (const batch of all(run(c, make, { tamper }))) assert.deepEqual(batch, { ok: false, code: 'WRONG_PRODUCT' });
  const made = passes(run(c, make, { tamper, checks: none }));
  const items = new Map([...made].map(([seat, batch]) => [seat, batch.ok ? batch.items : assert.fail()]));
  const contexts = c.contexts.map((context, seat): EngineContext => ({
    ...context,
    material: {
      ...context.material,
      daBits: (count) => createMaterial({ daBits: items.get(seat) as never }).daBits(count),
    },
  }));
  const cheated = { ...c, contexts };
  const protocol = protocols['reduction']?.(cheated) as (engine: Engine) => Protocol<Answer>;
  const right = values.map((value) => BigInt.asUintN(WIDTH, value * 65_539n)).join();
  assert.notEqual(shown(cheated, passes(run(cheated, protocol))), right);
});

function* spied<T>(protocol: Protocol<T>, log: (readonly [Exchange, ExchangeResult])[]): Protocol<T> {
  let answers: readonly ExchangeResult[] = [];
  for (;;) {
    const step = protocol.next(answers);
    if (step.done) return step.value;
    answers = yield step.value;
    step.value.forEach((ask, k) => log.push([ask, answers[k] as ExchangeResult]));
  }
}

/** c less what T corrupt seats know of it, for the least and the greatest value at the wall, `count` times each. */
function views(
  shape: { n: number; T: number },
  count: number,
  slack: boolean,
): { least: bigint[]; greatest: bigint[] } {
  const c = committee({ ...shape, seed: 'views' });
  const wall = (1n << 65n) - 1n;
  const z = sharedField(c, vectorOf(Array.from({ length: 2 * count }, (_, k) => (k < count ? 0n : wall))));
  const log: (readonly [Exchange, ExchangeResult])[] = [];
  const checks = { ...loose, slack };
  const stopAtOpening = function* (engine: Engine): Protocol<null> {
    const protocol = isZero(engine, z[engine.context.seat] as FieldVector, 1);
    yield* spied(protocol as Protocol<unknown>, engine.context.seat === 0 ? log : []);
    return null;
  };
  passes(run(c, stopAtOpening, { checks }));
  const [, answer] = log.find(([ask]) => ask.kind === 'openField' && ask.bound === 'bounded') as [
    Exchange,
    ExchangeResult,
  ];
  const opened = answer.kind === 'field' ? answer.values : assert.fail();
  // The corrupt seats are 0 … T − 1: of all r_A they lack that of their own set.
  const known = new Map<number, FieldVector>();
  for (let seat = 0; seat < shape.T; seat++) {
    const engine = createEngine(c.contexts[seat] as EngineContext, checks);
    for (const [set, piece] of randomPieces(engine, 'random', 2 * count)) known.set(set, piece);
  }
  const bits = slack ? maskBits(createEngine(c.contexts[0] as EngineContext).sets.length) : 65;
  const rest = Array.from({ length: 2 * count }, (_, k) =>
    [...known.values()].reduce((left, piece) => left - BigInt.asUintN(bits, elementAt(piece, k)), elementAt(opened, k)),
  );
  return { least: rest.slice(0, count), greatest: rest.slice(count) };
}

/** χ² of two samples over sixteen classes: above 37.7 in one of a thousand where both have one distribution. */
function difference(a: readonly bigint[], b: readonly bigint[], classOf: (value: bigint) => number): number {
  const counts = Array.from({ length: 17 }, () => [0, 0]);
  for (const value of a) (counts[classOf(value)] as number[])[0]!++;
  for (const value of b) (counts[classOf(value)] as number[])[1]!++;
  return counts.reduce((sum, [x, y]) => sum + (x! + y! === 0 ? 0 : (x! - y!) ** 2 / (x! + y!)), 0);
}

for (const shape of shapes) {
  test(`(${shape.n},${shape.T}): what is opened says nothing of the value, and all of it without the slack`, () => {
    const sets = createEngine(committee(shape).contexts[0] as EngineContext).sets.length;
    assert.equal(slackBits(sets), shape.T === 1 ? 60 : 58);
    const bits = BigInt(maskBits(sets));
    const { least, greatest } = views(shape, 2000, true);
    const top = (value: bigint): number => Number((value >> (bits - 4n)) & 31n);
    const low = (value: bigint): number => Number((value >> 61n) & 15n);
    assert.ok(difference(least, greatest, top) < 37.7, 'by its upper bits');
    assert.ok(difference(least, greatest, low) < 37.7, 'by the bits over which the value moves');
    // The mask has its full width, and no bit more.
    assert.ok(least.every((value) => value >= 0n && value >> bits === 0n));
    assert.ok(least.some((value) => value >> (bits - 1n) === 1n));
    const bare = views(shape, 200, false);
    const guessed = (value: bigint): boolean => value >= (1n << 65n) - 1n;
    assert.equal(bare.least.filter(guessed).length, 0);
    assert.equal(bare.greatest.filter(guessed).length, 200);
  });
}

test('values past the wall are refused by the protocols', () => {
  const c = committee({ n: 3, T: 1 });
  const engine = createEngine(c.contexts[0] as EngineContext);
  const z = vectorOf([1n]);
  for (const protocol of [
    isNegative(engine, z, 65),
    isZero(engine, z, 66),
    reduce(engine, z, 66),
    bitsOfField(engine, z, 66),
    quotient(engine, z, [3n], 65),
  ])
    assert.throws(() => (protocol as Protocol<unknown>).next([]), RangeError);
});
