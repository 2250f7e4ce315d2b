// The tally of an election of 475 ballots and four candidates at (4,1): the bytecode of a `voting` contract through the executor, all four seats
// in one process on one core, so without links, beside its twin, the plain evaluator on the same module and ballots. Each run's counts are
// compared with the evaluator's. Material is dealt beforehand: pools are measured elsewhere. One JSON line; medians.
import assert from 'node:assert/strict';
import {
  type InboxEntry,
  type Module,
  evaluate,
  functionNamed,
  moduleBuilder,
  plainOf,
  scalarRefs,
  secret,
  verifyModule,
} from '@enigma/bytecode';
import { toBigints } from '@enigma/crypto';
import { type TaskInputs, releaseTasks, runTask } from '../src/executor/execute.ts';
import { planTasks } from '../src/executor/plan.ts';
import { unmask } from '../src/outputs.ts';
import { all, committee, maskFor, run } from '../test/committee.ts';

const RUNS = 5;
const BALLOTS = 475;
const CANDIDATES = 4;
const CLOSES = 1000;
const context = { sender: 7n, self: 9n, height: 2000n, time: 1000n, value: 0n, seats: 4, threshold: 1 };

function voting(): Module {
  const b = moduleBuilder();
  const ballot = b.recordType([{ name: 'choice', type: b.range(31) }]);
  const inbox = b.field('ballots', 'inbox', ballot, 's');
  const taken = b.taken(ballot);
  const votesType = b.vectorType(scalarRefs.u32);
  const release = b.release('reveal', 'votes of each candidate');
  b.function({ name: 'tally', kind: 'call', results: [{ type: votesType, label: 'p' }] }, (r) => {
    const list = r.take(inbox, taken, r.constant(scalarRefs.u64, CLOSES), 'lastBySender');
    const zeros = Array.from({ length: CANDIDATES }, () => r.emit('classify', [r.constant(scalarRefs.u32, 0)]));
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
  return b.finish();
}

const checked = verifyModule(voting());
assert.ok(checked.ok);
const module = checked.value;
const fn = functionNamed(module, 'tally');
const choices = Array.from({ length: BALLOTS }, (_, k) => BigInt((k * 7) % (CANDIDATES + 1)));
const entry = <S>(
  k: number,
  value: S,
): Omit<InboxEntry<never>, 'values'> & { values: [ReturnType<typeof secret<S>>] } => ({
  sender: BigInt(k + 1),
  index: BigInt(k),
  height: BigInt(k),
  values: [secret(value)],
});

function inputsFor(c: ReturnType<typeof committee>): TaskInputs {
  const inbox = choices.map((value, k) => entry(k, maskFor(c, value, `b${k}`, 0, 5)));
  return { module, fn, args: [], state: [0n], inbox, context, openMode: 'afterSettle' };
}

function plainCounts(): bigint[] {
  const { outcome } = evaluate(module, fn, { inbox: choices.map((value, k) => entry<bigint>(k, value)), context });
  assert.equal(outcome.status, 'ok');
  return outcome.status === 'ok' ? outcome.outputs.everyone.map(({ scalar }) => plainOf(scalar)) : [];
}

const secondsOf = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] as number;
const rounded = (value: number): number => Number(value.toPrecision(4));

const plan = planTasks({ n: 4, T: 1 }, [inputsFor(committee({ n: 4, T: 1 }))]);
const shared: number[] = [];
const cores: number[] = [];
let bytes = 0;
for (let k = 0; k <= RUNS; k++) {
  const c = committee({ n: 4, T: 1, triples: plan.triples, ands: plan.ands, daBits: plan.daBits });
  const inputs = inputsFor(c);
  const start = performance.now();
  const used = process.cpuUsage();
  const outcome = run(c, function* (engine) {
    return yield* releaseTasks([yield* runTask(engine, inputs, 0)]);
  });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  const tasks = all(outcome).map((released) => released.value[0]);
  const blocks = tasks[0]?.blocks ?? [];
  const counts = blocks.flatMap((block, b) => {
    const masks = new Map(
      tasks.flatMap((task) => (task?.blocks[b]?.pieces ?? []).map(({ set, mask }) => [set, mask] as const)),
    );
    return toBigints(unmask(c.kernel, block.values, [...masks.values()]));
  });
  assert.deepEqual(counts, plainCounts());
  if (outcome.ok) bytes = [...outcome.bytes.values()].reduce((sum, sent) => sum + sent, 0);
  if (k === 0) continue; // warms up
  shared.push(seconds);
  cores.push((user + system) / 1e6);
}
const plain = median(Array.from({ length: RUNS + 1 }, () => secondsOf(plainCounts)).slice(1));
console.log(
  JSON.stringify({
    name: `tally of ${BALLOTS} ballots for ${CANDIDATES} candidates, in one process without links`,
    n: 4,
    T: 1,
    unit: 's',
    value: rounded(median(shared)),
    coreSeconds: rounded(median(cores)),
    plainEvaluator: rounded(plain),
    rounds: plan.rounds,
    ands: plan.ands,
    daBits: plan.daBits,
    triples: plan.triples,
    bytesInAll: bytes,
  }),
);
