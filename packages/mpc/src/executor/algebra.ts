// The interpreter's secret scalars as graph nodes: `bytecode` defines what an instruction means, this says how the engine gets there.
import {
  type Column,
  type Scalar,
  type SecretAlgebra,
  type TypeRef,
  type Types,
  integerOf,
  scalarRefs,
  secret,
  widthOf,
} from '@enigma/bytecode';
import type { Graph } from './graph.ts';
import * as bitwise from './bitwise.ts';
import { cast } from './casts.ts';
import * as choices from './choices.ts';
import { compact } from './compact.ts';
import { dot } from './dot.ts';
import * as division from './division.ts';
import * as integers from './integers.ts';
import { multiplyDivide } from './mulDiv.ts';
import * as places from './places.ts';
import type { TaskDraws } from './random.ts';
import { type Moved, sorted } from './sorting.ts';
import { type Operand, type Secret, type Shape, isSecret } from './secrets.ts';

export function shapeOf(types: Types, type: TypeRef): Shape {
  return { bits: widthOf(types, type), signed: integerOf(type)?.signed ?? false };
}

export function graphAlgebra(types: Types, graph: Graph, draws: TaskDraws): SecretAlgebra<Secret> {
  const shape = (type: TypeRef): Shape => shapeOf(types, type);
  const two =
    (operation: (graph: Graph, shape: Shape, a: Operand, b: Operand) => Operand) =>
    (type: TypeRef, a: Scalar<Secret>, b: Scalar<Secret>): Scalar<Secret> =>
      scalarOf(operation(graph, shape(type), operandOf(a), operandOf(b)));
  const total = {
    add: two(integers.add),
    sub: two(integers.subtract),
    mul: two(integers.multiply),
    div: two(division.quotient),
    rem: two(division.remainder),
    min: two(choices.minimum),
    max: two(choices.maximum),
  };
  const compare = { eq: two(choices.equal), lt: two(choices.less) };
  const logic = { and: two(bitwise.and), or: two(bitwise.or), xor: two(bitwise.xor) };
  const moved = ({ type, scalars }: Column<Secret>): Moved => ({ shape: shape(type), values: scalars.map(operandOf) });
  return {
    total: (op, type, a, b) => total[op](type, a, b),
    compare: (op, type, a, b) => compare[op](type, a, b),
    logic: (op, type, a, b) => logic[op](type, a, b),
    not: (type, a) => scalarOf(bitwise.not(graph, shape(type), operandOf(a))),
    shift: (op, type, a, amount) =>
      scalarOf(bitwise.shift(graph, shape(type), op === 'shl', operandOf(a), operandOf(amount))),
    bits: (_, a) => bitwise.bitsIn(graph, a).map(scalarOf),
    frombits: (type, bits) => scalarOf(bitwise.joined(graph, shape(type), bits.map(operandOf))),
    lut: (type, table, place) => scalarOf(bitwise.lookUp(graph, shape(type), table, place)),
    muldiv: (type, a, b, c) => scalarOf(multiplyDivide(graph, shape(type), operandOf(a), operandOf(b), operandOf(c))),
    isqrt: (type, a) => scalarOf(division.squareRoot(graph, shape(type), a)),
    select: (type, condition, a, b) =>
      scalarOf(choices.select(graph, shape(type), operandOf(condition), operandOf(a), operandOf(b))),
    cast: (_, to, a) => scalarOf(cast(graph, shape(to), operandOf(a))),
    dot: (type, pairs) =>
      scalarOf(
        dot(
          graph,
          shape(type),
          pairs.map(([a, b]) => [operandOf(a), operandOf(b)] as const),
        ),
      ),
    compact: (leaves, keep, columns) =>
      compact(
        graph,
        keep.map(operandOf),
        columns.map((column, k) => ({ shape: shape(leaves[k] as TypeRef), values: column.map(operandOf) })),
      ).map((column) => column.map(scalarOf)),
    flags: (_, index, count) => places.flags(graph, operandOf(index), count).map(scalarOf),
    pick: (type, flags, values) =>
      scalarOf(places.pick(graph, shape(type), flags.map(operandOf), values.map(operandOf))),
    replace: (type, flags, value, values) =>
      places.replace(graph, shape(type), flags.map(operandOf), operandOf(value), values.map(operandOf)).map(scalarOf),
    sum: (type, elements) => scalarOf(integers.sum(graph, shape(type), elements.map(operandOf))),
    sorted: (type, keys, columns) =>
      sorted(graph, shape(type), keys.map(operandOf), columns.map(moved)).map((column) => column.map(scalarOf)),
    permuted: (order, columns) =>
      draws.permuted(order.map(operandOf), columns.map(moved)).map((column) => column.map(scalarOf)),
    randomOrder: (count) => draws.order(shape(scalarRefs.u32), count).map((place) => secret(place)),
    randomBits: (type) => secret(draws.bits(shape(type))),
    randomBelow: (bound) => secret(draws.below(shape(scalarRefs.u32), bound)),
  };
}

export function operandOf(scalar: Scalar<Secret>): Operand {
  return typeof scalar === 'bigint' ? scalar : scalar.scalar;
}

export function scalarOf(operand: Operand): Scalar<Secret> {
  return isSecret(operand) ? secret(operand) : operand;
}
