// Random draws in source: what compiles, in which order it draws, and what is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnTape, policyOf, policyText, vector, writtenTape } from '@enigma/bytecode';
import { dice } from '@enigma/bytecode/test-support';
import { codes, compiled, contract, run } from './support/run.ts';

test('the house draws each move a third of the time', () => {
  const of = compiled(
    contract(
      '',
      `  moves(count: u32): u32[] {
    return zeros<u32>(count).map((none) => reveal(none + random.below(3), "moves of the house"));
  }`,
    ),
  );
  const counts = [0, 0, 0];
  const bytes = dice(7);
  const tape = drawnTape((count) => Uint8Array.from({ length: count }, () => bytes.below(256)));
  for (let call = 0; call < 30; call++) {
    const [moves] = run(of, 'moves', { args: [1000n], tape }).results as [bigint[]];
    for (const move of moves) counts[Number(move)]!++;
  }
  for (const count of counts) assert.ok(Math.abs(count - 10_000) <= 300, counts.join());
});

test('equal draws are two draws, one that nobody uses takes its entry as well, and helpers draw where they are called', () => {
  const of = compiled(
    `function die(): Secret<u8> { return u8(random.below(6)) + 1; }\n${contract(
      '',
      `  roll(): u8[] {
    const first = die();
    const unused = die();
    const second = die();
    return [first, second].map((eyes) => reveal(eyes, "eyes"));
  }`,
    )}`,
  );
  assert.deepEqual(of.warnings, []);
  assert.deepEqual(run(of, 'roll', { tape: writtenTape([0n, 3n, 5n]) }).results, [[1n, 6n]]);
  assert.match(policyText(policyOf(of.verified)), /random draws, which nobody knows/);
});

test('what cannot be drawn, or not there', () => {
  const body = (text: string, mark = ''): readonly string[] =>
    codes(contract('  k: Secret<u32> = 0;', `  ${mark} run(x: Secret<u8>, n: u8, s: i8) { ${text} }`));
  assert.deepEqual(body('this.k = random.below(n);'), []);
  assert.deepEqual(body('if (x > 5) this.k = random.below(6);'), []);
  assert.deepEqual(body('if (x > 5) this.k = random.below(n);'), ['E-ABORT']);
  assert.deepEqual(body('if (x > 5) { if (n > 0) this.k = random.below(n); }'), ['E-ABORT']);
  assert.deepEqual(body('this.k = random.below(x);'), ['E-SHAPE']);
  assert.deepEqual(body('this.k = random.below(x & 7);'), ['E-SHAPE']);
  assert.deepEqual(body('this.k = random.below(-1);'), ['E-BOUND']);
  assert.deepEqual(body('this.k = random.bits();'), ['E-TYPE']);
  assert.deepEqual(body('this.k = random.gauss(3);'), ['E-NAME']);
  assert.deepEqual(codes(contract('  open: u32 = 0;', '  run() { this.open = random.below(6); }')), ['E-FLOW']);
  assert.deepEqual(codes(contract('', '  @view peek(): u32 { const d = random.bits<u32>(); return 3; }')), ['E-VIEW']);
  assert.deepEqual(codes(contract('', '  @read peek(): u32 { return reveal(random.below(6), "a die"); }')), []);
  assert.deepEqual(codes(contract('  k: Secret<u32>;', '  constructor() { super(); this.k = random.below(6); }')), [
    'E-SUBSET',
  ]);
});

test('a random value goes to the caller with a reason alone', () => {
  assert.deepEqual(codes(contract('', '  die(): Secret<u32> { return random.below(6); }')), ['E-READER']);
  assert.deepEqual(codes(contract('', '  die(): u32 { return toCaller(random.below(6), "your die"); }')), []);
});

test('arrays are put in a drawn order, several in the same one, and a shuffle draws its own', () => {
  const of = compiled(
    `type Seat = { who: u8; mark: Secret<bool> };\n${contract(
      '',
      `  deal(cards: FixedArray<Secret<u8>, 4>, a: Secret<bool>): { order: u32[]; cards: u8[]; names: u16[]; marks: bool[]; whos: u8[] } {
    const order = random.permutation(4);
    const names: u16[] = [100, 200, 300, 400];
    const seats: Seat[] = [{ who: 7, mark: a }, { who: 8, mark: !a }];
    const mixed = random.shuffle(seats);
    return {
      order: order.map((place) => reveal(place, "the order")),
      cards: permute(cards, order).map((card) => reveal(card, "the cards")),
      names: permute(names, order).map((name) => reveal(name, "the names")),
      marks: mixed.map((seat) => reveal(seat.mark, "marks")),
      whos: mixed.map((seat) => reveal(seat.who, "who")),
    };
  }`,
    )}`,
  );
  assert.deepEqual(of.warnings, []);
  const cards = vector([9n, 8n, 7n, 6n]) as never;
  const tape = writtenTape([
    [2, 0, 3, 1],
    [1, 0],
  ]);
  assert.deepEqual(run(of, 'deal', { args: [cards, 1n], tape }).results, [
    [2n, 0n, 3n, 1n],
    [7n, 9n, 6n, 8n],
    [300n, 100n, 400n, 200n],
    [0n, 1n],
    [8n, 7n],
  ]);
});

test('orders that were not drawn here, lengths that a secret decides, and arrays of arrays', () => {
  const body = (text: string): readonly string[] =>
    codes(contract('  kept: Secret<u32>[] = [];', `  run(x: Secret<u8>, n: u32, s: u8[][], list: u8[]) { ${text} }`));
  assert.deepEqual(body('this.kept = random.permutation(n);'), []);
  assert.deepEqual(body('const t = permute(list, this.kept);'), ['E-TYPE']);
  assert.deepEqual(body('this.kept = random.permutation(n); const t = permute(list, random.permutation(n));'), []);
  assert.deepEqual(body('const t = random.permutation(x);'), ['E-SHAPE']);
  assert.deepEqual(body('const t = random.shuffle(s);'), ['E-SHAPE']);
  assert.deepEqual(body('const t = random.shuffle(n);'), ['E-TYPE']);
  assert.deepEqual(body('if (x > 5) { const t = random.shuffle(list); }'), []);
  assert.deepEqual(body('if (x > 5) { const t = random.permutation(n); }'), ['E-ABORT']);
  assert.deepEqual(body('if (x > 5) { const t = permute(list, random.permutation(4)); }'), ['E-ABORT']);
});
