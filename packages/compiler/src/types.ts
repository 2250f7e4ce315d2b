// The typed client: from `typeof Voting` to the arguments and results that JavaScript sees. Types only; nothing here runs. Tags are
// matched by their property, so an application needs no more than `import type { Voting } from './contract.ts'`.

/** An account or contract address, lower case. */
export type HexAddress = `0x${string}`;

type TagsOf<T> = T extends { readonly '~'?: infer Tags } ? Exclude<Tags, undefined> : never;

/** bool → boolean; 64-bit integers → bigint; narrower ones and Range → number; Address → hex; choices as they are; arrays and records by part. */
export type ClientValue<T> = [T] extends [boolean]
  ? boolean
  : [T] extends [string]
    ? T
    : [T] extends [number]
      ? 'u64' extends TagsOf<T>
        ? bigint
        : 'i64' extends TagsOf<T>
          ? bigint
          : number
      : T extends { readonly '~address': true }
        ? HexAddress
        : T extends readonly (infer Element)[]
          ? readonly ClientValue<Element>[]
          : T extends void
            ? void
            : { readonly [Member in keyof T]: ClientValue<T[Member]> };

/** True where the value is sealed before it leaves the caller. */
export type IsSecret<T> = 'secret' extends TagsOf<T> ? true : false;

type ClientArguments<Arguments extends readonly unknown[]> = {
  readonly [Index in keyof Arguments]: ClientValue<Arguments[Index]>;
};

type Callable = (...args: never[]) => unknown;
type ContractClass = abstract new (...args: never[]) => object;

type MethodNames<Instance> = {
  [Name in keyof Instance]: Instance[Name] extends Callable ? Name : never;
}[keyof Instance];

/** Arguments and result of one function of the contract. */
export interface ClientFunction<Method> {
  readonly args: Method extends (...args: infer Arguments) => unknown ? ClientArguments<Arguments> : never;
  readonly result: Method extends (...args: never[]) => infer Result ? ClientValue<Result> : never;
}

/** One entry of the contract's inbox as its sender writes it; never if it has none. */
export type ClientEntry<Class extends ContractClass> = EntryOf<InstanceType<Class>>;

type EntryOf<Instance> = {
  [Name in keyof Instance]: Instance[Name] extends { readonly '~entry'?: infer Entry; upTo(height: never): unknown }
    ? ClientValue<Exclude<Entry, undefined>>
    : never;
}[keyof Instance];

/** What a client of the contract can do: `ContractClient<typeof Voting>['functions']['tally']['result']` is `readonly number[]`. */
export interface ContractClient<Class extends ContractClass> {
  readonly constructorArgs: ClientArguments<ConstructorParameters<Class>>;
  readonly functions: {
    readonly [Name in MethodNames<InstanceType<Class>>]: ClientFunction<InstanceType<Class>[Name]>;
  };
  readonly entry: ClientEntry<Class>;
}
