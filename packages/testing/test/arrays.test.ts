// Contracts over arrays of secrets, by values in the clear and by four parties on shares: who is richest, what a sorted list holds, how many are in each bucket.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { functionNamed, interpret, secret, vector, type SecretAlgebra } from '@enigma/bytecode';
import { local } from '@enigma/testing';

const millionaires = `type Person = { who: Address; worth: Secret<u64> };
export class Millionaires extends Contract {
  private people: Person[] = [];
  join(worth: Secret<u64>) { this.people.push({ who: this.ctx.sender, worth }); }
  richest(): Address {
    let who: Secret<Address> = NOBODY;
    let most: Secret<u64> = 0;
    for (const one of this.people) if (one.worth >= most) { who = one.who; most = one.worth; }
    return reveal(who, "the richest, the last of equals");
  }
  first(): Address {
    const at = argmax(this.people.map((one) => one.worth));
    return reveal(this.people[at].who, "the richest, the first of equals");
  }
}
`;

/** Halves of a public length, of which one is kept without anybody seeing which. */
const search = `export class Sorted extends Contract {
  private sorted: Secret<u32>[] = [];
  add(x: Secret<u32>) { this.sorted.push(x); }
  has(x: Secret<u32>): bool {
    let part = [...this.sorted];
    for (let k = 0; k < 20 && part.length > 2; k++) {
      const half = (part.length + 1) / 2;
      const lower = part.slice(0, half);
      const upper = part.slice(part.length - half);
      part = [...(x >= upper[0] ? upper : lower)];
    }
    return reveal(part.includes(x), "whether it is there");
  }
}
`;

const histogram = `export class Histogram extends Contract {
  box = inbox<{ bucket: Secret<u8> }>();
  bars(h: u64): u32[] {
    const bars = zeros<u32>(5);
    for (const entry of this.box.upTo(h)) bars[entry.bucket] += 1;
    return bars.map((one) => reveal(one, "how many in each bucket"));
  }
}
`;

/** What the contracts' types would say, had they files of their own. */
type Hidden = number & { readonly '~'?: 'range' | 'u8' | 'secret' };
type u64 = number & { readonly '~'?: 'u64' };
declare class Millionaires {
  join(worth: u64): void;
  richest(): { readonly '~address': true };
  first(): { readonly '~address': true };
}
declare class Sorted {
  add(x: number): void;
  has(x: number): boolean;
}
declare class Histogram {
  box: { readonly '~entry'?: { bucket: Hidden }; upTo(height: never): unknown };
  bars(h: u64): number[];
}

const [alice, bob] = [`0x${'a1'.repeat(20)}`, `0x${'b0'.repeat(20)}`] as const;
const nobody = `0x${'00'.repeat(20)}`;
const NUMBERS = [1, 3, 5, 7, 9, 11];

for (const engine of ['evaluator', 'mpc'] as const)
  describe(engine, () => {
    test('the richest: of equals the last by a loop and the first by argmax, and nobody where nobody is', async () => {
      for (const [worths, last, first] of [
        [[1_000_000n, 2_000_000n], bob, bob],
        [[5n, 5n], bob, alice],
        [[], nobody, nobody],
      ] as const) {
        const c = await local<typeof Millionaires>(millionaires, [], { engine });
        for (const [k, worth] of worths.entries()) await c.as(k === 0 ? alice : bob).join(worth);
        assert.equal(await c.as(alice).richest(), last);
        assert.equal(await c.as(alice).first(), first);
      }
    });

    test('a private binary search finds what is there', async () => {
      const c = await local<typeof Sorted>(search, [], { engine });
      for (const x of NUMBERS) await c.as(alice).add(x);
      const asked = engine === 'mpc' ? [7, 4, 11, 0] : Array.from({ length: 14 }, (_, x) => x);
      for (const x of asked) assert.equal(await c.as(bob).has(x), NUMBERS.includes(x), `${x}`);
    });

    test('a histogram by a secret bucket counts what is in range', async () => {
      const c = await local<typeof Histogram>(histogram, [], { engine });
      for (const bucket of [0, 4, 4, 5, 255, 1, 4]) c.append(alice, { bucket });
      assert.deepEqual(await c.as(alice).bars(1000n), [1, 1, 0, 0, 3]);
    });
  });

test('the search takes three comparisons one after the other for six numbers', async () => {
  const { compiled } = await local<typeof Sorted>(search, []);
  assert.deepEqual(compiled.warnings, []);
  let most = 0;
  // A secret is how many comparisons led to it.
  const depthOf = (value: unknown): number => {
    if (Array.isArray(value)) return Math.max(0, ...value.map(depthOf));
    return typeof value === 'object' && value !== null && 'scalar' in value ? (value.scalar as number) : 0;
  };
  const algebra = new Proxy({} as SecretAlgebra<number>, {
    get:
      (_, op) =>
      (...given: readonly unknown[]) => {
        const depth = depthOf(given) + (op === 'compare' ? 1 : 0);
        most = Math.max(most, depth);
        return secret(depth);
      },
  });
  const sorted = vector(NUMBERS.map(() => secret(0)));
  const context = { sender: 1n, self: 2n, height: 10n, time: 0n, value: 0n, seats: 4, threshold: 1 };
  const inputs = { args: [secret(0)], state: [sorted], inbox: [], context, openMode: 'afterSettle' as const };
  const run = interpret(compiled.verified, functionNamed(compiled.verified, 'has'), inputs, algebra);
  assert.equal(run.next().done, true);
  assert.equal(most, 3);
});
