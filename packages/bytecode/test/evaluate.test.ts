// The language's semantics, row by row, on values in the clear.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  complement,
  lastBySender,
  moduleBuilder,
  plainValue,
  policyOf,
  scalarRefs,
  secret,
  squareRoot,
  trapCodes,
  vector,
  type BuiltValue,
  type InboxEntry,
  type Label,
  type OpName,
  type TypeRef,
  type Verified,
} from '@enigma/bytecode';
import { context, run, verified } from './support/run.ts';
import { carriedVotingModule, votingModule } from './support/voting.ts';

const { bool, u8, u32, u64, i8, address } = scalarRefs;

/** op(a, b) with both operands of a type and label; the result is revealed where it is secret. */
function binary(
  op: OpName,
  type: TypeRef,
  label: Label,
  a: bigint,
  b: bigint,
  resultType: TypeRef = type,
): bigint | number {
  const m = moduleBuilder();
  const site = label === 's' ? m.release('reveal', 'result') : undefined;
  const params = ['a', 'b'].map((name) => ({ name, type, label }));
  m.function({ name: 'f', kind: 'call', params, results: [{ type: resultType, label: 'p' }] }, (r, [x, y]) => {
    const value = r.emit(op, [x!, y!]);
    return [site ? r.reveal(site, value) : value];
  });
  const module = verified(m.finish());
  const wrap = (value: bigint) => (label === 's' ? secret(value) : value);
  const { outcome } = run(module, 'f', { args: [wrap(a), wrap(b)] });
  if (outcome.status === 'revert') return outcome.code;
  assert.equal(outcome.status, 'ok');
  return outcome.status === 'ok' ? (plainValue(module, resultType, outcome.results[0]!) as bigint) : 0n;
}

test('public arithmetic is exact and traps outside its type', () => {
  assert.equal(binary('add.t', u8, 'p', 200n, 55n), 255n);
  assert.equal(binary('add.t', u8, 'p', 200n, 56n), trapCodes.overflow);
  assert.equal(binary('sub.t', u8, 'p', 3n, 4n), trapCodes.overflow);
  assert.equal(binary('sub.t', i8, 'p', 3n, 4n), -1n);
  assert.equal(binary('mul.t', u64, 'p', 1n << 40n, 1n << 24n), trapCodes.overflow);
  assert.equal(binary('div.t', i8, 'p', -7n, 2n), -3n);
  assert.equal(binary('rem.t', i8, 'p', -7n, 2n), -1n);
  assert.equal(binary('div.t', u8, 'p', 7n, 0n), trapCodes.divisionByZero);
  assert.equal(binary('rem.t', u8, 'p', 7n, 0n), trapCodes.divisionByZero);
  assert.equal(binary('div.t', i8, 'p', -128n, -1n), trapCodes.overflow);
  assert.equal(binary('rem.t', i8, 'p', -128n, -1n), trapCodes.overflow);
});

test('secret arithmetic is exact, then mod 2^w', () => {
  assert.equal(binary('add', u8, 's', 200n, 56n), 0n);
  assert.equal(binary('sub', u8, 's', 3n, 4n), 255n);
  assert.equal(binary('sub', i8, 's', -128n, 1n), 127n);
  assert.equal(binary('mul', i8, 's', -128n, -1n), -128n);
  assert.equal(binary('mul', u64, 's', (1n << 64n) - 1n, (1n << 64n) - 1n), 1n);
  assert.equal(binary('min', i8, 's', -5n, 4n), -5n);
  assert.equal(binary('max', i8, 's', -5n, 4n), 4n);
});

test('secret quotients are total: toward zero, by zero zero, and the least over −1 is itself', () => {
  for (const [a, b, quotient, remainder] of [
    [7n, 2n, 3n, 1n],
    [-7n, 2n, -3n, -1n],
    [7n, -2n, -3n, 1n],
    [-7n, 0n, 0n, 0n],
    [-128n, -1n, -128n, 0n],
    [-128n, -128n, 1n, 0n],
  ] as const) {
    assert.equal(binary('div', i8, 's', a, b), quotient);
    assert.equal(binary('rem', i8, 's', a, b), remainder);
  }
  assert.equal(binary('div', u64, 's', (1n << 64n) - 1n, 3n), ((1n << 64n) - 1n) / 3n);
});

/** muldiv(a, b, c) and isqrt(a) of one label. */
function ofThree(type: TypeRef, label: Label, a: bigint, b: bigint, c: bigint): bigint | number {
  const m = moduleBuilder();
  const site = label === 's' ? m.release('reveal', 'result') : undefined;
  const params = ['a', 'b', 'c'].map((name) => ({ name, type, label }));
  m.function({ name: 'f', kind: 'call', params, results: [{ type, label: 'p' }] }, (r, operands) => {
    const value = r.emit('muldiv', operands);
    return [site ? r.reveal(site, value) : value];
  });
  const module = verified(m.finish());
  const args = [a, b, c].map((value) => (label === 's' ? secret(value) : value));
  const { outcome } = run(module, 'f', { args });
  if (outcome.status === 'revert') return outcome.code;
  assert.equal(outcome.status, 'ok');
  return outcome.status === 'ok' ? (plainValue(module, type, outcome.results[0]!) as bigint) : 0n;
}

test('the product of muldiv is exact; a public result that does not fit ends the task, a secret one wraps', () => {
  const most = (1n << 64n) - 1n;
  for (const label of ['p', 's'] as const) {
    assert.equal(ofThree(u64, label, most, 200n, 400n), 9_223_372_036_854_775_807n);
    assert.equal(ofThree(i8, label, -100n, 100n, 101n), -99n);
  }
  assert.equal(ofThree(u8, 'p', 200n, 200n, 100n), trapCodes.overflow);
  assert.equal(ofThree(u8, 's', 200n, 200n, 100n), 400n - 256n);
  assert.equal(ofThree(u8, 'p', 200n, 200n, 0n), trapCodes.divisionByZero);
  assert.equal(ofThree(u8, 's', 200n, 200n, 0n), 0n);
});

test('a table at a secret place gives zero outside; bits are the lowest first, and what is above a width is dropped', () => {
  const m = moduleBuilder();
  const table = m.vectorType(i8);
  const bits = m.vectorType(bool);
  const sites = ['entry', 'low', 'high'].map((reason) => m.release('reveal', reason));
  m.function(
    {
      name: 'f',
      kind: 'call',
      params: [{ name: 'at', type: u8, label: 's' }],
      results: [i8, u8, u64].map((type) => ({ type, label: 'p' })),
    },
    (r, [at]) => {
      const entries = [-1, 5, -128].map((entry) => r.constant(i8, entry));
      const parts = r.emit('bits', [r.cast(u32, at!)]);
      const both = r.emit('concat', [parts, r.vector(bits, [r.constant(bool, 1)])], [bits]);
      return [
        r.reveal(sites[0]!, r.emit('lut', [r.vector(table, entries), at!])),
        r.reveal(sites[1]!, r.emit('frombits', [parts], [u8])),
        r.reveal(sites[2]!, r.emit('frombits', [both], [u64])),
      ];
    },
  );
  const module = verified(m.finish());
  for (const [at, entry] of [
    [0n, -1n],
    [2n, -128n],
    [3n, 0n],
    [255n, 0n],
  ] as const) {
    const { outcome } = run(module, 'f', { args: [secret(at)] });
    assert.equal(outcome.status, 'ok');
    if (outcome.status === 'ok')
      assert.deepEqual(
        outcome.results.map((value, k) => plainValue(module, [i8, u8, u64][k]!, value)),
        [entry, at, at + (1n << 32n)],
      );
  }
});

test('roots are floors', () => {
  for (let x = 0n; x < 300n; x++) assert.ok(squareRoot(x) ** 2n <= x && (squareRoot(x) + 1n) ** 2n > x);
  assert.equal(squareRoot(10n ** 12n), 1_000_000n);
  assert.equal(squareRoot((1n << 64n) - 1n), (1n << 32n) - 1n);
});

test('comparison is of the values, signed where the type is', () => {
  assert.equal(binary('lt', i8, 's', -1n, 0n, bool), 1n);
  assert.equal(binary('lt', u8, 's', 255n, 0n, bool), 0n);
  assert.equal(binary('eq', u64, 's', 7n, 7n, bool), 1n);
  assert.equal(binary('addr.eq', address, 'p', 7n, 8n, bool), 0n);
  for (const [a, b] of [
    [0n, 0n],
    [0n, 1n],
    [1n, 0n],
    [1n, 1n],
  ] as const) {
    assert.equal(binary('and', bool, 's', a, b), a & b);
    assert.equal(binary('or', bool, 's', a, b), a | b);
    assert.equal(binary('xor', bool, 's', a, b), a ^ b);
  }
});

/** op(a, amount) with labels of their own; the result is revealed where it is secret. `known` amounts are public ones that are treated as secret. */
function shifted(
  op: 'shl' | 'shr',
  type: TypeRef,
  labels: readonly [Label, Label],
  a: bigint,
  amount: bigint,
  known = false,
): bigint | number {
  const m = moduleBuilder();
  const site = labels.includes('s') || known ? m.release('reveal', 'result') : undefined;
  const params = [
    { name: 'a', type, label: labels[0] },
    { name: 'amount', type: u8, label: labels[1] },
  ];
  m.function({ name: 'f', kind: 'call', params, results: [{ type, label: 'p' }] }, (r, [x, by]) => {
    const value = r.emit(op, [x!, known ? r.emit('classify', [by!]) : by!]);
    return [site ? r.reveal(site, value) : value];
  });
  const module = verified(m.finish());
  const wrap = (value: bigint, label: Label | undefined) => (label === 's' ? secret(value) : value);
  const { outcome } = run(module, 'f', { args: [wrap(a, labels[0]), wrap(amount, labels[1])] });
  if (outcome.status === 'revert') return outcome.code;
  assert.equal(outcome.status, 'ok');
  return outcome.status === 'ok' ? (plainValue(module, type, outcome.results[0]!) as bigint) : 0n;
}

test('logic works bit by bit and keeps the width', () => {
  for (const label of ['p', 's'] as const) {
    assert.equal(binary('and', u8, label, 0b1100n, 0b1010n), 0b1000n);
    assert.equal(binary('or', i8, label, -128n, 1n), -127n);
    assert.equal(binary('xor', i8, label, -1n, 127n), -128n);
    assert.equal(binary('xor', u64, label, (1n << 64n) - 1n, 1n), (1n << 64n) - 2n);
  }
  assert.equal(complement(u8, 0n), 255n);
  assert.equal(complement(i8, 127n), -128n);
  assert.equal(complement(bool, 1n), 0n);
});

test('shifts drop what passes the ends; a public amount of the width or more ends the task, a secret one does not', () => {
  for (const labels of [
    ['p', 'p'],
    ['s', 'p'],
    ['p', 's'],
    ['s', 's'],
  ] as const) {
    assert.equal(shifted('shl', u8, labels, 0b1000_0011n, 1n), 6n);
    assert.equal(shifted('shl', i8, labels, 64n, 1n), -128n);
    assert.equal(shifted('shr', u8, labels, 129n, 7n), 1n);
    assert.equal(shifted('shr', i8, labels, -128n, 7n), -1n);
    for (const amount of [8n, 9n, 255n]) {
      const stops = labels[1] === 'p';
      assert.equal(shifted('shl', u8, labels, 255n, amount), stops ? trapCodes.overflow : 0n);
      assert.equal(shifted('shr', i8, labels, -3n, amount), stops ? trapCodes.overflow : -1n);
      assert.equal(shifted('shr', i8, labels, 3n, amount), stops ? trapCodes.overflow : 0n);
    }
  }
  // What is declared secret is not looked at, also where everybody knows it.
  assert.equal(shifted('shr', u8, ['p', 'p'], 255n, 8n, true), 0n);
});

function ballots(
  choices: readonly (readonly [sender: bigint, choice: bigint, height?: bigint])[],
): InboxEntry<bigint>[] {
  return choices.map(([sender, choice, height], i) => ({
    sender,
    index: BigInt(i),
    height: height ?? 5n,
    values: [secret(choice)],
  }));
}

function tally(module: Verified, candidates: bigint, inbox: InboxEntry<bigint>[], closes = 50n) {
  const { outcome } = run(module, 'tally', { state: [candidates, closes, 0n], inbox });
  assert.equal(outcome.status, 'ok');
  if (outcome.status !== 'ok') throw new Error('unreachable');
  return {
    votes: plainValue(
      module,
      module.module.functions.find(({ name }) => name === 'tally')!.results[0]!.type,
      outcome.results[0]!,
    ),
    outcome,
  };
}

test('both forms of the tally count alike: last ballot of each sender, blanks and strangers to no one', () => {
  const inbox = ballots([
    [1n, 1n],
    [2n, 2n],
    [3n, 0n],
    [1n, 3n],
    [4n, 3n],
    [5n, 31n],
  ]);
  for (const module of [votingModule(), carriedVotingModule()]) {
    const { votes, outcome } = tally(verified(module), 4n, inbox);
    assert.deepEqual(votes, vector([0n, 1n, 2n, 0n]));
    assert.equal(outcome.taken, 6);
    assert.equal(outcome.outputs.everyone.length, 4);
    assert.equal(outcome.outputs.caller.length, 0);
  }
});

test('entries above the height stay; nobody votes, nobody wins', () => {
  const module = verified(votingModule());
  const { votes, outcome } = tally(
    module,
    2n,
    ballots([
      [1n, 1n],
      [2n, 1n, 50n],
      [3n, 1n, 51n],
    ]),
  );
  assert.deepEqual(votes, vector([2n, 0n]));
  assert.equal(outcome.taken, 2);
  assert.deepEqual(tally(module, 2n, []).votes, vector([0n, 0n]));
});

test('lastBySender keeps the order of the indices', () => {
  const kept = lastBySender(
    ballots([
      [1n, 1n],
      [2n, 2n],
      [1n, 3n],
      [3n, 4n],
      [2n, 5n],
    ]),
  );
  assert.deepEqual(
    kept.map(({ index }) => index),
    [2n, 3n, 4n],
  );
});

test('an entry with a value out of its range becomes the zero value, silently and whole', () => {
  const m = moduleBuilder();
  const entry = m.recordType([
    { name: 'a', type: m.range(4) },
    { name: 'b', type: u8 },
  ]);
  const values = m.vectorType(u8);
  const inbox = m.field('inbox', 'inbox', entry, 's');
  const site = m.release('reveal', 'all of it');
  m.function({ name: 'f', kind: 'call', results: [{ type: values, label: 'p' }] }, (r) => {
    const taken = r.take(inbox, m.taken(entry), r.context('height'), 'all');
    return r.each(r.emit('len', [taken]), [taken], (one, _, [element]) => {
      const sealed = one.member(element!, 2);
      return [one.reveal(site, one.emit('add', [one.cast(u8, one.member(sealed, 0)), one.member(sealed, 1)]))];
    });
  });
  const module = verified(m.finish());
  const sealed = (a: bigint, b: bigint, i: number): InboxEntry<bigint> => ({
    sender: 1n,
    index: BigInt(i),
    height: 1n,
    values: [secret(a), secret(b)],
  });
  const { outcome } = run(module, 'f', { inbox: [sealed(4n, 10n, 0), sealed(5n, 10n, 1), sealed(7n, 255n, 2)] });
  assert.equal(outcome.status, 'ok');
  if (outcome.status === 'ok')
    assert.deepEqual(
      plainValue(module, module.module.functions[0]!.results[0]!.type, outcome.results[0]!),
      vector([14n, 0n, 0n]),
    );
});

test('an argument out of its range ends the task before anything is read', () => {
  const m = moduleBuilder();
  const five = m.range(5);
  m.function(
    {
      name: 'f',
      kind: 'call',
      params: [
        { name: 'n', type: u8, label: 'p' },
        { name: 'x', type: five, label: 's' },
      ],
    },
    () => [],
  );
  const module = verified(m.finish());
  assert.deepEqual(run(module, 'f', { args: [1n, secret(6n)] }).outcome, { status: 'badInput', argument: 1 });
  assert.equal(run(module, 'f', { args: [1n, secret(5n)] }).outcome.status, 'ok');
});

test('require ends the task with its code and facts, and the state is the old one', () => {
  const m = moduleBuilder();
  const count = m.field('count', 'state', u32, 'p');
  const early = m.error('TooEarly', [u64]);
  m.function({ name: 'f', kind: 'call', params: [{ name: 'at', type: u64, label: 'p' }] }, (r, [at]) => {
    r.set(count, r.constant(u32, 1));
    r.require(r.emit('lt', [at!, r.context('height')]), early, [at!]);
    return [];
  });
  const module = verified(m.finish());
  assert.deepEqual(run(module, 'f', { args: [100n] }).outcome, { status: 'revert', code: 256, facts: [100n] });
  const { outcome } = run(module, 'f', { args: [99n] });
  assert.deepEqual(outcome.status === 'ok' && outcome.state, [1n]);
});

test('indices and lengths trap, a public if runs one side, a vector of another length cannot be chosen', () => {
  const build = (
    use: (
      r: Parameters<Parameters<ReturnType<typeof moduleBuilder>['function']>[1]>[0],
      n: BuiltValue,
      list: BuiltValue,
      type: TypeRef,
    ) => void,
  ): Verified => {
    const m = moduleBuilder();
    const type = m.vectorType(u8);
    m.function({ name: 'f', kind: 'call', params: [{ name: 'n', type: u32, label: 'p' }] }, (r, [n]) => {
      use(r, n!, r.fill(type, r.constant(u8, 7), r.constant(u8, 3)), type);
      return [];
    });
    return verified(m.finish());
  };
  const code = (module: Verified, n: bigint): number | string => {
    const { outcome } = run(module, 'f', { args: [n] });
    return outcome.status === 'revert' ? outcome.code : outcome.status;
  };
  const at = build((r, n, list) => void r.emit('at', [list, n]));
  assert.equal(code(at, 2n), 'ok');
  assert.equal(code(at, 3n), trapCodes.index);
  const fill = build((r, n, _, type) => void r.fill(type, r.constant(u8, 1), n));
  assert.equal(code(fill, (1n << 20n) + 1n), trapCodes.length);
  const each = build((r, n, list) => void r.each(n, [list], () => []));
  assert.equal(code(each, 3n), 'ok');
  assert.equal(code(each, 2n), trapCodes.length);
  const choose = build(
    (r, n, list, type) => void r.emit('select', [r.constant(bool, 1), list, r.fill(type, r.constant(u8, 1), n)]),
  );
  assert.equal(code(choose, 4n), trapCodes.length);
  const branch = build((r, n, list) => {
    r.if(
      r.emit('lt', [n, r.constant(u32, 3)]),
      () => [],
      (other) => (other.emit('at', [list, n]), []),
    );
  });
  assert.equal(code(branch, 1n), 'ok');
  assert.equal(code(branch, 9n), trapCodes.index);
});

test('a public loop that would never end stops at the step bound', () => {
  const m = moduleBuilder();
  m.function({ name: 'f', kind: 'call' }, (r) => {
    const n = (region: typeof r): BuiltValue => region.constant(u32, 1 << 20);
    r.for(n(r), [], (a) => (a.for(n(a), [], (b) => (b.for(n(b), [], () => []), [])), []));
    return [];
  });
  const { outcome } = run(verified(m.finish()), 'f');
  assert.deepEqual(outcome, { status: 'revert', code: trapCodes.steps, facts: [] });
});

test('a vector of a vector of a vector is bounded where it is made', () => {
  const m = moduleBuilder();
  const rows = m.vectorType(u8);
  const grid = m.vectorType(rows);
  m.function({ name: 'f', kind: 'call', results: [{ type: grid, label: 'p' }] }, (r) => {
    const many = r.constant(u32, 1 << 20);
    return [r.fill(grid, r.fill(rows, r.constant(u8, 0), many), many)];
  });
  assert.deepEqual(run(verified(m.finish()), 'f').outcome, { status: 'revert', code: trapCodes.length, facts: [] });
});

test('folds: the associative form and its neutral elements, the general form in order', () => {
  const m = moduleBuilder();
  const list = m.vectorType(i8);
  m.function(
    {
      name: 'f',
      kind: 'call',
      params: [{ name: 'v', type: list, label: 'p' }],
      results: [i8, i8, i8, i8].map((type) => ({ type, label: 'p' as const })),
    },
    (r, [v]) => {
      const [last] = r.fold(
        v!,
        [{ initial: r.constant(i8, 0), declared: { type: i8, label: 'p' } }],
        (one, _, element, [before]) => [one.emit('sub', [element, before!])],
      );
      return [r.foldWith('add', v!), r.foldWith('min', v!), r.foldWith('mul', v!), last!];
    },
  );
  const module = verified(m.finish());
  const of = (elements: bigint[]) => {
    const { outcome } = run(module, 'f', { args: [vector(elements)] });
    return outcome.status === 'ok' ? outcome.results : outcome;
  };
  assert.deepEqual(of([3n, -4n, 5n]), [4n, -4n, -60n, 12n]);
  assert.deepEqual(of([]), [0n, 127n, 1n, 0n]);
});

test('a revealed bit that decides opens while the task runs, and its contract says so', () => {
  const m = moduleBuilder();
  const won = m.field('won', 'state', bool, 'p');
  const site = m.release('reveal', 'whether the guess is right');
  m.function({ name: 'guess', kind: 'call', params: [{ name: 'x', type: u8, label: 's' }] }, (r, [x]) => {
    r.set(won, r.reveal(site, r.emit('eq', [x!, r.constant(u8, 42)])));
    return [];
  });
  const module = verified(m.finish());
  assert.equal(policyOf(module).openMode, 'beforeSettle');
  const { outcome, opened } = run(module, 'guess', { args: [secret(42n)] });
  assert.deepEqual(opened, [{ release: 0, values: [1n] }]);
  assert.deepEqual(outcome.status === 'ok' && outcome.state, [1n]);
});

test('a return and a send go to the caller, in the order of sends and then results', () => {
  const m = moduleBuilder();
  const box = m.field('box', 'state', u8, 's');
  const sent = m.release('send', 'what was kept');
  const returned = m.release('return', '');
  m.function(
    {
      name: 'swap',
      kind: 'call',
      params: [{ name: 'x', type: u8, label: 's' }],
      results: [{ type: u8, label: 's', release: returned }],
    },
    (r, [x]) => {
      r.send(sent, r.context('sender'), r.get(box));
      r.set(box, x!);
      return [r.emit('add', [x!, x!])];
    },
  );
  const module = verified(m.finish());
  const { outcome } = run(module, 'swap', { args: [secret(5n)], state: [secret(9n)], context });
  assert.equal(outcome.status, 'ok');
  if (outcome.status !== 'ok') return;
  assert.deepEqual(outcome.outputs, {
    everyone: [],
    caller: [
      { type: u8, scalar: secret(9n) },
      { type: u8, scalar: secret(10n) },
    ],
  });
  assert.deepEqual(outcome.state, [secret(5n)]);
});
