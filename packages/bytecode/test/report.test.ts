// Policy, open mode, cost, text and layout.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bitsOf,
  boundText,
  checkOpenMode,
  costOf,
  disassemble,
  exactInterval,
  functionNamed,
  gasOf,
  interval,
  moduleBuilder,
  neutralityOf,
  openModeOf,
  policyOf,
  policyText,
  reduced,
  scalarRefs,
  valueOf,
  type BuiltValue,
  type Module,
  type RegionBuilder,
} from '@enigma/bytecode';
import { verified } from './support/run.ts';
import { carriedVotingModule, votingModule } from './support/voting.ts';

const { bool, u8, u32, i32 } = scalarRefs;
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test('the policy of the vote: one site, everyone, its reason, after settlement', () => {
  const policy = policyOf(verified(votingModule()));
  assert.deepEqual(
    policy.sites.map(({ functionName, index, kind, recipient, reason, types, openMode, sources }) => ({
      functionName,
      index,
      kind,
      recipient,
      reason,
      types,
      openMode,
      sources,
    })),
    [
      {
        functionName: 'tally',
        index: 0,
        kind: 'reveal',
        recipient: 'all',
        reason: 'votes of each candidate',
        types: ['u32'],
        openMode: 'afterSettle',
        sources: [{ name: 'ballots', owner: 'each sender' }],
      },
    ],
  );
  assert.equal(
    hex(policy.bytes),
    `000101410673e5000000${'17'}${hex(Buffer.from('votes of each candidate'))}01${'03'}${hex(Buffer.from('u32'))}00`,
  );
  // The same release by other code is the same policy.
  assert.equal(policyOf(verified(carriedVotingModule())).policyHash, policy.policyHash);
  const text = policyText(policy);
  for (const part of [
    'everyone',
    '"votes of each candidate"',
    'ballots of each sender',
    'after the block that closes names, by anyone',
  ])
    assert.ok(text.includes(part), part);
});

test('a release more gives another policy; without any, nothing leaves', () => {
  const m = moduleBuilder();
  m.function({ name: 'f', kind: 'call', params: [{ name: 'x', type: u8, label: 's' }] }, () => []);
  const policy = policyOf(verified(m.finish()));
  assert.equal(hex(policy.bytes), '000100');
  assert.ok(policyText(policy).includes('nothing secret leaves'));
});

/** A call that reveals x and hands the revealed value on. */
function revealing(
  then: (r: RegionBuilder, revealed: BuiltValue, m: ReturnType<typeof moduleBuilder>) => BuiltValue,
): Module {
  const m = moduleBuilder();
  const site = m.release('reveal', 'x');
  m.function(
    { name: 'f', kind: 'call', params: [{ name: 'x', type: u8, label: 's' }], results: [{ type: u8, label: 'p' }] },
    (r, [x]) => [then(r, r.reveal(site, x!), m)],
  );
  return m.finish();
}

test('E-OPENMODE: a reveal that only travels into the result waits for settlement, any other use does not', () => {
  const travels: readonly Module[] = [
    revealing((_, v) => v),
    revealing((r, v, m) => r.emit('at', [r.vector(m.vectorType(u8), [v, v]), r.constant(u8, 1)])),
    revealing(
      (r, v) =>
        r.if(
          r.constant(bool, 1),
          () => [v],
          (other) => [other.constant(u8, 0)],
        )[0]!,
    ),
    revealing((r, v, m) => r.member(r.record(m.recordType([{ name: 'v', type: u8 }]), [v]), 0)),
  ];
  for (const module of travels) {
    assert.equal(openModeOf(verified(module)), 'afterSettle');
    assert.equal(checkOpenMode(verified(module), 'afterSettle').ok, true);
  }
  const uses: readonly Module[] = [
    revealing((r, v) => r.emit('add', [v, v])),
    revealing((r, v, m) => (r.set(m.field('kept', 'state', u8, 'p'), v), v)),
    revealing(
      (r, v) =>
        r.if(
          r.emit('lt', [v, r.constant(u8, 3)]),
          (t) => [t.constant(u8, 1)],
          (t) => [t.constant(u8, 0)],
        )[0]!,
    ),
    revealing((r, v) => (r.for(v, [], () => []), r.constant(u8, 0))),
    revealing((r, v, m) => r.emit('at', [r.vector(m.vectorType(u8), [r.constant(u8, 0)]), v])),
    revealing((r, v, m) => (r.require(r.emit('eq', [v, v]), m.error('no')), v)),
    revealing((r, v, m) => {
      const id = m.function(
        {
          name: 'id',
          kind: 'internal',
          params: [{ name: 'v', type: u8, label: 'p' }],
          results: [{ type: u8, label: 'p' }],
        },
        (_, [w]) => [w!],
      );
      return r.call(id, [v])[0]!;
    }),
  ];
  for (const module of uses) {
    const outcome = checkOpenMode(verified(module), 'afterSettle');
    assert.equal(outcome.ok ? 'accepted' : outcome.code, 'E-OPENMODE');
    assert.equal(checkOpenMode(verified(module), 'beforeSettle').ok, true);
  }
});

test('cost of the vote, symbolic and as gas', () => {
  const module = verified(votingModule());
  const cost = costOf(module, functionNamed(module, 'tally'));
  assert.ok(cost.ok);
  assert.equal(boundText(cost.value.opened), '2·ballots·candidates + 4·ballots + 39·candidates');
  assert.deepEqual(cost.value.sizes, ['ballots', 'candidates']);
  assert.equal(
    valueOf(cost.value.rounds, { ballots: 1n, candidates: 1n }),
    valueOf(cost.value.rounds, { ballots: 10_000n, candidates: 31n }),
  );
  const gas = gasOf(cost.value, { ballots: 475n, candidates: 4n });
  assert.equal(gas, 82_649n);
  assert.ok(gasOf(cost.value, { ballots: 476n, candidates: 4n }) > gas);
});

test('rounds of a loop multiply along what it carries, and only there', () => {
  const m = moduleBuilder();
  const params = [
    { name: 'x', type: u8, label: 's' as const },
    { name: 'n', type: u8, label: 'p' as const },
  ];
  const carry = (name: string, chained: boolean): void => {
    const release = m.release('return', '');
    m.function({ name, kind: 'call', params, results: [{ type: u8, label: 's', release }] }, (r, [x, n]) => {
      const declared = { type: u8, label: 's' as const };
      return r.for(n!, [{ initial: x!, declared }], (loop, _, [v]) => [
        chained ? loop.emit('mul', [v!, x!]) : loop.emit('add', [v!, loop.emit('mul', [x!, x!])]),
      ]);
    });
  };
  carry('power', true);
  carry('multiple', false);
  const module = verified(m.finish());
  const rounds = (name: string, n: bigint): bigint => {
    const cost = costOf(module, functionNamed(module, name));
    assert.ok(cost.ok);
    return valueOf(cost.value.rounds, { n });
  };
  const product = rounds('power', 2n) - rounds('power', 1n);
  assert.ok(product > 1n);
  assert.equal(rounds('power', 20n) - rounds('power', 10n), 10n * product);
  assert.equal(rounds('multiple', 20n), rounds('multiple', 10n));
});

test('a count that grows while it runs is priced at its bound, never below', () => {
  const m = moduleBuilder();
  const size = m.field('size', 'state', u8, 'p');
  m.function({ name: 'f', kind: 'call' }, (r) => {
    r.set(size, r.constant(u8, 200));
    r.for(r.get(size), [], () => []);
    return [];
  });
  const module = verified(m.finish());
  const cost = costOf(module, 0);
  assert.ok(cost.ok);
  const steps = valueOf(cost.value.steps, {});
  assert.ok(steps >= 200n && steps < 255n);
});

test('a field that a loop raises by so much a trip is priced by that, any other that it writes at its bound', () => {
  const m = moduleBuilder();
  const size = m.field('size', 'state', u8, 'p');
  const list = m.field('list', 'state', m.vectorType(u8), 's');
  m.function({ name: 'grows', kind: 'call', params: [{ name: 'n', type: u8, label: 'p' }] }, (r, [n]) => {
    r.for(n!, [], (body) => (body.set(size, body.emit('add.t', [body.get(size), body.constant(u8, 1)])), []));
    r.for(r.get(size), [], () => []);
    return [];
  });
  m.function({ name: 'doubles', kind: 'call', params: [{ name: 'n', type: u8, label: 'p' }] }, (r, [n]) => {
    r.for(n!, [], (body) => (body.set(size, body.emit('mul.t', [body.get(size), body.constant(u8, 2)])), []));
    r.for(r.get(size), [], () => []);
    return [];
  });
  m.function({ name: 'pushes', kind: 'call', params: [{ name: 'n', type: u8, label: 'p' }] }, (r, [n]) => {
    r.for(n!, [], (body) => (body.emit('arr.push', [body.emit('classify', [n!])], [list.index]), []));
    r.emit('sum', [r.get(list)]);
    return [];
  });
  const module = verified(m.finish());
  const steps = (name: string, sizes: Record<string, bigint>): bigint => {
    const cost = costOf(module, functionNamed(module, name));
    assert.ok(cost.ok);
    return valueOf(cost.value.steps, sizes);
  };
  assert.equal(steps('grows', { n: 3n, size: 50n }) - steps('grows', { n: 3n, size: 0n }), 50n);
  assert.ok(steps('grows', { n: 3n, size: 0n }) >= 3n * 7n && steps('grows', { n: 3n, size: 0n }) < 50n);
  assert.ok(steps('doubles', { n: 3n, size: 1n }) >= 255n);
  const [short, long] = [0n, 100n].map((length) => steps('pushes', { n: 3n, 'length of list': length }));
  assert.ok(short! < 200n && long! - short! >= 400n && long! < 1000n);
});

test('a look at a map takes a step for each byte of its key, and so does laying it out', () => {
  const steps = (length: number, size: bigint, looks = 1): bigint => {
    const m = moduleBuilder();
    const key = m.arrayType(u8, length);
    const kept = m.field('kept', 'map', m.mapType(key, u8, 'p'), 'p');
    m.function({ name: 'f', kind: 'call', params: [{ name: 'k', type: key, label: 'p' }] }, (r, [k]) => {
      for (let i = 0; i < looks; i++) r.emit('map.has', [k!], [kept.index]);
      return [];
    });
    const cost = costOf(verified(m.finish()), 0);
    assert.ok(cost.ok);
    return valueOf(cost.value.steps, { 'size of kept': size });
  };
  assert.ok(steps(32, 0n) - steps(1, 0n) >= 31n);
  assert.ok(steps(32, 0n, 4) - steps(32, 0n) >= 3n * 32n);
  assert.ok(steps(32, 100n) - steps(1, 100n) >= 31n * 101n);
});

test('a product of two negative numbers is no less than it may be', () => {
  const m = moduleBuilder();
  m.function({ name: 'f', kind: 'call' }, (r) => {
    const product = r.emit('mul.t', [r.constant(i32, -30), r.constant(i32, -50)]);
    r.for(r.emit('cast.t', [product], [u32]), [], () => []);
    return [];
  });
  const cost = costOf(verified(m.finish()), 0);
  assert.ok(cost.ok);
  assert.ok(valueOf(cost.value.steps, {}) >= 1500n);
});

test('loops in loops over sums of many sizes are refused, and none of their terms multiplied out', () => {
  const nested = (sizes: number, depth: number): Module => {
    const m = moduleBuilder();
    const params = Array.from({ length: sizes }, (_, k) => ({ name: `p${k}`, type: u8, label: 'p' as const }));
    const inner = (r: RegionBuilder, count: BuiltValue, left: number): void =>
      void (left > 0 && r.for(count, [], (body) => (inner(body, count, left - 1), [])));
    m.function({ name: 'f', kind: 'call', params }, (r, values) => {
      inner(
        r,
        values.reduce((sum, value) => r.emit('add.t', [sum, value])),
        depth,
      );
      return [];
    });
    return m.finish();
  };
  assert.ok(costOf(verified(nested(6, 4)), 0).ok);
  for (const [sizes, depth] of [
    [60, 4],
    [10, 8],
  ] as const) {
    const cost = costOf(verified(nested(sizes, depth)), 0);
    assert.deepEqual(cost.ok ? undefined : [cost.code, cost.facts['what']], ['E-LIMIT', 'terms of a cost']);
  }
});

test('a diamond of calls costs the pass no more than its bound', () => {
  const m = moduleBuilder();
  let below = m.function({ name: 'leaf', kind: 'internal' }, () => []);
  for (let i = 0; i < 60; i++) {
    const next = below;
    below = m.function({ name: `level${i}`, kind: 'internal' }, (r) => (r.call(next, []), r.call(next, []), []));
  }
  m.function({ name: 'f', kind: 'call' }, (r) => (r.call(below, []), []));
  const module = verified(m.finish());
  const cost = costOf(module, functionNamed(module, 'f'));
  assert.equal(cost.ok ? 'priced' : cost.code, 'E-LIMIT');
  assert.equal(policyOf(module).sites.length, 0);
});

test('conditions that are put together of thousands are followed so far, and no farther', () => {
  const m = moduleBuilder();
  const owner = m.field('owner', 'readonly', scalarRefs.address, 'p');
  const refused = m.error('refused', []);
  for (const [name, links] of [
    ['shallow', 10],
    ['deep', 3_000],
  ] as const)
    m.function({ name, kind: 'call' }, (r) => {
      let condition = r.emit('addr.eq', [r.context('sender'), r.get(owner)]);
      for (let i = 0; i < links; i++) condition = r.emit('and', [condition, condition]);
      r.require(condition, refused);
      return [];
    });
  const { findings } = neutralityOf(verified(m.finish()));
  assert.deepEqual(
    findings.map(({ rule, function: name }) => `${rule} ${name}`),
    ['role shallow', 'gate deep'],
  );
});

test('more findings than anybody reads are no verdict', () => {
  const m = moduleBuilder();
  const fields = Array.from({ length: 40 }, (_, i) => m.field(`f${i}`, 'state', scalarRefs.address, 'p'));
  const map = m.field('held', 'map', m.mapType(scalarRefs.address, scalarRefs.u64, 'p'), 'p');
  const credit = m.function({ name: 'credit', kind: 'internal' }, (r) => {
    const [first, ...others] = fields.map((field) => r.get(field)) as [BuiltValue, ...BuiltValue[]];
    const yes = r.emit('addr.eq', [first, first]);
    const key = others.reduce((one, other) => r.emit('select', [yes, one, other]), first);
    r.emit('map.set', [key, r.constant(scalarRefs.u64, 1)], [map.index]);
    return [];
  });
  for (let i = 0; i < 40; i++) m.function({ name: `call${i}`, kind: 'call' }, (r) => (r.call(credit, []), []));
  assert.deepEqual(neutralityOf(verified(m.finish())), { verdict: 'unjudged', findings: [] });
});

test('the text shows functions, regions, types and labels', () => {
  const text = disassemble(verified(votingModule()));
  for (const line of [
    'field inbox ballots',
    'fn tally() → (u32[] p)  scheduled at closes',
    'inbox.take ballots',
    'lastBySender',
    'eq %11 %6  : bool s',
    'reveal r0',
  ])
    assert.ok(text.includes(line), line);
});

test('intervals: a reduction is needed exactly when a value can leave its type', () => {
  const sum = exactInterval('add', interval(0n, 200n), interval(0n, 55n));
  assert.deepEqual(reduced([], u8, sum), { bounds: sum, reduction: false });
  assert.equal(reduced([], u8, exactInterval('add', sum, interval(0n, 1n))).reduction, true);
  assert.equal(reduced([], u32, exactInterval('sub', interval(0n, 1n), interval(0n, 1n))).reduction, true);
  assert.deepEqual(exactInterval('mul', interval(-3n, 2n), interval(-5n, 7n)), interval(-21n, 15n));
  assert.deepEqual(
    [interval(0n, 0n), interval(0n, 31n), interval(-1n, 0n), interval(-128n, 127n)].map(bitsOf),
    [1, 5, 1, 8],
  );
});
