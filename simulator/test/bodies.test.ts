// Bodies that stay off chain, through the client's own code against real nodes: acknowledged and computed, passed on to a seat that was not asked, kept over a crash; one that nobody has stands in
// nobody's way for long. And a share whose signature came late.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, type ContractHandle } from '@enigma/client';
import { fromHex, generateSigningKey, type Hex } from '@enigma/crypto';
import { decodeRecord, RESULT_STATUS, TASK, type EventName, type EventOf } from '@enigma/protocol';
import type { World } from '../src/world.ts';
import { auction, deployed, drive, portsOf, terms } from './support/calls.ts';

async function eventsOf<N extends EventName>(world: World, name: N): Promise<readonly EventOf<N>[]> {
  const latest = await world.funder.latest();
  const logs = await world.funder.events(0n, latest.number);
  return logs.flatMap(({ event }) => (event.name === name ? [event as unknown as EventOf<N>] : []));
}

/** The contract through ports of which these nodes cannot be reached. */
async function without(world: World, contract: ContractHandle, away: readonly number[]): Promise<ContractHandle> {
  const ports = portsOf(world);
  const handle = connect({
    ...ports,
    transport: (url, request) =>
      away.some((node) => url.startsWith(`sim://${node}/body`))
        ? Promise.reject(new Error('unreachable'))
        : ports.transport(url, request),
  });
  return drive(world, handle.contract(contract.contractId));
}

test('a body stays with the nodes: the chain sees who has it, all compute, and the caller has his answer', async () => {
  const { world, contract } = await deployed('off chain', auction());
  const passed = new Set<string>();
  for (const one of world.nodes) one.failpoint = (name) => void passed.add(name);
  const sender = generateSigningKey(world.schedule.random);
  const task = await drive(world, contract.call('bid', { ...terms, args: [60n], sender, offChain: true }));
  const [created] = await eventsOf(world, 'TaskCreated');
  assert.equal(created?.body, '0x');
  const [acked] = await eventsOf(world, 'BodyAcked');
  assert.equal(acked?.taskId, task.taskId);
  assert.deepEqual(
    ['body.store.a', 'body.store.c'].filter((name) => !passed.has(name)),
    [],
  );
  const settled = await drive(world, contract.waitForTask(task));
  assert.equal(settled.result.status, RESULT_STATUS.OK);
  assert.equal((await drive(world, contract.openOutput(settled, { sender }))).value, true);
});

test('T + 1 seats have a body: the others ask them, also after a crash, and all hold the new state', async () => {
  const { world, contract } = await deployed('passed on', auction());
  const sender = generateSigningKey(world.schedule.random);
  const two = await without(world, contract, [2, 3]);
  const sealed = await drive(world, two.sealCall('bid', { ...terms, args: [60n], sender }));
  const given = await drive(world, two.giveBody(sealed));
  assert.ok(given.acks !== undefined);
  for (const at of [0, 1]) {
    const node = world.nodes[at];
    assert.ok(node);
    world.crash(node);
    world.start(node);
  }
  const settled = await drive(world, contract.waitForTask(await drive(world, contract.sendCall(given))));
  assert.equal(settled.result.status, RESULT_STATUS.OK);
  assert.equal(settled.bitmap, 0b1111);
  const state = (at: number): bigint | undefined =>
    world.nodes[at]?.node?.seatOf(contract.contractId)?.state()?.version;
  assert.ok(await world.run(() => [0, 1, 2, 3].every((at) => state(at) === state(0)), 60_000));
  assert.equal((await drive(world, contract.openOutput(settled, { sender }))).value, true);
});

test('a seat that was given a body makes it a task without it: it is the caller’s all the same, and is computed', async () => {
  const { world, contract } = await deployed('in between', auction());
  const sender = generateSigningKey(world.schedule.random);
  await world.send(world.funder, { name: 'deposit', to: sender.address, amount: 100_000_000n });
  const ports = portsOf(world);
  let stolen = false;
  const handle = await drive(
    world,
    connect({
      ...ports,
      async transport(url, request) {
        const answer = await ports.transport(url, request);
        if (!url.endsWith('/body') || stolen) return answer;
        stolen = true;
        const asked = JSON.parse(request.body ?? '') as { header: Hex; senderSig: Hex };
        const header = decodeRecord(TASK, fromHex(asked.header) ?? new Uint8Array());
        assert.ok(header.ok);
        const order = { header: header.value, body: '0x', senderSig: asked.senderSig, payerSig: '0x' } as const;
        await ports.chain.submit({ name: 'create', ...order });
        return answer;
      },
    }).contract(contract.contractId),
  );
  const given = { ...terms, args: [60n], sender, payer: sender.address, offChain: true };
  const task = await drive(world, handle.call('bid', given));
  assert.ok(stolen);
  const [created] = await eventsOf(world, 'TaskCreated');
  assert.deepEqual([created?.taskId, created?.body], [task.taskId, '0x']);
  const settled = await drive(world, contract.waitForTask(task));
  assert.equal(settled.result.status, RESULT_STATUS.OK);
  assert.equal((await drive(world, contract.openOutput(settled, { sender }))).value, true);
});

test('too few seats take a body: a short one goes to the chain', async () => {
  const { world, contract } = await deployed('calldata', auction());
  const sender = generateSigningKey(world.schedule.random);
  const one = await without(world, contract, [1, 2, 3]);
  const task = await drive(world, one.call('bid', { ...terms, args: [60n], sender, offChain: true }));
  assert.notEqual((await eventsOf(world, 'TaskCreated'))[0]?.body, '0x');
  assert.equal((await drive(world, contract.waitForTask(task))).result.status, RESULT_STATUS.OK);
});

test('a task without a body that nobody posts ends BAD_INPUT after some blocks, and the next goes on', async () => {
  const { world, contract } = await deployed('no body', auction());
  const sender = generateSigningKey(world.schedule.random);
  const sealed = await drive(world, contract.sealCall('bid', { ...terms, args: [60n], sender }));
  const { header, senderSig } = sealed;
  const created = await world.send(world.funder, { name: 'create', header, body: '0x', senderSig, payerSig: '0x' });
  assert.ok(created.ok);
  const next = await drive(world, contract.call('settle', terms));
  const task = await drive(world, contract.waitForTask(sealed.taskId));
  assert.deepEqual([task.result.status, task.result.code], [RESULT_STATUS.BAD_INPUT, 0xff03]);
  assert.ok(task.settledBlock - task.blockNumber < 24n, 'long before its deadline');
  assert.equal((await drive(world, contract.waitForTask(next))).result.status, RESULT_STATUS.OK);
});

test('a posted body is as good as one in calldata', async () => {
  const { world, contract } = await deployed('posted', auction());
  const sender = generateSigningKey(world.schedule.random);
  const sealed = await drive(world, contract.sealCall('bid', { ...terms, args: [60n], sender }));
  const { header, senderSig } = sealed;
  await world.send(world.funder, { name: 'create', header, body: '0x', senderSig, payerSig: '0x' });
  await world.run(() => false, 4_000);
  await drive(world, contract.postBody({ header }, sealed.body));
  const settled = await drive(world, contract.waitForTask(sealed.taskId));
  assert.equal(settled.result.status, RESULT_STATUS.OK);
  assert.equal((await drive(world, contract.openOutput(settled, { sender }))).value, true);
});

test('a task and its posted body become final together: to seats that were away they are one event', async () => {
  const { world, contract } = await deployed('posted at once', auction());
  const sender = generateSigningKey(world.schedule.random);
  const sealed = await drive(world, contract.sealCall('bid', { ...terms, args: [60n], sender }));
  const { header, body, senderSig } = sealed;
  for (const node of world.nodes) world.crash(node);
  await world.send(world.funder, { name: 'create', header, body: '0x', senderSig, payerSig: '0x' });
  await drive(world, contract.postBody({ header }, body));
  await world.run(() => false, 10_000);
  for (const node of world.nodes) world.start(node);
  const settled = await drive(world, contract.waitForTask(sealed.taskId));
  assert.equal(settled.result.status, RESULT_STATUS.OK);
});

test('a seat that was away at the settlement follows, and claims its share on its own signature', async () => {
  const { world, contract } = await deployed('late', auction());
  const sender = generateSigningKey(world.schedule.random);
  await drive(world, contract.waitForTask(await drive(world, contract.call('bid', { ...terms, args: [60n], sender }))));
  const away = world.nodes[3];
  assert.ok(away);
  world.crash(away);
  const task = await drive(world, contract.call('bid', { ...terms, args: [70n], sender }));
  const settled = await drive(world, contract.waitForTask(task));
  const seat = contract.committee.seats.find(({ node }) => node === 3)?.seat ?? -1;
  assert.equal((settled.bitmap >>> seat) & 1, 0);
  world.start(away);
  let claimed: readonly EventOf<'LateClaimed'>[] = [];
  world.blocks.push((logs) => {
    for (const { event } of logs) if (event.name === 'LateClaimed') claimed = [...claimed, event];
  });
  assert.ok(await world.run(() => claimed.length > 0, 120_000), 'it claims');
  assert.deepEqual([claimed[0]?.receiptDigest, claimed[0]?.seat, claimed[0]?.node], [settled.receiptDigest, seat, 3]);
  assert.equal(claimed[0]?.amount, (settled.result.gasUsed * terms.gasPrice) / 4n);
  await world.run(() => false, 60_000);
  assert.equal(claimed.length, 1, 'once');
});

test('a seat acknowledges a body and has it no more: another that keeps its word passes it on, and the task is computed', async () => {
  const { world, contract } = await deployed('acking liar', auction());
  const sender = generateSigningKey(world.schedule.random);
  const two = await without(world, contract, [2, 3]);
  const given = await drive(
    world,
    two.giveBody(await drive(world, two.sealCall('bid', { ...terms, args: [60n], sender }))),
  );
  assert.ok(given.acks !== undefined);
  const liar = world.nodes[0];
  assert.ok(liar);
  world.crash(liar);
  for (const name of liar.store.names(`committee/${contract.committee.committeeId}/body/`)) liar.store.delete(name);
  world.start(liar);
  // And says nothing of bodies any more.
  world.network.tamper = (from, _to, payload) => (from === 0 && payload[32] === BODIES_CHANNEL ? [] : [payload]);
  const settled = await drive(world, contract.waitForTask(await drive(world, contract.sendCall(given))));
  assert.equal(settled.result.status, RESULT_STATUS.OK);
  assert.equal((await drive(world, contract.openOutput(settled, { sender }))).value, true);
});

/** After the committee's id. */
const BODIES_CHANNEL = 2;
