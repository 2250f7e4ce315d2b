// SHA-256 (inside the engine), Keccak-256 (records of the chain), HMAC and HKDF (key derivation).
import { expand, extract, hkdf as nobleHkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { keccak_256 as nobleKeccak256 } from '@noble/hashes/sha3.js';
import { nodeCrypto } from './internal/nodeCrypto.ts';
import { HKDF_BYTES_MAX } from './limits.ts';

export const HASH_BYTES = 32;

/** SHA-256 (FIPS 180-4). */
export function sha256(bytes: Uint8Array): Uint8Array {
  return nodeCrypto ? plain(nodeCrypto.hash('sha256', bytes, 'buffer')) : nobleSha256(bytes);
}

/** Keccak-256 with Ethereum's padding, which is not SHA3-256. */
export function keccak256(bytes: Uint8Array): Uint8Array {
  return nobleKeccak256(bytes);
}

/** HMAC-SHA256 (RFC 2104). */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  return nodeCrypto
    ? plain(nodeCrypto.createHmac('sha256', key).update(message).digest())
    : hmac(nobleSha256, key, message);
}

/** HKDF-SHA256 (RFC 5869), extract then expand; without a salt it is 32 zero bytes, as the RFC says. */
export function hkdf(key: Uint8Array, info: Uint8Array, byteLength: number, salt?: Uint8Array): Uint8Array {
  assertHkdfLength(byteLength);
  return nobleHkdf(nobleSha256, key, salt, info, byteLength);
}

/** HKDF-Extract alone (RFC 5869 §2.2). */
export function hkdfExtract(key: Uint8Array, salt?: Uint8Array): Uint8Array {
  return extract(nobleSha256, key, salt);
}

/** HKDF-Expand alone (RFC 5869 §2.3). */
export function hkdfExpand(pseudorandomKey: Uint8Array, info: Uint8Array, byteLength: number): Uint8Array {
  assertHkdfLength(byteLength);
  return expand(nobleSha256, pseudorandomKey, info, byteLength);
}

function assertHkdfLength(byteLength: number): void {
  if (!(byteLength > 0 && byteLength <= HKDF_BYTES_MAX)) throw new RangeError(`HKDF gives 1..${HKDF_BYTES_MAX} bytes`);
}

/** A Buffer is a view of a shared pool and prints, slices and compares differently: hand out plain arrays. */
function plain(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer);
}
