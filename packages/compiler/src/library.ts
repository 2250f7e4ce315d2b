// The declarations a contract is written against, as text: the compiler opens no files. `lib/enigma.d.ts` is this text for editors,
// written by `scripts/library.ts` and compared byte for byte in the tests.
//
// Integers are `number` with a set of tags on an optional property. A value with fewer tags may go where more are allowed, so a u8 goes
// into a u64 and a public value into a secret one, and neither comes back. Arithmetic erases tags; what TypeScript cannot see then, the
// compiler says (E-FLOW and its kin).

/** The contract language: what editors read and the compiler knows without being told. */
export const libraryText: string = `// The language of secret contracts. Generated from packages/compiler/src/library.ts; do not edit.
// In tsconfig.json: "files": ["<path>/@enigma/compiler/lib/enigma.d.ts"], "lib": ["es2024"] (a page has a Range of its own), "types": [], and no
// noUncheckedIndexedAccess (the machine traps).

/** Public boolean. */
type bool = boolean & { readonly '~'?: 'bool' };
/** Unsigned integers. Public arithmetic traps outside the type; secret arithmetic wraps. */
type u8 = number & { readonly '~'?: 'range' | 'u8' };
type u16 = number & { readonly '~'?: 'range' | 'u8' | 'u16' };
type u32 = number & { readonly '~'?: 'range' | 'u8' | 'u16' | 'u32' };
type u64 = number & { readonly '~'?: 'range' | 'u8' | 'u16' | 'u32' | 'u64' };
/** Signed integers, in two's complement where they wrap. */
type i8 = number & { readonly '~'?: 'range' | 'i8' };
type i16 = number & { readonly '~'?: 'range' | 'u8' | 'i8' | 'i16' };
type i32 = number & { readonly '~'?: 'range' | 'u8' | 'u16' | 'i8' | 'i16' | 'i32' };
type i64 = number & { readonly '~'?: 'range' | 'u8' | 'u16' | 'u32' | 'i8' | 'i16' | 'i32' | 'i64' };
/** An integer from \`Low\` to \`High\`, both included. An inbox entry outside it counts as zero. */
type Range<Low extends number, High extends number> = number & {
  readonly '~'?: 'range';
  readonly '~range'?: [Low, High];
};
/** Who someone is. Only \`===\`, \`!==\` and the account that sends a task. */
interface Address {
  readonly '~address': true;
  readonly '~'?: 'address';
}
interface SecretAddress {
  readonly '~address': true;
  readonly '~'?: 'address' | 'secret';
}
/** The address that nobody has: what a field starts as. */
declare const NOBODY: Address;
/** A value that no node, and nobody else, sees. */
type Secret<T> = [T] extends [boolean]
  ? boolean & { readonly '~'?: 'bool' | 'secret' }
  : T extends Address
    ? SecretAddress
    : '~length' extends keyof T
      ? T extends FixedArray<infer Element, infer Length extends number>
        ? FixedArray<Secret<Element>, Length>
        : never
      : T extends { readonly '~range'?: [infer Low extends number, infer High extends number] }
        ? number & { readonly '~'?: 'range' | 'secret'; readonly '~range'?: [Low, High] }
        : T extends { readonly '~'?: infer Tags }
          ? T extends number
            ? number & { readonly '~'?: Exclude<Tags, undefined> | 'secret' }
            : { [Member in keyof T]: Secret<T[Member]> }
          : { [Member in keyof T]: Secret<T[Member]> };
/** The same value once it has been released. */
type Public<T> = [T] extends [boolean]
  ? bool
  : T extends SecretAddress
    ? Address
    : '~length' extends keyof T
      ? T extends FixedArray<infer Element, infer Length extends number>
        ? FixedArray<Public<Element>, Length>
        : never
      : T extends readonly (infer Element)[]
        ? Public<Element>[]
        : T extends { readonly '~'?: infer Tags }
          ? unknown extends Tags
            ? number
            : number & { readonly '~'?: Exclude<Tags, undefined | 'secret'> }
          : T;

/** A contract is one exported class that extends this. */
declare abstract class Contract {
  /** The task being run. */
  protected readonly ctx: {
    readonly sender: Address;
    /** What the call pays the contract, in the token's smallest unit: its own once the call ends well. A call that pays 2^64 or more to a function that reads this does not run. */
    readonly value: u64;
  };
  /** The finalised block that holds the task's record. */
  protected readonly block: {
    readonly height: u64;
    /** Seconds, as that block has them. */
    readonly time: u64;
  };
}

/** One entry as the contract reads it: the secret record and, in public, who sent it. */
type Entry<T> = T & { readonly sender: Address };
interface Entries<T> extends ReadonlyArray<Entry<T>> {
  /** Of each sender's entries only the last one. */
  lastBySender(): Entries<T>;
}
/** Sealed entries that anyone may append on chain. */
interface Inbox<T> {
  readonly '~entry'?: T;
  /** The entries of blocks up to \`height\` that no task has taken yet. */
  upTo(height: u64): Entries<T>;
}
declare function inbox<T>(): Inbox<T>;

/** Values by public key, in the order in which the keys came. */
interface KeyedMap<K, V> {
  /** The value there, or the zero of its type. */
  get(key: K): V;
  has(key: K): bool;
  /** Under a secret condition the key is there either way, and the value only where the condition holds. */
  set(key: K, value: V): void;
  delete(key: K): void;
  readonly size: u32;
  keys(): K[];
  [Symbol.iterator](): IterableIterator<[K, V]>;
}
declare function map<K, V>(): KeyedMap<K, V>;
/** An array whose length is part of its type: several secrets as one argument, one member of an entry, one field. */
interface FixedArray<T, Length extends number> extends Array<T> {
  readonly '~length'?: Length;
}

/** Bytes whose number is part of their type: a hash, a code, a message. Two of them are compared by \`===\`, and public ones are keys of maps. */
type Bytes<Length extends number> = FixedArray<u8, Length>;
/** Bytes written out, two digits each: \`hex('c0ffee')\`. */
declare function hex<Length extends number>(digits: string): Bytes<Length>;
/** Whether two arrays of one length hold the same elements. The length is public. */
declare function equal(
  a: readonly (number | boolean | Address | SecretAddress)[],
  b: readonly (number | boolean | Address | SecretAddress)[],
): boolean;
/** \`length\` zeros. The length is public. */
declare function zeros<T extends number | boolean>(length: u64): T[];
/** Opens a value to everyone. The reason is a literal and is listed in the contract's report. */
declare function reveal<T extends number | boolean | SecretAddress | readonly (number | boolean)[]>(
  value: T,
  reason: string,
): Public<T>;
/** Opens a value to the sender of the task alone. */
declare function sendTo<T extends number | boolean | SecretAddress | readonly (number | boolean)[]>(
  to: Address,
  value: T,
  reason: string,
): void;
/** A result that goes to the sender of the task alone. Without it a function may return only what came from him in this call. */
declare function toCaller<T>(value: T, reason: string): T;
/** Tells everyone a name and public facts. */
declare function emit(name: string, facts?: object): void;
/** Marks a function that reads public state and leaves no record. */
declare function view(method: unknown, context: ClassMethodDecoratorContext): void;
/** Marks a function that writes nothing: its tasks wait for no other, and see the state as it was settled in their own block. */
declare function read(method: unknown, context: ClassMethodDecoratorContext): void;
/** Marks a function that any keeper may trigger once the height in the named \`readonly\` field of type u64 is final. */
declare function atBlock(field: string): (method: unknown, context: ClassMethodDecoratorContext) => void;

/** Conversions: trap outside the type when public, keep the low bits when secret, and are free when the range proves them. */
declare function u8<T extends number | boolean>(value: T): Converted<T, 'range' | 'u8'>;
declare function u16<T extends number | boolean>(value: T): Converted<T, 'range' | 'u8' | 'u16'>;
declare function u32<T extends number | boolean>(value: T): Converted<T, 'range' | 'u8' | 'u16' | 'u32'>;
declare function u64<T extends number | boolean>(value: T): Converted<T, 'range' | 'u8' | 'u16' | 'u32' | 'u64'>;
declare function i8<T extends number | boolean>(value: T): Converted<T, 'range' | 'i8'>;
declare function i16<T extends number | boolean>(value: T): Converted<T, 'range' | 'u8' | 'i8' | 'i16'>;
declare function i32<T extends number | boolean>(value: T): Converted<T, 'range' | 'u8' | 'u16' | 'i8' | 'i16' | 'i32'>;
declare function i64<T extends number | boolean>(
  value: T,
): Converted<T, 'range' | 'u8' | 'u16' | 'u32' | 'i8' | 'i16' | 'i32' | 'i64'>;
type Converted<T, Tags> = T extends { readonly '~'?: infer From }
  ? unknown extends From
    ? number & { readonly '~'?: Tags }
    : number & { readonly '~'?: Tags | ('secret' extends From ? 'secret' : never) }
  : number & { readonly '~'?: Tags };
/** The smaller and the larger of two. */
declare function min<T extends number>(a: T, b: T): T;
declare function max<T extends number>(a: T, b: T): T;
/** Where the largest stands, the first of equals; 0 where there is none. */
declare function argmax<T extends number>(values: readonly T[]): IndexOf<T>;
type IndexOf<T> = T extends { readonly '~'?: infer Tags }
  ? 'secret' extends Tags
    ? number & { readonly '~'?: 'range' | 'u8' | 'u16' | 'u32' | 'secret' }
    : u32
  : u32;
/** The sum of the products of two arrays of one length. */
declare function dot<A extends number, B extends number>(a: readonly A[], b: readonly B[]): A | B;
/** The product of two matrices, given by their rows. */
declare function matmul<A extends number, B extends number>(
  a: readonly (readonly A[])[],
  b: readonly (readonly B[])[],
): (A | B)[][];
/** Of each element the sum of it and all before it. */
declare function prefixSums<T extends number>(values: readonly T[]): T[];
/** The elements that are kept, in their order, then zeros: as many as before, so that nobody sees how many were kept. */
declare function compact<T>(values: readonly T[], keep: readonly boolean[]): T[];
/** Bits, lowest first, and the integer that they make: \`fromBits<u32>(…)\`. Those that are missing are zero, those above its width are dropped. */
declare function bits<T extends number>(x: T): BitOf<T>[];
declare function fromBits<T extends number>(list: readonly boolean[]): T;
type BitOf<T> = T extends { readonly '~'?: infer Tags } ? ('secret' extends Tags ? Secret<bool> : bool) : bool;
/** a·b/c of the exact product, toward zero: no intermediate result has to fit. */
declare function mulDiv<T extends number>(a: T, b: T, c: T): T;
/** The greatest integer whose square is at most x. */
declare function isqrt<T extends number>(x: T): T;
/** The size of a number, and a number inside two bounds. */
declare function abs<T extends number>(x: T): T;
declare function clamp<T extends number>(x: T, low: T, high: T): T;
/** a − b, or zero where b is larger. */
declare function satSub<T extends number>(a: T, b: T): T;
/** The elements in ascending order of a number that each has, or in descending order; those of equal numbers as they stood. */
declare function sortBy<T>(
  values: readonly T[],
  key: (value: T, index: u32) => number,
  order?: 'ascending' | 'descending',
): T[];
/** Says that a secret sum, difference, product or quotient may wrap here on purpose. */
declare function wrapping<T extends number | readonly number[] | readonly (readonly number[])[]>(value: T): T;

/** Secret random values, which no node chooses or sees. Each call draws once, under a secret condition as well. Not in a constructor or a view. */
declare const random: {
  /** An integer all whose bits are uniform: \`random.bits<u32>()\`. */
  bits<T extends number>(): Secret<T>;
  bool(): Secret<bool>;
  /** Uniform from 0 to \`bound\` − 1; stops the task where \`bound\` is 0. */
  below(bound: u32): Secret<u32>;
  /** 0 to \`length\` − 1 in an order of which each is as likely as any other. */
  permutation(length: u32): Secret<u32>[];
  /** The elements in such an order. */
  shuffle<T>(values: readonly T[]): T[];
};
/** What stood in place \`order[i]\` in place \`i\`, for an order from \`random.permutation\` in the same function. */
declare function permute<T>(values: readonly T[], order: readonly Secret<u32>[]): T[];

declare namespace NodeJS {
  interface Require {
    /** Stops the task unless the public condition holds. */
    (condition: bool, message: string): void;
  }
}
declare var require: NodeJS.Require;
`;

/** What of the JavaScript library exists for a contract. Nothing else does, so TypeScript itself refuses the rest. */
export const baseText: string = `
interface Object {}
interface Function {}
interface CallableFunction {}
interface NewableFunction {}
interface IArguments {}
interface Number {}
interface Boolean {}
interface String {}
interface RegExp {}
interface SymbolConstructor { readonly iterator: unique symbol; }
declare var Symbol: SymbolConstructor;
interface IteratorResult<T> { done: boolean; value: T; }
interface Iterator<T, R = any, N = any> { next(value?: any): IteratorResult<T>; }
interface Iterable<T, R = any, N = any> { [Symbol.iterator](): Iterator<T, R, N>; }
interface IterableIterator<T, R = any, N = any> extends Iterator<T, R, N> { [Symbol.iterator](): IterableIterator<T, R, N>; }
interface ReadonlyArray<T> {
  readonly length: u32;
  readonly [index: number]: T;
  map<U>(each: (value: T, index: u32) => U): U[];
  reduce<U>(step: (total: U, value: T, index: u32) => U, start: U): U;
  slice(start?: u64, end?: u64): T[];
  concat(...others: readonly (readonly T[])[]): T[];
  some(holds: (value: T, index: u32) => unknown): boolean;
  every(holds: (value: T, index: u32) => unknown): boolean;
  includes(value: T): boolean;
  indexOf(value: T): i32;
  [Symbol.iterator](): IterableIterator<T>;
}
interface Array<T> {
  readonly length: u32;
  [index: number]: T;
  push(value: T): void;
  pop(): T;
  map<U>(each: (value: T, index: u32) => U): U[];
  reduce<U>(step: (total: U, value: T, index: u32) => U, start: U): U;
  slice(start?: u64, end?: u64): T[];
  concat(...others: readonly (readonly T[])[]): T[];
  some(holds: (value: T, index: u32) => unknown): boolean;
  every(holds: (value: T, index: u32) => unknown): boolean;
  includes(value: T): boolean;
  indexOf(value: T): i32;
  fill(value: T): T[];
  [Symbol.iterator](): IterableIterator<T>;
}
interface ClassMethodDecoratorContext<This = unknown, Value = unknown> { readonly kind: 'method'; readonly name: string; }
type Exclude<T, U> = T extends U ? never : T;
`;
