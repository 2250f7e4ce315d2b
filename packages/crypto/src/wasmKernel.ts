// The fast kernel in WebAssembly, compiled when this module loads (synchronously, in Node and browser alike): fused multiply-add where the
// engine has it and passes its test, else integers (internal/kernelModules.ts).
// Operands are copied into a small memory that stays in the cache, a chunk at a time.
// One operation runs to its end before another starts, so all callers of a thread share the memory.
import {
  COEFFICIENT_BYTES,
  COMBINATION_MAX,
  type KernelModule,
  PADDING_ELEMENTS,
  fusedModule,
  integerModule,
} from './internal/kernelModules.ts';
import { type FieldKernel, assertCombination, assertSameLength, destination, halfOf } from './kernel.ts';
import { COMBINE_VECTORS_MAX, KERNEL_CHUNK_ELEMENTS } from './limits.ts';
import { P, add, isElement } from './field.ts';
import { type FieldVector, elementAt, fromUniform, isCanonical, lengthOf, setElement, sliceOf } from './vector.ts';

type Elementwise = (out: number, a: number, b: number, count: number) => void;

// Memory in elements: scalars and what the fused module makes of them, then the result, room for a second one, and for three operands (or
// for the pieces of a combination).
const SCALARS = 0;
const SCRATCH = COMBINATION_MAX;
const RESULT = SCRATCH + (COMBINATION_MAX * COEFFICIENT_BYTES) / 16;
const PLACE = KERNEL_CHUNK_ELEMENTS + PADDING_ELEMENTS;
const PARTIAL = RESULT + PLACE;
const FIRST = PARTIAL + PLACE;
const SECOND = FIRST + PLACE;
const THIRD = SECOND + PLACE;
const OPERANDS = 3 * KERNEL_CHUNK_ELEMENTS;
const MEMORY_BYTES = 16 * (THIRD + PLACE);
const PAGE_BYTES = 1 << 16;

if (COMBINATION_MAX > OPERANDS) throw new Error('a combination needs room for one element of each vector');

const memory = new WebAssembly.Memory({ initial: Math.ceil(MEMORY_BYTES / PAGE_BYTES) });
const words: FieldVector = new BigUint64Array(memory.buffer as ArrayBuffer);
const integer = integerModule(memory);
const fused = fusedModule(memory, integer);

/** Integers alone: what engines without fused multiply-add get. */
export const integerKernel: FieldKernel = kernelOf('wasm', integer);

export const wasmKernel: FieldKernel = fused === undefined ? integerKernel : kernelOf('fused', fused);

function kernelOf(name: string, run: KernelModule): FieldKernel {
  const kernel: FieldKernel = {
    name,
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
        setElement(words, FIRST + end - start, 0n); // the fused module pairs an odd last element with the next
        run.dot(16 * RESULT, 16 * FIRST, 16 * SECOND, end - start);
        total = add(total, elementAt(words, RESULT));
      }
      return total;
    },
    combine(coefficients, vectors, into) {
      assertCombination(coefficients, vectors);
      if (vectors.length > COMBINE_VECTORS_MAX) throw new RangeError(`at most ${COMBINE_VECTORS_MAX} vectors`);
      const groups = Array.from({ length: Math.ceil(vectors.length / COMBINATION_MAX) }, (_, g) => g * COMBINATION_MAX);
      const step = Math.min(KERNEL_CHUNK_ELEMENTS, Math.floor(OPERANDS / Math.min(vectors.length, COMBINATION_MAX)));
      return chunked(
        destination(lengthOf(vectors[0] as FieldVector), into),
        (start, end) => {
          const count = end - start;
          for (const from of groups) {
            const group = vectors.slice(from, from + COMBINATION_MAX);
            group.forEach((vector, k) => {
              setElement(words, SCALARS + k, coefficients[from + k] as bigint);
              put(FIRST + k * count, vector, start, end);
            });
            const out = from === 0 ? RESULT : PARTIAL;
            run.combine(16 * out, 16 * SCALARS, 16 * FIRST, group.length, count, 16 * SCRATCH);
            if (from > 0) run.add(16 * RESULT, 16 * RESULT, 16 * PARTIAL, count);
          }
        },
        step,
      );
    },
    fold(a, challenge, into) {
      const half = halfOf(a);
      return kernel.line(sliceOf(a, 0, half), sliceOf(a, half, 2 * half), challenge, into);
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
        kernel.scale(sliceOf(result, 0, more), next, sliceOf(result, done, done + more));
      }
      return result;
    },
    fromUniform,
    isCanonical,
  };
  return kernel;
}

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
