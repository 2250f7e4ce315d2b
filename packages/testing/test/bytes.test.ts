// Bytes as values: the same calls by the evaluator and by four parties on shares.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { local } from '@enigma/testing';

const vault = `
/** A message under a code, by the hash that its owner is known by. */
export class Vault extends Contract {
  private codes = map<Bytes<32>, Secret<Bytes<2>>>();
  private messages = map<Bytes<32>, Secret<Bytes<3>>>();
  tries = map<Bytes<32>, u32>();

  put(id: Bytes<32>, code: Secret<Bytes<2>>, message: Secret<Bytes<3>>) {
    require(!this.codes.has(id), 'taken');
    this.codes.set(id, code);
    this.messages.set(id, message);
  }

  /** The message if the code is right, else zeros: nobody but the caller sees which. */
  open(id: Bytes<32>, code: Secret<Bytes<2>>): Secret<Bytes<3>> {
    require(this.tries.get(id) < 2, 'two tries');
    this.tries.set(id, this.tries.get(id) + 1);
    const none: Secret<Bytes<3>> = hex('000000');
    const message = this.messages.get(id);
    return toCaller(code === this.codes.get(id) ? [...message] : [...none], 'the message of who knows its code');
  }

  /** Changed by who knows the code; the code stays what it is where he does not. */
  change(id: Bytes<32>, code: Secret<Bytes<2>>, next: Secret<Bytes<2>>): bool {
    const right = code === this.codes.get(id);
    if (right) this.codes.set(id, next);
    return reveal(right, 'whether the code was changed');
  }
}
`;
type Sealed = readonly (number & { readonly '~'?: 'u8' | 'secret' })[];
type Bytes = readonly (number & { readonly '~'?: 'u8' })[];
declare class Vault {
  put(id: Bytes, code: Sealed, message: Sealed): void;
  open(id: Bytes, code: Sealed): Sealed;
  change(id: Bytes, code: Sealed, next: Sealed): boolean & { readonly '~'?: 'bool' };
}

for (const engine of ['evaluator', 'mpc'] as const)
  test(`compared, chosen, kept by a hash, given to who asks: ${engine}`, async () => {
    const c = await local<typeof Vault>(vault, [], { engine });
    const who = c.as(`0x${'a1'.repeat(20)}`);
    const [one, two] = [5, 6].map((last) => [...Array<number>(31).fill(7), last]) as [number[], number[]];
    await who.put(one, [1, 2], [0xc0, 0xff, 0xee]);
    await who.put(two, [1, 3], [9, 8, 7]);
    await assert.rejects(who.put(one, [0, 0], [0, 0, 0]), /taken/);
    assert.deepEqual(await who.open(one, [1, 2]), [0xc0, 0xff, 0xee]);
    assert.deepEqual(await who.open(one, [2, 2]), [0, 0, 0]);
    await assert.rejects(who.open(one, [1, 2]), /two tries/);
    assert.equal(await who.change(two, [1, 2], [4, 4]), false);
    assert.deepEqual(await who.open(two, [1, 3]), [9, 8, 7]);
    assert.equal(await who.change(two, [1, 3], [4, 4]), true);
    assert.deepEqual(await who.open(two, [4, 4]), [9, 8, 7]);
    assert.deepEqual(c.fields['tries'], [
      { key: one, value: 2 },
      { key: two, value: 2 },
    ]);
  });
