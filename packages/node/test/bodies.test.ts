// A seat's bodies on a disk of their own: what fills it, and what a body that comes late is good for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat, fromHex, generateSigningKey, keccak256, seededRandom, toHex, u32be, u8, uintBE } from '@enigma/crypto';
import { digest, signRecord, TASK, type Task } from '@enigma/protocol';
import { createBodies, type Bodies } from '../src/bodies.ts';
import { createMemoryStore, noFailpoints, type MemoryStore } from '../src/index.ts';
import { askPauseMs, bodiesBytesMax, bodyRecordBytes, bodyWaitBlocks } from '../src/limits.ts';
import { createSigner } from '../src/signer.ts';
import type { TaskView } from '../src/view.ts';
import type { Watch } from '../src/watch.ts';
import { settled } from './cheats/cheat.ts';

const caller = generateSigningKey(seededRandom('caller'));
const body = new Uint8Array([1, 2, 3]);
const now = 1_000_000;

const most = Math.floor(bodiesBytesMax / (bodyRecordBytes + body.length));

interface Room {
  readonly bodies: Bodies;
  readonly store: MemoryStore;
  readonly sent: number[];
  /** Every write. */
  readonly puts: string[];
  header(nonce: bigint, deadline?: number): Task;
  take(header: Task): ReturnType<Bodies['take']>;
  /** The next task of the contract, without a body in its creation. */
  create(header: Task, facts: Partial<TaskView>): TaskView;
  step(finalizedNumber: bigint, latestTime?: number): void;
}

/** A seat's bodies, beside as many of other callers as fit, less `free`, where that is given. */
async function room(free?: number): Promise<Room> {
  const { seat, world, election } = await settled();
  const known = seat.host.contract.tasks.get(0n);
  const watch = world.nodes[0]?.node?.watch();
  assert.ok(known !== undefined && watch !== undefined);
  const memory = createMemoryStore();
  const [puts, sent]: [string[], number[]] = [[], []];
  const store = {
    ...memory,
    put(name: string, bytes: Uint8Array) {
      puts.push(name);
      memory.put(name, bytes);
    },
  };
  const contract = { ...seat.host.contract, tasks: new Map<bigint, TaskView>() };
  const signer = createSigner(generateSigningKey(seededRandom('a seat')), store, noFailpoints);
  const prefix = `committee/${seat.host.committee.committeeId}/body/`;
  for (let other = 0; free !== undefined && other < most - free; other++)
    memory.put(`${prefix}${toHex(keccak256(u32be(other)))}`, concat(uintBE(now + 600, 5), body));
  const bodies = createBodies({ ...seat.host, contract, store, signer, send: (to) => void sent.push(to) });
  const { domain } = election.terms;
  return {
    bodies,
    store,
    sent,
    puts,
    header: (nonce, deadline = now + 600) => ({
      ...known.header,
      sender: caller.address,
      bodyHash: toHex(keccak256(body)),
      nonce,
      deadline,
    }),
    take: (header) => bodies.take(header, body, signRecord(domain, TASK, header, caller.privateKey), now),
    create(header, facts) {
      const seq = BigInt(contract.tasks.size);
      const taskId = digest(domain, TASK, header);
      const task: TaskView = {
        ...known,
        taskId,
        seq,
        header,
        body: '0x',
        logged: undefined,
        ackedAt: undefined,
        ...facts,
      };
      contract.tasks.set(seq, task);
      return task;
    },
    step: (finalizedNumber, latestTime = now) =>
      bodies.step({ ...watch, finalizedNumber, latestTime } satisfies Watch, 0),
  };
}

test('many small bodies fill the room as few large ones do, and leave nothing when their time is over', async () => {
  const { header, take, step, store } = await room(1);
  const last = take(header(0n));
  assert.ok(last.ok);
  const more = take(header(1n));
  assert.ok(!more.ok && more.code === 'BUSY');
  assert.deepEqual(take(header(0n)), last, 'the same again');
  const { domain } = (await settled()).election.terms;
  assert.equal(store.signed(`ack/${digest(domain, TASK, header(0n))}`), undefined);
  step(0n, now + 601);
  assert.deepEqual(store.names(''), []);
  assert.ok(take(header(1n)).ok);
});

test('bodies of tasks that are on chain leave the room to others', async () => {
  const { header, take, step, create } = await room(1);
  assert.ok(take(header(0n)).ok);
  assert.ok(!take(header(1n)).ok);
  create(header(0n), { blockNumber: 10n });
  create(header(1n), { blockNumber: 10n });
  step(10n);
  assert.ok(take(header(1n)).ok, 'its task is paid for');
  assert.ok(take(header(2n)).ok, 'in place of the first');
  assert.ok(!take(header(3n)).ok);
});

test('a body that was posted before anybody looked is the task’s, as one in calldata', async () => {
  const { header, step, create, bodies } = await room();
  const task = create(header(0n), { blockNumber: 10n, logged: { body: toHex(body), blockNumber: 11n } });
  step(12n);
  assert.equal(task.body, toHex(body));
  assert.ok(bodies.ready(task, 12n));
});

test('acknowledged, and lost by those who said so: a body that is posted late lets the task run', async () => {
  const { header, step, create, bodies } = await room();
  const until = 10n + bodyWaitBlocks;
  const task = create(header(0n), { blockNumber: 10n, ackedAt: 10n });
  step(until + 1n);
  assert.ok(!bodies.ready(task, until + 1n));
  task.logged = { body: toHex(body), blockNumber: until + 2n };
  step(until + 3n);
  assert.equal(task.body, toHex(body));
  assert.ok(bodies.ready(task, until + 3n));
  // Of one that nobody acknowledged the end was decided before.
  const late = create(header(1n), { blockNumber: 10n, logged: { body: toHex(body), blockNumber: until + 2n } });
  step(until + 3n);
  assert.equal(late.body, '0x');
  assert.ok(bodies.ready(late, until + 3n));
});

test('a body that is here is neither asked for nor written again, however often a peer sends it', async () => {
  const { header, step, create, bodies, take, puts, sent } = await room();
  assert.ok(take(header(0n)).ok);
  const task = create(header(0n), { blockNumber: 10n });
  step(10n);
  assert.equal(bodies.ready(task, 10n), false);
  assert.deepEqual(sent, []);
  const told = concat(u8(2), fromHex(task.taskId) ?? new Uint8Array(), u32be(body.length), body);
  for (let times = 0; times < 3; times++) bodies.receive(1, told, times * askPauseMs);
  assert.equal(puts.length, 1);
});
