// The interpreter's secret scalars as graph nodes: `bytecode` defines what an instruction means, this says how the engine gets there.
import {
  type Scalar,
  type SecretAlgebra,
  type TypeRef,
  type Types,
  integerOf,
  secret,
  widthOf,
} from '@enigma/bytecode';
import type { Graph } from './graph.ts';
import * as secrets from './secrets.ts';
import type { Operand, Secret, Shape } from './secrets.ts';

export function shapeOf(types: Types, type: TypeRef): Shape {
  return { bits: widthOf(types, type), signed: integerOf(type)?.signed ?? false };
}

export function graphAlgebra(types: Types, graph: Graph): SecretAlgebra<Secret> {
  const shape = (type: TypeRef): Shape => shapeOf(types, type);
  const two =
    (operation: (graph: Graph, shape: Shape, a: Operand, b: Operand) => Operand) =>
    (type: TypeRef, a: Scalar<Secret>, b: Scalar<Secret>): Scalar<Secret> =>
      scalarOf(operation(graph, shape(type), operandOf(a), operandOf(b)));
  const total = {
    add: two(secrets.add),
    sub: two(secrets.subtract),
    mul: two(secrets.multiply),
    min: two(secrets.minimum),
    max: two(secrets.maximum),
  };
  const compare = { eq: two(secrets.equal), lt: two(secrets.less) };
  const logic = { and: secrets.and, or: secrets.or, xor: secrets.xor };
  return {
    total: (op, type, a, b) => total[op](type, a, b),
    compare: (op, type, a, b) => compare[op](type, a, b),
    logic: (op, a, b) => scalarOf(logic[op](graph, operandOf(a), operandOf(b))),
    not: (a) => scalarOf(secrets.not(graph, operandOf(a))),
    select: (type, condition, a, b) =>
      scalarOf(secrets.select(graph, shape(type), operandOf(condition), operandOf(a), operandOf(b))),
    cast: (_, to, a) => scalarOf(secrets.cast(graph, shape(to), operandOf(a))),
    sum: (type, elements) => scalarOf(secrets.sum(graph, shape(type), elements.map(operandOf))),
  };
}

export function operandOf(scalar: Scalar<Secret>): Operand {
  return typeof scalar === 'bigint' ? scalar : scalar.scalar;
}

export function scalarOf(operand: Operand): Scalar<Secret> {
  return secrets.isSecret(operand) ? secret(operand) : operand;
}
