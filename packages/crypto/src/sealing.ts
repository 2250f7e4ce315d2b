// Sealing to a public key: HPKE base mode, RFC 9180, with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305. ChaCha20 rather
// than AES-128-GCM because AES in plain JavaScript looks secrets up in tables, and browsers have no synchronous AES of their own.
// One message a key schedule (sequence number 0): nobody here needs a stream, and a nonce can then never repeat.
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concat, u16be, utf8 } from './bytes.ts';
import { hkdfExpand, hkdfExtract } from './hashes.ts';
import { agree, publicKeyOf } from './internal/x25519.ts';
import { SEAL_BYTES_MAX } from './limits.ts';
import type { Random } from './random.ts';
import { Refusal } from './refusal.ts';

export interface SealingKey {
  /** 32 bytes, X25519. */
  readonly publicKey: Uint8Array;
  /** 32 bytes, secret. */
  readonly privateKey: Uint8Array;
}

export const SEALING_KEY_BYTES = 32;
/** Bytes a sealed message is longer than its plaintext: encapsulated key 32, tag 16. */
export const SEAL_OVERHEAD_BYTES = 48;

const KEM_SUITE = concat(utf8('KEM'), u16be(0x0020));
const HPKE_SUITE = concat(utf8('HPKE'), u16be(0x0020), u16be(0x0001), u16be(0x0003));
const MODE_BASE = Uint8Array.of(0);
const NONE = new Uint8Array(0);

export function generateSealingKey(random: Random): SealingKey {
  return sealingKeyOf(random(32));
}

/** The key pair of a 32-byte X25519 private key. */
export function sealingKeyOf(privateKey: Uint8Array): SealingKey {
  if (privateKey.length !== 32) throw new RangeError('an X25519 private key has 32 bytes');
  return { publicKey: publicKeyOf(privateKey), privateKey };
}

/** RFC 9180 §4.1 DeriveKeyPair: the key pair of ≥ 32 secret bytes. */
export function deriveSealingKey(material: Uint8Array): SealingKey {
  const pseudorandomKey = labeledExtract(KEM_SUITE, NONE, 'dkp_prk', material);
  return sealingKeyOf(labeledExpand(KEM_SUITE, pseudorandomKey, 'sk', NONE, 32));
}

/** enc 32 ‖ ciphertext ‖ tag 16. `info` and `aad` bind the context and travel elsewhere; refused for a public key of small order. */
export function seal(
  publicKey: Uint8Array,
  info: Uint8Array,
  aad: Uint8Array,
  plaintext: Uint8Array,
  random: Random,
): Uint8Array | Refusal<'BAD_KEY'> {
  if (plaintext.length > SEAL_BYTES_MAX) throw new RangeError(`at most ${SEAL_BYTES_MAX} bytes are sealed at once`);
  if (publicKey.length !== SEALING_KEY_BYTES) return new Refusal('BAD_KEY', { bytes: publicKey.length });
  const ephemeral = deriveSealingKey(random(32));
  const shared = agree(ephemeral.privateKey, publicKey);
  if (shared === undefined) return new Refusal('BAD_KEY');
  const { key, nonce } = schedule(kemSecret(shared, ephemeral.publicKey, publicKey), info);
  return concat(ephemeral.publicKey, chacha20poly1305(key, nonce, aad).encrypt(plaintext));
}

/** The plaintext, refused where key, info, aad or any byte differs from what was sealed: the refusal does not say which. */
export function open(
  key: SealingKey,
  info: Uint8Array,
  aad: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | Refusal<'BAD_LENGTH' | 'UNSEAL_FAILED'> {
  const length = sealed.length - SEAL_OVERHEAD_BYTES;
  if (length < 0 || length > SEAL_BYTES_MAX) return new Refusal('BAD_LENGTH', { bytes: sealed.length });
  const encapsulated = sealed.subarray(0, SEALING_KEY_BYTES);
  const shared = agree(key.privateKey, encapsulated);
  if (shared === undefined) return new Refusal('UNSEAL_FAILED');
  const derived = schedule(kemSecret(shared, encapsulated, key.publicKey), info);
  try {
    return chacha20poly1305(derived.key, derived.nonce, aad).decrypt(sealed.subarray(SEALING_KEY_BYTES));
  } catch {
    return new Refusal('UNSEAL_FAILED');
  }
}

/** §4.1 ExtractAndExpand */
function kemSecret(shared: Uint8Array, encapsulated: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const pseudorandomKey = labeledExtract(KEM_SUITE, NONE, 'eae_prk', shared);
  return labeledExpand(KEM_SUITE, pseudorandomKey, 'shared_secret', concat(encapsulated, publicKey), 32);
}

/** §5.1 KeySchedule, mode base: no pre-shared key. */
function schedule(
  sharedSecret: Uint8Array,
  info: Uint8Array,
): { readonly key: Uint8Array; readonly nonce: Uint8Array } {
  const pskIdHash = labeledExtract(HPKE_SUITE, NONE, 'psk_id_hash', NONE);
  const infoHash = labeledExtract(HPKE_SUITE, NONE, 'info_hash', info);
  const context = concat(MODE_BASE, pskIdHash, infoHash);
  const secret = labeledExtract(HPKE_SUITE, sharedSecret, 'secret', NONE);
  return {
    key: labeledExpand(HPKE_SUITE, secret, 'key', context, 32),
    nonce: labeledExpand(HPKE_SUITE, secret, 'base_nonce', context, 12),
  };
}

/** §4 */
function labeledExtract(suite: Uint8Array, salt: Uint8Array, label: string, material: Uint8Array): Uint8Array {
  return hkdfExtract(concat(VERSION, suite, utf8(label), material), salt);
}

function labeledExpand(
  suite: Uint8Array,
  pseudorandomKey: Uint8Array,
  label: string,
  info: Uint8Array,
  byteLength: number,
): Uint8Array {
  return hkdfExpand(pseudorandomKey, concat(u16be(byteLength), VERSION, suite, utf8(label), info), byteLength);
}

const VERSION = utf8('HPKE-v1');
