// Random values as graph nodes: the draws of one task, numbered in the order of the program.
import { field, shareCoefficient } from '@enigma/crypto';
import type { DrawPlace, Draws } from '../draws.ts';
import { seatDraws } from '../draws.ts';
import type { Engine } from '../engine.ts';
import { COIN_BITS, type LaplaceLaw, laplaceWords } from '../laplace.ts';
import { LIMB_BITS, LIMBS } from '../limits.ts';
import { type Graph, addNode } from './graph.ts';
import { laplaceNoise } from './noise.ts';
import { type Drawn, drawnOrder, permuted, placesOf } from './shuffling.ts';
import type { Moved } from './sorting.ts';
import {
  type Operand,
  type Part,
  type Secret,
  type Shape,
  boundsOf,
  linearNode,
  made,
  reduceNode,
  split,
} from './secrets.ts';

export interface TaskDraws {
  /** A value of the type, all its bits uniform: in bits, which nobody sent. */
  bits(shape: Shape): Secret;
  /** ⌊R·bound / 2^96⌋ in F_p. */
  below(shape: Shape, bound: bigint): Secret;
  /** Discrete Laplace noise of the law. */
  laplace(shape: Shape, law: LaplaceLaw): Secret;
  /** 0 … count − 1 in a uniform order. */
  order(shape: Shape, count: number): readonly Secret[];
  /** The columns in an order that was drawn. */
  permuted(order: readonly Operand[], columns: readonly Moved[]): readonly (readonly Operand[])[];
}

export function taskDraws(engine: Engine, graph: Graph, task: number): TaskDraws {
  const draws: Draws = engine.context.draws ?? seatDraws(engine.context.setKeys('draw'));
  let draw = 0;
  const orders = new WeakMap<Secret, Drawn>();
  const next = (): DrawPlace => ({ task, draw: draw++ });
  return {
    order(shape, count) {
      const drawn = drawnOrder(engine, graph, draws.permutation(next(), count), count);
      const places = placesOf(graph, drawn, shape);
      orders.set(places[0] as Secret, drawn);
      return places;
    },
    permuted(order, columns) {
      if (order.length === 0) return columns.map(() => []);
      const drawn = orders.get(order[0] as Secret);
      if (drawn === undefined) throw new Error('the verifier lets no other order here');
      return permuted(graph, drawn, columns);
    },
    bits(shape) {
      const pieces = draws.bits(next(), shape.bits);
      return made(shape, boundsOf(shape), { bits: addNode(graph, 'bits', shape.bits, { kind: 'drawn', pieces }) });
    },
    laplace(shape, law) {
      const words = Array.from({ length: laplaceWords(law) }, () =>
        addNode(graph, 'bits', COIN_BITS, { kind: 'drawn', pieces: draws.bits(next(), COIN_BITS) }),
      );
      return laplaceNoise(graph, shape, law, words);
    },
    below(shape, bound) {
      const pieces = draws.below(next(), bound);
      const limbs = Array.from({ length: LIMBS }, (_, k) => limbOf(engine, graph, pieces, k));
      // ⌊(R₀ + 2³²R₁ + 2⁶⁴R₂)·n / 2⁹⁶⌋, a limb at a time: each product has its lower 32 bits cut off and goes on to the next.
      let carry: Part = { node: linearNode(graph, []), low: 0n, high: 0n };
      for (const limb of limbs) {
        const product = {
          node: linearNode(graph, [
            [limb.node, bound],
            [carry.node, 1n],
          ]),
          low: 0n,
          high: limb.high * bound + carry.high,
        };
        carry = split(graph, product).hi;
      }
      return made(shape, carry, { field: carry.node });
    },
  };
}

/** (Σ w_A) mod 2^32 of one limb: each w_A is known to the holders of A, so correctly shared without a message. */
function limbOf(engine: Engine, graph: Graph, pieces: ReadonlyMap<number, readonly bigint[]>, limb: number): Part {
  const { seat } = engine.context;
  const share = [...pieces].reduce(
    (sum, [set, words]) => field.add(sum, field.mul(words[limb] as bigint, shareCoefficient(set, seat))),
    0n,
  );
  const sum = addNode(graph, 'field', 0, { kind: 'share', share });
  return {
    node: reduceNode(graph, sum, 0n, LIMB_BITS, false),
    low: 0n,
    high: (1n << BigInt(LIMB_BITS)) - 1n,
  };
}
