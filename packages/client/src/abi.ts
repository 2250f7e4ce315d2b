// What the room reads of a contract's ABI, as the compiler writes it in JSON: names that bytecode does not keep. Everything else is read from the code itself, so a wrong
// ABI can misname a result and nothing more; and one of other code is refused.
import type { Hex } from '@enigma/crypto';
import type { ClientChecks } from './defences.ts';
import { ClientError } from './errors.ts';
import type { Deployed } from './reading.ts';

export interface ContractAbi {
  readonly name: string;
  readonly codeHash: Hex;
  readonly policyHash: Hex;
  readonly functions: readonly {
    readonly name: string;
    readonly results: readonly { readonly name?: string }[];
  }[];
}

/** What a contract's functions and entries are in TypeScript: `ContractClient<typeof Voting>` of the compiler has this shape. */
export interface ContractTypes {
  readonly functions: { readonly [name: string]: { readonly args: readonly unknown[]; readonly result: unknown } };
  readonly entry: unknown;
}

/** A contract whose types are known at run time alone. */
export interface AnyContract extends ContractTypes {
  readonly entry: Readonly<Record<string, unknown>>;
}

/** The functions part alone constrains, so that classes with precise method names fit. */
export interface TypedContract {
  readonly functions: object;
  readonly entry: unknown;
}

export type FunctionName<C extends TypedContract> = keyof C['functions'] & string;

export type ResultOf<C extends TypedContract, N extends string> = N extends keyof C['functions']
  ? C['functions'][N] extends { readonly result: infer R }
    ? R
    : unknown
  : unknown;

export type ArgsOf<C extends TypedContract, N extends string> = N extends keyof C['functions']
  ? C['functions'][N] extends { readonly args: infer A extends readonly unknown[] }
    ? A
    : readonly unknown[]
  : readonly unknown[];

export function checkAbi(abi: ContractAbi | undefined, deployed: Deployed, checks: ClientChecks): void {
  if (abi === undefined || !checks['abi.code']) return;
  const { codeHash, policyHash } = deployed.contract;
  if (abi.codeHash === codeHash && abi.policyHash === policyHash) return;
  throw new ClientError(
    'BAD_PROGRAM',
    `The ABI of ${abi.name} is of other code than the contract has.`,
    { abi: abi.codeHash, contract: codeHash },
    'Compile the source again that was deployed, or check the contract id.',
  );
}

/** Names of a function's results, where it returns a record. */
export function resultNames(abi: ContractAbi | undefined, fn: string): readonly (string | undefined)[] {
  return abi?.functions.find((one) => one.name === fn)?.results.map((result) => result.name) ?? [];
}
