// What operations on vectors take, as docs/protocols/vectors.md has it: plans are exact (vectors.test.ts), so a table of them may be read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  type BuiltValue,
  type ModuleBuilder,
  type RegionBuilder,
  type TaskContext,
  type TypeRef,
  moduleBuilder,
  opcodes,
  scalarRefs,
  secret,
  vector,
  verifyModule,
} from '@enigma/bytecode';
import { type Plan, planTasks } from '../src/executor/plan.ts';
import { shapes } from './committee.ts';
import { context } from './integerPrograms.ts';

const page = readFileSync(new URL('../../../docs/protocols/vectors.md', import.meta.url), 'utf8');
const { bool, u8, u32 } = scalarRefs;

/** A plan of what is kept of n elements of the state and two more secrets of it. */
function planOf(
  shape: { readonly n: number; readonly T: number },
  n: number,
  element: TypeRef,
  kept: (m: ModuleBuilder) => TypeRef,
  build: (r: RegionBuilder, all: BuiltValue, at: BuiltValue, value: BuiltValue) => BuiltValue,
): Plan {
  const m = moduleBuilder();
  const all = m.field('all', 'state', m.vectorType(element), 's');
  const at = m.field('at', 'state', u8, 's');
  const value = m.field('value', 'state', element, 's');
  const out = m.field('out', 'state', kept(m), 's');
  m.function({ name: 'f', kind: 'call' }, (r) => {
    r.set(out, build(r, r.get(all), r.get(at), r.get(value)));
    return [];
  });
  const outcome = verifyModule(m.finish());
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const share = secret({ share: 0n });
  const elements = vector(Array.from({ length: n }, () => share));
  const state = outcome.value.module.fields.map(({ name, type }) =>
    name === 'all' ? elements : type === u8 || type === element ? share : elements,
  );
  const task = { module: outcome.value, fn: 0, args: [], state, inbox: [], context: context as TaskContext };
  return planTasks(shape, [{ ...task, openMode: 'afterSettle' }]);
}

/** Rows of the page with these numbers: of three committees where they differ. The barrier of the session is none of the operation's. */
function row(name: number | string, plans: readonly Plan[]): string {
  const same = (of: (plan: Plan) => number): string => [...new Set(plans.map(of))].join(', ');
  const each = (of: (plan: Plan) => number): string => plans.map(of).join(', ');
  return `| ${name} | ${each(({ rounds }) => rounds - 1)} | ${each(({ ands }) => ands)} | ${same(({ daBits }) => daBits)} | ${same(({ triples }) => triples)} |`;
}

test('a read and a write at a secret index take what the page says', () => {
  for (const n of [8, 9, 64, 256]) {
    const read = shapes.map((shape) =>
      planOf(
        shape,
        n,
        u32,
        () => u32,
        (r, all, at) => r.emit('oat', [all, at]),
      ),
    );
    const write = shapes.map((shape) =>
      planOf(
        shape,
        n,
        u32,
        (m) => m.vectorType(u32),
        (r, all, at, value) => r.emit('oput', [all, at, value]),
      ),
    );
    assert.ok(page.includes(row(n, read)), row(n, read));
    assert.equal(row(n, write), row(n, read));
  }
});

test('products of vectors and the place of the largest take what the page says', () => {
  const dot = shapes.map((shape) =>
    planOf(
      shape,
      8,
      u32,
      () => u32,
      (r, all) => r.emit('dot', [all, all]),
    ),
  );
  const largest = shapes.map((shape) =>
    planOf(
      shape,
      8,
      u32,
      () => u32,
      (r, all) => r.emit('argmax', [all]),
    ),
  );
  const prefix = shapes.map((shape) =>
    planOf(
      shape,
      8,
      u32,
      (m) => m.vectorType(u32),
      (r, all) => r.emit('prefix', [all], [opcodes.max.number]),
    ),
  );
  const kept = shapes.map((shape) =>
    planOf(
      shape,
      8,
      bool,
      (m) => m.vectorType(bool),
      (r, all) => r.emit('compact', [all, all]),
    ),
  );
  assert.deepEqual(new Set(kept.map(({ triples, daBits }) => `${triples} ${daBits}`)), new Set(['25 17']));
  for (const [name, plans] of [
    ['`prefix max`, 8', prefix],
    ['`compact`, 8 bools', kept],
    ['`dot`, 8', dot],
    ['`argmax`, 8', largest],
  ] as const)
    assert.ok(page.includes(row(name, plans)), row(name, plans));
});
