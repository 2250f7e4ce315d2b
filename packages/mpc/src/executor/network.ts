// Networks whose places depend on their number alone: one that sorts by exchanges, one that makes all prefixes.

/** Pairs i < j of places that are compared at once; each place stands in one of them at most. */
export type Layer = readonly (readonly [number, number])[];

/**
 * Batcher's merge exchange for any count (AFIPS SJCC 1968; Knuth, TAOCP 3, 5.2.2, Algorithm M): after each pair was put in order, layer by layer, all are. ½L(L + 1) layers with
 * L = ⌈log₂ count⌉.
 */
export function mergeExchange(count: number): readonly Layer[] {
  const top = 2 ** (Math.ceil(Math.log2(Math.max(count, 2))) - 1);
  const layers: Layer[] = [];
  if (count < 2) return layers;
  for (let p = top; p >= 1; p /= 2) {
    let [q, r, d] = [top, 0, p];
    for (;;) {
      const layer: (readonly [number, number])[] = [];
      for (let i = 0; i + d < count; i++) if ((i & p) === r) layer.push([i, i + d]);
      layers.push(layer);
      if (q === p) break;
      [d, q, r] = [q - p, q / 2, p];
    }
  }
  return layers;
}

/** From so many places on prefixes are made by pairs. */
const SHORT = 16;

/**
 * All prefixes of an associative operation, in place: after each pair [i, j], in which i stands before j, place j holds what i and j held together, all places hold the prefix up to
 * themselves. Of a few places by halves, ⌈log₂ count⌉ layers of count/2 pairs (Sklansky, IRE Trans. EC-9, 1960); of many by pairs, whose prefixes are half of all (Brent, Kung, IEEE Trans.
 * C-31, 1982): less than 2·count pairs in 2⌈log₂ count⌉ layers.
 */
export function prefixLayers(count: number): readonly Layer[] {
  return layersOf(Array.from({ length: count }, (_, place) => place));
}

function layersOf(places: readonly number[]): readonly Layer[] {
  const at = (k: number): number => places[k] as number;
  if (places.length < 2) return [];
  if (places.length <= SHORT) {
    const layers: Layer[] = [];
    for (let span = 1; span < places.length; span *= 2)
      layers.push(
        places.flatMap((place, k) => ((k & span) === 0 ? [] : [[at((k & ~(span - 1)) - 1), place] as const])),
      );
    return layers;
  }
  const pairs = places.flatMap((place, k) => (k % 2 === 0 ? [] : [[at(k - 1), place] as const]));
  const between = places.flatMap((place, k) => (k % 2 === 1 || k === 0 ? [] : [[at(k - 1), place] as const]));
  return [pairs, ...layersOf(places.filter((_, k) => k % 2 === 1)), between];
}
