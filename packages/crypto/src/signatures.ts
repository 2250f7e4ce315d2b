// secp256k1 signatures as the chain checks them: 64 bytes r ‖ yParity·2^255 + s (EIP-2098), s in the lower half (EIP-2), recovered to an
// address. Every other form is refused, so that one statement has one signature form. Deterministic nonces (RFC 6979).
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { type Hex, concat, readBE, toHex, u8 } from './bytes.ts';
import { keccak256 } from './hashes.ts';
import { KNOWN_SIGNERS_MAX, TABLE_AFTER_SIGNATURES } from './limits.ts';
import type { Random } from './random.ts';

/** A lower-case 0x address of 20 bytes, without checksum. */
export type Address = Hex;

export interface SigningKey {
  /** 32 bytes, secret. */
  readonly privateKey: Uint8Array;
  /** 65 bytes, uncompressed. */
  readonly publicKey: Uint8Array;
  readonly address: Address;
}

export const SIGNATURE_BYTES = 64;

export function generateSigningKey(random: Random): SigningKey {
  for (;;) {
    const privateKey = random(32);
    if (secp256k1.utils.isValidSecretKey(privateKey)) return signingKeyOf(privateKey);
  }
}

/** The key pair of a private key; a number outside 1..order−1 is the caller's mistake. */
export function signingKeyOf(privateKey: Uint8Array): SigningKey {
  if (!secp256k1.utils.isValidSecretKey(privateKey)) throw new RangeError('not a secp256k1 private key');
  const publicKey = curve.publicKey(privateKey);
  const address = addressOfPoint(publicKey);
  memo?.addresses.set(privateKey, address);
  return { privateKey, publicKey, address };
}

/** The arithmetic of signatures; keys and digests are 32 bytes, `compact` is r ‖ s with a low s, public keys have 65 bytes. */
export interface Curve {
  publicKey(privateKey: Uint8Array): Uint8Array;
  sign(digest: Uint8Array, privateKey: Uint8Array): { readonly compact: Uint8Array; readonly yParity: number };
  /** May throw where there is no such point. */
  recover(digest: Uint8Array, compact: Uint8Array, yParity: number): Uint8Array;
}

/** Blinded and as near to constant time as BigInt comes. */
const noble: Curve = {
  publicKey: (privateKey) => secp256k1.getPublicKey(privateKey, false),
  sign(digest, privateKey) {
    const bytes = secp256k1.sign(digest, privateKey, { prehash: false, lowS: true, format: 'recovered' });
    return { compact: bytes.slice(1), yParity: bytes[0] as number };
  },
  recover(digest, compact, yParity) {
    const signature = secp256k1.Signature.fromBytes(concat(u8(yParity), compact), 'recovered');
    return signature.recoverPublicKey(digest).toBytes(false);
  },
};

let curve: Curve = noble;

/**
 * For a process that plays many parties, such as the simulator: another implementation of the same functions, byte for byte (nonces are
 * those of RFC 6979). Nothing outside tests and the simulator asks.
 */
export function useCurve(other: Curve): void {
  curve = other;
}

interface SignerMemo {
  /** digest ‖ signature → who signed. */
  readonly signers: Map<Hex, Address>;
  readonly entriesMax: number;
  /** Of key objects made since the memo began. */
  readonly addresses: WeakMap<Uint8Array, Address>;
}

let memo: SignerMemo | undefined;

/**
 * For a process that plays many parties, such as the simulator: who signed what is a pure function, so it is worked out once for all of
 * them, and what was signed in this process needs no working out. Off unless asked for; nothing outside tests and the simulator asks.
 */
export function rememberSigners(entriesMax: number): void {
  memo = { signers: new Map(), entriesMax, addresses: new WeakMap() };
}

function remember(digest: Uint8Array, signature: Uint8Array, address: Address): void {
  if (memo === undefined) return;
  if (memo.signers.size >= memo.entriesMax) memo.signers.clear();
  memo.signers.set(memoKey(digest, signature), address);
}

function memoKey(digest: Uint8Array, signature: Uint8Array): Hex {
  return `${toHex(digest)}${toHex(signature).slice(2)}`;
}

/** The last 20 bytes of keccak of the public key, given compressed (33 bytes) or not (65). */
export function addressOf(publicKey: Uint8Array): Address {
  return addressOfPoint(secp256k1.Point.fromBytes(publicKey).toBytes(false));
}

/** Of 65 bytes that are known to be a point. */
function addressOfPoint(uncompressed: Uint8Array): Address {
  return toHex(keccak256(uncompressed.subarray(1)).subarray(12));
}

/** The 64-byte signature of a 32-byte digest, which is signed as it is. */
export function sign(digest: Uint8Array, privateKey: Uint8Array): Uint8Array {
  if (digest.length !== 32) throw new RangeError('a digest has 32 bytes');
  const { compact: signature, yParity } = curve.sign(digest, privateKey);
  signature[32] = (signature[32] as number) | (yParity << 7);
  const address = memo?.addresses.get(privateKey);
  if (address !== undefined) remember(digest, signature, address);
  return signature;
}

/** Who signed the digest, or undefined: wrong length, r or s zero or too large, s in the upper half, or no such point. */
export function recoverAddress(digest: Uint8Array, signature: Uint8Array): Address | undefined {
  const known = memo?.signers.get(memoKey(digest, signature));
  if (known !== undefined) return known;
  const publicKey = recoverPublicKey(digest, signature);
  if (publicKey === undefined) return undefined;
  const address = addressOfPoint(publicKey);
  remember(digest, signature, address);
  return address;
}

/** The key, 65 bytes, of who signed the digest; undefined as above. */
function recoverPublicKey(digest: Uint8Array, signature: Uint8Array): Uint8Array | undefined {
  const parts = partsOfSignature(digest, signature);
  if (parts === undefined) return undefined;
  try {
    return curve.recover(digest, parts.compact, parts.yParity);
  } catch {
    return undefined;
  }
}

interface SignatureParts {
  /** r ‖ s, both from 1 to the order, s in the lower half. */
  readonly compact: Uint8Array;
  readonly yParity: number;
}

/** Undefined where the form is another: wrong length, r or s zero or too large, s in the upper half. */
function partsOfSignature(digest: Uint8Array, signature: Uint8Array): SignatureParts | undefined {
  if (digest.length !== 32 || signature.length !== SIGNATURE_BYTES) return undefined;
  const yParity = (signature[32] as number) >> 7;
  const compact = signature.slice();
  compact[32] = (signature[32] as number) & 0x7f;
  try {
    return secp256k1.Signature.fromBytes(compact, 'compact').hasHighS() ? undefined : { compact, yParity };
  } catch {
    return undefined;
  }
}

const { Point } = secp256k1;
type Key = InstanceType<typeof Point>;

/** By address, how often it was found to have signed, and its key with a table of multiples from when that pays. All are forgotten when they are too many. */
const signers = new Map<Address, { seen: number; key: Key | undefined }>();

/** Bits of a window of the table: 512 points, 0.1 MB. */
const WINDOW_BITS = 4;

/**
 * Whether `address` signed the digest. `recoverAddress` says the same; under a key that is known from earlier signatures it takes half the time. With
 * R = (z·G + r·Q)/s the signature is of Q exactly if R has x-coordinate r and the signature's parity: the equation that recovery solves for Q.
 */
export function signedBy(digest: Uint8Array, signature: Uint8Array, address: Address): boolean {
  if (curve !== noble || memo !== undefined) return recoverAddress(digest, signature) === address;
  const known = signers.get(address);
  if (known?.key !== undefined) return isSignatureOf(digest, signature, known.key);
  const publicKey = recoverPublicKey(digest, signature);
  if (publicKey === undefined || addressOfPoint(publicKey) !== address) return false;
  if (signers.size >= KNOWN_SIGNERS_MAX && known === undefined) signers.clear();
  const seen = 1 + (known?.seen ?? 0);
  const key = seen < TABLE_AFTER_SIGNATURES ? undefined : Point.fromBytes(publicKey).precompute(WINDOW_BITS, false);
  signers.set(address, { seen, key });
  return true;
}

/** Nothing here is secret, so time may depend on the numbers. */
function isSignatureOf(digest: Uint8Array, signature: Uint8Array, key: Key): boolean {
  const parts = partsOfSignature(digest, signature);
  if (parts === undefined) return false;
  const { Fn } = Point;
  const r = readBE(parts.compact.subarray(0, 32));
  const inverse = Fn.inv(readBE(parts.compact.subarray(32)));
  const ofBase = Fn.mul(Fn.create(readBE(digest)), inverse);
  const point = Point.BASE.multiplyUnsafe(ofBase).add(key.multiplyUnsafe(Fn.mul(r, inverse)));
  if (point.is0()) return false;
  const { x, y } = point.toAffine();
  return x === r && Number(y & 1n) === parts.yParity;
}
