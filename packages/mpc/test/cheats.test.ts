// Each test cheats, shows that the check finds it, and that without the check it would have worked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type FieldVector,
  P,
  elementAt,
  field,
  lagrangeAt,
  newVector,
  prfField,
  seededRandom,
  seatSetOf,
  setElement,
  toBigints,
  vectorFromBytes,
  vectorOf,
  vectorToBytes,
} from '@enigma/crypto';
import { makeAnds } from '../src/andTriples.ts';
import { makeTriples } from '../src/batches.ts';
import { bitsOfField } from '../src/reduction.ts';
import { type Engine, additiveZeros, createEngine } from '../src/engine.ts';
import type { LockstepMessage } from '../src/lockstep.ts';
import { type MaskedInput, maskedBoth } from '../src/masks.ts';
import { multiply } from '../src/online.ts';
import { type Exchange, type ExchangeResult, type Protocol, PHASE, echo, openBits, openField } from '../src/round.ts';
import type { EngineContext } from '../src/context.ts';
import {
  type Committee,
  all,
  committee,
  maskFor,
  passes,
  revealField,
  run,
  sharedBits,
  sharedField,
} from './committee.ts';

const none = { products: false, andTriples: false, bucketSize: false };
const loose = { products: true, andTriples: true, bucketSize: false };

function shifted(payload: Uint8Array, place: number, by: bigint): Uint8Array {
  const vector = vectorFromBytes(payload) as FieldVector;
  setElement(vector, place, field.reduce(elementAt(vector, place) + by));
  return vectorToBytes(vector);
}

function flipped(payload: Uint8Array, places: readonly number[]): Uint8Array {
  const bytes = payload.slice();
  for (const k of places) bytes[k >>> 3] = (bytes[k >>> 3] as number) ^ (1 << (k & 7));
  return bytes;
}

/** Opens one secret, then one round more, in which a difference of views shows. */
function opening(c: Committee, secret: bigint): (engine: Engine) => Protocol<bigint> {
  const shares = sharedField(c, vectorOf([secret]));
  return function* (engine) {
    const opened = yield* openField('uniform', shares[engine.context.seat] as FieldVector);
    yield* echo(PHASE.coin);
    return elementAt(opened, 0);
  };
}

const lies: Record<string, (m: LockstepMessage) => Uint8Array> = {
  'a wrong share': (m) =>
    m.from === 1 && (m.kind === 'shares' || m.kind === 'full') ? shifted(m.payload, 0, 5n) : m.payload,
  'a share that differs by receiver': (m) =>
    m.from === 1 && m.to === 0 && m.kind === 'shares' ? shifted(m.payload, 0, 5n) : m.payload,
  'a wrong hash': (m) => (m.from === 1 && m.kind === 'hash' ? flipped(m.payload, [3]) : m.payload),
};

for (const [name, tamper] of Object.entries(lies)) {
  test(`${name} stops an opening of (3,1) and changes none of (4,1)`, () => {
    const three = committee({ n: 3, T: 1 });
    const stopped = run(three, opening(three, 42n), { tamper, honest: seatSetOf([0, 2]) });
    assert.deepEqual(stopped.ok ? 'passed' : stopped.code, 'MISMATCH');
    const four = committee({ n: 4, T: 1 });
    const corrected = run(four, opening(four, 42n), { tamper, honest: seatSetOf([0, 2, 3]) });
    for (const seat of [0, 2, 3]) assert.equal(passes(corrected).get(seat), 42n);
    if (name === 'a wrong share') assert.deepEqual(corrected.ok && corrected.named, [1]);
  });
}

test('without the check a wrong share changes the value', () => {
  const c = committee({ n: 3, T: 1 });
  const outcome = run(c, opening(c, 42n), {
    tamper: lies['a wrong share'] as never,
    checkOpenings: false,
    checkViews: false,
  });
  assert.notEqual(passes(outcome).get(0), 42n);
});

test('a wrong piece or witness of opened bits stops (3,1), and is corrected and named in (4,1)', () => {
  const open = (c: Committee): ((engine: Engine) => Protocol<number>) => {
    const shares = sharedBits(c, { length: 3, words: Uint32Array.of(0b101) });
    return function* (engine) {
      return (yield* openBits('uniform', shares[engine.context.seat] as never)).words[0] as number;
    };
  };
  // The lowest holder of a set sends, so seat 0 sends and seat 2 is a witness.
  const piece = (m: LockstepMessage): Uint8Array =>
    m.from === 0 && (m.kind === 'piece' || m.kind === 'full') ? flipped(m.payload, [0]) : m.payload;
  const witness = (m: LockstepMessage): Uint8Array =>
    m.from === 2 && m.kind === 'pieceHash' ? flipped(m.payload, [0]) : m.payload;
  for (const { tamper, liar, named } of [
    { tamper: piece, liar: 0, named: [0] },
    { tamper: witness, liar: 2, named: [] },
  ]) {
    const three = committee({ n: 3, T: 1 });
    assert.equal(run(three, open(three), { tamper }).ok, false);
    const four = committee({ n: 4, T: 1 });
    const outcome = run(four, open(four), { tamper, honest: 15 & ~(1 << liar) });
    for (const seat of [0, 1, 2, 3].filter((other) => other !== liar)) assert.equal(passes(outcome).get(seat), 0b101);
    assert.deepEqual(outcome.ok && outcome.named, named);
  }
  const unchecked = committee({ n: 4, T: 1 });
  assert.notEqual(
    passes(run(unchecked, open(unchecked), { tamper: piece, checkOpenings: false, checkViews: false })).get(3),
    0b101,
  );
});

test('a king who tells seats different sums is found before anything more is sent', () => {
  const c = committee({ n: 4, T: 1 });
  const tamper = (m: LockstepMessage): Uint8Array =>
    m.kind === 'sum' && m.from === 0 && m.to === 2 && m.round === 0 ? shifted(m.payload, 0, 1n) : m.payload;
  const outcome = run(c, (engine) => makeTriples(engine, 4), { tamper });
  assert.deepEqual(outcome.ok ? 'passed' : [outcome.code, outcome.round], ['VIEWS_DIFFER', 1]);
});

test('one wrong product spoils its batch; without verification it enters the pool', () => {
  const tamper = (m: LockstepMessage): Uint8Array =>
    m.kind === 'term' && m.from === 1 && m.round === 0 ? shifted(m.payload, 3, 9n) : m.payload;
  for (const { n, T } of [
    { n: 3, T: 1 },
    { n: 4, T: 1 },
    { n: 5, T: 2 },
  ]) {
    const c = committee({ n, T });
    for (const batch of all(run(c, (engine) => makeTriples(engine, 8), { tamper })))
      assert.deepEqual(batch, { ok: false, code: 'WRONG_PRODUCT' });
    const taken = passes(run(c, (engine) => makeTriples(engine, 8), { tamper, checks: none }));
    const column = (name: 'a' | 'b' | 'c'): bigint[] =>
      revealField(c, new Map([...taken].map(([s, b]) => [s, b.ok ? b.items[name] : assert.fail()])));
    const [a, b, z] = [column('a'), column('b'), column('c')];
    assert.equal(field.sub(z[3] as bigint, field.mul(a[3] as bigint, b[3] as bigint)), 9n);
  }
});

test('an error anywhere in the recursion fails the batch too', () => {
  const c = committee({ n: 3, T: 1 });
  for (const round of [1, 4, 7, 10]) {
    const tamper = (m: LockstepMessage): Uint8Array =>
      m.kind === 'term' && m.from === 1 && m.round === round ? shifted(m.payload, 0, 1n) : m.payload;
    assert.deepEqual(
      all(run(c, (engine) => makeTriples(engine, 8), { tamper })).map((batch) => batch.ok),
      [false, false, false],
    );
  }
});

test('wrong AND triples pass at the rate of the bound, and no oftener', () => {
  // Blocks of whole words: wrong in one triple, the same of each block, is as good as wrong in all.
  for (const [block, places] of [
    [1, (k: number) => [k]],
    [32, (k: number) => [32 * k + 7]],
    [32, (k: number) => [32 * k + 7, 32 * k + 31]],
  ] as const)
    wrongBlocks(block, places);
});

function wrongBlocks(block: 1 | 32, bitsOf: (place: number) => readonly number[]): void {
  const [N, B, runs] = [2, 2, 400];
  const total = B * N + B;
  const places = Array.from({ length: total }, (_, k) => k);
  const random = seededRandom('places');
  const pick = (count: number): number[] => {
    const left = [...places];
    return Array.from({ length: count }, () => left.splice((random(1)[0] as number) % left.length, 1)[0] as number);
  };
  const passRate = (wrong: () => readonly number[], checks = loose): number => {
    let passed = 0;
    for (let k = 0; k < runs; k++) {
      const chosen = wrong();
      const c = committee({ n: 3, T: 1, seed: `ands ${k}` });
      const tamper = (m: LockstepMessage): Uint8Array =>
        m.kind === 'term' && m.from === 1 && m.round === 0 ? flipped(m.payload, chosen.flatMap(bitsOf)) : m.payload;
      const make = (engine: Engine): ReturnType<typeof makeAnds> =>
        makeAnds(engine, N * block, { count: N, size: B, block });
      const outcome = run(c, make, { tamper, checks });
      if (passes(outcome).get(0)?.ok) passed++;
    }
    return passed;
  };
  const within = (count: number, rate: number): void => {
    assert.ok(
      Math.abs(count - runs * rate) <= 3 * Math.sqrt(runs * rate * (1 - rate)),
      `${count} of ${runs}, bound ${rate}`,
    );
  };
  // All wrong: every bucket agrees with itself; only the B opened ones tell.
  assert.equal(
    passRate(() => places),
    0,
  );
  // All but B: passes if exactly those B are opened, 1 of C(6, 2).
  within(
    passRate(() => {
      const right = pick(B);
      return places.filter((k) => !right.includes(k));
    }),
    1 / 15,
  );
  // One bucket's worth: passes if they fill one bucket, N of C(6, 2).
  within(
    passRate(() => pick(B)),
    2 / 15,
  );
}

test('blocks that are wrong in different triples pass no bucket', () => {
  for (let k = 0; k < 60; k++) {
    const c = committee({ n: 3, T: 1, seed: `other triples ${k}` });
    const tamper = (m: LockstepMessage): Uint8Array =>
      m.kind === 'term' && m.from === 1 && m.round === 0
        ? flipped(
            m.payload,
            [0, 1, 2, 3].map((place) => 32 * place + place),
          )
        : m.payload;
    const make = (engine: Engine): ReturnType<typeof makeAnds> =>
      makeAnds(engine, 64, { count: 2, size: 2, block: 32 });
    assert.equal(passes(run(c, make, { tamper, checks: loose })).get(0)?.ok, false);
  }
});

test('additive zeros come from pairwise keys alone, so a seat of (4,1) outside D knows none', () => {
  const c = committee({ n: 4, T: 1 });
  const engineOf = (seat: number, sets: number): Engine => {
    const context = c.contexts[seat] as EngineContext;
    return createEngine({
      ...context,
      setKeys: (kind) => new Map([...context.setKeys(kind)].map(([set, key]) => [set, key.map((byte) => byte ^ sets)])),
    });
  };
  const zeros = [0, 1, 2].map((seat) => additiveZeros(engineOf(seat, 0), 4) as FieldVector);
  assert.deepEqual(
    zeros.reduce((sum, zero) => c.kernel.add(sum, zero)),
    newVector(4),
  );
  // What seat 3 knows, the keys of the T-sets without it, decides nothing of them.
  [0, 1, 2].forEach((seat) => assert.deepEqual(additiveZeros(engineOf(seat, 255), 4), zeros[seat]));
  assert.equal(c.contexts[3]?.pairKeys.size, 0);
  assert.equal(additiveZeros(engineOf(3, 0), 4), null);
  const known = [...(c.contexts[3] as EngineContext).setKeys('product').values()].map((key) =>
    toBigints(prfField(key, new Uint8Array(4), 4)).join(),
  );
  for (const zero of zeros) assert.ok(!known.includes(toBigints(zero).join()));
});

function* spied<T>(protocol: Protocol<T>, log: (readonly Exchange[])[]): Protocol<T> {
  let answers: readonly ExchangeResult[] = [];
  for (;;) {
    const step = protocol.next(answers);
    if (step.done) return step.value;
    // A protocol may write over its shares once it goes on.
    log.push(step.value.map((ask) => (ask.kind === 'openField' ? { ...ask, shares: ask.shares.slice() } : ask)));
    answers = yield step.value;
  }
}

function sharesAsked(log: readonly (readonly Exchange[])[], round: number, place: number): bigint {
  const ask = log[round]?.[0];
  return ask?.kind === 'openField' ? elementAt(ask.shares, place) : assert.fail();
}

test('(5,2): with the opening check off two seats read an operand one layer later; with it nothing is sent', () => {
  const y = 123456789n;
  const attack = (checkOpenings: boolean): { read: bigint | undefined; code: string } => {
    const c = committee({ n: 5, T: 2, triples: 8 });
    const [xs, ys, vs] = [77n, y, 5n].map((value) => sharedField(c, vectorOf([value]))) as [
      FieldVector[],
      FieldVector[],
      FieldVector[],
    ];
    const logs = new Map(c.contexts.map(({ seat }) => [seat, [] as (readonly Exchange[])[]]));
    const e = 1n;
    // Seat 0 of the openers {0, 1, 2} sends honest seat 1 another share of x − a; seats 0 and 4 are corrupt.
    const tamper = (m: LockstepMessage): Uint8Array => {
      if (m.round !== 0 || m.kind !== 'shares' || m.from !== 0 || m.to !== 1) return m.payload;
      const lambda = lagrangeAt([1n, 2n, 3n], 0n)[0] as bigint;
      return shifted(m.payload, 0, field.mul(e, field.inv(lambda)));
    };
    const outcome = run(
      c,
      (engine) =>
        spied(
          (function* (): Protocol<FieldVector> {
            const seat = engine.context.seat;
            const z = yield* multiply(engine, xs[seat] as FieldVector, ys[seat] as FieldVector);
            return yield* multiply(engine, z, vs[seat] as FieldVector);
          })(),
          logs.get(engine.context.seat) as (readonly Exchange[])[],
        ),
      { tamper, pattern: 'fixed', checkOpenings, checkViews: false },
    );
    if (!outcome.ok) return { read: undefined, code: outcome.code };
    // Seat 1's share of z − a₂ is off by e·y₁; the true one follows from the corrupt seats' own and seat 2's.
    const share = (seat: number): bigint => sharesAsked(logs.get(seat) ?? [], 1, 0);
    const weights = lagrangeAt([1n, 5n, 3n], 2n);
    const truth = [share(0), share(4), share(2)].reduce(
      (sum, s, k) => field.add(sum, field.mul(s, weights[k] as bigint)),
      0n,
    );
    // It is a point of b(x) + E, whose value at 0 is y; the corrupt seats have their own points of it.
    const third = field.mul(field.sub(share(1), truth), field.inv(e));
    const masked = [0, 1, 2].map((seat) => sharesAsked(logs.get(seat) ?? [], 0, 1));
    const opened = lagrangeAt([1n, 2n, 3n], 0n).reduce(
      (sum, weight, k) => field.add(sum, field.mul(weight, masked[k] as bigint)),
      0n,
    );
    const ownPoint = (seat: number): bigint => {
      const b = field.sub(elementAt(ys[seat] as FieldVector, 0), sharesAsked(logs.get(seat) ?? [], 0, 1));
      return field.add(b, opened);
    };
    const atZero = lagrangeAt([1n, 5n, 2n], 0n);
    const own = [ownPoint(0), ownPoint(4), third];
    return { read: own.reduce((sum, s, k) => field.add(sum, field.mul(s, atZero[k] as bigint)), 0n), code: 'passed' };
  };
  assert.equal(attack(false).read, y);
  assert.deepEqual(attack(true), { read: undefined, code: 'MISMATCH' });
});

test('(4,1): with the opening check off one seat reads an operand through the next bounded opening', () => {
  const e = 1n << 127n;
  const attack = (y: bigint, checkOpenings: boolean): { top: bigint; named: readonly number[] } => {
    const c = committee({ n: 4, T: 1, triples: 4, ands: 2000 });
    const [xs, ys] = [3n, y].map((value) => sharedField(c, vectorOf([value]))) as [FieldVector[], FieldVector[]];
    const logs = new Map(c.contexts.map(({ seat }) => [seat, [] as (readonly Exchange[])[]]));
    // Seat 1 of the openers {0, 1}: λ₁ = −1. It shifts x − a by e, and its next share by what the others now hold.
    const tamper = (m: LockstepMessage): Uint8Array => {
      if (m.from !== 1 || (m.kind !== 'shares' && m.kind !== 'full')) return m.payload;
      return m.round === 0 ? shifted(m.payload, 0, -e) : m.payload;
    };
    const outcome = run(
      c,
      (engine) =>
        spied(
          (function* (): Protocol<unknown> {
            const seat = engine.context.seat;
            const z = yield* multiply(engine, xs[seat] as FieldVector, ys[seat] as FieldVector);
            return yield* bitsOfField(engine, z, 8);
          })(),
          logs.get(engine.context.seat) as (readonly Exchange[])[],
        ),
      { tamper, pattern: 'fixed', checkOpenings, checkViews: false, honest: seatSetOf([0, 2, 3]) },
    );
    const share = (seat: number): bigint => sharesAsked(logs.get(seat) ?? [], 1, 0);
    const weights = lagrangeAt([1n, 3n], 0n);
    const opened = field.add(field.mul(share(0), weights[0] as bigint), field.mul(share(2), weights[1] as bigint));
    return { top: opened >> 127n, named: outcome.ok ? outcome.named : [] };
  };
  assert.deepEqual([attack(0n, false).top, attack(1n, false).top], [0n, 1n]);
  assert.deepEqual(
    [attack(0n, true), attack(1n, true)],
    [
      { top: 0n, named: [1] },
      { top: 0n, named: [1] },
    ],
  );
});

test('a mask over all of F_p lets one ballot count 1000; a mask of the width does not', () => {
  const c = committee({ n: 4, T: 1, ands: 400, daBits: 20 });
  const honest = maskFor(c, 1n, 'ballot', 0, 1);
  // Without the width: x = δ + Σ r_A in F_p, and the client picks δ.
  const r = field.sub(1n, honest.delta);
  assert.equal(field.add(field.sub(1000n, r), r), 1000n);
  for (const delta of [0n, 1n]) {
    const forged: MaskedInput = { ...honest, delta };
    const shares = passes(run(c, (engine) => maskedBoth(engine, [forged], 1)));
    const [value] = revealField(c, new Map([...shares].map(([seat, s]) => [seat, s.field])));
    assert.ok(value === 0n || value === 1n);
  }
  assert.ok(P > 1000n);
});
