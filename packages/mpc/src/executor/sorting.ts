// Sorting of secret values (docs/protocols/sorting.md): a network of exchanges on composites, the bits of a key above those of its place, so that no two are equal and equal keys
// stay in their order. What the keys belong to moves along, in the field by a product, a bool by an AND.
import { type Graph, type Node, addNode } from './graph.ts';
import { mergeExchange } from './network.ts';
import {
  type Interval,
  type Operand,
  type Shape,
  asField,
  bitLength,
  bitsOf,
  boundsOf,
  classified,
  isSecret,
  linearNode,
  made,
  reduced,
} from './secrets.ts';

/** Values of one leaf type, one a place. */
export interface Moved {
  readonly shape: Shape;
  readonly values: readonly Operand[];
}

/** The columns in ascending order of the keys. */
export function sorted(
  graph: Graph,
  shape: Shape,
  keys: readonly Operand[],
  columns: readonly Moved[],
): readonly (readonly Operand[])[] {
  if (keys.length < 2) return columns.map(({ values }) => values);
  const places = bitLength(BigInt(keys.length - 1));
  const composites = keys.map((key, place) => compositeOf(graph, shape, key, place, places));
  const rows = columns.map((column) => movable(graph, column));
  for (const layer of mergeExchange(keys.length))
    for (const [i, j] of layer) {
      const [x, y] = [composites[i], composites[j]] as [Node, Node];
      const swap = addNode(graph, 'bits', 1, { kind: 'less' }, [y, x]);
      [composites[i], composites[j]] = exchangedBits(graph, swap, x, y);
      exchange(graph, swap, rows, i, j);
    }
  return rows.map(({ shape: own, interval, nodes, inBits }) =>
    nodes.map((node) => made(own, interval, inBits ? { bits: node } : { field: node })),
  );
}

function compositeOf(graph: Graph, shape: Shape, key: Operand, place: number, places: number): Node {
  const bits = bitsOf(graph, isSecret(key) ? key : classified(graph, key, shape));
  const ordered = shape.signed
    ? addNode(graph, 'bits', shape.bits, { kind: 'resize', width: shape.bits, signed: true, flip: true }, [bits])
    : bits;
  const own = addNode(graph, 'bits', places, { kind: 'constantBits', value: BigInt(place), width: places });
  return addNode(graph, 'bits', places + shape.bits, { kind: 'join' }, [own, ordered]);
}

/** A column in the form in which it moves. */
interface Row {
  readonly shape: Shape;
  readonly interval: Interval;
  readonly inBits: boolean;
  readonly nodes: Node[];
}

function movable(graph: Graph, { shape, values }: Moved): Row {
  const inBits = shape.bits === 1;
  const nodes = values.map((value) => {
    if (inBits) return bitsOf(graph, isSecret(value) ? value : classified(graph, value, shape));
    return asField(graph, isSecret(value) ? reduced(graph, value) : value);
  });
  return { shape, interval: boundsOf(shape), inBits, nodes };
}

function exchange(graph: Graph, swap: Node, rows: readonly Row[], i: number, j: number): void {
  let factor: Node | undefined;
  for (const { nodes, inBits } of rows) {
    const [x, y] = [nodes[i], nodes[j]] as [Node, Node];
    if (x === y) continue;
    if (inBits) [nodes[i], nodes[j]] = exchangedBits(graph, swap, x, y);
    else {
      factor ??= addNode(graph, 'field', 0, { kind: 'toField', signed: false }, [swap]);
      [nodes[i], nodes[j]] = exchangedFields(graph, factor, x, y);
    }
  }
}

/** (c ? y : x, c ? x : y): one AND a bit, because the two together are x and y. */
function exchangedBits(graph: Graph, swap: Node, x: Node, y: Node): [Node, Node] {
  const first = addNode(graph, 'bits', x.width, { kind: 'selectBits' }, [swap, y, x]);
  const both = addNode(graph, 'bits', x.width, { kind: 'xor' }, [x, y]);
  return [first, addNode(graph, 'bits', x.width, { kind: 'xor' }, [both, first])];
}

/** (x + c(y − x), y − c(y − x)): one product. */
export function exchangedFields(graph: Graph, swap: Node, x: Node, y: Node): [Node, Node] {
  const gap = linearNode(graph, [
    [y, 1n],
    [x, -1n],
  ]);
  const moved = addNode(graph, 'field', 0, { kind: 'multiply' }, [swap, gap]);
  return [
    linearNode(graph, [
      [x, 1n],
      [moved, 1n],
    ]),
    linearNode(graph, [
      [y, 1n],
      [moved, -1n],
    ]),
  ];
}
