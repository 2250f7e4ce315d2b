// From one type to another, and to what leaves the engine.
import { type Graph, type Node, addNode } from './graph.ts';
import {
  HALF,
  type Operand,
  type Secret,
  type Shape,
  bitsOf,
  boundsOf,
  fieldOf,
  fitsWall,
  hasField,
  inType,
  isSecret,
  made,
  reduceNode,
  reduced,
  within,
  wrapTo,
} from './secrets.ts';

/** The value of the new type congruent mod 2^bits. */
export function cast(graph: Graph, shape: Shape, x: Operand): Operand {
  if (!isSecret(x)) return wrapTo(shape, x);
  if (shape.bits === x.shape.bits && shape.signed === x.shape.signed) return x;
  const interval = inType(x) ? x : boundsOf(x.shape);
  if (within(interval, boundsOf(shape))) {
    // The same integer in a wider type: both forms carry over.
    const exact = reduced(graph, x);
    const bits = exact.bits && resized(graph, exact.bits, shape.bits, x.shape.signed);
    // The field form is made of the narrow bits: from the wide ones it would take a daBit for each zero above them.
    return made(shape, exact, { bits, field: fieldOf(graph, exact) });
  }
  const bits = x.bits && resized(graph, x.bits, shape.bits, x.shape.signed);
  // The lower half alone says what remains of both.
  if (x.halves && shape.bits <= HALF) return made(shape, x.halves.lo, { bits, field: x.halves.lo.node });
  if (shape.bits > x.shape.bits) {
    // A negative value that becomes unsigned: its sign is copied upwards, which an integer of the type says by itself.
    const exact = reduced(graph, x);
    return hasField(exact)
      ? made(shape, exact, { bits, field: fieldOf(graph, exact) })
      : made(shape, boundsOf(shape), { bits });
  }
  if (shape.bits === x.shape.bits && !x.field) {
    if (x.halves) return made(shape, x, { bits, halves: x.halves });
    if (x.input) return made(shape, boundsOf(shape), { bits, input: x.input });
  }
  // The low bits of an unreduced integer are those of the value.
  if (hasField(x) && fitsWall(shape.bits, x)) return made(shape, x, { bits, field: fieldOf(graph, x) });
  return made(shape, boundsOf(shape), { bits: resized(graph, bitsOf(graph, x), shape.bits, x.shape.signed) });
}

function resized(graph: Graph, bits: Node, width: number, signed: boolean): Node {
  return bits.width === width
    ? bits
    : addNode(graph, 'bits', width, { kind: 'resize', width, signed, flip: false }, [bits]);
}

/** What an output shows: the value mod 2^bits as a non-negative field element. */
export function outputNode(graph: Graph, secret: Secret): Node {
  const { shape, low } = secret;
  if (!shape.signed) return fieldOf(graph, reduced(graph, secret));
  if (!hasField(secret)) return addNode(graph, 'field', 0, { kind: 'toField', signed: false }, [bitsOf(graph, secret)]);
  return reduceNode(graph, fieldOf(graph, secret), low, shape.bits, false);
}
