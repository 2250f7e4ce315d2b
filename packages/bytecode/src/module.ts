/**
 * The module in memory: what the compiler builds, the decoder returns and every later stage reads. Plain readonly data; nothing here is trusted until
 * `verify` has returned a `Verified`.
 *
 * Values are numbered once per function and never reused: parameters first, then, in the order of the bytes, the parameters of each region and the results of
 * each instruction (an instruction with regions numbers its results after them). On the wire an operand is the distance back from the next number.
 */
import type { OpName } from './opcodes.ts';

/** p: every node and the public may know it. s: no seat may. */
export type Label = 'p' | 's';

/** Index of a value inside its function. */
export type ValueId = number;

/** Below `firstTableType` a built-in scalar (see `scalarRefs`), from there on an entry of `Module.types`. */
export type TypeRef = number;

export const firstTableType = 32;

/** Numbers of the built-in scalars; the gaps belong to u128, i128, bytes32 and fixed point, which no version runs yet. */
export const scalarRefs: {
  readonly bool: 0;
  readonly u8: 1;
  readonly u16: 2;
  readonly u32: 3;
  readonly u64: 4;
  readonly i8: 6;
  readonly i16: 7;
  readonly i32: 8;
  readonly i64: 9;
  readonly address: 11;
} = { bool: 0, u8: 1, u16: 2, u32: 3, u64: 4, i8: 6, i16: 7, i32: 8, i64: 9, address: 11 };

export type ScalarName = keyof typeof scalarRefs;

/** An integer 0..max, the language's `Range<0, max>`: stored and sent in its own width, computed with only after a `cast` to a built-in integer. */
export interface RangeType {
  readonly kind: 'range';
  readonly max: bigint;
}

/**
 * A record. A member marked "s" is secret even in a record whose value label is p (that is how an inbox element holds a public sender beside a sealed entry);
 * a member marked "p" has the label of the value it sits in.
 */
export interface RecordType {
  readonly kind: 'record';
  readonly members: readonly Member[];
}

export interface Member {
  readonly name: string;
  readonly type: TypeRef;
  readonly label: Label;
}

/** A vector whose length is public and part of the value, not of the type. */
export interface VectorType {
  readonly kind: 'vector';
  readonly element: TypeRef;
}

/** An array whose length is part of its type: what an argument or an entry of fixed size holds. */
export interface ArrayType {
  readonly kind: 'array';
  readonly element: TypeRef;
  readonly length: number;
}

export type TableType = RangeType | RecordType | VectorType | ArrayType;

/** A scalar constant. Integers as themselves, bool 0 or 1, an address only as zero (`addr.const` is an opcode of its own, so that it can be listed). */
export interface Constant {
  readonly type: TypeRef;
  readonly value: bigint;
}

/**
 * state: written by any function. readonly: written by the constructor alone. inbox: sealed entries appended on chain, its type the entry's record. map: entries
 * by public key in the order of insertion, its type the vector of {key, value}; only the map opcodes reach it.
 */
export type FieldKind = 'state' | 'readonly' | 'inbox' | 'map';

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly type: TypeRef;
  readonly label: Label;
}

/** reveal: to everyone. send: to one address. return: a secret result, to the caller. */
export type ReleaseKind = 'reveal' | 'send' | 'return';

/** One place where a secret leaves; its instruction (or result) names it by index. The reason is what people read in the policy report. */
export interface Release {
  readonly kind: ReleaseKind;
  readonly reason: string;
}

/** What a function says: the text of `require`, or `Name(member,…)` of an event, and the types of its public facts. */
export interface ContractError {
  readonly text: string;
  readonly facts: readonly TypeRef[];
}

/**
 * ctor: at deployment. call: by a task. read: by a task that leaves the state as it is, and so waits for no other. view: by whoever asks, without a record. scheduled: by
 * anyone once the height is final. internal: by `call` alone.
 */
export type FunctionKind = 'ctor' | 'call' | 'view' | 'scheduled' | 'internal' | 'read';

export interface Parameter {
  readonly name: string;
  readonly type: TypeRef;
  readonly label: Label;
  /** Whose data a secret argument is. */
  readonly owner: 'sender' | 'contract';
}

export interface ResultType {
  readonly type: TypeRef;
  readonly label: Label;
  /** Index into `releases` of the return site; required exactly when a callable function returns a secret. */
  readonly release?: number;
}

export interface ModuleFunction {
  /** From keccak("name(type,…)") and the kind, see `selectorOf`. */
  readonly selector: `0x${string}`;
  readonly name: string;
  readonly kind: FunctionKind;
  /** scheduled only: index of the readonly public u64 field that holds the height. */
  readonly atBlock?: number;
  readonly params: readonly Parameter[];
  readonly results: readonly ResultType[];
  /** Its region parameters are none (parameters are the function's); its yield gives the results. */
  readonly body: Region;
}

/** A parameter of a region, with the type and label that loops declare like stack maps. */
export interface Declared {
  readonly type: TypeRef;
  readonly label: Label;
}

/** A straight list that ends in exactly one `yield`. */
export interface Region {
  /** Number of its first parameter; the region of a function or of an `if` has none. */
  readonly firstParam: ValueId;
  /** How many values the region receives: see `regionParams` in the opcode table. */
  readonly paramCount: number;
  readonly instructions: readonly Instruction[];
}

export interface Instruction {
  readonly op: OpName;
  /** Meaning and order by the opcode table: type, constant, field, release, … */
  readonly immediates: readonly number[];
  readonly operands: readonly ValueId[];
  /** Carried values of `for` and general `fold`: types and labels, checked at entry and at yield. */
  readonly carried?: readonly Declared[];
  readonly regions?: readonly Region[];
  /** Number of its first result; meaningful only if `resultCount` > 0. */
  readonly result: ValueId;
  readonly resultCount: number;
}

export interface Module {
  readonly version: number;
  readonly gasVersion: number;
  readonly types: readonly TableType[];
  readonly consts: readonly Constant[];
  readonly fields: readonly Field[];
  readonly releases: readonly Release[];
  readonly errors: readonly ContractError[];
  readonly functions: readonly ModuleFunction[];
}

/** The table entry behind a reference, or undefined for a built-in scalar or a reference outside the table. */
export function tableType(types: readonly TableType[], ref: TypeRef): TableType | undefined {
  return ref < firstTableType ? undefined : types[ref - firstTableType];
}
