// A module with every kind of type in each place that bytes are read for: not verified, for layouts need none, and values of its types by chance.
import type { Chance } from '@enigma/fuzz';
import {
  boundsOf,
  elementOf,
  isLeaf,
  moduleBuilder,
  record,
  scalarRefs,
  tableType,
  vector,
  type Module,
  type TypeRef,
  type Types,
  type Value,
} from '../src/index.ts';

const { bool, u8, u16, u32, u64, i8, i16, i64, address } = scalarRefs;

export function richModule(): Module {
  const m = moduleBuilder();
  const range = m.range(31);
  const pair = m.recordType([
    { name: 'who', type: address },
    { name: 'n', type: i8 },
  ]);
  const half = m.recordType([
    { name: 'open', type: u16 },
    { name: 'hidden', type: range, label: 's' },
  ]);
  const pairs = m.vectorType(pair);
  const halves = m.vectorType(half);
  const row = m.arrayType(i16, 3);
  const rows = m.vectorType(row);
  const wide = m.arrayType(u8, 64);
  const wides = m.vectorType(wide);
  m.field('pairs', 'state', pairs, 'p');
  m.field('halves', 'state', halves, 'p');
  m.field('rows', 'state', rows, 's');
  m.field('wides', 'state', wides, 's');
  m.field('box', 'state', u64, 's');
  m.field('limit', 'readonly', range, 'p');
  m.field('entries', 'inbox', half, 's');
  m.error('Told(n,who)', [u32, address]);
  m.error('Bare');
  const why = m.release('return', 'to its caller');
  m.function(
    {
      name: 'constructor',
      kind: 'ctor',
      params: [pairs, bool, i64, range, address, row].map((type, i) => ({ name: `p${i}`, type, label: 'p' as const })),
    },
    () => [],
  );
  m.function(
    {
      name: 'ask',
      kind: 'call',
      params: [
        { name: 'n', type: u32, label: 'p' },
        { name: 'x', type: i16, label: 's' },
        { name: 'half', type: half, label: 'p' },
        { name: 'row', type: row, label: 's' },
        { name: 'who', type: address, label: 's' },
        { name: 'pairs', type: pairs, label: 'p' },
      ],
      results: [
        { type: pairs, label: 'p' },
        { type: rows, label: 's', release: why },
        { type: u16, label: 'p' },
        { type: halves, label: 'p' },
      ],
    },
    (r) => [r.constant(u16, 1), r.constant(u16, 1), r.constant(u16, 1), r.constant(u16, 1)],
  );
  return m.finish();
}

/** A public value of a type. */
export function valueOf(types: Types, type: TypeRef, chance: Chance): Value<never> {
  if (isLeaf(types, type)) {
    if (type === address) return chance.uint(160);
    const [least, most] = boundsOf(types, type);
    return least + (chance.uint(64) % (most - least + 1n));
  }
  const entry = tableType(types, type);
  if (entry?.kind === 'record') return record(entry.members.map((member) => valueOf(types, member.type, chance)));
  const length = entry?.kind === 'array' ? entry.length : chance.below(4);
  return vector(Array.from({ length }, () => valueOf(types, elementOf(types, type), chance)));
}
