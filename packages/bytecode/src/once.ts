// Whether a call can end well more than once: not if it needs a flag as it is, turns it whatever happens, and nobody turns it back.
import { instructionsOf } from './effects.ts';
import type { Instruction, Module, ModuleFunction, Region, ValueId } from './module.ts';

export function runsOnce(module: Module, root: number): boolean {
  const { body } = module.functions[root] as ModuleFunction;
  const written = writtenIn(module);
  const own = new Set(
    body.instructions.filter(({ op }) => op === 'st.set').map(({ immediates }) => immediates[0] as number),
  );
  return neededIn(module, body).some(
    ({ field, value, negated }) =>
      own.has(field) &&
      // After what is written the condition does not hold: it is not that value, or that one where another was needed.
      (written.get(field) ?? []).every((constant) => constant !== undefined && (constant === value) === negated),
  );
}

/** What defines each value; parameters of functions and regions have nothing. */
export function definitions(body: Region): ReadonlyMap<ValueId, Instruction> {
  const defined = new Map<ValueId, Instruction>();
  for (const instruction of instructionsOf(body))
    for (let i = 0; i < instruction.resultCount; i++) defined.set(instruction.result + i, instruction);
  return defined;
}

type Definitions = ReadonlyMap<ValueId, Instruction>;

interface Needed {
  readonly field: number;
  readonly value: bigint;
  /** Any other value is needed. */
  readonly negated: boolean;
}

/** What fields must be, or must not be, for the function to end well. */
function neededIn(module: Module, body: Region): readonly Needed[] {
  const defined = definitions(body);
  const conditions = new Set(
    body.instructions.filter(({ op }) => op === 'trap').map(({ operands }) => operands[0] as ValueId),
  );
  const needed: Needed[] = [];
  for (const value of conditions) {
    const instruction = defined.get(value);
    if (instruction?.op === 'and') for (const operand of instruction.operands) conditions.add(operand);
    const negated = instruction?.op === 'not';
    const flag = flagOf(module, defined, negated ? defined.get(instruction.operands[0] as ValueId) : instruction);
    if (flag !== undefined) needed.push({ ...flag, negated });
  }
  return needed;
}

/** By field: the constants that functions other than the constructor set it to, undefined for what is none. Remembered: it is asked of each function of a module. */
function writtenIn(module: Module): ReadonlyMap<number, readonly (bigint | undefined)[]> {
  const known = remembered.get(module);
  if (known !== undefined) return known;
  const written = new Map<number, Set<bigint | undefined>>();
  for (const { kind, body } of module.functions) {
    if (kind === 'ctor') continue;
    const defined = definitions(body);
    for (const { op, immediates, operands } of instructionsOf(body)) {
      if (op !== 'st.set') continue;
      const field = immediates[0] as number;
      const constants = written.get(field) ?? new Set();
      written.set(field, constants.add(constantOf(module, defined, operands[0] as ValueId)));
    }
  }
  const found = new Map([...written].map(([field, constants]) => [field, [...constants]]));
  remembered.set(module, found);
  return found;
}

const remembered = new WeakMap<Module, ReadonlyMap<number, readonly (bigint | undefined)[]>>();

/** A field that a condition compares with a constant; a bool by itself with true. */
function flagOf(
  module: Module,
  defined: Definitions,
  instruction: Instruction | undefined,
): { readonly field: number; readonly value: bigint } | undefined {
  if (instruction?.op === 'st.get') return { field: instruction.immediates[0] as number, value: 1n };
  if (instruction?.op !== 'eq') return undefined;
  const [a = -1, b = -1] = instruction.operands;
  for (const [place, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const got = defined.get(place);
    const value = constantOf(module, defined, other);
    if (got?.op === 'st.get' && value !== undefined) return { field: got.immediates[0] as number, value };
  }
  return undefined;
}

function constantOf({ consts }: Module, defined: Definitions, value: ValueId): bigint | undefined {
  const instruction = defined.get(value);
  return instruction?.op === 'const' ? consts[instruction.immediates[0] as number]?.value : undefined;
}
