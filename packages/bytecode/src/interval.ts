/**
 * Bounds of secret integers. An engine that works in F_p lets a sum or product grow and reduces it mod 2^w only when its bounds leave the type; which
 * operations need that is part of the meaning of cost, so the rule stands here and is versioned with the format.
 */
import type { TotalOp } from './arithmetic.ts';
import type { TypeRef } from './module.ts';
import { boundsOf, type Types } from './types.ts';

export interface Interval {
  readonly least: bigint;
  readonly most: bigint;
}

export function interval(least: bigint, most: bigint): Interval {
  return { least, most };
}

export function exactly(value: bigint): Interval {
  return { least: value, most: value };
}

/** All values of a leaf type. */
export function intervalOf(types: Types, type: TypeRef): Interval {
  const [least, most] = boundsOf(types, type);
  return { least, most };
}

export function hull(...parts: readonly Interval[]): Interval {
  return {
    least: parts.map(({ least }) => least).reduce((a, b) => (a < b ? a : b)),
    most: parts.map(({ most }) => most).reduce((a, b) => (a > b ? a : b)),
  };
}

/** Bounds before any reduction; quotients and remainders need none. */
export function exactInterval(op: Exclude<TotalOp, 'div' | 'rem'>, a: Interval, b: Interval): Interval {
  switch (op) {
    case 'add':
      return interval(a.least + b.least, a.most + b.most);
    case 'sub':
      return interval(a.least - b.most, a.most - b.least);
    case 'mul':
      return hull(...[a.least * b.least, a.least * b.most, a.most * b.least, a.most * b.most].map(exactly));
    case 'min':
      return interval(a.least < b.least ? a.least : b.least, a.most < b.most ? a.most : b.most);
    case 'max':
      return interval(a.least > b.least ? a.least : b.least, a.most > b.most ? a.most : b.most);
  }
}

export function sumInterval(elements: readonly Interval[]): Interval {
  return elements.reduce((sum, element) => exactInterval('add', sum, element), exactly(0n));
}

/** Whether every value lies in the type, so that exact and reduced agree and no reduction is needed. */
export function fits(types: Types, type: TypeRef, bounds: Interval): boolean {
  const [least, most] = boundsOf(types, type);
  return bounds.least >= least && bounds.most <= most;
}

/** Bounds of the operation's result, and whether a reduction mod 2^w stands before them. */
export function reduced(
  types: Types,
  type: TypeRef,
  bounds: Interval,
): { readonly bounds: Interval; readonly reduction: boolean } {
  return fits(types, type, bounds)
    ? { bounds, reduction: false }
    : { bounds: intervalOf(types, type), reduction: true };
}

/** Bits of an unsigned value with these bounds; signed ones count their sign bit. */
export function bitsOf({ least, most }: Interval): number {
  const magnitude = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length);
  if (least >= 0n) return Math.max(1, magnitude(most));
  return 1 + Math.max(magnitude(-least - 1n), magnitude(most < 0n ? -most - 1n : most));
}
