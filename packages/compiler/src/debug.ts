// Where each instruction came from. It is no part of the code hash: who shows lines compiles the source himself first.
import type { Module } from '@enigma/bytecode';
import type { Assembled } from './assemble.ts';
import { lineAt } from './diagnostic.ts';
import { placeOf, type SourceText } from './sources.ts';

export interface DebugMap {
  /** Paths from the folder of the contract's own file, which is the first and empty. */
  readonly files: readonly string[];
  /** Keccak of the code these lines belong to. */
  readonly functions: readonly DebugFunction[];
}

export interface DebugFunction {
  readonly name: string;
  /** Line and column, from 1, and the file of each instruction in the order of the bytes, those inside regions after the one that holds them; `yield` too. */
  readonly positions: readonly (readonly [line: number, column: number, file: number])[];
}

export function debugMapOf(texts: readonly SourceText[], assembled: Assembled): DebugMap {
  return {
    files: texts.map(({ path }) => path),
    functions: assembled.module.functions.map((fn) => ({
      name: fn.name,
      positions: (assembled.marks.get(fn.name) ?? []).map((offset) => {
        const place = placeOf(texts, offset);
        const { line, column } = lineAt(place.in.text, place.at);
        return [line, column, texts.indexOf(place.in)];
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
