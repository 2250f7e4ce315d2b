// An instruction in its place and what stands in its operands, for all tables of prices.
import { constant, times, within, type Bound } from './bound.ts';
import { cap } from './known.ts';
import { scalarRefs, tableType, type Declared, type Instruction, type Region, type TypeRef } from './module.ts';
import type { Meter } from './refusal.ts';
import { addressLimbs, isLeaf, type Types } from './types.ts';

/** An instruction and the declared types of its function's values. */
export interface Place {
  readonly instruction: Instruction;
  readonly values: readonly Declared[];
  /** The function's body. */
  readonly body: Region;
}

export function operandType({ instruction, values }: Place, operand: number): Declared {
  return values[instruction.operands[operand] as number] ?? { type: scalarRefs.bool, label: 'p' };
}

/** The smaller of two, where one is known to be at most the other. */
export function shorter(a: Bound, b: Bound): Bound {
  return within(b, a) ? b : within(a, b) ? a : b;
}

/** What stands inside values of a type. */
export class Leaves {
  readonly #types: Types;
  readonly #meter: Meter;

  constructor(types: Types, meter: Meter) {
    this.#types = types;
    this.#meter = meter;
  }

  /** Calls with every leaf type and how many there are; gives the greatest answer. A vector of unknown length counts as the longest. */
  walk(type: TypeRef, lengths: readonly Bound[], count: Bound, each: (leaf: TypeRef, count: Bound) => number): number {
    this.#meter.step(1);
    if (type === scalarRefs.address) return Math.max(...addressLimbs.map((limb) => each(limb, count)));
    if (isLeaf(this.#types, type)) return each(type, count);
    const entry = tableType(this.#types, type);
    if (entry?.kind === 'array')
      return this.walk(entry.element, lengths.slice(1), times(count, constant(entry.length)), each);
    if (entry?.kind === 'vector')
      return this.walk(entry.element, lengths.slice(1), times(count, lengths[0] ?? cap), each);
    if (entry?.kind !== 'record') return 0;
    return Math.max(0, ...entry.members.map((member) => this.walk(member.type, [], count, each)));
  }
}
