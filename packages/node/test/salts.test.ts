// Why leaves are salted: a root on chain over guessable shares is a look-up table for whoever holds T shares of his own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, fieldToBytes, seededRandom, share, type Hex } from '@enigma/crypto';
import { chunkLeafHash, seatRootOf, START_CURSOR } from '@enigma/protocol';
import { leafRootOfState, type ContractState } from '../src/state.ts';

const committeeId: Hex = `0x${'c0'.repeat(32)}`;
const slot = new Uint8Array(34).fill(1);
const [n, T] = [4, 1];
const random = seededRandom('salts');

function stateOf(shareOfSeat: bigint): ContractState {
  return { version: 3n, fields: [], cursor: START_CURSOR, shares: [shareOfSeat] };
}

/** What one corrupt seat believes the bit is: the candidate under which the victim's root, without a secret salt, comes out as published. */
function guess(ownShare: bigint, attacker: number, victim: number, published: Hex): bigint | undefined {
  return [0n, 1n].find((bit) => {
    // A line through (0, bit) and the attacker's own point fixes the victim's share.
    const slope = field.mul(field.sub(ownShare, bit), field.inv(BigInt(attacker + 1)));
    const candidate = field.add(bit, field.mul(slope, BigInt(victim + 1)));
    return published === unsalted(victim, candidate);
  });
}

function unsalted(seat: number, shareOfSeat: bigint): Hex {
  return seatRootOf([
    chunkLeafHash({ committeeId, seat, version: 3n, salt: new Uint8Array(32), chunk: fieldToBytes(shareOfSeat) }),
  ]);
}

test('with salts off one seat of (4,1) reads a state bit from another seat’s public root, each time', () => {
  for (let game = 0; game < 40; game++) {
    const bit = BigInt(game % 2);
    const shares = share(bit, n, T, random);
    assert.equal(guess(shares[0] as bigint, 0, 2, unsalted(2, shares[2] as bigint)), bit);
  }
});

test('with the salts of a node no candidate fits', () => {
  for (let game = 0; game < 40; game++) {
    const shares = share(BigInt(game % 2), n, T, random);
    const published = leafRootOfState(stateOf(shares[2] as bigint), { committeeId, seat: 2, slot, secret: random(32) });
    assert.equal(guess(shares[0] as bigint, 0, 2, published), undefined);
  }
});

test('the same shares under another session or version have another root', () => {
  const secret = random(32);
  const place = { committeeId, seat: 1, slot, secret };
  const first = leafRootOfState(stateOf(7n), place);
  assert.notEqual(leafRootOfState(stateOf(7n), { ...place, slot: new Uint8Array(34).fill(2) }), first);
  assert.notEqual(leafRootOfState({ ...stateOf(7n), version: 4n }, place), first);
});
