// SHA-256 (inside the engine), Keccak-256 (records of the chain), HMAC and HKDF (key derivation).
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { keccak_256 as nobleKeccak256 } from '@noble/hashes/sha3.js';
import { concat, u8 } from './bytes.ts';
import { hasKeccak, nodeCrypto } from './internal/nodeCrypto.ts';
import { HKDF_BYTES_MAX } from './limits.ts';

export const HASH_BYTES = 32;

/** SHA-256 (FIPS 180-4). */
export function sha256(bytes: Uint8Array): Uint8Array {
  return nodeCrypto ? plain(nodeCrypto.hash('sha256', bytes, 'buffer')) : nobleSha256(bytes);
}

/** Keccak-256 with Ethereum's padding, which is not SHA3-256. */
export function keccak256(bytes: Uint8Array): Uint8Array {
  return nodeCrypto && hasKeccak ? plain(nodeCrypto.hash('keccak-256', bytes, 'buffer')) : nobleKeccak256(bytes);
}

/** HMAC-SHA256 (RFC 2104). */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  return nodeCrypto
    ? plain(nodeCrypto.createHmac('sha256', key).update(message).digest())
    : hmac(nobleSha256, key, message);
}

/** HKDF-SHA256 (RFC 5869), extract then expand; without a salt it is 32 zero bytes, as the RFC says. */
export function hkdf(key: Uint8Array, info: Uint8Array, byteLength: number, salt?: Uint8Array): Uint8Array {
  return hkdfExpand(hkdfExtract(key, salt), info, byteLength);
}

/** HKDF-Extract alone (RFC 5869 §2.2). */
export function hkdfExtract(key: Uint8Array, salt: Uint8Array = new Uint8Array(HASH_BYTES)): Uint8Array {
  return hmacSha256(salt, key);
}

/** HKDF-Expand alone (RFC 5869 §2.3): T(i) = HMAC(key, T(i − 1) ‖ info ‖ i). */
export function hkdfExpand(pseudorandomKey: Uint8Array, info: Uint8Array, byteLength: number): Uint8Array {
  if (!(byteLength > 0 && byteLength <= HKDF_BYTES_MAX)) throw new RangeError(`HKDF gives 1..${HKDF_BYTES_MAX} bytes`);
  const blocks: Uint8Array[] = [];
  for (let last: Uint8Array = new Uint8Array(0), i = 1; (i - 1) * HASH_BYTES < byteLength; i++) {
    last = hmacSha256(pseudorandomKey, concat(last, info, u8(i)));
    blocks.push(last);
  }
  return concat(...blocks).subarray(0, byteLength);
}

/** A Buffer is a view of a shared pool and prints, slices and compares differently: hand out plain arrays. */
function plain(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer);
}
