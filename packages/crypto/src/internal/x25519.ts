// X25519 (RFC 7748): OpenSSL's where node:crypto is (50 µs), noble's elsewhere (about 1 ms); tests compare the two.
import { x25519 } from '@noble/curves/ed25519.js';
import { concat, fromHex } from '../bytes.ts';
import { nodeCrypto } from './nodeCrypto.ts';

// RFC 8410 in DER: everything before the 32 bytes of a key.
const PRIVATE_PREFIX = fromHex('0x302e020100300506032b656e04220420') as Uint8Array;
const PUBLIC_PREFIX = fromHex('0x302a300506032b656e032100') as Uint8Array;
const BASE_POINT = new Uint8Array(32).with(0, 9);

export function publicKeyOf(privateKey: Uint8Array): Uint8Array {
  return agree(privateKey, BASE_POINT) ?? x25519.getPublicKey(privateKey);
}

/** The shared point, or undefined where it is zero: the other key has small order (RFC 7748 §6.1, RFC 9180 §7.1.4). */
export function agree(privateKey: Uint8Array, publicKey: Uint8Array): Uint8Array | undefined {
  try {
    return nodeCrypto ? agreeNode(nodeCrypto, privateKey, publicKey) : x25519.getSharedSecret(privateKey, publicKey);
  } catch {
    return undefined;
  }
}

function agreeNode(
  crypto: NonNullable<typeof nodeCrypto>,
  privateKey: Uint8Array,
  publicKey: Uint8Array,
): Uint8Array | undefined {
  const shared = crypto.diffieHellman({
    privateKey: crypto.createPrivateKey({ key: concat(PRIVATE_PREFIX, privateKey), format: 'der', type: 'pkcs8' }),
    publicKey: crypto.createPublicKey({ key: concat(PUBLIC_PREFIX, publicKey), format: 'der', type: 'spki' }),
  });
  return shared.every((byte) => byte === 0) ? undefined : new Uint8Array(shared);
}
