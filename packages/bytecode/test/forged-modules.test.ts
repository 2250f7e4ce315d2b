// Modules that the verifier must refuse, each by the one check that stands against it: without that check it takes them.
import { test } from 'node:test';
import {
  KEY_BYTES_MAX,
  moduleBuilder,
  OPERANDS_MAX,
  scalarRefs,
  SCHEDULES_MAX,
  SOURCES_MAX,
  type FunctionShape,
  type Module,
  type ModuleBuilder,
  type TypeRef,
} from '@enigma/bytecode';
import {
  bodyOf,
  fieldOf,
  functionOf,
  moduleOf,
  refusedByBoth,
  withFields,
  withOp,
  withRegions,
  type Forgery,
} from './support/forgery.ts';

const { u8, u16, u32, u64, address } = scalarRefs;

/** A function for a block, at the height in its field. */
function scheduled(
  type: TypeRef,
  label: 'p' | 's',
  shape: (m: ModuleBuilder) => Partial<FunctionShape> = () => ({}),
): Module {
  return functionOf((m) => ({
    name: 'g',
    kind: 'scheduled',
    atBlock: m.field('at', 'readonly', type, label),
    ...shape(m),
  }));
}

/** helper() answers f() with a secret, which f gives to its caller; with a site of its own, or without. */
function helped(siteOfHelper: boolean): Module {
  const m = moduleBuilder();
  const box = m.field('box', 'state', u8, 's');
  const [own, site] = [
    m.release('return', 'from the box'),
    siteOfHelper ? m.release('return', 'to nobody') : undefined,
  ];
  const result = { type: u8, label: 's' as const };
  const helper = m.function(
    { name: 'helper', kind: 'internal', results: [{ ...result, ...(site ? { release: site } : {}) }] },
    (r) => [r.get(box)],
  );
  m.function({ name: 'f', kind: 'call', results: [{ ...result, release: own }] }, (r) => r.call(helper, []));
  return m.finish();
}

const inbox = (label: 'p' | 's', type: (m: ModuleBuilder) => TypeRef): Module =>
  moduleOf((m) => void m.field('entries', 'inbox', type(m), label));
const entry = (m: ModuleBuilder): TypeRef => m.recordType([{ name: 'bid', type: u8 }]);
type Members = Parameters<ModuleBuilder['recordType']>[0];
/** A map whose entries are such records. */
const mapped = (...members: Members): Module =>
  moduleOf((m) => void m.field('kept', 'map', m.vectorType(m.recordType(members)), 'p'));
const [key, value] = [
  { name: 'key', type: address },
  { name: 'value', type: u32 },
];
const pairs = mapped(key, value);
/** A map whose keys are records of so many members, the last of that type and label. */
const keyed = (count: number, last: (m: ModuleBuilder) => TypeRef = () => u8, label: 'p' | 's' = 'p'): Module =>
  moduleOf((m) => {
    const others = Array.from({ length: count - 1 }, (_, i) => ({ name: `k${i}`, type: u8 }));
    const keys = m.recordType([...others, { name: 'last', type: last(m), label }]);
    m.field('kept', 'map', m.mapType(keys, u8, 'p'), 'p');
  });

const constants = (...types: readonly TypeRef[]): Module =>
  bodyOf((r) => types.forEach((type, i) => r.constant(type, i)));
/** The first two entries of a table exchanged, and each mention of them by that opcode, so that the meaning stays. */
const exchanged = <T>([first, second, ...rest]: readonly T[]): T[] => [second!, first!, ...rest];
const other = (index: number): number => (index < 2 ? 1 - index : index);
const revealing = moduleOf((m) => {
  const box = m.field('box', 'state', u8, 's');
  const sites = [m.release('reveal', 'once'), m.release('reveal', 'and again')];
  return (r) => sites.forEach((site) => r.reveal(site, r.get(box)));
});
/** u8[] and u32[], one level deep, and u8[][], two. */
const levels = moduleOf((m) => {
  m.field('words', 'state', m.vectorType(u32), 'p');
  m.field('rows', 'state', m.vectorType(m.vectorType(u8)), 'p');
});
const eachOf = (withType: boolean): Module =>
  moduleOf((m) => {
    if (withType) m.vectorType(u8);
    return (r) => void r.each(r.constant(u8, 3), [], (_, index) => [index]);
  });
const asking = (functions: number): Module => {
  const m = moduleBuilder();
  for (let f = 0; f < functions; f++)
    m.function(
      {
        name: `f${f}`,
        kind: 'call',
        params: Array.from({ length: 32 }, (_, i) => ({ name: `x${i}`, type: u8, label: 's' })),
      },
      () => [],
    );
  return m.finish();
};
/** A secret that goes through 250 fields, each read before it is written, so that every round over the function moves it by one; and `padding` operands to walk in each round. */
const relayed = (padding: number): Module => {
  const m = moduleBuilder();
  const fields = Array.from({ length: 250 }, (_, i) => m.field(`field${i}`, 'state', u8, 's'));
  const bytes = m.vectorType(u8);
  m.function({ name: 'f', kind: 'call', params: [{ name: 'x', type: u8, label: 's' }] }, (r, [x]) => {
    for (let left = padding; left > 0; left -= OPERANDS_MAX)
      r.vector(
        bytes,
        Array.from({ length: Math.min(left, OPERANDS_MAX) }, () => x!),
      );
    for (let i = fields.length - 1; i > 0; i--) r.set(fields[i]!, r.get(fields[i - 1]!));
    r.set(fields[0]!, x!);
    return [];
  });
  return m.finish();
};

const FORGERIES: readonly Forgery[] = [
  // Kinds of functions.
  [
    'a constructor’s name for what anybody may call',
    'E-KIND',
    'constructor',
    () => [functionOf(() => ({ name: 'f', kind: 'call' })), functionOf(() => ({ name: 'constructor', kind: 'call' }))],
  ],
  [
    'a constructor that answers, when there is nobody to answer',
    'E-KIND',
    'results of a constructor',
    () => [
      functionOf(() => ({ name: 'constructor', kind: 'ctor' })),
      functionOf(() => ({ name: 'constructor', kind: 'ctor', results: [{ type: u8, label: 'p' }] })),
    ],
  ],
  [
    'a height of 32 bits, where the chain has 64',
    'E-KIND',
    'height field',
    () => [scheduled(u64, 'p'), scheduled(u32, 'p')],
  ],
  ['a height that nobody knows', 'E-KIND', 'height field', () => [scheduled(u64, 'p'), scheduled(u64, 's')]],
  [
    'a scheduled function with arguments, which the chain has none for',
    'E-KIND',
    'parameters',
    () => [scheduled(u64, 'p'), scheduled(u64, 'p', () => ({ params: [{ name: 'n', type: u8, label: 'p' }] }))],
  ],
  [
    'an argument that is half public and half masked',
    'E-KIND',
    'secret member in a public place',
    () => [halved('p'), halved('s')],
  ],
  [
    'a return site on a helper: the report tells of a caller who gets nothing',
    'E-RELEASE',
    undefined,
    () => [helped(false), helped(true)],
  ],
  [
    'a return site on what is public: the report tells of a secret that is none',
    'E-RELEASE',
    'public result',
    () => [
      functionOf(() => ({ name: 'f', kind: 'call', results: [{ type: u8, label: 'p' }] })),
      functionOf((m) => ({
        name: 'f',
        kind: 'call',
        results: [{ type: u8, label: 'p', release: m.release('return', 'the sum') }],
      })),
    ],
  ],
  [
    'a secret for the caller of a function that the chain calls',
    'E-READER',
    'a scheduled function has no caller',
    () => [
      scheduled(u64, 'p'),
      scheduled(u64, 'p', (m) => ({
        results: [{ type: u8, label: 's', release: m.release('return', 'to whoever triggers') }],
      })),
    ],
  ],
  // Fields.
  [
    'two fields of one name, of which a report shows one',
    'E-FORMAT',
    'field twice',
    () => [levels, withFields(levels, { name: 'rows' })],
  ],
  [
    'two members of one name, of which a report shows one',
    'E-FORMAT',
    'member twice',
    () => [mapped(key, value), mapped(key, value, key)],
  ],
  [
    'two arguments of one name',
    'E-FORMAT',
    'parameter twice',
    () => [
      functionOf(() => ({ name: 'f', kind: 'call', params: [named('n'), named('m')] })),
      functionOf(() => ({ name: 'f', kind: 'call', params: [named('n'), named('n')] })),
    ],
  ],
  ['two inboxes, where the chain has one', 'E-KIND', 'inbox', () => [inboxes(1), inboxes(2)]],
  [
    'two constructors, of which a deployment runs one',
    'E-KIND',
    'constructor',
    () => [constructors(1), constructors(2)],
  ],
  [
    'more scheduled functions than the chain keeps',
    'E-KIND',
    'scheduled',
    () => [schedules(SCHEDULES_MAX), schedules(SCHEDULES_MAX + 1)],
  ],
  [
    'an inbox whose entries are public before the poll closes',
    'E-FIELD',
    'inbox of a secret record',
    () => [inbox('s', entry), inbox('p', entry)],
  ],
  [
    'an inbox of what is no record',
    'E-FIELD',
    'inbox of a secret record',
    () => [inbox('s', entry), inbox('s', () => u8)],
  ],
  [
    'an inbox whose entries take a number of masks that no seat knows',
    'E-FIELD',
    'inbox of a fixed size',
    () => [inbox('s', entry), inbox('s', (m) => m.recordType([{ name: 'bids', type: m.vectorType(u8) }]))],
  ],
  [
    'a map whose first member is another than the key',
    'E-FIELD',
    'map of public keys',
    () => [pairs, mapped({ ...key, name: 'owner' }, value)],
  ],
  [
    'a map whose second member is another than the value',
    'E-FIELD',
    'map of public keys',
    () => [pairs, mapped(key, { ...value, name: 'amount' })],
  ],
  [
    'a map with a third member, which nothing reads and everybody pays for',
    'E-FIELD',
    'map of public keys',
    () => [pairs, mapped(key, value, { name: 'more', type: u8 })],
  ],
  [
    'a map by secret keys, whose order of insertion everybody sees',
    'E-FIELD',
    'map of public keys',
    () => [pairs, mapped({ ...key, label: 's' }, value)],
  ],
  [
    'a map whose keys are no scalars',
    'E-FIELD',
    'map of public keys',
    () => [keyed(2), moduleOf((m) => void m.field('kept', 'map', m.mapType(m.vectorType(u8), u8, 'p'), 'p'))],
  ],
  [
    'a map whose keys hold more bytes than a hash has',
    'E-FIELD',
    'map of public keys',
    () => [keyed(2, (m) => m.arrayType(u8, KEY_BYTES_MAX)), keyed(2, (m) => m.arrayType(u8, KEY_BYTES_MAX + 1))],
  ],
  [
    'a map whose keys hold arrays of what is no byte, for which no step is counted',
    'E-FIELD',
    'map of public keys',
    () => [keyed(2, (m) => m.arrayType(u8, 4)), keyed(2, (m) => m.arrayType(u16, 4))],
  ],
  [
    'a map whose keys hold arrays of arrays',
    'E-FIELD',
    'map of public keys',
    () => [keyed(2, (m) => m.arrayType(u8, 2)), keyed(2, (m) => m.arrayType(m.arrayType(u8, 2), 2))],
  ],
  [
    'a map whose keys have more members than a step tells apart',
    'E-FIELD',
    'map of public keys',
    () => [keyed(8), keyed(9)],
  ],
  ['a map by keys that are secret in part', 'E-FIELD', 'map of public keys', () => [keyed(2), keyed(2, () => u8, 's')]],
  // Tables: a second spelling is a second code hash for one contract.
  [
    'a type that nothing uses',
    'E-CANONICAL',
    'unused type',
    () => [fieldOf((m) => m.vectorType(u8)), fieldOf((m) => (m.vectorType(u32), m.vectorType(u8)))],
  ],
  [
    'a deeper type before a shallower one',
    'E-CANONICAL',
    'order of types',
    () => [
      levels,
      {
        ...levels,
        types: [levels.types[0]!, levels.types[2]!, levels.types[1]!],
        fields: levels.fields.map((field, i) => ({ ...field, type: 34 - i })),
      },
    ],
  ],
  [
    'constants of a later type first',
    'E-CANONICAL',
    'order of constants',
    () => [constants(u8, u32), swappedConstants(constants(u8, u32))],
  ],
  [
    'constants of one type, the greater first',
    'E-CANONICAL',
    'order of constants',
    () => [constants(u8, u8), swappedConstants(constants(u8, u8))],
  ],
  [
    'reasons in another order than that of their use',
    'E-CANONICAL',
    'order of releases',
    () => [
      revealing,
      {
        ...withOp(revealing, 'reveal', ({ immediates }) => ({ immediates: immediates.map(other) })),
        releases: exchanged(revealing.releases),
      },
    ],
  ],
  // Bodies.
  [
    'a vector of a type that is not in the table',
    'E-TYPE',
    'vector type missing from the table',
    () => [eachOf(true), eachOf(false)],
  ],
  [
    'a function with two ends',
    'E-REGION',
    'instruction after yield',
    () => [
      revealing,
      withRegions(revealing, ({ instructions }) => ({ instructions: [...instructions, instructions.at(-1)!] })),
    ],
  ],
  [
    'a reveal at a site that no report has',
    'E-RELEASE',
    undefined,
    () => [revealing, withOp(revealing, 'reveal', ({ immediates: [site] }) => ({ immediates: [site! + 1] }))],
  ],
  // What the passes bear.
  [
    'more secret arguments than the sources that are told apart',
    'E-LIMIT',
    'sources',
    () => [asking(SOURCES_MAX / 32), asking(SOURCES_MAX / 32 + 1)],
  ],
  [
    'a module of few bytes whose verification keeps a node busy',
    'E-LIMIT',
    'steps',
    () => [relayed(1), relayed(60_000)],
  ],
];

function named(name: string): { readonly name: string; readonly type: TypeRef; readonly label: 'p' } {
  return { name, type: u8, label: 'p' };
}

function inboxes(count: number): Module {
  return moduleOf((m) => {
    for (let i = 0; i < count; i++) m.field(`entries${i}`, 'inbox', entry(m), 's');
  });
}

function constructors(count: number): Module {
  return moduleOf((m) => {
    for (let i = 0; i < count; i++)
      m.function(
        { name: 'constructor', kind: 'ctor', params: Array.from({ length: i }, (_, k) => named(`n${k}`)) },
        () => [],
      );
  });
}

function schedules(count: number): Module {
  return moduleOf((m) => {
    const atBlock = m.field('at', 'readonly', u64, 'p');
    for (let i = 0; i < count; i++) m.function({ name: `g${i}`, kind: 'scheduled', atBlock }, () => []);
  });
}

function halved(label: 'p' | 's'): Module {
  return functionOf((m) => ({
    name: 'f',
    kind: 'call',
    params: [{ name: 'order', type: m.recordType([{ name: 'price', type: u8, label }]), label: 'p' }],
  }));
}

function swappedConstants(module: Module): Module {
  const renamed = withOp(module, 'const', ({ immediates }) => ({ immediates: immediates.map(other) }));
  return { ...renamed, consts: exchanged(module.consts) };
}

for (const forgery of FORGERIES) test(forgery[0], () => refusedByBoth(forgery));
