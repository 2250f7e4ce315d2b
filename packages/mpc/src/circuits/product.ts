// Products of secret integers, bit-sliced: w² products of bits in one round, then columns of them. Full adders alone would hand one carry after the other up the
// columns; with a half adder where one bit is too many, all columns fall together (Dadda, Alta Frequenza 34, 1965): ⌈log₁.₅⌉ rounds.
import { type SharedBits, xorShared } from '../bits.ts';
import type { Engine } from '../engine.ts';
import { andAll } from '../online.ts';
import type { Protocol } from '../round.ts';
import { type Columns, sumColumns } from './columns.ts';
import type { Planes } from './planes.ts';

/** All places of xy, unsigned. */
export function* multiplyPlanes(engine: Engine, x: Planes, y: Planes): Protocol<Planes> {
  const pairs = x.flatMap((a) => y.map((b): readonly [SharedBits, SharedBits] => [a, b]));
  const products = yield* andAll(engine, pairs);
  const places: SharedBits[][] = Array.from({ length: x.length + y.length }, () => []);
  products.forEach((plane, at) => (places[Math.floor(at / y.length) + (at % y.length)] as SharedBits[]).push(plane));
  let columns: Columns = places;
  for (const height of heightsBelow(Math.min(x.length, y.length))) columns = yield* lowered(engine, columns, height);
  return yield* sumColumns(engine, columns);
}

/** 2, 3, 4, 6, 9, …, each half as much again, as far as they are below, the highest first. */
function heightsBelow(height: number): number[] {
  const heights: number[] = [];
  for (let next = 2; next < height; next = Math.floor((3 * next) / 2)) heights.unshift(next);
  return heights;
}

/** Columns of at most that height; the last one's carry is dropped. */
function* lowered(engine: Engine, columns: Columns, height: number): Protocol<Columns> {
  const last = columns.length - 1;
  const next: SharedBits[][] = columns.map(() => []);
  const adders: { readonly k: number; readonly x: SharedBits; readonly y: SharedBits; readonly z?: SharedBits }[] = [];
  let carries = 0;
  for (const [k, column] of columns.entries()) {
    const rest = [...column];
    let above = k === last ? 0 : Math.max(0, rest.length + carries - height);
    carries = 0;
    for (; above > 0; carries++) {
      const [x, y, z] = rest.splice(0, above === 1 ? 2 : 3) as [SharedBits, SharedBits, SharedBits?];
      adders.push({ k, x, y, ...(z === undefined ? {} : { z }) });
      above -= z === undefined ? 1 : 2;
    }
    next[k] = rest;
  }
  const products = yield* andAll(
    engine,
    adders.map(({ x, y, z }): readonly [SharedBits, SharedBits] =>
      z === undefined ? [x, y] : [xorShared(x, y), xorShared(x, z)],
    ),
  );
  adders.forEach(({ k, x, y, z }, at) => {
    const product = products[at] as SharedBits;
    (next[k] as SharedBits[]).push(z === undefined ? xorShared(x, y) : xorShared(xorShared(x, y), z));
    (next[k + 1] as SharedBits[]).push(z === undefined ? product : xorShared(x, product));
  });
  const top = next[last] as SharedBits[];
  if (top.length > 1) next[last] = [top.reduce(xorShared)];
  return next;
}
