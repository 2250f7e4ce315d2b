import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  DEVELOPMENT_TIMES,
  escrowOf,
  expiredSplit,
  liveMin,
  quorumHigh,
  quorumLow,
  settledSplit,
  splitSum,
  timesHold,
} from '../src/index.ts';

const seed = 20261124;
const uint = (bits: bigint): fc.Arbitrary<bigint> => fc.bigInt({ min: 0n, max: 2n ** bits - 1n });
const price = fc.record({
  gasLimit: fc.bigInt({ min: 1000n, max: 2n ** 40n }),
  gasPrice: uint(50n),
  tip: uint(60n),
});

describe('outcomes', () => {
  test('every branch gives out the escrow to the last unit', () => {
    fc.assert(
      fc.property(
        price,
        uint(40n),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 31 }),
        fc.nat(31),
        (p, used, status, n, s) => {
          const signers = 1 + (s % n);
          const gasUsed = used % (p.gasLimit + 1n);
          const escrow = escrowOf(p);
          const split = settledSplit(p, status, gasUsed, n, signers);
          assert.equal(splitSum(split, signers), escrow);
          assert.ok(Object.values(split).every((part) => part >= 0n));
          // No signer gains by leaving another out.
          assert.equal(split.perSeat, settledSplit(p, status, gasUsed, n, n).perSeat);
          for (const liable of [true, false]) assert.equal(splitSum(expiredSplit(p, liable), 0), escrow);
        },
      ),
      { numRuns: 2000, seed },
    );
  });

  test('an escrow beyond 96 bits is refused, not truncated', () => {
    assert.equal(escrowOf({ gasLimit: 2n ** 64n - 1n, gasPrice: 2n ** 96n - 1n, tip: 0n }), undefined);
    assert.equal(escrowOf({ gasLimit: 1n, gasPrice: 2n ** 96n - 1n, tip: 1n }), undefined);
    assert.equal(escrowOf({ gasLimit: 1n, gasPrice: 2n ** 96n - 2n, tip: 1n }), 2n ** 96n - 1n);
  });

  test('quorums of the table', () => {
    const table = [
      [3, 1, 3, 2],
      [4, 1, 3, 2],
      [5, 2, 4, 3],
      [7, 4, 6, 5],
      [13, 9, 12, 10],
      [31, 20, 26, 21],
    ] as const;
    for (const [n, T, high, low] of table) assert.deepEqual([quorumHigh(n, T), quorumLow(T)], [high, low]);
    assert.deepEqual([liveMin(4, 1), liveMin(5, 2)], [3, 5]);
  });

  test('two receipts of one head cannot both gather qHi while T or fewer sign twice', () => {
    for (let n = 3; n <= 31; n++) for (let T = 1; 2 * T < n; T++) assert.ok(2 * quorumHigh(n, T) - n >= T + 1);
  });

  test('periods that would let stake leave before evidence are refused', () => {
    assert.equal(timesHold(DEVELOPMENT_TIMES), true);
    assert.equal(timesHold({ ...DEVELOPMENT_TIMES, exitDelaySeconds: 60 }), false);
    assert.equal(timesHold({ ...DEVELOPMENT_TIMES, graceSeconds: -1 }), false);
  });
});
