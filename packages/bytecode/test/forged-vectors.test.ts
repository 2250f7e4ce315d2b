// Rules 2 and 4 for what operates on whole vectors (`typingVectors.ts`): operands of other types, counts below zero, secrets that decide a length or a place. What each forgery would gain is what
// an engine would make of it: elements of one type read as those of another, or a size that a secret decides.
import { test } from 'node:test';
import {
  opcodes,
  scalarRefs,
  type BuiltValue,
  type ModuleBuilder,
  type RegionBuilder,
  type TypeRef,
} from '@enigma/bytecode';
import { forged } from './support/forged.ts';
import { body, one, refusedByBoth, type Body } from './support/forgery.ts';

const { bool, u8, u16, i8 } = scalarRefs;

/** A vector of one element. */
const list = (r: RegionBuilder, m: ModuleBuilder, type: TypeRef = u8): BuiltValue =>
  r.vector(m.vectorType(type), [one(r, type)]);

/** A matrix of one number. */
const rows = (r: RegionBuilder, m: ModuleBuilder, type: TypeRef = u8): BuiltValue =>
  r.vector(m.vectorType(m.vectorType(type)), [list(r, m, type)]);
const holding = (m: ModuleBuilder, type: TypeRef): TypeRef => m.recordType([{ name: 'held', type }]);

type Row = readonly [forgery: string, what: string | undefined, honest: Body, forged: Body];

const TYPES: readonly Row[] = [
  [
    'a part of a vector as one of another type',
    'vector type of the elements',
    (r, m, _, n) => r.emit('slice', [list(r, m), n, n], [m.vectorType(u8)]),
    (r, m, _, n) => r.emit('slice', [list(r, m), n, n], [m.vectorType(u16)]),
  ],
  [
    'a part of a vector as an array, whose length its type says',
    'vector type of the elements',
    (r, m, _, n) => r.emit('slice', [list(r, m), n, n], [m.vectorType(u8)]),
    (r, m, _, n) => r.emit('slice', [list(r, m), n, n], [m.arrayType(u8, 2)]),
  ],
  [
    'a part that begins below zero',
    'unsigned count or index',
    (r, m, _, n) => r.emit('slice', [list(r, m), one(r, u8), n], [m.vectorType(u8)]),
    (r, m, _, n) => r.emit('slice', [list(r, m), one(r, i8), n], [m.vectorType(u8)]),
  ],
  [
    'a part of fewer elements than none',
    'unsigned count or index',
    (r, m, _, n) => r.emit('slice', [list(r, m), n, one(r, u8)], [m.vectorType(u8)]),
    (r, m, _, n) => r.emit('slice', [list(r, m), n, one(r, i8)], [m.vectorType(u8)]),
  ],
  [
    'a part of a number',
    'vector',
    (r, m, _, n) => r.emit('slice', [list(r, m), n, n], [m.vectorType(u8)]),
    (r, m, _, n) => r.emit('slice', [n, n, n], [m.vectorType(u8)]),
  ],
  [
    'vectors of two types joined',
    'vector type of the elements',
    (r, m) => r.emit('concat', [list(r, m), list(r, m)], [m.vectorType(u8)]),
    (r, m) => r.emit('concat', [list(r, m), list(r, m, u16)], [m.vectorType(u8)]),
  ],
  [
    'nothing joined to a number',
    'vector',
    (r, m) => r.emit('concat', [], [m.vectorType(u8)]),
    (r) => r.emit('concat', [], [u8]),
  ],
  [
    'elements gathered as those of another type',
    'vector type of the elements',
    (r, m) => r.emit('gather', [list(r, m), list(r, m, u16)], [m.vectorType(u8)]),
    (r, m) => r.emit('gather', [list(r, m), list(r, m, u16)], [m.vectorType(u16)]),
  ],
  [
    'elements gathered from places below zero',
    'unsigned count or index',
    (r, m) => r.emit('gather', [list(r, m), list(r, m)], [m.vectorType(u8)]),
    (r, m) => r.emit('gather', [list(r, m), list(r, m, i8)], [m.vectorType(u8)]),
  ],
  [
    'elements gathered from a place that is a bool',
    'unsigned count or index',
    (r, m) => r.emit('gather', [list(r, m), list(r, m)], [m.vectorType(u8)]),
    (r, m) => r.emit('gather', [list(r, m), list(r, m, bool)], [m.vectorType(u8)]),
  ],
  [
    'a place read below zero',
    'unsigned count or index',
    (r, m) => r.emit('oat', [list(r, m), one(r, u8)]),
    (r, m) => r.emit('oat', [list(r, m), one(r, i8)]),
  ],
  [
    'a secret place of vectors, whose lengths differ',
    'elements without vectors inside',
    (r, m, x) => r.emit('oat', [r.vector(m.vectorType(m.arrayType(u8, 1)), []), x]),
    (r, m, x) => r.emit('oat', [r.vector(m.vectorType(m.vectorType(u8)), []), x]),
  ],
  [
    'a secret place of records that hold a vector',
    'elements without vectors inside',
    (r, m, x) => r.emit('oat', [r.vector(m.vectorType(holding(m, m.arrayType(u8, 1))), []), x]),
    (r, m, x) => r.emit('oat', [r.vector(m.vectorType(holding(m, m.vectorType(u8))), []), x]),
  ],
  [
    'a secret place of arrays that hold a vector',
    'elements without vectors inside',
    (r, m, x) => r.emit('oat', [r.vector(m.vectorType(m.arrayType(u8, 2)), []), x]),
    (r, m, x) => r.emit('oat', [r.vector(m.vectorType(m.arrayType(m.vectorType(u8), 2)), []), x]),
  ],
  [
    'a place written below zero',
    'unsigned count or index',
    (r, m) => r.emit('oput', [list(r, m), one(r, u8), one(r, u8)]),
    (r, m) => r.emit('oput', [list(r, m), one(r, i8), one(r, u8)]),
  ],
  [
    'a place written with another type',
    'element of the vector',
    (r, m, x) => r.emit('oput', [list(r, m), x, one(r, u8)]),
    (r, m, x) => r.emit('oput', [list(r, m), x, one(r, u16)]),
  ],
  [
    'a secret place written among vectors, whose lengths differ',
    'elements without vectors inside',
    (r, m, x) => r.emit('oput', [r.vector(m.vectorType(u8), []), x, one(r, u8)]),
    (r, m, x) => r.emit('oput', [r.vector(m.vectorType(m.vectorType(u8)), []), x, list(r, m)]),
  ],
  [
    'flags of a place below zero',
    'unsigned count or index',
    (r, m, x, n) => r.emit('onehot', [x, n], [m.vectorType(bool)]),
    (r, m, _, n) => r.emit('onehot', [one(r, i8), n], [m.vectorType(bool)]),
  ],
  [
    'fewer flags than none',
    'unsigned count or index',
    (r, m, x) => r.emit('onehot', [x, one(r, u8)], [m.vectorType(bool)]),
    (r, m, x) => r.emit('onehot', [x, one(r, i8)], [m.vectorType(bool)]),
  ],
  [
    'flags as numbers',
    'vector type of the elements',
    (r, m, x, n) => r.emit('onehot', [x, n], [m.vectorType(bool)]),
    (r, m, x, n) => r.emit('onehot', [x, n], [m.vectorType(u8)]),
  ],
  [
    'a product of vectors of two types',
    'two vectors of one integer',
    (r, m) => r.emit('dot', [list(r, m), list(r, m)]),
    (r, m) => r.emit('dot', [list(r, m), list(r, m, u16)]),
  ],
  [
    'a product of bools',
    'two vectors of one integer',
    (r, m) => r.emit('dot', [list(r, m), list(r, m)]),
    (r, m) => r.emit('dot', [list(r, m, bool), list(r, m, bool)]),
  ],
  [
    'the largest of bools',
    'vector of integers',
    (r, m) => r.emit('argmax', [list(r, m)]),
    (r, m) => r.emit('argmax', [list(r, m, bool)]),
  ],
  [
    'elements sorted by keys that have no order',
    'keys that are integers',
    (r, m) => r.emit('sort', [list(r, m), list(r, m, u16)]),
    (r, m) => r.emit('sort', [list(r, m), list(r, m, bool)]),
  ],
  [
    'vectors of any length sorted, whose lengths would say which key was whose',
    'elements without vectors inside',
    (r, m) => r.emit('sort', [list(r, m), list(r, m)]),
    (r, m) => {
      const inner = m.vectorType(u8);
      return r.emit('sort', [r.vector(m.vectorType(inner), [list(r, m)]), list(r, m)]);
    },
  ],
  [
    'prefixes by an opcode that folds nothing',
    'associative opcode over such elements',
    (r, m) => r.emit('prefix', [list(r, m)], [opcodes.add.number]),
    (r, m) => r.emit('prefix', [list(r, m)], [opcodes.sub.number]),
  ],
  [
    'prefixes of numbers as of bools',
    'associative opcode over such elements',
    (r, m) => r.emit('prefix', [list(r, m, bool)], [opcodes.or.number]),
    (r, m) => r.emit('prefix', [list(r, m)], [opcodes.or.number]),
  ],
  [
    'elements kept as numbers say',
    'a bool for each element',
    (r, m) => r.emit('compact', [list(r, m), list(r, m, bool)]),
    (r, m) => r.emit('compact', [list(r, m), list(r, m)]),
  ],
  [
    'vectors kept among zeros, which have no length to be',
    'elements without vectors inside',
    (r, m) => r.emit('compact', [list(r, m), list(r, m, bool)]),
    (r, m) => r.emit('compact', [r.vector(m.vectorType(m.vectorType(u8)), []), list(r, m, bool)]),
  ],
  [
    'a product of matrices of bools',
    'matrices of one integer',
    (r, m) => r.emit('matmul', [rows(r, m), rows(r, m)], [m.vectorType(m.vectorType(u8))]),
    (r, m) => r.emit('matmul', [rows(r, m, bool), rows(r, m, bool)], [m.vectorType(m.vectorType(bool))]),
  ],
  [
    'a product of matrices of two types',
    'matrices of one integer',
    (r, m) => r.emit('matmul', [rows(r, m), rows(r, m)], [m.vectorType(m.vectorType(u8))]),
    (r, m) => r.emit('matmul', [rows(r, m), rows(r, m, u16)], [m.vectorType(m.vectorType(u8))]),
  ],
  [
    'a product of a matrix and a vector',
    'vector',
    (r, m) => r.emit('matmul', [rows(r, m), rows(r, m)], [m.vectorType(m.vectorType(u8))]),
    (r, m) => r.emit('matmul', [rows(r, m), list(r, m)], [m.vectorType(m.vectorType(u8))]),
  ],
  [
    'a matrix as one of another type',
    'vector type of the elements',
    (r, m) => r.emit('matmul', [rows(r, m), rows(r, m)], [m.vectorType(m.vectorType(u8))]),
    (r, m) => r.emit('matmul', [rows(r, m), rows(r, m)], [m.vectorType(m.vectorType(u16))]),
  ],
  [
    'a matrix whose number of rows its type says',
    'vector type of the elements',
    (r, m) => r.emit('matmul', [rows(r, m), rows(r, m)], [m.vectorType(m.vectorType(u8))]),
    (r, m) => r.emit('matmul', [rows(r, m), rows(r, m)], [m.arrayType(m.vectorType(u8), 1)]),
  ],
];

const SHAPES: readonly Row[] = [
  [
    'a part that begins where a secret says',
    undefined,
    (r, m, _, n) => r.emit('slice', [list(r, m), n, n], [m.vectorType(u8)]),
    (r, m, x, n) => r.emit('slice', [list(r, m), x, n], [m.vectorType(u8)]),
  ],
  [
    'a part as long as a secret says',
    undefined,
    (r, m, _, n) => r.emit('slice', [list(r, m), n, n], [m.vectorType(u8)]),
    (r, m, x, n) => r.emit('slice', [list(r, m), n, x], [m.vectorType(u8)]),
  ],
  [
    'elements gathered from secret places',
    undefined,
    (r, m, _, n) => r.emit('gather', [list(r, m), r.vector(m.vectorType(u8), [n])], [m.vectorType(u8)]),
    (r, m, x) => r.emit('gather', [list(r, m), r.vector(m.vectorType(u8), [x])], [m.vectorType(u8)]),
  ],
  [
    'as many flags as a secret says',
    undefined,
    (r, m, x, n) => r.emit('onehot', [x, n], [m.vectorType(bool)]),
    (r, m, x) => r.emit('onehot', [x, x], [m.vectorType(bool)]),
  ],
];

/** What is made of a value that is public or secret, and kept in a field that everyone sees. */
type Made = (r: RegionBuilder, m: ModuleBuilder, value: BuiltValue, n: BuiltValue) => BuiltValue;

/** A field of that type keeps what is made; made of the public n it may, of the secret x it tells it. */
const keeping =
  (type: (m: ModuleBuilder) => TypeRef, made: Made) =>
  (secret: boolean): Body =>
  (r, m, x, n) =>
    r.emit('st.set', [made(r, m, secret ? x : n, n)], [m.field('open', 'state', type(m), 'p').index]);

const bytesType = (m: ModuleBuilder): TypeRef => m.vectorType(u8);
const flagsType = (m: ModuleBuilder): TypeRef => m.vectorType(bool);
const matrixType = (m: ModuleBuilder): TypeRef => m.vectorType(m.vectorType(u8));
const single = (type: TypeRef) => () => type;
const wrap = (r: RegionBuilder, m: ModuleBuilder, value: BuiltValue): BuiltValue => r.vector(m.vectorType(u8), [value]);
const flag = (r: RegionBuilder, m: ModuleBuilder, value: BuiltValue): BuiltValue =>
  r.vector(m.vectorType(bool), [r.emit('eq', [value, r.constant(u8, 1)])]);
const matrix = (r: RegionBuilder, m: ModuleBuilder, value: BuiltValue): BuiltValue =>
  r.vector(matrixType(m), [wrap(r, m, value)]);

/** Rule 3 for each operand by itself: what comes of it is as secret as it is. */
const LABELS: readonly (readonly [way: string, kept: (secret: boolean) => Body])[] = [
  ['a part of a vector', keeping(bytesType, (r, m, v, n) => r.emit('slice', [wrap(r, m, v), n, n], [bytesType(m)]))],
  ['the first joined', keeping(bytesType, (r, m, v) => r.emit('concat', [wrap(r, m, v), list(r, m)], [bytesType(m)]))],
  ['the last joined', keeping(bytesType, (r, m, v) => r.emit('concat', [list(r, m), wrap(r, m, v)], [bytesType(m)]))],
  ['an element read', keeping(single(u8), (r, m, v) => r.emit('oat', [wrap(r, m, v), one(r, u8)]))],
  ['the place read', keeping(single(u8), (r, m, v) => r.emit('oat', [list(r, m), v]))],
  ['the vector written', keeping(bytesType, (r, m, v) => r.emit('oput', [wrap(r, m, v), one(r, u8), one(r, u8)]))],
  ['the place written', keeping(bytesType, (r, m, v) => r.emit('oput', [list(r, m), v, one(r, u8)]))],
  ['what is written', keeping(bytesType, (r, m, v) => r.emit('oput', [list(r, m), one(r, u8), v]))],
  ['flags of a place', keeping(flagsType, (r, m, v, n) => r.emit('onehot', [v, n], [flagsType(m)]))],
  ['a factor on the left', keeping(single(u8), (r, m, v) => r.emit('dot', [wrap(r, m, v), list(r, m)]))],
  ['a factor on the right', keeping(single(u8), (r, m, v) => r.emit('dot', [list(r, m), wrap(r, m, v)]))],
  ['rows', keeping(matrixType, (r, m, v) => r.emit('matmul', [matrix(r, m, v), rows(r, m)], [matrixType(m)]))],
  ['columns', keeping(matrixType, (r, m, v) => r.emit('matmul', [rows(r, m), matrix(r, m, v)], [matrixType(m)]))],
  ['the largest', keeping(single(scalarRefs.u32), (r, m, v) => r.emit('argmax', [wrap(r, m, v)]))],
  ['what is sorted', keeping(bytesType, (r, m, v) => r.emit('sort', [wrap(r, m, v), list(r, m)]))],
  ['the keys it is sorted by', keeping(bytesType, (r, m, v) => r.emit('sort', [list(r, m), wrap(r, m, v)]))],
  ['sums of all before', keeping(bytesType, (r, m, v) => r.emit('prefix', [wrap(r, m, v)], [opcodes.add.number]))],
  ['what is kept', keeping(bytesType, (r, m, v) => r.emit('compact', [wrap(r, m, v), list(r, m, bool)]))],
  ['whether it is kept', keeping(bytesType, (r, m, v) => r.emit('compact', [list(r, m), flag(r, m, v)]))],
  ['what is gathered', keeping(bytesType, (r, m, v) => r.emit('gather', [wrap(r, m, v), list(r, m)], [bytesType(m)]))],
];
for (const [way, kept] of LABELS)
  test(`a secret that goes into a public field as ${way}`, () => {
    refusedByBoth([way, 'E-FLOW', 'field open', () => [body(kept(false)), body(kept(true))]]);
    forged('declaredLabels', 'E-FLOW', body(kept(true)));
  });

test('the order in which elements stand is secret whatever they are', () => {
  const order = (open: boolean): Body =>
    function drawn(r, m) {
      const moved = r.emit('permute', [list(r, m), r.emit('rand.perm', [one(r, u8)], [m.vectorType(scalarRefs.u32)])]);
      r.emit('st.set', [moved], [m.field('held', 'state', bytesType(m), open ? 'p' : 's').index]);
    };
  refusedByBoth(['', 'E-FLOW', 'field held', () => [body(order(false)), body(order(true))]]);
  forged('declaredLabels', 'E-FLOW', body(order(true)));
});

for (const [rows, code] of [
  [TYPES, 'E-TYPE'],
  [SHAPES, 'E-SHAPE'],
] as const)
  for (const [forgery, what, honest, forged] of rows)
    test(forgery, () => refusedByBoth([forgery, code, what, () => [body(honest), body(forged)]]));
