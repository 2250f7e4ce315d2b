// What goes into a run and what comes out of it, whatever stands for a secret scalar.
import type { CompareOp, LogicOp, ShiftOp, TotalOp } from './arithmetic.ts';
import type { TypeRef } from './module.ts';
import type { OpenMode } from './openMode.ts';
import type { Leaf, Scalar, Value } from './value.ts';

/**
 * What an engine gives for secret scalars. In each call at least one operand is secret; a bigint operand is public and an engine may profit from it. Results
 * are exact, then reduced into the type, whatever the engine holds inside: see `interval.ts` for when that costs something.
 */
export interface SecretAlgebra<S> {
  total(op: TotalOp, type: TypeRef, a: Scalar<S>, b: Scalar<S>): Scalar<S>;
  /** On leaves of one type, an address limb by limb; `lt` also on ranges (admission). Result: a bit. */
  compare(op: CompareOp, type: TypeRef, a: Scalar<S>, b: Scalar<S>): Scalar<S>;
  /** On bools, and on integers bit by bit. */
  logic(op: LogicOp, type: TypeRef, a: Scalar<S>, b: Scalar<S>): Scalar<S>;
  not(type: TypeRef, a: Scalar<S>): Scalar<S>;
  /** Exact product, then the quotient toward zero, then mod 2^w; 0 where `c` is. */
  muldiv(type: TypeRef, a: Scalar<S>, b: Scalar<S>, c: Scalar<S>): Scalar<S>;
  /** ⌊√a⌋ of an unsigned secret. */
  isqrt(type: TypeRef, a: S): Scalar<S>;
  /** Its bits, lowest first. */
  bits(type: TypeRef, a: S): readonly Scalar<S>[];
  /** The integer of these bits, at most as many as it has; those above are zero. */
  frombits(type: TypeRef, bits: readonly Scalar<S>[]): Scalar<S>;
  /** The entry of a public table at a secret place, zero outside. */
  lut(type: TypeRef, table: readonly bigint[], place: S): Scalar<S>;
  /** By 0 to 255 places. */
  shift(op: ShiftOp, type: TypeRef, a: Scalar<S>, amount: Scalar<S>): Scalar<S>;
  select(type: TypeRef, condition: Scalar<S>, whenTrue: Scalar<S>, whenFalse: Scalar<S>): Scalar<S>;
  cast(from: TypeRef, to: TypeRef, a: Scalar<S>): Scalar<S>;
  sum(type: TypeRef, elements: readonly Scalar<S>[]): Scalar<S>;
  /** Σ a·b of pairs, at least one of which holds a secret. */
  dot(type: TypeRef, pairs: readonly (readonly [Scalar<S>, Scalar<S>])[]): Scalar<S>;
  /** Columns of one length, each of leaves of one type: in each what is kept goes to the front, in order, and zeros behind it. At least one bit is secret. */
  compact(
    types: readonly TypeRef[],
    keep: readonly Scalar<S>[],
    columns: readonly (readonly Scalar<S>[])[],
  ): readonly (readonly Scalar<S>[])[];
  /** [index = 0], [index = 1], … of a secret index: one flag for each of so many places, of which at most one holds. */
  flags(type: TypeRef, index: Scalar<S>, count: number): readonly Scalar<S>[];
  /** The one of the values whose flag holds, else zero. At least one flag is secret, and at most one holds. */
  pick(type: TypeRef, flags: readonly Scalar<S>[], values: readonly Scalar<S>[]): Scalar<S>;
  /** The values, with `value` in the place whose flag holds. All flags are secret. */
  replace(
    type: TypeRef,
    flags: readonly Scalar<S>[],
    value: Scalar<S>,
    values: readonly Scalar<S>[],
  ): readonly Scalar<S>[];
  /** The columns in the order that the keys have when sorted, ascending and stable. At least one key is secret, and every column has as many scalars as there are keys. */
  sorted(type: TypeRef, keys: readonly Scalar<S>[], columns: readonly Column<S>[]): readonly (readonly Scalar<S>[])[];
  /** The columns in an order that `randomOrder` gave: what stood in place order[i] stands in place i. */
  permuted(order: readonly Scalar<S>[], columns: readonly Column<S>[]): readonly (readonly Scalar<S>[])[];
  /** The next entry: 0 … count − 1 in a uniform order; count is not 0. */
  randomOrder(count: number): readonly Scalar<S>[];
  /** The next entry of the tape (`tape.ts`), a bool or integer. */
  randomBits(type: TypeRef): Scalar<S>;
  /** The next entry, a u32: ⌊R·bound / 2^96⌋ for 96 uniform bits R, 1 ≤ bound < 2^32. */
  randomBelow(bound: bigint): Scalar<S>;
}

/** Leaves that stand in one place of many values: those of one member of all records of a vector. */
export interface Column<S> {
  readonly type: TypeRef;
  readonly scalars: readonly Scalar<S>[];
}

/** An accepted entry of the inbox: its public facts and its secret leaves in declared order. */
export interface InboxEntry<S> {
  readonly sender: bigint;
  readonly index: bigint;
  readonly height: bigint;
  readonly values: readonly Scalar<S>[];
}

export interface TaskContext {
  readonly sender: bigint;
  readonly self: bigint;
  readonly height: bigint;
  readonly time: bigint;
  /** What the call pays: below 2^64 where the function reads it. */
  readonly value: bigint;
  readonly seats: number;
  readonly threshold: number;
}

export interface Inputs<S> {
  readonly args: readonly Value<S>[];
  /** By field; the inbox's place holds anything. */
  readonly state: readonly Value<S>[];
  /** Accepted and not yet consumed, by ascending index; accepted entries of one sender have rising nonces. */
  readonly inbox: readonly InboxEntry<S>[];
  readonly context: TaskContext;
  readonly openMode: OpenMode;
}

/** Asks for public values. `admission`: whether a secret argument lies in its range. `reveal`: a release that opens while the task runs. */
export interface OpenRequest<S> {
  readonly purpose: 'admission' | 'reveal';
  readonly release?: number;
  readonly leaves: readonly Leaf<S>[];
}

/** What goes out masked, leaf by leaf. `everyone` is block 0, `caller` the block of the task's sender; an empty list is no block. */
export interface Outputs<S> {
  readonly everyone: readonly Leaf<S>[];
  readonly caller: readonly Leaf<S>[];
}

/** An event: its entry in the module's errors, and the facts it tells. */
export interface Emitted {
  readonly error: number;
  readonly facts: readonly bigint[];
}

export interface Finished<S> {
  readonly status: 'ok';
  readonly results: readonly Value<S>[];
  readonly state: readonly Value<S>[];
  /** How many entries were consumed. */
  readonly taken: number;
  readonly outputs: Outputs<S>;
  /** In the order in which they were told. */
  readonly events: readonly Emitted[];
}

export interface Reverted {
  readonly status: 'revert';
  readonly code: number;
  /** Public facts of a contract error, with their types in the module's table. */
  readonly facts: readonly bigint[];
}

export interface BadInput {
  readonly status: 'badInput';
  /** Index of the argument. */
  readonly argument: number;
}

export type Ended<S> = Finished<S> | Reverted | BadInput;

export type Run<S> = Generator<OpenRequest<S>, Ended<S>, readonly bigint[]>;
