// Discrete Laplace noise of words that nobody knows (docs/protocols/noise.md): a coin is one comparison of its word with a public threshold, in bits, all coins side
// by side; then each goes into the field, and one product gives the size its sign.
import type { LaplaceLaw } from '../laplace.ts';
import { type Graph, type Node, addNode } from './graph.ts';
import { type Secret, type Shape, linearNode, made } from './secrets.ts';

/** The value of `laplaceValue`, between −2^digits and 2^digits. */
export function laplaceNoise(graph: Graph, shape: Shape, { thresholds }: LaplaceLaw, words: readonly Node[]): Secret {
  const coin = (word: Node, threshold: bigint): Node => {
    const below = addNode(graph, 'bits', 1, { kind: 'lessPublic', value: threshold }, [word]);
    return addNode(graph, 'field', 0, { kind: 'toField', signed: false }, [below]);
  };
  const [first, ...digits] = words as [Node, ...Node[]];
  const half = thresholds[0] as bigint;
  // 1 below the half, −1 from there to twice as much, else 0.
  const sign = linearNode(graph, [
    [coin(first, half), 2n],
    [coin(first, 2n * half), -1n],
  ]);
  const size = linearNode(
    graph,
    digits.map((word, k) => [coin(word, thresholds[k] as bigint), 1n << BigInt(k)]),
    1n,
  );
  const most = 1n << BigInt(thresholds.length);
  return made(
    shape,
    { low: -most, high: most },
    { field: addNode(graph, 'field', 0, { kind: 'multiply' }, [sign, size]) },
  );
}
