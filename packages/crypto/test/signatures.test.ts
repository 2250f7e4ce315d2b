import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  addressOf,
  concat,
  fromHex,
  generateSigningKey,
  keccak256,
  recoverAddress,
  seededRandom,
  sign,
  signedBy,
  signingKeyOf,
  toHex,
  uintBE,
  utf8,
} from '../src/index.ts';

const ORDER = 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_fffe_baae_dce6_af48_a03b_bfd2_5e8c_d036_4141n;
const random = seededRandom('signatures');
const key = generateSigningKey(random);
const digest = keccak256(utf8('a record'));

describe('signatures', () => {
  test('EIP-2098, its two examples', () => {
    const example = signingKeyOf(
      fromHex('0x1234567890123456789012345678901234567890123456789012345678901234') as Uint8Array,
    );
    const personal = (text: string): Uint8Array =>
      keccak256(utf8(`\x19Ethereum Signed Message:\n${text.length}${text}`));
    assert.equal(
      toHex(sign(personal('Hello World'), example.privateKey)),
      '0x68a020a209d3d56c46f38cc50a33f704f4a9a10a59377f8dd762ac66910e9b907e865ad05c4035ab5792787d4a0297a43617ae897930a6fe4d822b8faea52064',
    );
    assert.equal(
      toHex(sign(personal("It's a small(er) world"), example.privateKey)),
      '0x9328da16089fcba9bececa81663203989f2df5fe1faa6291a45381c81bd17f76939c6d6b623b42da56557e5e734a43dc83345ddfadec52cbe24d0cc64f550793',
    );
  });

  test('addresses are the well-known ones, lower case', () => {
    assert.equal(signingKeyOf(uintBE(1n, 32)).address, '0x7e5f4552091a69125d5dfcb7b8c2659029395bdf');
    assert.equal(addressOf(key.publicKey), key.address);
  });

  test('recover the signer, with both parities', () => {
    const parities = new Set<number>();
    for (let i = 0; i < 16; i++) {
      const signer = generateSigningKey(random);
      const message = random(32);
      const signature = sign(message, signer.privateKey);
      assert.equal(signature.length, 64);
      assert.equal(recoverAddress(message, signature), signer.address);
      assert.notEqual(recoverAddress(random(32), signature), signer.address);
      parities.add((signature[32] as number) >> 7);
    }
    assert.equal(parities.size, 2);
  });

  test('the upper half of s is refused, its boundary is not', () => {
    const r = sign(digest, key.privateKey).subarray(0, 32);
    for (const parity of [0, 0x80]) {
      const withS = (s: bigint): Uint8Array => {
        const bytes = concat(r, uintBE(s, 32));
        return bytes.with(32, (bytes[32] as number) | parity);
      };
      assert.notEqual(recoverAddress(digest, withS(ORDER >> 1n)), undefined);
      assert.equal(recoverAddress(digest, withS((ORDER >> 1n) + 1n)), undefined);
      assert.equal(recoverAddress(digest, withS((1n << 255n) - 1n)), undefined);
    }
    // The other signature of the same statement, n − s with the parity flipped, has no 64-byte form at all: its top bit is in use.
    const signature = sign(digest, key.privateKey);
    const s = BigInt(toHex(signature.slice(32).with(0, (signature[32] as number) & 0x7f)));
    assert.notEqual(recoverAddress(digest, concat(r, uintBE(ORDER - s, 32))), key.address);
  });

  test('zero, too large, other lengths and points that do not exist are refused', () => {
    const good = sign(digest, key.privateKey);
    const zero = new Uint8Array(32);
    assert.equal(recoverAddress(digest, concat(zero, good.subarray(32))), undefined);
    assert.equal(recoverAddress(digest, concat(good.subarray(0, 32), zero)), undefined);
    assert.equal(recoverAddress(digest, concat(good.subarray(0, 32), zero.with(0, 0x80))), undefined);
    assert.equal(recoverAddress(digest, concat(uintBE(ORDER, 32), good.subarray(32))), undefined);
    assert.equal(recoverAddress(digest, concat(zero.fill(0xff), good.subarray(32))), undefined);
    for (const length of [0, 63, 65]) assert.equal(recoverAddress(digest, new Uint8Array(length).fill(1)), undefined);
    assert.equal(recoverAddress(digest, concat(good, Uint8Array.of(27))), undefined);
    assert.equal(recoverAddress(digest.subarray(1), good), undefined);
    // x = 5 is on no point of secp256k1
    assert.equal(recoverAddress(digest, concat(uintBE(5n, 32), good.subarray(32))), undefined);
  });

  test('under a known key a signature is what recovery says, for every form and every change', () => {
    const [signer, other] = [generateSigningKey(random), generateSigningKey(random)];
    const same = (message: Uint8Array, signature: Uint8Array): boolean => {
      const right = recoverAddress(message, signature) === signer.address;
      assert.equal(signedBy(message, signature, signer.address), right);
      return right;
    };
    // Known from its first signatures on, with a table after some more.
    for (let k = 0; k < 24; k++) {
      const message = random(32);
      assert.ok(same(message, sign(message, signer.privateKey)));
      assert.ok(!same(message, sign(message, other.privateKey)));
    }
    const message = random(32);
    const good = sign(message, signer.privateKey);
    const s = BigInt(toHex(good.slice(32).with(0, (good[32] as number) & 0x7f)));
    const changed = [
      good.with(32, (good[32] as number) ^ 0x80),
      good.with(31, (good[31] as number) ^ 1),
      good.with(63, (good[63] as number) ^ 1),
      concat(good.subarray(0, 32), uintBE(ORDER - s, 32)),
      concat(new Uint8Array(32), good.subarray(32)),
      concat(good.subarray(0, 32), new Uint8Array(32)),
      concat(uintBE(ORDER, 32), good.subarray(32)),
      concat(uintBE(5n, 32), good.subarray(32)),
      good.subarray(1),
      concat(good, Uint8Array.of(27)),
    ];
    for (const signature of changed) assert.ok(!same(message, signature));
    assert.ok(!same(random(32), good));
    assert.ok(!same(message.subarray(1), good));
    assert.ok(!same(uintBE(ORDER, 32), good) && !same(new Uint8Array(32), good));
    assert.ok(same(message, good));
    // z = 0: the digest of a signature is taken modulo the order in both.
    const zero = sign(uintBE(ORDER, 32), signer.privateKey);
    assert.ok(same(uintBE(ORDER, 32), zero) && same(new Uint8Array(32), zero));
  });

  test('our own mistakes throw', () => {
    assert.throws(() => sign(digest.subarray(1), key.privateKey), RangeError);
    assert.throws(() => signingKeyOf(new Uint8Array(32)), RangeError);
  });
});
