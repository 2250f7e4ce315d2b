// Components: state and functions of a class that a contract has as fields, each instance with its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportText, type Compiled } from '@enigma/compiler';
import { codes, compiled, contract, deployed, run } from './support/run.ts';

const counter = `/** Counts up to a limit, and how often it was asked. */
export class Counter {
  readonly most: u64;
  asked: u32 = 3;
  private kept: Secret<u64> = 5;
  private last = map<Address, Secret<u64>>();
  constructor(most: u64) { this.most = most; this.asked = 1; }
  add(who: Address, by: Secret<u64>): Secret<u64> {
    this.last.set(who, by);
    this.grow(by);
    return this.kept;
  }
  private grow(by: Secret<u64>) { const sum = wrapping(this.kept + by); this.kept = min(sum, this.most); }
  ask() { this.asked++; }
  of(who: Address): Secret<u64> { return this.last.get(who); }
}
`;
const body = `  constructor(most: u64) { super(); this.large = new Counter(most); }
  add(x: Secret<u64>): { small: u64; large: u64 } {
    const small = this.small.add(this.ctx.sender, x);
    if (x > 10) this.large.add(this.ctx.sender, x);
    return { small: reveal(small, "small"), large: reveal(this.large.add(NOBODY, 0), "large") };
  }
  ask(n: u32) { for (let i = 0; i < n; i++) if (i > 0) this.small.ask(); }
  asked(): { small: u32; large: u32; most: u64 } { return { small: this.small.asked, large: this.large.asked, most: this.large.most }; }
  last(): { small: u64; large: u64 } { return { small: reveal(this.small.of(this.ctx.sender), "s"), large: reveal(this.large.of(this.ctx.sender), "l") }; }`;
const fields = '  private readonly large: Counter;\n  private small = new Counter(20);';

function calls(of: Compiled, most: bigint): (name: string, ...args: bigint[]) => readonly unknown[] {
  let state = deployed(of, most);
  return (name, ...args) => {
    const ran = run(of, name, { args, state });
    assert.equal(ran.status, 'ok');
    ({ state } = ran);
    return ran.results;
  };
}

test('two instances keep their own state, also where a secret condition decides', () => {
  const of = compiled(`import { Counter } from './counter.ts';\n${contract(fields, body)}`, { 'counter.ts': counter });
  assert.deepEqual(of.warnings, []);
  const call = calls(of, 1000n);
  assert.deepEqual(call('asked'), [1n, 1n, 1000n]);
  assert.deepEqual(call('add', 4n), [9n, 5n]);
  assert.deepEqual(call('last'), [4n, 0n]);
  assert.deepEqual(call('add', 30n), [20n, 35n]);
  assert.deepEqual(call('last'), [30n, 30n]);
  call('ask', 4n);
  assert.deepEqual(call('asked'), [4n, 1n, 1000n]);
});

test('fields are the contract’s, by their paths, in the report and for who reads the state; functions are none', () => {
  const of = compiled(counter + contract(fields, body));
  assert.deepEqual(
    of.abi.fields.map(({ name, kind, secret }) => `${name} ${kind}${secret ? ' secret' : ''}`).slice(4),
    ['small.most readonly', 'small.asked state', 'small.kept state secret', 'small.last map'],
  );
  assert.deepEqual(of.abi.functions.map(({ name }) => name).toSorted(), ['add', 'ask', 'asked', 'constructor', 'last']);
  assert.match(
    reportText(of, 'c.ts'),
    /small\.last: who or what has an entry \(its keys\), since when, and each time that one is looked up/,
  );
  // The same as the fields and functions written out.
  const out = (name: string): string =>
    counter
      .replace(/^.*\nexport class Counter \{\n/, '')
      .replace(/\n\}\n$/, '')
      .replace(/ {2}constructor.*\n/, '')
      .replaceAll(/this\.(most|asked|kept|last|grow)/g, `this.${name}_$1`)
      .replaceAll(
        /^( {2}(?:readonly |private )*)(\w+)/gm,
        (_, start: string, word: string) => `${start}${name}_${word}`,
      )
      .replaceAll(/^ {2}(?:private )*(\w+\()/gm, '  private $1');
  const flat = compiled(
    contract(
      `${out('large')}\n${out('small').replace('asked: u32 = 3', 'asked: u32 = 1').replace('most: u64;', 'most: u64 = 20;')}`.replace(
        'asked: u32 = 3',
        'asked: u32 = 1',
      ),
      body
        .replace('this.large = new Counter(most);', 'this.large_most = most;')
        .replaceAll(/this\.(small|large)\./g, 'this.$1_'),
    ),
  );
  const [split, whole] = [calls(of, 9n), calls(flat, 9n)];
  for (const [name, ...args] of [['add', 4n], ['add', 30n], ['ask', 3n], ['asked'], ['last']] as const)
    assert.deepEqual(split(name, ...args), whole(name, ...args), name);
});

test('components in components, and their arguments in the order of JavaScript', () => {
  const of = compiled(
    `class Inner { value: u64 = 2; constructor(x: u64) { this.value = this.value + x; } }
class Middle { first: u64 = 10; inner: Inner; constructor(x: u64) { this.inner = new Inner(this.first + x); this.first = 1; } total(): u64 { return this.first + this.inner.value; } }
${contract(
  '  start: u64 = 100;\n  middle = new Middle(this.start);',
  '  run(): u64 { return this.middle.total() + this.middle.inner.value; }',
)}`,
  );
  assert.deepEqual(run(of, 'run', { state: deployed(of) }).results, [1n + 112n + 112n]);
  assert.deepEqual(
    of.abi.fields.map(({ name }) => name),
    ['start', 'middle.first', 'middle.inner.value'],
  );
});

test('what a component must not show stays in it', () => {
  const wrong = (text: string): readonly string[] =>
    codes(counter + contract(fields, `${body}\n  run(n: u32, x: Secret<u64>) { ${text} }`)).filter((code) =>
      code.startsWith('E-'),
    );
  assert.deepEqual(wrong('const k = this.small.kept;'), ['E-TYPE']);
  assert.deepEqual(wrong('this.small.grow(x);'), ['E-TYPE']);
  assert.deepEqual(wrong('if (x > 3) this.small.ask();'), ['E-FLOW']);
  assert.deepEqual(wrong('this.small.asked = 3;'), ['E-SUBSET']);
  assert.deepEqual(wrong('const c = this.small;'), ['E-SUBSET']);
});
