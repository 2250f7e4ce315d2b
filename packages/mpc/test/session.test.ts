import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementAt, vectorOf } from '@enigma/crypto';
import type { EngineContext } from '../src/context.ts';
import { barrier } from '../src/checkpoint.ts';
import { createEngine, randomShares } from '../src/engine.ts';
import { multiplyUnverified } from '../src/products.ts';
import { type Protocol, openField } from '../src/round.ts';
import type { PoolKind, PoolWork, TasksWork } from '../src/session/index.ts';
import { type Network, all, createNetwork } from './sessionNetwork.ts';

const zero32 = `0x${'00'.repeat(32)}` as const;

/** Opens the product of two random values made from one triple: what a task does, in small. */
function* beaver(context: EngineContext): Protocol<bigint[]> {
  const engine = createEngine(context);
  const { kernel } = context;
  const x = randomShares(engine, 'random', 4);
  const y = randomShares(engine, 'random', 4);
  const { a, b, c } = context.material.triples(4);
  const d = yield* openField('uniform', kernel.sub(x, a));
  const e = yield* openField('uniform', kernel.sub(y, b));
  const z = kernel.add(kernel.add(c, kernel.mul(d, b)), kernel.add(kernel.mul(e, a), kernel.mul(d, e)));
  yield* barrier({ leafRoot: new Uint8Array(32).fill(context.seat + 1) });
  const all = [yield* openField('bounded', x), yield* openField('bounded', y), yield* openField('bounded', z)];
  yield* barrier({ commitments: [new Uint8Array(32).fill(7)] });
  return all.flatMap((vector) => [0, 1, 2, 3].map((k) => elementAt(vector, k)));
}

export function tasks(firstSeq: bigint, protocol: TasksWork['protocol'] = beaver, demand: TasksWork['demand'] = { triple: 4 }): TasksWork {
  return { kind: 'tasks', contractId: `0x${'33'.repeat(32)}`, firstSeq, count: 1, anchor: zero32, demand, protocol };
}

export function withKeys(network: Network): void {
  for (const machine of network.machines) machine.request({ kind: 'keys' }, network.now);
  assert.ok(network.until(() => all(network, (seat) => network.machines[seat]?.keysReady() ?? false)));
}

export function makePool(network: Network, pool: PoolKind, count: number, batch = 0): void {
  const work: PoolWork = { kind: 'pool', pool, batch, count };
  for (const [seat, machine] of network.machines.entries()) if (!network.down.has(seat)) machine.request(work, network.now);
  assert.ok(network.until(() => all(network, (seat) => network.of(seat, 'batchReady').some((e) => e.pool === pool && e.batch === batch))), `${pool} pool`);
}

for (const [n, T] of [[3, 1], [4, 1], [5, 2]] as const) {
  test(`(${n},${T}): keys, a batch of triples, and a session of tasks`, () => {
    const network = createNetwork({ n, T });
    withKeys(network);
    makePool(network, 'triple', 16);
    for (const machine of network.machines) machine.request(tasks(1n), network.now);
    assert.ok(network.until(() => all(network, (seat) => network.of(seat, 'finished').some((e) => e.work === 'tasks'))));
    const ends = network.machines.map((_, seat) => network.of(seat, 'finished').find((e) => e.work === 'tasks'));
    for (const end of ends) {
      assert.deepEqual(end?.result, ends[0]?.result);
      assert.equal(end?.viewHash, ends[0]?.viewHash);
      assert.deepEqual(end?.leafRoots, ends[0]?.leafRoots);
    }
    const [x, y, z] = [0, 4, 8].map((at) => vectorOf((ends[0]?.result as bigint[]).slice(at, at + 4)));
    assert.ok(x && y && z);
    const { plainKernel } = kernels;
    assert.deepEqual(plainKernel.mul(x, y), z);
  });
}

import * as kernels from '@enigma/crypto';
void multiplyUnverified;
