// Bytes around a run: public values, state, entries, calls, results, events.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  argsFromBytes,
  argsToBytes,
  callWidths,
  callWords,
  decodeCall,
  encodeCall,
  entryWidths,
  eventsFromBytes,
  eventsToBytes,
  fieldBytes,
  functionNamed,
  leavesOf,
  mapLeaves,
  moduleBuilder,
  record,
  resultPlaces,
  resultsFromBytes,
  resultsToBytes,
  scalarRefs,
  secret,
  stateFromBytes,
  stateSecrets,
  valueFromBytes,
  valueToBytes,
  vector,
  WHOLE_BODY,
  type Module,
  type Value,
} from '@enigma/bytecode';
import { verified } from './support/run.ts';
import { votingModule } from './support/voting.ts';

const { bool, u8, u32, u64, i8, i16, address } = scalarRefs;
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test('canonical bytes: little endian, lengths first, addresses as written', () => {
  const m = moduleBuilder();
  const pair = m.recordType([
    { name: 'who', type: address },
    { name: 'n', type: i8 },
  ]);
  const list = m.vectorType(pair);
  m.field('list', 'state', list, 'p');
  const { types } = m.finish();
  const value = vector<never>([{ kind: 'record' as const, members: [0x0102n, -2n] }]);
  const bytes = valueToBytes(types, list, value);
  assert.equal(hex(bytes), `01000000${'00'.repeat(18)}0102fe`);
  assert.deepEqual(valueFromBytes(types, list, bytes), { ok: true, value });
  for (const bad of [bytes.subarray(1), Uint8Array.from([...bytes, 0]), Uint8Array.from([255, 255, 255, 255])])
    assert.equal(valueFromBytes(types, list, bad).ok, false);
  assert.equal(valueFromBytes(types, bool, Uint8Array.of(2)).ok, false);
});

test('arguments, state, entries and results have a layout', () => {
  const module = verified(votingModule());
  const ctor = functionNamed(module, 'constructor');
  assert.deepEqual(entryWidths(module.module), [5]);
  const init = argsToBytes(module.module, ctor, [4n, 258n]);
  assert.equal(hex(init), '040201000000000000');
  assert.deepEqual(
    argsFromBytes(module.module, ctor, init, () => 0n),
    { ok: true, value: [4n, 258n] },
  );
  const leaves = fieldBytes(module.module, [4n, 258n, 0n]);
  assert.deepEqual(leaves.map(hex), ['04', '0201000000000000']);
  assert.deepEqual(
    stateFromBytes(module.module, leaves, () => 0n),
    { ok: true, value: [4n, 258n, 0n] },
  );
  const tally = functionNamed(module, 'tally');
  const places = resultPlaces(module.module, tally, module.revealed, 'afterSettle');
  assert.deepEqual(places, ['everyone']);
  const publicBytes = resultsToBytes(module.module, tally, places, [vector([secret(null), secret(null)])]);
  assert.equal(hex(publicBytes), '02000000');
  let word = 10n;
  assert.deepEqual(
    resultsFromBytes(module.module, tally, places, publicBytes, () => word++),
    { ok: true, value: [vector([10n, 11n])] },
  );
});

const committeeId = new Uint8Array(32).fill(7);

/** f(n u8 public, x i16, flag bool, who address, pair {range(9), i8}, list u32[2] public vector, row range(9)[3]). */
function callee(): Module {
  const m = moduleBuilder();
  const nine = m.range(9);
  const pair = m.recordType([
    { name: 'grade', type: nine },
    { name: 'shift', type: i8 },
  ]);
  m.function(
    {
      name: 'f',
      kind: 'call',
      params: [
        { name: 'n', type: u8, label: 'p' },
        { name: 'x', type: i16, label: 's' },
        { name: 'flag', type: bool, label: 's' },
        { name: 'who', type: address, label: 's' },
        { name: 'pair', type: pair, label: 's' },
        { name: 'list', type: m.vectorType(u32), label: 'p' },
        { name: 'row', type: m.arrayType(nine, 3), label: 's' },
      ],
    },
    () => [],
  );
  return m.finish();
}

const deltas = [0xfffen, 1n, 1n, 2n, 3n, 9n, 0xffn, 4n, 5n, 6n];

test('a call: committee, period, then arguments in order, secret ones as the masked values of their leaves', () => {
  const module = callee();
  assert.deepEqual(callWidths(module, 0), [16, 1, 64, 64, 32, 4, 8, 4, 4, 4]);
  const who = (3n << 128n) | (2n << 64n) | 1n;
  const args: Value<never>[] = [200n, -2n, 1n, who, record([9n, -1n]), vector([8n]), vector([4n, 5n, 6n])];
  assert.deepEqual(callWords(module, 0, args), deltas);
  const body = encodeCall(module, 0, { committeeId, period: 258, args, deltas });
  const shown = [
    '07'.repeat(32),
    '00000102',
    'c8',
    'feff',
    '01',
    '0100000000000000',
    '0200000000000000',
    '03000000',
    '09',
    'ff',
    '0100000008000000',
    '040506',
  ];
  assert.equal(hex(body), shown.join(''));
  const read = decodeCall(module, 0, body);
  assert.ok(read.ok);
  assert.deepEqual([read.value.committeeId, read.value.period], [committeeId, 258]);
  const [n, x, , , , list, row] = read.value.args;
  assert.deepEqual([n, list], [200n, vector([8n])]);
  assert.deepEqual(x, secret({ position: 0, delta: 0xfffen }));
  assert.deepEqual(row, vector([4n, 5n, 6n].map((delta, i) => secret({ position: 7 + i, delta }))));
  const all = module.functions[0]!.params.flatMap(({ type, label }, i) =>
    label === 's' ? leavesOf(module.types, type, read.value.args[i]!).map(({ scalar }) => scalar) : [],
  );
  assert.deepEqual(
    all,
    deltas.map((delta, position) => secret({ position, delta })),
  );
});

test('a body that does not read names its argument, or itself', () => {
  const module = callee();
  const args: Value<never>[] = [200n, 0n, 0n, 0n, record([0n, 0n]), vector([8n]), vector([0n, 0n, 0n])];
  const body = encodeCall(module, 0, { committeeId, period: 1, args, deltas });
  const at = (offset: number, byte: number): Uint8Array => {
    const bytes = Uint8Array.from(body);
    bytes[36 + offset] = byte;
    return bytes;
  };
  const refusedAt = (bytes: Uint8Array): number | undefined => {
    const read = decodeCall(module, 0, bytes);
    return read.ok ? undefined : read.argument;
  };
  assert.equal(refusedAt(body), undefined);
  // The second bit of a bool, the fifth of a 0..9, a length of 2^24: each is in the bytes of its argument.
  assert.equal(refusedAt(at(3, 2)), 2);
  assert.equal(refusedAt(at(24, 16)), 4);
  assert.equal(refusedAt(at(29, 1)), 5);
  assert.equal(refusedAt(at(26, 3)), WHOLE_BODY);
  assert.equal(refusedAt(at(0, 0)), undefined);
  for (let length = 0; length < body.length; length++) assert.equal(refusedAt(body.subarray(0, length)), WHOLE_BODY);
  assert.equal(refusedAt(Uint8Array.from([...body, 0])), WHOLE_BODY);
  assert.equal(refusedAt(new Uint8Array(70_000)), WHOLE_BODY);
});

test('a body of anybody reads or names an argument, and what reads is written alike', () => {
  const module = callee();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 110 }), (bytes) => {
      const read = decodeCall(module, 0, bytes);
      if (!read.ok) return assert.ok(read.argument === WHOLE_BODY || read.argument < 7);
      const clear = read.value.args.map((arg, i) =>
        mapLeaves(module.types, module.functions[0]!.params[i]!.type, arg, ({ scalar }) =>
          typeof scalar === 'bigint' ? scalar : 0n,
        ),
      ) as Value<never>[];
      const own = module.functions[0]!.params.flatMap(({ type, label }, i) =>
        label === 's' ? leavesOf(module.types, type, read.value.args[i]!) : [],
      );
      const written = encodeCall(module, 0, {
        ...read.value,
        args: clear,
        deltas: own.map(({ scalar }) => (typeof scalar === 'bigint' ? scalar : scalar.scalar.delta)),
      });
      assert.deepEqual(written, bytes);
    }),
    { numRuns: 500, seed: 4 },
  );
});

test('state: what is public of a field in the leaf, what is secret as shares in the same order', () => {
  const m = moduleBuilder();
  const bid = m.recordType([
    { name: 'bidder', type: address },
    { name: 'amount', type: u64, label: 's' },
  ]);
  m.field('bids', 'state', m.vectorType(bid), 'p');
  m.field('best', 'state', address, 's');
  m.field('paid', 'map', m.mapType(address, u32, 's'), 'p');
  m.function({ name: 'f', kind: 'call' }, () => []);
  const module = m.finish();
  const state: Value<number>[] = [
    vector([record([5n, secret(1)])]),
    record([secret(2), secret(3), secret(4)]),
    vector([record([9n, secret(5)]), record([8n, 0n])]),
  ];
  const leaves = fieldBytes(module, state);
  const eight = (byte: string): string => `${'00'.repeat(19)}${byte}`;
  assert.deepEqual(leaves.map(hex), [`01000000${eight('05')}`, '', `02000000${eight('09')}${eight('08')}`]);
  const shares = stateSecrets(module, state).map(({ scalar }) => (typeof scalar === 'bigint' ? 0 : scalar.scalar));
  assert.deepEqual(shares, [1, 2, 3, 4, 5, 0]);
  let next = 0;
  const read = stateFromBytes(module, leaves, () => secret(shares[next++]!));
  assert.ok(read.ok);
  assert.deepEqual(read.value.slice(0, 2), state.slice(0, 2));
  assert.deepEqual(read.value[2], vector([record([9n, secret(5)]), record([8n, secret(0)])]));
});

test('events: entry, count and facts; nothing told is no bytes; one encoding alone is read', () => {
  const module = {
    errors: [{ facts: [] }, { facts: [] }, { text: 'Sold(price,left)', facts: [0, 0] }],
  } as unknown as Parameters<typeof eventsFromBytes>[0];
  const told = [{ error: 2, facts: [-1n, 3n] }];
  const bytes = eventsToBytes(told);
  assert.deepEqual(eventsFromBytes(module, bytes), told);
  assert.deepEqual(eventsFromBytes(module, new Uint8Array()), []);
  for (let length = 1; length < bytes.length; length++)
    assert.equal(eventsFromBytes(module, bytes.subarray(0, length)), undefined);
  assert.equal(eventsFromBytes(module, new Uint8Array([...bytes, 0])), undefined);
  assert.equal(eventsFromBytes(module, eventsToBytes([{ error: 2, facts: [1n] }])), undefined);
  assert.equal(eventsFromBytes(module, new Uint8Array(2)), undefined);
  assert.equal(hex(eventsToBytes([])), '');
  assert.equal(
    hex(eventsToBytes([{ error: 2, facts: [-1n, 3n] }])),
    `0001000202${'ff'.repeat(32)}${'00'.repeat(31)}03`,
  );
});
