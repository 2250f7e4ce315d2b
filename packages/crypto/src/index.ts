// @enigma/crypto: the field and vectors over it, secret sharing, pseudo-random sharing, sealing, signatures, hashes and transcripts.
//
// Trusts: the audited primitives of @noble (curves, hashes, ciphers) and, inside Node, OpenSSL through node:crypto; the caller for keys
// and for randomness, which is always a parameter. Trusts no byte of a peer: what does not decode comes back as a Refusal.
//
// Deliberately does not: speak to anybody, keep a key, know a committee or a record, or read clock, disk or machine randomness.
// BigInt arithmetic here is not constant time; it is the twin that the kernel is compared with, and serves a few values at a time.
export * as field from './field.ts';
export { ELEMENT_BYTES, P, fieldFromBytes, fieldToBytes } from './field.ts';
export * from './bytes.ts';
export * from './hashes.ts';
export { type FieldKernel, plainKernel } from './kernel.ts';
export * from './limits.ts';
export * from './prf.ts';
export * from './prss.ts';
export * from './random.ts';
export * from './refusal.ts';
export * from './sealing.ts';
export * from './shamir.ts';
export * from './sharedVectors.ts';
export * from './signatures.ts';
export * from './transcript.ts';
export {
  type FieldVector,
  concatVectors,
  elementAt,
  equalVectors,
  fromUniform,
  isCanonical,
  lengthOf,
  newVector,
  setElement,
  sliceOf,
  toBigints,
  vectorFromBytes,
  vectorOf,
  vectorToBytes,
} from './vector.ts';
export { integerKernel, wasmKernel } from './wasmKernel.ts';
