// One forged module per rule: what an instruction takes (rules 1 to 4).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allRules,
  encodeModule,
  loadModule,
  moduleBuilder,
  scalarRefs,
  verifyModule,
  type Module,
  type BuiltValue,
} from '@enigma/bytecode';
import { forged, refusedWith, withBody } from './support/forged.ts';

const { bool, u8, u32, u64 } = scalarRefs;

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
