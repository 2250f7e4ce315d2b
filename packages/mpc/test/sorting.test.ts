// Sorting of secrets against the plain evaluator: keys of all widths and signs, with ties, from clients, from state, drawn and computed; records that move along; lengths around powers of two.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  type BuiltValue,
  type TaskContext,
  drawnTape,
  moduleBuilder,
  scalarRefs,
  secret,
  vector,
  verifyModule,
} from '@enigma/bytecode';
import { type Plan, planTasks } from '../src/executor/plan.ts';
import { seededRandom } from '@enigma/crypto';
import { mergeExchange } from '../src/executor/network.ts';
import { shapes } from './committee.ts';
import {
  type Author,
  type Known,
  type Line,
  type ScalarType,
  type Source,
  context,
  dice,
  programsOf,
  valueOf,
} from './integerPrograms.ts';
import { type Tried, tryPrograms } from './integers.ts';

const { u32 } = scalarRefs;

function right({ wrong, plan, used, rounds }: Tried): void {
  assert.deepEqual(wrong, []);
  assert.deepEqual(used, { triples: plan.triples, ands: plan.ands, daBits: plan.daBits });
  assert.equal(rounds, plan.rounds);
}

function list({ r, input, vectorOf }: Author, type: ScalarType, source: Source, values: readonly bigint[]): BuiltValue {
  return r.vector(
    vectorOf(type),
    values.map((value) => input(type, source, value).built),
  );
}

const known = (type: ScalarType, built: BuiltValue, name: string): { type: ScalarType; value: Known } => ({
  type,
  value: { built, name, isSecret: true },
});

/** Keys of few values, so that many are equal, and records whose members say which was whose. */
function byKey(type: ScalarType, length: number, seed: number): Line {
  return (author) => {
    const { b, r, say } = author;
    const roll = dice(seed);
    const some = [valueOf(type, roll), valueOf(type, roll), valueOf(type, roll)];
    const source = (): Source => (roll(2) === 0 ? 'client' : 'state');
    const keys = Array.from({ length }, () => some[roll(3)] as bigint);
    const given = list(author, type, source(), keys);
    const record = b.recordType([
      { name: 'place', type: scalarRefs.u8 },
      { name: 'who', type: scalarRefs.address },
      { name: 'flag', type: scalarRefs.bool },
      { name: 'wide', type: scalarRefs.i64 },
      { name: 'low', type: scalarRefs.u8 },
      { name: 'mid', type: u32 },
    ]);
    /** Of two of three places twice the value, which a share may show above its type. */
    const twices = (of: 'u8' | 'u32'): readonly BuiltValue[] => {
      const all = Array.from({ length }, () => author.input(of, source(), valueOf(of, roll)).built);
      return all.map((one, place) => (place % 3 === 2 ? one : r.emit('add', [one, one])));
    };
    const [lows, mids] = [twices('u8'), twices('u32')];
    const wides = list(
      author,
      'i64',
      source(),
      Array.from({ length }, () => valueOf('i64', roll)),
    );
    const flags = list(
      author,
      'bool',
      source(),
      Array.from({ length }, () => BigInt(roll(2))),
    );
    const who = [r.context('sender'), r.context('self')] as const;
    const elements = r.vector(
      b.vectorType(record),
      Array.from({ length }, (_, k) => {
        const at = r.constant(u32, k);
        const wide = r.emit('at', [wides, at]);
        return r.record(record, [
          r.constant(scalarRefs.u8, k),
          who[k % 2] as BuiltValue,
          r.emit('at', [flags, at]),
          k % 3 === 0 ? r.emit('add', [wide, wide]) : wide,
          lows[k] as BuiltValue,
          mids[k] as BuiltValue,
        ]);
      }),
    );
    say(`${length} by ${type} ${keys.join()}`);
    const sorted = r.emit('sort', [elements, given]);
    const own = r.emit('sort', [given, given]);
    return Array.from({ length }, (_, k) => {
      const at = r.constant(u32, k);
      const element = r.emit('at', [sorted, at]);
      return [
        known('u8', r.member(element, 0), `place of ${k}`),
        known('bool', r.emit('addr.eq', [r.member(element, 1), who[0]]), `who of ${k}`),
        known('bool', r.member(element, 2), `flag of ${k}`),
        known('i64', r.member(element, 3), `wide of ${k}`),
        known('u8', r.member(element, 4), `low of ${k}`),
        known('u32', r.member(element, 5), `mid of ${k}`),
        known(type, r.emit('at', [own, at]), `key of ${k}`),
      ];
    }).flat();
  };
}

for (const shape of shapes)
  test(`(${shape.n},${shape.T}) elements stand in the order of their keys, equal ones as they stood`, () => {
    const lengths = shape.n < 5 ? [0, 1, 2, 3, 4, 5, 8, 9, 13] : [3, 6];
    const types = ['u8', 'i8', 'u32', 'i16', 'u64', 'i64'] as const;
    const lines = lengths.map((length, k) => byKey(types[k % types.length] as ScalarType, length, 3 * length + k));
    right(tryPrograms(shape, programsOf(lines)));
  });

test('keys that are computed, drawn or public in part', () => {
  const mixed =
    (length: number): Line =>
    (author) => {
      const { r, vectorOf, roll } = author;
      const some = (): BuiltValue =>
        author.input('i32', roll(2) === 0 ? 'client' : 'state', valueOf('i32', roll)).built;
      const kinds = [
        () => some(),
        () => r.emit('mul', [some(), some()]),
        () => r.emit('add', [some(), some()]),
        () => r.emit('rand.bits', [], [scalarRefs.i32]),
        () => r.emit('xor', [some(), some()]),
        () => r.emit('classify', [r.constant(scalarRefs.i32, -5)]),
      ];
      const keys = r.vector(
        vectorOf('i32'),
        Array.from({ length }, (_, k) => kinds[k % kinds.length]!()),
      );
      const places = r.vector(
        vectorOf('u8'),
        Array.from({ length }, (_, k) => r.constant(scalarRefs.u8, k)),
      );
      const [moved, own] = [r.emit('sort', [places, keys]), r.emit('sort', [keys, keys])];
      return Array.from({ length }, (_, k) => r.constant(u32, k)).flatMap((at, k) => [
        known('u8', r.emit('at', [moved, at]), `place ${k}`),
        known('i32', r.emit('at', [own, at]), `key ${k}`),
      ]);
    };
  right(
    tryPrograms(
      { n: 4, T: 1 },
      programsOf([mixed(7), mixed(12)], 9, () => drawnTape(seededRandom('keys'))),
    ),
  );
});

test('the network sorts every row of zeros and ones up to twelve places, in ½L(L + 1) layers of exchanges that share no place', () => {
  for (let count = 0; count <= 12; count++) {
    const layers = mergeExchange(count);
    const levels = Math.ceil(Math.log2(Math.max(1, count)));
    assert.equal(layers.length, (levels * (levels + 1)) / 2);
    for (const layer of layers) {
      const places = layer.flat();
      assert.equal(new Set(places).size, places.length);
      assert.ok(places.every((place) => place < count) && layer.every(([i, j]) => i < j));
    }
    // What sorts all rows of zeros and ones sorts all rows (Knuth, TAOCP 3, 5.3.4, Theorem Z).
    for (let row = 0; row < 2 ** count; row++) {
      const values = Array.from({ length: count }, (_, k) => (row >> k) & 1);
      for (const [i, j] of layers.flat())
        if (values[i]! > values[j]!) [values[i], values[j]] = [values[j]!, values[i]!];
      assert.ok(values.every((value, k) => k === 0 || values[k - 1]! <= value));
    }
  }
});

/** What sorting n records of a key and another value takes, all of it u32 from the state and kept there. */
function planOf(shape: { readonly n: number; readonly T: number }, n: number): Plan {
  const m = moduleBuilder();
  const record = m.recordType(['key', 'value'].map((name) => ({ name, type: u32 })));
  const list = m.vectorType(record);
  m.vectorType(u32);
  const all = m.field('all', 'state', list, 's');
  m.function({ name: 'f', kind: 'call' }, (r) => {
    const records = r.get(all);
    const [keys] = r.each(r.emit('len', [records]), [records], (inner, _, [one]) => [inner.member(one!, 0)]);
    r.set(all, r.emit('sort', [records, keys!]));
    return [];
  });
  const outcome = verifyModule(m.finish());
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const share = secret({ share: 0n });
  const state = [vector(Array.from({ length: n }, () => ({ kind: 'record' as const, members: [share, share] })))];
  const task = { module: outcome.value, fn: 0, args: [], state, inbox: [], context: context as TaskContext };
  return planTasks(shape, [{ ...task, openMode: 'afterSettle' }]);
}

test('a sort takes what the page says', () => {
  const page = readFileSync(new URL('../../../docs/protocols/sorting.md', import.meta.url), 'utf8');
  for (const n of [4, 16, 64, 100]) {
    const plans = shapes.map((shape) => planOf(shape, n));
    const each = (of: (plan: Plan) => number): string => plans.map(of).join(', ');
    const exchanges = mergeExchange(n).flat().length;
    const row = `| ${n} | ${exchanges} | ${each(({ rounds }) => rounds - 1)} | ${each(({ ands }) => ands)} | ${each(({ daBits }) => daBits)} | ${each(({ triples }) => triples)} |`;
    assert.ok(page.includes(row), row);
  }
});
