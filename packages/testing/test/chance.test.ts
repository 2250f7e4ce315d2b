// Contracts that draw and sort: the same calls by the evaluator and by four parties on shares, with a tape that the test wrote and with draws that a seed gives.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { local } from '@enigma/testing';

const player = `0x${'a1'.repeat(20)}` as const;

const game = `
/** 0 tie, 1 player, 2 house, 3 no move. */
function outcomeOf(move: Secret<u8>, house: Secret<u8>): Secret<u8> {
  if (move > 2) return 3;
  if (move === house) return 0;
  if ((move === 0 && house === 2) || (move === 1 && house === 0) || (move === 2 && house === 1)) return 1;
  return 2;
}
export class Game extends Contract {
  play(move: Secret<u8>): u8 {
    const house = u8(random.below(3));
    return reveal(outcomeOf(move, house), 'who won');
  }
}
`;
declare class Game {
  play(move: number & { readonly '~'?: 'u8' | 'secret' }): number & { readonly '~'?: 'u8' };
}

const draws = `
export class Draws extends Contract {
  private kept: Secret<u64> = 0;
  private coins: Secret<u32> = 0;
  some(n: u32): { word: u64; small: i8; coin: bool; below: u32 } {
    const below = random.below(n);
    return { word: reveal(random.bits<u64>(), 'a word'), small: reveal(random.bits<i8>(), 'a small one'), coin: reveal(random.bool(), 'a coin'), below: reveal(below, 'below n') };
  }
  /** Both sides draw, whichever holds. */
  either(first: Secret<bool>): u64 {
    if (first) this.kept = random.below(10);
    else this.kept = random.bits<u16>();
    return reveal(this.kept, 'what was drawn');
  }
  toss(times: u32): u32 {
    for (let k = 0; k < times; k++) if (random.bool()) this.coins += 1;
    return reveal(this.coins, 'heads');
  }
}
`;
declare class Draws {
  some(n: number & { readonly '~'?: 'u32' }): {
    word: number & { readonly '~'?: 'u64' };
    small: number & { readonly '~'?: 'i8' };
    coin: boolean & { readonly '~'?: 'bool' };
    below: number & { readonly '~'?: 'u32' };
  };
  either(first: boolean & { readonly '~'?: 'bool' | 'secret' }): number & { readonly '~'?: 'u64' };
  toss(times: number & { readonly '~'?: 'u32' }): number & { readonly '~'?: 'u32' };
}

const order = `
function size(x: Secret<i16>): Secret<i32> {
  const wide: Secret<i32> = x;
  return wide < 0 ? 0 - wide : wide;
}
export class Order extends Contract {
  bySize(xs: FixedArray<Secret<i16>, 5>): i16[] { return sortBy(xs, (x) => size(x)).map((x) => reveal(x, 'by size')); }
  down(xs: FixedArray<Secret<i16>, 3>): i16[] { return sortBy(xs, (x) => x, 'descending').map((x) => reveal(x, 'down')); }
  three(xs: FixedArray<Secret<i16>, 3>): i16[] { return sortBy(xs, (x) => size(x)).map((x) => reveal(x, 'by size')); }
}
`;
type Word = number & { readonly '~'?: 'i16' | 'u8' | 'i8' };
declare class Order {
  bySize(xs: (number & { readonly '~'?: 'i16' | 'secret' })[]): Word[];
  down(xs: (number & { readonly '~'?: 'i16' | 'secret' })[]): Word[];
  three(xs: (number & { readonly '~'?: 'i16' | 'secret' })[]): Word[];
}

const cards = `
export class Cards extends Contract {
  static readonly openMode = 'beforeSettle';
  deal(hands: FixedArray<Secret<u16>, 3>): { hands: u16[]; order: u32[] } {
    const order = random.permutation(3);
    return { hands: permute(hands, order).map((x) => reveal(x, 'hands')), order: order.map((x) => reveal(x, 'order')) };
  }
  /** Drawn again until nobody has himself; only then does anybody learn whom he has. */
  santa(): { order: u32[]; tries: u32 } {
    let order: Secret<u32>[] = random.permutation(5);
    let fits = false;
    let tries: u32 = 0;
    for (let k = 0; k < 64 && !fits; k++) {
      order = random.permutation(5);
      let own: Secret<u32> = 0;
      for (let i = 0; i < 5; i++) if (order[i] === i) own += 1;
      fits = reveal(own === 0, 'whether nobody has himself');
      tries += 1;
    }
    return { order: order.map((who) => reveal(who, 'who has whom')), tries };
  }
}
`;
declare class Cards {
  deal(hands: (number & { readonly '~'?: 'u16' | 'secret' })[]): { hands: Word[]; order: Word[] };
  santa(): { order: Word[]; tries: Word };
}

for (const engine of ['evaluator', 'mpc'] as const)
  describe(engine, () => {
    test('dealt in the order that the tape says; and drawn again until nobody has himself', async () => {
      const tape = [
        [2, 0, 1],
        [0, 1, 2, 3, 4],
        [1, 2, 3, 0, 4],
        [1, 0, 3, 4, 2],
      ];
      const c = await local<typeof Cards>(cards, [], { engine, tape });
      assert.deepEqual(await c.as(player).deal([500, 600, 700]), { hands: [700, 500, 600], order: [2, 0, 1] });
      assert.deepEqual(await c.as(player).santa(), { order: [1, 0, 3, 4, 2], tries: 2 });
      const { order } = await (await local<typeof Cards>(cards, [], { engine })).as(player).santa();
      assert.deepEqual(
        order.toSorted((a, b) => a - b),
        [0, 1, 2, 3, 4],
      );
      assert.ok(order.every((who, k) => who !== k));
    });

    test('sorted by absolute value, ties as they stood, and downwards', async () => {
      const c = await local<typeof Order>(order, [], { engine });
      assert.deepEqual(await c.as(player).bySize([36, -25, 4, 16, -9]), [4, -9, 16, -25, 36]);
      assert.deepEqual(await c.as(player).bySize([4, -9, 16, -25, 36]), [4, -9, 16, -25, 36]);
      assert.deepEqual(await c.as(player).three([3, -3, 1]), [1, 3, -3]);
      assert.deepEqual(await c.as(player).down([-9, 36, 16]), [36, 16, -9]);
    });

    test('rock paper scissors against the house, with what the house draws written down', async () => {
      const rounds = [
        [1, 2n, 2],
        [0, 2n, 1],
        [2, 2n, 0],
        [5, 1n, 3],
        [2, 1n, 1],
      ] as const;
      const c = await local<typeof Game>(game, [], { engine, tape: rounds.map(([, house]) => house) });
      for (const [move, , outcome] of rounds) assert.equal(await c.as(player).play(move), outcome);
      await assert.rejects(c.as(player).play(0), /one more is drawn/);
    });

    test('draws take the entries of the tape in the order of the source, on both sides of a secret condition', async () => {
      const c = await local<typeof Draws>(draws, [], {
        engine,
        tape: [4n, 2n ** 64n - 2n, 0xfen, 1n, 7n, 60_000n, 8n, 50_000n, 1n, 0n, 1n],
      });
      assert.deepEqual(await c.as(player).some(5), { word: 2n ** 64n - 2n, small: -2, coin: true, below: 4 });
      assert.equal(await c.as(player).either(true), 7n);
      assert.equal(await c.as(player).either(false), 50_000n);
      assert.equal(await c.as(player).toss(3), 2);
      await assert.rejects(c.as(player).some(0), /division by zero/i);
    });

    test('without a tape draws follow from the seed', async () => {
      const toss = async (seed: string): Promise<number> =>
        (await local<typeof Draws>(draws, [], { engine, seed })).as(player).toss(40);
      const [once, again, other] = [await toss('a'), await toss('a'), await toss('b')];
      assert.equal(once, again);
      assert.ok(once > 5 && once < 35 && other > 5 && other < 35, `${once} and ${other} heads of forty`);
    });
  });
