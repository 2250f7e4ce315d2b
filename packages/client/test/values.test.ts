// Values as a client gives them, and what is none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moduleBuilder, scalarRefs } from '@enigma/bytecode';
import { isClientError } from '../src/index.ts';
import { fromValue, toValue } from '../src/values.ts';

const { u8, u16 } = scalarRefs;

test('bytes are given as numbers, as a Uint8Array or as 0x and digits, and come back as numbers', () => {
  const m = moduleBuilder();
  const [three, any, wide] = [m.arrayType(u8, 3), m.vectorType(u8), m.arrayType(u16, 3)];
  for (const type of [three, any, wide]) m.field(`f${type}`, 'state', type, 'p');
  m.function({ name: 'f', kind: 'call' }, () => []);
  const { types } = m.finish();
  const find = (kind: 'array' | 'vector', element: number): number =>
    32 + types.findIndex((type) => type.kind === kind && type.element === element);
  const [fixed, list, words] = [find('array', u8), find('vector', u8), find('array', u16)];
  for (const given of [[0xc0, 0xff, 0xee], Uint8Array.of(0xc0, 0xff, 0xee), '0xc0FFee'])
    for (const type of [fixed, list])
      assert.deepEqual(fromValue(types, type, toValue(types, type, given, 'x')), [0xc0, 0xff, 0xee]);
  assert.deepEqual(fromValue(types, list, toValue(types, list, '0x', 'x')), []);
  const refused = (type: number, given: unknown): void =>
    assert.throws(
      () => toValue(types, type, given, 'x'),
      (error) => isClientError(error, 'BAD_ARGUMENT') && !error.message.includes('c0ff'),
    );
  for (const given of ['0xc0ff', '0xc0ffee00', '0xc0ffe', 'c0ffee', '0xc0ffeg', Uint8Array.of(1, 2), [1, 2, 256], 7])
    refused(fixed, given);
  refused(words, '0xc0ffee');
  refused(words, Uint8Array.of(1, 2, 3));
});
