// The two WebAssembly modules of the kernel, over one memory: integers (kernels/field.ts), which every engine runs, and fused multiply-add
// (scripts/fused), which is faster by two to three but which an engine may not know (Node 20 without a flag) or, as the standard of
// relaxed SIMD allows, may round twice. It is taken only where it is exact.
import { FIELD_KERNEL_BASE64 } from './fieldKernel.generated.ts';
import { FUSED_KERNEL_BASE64 } from './fusedKernel.generated.ts';
import { P } from '../field.ts';

type Elementwise = (out: number, a: number, b: number, count: number) => void;

/** Pointers are bytes, `count` elements. Nothing is checked here. */
export interface KernelModule {
  readonly add: Elementwise;
  readonly sub: Elementwise;
  readonly mul: Elementwise;
  readonly scale: Elementwise;
  readonly addScalar: Elementwise;
  readonly dot: Elementwise;
  readonly mulAdd: (out: number, a: number, b: number, c: number, count: number) => void;
  readonly fold: (out: number, low: number, high: number, s: number, count: number) => void;
  /** `scratch`: COEFFICIENT_BYTES for each vector, which only the fused module needs. */
  readonly combine: (
    out: number,
    coefficients: number,
    vectors: number,
    vectorCount: number,
    count: number,
    scratch: number,
  ) => void;
}

interface FusedModule extends Omit<KernelModule, 'add' | 'sub' | 'addScalar'> {
  /** One multiply-add on two float64 */
  readonly multiplyAdd: (out: number, a: number, b: number, c: number) => void;
}

/** What a coefficient of a combination takes in the fused module: nine limbs in two lanes. */
export const COEFFICIENT_BYTES = 144;
/** Vectors that the fused module combines at once: so many products are added before carries (proved in test/fusedRanges.test.ts). */
export const COMBINATION_MAX = 16;
/** Elements that the fused module may touch behind an operand or result: it works on pairs, and reads one pair ahead. */
export const PADDING_ELEMENTS = 3;

/** Below this many elements the integers are faster: the fused module works a pair ahead and prepares scalars. */
const FEW = 4;

function decoded(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

export function integerModule(memory: WebAssembly.Memory): KernelModule {
  const module = new WebAssembly.Module(decoded(FIELD_KERNEL_BASE64));
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as KernelModule;
}

/** The fused module, with the integer one for sums; or undefined where the engine does not know it or does not multiply and add exactly.
 * The first pages of the memory are written to. */
export function fusedModule(
  memory: WebAssembly.Memory,
  integer: KernelModule,
  binary: Uint8Array<ArrayBuffer> = decoded(FUSED_KERNEL_BASE64),
): KernelModule | undefined {
  if (!WebAssembly.validate(binary)) return undefined;
  const instance = new WebAssembly.Instance(new WebAssembly.Module(binary), { env: { memory } });
  const fused = instance.exports as unknown as FusedModule;
  if (!isFused(memory, fused) || !isEqual(memory, fused, integer)) return undefined;
  const { add, sub, addScalar } = integer;
  const few = (count: number): boolean => count < FEW;
  return {
    add,
    sub,
    addScalar,
    mul: (out, a, b, count) => (few(count) ? integer : fused).mul(out, a, b, count),
    mulAdd: (out, a, b, c, count) => (few(count) ? integer : fused).mulAdd(out, a, b, c, count),
    scale: (out, a, s, count) => (few(count) ? integer : fused).scale(out, a, s, count),
    fold: (out, low, high, s, count) => (few(count) ? integer : fused).fold(out, low, high, s, count),
    dot: (out, a, b, count) => (few(count) ? integer : fused).dot(out, a, b, count),
    combine: (out, coefficients, vectors, vectorCount, count, scratch) =>
      (few(count) ? integer : fused).combine(out, coefficients, vectors, vectorCount, count, scratch),
  };
}

/** (1 + ε)² − (1 + 2ε) is ε² for ε = 2^-30 where the product is not rounded, else 0: ε² is 2^-60 beside 1. */
function isFused(memory: WebAssembly.Memory, fused: FusedModule): boolean {
  const floats = new Float64Array(memory.buffer, 0, 8);
  const epsilon = 2 ** -30;
  floats.set([1 + epsilon, 1 - epsilon, -1 - 2 * epsilon, -1 + 2 * epsilon]);
  fused.multiplyAdd(32, 0, 0, 16);
  const exact = floats[4] === epsilon ** 2 && floats[5] === epsilon ** 2;
  floats.fill(0);
  return exact;
}

/** Both modules on all pairs of numbers at the edges of limbs and of p. */
function isEqual(memory: WebAssembly.Memory, fused: FusedModule, integer: KernelModule): boolean {
  const edges = [0n, 1n, P - 1n, P >> 1n, 2n ** 128n - P, 0x0123_4567_89ab_cdef_fedc_ba98_7654_3210n].concat(
    [44n, 64n, 88n, 127n].flatMap((bits) => [2n ** bits - 1n, 2n ** bits, P - 2n ** bits]),
  );
  const count = edges.length ** 2;
  const words = new BigUint64Array(memory.buffer, 0, 2 * (5 * (count + PADDING_ELEMENTS) + 64));
  const place = (index: number): number => 16 * index * (count + PADDING_ELEMENTS);
  const [ours, theirs, a, b, c] = [0, 1, 2, 3, 4].map(place) as [number, number, number, number, number];
  const scratch = place(5);
  const write = (at: number, value: bigint): void => words.set([value & 0xffff_ffff_ffff_ffffn, value >> 64n], at / 8);
  edges.forEach((x, i) =>
    edges.forEach((y, k) => {
      const at = 16 * (i * edges.length + k);
      write(a + at, x);
      write(b + at, y);
      write(c + at, edges[(i + k) % edges.length] as bigint);
    }),
  );
  const row = (operand: number, i: number): number => operand + 16 * i * edges.length;
  const agree = (run: (module: FusedModule | KernelModule, out: number) => void, elements = count): boolean => {
    run(fused, ours);
    run(integer, theirs);
    let difference = 0n;
    for (let i = 0; i < 2 * elements; i++) {
      difference |= (words[ours / 8 + i] as bigint) ^ (words[theirs / 8 + i] as bigint);
    }
    return difference === 0n;
  };
  const equal =
    agree((module, out) => module.mul(out, a, b, count)) &&
    agree((module, out) => module.mulAdd(out, a, b, c, count)) &&
    agree((module, out) => module.dot(out, a, b, count), 1) &&
    edges.every((_, i) => agree((module, out) => module.scale(out, b, row(a, i), edges.length), edges.length)) &&
    edges.every((_, i) =>
      agree((module, out) => module.fold(out, b, row(c, 3), row(a, i), edges.length), edges.length),
    ) &&
    agree((module, out) => module.combine(out, b + 32, c, 6, edges.length, scratch), edges.length);
  words.fill(0n);
  return equal;
}
