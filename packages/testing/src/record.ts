// What a contract's functions look like to a test, and what it has told so far.
import type { ContractClient } from '@enigma/compiler';

/** A class of the contract language, by its type alone. */
export type ContractClass = abstract new (...args: never[]) => object;

/** Its functions with JavaScript's types; each gives what a reader of all its results would see. */
export type Functions<Class extends ContractClass> = {
  readonly [Name in keyof ContractClient<Class>['functions']]: (
    ...args: ContractClient<Class>['functions'][Name]['args']
  ) => Promise<ContractClient<Class>['functions'][Name]['result']>;
};

/** One secret that left. */
export interface LocalRelease {
  readonly function: string;
  readonly kind: 'reveal' | 'send' | 'return';
  readonly reason: string;
  /** `everyone`, or the sender of the task. */
  readonly to: string;
  readonly value: unknown;
}

export interface LocalEvent {
  readonly name: string;
  readonly facts: Readonly<Record<string, unknown>>;
}
