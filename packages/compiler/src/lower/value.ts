// What an expression is while it is lowered: a value of the bytecode together with what is known of it.
import type { Label } from '@enigma/bytecode';
import { boundsOf, type IntShape, type RecordShape, type Shape, type VectorShape } from '../shape.ts';
import { exactly, union, type Interval } from '../interval.ts';
import type { Ref } from '../ir.ts';

/** The value is that of `base` (or each element is some element of it) plus something from `low` to `high`, unless it wrapped. */
export interface Distance extends Interval {
  readonly base: Ref;
}

/** `low` is known to be at most `high`, as values. */
export interface Order {
  readonly low: Ref;
  readonly high: Ref;
}

export interface ScalarValue {
  readonly kind: 'scalar';
  readonly ref: Ref;
  readonly shape: Shape;
  readonly label: Label;
  readonly range: Interval;
  readonly from?: Distance;
  /** Values it is strictly below: a loop variable is below its bound. */
  readonly below?: readonly Ref[];
  /** Values it is at most. */
  readonly atMost?: readonly Ref[];
  /** What a condition says when it holds and when it does not. */
  readonly holds?: readonly Order[];
  readonly fails?: readonly Order[];
  /** Of `toCaller`: why its caller may read it. */
  readonly reason?: string;
}

export interface VectorValue {
  readonly kind: 'vector';
  readonly ref: Ref;
  readonly element: Shape;
  readonly label: Label;
  /** Of the elements, where they are integers. */
  readonly range: Interval;
  readonly from?: Distance;
  readonly length: ScalarValue | undefined;
  /** The length, where it is part of the type. */
  readonly fixed?: number | undefined;
  /** The field that holds it now. */
  readonly field?: string;
  readonly reason?: string;
  /** Elements are inbox entries. */
  readonly entries?: boolean;
}

/** A record that is one value of the bytecode. */
export interface ObjectValue {
  readonly kind: 'object';
  readonly ref: Ref;
  readonly shape: RecordShape;
  readonly label: Label;
  readonly entry?: boolean;
}

/** A record that exists only while compiling: its members are values of their own. */
export interface RecordValue {
  readonly kind: 'record';
  readonly members: ReadonlyMap<string, Value>;
}

/** An integer whose width is not yet said. */
export interface LiteralValue {
  readonly kind: 'literal';
  readonly value: bigint;
}

export interface InboxValue {
  readonly kind: 'inbox';
  readonly field: string;
}

/** A field that maps public keys to values; only its methods can be used. */
export interface MapValue {
  readonly kind: 'map';
  readonly field: string;
  /** Of a map in a map: the keys that lead to it. */
  readonly keys: readonly Leaf[];
}

/** A literal text: a choice whose type is not yet said. */
export interface TextValue {
  readonly kind: 'text';
  readonly value: string;
}

export interface NothingValue {
  readonly kind: 'nothing';
}

export type Value =
  | ScalarValue
  | VectorValue
  | ObjectValue
  | RecordValue
  | LiteralValue
  | TextValue
  | InboxValue
  | MapValue
  | NothingValue;
/** A value that is one value of the bytecode. */
export type Leaf = ScalarValue | VectorValue | ObjectValue;

export const nothing: NothingValue = { kind: 'nothing' };

export function scalar(ref: Ref, shape: Shape, label: Label, range: Interval = boundsOf(shape)): ScalarValue {
  return { kind: 'scalar', ref, shape, label, range };
}

export function isInt(value: Value): value is ScalarValue & { readonly shape: IntShape } {
  return value.kind === 'scalar' && value.shape.kind === 'int';
}

export function shapeOf(leaf: Leaf): Shape {
  return leaf.kind === 'vector' ? vectorShape(leaf) : leaf.shape;
}

export function vectorShape({ element, fixed }: VectorValue): VectorShape {
  return { kind: 'vector', element, ...(fixed === undefined ? {} : { length: fixed }) };
}

/** The leaves of a value in member order. */
export function leavesOf(value: Value): readonly Leaf[] {
  if (value.kind === 'record') return [...value.members.values()].flatMap(leavesOf);
  return value.kind === 'scalar' || value.kind === 'vector' || value.kind === 'object' ? [value] : [];
}

/** The value with other leaves, in the order of `leavesOf`. */
export function withLeaves(value: Value, leaves: readonly Leaf[]): Value {
  let next = 0;
  const rebuild = (part: Value): Value => {
    if (part.kind === 'record')
      return { kind: 'record', members: new Map([...part.members].map(([name, member]) => [name, rebuild(member)])) };
    return part.kind === 'scalar' || part.kind === 'vector' || part.kind === 'object' ? leaves[next++]! : part;
  };
  return rebuild(value);
}

/** The leaf under another number and label, keeping only what stays true of any value of that range. */
export function renamed(leaf: Leaf, ref: Ref, label: Label): Leaf {
  if (leaf.kind === 'object') return { ...leaf, ref, label };
  if (leaf.kind === 'vector')
    return {
      kind: 'vector',
      ref,
      element: leaf.element,
      label,
      range: leaf.range,
      length: leaf.length,
      fixed: leaf.fixed,
      entries: leaf.entries ?? false,
    };
  return scalar(ref, leaf.shape, label, leaf.range);
}

export function mergeDistance(a: Distance | undefined, b: Distance | undefined): Distance | undefined {
  return a !== undefined && b !== undefined && a.base === b.base ? { base: a.base, ...union(a, b) } : undefined;
}

/** Distance of a leaf to itself, so that a loop can measure how far it moves. */
export function startingHere<L extends Leaf>(leaf: L): L {
  return leaf.kind === 'object' ? leaf : { ...leaf, from: { base: leaf.ref, ...exactly(0n) } };
}
