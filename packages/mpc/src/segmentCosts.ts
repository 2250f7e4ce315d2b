// What operations on segments take, as numbers: the twin of executor/segments.ts that runs nothing.
import { prefixLayers } from './executor/network.ts';
import type { Running } from './executor/segments.ts';
import { HALF, type Shape } from './executor/secrets.ts';
import {
  type Committee,
  type Cost,
  type Round,
  bitsCost,
  negativeCost,
  productCost,
  reductionCost,
  toField,
  zeroCost,
} from './integerCosts.ts';
import { costOf, timeline } from './timeline.ts';

const AND: Round = { opened: 0, ands: 1, daBits: 0 };

/**
 * Of values in F_p, each within its type, and starts that are secret bits: exactly what the engine takes. Open flags are joined where a later pair asks for them alone, and brought into the field once for all
 * columns.
 */
export function runningCost(of: Committee, kind: Running, count: number, shapes: readonly Shape[]): Cost {
  const line = timeline();
  const layers = prefixLayers(count);
  const needed = joinedFlags(layers.flat(), count);
  const open = new Array<number>(count).fill(0);
  const columns = shapes.flatMap((shape) => {
    if (kind !== 'sum' || shape.bits <= HALF) return [{ shape, at: new Array<number>(count).fill(0) }];
    const split = line.add(0, reductionCost(of, HALF).rounds, count);
    return [shape, shape].map(() => ({ shape, at: new Array<number>(count).fill(split) }));
  });
  let triples = 0;
  let pair = 0;
  for (const [from, to] of layers.flat()) {
    const [before, own] = [open[from] as number, open[to] as number];
    const alone = kind === 'sum' || kind === 'first' ? line.add(own, [toField(1)]) : undefined;
    for (const { shape, at } of columns) {
      const values = Math.max(at[from] as number, at[to] as number);
      const chosen =
        alone ?? line.add(Math.max(own, line.add(values, negativeCost(of, shape.bits).rounds)), [AND, toField(1)]);
      at[to] = line.add(Math.max(chosen, values), productCost.rounds);
      triples++;
    }
    if (needed[pair++]) open[to] = line.add(Math.max(before, own), [AND]);
  }
  return costOf(line, triples);
}

/** Of each pair whether what it makes of the flags is asked for later. */
function joinedFlags(pairs: readonly (readonly [number, number])[], count: number): readonly boolean[] {
  const asked = new Array<boolean>(count).fill(false);
  const needed = pairs.map(() => false);
  for (let k = pairs.length - 1; k >= 0; k--) {
    const [from, to] = pairs[k] as readonly [number, number];
    needed[k] = asked[to] as boolean;
    if (needed[k]) asked[from] = true;
    asked[to] = true;
  }
  return needed;
}

/** At most what groups take, of keys and values in F_p, each within its type. */
export function groupsCost(of: Committee, count: number, keys: readonly Shape[], values: readonly Shape[]): Cost {
  const levels = Math.ceil(Math.log2(Math.max(1, count)));
  const others = Math.max(0, count - 1);
  const line = timeline();
  const split = values.filter(({ bits }) => bits > HALF).length;
  const parts = values.length + split;
  const halved = split > 0 ? line.add(0, reductionCost(of, HALF).rounds, split * count) : 0;
  const equal = Math.max(0, ...keys.map(({ bits }) => line.add(0, zeroCost(of, bits).rounds, others)));
  const kept = line.add(equal, new Array<Round>(keys.length - 1).fill(AND), others);
  // Into the field, to be counted; then how far each has to move, in bits, and zeros of what does not.
  let now = line.add(kept, [toField(1)], others);
  now = line.add(now, bitsCost(of, levels).rounds, others);
  now = line.add(now, [AND], levels * count);
  const columns = keys.length + parts + 1;
  let triples = count * (columns - 1) + others * (parts + 1);
  const product = (times: number): Round => ({ opened: 2 * times, ands: 0, daBits: 0 });
  let moved = line.add(Math.max(kept + 1, halved), [product(columns - 1)], count);
  for (let level = 0; level < levels; level++) {
    const moving = count - 2 ** level;
    moved = line.add(Math.max(line.add(now, [toField(1)], moving), moved), [product(columns)], moving);
    now = line.add(now, [AND], moving * (levels - level));
    triples += columns * moving;
  }
  // Whether a row is one, in the field; then rows apart.
  line.add(Math.max(line.add(now, [toField(1)], others), moved), [product(parts + 1)], others);
  return costOf(line, triples);
}
