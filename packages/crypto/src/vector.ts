// Vectors of field elements. In memory as on the wire and under a hash: 16 bytes an element, little endian, always below p. So sending
// is a view and receiving is one check and one copy; a kernel that wants another layout converts inside.
import { ELEMENT_BYTES, P } from './field.ts';
import { Refusal } from './refusal.ts';

/** Two words an element, low then high; every element < p. */
export type FieldVector = BigUint64Array<ArrayBuffer>;

const WORD = 0xffff_ffff_ffff_ffffn;
const P_LOW = P & WORD;

export function newVector(length: number): FieldVector {
  return new BigUint64Array(2 * length);
}

/** Elements, not words. */
export function lengthOf(vector: FieldVector): number {
  return vector.length / 2;
}

export function vectorOf(values: readonly bigint[]): FieldVector {
  const vector = newVector(values.length);
  values.forEach((value, i) => setElement(vector, i, value));
  return vector;
}

export function toBigints(vector: FieldVector): bigint[] {
  return Array.from({ length: lengthOf(vector) }, (_, i) => elementAt(vector, i));
}

export function elementAt(vector: FieldVector, index: number): bigint {
  const low = vector[2 * index];
  const high = vector[2 * index + 1];
  if (low === undefined || high === undefined) throw new RangeError('no such element');
  return (high << 64n) | low;
}

export function setElement(vector: FieldVector, index: number, value: bigint): void {
  if (value < 0n || value >= P || 2 * index + 1 >= vector.length)
    throw new RangeError('not a field element, or no such place');
  vector[2 * index] = value & WORD;
  vector[2 * index + 1] = value >> 64n;
}

/** Elements `start`..`end`−1 as a view that shares memory. */
export function sliceOf(vector: FieldVector, start: number, end: number): FieldVector {
  return vector.subarray(2 * start, 2 * end);
}

export function concatVectors(...vectors: readonly FieldVector[]): FieldVector {
  const joined = new BigUint64Array(vectors.reduce((sum, vector) => sum + vector.length, 0));
  let at = 0;
  for (const vector of vectors) {
    joined.set(vector, at);
    at += vector.length;
  }
  return joined;
}

/** Equality in time that depends on the lengths alone. */
export function equalVectors(a: FieldVector, b: FieldVector): boolean {
  if (a.length !== b.length) return false;
  const [x, y] = [halfWords(a), halfWords(b)];
  let difference = 0;
  for (let i = 0; i < x.length; i++) difference |= (x[i] as number) ^ (y[i] as number);
  return difference === 0;
}

/** A copy of a peer's bytes as a vector; refused unless they are exactly `count` (any whole number where absent) elements below p. */
export function vectorFromBytes(
  bytes: Uint8Array,
  count?: number,
): FieldVector | Refusal<'BAD_LENGTH' | 'NON_CANONICAL'> {
  if (bytes.length % ELEMENT_BYTES !== 0 || (count !== undefined && bytes.length !== count * ELEMENT_BYTES)) {
    return new Refusal('BAD_LENGTH', {
      bytes: bytes.length,
      ...(count === undefined ? {} : { expected: count * ELEMENT_BYTES }),
    });
  }
  const vector = vectorOfRawBytes(bytes);
  const index = firstNonCanonical(vector);
  return index < 0 ? vector : new Refusal('NON_CANONICAL', { index });
}

/** The vector's bytes as a view that shares memory: copy before either is changed. */
export function vectorToBytes(vector: FieldVector): Uint8Array<ArrayBuffer> {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}

export function isCanonical(vector: FieldVector): boolean {
  return vector.length % 2 === 0 && firstNonCanonical(vector) < 0;
}

/** Uniform 16-byte little-endian strings mod p: bias 2^-82 an element, so no string is thrown away and the count is known beforehand. */
export function fromUniform(bytes: Uint8Array): FieldVector {
  if (bytes.length % ELEMENT_BYTES !== 0) throw new RangeError('whole elements only');
  return reduceInPlace(vectorOfRawBytes(bytes));
}

/** Takes p off where an element is ≥ p: for words that are the caller's own. */
export function reduceInPlace(vector: FieldVector): FieldVector {
  for (let index = firstNonCanonical(vector); index >= 0; index = firstNonCanonical(vector, index + 1)) {
    vector[2 * index] = (vector[2 * index] as bigint) - P_LOW; // the high word of p is all ones, so the difference is this alone
    vector[2 * index + 1] = 0n;
  }
  return vector;
}

function vectorOfRawBytes(bytes: Uint8Array): FieldVector {
  const vector = newVector(bytes.length / ELEMENT_BYTES);
  vectorToBytes(vector).set(bytes);
  return vector;
}

/** The first place at or after `from` that holds a number ≥ p, or −1. Only a high word of all ones (2^-64) needs a closer look. */
function firstNonCanonical(vector: FieldVector, from = 0): number {
  const halves = halfWords(vector);
  for (let i = from; 4 * i < halves.length; i++) {
    if (halves[4 * i + 3] === 0xffff_ffff && halves[4 * i + 2] === 0xffff_ffff && (vector[2 * i] as bigint) >= P_LOW)
      return i;
  }
  return -1;
}

/** The same memory as 32-bit words, which cost no BigInt to read. */
export function halfWords(vector: FieldVector): Uint32Array {
  return new Uint32Array(vector.buffer, vector.byteOffset, 2 * vector.length);
}

if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1) throw new Error('field vectors need a little-endian machine');
