// A network that sorts any number of places by exchanges whose places depend on the number alone.

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
