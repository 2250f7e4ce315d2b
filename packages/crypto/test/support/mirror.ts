// Lanes as numbers: what the machine computes in both lanes, step by step, with BigInt for what float64 would round. Each step that the
// sequence calls exact is checked to be so.
import assert from 'node:assert/strict';
import type { Lanes } from '../../scripts/fused/lanes.ts';

/** Floats are numbers, words are BigInts in 0 … 2^64 − 1. */
export type Pair = readonly [number, number] | readonly [bigint, bigint];

const MASK = 2n ** 64n - 1n;
const floats = new Float64Array(1);
const bitsOfFloats = new BigUint64Array(floats.buffer);

export class Mirror implements Lanes<Pair> {
  readonly trace: Pair[] = [];

  #kept(value: Pair): Pair {
    this.trace.push(value);
    return value;
  }

  /** Of integers that must be floats. */
  #exact(one: (lane: 0 | 1) => bigint): Pair {
    const values = [one(0), one(1)] as const;
    for (const value of values) assert.equal(BigInt(Number(value)), value, 'rounded');
    return this.#kept([Number(values[0]), Number(values[1])]);
  }

  #words(one: (lane: 0 | 1) => bigint): Pair {
    return this.#kept([one(0) & MASK, one(1) & MASK]);
  }

  number(value: number): Pair {
    return this.#kept([value, value]);
  }
  word(value: bigint): Pair {
    return this.#kept([value, value]);
  }
  plus(a: Pair, b: Pair): Pair {
    return this.#exact((i) => whole(a, i) + whole(b, i));
  }
  minus(a: Pair, b: Pair): Pair {
    return this.#exact((i) => whole(a, i) - whole(b, i));
  }
  plusTimes(c: Pair, factor: number, b: Pair): Pair {
    return this.#exact((i) => whole(c, i) + BigInt(factor) * whole(b, i));
  }
  split(x: Pair, y: Pair, before: Pair, base: Pair): readonly [Pair, Pair] {
    // Number(…) of a BigInt rounds as a fused multiply-add does: once, to nearest, ties to even.
    const high = this.#exact((i) => BigInt(Number(whole(x, i) * whole(y, i) + whole(before, i))));
    for (const i of [0, 1] as const) {
      const rest = whole(base, i) - whole(high, i);
      assert.equal(BigInt(Number(rest)), rest, 'rounded');
    }
    return [high, this.#exact((i) => whole(x, i) * whole(y, i) + whole(base, i) - whole(high, i))];
  }
  gather(high: Pair, low: Pair): Pair {
    return this.#exact((i) => {
      assert.equal(whole(high, i) % 2n ** 44n, 0n);
      return whole(high, i) / 2n ** 44n + whole(low, i);
    });
  }
  round(a: Pair): readonly [Pair, Pair] {
    const start = 3n * 2n ** 95n;
    const multiple = this.#exact((i) => BigInt(Number(whole(a, i) + start)) - start);
    return [multiple, this.#exact((i) => whole(a, i) - whole(multiple, i))];
  }
  toFloat(a: Pair): Pair {
    return this.#exact((i) => {
      assert.ok(word(a, i) < 2n ** 52n);
      return word(a, i);
    });
  }
  bits(a: Pair): Pair {
    return this.#words((i) => {
      floats[0] = Number(whole(a, i));
      return bitsOfFloats[0] as bigint;
    });
  }
  and(a: Pair, mask: bigint): Pair {
    return this.#words((i) => word(a, i) & mask);
  }
  or(a: Pair, b: Pair): Pair {
    return this.#words((i) => word(a, i) | word(b, i));
  }
  shiftLeft(a: Pair, places: number): Pair {
    return this.#words((i) => word(a, i) << BigInt(places));
  }
  shiftRight(a: Pair, places: number): Pair {
    return this.#words((i) => word(a, i) >> BigInt(places));
  }
  sum(a: Pair, b: Pair): Pair {
    return this.#words((i) => word(a, i) + word(b, i));
  }
  sumModulo(a: Pair, b: Pair): Pair {
    return this.sum(a, b);
  }
  difference(a: Pair, b: Pair): Pair {
    return this.#words((i) => word(a, i) - word(b, i));
  }
  differenceModulo(a: Pair, b: Pair): Pair {
    return this.difference(a, b);
  }
  timesWrap(q: Pair): Pair {
    // The machine multiplies signed halves of 16 bits.
    return this.#words((i) => 45n * 2n ** 40n * BigInt.asIntN(16, word(q, i)) - word(q, i));
  }
  // Carries as the machine finds them: by the top bits.
  addCarry(a: Pair, b: Pair): readonly [Pair, Pair] {
    const sum = this.sum(a, b);
    return [sum, this.#words((i) => (word(a, i) & ~word(sum, i) & MASK) >> 63n)];
  }
  subtractBorrow(a: Pair, b: Pair): readonly [Pair, Pair] {
    const difference = this.difference(a, b);
    return [difference, this.#words((i) => (word(difference, i) & ~word(a, i) & MASK) >> 63n)];
  }
  unlessCarry(a: Pair, sum: Pair, value: bigint): Pair {
    return this.#words((i) => ((word(a, i) & ~word(sum, i) & MASK) >> 63n === 1n ? 0n : value));
  }
  swapped(a: Pair): Pair {
    return this.#kept([a[1], a[0]] as Pair);
  }
}

function whole(value: Pair, lane: 0 | 1): bigint {
  assert.equal(typeof value[lane], 'number', 'a word is used as a float');
  return BigInt(value[lane]);
}

function word(value: Pair, lane: 0 | 1): bigint {
  assert.equal(typeof value[lane], 'bigint', 'a float is used as a word');
  return value[lane] as bigint;
}
