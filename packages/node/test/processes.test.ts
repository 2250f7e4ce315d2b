// Real processes on loopback: one of four is killed during the tally.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killAt, VOTES } from './support/kill.ts';

test(
  'kill −9 of one node after its receipt is signed: the tally settles with three, the node comes back and serves, nothing is signed twice',
  { timeout: 240_000 },
  async () => {
    const outcome = await killAt('receipt.sign.c');
    assert.equal(outcome.stoppedWith, 0, 'SIGTERM ends a node with 0');
    assert.ok(outcome.died, 'the point is visited');
    assert.ok(outcome.settledWithThree);
    assert.deepEqual(outcome.tally, VOTES);
    assert.equal(outcome.settlements, 1);
    assert.equal(outcome.signRefused, 0);
  },
);
