// Hears every signature that is made in this process, at the moment when it is made: what a node signs and does not keep is otherwise seen by nobody.
import { useCurve, type Curve } from '@enigma/crypto';
import { fastCurve } from './curve.ts';

/** `signature`: 64 bytes as they stand in messages (EIP-2098). */
export type Hear = (privateKey: Uint8Array, signature: Uint8Array) => void;

let hear: Hear | undefined;

/** The fast curve, with an ear at it. */
export function useHeardCurve(): void {
  useCurve({
    ...fastCurve,
    sign(digest, privateKey) {
      const made = fastCurve.sign(digest, privateKey);
      hear?.(privateKey, asInMessages(made));
      return made;
    },
  });
}

/** One run at a time hears. */
export function hearSigning(by: Hear | undefined): void {
  hear = by;
}

function asInMessages({ compact, yParity }: ReturnType<Curve['sign']>): Uint8Array {
  const bytes = compact.slice();
  bytes[32] = (bytes[32] as number) | (yParity << 7);
  return bytes;
}
