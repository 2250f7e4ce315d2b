// Steps that the tests of sessions share.
import assert from 'node:assert/strict';
import { elementAt } from '@enigma/crypto';
import type { EngineContext } from '../src/context.ts';
import { barrier } from '../src/checkpoint.ts';
import { createEngine, randomShares } from '../src/engine.ts';
import { type Protocol, openField } from '../src/round.ts';
import type { FinishedEvent, PoolKind, PoolWork, TasksWork } from '../src/session/index.ts';
import { type Network, all } from './sessionNetwork.ts';

const zero32 = `0x${'00'.repeat(32)}` as const;

/** Opens the product of two random values made from one triple: what a task does, in small. */
export function* beaver(context: EngineContext): Protocol<bigint[]> {
  const engine = createEngine(context);
  const { kernel } = context;
  const x = randomShares(engine, 'random', 4);
  const y = randomShares(engine, 'random', 4);
  const { a, b, c } = context.material.triples(4);
  const d = yield* openField('uniform', kernel.sub(x, a));
  const e = yield* openField('uniform', kernel.sub(y, b));
  const z = kernel.add(kernel.add(c, kernel.mul(d, b)), kernel.add(kernel.mul(e, a), kernel.mul(d, e)));
  yield* barrier({ leafRoot: new Uint8Array(32).fill(context.seat + 1) });
  const opened = [yield* openField('bounded', x), yield* openField('bounded', y), yield* openField('bounded', z)];
  yield* barrier({ leafRoot: new Uint8Array(32).fill(context.seat + 1), commitments: [new Uint8Array(32).fill(7)] });
  return opened.flatMap((vector) => [0, 1, 2, 3].map((k) => elementAt(vector, k)));
}

export function tasks(
  firstSeq: bigint,
  protocol: TasksWork['protocol'] = beaver,
  demand: TasksWork['demand'] = { triple: 4 },
): TasksWork {
  return { kind: 'tasks', contractId: `0x${'33'.repeat(32)}`, firstSeq, count: 1, anchor: zero32, demand, protocol };
}

export function withKeys(network: Network): void {
  for (const machine of network.machines) machine.request({ kind: 'keys' }, network.now);
  assert.ok(
    network.until(() => all(network, (seat) => network.machines[seat]?.keysReady() ?? false)),
    'keys',
  );
}

export function makePool(network: Network, pool: PoolKind, count: number, batch = 0): void {
  const work: PoolWork = { kind: 'pool', pool, batch, count };
  for (const [seat, machine] of network.machines.entries())
    if (!network.down.has(seat)) machine.request(work, network.now);
  assert.ok(
    network.until(() => {
      proceedAll(network);
      return all(network, (seat) => network.of(seat, 'batchReady').some((e) => e.pool === pool && e.batch === batch));
    }),
    `${pool} pool`,
  );
}

export function finishedTasks(network: Network, seat: number, index = 0): FinishedEvent | undefined {
  return network.of(seat, 'finished').filter((end) => end.work === 'tasks')[index];
}

/** The host's part after an abort: here without back-off. */
export function proceedAll(network: Network): void {
  for (const [seat, machine] of network.machines.entries()) {
    if (network.down.has(seat)) continue;
    for (const { sessionId, nextAttempt } of network.of(seat, 'aborted'))
      if (nextAttempt !== null) machine.proceed(sessionId, network.now);
  }
}

/** All seats that are up run the work to the end. */
export function runTasks(network: Network, work: TasksWork, nth = 0n): void {
  const before = network.machines.map(
    (_, seat) => network.of(seat, 'finished').filter((end) => end.work === 'tasks').length,
  );
  for (const [seat, machine] of network.machines.entries())
    if (!network.down.has(seat)) machine.request(work, network.now);
  assert.ok(
    network.until(() => {
      proceedAll(network);
      return all(network, (seat) => finishedTasks(network, seat, before[seat]) !== undefined);
    }, 400_000),
    `tasks ${work.firstSeq} ${nth}`,
  );
}
