// The field F_p on BigInt: the readable twin of the kernel. p = 2^128 − 45·2^40 + 1, so 2^128 ≡ 45·2^40 − 1 folds cheaply and
// p − 1 is divisible by 2^40 (number-theoretic transforms). Not constant time: BigInt never is; bulk secrets go through the kernel.

export const P: bigint = 2n ** 128n - 45n * 2n ** 40n + 1n;

/** Bytes of an element: 16, little endian, below p. */
export const ELEMENT_BYTES = 16;

/** `value` mod p for any integer. */
export function reduce(value: bigint): bigint {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}

export function isElement(value: bigint): boolean {
  return value >= 0n && value < P;
}

export function add(a: bigint, b: bigint): bigint {
  const sum = a + b;
  return sum >= P ? sum - P : sum;
}

export function sub(a: bigint, b: bigint): bigint {
  return a >= b ? a - b : a - b + P;
}

export function neg(a: bigint): bigint {
  return a === 0n ? 0n : P - a;
}

export function mul(a: bigint, b: bigint): bigint {
  return (a * b) % P;
}

/** a^exponent; a negative exponent inverts. 0^0 = 1. */
export function pow(a: bigint, exponent: bigint): bigint {
  let base = exponent < 0n ? inv(a) : a;
  let rest = exponent < 0n ? -exponent : exponent;
  let result = 1n;
  for (; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = mul(result, base);
    base = mul(base, base);
  }
  return result;
}

/** 1/a by the extended Euclid; a = 0 is the caller's mistake. */
export function inv(a: bigint): bigint {
  if (a === 0n) throw new RangeError('zero has no inverse');
  let [r0, r1, t0, t1] = [P, a, 0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [t0, t1] = [t1, t0 - quotient * t1];
  }
  return reduce(t0);
}

/** The element at `offset`, or undefined where 16 bytes are missing or spell a number ≥ p. */
export function fieldFromBytes(bytes: Uint8Array, offset = 0): bigint | undefined {
  if (offset < 0 || offset + ELEMENT_BYTES > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, ELEMENT_BYTES);
  const value = (view.getBigUint64(8, true) << 64n) | view.getBigUint64(0, true);
  return value < P ? value : undefined;
}

/** 16 bytes, little endian. */
export function fieldToBytes(value: bigint): Uint8Array {
  if (!isElement(value)) throw new RangeError('not a field element');
  const bytes = new Uint8Array(ELEMENT_BYTES);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, value & 0xffff_ffff_ffff_ffffn, true);
  view.setBigUint64(8, value >> 64n, true);
  return bytes;
}
