// State that lives across calls: growing arrays, maps, secret addresses, mixed records, events; and the forged module for each of their rules.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  evaluate,
  functionNamed,
  initialState,
  leavesOf,
  moduleBuilder,
  plainValue,
  record,
  scalarRefs,
  secret,
  verifyModule,
  zeroOf,
  type BuiltValue,
  type Module,
  type RegionBuilder,
  type Value,
} from '@enigma/bytecode';
import { context, verified } from './support/run.ts';
import { forged, refusedWith, withBody } from './support/forged.ts';

const { bool, u8, u16, u32, u64, address } = scalarRefs;

/** A map of secret u16 by address, with a function for every opcode. */
function ledger(): Module {
  const m = moduleBuilder();
  const balances = m.field('balances', 'map', m.mapType(address, u16, 's'), 'p');
  const log = m.field('log', 'state', m.vectorType(u16), 'p');
  const at = [balances.index];
  const who = { name: 'who', type: address, label: 'p' as const };
  const site = m.release('return', 'what is kept there');
  m.function(
    { name: 'set', kind: 'call', params: [who, { name: 'x', type: u16, label: 's' }] },
    (r, [k, x]) => (r.emit('map.set', [k!, x!], at), []),
  );
  m.function(
    { name: 'get', kind: 'call', params: [who], results: [{ type: u16, label: 's', release: site }] },
    (r, [k]) => [r.emit('map.get', [k!], at)],
  );
  m.function({ name: 'has', kind: 'call', params: [who], results: [{ type: bool, label: 'p' }] }, (r, [k]) => [
    r.emit('map.has', [k!], at),
  ]);
  m.function({ name: 'drop', kind: 'call', params: [who] }, (r, [k]) => (r.emit('map.del', [k!], at), []));
  m.function({ name: 'size', kind: 'call', results: [{ type: u32, label: 'p' }] }, (r) => [r.emit('map.size', [], at)]);
  m.function(
    {
      name: 'key',
      kind: 'call',
      params: [{ name: 'i', type: u32, label: 'p' }],
      results: [{ type: address, label: 'p' }],
    },
    (r, [i]) => [r.emit('map.key', [i!], at)],
  );
  m.function({ name: 'push', kind: 'call', params: [{ name: 'x', type: u16, label: 'p' }] }, (r, [x]) => {
    r.emit('arr.push', [x!], [log.index]);
    r.emit('emit', [x!, r.emit('len', [r.get(log)])], [m.error('Pushed(value,length)', [u16, u32]).index]);
    return [];
  });
  m.function({ name: 'pop', kind: 'call', results: [{ type: u16, label: 'p' }] }, (r) => [
    r.emit('arr.pop', [], [log.index]),
  ]);
  return m.finish();
}

test('maps keep the order of insertion, read zero where nothing is, and arrays grow and shrink, as a twin says', () => {
  const module = verified(ledger());
  const step = fc.record({
    op: fc.constantFrom('set', 'get', 'has', 'drop', 'size', 'key', 'push', 'pop'),
    key: fc.bigInt(0n, 4n),
    value: fc.bigInt(0n, 65_535n),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let state: readonly Value<bigint>[] = initialState(module);
      const map = new Map<bigint, bigint>();
      const list: bigint[] = [];
      for (const { op, key, value } of steps) {
        const lists: Record<string, readonly Value<bigint>[]> = {
          set: [key, secret(value)],
          push: [value],
          size: [],
          pop: [],
          key: [key],
        };
        const given = lists[op] ?? [key];
        const { outcome } = evaluate(module, functionNamed(module, op), { args: given, state, context });
        const expected = {
          set: () => void map.set(key, value),
          get: () => map.get(key) ?? 0n,
          has: () => (map.has(key) ? 1n : 0n),
          drop: () => void map.delete(key),
          size: () => BigInt(map.size),
          key: () => [...map.keys()][Number(key)] ?? 'trap',
          push: () => void list.push(value),
          pop: () => list.pop() ?? 'trap',
        }[op]!();
        if (expected === 'trap') {
          assert.deepEqual(outcome, { status: 'revert', code: 3, facts: [] });
          continue;
        }
        assert.ok(outcome.status === 'ok');
        state = outcome.state;
        const type = module.module.functions[functionNamed(module, op)]!.results[0]?.type ?? bool;
        if (outcome.results[0] !== undefined) assert.equal(plainValue(module, type, outcome.results[0]), expected);
        if (op === 'push') assert.deepEqual(outcome.events, [{ error: 0, facts: [value, BigInt(list.length)] }]);
      }
    }),
    { numRuns: 150, seed: 6 },
  );
});

test('a key in two parts: each pair is a key of its own, as a twin says', () => {
  const m = moduleBuilder();
  const pair = m.recordType([
    { name: 'poll', type: u8 },
    { name: 'who', type: address },
  ]);
  const votes = [m.field('votes', 'map', m.mapType(pair, u16, 's'), 'p').index];
  const key = [
    { name: 'poll', type: u8, label: 'p' as const },
    { name: 'who', type: address, label: 'p' as const },
  ];
  const site = m.release('return', 'what is kept there');
  const keyOf = (r: RegionBuilder, [poll, who]: readonly BuiltValue[]): BuiltValue =>
    r.emit('rec.make', [poll!, who!], [pair]);
  m.function({ name: 'set', kind: 'call', params: [...key, { name: 'x', type: u16, label: 's' }] }, (r, given) => {
    r.emit('map.set', [keyOf(r, given), given[2]!], votes);
    return [];
  });
  m.function(
    { name: 'get', kind: 'call', params: key, results: [{ type: u16, label: 's', release: site }] },
    (r, given) => [r.emit('map.get', [keyOf(r, given)], votes)],
  );
  m.function({ name: 'has', kind: 'call', params: key, results: [{ type: bool, label: 'p' }] }, (r, given) => [
    r.emit('map.has', [keyOf(r, given)], votes),
  ]);
  m.function({ name: 'drop', kind: 'call', params: key }, (r, given) => {
    r.emit('map.del', [keyOf(r, given)], votes);
    return [];
  });
  m.function(
    {
      name: 'key',
      kind: 'call',
      params: [{ name: 'i', type: u32, label: 'p' }],
      results: [{ type: pair, label: 'p' }],
    },
    (r, [i]) => [r.emit('map.key', [i!], votes)],
  );
  const module = verified(m.finish());
  const step = fc.record({
    op: fc.constantFrom('set', 'set', 'get', 'has', 'drop', 'key'),
    poll: fc.bigInt(0n, 12n),
    who: fc.constantFrom(0n, 1n, 11n, 2n, 12n),
    value: fc.bigInt(1n, 65_535n),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let state: readonly Value<bigint>[] = initialState(module);
      const twin = new Map<string, readonly [key: Value<bigint>, value: bigint]>();
      for (const { op, poll, who, value } of steps) {
        const id = `poll ${poll} of ${who}`;
        const args = op === 'key' ? [poll] : op === 'set' ? [poll, who, secret(value)] : [poll, who];
        const { outcome } = evaluate(module, functionNamed(module, op), { args, state, context });
        const expected = {
          set: () => void twin.set(id, [record([poll, who]), value]),
          get: () => twin.get(id)?.[1] ?? 0n,
          has: () => (twin.has(id) ? 1n : 0n),
          drop: () => void twin.delete(id),
          key: () => [...twin.values()][Number(poll)]?.[0] ?? 'trap',
        }[op]!();
        if (expected === 'trap') {
          assert.deepEqual(outcome, { status: 'revert', code: 3, facts: [] });
          continue;
        }
        assert.ok(outcome.status === 'ok');
        state = outcome.state;
        const type = module.module.functions[functionNamed(module, op)]!.results[0]?.type ?? bool;
        if (outcome.results[0] !== undefined) assert.deepEqual(plainValue(module, type, outcome.results[0]), expected);
      }
    }),
    { numRuns: 100, seed: 7 },
  );
});

test('an address that a secret decides is three limbs, and equal only if all are', () => {
  const m = moduleBuilder();
  const site = m.release('reveal', 'the chosen one');
  const same = m.release('reveal', 'whether they are one');
  const who = (name: string, label: 'p' | 's'): { name: string; type: number; label: 'p' | 's' } => ({
    name,
    type: address,
    label,
  });
  m.function(
    {
      name: 'pick',
      kind: 'call',
      params: [{ name: 'c', type: bool, label: 's' }, who('a', 'p'), who('b', 's')],
      results: [
        { type: address, label: 'p' },
        { type: bool, label: 'p' },
      ],
    },
    (r, [c, a, b]) => [r.reveal(site, r.emit('select', [c!, a!, b!])), r.reveal(same, r.emit('addr.eq', [a!, b!]))],
  );
  const module = verified(m.finish());
  const limb = (1n << 64n) - 1n;
  const parts = fc.constantFrom(0n, 1n, limb, limb << 64n, 7n << 128n, 1n << 64n);
  fc.assert(
    fc.property(fc.boolean(), parts, parts, (c, a, b) => {
      const limbs = [b & limb, (b >> 64n) & limb, b >> 128n].map((part) => secret(part));
      const args: Value<bigint>[] = [secret(c ? 1n : 0n), a, { kind: 'record', members: limbs }];
      const { outcome } = evaluate(module, 0, { args, context });
      assert.ok(outcome.status === 'ok');
      assert.equal(outcome.outputs.everyone.length, 4);
      assert.equal(plainValue(module, address, outcome.results[0]!), c ? a : b);
      assert.equal(plainValue(module, bool, outcome.results[1]!), a === b ? 1n : 0n);
    }),
    { numRuns: 100, seed: 8 },
  );
});

test('arrays of a fixed length start as zeros and have as many leaves as they say', () => {
  const m = moduleBuilder();
  const row = m.arrayType(u8, 3);
  m.field('row', 'state', row, 's');
  m.function({ name: 'f', kind: 'call' }, () => []);
  const { types } = m.finish();
  assert.equal(leavesOf(types, row, zeroOf(types, row)).length, 3);
  const wrong = withBody((r, x, _, { m: other }) => void r.vector(other.arrayType(u8, 3), [x, x]));
  forged('operandTypes', 'E-TYPE', wrong);
  forged(
    'operandTypes',
    'E-TYPE',
    withBody((r, x, n, { m: other }) => void r.fill(other.arrayType(u8, 3), x, n)),
  );
});

test('rule 2: map opcodes take a map, its key and its value; a push takes a vector in state', () => {
  for (const op of ['map.get', 'map.has', 'map.del', 'map.key'] as const)
    forged(
      'operandTypes',
      'E-TYPE',
      withBody((r, _, n, { box }) => void r.emit(op, [n], [box.index])),
    );
  const keyed = (build: Parameters<typeof withBody>[0]): Module => withBody(build);
  forged(
    'operandTypes',
    'E-TYPE',
    keyed(
      (r, x, n, { m }) => void r.emit('map.set', [n, x], [m.field('map', 'map', m.mapType(u16, u8, 's'), 'p').index]),
    ),
  );
  forged(
    'operandTypes',
    'E-TYPE',
    keyed((r, x, _, { box }) => void r.emit('arr.push', [x], [box.index])),
  );
  forged(
    'operandTypes',
    'E-TYPE',
    keyed((r, _, __, { m }) => void r.get(m.field('map', 'map', m.mapType(u16, u8, 's'), 'p'))),
  );
});

test('rule 3: a secret in a map or array of public values, and a public one without classify in one of secrets', () => {
  const map = (label: 'p' | 's', value: 'x' | 'n'): Module =>
    withBody((r, x, n, { m }) => {
      const field = m.field('map', 'map', m.mapType(u8, u8, label), 'p');
      r.emit('map.set', [n, value === 'x' ? x : n], [field.index]);
    });
  forged('declaredLabels', 'E-FLOW', map('p', 'x'));
  forged('declaredLabels', 'E-LABEL', map('s', 'n'));
  assert.equal(verifyModule(map('s', 'x')).ok, true);
  const list = (label: 'p' | 's', value: 'x' | 'n'): Module =>
    withBody((r, x, n, { m }) => {
      const field = m.field('list', 'state', m.vectorType(u8), label);
      r.emit('arr.push', [value === 'x' ? x : n], [field.index]);
    });
  forged('declaredLabels', 'E-FLOW', list('p', 'x'));
  forged('declaredLabels', 'E-LABEL', list('s', 'n'));
});

test('rule 4: a secret key or place, and a secret fact of an event', () => {
  for (const op of ['map.get', 'map.has', 'map.del', 'map.key'] as const)
    forged(
      'mustBePublic',
      'E-SHAPE',
      withBody((r, x, _, { m }) => void r.emit(op, [x], [m.field('map', 'map', m.mapType(u8, u8, 's'), 'p').index])),
    );
  forged(
    'mustBePublic',
    'E-SHAPE',
    withBody(
      (r, x, _, { m }) => void r.emit('map.set', [x, x], [m.field('map', 'map', m.mapType(u8, u8, 's'), 'p').index]),
    ),
  );
  forged(
    'mustBePublic',
    'E-SHAPE',
    withBody((r, x, _, { m }) => void r.emit('emit', [x], [m.error('Seen(x)', [u8]).index])),
  );
});

test('effects: maps, arrays and events in a view, inside each, in a constructor', () => {
  const writes: Parameters<typeof withBody>[0][] = [
    (r, x, n, { m }) => void r.emit('map.set', [n, x], [m.field('map', 'map', m.mapType(u8, u8, 's'), 'p').index]),
    (r, x, _, { m }) => void r.emit('arr.push', [x], [m.field('list', 'state', m.vectorType(u8), 's').index]),
    (r, _, n, { m }) => void r.emit('emit', [n], [m.error('Seen(n)', [u8]).index]),
  ];
  for (const write of writes) {
    forged('effects', 'E-VIEW', withBody(write, 'view'));
    forged(
      'effects',
      'E-REGION',
      withBody((r, x, n, scene) => void r.each(n, [], (body) => (write(body, x, n, scene), []))),
    );
  }
  const m = moduleBuilder();
  m.function({ name: 'constructor', kind: 'ctor' }, (r) => (r.emit('emit', [], [m.error('Born()').index]), []));
  forged('effects', 'E-KIND', m.finish());
});

test('fields: a map has public keys that are scalars, what is secret as a whole marks no member', () => {
  const field = (build: (m: ReturnType<typeof moduleBuilder>) => void): Module => {
    const m = moduleBuilder();
    build(m);
    m.function({ name: 'f', kind: 'call' }, () => []);
    return m.finish();
  };
  refusedWith(
    'E-FIELD',
    field((m) => m.field('map', 'map', m.vectorType(u8), 'p')),
  );
  refusedWith(
    'E-FIELD',
    field((m) => m.field('map', 'map', m.mapType(m.vectorType(u8), u8, 'p'), 'p')),
  );
  refusedWith(
    'E-FIELD',
    field((m) => m.field('map', 'map', m.mapType(u8, u8, 'p'), 's')),
  );
  const marked = (m: ReturnType<typeof moduleBuilder>): number => m.recordType([{ name: 'x', type: u64, label: 's' }]);
  refusedWith(
    'E-FIELD',
    field((m) => m.field('one', 'state', marked(m), 's')),
  );
  refusedWith(
    'E-FIELD',
    field((m) => m.field('box', 'inbox', marked(m), 's')),
  );
  assert.equal(verifyModule(field((m) => m.field('one', 'state', marked(m), 'p'))).ok, true);
});

test('a secret argument has a fixed size, so that the masks it takes follow from the function', () => {
  const m = moduleBuilder();
  m.function({ name: 'f', kind: 'call', params: [{ name: 'x', type: m.vectorType(u8), label: 's' }] }, () => []);
  refusedWith('E-KIND', m.finish());
  const fixed = moduleBuilder();
  fixed.function(
    { name: 'f', kind: 'call', params: [{ name: 'x', type: fixed.arrayType(u8, 4), label: 's' }] },
    () => [],
  );
  assert.equal(verifyModule(fixed.finish()).ok, true);
});
