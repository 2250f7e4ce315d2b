// Randomness is a parameter: a room asks for bytes and does not know whether the machine or a seed gives them.
import { readBE, u64le, utf8 } from './bytes.ts';
import { fieldFromBytes } from './field.ts';
import { prf } from './prf.ts';
import { hashOf } from './transcript.ts';

/** `byteLength` fresh uniform bytes, the caller's to keep. */
export type Random = (byteLength: number) => Uint8Array;

const REFILL_BYTES = 1 << 14;

/** A stream that the seed alone decides, for tests and the simulator; as strong as the seed is secret. */
export function seededRandom(seed: string | Uint8Array): Random {
  const key = hashOf('enigma.seeded-random.v1', typeof seed === 'string' ? utf8(seed) : seed).subarray(0, 16);
  let buffer = new Uint8Array(0);
  let block = 0n;
  return (byteLength) => {
    const bytes = new Uint8Array(byteLength);
    for (let filled = 0; filled < byteLength;) {
      if (buffer.length === 0) buffer = new Uint8Array(prf(key, u64le(block++), REFILL_BYTES));
      const taken = buffer.subarray(0, byteLength - filled);
      bytes.set(taken, filled);
      filled += taken.length;
      buffer = buffer.subarray(taken.length);
    }
    return bytes;
  };
}

/** A uniform element of F_p, by rejection (a retry has probability 2^-82). */
export function randomElement(random: Random): bigint {
  for (;;) {
    const value = fieldFromBytes(random(16));
    if (value !== undefined) return value;
  }
}

/** A uniform integer in 0..bound−1, by rejection. */
export function randomBelow(bound: bigint, random: Random): bigint {
  if (bound <= 0n) throw new RangeError('an empty range');
  const bits = (bound - 1n).toString(2).length;
  const byteLength = Math.ceil(bits / 8);
  for (;;) {
    const value = readBE(random(byteLength)) & ((1n << BigInt(bits)) - 1n);
    if (value < bound) return value;
  }
}
