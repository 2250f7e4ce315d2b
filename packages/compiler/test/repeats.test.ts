// What a release tells because it can be asked for again: said of those that can, and of no others.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policyOf, policyText } from '@enigma/bytecode';
import { differenceOf } from '@enigma/compiler';
import { compiled, contract } from './support/run.ts';

function said(fields: string, body: string): readonly string[] {
  const { sites } = policyOf(compiled(contract(fields, body)).verified);
  return sites.map(({ functionName, repeats: { again, steered } }) =>
    [functionName, again ? 'again' : '', steered ? 'steered' : ''].filter(Boolean).join(' '),
  );
}

const sum = `  sum: Secret<u64> = 0;
  done: bool = false;
  phase: 'open' | 'told' | 'shut' = 'open';
  add(x: Secret<u32>) { this.sum = wrapping(this.sum + x); }`;

test('a sum that everyone may see after each change says what came between; one that is told once does not', () => {
  assert.deepEqual(said(sum, `tell() { return reveal(this.sum, 'sum'); }`), ['tell again']);
  assert.deepEqual(said(sum, `@read tell() { return reveal(this.sum, 'sum'); }`), ['tell again']);
  const once = `require(!this.done, 'told'); this.done = true;`;
  assert.deepEqual(said(sum, `tell() { ${once} return reveal(this.sum, 'sum'); }`), ['tell']);
  assert.deepEqual(said(sum, `tell() { ${once} return reveal(this.sum, 'sum'); } again() { this.done = false; }`), [
    'tell again',
  ]);
  assert.deepEqual(said(sum, `tell() { ${once} return reveal(this.sum, 'sum'); } turn(x: bool) { this.done = x; }`), [
    'tell again',
  ]);
  const open = `tell() { require(this.done, 'told'); this.done = false; return reveal(this.sum, 'sum'); }`;
  assert.deepEqual(said(sum, open), ['tell']);
  assert.deepEqual(said(sum, `${open} turn(x: bool) { this.done = x; }`), ['tell again']);
  // Before anybody calls.
  const made = `constructor(done: bool) { super(); this.done = done; }`;
  assert.deepEqual(said(sum, `${made} tell() { ${once} return reveal(this.sum, 'sum'); }`), ['tell']);
  const phased = (to: string): string =>
    `tell() { require(this.phase === 'open', 'told'); this.phase = '${to}'; return reveal(this.sum, 'sum'); }`;
  assert.deepEqual(said(sum, phased('told')), ['tell']);
  assert.deepEqual(said(sum, phased('open')), ['tell again']);
  assert.deepEqual(said(sum, `${phased('told')} reopen() { this.phase = 'open'; }`), ['tell again']);
  assert.deepEqual(said(sum, `${phased('told')} shut() { this.phase = 'shut'; }`), ['tell']);
  const unless = `tell() { require(this.phase !== 'told', 'told'); this.phase = 'told'; return reveal(this.sum, 'sum'); }`;
  assert.deepEqual(said(sum, unless), ['tell']);
  assert.deepEqual(said(sum, `${unless} shut() { this.phase = 'shut'; }`), ['tell again']);
});

test('a guess that may be tried again is steered, also by a public argument or a condition; what has no argument is not', () => {
  const code = `  code: Secret<u32> = 0;
  owned = map<Address, Secret<u64>>();
  tries: u32 = 0;
  set(x: Secret<u32>) { this.code = x; }
  put(x: Secret<u64>) { this.owned.set(this.ctx.sender, x); }`;
  // The count of tries is undone when the guess is wrong: what is written does not outlive the refusal.
  const guess = `guess(g: Secret<u32>) {
    require(this.tries < 3, 'no more'); this.tries = this.tries + 1;
    const right = reveal(g === this.code, 'whether it is right'); require(right, 'wrong');
  }`;
  const early = `  static readonly openMode = 'beforeSettle';\n`;
  assert.deepEqual(said(early + code, guess), ['guess again steered']);
  assert.deepEqual(said(code, `look(k: u32): u32 { return reveal(k > 5 ? this.code : 0, 'it'); }`), [
    'look again steered',
  ]);
  assert.deepEqual(said(code, `of(who: Address) { return toCaller(this.owned.get(who), 'his'); }`), ['of steered']);
  assert.deepEqual(said(code, `mine() { return toCaller(this.owned.get(this.ctx.sender), 'mine'); }`), ['mine']);
  assert.deepEqual(said('', `twice(x: Secret<u32>): Secret<u32> { return toCaller(wrapping(x + x), 'twice'); }`), [
    'twice',
  ]);
  assert.deepEqual(said('', `die() { return reveal(random.below(6), 'a die'); }`), ['die']);
});

test('the report says it, and a difference tells an upgrade that lets a release be asked again', () => {
  const once = compiled(
    contract(sum, `tell() { require(!this.done, 'told'); this.done = true; return reveal(this.sum, 'sum'); }`),
  );
  const often = compiled(contract(sum, `tell() { this.done = true; return reveal(this.sum, 'sum'); }`));
  assert.match(
    policyText(policyOf(often.verified)),
    /again {8}after every change: what results differ by tells what came between/,
  );
  assert.doesNotMatch(policyText(policyOf(once.verified)), /again {8}after/);
  assert.deepEqual(differenceOf(once.verified, often.verified).releases[0]?.says, [
    'seen again after changes: no → yes',
  ]);
});
