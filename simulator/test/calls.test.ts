// Calls through the client's own code against real nodes: secret arguments, state that lives on, an answer for the caller alone, a relayer who pays.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeModule, moduleBuilder, scalarRefs, trapCodes, WHOLE_BODY } from '@enigma/bytecode';
import { isClientError, memoryJournal, type CallTerms, type ClientErrorCode } from '@enigma/client';
import { fromHex, generateSigningKey, keccak256, toHex, type Hex } from '@enigma/crypto';
import { digest, RESULT_STATUS, signRecord, TASK } from '@enigma/protocol';
import { auction, deployed, drive, terms } from './support/calls.ts';

const { u64 } = scalarRefs;

/** put(amount) keeps it; mine() sends its caller what is kept, and returns nothing. */
function keeper(): Uint8Array {
  const m = moduleBuilder();
  const kept = m.field('kept', 'state', u64, 's');
  const told = m.release('send', 'what is kept');
  m.function({ name: 'put', kind: 'call', params: [{ name: 'amount', type: u64, label: 's' }] }, (r, [amount]) => {
    r.set(kept, amount as NonNullable<typeof amount>);
    return [];
  });
  m.function({ name: 'mine', kind: 'call', params: [] }, (r) => {
    r.send(told, r.context('sender'), r.get(kept));
    return [];
  });
  return encodeModule(m.finish());
}

test('bids of three callers, an answer for each alone, and the price for everyone', async () => {
  const { world, contract } = await deployed('calls', auction());
  const callers = Array.from({ length: 3 }, () => generateSigningKey(world.schedule.random));
  const answers: unknown[] = [];
  for (const [i, amount] of [50n, 80n, 2n ** 64n - 1n].entries()) {
    const sender = callers[i] as (typeof callers)[number];
    const task = await drive(world, contract.call('bid', { ...terms, args: [amount], sender }));
    const settled = await drive(world, contract.waitForTask(task));
    assert.equal(settled.result.status, 1);
    answers.push((await drive(world, contract.openOutput(settled, { sender }))).value);
    // Another may verify that it ran, and learns nothing of what came out.
    assert.equal((await drive(world, contract.openOutput(settled))).value, undefined);
    const stranger = callers[(i + 1) % 3] as (typeof callers)[number];
    await assert.rejects(drive(world, contract.openOutput(settled, { sender: stranger })), (error) =>
      isClientError(error, 'WRONG_KEY'),
    );
  }
  assert.deepEqual(answers, [true, true, true]);
  const task = await drive(world, contract.call('settle', terms));
  const settled = await drive(world, contract.waitForTask(task));
  assert.equal((await drive(world, contract.openOutput(settled))).value, 2n ** 64n - 1n);
});

test('a relayer sends and pays a call that its sender signed; an argument cannot be changed on the way, nor sent twice', async () => {
  const { world, contract } = await deployed('relayed', auction());
  const sender = generateSigningKey(world.schedule.random);
  const call = await drive(world, contract.sealCall('bid', { ...terms, args: [7n], sender }));
  const forged = { ...call, body: `${call.body.slice(0, -2)}${call.body.endsWith('00') ? '01' : '00'}` as Hex };
  await assert.rejects(drive(world, contract.sendCall(forged)), (error) => isClientError(error, 'CHAIN_REFUSED'));
  const task = await drive(world, contract.sendCall(call));
  assert.equal(task.header.sender, sender.address);
  assert.equal(task.header.payer, world.funder.account);
  await assert.rejects(drive(world, contract.sendCall(call)), (error) => isClientError(error, 'CHAIN_REFUSED'));
  const settled = await drive(world, contract.waitForTask(task));
  assert.equal((await drive(world, contract.openOutput(settled, { sender }))).value, true);
});

test('a relayer sends many calls at once: a wrong one is skipped, says why, and takes no other with it', async () => {
  const { world, contract } = await deployed('many', auction());
  const senders = Array.from({ length: 3 }, () => generateSigningKey(world.schedule.random));
  const calls = [];
  for (const [i, sender] of senders.entries())
    calls.push(await drive(world, contract.sealCall('bid', { ...terms, args: [BigInt(10 * i + 10)], sender })));
  const [first, second, third] = calls;
  assert.ok(first && second && third);
  const unsigned = { ...second, senderSig: first.senderSig };
  const sent = await drive(world, contract.sendCalls([first, unsigned, third, first]));
  assert.deepEqual(
    sent.map((one) => (one.sent ? 'sent' : one.reason)),
    ['sent', 'BadSenderSignature', 'sent', 'NonceUsed'],
  );
  for (const [at, sender] of [senders[0], undefined, senders[2]].entries()) {
    const one = sent[at];
    if (!one?.sent || sender === undefined) continue;
    const settled = await drive(world, contract.waitForTask(one.task));
    assert.equal((await drive(world, contract.openOutput(settled, { sender }))).value, true);
  }
});

test('a call that lacks an argument or its sender, or has a wrong one, is refused before anything is sent', async () => {
  const { world, contract } = await deployed('refused', auction());
  const sender = generateSigningKey(world.schedule.random);
  const failing = async (given: Partial<CallTerms>, code: ClientErrorCode): Promise<void> =>
    assert.rejects(drive(world, contract.call('bid', { ...terms, ...given })), (error) => isClientError(error, code));
  await failing({ sender }, 'BAD_ARGUMENT');
  await failing({ sender, args: [2n ** 64n] }, 'BAD_ARGUMENT');
  await failing({ sender, args: ['50'] }, 'BAD_ARGUMENT');
  await failing({ args: [5n] }, 'WRONG_KEY');
  await failing({ sender, args: [5n], nonce: 3n }, 'BAD_ARGUMENT');
  const journal = memoryJournal();
  await drive(world, contract.sealCall('bid', { ...terms, sender, args: [5n], nonce: 3n, journal }));
  await failing({ sender, args: [6n], nonce: 3n, journal }, 'MASK_USED');
});

test('a body that no client of ours would make ends its task BAD_INPUT, and the next task goes on', async () => {
  const { world, contract } = await deployed('bad input', auction());
  const sender = generateSigningKey(world.schedule.random);
  const call = await drive(world, contract.sealCall('bid', { ...terms, args: [7n], sender }));
  const body: Hex = `${call.body}00`;
  const header = { ...call.header, bodyHash: toHex(keccak256(fromHex(body) ?? new Uint8Array())) };
  const domain = { chainId: world.funder.chainId, verifyingContract: world.funder.tasks };
  const taskId = digest(domain, TASK, header);
  const senderSig = signRecord(domain, TASK, header, sender.privateKey);
  const task = await drive(world, contract.sendCall({ ...call, header, body, taskId, senderSig }));
  const settled = await drive(world, contract.waitForTask(task));
  assert.deepEqual([settled.result.status, settled.result.code], [RESULT_STATUS.BAD_INPUT, WHOLE_BODY]);
  await assert.rejects(drive(world, contract.openOutput(settled, { sender })), (error) =>
    isClientError(error, 'TASK_BAD_INPUT'),
  );
  const next = await drive(world, contract.call('settle', terms));
  const after = await drive(world, contract.waitForTask(next));
  assert.equal((await drive(world, contract.openOutput(after))).value, 0n);
});

test('what a function sends its caller on the way opens for him alone', async () => {
  const { world, contract } = await deployed('sent', keeper());
  const sender = generateSigningKey(world.schedule.random);
  await drive(world, contract.waitForTask(await drive(world, contract.call('put', { ...terms, args: [41n], sender }))));
  const task = await drive(world, contract.call('mine', { ...terms, sender }));
  const settled = await drive(world, contract.waitForTask(task));
  assert.deepEqual((await drive(world, contract.openOutput(settled, { sender }))).sent, [41n]);
  assert.deepEqual((await drive(world, contract.openOutput(settled))).sent, []);
});

test('a task that leaves its caller more than a receipt can carry, or everyone more than an answer, ends alone, changes nothing, and ends no node', async () => {
  const m = moduleBuilder();
  const row = m.arrayType(u64, 200);
  const kept = m.field('kept', 'state', row, 's');
  const calls = m.field('calls', 'state', u64, 'p');
  for (const count of [1, 2])
    m.function({ name: `tell${count}`, kind: 'call', params: [], results: [] }, (r) => {
      r.set(calls, r.emit('add', [r.get(calls), r.constant(u64, 1n)]));
      for (let at = 0; at < count; at++) {
        const told = m.release('send', `row ${at} of ${count}`);
        r.send(told, r.context('sender'), r.get(kept));
      }
      return [];
    });
  const list = m.vectorType(u64);
  m.function({ name: 'list', kind: 'call', params: [], results: [{ type: list, label: 'p' }] }, (r) => {
    r.set(calls, r.emit('add', [r.get(calls), r.constant(u64, 1n)]));
    return [r.emit('vec.fill', [r.constant(u64, 7n), r.constant(scalarRefs.u32, 200_000n)], [list])];
  });
  const { world, contract } = await deployed('too long', encodeModule(m.finish()));
  const sender = generateSigningKey(world.schedule.random);
  const ends: unknown[] = [];
  for (const fn of ['tell2', 'list', 'tell1']) {
    const task = await drive(world, contract.call(fn, { ...terms, sender }));
    const { result } = await drive(world, contract.waitForTask(task));
    ends.push([result.status, result.code, (await drive(world, contract.state())).fields['calls']]);
  }
  assert.deepEqual(ends, [
    [RESULT_STATUS.REVERT, trapCodes.length, 0n],
    [RESULT_STATUS.REVERT, trapCodes.length, 0n],
    [RESULT_STATUS.OK, 0, 1n],
  ]);
});

test('a result opens also after every node has started again: each shows the signature that it gave', async () => {
  const { world, contract } = await deployed('restarted', auction());
  const sender = generateSigningKey(world.schedule.random);
  const task = await drive(world, contract.call('bid', { ...terms, args: [60n], sender }));
  const settled = await drive(world, contract.waitForTask(task));
  await world.run(() => false, 20_000);
  for (const node of world.nodes) world.crash(node);
  for (const node of world.nodes) world.start(node);
  await world.run(() => false, 5_000);
  const opened = await drive(world, contract.openOutput(settled, { sender }));
  assert.equal(opened.value, true);
  assert.ok(opened.proof.signers.length >= 3);
});
