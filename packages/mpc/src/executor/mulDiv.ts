// Products that are divided, exactly (docs/protocols/division.md). By a public number below the wall in a type twice as wide; past it limb by limb, as far as the divisor is
// no longer than a limb; else in bits.
import { cast } from './casts.ts';
import { quotient, secretOf } from './division.ts';
import { type Graph, addNode } from './graph.ts';
import { linearPart, multiply, ofHalves, productBounds } from './integers.ts';
import {
  HALF,
  type Halves,
  type Operand,
  type Part,
  type Secret,
  type Shape,
  bitsOf,
  boundsOf,
  halvesOf,
  isSecret,
  made,
  mod32,
  narrow,
  reduced,
  wrapTo,
} from './secrets.ts';

/** Exact product, then the quotient, then mod 2^w; zero where z is. */
export function multiplyDivide(graph: Graph, shape: Shape, x: Operand, y: Operand, z: Operand): Operand {
  if (!isSecret(z)) {
    if (z === 0n) return 0n;
    if (z === 1n) return multiply(graph, shape, x, y);
    if (!isSecret(x) && !isSecret(y)) return wrapTo(shape, (x * y) / z);
    if (shape.bits <= HALF) {
      const wide: Shape = { bits: 2 * HALF, signed: shape.signed };
      const [a, b] = [x, y].map((one) => cast(graph, wide, one)) as [Operand, Operand];
      return cast(graph, shape, quotient(graph, wide, multiply(graph, wide, a, b), z));
    }
    if (!shape.signed && z < LIMB)
      return isSecret(x) ? byLimbs(graph, shape, x, y, z) : byLimbs(graph, shape, y as Secret, x, z);
  }
  const operands = [x, y, z].map((one) => bitsOf(graph, secretOf(graph, shape, one)));
  const bits = addNode(graph, 'bits', shape.bits, { kind: 'multiplyDivide', signed: shape.signed }, operands);
  return made(shape, boundsOf(shape), { bits });
}

const LIMB = 1n << BigInt(HALF);

/**
 * xy = h·2^64 + m·2^32 + l is divided from the top: each limb by itself, and what is left of the one above together with what is left of it. The quotient of h counts
 * 2^64, so that only what is left of h matters.
 */
function byLimbs(graph: Graph, shape: Shape, x: Secret, y: Operand, z: bigint): Secret {
  const a = exactHalves(graph, x);
  const b = isSecret(y) ? exactHalves(graph, y) : { lo: y % LIMB, hi: y / LIMB };
  const cross = [product(graph, a.lo, b.hi), product(graph, a.hi, b.lo)] as const;
  const middle = linearPart(
    graph,
    [
      [cross[0], 1n],
      [cross[1], 1n],
    ],
    0n,
  );
  const [h, m, l] = [product(graph, a.hi, b.hi), middle, product(graph, a.lo, b.lo)].map((part) =>
    divided(graph, part, z),
  ) as [Divided, Divided, Divided];
  const next = divided(graph, beside(graph, h.rest, m.rest), z);
  const last = divided(graph, beside(graph, next.rest, l.rest), z);
  const both = (p: Part, q: Part): Part =>
    linearPart(
      graph,
      [
        [p, 1n],
        [q, 1n],
      ],
      0n,
    );
  return ofHalves(shape, { lo: both(l.quotient, last.quotient), hi: both(m.quotient, next.quotient) }, 1);
}

/** Both of 32 bits, of the value in its type. */
function exactHalves(graph: Graph, x: Secret): Halves {
  const { lo, hi } = narrow(graph, halvesOf(graph, reduced(graph, x)));
  return { lo, hi: mod32(graph, hi) };
}

function product(graph: Graph, p: Part, q: Part | bigint): Part {
  if (typeof q === 'bigint') return linearPart(graph, [[p, q]], 0n);
  return { ...productBounds(p, q), node: addNode(graph, 'field', 0, { kind: 'multiply' }, [p.node, q.node]) };
}

interface Divided {
  readonly quotient: Part;
  readonly rest: Part;
}

function divided(graph: Graph, part: Part, z: bigint): Divided {
  const node = addNode(graph, 'field', 0, { kind: 'quotient', offset: 0n, divisor: z }, [part.node]);
  const whole: Part = { node, low: 0n, high: part.high / z };
  const rest = linearPart(
    graph,
    [
      [part, 1n],
      [whole, -z],
    ],
    0n,
  );
  return { quotient: whole, rest: { node: rest.node, low: 0n, high: z - 1n } };
}

/** upper·2^32 + lower, below 2^64. */
function beside(graph: Graph, upper: Part, lower: Part): Part {
  return linearPart(
    graph,
    [
      [upper, LIMB],
      [lower, 1n],
    ],
    0n,
  );
}
