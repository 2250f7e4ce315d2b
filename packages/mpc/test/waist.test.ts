// Types: a value that no checkpoint covers cannot be read, and neither type can be made outside the room.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Opened, Released } from '../src/index.ts';

function output(released: Released<bigint>): bigint {
  return released.value;
}

export function refused(opened: Opened<bigint>): void {
  // @ts-expect-error an opened value is not a released one
  output(opened);
  // @ts-expect-error nor can it be looked into
  void opened.value;
  // @ts-expect-error nor can something like it be passed off
  output({ value: 1n });
}

test('only types leave the door', async () => {
  const door: object = await import('../src/index.ts');
  assert.equal('Opened' in door || 'Released' in door, false);
});
