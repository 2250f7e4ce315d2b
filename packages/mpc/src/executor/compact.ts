// Kept elements to the front, in order, without anybody seeing which they are (docs/protocols/vectors.md): of each element how many before it are left out is
// known in the field for nothing; it moves by that, bit by bit from the lowest, on which way no two kept ones meet (Goodrich, SPAA 2011). What is left out is zero
// and does not move, so at each place what stays and what arrives are added.
import { and, xor } from './bitwise.ts';
import { type Graph, type Node, addNode } from './graph.ts';
import { bitAt, hullOf } from './places.ts';
import {
  BOOL,
  type Interval,
  type Operand,
  type Shape,
  asField,
  bitLength,
  fitsWall,
  hasBits,
  isSecret,
  linearNode,
  made,
  reduced,
} from './secrets.ts';

export interface Column {
  readonly shape: Shape;
  readonly values: readonly Operand[];
}

/** By place, and then by bit. */
type Distances = readonly (readonly Operand[])[];

export function compact(
  graph: Graph,
  keep: readonly Operand[],
  columns: readonly Column[],
): readonly (readonly Operand[])[] {
  const levels = bitLength(BigInt(Math.max(0, keep.length - 1)));
  const stages: (readonly Operand[])[] = [];
  let distances = distancesOf(graph, keep, levels);
  for (let level = 0; level < levels; level++) {
    // What may move by so many places stands behind so many.
    const moves = distances.map((bits, place) => (place < 2 ** level ? 0n : (bits[level] as Operand)));
    stages.push(moves);
    distances = movedBits(graph, distances, moves, level);
  }
  return columns.map(({ shape, values }) =>
    shape.bits === 1 && values.every(hasBits)
      ? stages.reduce<readonly Operand[]>(
          (now, moves, level) => moved(graph, now, moves, level),
          values.map((value, k) => and(graph, BOOL, keep[k] as Operand, value)),
        )
      : inField(graph, keep, shape, values, stages),
  );
}

/** Of each kept element the bits of how many before it are left out, zeros of the others. Before the k-th there are at most k. */
function distancesOf(graph: Graph, keep: readonly Operand[], levels: number): Distances {
  let dropped: Node = linearNode(graph, []);
  return keep.map((bit, place) => {
    const own = made({ bits: levels, signed: false }, { low: 0n, high: BigInt(place) }, { field: dropped });
    dropped = linearNode(
      graph,
      [
        [dropped, 1n],
        [asField(graph, bit), -1n],
      ],
      1n,
    );
    return Array.from({ length: levels }, (_, level) =>
      level < bitLength(BigInt(place)) ? and(graph, BOOL, bit, bitAt(graph, own, level)) : 0n,
    );
  });
}

/** The bits above the level, where they are after it. */
function movedBits(graph: Graph, distances: Distances, moves: readonly Operand[], level: number): Distances {
  const columns = (distances[0] ?? []).map((_, k) => distances.map((bits) => bits[k] as Operand));
  const after = columns.map((column, k) => (k <= level ? column : moved(graph, column, moves, level)));
  return distances.map((_, place) => after.map((column) => column[place] as Operand));
}

/** Bits: what stays at a place and what comes to it. */
function moved(graph: Graph, now: readonly Operand[], moves: readonly Operand[], level: number): readonly Operand[] {
  const leaving = now.map((one, place) => and(graph, BOOL, one, moves[place] as Operand));
  return now.map((one, place) => {
    const stays = xor(graph, BOOL, one, leaving[place] as Operand);
    const arrives = leaving[place + 2 ** level];
    return arrives === undefined ? stays : xor(graph, BOOL, stays, arrives);
  });
}

function inField(
  graph: Graph,
  keep: readonly Operand[],
  shape: Shape,
  given: readonly Operand[],
  stages: readonly (readonly Operand[])[],
): readonly Operand[] {
  const fits = fitsWall(shape.bits, hullOf(given));
  const values = fits ? given : given.map((value) => (isSecret(value) ? reduced(graph, value) : value));
  const interval: Interval = hullOf(values);
  const product = (flag: Operand, value: Node): Node =>
    isSecret(flag)
      ? addNode(graph, 'field', 0, { kind: 'multiply' }, [asField(graph, flag), value])
      : linearNode(graph, [[value, flag]]);
  let now = values.map((value, k) => {
    const flag = keep[k] as Operand;
    return isSecret(value) ? product(flag, asField(graph, value)) : linearNode(graph, [[asField(graph, flag), value]]);
  });
  for (const [level, moves] of stages.entries()) {
    const leaving = now.map((one, place) => {
      const flag = moves[place] as Operand;
      return flag === 0n ? undefined : product(flag, one);
    });
    now = now.map((one, place) => {
      const [leaves, arrives] = [leaving[place], leaving[place + 2 ** level]];
      const terms: (readonly [Node, bigint])[] = [[one, 1n]];
      if (leaves) terms.push([leaves, -1n]);
      if (arrives) terms.push([arrives, 1n]);
      return terms.length === 1 ? one : linearNode(graph, terms);
    });
  }
  return now.map((field) => made(shape, interval, { field }));
}
