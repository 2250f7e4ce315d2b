// Drawn orders and what is put in them (docs/protocols/shuffle.md): for each T-set a network of switches whose settings its holders know, so that each setting is shared
// without a message and a switch is one product for each leaf. Of all sets together no T seats know the order.
import { type SeatSet, field, shareCoefficient } from '@enigma/crypto';
import type { Engine } from '../engine.ts';
import { type Graph, type Node, addNode } from './graph.ts';
import { type Operand, type Secret, type Shape, asField, boundsOf, isSecret, made, reduced } from './secrets.ts';
import { exchangedFields, type Moved } from './sorting.ts';
import { settingsFor, switchCount, throughNetwork } from './waksman.ts';

/** An order as this seat has it: by T-set the shares of the settings of its network, and of its own places. */
export interface Drawn {
  readonly count: number;
  readonly networks: readonly { readonly settings: readonly Node[]; readonly places: readonly Node[] }[];
}

/** The pieces are those of the sets that this seat holds; of the others its shares are zero. */
export function drawnOrder(
  { sets, context }: Engine,
  graph: Graph,
  pieces: ReadonlyMap<SeatSet, ArrayLike<number>>,
  count: number,
): Drawn {
  const networks = sets.map((set) => {
    const piece = pieces.get(set);
    const weight = piece === undefined ? 0n : shareCoefficient(set, context.seat);
    const shared = (values: ArrayLike<number> | undefined, length: number): Node[] =>
      Array.from({ length }, (_, k) =>
        addNode(graph, 'field', 0, { kind: 'share', share: field.mul(weight, BigInt(values?.[k] ?? 0)) }),
      );
    return {
      settings: shared(piece && settingsFor(piece), switchCount(count)),
      places: shared(piece, count),
    };
  });
  return { count, networks };
}

/** 0 … count − 1 in that order. The first set's own places need no network: they are what it makes of the numbers in order. */
export function placesOf(graph: Graph, { count, networks }: Drawn, shape: Shape): readonly Secret[] {
  const [first, ...others] = networks as [Drawn['networks'][number], ...Drawn['networks']];
  const rows = others.reduce<readonly Node[]>(
    (places, { settings }) => throughNetwork(places, (x, y, k) => exchangedFields(graph, settings[k] as Node, x, y)),
    first.places,
  );
  const interval = { low: 0n, high: BigInt(count - 1) };
  return rows.map((node) => made(shape, interval, { field: node }));
}

/** The columns in that order. */
export function permuted(
  graph: Graph,
  { networks }: Drawn,
  columns: readonly Moved[],
): readonly (readonly Operand[])[] {
  return columns.map(({ shape, values }) => {
    const nodes = values.map((value) => asField(graph, isSecret(value) ? reduced(graph, value) : value));
    const moved = networks.reduce<readonly Node[]>(
      (row, { settings }) => throughNetwork(row, (x, y, k) => exchangedFields(graph, settings[k] as Node, x, y)),
      nodes,
    );
    return moved.map((node) => made(shape, boundsOf(shape), { field: node }));
  });
}
