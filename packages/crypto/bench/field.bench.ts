// Million elements a second of the field kernel: with fused multiply-add, with integers, and of the BigInt twin, taken in turns in one run.
// Each figure is the best of many short runs, because other work on the machine only ever takes away; the load averages are in each row
// of the first table. First as callers see it, then inside the kernel's memory, where nothing is copied.
import { loadavg } from 'node:os';
import {
  type FieldKernel,
  type FieldVector,
  fromUniform,
  integerKernel,
  lengthOf,
  newVector,
  plainKernel,
  prf,
  seededRandom,
  wasmKernel,
} from '../src/index.ts';
import {
  COEFFICIENT_BYTES,
  type KernelModule,
  PADDING_ELEMENTS,
  fusedModule,
  integerModule,
} from '../src/internal/kernelModules.ts';

const MILLISECONDS = Number(process.env['MILLISECONDS'] ?? 250);
const random = seededRandom('bench');
const uniform = (count: number): FieldVector => fromUniform(prf(random(16), random(8), 16 * count));

type Operation = (kernel: FieldKernel, a: FieldVector, b: FieldVector, c: FieldVector, into: FieldVector) => unknown;
const operations: Record<string, Operation> = {
  mul: (kernel, a, b, _c, into) => kernel.mul(a, b, into),
  mulAdd: (kernel, a, b, c, into) => kernel.mulAdd(a, b, c, into),
  dot: (kernel, a, b) => kernel.dot(a, b),
  scale: (kernel, a, _b, _c, into) => kernel.scale(a, 12345n ** 9n, into),
  line: (kernel, a, b, _c, into) => kernel.line(a, b, 7n ** 40n, into),
  fold: (kernel, a, _b, _c, into) => kernel.fold(a, 7n ** 40n, into.subarray(0, into.length / 2)),
  'combine of 2': (kernel, a, b, _c, into) => kernel.combine([3n, 5n ** 50n], [a, b], into),
  'combine of 3': (kernel, a, b, c, into) => kernel.combine([3n, 5n ** 50n, 7n], [a, b, c], into),
  powers: (kernel, a, _b, _c, into) => kernel.powers(7n ** 40n, lengthOf(a), into),
  add: (kernel, a, b, _c, into) => kernel.add(a, b, into),
  sub: (kernel, a, b, _c, into) => kernel.sub(a, b, into),
  'mul, new memory': (kernel, a, b) => kernel.mul(a, b),
};

/** The best rate of each, in million elements a second, with turns of one call each until the time is over. */
function best(elements: number, ...calls: readonly (() => unknown)[]): number[] {
  const warm = performance.now() + MILLISECONDS / 4;
  while (performance.now() < warm) for (const call of calls) call();
  const shortest = calls.map(() => Infinity);
  // Short calls are repeated: the clock of a browser or a guest may be coarse.
  const repeats = Math.ceil(2048 / elements);
  const until = performance.now() + MILLISECONDS;
  do {
    calls.forEach((call, i) => {
      const started = performance.now();
      for (let k = 0; k < repeats; k++) call();
      shortest[i] = Math.min(shortest[i] as number, (performance.now() - started) / repeats);
    });
  } while (performance.now() < until);
  return shortest.map((time) => Number((elements / time / 1000).toPrecision(3)));
}

const unit = 'M elements/s';
const times = (fast: number, slow: number): number => Number((fast / slow).toPrecision(3));

for (const elements of [64, 1 << 12, 1 << 16]) {
  const operands = [uniform(elements), uniform(elements), uniform(elements)] as [FieldVector, FieldVector, FieldVector];
  const few = Math.min(elements, 512);
  const fewer = operands.map((operand) => operand.subarray(0, 2 * few)) as typeof operands;
  for (const [operation, run] of Object.entries(operations)) {
    const [into, little] = [newVector(elements), newVector(few)];
    const [fast = 0, integer = 0] = best(
      elements,
      () => run(wasmKernel, ...operands, into),
      () => run(integerKernel, ...operands, into),
    );
    const [slow = 0] = best(few, () => run(plainKernel, ...fewer, little));
    const load = Number(loadavg()[0]?.toFixed(1));
    const row = { operation, elements, unit, fast, integer, 'times integer': times(fast, integer), slow, load };
    console.log(JSON.stringify(row));
  }
}

const elements = 1 << 11;
const place = elements + PADDING_ELEMENTS;
const memory = new WebAssembly.Memory({ initial: Math.ceil((16 * 8 * place) / (1 << 16)) });
const integers = integerModule(memory);
const fused = fusedModule(memory, integers);
if (fused === undefined) console.log('this engine has no fused multiply-add');
else {
  const [out, a, b, c, scratch] = [0, 1, 2, 3, 4].map((k) => 16 * k * place) as [
    number,
    number,
    number,
    number,
    number,
  ];
  new BigUint64Array(memory.buffer).set(uniform(3 * place), a / 8);
  const inside: Record<string, (module: KernelModule) => void> = {
    mul: (module) => module.mul(out, a, b, elements),
    mulAdd: (module) => module.mulAdd(out, a, b, c, elements),
    dot: (module) => module.dot(out, a, b, elements),
    scale: (module) => module.scale(out, a, c, elements),
    line: (module) => module.fold(out, a, b, c, elements),
    'combine of 2': (module) => module.combine(out, c, a, 2, elements, scratch),
    'combine of 3': (module) => module.combine(out, c, a, 3, elements, scratch),
  };
  if (3 * COEFFICIENT_BYTES > 16 * place) throw new Error('no room for the coefficients');
  for (const [operation, run] of Object.entries(inside)) {
    const [fast = 0, slow = 0] = best(
      elements,
      () => run(fused),
      () => run(integers),
    );
    console.log(
      JSON.stringify({
        'inside the memory': operation,
        elements,
        unit,
        fast,
        'slow (integer)': slow,
        ratio: times(fast, slow),
      }),
    );
  }
}
