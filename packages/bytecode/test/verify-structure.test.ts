// One forged module per rule: loops, calls, sites, tables, effects (rules 5 to 8).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allRules,
  encodeModule,
  firstTableType,
  loadModule,
  moduleBuilder,
  scalarRefs,
  verifyModule,
} from '@enigma/bytecode';
import { forged, mapInstructions, refusedWith, withBody } from './support/forged.ts';
import { votingModule } from './support/voting.ts';

const { u8, u32 } = scalarRefs;

test('rule 5: a loop declares its carried value public and yields a secret (P13)', () => {
  const module = withBody((r, x, n) => void r.for(n, [{ initial: n, declared: { type: u8, label: 'p' } }], () => [x]));
  forged('carriedLabels', 'E-LABEL', module);
});

test('rule 5: a carried value that enters with another label than declared', () => {
  const module = withBody(
    (r, x, n) => void r.for(n, [{ initial: x, declared: { type: u8, label: 'p' } }], (_, __, [v]) => [v!]),
  );
  forged('carriedLabels', 'E-LABEL', module);
  const folded = withBody(
    (r, x, n, { m }) =>
      void r.fold(r.vector(m.vectorType(u8), [n]), [{ initial: n, declared: { type: u8, label: 'p' } }], () => [x]),
  );
  forged('carriedLabels', 'E-LABEL', folded);
});

test('rule 6: functions that call each other in a circle', () => {
  const m = moduleBuilder();
  const a = m.declare({ name: 'a', kind: 'internal' });
  const b = m.declare({ name: 'b', kind: 'internal' });
  m.body(a, (r) => (r.call(b, []), []));
  m.body(b, (r) => (r.call(a, []), []));
  m.function({ name: 'f', kind: 'call' }, (r) => (r.call(a, []), []));
  const module = m.finish();
  const outcome = verifyModule(module);
  assert.equal(outcome.ok ? '' : outcome.code, 'E-CALLS');
  assert.equal(verifyModule(module, { ...allRules, acyclicCalls: false }).ok, true);
});

test('rule 7: a site used twice, a site of another kind, a reveal without a reason', () => {
  const twice = withBody((r, x, _, { m }) => {
    const site = m.release('reveal', 'x');
    r.reveal(site, x);
    r.reveal(site, x);
  });
  forged('releaseSites', 'E-RELEASE', twice);
  forged(
    'releaseSites',
    'E-RELEASE',
    withBody((r, x, _, { m }) => void r.reveal(m.release('send', 'x'), x)),
  );
  forged(
    'releaseSites',
    'E-REASON',
    withBody((r, x, _, { m }) => void r.reveal(m.release('reveal', ' '), x)),
  );
});

test('rule 7: a site that nothing uses', () => {
  const module = withBody((_, __, ___, { m }) => void m.release('reveal', 'nothing'));
  const outcome = verifyModule(module);
  assert.equal(outcome.ok, false);
  assert.equal(verifyModule(module, { ...allRules, releaseSites: false, canonicalTables: false }).ok, true);
});

test('rule 8: tables out of order, twice or unused', () => {
  const voting = votingModule();
  const swap = <T>(list: readonly T[]): T[] => [list[1] as T, list[0] as T, ...list.slice(2)];
  forged('canonicalTables', 'E-CANONICAL', { ...voting, types: [...voting.types, { kind: 'vector', element: u8 }] });
  forged('canonicalTables', 'E-CANONICAL', { ...voting, consts: [...voting.consts, { type: u8, value: 7n }] });
  forged('canonicalTables', 'E-CANONICAL', { ...voting, errors: [{ text: 'never said', facts: [] }] });
  forged('canonicalTables', 'E-CANONICAL', { ...voting, functions: swap(voting.functions) });
  const types = withBody((r, x, n, { m }) => {
    r.vector(m.vectorType(u8), [n]);
    r.vector(m.vectorType(u32), []);
  });
  const other = (ref: number): number => (ref < firstTableType ? ref : firstTableType + 1 - (ref - firstTableType));
  forged('canonicalTables', 'E-CANONICAL', {
    ...types,
    types: swap(types.types),
    functions: types.functions.map((fn) =>
      mapInstructions(fn, (i) => (i.op === 'vec.make' ? { ...i, immediates: i.immediates.map(other) } : i)),
    ),
  });
  const unused = moduleBuilder();
  unused.function({ name: 'helper', kind: 'internal' }, () => []);
  unused.function({ name: 'f', kind: 'call' }, () => []);
  forged('canonicalTables', 'E-CANONICAL', unused.finish());
});

test('rule 8: a number spelt longer than needed', () => {
  const bytes = encodeModule(votingModule());
  // Behind magic and versions stands the number of types.
  const long = Uint8Array.from([...bytes.subarray(0, 8), bytes[8]! | 0x80, 0x00, ...bytes.subarray(9)]);
  const outcome = loadModule(long);
  assert.equal(outcome.ok ? '' : outcome.code, 'E-CANONICAL');
  assert.equal(loadModule(long, { ...allRules, canonicalNumbers: false }).ok, true);
});

test('effects: state inside each, a view that writes or releases, a read that writes, a readonly field written late, a call of a callable', () => {
  const each = withBody((r, x, n, { box }) => void r.each(n, [], (body) => (body.set(box, x), [])));
  forged('effects', 'E-REGION', each);
  forged(
    'effects',
    'E-VIEW',
    withBody((r, x, _, { box }) => r.set(box, x), 'view'),
  );
  forged(
    'effects',
    'E-VIEW',
    withBody((r, x, _, { m }) => void r.reveal(m.release('reveal', 'x'), x), 'view'),
  );
  forged(
    'effects',
    'E-READ',
    withBody((r, x, _, { box }) => r.set(box, x), 'read'),
  );
  const readonly = withBody((r, _, n, { m }) => r.set(m.field('fixed', 'readonly', u8, 'p'), n));
  forged('effects', 'E-FIELD', readonly);
  const m = moduleBuilder();
  const g = m.function({ name: 'g', kind: 'call' }, () => []);
  m.function({ name: 'f', kind: 'call' }, (r) => (r.call(g, []), []));
  forged('effects', 'E-CALLS', m.finish());
});

test('effects reach through helpers: state inside each by a call', () => {
  const m = moduleBuilder();
  const count = m.field('count', 'state', u8, 'p');
  const helper = m.function({ name: 'bump', kind: 'internal' }, (r) => (r.set(count, r.constant(u8, 1)), []));
  m.function({ name: 'f', kind: 'call', params: [{ name: 'n', type: u8, label: 'p' }] }, (r, [n]) => {
    r.each(n!, [], (body) => (body.call(helper, []), []));
    return [];
  });
  forged('effects', 'E-REGION', m.finish());
});

test('a constructor neither releases nor takes entries, and has public arguments', () => {
  const m = moduleBuilder();
  const box = m.field('box', 'state', u8, 's');
  const site = m.release('reveal', 'box');
  m.function({ name: 'constructor', kind: 'ctor' }, (r) => (r.reveal(site, r.get(box)), []));
  forged('effects', 'E-KIND', m.finish());
  const secretArgument = moduleBuilder();
  secretArgument.function(
    { name: 'constructor', kind: 'ctor', params: [{ name: 'x', type: u8, label: 's' }] },
    () => [],
  );
  refusedWith('E-KIND', secretArgument.finish());
});

test('words that no bytes can have are refused also in a module that was never bytes', () => {
  const voting = votingModule();
  const [field, ...fields] = voting.fields;
  const [release, ...releases] = voting.releases;
  const [fn, ...functions] = voting.functions;
  for (const name of ['no name', 'a..b', '.a', 'a.', 'a.1', `a.${'b'.repeat(63)}`])
    refusedWith('E-FORMAT', { ...voting, fields: [{ ...field!, name }, ...fields] });
  // Only a field may be one of a component.
  refusedWith('E-FORMAT', { ...voting, functions: [{ ...fn!, name: 'a.b' }, ...functions] });
  refusedWith('E-FORMAT', { ...voting, releases: [{ ...release!, reason: 'a\u0007bell' }, ...releases] });
});
