// Rules 2 and 3, row by row of the typing table: operands of another type, count or label than their opcode takes. Engines and the cost pass rely on them and look at no type again, so each
// forgery would end in an assertion of theirs, or compute something else than everybody reads; one of a label tells a secret. Each is refused by one check alone. One file, though long: a list
// in the order of the typing table.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allRules,
  moduleBuilder,
  scalarRefs,
  verifyModule,
  type BuiltValue,
  type Module,
  type ModuleBuilder,
  type RegionBuilder,
  type TypeRef,
} from '@enigma/bytecode';
import { body, moduleOf, one, PARAMS, refusedByBoth, type Body } from './support/forgery.ts';

const { bool, u8, u16, u32, u64, i8, address } = scalarRefs;

const pairType = (m: ModuleBuilder): TypeRef =>
  m.recordType([
    { name: 'a', type: u8 },
    { name: 'b', type: u16 },
  ]);
const bytes = (r: RegionBuilder, m: ModuleBuilder): BuiltValue => r.vector(m.vectorType(u8), [one(r, u8)]);
const flags = (r: RegionBuilder, m: ModuleBuilder): BuiltValue => r.vector(m.vectorType(bool), [one(r, bool)]);
const kept = (m: ModuleBuilder): number => m.field('kept', 'map', m.mapType(u8, u16, 'p'), 'p').index;
const list = (m: ModuleBuilder): number => m.field('list', 'state', m.vectorType(u16), 'p').index;
const box = (m: ModuleBuilder): number => m.field('box', 'state', u8, 'p').index;

/** Takes the entries of an inbox of {bid u8} into records of these members. */
function taking(
  height: TypeRef,
  filter: number,
  field: 'inbox' | 'state',
  ...members: Parameters<ModuleBuilder['recordType']>[0]
): Module {
  return moduleOf((m) => {
    const entry = m.recordType([{ name: 'bid', type: u8 }]);
    const index = m.field('entries', field, entry, 's').index;
    const type = m.vectorType(
      m.recordType(members.map((member) => (member.name === 'entry' ? { ...member, type: entry } : member))),
    );
    return (r) => void r.emit('inbox.take', [r.constant(height, 1)], [index, type, filter]);
  });
}
const sender = { name: 'sender', type: address };
const index = { name: 'index', type: u64 };
const entry = { name: 'entry', type: u8, label: 's' as const };

/** helper(v) of that type and label, called with what `give` makes. */
function calling(give: (r: RegionBuilder, x: BuiltValue, n: BuiltValue) => readonly BuiltValue[]): Module {
  const m = moduleBuilder();
  const helper = m.function(
    { name: 'helper', kind: 'internal', params: [{ name: 'v', type: u8, label: 'p' }] },
    () => [],
  );
  m.function({ name: 'f', kind: 'call', params: PARAMS }, (r, [x, n]) => (r.call(helper, give(r, x!, n!)), []));
  return m.finish();
}

/** helper(x, n), which says that it gives one public u8. */
function called(build: (r: RegionBuilder, x: BuiltValue, n: BuiltValue) => readonly BuiltValue[]): Module {
  const m = moduleBuilder();
  const shape = { kind: 'internal', params: PARAMS, results: [{ type: u8, label: 'p' }] } as const;
  const helper = m.function({ name: 'helper', ...shape }, (r, [x, n]) => build(r, x!, n!));
  m.function({ name: 'f', kind: 'call', params: PARAMS }, (r, [x, n]) => (r.call(helper, [x!, n!]), []));
  return m.finish();
}

/** A body and what is wrong with another. */
type Row = readonly [forgery: string, what: string, honest: Body | Module, forged: Body | Module];

const ROWS: readonly Row[] = [
  // Scalars.
  [
    'a sum of two widths',
    'two integers of one type',
    (r, _, __, n) => r.emit('add', [n, n]),
    (r, _, __, n) => r.emit('add', [n, one(r, u16)]),
  ],
  [
    'a sum of two bools',
    'two integers of one type',
    (r) => r.emit('add', [one(r, u8), one(r, u8)]),
    (r) => r.emit('add', [one(r, bool), one(r, bool)]),
  ],
  [
    'a number and a bool',
    'two booleans, or two integers of one type',
    (r) => r.emit('and', [one(r, bool), one(r, bool)]),
    (r) => r.emit('and', [one(r, u8), one(r, bool)]),
  ],
  [
    'a bool and a number',
    'two booleans, or two integers of one type',
    (r) => r.emit('and', [one(r, bool), one(r, bool)]),
    (r) => r.emit('and', [one(r, bool), one(r, u8)]),
  ],
  [
    'the bits of a bool',
    'integer to take apart',
    (r, m) => (m.vectorType(bool), r.emit('bits', [one(r, u8)])),
    (r, m) => (m.vectorType(bool), r.emit('bits', [one(r, bool)])),
  ],
  [
    'a bool of bits',
    'integer type to put together',
    (r, m) => r.emit('frombits', [flags(r, m)], [u8]),
    (r, m) => r.emit('frombits', [flags(r, m)], [bool]),
  ],
  [
    'a number of bytes',
    'vector of booleans',
    (r, m) => r.emit('frombits', [flags(r, m)], [u8]),
    (r, m) => r.emit('frombits', [bytes(r, m)], [u8]),
  ],
  [
    'an entry of a table below zero',
    'unsigned count or index',
    (r, m) => r.emit('lut', [bytes(r, m), one(r, u8)]),
    (r, m) => r.emit('lut', [bytes(r, m), one(r, i8)]),
  ],
  [
    'a table of identities',
    'table of booleans or integers',
    (r, m, x) => r.emit('lut', [bytes(r, m), x]),
    (r, m, x) => r.emit('lut', [r.vector(m.vectorType(address), [r.context('sender')]), x]),
  ],
  [
    'a quotient of three widths',
    'three integers of one type',
    (r, _, __, n) => r.emit('muldiv', [n, n, n]),
    (r, _, __, n) => r.emit('muldiv', [n, n, one(r, u16)]),
  ],
  [
    'a quotient of bools',
    'three integers',
    (r) => r.emit('muldiv', [one(r, u8), one(r, u8), one(r, u8)]),
    (r) => r.emit('muldiv', [one(r, bool), one(r, bool), one(r, bool)]),
  ],
  [
    'the root of a bool',
    'unsigned integer to take the root of',
    (r) => r.emit('isqrt', [one(r, u8)]),
    (r) => r.emit('isqrt', [one(r, bool)]),
  ],
  [
    'the root of a number with a sign',
    'unsigned integer to take the root of',
    (r) => r.emit('isqrt', [one(r, u8)]),
    (r) => r.emit('isqrt', [one(r, i8)]),
  ],
  [
    'the bits of two identities',
    'two booleans, or two integers of one type',
    (r) => r.emit('xor', [one(r, u64), one(r, u64)]),
    (r) => r.emit('xor', [r.context('sender'), r.context('self')]),
  ],
  [
    'an identity the other way round',
    'boolean or integer',
    (r) => r.emit('not', [one(r, u8)]),
    (r) => r.emit('not', [r.context('sender')]),
  ],
  [
    'a shifted bool',
    'integer to shift',
    (r) => r.emit('shl', [one(r, u8), one(r, u8)]),
    (r) => r.emit('shl', [one(r, bool), one(r, u8)]),
  ],
  [
    'a shift by more than a u8',
    'amount of a shift as a u8',
    (r) => r.emit('shr', [one(r, u64), one(r, u8)]),
    (r) => r.emit('shr', [one(r, u64), one(r, u64)]),
  ],
  [
    'a cast to a bool, of which there is none',
    'integer type to cast to',
    (r) => r.cast(u16, one(r, u8)),
    (r) => r.cast(bool, one(r, u8)),
  ],
  [
    'a secret as a number of a range: nothing says that it lies there',
    'integer type to cast to',
    (r, _, x) => r.cast(u16, x),
    (r, m, x) => r.cast(m.range(4), x),
  ],
  [
    'a difference as a number of a range: it may have wrapped',
    'two integers of one type',
    (r) => r.emit('sub', [one(r, u8), one(r, u8)]),
    (r, m) => r.emit('sub', [one(r, m.range(4)), one(r, m.range(4))]),
  ],
  [
    'a range that a loop carries and does not keep',
    'carried 0 at yield',
    (r, m) =>
      r.for(
        one(r, u8),
        [{ initial: r.constant(m.range(4), 1), declared: { type: m.range(4), label: 'p' } }],
        (loop) => [loop.constant(m.range(4), 4)],
      ),
    (r, m, x) =>
      r.for(
        one(r, u8),
        [{ initial: r.constant(m.range(4), 1), declared: { type: m.range(4), label: 'p' } }],
        (loop) => [loop.emit('sub', [x, x])],
      ),
  ],
  [
    'an identity as a number',
    'bool, range or integer to cast',
    (r) => r.cast(u64, one(r, u8)),
    (r) => r.cast(u64, r.context('sender')),
  ],
  [
    'a record as a number',
    'bool, range or integer to cast',
    (r, m) => r.cast(u64, r.member(r.record(pairType(m), [one(r, u8), one(r, u16)]), 0)),
    (r, m) => r.cast(u64, r.record(pairType(m), [one(r, u8), one(r, u16)])),
  ],
  [
    'equality of two widths',
    'two comparable scalars of one type',
    (r) => r.emit('eq', [one(r, u8), one(r, u8)]),
    (r) => r.emit('eq', [one(r, u8), one(r, u16)]),
  ],
  [
    'an order of bools',
    'two comparable scalars of one type',
    (r) => r.emit('lt', [one(r, u8), one(r, u8)]),
    (r) => r.emit('lt', [one(r, bool), one(r, bool)]),
  ],
  [
    'a choice by a number',
    'condition and two values of one type',
    (r) => r.emit('select', [one(r, bool), one(r, u8), one(r, u8)]),
    (r) => r.emit('select', [one(r, u8), one(r, u8), one(r, u8)]),
  ],
  [
    'a choice of two widths',
    'condition and two values of one type',
    (r) => r.emit('select', [one(r, bool), one(r, u8), one(r, u8)]),
    (r) => r.emit('select', [one(r, bool), one(r, u8), one(r, u16)]),
  ],
  [
    'a number as an identity',
    'two addresses',
    (r) => r.emit('addr.eq', [r.context('sender'), r.context('self')]),
    (r) => r.emit('addr.eq', [one(r, u8), r.context('self')]),
  ],
  [
    'an identity as a number’s equal',
    'two addresses',
    (r) => r.emit('addr.eq', [r.context('sender'), r.context('self')]),
    (r) => r.emit('addr.eq', [r.context('sender'), one(r, u8)]),
  ],
  ['a constant that is not in the table', 'constant', (r) => one(r, u8), (r) => r.emit('const', [], [9])],
  [
    'something of the context that no version tells',
    'context',
    (r) => r.emit('ctx', [], [6]),
    (r) => r.emit('ctx', [], [7]),
  ],
  // Records and vectors.
  [
    'a record of another type than a record',
    'record type and its members',
    (r, m) => r.vector(m.vectorType(u8), [one(r, u8)]),
    (r, m) => r.record(m.vectorType(u8), [one(r, u8)]),
  ],
  [
    'a record with a member more',
    'record type and its members',
    (r, m) => r.record(pairType(m), [one(r, u8), one(r, u16)]),
    (r, m) => r.record(pairType(m), [one(r, u8), one(r, u16), one(r, u8)]),
  ],
  [
    'a record with a member of another type',
    'member b',
    (r, m) => r.record(pairType(m), [one(r, u8), one(r, u16)]),
    (r, m) => r.record(pairType(m), [one(r, u8), one(r, u8)]),
  ],
  [
    'a member that a record does not have',
    'record and member',
    (r, m) => r.member(r.record(pairType(m), [one(r, u8), one(r, u16)]), 1),
    (r, m) => r.member(r.record(pairType(m), [one(r, u8), one(r, u16)]), 2),
  ],
  [
    'a vector with an element of another type',
    'elements of the vector type',
    (r, m) => r.vector(m.vectorType(u8), [one(r, u8)]),
    (r, m) => r.vector(m.vectorType(u8), [one(r, u16)]),
  ],
  [
    'an array with an element less than its type says',
    'as many elements as the array type has',
    (r, m) => r.vector(m.arrayType(u8, 2), [one(r, u8), one(r, u8)]),
    (r, m) => r.vector(m.arrayType(u8, 2), [one(r, u8)]),
  ],
  [
    'an array as long as a count says',
    'value of the vector type',
    (r, m) => r.fill(m.vectorType(u8), one(r, u8), one(r, u8)),
    (r, m) => r.fill(m.arrayType(u8, 2), one(r, u8), one(r, u8)),
  ],
  [
    'a vector filled with another type',
    'value of the vector type',
    (r, m) => r.fill(m.vectorType(u8), one(r, u8), one(r, u8)),
    (r, m) => r.fill(m.vectorType(u8), one(r, u16), one(r, u8)),
  ],
  [
    'a length below zero',
    'unsigned count or index',
    (r, m) => r.fill(m.vectorType(u8), one(r, u8), one(r, u8)),
    (r, m) => r.fill(m.vectorType(u8), one(r, u8), one(r, i8)),
  ],
  [
    'a length of a bool',
    'unsigned count or index',
    (r, m) => r.fill(m.vectorType(u8), one(r, u8), one(r, u8)),
    (r, m) => r.fill(m.vectorType(u8), one(r, u8), one(r, bool)),
  ],
  ['the length of a number', 'vector', (r, m) => r.emit('len', [bytes(r, m)]), (r) => r.emit('len', [one(r, u8)])],
  [
    'an element at a place below zero',
    'unsigned count or index',
    (r, m) => r.emit('at', [bytes(r, m), one(r, u8)]),
    (r, m) => r.emit('at', [bytes(r, m), one(r, i8)]),
  ],
  [
    'an element put below zero',
    'unsigned count or index',
    (r, m) => r.emit('put', [bytes(r, m), one(r, u8), one(r, u8)]),
    (r, m) => r.emit('put', [bytes(r, m), one(r, i8), one(r, u8)]),
  ],
  [
    'an element of another type put into a vector',
    'element of the vector',
    (r, m) => r.emit('put', [bytes(r, m), one(r, u8), one(r, u8)]),
    (r, m) => r.emit('put', [bytes(r, m), one(r, u8), one(r, u16)]),
  ],
  [
    'a sum of bools',
    'vector of integers',
    (r, m) => r.emit('sum', [bytes(r, m)]),
    (r, m) => r.emit('sum', [flags(r, m)]),
  ],
  [
    'a fold with an opcode that folds nothing',
    'associative opcode over such elements',
    (r, m) => r.foldWith('add', bytes(r, m)),
    (r, m) => r.foldWith('sub', bytes(r, m)),
  ],
  [
    'a conjunction of numbers',
    'associative opcode over such elements',
    (r, m) => r.foldWith('and', flags(r, m)),
    (r, m) => r.foldWith('and', bytes(r, m)),
  ],
  // State.
  [
    'a map as one value',
    'state field',
    (r, m) => r.emit('st.get', [], [box(m)]),
    (r, m) => r.emit('st.get', [], [kept(m)]),
  ],
  [
    'a map written as a whole, past its keys',
    'state field',
    (r, m) => r.emit('st.set', [r.vector(m.vectorType(u16), [])], [list(m)]),
    (r, m) => r.emit('st.set', [r.vector(m.mapType(u8, u16, 'p'), [])], [kept(m)]),
  ],
  [
    'a field written with another type',
    'value of the field',
    (r, m) => r.emit('st.set', [one(r, u8)], [box(m)]),
    (r, m) => r.emit('st.set', [one(r, u16)], [box(m)]),
  ],
  [
    'a field that is no map',
    'map field',
    (r, m) => r.emit('map.size', [], [kept(m)]),
    (r, m) => r.emit('map.size', [], [box(m)]),
  ],
  [
    'a key of another type, of what is there',
    'key of the map',
    (r, m) => r.emit('map.get', [one(r, u8)], [kept(m)]),
    (r, m) => r.emit('map.get', [one(r, u16)], [kept(m)]),
  ],
  [
    'a key of another type, of what is put',
    'key of the map',
    (r, m) => r.emit('map.set', [one(r, u8), one(r, u16)], [kept(m)]),
    (r, m) => r.emit('map.set', [one(r, u16), one(r, u16)], [kept(m)]),
  ],
  [
    'a key of another type, of whether it is there',
    'key of the map',
    (r, m) => r.emit('map.has', [one(r, u8)], [kept(m)]),
    (r, m) => r.emit('map.has', [one(r, u16)], [kept(m)]),
  ],
  [
    'a key of another type, of what is taken out',
    'key of the map',
    (r, m) => r.emit('map.del', [one(r, u8)], [kept(m)]),
    (r, m) => r.emit('map.del', [one(r, u16)], [kept(m)]),
  ],
  [
    'a key at a place below zero',
    'unsigned count or index',
    (r, m) => r.emit('map.key', [one(r, u8)], [kept(m)]),
    (r, m) => r.emit('map.key', [one(r, i8)], [kept(m)]),
  ],
  [
    'a value of another type in a map',
    'value of the map',
    (r, m) => r.emit('map.set', [one(r, u8), one(r, u16)], [kept(m)]),
    (r, m) => r.emit('map.set', [one(r, u8), one(r, u8)], [kept(m)]),
  ],
  [
    'a last element of a number',
    'state field that holds a vector',
    (r, m) => r.emit('arr.pop', [], [list(m)]),
    (r, m) => r.emit('arr.pop', [], [box(m)]),
  ],
  [
    'an element of another type pushed',
    'element of the field',
    (r, m) => r.emit('arr.push', [one(r, u16)], [list(m)]),
    (r, m) => r.emit('arr.push', [one(r, u8)], [list(m)]),
  ],
  // The inbox.
  [
    'entries of what is no inbox',
    'inbox field',
    taking(u64, 0, 'inbox', sender, index, entry),
    taking(u64, 0, 'state', sender, index, entry),
  ],
  [
    'a height of 32 bits',
    'height',
    taking(u64, 0, 'inbox', sender, index, entry),
    taking(u32, 0, 'inbox', sender, index, entry),
  ],
  [
    'a filter that there is not',
    'filter',
    taking(u64, 1, 'inbox', sender, index, entry),
    taking(u64, 2, 'inbox', sender, index, entry),
  ],
  [
    'entries with a member more',
    'record {sender, index, entry}',
    taking(u64, 0, 'inbox', sender, index, entry),
    taking(u64, 0, 'inbox', sender, index, entry, { name: 'more', type: u8 }),
  ],
  [
    'entries that are public as they are taken',
    'record {sender, index, entry}',
    taking(u64, 0, 'inbox', sender, index, entry),
    taking(u64, 0, 'inbox', sender, index, { ...entry, label: 'p' }),
  ],
  // Control.
  [
    'a condition that is a number',
    'condition',
    (r) =>
      r.if(
        one(r, bool),
        () => [],
        () => [],
      ),
    (r) =>
      r.if(
        one(r, u8),
        () => [],
        () => [],
      ),
  ],
  [
    'a side that yields less than the other',
    'both sides yield alike',
    (r, _, __, n) =>
      r.if(
        one(r, bool),
        () => [n],
        () => [n],
      ),
    (r, _, __, n) =>
      r.if(
        one(r, bool),
        () => [n],
        () => [],
      ),
  ],
  [
    'a side that yields another type',
    'both sides yield alike',
    (r, _, __, n) =>
      r.if(
        one(r, bool),
        () => [n],
        () => [n],
      ),
    (r, _, __, n) =>
      r.if(
        one(r, bool),
        () => [n],
        (other) => [one(other, u16)],
      ),
  ],
  [
    'trips below zero',
    'unsigned count or index',
    (r) => r.for(one(r, u8), [], () => []),
    (r) => r.for(one(r, i8), [], () => []),
  ],
  [
    'parallel trips below zero',
    'unsigned count or index',
    (r) => r.each(one(r, u8), [], () => []),
    (r) => r.each(one(r, i8), [], () => []),
  ],
  [
    'a loop that yields more than it carries',
    'carried at yield',
    (r, _, __, n) => r.for(n, [carried(n)], (___, at) => [at]),
    (r, _, __, n) => r.for(n, [carried(n)], (___, at) => [at, at]),
  ],
  [
    'a loop that yields another type than it carries',
    'carried 0 at yield',
    (r, _, __, n) => r.for(n, [carried(n)], (___, at) => [at]),
    (r, _, __, n) => r.for(n, [carried(n)], (inner) => [one(inner, u16)]),
  ],
  [
    'a trap on a number',
    'condition',
    (r, m) => r.require(one(r, bool), m.error('no')),
    (r, m) => r.require(one(r, u8), m.error('no')),
  ],
  [
    'an event with a fact less than its name says',
    'facts',
    (r, m) => r.emit('emit', [one(r, u8), one(r, u8)], [m.error('Told(a,b)', [u8, u8]).index]),
    (r, m) => r.emit('emit', [one(r, u8)], [m.error('Told(a,b)', [u8, u8]).index]),
  ],
  [
    'an event with a fact of another type',
    'facts',
    (r, m) => r.emit('emit', [one(r, u8)], [m.error('Told(a)', [u8]).index]),
    (r, m) => r.emit('emit', [one(r, u16)], [m.error('Told(a)', [u8]).index]),
  ],
  ['a call with an argument more', 'arguments', calling((_, __, n) => [n]), calling((_, __, n) => [n, n])],
  ['a call with an argument of another type', 'argument v', calling((_, __, n) => [n]), calling((r) => [one(r, u16)])],
  ['a result more than the signature says', 'results', called((_, __, n) => [n]), called((_, __, n) => [n, n])],
  [
    'a result of another type than the signature says',
    'result 0',
    called((_, __, n) => [n]),
    called((r) => [one(r, u16)]),
  ],
  [
    'a reveal of what is public: the report tells of a secret that is none',
    'secret to reveal',
    (r, m, x) => r.reveal(m.release('reveal', 'why'), x),
    (r, m, _, n) => r.reveal(m.release('reveal', 'why'), n),
  ],
];

/** Secrets in places that everybody reads. */
const LEAKS: readonly Row[] = [
  [
    'a secret in a public field',
    'field box',
    (r, m, _, n) => r.emit('st.set', [n], [box(m)]),
    (r, m, x) => r.emit('st.set', [x], [box(m)]),
  ],
  [
    'a secret in a map of public values',
    'value of the map',
    (r, m, _, n) => r.emit('map.set', [n, r.cast(u16, n)], [kept(m)]),
    (r, m, x, n) => r.emit('map.set', [n, r.cast(u16, x)], [kept(m)]),
  ],
  [
    'a secret in an array of public elements',
    'element of the field',
    (r, m, _, n) => r.emit('arr.push', [r.cast(u16, n)], [list(m)]),
    (r, m, x) => r.emit('arr.push', [r.cast(u16, x)], [list(m)]),
  ],
  ['a secret as the public argument of a helper', 'argument v', calling((_, __, n) => [n]), calling((_, x) => [x])],
  ['a secret as a public result', 'result 0', called((_, __, n) => [n]), called((_, x) => [x])],
];

/** A u8 that a loop carries, and begins with. */
function carried(initial: BuiltValue): Parameters<RegionBuilder['for']>[1][number] {
  return { initial, declared: { type: u8, label: 'p' } };
}

const moduleFor = (made: Body | Module): Module => (typeof made === 'function' ? body(made) : made);
for (const [rows, code] of [
  [ROWS, 'E-TYPE'],
  [LEAKS, 'E-FLOW'],
] as const)
  for (const [forgery, what, honest, forged] of rows)
    test(forgery, () => refusedByBoth([forgery, code, what, () => [moduleFor(honest), moduleFor(forged)]]));

test('a recipient that is a number is refused also where nobody asks whether it is the sender', () => {
  const sends = (to: (r: RegionBuilder) => BuiltValue): Module =>
    body((r, m, x) => r.send(m.release('send', 'why'), to(r), x));
  const off = { ...allRules, readers: false };
  assert.equal(
    verifyModule(
      sends((r) => r.context('sender')),
      off,
    ).ok,
    true,
  );
  const outcome = verifyModule(
    sends((r) => one(r, u64)),
    off,
  );
  assert.deepEqual(outcome.ok ? 'accepted' : [outcome.code, outcome.facts['what']], ['E-TYPE', 'recipient']);
});
