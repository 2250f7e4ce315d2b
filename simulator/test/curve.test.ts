// The simulator's curve makes the signatures that nodes make, and refuses what they refuse.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Address, keccak256, recoverAddress, seededRandom, sign, signingKeyOf, useCurve } from '@enigma/crypto';
import { fastCurve } from '../src/curve.ts';

interface Case {
  readonly address: Address;
  readonly signature: Uint8Array;
  readonly recovered: readonly (Address | undefined)[];
}

test('libsecp256k1 signs, recovers and refuses as noble does, byte for byte', () => {
  const cases = (): Case[] => {
    const random = seededRandom('curve');
    return Array.from({ length: 40 }, (_, k) => {
      const key = signingKeyOf(random(32));
      const digest = keccak256(random(k));
      const signature = sign(digest, key.privateKey);
      const flipped = signature.map((byte, at) => (at === k ? byte ^ 1 : byte));
      const highS = signature.map((byte, at) => (at > 32 ? 0xff : at === 32 ? byte | 0x7f : byte));
      const others = [signature, flipped, highS, random(64), new Uint8Array(64), new Uint8Array(64).fill(0xff)];
      return {
        address: key.address,
        signature,
        recovered: [...others.map((one) => recoverAddress(digest, one)), recoverAddress(keccak256(digest), signature)],
      };
    });
  };
  const noble = cases();
  useCurve(fastCurve);
  assert.deepEqual(cases(), noble);
  assert.ok(noble.every(({ address, recovered }) => recovered[0] === address && recovered[2] === undefined));
});
