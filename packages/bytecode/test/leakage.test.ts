// Counting what a run tells stops where it would not end. What the counts are: packages/compiler/test/leakage.test.ts, on contracts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  functionNamed,
  LEAKAGE_CASES_MAX,
  leakageOf,
  moduleBuilder,
  scalarRefs,
  verifyModule,
  type TypeRef,
} from '@enigma/bytecode';

const context = { sender: 1n, self: 2n, height: 0n, time: 0n, value: 0n, seats: 4, threshold: 1 };

/** f(x secret) tells whether x is below four. */
function below(type: TypeRef, upTo?: bigint): ReturnType<typeof leakageOf> {
  const m = moduleBuilder();
  const site = m.release('reveal', 'whether it is small');
  const params = [{ name: 'x', type, label: 's' }] as const;
  m.function({ name: 'f', kind: 'call', params, results: [{ type: scalarRefs.bool, label: 'p' }] }, (r, [x]) => [
    r.reveal(site, r.emit('lt', [x!, r.constant(type, 4)])),
  ]);
  const verified = verifyModule(m.finish());
  assert.ok(verified.ok);
  return leakageOf(verified.value, functionNamed(verified.value, 'f'), {
    context,
    entries: 0,
    ...(upTo === undefined ? {} : { upTo }),
  });
}

test('a run that draws is not counted', () => {
  const m = moduleBuilder();
  const site = m.release('reveal', 'the toss');
  m.function({ name: 'f', kind: 'call', results: [{ type: scalarRefs.bool, label: 'p' }] }, (r) => [
    r.reveal(site, r.emit('rand.bits', [], [scalarRefs.bool])),
  ]);
  const verified = verifyModule(m.finish());
  assert.ok(verified.ok);
  const found = leakageOf(verified.value, functionNamed(verified.value, 'f'), { context, entries: 0 });
  assert.deepEqual(found.ok ? 'counted' : [found.code, found.facts['what']], ['E-KIND', 'random draws']);
});

test('inputs that are too many to try are not tried', () => {
  const byte = below(scalarRefs.u8);
  assert.deepEqual(
    byte.ok && [byte.value.cases, byte.value.bits, byte.value.ownerBits, byte.value.ownerHas],
    [256, 1, 1, 8],
  );
  const few = below(scalarRefs.u64, 3n);
  assert.deepEqual(few.ok && [few.value.cases, few.value.bits], [4, 0]);
  for (const refused of [below(scalarRefs.u64), below(scalarRefs.u32, BigInt(LEAKAGE_CASES_MAX))])
    assert.deepEqual(refused.ok ? 'tried' : [refused.code, refused.facts['what']], ['E-LIMIT', 'inputs to try']);
});
