// What arithmetic on vectors offers, and its plain twin on BigInt, which the fast kernel is compared with.
import { add, mul, sub } from './field.ts';
import { type FieldVector, elementAt, fromUniform, isCanonical, lengthOf, newVector, setElement, vectorOf } from './vector.ts';

/** Operands of one operation have equal lengths (else RangeError: our own mistake); every result is a new canonical vector. */
export interface FieldKernel {
  readonly name: string;
  add(a: FieldVector, b: FieldVector): FieldVector;
  sub(a: FieldVector, b: FieldVector): FieldVector;
  mul(a: FieldVector, b: FieldVector): FieldVector;
  /** a·b + c */
  mulAdd(a: FieldVector, b: FieldVector, c: FieldVector): FieldVector;
  /** s·a */
  scale(a: FieldVector, s: bigint): FieldVector;
  /** a + s in every place */
  addScalar(a: FieldVector, s: bigint): FieldVector;
  /** Σ a_i·b_i */
  dot(a: FieldVector, b: FieldVector): bigint;
  /** Σ_k coefficients_k · vectors_k; at least one vector. */
  combine(coefficients: readonly bigint[], vectors: readonly FieldVector[]): FieldVector;
  /** a⁰ + ζ(a¹ − a⁰) over the two halves of an even length. */
  fold(a: FieldVector, challenge: bigint): FieldVector;
  /** 1, ρ, ρ², …: `count` of them. */
  powers(rho: bigint, count: number): FieldVector;
  /** 16-byte little-endian strings mod p. */
  fromUniform(bytes: Uint8Array): FieldVector;
  isCanonical(v: FieldVector): boolean;
}

/** The readable kernel: one BigInt operation an element, about 1 % of the speed of `wasmKernel`. */
export const plainKernel: FieldKernel = {
  name: 'plain',
  add: (a, b) => each(a, b, add),
  sub: (a, b) => each(a, b, sub),
  mul: (a, b) => each(a, b, mul),
  mulAdd: (a, b, c) => each(each(a, b, mul), c, add),
  scale: (a, s) => map(a, (x) => mul(x, s)),
  addScalar: (a, s) => map(a, (x) => add(x, s)),
  dot(a, b) {
    assertSameLength(a, b);
    let sum = 0n;
    for (let i = 0; i < lengthOf(a); i++) sum = add(sum, mul(elementAt(a, i), elementAt(b, i)));
    return sum;
  },
  combine(coefficients, vectors) {
    assertCombination(coefficients, vectors);
    const terms = vectors.map((vector, k) => map(vector, (x) => mul(x, coefficients[k] as bigint)));
    return terms.reduce((sum, term) => each(sum, term, add));
  },
  fold(a, challenge) {
    const half = halfOf(a);
    return map(newVector(half), (_, i) => {
      const low = elementAt(a, i);
      return add(low, mul(challenge, sub(elementAt(a, half + i), low)));
    });
  },
  powers(rho, count) {
    const values: bigint[] = [];
    for (let power = 1n; values.length < count; power = mul(power, rho)) values.push(power);
    return vectorOf(values);
  },
  fromUniform,
  isCanonical,
};

export function assertSameLength(a: FieldVector, ...others: readonly FieldVector[]): void {
  if (a.length % 2 !== 0) throw new RangeError('a vector has two words an element');
  for (const other of others) if (other.length !== a.length) throw new RangeError('vectors of different lengths');
}

export function assertCombination(coefficients: readonly bigint[], vectors: readonly FieldVector[]): void {
  const [first, ...rest] = vectors;
  if (first === undefined || coefficients.length !== vectors.length) throw new RangeError('one coefficient for each of ≥ 1 vectors');
  assertSameLength(first, ...rest);
}

/** Half the length in elements. */
export function halfOf(a: FieldVector): number {
  if (a.length % 4 !== 0) throw new RangeError('an odd length has no halves');
  return a.length / 4;
}

function map(a: FieldVector, one: (x: bigint, index: number) => bigint): FieldVector {
  const result = newVector(lengthOf(a));
  for (let i = 0; i < lengthOf(a); i++) setElement(result, i, one(elementAt(a, i), i));
  return result;
}

function each(a: FieldVector, b: FieldVector, one: (x: bigint, y: bigint) => bigint): FieldVector {
  assertSameLength(a, b);
  return map(a, (x, i) => one(x, elementAt(b, i)));
}
