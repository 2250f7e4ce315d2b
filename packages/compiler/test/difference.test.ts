// What another version would change in what leaves a contract.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceOf, differenceText } from '@enigma/compiler';
import { compiled, contract } from './support/run.ts';

const fields = '  private best: Secret<u64> = 0; private count: u32 = 0;';
const bid = '  bid(x: Secret<u64>) { if (x > this.best) this.best = x; this.count++; }';
const tell = "  tell(): u64 { return reveal(this.best, 'the best'); }";
const between = (before: string, after: string) =>
  differenceOf(compiled(contract(fields, before)).verified, compiled(contract(fields, after)).verified);

test('nothing changes where only what nobody sees does', () => {
  const found = between(`${bid}\n${tell}`, `${bid.replace('x > this.best', 'x >= this.best')}\n${tell}`);
  assert.ok(found.same);
  assert.match(differenceText(found), /Nothing changes/);
});

test('releases that come, go, or tell another thing of others', () => {
  const more = between(
    `${bid}\n${tell}`,
    `${bid}\n${tell}\n  mine(): Secret<bool> { return toCaller(this.best > 5, 'whether it is large'); }`,
  );
  assert.deepEqual(
    more.releases.map(({ kind, function: name, reason }) => [kind, name, reason]),
    [['added', 'mine', 'whether it is large']],
  );
  assert.deepEqual(more.seenMore, ['mine: who calls it and when']);
  assert.match(
    differenceText(more),
    /\+ mine "whether it is large"\n {4}The caller alone learns yes or no \(bool\) \("whether it is large"\), computed from x of whoever calls bid, by mine \(whenever somebody calls it\)\./,
  );
  const less = between(`${bid}\n${tell}`, bid);
  assert.deepEqual(
    [less.releases.map(({ kind }) => kind), less.seenLess],
    [['removed'], ['tell: who calls it and when']],
  );
  const other = between(
    `${bid}\n${tell}`,
    `${bid}\n  add(y: Secret<u64>) { if (y > 9) this.best = y; }\n${tell.replace('u64 {', 'bool {').replace('this.best,', 'this.best > 9,')}`,
  );
  assert.deepEqual(
    other.releases.map(({ kind, says }) => [kind, says]),
    [
      [
        'changed',
        ['what: u64 → bool', 'computed from: x of whoever calls bid → x of whoever calls bid, y of whoever calls add'],
      ],
    ],
  );
});

test('the same reason twice in one function is two sites, compared one with the other', () => {
  const twice =
    "  tell(): u64 { this.count = 1; const a = reveal(this.best, 'the best'); const b = reveal(this.best, 'the best'); return a > b ? a : b; }";
  const found = differenceOf(
    compiled(contract(`  static readonly openMode = 'beforeSettle';\n${fields}`, `${bid}\n${tell}`)).verified,
    compiled(contract(`  static readonly openMode = 'beforeSettle';\n${fields}`, `${bid}\n${twice}`)).verified,
  );
  assert.deepEqual(
    found.releases.map(({ kind }) => kind),
    ['changed', 'added'],
  );
  assert.deepEqual(found.opens, { before: 'afterSettle', after: 'beforeSettle' });
});
