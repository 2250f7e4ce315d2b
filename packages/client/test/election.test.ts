// One election through the client among honest nodes and an honest chain; and what callers do wrong.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, isClientError, memoryJournal, type ClientErrorCode, type TaskStage } from '../src/index.ts';
import { admission, ballot, cast, CHOICES, program, start, startTallied, VOTES } from './support/election.ts';
import { keyOf, startNetwork } from './support/network.ts';

function failing(code: ClientErrorCode, text?: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(isClientError(error, code), `expected ${code}, got ${String(error)}`);
    assert.ok(error.next.length > 0);
    if (text !== undefined) assert.match(error.message, text);
    return true;
  };
}

test('from source to opened tally', async () => {
  const { network, voting } = await start();
  assert.equal(voting.committee.seats.length, 4);
  const entries = await cast(network, voting);
  const inbox = await voting.inbox();
  assert.equal(inbox.length, CHOICES.length);
  const found = await voting.findEntries(entries);
  assert.deepEqual(
    found.map((one) => one.inputId),
    inbox.map((one) => one.leaf),
  );
  const task = await voting.trigger('tally', { keeper: network.port(keyOf('keeper')) });
  const stages: TaskStage[] = [];
  const settled = await voting.waitForTask(task.taskId, { onProgress: ({ stage }) => stages.push(stage) });
  assert.deepEqual(stages, ['created', 'settled', 'final']);
  const opened = await voting.openOutput(settled);
  assert.deepEqual(opened.value, VOTES);
  assert.deepEqual(opened.proof.signers, [0, 1, 2]);
  assert.equal(opened.proof.degraded, false);
  assert.equal(opened.onChain, false);
  assert.deepEqual(opened.liars, []);
  network.openOnChain = true;
  await voting.waitForTask(task.taskId, { until: 'opened' });
  assert.equal((await voting.openOutput(settled)).onChain, true);
  const state = await voting.state();
  assert.equal(state.fields['candidates'], 4);
  assert.equal(state.inbox.next, BigInt(CHOICES.length));
});

test('a second keeper finds the task that the first made', async () => {
  const { network, voting } = await start();
  const first = await voting.trigger('tally', { keeper: network.port(keyOf('keeper')) });
  const second = await voting.trigger('tally', { keeper: network.port(keyOf('relayer')) });
  assert.equal(second.taskId, first.taskId);
});

test('deployment stages, and a contract read again by its id', async () => {
  const network = await startNetwork();
  const stages: string[] = [];
  const closes = network.chain.latest().number + 40n;
  const terms = {
    program,
    args: [4, closes],
    n: 4,
    T: 1,
    tenure: 9,
    salt: `0x${'02'.repeat(32)}`,
    price: 1n,
    schedules: { tally: { gasLimit: 5000n, gasPrice: 1n, tip: 0n, windowSeconds: 60 } },
  } as const;
  const voting = await connect(network.ports).deploy(terms, {
    abi: program.abi,
    onProgress: ({ stage }) => stages.push(stage),
  });
  assert.deepEqual(stages, ['submitted', 'deployed', 'drawn', 'serving']);
  assert.equal(voting.deployed.contract.schedules[0]?.height, closes);
  const again = await connect(network.ports).contract(voting.contractId, { abi: program.abi });
  assert.equal(again.deployed.contract.policyHash, program.policyHash);
  await assert.rejects(
    connect(network.ports).contract(voting.contractId, { abi: { ...program.abi, codeHash: voting.contractId } }),
    failing('BAD_PROGRAM'),
  );
});

test('a deployment that cannot be right is not sent', async () => {
  const network = await startNetwork();
  const client = connect(network.ports);
  const closes = network.chain.latest().number + 40n;
  const tally = { gasLimit: 5000n, gasPrice: 1n, tip: 0n, windowSeconds: 60 };
  const terms = {
    program,
    args: [4, closes] as readonly unknown[],
    n: 4,
    T: 1,
    tenure: 9,
    salt: `0x${'03'.repeat(32)}` as const,
    price: 1n,
    schedules: { tally },
  };
  const bytes = program.bytes.slice();
  bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
  await assert.rejects(client.deploy({ ...terms, program: { bytes } }), failing('BAD_PROGRAM'));
  await assert.rejects(
    client.deploy({ ...terms, program: { bytes: program.bytes, policyHash: program.codeHash } }),
    failing('BAD_PROGRAM', /policyHash/),
  );
  await assert.rejects(
    client.deploy({ ...terms, args: ['four', closes] }),
    failing('BAD_ARGUMENT', /candidates is not u8/),
  );
  await assert.rejects(client.deploy({ ...terms, args: [256, closes] }), failing('BAD_ARGUMENT', /candidates/));
  await assert.rejects(client.deploy({ ...terms, args: [4] }), failing('BAD_ARGUMENT', /2 arguments/));
  await assert.rejects(client.deploy({ ...terms, schedules: {} as never }), failing('BAD_ARGUMENT', /tally/));
  await assert.rejects(
    client.deploy({ ...terms, schedules: { tally, count: tally } }),
    failing('NO_FUNCTION', /count/),
  );
  await assert.rejects(client.deploy({ ...terms, n: 2 }), failing('CHAIN_REFUSED', /OutOfRange/));
  await assert.rejects(client.contract(`0x${'ab'.repeat(32)}`), failing('NO_CONTRACT'));
});

test('one nonce hides one entry, for ever', async () => {
  const { network, voting } = await start();
  const journal = memoryJournal();
  const first = await ballot(voting, 0, 2, journal);
  assert.equal((await ballot(voting, 0, 2, journal)).body, first.body);
  await assert.rejects(ballot(voting, 0, 3, journal), failing('MASK_USED'));
  const second = await ballot(voting, 0, 3, journal, 1n);
  await voting.append([second, first], { relayer: network.port(keyOf('relayer')) });
  const task = await voting.trigger('tally', { keeper: network.port(keyOf('keeper')) });
  // The relayer posted the older one last; the newer counts.
  assert.deepEqual((await voting.openOutput(await voting.waitForTask(task))).value, [0, 0, 1, 0]);
});

test('an entry that fits neither type nor admission is not sealed', async () => {
  const { voting } = await start();
  const sender = keyOf('voter0');
  const journal = memoryJournal();
  const voucher = voting.admit(sender.address, admission);
  await assert.rejects(
    voting.sealEntry({ values: { choice: 32 }, sender, nonce: 0n, voucher, journal }),
    failing('BAD_ARGUMENT', /choice is not an integer 0\.\.31/),
  );
  await assert.rejects(
    voting.sealEntry({ values: { choice: 1, other: 2 } as never, sender, nonce: 0n, voucher, journal }),
    failing('BAD_ARGUMENT', /other/),
  );
  await assert.rejects(
    voting.sealEntry({ values: { choice: 1 }, sender, nonce: 0n, journal }),
    failing('NEEDS_VOUCHER'),
  );
  await assert.rejects(
    voting.sealEntry({ values: { choice: 1 }, sender: keyOf('voter1'), nonce: 0n, voucher, journal }),
    failing('NEEDS_VOUCHER'),
  );
  assert.throws(() => voting.admit(sender.address, keyOf('stranger')), failing('WRONG_KEY'));
});

test('no secret in an error', async () => {
  const { voting } = await start();
  const sender = keyOf('voter0');
  const refusal = voting.sealEntry({
    values: { choice: 987654321 },
    sender,
    nonce: 0n,
    voucher: voting.admit(sender.address, admission),
    journal: memoryJournal(),
  });
  await assert.rejects(refusal, (error) => {
    const shown =
      JSON.stringify(error, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)) +
      String(error);
    return !shown.includes('987654321');
  });
});

test('tasks that end without an output say why', async () => {
  const cases = [
    { status: 2, code: 1, expect: failing('TASK_REVERTED', /trap 1 \(7\)/) },
    { status: 3, code: 0, expect: failing('TASK_OUT_OF_GAS', /1000000 gas/) },
    { status: 4, code: 0, expect: failing('TASK_BAD_INPUT') },
    { status: 5, code: 0, expect: failing('TASK_NO_GRANT') },
  ];
  for (const { status, code, expect } of cases) {
    const { network, voting } = await start();
    network.cheats = { status: { status, code } };
    const task = await voting.trigger('tally', { keeper: network.port(keyOf('keeper')) });
    await assert.rejects(voting.openOutput(await voting.waitForTask(task)), expect);
  }
});

test('an overdue task expires, and the wait says so', async () => {
  const { network, voting } = await start();
  const task = await voting.trigger('tally', { keeper: network.port(keyOf('keeper')) });
  network.running = false;
  await assert.rejects(voting.expire(task), failing('CHAIN_REFUSED', /NotExpired/));
  await assert.rejects(voting.waitForTask(task, { timeoutMs: 5000 }), failing('TIMED_OUT'));
  for (let i = 0; i < 620; i++) await network.ports.sleep(1000);
  await voting.expire(task);
  await assert.rejects(voting.waitForTask(task), failing('TASK_EXPIRED'));
});

test('an abort stops a wait', async () => {
  const { network, voting } = await start();
  network.running = false;
  const stop = new AbortController();
  const ports = { ...network.ports, sleep: async (ms: number) => (stop.abort(), network.ports.sleep(ms)) };
  const again = await connect(ports).contract(voting.contractId);
  await assert.rejects(again.trigger('tally', { signal: stop.signal }), failing('ABORTED'));
});

test('an unreachable chain is told from a refusal', async () => {
  const { network, voting } = await start();
  const chain = {
    ...network.ports.chain,
    headOf: async () => Promise.reject(new Error('connect ECONNREFUSED 127.0.0.1:8545')),
  };
  await assert.rejects(
    connect({ ...network.ports, chain }).contract(voting.contractId),
    failing('CHAIN_UNREACHABLE', /did not answer/),
  );
});

test('an account without ether is told so, in whatever words the node says it', async () => {
  const { network, voting } = await start();
  const viem =
    'The total cost (gas * gas fee + value) of executing this transaction exceeds the balance of the account.';
  const refusals: readonly Error[] = [
    new Error('RPC Request failed.\nDetails: Insufficient funds for gas * price + value'),
    new Error('execution failed', { cause: new Error('gas required exceeds allowance (0)') }),
    new Error('wrapped', { cause: new Error('again', { cause: new Error(viem) }) }),
  ];
  const entries = [await ballot(voting, 0, 1)];
  for (const refusal of refusals) {
    const relayer = { ...network.ports.chain, submit: async () => Promise.reject(refusal) };
    await assert.rejects(
      voting.append(entries, { relayer }),
      failing('NO_ETHER', /too little ether.*Send ether to it/),
    );
  }
  const silent = { ...network.ports.chain, submit: async () => Promise.reject(new Error('connect ECONNREFUSED')) };
  await assert.rejects(voting.append(entries, { relayer: silent }), failing('CHAIN_UNREACHABLE'));
  const uncertain = Object.assign(new Error('Whether the call ran is not known: 0x12.'), {
    code: 'CallUncertain',
    next: 'Do not send it again yet.',
  });
  const hiding = { ...network.ports.chain, submit: async () => Promise.reject(uncertain) };
  await assert.rejects(
    voting.append(entries, { relayer: hiding }),
    failing('CALL_UNCERTAIN', /0x12.*Do not send it again/),
  );
});

test('appends are cut to what a transaction carries', async () => {
  const { network, voting } = await start();
  const entries = await Promise.all(Array.from({ length: 7 }, (_, i) => ballot(voting, i, 1)));
  const appended = await voting.append(entries, { relayer: network.port(keyOf('relayer')), entriesMax: 3 });
  assert.equal(appended.transactions, 3);
  assert.deepEqual(
    appended.inclusions.map((one) => one.index),
    [0n, 1n, 2n, 3n, 4n, 5n, 6n],
  );
});

test('nodes report of themselves', async () => {
  const { voting, task } = await startTallied();
  const reports = await voting.nodes(task.taskId);
  assert.deepEqual(
    reports.map((report) => report.info?.bytesOut),
    [2, 2, 2, 2],
  );
});
