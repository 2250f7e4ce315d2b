// F, the one generator of the engine: AES-128 in counter mode, named once here. HMAC-SHA256 turns (key, label) into an AES key and a
// start counter that are both secret: with the label hashed to a public counter under a fixed key, 2^54 work would find two labels
// whose counters overlap in a stream of 2^20 blocks.
import { ctr } from '@noble/ciphers/aes.js';
import { concat, u32le, utf8 } from './bytes.ts';
import { ELEMENT_BYTES } from './field.ts';
import { hmacSha256 } from './hashes.ts';
import { nodeCrypto } from './internal/nodeCrypto.ts';
import { PRF_BYTES_MAX } from './limits.ts';
import { type FieldVector, fromUniform } from './vector.ts';

export const KEY_BYTES = 16;

/** `byteLength` bytes of F(key, label); a longer answer starts with the shorter one. Ask ≥ 64 KiB at once: a call costs microseconds. */
export function prf(key: Uint8Array, label: Uint8Array, byteLength: number): Uint8Array {
  if (key.length !== KEY_BYTES) throw new RangeError('a prf key has 16 bytes');
  if (!(byteLength >= 0 && byteLength <= PRF_BYTES_MAX))
    throw new RangeError(`prf gives at most ${PRF_BYTES_MAX} bytes`);
  const derived = hmacSha256(key, concat(DOMAIN, label));
  const streamKey = derived.subarray(0, 16);
  const counter = derived.subarray(16, 32);
  const zeros = new Uint8Array(byteLength);
  if (!nodeCrypto) return byteLength === 0 ? zeros : ctr(streamKey, counter).encrypt(zeros);
  const stream = nodeCrypto.createCipheriv('aes-128-ctr', streamKey, counter).update(zeros);
  return new Uint8Array(stream.buffer, stream.byteOffset, stream.byteLength);
}

/** `count` elements: 16-byte strings mod p. The bias is 2^-82 an element. */
export function prfField(key: Uint8Array, label: Uint8Array, count: number): FieldVector {
  return fromUniform(prf(key, label, count * ELEMENT_BYTES));
}

/** `bitCount` bits, bit k in byte ⌊k/8⌋ at 2^(k mod 8); the unused high bits of the last byte are zero. */
export function prfBits(key: Uint8Array, label: Uint8Array, bitCount: number): Uint8Array {
  const bytes = prf(key, label, Math.ceil(bitCount / 8));
  if (bitCount % 8 !== 0) bytes[bytes.length - 1] = (bytes.at(-1) as number) & ((1 << (bitCount % 8)) - 1);
  return bytes;
}

const domain = utf8('enigma.prf.v1');
const DOMAIN = concat(u32le(domain.length), domain);
