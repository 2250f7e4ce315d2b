// Whole programs, in the evaluator and by four parties: what they answer, what they refuse, and what anybody sees.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { local } from '@enigma/testing';

const polls = `/** Per poll the share of yes in percent, once enough have voted; one vote a sender. */
export class Polls extends Contract {
  readonly quorum: u32;
  private votes = map<u32, KeyedMap<Address, Secret<bool>>>();
  private yes = map<u32, Secret<u32>>();
  voters = map<u32, u32>();

  constructor(quorum: u32) { super(); this.quorum = quorum; }

  vote(poll: u32, yes: Secret<bool>) {
    const votes = this.votes.get(poll);
    require(!votes.has(this.ctx.sender), 'voted already');
    votes.set(this.ctx.sender, yes);
    this.yes.set(poll, wrapping(this.yes.get(poll) + u32(yes)));
    this.voters.set(poll, this.voters.get(poll) + 1);
  }

  share(poll: u32): u32 {
    const voters = this.voters.get(poll);
    require(voters >= this.quorum, 'too few voters');
    return reveal(wrapping(this.yes.get(poll) * 100) / voters, 'the share of yes in percent');
  }

  mine(poll: u32): Secret<bool> { return toCaller(this.votes.get(poll).get(this.ctx.sender), 'your own vote'); }
}
`;
type Word = number & { readonly '~'?: 'u32' };
declare class Polls {
  constructor(quorum: Word);
  vote(poll: Word, yes: boolean & { readonly '~'?: 'bool' | 'secret' }): void;
  share(poll: Word): Word;
  mine(poll: Word): boolean & { readonly '~'?: 'bool' | 'secret' };
}

for (const engine of ['evaluator', 'mpc'] as const)
  test(`votes 1, 0, 1, 1 are 75 percent, and nobody votes twice: ${engine}`, async () => {
    const c = await local<typeof Polls>(polls, [3], { engine });
    const voter = (i: number): `0x${string}` => `0x${i.toString(16).padStart(40, '0')}`;
    for (const [i, yes] of [true, false, true].entries()) {
      if (i < 3) await assert.rejects(c.as(voter(9)).share(7), /too few voters/);
      await c.as(voter(i)).vote(7, yes);
    }
    await c.as(voter(1)).vote(8, true);
    await assert.rejects(c.as(voter(1)).vote(7, true), /voted already/);
    await c.as(voter(3)).vote(7, true);
    assert.equal(await c.as(voter(9)).share(7), 75);
    await assert.rejects(c.as(voter(9)).share(8), /too few voters/);
    assert.deepEqual([await c.as(voter(1)).mine(7), await c.as(voter(1)).mine(8)], [false, true]);
    assert.deepEqual(c.fields['voters'], [
      { key: 7, value: 4 },
      { key: 8, value: 1 },
    ]);
  });

const token = `const MOST: u64 = 18446744073709551615;

/** Balances that nobody sees. What cannot be done moves nothing, and says so to its caller alone. */
export class Token {
  private supply: Secret<u64> = 0;
  private balances = map<Address, Secret<u64>>();
  private operators = map<Address, KeyedMap<Address, u64>>();

  balanceOf(who: Address): Secret<u64> { return this.balances.get(who); }
  total(): Secret<u64> { return this.supply; }

  mint(to: Address, amount: Secret<u64>): Secret<u64> {
    const minted = amount <= MOST - this.supply ? amount : 0;
    this.supply = wrapping(this.supply + minted);
    this.credit(to, minted);
    return minted;
  }

  move(from: Address, to: Address, amount: Secret<u64>): Secret<u64> {
    const had = this.balances.get(from);
    const moved = had >= amount ? amount : 0;
    this.balances.set(from, had - moved);
    this.credit(to, moved);
    return moved;
  }

  allow(owner: Address, operator: Address, until: u64) { this.operators.get(owner).set(operator, until); }

  isAllowed(owner: Address, operator: Address, time: u64): bool {
    const operators = this.operators.get(owner);
    return operators.has(operator) && time <= operators.get(operator);
  }

  private credit(to: Address, amount: Secret<u64>) {
    this.balances.set(to, wrapping(this.balances.get(to) + amount));
  }
}
`;
const bank = `import { Token } from './token.ts';

export class Bank extends Contract {
  readonly issuer: Address;
  private token = new Token();

  constructor(issuer: Address) { super(); this.issuer = issuer; }

  mint(to: Address, amount: Secret<u64>): Secret<u64> {
    require(this.ctx.sender === this.issuer, 'not the issuer');
    return toCaller(this.token.mint(to, amount), 'what was minted');
  }
  transfer(to: Address, amount: Secret<u64>): Secret<u64> {
    return toCaller(this.token.move(this.ctx.sender, to, amount), 'what moved');
  }
  allow(operator: Address, until: u64) { this.token.allow(this.ctx.sender, operator, until); }
  transferFrom(from: Address, to: Address, amount: Secret<u64>) {
    require(this.token.isAllowed(from, this.ctx.sender, this.block.time), 'not allowed');
    this.token.move(from, to, amount);
  }
  balance(): Secret<u64> { return toCaller(this.token.balanceOf(this.ctx.sender), 'your balance'); }
  supply(): u64 { return reveal(this.token.total(), 'the supply'); }
}
`;
type Amount = number & { readonly '~'?: 'u64' };
type Account = { readonly '~address': true };
declare class Bank {
  constructor(issuer: Account);
  mint(to: Account, amount: Amount): Amount;
  transfer(to: Account, amount: Amount): Amount;
  allow(operator: Account, until: Amount): void;
  transferFrom(from: Account, to: Account, amount: Amount): void;
  balance(): Amount;
  supply(): Amount;
}

for (const engine of ['evaluator', 'mpc'] as const)
  test(`a confidential token of a component in its own file: ${engine}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'enigma-token-'));
    try {
      writeFileSync(join(folder, 'token.ts'), token);
      writeFileSync(join(folder, 'contract.ts'), bank);
      const [issuer, a, b, operator] = ['01', '0a', '0b', '0c'].map((byte) => `0x${byte.repeat(20)}` as const);
      const c = await local<typeof Bank>(join(folder, 'contract.ts'), [issuer!], { engine });
      const balances = async (): Promise<unknown> => [await c.as(a!).balance(), await c.as(b!).balance()];
      assert.equal(await c.as(issuer!).mint(a!, 100n), 100n);
      await assert.rejects(c.as(a!).mint(a!, 1n), /not the issuer/);
      assert.equal(await c.as(a!).transfer(b!, 40n), 40n);
      assert.deepEqual(await balances(), [60n, 40n]);
      assert.equal(await c.as(a!).transfer(b!, 100n), 0n);
      assert.equal(await c.as(a!).transfer(a!, 60n), 60n);
      assert.deepEqual(await balances(), [60n, 40n]);
      await c.as(a!).allow(operator!, 1000n);
      assert.equal(await c.at({ time: 1000n }).as(operator!).transferFrom(a!, b!, 10n), undefined);
      await assert.rejects(c.at({ time: 1001n }).as(operator!).transferFrom(a!, b!, 10n), /not allowed/);
      await assert.rejects(c.as(b!).transferFrom(a!, b!, 10n), /not allowed/);
      assert.deepEqual(await balances(), [50n, 50n]);
      assert.equal(await c.as(issuer!).mint(b!, (1n << 64n) - 1n), 0n);
      assert.equal(await c.as(b!).supply(), 100n);
      assert.deepEqual(Object.keys(c.fields), ['issuer', 'token.balances', 'token.operators']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
