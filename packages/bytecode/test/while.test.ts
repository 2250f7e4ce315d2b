// Loops that a public condition ends, and a stated maximum: what they mean, what a forger could gain, and what is paid for them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  costOf,
  evaluate,
  functionNamed,
  initialState,
  moduleBuilder,
  openModeOf,
  scalarRefs,
  valueOf,
  verifyModule,
  WHILE_ROUNDS_MAX,
  type BuiltValue,
  type Module,
  type RegionBuilder,
} from '@enigma/bytecode';
import { forged } from './support/forged.ts';
import { refusedByBoth } from './support/forgery.ts';

const { bool, u8, u16 } = scalarRefs;

interface Parts {
  readonly max?: number;
  readonly first?: (r: RegionBuilder, x: BuiltValue) => BuiltValue;
  readonly again?: (r: RegionBuilder, at: BuiltValue, x: BuiltValue) => BuiltValue;
  readonly next?: (r: RegionBuilder, at: BuiltValue, x: BuiltValue) => BuiltValue;
}

/** f(x secret, n public): counts while it is below n, in a field that everyone sees. */
function counting({ max = 10, first, again, next }: Parts = {}): Module {
  const m = moduleBuilder();
  const seen = m.field('seen', 'state', u8, 'p');
  m.function(
    {
      name: 'f',
      kind: 'call',
      params: [
        { name: 'x', type: u8, label: 's' },
        { name: 'n', type: u8, label: 'p' },
      ],
    },
    (r, [x, n]) => {
      const zero = r.constant(u8, 0);
      const [count] = r.while(
        max,
        first?.(r, x!) ?? r.emit('lt', [zero, n!]),
        [{ initial: zero, declared: { type: u8, label: 'p' } }],
        (loop, [at]) => {
          const following = next?.(loop, at!, x!) ?? loop.emit('add.t', [at!, loop.constant(u8, 1)]);
          return [again?.(loop, at!, x!) ?? loop.emit('lt', [following, n!]), [following]];
        },
      );
      r.set(seen, count!);
      return [];
    },
  );
  return m.finish();
}

function seen(module: Module, n: bigint): unknown {
  const verified = verifyModule(module);
  assert.ok(verified.ok);
  const { outcome } = evaluate(verified.value, functionNamed(verified.value, 'f'), {
    args: [3n, n],
    state: initialState(verified.value),
    inbox: [],
    context: { sender: 1n, self: 2n, height: 10n, time: 0n, value: 0n, seats: 4, threshold: 1 },
  });
  assert.equal(outcome.status, 'ok');
  return outcome.status === 'ok' ? outcome.state[0] : undefined;
}

test('it runs while the condition holds, not once where it does not, and never more often than it says', () => {
  assert.deepEqual(
    [0n, 1n, 7n, 10n, 11n, 255n].map((n) => seen(counting(), n)),
    [0n, 1n, 7n, 10n, 10n, 10n],
  );
  assert.equal(seen(counting({ max: 1 }), 9n), 1n);
});

const forgeries = [
  [
    'a secret that decides whether a loop begins tells itself by what the loop does',
    'E-FLOW',
    undefined,
    { first: (r: RegionBuilder, x: BuiltValue) => r.emit('lt', [x, r.constant(u8, 4)]) },
  ],
  [
    'a secret that decides whether there is another round tells itself by their number',
    'E-FLOW',
    undefined,
    { again: (r: RegionBuilder, at: BuiltValue, x: BuiltValue) => r.emit('lt', [at, x]) },
  ],
  ['a loop without a maximum could not be paid for beforehand', 'E-LIMIT', 'rounds', { max: 0 }],
  ['a condition that is a number', 'E-TYPE', 'condition', { first: (r: RegionBuilder) => r.constant(u8, 1) }],
  [
    'a next condition that is a number',
    'E-TYPE',
    'condition at yield',
    { again: (r: RegionBuilder) => r.constant(u8, 1) },
  ],
  [
    'a round that yields another type than it carries',
    'E-TYPE',
    'carried 0 at yield',
    { next: (r: RegionBuilder) => r.constant(u16, 1), again: (r: RegionBuilder) => r.constant(bool, 1) },
  ],
  [
    'a carried value that is declared public and yields a secret',
    'E-LABEL',
    undefined,
    {
      next: (r: RegionBuilder, at: BuiltValue, x: BuiltValue) => r.emit('add', [at, x]),
      again: (r: RegionBuilder) => r.constant(bool, 1),
    },
  ],
] as const;
for (const [gains, code, what, parts] of forgeries)
  test(gains, () => refusedByBoth([gains, code, what, () => [counting(), counting(parts)]]));

test('more rounds than the limit are refused, in memory and as bytes', () => {
  const most = verifyModule(counting({ max: WHILE_ROUNDS_MAX }));
  assert.ok(most.ok);
  const more = verifyModule(counting({ max: WHILE_ROUNDS_MAX + 1 }));
  assert.deepEqual(more.ok ? undefined : [more.code, more.facts['what']], ['E-LIMIT', 'rounds']);
});

test('a revealed value that decides about the next round must be open before settlement, and what the loop writes rests on it', () => {
  const m = moduleBuilder();
  const site = m.release('reveal', 'whether it was this one');
  const tries = m.field('tries', 'state', u8, 'p');
  m.function({ name: 'f', kind: 'call', params: [{ name: 'x', type: u8, label: 's' }] }, (r, [x]) => {
    const zero = r.constant(u8, 0);
    const [count] = r.while(
      9,
      r.constant(bool, 1),
      [{ initial: zero, declared: { type: u8, label: 'p' } }],
      (loop, [at]) => {
        const following = loop.emit('add.t', [at!, loop.constant(u8, 1)]);
        return [loop.reveal(site, loop.emit('lt', [at!, x!])), [following]];
      },
    );
    r.set(tries, count!);
    return [];
  });
  const verified = verifyModule(m.finish());
  assert.ok(verified.ok);
  assert.equal(openModeOf(verified.value), 'beforeSettle');
});

test('what is paid for is the maximum of rounds, one after another', () => {
  const secretRounds = (max: number): Module => {
    const m = moduleBuilder();
    const kept = m.field('kept', 'state', u8, 's');
    m.function(
      {
        name: 'f',
        kind: 'call',
        params: [
          { name: 'x', type: u8, label: 's' },
          { name: 'n', type: u8, label: 'p' },
        ],
      },
      (r, [x, n]) => {
        const [last] = r.while(
          max,
          r.emit('lt', [r.constant(u8, 0), n!]),
          [{ initial: x!, declared: { type: u8, label: 's' } }],
          (loop, [at]) => [loop.emit('lt', [loop.constant(u8, 1), n!]), [loop.emit('mul', [at!, x!])]],
        );
        r.set(kept, last!);
        return [];
      },
    );
    return m.finish();
  };
  const price = (max: number) => {
    const verified = verifyModule(secretRounds(max));
    assert.ok(verified.ok);
    return costOf(verified.value, functionNamed(verified.value, 'f'));
  };
  const numbers = (max: number): readonly [bigint, bigint] => {
    const cost = price(max);
    assert.ok(cost.ok);
    return [valueOf(cost.value.opened, {}), valueOf(cost.value.rounds, {})];
  };
  const [one, two, three] = [numbers(1), numbers(2), numbers(3)];
  for (const column of [0, 1] as const) {
    assert.ok(two[column] > one[column]);
    assert.equal(three[column] - two[column], two[column] - one[column]);
  }
});

test('each of its labels is one rule’s: with the rule off the module passes', () => {
  const secret = (r: RegionBuilder, at: BuiltValue, x: BuiltValue): BuiltValue => r.emit('lt', [at, x]);
  forged('mustBePublic', 'E-FLOW', counting({ first: (r, x) => r.emit('lt', [x, r.constant(u8, 4)]) }));
  forged('mustBePublic', 'E-FLOW', counting({ again: secret }));
  const gaining = (r: RegionBuilder, at: BuiltValue, x: BuiltValue): BuiltValue => r.emit('add', [at, x]);
  forged('carriedLabels', 'E-LABEL', counting({ next: gaining, again: (r) => r.constant(bool, 1) }));
});
