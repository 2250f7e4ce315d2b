// Bytes that the decoder must refuse, each by the one check that stands against it: without that check it takes them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allRules,
  CONSTS_MAX,
  decodeModule,
  encodeModule,
  ERRORS_MAX,
  FIELDS_MAX,
  FUNCTIONS_MAX,
  INSTRUCTIONS_MAX,
  loadModule,
  MEMBERS_MAX,
  NESTING_MAX,
  RELEASES_MAX,
  scalarRefs,
  TABLE_TYPES_MAX,
  TYPE_DEPTH_MAX,
  TYPE_LEAVES_MAX,
  type Module,
  type ModuleBuilder,
  type OpName,
  type TypeRef,
} from '@enigma/bytecode';
import {
  bodyOf,
  fieldOf,
  long,
  moduleOf,
  nested,
  patched,
  refusedAsBytes,
  refusedByBoth,
  saying,
  withFields,
  withFunction,
  withOp,
  withRegions,
  type Forgery,
} from './support/forgery.ts';

const { bool, u8, u64, address } = scalarRefs;

const plain = bodyOf(() => {});
/** Where the number of types stands, behind magic and versions. */
const TYPES_AT = 8;
/** The last bytes of `plain`: one instruction, `yield`, of no operands. */
const OPCODE_AT = -2;

const ranged = (max: bigint): Module => fieldOf((m) => m.range(max));
const arrayed = (length: number): Module => fieldOf((m) => m.arrayType(u8, length));
const recordOf = (members: number): Module =>
  fieldOf((m) => m.recordType(Array.from({ length: members }, (_, i) => ({ name: `m${i}`, type: bool }))));
const depth = (levels: number): Module => {
  const deeper = (m: ModuleBuilder, left: number): TypeRef => (left === 0 ? u8 : m.vectorType(deeper(m, left - 1)));
  return fieldOf((m) => deeper(m, levels));
};
const leaves = (rows: number): Module => fieldOf((m) => m.arrayType(m.arrayType(u8, 16), rows));
const constantOf = (type: TypeRef, value: bigint): Module => bodyOf((r) => void r.constant(type, value));
const ofNumber = (op: OpName): Module =>
  withRegions(plain, ({ instructions: [end] }) => ({
    instructions: [{ op, immediates: [], operands: [], result: 0, resultCount: 1 }, end!],
  }));
const summed = bodyOf((r) => void r.emit('add', [r.constant(u8, 1), r.constant(u8, 2)]));
const said = saying(1, 10);
const guarded = moduleOf((m) => (r) => r.require(r.constant(bool, 1), m.error('no')));
const calling = moduleOf((m) => {
  const helper = m.function({ name: 'helper', kind: 'internal' }, () => []);
  return (r) => void r.call(helper, []);
});
/** Behind its header: one type, vector of u8; one constant, u8 7, whose type is the byte at 12. */
const filled = moduleOf((m) => (r) => void r.vector(m.vectorType(u8), [r.constant(u8, 7)]));
const held = fieldOf(() => u8);
const made = moduleOf((m) => (r) => void r.vector(m.vectorType(u8), []));
/** The text of `said` as the bytes have it. */
const textAt = (bytes: Uint8Array): number => Buffer.from(bytes).indexOf('0.........');
const retold = (...put: readonly number[]): Uint8Array => {
  const bytes = encodeModule(said);
  return patched(bytes, textAt(bytes), put.length, ...put);
};

const FORGERIES: readonly Forgery[] = [
  [
    'bytes of something else, read as a module',
    'E-FORMAT',
    'magic',
    () => [plain, patched(encodeModule(plain), 0, 1, 0x46)],
  ],
  ['more bytes than any node has to read', 'E-LIMIT', 'module bytes', () => [saying(500, 250), saying(520, 250)]],
  [
    'a meaning of opcodes that this version does not run',
    'E-VERSION',
    undefined,
    () => [plain, { ...plain, version: 2 }],
  ],
  ['prices that this version does not have', 'E-VERSION', undefined, () => [plain, { ...plain, gasVersion: 2 }]],
  ['a range of one number, which has no bits to mask', 'E-FORMAT', 'empty range', () => [ranged(1n), ranged(0n)]],
  [
    'a range wider than any integer of the engine',
    'E-LIMIT',
    'number',
    () => [ranged(2n ** 64n - 1n), ranged(2n ** 64n)],
  ],
  [
    'an array of nothing, of which there may be any number for free',
    'E-FORMAT',
    'empty array',
    () => [arrayed(1), arrayed(0)],
  ],
  [
    'a record of nothing, which no bound on leaves counts',
    'E-FORMAT',
    'empty record',
    () => [recordOf(1), recordOf(0)],
  ],
  [
    'a record of more members than its bound',
    'E-LIMIT',
    'members',
    () => [recordOf(MEMBERS_MAX), recordOf(MEMBERS_MAX + 1)],
  ],
  [
    'types nested deeper than the walks over them bear',
    'E-LIMIT',
    'type depth',
    () => [depth(TYPE_DEPTH_MAX), depth(TYPE_DEPTH_MAX + 1)],
  ],
  [
    'arrays of arrays, few bytes that stand for many values',
    'E-LIMIT',
    'type leaves',
    () => [leaves(TYPE_LEAVES_MAX / 16), leaves(TYPE_LEAVES_MAX / 16 + 1)],
  ],
  ['a type that stands nowhere', 'E-FORMAT', 'type', () => [held, withFields(held, { type: 40 })]],
  [
    'a constant that is no scalar',
    'E-FORMAT',
    'constant of a record or vector',
    () => [filled, patched(encodeModule(filled), 12, 1, 32)],
  ],
  [
    'a bool that is neither',
    'E-FORMAT',
    'constant outside its type',
    () => [constantOf(bool, 1n), constantOf(bool, 2n)],
  ],
  [
    'an address by name in the code, which no report lists',
    'E-FORMAT',
    'constant address',
    () => [constantOf(address, 0n), constantOf(address, 7n)],
  ],
  [
    'a place that is neither public nor secret',
    'E-FORMAT',
    'label',
    () => [held, withFields(held, { label: 'x' as never })],
  ],
  [
    'a region without an end',
    'E-FORMAT',
    'region without yield',
    () => [summed, withRegions(summed, ({ instructions }) => ({ instructions: instructions.slice(0, -1) }))],
  ],
  [
    'regions nested deeper than the passes bear',
    'E-LIMIT',
    'nesting',
    () => [bodyOf((r) => nested(r, NESTING_MAX)), bodyOf((r) => nested(r, NESTING_MAX + 1))],
  ],
  [
    'more instructions than a function has, in two regions',
    'E-LIMIT',
    'instructions',
    () => [long(INSTRUCTIONS_MAX), long(INSTRUCTIONS_MAX + 1)],
  ],
  ['an opcode that is reserved', 'E-OPCODE', undefined, () => [plain, ofNumber('rand.dlap')]],
  ['an opcode that is none', 'E-OPCODE', undefined, () => [plain, patched(encodeModule(plain), OPCODE_AT, 1, 0xfe)]],
  [
    'an instruction of a type that stands nowhere',
    'E-FORMAT',
    'type',
    () => [made, withOp(made, 'vec.make', () => ({ immediates: [200] }))],
  ],
  [
    'a trap without a condition',
    'E-FORMAT',
    'operands',
    () => [guarded, withOp(guarded, 'trap', () => ({ operands: [] }))],
  ],
  [
    'an operand that is the result itself',
    'E-SCOPE',
    undefined,
    () => [summed, withOp(summed, 'add', () => ({ operands: [0, 2] }))],
  ],
  [
    'an operand from before the first value',
    'E-SCOPE',
    undefined,
    () => [summed, withOp(summed, 'add', () => ({ operands: [0, -1] }))],
  ],
  [
    'a call of no function',
    'E-FORMAT',
    'function',
    () => [calling, withOp(calling, 'call', () => ({ immediates: [9] }))],
  ],
  [
    'a name with a space, which a report shows as two',
    'E-FORMAT',
    'name',
    () => [plain, withFunction(plain, 0, () => ({ name: 'f g' }))],
  ],
  [
    'a field in what has no name',
    'E-FORMAT',
    'name',
    () => {
      const parted = (name: string): Module => moduleOf((m) => void m.field(name, 'state', u8, 'p'));
      return [parted('a.b'), { ...parted('a.b'), fields: [{ ...parted('a.b').fields[0]!, name: 'a..b' }] }];
    },
  ],
  ['a reason with a line break, which forges a line of the report', 'E-FORMAT', 'text', () => [said, retold(0x0a)]],
  ['a text that is no UTF-8, which every reader mends in his own way', 'E-FORMAT', 'text', () => [said, retold(0xff)]],
  ['a second spelling of a letter', 'E-FORMAT', 'text', () => [said, retold(0xc1, 0xa1)]],
  [
    'a number that does not end, whose reading costs the square of its length',
    'E-FORMAT',
    'number',
    () => [plain, patched(encodeModule(plain), TYPES_AT, 1, ...Array.from({ length: 12 }, () => 0x80), 0)],
  ],
  [
    'bytes behind the end: another code hash for the same contract',
    'E-FORMAT',
    'trailing bytes',
    () => [plain, patched(encodeModule(plain), encodeModule(plain).length, 0, 0)],
  ],
];

for (const forgery of FORGERIES) test(forgery[0], () => refusedAsBytes(forgery));

const fields = (count: number): Module =>
  moduleOf((m) => {
    for (let i = 0; i < count; i++) m.field(`field${i}`, 'state', u8, 'p');
  });

/** Tables as long as they may be, and one entry longer. */
const TABLES: readonly (readonly [what: string, max: number, build: (count: number) => Module])[] = [
  [
    'types',
    TABLE_TYPES_MAX,
    (count) =>
      moduleOf((m) => {
        for (let i = 0; i < count; i++) m.field(`field${i}`, 'state', m.range(i + 1), 'p');
      }),
  ],
  [
    'constants',
    CONSTS_MAX,
    (count) =>
      bodyOf((r) => {
        for (let i = 0; i < count; i++) r.constant(u64, i);
      }),
  ],
  ['fields', FIELDS_MAX, fields],
  [
    'releases',
    RELEASES_MAX,
    (count) =>
      moduleOf((m) => {
        const box = m.field('box', 'state', u8, 's');
        const sites = Array.from({ length: count }, (_, i) => m.release('reveal', `reason ${i}`));
        return (r) => sites.forEach((site) => r.reveal(site, r.get(box)));
      }),
  ],
  ['errors', ERRORS_MAX, (count) => saying(count, 4)],
  [
    'functions',
    FUNCTIONS_MAX,
    (count) =>
      moduleOf((m) => {
        for (let i = 1; i < count; i++) m.function({ name: `g${i}`, kind: 'call' }, () => []);
      }),
  ],
];

for (const [what, max, build] of TABLES)
  test(`more ${what} than a module has, as bytes and in memory`, () => {
    const forgery: Forgery = [what, 'E-LIMIT', what, () => [build(max), build(max + 1)]];
    refusedAsBytes(forgery);
    refusedByBoth(forgery);
  });

test('bytes that end too early are refused as that, at a place inside them', () => {
  for (const module of [filled, said, calling, held]) {
    const bytes = encodeModule(module);
    for (let length = 0; length < bytes.length; length++) {
      const outcome = decodeModule(bytes.subarray(0, length));
      assert.ok(!outcome.ok);
      assert.deepEqual([outcome.code, outcome.facts['what']], ['E-FORMAT', 'truncated']);
      assert.ok((outcome.facts['offset'] as number) <= length);
    }
  }
});

test('a number that does not end is refused also where long spellings pass', () => {
  const endless = patched(encodeModule(plain), TYPES_AT, 1, ...Array.from({ length: 12 }, () => 0x80), 0);
  assert.equal(decodeModule(endless, { ...allRules, canonicalNumbers: false }).ok, false);
});

test('a text keeps its byte order mark, so that its bytes are the ones that were hashed', () => {
  const bytes = retold(0xef, 0xbb, 0xbf);
  const outcome = loadModule(bytes);
  assert.ok(outcome.ok);
  assert.equal(outcome.value.module.errors[0]?.text, '\ufeff.......');
  assert.deepEqual(encodeModule(outcome.value.module), bytes);
});
