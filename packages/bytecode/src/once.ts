// Whether a call can end well more than once: not if it needs a flag as it is, turns it whatever happens, and nobody turns it back.
import { instructionsOf } from './effects.ts';
import type { Instruction, Module, ModuleFunction, Region, ValueId } from './module.ts';

export function runsOnce(module: Module, root: number): boolean {
  const { body } = module.functions[root] as ModuleFunction;
  const defined = definitions(body);
  return body.instructions.some(
    ({ op, operands }) => op === 'trap' && turns(module, root, defined, operands[0] as ValueId),
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

/** Whether one of the conditions that must hold together is such a flag. */
function turns(module: Module, root: number, defined: Definitions, condition: ValueId): boolean {
  const needed = new Set([condition]);
  for (const value of needed) {
    const instruction = defined.get(value);
    if (instruction?.op === 'and') for (const operand of instruction.operands) needed.add(operand);
    else if (turnsOne(module, root, defined, instruction)) return true;
  }
  return false;
}

function turnsOne(module: Module, root: number, defined: Definitions, instruction: Instruction | undefined): boolean {
  const negated = instruction?.op === 'not';
  const needed = flagOf(module, defined, negated ? defined.get(instruction.operands[0] as ValueId) : instruction);
  if (needed === undefined) return false;
  const { field, value } = needed;
  // After what is written the condition does not hold: it is not that value, or that one where another was needed.
  const ends = (written: bigint | undefined): boolean => written !== undefined && (written === value) === negated;
  const isSet = ({ op, immediates }: Instruction): boolean => op === 'st.set' && immediates[0] === field;
  return (
    (module.functions[root] as ModuleFunction).body.instructions.some(isSet) &&
    module.functions.every(({ kind, body }) => {
      if (kind === 'ctor') return true;
      const here = definitions(body);
      return [...instructionsOf(body)]
        .filter(isSet)
        .every(({ operands }) => ends(constantOf(module, here, operands[0] as ValueId)));
    })
  );
}

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
