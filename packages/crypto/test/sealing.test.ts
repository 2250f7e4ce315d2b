import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { x25519 } from '@noble/curves/ed25519.js';
import {
  Refusal,
  SEAL_OVERHEAD_BYTES,
  concat,
  deriveSealingKey,
  fromHex,
  generateSealingKey,
  open,
  seal,
  seededRandom,
  toHex,
  utf8,
} from '../src/index.ts';
import { agree } from '../src/internal/x25519.ts';

const random = seededRandom('sealing');
const bytes = (hex: string): Uint8Array => fromHex(`0x${hex}`) as Uint8Array;

// RFC 9180 appendix A.2.1 (DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, base), sequence number 0.
const RFC = {
  info: bytes('4f6465206f6e2061204772656369616e2055726e'),
  ikmE: bytes('909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b'),
  ikmR: bytes('1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df'),
  skRm: '0x8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb',
  pkRm: '0x4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a',
  enc: '1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a',
  pt: bytes('4265617574792069732074727574682c20747275746820626561757479'),
  aad: bytes('436f756e742d30'),
  ct: '1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28',
};

describe('RFC 9180 A.2.1', () => {
  test('keys derive, seals and opens to the printed bytes', () => {
    const receiver = deriveSealingKey(RFC.ikmR);
    assert.equal(toHex(receiver.privateKey), RFC.skRm);
    assert.equal(toHex(receiver.publicKey), RFC.pkRm);
    const sealed = seal(receiver.publicKey, RFC.info, RFC.aad, RFC.pt, () => RFC.ikmE);
    assert.ok(!(sealed instanceof Refusal));
    assert.equal(toHex(sealed), `0x${RFC.enc}${RFC.ct}`);
    assert.deepEqual(open(receiver, RFC.info, RFC.aad, sealed), RFC.pt);
  });
});

describe('sealing', () => {
  const receiver = generateSealingKey(random);
  const message = utf8('r_A of seat 2');
  const sealed = seal(receiver.publicKey, utf8('info'), utf8('aad'), message, random) as Uint8Array;

  test('round trip, also of nothing; two seals of one message differ', () => {
    assert.equal(sealed.length, message.length + SEAL_OVERHEAD_BYTES);
    assert.deepEqual(open(receiver, utf8('info'), utf8('aad'), sealed), message);
    assert.notDeepEqual(seal(receiver.publicKey, utf8('info'), utf8('aad'), message, random), sealed);
    const empty = seal(receiver.publicKey, utf8(''), utf8(''), utf8(''), random) as Uint8Array;
    assert.deepEqual(open(receiver, utf8(''), utf8(''), empty), utf8(''));
  });

  test('another info, aad, key, or any changed or missing byte does not open', () => {
    const refusals = [
      open(receiver, utf8('other'), utf8('aad'), sealed),
      open(receiver, utf8('info'), utf8('other'), sealed),
      open(generateSealingKey(random), utf8('info'), utf8('aad'), sealed),
      open(receiver, utf8('info'), utf8('aad'), sealed.slice(0, -1)),
      open(receiver, utf8('info'), utf8('aad'), concat(sealed, Uint8Array.of(0))),
      ...Array.from(sealed, (_, i) =>
        open(receiver, utf8('info'), utf8('aad'), sealed.with(i, (sealed[i] as number) ^ 1)),
      ),
    ];
    for (const refused of refusals) assert.ok(refused instanceof Refusal && refused.code === 'UNSEAL_FAILED');
    const short = open(receiver, utf8('info'), utf8('aad'), sealed.slice(0, SEAL_OVERHEAD_BYTES - 1));
    assert.ok(short instanceof Refusal && short.code === 'BAD_LENGTH');
  });

  test('public keys of small order or another length are refused, as sealed-to and as sealed-by', () => {
    // u = 0, 1, and a point of order 8 (RFC 7748 §6.1 asks for the all-zero check; curve25519's list of low-order points)
    const small = [
      new Uint8Array(32),
      new Uint8Array(32).with(0, 1),
      bytes('e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800'),
    ];
    for (const key of [...small, new Uint8Array(31), new Uint8Array(33)]) {
      const refused = seal(key, utf8('i'), utf8('a'), message, random);
      assert.ok(refused instanceof Refusal && refused.code === 'BAD_KEY');
    }
    for (const key of small) {
      const refused = open(receiver, utf8('i'), utf8('a'), concat(key, new Uint8Array(40)));
      assert.ok(refused instanceof Refusal && refused.code === 'UNSEAL_FAILED');
    }
  });

  test("OpenSSL's X25519 and noble's agree", () => {
    for (let i = 0; i < 10; i++) {
      const [a, b] = [random(32), x25519.getPublicKey(random(32))];
      assert.deepEqual(agree(a, b), x25519.getSharedSecret(a, b));
    }
  });
});
