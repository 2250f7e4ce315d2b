// `return` wherever a condition stands, secret or public, against the same text run as JavaScript.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, compiled, contract, deployed, run } from './support/run.ts';

const bodies: Readonly<Record<string, string>> = {
  'a chain of rules': 'if (a > 5) return 1; if (b > 5) { return 2; } else if (a === b) return 3; return 4;',
  'a branch that returns on one of its ways': 'let x: u8 = 7; if (a > 5) { if (b > 5) return 1; x = 9; } return x;',
  'both branches, in part': `let x: u8 = 0;
    if (a > 5) { x = 1; if (b > 5) return x; x = 2; } else { { if (b < 3) return 8; } x = 4; }
    for (let i = 0; i < 3; i++) if (b > i) x = (x + 1) & 255;
    if (x === 7) return 50;
    return x;`,
  'returns in a block, and behind a loop':
    'let n: u8 = 0; for (let i = 0; i < 4; i++) if (a > i) n++; { if (n > 2) return n; } return b;',
};

for (const [name, body] of Object.entries(bodies))
  test(`${name}: the value of the path taken`, () => {
    const helper = (label: string): string =>
      `function f${label}(a: ${label}, b: ${label}): ${label} { ${body} }\n`.replace(/f\w+<u8>\(/, 'fSecret(');
    const of = compiled(
      `${helper('u8')}${helper('Secret<u8>')}${contract(
        '',
        '  open(a: u8, b: u8): u8 { return fu8(a, b); }\n  run(a: Secret<u8>, b: Secret<u8>): u8 { return reveal(wrapping(fSecret(a, b) + 0 * a), "f"); }',
      )}`,
    );
    // The text without its types is JavaScript.
    // oxlint-disable-next-line typescript/no-implied-eval -- the twin is the same text
    const twin = new Function('a', 'b', body.replaceAll(': u8', '')) as (a: number, b: number) => number;
    for (let a = 0; a < 9; a++)
      for (let b = 0; b < 9; b++)
        for (const fn of ['open', 'run'])
          assert.deepEqual(
            run(of, fn, { args: [BigInt(a), BigInt(b)] }).results,
            [BigInt(twin(a, b))],
            `${fn} ${a} ${b}`,
          );
  });

test('records return member by member, and a field of the state is written on the paths that reach it', () => {
  const of = compiled(
    `type Pair = { p: u8; q: bool };
${contract(
  '  private last: Secret<u8> = 0;',
  `  private pick(a: Secret<u8>): Secret<Pair> { if (a > 5) { if (a > 7) return { p: 1, q: true }; } else return { p: a, q: false }; return { p: 7, q: a === 6 }; }
  run(a: Secret<u8>): { p: u8; q: bool } { const pair = this.pick(a); return { p: reveal(pair.p, "p"), q: reveal(pair.q, "q") }; }
  keep(a: Secret<u8>) { if (a > 5) return; this.last = a; }
  told(): u8 { return reveal(this.last, "last"); }`,
)}`,
  );
  const pairs = [3n, 6n, 7n, 8n].map((a) => run(of, 'run', { args: [a] }).results);
  assert.deepEqual(pairs, [
    [3n, 0n],
    [7n, 1n],
    [7n, 0n],
    [1n, 1n],
  ]);
  const state = [4n, 9n].reduce((before, a) => run(of, 'keep', { args: [a], state: before }).state, deployed(of));
  assert.deepEqual(run(of, 'told', { state }).results, [4n]);
});

test('under a public condition what follows a return may do anything', () => {
  const of = compiled(
    contract(
      '  k: u8 = 0;',
      '  run(n: u8): u8 { if (n > 5) { if (n > 7) return 1; this.k = 2; } require(n > 3, "n"); return this.k; }',
    ),
  );
  const results = [8n, 6n, 4n, 2n].map((n) => run(of, 'run', { args: [n], state: deployed(of) }));
  assert.deepEqual(
    results.map(({ status, results: [value] }) => value ?? status),
    [1n, 2n, 0n, 'revert'],
  );
  // Under a secret one that would show it, in a loop beside the return too.
  const secret = (rest: string): readonly string[] => [
    ...new Set(
      codes(contract('  k: u8 = 0;', `  run(x: Secret<u8>, n: u8): u8 { if (x > 5) return 1; ${rest} return 2; }`)),
    ),
  ];
  assert.deepEqual(secret('require(n > 3, "n");'), ['E-FLOW']);
  assert.deepEqual(secret('for (let i = 0; i < 2; i++) this.k = 1;'), ['E-FLOW']);
  assert.deepEqual(secret('emit("Seen", { n });'), ['E-FLOW']);
});
