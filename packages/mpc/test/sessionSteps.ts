// Steps that the tests of sessions share.
import assert from 'node:assert/strict';
import { type SigningKey, elementAt, fromHex, hashOf, sign, toHex } from '@enigma/crypto';
import { KEY_CONTRIBUTION, type Struct, digest } from '@enigma/protocol';
import type { EngineContext } from '../src/context.ts';
import { barrier } from '../src/checkpoint.ts';
import { createEngine, randomShares } from '../src/engine.ts';
import { type Protocol, openField } from '../src/round.ts';
import type { FinishedEvent, PoolKind, PoolWork, TasksWork } from '../src/session/index.ts';
import { MESSAGE } from '../src/session/wire.ts';
import { type Letter, type Network, all } from './sessionNetwork.ts';

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

/** A signature that a seat's own key makes, whatever its sign-once store says. */
export function signAs<T>(network: Network, seat: number, struct: Struct<T>, record: T): Uint8Array {
  const { chainId, tasksAddress } = network.facts[seat] as Network['facts'][number];
  const bytes = fromHex(digest({ chainId, verifyingContract: tasksAddress }, struct, record)) as Uint8Array;
  return sign(bytes, (network.keys[seat] as SigningKey).privateKey);
}

/** Of the first contributions to keys that seat 3 gives seat 0: another one, well signed, to the set {1} than seat 2 is given. */
export function otherContribution(network: Network, { from, to, bytes }: Letter): Uint8Array | undefined {
  const attempt = bytes[34] as number;
  if (from !== 3 || to !== 0 || bytes[0] !== MESSAGE.keyContribution || attempt !== 0) return undefined;
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let k = 0; k < view.getUint16(35); k++) {
    const at = 37 + k * 100;
    if (view.getUint32(at) !== 0b0010) continue;
    copy[at + 4] = (copy[at + 4] as number) ^ 1;
    const contributionHash = toHex(hashOf('enigma.session.key-contribution.v1', copy.slice(at + 4, at + 36)));
    const { committeeId } = network.facts[3] as Network['facts'][number];
    const record = { committeeId, attempt, set: 0b0010, seat: 3, contributionHash };
    copy.set(signAs(network, 3, KEY_CONTRIBUTION, record), at + 36);
  }
  return copy;
}
