// One node dies at each named point: the task is opened, by the others or after its return, and nothing is signed, taken or paid twice. Three times each, and in other networks: `npm run soak:points`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failpointNames } from '@enigma/node';
import { dieAt } from '../src/deaths.ts';

for (const point of failpointNames()) {
  test(point, async () => {
    const { deaths, opened, broken } = await dieAt(point, 1);
    assert.deepEqual(broken, []);
    assert.deepEqual({ deaths, opened }, { deaths: 1, opened: 1 });
  });
}
