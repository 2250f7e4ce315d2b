// Polynomials over F_p with few coefficients, lowest first and without leading zeros ([] is zero): what decoding needs.
import { add, inv, mul, neg, sub } from './field.ts';

export type Polynomial = readonly bigint[];

export function evaluate(f: Polynomial, x: bigint): bigint {
  return f.reduceRight((value, coefficient) => add(mul(value, x), coefficient), 0n);
}

/** Degree, −1 for the zero polynomial. */
export function degreeOf(f: Polynomial): number {
  return f.length - 1;
}

export function multiply(f: Polynomial, g: Polynomial): Polynomial {
  if (f.length === 0 || g.length === 0) return [];
  const product = Array.from({ length: f.length + g.length - 1 }, () => 0n);
  f.forEach((a, i) => g.forEach((b, j) => (product[i + j] = add(product[i + j] as bigint, mul(a, b)))));
  return trimmed(product);
}

export function subtract(f: Polynomial, g: Polynomial): Polynomial {
  return trimmed(Array.from({ length: Math.max(f.length, g.length) }, (_, i) => sub(f[i] ?? 0n, g[i] ?? 0n)));
}

export function divide(
  f: Polynomial,
  g: Polynomial,
): { readonly quotient: Polynomial; readonly remainder: Polynomial } {
  const lead = g.at(-1);
  if (lead === undefined) throw new RangeError('division by the zero polynomial');
  const leadInverse = inv(lead);
  const rest = [...f];
  const quotient = Array.from({ length: Math.max(0, f.length - g.length + 1) }, () => 0n);
  for (let i = quotient.length - 1; i >= 0; i--) {
    const factor = mul(rest[i + g.length - 1] as bigint, leadInverse);
    quotient[i] = factor;
    g.forEach((coefficient, j) => (rest[i + j] = sub(rest[i + j] as bigint, mul(factor, coefficient))));
  }
  return { quotient: trimmed(quotient), remainder: trimmed(rest) };
}

/** Π (x − x_i) */
export function vanishing(xs: readonly bigint[]): Polynomial {
  return xs.reduce<Polynomial>((product, x) => multiply(product, [neg(x), 1n]), [1n]);
}

/** The polynomial of degree < m through m points with distinct x. */
export function interpolate(xs: readonly bigint[], ys: readonly bigint[]): Polynomial {
  const all = vanishing(xs);
  let sum: Polynomial = [];
  xs.forEach((x, i) => {
    const others = divide(all, [neg(x), 1n]).quotient;
    const weight = mul(ys[i] as bigint, inv(evaluate(others, x)));
    sum = subtract(sum, multiply(others, [neg(weight)]));
  });
  return sum;
}

function trimmed(coefficients: readonly bigint[]): Polynomial {
  let length = coefficients.length;
  while (length > 0 && coefficients[length - 1] === 0n) length--;
  return coefficients.slice(0, length);
}
