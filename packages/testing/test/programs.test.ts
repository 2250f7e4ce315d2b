// Whole programs, in the evaluator and by four parties: what they answer, what they refuse, and what anybody sees.
import assert from 'node:assert/strict';
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
