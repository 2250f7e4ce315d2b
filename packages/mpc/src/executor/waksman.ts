// A network of switches that can put any number of places in any order (Waksman, J. ACM 15, 1968; for any count Beauquier, Darrot, Parallel Processing Letters 12, 2002). Which places
// meet in a switch depends on the count alone; the settings for one order are found from outside to inside by following who meets whom.
//
// Of n places the pairs (2k, 2k + 1) meet in a switch, one of each goes on to the upper half, one to the lower; both halves are put in order; then pairs meet again. An odd last place goes
// through the lower half at both ends, and of an even count the last pair does not meet again.

/** Switches of a network of so many places: Σ ⌈log₂ i⌉ for i = 1 … n. */
export function switchCount(count: number): number {
  if (count < 2) return 0;
  const upper = count >> 1;
  return upper + switchCount(upper) + switchCount(count - upper) + outerPairs(count);
}

/** Pairs that meet a second time. */
function outerPairs(count: number): number {
  return (count - 1) >> 1;
}

/** Puts items in the order of the settings, which are taken in a fixed order: `meet(x, y, k)` gives both items behind the k-th switch. */
export function throughNetwork<Item>(
  items: readonly Item[],
  meet: (x: Item, y: Item, setting: number) => readonly [Item, Item],
): readonly Item[] {
  let next = 0;
  const pass = (inner: readonly Item[]): readonly Item[] => {
    const count = inner.length;
    if (count < 2) return inner;
    const [upper, lower]: [Item[], Item[]] = [[], []];
    for (let k = 0; 2 * k + 1 < count; k++) {
      const [up, down] = meet(inner[2 * k] as Item, inner[2 * k + 1] as Item, next++);
      upper.push(up);
      lower.push(down);
    }
    if (count % 2 === 1) lower.push(inner[count - 1] as Item);
    const [ups, downs] = [pass(upper), pass(lower)];
    const out: Item[] = [];
    for (let k = 0; 2 * k < count; k++) {
      const [up, down] = [ups[k] as Item, downs[k] as Item];
      if (k < outerPairs(count)) out.push(...meet(up, down, next++));
      else if (2 * k + 1 < count) out.push(up, down);
      else out.push(down);
    }
    return out;
  };
  return pass(items);
}

/** Settings under which place i has what was in place order[i]: 0 leaves a pair as it stands, 1 exchanges it. */
export function settingsFor(order: ArrayLike<number>): Uint8Array {
  const settings = new Uint8Array(switchCount(order.length));
  let next = 0;
  const set = (inner: ArrayLike<number>): void => {
    const count = inner.length;
    if (count < 2) return;
    const { inputs, outputs, upper, lower } = split(inner);
    for (const input of inputs) settings[next++] = input;
    set(upper);
    set(lower);
    for (const output of outputs) settings[next++] = output;
  };
  set(order);
  return settings;
}

interface Halves {
  readonly inputs: Uint8Array;
  readonly outputs: Uint8Array;
  readonly upper: Uint32Array;
  readonly lower: Uint32Array;
}

const UPPER = 0;
const LOWER = 1;
const UNSET = 2;

/** Who goes through which half: partners at either end go through different ones, so each loop of partners has one choice, and the ends without a switch have none. */
function split(order: ArrayLike<number>): Halves {
  const count = order.length;
  const from = new Uint32Array(count);
  for (let i = 0; i < count; i++) from[order[i] as number] = i;
  /** Half of each place at the end. */
  const half = new Uint8Array(count).fill(UNSET);
  const partner = (place: number): number | undefined =>
    count % 2 === 1 && place === count - 1 ? undefined : place ^ 1;
  const follow = (start: number, first: number): void => {
    for (let place = start, through = first; half[place] === UNSET;) {
      half[place] = through;
      const beside = partner(order[place] as number);
      if (beside === undefined) return;
      const other = from[beside] as number;
      half[other] = 1 - through;
      const next = partner(other);
      if (next === undefined) return;
      place = next;
    }
  };
  follow(count - 1, LOWER);
  for (let place = 0; place < count; place++) if (half[place] === UNSET) follow(place, UPPER);
  const [upper, lower] = [new Uint32Array(count >> 1), new Uint32Array(count - (count >> 1))];
  const inputs = new Uint8Array(count >> 1);
  const outputs = new Uint8Array(outerPairs(count));
  for (let place = 0; place < count; place++) {
    const input = order[place] as number;
    (half[place] === UPPER ? upper : lower)[place >> 1] = input >> 1;
    if (input >> 1 < inputs.length && input % 2 === 0) inputs[input >> 1] = half[place] as number;
    if (place >> 1 < outputs.length && place % 2 === 0) outputs[place >> 1] = half[place] as number;
  }
  return { inputs, outputs, upper, lower };
}
