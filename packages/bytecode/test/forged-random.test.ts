// Rules for what is drawn (`typingRandom.ts`, `verify.ts`): draws where nobody can draw, of what is no integer, bounds that a secret decides, and results that pass for somebody's own secret.
import { test } from 'node:test';
import {
  moduleBuilder,
  scalarRefs,
  type BuiltValue,
  type FunctionKind,
  type Module,
  type ModuleBuilder,
  type RefusalCode,
  type RegionBuilder,
} from '@enigma/bytecode';
import { refusedByBoth } from './support/forgery.ts';

const { bool, u8, u32, u64, address } = scalarRefs;

type Body = (r: RegionBuilder, m: ModuleBuilder, x: BuiltValue, n: BuiltValue) => unknown;

/** f(x secret u32, n public u32), which gives nothing; a view or constructor has the public one alone. */
function body(build: Body, kind: FunctionKind = 'call'): Module {
  const m = moduleBuilder();
  const x = { name: 'x', type: u32, label: 's' } as const;
  const n = { name: 'n', type: u32, label: 'p' } as const;
  const name = kind === 'ctor' ? 'constructor' : 'f';
  m.function({ name, kind, params: kind === 'call' ? [n, x] : [n] }, (r, [bound, hidden]) => {
    build(r, m, hidden ?? bound!, bound!);
    return [];
  });
  return m.finish();
}

/** f() → what `build` gives, to the caller, with that reason. */
function returned(reason: string, build: (r: RegionBuilder) => BuiltValue): Module {
  const m = moduleBuilder();
  const release = m.release('return', reason);
  m.function({ name: 'f', kind: 'call', results: [{ type: u64, label: 's', release }] }, (r) => [build(r)]);
  return m.finish();
}

/** f(), which calls one that draws. */
function through(kind: FunctionKind, draws: boolean): Module {
  const m = moduleBuilder();
  const inner = m.function({ name: 'inner', kind: 'internal' }, (r) => {
    if (draws) r.emit('rand.bits', [], [u64]);
    return [];
  });
  m.function({ name: kind === 'ctor' ? 'constructor' : 'f', kind }, (r) => (r.call(inner, []), []));
  return m.finish();
}

const drawn = (r: RegionBuilder, m: ModuleBuilder, count: BuiltValue): BuiltValue =>
  r.emit('rand.perm', [count], [m.vectorType(u32)]);
const draw: Body = (r) => r.emit('rand.bits', [], [u64]);

const forgeries: readonly (readonly [string, RefusalCode, string | undefined, Module, Module])[] = [
  [
    'an address that nobody has, or a record, drawn',
    'E-TYPE',
    'bool or integer type to draw',
    body(draw),
    body((r) => r.emit('rand.bits', [], [address])),
  ],
  [
    'a range drawn by its bits, some of which it does not have',
    'E-TYPE',
    'bool or integer type to draw',
    body((r) => r.emit('rand.bits', [], [bool])),
    body((r, m) => r.emit('rand.bits', [], [m.range(5)])),
  ],
  [
    'a bound of another width',
    'E-TYPE',
    'bound of type u32',
    body((r, _, __, n) => r.emit('rand.below', [n])),
    body((r) => r.emit('rand.below', [r.constant(u8, 6)])),
  ],
  [
    'a bound that a secret decides',
    'E-SHAPE',
    undefined,
    body((r, _, __, n) => r.emit('rand.below', [n])),
    body((r, _, x) => r.emit('rand.below', [x])),
  ],
  ['a view that draws until its asker is pleased', 'E-VIEW', undefined, body(() => {}, 'view'), body(draw, 'view')],
  ['a view that draws by a call', 'E-VIEW', undefined, through('view', false), through('view', true)],
  [
    'a constructor, which everybody computes by himself, that draws',
    'E-KIND',
    'random draw of a constructor',
    body(() => {}, 'ctor'),
    body(draw, 'ctor'),
  ],
  [
    'a constructor that draws by a call',
    'E-KIND',
    'random draw of a constructor',
    through('ctor', false),
    through('ctor', true),
  ],
  [
    "numbers of one's own for a permutation, with one of them twice",
    'E-TYPE',
    'permutation drawn here',
    body((r, m, x, n) => r.emit('permute', [r.vector(m.vectorType(u32), [x]), drawn(r, m, n)])),
    body((r, m, x) => r.emit('permute', [r.vector(m.vectorType(u32), [x]), r.vector(m.vectorType(u32), [x])])),
  ],
  [
    'a permutation that another function drew, or a field held',
    'E-TYPE',
    'permutation drawn here',
    body((r, m, x, n) => r.emit('permute', [r.vector(m.vectorType(u32), [x]), drawn(r, m, n)])),
    body((r, m, x, n) => {
      const list = m.vectorType(u32);
      const kept = m.field('kept', 'state', list, 's');
      r.set(kept, drawn(r, m, n));
      return r.emit('permute', [r.vector(list, [x]), r.get(kept)]);
    }),
  ],
  [
    'a permutation of other numbers than u32',
    'E-TYPE',
    'vector type of the elements',
    body((r, m, _, n) => drawn(r, m, n)),
    body((r, m, _, n) => r.emit('rand.perm', [n], [m.vectorType(u8)])),
  ],
  [
    'a permutation of fewer places than none',
    'E-TYPE',
    'unsigned count or index',
    body((r, m, _, n) => drawn(r, m, n)),
    body((r, m) => drawn(r, m, r.constant(scalarRefs.i32, 3))),
  ],
  [
    'a permutation of as many places as a secret says',
    'E-SHAPE',
    undefined,
    body((r, m, _, n) => drawn(r, m, n)),
    body((r, m, x) => drawn(r, m, x)),
  ],
  [
    'vectors of any length put in a secret order, whose lengths would tell it',
    'E-TYPE',
    'elements without vectors inside',
    body((r, m, _, n) => r.emit('permute', [r.vector(m.vectorType(u32), [n]), drawn(r, m, n)])),
    body((r, m, _, n) => {
      const list = m.vectorType(u32);
      return r.emit('permute', [r.vector(m.vectorType(list), [r.vector(list, [n])]), drawn(r, m, n)]);
    }),
  ],
  [
    'a random value that goes to the caller as if it were his own',
    'E-READER',
    'reason missing',
    returned('his number', (r) => r.emit('rand.bits', [], [u64])),
    returned('', (r) => r.emit('rand.bits', [], [u64])),
  ],
];

for (const [gains, code, what, honest, forged] of forgeries)
  test(gains, () => refusedByBoth([gains, code, what, () => [honest, forged]]));
