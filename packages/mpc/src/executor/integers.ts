// Sums and products of secret integers, exact and then mod 2^w. Below the wall they are sums and products in F_p, reduced when something needs it;
// above it 64-bit values go on in halves (docs/protocols/reduction.md).
import { type Graph, addNode } from './graph.ts';
import {
  HALF,
  type Halves,
  type Interval,
  type Operand,
  type Part,
  type Secret,
  type Shape,
  fieldOf,
  fitsWall,
  halvesOf,
  inType,
  isSecret,
  joinedInterval,
  linearNode,
  made,
  narrow,
  reduced,
  within,
  boundsOf,
  wrapTo,
} from './secrets.ts';

type Term = readonly [Secret, bigint];

export function add(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  return combine(graph, shape, [
    [x, 1n],
    [y, 1n],
  ]);
}

export function subtract(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  return combine(graph, shape, [
    [x, 1n],
    [y, -1n],
  ]);
}

/** Σ of a vector: one operation, however many. */
export function sum(graph: Graph, shape: Shape, values: readonly Operand[]): Operand {
  return combine(
    graph,
    shape,
    values.map((value) => [value, 1n]),
  );
}

function combine(graph: Graph, shape: Shape, values: readonly (readonly [Operand, bigint])[]): Operand {
  const terms = values.filter((value): value is Term => isSecret(value[0]));
  const known = values.reduce((total, [value, factor]) => (isSecret(value) ? total : total + value * factor), 0n);
  if (terms.length === 0) return wrapTo(shape, known);
  const [only] = terms as [Term];
  if (terms.length === 1 && only[1] === 1n && known === 0n) return only[0];
  const modulus = 1n << BigInt(shape.bits);
  return linear(graph, shape, terms, -modulus < known && known < modulus ? known : wrapTo(shape, known));
}

/** Σ factor·x + constant. */
function linear(graph: Graph, shape: Shape, terms: readonly Term[], constant: bigint): Secret {
  // What is in halves stays so: joining them would make the sum wait.
  if (terms.some(([x]) => x.halves && !x.field)) return linearInHalves(graph, shape, terms, constant);
  const direct = intervalOf(terms, constant);
  if (fitsWall(shape.bits, direct) && !crowds(shape, terms, direct)) return linearBelow(graph, shape, terms, constant);
  // What goes into a running sum is reduced first and beside the others, so that the sum itself has to wait for nothing.
  const used = terms.map(([x, factor]): Term =>
    x.summands > 1 || shape.bits > HALF ? [x, factor] : [reduced(graph, x), factor],
  );
  if (fitsWall(shape.bits, intervalOf(used, constant))) return linearBelow(graph, shape, used, constant);
  if (shape.bits === 2 * HALF) return linearInHalves(graph, shape, terms, constant);
  return linearBelow(
    graph,
    shape,
    terms.map(([x, factor]) => [reduced(graph, x), factor]),
    constant,
  );
}

/** A running sum that an unreduced summand would bring to the wall: the next addition would have to reduce the sum. */
function crowds(shape: Shape, terms: readonly Term[], { low, high }: Interval): boolean {
  if (shape.bits > HALF || !terms.some(([x]) => x.summands > 1) || !terms.some(([x]) => !inType(x))) return false;
  return !fitsWall(shape.bits, { low: 2n * low, high: 2n * high });
}

/** Σ factor·x + constant below the wall. */
export function linearBelow(graph: Graph, shape: Shape, terms: readonly Term[], constant: bigint): Secret {
  const interval = intervalOf(terms, constant);
  if (!fitsWall(shape.bits, interval)) throw new Error('reduced summands stay below the wall');
  const field = linearNode(
    graph,
    terms.map(([x, factor]) => [fieldOf(graph, x), factor]),
    constant,
  );
  const [[x, factor]] = terms as [Term];
  const alone = terms.length === 1 && factor === 1n && within(interval, boundsOf(shape)) && inType(x);
  const shift = alone ? { of: x.shift?.of ?? x, by: constant + (x.shift?.by ?? 0n) } : undefined;
  return made(shape, interval, { field, summands: terms.reduce((count, [one]) => count + one.summands, 0), shift });
}

/** Half by half; a half that would pass the wall is brought back to 32 bits first. */
function linearInHalves(graph: Graph, shape: Shape, terms: readonly Term[], constant: bigint): Secret {
  const modulus = 1n << BigInt(HALF);
  const low = BigInt.asUintN(HALF, constant);
  const high = (constant - low) / modulus;
  const add32 = (parts: readonly Halves[]): Halves => ({
    lo: linearPart(
      graph,
      parts.map(({ lo }, k) => [lo, (terms[k] as Term)[1]]),
      low,
    ),
    hi: linearPart(
      graph,
      parts.map(({ hi }, k) => [hi, (terms[k] as Term)[1]]),
      high,
    ),
  });
  // As below the wall: a running sum is the last to be reduced.
  const parts = terms.map(([x]) => halvesOf(graph, x));
  const summands = terms.reduce((count, [x]) => count + x.summands, 0);
  const running = terms.some(([x]) => x.summands > 1);
  const fits = ({ lo, hi }: Halves, times: bigint): boolean =>
    [lo, hi].every(({ low: least, high: most }) => fitsWall(HALF, { low: times * least, high: times * most }));
  const direct = add32(parts);
  if (fits(direct, running ? 2n : 1n)) return ofHalves(shape, direct, summands);
  const others = add32(parts.map((part, k) => ((terms[k] as Term)[0].summands > 1 ? part : narrow(graph, part))));
  if (fits(others, 1n)) return ofHalves(shape, others, summands);
  const all = add32(parts.map((part) => narrow(graph, part)));
  if (fits(all, 1n)) return ofHalves(shape, all, summands);
  throw new Error('halves in 32 bits stay below the wall');
}

/** What two halves stand for. */
export function ofHalves(shape: Shape, halves: Halves, summands: number): Secret {
  return made(shape, joinedInterval(halves), { halves, summands });
}

/** Σ factor·part + constant. */
export function linearPart(graph: Graph, terms: readonly (readonly [Part, bigint])[], constant: bigint): Part {
  return {
    ...intervalOf(terms, constant),
    node: linearNode(
      graph,
      terms.map(([part, factor]) => [part.node, factor]),
      constant,
    ),
  };
}

function intervalOf(terms: readonly (readonly [Interval, bigint])[], constant: bigint): Interval {
  return {
    low: terms.reduce((total, [x, f]) => total + (f < 0n ? x.high * f : x.low * f), constant),
    high: terms.reduce((total, [x, f]) => total + (f < 0n ? x.low * f : x.high * f), constant),
  };
}

export function multiply(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  if (!isSecret(x)) return isSecret(y) ? multiply(graph, shape, y, x) : wrapTo(shape, x * y);
  if (!isSecret(y)) return multiplyByPublic(graph, shape, x, y);
  for (const [a, b] of [
    [x, y],
    [reduced(graph, x), reduced(graph, y)],
  ] as const) {
    const interval = productBounds(a, b);
    if (!fitsWall(shape.bits, interval)) continue;
    const field = addNode(graph, 'field', 0, { kind: 'multiply' }, [fieldOf(graph, a), fieldOf(graph, b)]);
    return made(shape, interval, { field });
  }
  return multiplyInHalves(graph, shape, x, y);
}

/** x₀y₀ + 2³²(x₁y₀ + x₀y₁): three products. */
function multiplyInHalves(graph: Graph, shape: Shape, x: Secret, y: Secret): Secret {
  const [a, b] = [narrow(graph, halvesOf(graph, x)), narrow(graph, halvesOf(graph, y))];
  const product = (p: Part, q: Part): Part => ({
    ...productBounds(p, q),
    node: addNode(graph, 'field', 0, { kind: 'multiply' }, [p.node, q.node]),
  });
  const hi = linearPart(
    graph,
    [
      [product(a.hi, b.lo), 1n],
      [product(a.lo, b.hi), 1n],
    ],
    0n,
  );
  return ofHalves(shape, { lo: product(a.lo, b.lo), hi }, 1);
}

function multiplyByPublic(graph: Graph, shape: Shape, x: Secret, y: bigint): Operand {
  if (y === 0n) return 0n;
  for (const one of [x, reduced(graph, x)]) {
    if (fitsWall(shape.bits, intervalOf([[one, y]], 0n))) return linearBelow(graph, shape, [[one, y]], 0n);
  }
  const { lo, hi } = narrow(graph, halvesOf(graph, x));
  const y0 = BigInt.asUintN(HALF, y);
  const y1 = BigInt.asIntN(HALF, y >> BigInt(HALF));
  const cross = linearPart(
    graph,
    [
      [hi, y0],
      [lo, y1],
    ],
    0n,
  );
  return ofHalves(shape, { lo: linearPart(graph, [[lo, y0]], 0n), hi: cross }, 1);
}

export function productBounds(x: Interval, y: Interval): Interval {
  const corners = [x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high];
  return {
    low: corners.reduce((a, b) => (a < b ? a : b)),
    high: corners.reduce((a, b) => (a > b ? a : b)),
  };
}
