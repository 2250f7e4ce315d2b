// One forged module per rule: refused with the rule's code, accepted once that rule is switched off, so that the refusal is the rule's own doing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allRules,
  encodeModule,
  firstTableType,
  loadModule,
  moduleBuilder,
  scalarRefs,
  verifyModule,
  type Instruction,
  type Module,
  type ModuleBuilder,
  type ModuleFunction,
  type RefusalCode,
  type RegionBuilder,
  type Rules,
  type BuiltValue,
} from '@enigma/bytecode';
import { votingModule } from './support/voting.ts';

const { bool, u8, u32, u64, i8, address } = scalarRefs;

/** Refused in memory and as bytes; accepted by both with the rule off. */
function forged(rule: keyof Rules, code: RefusalCode, module: Module): void {
  const off = { ...allRules, [rule]: false };
  const bytes = encodeModule(module);
  for (const outcome of [verifyModule(module), loadModule(bytes)]) {
    assert.equal(outcome.ok, false);
    assert.equal(outcome.ok ? '' : outcome.code, code);
  }
  for (const outcome of [verifyModule(module, off), loadModule(bytes, off)])
    assert.deepEqual(outcome.ok ? '' : outcome, '');
}

function refusedWith(code: RefusalCode, module: Module): void {
  const outcome = verifyModule(module);
  assert.equal(outcome.ok ? 'accepted' : outcome.code, code);
}

interface Scene {
  readonly m: ModuleBuilder;
  readonly flag: ReturnType<ModuleBuilder['field']>;
  readonly box: ReturnType<ModuleBuilder['field']>;
}

/** A contract with a public bool `flag`, a secret u8 `box` and one function of the secret x, the public n. */
function withBody(
  build: (r: RegionBuilder, x: BuiltValue, n: BuiltValue, scene: Scene) => void,
  kind: 'call' | 'view' = 'call',
): Module {
  const m = moduleBuilder();
  const flag = m.field('flag', 'state', bool, 'p');
  const box = m.field('box', 'state', u8, 's');
  m.function(
    {
      name: 'f',
      kind,
      params: [
        { name: 'x', type: u8, label: 's' },
        { name: 'n', type: u8, label: 'p' },
      ],
    },
    (r, [x, n]) => {
      build(r, x!, n!, { m, flag, box });
      return [];
    },
  );
  return m.finish();
}

test('rule 1: an operand from a region that has closed', () => {
  const module = withBody((r, x, n) => {
    let inside: BuiltValue | undefined;
    r.for(n, [], (body, index) => {
      inside = body.emit('add', [index, index]);
      return [];
    });
    r.emit('add', [x, inside!]);
  });
  forged('dominance', 'E-SCOPE', module);
});

test('rule 1: a distance that leaves the function is no module', () => {
  const bytes = encodeModule(withBody((r, x) => void r.emit('not', [x])));
  const at = bytes.lastIndexOf(25); // the opcode of `not`, its distance behind it
  const forgedBytes = Uint8Array.from(bytes);
  forgedBytes[at + 1] = 9;
  const outcome = loadModule(forgedBytes);
  assert.equal(outcome.ok ? '' : outcome.code, 'E-SCOPE');
});

test('rule 2: operands of two types', () => {
  forged(
    'operandTypes',
    'E-TYPE',
    withBody((r, x) => void r.emit('add', [x, r.constant(u32, 1)])),
  );
});

test('rule 3: a secret stored in a public field (P01 by value)', () => {
  forged(
    'declaredLabels',
    'E-FLOW',
    withBody((r, x, n, { flag }) => r.set(flag, r.emit('lt', [n, x]))),
  );
});

test('rule 3: a public value in a secret field lacks its classify', () => {
  forged(
    'declaredLabels',
    'E-LABEL',
    withBody((r, _, n, { box }) => r.set(box, n)),
  );
});

test('rule 3: a secret as public argument of a helper, and as a public result', () => {
  const helper = (declared: 'p' | 's', argument: 'p' | 's'): Module => {
    const m = moduleBuilder();
    const id = m.function(
      {
        name: 'id',
        kind: 'internal',
        params: [{ name: 'v', type: u8, label: declared }],
        results: [{ type: u8, label: declared }],
      },
      (_, [v]) => [v!],
    );
    m.function({ name: 'f', kind: 'call', params: [{ name: 'x', type: u8, label: argument }] }, (r, [x]) => {
      r.call(id, [x!]);
      return [];
    });
    return m.finish();
  };
  assert.equal(verifyModule(helper('p', 'p')).ok, true);
  forged('declaredLabels', 'E-FLOW', helper('p', 's'));
  forged('declaredLabels', 'E-LABEL', helper('s', 'p'));
  const m = moduleBuilder();
  m.function(
    { name: 'f', kind: 'call', params: [{ name: 'x', type: u8, label: 's' }], results: [{ type: u8, label: 'p' }] },
    (_, [x]) => [x!],
  );
  forged('declaredLabels', 'E-FLOW', m.finish());
});

test('rule 4: a secret condition (P01)', () => {
  const module = withBody((r, x, n, { flag }) => {
    r.if(
      r.emit('lt', [n, x]),
      (then) => {
        then.set(flag, then.constant(bool, 1));
        return [];
      },
      () => [],
    );
  });
  forged('mustBePublic', 'E-FLOW', module);
});

test('rule 4: a trap on a secret (P02)', () => {
  forged(
    'mustBePublic',
    'E-ABORT',
    withBody((r, x, n, { m }) => r.require(r.emit('lt', [n, x]), m.error('too little'))),
  );
});

test('rule 4: a fact of an error that is secret', () => {
  forged(
    'mustBePublic',
    'E-ABORT',
    withBody((r, x, _, { m }) => r.require(r.constant(bool, 1), m.error('Seen', [u8]), [x])),
  );
});

test('rule 4: trapping arithmetic on a secret', () => {
  for (const op of ['add.t', 'sub.t', 'mul.t', 'div.t', 'rem.t'] as const)
    forged(
      'mustBePublic',
      'E-ABORT',
      withBody((r, x, n) => void r.emit(op, [n, x])),
    );
  forged(
    'mustBePublic',
    'E-ABORT',
    withBody((r, x) => void r.emit('cast.t', [x], [u32])),
  );
});

test('rule 4: a secret trip count (P03)', () => {
  forged(
    'mustBePublic',
    'E-SHAPE',
    withBody((r, x) => void r.for(x, [], () => [])),
  );
  forged(
    'mustBePublic',
    'E-SHAPE',
    withBody((r, x) => void r.each(x, [], () => [])),
  );
});

test('rule 4: a secret length, index and height', () => {
  forged(
    'mustBePublic',
    'E-SHAPE',
    withBody((r, x, n, { m }) => void r.fill(m.vectorType(u8), n, x)),
  );
  forged(
    'mustBePublic',
    'E-SHAPE',
    withBody((r, x, n, { m }) => void r.emit('at', [r.vector(m.vectorType(u8), [n, n]), x])),
  );
  forged(
    'mustBePublic',
    'E-SHAPE',
    withBody((r, x, n, { m }) => void r.emit('put', [r.vector(m.vectorType(u8), [n, n]), x, n])),
  );
  const module = withBody((r, x, _, { m }) => {
    const entry = m.recordType([{ name: 'v', type: u8 }]);
    const inbox = m.field('inbox', 'inbox', entry, 's');
    const height = r.emit('mul', [r.cast(u64, x), r.constant(u64, 3)]);
    r.take(inbox, m.taken(entry), height, 'all');
  });
  forged('mustBePublic', 'E-SHAPE', module);
});

test('rule 4: a record with a secret member inside is not public', () => {
  const module = withBody((r, x, n, { m }) => {
    const pair = m.recordType([
      { name: 'open', type: u8 },
      { name: 'sealed', type: u8, label: 's' },
    ]);
    const value = r.record(pair, [n, x]);
    r.require(r.constant(bool, 1), m.error('Pair', [pair]), [value]);
  });
  forged('mustBePublic', 'E-ABORT', module);
});

test('rule 4: a secret recipient', () => {
  const module = (rules: 'secret'): Module => {
    const m = moduleBuilder();
    const site = m.release('send', rules);
    m.function({ name: 'f', kind: 'call', params: [{ name: 'x', type: u8, label: 's' }] }, (r, [x]) => {
      r.send(site, r.emit('classify', [r.context('sender')]), x!);
      return [];
    });
    return m.finish();
  };
  refusedWith('E-READER', module('secret'));
  const off = verifyModule(module('secret'), { ...allRules, mustBePublic: false, readers: false });
  assert.equal(off.ok, true);
});

test('rule 5: a loop declares its carried value public and yields a secret (P13)', () => {
  const module = withBody((r, x, n) => void r.for(n, [{ initial: n, declared: { type: u8, label: 'p' } }], () => [x]));
  forged('carriedLabels', 'E-LABEL', module);
});

test('rule 5: a carried value that enters with another label than declared', () => {
  const module = withBody(
    (r, x, n) => void r.for(n, [{ initial: x, declared: { type: u8, label: 'p' } }], (_, __, [v]) => [v!]),
  );
  forged('carriedLabels', 'E-LABEL', module);
  const folded = withBody(
    (r, x, n, { m }) =>
      void r.fold(r.vector(m.vectorType(u8), [n]), [{ initial: n, declared: { type: u8, label: 'p' } }], () => [x]),
  );
  forged('carriedLabels', 'E-LABEL', folded);
});

test('rule 6: functions that call each other in a circle', () => {
  const m = moduleBuilder();
  const a = m.declare({ name: 'a', kind: 'internal' });
  const b = m.declare({ name: 'b', kind: 'internal' });
  m.body(a, (r) => (r.call(b, []), []));
  m.body(b, (r) => (r.call(a, []), []));
  m.function({ name: 'f', kind: 'call' }, (r) => (r.call(a, []), []));
  const module = m.finish();
  const outcome = verifyModule(module);
  assert.equal(outcome.ok ? '' : outcome.code, 'E-CALLS');
  assert.equal(verifyModule(module, { ...allRules, acyclicCalls: false }).ok, true);
});

test('rule 7: a site used twice, a site of another kind, a reveal without a reason', () => {
  const twice = withBody((r, x, _, { m }) => {
    const site = m.release('reveal', 'x');
    r.reveal(site, x);
    r.reveal(site, x);
  });
  forged('releaseSites', 'E-RELEASE', twice);
  forged(
    'releaseSites',
    'E-RELEASE',
    withBody((r, x, _, { m }) => void r.reveal(m.release('send', 'x'), x)),
  );
  forged(
    'releaseSites',
    'E-REASON',
    withBody((r, x, _, { m }) => void r.reveal(m.release('reveal', ' '), x)),
  );
});

test('rule 7: a site that nothing uses', () => {
  const module = withBody((_, __, ___, { m }) => void m.release('reveal', 'nothing'));
  const outcome = verifyModule(module);
  assert.equal(outcome.ok, false);
  assert.equal(verifyModule(module, { ...allRules, releaseSites: false, canonicalTables: false }).ok, true);
});

test('rule 8: tables out of order, twice or unused', () => {
  const voting = votingModule();
  const swap = <T>(list: readonly T[]): T[] => [list[1] as T, list[0] as T, ...list.slice(2)];
  forged('canonicalTables', 'E-CANONICAL', { ...voting, types: [...voting.types, { kind: 'vector', element: u8 }] });
  forged('canonicalTables', 'E-CANONICAL', { ...voting, consts: [...voting.consts, { type: u8, value: 7n }] });
  forged('canonicalTables', 'E-CANONICAL', { ...voting, errors: [{ text: 'never said', facts: [] }] });
  forged('canonicalTables', 'E-CANONICAL', { ...voting, functions: swap(voting.functions) });
  const types = withBody((r, x, n, { m }) => {
    r.vector(m.vectorType(u8), [n]);
    r.vector(m.vectorType(u32), []);
  });
  const other = (ref: number): number => (ref < firstTableType ? ref : firstTableType + 1 - (ref - firstTableType));
  forged('canonicalTables', 'E-CANONICAL', {
    ...types,
    types: swap(types.types),
    functions: types.functions.map((fn) =>
      mapInstructions(fn, (i) => (i.op === 'vec.make' ? { ...i, immediates: i.immediates.map(other) } : i)),
    ),
  });
  const unused = moduleBuilder();
  unused.function({ name: 'helper', kind: 'internal' }, () => []);
  unused.function({ name: 'f', kind: 'call' }, () => []);
  forged('canonicalTables', 'E-CANONICAL', unused.finish());
});

test('rule 8: a number spelt longer than needed', () => {
  const bytes = encodeModule(votingModule());
  // Behind magic and versions stands the number of types.
  const long = Uint8Array.from([...bytes.subarray(0, 8), bytes[8]! | 0x80, 0x00, ...bytes.subarray(9)]);
  const outcome = loadModule(long);
  assert.equal(outcome.ok ? '' : outcome.code, 'E-CANONICAL');
  assert.equal(loadModule(long, { ...allRules, canonicalNumbers: false }).ok, true);
});

test('effects: state inside each, a view that writes or releases, a readonly field written late, a call of a callable', () => {
  const each = withBody((r, x, n, { box }) => void r.each(n, [], (body) => (body.set(box, x), [])));
  forged('effects', 'E-REGION', each);
  forged(
    'effects',
    'E-VIEW',
    withBody((r, x, _, { box }) => r.set(box, x), 'view'),
  );
  forged(
    'effects',
    'E-VIEW',
    withBody((r, x, _, { m }) => void r.reveal(m.release('reveal', 'x'), x), 'view'),
  );
  const readonly = withBody((r, _, n, { m }) => r.set(m.field('fixed', 'readonly', u8, 'p'), n));
  forged('effects', 'E-FIELD', readonly);
  const m = moduleBuilder();
  const g = m.function({ name: 'g', kind: 'call' }, () => []);
  m.function({ name: 'f', kind: 'call' }, (r) => (r.call(g, []), []));
  forged('effects', 'E-CALLS', m.finish());
});

test('effects reach through helpers: state inside each by a call', () => {
  const m = moduleBuilder();
  const count = m.field('count', 'state', u8, 'p');
  const helper = m.function({ name: 'bump', kind: 'internal' }, (r) => (r.set(count, r.constant(u8, 1)), []));
  m.function({ name: 'f', kind: 'call', params: [{ name: 'n', type: u8, label: 'p' }] }, (r, [n]) => {
    r.each(n!, [], (body) => (body.call(helper, []), []));
    return [];
  });
  forged('effects', 'E-REGION', m.finish());
});

test('a constructor neither releases nor takes entries, and has public arguments', () => {
  const m = moduleBuilder();
  const box = m.field('box', 'state', u8, 's');
  const site = m.release('reveal', 'box');
  m.function({ name: 'constructor', kind: 'ctor' }, (r) => (r.reveal(site, r.get(box)), []));
  forged('effects', 'E-KIND', m.finish());
  const secretArgument = moduleBuilder();
  secretArgument.function(
    { name: 'constructor', kind: 'ctor', params: [{ name: 'x', type: u8, label: 's' }] },
    () => [],
  );
  refusedWith('E-KIND', secretArgument.finish());
});

test('readers: a stored secret goes back to a caller only with a reason, his own argument without one', () => {
  const box = (reason: string, own: boolean): Module => {
    const m = moduleBuilder();
    const field = m.field('salary', 'state', u8, 's');
    const release = m.release('return', reason);
    m.function(
      {
        name: 'f',
        kind: 'call',
        params: [{ name: 'x', type: u8, label: 's' }],
        results: [{ type: u8, label: 's', release }],
      },
      (r, [x]) => {
        const before = r.get(field);
        r.set(field, x!);
        return [own ? r.emit('add', [x!, x!]) : before];
      },
    );
    return m.finish();
  };
  assert.equal(verifyModule(box('', true)).ok, true);
  assert.equal(verifyModule(box('what was kept', false)).ok, true);
  // The field holds an argument of the same name, but of another call: not the caller's own.
  forged('readers', 'E-READER', box('', false));
});

test('readers: sends go to ctx sender, and a scheduled function has none', () => {
  const send = (to: 'sender' | 'self'): Module => {
    const m = moduleBuilder();
    const site = m.release('send', 'your receipt');
    m.function(
      { name: 'f', kind: 'call', params: [{ name: 'x', type: u8, label: 's' }] },
      (r, [x]) => (r.send(site, r.context(to), x!), []),
    );
    return m.finish();
  };
  assert.equal(verifyModule(send('sender')).ok, true);
  forged('readers', 'E-READER', send('self'));
  const m = moduleBuilder();
  const at = m.field('at', 'readonly', u64, 'p');
  const box = m.field('box', 'state', u8, 's');
  const site = m.release('send', 'to whom?');
  m.function({ name: 'f', kind: 'scheduled', atBlock: at }, (r) => (r.send(site, r.context('sender'), r.get(box)), []));
  forged('readers', 'E-READER', m.finish());
});

test('a secret result without a site, and any in a view or scheduled function', () => {
  const result = (kind: 'call' | 'view'): Module => {
    const m = moduleBuilder();
    m.function(
      { name: 'f', kind, params: [{ name: 'x', type: u8, label: 's' }], results: [{ type: u8, label: 's' }] },
      (_, [x]) => [x!],
    );
    return m.finish();
  };
  refusedWith('E-READER', result('call'));
  refusedWith('E-VIEW', result('view'));
});

test('P06: an overwritten secret is no source', () => {
  const module = withBody((r, _, n, { flag }) => r.set(flag, r.emit('eq', [r.constant(u8, 0), n])));
  const outcome = verifyModule(module);
  assert.ok(outcome.ok);
  assert.deepEqual(outcome.value.provenance.fields, [[], []]);
});

test('a selector that is not the hash of the signature, two inboxes, a height field that can change', () => {
  const voting = votingModule();
  const [first, ...others] = voting.functions as [ModuleFunction, ...ModuleFunction[]];
  refusedWith('E-SELECTOR', { ...voting, functions: [{ ...first, name: 'tallies' }, ...others] });
  const two = { ...voting, fields: [...voting.fields, { ...voting.fields[2]!, name: 'more' }] };
  refusedWith('E-KIND', two);
  refusedWith('E-KIND', {
    ...voting,
    fields: voting.fields.map((field) => (field.name === 'closes' ? { ...field, kind: 'state' as const } : field)),
  });
});

test('types that only a decoder or a careful author avoids', () => {
  refusedWith(
    'E-TYPE',
    withBody((r, x) => void r.emit('not', [x])),
  );
  refusedWith(
    'E-TYPE',
    withBody((r) => void r.emit('eq', [r.context('sender'), r.context('self')])),
  );
  refusedWith(
    'E-TYPE',
    withBody((r, x) => void r.emit('rec.get', [x], [0])),
  );
  refusedWith(
    'E-TYPE',
    withBody((r) => void r.for(r.constant(i8, 3), [], () => [])),
  );
  refusedWith(
    'E-TYPE',
    withBody((r, x) => void r.cast(bool, x)),
  );
  refusedWith(
    'E-TYPE',
    withBody((r, x) => void r.cast(address, x)),
  );
  refusedWith(
    'E-TYPE',
    withBody((r, _, n, { m }) => void r.reveal(m.release('reveal', 'public already'), n)),
  );
});

function mapInstructions(fn: ModuleFunction, map: (instruction: Instruction) => Instruction): ModuleFunction {
  return { ...fn, body: { ...fn.body, instructions: fn.body.instructions.map(map) } };
}
