// Hashing of several byte strings without ambiguity: domain and every part carry their length (u32, little endian), so two different
// lists never give one preimage. Every hash of the engine goes through here; a preimage is never joined by hand.
import { keccak_256 } from '@noble/hashes/sha3.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { nodeCrypto } from './internal/nodeCrypto.ts';
import { u32le, utf8 } from './bytes.ts';
import { keccak256, sha256 } from './hashes.ts';

/** A hash that takes its parts one after another; `digest` may be asked at any time and does not end it. */
export interface Transcript {
  append(...parts: readonly Uint8Array[]): void;
  /** The hash of all parts so far: equal to `hashOf(domain, ...parts)`. */
  digest(): Uint8Array;
}

/** SHA-256 over length-prefixed domain and parts. */
export function hashOf(domain: string, ...parts: readonly Uint8Array[]): Uint8Array {
  if (nodeCrypto && parts.some((part) => part.length >= STREAMED_BYTES_MIN)) {
    const state = transcript(domain);
    state.append(...parts);
    return state.digest();
  }
  return sha256(framed(domain, parts));
}

/** From here on joining the parts costs more than a hash object: fresh memory alone takes longer than SHA-256 over it. */
const STREAMED_BYTES_MIN = 1 << 13;

/** The same over Keccak-256, where Solidity has to reproduce it. */
export function keccakOf(domain: string, ...parts: readonly Uint8Array[]): Uint8Array {
  return keccak256(framed(domain, parts));
}

/** An incremental `hashOf`, or `keccakOf` with `hash` = 'keccak256'. */
export function transcript(domain: string, hash: 'sha256' | 'keccak256' = 'sha256'): Transcript {
  const state = hash === 'sha256' ? sha256State() : nobleState(keccak_256.create());
  const append = (...parts: readonly Uint8Array[]): void => {
    for (const part of parts) {
      state.update(u32le(part.length));
      state.update(part);
    }
  };
  append(bytesOfDomain(domain));
  return { append, digest: () => state.digest() };
}

function framed(domain: string, parts: readonly Uint8Array[]): Uint8Array {
  const all = [bytesOfDomain(domain), ...parts];
  const bytes = new Uint8Array(all.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of all) {
    view.setUint32(at, part.length, true);
    bytes.set(part, at + 4);
    at += 4 + part.length;
  }
  return bytes;
}

/** Domains are few, and texts in our source. */
const domains = new Map<string, Uint8Array>();

function bytesOfDomain(domain: string): Uint8Array {
  let bytes = domains.get(domain);
  if (bytes === undefined) domains.set(domain, (bytes = utf8(domain)));
  return bytes;
}

interface HashState {
  update(bytes: Uint8Array): void;
  digest(): Uint8Array;
}

function sha256State(): HashState {
  if (!nodeCrypto) return nobleState(nobleSha256.create());
  const hash = nodeCrypto.createHash('sha256');
  return {
    update: (bytes) => void hash.update(bytes),
    digest: () => new Uint8Array(hash.copy().digest()),
  };
}

interface NobleHash {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
  clone(): NobleHash;
}

function nobleState(hash: NobleHash): HashState {
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.clone().digest() };
}
