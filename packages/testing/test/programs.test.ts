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

const vigil = `/** A sealed message that opens when its owner has been silent for so long. */
export class Vigil extends Contract {
  private messages: Secret<Bytes<3>>[] = [];
  owners: Address[] = [];
  spans: u64[] = [];
  due: u64[] = [];

  seal(message: Secret<Bytes<3>>, span: u64): u32 {
    this.messages.push(message);
    this.owners.push(this.ctx.sender);
    this.spans.push(span);
    this.due.push(this.block.time + span);
    return this.owners.length - 1;
  }

  alive(which: u32) {
    require(this.owners[which] === this.ctx.sender, 'not yours');
    require(this.block.time < this.due[which], 'too late');
    this.due[which] = this.block.time + this.spans[which];
  }

  open(which: u32): Bytes<3> {
    require(this.block.time >= this.due[which], 'its owner is not silent yet');
    return reveal(this.messages[which], 'what was to be read after a silence');
  }

  part(which: u32, from: u32): Bytes<2> {
    require(this.block.time >= this.due[which], 'its owner is not silent yet');
    const part: Secret<Bytes<2>> = this.messages[which].slice(from, from + 2);
    return reveal(part, 'a part of it');
  }
}
`;
type Long = number & { readonly '~'?: 'u64' };
type Sealed = FixedBytes & { readonly '~secret'?: true };
type FixedBytes = readonly (number & { readonly '~'?: 'u8' })[];
declare class Vigil {
  seal(message: Sealed, span: Long): Word;
  alive(which: Word): void;
  open(which: Word): FixedBytes;
  part(which: Word, from: Word): FixedBytes;
}

for (const engine of ['evaluator', 'mpc'] as const)
  test(`a message of somebody silent opens, not a second before: ${engine}`, async () => {
    const c = await local<typeof Vigil>(vigil, [], { engine });
    const owner = `0x${'a1'.repeat(20)}` as const;
    const other = `0x${'b2'.repeat(20)}` as const;
    c.at({ time: 1000n });
    assert.equal(await c.as(owner).seal([0xc0, 0xff, 0xee], 100n), 0);
    assert.equal(await c.as(other).seal([1, 2, 3], 10n), 1);
    c.at({ time: 1050n });
    await assert.rejects(c.as(other).open(0), /not silent yet/);
    await assert.rejects(c.as(other).alive(0), /not yours/);
    assert.deepEqual(await c.as(owner).open(1), [1, 2, 3]);
    c.at({ time: 1090n });
    await c.as(owner).alive(0);
    c.at({ time: 1150n });
    await assert.rejects(c.as(other).open(0), /not silent yet/);
    c.at({ time: 1190n });
    await assert.rejects(c.as(owner).alive(0), /too late/);
    assert.deepEqual(await c.as(other).open(0), [0xc0, 0xff, 0xee]);
    assert.deepEqual(await c.as(other).part(0, 1), [0xff, 0xee]);
    await assert.rejects(c.as(other).part(0, 2));
  });

const totp = `/** A code of the time that only who has the key can tell; so many tries for each period. */
export class Codes extends Contract {
  private keys = map<Address, Secret<u32>>();
  tries = map<Address, u32>();

  enrol(key: Secret<u32>) { this.keys.set(this.ctx.sender, key); }

  private code(): Secret<u32> { return wrapping(this.keys.get(this.ctx.sender) * u32(this.block.time % 100000)); }

  mine(): Secret<u32> { return toCaller(this.code(), 'the code of his own key'); }

  check(given: Secret<u32>): bool {
    const tries = this.tries.get(this.ctx.sender);
    require(tries < 3, 'three tries are all');
    this.tries.set(this.ctx.sender, tries + 1);
    return reveal(given === this.code(), 'whether it is the code');
  }
}
`;
type SealedWord = number & { readonly '~'?: 'u32' | 'secret' };
declare class Codes {
  enrol(key: SealedWord): void;
  mine(): SealedWord;
  check(given: SealedWord): boolean & { readonly '~'?: 'bool' };
}

for (const engine of ['evaluator', 'mpc'] as const)
  test(`a code is key by time, mod 2^32, and the fourth try is refused: ${engine}`, async () => {
    const c = await local<typeof Codes>(totp, [], { engine });
    const [a, b] = [`0x${'a1'.repeat(20)}`, `0x${'b2'.repeat(20)}`] as const;
    await c.as(a).enrol(1234);
    await c.as(b).enrol(65535);
    c.at({ time: 1_700_012_345n });
    assert.deepEqual(
      [
        await c.as(a).mine(),
        await c.as(a).check(15_233_730),
        await c.as(a).check(15_233_731),
        await c.as(b).check(15_233_730),
      ],
      [15_233_730, true, false, false],
    );
    c.at({ time: 1_700_099_999n });
    assert.equal(await c.as(b).mine(), 2_258_467_169);
    assert.equal(await c.as(a).check(1), false);
    await assert.rejects(c.as(a).check(1), /three tries/);
    assert.equal(await c.as(b).check(2_258_467_169), true);
  });
