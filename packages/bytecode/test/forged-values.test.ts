// Bodies of calls, values and results that somebody else wrote: what the layouts must refuse or must not show.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CALL_BODY_BYTES_MAX,
  decodeCall,
  moduleBuilder,
  resultPlaces,
  scalarRefs,
  valueFromBytes,
  VECTOR_LENGTH_MAX,
  WHOLE_BODY,
  type Module,
} from '@enigma/bytecode';
import { uintLE } from '@enigma/crypto';
import { moduleOf } from './support/forgery.ts';

const { u8, u64 } = scalarRefs;

/** f(), or f(list) of public bytes. */
function callable(takesList: boolean): Module {
  const m = moduleBuilder();
  const list = m.vectorType(u8);
  m.function(
    { name: 'f', kind: 'call', params: takesList ? [{ name: 'list', type: list, label: 'p' }] : [] },
    () => [],
  );
  return m.finish();
}

/** A body of committee and period, and a list of so many zeros. */
function listing(length: number): Uint8Array {
  const body = new Uint8Array(36 + 4 + length);
  body.set(uintLE(BigInt(length), 4), 36);
  return body;
}

/** The argument that is refused; a body that is taken is not shown, for it may be long. */
function refusedAt(module: Module, fn: number, body: Uint8Array): number | 'taken' {
  const outcome = decodeCall(module, fn, body);
  return outcome.ok ? 'taken' : outcome.argument;
}

test('a body too short for committee and period is none, also where no argument follows', () => {
  const module = callable(false);
  assert.equal(refusedAt(module, 0, new Uint8Array(36)), 'taken');
  for (let length = 0; length < 36; length++) assert.equal(refusedAt(module, 0, new Uint8Array(length)), WHOLE_BODY);
});

test('a body longer than any node takes is none, whatever its argument says', () => {
  const module = callable(true);
  const most = CALL_BODY_BYTES_MAX - 40;
  assert.equal(refusedAt(module, 0, listing(most)), 'taken');
  assert.equal(refusedAt(module, 0, listing(most + 1)), WHOLE_BODY);
});

test('a body for a function that the module does not have is none', () => {
  assert.equal(refusedAt(callable(false), 1, new Uint8Array(36)), WHOLE_BODY);
});

test('four bytes that promise a million rows are refused at the first that is not there', () => {
  let rows = 0;
  const { types } = moduleOf((m) => {
    rows = m.vectorType(u64);
    m.field('rows', 'state', rows, 'p');
  });
  const outcome = valueFromBytes(types, rows, uintLE(BigInt(VECTOR_LENGTH_MAX), 4));
  assert.equal(outcome.ok ? 'taken' : outcome.facts['what'], 'truncated');
});

test('a result that is secret, or holds a secret, stands in the caller’s block alone', () => {
  const m = moduleBuilder();
  const half = m.recordType([
    { name: 'open', type: u8 },
    { name: 'hidden', type: u8, label: 's' },
  ]);
  m.function(
    {
      name: 'f',
      kind: 'internal',
      results: [
        { type: u8, label: 'p' },
        { type: u8, label: 's' },
        { type: half, label: 'p' },
      ],
    },
    (r) => {
      const one = r.constant(u8, 1);
      return [one, one, one];
    },
  );
  const module = m.finish();
  assert.deepEqual(resultPlaces(module, 0, [[false, false, false]], 'afterSettle'), ['public', 'caller', 'caller']);
});
