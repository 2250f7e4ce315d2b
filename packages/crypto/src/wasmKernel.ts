// The fast kernel: kernels/field.ts, compiled to WebAssembly when this module loads (5 KB, synchronously, in Node and browser alike).
// Operands are copied into a small memory that stays in the cache, a chunk at a time; copying costs about 3 % of a product.
// One operation runs to its end before another starts, so all callers of a thread share the memory.
import { FIELD_KERNEL_BASE64 } from './internal/fieldKernel.generated.ts';
import { type FieldKernel, assertCombination, assertSameLength, destination, halfOf } from './kernel.ts';
import { COMBINE_VECTORS_MAX, KERNEL_CHUNK_ELEMENTS } from './limits.ts';
import { P, add, isElement } from './field.ts';
import { type FieldVector, elementAt, fromUniform, isCanonical, lengthOf, setElement, sliceOf } from './vector.ts';

type Elementwise = (out: number, a: number, b: number, count: number) => void;

interface Exports {
  readonly add: Elementwise;
  readonly sub: Elementwise;
  readonly mul: Elementwise;
  readonly scale: Elementwise;
  readonly addScalar: Elementwise;
  readonly dot: Elementwise;
  readonly mulAdd: (out: number, a: number, b: number, c: number, count: number) => void;
  readonly fold: (out: number, low: number, high: number, s: number, count: number) => void;
  readonly combine: (out: number, coefficients: number, vectors: number, vectorCount: number, count: number) => void;
}

// Memory in elements: scalars, then the result, then room for three operands (or for the pieces of a combination).
const SCALARS = 0;
const RESULT = COMBINE_VECTORS_MAX;
const FIRST = RESULT + KERNEL_CHUNK_ELEMENTS;
const SECOND = FIRST + KERNEL_CHUNK_ELEMENTS;
const THIRD = SECOND + KERNEL_CHUNK_ELEMENTS;
const OPERANDS = 3 * KERNEL_CHUNK_ELEMENTS;
const MEMORY_BYTES = 16 * (FIRST + OPERANDS);
const PAGE_BYTES = 1 << 16;

if (COMBINE_VECTORS_MAX > OPERANDS) throw new Error('a combination needs room for one element of each vector');

const memory = new WebAssembly.Memory({ initial: Math.ceil(MEMORY_BYTES / PAGE_BYTES) });
const words: FieldVector = new BigUint64Array(memory.buffer as ArrayBuffer);
const binary = Uint8Array.from(atob(FIELD_KERNEL_BASE64), (character) => character.charCodeAt(0));
const run = new WebAssembly.Instance(new WebAssembly.Module(binary), { env: { memory } }).exports as unknown as Exports;

export const wasmKernel: FieldKernel = {
  name: 'wasm',
  add: (a, b, into) => pairwise(run.add, a, b, into),
  sub: (a, b, into) => pairwise(run.sub, a, b, into),
  mul: (a, b, into) => pairwise(run.mul, a, b, into),
  mulAdd(a, b, c, into) {
    assertSameLength(a, b, c);
    return chunked(destination(lengthOf(a), into), (start, end) => {
      put(FIRST, a, start, end);
      put(SECOND, b, start, end);
      put(THIRD, c, start, end);
      run.mulAdd(16 * RESULT, 16 * FIRST, 16 * SECOND, 16 * THIRD, end - start);
    });
  },
  scale: (a, s, into) => withScalar(run.scale, a, s, into),
  addScalar: (a, s, into) => withScalar(run.addScalar, a, s, into),
  dot(a, b) {
    assertSameLength(a, b);
    let total = 0n;
    for (let start = 0; start < lengthOf(a); start += KERNEL_CHUNK_ELEMENTS) {
      const end = Math.min(lengthOf(a), start + KERNEL_CHUNK_ELEMENTS);
      put(FIRST, a, start, end);
      put(SECOND, b, start, end);
      run.dot(16 * RESULT, 16 * FIRST, 16 * SECOND, end - start);
      total = add(total, elementAt(words, RESULT));
    }
    return total;
  },
  combine(coefficients, vectors, into) {
    assertCombination(coefficients, vectors);
    if (vectors.length > COMBINE_VECTORS_MAX) throw new RangeError(`at most ${COMBINE_VECTORS_MAX} vectors`);
    coefficients.forEach((coefficient, k) => setElement(words, SCALARS + k, coefficient));
    const step = Math.min(KERNEL_CHUNK_ELEMENTS, Math.floor(OPERANDS / vectors.length));
    return chunked(
      destination(lengthOf(vectors[0] as FieldVector), into),
      (start, end) => {
        vectors.forEach((vector, k) => put(FIRST + k * (end - start), vector, start, end));
        run.combine(16 * RESULT, 16 * SCALARS, 16 * FIRST, vectors.length, end - start);
      },
      step,
    );
  },
  fold(a, challenge, into) {
    const half = halfOf(a);
    return wasmKernel.line(sliceOf(a, 0, half), sliceOf(a, half, 2 * half), challenge, into);
  },
  line(a, b, s, into) {
    assertSameLength(a, b);
    setElement(words, SCALARS, s);
    return chunked(destination(lengthOf(a), into), (start, end) => {
      put(FIRST, a, start, end);
      put(SECOND, b, start, end);
      run.fold(16 * RESULT, 16 * FIRST, 16 * SECOND, 16 * SCALARS, end - start);
    });
  },
  /** By doubling: the powers so far times the next power, so that all but log₂ of the products are vector operations. */
  powers(rho, count, into) {
    if (!isElement(rho)) throw new RangeError('not a field element');
    const result = destination(count, into);
    if (count > 0) setElement(result, 0, 1n);
    for (let done = 1, next = rho; done < count; done *= 2, next = (next * next) % P) {
      const more = Math.min(done, count - done);
      wasmKernel.scale(sliceOf(result, 0, more), next, sliceOf(result, done, done + more));
    }
    return result;
  },
  fromUniform,
  isCanonical,
};

function pairwise(operation: Elementwise, a: FieldVector, b: FieldVector, into: FieldVector | undefined): FieldVector {
  assertSameLength(a, b);
  return chunked(destination(lengthOf(a), into), (start, end) => {
    put(FIRST, a, start, end);
    put(SECOND, b, start, end);
    operation(16 * RESULT, 16 * FIRST, 16 * SECOND, end - start);
  });
}

function withScalar(operation: Elementwise, a: FieldVector, s: bigint, into: FieldVector | undefined): FieldVector {
  assertSameLength(a);
  setElement(words, SCALARS, s);
  return chunked(destination(lengthOf(a), into), (start, end) => {
    put(FIRST, a, start, end);
    operation(16 * RESULT, 16 * FIRST, 16 * SCALARS, end - start);
  });
}

/** Copies elements start..end−1 to a place in the kernel's memory. */
function put(place: number, vector: FieldVector, start: number, end: number): void {
  words.set(end - start === lengthOf(vector) ? vector : sliceOf(vector, start, end), 2 * place);
}

/** Runs `one` over pieces of at most `step` elements and collects in `result` what each leaves at RESULT. */
function chunked(
  result: FieldVector,
  one: (start: number, end: number) => void,
  step: number = KERNEL_CHUNK_ELEMENTS,
): FieldVector {
  const count = lengthOf(result);
  for (let start = 0; start < count; start += step) {
    const end = Math.min(count, start + step);
    one(start, end);
    result.set(sliceOf(words, RESULT, RESULT + end - start), 2 * start);
  }
  return result;
}
