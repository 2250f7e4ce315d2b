// Cheats against operations on vectors: a lie in any round of any of them is found, and without the check it would have worked.
import {
  type BuiltValue,
  type ModuleBuilder,
  type RegionBuilder,
  type TaskContext,
  type TypeRef,
  type Value,
  leavesOf,
  moduleBuilder,
  opcodes,
  scalarRefs,
  secret,
  vector,
  verifyModule,
} from '@enigma/bytecode';
import { type FieldVector, elementAt, vectorOf } from '@enigma/crypto';
import type { Engine } from '../src/engine.ts';
import { type SecretInput, runTask } from '../src/executor/execute.ts';
import type { Protocol } from '../src/round.ts';
import { type Committee, sharedField } from './committee.ts';
import { context } from './integerPrograms.ts';
import { type Answer, liesAreFound } from './lies.ts';

const { bool, u8, u32 } = scalarRefs;
const ELEMENTS = [10n, 20n, 4_000_000_000n, 30n, 50n];
const [AT, VALUE] = [3n, 77n];

/** What a function keeps of elements, an index and a value of the state, as shares. */
function kept(
  type: (m: ModuleBuilder) => TypeRef,
  build: (r: RegionBuilder, all: BuiltValue, at: BuiltValue, value: BuiltValue, m: ModuleBuilder) => BuiltValue,
): (c: Committee) => (engine: Engine) => Protocol<Answer> {
  const m = moduleBuilder();
  const all = m.field('all', 'state', m.vectorType(u32), 's');
  const at = m.field('at', 'state', u8, 's');
  const value = m.field('value', 'state', u32, 's');
  const out = m.field('out', 'state', type(m), 's');
  m.function({ name: 'f', kind: 'call' }, (r) => {
    r.set(out, build(r, r.get(all), r.get(at), r.get(value), m));
    return [];
  });
  const outcome = verifyModule(m.finish());
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const module = outcome.value;
  const outType = module.module.fields[3]?.type as TypeRef;
  return (c) => {
    const shares = sharedField(c, vectorOf([...ELEMENTS, AT, VALUE]));
    return function* (engine) {
      const own = shares[engine.context.seat] as FieldVector;
      const share = (k: number): Value<SecretInput> => secret({ share: elementAt(own, k) });
      const state: Value<SecretInput>[] = [
        vector(ELEMENTS.map((_, k) => share(k))),
        share(5),
        share(6),
        outType < 32 ? 0n : vector([]),
      ];
      const task = { module, fn: 0, args: [], state, inbox: [], context: context as TaskContext };
      const { ended } = yield* runTask(engine, { ...task, openMode: 'afterSettle' }, 0);
      if (ended.status !== 'ok') throw new Error(ended.status);
      const made = leavesOf(module.module.types, outType, ended.state[3] as (typeof ended.state)[number]);
      return vectorOf(made.map(({ scalar }) => (typeof scalar === 'bigint' ? scalar : scalar.scalar.share)));
    };
  };
}

/** Of each element whether the index, in its type, is below it. */
function isLess(r: RegionBuilder, all: BuiltValue, at: BuiltValue, m: ModuleBuilder): BuiltValue {
  m.vectorType(bool);
  const [vectors] = r.each(r.emit('len', [all]), [all], (inner, _, [one]) => [
    inner.emit('lt', [inner.cast(u8, one as BuiltValue), at]),
  ]);
  return vectors as BuiltValue;
}

const material = { ands: 4000, daBits: 60, triples: 40 };
const words = (m: ModuleBuilder): TypeRef => m.vectorType(u32);
const word = (): TypeRef => u32;

liesAreFound(
  'a read at a secret index',
  material,
  kept(word, (r, all, at) => r.emit('oat', [all, at])),
);
liesAreFound(
  'a write at a secret index',
  material,
  kept(words, (r, all, at, value) => r.emit('oput', [all, at, value])),
);
liesAreFound(
  'a product of vectors',
  material,
  kept(word, (r, all) => r.emit('dot', [all, all])),
);
liesAreFound(
  'where the largest stands',
  material,
  kept(word, (r, all) => r.emit('argmax', [all])),
);
liesAreFound(
  'a product of matrices',
  material,
  kept(words, (r, all, _, __, m) => {
    const matrix = m.vectorType(m.vectorType(u32));
    const [column] = r.each(r.emit('len', [all]), [all], (inner, ___, [one]) => [
      inner.vector(m.vectorType(u32), [one as BuiltValue]),
    ]);
    const product = r.emit('matmul', [r.vector(matrix, [all]), column as BuiltValue], [matrix]);
    return r.emit('at', [product, r.constant(u8, 0)]);
  }),
);
liesAreFound(
  'prefixes',
  material,
  kept(
    (m) => m.vectorType(bool),
    (r, all, at, _, m) => r.emit('prefix', [isLess(r, all, at, m)], [opcodes.or.number]),
  ),
);
liesAreFound(
  'kept elements in front',
  material,
  kept(words, (r, all, at, _, m) => r.emit('compact', [all, isLess(r, all, at, m)])),
);
