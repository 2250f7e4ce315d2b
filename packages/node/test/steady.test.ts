import assert from 'node:assert/strict';
import { test } from 'node:test';
import { steadyTime } from '../src/steady.ts';

test('steady time goes as its clock goes, stands while that goes back, and goes on from there', () => {
  const steady = steadyTime();
  assert.deepEqual([1_000, 1_050, 400, 400, 450, 2_450].map(steady), [1_000, 1_050, 1_050, 1_050, 1_100, 3_100]);
});
