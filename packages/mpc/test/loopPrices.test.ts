// Prices of loops that carry several things at once: never below what the engine's plan takes, and near it. Vectors that grow, shrink and change places, secret
// scalars and public counters beside them, fields that are written and pushed to, conditions, and loops in loops.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type BuiltValue,
  type Cost,
  type Declared,
  type RegionBuilder,
  type TaskContext,
  type Value,
  type Verified,
  costOf,
  mapLeaves,
  moduleBuilder,
  scalarRefs,
  secret,
  sizesOf,
  valueOf,
  verifyModule,
} from '@enigma/bytecode';
import type { SecretInput, TaskInputs } from '../src/executor/execute.ts';
import { planTasks } from '../src/executor/plan.ts';
import { shapes } from './committee.ts';
import { context, dice } from './integerPrograms.ts';

type Roll = (bound: number) => number;

/** Values by number: all of a kind are carried through every loop. */
interface Scope {
  vectors: readonly BuiltValue[];
  secrets: readonly BuiltValue[];
  counters: readonly BuiltValue[];
}

const PROGRAMS = 150;
const { u8, u32, bool } = scalarRefs;

/** f(n public): so many vectors, secrets and counters of one to three each, one loop with what the dice say in it, and a sum of all that is left. */
function program(roll: Roll): Verified {
  const m = moduleBuilder();
  const list = m.vectorType(u32);
  const start = m.field('start', 'state', u32, 's');
  const kept = m.field('kept', 'state', u32, 's');
  const pushed = m.field('pushed', 'state', list, 's');
  const many = m.field('many', 'state', u8, 'p');
  const release = m.release('reveal', 'the outcome');
  const declared = (type: number, label: Declared['label']): Declared => ({ type, label });
  const pick = (values: readonly BuiltValue[]): BuiltValue => values[roll(values.length)] as BuiltValue;
  const at = (values: readonly BuiltValue[], k: number, value: BuiltValue): readonly BuiltValue[] =>
    values.map((old, i) => (i === k ? value : old));

  /** Another vector of the scope, which has one element at least. */
  const vectorFrom = (r: RegionBuilder, { vectors, secrets }: Scope, depth: number): BuiltValue => {
    const [vector, one] = [pick(vectors), pick(secrets)];
    const zero = r.constant(u8, 0);
    switch (roll(8)) {
      case 0:
        return r.emit('concat', [vector, r.vector(list, [one])], [list]);
      case 1:
        return r.emit('concat', [r.vector(list, [one, one]), vector], [list]);
      case 2:
        return r.emit('put', [vector, zero, one]);
      case 3:
        return r.each(r.emit('len', [vector]), [vector], (body, _, [element]) => [
          body.emit('max', [element!, one]),
        ])[0]!;
      case 4:
        return r.emit('slice', [vector, zero, r.constant(u8, 1)], [list]);
      case 5:
        return depth > 1
          ? vector
          : r.emit('concat', [vector, r.emit('slice', [pick(vectors), zero, r.constant(u8, 1)], [list])], [list]);
      case 6:
        return r.fill(list, one, r.constant(u8, 1 + roll(3)));
      default:
        return vector;
    }
  };

  const secretFrom = (r: RegionBuilder, { vectors, secrets }: Scope): BuiltValue => {
    const [a, b] = [pick(secrets), roll(2) === 0 ? pick(secrets) : r.emit('at', [pick(vectors), r.constant(u8, 0)])];
    switch (roll(6)) {
      case 0:
        return r.emit('add', [a, b]);
      case 1:
        return r.emit('mul', [a, b]);
      case 2:
        return r.emit('min', [a, b]);
      case 3:
        return r.foldWith('max', pick(vectors));
      case 4:
        return r.emit('sum', [pick(vectors)]);
      default:
        return r.get(kept);
    }
  };

  const loop = (r: RegionBuilder, n: BuiltValue, scope: Scope, depth: number): Scope => {
    const { vectors, secrets, counters } = scope;
    const carried = [
      ...vectors.map((initial) => ({ initial, declared: declared(list, 's') })),
      ...secrets.map((initial) => ({ initial, declared: declared(u32, 's') })),
      ...counters.map((initial) => ({ initial, declared: declared(u8, 'p') })),
    ];
    const parted = (values: readonly BuiltValue[]): Scope => ({
      vectors: values.slice(0, vectors.length),
      secrets: values.slice(vectors.length, vectors.length + secrets.length),
      counters: values.slice(vectors.length + secrets.length),
    });
    const all = ({ vectors: a, secrets: b, counters: c }: Scope): readonly BuiltValue[] => [...a, ...b, ...c];
    const trip = (body: RegionBuilder, found: readonly BuiltValue[]): readonly BuiltValue[] => {
      let now = parted(found);
      for (let k = 1 + roll(5); k > 0; k--) now = statement(body, n, now, depth);
      return all(now);
    };
    if (roll(4) > 0) return parted(r.for(r.constant(u8, 1 + roll(4)), carried, (body, _, found) => trip(body, found)));
    if (roll(2) > 0) return parted(r.for(n, carried, (body, _, found) => trip(body, found)));
    return parted(
      r.while(1 + roll(4), r.constant(bool, 1), carried, (body, found) => [body.constant(bool, 1), trip(body, found)]),
    );
  };

  const statement = (r: RegionBuilder, n: BuiltValue, scope: Scope, depth: number): Scope => {
    const { vectors, secrets, counters } = scope;
    const k = roll(3);
    switch (roll(9)) {
      case 0:
      case 1:
        return { ...scope, vectors: at(vectors, k % vectors.length, vectorFrom(r, scope, depth)) };
      case 2:
      case 3:
        return { ...scope, secrets: at(secrets, k % secrets.length, secretFrom(r, scope)) };
      case 4:
        return { ...scope, vectors: [...vectors.slice(1), vectors[0] as BuiltValue] };
      case 5: {
        const [counter, more] = [pick(counters), r.constant(u8, 1 + roll(2))];
        const next = roll(3) === 0 ? r.emit('min', [pick(counters), more]) : r.emit('add.t', [counter, more]);
        return { ...scope, counters: at(counters, k % counters.length, next) };
      }
      case 6:
        if (roll(2) === 0) r.set(kept, pick(secrets));
        else r.emit('arr.push', [pick(secrets)], [pushed.index]);
        if (roll(3) === 0) r.set(many, pick(counters));
        return scope;
      case 7: {
        const place = k % vectors.length;
        const [chosen] = r.if(
          r.emit('lt', [pick(counters), r.constant(u8, 2)]),
          (one) => [vectorFrom(one, scope, depth)],
          () => [vectors[place] as BuiltValue],
        );
        return { ...scope, vectors: at(vectors, place, chosen as BuiltValue) };
      }
      default:
        return depth < 2
          ? loop(r, roll(3) === 0 ? r.emit('min', [pick(counters), r.constant(u8, 2)]) : n, scope, depth + 1)
          : scope;
    }
  };

  m.function(
    { name: 'f', kind: 'call', params: [{ name: 'n', type: u8, label: 'p' }], results: [{ type: u32, label: 'p' }] },
    (r, [n]) => {
      const one = r.get(start);
      const scope: Scope = {
        vectors: Array.from({ length: 1 + roll(3) }, () => r.fill(list, one, r.constant(u8, 1 + roll(4)))),
        secrets: Array.from({ length: 1 + roll(3) }, () => one),
        counters: Array.from({ length: 1 + roll(3) }, () => r.constant(u8, roll(2))),
      };
      const { vectors, secrets, counters } = loop(r, n!, scope, 0);
      r.set(many, pick(counters));
      const all = [...vectors.map((vector) => r.foldWith('max', vector)), ...secrets, r.emit('sum', [r.get(pushed)])];
      const sum = r.emit('sum', [r.vector(list, all)]);
      const [times] = r.for(r.get(many), [{ initial: sum, declared: declared(u32, 's') }], (body, _, [x]) => [
        body.emit('max', [x!, one]),
      ]);
      return [r.reveal(release, times!)];
    },
  );
  const outcome = verifyModule(m.finish());
  assert.ok(
    outcome.ok,
    JSON.stringify(outcome, (_, v) => (typeof v === 'bigint' ? String(v) : v)),
  );
  return outcome.value;
}

function inputsOf(module: Verified, n: bigint): TaskInputs {
  const { types, fields } = module.module;
  return {
    module,
    fn: 0,
    args: [n],
    state: fields.map(({ type }): Value<SecretInput> =>
      mapLeaves(types, type, type === u32 || type === u8 ? 0n : { kind: 'vector', elements: [] }, () =>
        secret({ share: 0n }),
      ),
    ),
    inbox: [],
    context: context as TaskContext,
    openMode: 'afterSettle',
  };
}

test(`${PROGRAMS} random loops that carry vectors, secrets and counters take at most their price, which no length blows up`, () => {
  let blown = 0;
  for (let seed = 1; seed <= PROGRAMS; seed++) {
    const module = program(dice(seed));
    const cost = costOf(module, 0);
    assert.ok(cost.ok);
    const { opened, ands, rounds }: Cost = cost.value;
    for (const n of [0n, 3n]) {
      const inputs = inputsOf(module, n);
      const sizes = sizesOf(module, 0, inputs);
      const price: readonly bigint[] = [opened, ands, rounds].map((bound) => valueOf(bound, sizes));
      const shape = shapes[seed % shapes.length] as (typeof shapes)[number];
      const plan = planTasks(shape, [inputs]);
      const use = [plan.elements + plan.daBits, plan.ands, plan.rounds - 1];
      assert.ok(
        use.every((count, k) => count <= (price[k] as bigint)),
        `seed ${seed}, n = ${n}, (${shape.n},${shape.T}): opened, ANDs and rounds are ${use.join()}, priced ${price.join()}`,
      );
      if ((price[1] as bigint) > 10_000_000n) blown++;
    }
  }
  assert.ok(blown <= 6, `${blown} prices are those of lengths that nothing bounds but their type`);
});
