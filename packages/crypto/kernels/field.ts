// @ts-nocheck: AssemblyScript, which its own compiler checks.
// F_p over vectors, in AssemblyScript; built by scripts/build-kernel.ts into src/internal/fieldKernel.generated.ts.
//
// An element is 16 bytes, little endian, canonical; a pointer is a byte offset. Nothing here branches on an element or looks one up,
// so time depends on lengths alone. The caller (src/wasmKernel.ts) owns the layout of memory and every bound.
//
// Products: 4 × 32-bit limbs, columns without carries, folded at the limb boundary by 2^128 ≡ 11520·2^32 − 1 (p = 2^128 − 45·2^40 + 1
// and 45·2^40 = 11520·2^32), carries last. Ranges, with m products added before one reduction:
//   a column holds at most 7m halves < 2^32 (and one limb more), so < 7m·2^32 + 2^32;
//   after the fold |r_k| < 11520·(7m + 1)·2^32 < 2^63 for m ≤ 2^14;
//   the carry out of r_3 is 0 ≤ q < 2^62, because the folded number is a non-negative sum;
//   folding q adds q·(45·2^40 − 1) < 2^108, so the second carry is 0 or 1, and if it is 1 the rest is < 2^108: adding 2^128 mod p
//   cannot carry again.

const LIMB: i64 = 0xffff_ffff;
const FOLD: i64 = 11520;
/** 2^128 mod p */
const WRAP: u64 = 49478023249919;
/** The low word of p; its high word is all ones. */
const P_LOW: u64 = 18446694595686301697;
const ONES: u64 = 0xffff_ffff_ffff_ffff;

/** Stores c_0 + c_1·2^32 + … + c_7·2^224 mod p. */
@inline
function reduce(out: usize, c0: i64, c1: i64, c2: i64, c3: i64, c4: i64, c5: i64, c6: i64, c7: i64): void {
  let r0 = c0 - c4;
  let r1 = c1 + FOLD * c4 - c5 + (r0 >> 32);
  let r2 = c2 + FOLD * c5 - c6 + (r1 >> 32);
  let r3 = c3 + FOLD * c6 - c7 + (r2 >> 32);
  const q = FOLD * c7 + (r3 >> 32);
  const q0 = q & LIMB;
  const q1 = q >> 32;
  r0 = (r0 & LIMB) - q0;
  r1 = (r1 & LIMB) + FOLD * q0 - q1 + (r0 >> 32);
  r2 = (r2 & LIMB) + FOLD * q1 + (r1 >> 32);
  r3 = (r3 & LIMB) + (r2 >> 32);
  const wrap = WRAP & (0 - <u64>(r3 >> 32));
  let low = <u64>((r0 & LIMB) | (r1 << 32)) + wrap;
  const high = <u64>((r2 & LIMB) | (r3 << 32)) + u64(low < wrap);
  storeCanonical(out, low, high);
}

/** Stores a number < 2^128 after taking p off once if it is ≥ p. */
@inline
function storeCanonical(out: usize, low: u64, high: u64): void {
  const over = 0 - (u64(high == ONES) & u64(low >= P_LOW));
  store<u64>(out, low - (P_LOW & over));
  store<u64>(out, high & ~over, 8);
}

@inline
function limb(pointer: usize, k: usize): u64 {
  return <u64>load<u32>(pointer + 4 * k);
}

/** out = Σ_{k<m} a_k·b_k for m ≤ 2^14 elements at the given strides in bytes. */
@inline
function sumOfProducts(out: usize, a: usize, aStride: usize, b: usize, bStride: usize, m: u32): void {
  let c0: u64 = 0, c1: u64 = 0, c2: u64 = 0, c3: u64 = 0, c4: u64 = 0, c5: u64 = 0, c6: u64 = 0, c7: u64 = 0;
  for (let k: u32 = 0; k < m; k++, a += aStride, b += bStride) {
    const b0 = limb(b, 0), b1 = limb(b, 1), b2 = limb(b, 2), b3 = limb(b, 3);
    const a0 = limb(a, 0), a1 = limb(a, 1), a2 = limb(a, 2), a3 = limb(a, 3);
    const p00 = a0 * b0, p01 = a0 * b1, p02 = a0 * b2, p03 = a0 * b3;
    const p10 = a1 * b0, p11 = a1 * b1, p12 = a1 * b2, p13 = a1 * b3;
    const p20 = a2 * b0, p21 = a2 * b1, p22 = a2 * b2, p23 = a2 * b3;
    const p30 = a3 * b0, p31 = a3 * b1, p32 = a3 * b2, p33 = a3 * b3;
    c0 += p00 & LIMB;
    c1 += (p00 >> 32) + (p01 & LIMB) + (p10 & LIMB);
    c2 += (p01 >> 32) + (p10 >> 32) + (p02 & LIMB) + (p11 & LIMB) + (p20 & LIMB);
    c3 += (p02 >> 32) + (p11 >> 32) + (p20 >> 32) + (p03 & LIMB) + (p12 & LIMB) + (p21 & LIMB) + (p30 & LIMB);
    c4 += (p03 >> 32) + (p12 >> 32) + (p21 >> 32) + (p30 >> 32) + (p13 & LIMB) + (p22 & LIMB) + (p31 & LIMB);
    c5 += (p13 >> 32) + (p22 >> 32) + (p31 >> 32) + (p23 & LIMB) + (p32 & LIMB);
    c6 += (p23 >> 32) + (p32 >> 32) + (p33 & LIMB);
    c7 += p33 >> 32;
  }
  reduce(out, c0, c1, c2, c3, c4, c5, c6, c7);
}

/** out = a·b + d, the factors as limbs. */
@inline
function product(
  out: usize,
  a0: u64, a1: u64, a2: u64, a3: u64,
  b0: u64, b1: u64, b2: u64, b3: u64,
  d0: u64, d1: u64, d2: u64, d3: u64,
): void {
  const p00 = a0 * b0, p01 = a0 * b1, p02 = a0 * b2, p03 = a0 * b3;
  const p10 = a1 * b0, p11 = a1 * b1, p12 = a1 * b2, p13 = a1 * b3;
  const p20 = a2 * b0, p21 = a2 * b1, p22 = a2 * b2, p23 = a2 * b3;
  const p30 = a3 * b0, p31 = a3 * b1, p32 = a3 * b2, p33 = a3 * b3;
  reduce(
    out,
    (p00 & LIMB) + d0,
    (p00 >> 32) + (p01 & LIMB) + (p10 & LIMB) + d1,
    (p01 >> 32) + (p10 >> 32) + (p02 & LIMB) + (p11 & LIMB) + (p20 & LIMB) + d2,
    (p02 >> 32) + (p11 >> 32) + (p20 >> 32) + (p03 & LIMB) + (p12 & LIMB) + (p21 & LIMB) + (p30 & LIMB) + d3,
    (p03 >> 32) + (p12 >> 32) + (p21 >> 32) + (p30 >> 32) + (p13 & LIMB) + (p22 & LIMB) + (p31 & LIMB),
    (p13 >> 32) + (p22 >> 32) + (p31 >> 32) + (p23 & LIMB) + (p32 & LIMB),
    (p23 >> 32) + (p32 >> 32) + (p33 & LIMB),
    p33 >> 32,
  );
}

/** a + b for canonical a, b: their sum is < 2p, so p comes off at most once. */
@inline
function sum(out: usize, aLow: u64, aHigh: u64, bLow: u64, bHigh: u64): void {
  const low = aLow + bLow;
  const carry = u64(low < aLow);
  const middle = aHigh + bHigh;
  const high = middle + carry;
  const over = u64(middle < aHigh) | u64(high < middle) | (u64(high == ONES) & u64(low >= P_LOW));
  const wrap = WRAP & (0 - over); // taking p off is adding 2^128 − p and dropping bit 128
  const result = low + wrap;
  store<u64>(out, result);
  store<u64>(out, high + u64(result < wrap), 8);
}

/** a − b for canonical a, b; what is left below zero gets p back. */
@inline
function difference(out: usize, a: usize, b: usize): void {
  const aLow = load<u64>(a), aHigh = load<u64>(a, 8), bLow = load<u64>(b), bHigh = load<u64>(b, 8);
  const low = aLow - bLow;
  const borrow = u64(aLow < bLow);
  const middle = aHigh - bHigh;
  const high = middle - borrow;
  const under = u64(aHigh < bHigh) | u64(middle < borrow);
  const wrap = WRAP & (0 - under); // adding p is taking 2^128 − p off and dropping bit 128
  store<u64>(out, low - wrap);
  store<u64>(out, high - u64(low < wrap), 8);
}

export function add(out: usize, a: usize, b: usize, n: u32): void {
  for (let i: u32 = 0; i < n; i++, out += 16, a += 16, b += 16) {
    sum(out, load<u64>(a), load<u64>(a, 8), load<u64>(b), load<u64>(b, 8));
  }
}

export function sub(out: usize, a: usize, b: usize, n: u32): void {
  for (let i: u32 = 0; i < n; i++, out += 16, a += 16, b += 16) difference(out, a, b);
}

export function addScalar(out: usize, a: usize, s: usize, n: u32): void {
  const low = load<u64>(s), high = load<u64>(s, 8);
  for (let i: u32 = 0; i < n; i++, out += 16, a += 16) sum(out, load<u64>(a), load<u64>(a, 8), low, high);
}

export function mul(out: usize, a: usize, b: usize, n: u32): void {
  for (let i: u32 = 0; i < n; i++, out += 16, a += 16, b += 16) {
    product(
      out,
      limb(a, 0), limb(a, 1), limb(a, 2), limb(a, 3),
      limb(b, 0), limb(b, 1), limb(b, 2), limb(b, 3),
      0, 0, 0, 0,
    );
  }
}

export function mulAdd(out: usize, a: usize, b: usize, c: usize, n: u32): void {
  for (let i: u32 = 0; i < n; i++, out += 16, a += 16, b += 16, c += 16) {
    product(
      out,
      limb(a, 0), limb(a, 1), limb(a, 2), limb(a, 3),
      limb(b, 0), limb(b, 1), limb(b, 2), limb(b, 3),
      limb(c, 0), limb(c, 1), limb(c, 2), limb(c, 3),
    );
  }
}

export function scale(out: usize, a: usize, s: usize, n: u32): void {
  const s0 = limb(s, 0), s1 = limb(s, 1), s2 = limb(s, 2), s3 = limb(s, 3);
  for (let i: u32 = 0; i < n; i++, out += 16, a += 16) {
    product(out, limb(a, 0), limb(a, 1), limb(a, 2), limb(a, 3), s0, s1, s2, s3, 0, 0, 0, 0);
  }
}

/** out = low + s·(high − low) */
export function fold(out: usize, low: usize, high: usize, s: usize, n: u32): void {
  const s0 = limb(s, 0), s1 = limb(s, 1), s2 = limb(s, 2), s3 = limb(s, 3);
  for (let i: u32 = 0; i < n; i++, out += 16, low += 16, high += 16) {
    difference(out, high, low);
    product(
      out,
      limb(out, 0), limb(out, 1), limb(out, 2), limb(out, 3),
      s0, s1, s2, s3,
      limb(low, 0), limb(low, 1), limb(low, 2), limb(low, 3),
    );
  }
}

/** One element: Σ a_i·b_i for n ≤ 2^14. */
export function dot(out: usize, a: usize, b: usize, n: u32): void {
  sumOfProducts(out, a, 16, b, 16, n);
}

/** out_i = Σ_{k<m} coefficients_k · vectors_{k·n + i} for m ≤ 2^14. */
export function combine(out: usize, coefficients: usize, vectors: usize, m: u32, n: u32): void {
  for (let i: u32 = 0; i < n; i++, out += 16, vectors += 16) {
    sumOfProducts(out, coefficients, 16, vectors, 16 * <usize>n, m);
  }
}
