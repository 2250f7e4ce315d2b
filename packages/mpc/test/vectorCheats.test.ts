// Cheats against operations on vectors: a lie in any round of a read or write at a secret index is found, and without the check it would have worked.
import { elementAt, field, vectorOf } from '@enigma/crypto';
import type { FieldVector } from '@enigma/crypto';
import type { Engine } from '../src/engine.ts';
import { type Graph, emptyGraph } from '../src/executor/graph.ts';
import * as places from '../src/executor/places.ts';
import { runGraph } from '../src/executor/schedule.ts';
import { type Operand, type Shape, asField, shareSecret } from '../src/executor/secrets.ts';
import type { Protocol } from '../src/round.ts';
import { type Committee, sharedField } from './committee.ts';
import { type Answer, liesAreFound } from './lies.ts';

const U8: Shape = { bits: 8, signed: false };
const U32: Shape = { bits: 32, signed: false };

/** Secrets of the state, and what is made of them. */
function protocolOf(
  values: readonly bigint[],
  build: (graph: Graph, secrets: (shape: Shape, from: number, to?: number) => readonly Operand[]) => readonly Operand[],
): (c: Committee) => (engine: Engine) => Protocol<Answer> {
  return (c) => {
    const shares = sharedField(c, vectorOf(values.map((value) => field.reduce(value))));
    return function* (engine) {
      const own = shares[engine.context.seat] as FieldVector;
      const graph = emptyGraph();
      const made = build(graph, (shape, from, to = from + 1) =>
        Array.from({ length: to - from }, (_, k) => shareSecret(graph, elementAt(own, from + k), shape)),
      );
      const nodes = made.map((operand) => asField(graph, operand));
      return vectorOf((yield* runGraph(engine, graph, nodes, [])) as bigint[]);
    };
  };
}

/** An index, a value, and the elements. */
const values = [3n, 77n, 10n, 20n, 30n, 4_000_000_000n, 50n];
const material = { ands: 2000, daBits: 40, triples: 20 };

liesAreFound(
  'a read at a secret index',
  material,
  protocolOf(values, (graph, secrets) => {
    const [index] = secrets(U8, 0) as [Operand];
    return [places.pick(graph, U32, places.flags(graph, index, 5), secrets(U32, 2, 7))];
  }),
);

liesAreFound(
  'a write at a secret index',
  material,
  protocolOf(values, (graph, secrets) => {
    const [index] = secrets(U8, 0) as [Operand];
    const [value] = secrets(U32, 1) as [Operand];
    return places.replace(graph, U32, places.flags(graph, index, 5), value, secrets(U32, 2, 7));
  }),
);
