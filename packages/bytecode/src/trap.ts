// How a task ends early: a code u16 that the receipt carries, below 256 the instruction set's own, from there on the module's errors in table order.

export const trapCodes: {
  readonly overflow: 1;
  readonly divisionByZero: 2;
  readonly index: 3;
  readonly length: 4;
  readonly steps: 5;
} = { overflow: 1, divisionByZero: 2, index: 3, length: 4, steps: 5 };

export const FIRST_ERROR_CODE = 256;

export type TrapName = keyof typeof trapCodes;

/** The result code of the module's error with that index. */
export function errorCode(index: number): number {
  return FIRST_ERROR_CODE + index;
}

/** Unwinds the interpreter; nobody outside sees it. */
export class Trap extends Error {
  readonly code: number;
  readonly facts: readonly bigint[];

  constructor(code: number, facts: readonly bigint[] = []) {
    super(`trap ${code}`);
    this.code = code;
    this.facts = facts;
  }
}

export function trap(name: TrapName): never {
  throw new Trap(trapCodes[name]);
}
