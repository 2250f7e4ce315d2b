// Prices against use: what the cost pass says of a program, which knows no committee, is never below what the engine's plan takes at any of three shapes. One
// operation, two one after the other, and longer chains, on values of clients and of state, revealed or kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type BuiltValue,
  type RegionBuilder,
  type TaskContext,
  type TypeRef,
  type Value,
  type Verified,
  costOf,
  mapLeaves,
  moduleBuilder,
  opcodes,
  scalarRefs,
  secret,
  valueOf,
  verifyModule,
} from '@enigma/bytecode';
import type { SecretInput } from '../src/executor/execute.ts';
import { planTasks } from '../src/executor/plan.ts';
import { shapes } from './committee.ts';
import {
  INTEGERS,
  type ScalarType,
  type Source,
  context,
  dice,
  isSigned,
  widthOfName,
  wrapName,
} from './integerPrograms.ts';

type Kind = ScalarType | 'address';

interface Made {
  readonly type: Kind;
  readonly built: BuiltValue;
}

interface Scope {
  readonly r: RegionBuilder;
  /** Another secret of the program's source. */
  another(type: Kind): BuiltValue;
  /** 77, or another number. */
  public(type: ScalarType, value?: number): BuiltValue;
  vectorOf(type: ScalarType): TypeRef;
  listOf(type: Kind, elements: readonly BuiltValue[]): BuiltValue;
  matrixOf(
    type: Kind,
    rows: readonly (readonly BuiltValue[])[],
  ): { readonly type: TypeRef; readonly built: BuiltValue };
}

/** The value after one more operation, or undefined where the operation takes no such value. */
type Operation = (scope: Scope, value: Made) => Made | undefined;

const isInteger = (type: Kind): type is ScalarType => type !== 'bool' && type !== 'address';
const isUnsigned = (type: Kind): boolean => type.startsWith('u');
const like =
  (op: 'add' | 'sub' | 'mul' | 'min' | 'max', known = false): Operation =>
  ({ r, another, public: number }, { type, built }) =>
    isInteger(type) ? { type, built: r.emit(op, [built, known ? number(type) : another(type)]) } : undefined;
const bits =
  (op: 'and' | 'or' | 'xor'): Operation =>
  ({ r, another }, { type, built }) =>
    type === 'bool' ? { type, built: r.emit(op, [another('bool'), built]) } : undefined;
/** Bit by bit, with another secret or a public number. */
const bitwise =
  (op: 'and' | 'or' | 'xor', known = false): Operation =>
  ({ r, another, public: number }, { type, built }) =>
    isInteger(type) ? { type, built: r.emit(op, [built, known ? number(type) : another(type)]) } : undefined;
/** Two secrets, one by a public number, a public number by one. */
const divided =
  (op: 'div' | 'rem', by: 'secret' | 'public' | 'of public'): Operation =>
  ({ r, another, public: number }, { type, built }) => {
    if (!isInteger(type)) return undefined;
    return {
      type,
      built:
        by === 'of public'
          ? r.emit(op, [number(type), built])
          : r.emit(op, [built, by === 'public' ? number(type) : another(type)]),
    };
  };
/** By a public amount, a secret one, or a public number by a secret amount. */
const moved =
  (op: 'shl' | 'shr', by: 'public' | 'secret' | 'of public'): Operation =>
  ({ r, another, public: number }, { type, built }) => {
    if (!isInteger(type)) return undefined;
    const amount = by === 'public' ? r.constant(scalarRefs.u8, 3) : another('u8');
    return { type, built: r.emit(op, [by === 'of public' ? number(type) : built, amount]) };
  };
const folded =
  (op: 'add' | 'mul' | 'min' | 'max'): Operation =>
  ({ r, another, vectorOf }, { type, built }) =>
    isInteger(type)
      ? { type, built: r.foldWith(op, r.vector(vectorOf(type), [another(type), built, another(type)])) }
      : undefined;
const cast =
  (to: ScalarType): Operation =>
  ({ r }, { type, built }) =>
    type === to || type === 'address' || to === 'bool' ? undefined : { type: to, built: r.cast(scalarRefs[to], built) };

/** The greatest of a type, which no division by powers of two helps with. */
const greatest = (type: ScalarType): bigint => wrapName(type, (1n << BigInt(widthOfName(type) - 1)) - 1n);

const scalarOperations: Readonly<Record<string, Operation>> = {
  add: like('add'),
  sub: like('sub'),
  mul: like('mul'),
  min: like('min'),
  max: like('max'),
  'add public': like('add', true),
  'mul public': like('mul', true),
  'min public': like('min', true),
  eq: ({ r, another }, { type, built }) =>
    type === 'address'
      ? { type: 'bool', built: r.emit('addr.eq', [built, another(type)]) }
      : { type: 'bool', built: r.emit('eq', [another(type), built]) },
  lt: ({ r, another }, { type, built }) =>
    isInteger(type) ? { type: 'bool', built: r.emit('lt', [another(type), built]) } : undefined,
  'lt public': ({ r, public: number }, { type, built }) =>
    isInteger(type) ? { type: 'bool', built: r.emit('lt', [built, number(type)]) } : undefined,
  and: bits('and'),
  or: bits('or'),
  xor: bits('xor'),
  not: ({ r }, { type, built }) => (type === 'address' ? undefined : { type, built: r.emit('not', [built]) }),
  'bits and': bitwise('and'),
  'bits or': bitwise('or'),
  'bits xor public': bitwise('xor', true),
  'bits and public': bitwise('and', true),
  div: divided('div', 'secret'),
  'div of public': divided('div', 'of public'),
  'div by public': divided('div', 'public'),
  'rem by the greatest': ({ r }, { type, built }) =>
    isInteger(type) ? { type, built: r.emit('rem', [built, r.constant(scalarRefs[type], greatest(type))]) } : undefined,
  muldiv: ({ r, another, public: number }, { type, built }) =>
    isInteger(type) ? { type, built: r.emit('muldiv', [number(type), built, another(type)]) } : undefined,
  'muldiv by public': ({ r, another, public: number }, { type, built }) =>
    isInteger(type) ? { type, built: r.emit('muldiv', [another(type), built, number(type)]) } : undefined,
  'muldiv by the greatest': ({ r, another }, { type, built }) =>
    isInteger(type)
      ? { type, built: r.emit('muldiv', [another(type), built, r.constant(scalarRefs[type], greatest(type))]) }
      : undefined,
  'muldiv of public by public': ({ r, public: number }, { type, built }) =>
    isInteger(type) ? { type, built: r.emit('muldiv', [built, number(type), number(type)]) } : undefined,
  lut: ({ r, vectorOf }, { type, built }) =>
    isInteger(type) && !isSigned(type)
      ? {
          type: 'i32',
          built: r.emit('lut', [
            r.vector(
              vectorOf('i32'),
              Array.from({ length: 11 }, (_, k) => r.constant(scalarRefs.i32, k - 5)),
            ),
            built,
          ]),
        }
      : undefined,
  'bits and back': ({ r, vectorOf }, { type, built }) => {
    if (!isInteger(type)) return undefined;
    vectorOf('bool');
    return { type: 'u16', built: r.emit('frombits', [r.emit('bits', [built])], [scalarRefs.u16]) };
  },
  'bits of a flag': ({ r, another, vectorOf }, { type, built }) =>
    type === 'bool'
      ? {
          type: 'u8',
          built: r.emit('frombits', [r.vector(vectorOf('bool'), [another('bool'), built])], [scalarRefs.u8]),
        }
      : undefined,
  isqrt: ({ r }, { type, built }) =>
    isInteger(type) && !isSigned(type) ? { type, built: r.emit('isqrt', [built]) } : undefined,
  'shl by public': moved('shl', 'public'),
  'shr by secret': moved('shr', 'secret'),
  'shl of public': moved('shl', 'of public'),
  'select of': ({ r, another }, { type, built }) =>
    type === 'address' ? undefined : { type, built: r.emit('select', [another('bool'), built, another(type)]) },
  'select by': ({ r, another }, { type, built }) =>
    type === 'bool' ? { type: 'u64', built: r.emit('select', [built, another('u64'), another('u64')]) } : undefined,
  'select by, of public': ({ r, public: number }, { type, built }) =>
    type === 'bool' ? { type: 'i32', built: r.emit('select', [built, number('i32'), number('i32')]) } : undefined,
  sum: ({ r, another, vectorOf }, { type, built }) =>
    isInteger(type)
      ? { type, built: r.emit('sum', [r.vector(vectorOf(type), [another(type), built, another(type), another(type)])]) }
      : undefined,
  'add drawn': ({ r }, { type, built }) =>
    isInteger(type) ? { type, built: r.emit('add', [built, r.emit('rand.bits', [], [scalarRefs[type]])]) } : undefined,
  'mul drawn': ({ r }, { type, built }) =>
    isInteger(type) ? { type, built: r.emit('mul', [r.emit('rand.bits', [], [scalarRefs[type]]), built]) } : undefined,
  'and drawn': ({ r }, { type, built }) =>
    type === 'bool' ? { type, built: r.emit('and', [built, r.emit('rand.bits', [], [scalarRefs.bool])]) } : undefined,
  'mul below': ({ r, public: number }, { type, built }) =>
    type === 'u32' ? { type, built: r.emit('mul', [built, r.emit('rand.below', [number('u32')])]) } : undefined,
  'fold add': folded('add'),
  'fold mul': folded('mul'),
  'fold min': folded('min'),
  ...Object.fromEntries((['u8', 'u32', 'u64', 'i64'] as const).map((to) => [`to ${to}`, cast(to)])),
};

const vectorOperations: Readonly<Record<string, Operation>> = {
  'sum of a part': ({ r, another, vectorOf }, { type, built }) => {
    if (!isInteger(type)) return undefined;
    const vector = vectorOf(type);
    const [one, two] = [1, 2].map((at) => r.constant(scalarRefs.u8, at)) as [BuiltValue, BuiltValue];
    const all = r.emit(
      'concat',
      [r.vector(vector, [another(type), built]), r.vector(vector, [another(type)])],
      [vector],
    );
    const picked = r.emit('gather', [all, r.vector(vectorOf('u8'), [two, one, one])], [vector]);
    return { type, built: r.emit('sum', [r.emit('slice', [picked, one, two], [vector])]) };
  },
  'read at': ({ r, another, listOf }, { type, built }) => ({
    type,
    built: r.emit('oat', [listOf(type, [another(type), built, another(type)]), another('u8')]),
  }),
  'read by': ({ r, another, listOf }, { type, built }) =>
    isUnsigned(type)
      ? {
          type: 'u64',
          built: r.emit('oat', [
            listOf(
              'u64',
              [0, 1, 2, 3, 4].map(() => another('u64')),
            ),
            built,
          ]),
        }
      : undefined,
  'read by, of public': ({ r, public: number, listOf }, { type, built }) =>
    isUnsigned(type)
      ? {
          type: 'i32',
          built: r.emit('oat', [
            listOf(
              'i32',
              [0, 1, 2, 3, 4, 5].map(() => number('i32')),
            ),
            built,
          ]),
        }
      : undefined,
  'written at': ({ r, another, listOf, public: number }, { type, built }) => {
    const written = r.emit('oput', [
      listOf(type, [another(type), another(type), built]),
      another('u16'),
      another(type),
    ]);
    return { type, built: r.emit('at', [written, number('u8', 2)]) };
  },
  'written into': ({ r, another, listOf, public: number }, { type, built }) => {
    const written = r.emit('oput', [listOf(type, [another(type), another(type)]), another('u32'), built]);
    return { type, built: r.emit('at', [written, number('u8', 1)]) };
  },
  'written by': ({ r, another, listOf }, { type, built }) =>
    isUnsigned(type)
      ? {
          type: 'u32',
          built: r.emit('sum', [
            r.emit('oput', [listOf('u32', [another('u32'), another('u32')]), built, another('u32')]),
          ]),
        }
      : undefined,
  'flag by': ({ r, vectorOf, public: number }, { type, built }) =>
    isUnsigned(type)
      ? {
          type: 'bool',
          built: r.emit('at', [r.emit('onehot', [built, number('u8', 7)], [vectorOf('bool')]), number('u8', 5)]),
        }
      : undefined,
  'sorted by': ({ r, another, listOf }, { type, built }) =>
    isInteger(type)
      ? {
          type: 'u64',
          built: r.emit('at', [
            r.emit('sort', [listOf('u64', [another('u64'), another('u64')]), listOf(type, [another(type), built])]),
            r.constant(scalarRefs.u8, 1),
          ]),
        }
      : undefined,
  'sorted among': ({ r, another, listOf }, { type, built }) => ({
    type,
    built: r.emit('at', [
      r.emit('sort', [
        listOf(type, [another(type), built, another(type)]),
        listOf('u8', [another('u8'), another('u8'), another('u8')]),
      ]),
      r.constant(scalarRefs.u8, 1),
    ]),
  }),
  'shuffled among': ({ r, another, listOf, vectorOf }, { type, built }) => {
    const order = r.emit('rand.perm', [r.constant(scalarRefs.u8, 3)], [vectorOf('u32')]);
    const moved = r.emit('permute', [listOf(type, [another(type), built, another(type)]), order]);
    return { type, built: r.emit('at', [moved, r.constant(scalarRefs.u8, 1)]) };
  },
  'mul place': ({ r, vectorOf }, { type, built }) => {
    if (type !== 'u32') return undefined;
    const order = r.emit('rand.perm', [r.constant(scalarRefs.u8, 5)], [vectorOf('u32')]);
    return { type, built: r.emit('mul', [built, r.emit('at', [order, r.constant(scalarRefs.u8, 4)])]) };
  },
  argmax: ({ r, another, listOf }, { type, built }) =>
    isInteger(type)
      ? { type: 'u32', built: r.emit('argmax', [listOf(type, [another(type), another(type), built, another(type)])]) }
      : undefined,
  dot: ({ r, another, listOf }, { type, built }) =>
    isInteger(type)
      ? {
          type,
          built: r.emit('dot', [
            listOf(type, [another(type), built, another(type)]),
            listOf(type, [built, another(type), another(type)]),
          ]),
        }
      : undefined,
  matmul: ({ r, another, matrixOf, public: number }, { type, built }) => {
    if (!isInteger(type)) return undefined;
    const [left, right] = [
      matrixOf(type, [
        [built, another(type)],
        [another(type), another(type)],
      ]),
      matrixOf(type, [[another(type)], [built]]),
    ] as const;
    const product = r.emit('matmul', [left.built, right.built], [left.type]);
    return { type, built: r.emit('at', [r.emit('at', [product, number('u8', 1)]), number('u8', 0)]) };
  },
  'dot public': ({ r, another, listOf, public: number }, { type, built }) =>
    isInteger(type)
      ? {
          type,
          built: r.emit('dot', [listOf(type, [another(type), built]), listOf(type, [number(type), number(type, 3)])]),
        }
      : undefined,
  ...Object.fromEntries(
    (['add', 'mul', 'max', 'xor', 'or'] as const).map((op): readonly [string, Operation] => [
      `prefix ${op}`,
      ({ r, another, listOf, public: number }, { type, built }) => {
        if ((op === 'xor' || op === 'or') !== (type === 'bool') || (type !== 'bool' && !isInteger(type)))
          return undefined;
        const all = listOf(type, [another(type), built, another(type), another(type), another(type)]);
        const prefixes = r.emit('prefix', [all], [opcodes[op].number]);
        return type === 'bool'
          ? { type, built: r.emit('at', [prefixes, number('u8', 4)]) }
          : { type, built: r.foldWith('max', prefixes) };
      },
    ]),
  ),
  'kept in front': ({ r, another, listOf, public: number }, { type, built }) => {
    const all = listOf(type, [another(type), another(type), built, another(type), another(type)]);
    const keep = listOf(
      'bool',
      [0, 1, 2, 3, 4].map(() => another('bool')),
    );
    return { type, built: r.emit('at', [r.emit('compact', [all, keep]), number('u8', 1)]) };
  },
  'kept by': ({ r, another, listOf, public: number }, { type, built }) => {
    if (type !== 'bool') return undefined;
    const all = listOf(
      'u16',
      [0, 1, 2, 3].map(() => another('u16')),
    );
    const keep = listOf('bool', [another('bool'), built, another('bool'), built]);
    return { type: 'u16', built: r.emit('at', [r.emit('compact', [all, keep]), number('u8')]) };
  },
};

const operations = { ...scalarOperations, ...vectorOperations };

/** What vectors take is made of what scalars take, so a part of the types and pairs will do. */
const VECTOR_TYPES: readonly Kind[] = ['u8', 'u32', 'u64', 'i64', 'bool', 'address'];

interface Program {
  readonly module: Verified;
  readonly params: readonly Kind[];
  readonly source: Source;
}

type End = 'reveal' | 'keep';

/** Undefined where one of the operations takes no such value. */
function programOf(source: Source, first: Kind, chain: readonly Operation[], end: End): Program | undefined {
  // Built once to learn which secrets it needs and of what type it ends, and once more with them.
  let params: Kind[] = [];
  let result: Kind = first;
  for (const draft of [true, false]) {
    const b = moduleBuilder();
    const typeOf = (kind: Kind): TypeRef => (kind === 'address' ? scalarRefs.address : scalarRefs[kind]);
    const known = params;
    const fields = source === 'state' ? known.map((kind, k) => b.field(`s${k}`, 'state', typeOf(kind), 's')) : [];
    const kept = end === 'keep' ? b.field('kept', 'state', typeOf(result), 's') : undefined;
    const release = end === 'reveal' && !draft ? b.release('reveal', 'the outcome') : undefined;
    const needed: Kind[] = [];
    let takes = true;
    b.function(
      {
        name: 'f',
        kind: 'call',
        params:
          source === 'client'
            ? known.map((kind, k) => ({ name: `p${k}`, type: typeOf(kind), label: 's' as const }))
            : [],
        results: end === 'reveal' && !draft ? [{ type: typeOf(result), label: 'p' }] : [],
      },
      (r, args) => {
        const scope: Scope = {
          r,
          another(kind) {
            const k = needed.push(kind) - 1;
            if (draft) return r.emit('classify', [r.constant(typeOf(kind), 0)]);
            return source === 'client' ? (args[k] as BuiltValue) : r.get(fields[k] as never);
          },
          public: (type, number = 77) => r.constant(scalarRefs[type], number),
          vectorOf: (type) => b.vectorType(scalarRefs[type]),
          listOf: (type, elements) => r.vector(b.vectorType(typeOf(type)), elements),
          matrixOf(kind, rows) {
            const row = b.vectorType(typeOf(kind));
            const matrix = b.vectorType(row);
            const elements = rows.map((one) => r.vector(row, one));
            return { type: matrix, built: r.vector(matrix, elements) };
          },
        };
        let value: Made = { type: first, built: scope.another(first) };
        for (const operation of chain) {
          const next = operation(scope, value);
          if (next === undefined) takes = false;
          else value = next;
        }
        if (draft) result = value.type;
        if (draft) return [];
        if (release !== undefined) return [r.reveal(release, value.built)];
        r.set(kept as never, value.built);
        return [];
      },
    );
    if (!takes) return undefined;
    params = needed;
    if (draft) continue;
    const outcome = verifyModule(b.finish());
    if (!outcome.ok) throw new Error(JSON.stringify(outcome, (_, v) => (typeof v === 'bigint' ? String(v) : v)));
    return { module: outcome.value, params, source };
  }
  return undefined;
}

/** Opened elements with daBits, ANDs, rounds. */
type Use = readonly [number, number, number];

function priceOf({ module }: Program): Use {
  const cost = costOf(module, 0);
  assert.ok(cost.ok);
  const { opened, ands, rounds } = cost.value;
  return [opened, ands, rounds].map((bound) => Number(valueOf(bound, {}))) as unknown as Use;
}

function useOf({ module, source }: Program, shape: { n: number; T: number }): Use {
  const { types, fields, functions } = module.module;
  let position = 0;
  const zero = (type: TypeRef, client: boolean): Value<SecretInput> =>
    mapLeaves<bigint, SecretInput>(types, type, 0n, () =>
      secret(client ? { maskId: new Uint8Array(32), position: position++, delta: 0n } : { share: 0n }),
    );
  const params = functions[0]?.params ?? [];
  const plan = planTasks(shape, [
    {
      module,
      fn: 0,
      args: source === 'client' ? params.map(({ type }) => zero(type, true)) : [],
      state: fields.map(({ type }) => zero(type, false)),
      inbox: [],
      context: context as TaskContext,
      openMode: 'afterSettle',
    },
  ]);
  // The barrier that ends every session is in the base price.
  return [plan.elements + plan.daBits, plan.ands, plan.rounds - 1];
}

function covers(program: Program | undefined, text: string, tried = shapes): number {
  if (program === undefined) return 0;
  const price = priceOf(program);
  for (const shape of tried) {
    const use = useOf(program, shape);
    assert.ok(
      use.every((count, k) => count <= (price[k] as number)),
      `(${shape.n},${shape.T}) ${text}: opened, ANDs and rounds are ${use.join()}, priced ${price.join()}`,
    );
  }
  return 1;
}

const SOURCES = ['client', 'state'] as const;
const ENDS = ['reveal', 'keep'] as const;
/** The shape that takes most: more pieces a mask, and so more of everything. The others are tried with whatever is short. */
const MOST = shapes.slice(-1);
/** Their circuits are the same for every committee, and one end shows them. */
const LONGEST: ReadonlySet<string> = new Set(['div', 'div of public', 'muldiv', 'muldiv by the greatest', 'isqrt']);

for (const source of SOURCES) {
  test(`${source}: every operation costs at most its price, at every shape`, () => {
    let tried = 0;
    const seen = new Set<string>();
    for (const type of [...INTEGERS, 'bool', 'address'] as const) {
      for (const end of ENDS) tried += covers(programOf(source, type, [], end), `${type} ${end}`);
      for (const [name, operation] of Object.entries(operations)) {
        const long = LONGEST.has(name);
        const made = name in vectorOperations;
        if ((long || made) && !VECTOR_TYPES.includes(type)) continue;
        const at = long || (made && type !== 'u8') ? MOST : shapes;
        for (const end of long ? ENDS.slice(1) : ENDS) {
          const one = covers(programOf(source, type, [operation], end), `${source} ${type} ${name}, ${end}`, at);
          if (one === 1) seen.add(name);
          tried += one;
        }
      }
    }
    assert.equal(seen.size, Object.keys(operations).length);
    assert.ok(tried > 300, `${tried} programs`);
  });

  test(`${source}: two operations one after the other cost at most their price`, () => {
    const type = source === 'client' ? 'i32' : 'u64';
    // Each pair with values of one source or the other; the longest circuits behind and before others in the chains alone.
    const some = Object.entries(operations).filter(([name]) => !LONGEST.has(name));
    for (const [i, [first, one]] of some.entries())
      for (const [j, [second, two]] of some.entries()) {
        const vectors = first in vectorOperations || second in vectorOperations;
        if (SOURCES[(i + j) % 2] !== source || (vectors && (i + 2 * j) % 12 !== i % 2)) continue;
        const program = programOf(source, type, [one, two], 'reveal');
        covers(program, `${source} ${type} ${first}, ${second}`, vectors ? MOST : shapes);
      }
  });
}

test('longer chains cost at most their price', () => {
  const roll = dice(2024);
  const names = Object.keys(operations);
  let tried = 0;
  for (let k = 0; tried < 100 && k < 5000; k++) {
    const source = SOURCES[roll(2)] as Source;
    const type = INTEGERS[roll(INTEGERS.length)] as ScalarType;
    const chain = Array.from({ length: 3 + roll(4) }, () => names[roll(names.length)] as string);
    const end = ENDS[roll(2)] as End;
    const program = programOf(
      source,
      type,
      chain.map((name) => operations[name] as Operation),
      end,
    );
    const long = chain.some((name) => LONGEST.has(name));
    tried += covers(program, `${source} ${type} ${chain.join(', ')}, ${end}`, long ? MOST : shapes);
  }
  assert.equal(tried, 100);
});

test('a value that is added to itself again and again costs at most its price', () => {
  for (const type of ['u8', 'u32', 'i32', 'u64'] as const)
    for (const times of [2, 40, 200]) {
      const doubled: Operation = ({ r }, { type: own, built }) => {
        let sum = built;
        for (let k = 0; k < times; k++) sum = r.emit('add', [sum, sum]);
        return { type: own, built: sum };
      };
      for (const source of SOURCES)
        covers(programOf(source, type, [doubled], 'reveal'), `${source} ${type} doubled ${times} times`, MOST);
    }
});

test('a sort costs at most its price at any length', () => {
  for (const source of SOURCES)
    for (const length of [2, 3, 4, 5, 6, 8, 9, 16, 17]) {
      const long: Operation = ({ r, another, listOf }, { type, built }) => ({
        type,
        built: r.emit('at', [
          r.emit('sort', [
            listOf(type, [built, ...Array.from({ length: length - 1 }, () => another(type))]),
            listOf(
              'i16',
              Array.from({ length }, () => another('i16')),
            ),
          ]),
          r.constant(scalarRefs.u8, length - 1),
        ]),
      });
      for (const type of ['u32', 'bool', 'address'] as const)
        assert.equal(covers(programOf(source, type, [long], 'reveal'), `${source} ${length} ${type} sorted`), 1);
    }
});
