// What arithmetic on vectors offers, and its plain twin on BigInt, which the fast kernel is compared with.
import { add, mul, sub } from './field.ts';
import {
  type FieldVector,
  elementAt,
  fromUniform,
  isCanonical,
  lengthOf,
  newVector,
  setElement,
  sliceOf,
  vectorOf,
} from './vector.ts';

/** Operands of one operation have equal lengths (else RangeError: our own mistake); every result is canonical. It goes `into` a vector
 * of the result's length, which may be an operand, or else into a new one: on a machine where touching fresh memory is slow, that costs
 * up to four times the product itself (measured: 64 KiB new 20–140 µs, its 4096 products 50 µs), so hot loops reuse. */
export interface FieldKernel {
  readonly name: string;
  add(a: FieldVector, b: FieldVector, into?: FieldVector): FieldVector;
  sub(a: FieldVector, b: FieldVector, into?: FieldVector): FieldVector;
  mul(a: FieldVector, b: FieldVector, into?: FieldVector): FieldVector;
  /** a·b + c */
  mulAdd(a: FieldVector, b: FieldVector, c: FieldVector, into?: FieldVector): FieldVector;
  /** s·a */
  scale(a: FieldVector, s: bigint, into?: FieldVector): FieldVector;
  /** a + s in every place */
  addScalar(a: FieldVector, s: bigint, into?: FieldVector): FieldVector;
  /** Σ a_i·b_i */
  dot(a: FieldVector, b: FieldVector): bigint;
  /** Σ_k coefficients_k · vectors_k; at least one vector. */
  combine(coefficients: readonly bigint[], vectors: readonly FieldVector[], into?: FieldVector): FieldVector;
  /** a⁰ + ζ(a¹ − a⁰) over the two halves of an even length. */
  fold(a: FieldVector, challenge: bigint, into?: FieldVector): FieldVector;
  /** a + s(b − a) in every place: the line through a at 0 and b at 1. One product where `combine` of two takes two. */
  line(a: FieldVector, b: FieldVector, s: bigint, into?: FieldVector): FieldVector;
  /** 1, ρ, ρ², …: `count` of them. */
  powers(rho: bigint, count: number, into?: FieldVector): FieldVector;
  /** 16-byte little-endian strings mod p. */
  fromUniform(bytes: Uint8Array): FieldVector;
  isCanonical(v: FieldVector): boolean;
}

/** The readable kernel: one BigInt operation an element, about 1 % of the speed of `wasmKernel`. */
export const plainKernel: FieldKernel = {
  name: 'plain',
  add: (a, b, into) => each(a, b, add, into),
  sub: (a, b, into) => each(a, b, sub, into),
  mul: (a, b, into) => each(a, b, mul, into),
  mulAdd: (a, b, c, into) => each(each(a, b, mul), c, add, into),
  scale: (a, s, into) => map(a, (x) => mul(x, s), into),
  addScalar: (a, s, into) => map(a, (x) => add(x, s), into),
  dot(a, b) {
    assertSameLength(a, b);
    let sum = 0n;
    for (let i = 0; i < lengthOf(a); i++) sum = add(sum, mul(elementAt(a, i), elementAt(b, i)));
    return sum;
  },
  combine(coefficients, vectors, into) {
    assertCombination(coefficients, vectors);
    const terms = vectors.map((vector, k) => map(vector, (x) => mul(x, coefficients[k] as bigint)));
    return placed(
      terms.reduce((sum, term) => each(sum, term, add)),
      into,
    );
  },
  fold(a, challenge, into) {
    const half = halfOf(a);
    return plainKernel.line(sliceOf(a, 0, half), sliceOf(a, half, 2 * half), challenge, into);
  },
  line: (a, b, s, into) => each(a, b, (x, y) => add(x, mul(s, sub(y, x))), into),
  powers(rho, count, into) {
    const values: bigint[] = [];
    for (let power = 1n; values.length < count; power = mul(power, rho)) values.push(power);
    return placed(vectorOf(values), into);
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
  if (first === undefined || coefficients.length !== vectors.length)
    throw new RangeError('one coefficient for each of ≥ 1 vectors');
  assertSameLength(first, ...rest);
}

/** Half the length in elements. */
export function halfOf(a: FieldVector): number {
  if (a.length % 4 !== 0) throw new RangeError('an odd length has no halves');
  return a.length / 4;
}

/** `into` after its length was checked, or a new vector of that many elements. */
export function destination(count: number, into: FieldVector | undefined): FieldVector {
  if (into === undefined) return newVector(count);
  if (lengthOf(into) !== count) throw new RangeError('the result has another length');
  return into;
}

function placed(result: FieldVector, into: FieldVector | undefined): FieldVector {
  if (into === undefined) return result;
  destination(lengthOf(result), into).set(result);
  return into;
}

function map(a: FieldVector, one: (x: bigint, index: number) => bigint, into?: FieldVector): FieldVector {
  assertSameLength(a);
  const result = destination(lengthOf(a), into);
  for (let i = 0; i < lengthOf(a); i++) setElement(result, i, one(elementAt(a, i), i));
  return result;
}

function each(a: FieldVector, b: FieldVector, one: (x: bigint, y: bigint) => bigint, into?: FieldVector): FieldVector {
  assertSameLength(a, b);
  return map(a, (x, i) => one(x, elementAt(b, i)), into);
}
