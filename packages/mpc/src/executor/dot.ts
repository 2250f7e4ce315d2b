// Sums of products, exact and then mod 2^w: products are added up as far as the wall goes before anything is reduced, so that numbers of 8 and 16 bits take no
// reduction at all, those of 32 bits one for two products, and those of 64 bits are added up in halves (docs/protocols/vectors.md).
import type { Graph } from './graph.ts';
import { linearBelow, linearPart, multiply, ofHalves, sum } from './integers.ts';
import {
  HALF,
  type Halves,
  type Interval,
  type Operand,
  type Part,
  type Secret,
  type Shape,
  fitsWall,
  isSecret,
  mod32,
  reduced,
  split,
} from './secrets.ts';

/** Σ x·y. */
export function dot(graph: Graph, shape: Shape, pairs: readonly (readonly [Operand, Operand])[]): Operand {
  const products = pairs.map(([x, y]) => multiply(graph, shape, x, y));
  const secrets = products.filter(isSecret);
  const isHalved = ({ halves, field }: Secret): boolean => halves !== undefined && field === undefined;
  const halved = secrets.filter(isHalved);
  const whole = secrets.filter((one) => !isHalved(one));
  const sums = runs(shape.bits, whole).map((run) =>
    linearBelow(
      graph,
      shape,
      run.map((one) => [one, 1n]),
      0n,
    ),
  );
  const inHalves = halved.length === 0 ? [] : [addedHalves(graph, shape, halved)];
  const alone = sums.length + inHalves.length === 1;
  return sum(graph, shape, [
    ...products.filter((one) => !isSecret(one)),
    ...sums.map((one) => (alone ? one : reduced(graph, one))),
    ...inHalves,
  ]);
}

/** Half by half. Where either half takes more than one sum, each is cut to 32 bits, and what the lower ones have above goes to the upper. */
function addedHalves(graph: Graph, shape: Shape, secrets: readonly Secret[]): Secret {
  const halves = secrets.map((one) => one.halves as Halves);
  const added = (parts: readonly Part[]): readonly Part[] =>
    runs(HALF, parts).map((run) =>
      linearPart(
        graph,
        run.map((part) => [part, 1n]),
        0n,
      ),
    );
  const [lows, highs] = [added(halves.map(({ lo }) => lo)), added(halves.map(({ hi }) => hi))];
  const [lo, hi] = [lows, highs].map(([only, ...others]) => (others.length === 0 ? only : undefined));
  const summands = secrets.length;
  if (lo && hi) return ofHalves(shape, { lo, hi }, summands);
  const cut = lows.map((part) => split(graph, part));
  const total = (parts: readonly Part[]): Part =>
    linearPart(
      graph,
      parts.map((part) => [part, 1n]),
      0n,
    );
  const upper = [...highs.map((part) => mod32(graph, part)), ...cut.map((part) => part.hi)];
  return ofHalves(shape, { lo: total(cut.map((part) => part.lo)), hi: total(upper) }, summands);
}

/** In order, as many at a time as stay below the wall together. */
export function runs<T extends Interval>(bits: number, values: readonly T[]): readonly (readonly T[])[] {
  const all: T[][] = [];
  let together: Interval = { low: 0n, high: 0n };
  for (const value of values) {
    const next = { low: together.low + value.low, high: together.high + value.high };
    const run = all.at(-1);
    if (run && fitsWall(bits, next)) run.push(value);
    else all.push([value]);
    together = run && fitsWall(bits, next) ? next : value;
  }
  return all;
}
