// A seat loses its disk in the middle of a contract's life, is repaired, and is then really needed: with another seat down no task computes without it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lagrangeAtZero, P, utf8 } from '@enigma/crypto';
import type { Protocol } from '@enigma/mpc';
import type { MachineOptions } from '@enigma/mpc/session';
import { answerRequest, type FailpointStep } from '@enigma/node';
import { API_PATH, RECEIPT_KIND, type NodeInfo } from '@enigma/protocol';
import { Crash, type SimulatedNode } from '../src/world.ts';
import { deployed, drive, SMALL } from './support/calls.ts';
import { add, loseDisk, nodeAt, sealed, seatOf, serves, stateOf, sum, total } from './support/repair.ts';

const repairMs = 300_000;
/** Every point of a repair, and a seat repaired twice, with ENIGMA_KILL=all: two minutes. */
const all = process.env['ENIGMA_KILL'] === 'all';

test('(4,1): superseded, repaired, and needed: the next tasks are right with another seat down, a call sealed before the loss among them', async () => {
  const { world, contract } = await deployed('repair', sum());
  await add(world, contract, 40n);
  const early = await sealed(world, contract, 1n);
  assert.ok(await world.run(() => world.nodes.every((node) => seatOf(node)?.state()?.version === 1n), 60_000));
  const before = nodeAt(world, 0).store.snapshot();
  const committeeId = seatOf(nodeAt(world, 0))?.host.committee.committeeId;
  const shareOf = (node: SimulatedNode): bigint => seatOf(node)?.state()?.shares[0] ?? -1n;
  const pointOf = (node: SimulatedNode): bigint => BigInt((seatOf(node)?.host.seat ?? -1) + 1);
  const old = world.nodes.map(shareOf);
  const lost = loseDisk(world, 2);
  const superseded = (): boolean => ['Superseded', 'Repairing'].includes(stateOf(lost));
  assert.ok(await world.run(superseded, 20_000));
  assert.equal(lost.node?.ready().ready, false);
  const answer = (path: string): unknown =>
    lost.node && answerRequest(lost.node, { method: 'GET', path, body: utf8('') }).body;
  assert.deepEqual(answer(API_PATH.health), { live: true, degraded: true });
  assert.equal((answer(API_PATH.node) as NodeInfo).committees[0]?.serving, false);
  assert.equal(seatOf(lost)?.maskKeys().size, 0);
  assert.ok(await world.run(() => serves(world, 1), repairMs), 'it is repaired');
  // Old and new shares lie on independent lines, each of which has the value at 0: 40.
  const fresh = world.nodes.map(shareOf);
  const [a, b] = [nodeAt(world, 0), nodeAt(world, 1)];
  const [la, lb] = lagrangeAtZero([pointOf(a), pointOf(b)]) as [bigint, bigint];
  const at0 = (one: bigint | undefined, two: bigint | undefined): bigint => (la * (one ?? 0n) + lb * (two ?? 0n)) % P;
  assert.equal(at0(old[0], old[1]), 40n);
  assert.equal(at0(fresh[0], fresh[1]), 40n);
  assert.notEqual(at0(old[0], fresh[1]), 40n);
  assert.notEqual(at0(fresh[0], old[1]), 40n);
  // What belongs to the old keys is gone from every disk.
  const kept = /^(candidate|loss|body)\/|^position$/;
  const namesOf = (node: SimulatedNode): string[] =>
    node.store.names(`committee/${committeeId}/`).map((name) => name.slice(`committee/${committeeId}/`.length));
  assert.ok(before.names(`committee/${committeeId}/`).some((name) => !kept.test(name.slice(77))));
  for (const node of world.nodes)
    assert.deepEqual(
      namesOf(node).filter((name) => !kept.test(name)),
      [],
    );
  world.crash(nodeAt(world, 0));
  await drive(world, contract.waitForTask(await drive(world, contract.sendCall(early))));
  await add(world, contract, 1n);
  assert.equal(await total(world, contract), 42n);
  const repairs = seatOf(lost)?.host.contract.repairs.map(({ receipt }) => receipt);
  assert.deepEqual(
    repairs?.map(({ kind, count, anchor }) => [kind, count, anchor]),
    [[RECEIPT_KIND.REPAIR, 0, seatOf(lost)?.host.keysId]],
  );
});

test('one seat after another, and a task that runs while a disk is lost', async () => {
  const { world, contract } = await deployed('repairs', sum());
  await add(world, contract, 30n);
  for (const [count, index] of [1, 3, ...(all ? [1] : [])].entries()) {
    const task = await drive(world, contract.sendCall(await sealed(world, contract, count === 0 ? 8n : 4n)));
    loseDisk(world, index);
    assert.equal((await drive(world, contract.waitForTask(task))).result.status, 1, 'the task settles all the same');
    assert.ok(await world.run(() => serves(world, count + 1), repairMs), `repair ${count + 1}`);
  }
  world.crash(nodeAt(world, 0));
  assert.equal(await total(world, contract), all ? 46n : 42n);
});

test('(3,1): every seat is needed always, and a lost one gets its own share back from what the others keep', async () => {
  const { world, contract } = await deployed('three', sum(), { n: 3 });
  await add(world, contract, 40n);
  const lost = loseDisk(world, 1);
  assert.ok(await world.run(() => stateOf(lost) === 'Repairing', 60_000));
  assert.ok(await world.run(() => serves(world, 1), repairMs));
  await add(world, contract, 2n);
  assert.equal(await total(world, contract), 42n);
});

if (all)
  for (const name of ['repair.masks.a', 'session.open.c', 'checkpoint.sign.c', 'receipt.sign.c', 'state.promote.a'])
    test(`(3,1): death of the seat that is repaired at ${name}`, () => dies(name, 'lost', 3));

test('two of (4,1) lost at once are too many: it is said, and nobody computes', async () => {
  const { world, contract } = await deployed('two', sum());
  await add(world, contract, 40n);
  for (const index of [1, 2]) loseDisk(world, index);
  const impossible = (node: SimulatedNode): boolean =>
    world.logs.some((line) => line.node === node.index && line.code === 'repair.impossible');
  assert.ok(await world.run(() => [0, 3].every((index) => impossible(nodeAt(world, index))), 60_000));
  await world.run(() => false, 60_000);
  assert.deepEqual(
    world.nodes.map((node) => stateOf(node) === 'Serving'),
    [true, false, false, true],
  );
  assert.ok(world.nodes.every((node) => seatOf(node)?.host.contract.repairs.length === 0));
});

/** A survivor that opens another share of x − r than it has, alike to all, in the attempts before `until`. */
function liar(until: number): MachineOptions {
  return {
    ...SMALL,
    twist: function* twist(protocol: Protocol<unknown>, work, attempt) {
      let lies = work === 'tasks' && attempt < until;
      for (let answers: Parameters<typeof protocol.next>[0] = []; ;) {
        const state = protocol.next(answers);
        if (state.done) return state.value;
        answers = yield state.value.map((one) => {
          if (!lies || one.kind !== 'openField') return one;
          lies = false;
          const shares = one.shares.slice();
          shares[0] = (shares[0] as bigint) ^ 1n;
          return { ...one, shares };
        });
      }
    },
  };
}

test('a wrong share of x − r ends the attempt before it is used, and the next one repairs the true values', async () => {
  let lying = false;
  const { world, contract } = await deployed('wrong share', sum(), {
    machine: (index) => ({
      ...SMALL,
      twist: (protocol, work, attempt) =>
        lying && index === 3 ? (liar(1).twist?.(protocol, work, attempt) ?? protocol) : protocol,
    }),
  });
  await add(world, contract, 42n);
  lying = true;
  loseDisk(world, 1);
  assert.ok(await world.run(() => serves(world, 1), repairMs));
  lying = false;
  assert.ok(world.logs.some(({ code, facts }) => code === 'session.aborted' && 'keys' in facts));
  assert.equal(seatOf(nodeAt(world, 0))?.host.contract.repairs[0]?.receipt.attempt, 1);
  assert.equal(await total(world, contract), 42n);
});

/** Points of a repair, by who passes them: the seat that lost its disk, or another. */
const points: readonly (readonly [name: `${FailpointStep}.${string}`, who: 'lost' | 'survivor'])[] = [
  ['repair.claim.a', 'lost'],
  ['repair.claim.c', 'lost'],
  ['keys.contribute.a', 'survivor'],
  ['keys.contribute.c', 'lost'],
  ['keys.check.a', 'lost'],
  ['keys.check.c', 'survivor'],
  ['repair.masks.a', 'lost'],
  ['repair.masks.c', 'lost'],
  ['session.hello.c', 'survivor'],
  ['session.open.c', 'survivor'],
  ['checkpoint.sign.c', 'survivor'],
  ['session.record.a', 'survivor'],
  ['state.stage.a', 'lost'],
  ['state.stage.c', 'survivor'],
  ['receipt.sign.c', 'survivor'],
  ['settle.send.c', 'survivor'],
  ['state.promote.a', 'lost'],
  ['state.promote.c', 'survivor'],
  ['repair.erase.a', 'survivor'],
  ['repair.erase.b', 'lost'],
  ['repair.erase.c', 'survivor'],
];
for (const [name, who] of points) {
  if (!all && !['repair.claim.c', 'checkpoint.sign.c', 'state.promote.c'].includes(name)) continue;
  test(`death of ${who === 'lost' ? 'the seat that is repaired' : 'another seat'} at ${name}`, () =>
    dies(name, who, 4));
}

async function dies(name: string, who: 'lost' | 'survivor', n: number): Promise<void> {
  const { world, contract } = await deployed(`repair ${n} ${name}`, sum(), { n });
  await add(world, contract, 42n);
  const lost = loseDisk(world, 2);
  const victim = who === 'lost' ? lost : nodeAt(world, 1);
  let died = false;
  victim.failpoint = (point) => {
    if (point !== name || died) return;
    died = true;
    world.schedule.after(2_500, () => world.start(victim));
    throw new Crash(point);
  };
  assert.ok(await world.run(() => died && serves(world, 1), repairMs), 'it is repaired all the same');
  victim.failpoint = undefined;
  assert.ok(!world.logs.some(({ code }) => code === 'sign.refused'));
  if (n > 3) world.crash(nodeAt(world, 0));
  assert.equal(await total(world, contract), 42n);
}
