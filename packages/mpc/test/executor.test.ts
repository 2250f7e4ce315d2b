// The engine and the plain evaluator give one meaning to one module: generated programs over all types and operations, and the tally.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { opcodes } from '@enigma/bytecode';
import {
  type InboxEntry,
  type Module,
  type Scalar,
  type TypeRef,
  type Value,
  type Verified,
  evaluate,
  functionNamed,
  moduleBuilder,
  plainOf,
  scalarRefs,
  secret,
  verifyModule,
} from '@enigma/bytecode';
import { toBigints } from '@enigma/crypto';
import fc from 'fast-check';
import { type SecretInput, type TaskInputs, releaseTasks, runTask } from '../src/executor/execute.ts';
import { planTasks } from '../src/executor/plan.ts';
import type { Engine } from '../src/engine.ts';
import type { Protocol } from '../src/round.ts';
import type { Released } from '../src/internal/opened.ts';
import type { ReleasedTask } from '../src/executor/execute.ts';
import { unmask } from '../src/outputs.ts';
import { type Committee, all, committee, maskFor, run } from './committee.ts';

const context = { sender: 7n, self: 9n, height: 100n, time: 1000n, value: 0n, seats: 4, threshold: 1 };

function verified(module: Module): Verified {
  const outcome = verifyModule(module);
  if (!outcome.ok) assert.fail(JSON.stringify(outcome, (_, v) => (typeof v === 'bigint' ? v.toString() : v)));
  return outcome.value;
}

function* one(engine: Engine, inputs: TaskInputs): Protocol<Released<readonly ReleasedTask[]>> {
  return yield* releaseTasks([yield* runTask(engine, inputs, 0)]);
}

/** Output values in the clear, as a reader who holds one piece of each set sees them. */
function opened(c: Committee, inputs: TaskInputs): { values: bigint[]; status: string; rounds: number } {
  const outcome = run(c, (engine) => one(engine, inputs));
  const tasks = all(outcome).map((released) => released.value[0] as ReleasedTask);
  const first = tasks[0] as ReleasedTask;
  const values = first.blocks.flatMap((block, b) => {
    const sets = new Map(
      tasks.flatMap((task) => (task.blocks[b]?.pieces ?? []).map((piece) => [piece.set, piece.mask] as const)),
    );
    return toBigints(unmask(c.kernel, block.values, [...sets.values()]));
  });
  return { values, status: first.ended.status, rounds: outcome.ok ? outcome.rounds : 0 };
}

test('the ballots of a module are counted as the evaluator counts them, in the rounds of its depth', () => {
  const b = moduleBuilder();
  const choice = b.range(11);
  const ballot = b.recordType([{ name: 'choice', type: choice }]);
  const inbox = b.field('ballots', 'inbox', ballot, 's');
  const taken = b.taken(ballot);
  const votesType = b.vectorType(scalarRefs.u32);
  const release = b.release('reveal', 'votes of each candidate');
  const candidates = 3;
  b.function({ name: 'tally', kind: 'call', results: [{ type: votesType, label: 'p' }] }, (r) => {
    const list = r.take(inbox, taken, r.constant(scalarRefs.u64, 50), 'lastBySender');
    const zeros = Array.from({ length: candidates }, () => r.emit('classify', [r.constant(scalarRefs.u32, 0)]));
    const votes = r.fold(
      list,
      zeros.map((initial) => ({ initial, declared: { type: scalarRefs.u32, label: 's' } })),
      (inner, _, element, carried) => {
        const vote = inner.cast(scalarRefs.u8, inner.member(inner.member(element, 2), 0));
        return carried.map((count, k) => {
          const hit = inner.emit('eq', [vote, inner.constant(scalarRefs.u8, k + 1)]);
          return inner.emit('select', [hit, inner.emit('add', [count, inner.constant(scalarRefs.u32, 1)]), count]);
        });
      },
    );
    return [r.reveal(release, r.vector(votesType, votes))];
  });
  const module = verified(b.finish());
  const c = committee({ n: 4, T: 1, ands: 20_000, daBits: 2_000 });
  const choices = Array.from({ length: 60 }, (_, k) => BigInt((k * 5) % 16));
  const entry = <S>(k: number, value: Scalar<S>): InboxEntry<S> => ({
    sender: BigInt(k % 55),
    index: BigInt(k),
    height: BigInt(k),
    values: [value],
  });
  const fn = functionNamed(module, 'tally');
  const expected = evaluate(module, fn, { inbox: choices.map((value, k) => entry<bigint>(k, secret(value))), context });
  assert.equal(expected.outcome.status, 'ok');
  const inputs: TaskInputs = {
    module,
    fn,
    args: [],
    state: [0n],
    inbox: choices.map((value, k) => entry<SecretInput>(k, secret(maskFor(c, value, `b${k}`, 0, 4)))),
    context,
    openMode: 'afterSettle',
  };
  const got = opened(c, inputs);
  assert.deepEqual(
    got.values,
    expected.outcome.status === 'ok' ? expected.outcome.outputs.everyone.map(({ scalar }) => plainOf(scalar)) : [],
  );
  const plan = planTasks(c, [inputs]);
  assert.deepEqual({ ...c.used[0]?.() }, { triples: plan.triples, ands: plan.ands, daBits: plan.daBits });
  assert.equal(got.rounds, plan.rounds);
  assert.ok(got.rounds < 20, `rounds follow depth, not ballots: ${got.rounds}`);
});

const integers = ['u8', 'u16', 'u32', 'u64', 'i8', 'i16', 'i32', 'i64'] as const;
const widths = { u8: 8, u16: 16, u32: 32, u64: 64, i8: 8, i16: 16, i32: 32, i64: 64 };

test('generated programs mean the same as in the plain evaluator', () => {
  const operation = fc.tuple(
    fc.constantFrom('add', 'sub', 'mul', 'min', 'max', 'select', 'eq', 'lt', 'xor', 'not', 'and'),
    fc.nat(),
    fc.nat(),
    fc.nat(),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...integers),
      fc.constantFrom(...integers),
      fc.array(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), { minLength: 2, maxLength: 3 }),
      fc.array(operation, { minLength: 1, maxLength: 6 }),
      (name, other, raw, operations) => {
        const type = scalarRefs[name];
        const width = widths[name];
        const { module, values } = program(type, scalarRefs[other], name.startsWith('i'), width, raw, operations);
        const c = committee({ n: 3, T: 1, ands: 120_000, daBits: 4_000, triples: 100 });
        const fn = functionNamed(module, 'f');
        const expected = evaluate(module, fn, { args: values.map((value) => secret(value)), context });
        const args = values.map((value, k): Value<SecretInput> =>
          secret(maskFor(c, BigInt.asUintN(width, value), `arg${k}`, k, width)),
        );
        const inputs: TaskInputs = { module, fn, args, state: [], inbox: [], context, openMode: 'afterSettle' };
        const got = opened(c, inputs);
        const plain = expected.outcome.status === 'ok' ? expected.outcome.outputs.everyone : assert.fail();
        const outWidths = [widths[other], 1];
        assert.deepEqual(
          got.values,
          plain.map(({ scalar }, k) => BigInt.asUintN(outWidths[k] as number, plainOf(scalar))),
        );
      },
    ),
    { numRuns: 25, seed: 20261124 },
  );
});

function program(
  type: TypeRef,
  target: TypeRef,
  signed: boolean,
  width: number,
  raw: readonly bigint[],
  operations: readonly (readonly [string, number, number, number])[],
): { module: Verified; values: bigint[] } {
  const b = moduleBuilder();
  const release = b.release('reveal', 'the value');
  const releaseBit = b.release('reveal', 'the bit');
  b.function(
    {
      name: 'f',
      kind: 'call',
      params: raw.map((_, k) => ({ name: `x${k}`, type, label: 's' as const })),
      results: [
        { type: target, label: 'p' },
        { type: scalarRefs.bool, label: 'p' },
      ],
    },
    (r, params) => {
      const numbers = [...params, r.constant(type, 3)];
      const bits = [r.emit('lt', [params[0] as never, params[1] as never])];
      for (const [name, i, j, k] of operations) {
        const [x, y] = [numbers[i % numbers.length], numbers[j % numbers.length]] as [never, never];
        const [p, q] = [bits[j % bits.length], bits[k % bits.length]] as [never, never];
        if (name === 'eq' || name === 'lt') bits.push(r.emit(name, [x, y]));
        else if (name === 'xor' || name === 'and') bits.push(r.emit(name, [p, q]));
        else if (name === 'not') bits.push(r.emit('not', [p]));
        else if (name === 'select') numbers.push(r.emit('select', [p, x, y]));
        else numbers.push(r.emit(name as keyof typeof opcodes, [x, y]));
      }
      const last = r.emit('add', [numbers.at(-1) as never, params[0] as never]);
      const converted = r.cast(target, last);
      const bit = r.emit('xor', [bits.at(-1) as never, bits[0] as never]);
      const both = bits.length === 1 ? bits[0] : bit;
      return [r.reveal(release, converted), r.reveal(releaseBit, both as never)];
    },
  );
  return {
    module: verified(b.finish()),
    values: raw.map((value) => (signed ? BigInt.asIntN(width, value) : BigInt.asUintN(width, value))),
  };
}

test('secret state goes from task to task as shares, and a reveal that steers the task opens behind a checkpoint', () => {
  const b = moduleBuilder();
  const total = b.field('total', 'state', scalarRefs.i32, 's');
  const rich = b.field('rich', 'state', scalarRefs.bool, 'p');
  const release = b.release('reveal', 'whether it is much');
  b.function(
    { name: 'add', kind: 'call', params: [{ name: 'x', type: scalarRefs.i32, label: 's', owner: 'contract' }] },
    (r, [x]) => {
      r.set(total, r.emit('add', [r.get(total), x as never]));
      return [];
    },
  );
  b.function({ name: 'ask', kind: 'call' }, (r) => {
    const much = r.reveal(release, r.emit('lt', [r.constant(scalarRefs.i32, 50), r.get(total)]));
    r.if(
      much,
      (yes) => {
        yes.set(rich, yes.constant(scalarRefs.bool, 1));
        return [];
      },
      () => [],
    );
    return [];
  });
  const module = verified(b.finish());
  const c = committee({ n: 4, T: 1, ands: 4000, daBits: 400 });
  const task = (name: string, state: TaskInputs['state'], args: TaskInputs['args']): TaskInputs => ({
    module,
    fn: functionNamed(module, name),
    args,
    state,
    inbox: [],
    context,
    openMode: 'beforeSettle',
  });
  for (const [x, expected] of [
    [-7n, 0n],
    [51n, 1n],
  ] as const) {
    const argument = secret(maskFor(c, BigInt.asUintN(32, x), `add ${x}`, 0, 32));
    const outcome = run(c, function* (engine) {
      const first = yield* runTask(engine, task('add', [0n, 0n], [argument]), 0);
      const state = first.ended.status === 'ok' ? first.ended.state : assert.fail();
      const second = yield* runTask(engine, task('ask', state, []), 1);
      return yield* releaseTasks([first, second]);
    });
    for (const released of all(outcome)) {
      const second = released.value[1] as ReleasedTask;
      assert.deepEqual(second.early, [{ release: 0, values: [expected] }]);
      assert.equal(second.ended.status === 'ok' && second.ended.state[1], expected);
    }
  }
});
