// How much a run tells, counted over all inputs, against the counts that were made by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { amountsOf, reportText } from '@enigma/compiler';
import { functionNamed, initialState, leakageOf, type Leakage } from '@enigma/bytecode';
import { compiled, contract, deployed } from './support/run.ts';

const context = { sender: 99n, self: 2n, height: 1000n, time: 0n, value: 0n, seats: 4, threshold: 1 };

function told(
  source: string,
  name: string,
  entries: number,
  state?: Parameters<typeof leakageOf>[2]['state'],
): Leakage {
  const { verified } = compiled(source);
  const found = leakageOf(verified, functionNamed(verified, name), {
    context,
    entries,
    state: state ?? initialState(verified),
  });
  assert.ok(found.ok, JSON.stringify(found));
  return found.value;
}

const bitsOf = (count: number): number => Math.round(100 * Math.log2(count)) / 100;

const rounded = ({ bits, ownerBits, ownerHas }: Leakage): readonly number[] =>
  [bits, ownerBits, ownerHas].map((one) => Math.round(100 * one) / 100);

const of = (entry: string, body: string): string =>
  contract(`  entries = inbox<{ x: Secret<${entry}> }>();`, `  run() { const all = this.entries.upTo(1000); ${body} }`);

test('a second price of three bidders of 0 to 7: the winner by place and what he pays', () => {
  const auction = of(
    'Range<0, 7>',
    `let best: Secret<u8> = 0; let second: Secret<u8> = 0; let who: Secret<u8> = 0;
    for (let i = 0; i < 3; i++) {
      const x = all[i].x;
      if (i === 0 || x > best) { second = best; best = x; who = i; }
      else if (x > second) second = x;
    }
    return { who: reveal(who, 'who'), price: reveal(second, 'price') };`,
  );
  const leakage = told(auction, 'run', 3);
  assert.deepEqual([leakage.cases, leakage.outputs], [512, 23]);
  // All three bits of the runner-up's bid: it is the price.
  assert.deepEqual(rounded(leakage), [4.52, 3, 3]);
});

test('a majority of three tells one bit; a sum and its half of three of 0 to 10', () => {
  const sum = 'let s: Secret<u16> = 0; for (let i = 0; i < 3; i++) s = s + all[i].x;';
  assert.deepEqual(rounded(told(of('Range<0, 1>', `${sum} return reveal(s > 1, 'majority');`), 'run', 3)), [1, 1, 1]);
  assert.deepEqual(
    rounded(told(of('Range<0, 10>', `${sum} return reveal(s, 'sum');`), 'run', 3)),
    [31, 11, 11].map(bitsOf),
  );
  // Halved: one owner moves it to six values at most.
  assert.deepEqual(
    rounded(
      told(of('Range<0, 10>', `${sum} const half: Secret<u16> = s >> 1; return reveal(half, 'half');`), 'run', 3),
    ),
    [16, 6, 11].map(bitsOf),
  );
});

test('what goes to the caller alone is not what everyone sees; what nothing is told of has no bits; public state and events count', () => {
  const source = contract(
    '  private kept: Secret<u8> = 0; seen: u8 = 0;',
    `  quiet(x: Secret<Range<0, 3>>) { this.kept = x; }
    back(x: Secret<Range<0, 3>>): Secret<u8> { return x; }
    loud(x: Secret<Range<0, 3>>) { emit('Told', { x: reveal(x, 'told') }); }
    stops(x: Secret<Range<0, 3>>) { require(reveal(x > 1, 'large'), 'too small'); }`,
  );
  const [quiet, back, loud, stops] = ['quiet', 'back', 'loud', 'stops'].map((name) =>
    told(
      `${source.replace('export class C extends Contract {', "export class C extends Contract {\n  static readonly openMode = 'beforeSettle';")}`,
      name,
      0,
    ),
  );
  assert.deepEqual([quiet?.outputs, quiet?.callerOutputs], [1, 1]);
  assert.deepEqual([back?.outputs, back?.callerOutputs], [1, 4]);
  assert.deepEqual([loud?.outputs, loud?.bits], [4, 2]);
  assert.deepEqual([stops?.outputs, stops?.ownerBits], [2, 1]);
});

test('a report counts them, from the constructor’s arguments on, and says where it does not', () => {
  const auction = compiled(
    readFileSync(new URL('../../../samples/sealed-bid-auction/contract.ts', import.meta.url), 'utf8'),
  );
  const trial = { args: [100n, 1n], entries: 3 } as const;
  // As with the auction above, and one more: where nobody bids anything there is no winner.
  const [amount] = amountsOf(auction.verified, { ...trial, upTo: 7n }) ?? [];
  assert.deepEqual([amount?.function, amount?.leakage?.outputs, amount?.leakage?.ownerBits], ['settle', 24, 3]);
  assert.match(
    reportText(auction, 'a.ts', { ...trial, upTo: 7n }),
    /how much\n  settle of 3 entries, inputs from 0 to 7: everyone learns 4\.58 bits in all; about one owner at most 3\.00 of his 3\.00/,
  );
  assert.match(reportText(auction, 'a.ts', trial), /settle of 3 entries: not counted/);
  assert.doesNotMatch(reportText(auction, 'a.ts'), /how much/);
});

test('what draws random values is not counted', () => {
  const { verified } = compiled(
    contract('', "  toss(x: Secret<bool>): bool { return reveal(x !== random.bool(), 'the toss'); }"),
  );
  const [amount] = amountsOf(verified, { args: [], entries: 0 }) ?? [];
  assert.deepEqual([amount?.leakage, amount?.why], [undefined, 'it draws random values']);
});

test('too many inputs are not tried', () => {
  const { verified } = compiled(of('u64', "return reveal(all[0].x > 3, 'large');"));
  const found = leakageOf(verified, functionNamed(verified, 'run'), { context, entries: 1 });
  assert.deepEqual([found.ok, found.ok ? '' : found.code], [false, 'E-LIMIT']);
  const none = leakageOf(verified, functionNamed(verified, 'run'), { context, entries: 0 });
  assert.ok(none.ok && none.value.cases === 1 && none.value.bits === 0);
  assert.ok(deployed(compiled(of('u64', 'return all.length;'))).length > 0);
});
