// How a rule says no: as in the EVM, by undoing everything. `apply` alone catches it and returns the refusal.
import type { ChainRefusal } from '../chain.ts';

export class Revert extends Error {
  readonly refusal: ChainRefusal;

  constructor(name: string, args: ChainRefusal['args']) {
    super(name);
    this.refusal = { name, args };
  }
}

export function revert(name: string, ...args: ChainRefusal['args']): never {
  throw new Revert(name, args);
}
