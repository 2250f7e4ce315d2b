// What lowering carries along: the block being written, what names stand for, and whether a secret condition is deciding.
import type ts from 'typescript';
import type { Label } from '@enigma/bytecode';
import type { ContractShape } from '../contract.ts';
import type { Facts } from '../diagnostic.ts';
import type { Writer } from '../ir.ts';
import type { MessageKey } from '../messages.ts';
import { stepsMax } from '../limits.ts';
import type { Shape } from '../shape.ts';
import type { Alias } from './alias.ts';
import type { Order, ScalarValue, Value } from './value.ts';

/** A local by its symbol, a field as `this.name`. */
export type Key = ts.Symbol | string;

export interface Binding {
  /** Undefined after a refusal: using it is refused in silence. */
  readonly value: Value | undefined;
  /** What assignments are converted to; undefined for records and arrays, which keep their own. */
  readonly shape: Shape | undefined;
  /** The label the author wrote; undefined where it follows the value. */
  readonly label: Label | undefined;
  readonly name: string;
  readonly counts?: boolean;
  readonly alias?: boolean;
  /** Of a second name: what it names. */
  readonly of?: Alias;
}

export type Env = ReadonlyMap<Key, Binding>;

export interface Report {
  (key: MessageKey, node: ts.Node, facts?: Facts): void;
}

export interface Context {
  readonly checker: ts.TypeChecker;
  readonly contract: ContractShape;
  readonly write: Writer;
  readonly meter: { steps: number; writes: number };
  /** Where loops remember what they had to assume last time, by place and path of inlining. */
  readonly remembered: Map<string, readonly Label[]>;
  readonly kind: 'ctor' | 'function' | 'scheduled';
  /** The path of what `this` is here: of a component, or empty for the contract. */
  self: string;
  env: Map<Key, Binding>;
  report: Report;
  /** How many secret conditions are around this point, and which, each as it holds here. */
  secret: number;
  conditions: readonly { readonly value: ScalarValue; readonly holds: boolean }[];
  /** Inside `wrapping(…)`. */
  wrapping: boolean;
  orders: readonly Order[];
  /** When arrays and records were last written in place. */
  written: ReadonlyMap<Key, number>;
  /** Of each loop around this point the names from outside that it assigns. */
  rounds: readonly ReadonlySet<Key>[];
  /** Names being inlined, innermost last. */
  path: readonly string[];
  /** What a `return` here is converted to. */
  returns: Shape | undefined;
}

/** Leaves the statement being lowered; what is wrong has been reported. */
export class Halt extends Error {}

/** Reports and leaves the statement. */
export function refuse(cx: Context, key: MessageKey, node: ts.Node, facts?: Facts): never {
  cx.report(key, node, facts);
  throw new Halt();
}

export class TooComplex extends Error {}

/** Counts work, so that no text keeps the compiler busy. */
export function step(cx: Context): void {
  if (++cx.meter.steps > stepsMax) throw new TooComplex();
}

export function fieldKey(name: string): string {
  return `this.${name}`;
}

export function setValue(cx: Context, key: Key, value: Value): void {
  const binding = cx.env.get(key);
  if (binding !== undefined) cx.env.set(key, { ...binding, value });
}
