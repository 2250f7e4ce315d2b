// What the cost pass knows of a value: upper bounds of its number and lengths, and since which round it is there.
import { atMost, constant, plus, symbol, within, zero, type Bound } from './bound.ts';
import * as limits from './limits.ts';
import { atMostForm, FORM, type Form } from './price.ts';
import { scalarRefs, tableType, type Declared, type TypeRef } from './module.ts';
import { boundsOf, elementTypeOf, isLeaf, type Types } from './types.ts';

/** Since the round in which each value is there: from the start, and from the carried values of each open loop it depends on. */
export type Depth = readonly (Bound | undefined)[];

/** The greatest public number, lengths of its vectors from outside in, when it is ready. */
export interface Known {
  readonly most: Bound;
  readonly lengths: readonly Bound[];
  readonly depth: Depth;
  /** Of its secret scalars, the one that takes most work before it can be used. */
  readonly form: Form;
}

/** The longest vector there is: a count above it ends the task before anything is done. */
export const cap: Bound = constant(limits.VECTOR_LENGTH_MAX);
export const typeCap: Bound = constant((1n << 64n) - 1n);

/** Trips: at most the bound of the count, and never more than a vector may have. */
export function countOf(count: Known): Bound {
  return within(cap, count.most) ? cap : count.most;
}

export function indexOf(count: Known): Known {
  return { most: countOf(count), lengths: [], depth: [zero], form: FORM.plain };
}

export function joinKnown(a: Known, b: Known): Known {
  return {
    most: atMost(a.most, b.most),
    lengths: joinLengths([a, b]),
    depth: joinDepths([a.depth, b.depth]),
    form: atMostForm(a.form, b.form),
  };
}

export function joinLengths(values: readonly Known[]): readonly Bound[] {
  const deepest = Math.max(0, ...values.map(({ lengths }) => lengths.length));
  return Array.from({ length: deepest }, (_, i) => values.map(({ lengths }) => lengths[i] ?? zero).reduce(atMost));
}

export function joinForms(values: readonly Known[]): Form {
  return values.map(({ form }) => form).reduce(atMostForm, FORM.plain);
}

export function joinDepths(depths: readonly Depth[]): Depth {
  const longest = Math.max(1, ...depths.map((depth) => depth.length));
  return Array.from({ length: longest }, (_, i) => {
    const there = depths.map((depth) => depth[i]).filter((bound) => bound !== undefined);
    return there.length === 0 ? (i === 0 ? zero : undefined) : there.reduce(atMost);
  });
}

export function later(depth: Depth, rounds: Bound): Depth {
  return depth.map((bound) => bound && plus(bound, rounds));
}

/** Depth of a carried value inside its loop: nothing yet, counted from the loop's own level. */
export function marker(level: number): Depth {
  return Array.from({ length: level + 1 }, (_, i) => (i === level ? zero : undefined));
}

export function typeMost(types: Types, type: TypeRef): Bound {
  return isLeaf(types, type) && type !== scalarRefs.address ? constant(boundsOf(types, type)[1]) : typeCap;
}

/** An unsigned public scalar with a name is a size of its own; anything else has its type's bound. */
export function namedMost(types: Types, declared: Declared, name: string): Bound {
  const unsigned =
    isLeaf(types, declared.type) && declared.type !== scalarRefs.address && boundsOf(types, declared.type)[0] === 0n;
  return declared.label === 'p' && unsigned ? symbol(name) : typeMost(types, declared.type);
}

/** Lengths of a type from outside in: an array's own, a vector's the name where it has one, else the longest there is. */
export function lengthsOf(types: Types, type: TypeRef, name: string | undefined): readonly Bound[] {
  const lengths: Bound[] = [];
  for (let at: TypeRef | undefined = type, depth = 0; at !== undefined; at = elementTypeOf(types, at), depth++) {
    const entry = tableType(types, at);
    if (entry?.kind === 'array') lengths.push(constant(entry.length));
    else if (entry?.kind === 'vector') lengths.push(name !== undefined && depth === 0 ? symbol(name) : cap);
  }
  return lengths;
}
