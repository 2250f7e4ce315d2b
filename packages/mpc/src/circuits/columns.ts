// Sums of secret bits by weight: column k holds bits that count 2^k each, as many as there are, so that summands of different widths and bits
// that are nowhere set cost nothing. Full adders take columns down to two bits (Wallace, IEEE Trans. EC-13, 1964); then either the carry out
// of the columns alone is made, by a tree, or the whole sum.
import { type SharedBits, xorShared } from '../bits.ts';
import type { Engine } from '../engine.ts';
import { andAll } from '../online.ts';
import type { Protocol } from '../round.ts';
import { add } from './adder.ts';
import { type Planes, zeroShared } from './planes.ts';

export type Columns = readonly (readonly SharedBits[])[];

type Pair = readonly [SharedBits, SharedBits];

/** Columns of several summands, cut or not to `width`: bits above are dropped. */
export function columnsOf(summands: readonly Planes[], width: number): Columns {
  return Array.from({ length: width }, (_, k) =>
    summands.map((planes) => planes[k]).filter((plane) => plane !== undefined),
  );
}

/** At most two bits a column, and one in the last, whose carry is dropped. One AND a full adder, ⌈log₁.₅⌉ rounds. */
export function* compress(engine: Engine, columns: Columns): Protocol<Columns> {
  let rest = columns;
  while (rest.some((column, k) => column.length > (k === columns.length - 1 ? 1 : 2)))
    rest = yield* compressOnce(engine, rest);
  return rest;
}

/** One level of full adders. */
export function* compressOnce(engine: Engine, columns: Columns): Protocol<Columns> {
  const last = columns.length - 1;
  const adders = columns.slice(0, last).flatMap((column, k) =>
    Array.from({ length: Math.floor(column.length / 3) }, (_, g) => {
      const [x, y, z] = column.slice(3 * g, 3 * g + 3) as [SharedBits, SharedBits, SharedBits];
      return { k, x, y, z, xy: xorShared(x, y) };
    }),
  );
  // maj(x, y, z) = x ⊕ (x ⊕ y)(x ⊕ z)
  const products = yield* andAll(
    engine,
    adders.map(({ x, z, xy }): Pair => [xy, xorShared(x, z)]),
  );
  const next = columns.map((column, k) => (k === last ? [...column] : column.slice(3 * Math.floor(column.length / 3))));
  adders.forEach(({ k, x, z, xy }, at) => {
    (next[k] as SharedBits[]).push(xorShared(xy, z));
    (next[k + 1] as SharedBits[]).push(xorShared(x, products[at] as SharedBits));
  });
  const top = next[last] as SharedBits[];
  if (top.length > 1) next[last] = [top.reduce(xorShared)];
  return next;
}

/** A run of columns: whether it makes a carry, and whether it hands one on. A null carry never comes; the lowest run hands none on. */
interface Run {
  readonly carry: SharedBits | null;
  readonly passes: SharedBits | null;
}

/**
 * The carry out of columns of one or two bits; null where there is none. Two columns make a run by three ANDs in two rounds, c′ = maj(a, b, c)
 * in place of a product each for c, p and their combination; runs are joined in a tree.
 */
export function* carryOut(engine: Engine, columns: Columns): Protocol<SharedBits | null> {
  if (columns.length === 0) return null;
  const alone = columns.length % 2;
  const pairs = Array.from({ length: (columns.length - alone) / 2 }, (_, k) => ({
    low: columns[alone + 2 * k] as readonly SharedBits[],
    high: columns[alone + 2 * k + 1] as readonly SharedBits[],
  }));
  const first = yield* andSome(engine, [
    alone === 1 ? bothOf(columns[0] as readonly SharedBits[]) : null,
    ...pairs.map(({ low }) => bothOf(low)),
    ...pairs.map(({ low, high }, k): Pair | null => (k + alone === 0 ? null : [sumOf(low), sumOf(high)])),
  ]);
  const second = yield* andSome(
    engine,
    pairs.map(({ high }, k): Pair | null => {
      const carry = first[1 + k];
      const [a, b] = high as [SharedBits, SharedBits | undefined];
      if (b === undefined) return carry ? [a, carry] : null;
      return [xorShared(a, b), carry ? xorShared(a, carry) : a];
    }),
  );
  let runs: Run[] = pairs.map(({ high }, k) => {
    const product = second[k] ?? null;
    const both = high.length > 1 && product !== null;
    return {
      carry: both ? xorShared(high[0] as SharedBits, product) : product,
      passes: first[1 + pairs.length + k] ?? null,
    };
  });
  if (alone === 1) runs = [{ carry: first[0] ?? null, passes: null }, ...runs];
  while (runs.length > 1) runs = yield* joinRuns(engine, runs);
  return (runs[0] as Run).carry;
}

function* joinRuns(engine: Engine, runs: readonly Run[]): Protocol<Run[]> {
  const pairs = Array.from({ length: Math.floor(runs.length / 2) }, (_, k) => ({
    low: runs[2 * k] as Run,
    high: runs[2 * k + 1] as Run,
  }));
  const products = yield* andSome(engine, [
    ...pairs.map(({ low, high }): Pair | null => (low.carry && high.passes ? [high.passes, low.carry] : null)),
    ...pairs.map(({ low, high }): Pair | null => (low.passes && high.passes ? [high.passes, low.passes] : null)),
  ]);
  const joined = pairs.map(({ high }, k): Run => {
    const through = products[k] ?? null;
    return {
      carry: high.carry && through ? xorShared(high.carry, through) : (high.carry ?? through),
      passes: products[pairs.length + k] ?? null,
    };
  });
  return [...joined, ...runs.slice(2 * pairs.length)];
}

/** The whole sum mod 2^columns. */
export function* sumColumns(engine: Engine, columns: Columns): Protocol<Planes> {
  const rest = yield* compress(engine, columns);
  const zero = zeroShared(engine, lengthOf(rest));
  const second = rest.map((column) => column[1] ?? zero);
  return yield* add(
    engine,
    rest.map((column) => column[0] ?? zero),
    second,
  );
}

/** How many sums stand side by side. */
export function lengthOf(columns: Columns): number {
  const [bits] = columns.flat();
  if (bits === undefined) throw new RangeError('a sum has operands');
  return bits.length;
}

/** a ⊕ b of each column: where two summands add up to 2^w − 1 and nowhere else all of these are set. */
export function sumOf(column: readonly SharedBits[]): SharedBits {
  return column.reduce(xorShared);
}

function bothOf([a, b]: readonly SharedBits[]): Pair | null {
  return a && b ? [a, b] : null;
}

function* andSome(engine: Engine, pairs: readonly (Pair | null)[]): Protocol<(SharedBits | null)[]> {
  const products = yield* andAll(
    engine,
    pairs.filter((pair) => pair !== null),
  );
  let at = 0;
  return pairs.map((pair) => (pair === null ? null : (products[at++] as SharedBits)));
}
