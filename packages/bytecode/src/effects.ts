// Who calls whom, and what a function does to the world, its callees included.
import { tableType, type Instruction, type Module, type ModuleFunction, type Region } from './module.ts';
import { contextNumbers, opcodes } from './opcodes.ts';
import { Refused } from './refusal.ts';
import type { Rules } from './rules.ts';
import { boundsOf, widthOf } from './types.ts';
import { leafTypesOf } from './value.ts';

export interface Effects {
  /** Writes a field or takes entries. */
  readonly state: boolean;
  /** Reveals or sends. */
  readonly release: boolean;
  readonly send: boolean;
  readonly inbox: boolean;
  readonly emit: boolean;
  /** Draws from the tape. */
  readonly draw: boolean;
}

/** Every instruction of a region and of the regions inside it, in the order of the bytes; a yield after the regions it ends. */
export function* instructionsOf(region: Region): Generator<Instruction> {
  for (const instruction of region.instructions) {
    yield instruction;
    for (const inner of instruction.regions ?? []) yield* instructionsOf(inner);
  }
}

/** Functions that a function may run, itself first. */
export function reachedFrom(module: Module, f: number): ReadonlySet<number> {
  const reached = new Set([f]);
  for (const at of reached)
    for (const { op, immediates } of instructionsOf((module.functions[at] as ModuleFunction).body))
      if (op === 'call') reached.add(immediates[0] as number);
  return reached;
}

/** Whether a function, or one that it calls, reads what the call pays. */
export function readsValue(module: Module, index: number): boolean {
  const seen = new Set<number>();
  const waiting = [index];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const fn = module.functions[at];
    if (fn === undefined || seen.has(at)) continue;
    seen.add(at);
    for (const { op, immediates } of instructionsOf(fn.body)) {
      if (op === 'ctx' && immediates[0] === contextNumbers.value) return true;
      if (op === 'call') waiting.push(immediates[0] as number);
    }
  }
  return false;
}

/** Whether a secret argument of the function may be outside its range, which is opened, and ends the run, before it begins. */
export function opensArguments({ types, functions }: Module, index: number): boolean {
  return (functions[index]?.params ?? []).some(
    ({ type, label }) =>
      label === 's' &&
      leafTypesOf(types, type).some(
        (leaf) =>
          tableType(types, leaf)?.kind === 'range' &&
          boundsOf(types, leaf)[1] !== (1n << BigInt(widthOf(types, leaf))) - 1n,
      ),
  );
}

/** Effects of each function with those of its callees. Refuses a circle of calls (rule 6). */
export function effectsOf(module: Module, rules: Rules): readonly Effects[] {
  const effects: (Effects | undefined)[] = module.functions.map(() => undefined);
  const open = new Set<number>();
  const visit = (index: number): Effects => {
    const known = effects[index];
    if (known) return known;
    const fn = module.functions[index];
    if (!fn) throw new Refused('E-CALLS', { function: index });
    const sum = { state: false, release: false, send: false, inbox: false, emit: false, draw: false };
    if (open.has(index)) {
      if (rules.acyclicCalls) throw new Refused('E-CALLS', { function: fn.name, what: 'circle' });
      return sum;
    }
    open.add(index);
    for (const { op, immediates } of instructionsOf(fn.body)) {
      sum.state ||= opcodes[op].effect === 'state';
      sum.release ||= opcodes[op].effect === 'release';
      sum.send ||= op === 'send';
      sum.inbox ||= op === 'inbox.take';
      sum.emit ||= op === 'emit';
      sum.draw ||= opcodes[op].effect === 'draw';
      if (op !== 'call') continue;
      const callee = visit(immediates[0] as number);
      sum.state ||= callee.state;
      sum.release ||= callee.release;
      sum.send ||= callee.send;
      sum.inbox ||= callee.inbox;
      sum.emit ||= callee.emit;
      sum.draw ||= callee.draw;
    }
    open.delete(index);
    effects[index] = sum;
    return sum;
  };
  return module.functions.map((_, index) => visit(index));
}
