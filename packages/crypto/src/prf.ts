// F, the one generator of the engine: AES-128 in counter mode, named once here. HMAC-SHA256 turns (key, label) into an AES key and a
// start counter that are both secret: with the label hashed to a public counter under a fixed key, 2^54 work would find two labels
// whose counters overlap in a stream of 2^20 blocks.
import { ctr } from '@noble/ciphers/aes.js';
import { concat, u32le, utf8 } from './bytes.ts';
import { ELEMENT_BYTES } from './field.ts';
import { hmacSha256 } from './hashes.ts';
import { nodeCrypto } from './internal/nodeCrypto.ts';
import { PRF_BYTES_MAX } from './limits.ts';
import { type FieldVector, fromUniform, reduceInPlace } from './vector.ts';

export const KEY_BYTES = 16;

/** `byteLength` bytes of F(key, label); a longer answer starts with the shorter one. Ask ≥ 64 KiB at once: a call costs microseconds. */
export function prf(key: Uint8Array, label: Uint8Array, byteLength: number): Uint8Array<ArrayBuffer> {
  if (key.length !== KEY_BYTES) throw new RangeError('a prf key has 16 bytes');
  if (!(byteLength >= 0 && byteLength <= PRF_BYTES_MAX))
    throw new RangeError(`prf gives at most ${PRF_BYTES_MAX} bytes`);
  const derived = hmacSha256(key, concat(DOMAIN, label));
  const streamKey = derived.subarray(0, 16);
  const counter = derived.subarray(16, 32);
  return nodeCrypto
    ? keystream(nodeCrypto, streamKey, counter, byteLength)
    : nobleKeystream(streamKey, counter, byteLength);
}

/** `count` elements: 16-byte strings mod p. The bias is 2^-82 an element. */
export function prfField(key: Uint8Array, label: Uint8Array, count: number): FieldVector {
  const bytes = prf(key, label, count * ELEMENT_BYTES);
  const aligned = bytes.byteOffset % BigUint64Array.BYTES_PER_ELEMENT === 0;
  return aligned ? reduceInPlace(new BigUint64Array(bytes.buffer, bytes.byteOffset, 2 * count)) : fromUniform(bytes);
}

/** `bitCount` bits, bit k in byte ⌊k/8⌋ at 2^(k mod 8); the unused high bits of the last byte are zero. */
export function prfBits(key: Uint8Array, label: Uint8Array, bitCount: number): Uint8Array {
  const bytes = prf(key, label, Math.ceil(bitCount / 8));
  if (bitCount % 8 !== 0) bytes[bytes.length - 1] = (bytes.at(-1) as number) & ((1 << (bitCount % 8)) - 1);
  return bytes;
}

/** OpenSSL has no call that writes a bare keystream, so zeros are encrypted; one block of them serves all. */
function keystream(
  crypto: NonNullable<typeof nodeCrypto>,
  streamKey: Uint8Array,
  counter: Uint8Array,
  byteLength: number,
): Uint8Array<ArrayBuffer> {
  const cipher = crypto.createCipheriv('aes-128-ctr', streamKey, counter);
  if (byteLength <= ZEROS.length) {
    const stream = cipher.update(ZEROS.subarray(0, byteLength));
    return new Uint8Array(stream.buffer, stream.byteOffset, stream.byteLength);
  }
  const bytes = new Uint8Array(byteLength);
  for (let at = 0; at < byteLength; at += ZEROS.length)
    bytes.set(cipher.update(ZEROS.subarray(0, byteLength - at)), at);
  return bytes;
}

function nobleKeystream(streamKey: Uint8Array, counter: Uint8Array, byteLength: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(byteLength);
  return byteLength === 0 ? bytes : ctr(streamKey, counter).encrypt(bytes, bytes);
}

const ZEROS = new Uint8Array(1 << 16);
const domain = utf8('enigma.prf.v1');
const DOMAIN = concat(u32le(domain.length), domain);
