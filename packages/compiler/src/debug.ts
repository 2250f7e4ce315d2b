// Where each instruction came from. It is no part of the code hash: who shows lines compiles the source himself first.
import type { Module } from '@enigma/bytecode';
import type { Assembled } from './assemble.ts';
import { lineAt } from './diagnostic.ts';

export interface DebugMap {
  /** Keccak of the code these lines belong to. */
  readonly functions: readonly DebugFunction[];
}

export interface DebugFunction {
  readonly name: string;
  /** Line and column, from 1, of each instruction in the order of the bytes, those inside regions after the one that holds them; `yield` too. */
  readonly positions: readonly (readonly [line: number, column: number])[];
}

export function debugMapOf(source: string, assembled: Assembled): DebugMap {
  return {
    functions: assembled.module.functions.map((fn) => ({
      name: fn.name,
      positions: (assembled.marks.get(fn.name) ?? []).map((offset) => {
        const { line, column } = lineAt(source, offset);
        return [line, column];
      }),
    })),
  };
}

/** Indices, in the order of the debug map, of the instructions of a function that satisfy a test. */
export function instructionIndices(
  module: Module,
  fn: number,
  test: (op: string, immediates: readonly number[]) => boolean,
): readonly number[] {
  const found: number[] = [];
  let next = 0;
  type Region = Module['functions'][number]['body'];
  const walk = (region: Region): void => {
    for (const instruction of region.instructions) {
      if (test(instruction.op, instruction.immediates)) found.push(next);
      next++;
      instruction.regions?.forEach(walk);
    }
  };
  const body = module.functions[fn]?.body;
  if (body !== undefined) walk(body);
  return found;
}
