// Operations on secret integers of every type against the plain evaluator: where carries, signs and limbs turn, for values from clients and from state, in
// committees of three shapes; then generated programs. Every run holds exactly the material that its plan asks for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shapes } from './committee.ts';
import {
  type Author,
  type IntegerName,
  INTEGERS,
  type Line,
  type ScalarType,
  type Source,
  dice,
  isSigned,
  programsOf,
  randomLine,
  valueOf,
  widthOfName,
  wrapName,
} from './integerPrograms.ts';
import { type Tried, tryPrograms } from './integers.ts';

/** `SOAK=4 npm test -- mpc/test/integers` tries 5,000 generated programs, which a change of an operation's circuit should pass. */
const soak = Number(process.env['SOAK'] ?? '1');
/** Programs of the last tests; one at (5,2) takes as long as four at (3,1). */
const GENERATED = [
  { n: 3, T: 1, count: 1000 * soak },
  { n: 4, T: 1, count: 200 * soak },
  { n: 5, T: 2, count: 50 * soak },
  { n: 7, T: 2, count: 4 * soak },
  { n: 7, T: 3, count: 2 * soak },
];
const LENGTH = 4;

function right({ wrong, plan, used, rounds }: Tried): void {
  assert.deepEqual(wrong, []);
  assert.deepEqual(used, { triples: plan.triples, ands: plan.ands, daBits: plan.daBits });
  assert.equal(rounds, plan.rounds);
}

function boundaries(type: ScalarType): bigint[] {
  const bits = widthOfName(type);
  const half = 1n << BigInt(bits - 1);
  const middle = 1n << BigInt(bits >> 1);
  const values = [0n, 1n, 2n, half - 1n, half, half + 1n, 2n * half - 1n, middle - 1n, middle, half + middle];
  return [...new Set(values.map((value) => wrapName(type, value)))];
}

/** What is computed bit by bit, of two secrets: amounts of a shift are the low bits of the second, and those that move all out. */
function everyBitwise(type: IntegerName, x: bigint, y: bigint, sources: readonly [Source, Source]): Line {
  return ({ input, constant, emit, cast }: Author) => {
    const [a, b] = [input(type, sources[0], x), input(type, sources[1], y)];
    const amount = cast('u8', b);
    const near = emit('and', [amount, constant('u8', BigInt(widthOfName(type) - 1))]);
    return [
      ...(['and', 'or', 'xor'] as const).map((op) => emit(op, [a, b])),
      emit('not', [a]),
      ...(['shl', 'shr'] as const).flatMap((op) => [emit(op, [a, near]), emit(op, [a, amount])]),
    ].map((value) => ({ type, value }));
  };
}

/** Quotients and their kin; the dividend of `muldiv`, whose circuit is the longest, is the square of the first. */
function everyDivision(
  type: IntegerName,
  x: bigint,
  y: bigint,
  sources: readonly [Source, Source],
  muldiv: boolean,
): Line {
  return ({ input, emit }: Author) => {
    const [a, b] = [input(type, sources[0], x), input(type, sources[1], y)];
    const values = [emit('div', [a, b]), emit('rem', [a, b])];
    if (muldiv) values.push(emit('muldiv', [a, a, b]));
    if (!isSigned(type)) values.push(emit('isqrt', [a]));
    return values.map((value) => ({ type, value }));
  };
}

/** By public numbers, of public numbers, and of sums that left their type. */
function everyPublicDivision(type: IntegerName, x: bigint, known: bigint, source: Source, muldiv: boolean): Line {
  return ({ input, constant, emit }: Author) => {
    const [a, c] = [input(type, source, x), constant(type, known)];
    const sum = emit('mul', [emit('add', [a, a]), constant(type, 3n)]);
    const both = (['div', 'rem'] as const).flatMap((op) => [emit(op, [a, c]), emit(op, [c, a]), emit(op, [sum, c])]);
    const bits = emit('xor', [a, constant(type, 1n)]);
    const ofBits = (['div', 'rem'] as const).map((op) => emit(op, [bits, c]));
    // Past the wall by more than a limb, or with a sign, it is the longest circuit of all.
    const limb = constant(type, known < 0n ? known : known % 2n ** 32n);
    const wide = muldiv ? [emit('muldiv', [a, c, c])] : [];
    if (muldiv || !isSigned(type) || widthOfName(type) < 64) wide.push(emit('muldiv', [a, sum, limb]));
    if (!isSigned(type)) wide.push(emit('muldiv', [c, bits, limb]), emit('muldiv', [a, a, constant(type, 7n)]));
    return [...both, ...ofBits, ...wide].map((value) => ({ type, value }));
  };
}

/** Pairs of a type: all boundaries, and where 8 bits leave room for it a sample of all pairs. */
function pairs(type: IntegerName): (readonly [bigint, bigint])[] {
  const values = boundaries(type);
  const roll = dice(widthOfName(type));
  const sample = Array.from({ length: 48 }, () => [valueOf(type, roll), valueOf(type, roll)] as const);
  return [...values.flatMap((x) => values.map((y) => [x, y] as const)), ...sample].slice(0, 160);
}

function everyOperation(type: IntegerName, x: bigint, y: bigint, sources: readonly [Source, Source]): Line {
  return ({ input, emit }: Author) => {
    const [a, b] = [input(type, sources[0], x), input(type, sources[1], y)];
    const lt = emit('lt', [a, b]);
    const numbers = (['add', 'sub', 'mul', 'min', 'max'] as const).map((op) => emit(op, [a, b]));
    const chosen = emit('select', [lt, a, b]);
    return [
      ...[...numbers, chosen].map((value) => ({ type, value })),
      ...[lt, emit('eq', [a, b])].map((value) => ({ type: 'bool' as const, value })),
    ];
  };
}

const SOURCES: readonly (readonly [Source, Source])[] = [
  ['client', 'client'],
  ['state', 'state'],
  ['client', 'state'],
];

for (const shape of shapes) {
  for (const type of INTEGERS) {
    test(`(${shape.n},${shape.T}) ${type}: every operation where it turns`, () => {
      const all = pairs(type);
      // Three and four seats try a third of the pairs for each pair of sources, each its own third, five a ninth.
      for (const [k, sources] of SOURCES.entries()) {
        const mine = all.filter((_, i) => (i + shape.n) % (shape.n < 5 ? 3 : 9) === k);
        right(tryPrograms(shape, programsOf(mine.map(([x, y]) => everyOperation(type, x, y, sources)))));
      }
    });

    test(`(${shape.n},${shape.T}) ${type}: every operation on bits where it turns`, () => {
      const mine = pairs(type).filter((_, i) => i % 5 === shape.n % 5);
      const lines = mine.map(([x, y], k) => everyBitwise(type, x, y, SOURCES[k % 3] as readonly [Source, Source]));
      right(tryPrograms(shape, programsOf(lines)));
    });
  }

  // Circuits are the same for every committee: one of three seats tries them, and those of more a few.
  const every = shape.n === 3 ? 1 : shape.n === 4 ? 5 : 16;

  test(`(${shape.n},${shape.T}) quotients, remainders and roots where they turn`, () => {
    const some = INTEGERS.flatMap((type) => pairs(type).map((pair) => [type, ...pair] as const));
    const lines = some
      .filter((_, i) => i % (14 * every) === shape.n)
      .map(([type, x, y], k) =>
        everyDivision(type, x, y, SOURCES[k % 3] as readonly [Source, Source], shape.n === 3 && k % 3 === 0),
      );
    right(tryPrograms(shape, programsOf(lines)));
  });

  test(`(${shape.n},${shape.T}) quotients by public numbers and of them`, () => {
    const lines = INTEGERS.flatMap((type) => {
      const numbers = [
        ...boundaries(type),
        ...[3n, 7n, 10n, -1n, -2n, -3n, -10n].map((value) => wrapName(type, value)),
      ];
      return numbers.flatMap((known, k) =>
        numbers.map((x, i) =>
          everyPublicDivision(type, x, known, (k + i) % 2 === 0 ? 'client' : 'state', shape.n === 3 && k % 5 === 0),
        ),
      );
    });
    right(tryPrograms(shape, programsOf(lines.filter((_, i) => i % (40 * every) === shape.n))));
  });

  test(`(${shape.n},${shape.T}) casts truncate, widen and keep or drop the sign`, () => {
    const lines = [...INTEGERS, 'bool' as const].flatMap((from) =>
      boundaries(from).flatMap((value) =>
        (['client', 'state'] as const).map((source): Line => ({ input, cast }) => {
          const x = input(from, source, value);
          return INTEGERS.filter((to) => to !== from).map((to) => ({ type: to, value: cast(to, x) }));
        }),
      ),
    );
    const mine = lines.filter((_, k) => shape.n < 5 || k % 3 === 0);
    right(tryPrograms(shape, programsOf(mine.slice(0, 120))));
    right(tryPrograms(shape, programsOf(mine.slice(120))));
  });
}

test('public operands on either side, and sums and products that pass the wall again and again', () => {
  const lines = INTEGERS.flatMap((type) =>
    boundaries(type).flatMap((known): Line[] => [
      ({ input, constant, emit }) => {
        const x = input(type, 'state', wrapName(type, 0x9e37_79b9_7f4a_7c15n));
        const y = constant(type, known);
        const values = (['add', 'sub', 'mul', 'min', 'max'] as const).flatMap((op) => [
          emit(op, [x, y]),
          emit(op, [y, x]),
        ]);
        const bits = (['lt', 'eq'] as const).flatMap((op) => [emit(op, [x, y]), emit(op, [y, x])]);
        const masked = (['and', 'or', 'xor'] as const).flatMap((op) => [emit(op, [x, y]), emit(op, [y, x])]);
        const amount = constant('u8', BigInt.asUintN(8, known) % BigInt(widthOfName(type)));
        const moved = (['shl', 'shr'] as const).flatMap((op) => [
          emit(op, [x, amount]),
          emit(op, [y, input('u8', 'state', BigInt.asUintN(7, known))]),
        ]);
        return [
          ...[...values, ...masked, ...moved].map((value) => ({ type, value })),
          ...bits.map((value) => ({ type: 'bool' as const, value })),
        ];
      },
      ({ input, emit }) => {
        const x = input(type, 'state', known);
        const y = input(type, 'client', wrapName(type, -3n));
        let total = emit('mul', [x, y]);
        let product = x;
        for (let k = 0; k < 5; k++) {
          product = emit('mul', [product, k % 2 === 0 ? y : x]);
          total = k % 3 === 0 ? emit('sub', [total, product]) : emit('add', [total, product]);
        }
        return [total, product].map((value) => ({ type, value }));
      },
    ]),
  );
  right(tryPrograms({ n: 3, T: 1 }, programsOf(lines)));
});

test('a running sum of products waits for no reduction of itself', () => {
  const rounds = (type: IntegerName, terms: number): number => {
    const line: Line = ({ input, emit }) => {
      const product = (k: number): ReturnType<typeof emit> =>
        emit('mul', [input(type, 'state', BigInt(k + 3)), input(type, 'state', wrapName(type, -7n))]);
      let total = product(0);
      for (let k = 1; k < terms; k++) total = emit('add', [total, product(k)]);
      return [{ type, value: total }];
    };
    const tried = tryPrograms({ n: 3, T: 1 }, programsOf([line]));
    right(tried);
    return tried.plan.rounds;
  };
  for (const type of ['u32', 'i32', 'u64', 'i64'] as const) assert.equal(rounds(type, 48), rounds(type, 24), type);
});

for (const [batch, { n, T, count }] of GENERATED.entries()) {
  test(`${count} generated programs at (${n},${T}) mean what the evaluator says (${batch + 1})`, () => {
    const lines = Array.from({ length: count }, () => randomLine(LENGTH));
    right(tryPrograms({ n, T }, programsOf(lines, 7919 * (batch + 1))));
  });
}
