// Whole programs of several people: a game with dice under a cup, and a batch of sealed deposits. In the evaluator and by four parties.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { local } from '@enigma/testing';

const mia = `type Phase = 'joining' | 'rolling' | 'stating' | 'answering' | 'over';

/** Faces count from 0. Mia, a 0 and a 1, is above all; then doubles; then the rest by their digits. */
function rank(a: u8, b: u8): u8 {
  const high = max(a, b);
  const low = min(a, b);
  if (high === 1 && low === 0) return 200;
  return high === low ? 100 + high : high * 10 + low;
}

/** Two dice under a cup: who rolls states what they show, and the next one believes it or lifts the cup. */
export class Mia extends Contract {
  static readonly openMode = 'beforeSettle';
  phase: Phase = 'joining';
  players: Address[] = [];
  lives: u8[] = [];
  turn: u32 = 0;
  stated: FixedArray<u8, 2> = [0, 0];
  private dice: Secret<FixedArray<u8, 2>> = [0, 0];

  private isTurn(): bool { return this.players[this.turn] === this.ctx.sender; }
  private next(): u32 { return (this.turn + 1) % this.players.length; }

  join() {
    require(this.phase === 'joining', 'the game has begun');
    for (const player of this.players) require(player !== this.ctx.sender, 'joined already');
    this.players.push(this.ctx.sender);
    this.lives.push(6);
  }

  start() {
    require(this.phase === 'joining' && this.players.length >= 2, 'not enough players');
    this.phase = 'rolling';
  }

  roll() {
    require(this.phase === 'rolling' && this.isTurn(), 'not your turn to roll');
    this.dice = [u8(random.below(6)), u8(random.below(6))];
    this.phase = 'stating';
  }

  look(): Secret<FixedArray<u8, 2>> {
    require(this.phase === 'stating' && this.isTurn(), 'not your cup');
    return toCaller(this.dice, 'the dice that he rolled');
  }

  state(a: u8, b: u8) {
    require(this.phase === 'stating' && this.isTurn(), 'not your turn to state');
    require(a < 6 && b < 6, 'no such faces');
    this.stated = [a, b];
    this.phase = 'answering';
  }

  believe() {
    require(this.phase === 'answering' && this.players[this.next()] === this.ctx.sender, 'not yours to answer');
    this.turn = this.next();
    this.phase = 'rolling';
  }

  doubt(): u8[] {
    require(this.phase === 'answering' && this.players[this.next()] === this.ctx.sender, 'not yours to answer');
    const dice = reveal(this.dice, 'what was under the cup, because somebody doubted');
    const claim = rank(this.stated[0], this.stated[1]);
    const truthful = rank(dice[0], dice[1]) >= claim;
    const loser = truthful ? this.next() : this.turn;
    const lost: u8 = min(this.lives[loser], claim === 200 ? 2 : 1);
    this.lives[loser] -= lost;
    this.phase = this.lives[loser] === 0 ? 'over' : 'rolling';
    this.turn = this.next();
    return dice;
  }
}
`;
type Byte = number & { readonly '~'?: 'u8' };
declare class Mia {
  join(): void;
  start(): void;
  roll(): void;
  look(): readonly (number & { readonly '~'?: 'u8' | 'secret' })[];
  state(a: Byte, b: Byte): void;
  believe(): void;
  doubt(): readonly Byte[];
}

const [ann, ben, cid] = ['a1', 'b2', 'c3'].map((byte) => `0x${byte.repeat(20)}` as const) as [
  `0x${string}`,
  `0x${string}`,
  `0x${string}`,
];

for (const engine of ['evaluator', 'mpc'] as const)
  test(`who lies about the dice loses lives, and so does who doubts the truth: ${engine}`, async () => {
    const tape = [1n, 2n, 0n, 0n, 5n, 4n, 0n, 1n];
    const c = await local<typeof Mia>(mia, [], { engine, tape });
    await c.as(ann).join();
    await assert.rejects(c.as(ann).join(), /joined already/);
    await assert.rejects(c.as(ann).start(), /not enough/);
    await c.as(ben).join();
    await c.as(ann).start();
    await assert.rejects(c.as(ben).roll(), /not your turn/);
    // 1 and 2, stated as Mia: two lives.
    await c.as(ann).roll();
    await assert.rejects(c.as(ben).look(), /not your cup/);
    assert.deepEqual(await c.as(ann).look(), [1, 2]);
    await c.as(ann).state(0, 1);
    await assert.rejects(c.as(ann).doubt(), /not yours/);
    assert.deepEqual(await c.as(ben).doubt(), [1, 2]);
    assert.deepEqual(c.fields['lives'], [4, 6]);
    // A double of zeros, stated as it is: who doubts loses one.
    await c.as(ben).roll();
    await c.as(ben).state(0, 0);
    assert.deepEqual(await c.as(ann).doubt(), [0, 0]);
    assert.deepEqual(c.fields['lives'], [3, 6]);
    // Believed: nobody sees the dice.
    await c.as(ann).roll();
    await c.as(ann).state(5, 5);
    await c.as(ben).believe();
    // Mia in truth.
    await c.as(ben).roll();
    await c.as(ben).state(1, 0);
    assert.deepEqual(await c.as(ann).doubt(), [0, 1]);
    assert.deepEqual(c.fields['lives'], [1, 6]);
    assert.equal(c.fields['phase'], 'rolling');
  });

test('each of 36 outcomes is as likely as any other', async () => {
  const c = await local<typeof Mia>(mia, [], { seed: 'dice' });
  await c.as(ann).join();
  await c.as(ben).join();
  await c.as(ann).start();
  const seen = new Map<string, number>();
  const rounds = 3600;
  for (let i = 0; i < rounds; i++) {
    const roller = i % 2 === 0 ? ann : ben;
    await c.as(roller).roll();
    const faces = String(await c.as(roller).look());
    seen.set(faces, (seen.get(faces) ?? 0) + 1);
    await c.as(roller).state(0, 0);
    await c.as(roller === ann ? ben : ann).believe();
  }
  assert.equal(seen.size, 36);
  const expected = rounds / 36;
  const chi = [...seen.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // 35 degrees of freedom: above this one run in a thousand.
  assert.ok(chi < 66.6, String(chi));
});

const batcher = `/** Sealed deposits that are swapped in one piece, and what it brings by the share of each. */
export class Batcher extends Contract {
  static readonly openMode = 'beforeSettle';
  readonly swapper: Address;
  batch: u32 = 0;
  people = map<u32, u32>();
  totals = map<u32, u64>();
  proceeds = map<u32, u64>();
  private sums = map<u32, Secret<u64>>();
  private deposits = map<u32, KeyedMap<Address, Secret<u64>>>();

  constructor(swapper: Address) { super(); this.swapper = swapper; }

  join(amount: Secret<Range<0, 1000000>>) {
    const deposits = this.deposits.get(this.batch);
    require(!deposits.has(this.ctx.sender), 'one deposit a batch');
    deposits.set(this.ctx.sender, amount);
    this.sums.set(this.batch, wrapping(this.sums.get(this.batch) + amount));
    this.people.set(this.batch, this.people.get(this.batch) + 1);
  }

  quit(): Secret<u64> {
    const deposits = this.deposits.get(this.batch);
    require(deposits.has(this.ctx.sender), 'nothing deposited');
    const amount = deposits.get(this.ctx.sender);
    deposits.delete(this.ctx.sender);
    this.sums.set(this.batch, wrapping(this.sums.get(this.batch) - amount));
    this.people.set(this.batch, this.people.get(this.batch) - 1);
    return toCaller(amount, 'the deposit that goes back');
  }

  dispatch(): u64 {
    require(this.people.get(this.batch) >= 2, 'the total of one person is that person’s deposit');
    const total = reveal(this.sums.get(this.batch), 'the total to be swapped');
    require(total > 0, 'nothing to swap');
    this.totals.set(this.batch, total);
    this.batch++;
    return total;
  }

  swapped(batch: u32, amount: u64) {
    require(this.ctx.sender === this.swapper, 'only the swapper says what came of it');
    require(this.totals.has(batch) && !this.proceeds.has(batch), 'no such batch');
    this.proceeds.set(batch, amount);
  }

  claim(batch: u32): Secret<u64> {
    require(this.proceeds.has(batch), 'not swapped yet');
    const deposits = this.deposits.get(batch);
    require(deposits.has(this.ctx.sender), 'nothing to claim');
    const amount = deposits.get(this.ctx.sender);
    deposits.delete(this.ctx.sender);
    const share = mulDiv(amount, this.proceeds.get(batch), max(this.totals.get(batch), 1));
    return toCaller(share, 'his part of what the batch brought');
  }
}
`;
type Amount = number & { readonly '~'?: 'u64' };
type Sealed = number & { readonly '~'?: 'u64' | 'secret' };
type Word = number & { readonly '~'?: 'u32' };
declare class Batcher {
  constructor(swapper: { readonly '~address': true });
  join(amount: Sealed): void;
  quit(): Sealed;
  dispatch(): Amount;
  swapped(batch: Word, amount: Amount): void;
  claim(batch: Word): Sealed;
}

for (const engine of ['evaluator', 'mpc'] as const)
  test(`deposits are swapped together and paid out by share, never of one person alone: ${engine}`, async () => {
    const c = await local<typeof Batcher>(batcher, [cid as never], { engine });
    await c.as(ann).join(30n);
    await assert.rejects(c.as(cid).dispatch(), /one person/);
    await assert.rejects(c.as(ann).join(1n), /one deposit/);
    assert.equal(await c.as(ann).quit(), 30n);
    await assert.rejects(c.as(ann).quit(), /nothing deposited/);
    await c.as(ann).join(30n);
    await c.as(ben).join(70n);
    assert.equal(await c.as(cid).dispatch(), 100n);
    await assert.rejects(c.as(ann).claim(0), /not swapped yet/);
    await assert.rejects(c.as(ben).swapped(0, 250n), /only the swapper/);
    await c.as(cid).swapped(0, 250n);
    assert.deepEqual([await c.as(ann).claim(0), await c.as(ben).claim(0)], [75n, 175n]);
    await assert.rejects(c.as(ann).claim(0), /nothing to claim/);
    assert.deepEqual(
      c.releases.map(({ reason }) => reason).filter((reason) => reason.startsWith('the total')),
      ['the total to be swapped'],
    );
  });
