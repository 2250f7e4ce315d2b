// Where bits of origin go: a forward fixpoint over all functions, shared by provenance and open mode. Bitsets are bigints; a step only adds bits, so the number
// of rounds is bounded by sources times the longest way through fields and calls, and the meter bounds it whatever the module.
import type { Instruction, Module, Region } from './module.ts';
import type { Meter } from './refusal.ts';

export type Bits = bigint;

/** What an analysis says about its bits; everything else is the walk. */
export interface Flow {
  /** Bits of a parameter of a function as the world calls it. */
  param(fn: number, index: number): Bits;
  /** Bits of the results of an instruction without regions or calls. */
  value(fn: number, instruction: Instruction, operands: readonly Bits[], control: Bits): Bits;
  /** What a condition or count adds to all that it decides. */
  control(bits: Bits): Bits;
  /** What of an argument reaches the callee's parameter. */
  argument(bits: Bits): Bits;
}

/** Runs the flow to its fixpoint and gives the bits of each function's results. */
export function propagate(module: Module, flow: Flow, meter: Meter): readonly (readonly Bits[])[] {
  const values: Bits[][] = module.functions.map(() => []);
  const params = module.functions.map((fn, f) => fn.params.map((_, i) => flow.param(f, i)));
  const results = module.functions.map((fn) => fn.results.map((): Bits => 0n));
  // A callee's body stands under the conditions of every place that calls it.
  const entered = module.functions.map((): Bits => 0n);
  let changed = true;
  const grow = (list: Bits[], index: number, bits: Bits): void => {
    const before = list[index] ?? 0n;
    if ((before | bits) === before) return;
    list[index] = before | bits;
    changed = true;
  };

  /** What the condition that a round of `while` yields has brought so far, by instruction. */
  const again = new Map<Instruction, Bits>();
  const walk = (f: number, region: Region, control: Bits): readonly Bits[] => {
    const own = values[f] as Bits[];
    const at = (id: number): Bits => own[id] ?? 0n;
    for (const instruction of region.instructions) {
      meter.step(1 + instruction.operands.length);
      const { op, operands, regions, result, resultCount } = instruction;
      const bits = operands.map(at);
      const set = (i: number, value: Bits): void => grow(own, result + i, value);
      const inner = regions?.[0];
      if (op === 'yield') return bits.map((value) => value | control);
      if (op === 'if') {
        const under = control | flow.control(bits[0] ?? 0n);
        for (const side of regions ?? []) walk(f, side, under).forEach((value, i) => set(i, value));
      } else if (inner && op === 'each') {
        const under = control | flow.control(bits[0] ?? 0n);
        bits.forEach((value, i) => grow(own, inner.firstParam + i, value));
        walk(f, inner, under).forEach((value, i) => set(i, value));
      } else if (inner && op === 'while') {
        // (condition, …carried) → (…carried), which yields (condition, …carried)
        const under = control | flow.control((bits[0] ?? 0n) | (again.get(instruction) ?? 0n));
        bits.slice(1).forEach((value, i) => {
          grow(own, inner.firstParam + i, value);
          set(i, value);
        });
        const [next = 0n, ...carried] = walk(f, inner, under);
        if (next !== again.get(instruction)) {
          again.set(instruction, next);
          changed = true;
        }
        carried.forEach((value, i) => {
          grow(own, inner.firstParam + i, value);
          set(i, value);
        });
      } else if (inner) {
        // for: (count, …carried) → (index, …carried); general fold: (vector, …carried) → (index, element, …carried)
        const lead = op === 'for' ? 1 : 2;
        const under = op === 'for' ? control | flow.control(bits[0] ?? 0n) : control;
        for (let i = 0; i < lead; i++) grow(own, inner.firstParam + i, bits[0] ?? 0n);
        bits.slice(1).forEach((value, i) => grow(own, inner.firstParam + lead + i, value));
        bits.slice(1).forEach((value, i) => set(i, value));
        walk(f, inner, under).forEach((value, i) => {
          grow(own, inner.firstParam + lead + i, value);
          set(i, value);
        });
      } else if (op === 'call') {
        const callee = instruction.immediates[0] as number;
        bits.forEach((value, i) => grow(params[callee] as Bits[], i, flow.argument(value)));
        grow(entered, callee, control);
        results[callee]?.forEach((value, i) => set(i, value | control));
      } else {
        const value = flow.value(f, instruction, bits, control);
        for (let i = 0; i < resultCount; i++) set(i, value);
      }
    }
    return [];
  };

  while (changed) {
    changed = false;
    module.functions.forEach((fn, f) => {
      params[f]?.forEach((bits, i) => grow(values[f] as Bits[], i, bits));
      walk(f, fn.body, entered[f] ?? 0n).forEach((bits, i) => grow(results[f] as Bits[], i, bits));
    });
  }
  return results;
}
