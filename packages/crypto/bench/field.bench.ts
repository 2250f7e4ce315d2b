// Products a second of kernel (fast) and BigInt twin (slow) in one run. One JSON line a row, in million elements a second, the median of
// the runs.
import {
  type FieldKernel,
  type FieldVector,
  fromUniform,
  lengthOf,
  newVector,
  plainKernel,
  prf,
  seededRandom,
  wasmKernel,
} from '../src/index.ts';

const RUNS = 9;
const random = seededRandom('bench');
const uniform = (count: number): FieldVector => fromUniform(prf(random(16), random(8), 16 * count));

const operations: Record<
  string,
  (kernel: FieldKernel, a: FieldVector, b: FieldVector, c: FieldVector, into: FieldVector) => unknown
> = {
  add: (kernel, a, b, _c, into) => kernel.add(a, b, into),
  sub: (kernel, a, b, _c, into) => kernel.sub(a, b, into),
  mul: (kernel, a, b, _c, into) => kernel.mul(a, b, into),
  'mul, new memory': (kernel, a, b) => kernel.mul(a, b),
  mulAdd: (kernel, a, b, c, into) => kernel.mulAdd(a, b, c, into),
  scale: (kernel, a, _b, _c, into) => kernel.scale(a, 12345n ** 9n, into),
  dot: (kernel, a, b) => kernel.dot(a, b),
  'combine of 3': (kernel, a, b, c, into) => kernel.combine([3n, 5n ** 50n, 7n], [a, b, c], into),
  fold: (kernel, a, _b, _c, into) => kernel.fold(a, 7n ** 40n, into.subarray(0, into.length / 2)),
  line: (kernel, a, b, _c, into) => kernel.line(a, b, 7n ** 40n, into),
  'combine of 2': (kernel, a, b, _c, into) => kernel.combine([3n, 5n ** 50n], [a, b], into),
  powers: (kernel, a, _b, _c, into) => kernel.powers(7n ** 40n, lengthOf(a), into),
};

function rate(kernel: FieldKernel, operation: string, operands: readonly FieldVector[]): number {
  const [a, b, c] = operands as [FieldVector, FieldVector, FieldVector];
  const into = newVector(lengthOf(a));
  const rates = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    operations[operation]?.(kernel, a, b, c, into);
    return lengthOf(a) / (performance.now() - started) / 1000;
  });
  return Number((rates.sort((x, y) => x - y)[RUNS >> 1] as number).toPrecision(3));
}

for (const elements of [64, 1 << 12, 1 << 18]) {
  const operands = [uniform(elements), uniform(elements), uniform(elements)];
  const few = operands.map((operand) => operand.subarray(0, 2 * Math.min(elements, 1 << 12)));
  for (const operation of Object.keys(operations)) {
    rate(wasmKernel, operation, operands); // warm-up
    const wasm = rate(wasmKernel, operation, operands);
    const plain = rate(plainKernel, operation, few);
    console.log(JSON.stringify({ operation, elements, unit: 'M elements/s', fast: wasm, slow: plain }));
  }
}
