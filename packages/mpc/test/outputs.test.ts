// Masked outputs against T seats that deny or lie: every T-set has a holder outside any T seats, and a piece counts by its commitment alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdersOf, newVector, seatSetOf, seededRandom, setElement, thresholdSets, type SeatSet } from '@enigma/crypto';
import { opensCommitment, outputCommitment, type OutputPiece } from '../src/index.ts';

const slot = new Uint8Array(34).fill(9);
const place = { task: 0, block: 0 };
const random = seededRandom('outputs');

function pieceOf(set: SeatSet): OutputPiece {
  const mask = newVector(3);
  for (let at = 0; at < 3; at++) setElement(mask, at, BigInt(1000 * set + at));
  return { set, salt: random(32), mask };
}

for (const [n, T] of [
  [3, 1],
  [4, 1],
  [5, 2],
] as const) {
  test(`(${n},${T}): whichever T seats keep silent, the others hold a piece of every T-set`, () => {
    for (const silent of thresholdSets(n, T)) {
      for (const set of thresholdSets(n, T)) {
        const left = holdersOf(set, n).filter((seat) => ((silent >>> seat) & 1) === 0);
        assert.ok(left.length > 0, `set ${set} has a holder outside ${silent}`);
      }
    }
  });
}

test('a piece with another value, salt, set or place does not open the commitment', () => {
  const piece = pieceOf(seatSetOf([1]));
  const commitment = outputCommitment(slot, place, piece);
  assert.ok(opensCommitment(slot, place, piece, commitment));
  const mask = piece.mask.slice();
  setElement(mask, 1, 5n);
  const salt = piece.salt.slice();
  salt[0] = (salt[0] as number) ^ 1;
  assert.ok(!opensCommitment(slot, place, { ...piece, mask }, commitment));
  assert.ok(!opensCommitment(slot, place, { ...piece, salt }, commitment));
  assert.ok(!opensCommitment(slot, place, { ...piece, salt: salt.subarray(1) }, commitment));
  assert.ok(!opensCommitment(slot, place, { ...piece, set: seatSetOf([2]) }, commitment));
  assert.ok(!opensCommitment(slot, { task: 0, block: 1 }, piece, commitment));
  assert.ok(!opensCommitment(new Uint8Array(34), place, piece, commitment));
});
