// The fast kernel, and the one of integers that stands in for it, against their plain twin: edge values in all pairs, random vectors at lengths around the chunk, the most carries that a
// lazily added sum can make.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  COMBINE_VECTORS_MAX,
  type FieldVector,
  KERNEL_CHUNK_ELEMENTS,
  P,
  equalVectors,
  integerKernel,
  isCanonical,
  lengthOf,
  plainKernel,
  prfField,
  seededRandom,
  sliceOf,
  toBigints,
  utf8,
  vectorOf,
  wasmKernel,
} from '../src/index.ts';

const WRAP = 2n ** 128n - P;
const LIMB = 2n ** 32n - 1n;
const edges = [
  0n,
  1n,
  2n,
  P - 1n,
  P - 2n,
  P >> 1n,
  (P >> 1n) + 1n,
  WRAP,
  WRAP - 1n,
  WRAP + 1n,
  P - WRAP,
  P - WRAP - 1n,
  ...[32n, 40n, 46n, 64n, 96n, 127n].flatMap((bits) => [2n ** bits - 1n, 2n ** bits, 2n ** bits + 1n, P - 2n ** bits]),
  // Every pattern of all-ones and all-zero limbs that is below p.
  ...Array.from({ length: 15 }, (_, pattern) =>
    [0, 1, 2, 3].reduce((v, i) => v | ((pattern >> i) & 1 ? LIMB << BigInt(32 * i) : 0n), 0n),
  ),
].filter((value) => value < P);
const random = seededRandom('kernel');
const uniform = (count: number): FieldVector => prfField(random(16), utf8('kernel'), count);
const left = vectorOf(edges.flatMap((a) => edges.map(() => a)));
const right = vectorOf(edges.flatMap(() => edges));

const fast = new Set([wasmKernel, integerKernel]);

function same(actual: FieldVector, expected: FieldVector): void {
  assert.ok(isCanonical(actual));
  if (!equalVectors(actual, expected)) assert.deepEqual(toBigints(actual), toBigints(expected));
}

describe('equals plainKernel', () => {
  for (const kernel of fast) {
    test(`on all pairs of edge values (${kernel.name})`, () => {
      for (const operation of ['add', 'sub', 'mul'] as const) {
        same(kernel[operation](left, right), plainKernel[operation](left, right));
      }
      for (const third of edges.slice(0, 8)) {
        const c = vectorOf(edges.flatMap(() => edges.map(() => third)));
        same(kernel.mulAdd(left, right, c), plainKernel.mulAdd(left, right, c));
      }
      const all = vectorOf(edges);
      for (const s of edges) {
        same(kernel.scale(all, s), plainKernel.scale(all, s));
        same(kernel.addScalar(all, s), plainKernel.addScalar(all, s));
        const folded = sliceOf(left, 0, lengthOf(left) & ~1);
        if (s < 3n || s > P - 3n) same(kernel.fold(folded, s), plainKernel.fold(folded, s));
        same(kernel.powers(s, 9), plainKernel.powers(s, 9));
      }
      assert.equal(kernel.dot(left, right), plainKernel.dot(left, right));
    });

    test(`on random vectors of lengths around the chunk (${kernel.name})`, () => {
      for (const count of [
        0,
        1,
        2,
        3,
        7,
        8,
        9,
        63,
        64,
        1000,
        KERNEL_CHUNK_ELEMENTS,
        KERNEL_CHUNK_ELEMENTS + 2,
        2 * KERNEL_CHUNK_ELEMENTS + 1,
      ]) {
        const [a, b, c] = [uniform(count), uniform(count), uniform(count)];
        const [s = 7n] = toBigints(uniform(1));
        same(kernel.add(a, b), plainKernel.add(a, b));
        same(kernel.sub(a, b), plainKernel.sub(a, b));
        same(kernel.mul(a, b), plainKernel.mul(a, b));
        same(kernel.mulAdd(a, b, c), plainKernel.mulAdd(a, b, c));
        same(kernel.scale(a, s), plainKernel.scale(a, s));
        same(kernel.addScalar(a, s), plainKernel.addScalar(a, s));
        same(kernel.combine([s, 1n, P - s], [a, b, c]), plainKernel.combine([s, 1n, P - s], [a, b, c]));
        if (count % 2 === 0) same(kernel.fold(a, s), plainKernel.fold(a, s));
        same(kernel.line(a, b, s), plainKernel.line(a, b, s));
        same(
          kernel.line(a, b, s),
          plainKernel.combine(
            [P + 1n - s, s].map((x) => x % P),
            [a, b],
          ),
        );
        same(kernel.powers(s, count), plainKernel.powers(s, count));
        assert.equal(kernel.dot(a, b), plainKernel.dot(a, b));
      }
    });

    test(`where the most products are added before one reduction (${kernel.name})`, () => {
      for (const edge of [P - 1n, P - WRAP, 2n ** 127n - 1n, LIMB << 96n]) {
        const many = vectorOf(new Array<bigint>(2 * KERNEL_CHUNK_ELEMENTS + 5).fill(edge));
        assert.equal(kernel.dot(many, many), plainKernel.dot(many, many));
        const vectors = Array.from({ length: COMBINE_VECTORS_MAX }, () => sliceOf(many, 0, 13));
        const coefficients = vectors.map(() => edge);
        same(kernel.combine(coefficients, vectors), plainKernel.combine(coefficients, vectors));
      }
      for (const count of [1, 2, 5, 15, 16, 17, 31, 32, 33, 100]) {
        const vectors = Array.from({ length: count }, () => uniform(300));
        const coefficients = toBigints(uniform(count));
        same(kernel.combine(coefficients, vectors), plainKernel.combine(coefficients, vectors));
      }
    });
  }

  for (const kernel of [...fast, plainKernel]) {
    test(`the result may go into an operand (${kernel.name})`, () => {
      const count = KERNEL_CHUNK_ELEMENTS + 6;
      const [a, b] = [uniform(count), uniform(count)];
      const reuse = a.slice();
      assert.equal(kernel.mulAdd(reuse, b, a, reuse), reuse);
      same(reuse, plainKernel.mulAdd(a, b, a));
      same(
        kernel.combine([2n, 3n], [reuse, b], reuse),
        plainKernel.combine([2n, 3n], [plainKernel.mulAdd(a, b, a), b]),
      );
      const half = a.slice();
      same(kernel.fold(half, 99n, sliceOf(half, 0, count / 2)), plainKernel.fold(a, 99n));
      const low = a.slice();
      same(kernel.line(low, b, 99n, low), plainKernel.line(a, b, 99n));
      same(kernel.powers(5n, count, reuse), plainKernel.powers(5n, count));
      same(kernel.scale(b, P - 1n, reuse), plainKernel.sub(plainKernel.scale(b, 0n), b));
    });

    test(`our own mistakes throw (${kernel.name})`, () => {
      const [two, three] = [uniform(2), uniform(3)];
      assert.throws(() => kernel.add(two, three), RangeError);
      assert.throws(() => kernel.mulAdd(two, two, three), RangeError);
      assert.throws(() => kernel.dot(two, three), RangeError);
      assert.throws(() => kernel.fold(three, 1n), RangeError);
      assert.throws(() => kernel.line(two, three, 1n), RangeError);
      assert.throws(() => kernel.combine([1n], [two, two]), RangeError);
      assert.throws(() => kernel.combine([], []), RangeError);
      assert.throws(() => kernel.combine([1n, 1n], [two, three]), RangeError);
      assert.throws(() => kernel.add(two, two, three), RangeError);
      assert.throws(() => kernel.powers(3n, 4, three), RangeError);
      if (kernel !== plainKernel) assert.throws(() => kernel.scale(two, P), RangeError);
    });
  }
});
