// secp256k1 in WebAssembly (libsecp256k1) for this process alone: nonces are those of RFC 6979 there too, so that every signature is the one
// that a node makes, four times faster. Nodes and clients do not use it: see DEPENDENCIES.md.
import type { Curve } from '@enigma/crypto';
import { pointFromScalar, recover, signRecoverable } from 'tiny-secp256k1';

export const fastCurve: Curve = {
  publicKey(privateKey) {
    const point = pointFromScalar(privateKey, false);
    if (point === null) throw new RangeError('not a secp256k1 private key');
    return new Uint8Array(point);
  },
  sign(digest, privateKey) {
    const { signature, recoveryId } = signRecoverable(digest, privateKey);
    return { compact: new Uint8Array(signature), yParity: recoveryId };
  },
  recover(digest, compact, yParity) {
    const point = recover(digest, compact, yParity === 1 ? 1 : 0, false);
    if (point === null) throw new RangeError('no such point');
    return new Uint8Array(point);
  },
};
