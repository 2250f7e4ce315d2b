// Operations on whole vectors of secrets against the plain evaluator, for values from clients and from state, in committees of three shapes: empty vectors, one
// element, and lengths around powers of two. Every run holds exactly the material that its plan asks for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BuiltValue, opcodes, scalarRefs } from '@enigma/bytecode';
import { shapes } from './committee.ts';
import {
  type Author,
  type Known,
  type Line,
  type ScalarType,
  type Source,
  INTEGERS,
  type IntegerName,
  SCALARS,
  dice,
  programsOf,
  valueOf,
  widthOfName,
  wrapName,
} from './integerPrograms.ts';
import { type Tried, tryPrograms } from './integers.ts';

const { u32 } = scalarRefs;
const LENGTHS = [0, 1, 3, 8, 9];

function right({ wrong, plan, used, rounds }: Tried): void {
  assert.deepEqual(wrong, []);
  assert.deepEqual(used, { triples: plan.triples, ands: plan.ands, daBits: plan.daBits });
  assert.equal(rounds, plan.rounds);
}

/** Three seats try all cases, more seats a part of them: one case at (5,2) takes as long as ten at (3,1). */
const share = (seats: number): number => ({ 3: 1, 4: 4, 5: 5 })[seats] ?? 1;
const lengths = (seats: number): readonly number[] => (seats < 5 ? LENGTHS : [0, 3]);

/** A vector of secrets. */
function list({ r, input, vectorOf }: Author, type: ScalarType, source: Source, values: readonly bigint[]): BuiltValue {
  return r.vector(
    vectorOf(type),
    values.map((value) => input(type, source, value).built),
  );
}

/** The elements of a vector of that length, as values to reveal. */
function shown(
  { r }: Author,
  type: ScalarType,
  vector: BuiltValue,
  length: number,
): { type: ScalarType; value: Known }[] {
  return Array.from({ length }, (_, k) => ({
    type,
    value: { built: r.emit('at', [vector, r.constant(u32, k)]), name: `element ${k}`, isSecret: true },
  }));
}

for (const shape of shapes)
  test(`(${shape.n},${shape.T}) parts, joined vectors and elements at public places`, () => {
    const roll = dice(41);
    const lines = LENGTHS.flatMap((length) =>
      (['u8', 'i64', 'bool'] as const).map((type, k): Line => (author) => {
        const { r, vectorOf } = author;
        const source = k === 1 ? 'state' : 'client';
        const values = Array.from({ length }, () => (type === 'bool' ? BigInt(roll(2)) : valueOf(type, roll)));
        const all = list(author, type, source, values);
        const at = (place: number): BuiltValue => r.constant(u32, place);
        const from = length >> 1;
        const part = r.emit('slice', [all, at(from), at(length - from)], [vectorOf(type)]);
        const both = r.emit('concat', [part, all, part], [vectorOf(type)]);
        const places = Array.from({ length: 2 * length }, (_, i) => (7 * i) % length);
        const picked = r.emit('gather', [all, r.vector(vectorOf('u32'), places.map(at))], [vectorOf(type)]);
        return [...shown(author, type, both, 3 * length - 2 * from), ...shown(author, type, picked, places.length)];
      }),
    );
    right(tryPrograms(shape, programsOf(lines)));
  });

/** Where an index of that width turns: at both ends of so many places, and at its own end. */
function indices(length: number, type: 'u8' | 'u32' | 'u64'): bigint[] {
  const most = (1n << BigInt(widthOfName(type))) - 1n;
  const at = BigInt(length);
  return [...new Set([0n, at - 1n, at, at + 1n, 16n, 255n, most - 1n, most])].filter(
    (index) => index >= 0n && index <= most,
  );
}

/** A place read and written by a secret index, of scalars and of records. */
function byIndex(
  type: ScalarType,
  length: number,
  index: readonly [type: 'u8' | 'u32' | 'u64', value: bigint],
  seed: number,
): Line {
  return (author) => {
    const { b, r, input, vectorOf } = author;
    const roll = dice(seed);
    const value = (of: ScalarType): bigint => (of === 'bool' ? BigInt(roll(2)) : valueOf(of, roll));
    const source = (): Source => (roll(2) === 0 ? 'client' : 'state');
    const many = (of: ScalarType, from: Source): BuiltValue =>
      list(
        author,
        of,
        from,
        Array.from({ length }, () => value(of)),
      );
    const at = input(index[0], source(), index[1]).built;
    const all = many(type, source());
    const written = r.emit('oput', [all, at, input(type, source(), value(type)).built]);
    const pair = b.recordType([
      { name: 'a', type: scalarRefs[type] },
      { name: 'who', type: scalarRefs.address },
      { name: 'c', type: scalarRefs.bool },
    ]);
    const [as, cs] = [many(type, 'state'), many('bool', 'client')];
    const who = [r.context('sender'), r.context('self')] as const;
    const records = r.vector(
      b.vectorType(pair),
      Array.from({ length }, (_, k) => {
        const place = r.constant(u32, k);
        return r.record(pair, [r.emit('at', [as, place]), who[k % 2] as BuiltValue, r.emit('at', [cs, place])]);
      }),
    );
    const found = r.emit('oat', [records, at]);
    const marked = r.emit('oput', [
      records,
      at,
      r.record(pair, [r.member(found, 0), who[0], r.constant(scalarRefs.bool, 1)]),
    ]);
    const again = r.emit('oat', [marked, at]);
    const flags = r.emit('onehot', [at, r.constant(u32, length)], [vectorOf('bool')]);
    const known = (of: ScalarType, built: BuiltValue): { type: ScalarType; value: Known } => ({
      type: of,
      value: { built, name: `${index.join(' ')} of ${length}`, isSecret: true },
    });
    return [
      known(type, r.emit('oat', [all, at])),
      ...shown(author, type, written, length),
      known(type, r.member(found, 0)),
      known('bool', r.emit('addr.eq', [r.member(again, 1), who[0]])),
      known('bool', r.member(again, 2)),
      ...shown(author, 'bool', flags, length),
    ];
  };
}

for (const shape of shapes)
  test(`(${shape.n},${shape.T}) a place by a secret index: inside, at the ends, outside`, () => {
    const cases = lengths(shape.n).flatMap((length) =>
      (['u8', 'u32', 'u64'] as const).flatMap((type) =>
        indices(length, type).map((index) => ({ length, type, index })),
      ),
    );
    const mine = cases.filter((_, k) => (k + shape.n) % share(shape.n) === 0);
    const lines = mine.map(({ length, type, index }, k) =>
      byIndex(SCALARS[k % SCALARS.length] as ScalarType, length, [type, index], 97 * k + shape.n),
    );
    right(tryPrograms(shape, programsOf(lines)));
  });

test('an index that reaches fewer places than there are; sums and products in the places', () => {
  const wide: Line = (author) => {
    const { r, input, vectorOf } = author;
    const all = r.fill(vectorOf('u16'), input('u16', 'state', 9n).built, r.constant(u32, 300));
    const written = r.emit('oput', [all, input('u8', 'client', 255n).built, r.constant(scalarRefs.u16, 7)]);
    return [254, 255, 299].map((at) => ({
      type: 'u16' as const,
      value: { built: r.emit('at', [written, r.constant(u32, at)]), name: `element ${at}`, isSecret: true },
    }));
  };
  const loose = (['u8', 'u32', 'i32', 'u64', 'i64'] as const).flatMap((type) =>
    [0n, 2n, 3n].map((index): Line => (author) => {
      const { r, input, emit, vectorOf } = author;
      const [x, y] = [input(type, 'state', wrapName(type, -2n)), input(type, 'client', wrapName(type, -3n))];
      const product = emit('mul', [x, y]);
      const sum = emit('add', [emit('add', [product, x]), product]);
      const less = emit('max', [x, y]);
      const all = r.vector(
        vectorOf(type),
        [product, sum, less].map(({ built }) => built),
      );
      const at = input('u8', 'state', index).built;
      const written = r.emit('oput', [all, at, emit('mul', [sum, y]).built]);
      return [
        { type, value: { built: r.emit('oat', [all, at]), name: 'read', isSecret: true } },
        ...shown(author, type, written, 3),
      ];
    }),
  );
  right(tryPrograms({ n: 3, T: 1 }, programsOf([wide, ...loose])));
});

/** Products of two vectors, and the largest of one: of secrets, of secrets with public numbers, of sums that were not reduced. */
function largestAndProduct(type: IntegerName, length: number, seed: number): Line {
  return (author) => {
    const { r, emit, input, constant, vectorOf } = author;
    const roll = dice(seed);
    const some = (source: Source): Known => input(type, source, valueOf(type, roll));
    const few = Array.from({ length: 2 }, () => valueOf(type, roll));
    const many = (pick: (k: number) => Known): BuiltValue =>
      r.vector(
        vectorOf(type),
        Array.from({ length }, (_, k) => pick(k).built),
      );
    const [client, state] = (['client', 'state'] as const).map((source) => many(() => some(source)));
    const known = many(() => constant(type, valueOf(type, roll)));
    const mixed = many((k) => (k % 3 === 0 ? constant(type, valueOf(type, roll)) : some('state')));
    const loose = many((k) => emit(k % 2 === 0 ? 'mul' : 'add', [some('client'), some('state')]));
    // Ties between clients and state, the first of which counts.
    const equal = many(() => input(type, roll(2) === 0 ? 'client' : 'state', few[roll(2)] as bigint));
    const value = (of: ScalarType, built: BuiltValue, name: string): { type: ScalarType; value: Known } => ({
      type: of,
      value: { built, name, isSecret: true },
    });
    const secrets = [client, state, mixed, loose, equal] as BuiltValue[];
    const pairs = [
      [client, state],
      [loose, mixed],
      [state, known],
      [known, loose],
      [equal, equal],
      [mixed, mixed],
    ] as readonly (readonly [BuiltValue, BuiltValue])[];
    // Of an empty vector nothing is secret.
    const hidden = (built: BuiltValue): BuiltValue => (length === 0 ? r.emit('classify', [built]) : built);
    return [
      ...secrets.map((one, k) => value('u32', hidden(r.emit('argmax', [one])), `argmax ${k} of ${length} ${type}`)),
      ...pairs.map(([a, b], k) => value(type, hidden(r.emit('dot', [a, b])), `dot ${k} of ${length} ${type}`)),
    ];
  };
}

for (const shape of shapes)
  test(`(${shape.n},${shape.T}) where the largest stands, and products of vectors`, () => {
    const cases = lengths(shape.n).flatMap((length) => INTEGERS.map((type) => [type, length] as const));
    const mine = cases.filter((_, k) => (k + shape.n) % share(shape.n) === 0);
    right(
      tryPrograms(
        shape,
        programsOf(mine.map(([type, length], k) => largestAndProduct(type, length, 31 * k + shape.n))),
      ),
    );
  });

test('products of long vectors pass the wall again and again', () => {
  const lines = INTEGERS.map((type): Line => ({ r, input, constant, vectorOf }) => {
    const [x, y] = [input(type, 'state', wrapName(type, -1n)), input(type, 'client', wrapName(type, -2n))];
    const filled = (value: Known): BuiltValue => r.fill(vectorOf(type), value.built, r.constant(u32, 40));
    const built = [
      r.emit('dot', [filled(x), filled(y)]),
      r.emit('dot', [filled(x), filled(constant(type, wrapName(type, -3n)))]),
    ];
    return built.map((one, k) => ({ type, value: { built: one, name: `dot ${k} of 40 ${type}`, isSecret: true } }));
  });
  right(tryPrograms({ n: 3, T: 1 }, programsOf(lines)));
});

test('products of narrow numbers take no reduction, those of 32 bits one for two', () => {
  const openings = (type: IntegerName, length: number): number => {
    const line: Line = (author) => {
      const [a, b] = [0, 1].map(() =>
        list(
          author,
          type,
          'state',
          Array.from({ length }, () => 1n),
        ),
      ) as [BuiltValue, BuiltValue];
      return [{ type, value: { built: author.r.emit('dot', [a, b]), name: 'dot', isSecret: true } }];
    };
    const tried = tryPrograms({ n: 3, T: 1 }, programsOf([line]));
    right(tried);
    return tried.plan.elements - 2 * tried.plan.triples;
  };
  // Beside the two of each product: the last reduction, and what all programs show.
  const one = openings('u16', 1);
  assert.equal(openings('u16', 32), one);
  assert.equal(openings('u8', 32), one);
  assert.equal(openings('u32', 32), one + 16);
});

const FOLDS = ['add', 'mul', 'min', 'max', 'and', 'or', 'xor'] as const;

/** Prefixes by every named operation, and elements of every type kept or not. */
function prefixesAndKept(type: ScalarType, length: number, seed: number): Line {
  return (author) => {
    const { b, r, emit, input, constant, vectorOf } = author;
    const roll = dice(seed);
    const value = (of: ScalarType): bigint => (of === 'bool' ? BigInt(roll(2)) : valueOf(of, roll));
    const some = (of: ScalarType): Known => input(of, roll(2) === 0 ? 'client' : 'state', value(of));
    const vector = (of: ScalarType, pick: (k: number) => Known): BuiltValue =>
      r.vector(
        vectorOf(of),
        Array.from({ length }, (_, k) => pick(k).built),
      );
    const fits = FOLDS.filter((op) => (op === 'and' || op === 'or' || op === 'xor') === (type === 'bool'));
    const op = fits[seed % fits.length] as (typeof FOLDS)[number];
    const all = vector(type, (k) => (k % 4 === 3 ? constant(type, value(type)) : some(type)));
    const prefixes = r.emit('prefix', [all], [opcodes[op].number]);
    const [client, state] = (['client', 'state'] as const).map((source) =>
      vector('bool', (k) => (k % 5 === 4 ? constant('bool', value('bool')) : input('bool', source, value('bool')))),
    ) as [BuiltValue, BuiltValue];
    const pair = b.recordType([
      { name: 'a', type: scalarRefs[type] },
      { name: 'who', type: scalarRefs.address },
      { name: 'c', type: scalarRefs.bool },
    ]);
    const loose = (k: number): Known =>
      type === 'bool' ? some('bool') : emit(k % 2 === 0 ? 'mul' : 'add', [some(type), some(type)]);
    const pairs = r.vector(
      b.vectorType(pair),
      Array.from({ length }, (_, k) =>
        r.record(pair, [loose(k).built, r.context(k % 2 === 0 ? 'sender' : 'self'), some('bool').built]),
      ),
    );
    const [kept, records] = [r.emit('compact', [all, client]), r.emit('compact', [pairs, state])];
    const part = (place: number, member: number): BuiltValue =>
      r.member(r.emit('at', [records, r.constant(u32, place)]), member);
    const places = Array.from({ length }, (_, k) => k);
    const known = (of: ScalarType, built: BuiltValue): { type: ScalarType; value: Known } => ({
      type: of,
      value: { built: r.emit('classify', [built]), name: `${op} of ${length} ${type}`, isSecret: true },
    });
    return places.flatMap((k) => [
      known(type, r.emit('at', [prefixes, r.constant(u32, k)])),
      known(type, r.emit('at', [kept, r.constant(u32, k)])),
      known(type, part(k, 0)),
      known('bool', r.emit('addr.eq', [part(k, 1), r.context('sender')])),
      known('bool', part(k, 2)),
    ]);
  };
}

for (const shape of shapes)
  test(`(${shape.n},${shape.T}) prefixes, and kept elements in front`, () => {
    const cases = lengths(shape.n).flatMap((length) => SCALARS.map((type) => [type, length] as const));
    const mine = cases.filter((_, k) => (k + shape.n) % share(shape.n) === 0);
    right(
      tryPrograms(shape, programsOf(mine.map(([type, length], k) => prefixesAndKept(type, length, 53 * k + shape.n)))),
    );
  });

test('prefixes of more than a few, in the depth and with the operations that the price counts', () => {
  const lines = (['and', 'or'] as const).map((op): Line => (author) => {
    const roll = dice(5);
    const all = list(
      author,
      'bool',
      'client',
      Array.from({ length: 75 }, () => (roll(9) === 0 ? 0n : 1n)),
    );
    return shown(author, 'bool', author.r.emit('prefix', [all], [opcodes[op].number]), 75);
  });
  right(tryPrograms({ n: 3, T: 1 }, programsOf(lines)));
});

test('products of matrices of every type, of secrets and of secrets with public numbers', () => {
  const lines = INTEGERS.flatMap((type, seed) =>
    [
      [1, 1, 1],
      [2, 3, 2],
      [3, 1, 2],
    ].map(([rows, inner, columns]): Line => (author) => {
      const { b, r, input, constant, vectorOf } = author;
      const roll = dice(77 + seed);
      const matrix = (height: number, width: number, known: boolean): BuiltValue =>
        r.vector(
          b.vectorType(vectorOf(type)),
          Array.from({ length: height }, () =>
            r.vector(
              vectorOf(type),
              Array.from({ length: width }, () => {
                const value = valueOf(type, roll);
                return known
                  ? constant(type, value).built
                  : input(type, roll(2) === 0 ? 'client' : 'state', value).built;
              }),
            ),
          ),
        );
      const left = matrix(rows as number, inner as number, false);
      return [false, true].flatMap((known) => {
        const right = matrix(inner as number, columns as number, known);
        const product = r.emit('matmul', [left, right], [b.vectorType(vectorOf(type))]);
        return Array.from({ length: rows as number }, (_, k) =>
          shown(author, type, r.emit('at', [product, r.constant(u32, k)]), columns as number),
        ).flat();
      });
    }),
  );
  right(tryPrograms({ n: 3, T: 1 }, programsOf(lines)));
});
