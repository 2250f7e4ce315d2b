import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  compareBytes,
  concat,
  equalBytes,
  fromHex,
  hkdf,
  keccak256,
  randomBelow,
  readBE,
  readLE,
  seededRandom,
  sha256,
  toHex,
  u16be,
  u16le,
  u32be,
  u32le,
  u64be,
  u64le,
  uintLE,
  utf8,
} from '../src/index.ts';

describe('bytes', () => {
  test('hex both ways, refused where it is none', () => {
    assert.equal(toHex(Uint8Array.of(0, 1, 0xab, 255)), '0x0001abff');
    assert.deepEqual(fromHex('0x0001ABff'), Uint8Array.of(0, 1, 0xab, 255));
    assert.deepEqual(fromHex('0x'), new Uint8Array(0));
    for (const text of ['', '00', '0x0', '0xgg', '0x00 ', '0x00\n', ' 0x00', '0x0é', '0x0 0'])
      assert.equal(fromHex(text), undefined);
  });

  test('integers in both orders, and none that does not fit', () => {
    assert.deepEqual(u16le(0x0102), Uint8Array.of(2, 1));
    assert.deepEqual(u16be(0x0102), Uint8Array.of(1, 2));
    assert.deepEqual(u32le(0x01020304), Uint8Array.of(4, 3, 2, 1));
    assert.deepEqual(u32be(0xff020304), Uint8Array.of(255, 2, 3, 4));
    assert.equal(readLE(u64le(2n ** 63n + 5n)), 2n ** 63n + 5n);
    assert.equal(readBE(u64be(2n ** 63n + 5n)), 2n ** 63n + 5n);
    assert.throws(() => u16le(65536), RangeError);
    assert.throws(() => uintLE(-1, 4), RangeError);
  });

  test('joining and comparing', () => {
    assert.deepEqual(concat(Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3)), Uint8Array.of(1, 2, 3));
    assert.ok(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2)));
    assert.ok(!equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3)));
    assert.ok(!equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1)));
    const sorted = [[2], [1, 2], [1], [], [1, 1]].map((list) => Uint8Array.from(list)).sort(compareBytes);
    assert.deepEqual(
      sorted.map((bytes) => [...bytes]),
      [[], [1], [1, 1], [1, 2], [2]],
    );
  });
});

describe('hashes', () => {
  test('published values', () => {
    assert.equal(toHex(sha256(utf8('abc'))), '0xba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    assert.equal(toHex(keccak256(utf8(''))), '0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470');
    // RFC 5869 A.1 and A.3
    const material = new Uint8Array(22).fill(0x0b);
    const okm = '0x3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865';
    const salt = Uint8Array.from({ length: 13 }, (_, i) => i);
    const info = Uint8Array.from({ length: 10 }, (_, i) => 0xf0 + i);
    assert.equal(toHex(hkdf(material, info, 42, salt)), okm);
    const bare = '0x8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8';
    assert.equal(toHex(hkdf(material, new Uint8Array(0), 42)), bare);
    assert.throws(() => hkdf(material, info, 0), RangeError);
    assert.throws(() => hkdf(material, info, 255 * 32 + 1), RangeError);
  });
});

describe('seeded randomness', () => {
  test('one seed, one stream, however it is asked for', () => {
    const [a, b] = [seededRandom('s'), seededRandom(utf8('s'))];
    const whole = a(40_000);
    const pieces = concat(b(1), b(0), b(31), b(20_000), b(19_968));
    assert.ok(equalBytes(whole, pieces));
    assert.ok(!equalBytes(seededRandom('t')(32), whole.subarray(0, 32)));
  });

  test('what it hands out is the caller’s', () => {
    const random = seededRandom('own');
    random(32).fill(0);
    const again = seededRandom('own');
    again(32);
    assert.deepEqual(random(32), again(32));
  });

  test('randomBelow stays below and reaches all', () => {
    const random = seededRandom('below');
    const seen = new Set(Array.from({ length: 300 }, () => randomBelow(10n, random)));
    assert.deepEqual(seen, new Set([0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n]));
    assert.equal(randomBelow(1n, random), 0n);
    assert.throws(() => randomBelow(0n, random), RangeError);
  });
});
