// A call with a value and a callback, on real nodes: where the value goes, who is told what, and how a callee that did not take it is told again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeModule, moduleBuilder, scalarRefs } from '@enigma/bytecode';
import { isClientError, type CallTerms } from '@enigma/client';
import { generateSigningKey, type Hex } from '@enigma/crypto';
import { contractAccountOf, digest, RESULT_STATUS, TASK } from '@enigma/protocol';
import { deployed, drive } from './support/calls.ts';

const { u64 } = scalarRefs;
const callee: Hex = `0x${'ca'.repeat(20)}`;
const terms: CallTerms = { gasLimit: 10_000_000n, gasPrice: 1n, tip: 1000n, windowSeconds: 600 };

/** tell(amount) reveals it, unless it is asked to fail; take() keeps and returns what it is paid. */
function teller(): Uint8Array {
  const m = moduleBuilder();
  const told = m.release('reveal', 'the amount');
  const refused = m.error('refused', []);
  m.function(
    {
      name: 'tell',
      kind: 'call',
      params: [
        { name: 'amount', type: u64, label: 's' },
        { name: 'limit', type: u64, label: 'p' },
      ],
      results: [{ type: u64, label: 'p' }],
    },
    (r, [amount, limit]) => {
      r.require(r.emit('lt', [limit!, r.constant(u64, 100n)]), refused);
      return [r.reveal(told, amount!)];
    },
  );
  const paid = m.field('paid', 'state', u64, 'p');
  m.function({ name: 'take', kind: 'call', params: [], results: [{ type: u64, label: 'p' }] }, (r) => {
    r.set(paid, r.context('value'));
    return [r.get(paid)];
  });
  return encodeModule(m.finish());
}

test('a callee is told what is opened for everyone; one that does not take it is told again by anyone; the value is the contract’s', async () => {
  const told: { readonly target: Hex; readonly output: Hex }[] = [];
  let takes = false;
  const { world, contract } = await deployed('callback', teller(), {
    calleeTakes: (target, _, output) => {
      told.push({ target, output });
      return takes;
    },
  });
  const sender = generateSigningKey(world.schedule.random);
  const ours = contractAccountOf(contract.contractId);
  const callback = { target: callee, gas: 100_000 };
  const call = await drive(
    world,
    contract.call('tell', { ...terms, args: [0x0102n, 1n], sender, value: 7_000n, callback }),
  );
  assert.equal((await contract.callback(call)).status, 'waiting');
  await assert.rejects(contract.retryCallback(call), (error) => isClientError(error, 'NO_CALLBACK'));
  const settled = await drive(world, contract.waitForTask(call, { until: 'opened' }));
  assert.equal(await world.funder.availableOf(ours), 7_000n);
  const state = await contract.callback(settled);
  assert.deepEqual([state.status, told], ['owed', [{ target: callee, output: '0x0201000000000000' }]]);

  // The callee still refuses, then comes to its senses; any account may tell it.
  const stranger = world.port(`0x${'5a'.repeat(20)}`);
  assert.equal((await drive(world, contract.retryCallback(call.taskId, stranger))).status, 'owed');
  takes = true;
  assert.equal((await drive(world, contract.retryCallback(call.taskId, stranger))).status, 'done');
  assert.equal(told.length, 3);
  await assert.rejects(contract.retryCallback(call), (error) => isClientError(error, 'NO_CALLBACK'));

  // A function that stops: nobody is told, and the value is the payer's again.
  const before = await world.funder.availableOf(world.funder.account);
  const failing = await drive(
    world,
    contract.call('tell', { ...terms, args: [5n, 100n], sender, value: 7_000n, callback }),
  );
  const failed = await drive(world, contract.waitForTask(failing));
  assert.equal(failed.result.status, RESULT_STATUS.REVERT);
  assert.equal(await world.funder.availableOf(ours), 7_000n);
  const spent = failed.result.gasUsed + 750n;
  assert.ok(
    before - (await world.funder.availableOf(world.funder.account)) <= spent + 1n,
    'fee and tip, not the value',
  );
  assert.equal((await contract.callback(failed)).status, 'waiting');
  assert.equal(told.length, 3);
});

test('a function reads what it is paid, all of it: more than it can read ends the call, and is the payer’s again', async () => {
  const { world, contract } = await deployed('paid', teller());
  const most = 2n ** 64n - 1n;
  await world.send(world.funder, { name: 'deposit', to: world.funder.account, amount: 4n * most });
  const ours = contractAccountOf(contract.contractId);
  for (const value of [0n, 7_000n, most]) {
    const settled = await drive(
      world,
      contract.waitForTask(await drive(world, contract.call('take', { ...terms, value }))),
    );
    assert.equal((await drive(world, contract.openOutput(settled))).value, value);
    assert.equal((await drive(world, contract.state())).fields['paid'], value);
  }
  assert.equal(await world.funder.availableOf(ours), 7_000n + most);
  await assert.rejects(drive(world, contract.call('take', { ...terms, value: most + 1n })), (error) =>
    isClientError(error, 'BAD_ARGUMENT'),
  );
  // By a client that is not ours.
  const call = await drive(world, contract.sealCall('take', terms));
  const header = { ...call.header, value: most + 1n };
  const domain = { chainId: world.funder.chainId, verifyingContract: world.funder.tasks };
  const before = await world.funder.availableOf(world.funder.account);
  const task = await drive(world, contract.sendCall({ ...call, header, taskId: digest(domain, TASK, header) }));
  const { result } = await drive(world, contract.waitForTask(task));
  assert.deepEqual([result.status, result.code], [RESULT_STATUS.BAD_INPUT, 0xff04]);
  assert.ok(before - (await world.funder.availableOf(world.funder.account)) < 3_000n, 'fee and tip, not the value');
  assert.equal(await world.funder.availableOf(ours), 7_000n + most);
});

test('a callback or value that no chain takes is refused before anything is sent', async () => {
  const { world, contract } = await deployed('bad callback', teller());
  const sender = generateSigningKey(world.schedule.random);
  const failing = async (given: Partial<CallTerms>): Promise<void> =>
    assert.rejects(drive(world, contract.call('tell', { ...terms, args: [1n, 1n], sender, ...given })), (error) =>
      isClientError(error, 'BAD_ARGUMENT'),
    );
  await failing({ value: -1n });
  await failing({ value: 1n << 128n });
  await failing({ callback: { target: callee, gas: 0 } });
  await failing({ callback: { target: callee, gas: 1_000_001 } });
  await failing({ callback: { target: `0x${'00'.repeat(20)}`, gas: 1 } });
  await failing({ callback: { target: '0xca', gas: 1 } });
  // The protocol's own contracts are nobody's callee.
  await assert.rejects(
    drive(
      world,
      contract.call('tell', {
        ...terms,
        args: [1n, 1n],
        sender,
        callback: { target: world.funder.tasks, gas: 100_000 },
      }),
    ),
    (error) => isClientError(error, 'CHAIN_REFUSED'),
  );
});
