// Operations on scalars and on whole values of them: public operands with plain integers, anything with a secret in it by the algebra.
import {
  compare,
  bitsIn,
  complement,
  fit,
  logic,
  multiplyDivide,
  neutral,
  ofBits,
  shift,
  squareRoot,
  total,
  type CompareOp,
  type LogicOp,
  type ShiftOp,
  type TotalOp,
} from './arithmetic.ts';
import type { Budget } from './budget.ts';
import * as limits from './limits.ts';
import { scalarRefs, tableType, type Label, type TypeRef } from './module.ts';
import { foldOps, opcodes } from './opcodes.ts';
import { sortedOrder, sortSteps, switchSteps } from './order.ts';
import type { Column, SecretAlgebra } from './run.ts';
import { trap } from './trap.ts';
import { addressLimbs, boundsOf, widthOf, wrap, type Types } from './types.ts';
import {
  addressOf,
  elementOf,
  fromLeaves,
  leavesOf,
  limbsOf,
  mapLeaves,
  memberOf,
  record,
  vector,
  zeroOf,
  type Leaf,
  type RecordValue,
  type Scalar,
  type Value,
  type VectorValue,
} from './value.ts';

export class Scalars<S> {
  readonly #types: Types;
  readonly #algebra: SecretAlgebra<S>;
  readonly #budget: Budget;

  constructor(types: Types, algebra: SecretAlgebra<S>, budget: Budget) {
    this.#types = types;
    this.#algebra = algebra;
    this.#budget = budget;
  }

  total(op: TotalOp, type: TypeRef, a: Scalar<S>, b: Scalar<S>): Scalar<S> {
    return bothPublic(a, b) ? total(op, type, a as bigint, b as bigint) : this.#algebra.total(op, type, a, b);
  }

  compare(op: CompareOp, type: TypeRef, a: Scalar<S>, b: Scalar<S>): Scalar<S> {
    return bothPublic(a, b) ? compare(op, a as bigint, b as bigint) : this.#algebra.compare(op, type, a, b);
  }

  logic(op: LogicOp, type: TypeRef, a: Scalar<S>, b: Scalar<S>): Scalar<S> {
    return bothPublic(a, b) ? logic(op, a as bigint, b as bigint) : this.#algebra.logic(op, type, a, b);
  }

  not(type: TypeRef, a: Scalar<S>): Scalar<S> {
    return typeof a === 'bigint' ? complement(type, a) : this.#algebra.not(type, a);
  }

  /** Declared public through and through, it ends the task where it divides by zero or does not fit. */
  multiplyDivide(type: TypeRef, operands: readonly Scalar<S>[], declared: Label): Scalar<S> {
    const [a, b, c] = operands as [Scalar<S>, Scalar<S>, Scalar<S>];
    if (typeof a !== 'bigint' || typeof b !== 'bigint' || typeof c !== 'bigint')
      return this.#algebra.muldiv(type, a, b, c);
    if (declared === 's') return multiplyDivide(type, a, b, c);
    return c === 0n ? trap('divisionByZero') : fit(this.#types, type, (a * b) / c);
  }

  squareRoot(type: TypeRef, a: Scalar<S>): Scalar<S> {
    return typeof a === 'bigint' ? squareRoot(a) : this.#algebra.isqrt(type, a.scalar);
  }

  bits(type: TypeRef, a: Scalar<S>): readonly Scalar<S>[] {
    const width = widthOf(this.#types, type);
    this.#budget.step(width);
    return typeof a === 'bigint' ? bitsIn(width, a) : this.#algebra.bits(type, a.scalar);
  }

  /** What is above the type's width is dropped. */
  fromBits(type: TypeRef, bits: readonly Scalar<S>[]): Scalar<S> {
    const low = bits.slice(0, widthOf(this.#types, type));
    this.#budget.step(low.length);
    return low.every((bit) => typeof bit === 'bigint') ? ofBits(type, low) : this.#algebra.frombits(type, low);
  }

  /** The element of a public table, zero outside. */
  lookUp(type: TypeRef, table: readonly bigint[], place: Scalar<S>): Scalar<S> {
    this.#budget.step(table.length);
    if (typeof place !== 'bigint') return this.#algebra.lut(type, table, place.scalar);
    return place < BigInt(table.length) ? (table[Number(place)] as bigint) : 0n;
  }

  /** A public amount ends the task where it is the width or more; what is declared secret is not looked at, whoever knows it. */
  shift(op: ShiftOp, type: TypeRef, a: Scalar<S>, amount: Scalar<S>, declared: Label): Scalar<S> {
    if (declared === 'p' && (amount as bigint) >= BigInt(widthOf(this.#types, type))) trap('overflow');
    return bothPublic(a, amount)
      ? shift(op, type, a as bigint, amount as bigint)
      : this.#algebra.shift(op, type, a, amount);
  }

  cast(from: TypeRef, to: TypeRef, a: Scalar<S>): Scalar<S> {
    return typeof a === 'bigint' ? wrap(to, a) : this.#algebra.cast(from, to, a);
  }

  /** Limb by limb, and all of them. */
  sameAddress(a: Value<S>, b: Value<S>): Scalar<S> {
    if (typeof a === 'bigint' && typeof b === 'bigint') return compare('eq', a, b);
    const right = limbsOf(b);
    return limbsOf(a).reduce<Scalar<S>>(
      (all, limb, i) => this.and(all, this.compare('eq', addressLimbs[i] as TypeRef, limb, right[i] as Scalar<S>)),
      1n,
    );
  }

  and(a: Scalar<S>, b: Scalar<S>): Scalar<S> {
    if (a === 1n) return b;
    return b === 1n ? a : this.logic('and', scalarRefs.bool, a, b);
  }

  select(type: TypeRef, condition: Scalar<S>, whenTrue: Value<S>, whenFalse: Value<S>): Value<S> {
    if (type === scalarRefs.address) return this.#selectAddress(condition, whenTrue, whenFalse);
    if (isScalarValue(whenTrue) && isScalarValue(whenFalse)) {
      this.#budget.step(1);
      if (typeof condition === 'bigint') return condition === 1n ? whenTrue : whenFalse;
      if (typeof whenTrue === 'bigint' && whenTrue === whenFalse) return whenTrue;
      return this.#algebra.select(type, condition, whenTrue, whenFalse);
    }
    if (!isScalarValue(whenTrue) && whenTrue.kind === 'record') {
      const other = (whenFalse as RecordValue<S>).members;
      return record(
        whenTrue.members.map((member, i) =>
          this.select(memberOf(this.#types, type, i), condition, member, other[i] as Value<S>),
        ),
      );
    }
    const [left, right] = [elementsOf(whenTrue), elementsOf(whenFalse)];
    if (left.length !== right.length) trap('length');
    const element = elementOf(this.#types, type);
    return vector(left.map((value, i) => this.select(element, condition, value, right[i] as Value<S>)));
  }

  #selectAddress(condition: Scalar<S>, whenTrue: Value<S>, whenFalse: Value<S>): Value<S> {
    if (typeof condition === 'bigint') return condition === 1n ? whenTrue : whenFalse;
    const other = limbsOf(whenFalse);
    return addressOf(
      limbsOf(whenTrue).map(
        (limb, i) => this.select(addressLimbs[i] as TypeRef, condition, limb, other[i] as Scalar<S>) as Scalar<S>,
      ),
    );
  }

  sum(type: TypeRef, elements: readonly Scalar<S>[]): Scalar<S> {
    this.#budget.step(elements.length);
    const known = elements.filter((element) => typeof element === 'bigint');
    const plain = wrap(
      type,
      known.reduce((sum, element) => sum + element, 0n),
    );
    if (known.length === elements.length) return plain;
    const secrets = elements.filter((element) => typeof element !== 'bigint');
    return this.#algebra.sum(type, plain === 0n ? secrets : [...secrets, plain]);
  }

  /** The fold of each element and all before it: a running sum for nothing, anything else by a tree. */
  prefix(number: number, type: TypeRef, elements: readonly Scalar<S>[]): readonly Scalar<S>[] {
    const op = foldOps.find((name) => opcodes[name].number === number) as TotalOp | LogicOp;
    this.#budget.step(elements.length);
    const two = (a: Scalar<S>, b: Scalar<S>): Scalar<S> =>
      isLogic(op) ? this.logic(op, type, a, b) : this.total(op, type, a, b);
    return op === 'add' || op === 'xor' ? running(elements, two) : scanned(elements, two);
  }

  /** What is kept to the front, zeros of the type behind it. */
  compact(type: TypeRef, keep: readonly Scalar<S>[], values: readonly Value<S>[]): readonly Value<S>[] {
    const zero = zeroOf(this.#types, type);
    if (keep.every((bit) => typeof bit === 'bigint')) {
      const kept = values.filter((_, k) => keep[k] === 1n);
      return values.map((_, k) => kept[k] ?? zero);
    }
    const leaves = values.map((value) => this.leaves(type, value));
    const types = (leaves[0] ?? []).map((leaf) => leaf.type);
    const columns = types.map((_, i) => leaves.map((own) => own[i]?.scalar as Scalar<S>));
    const compacted = this.#algebra.compact(types, keep, columns);
    return values.map((_, k) => {
      let next = 0;
      return fromLeaves<S>(this.#types, type, () => compacted[next++]?.[k] as Scalar<S>);
    });
  }

  /** Σ a·b; the vectors have one length. */
  dot(type: TypeRef, a: readonly Scalar<S>[], b: readonly Scalar<S>[]): Scalar<S> {
    this.#budget.step(a.length);
    const pairs = a.map((left, k) => [left, b[k] as Scalar<S>] as const);
    const open = pairs.filter(([left, right]) => !bothPublic(left, right));
    const known = pairs.reduce(
      (sum, [left, right]) => (bothPublic(left, right) ? sum + (left as bigint) * (right as bigint) : sum),
      0n,
    );
    if (open.length === 0) return wrap(type, known);
    const plain = wrap(type, known);
    return this.#algebra.dot(type, plain === 0n ? open : [...open, [plain, 1n]]);
  }

  /** Where the largest stands, the first of equals: a tournament, whose winners carry their places. */
  argmax(type: TypeRef, elements: readonly Scalar<S>[]): Scalar<S> {
    this.#budget.step(elements.length);
    let level = elements.map((value, k) => ({ value, place: BigInt(k) as Scalar<S> }));
    while (level.length > 1) {
      const final = level.length === 2;
      level = Array.from({ length: Math.ceil(level.length / 2) }, (_, k) => {
        const [left, right] = level.slice(2 * k, 2 * k + 2) as [Contender<S>, Contender<S> | undefined];
        if (right === undefined) return left;
        const later = this.compare('lt', type, left.value, right.value);
        return {
          value: final ? left.value : (this.select(type, later, right.value, left.value) as Scalar<S>),
          place: this.select(scalarRefs.u32, later, right.place, left.place) as Scalar<S>,
        };
      });
    }
    return level[0]?.place ?? 0n;
  }

  /** [index = 0], [index = 1], … for so many places. */
  flags(type: TypeRef, index: Scalar<S>, count: number): readonly Scalar<S>[] {
    this.#budget.step(count);
    if (typeof index === 'bigint') return Array.from({ length: count }, (_, k) => (index === BigInt(k) ? 1n : 0n));
    return this.#algebra.flags(type, index, count);
  }

  /** The value whose flag holds, zeros where none does; all of one type without vectors inside. */
  pick(type: TypeRef, flags: readonly Scalar<S>[], values: readonly Value<S>[]): Value<S> {
    const zero = zeroOf(this.#types, type);
    return this.#together(type, [zero, ...values], (leaf, [none, ...scalars]) => {
      this.#budget.step(scalars.length);
      const some = scalars.map((_, k) => k).filter((k) => flags[k] !== 0n && scalars[k] !== 0n);
      if (some.length === 0) return [none as Scalar<S>];
      return [
        this.#pickScalar(
          leaf,
          some.map((k) => flags[k] as Scalar<S>),
          some.map((k) => scalars[k] as Scalar<S>),
        ),
      ];
    })[0] as Value<S>;
  }

  #pickScalar(type: TypeRef, flags: readonly Scalar<S>[], values: readonly Scalar<S>[]): Scalar<S> {
    const at = flags.indexOf(1n);
    return at >= 0 ? (values[at] as Scalar<S>) : this.#algebra.pick(type, flags, values);
  }

  /** The values, with another in the place whose flag holds; all of one type without vectors inside. */
  replace(
    type: TypeRef,
    flags: readonly Scalar<S>[],
    value: Value<S>,
    values: readonly Value<S>[],
  ): readonly Value<S>[] {
    const open = values.map((_, k) => k).filter((k) => typeof flags[k] !== 'bigint');
    const chosen = open.map((k) => flags[k] as Scalar<S>);
    const replaced = this.#together(
      type,
      [value, ...open.map((k) => values[k] as Value<S>)],
      (leaf, [by, ...scalars]) => {
        this.#budget.step(scalars.length);
        return this.#algebra.replace(leaf, chosen, by as Scalar<S>, scalars);
      },
    );
    const changed = new Map(open.map((k, i) => [k, replaced[i] as Value<S>]));
    return values.map((old, k) => (flags[k] === 1n ? value : (changed.get(k) ?? old)));
  }

  /** The values in ascending order of their keys; all of one type without vectors inside. */
  sorted(
    type: TypeRef,
    keys: readonly Scalar<S>[],
    element: TypeRef,
    values: readonly Value<S>[],
  ): readonly Value<S>[] {
    if (keys.length !== values.length) trap('length');
    this.#budget.step(sortSteps(keys.length));
    if (keys.every((key) => typeof key === 'bigint')) return sortedOrder(keys).map((k) => values[k] as Value<S>);
    return this.#columns(element, values, (columns) => this.#algebra.sorted(type, keys, columns));
  }

  /** What stands in one place of each value goes in as a column, and comes out as one of as many values. */
  #columns(
    type: TypeRef,
    values: readonly Value<S>[],
    all: (columns: readonly Column<S>[]) => readonly (readonly Scalar<S>[])[],
  ): readonly Value<S>[] {
    const leaves = values.map((value) => leavesOf(this.#types, type, value));
    const columns = (leaves[0] ?? []).map(({ type: leaf }, i) => ({
      type: leaf,
      scalars: leaves.map((own) => own[i]?.scalar as Scalar<S>),
    }));
    this.#budget.step(values.length * columns.length);
    const moved = all(columns);
    return values.map((_, k) => {
      let next = 0;
      return fromLeaves<S>(this.#types, type, () => moved[next++]?.[k] as Scalar<S>);
    });
  }

  /** Leaf by leaf of many values of one type without vectors inside: the leaves that stand in one place of each go in, what comes out are those of as many values as there are. */
  #together(
    type: TypeRef,
    values: readonly Value<S>[],
    each: (leaf: TypeRef, scalars: readonly Scalar<S>[]) => readonly Scalar<S>[],
  ): readonly Value<S>[] {
    const leaves = values.map((value) => leavesOf(this.#types, type, value));
    const columns = (leaves[0] ?? []).map(({ type: leaf }, i) =>
      each(
        leaf,
        leaves.map((own) => own[i]?.scalar as Scalar<S>),
      ),
    );
    return Array.from({ length: columns[0]?.length ?? 0 }, (_, k) => {
      let next = 0;
      return fromLeaves<S>(this.#types, type, () => columns[next++]?.[k] as Scalar<S>);
    });
  }

  /** 0 … count − 1 in a uniform order: of none nothing is drawn. */
  randomOrder(count: number): readonly Scalar<S>[] {
    this.#budget.step(switchSteps(count));
    return count === 0 ? [] : this.#algebra.randomOrder(count);
  }

  /** The values in a drawn order; all of one type without vectors inside. */
  permuted(order: readonly Scalar<S>[], element: TypeRef, values: readonly Value<S>[]): readonly Value<S>[] {
    if (order.length !== values.length) trap('length');
    this.#budget.step(switchSteps(order.length));
    return this.#columns(element, values, (columns) => this.#algebra.permuted(order, columns));
  }

  randomBits(type: TypeRef): Scalar<S> {
    return this.#algebra.randomBits(type);
  }

  randomBelow(bound: bigint): Scalar<S> {
    return bound === 0n ? trap('divisionByZero') : this.#algebra.randomBelow(bound);
  }

  /** A balanced tree: the opcode is associative and commutative, so any shape means the same, and this one has the fewest levels. */
  fold(number: number, type: TypeRef, elements: readonly Scalar<S>[]): Scalar<S> {
    const op = foldOps.find((name) => opcodes[name].number === number) as TotalOp | LogicOp;
    this.#budget.step(elements.length);
    if (elements.length === 0) return neutral(this.#types, op, type);
    if (op === 'add') return this.sum(type, elements);
    let level = elements;
    while (level.length > 1) {
      const next: Scalar<S>[] = [];
      for (let i = 0; i < level.length; i += 2) {
        const [left, right] = [level[i] as Scalar<S>, level[i + 1]];
        next.push(
          right === undefined
            ? left
            : isLogic(op)
              ? this.logic(op, type, left, right)
              : this.total(op, type, left, right),
        );
      }
      level = next;
    }
    return level[0] as Scalar<S>;
  }

  /** Whether all leaves lie in their ranges: public where they are, or where the range fills its bits. */
  admitted(type: TypeRef, value: Value<S>): Scalar<S> {
    return this.leaves(type, value).reduce<Scalar<S>>((ok, leaf) => this.and(ok, this.#inRange(leaf)), 1n);
  }

  #inRange({ type, scalar }: Leaf<S>): Scalar<S> {
    const [least, most] = boundsOf(this.#types, type);
    if (typeof scalar === 'bigint') return scalar >= least && scalar <= most ? 1n : 0n;
    // Masks are powers of two, so a value cannot exceed its width; only a range narrower than that costs a check.
    const range = tableType(this.#types, type)?.kind === 'range';
    if (!range || most === (1n << BigInt(widthOf(this.#types, type))) - 1n) return 1n;
    return this.#algebra.not(scalarRefs.bool, this.#algebra.compare('lt', type, most, scalar));
  }

  /** The value, or zeros where `ok` does not hold. */
  unless(type: TypeRef, ok: Scalar<S>, value: Value<S>): Value<S> {
    return mapLeaves(
      this.#types,
      type,
      value,
      ({ type: leaf, scalar }) => this.select(leaf, ok, scalar, 0n) as Scalar<S>,
    );
  }

  /** The leaves of a value, each a step. */
  leaves(type: TypeRef, value: Value<S>): readonly Leaf<S>[] {
    this.#budget.step(this.#budget.size(value));
    return leavesOf(this.#types, type, value);
  }
}

/** A value on its way through a tournament, and where it stood. */
interface Contender<S> {
  readonly value: Scalar<S>;
  readonly place: Scalar<S>;
}

export function elementsOf<S>(value: Value<S> | undefined): readonly Value<S>[] {
  return (value as VectorValue<S>).elements;
}

/** A count that a vector may have; the type may be wider than that. */
export function publicCount(value: Value<unknown> | undefined): number {
  const count = value as bigint;
  return count <= BigInt(limits.VECTOR_LENGTH_MAX) ? Number(count) : trap('length');
}

/** One after another. */
function running<T>(values: readonly T[], two: (a: T, b: T) => T): readonly T[] {
  const all: T[] = [];
  for (const value of values) all.push(all.length === 0 ? value : two(all.at(-1) as T, value));
  return all;
}

/** Up to so many values the fewest levels are worth more than the fewest operations. */
const SHORT = 16;

/**
 * All prefixes of an associative operation. Of a few values by halves, ⌈log₂ n⌉ levels and n/2 operations in each (Sklansky, IRE Trans. EC-9, 1960); of many by pairs, whose prefixes are half of
 * all, and one more operation for each of the others (Brent, Kung, IEEE Trans. C-31, 1982). Together at most 2n operations in 2⌈log₂ n⌉ levels.
 */
function scanned<T>(values: readonly T[], two: (a: T, b: T) => T): readonly T[] {
  if (values.length < 2) return values;
  if (values.length <= SHORT) {
    const half = 2 ** (Math.ceil(Math.log2(values.length)) - 1);
    const [first, second] = [scanned(values.slice(0, half), two), scanned(values.slice(half), two)];
    return [...first, ...second.map((value) => two(first.at(-1) as T, value))];
  }
  const pairs = Array.from({ length: values.length >> 1 }, (_, k) => two(values[2 * k] as T, values[2 * k + 1] as T));
  const even = scanned(pairs, two);
  return values.map((value, i) => {
    const before = even[(i - 1) >> 1] as T;
    return i === 0 ? value : i % 2 === 1 ? before : two(before, value);
  });
}

function bothPublic(a: unknown, b: unknown): boolean {
  return typeof a === 'bigint' && typeof b === 'bigint';
}

function isLogic(op: TotalOp | LogicOp): op is LogicOp {
  return op === 'and' || op === 'or' || op === 'xor';
}

function isScalarValue<S>(value: Value<S>): value is Scalar<S> {
  return typeof value === 'bigint' || value.kind === 'secret';
}
