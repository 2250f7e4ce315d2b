import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { fieldToBytes, P, signingKeyOf } from '@enigma/crypto';
import {
  checkOutputPiece,
  decodeBlocks,
  decodeMaskPieces,
  deltaOf,
  digest,
  encodeBlocks,
  encodeMaskPieces,
  keccakHex,
  MASK_REQUEST,
  maskAnswerContext,
  type MaskRequest,
  outputCommitment,
  signMaskAnswer,
  signRecord,
  verifyMaskAnswer,
  verifyMaskRequest,
  ZERO_ADDRESS,
} from '../src/index.ts';

const seed = 20261124;
const slot = { sessionId: `0x${'51'.repeat(32)}`, attempt: 0, taskIndex: 0, blockIndex: 0 } as const;
const salt = new Uint8Array(32).fill(9);

describe('masked outputs', () => {
  const commitments = [1, 2, 3, 4].map((fill) => new Uint8Array(32).fill(fill));
  const everyone = { to: 0, recipient: ZERO_ADDRESS, values: [0n, 1n, P - 1n], commitments };
  const one = { to: 1, recipient: `0x${'ab'.repeat(20)}`, values: [5n], commitments } as const;

  test('blocks come back', () => {
    assert.deepEqual(decodeBlocks(encodeBlocks([everyone, one]), 4), { ok: true, value: [everyone, one] });
    assert.deepEqual(decodeBlocks(new Uint8Array(), 4), { ok: true, value: [] });
  });

  test('a value of p or above, an unknown kind, and a named everyone are refused', () => {
    const bytes = encodeBlocks([everyone]);
    const outOfField = bytes.slice();
    outOfField.set(new Uint8Array(16).fill(0xff), 25);
    assert.equal(decodeBlocks(outOfField, 4).ok, false);
    assert.equal(decodeBlocks(bytes.with(0, 2), 4).ok, false);
    assert.equal(decodeBlocks(bytes.with(1, 1), 4).ok, false);
    assert.equal(decodeBlocks(bytes, 3).ok, false);
  });

  test('decoding survives any bytes', () => {
    const good = encodeBlocks([everyone, one]);
    const hurt = fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, value]) => good.with(at, value));
    const cut = fc.nat(good.length).map((length) => good.slice(0, length));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), hurt, cut), (bytes) => {
        const decoded = decodeBlocks(bytes, 4);
        if (decoded.ok) assert.deepEqual(encodeBlocks(decoded.value), bytes);
      }),
      { numRuns: 20_000, seed },
    );
  });

  test('a piece counts only for its slot, set, salt and values', () => {
    const values = [7n, 8n];
    const bytes = Uint8Array.of(...fieldToBytes(7n), ...fieldToBytes(8n));
    const commitment = outputCommitment(slot, 2, salt, values);
    assert.deepEqual(checkOutputPiece(slot, 2, salt, bytes, commitment), { ok: true, value: values });
    const wrong = [
      checkOutputPiece({ ...slot, attempt: 1 }, 2, salt, bytes, commitment),
      checkOutputPiece({ ...slot, taskIndex: 1 }, 2, salt, bytes, commitment),
      checkOutputPiece({ ...slot, blockIndex: 1 }, 2, salt, bytes, commitment),
      checkOutputPiece(slot, 3, salt, bytes, commitment),
      checkOutputPiece(slot, 2, salt.with(0, 1), bytes, commitment),
      checkOutputPiece(slot, 2, salt, bytes.with(0, 6), commitment),
      checkOutputPiece(slot, 2, salt.slice(1), bytes, commitment),
    ];
    assert.ok(wrong.every((result) => !result.ok));
  });
});

describe('client masks', () => {
  const key = signingKeyOf(new Uint8Array(32).fill(5));
  const domain = { chainId: 31337n, verifyingContract: `0x${'7a'.repeat(20)}` } as const;
  const widths = [5, 64];
  const request: MaskRequest = {
    committeeId: `0x${'22'.repeat(32)}`,
    period: 0,
    contractId: `0x${'11'.repeat(32)}`,
    sender: key.address,
    kind: 2,
    nonce: 3n,
    widthsHash: keccakHex(Uint8Array.from(widths)),
    requestKey: `0x${'44'.repeat(32)}`,
  };

  test('a mask is told to its sender alone', () => {
    const signature = signRecord(domain, MASK_REQUEST, request, key.privateKey);
    assert.equal(verifyMaskRequest(domain, request, widths, signature).ok, true);
    const thief = signingKeyOf(new Uint8Array(32).fill(6));
    assert.equal(
      verifyMaskRequest(domain, request, widths, signRecord(domain, MASK_REQUEST, request, thief.privateKey)).ok,
      false,
    );
    assert.equal(verifyMaskRequest(domain, { ...request, nonce: 4n }, widths, signature).ok, false);
    assert.equal(verifyMaskRequest(domain, { ...request, kind: 3 }, widths, signature).ok, false);
    assert.equal(verifyMaskRequest(domain, request, [5, 63], signature).ok, false);
    assert.equal(verifyMaskRequest(domain, request, [0], signature).ok, false);
  });

  test('an answer is of one request and one seat', () => {
    const requestDigest = digest(domain, MASK_REQUEST, request);
    const sealed = Uint8Array.of(1, 2, 3);
    const signature = signMaskAnswer(domain, requestDigest, 1, sealed, key.privateKey);
    assert.equal(verifyMaskAnswer(domain, requestDigest, 1, sealed, signature, key.address), true);
    assert.equal(verifyMaskAnswer(domain, requestDigest, 2, sealed, signature, key.address), false);
    assert.equal(verifyMaskAnswer(domain, requestDigest, 1, sealed.with(0, 2), signature, key.address), false);
    assert.equal(maskAnswerContext(requestDigest, 1).length, 33);
  });

  test('pieces come back; others than the expected sets, or words beyond their width, do not', () => {
    const pieces = [
      { set: 2, words: [31n, 2n ** 64n - 1n] },
      { set: 4, words: [0n, 1n] },
    ];
    const bytes = encodeMaskPieces(pieces, widths);
    assert.deepEqual(decodeMaskPieces(bytes, [2, 4], widths), { ok: true, value: pieces });
    assert.equal(decodeMaskPieces(bytes, [2, 8], widths).ok, false);
    assert.equal(decodeMaskPieces(bytes, [2], widths).ok, false);
    assert.equal(decodeMaskPieces(bytes.with(4, 0x20), [2, 4], widths).ok, false);
  });

  test('δ + Σ r_A gives the value back, in every width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }),
        fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { minLength: 3, maxLength: 6 }),
        fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
        (width, all, x) => {
          const modulus = 1n << BigInt(width);
          const value = x % modulus;
          const pieces = all.map((piece) => piece % modulus);
          const delta = deltaOf(value, pieces, width);
          assert.ok(delta >= 0n && delta < modulus);
          assert.equal(pieces.reduce((sum, piece) => sum + piece, delta) % modulus, value);
        },
      ),
      { numRuns: 1000, seed },
    );
  });
});
