// The pages of docs/guide that show contracts to newcomers: every block of TypeScript compiles, or is refused with the words that the page quotes; and the contracts compute what the page says.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { compile } from '@enigma/compiler';
import { local } from '@enigma/testing';

const PAGES = ['pitfalls', 'coming-from-solidity', 'coming-from-rust', 'coming-from-mp-spdz'] as const;
const HERE = '// The lines of this page stand here.';

interface Block {
  readonly line: number;
  readonly source: string;
  /** What a block of text right behind it quotes, a line for each thing that the compiler says. */
  readonly says: readonly string[];
}

/** A block without a contract of its own stands inside the first one of its page, where that says so. */
function blocksOf(page: (typeof PAGES)[number]): readonly Block[] {
  const text = readFileSync(new URL(`../../../docs/guide/${page}.md`, import.meta.url), 'utf8');
  let frame = '';
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```\n)?/gm)].map((match) => {
    const [, code = '', quoted = ''] = match;
    const whole = /^export class \w+ extends Contract \{$/m.test(code);
    if (whole && code.includes(HERE)) frame = code;
    // A function stands beside the one with the mark, lines stand in it.
    const inside = /^ {2}\S/.test(code)
      ? frame.replace(/\n\}\n$/, () => `\n${code}}\n`)
      : frame.replace(HERE, () => code.trimEnd());
    return {
      line: text.slice(0, match.index).split('\n').length,
      source: whole ? code : inside,
      says: quoted.trimEnd() === '' ? [] : quoted.trimEnd().split('\n'),
    };
  });
}

function said(source: string): readonly string[] {
  const result = compile(source);
  return (result.ok ? result.warnings : result.diagnostics).map(({ code, message }) => `${code} ${message}`);
}

for (const page of PAGES)
  describe(page, () => {
    const blocks = blocksOf(page);
    for (const { line, source, says } of blocks) {
      const codes = says.map((one) => one.split(' ')[0]).join(', ');
      test(`line ${line} ${codes === '' ? 'compiles' : `says ${codes}`}`, () =>
        assert.deepEqual(said(source), says, source));
    }
    test('the page has such blocks', () => assert.ok(blocks.length > 0));
  });

type Who = `0x${string}`;
/** A contract whose class no file here declares. */
interface Shown {
  as(sender: Who): Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;
  at(clock: { readonly height: bigint }): unknown;
  append(sender: Who, entry: unknown): void;
}

const [alice, bob] = [`0x${'a1'.repeat(20)}`, `0x${'b0'.repeat(20)}`] as const;

describe('what the contracts of the pages compute', () => {
  async function shown(page: (typeof PAGES)[number], name: string, ...args: readonly unknown[]): Promise<Shown> {
    const block = blocksOf(page).find(({ source }) => source.includes(`class ${name} extends Contract`));
    return (await local(block?.source ?? '', args as never)) as unknown as Shown;
  }

  test('a sale: the best bid wins, the seller settles', async () => {
    const sale = await shown('coming-from-solidity', 'Sale', alice, 10n);
    await sale.as(alice)['bid']!(5n);
    await sale.as(bob)['bid']!(7n);
    sale.at({ height: 10n });
    await assert.rejects(sale.as(bob)['settle']!(), /not the seller/);
    assert.deepEqual(await sale.as(alice)['settle']!(), { winner: bob, price: 7n });
    assert.equal(sale.as(alice)['onlySeller'], undefined);
  });

  test('a token: what there is moves, or nothing', async () => {
    const token = await shown('coming-from-solidity', 'Token', alice, 10n);
    assert.equal(await token.as(alice)['transfer']!(bob, 4n), 4n);
    assert.equal(await token.as(alice)['transfer']!(bob, 7n), 0n);
    assert.deepEqual([await token.as(alice)['balance']!(), await token.as(bob)['balance']!()], [6n, 4n]);
  });

  test('a premium, and a meter', async () => {
    const premium = await shown('coming-from-rust', 'Premium');
    assert.equal(await premium.as(alice)['quote']!({ age: 70, smoker: true }), 300);
    assert.equal(await premium.as(bob)['quote']!({ age: 20, smoker: false }), 130);
    assert.equal(await premium.as(alice)['mine']!(), 300);
    const meter = await shown('coming-from-rust', 'Meter', 3n);
    await meter.as(alice)['use']!(true, 9);
    for (const watts of [4, 6]) await meter.as(bob)['use']!(false, watts);
    meter.at({ height: 3n });
    assert.equal(await meter.as(bob)['peak']!(), 10n);
  });

  test('a weighted mean, and none; a search by halves', async () => {
    for (const [weights, said] of [
      [[1, 3], { valid: true, mean: 18n }],
      [[0, 0], { valid: false, mean: 0n }],
    ] as const) {
      const mean = await shown('coming-from-mp-spdz', 'WeightedMean', 3n);
      mean.append(alice, { weight: weights[0], value: 10 });
      mean.append(bob, { weight: weights[1], value: 21 });
      mean.at({ height: 3n });
      assert.deepEqual(await mean.as(alice)['mean']!(), said);
    }
    const search = await shown('coming-from-mp-spdz', 'Search');
    const values = [1, 3, 5, 7, 9, 11, 13, 15];
    for (let x = 0; x < 17; x++) assert.equal(await search.as(bob)['has']!(values, x), values.includes(x), String(x));
  });
});
