import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  CONTRACT_STATUS,
  contractAccountOf,
  DEVELOPMENT_CONFIG,
  foldAborts,
  ledgerSum,
  type Task,
  TASK,
  TASK_STATUS,
  signRecord,
  ZERO_ADDRESS,
  ZERO_HASH,
} from '../src/index.ts';
import {
  baseTerms,
  client,
  createCall,
  deployer,
  DOMAIN,
  eventOf,
  FN,
  keyOf,
  NODES,
  opening,
  openWorld,
  refusalOf,
  registration,
  relayer,
  settlement,
  taskId,
  taskOf,
  type World,
} from './internal/world.ts';

const { bank, times } = DEVELOPMENT_CONFIG;

function solvent(world: World): void {
  const state = world.chain.state();
  assert.equal(state.token.get(bank), ledgerSum(state));
  let open = 0n;
  for (const word of state.tasks.values())
    open += word.status === 'created' ? word.escrow : word.status === 'settled' ? word.held : 0n;
  assert.equal(state.escrow, open + state.reserved);
}

async function created(world: World, nonce: bigint, changes: Partial<Task> = {}): Promise<Task> {
  const header = taskOf(world, nonce, changes);
  await world.does(header.sender, createCall(header));
  return header;
}

async function waitSeconds(world: World, seconds: number): Promise<void> {
  world.now.seconds = world.chain.latest().timestamp + seconds;
  world.chain.mine();
}

describe('the walk on the rules', () => {
  test('register, deploy, open, GENESIS, append, trigger, settle, open', async () => {
    const world = await openWorld();
    assert.equal((await world.head()).status, CONTRACT_STATUS.SERVING);
    const account = contractAccountOf(world.contractId);
    await world.does(deployer.address, { name: 'deposit', to: account, amount: 20_000n });
    const bodies = [`0x${'01'.repeat(96)}`, `0x${'02'.repeat(100)}`] as const;
    const appended = eventOf(
      await world.does(relayer.address, { name: 'append', contractId: world.contractId, bodies }),
      'InputsAppended',
    );
    assert.deepEqual([appended.first, appended.count], [0n, 2]);
    const trigger = { name: 'trigger', contractId: world.contractId, fn: FN, height: 60n } as const;
    assert.equal(refusalOf(await world.submit(relayer.address, trigger)), 'NotDue');
    while (world.chain.latest().number < 60n) world.chain.mine();
    const { header, seq } = eventOf(await world.does(relayer.address, trigger), 'TaskCreated');
    assert.deepEqual([seq, header.sender, header.nonce], [0n, account, 60n]);
    assert.equal(refusalOf(await world.submit(client.address, trigger)), 'NonceUsed');
    const settled = await settlement(world, [header], {}, 0b0111);
    const before = world.chain.state();
    await world.does(relayer.address, settled);
    solvent(world);
    const after = world.chain.state();
    // 4223 gas at 2: 2111 to each of three signers, the fourth share waits for its seat, the remainder is the pot's; 75 of the tip to the submitter.
    assert.equal((after.available.get(relayer.address) ?? 0n) - (before.available.get(relayer.address) ?? 0n), 75n);
    assert.equal(
      [...after.credit.values()].reduce((sum, credit) => sum + credit, 0n),
      3n * 2111n,
    );
    assert.equal(after.pot - before.pot, 8446n - 4n * 2111n + 1n);
    assert.equal(after.reserved, 2111n);
    const open = await opening(world, settled, 0, '0x1234');
    assert.equal(refusalOf(await world.submit(client.address, { ...open, output: '0x1235' })), 'BadSeatSignature');
    assert.equal(
      refusalOf(await world.submit(client.address, await opening(world, settled, 0, '0x1234', 0b0001))),
      'QuorumNotMet',
    );
    await world.does(client.address, open);
    assert.equal(refusalOf(await world.submit(client.address, open)), 'AlreadyEnded');
    assert.equal(await world.port(client.address).taskStatusOf(taskId(header)), TASK_STATUS.OPENED);
    solvent(world);
  });

  test('a draw needs a seed later than the registration, a key its possession, an id one deployment', async () => {
    const world = await openWorld();
    const deploy = {
      name: 'deploy',
      contract: baseTerms(),
      salt: ZERO_HASH,
      code: `0x${'00'}`,
      initArgs: '0x',
    } as const;
    assert.equal(refusalOf(await world.submit(deployer.address, deploy)), 'WrongHash');
    const code = world.chain.port(ZERO_ADDRESS);
    const logs = await code.events(0n, world.chain.latest().number);
    const event = logs.map((log) => log.event).find((one) => one.name === 'ContractDeployed');
    assert.ok(event?.name === 'ContractDeployed');
    const again = { ...deploy, code: event.code, salt: `0x${'01'.repeat(32)}` } as const;
    const fresh = eventOf(await world.does(deployer.address, again), 'ContractDeployed');
    assert.equal(refusalOf(await world.submit(deployer.address, again)), 'AlreadyDeployed');
    assert.equal(
      refusalOf(await world.submit(relayer.address, { name: 'openCommittee', contractId: fresh.contractId })),
      'NotDrawable',
    );
    const newcomer = { owner: relayer, signer: keyOf('new signer'), units: 1 };
    assert.equal(refusalOf(await world.submit(relayer.address, registration(newcomer, client))), 'BadPossession');
    assert.equal(
      refusalOf(await world.submit(relayer.address, registration({ ...newcomer, signer: relayer }))),
      'KeysNotSeparate',
    );
    const first = NODES[0] as (typeof NODES)[number];
    assert.equal(
      refusalOf(await world.submit(relayer.address, registration({ ...newcomer, signer: first.signer }))),
      'AlreadyRegistered',
    );
  });

  test('what belongs to later stages is refused by name', async () => {
    const world = await openWorld();
    const cases: readonly [Partial<Task>, string][] = [[{ grantsHash: `0x${'01'.repeat(32)}` }, 'grantsHash']];
    for (const [changes, field] of cases) {
      const done = await world.submit(client.address, createCall(taskOf(world, 1n, changes)));
      assert.deepEqual(!done.ok && done.refusal, { name: 'NotYet', args: [field] });
    }
    assert.equal(refusalOf(await world.submit(relayer.address, await settlement(world, [], { kind: 3 }))), 'NotYet');
  });

  test('nobody creates in another name, or pays from another purse', async () => {
    const world = await openWorld();
    const header = taskOf(world, 1n, { payer: deployer.address });
    assert.equal(refusalOf(await world.submit(relayer.address, createCall(header))), 'BadSignature');
    assert.equal(refusalOf(await world.submit(client.address, createCall(header))), 'BadSignature');
    const senderSig = signRecord(DOMAIN, TASK, header, client.privateKey);
    const payerSig = signRecord(DOMAIN, TASK, header, deployer.privateKey);
    const swapped = { name: 'create', header, body: '0x', senderSig: payerSig, payerSig: senderSig } as const;
    assert.equal(refusalOf(await world.submit(relayer.address, swapped)), 'BadSignature');
    const before = world.chain.state().available.get(deployer.address) ?? 0n;
    await world.does(relayer.address, { name: 'create', header, body: '0x', senderSig, payerSig });
    assert.equal(before - (world.chain.state().available.get(deployer.address) ?? 0n), 10_000n * 3n + 103n);
    assert.equal(refusalOf(await world.submit(client.address, createCall(taskOf(world, 1n)))), 'NonceUsed');
    await world.does(client.address, { name: 'cancelNonces', word: 0n, mask: 1n << 9n });
    assert.equal(refusalOf(await world.submit(client.address, createCall(taskOf(world, 9n)))), 'NonceUsed');
  });
});

describe('receipts', () => {
  test('each wrong field is refused by its own name', async () => {
    const world = await openWorld();
    const header = await created(world, 1n);
    const x = `0x${'0e'.repeat(32)}` as const;
    const cases: readonly [Parameters<typeof settlement>[2], string][] = [
      [{ prevRoot: x }, 'WrongRoot'],
      [{ firstSeq: 1n }, 'WrongSeq'],
      [{ committeeId: x }, 'WrongCommittee'],
      [{ generation: 1 }, 'WrongGeneration'],
      [{ resultsRoot: x }, 'WrongReceipt'],
      [{ attempt: 1 }, 'WrongReceipt'],
      [{ abortsHash: x }, 'WrongReceipt'],
      [{ attempt: 5, abortsHash: x }, 'OutOfRange'],
      [{ count: 2 }, 'WrongReceipt'],
    ];
    for (const [changes, name] of cases) {
      assert.equal(refusalOf(await world.submit(relayer.address, await settlement(world, [header], changes))), name);
    }
    const good = await settlement(world, [header]);
    const cheats = [
      { ...good, results: good.results.map((result) => ({ ...result, gasUsed: 1n })) },
      { ...good, masked: ['0x00' as const] },
      { ...good, headers: [{ ...header, gasPrice: 4n }] },
      { ...good, sigs: good.sigs.replace(/.$/, good.sigs.endsWith('0') ? '1' : '0') as `0x${string}` },
      { ...good, bitmap: 0b10111 },
    ];
    const names = [];
    for (const cheat of cheats) names.push(refusalOf(await world.submit(relayer.address, cheat)));
    assert.deepEqual(names, ['WrongReceipt', 'WrongReceipt', 'UnknownTask', 'BadSeatSignature', 'BadSeatSignature']);
    const retried = await settlement(world, [header], { attempt: 2, abortsHash: foldAborts(ZERO_HASH, x) });
    await world.does(relayer.address, retried);
    assert.equal((await world.head()).aborts, 2);
  });

  test('a task ends once: settled is not expired, expired is not settled, and no receipt counts twice', async () => {
    const world = await openWorld();
    const first = await created(world, 1n);
    const settled = await settlement(world, [first]);
    await world.does(relayer.address, settled);
    assert.equal(refusalOf(await world.submit(relayer.address, settled)), 'WrongRoot');
    const second = await created(world, 2n);
    const late = await settlement(world, [second]);
    assert.equal(refusalOf(await world.submit(relayer.address, { name: 'expire', headers: [second] })), 'NotExpired');
    await waitSeconds(world, 200);
    assert.equal(refusalOf(await world.submit(relayer.address, { name: 'expire', headers: [first] })), 'AlreadyEnded');
    assert.equal(refusalOf(await world.submit(relayer.address, late)), 'DeadlineOver');
    const done = eventOf(await world.does(relayer.address, { name: 'expire', headers: [second] }), 'Expired');
    assert.deepEqual([done.liability, done.refund], [false, 10_000n * 3n + 103n - 3000n]);
    assert.equal(refusalOf(await world.submit(relayer.address, { name: 'expire', headers: [second] })), 'AlreadyEnded');
    solvent(world);
  });

  test("a committee cannot end another contract's task at the same seq", async () => {
    const world = await openWorld();
    const mine = await created(world, 1n);
    const other = await openWorld({
      terms: { sourceHash: `0x${'02'.repeat(32)}`, policyHash: `0x${'03'.repeat(32)}` },
    });
    const foreign = taskOf(world, 2n, { contractId: other.contractId });
    assert.equal(refusalOf(await world.submit(relayer.address, await settlement(world, [foreign]))), 'UnknownTask');
    await world.does(relayer.address, await settlement(world, [mine]));
  });

  test('fewer than qHi settle only after the grace, and then no further task enters', async () => {
    const world = await openWorld();
    const header = await created(world, 1n);
    const few = await settlement(world, [header], {}, 0b0011);
    assert.equal(refusalOf(await world.submit(relayer.address, few)), 'GraceNotOver');
    assert.equal(
      refusalOf(await world.submit(relayer.address, await settlement(world, [header], {}, 0b0100))),
      'QuorumNotMet',
    );
    await waitSeconds(world, times.graceSeconds + 1);
    eventOf(await world.does(relayer.address, few), 'DegradedSet');
    assert.equal((await world.head()).status, CONTRACT_STATUS.DEGRADED);
    assert.equal(refusalOf(await world.submit(client.address, createCall(taskOf(world, 2n)))), 'Degraded');
  });

  test('a repair makes a new version of no task, takes qHi seats, and lets tasks enter again', async () => {
    const world = await openWorld();
    const header = await created(world, 1n);
    await waitSeconds(world, times.graceSeconds + 1);
    await world.does(relayer.address, await settlement(world, [header], {}, 0b0011));
    const before = world.chain.state();
    const head = await world.head();
    const submit = async (changes: Parameters<typeof settlement>[2], bitmap?: number) =>
      refusalOf(await world.submit(relayer.address, await settlement(world, [], { kind: 2, ...changes }, bitmap)));
    assert.equal(await submit({}, 0b0011), 'QuorumNotMet');
    assert.equal(await submit({ prevRoot: ZERO_HASH }), 'WrongRoot');
    assert.equal(await submit({ firstSeq: head.doneSeq + 1n }), 'WrongSeq');
    assert.equal(await submit({ count: 1 }), 'WrongReceipt');
    const { receipt } = await settlement(world, [], { kind: 2 }, 0b1101);
    await world.does(relayer.address, await settlement(world, [], { kind: 2 }, 0b1101));
    const after = await world.head();
    assert.deepEqual(
      [after.status, after.version, after.doneSeq, after.stateRoot],
      [CONTRACT_STATUS.SERVING, head.version + 1n, head.doneSeq, receipt.newRoot],
    );
    assert.deepEqual(world.chain.state().credit, before.credit, 'nobody is paid for it');
    assert.equal(await submit({ prevRoot: head.stateRoot }), 'WrongRoot', 'and it is taken once');
    await created(world, 2n);
    const fresh = await openWorld({ genesis: false });
    const early = await fresh.submit(relayer.address, await settlement(fresh, [], { kind: 2 }));
    assert.equal(refusalOf(early), 'NotServing');
  });

  test('without GENESIS in time the contract is lost, its deposits return, and who was missing is said', async () => {
    const world = await openWorld({ genesis: false });
    await world.does(client.address, { name: 'deposit', to: contractAccountOf(world.contractId), amount: 500n });
    const few = await settlement(world, [], { kind: 0 }, 0b0101);
    assert.equal(refusalOf(await world.submit(relayer.address, few)), 'QuorumNotMet');
    assert.equal(refusalOf(await world.submit(client.address, createCall(taskOf(world, 1n)))), 'NotServing');
    const { receipt, bitmap, sigs } = few;
    const lost = { name: 'declareLost', receipt, bitmap, sigs } as const;
    assert.equal(refusalOf(await world.submit(relayer.address, lost)), 'GenesisOpen');
    for (let i = 0; i < times.genesisBlocks; i++) world.chain.mine();
    assert.equal(
      refusalOf(await world.submit(relayer.address, await settlement(world, [], { kind: 0 }))),
      'GenesisOver',
    );
    const before = world.chain.state().available.get(deployer.address) ?? 0n;
    const done = await world.does(relayer.address, lost);
    assert.deepEqual([eventOf(done, 'Lost').signed, eventOf(done, 'Lost').missing], [0b0101, 0b1010]);
    assert.equal((world.chain.state().available.get(deployer.address) ?? 0n) - before, 500n);
    assert.ok(world.chain.state().nodes.every((node) => node.seatsHeld === 0));
    solvent(world);
  });
});

describe('stake', () => {
  test('leaves after the delay, and never while a seat is held', async () => {
    const world = await openWorld();
    const { seats, standbys } = await world.committee();
    const [seated, free] = [NODES[seats[0] as number], NODES[standbys[0] as number]] as [
      (typeof NODES)[0],
      (typeof NODES)[0],
    ];
    for (const node of [seated, free]) await world.does(node.owner.address, { name: 'requestExit', units: node.units });
    assert.equal(refusalOf(await world.submit(free.owner.address, { name: 'completeExit' })), 'NotWithdrawable');
    await waitSeconds(world, times.exitDelaySeconds + 1);
    await world.does(free.owner.address, { name: 'completeExit' });
    assert.equal(refusalOf(await world.submit(free.owner.address, { name: 'completeExit' })), 'UnitsOutOfRange');
    assert.equal(refusalOf(await world.submit(seated.owner.address, { name: 'completeExit' })), 'SeatsHeld');
    solvent(world);
  });
});

describe('any order of calls', () => {
  test('money is conserved, seqs are dense, and each task ends at most once', async () => {
    const step = fc.record({
      kind: fc.nat(9),
      who: fc.nat(2),
      amount: fc.nat(200_000),
      seats: fc.nat(15),
      wait: fc.nat(60),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const world = await openWorld();
        const tasks: Task[] = [];
        const ended = new Map<string, string>();
        let settled: Awaited<ReturnType<typeof settlement>> | undefined;
        for (const [i, { kind, who, amount, seats, wait }] of steps.entries()) {
          const account = [client, relayer, deployer][who]?.address ?? client.address;
          world.now.seconds = world.chain.latest().timestamp + wait;
          const open = tasks.slice(Number((await world.head()).doneSeq));
          const node = NODES[seats % NODES.length] as (typeof NODES)[number];
          const header = taskOf(world, BigInt(i), { sender: account, gasPrice: BigInt(1 + (amount % 90)) });
          const calls = [
            async () => createCall(header),
            async () => createCall(header),
            async () =>
              (settled = await settlement(world, open.slice(0, 1 + (amount % 3)), {}, seats, 1 + (amount % 5))),
            async () => ({ name: 'expire', headers: open.slice(0, 2) }) as const,
            async () => ({ name: 'withdraw', to: account, amount: BigInt(amount) * 5000n }) as const,
            async () => ({ name: 'deposit', to: account, amount: BigInt(amount) * 1000n }) as const,
            async () =>
              settled === undefined ? ({ name: 'advance' } as const) : opening(world, settled, 0, '0x01', seats),
            async () => ({ name: 'claimCredit', node: seats % NODES.length }) as const,
            async () => ({ name: 'append', contractId: world.contractId, bodies: [`0x${'ab'.repeat(96)}`] }) as const,
            async () => ({ name: 'requestExit', units: 1 + (amount % 3) }) as const,
          ];
          const call = await (calls[kind] as (typeof calls)[number])();
          const before = await world.head();
          const done = await world.submit(call.name === 'requestExit' ? node.owner.address : account, call);
          if (done.ok && call.name === 'create') tasks.push(call.header);
          if (!done.ok) assert.deepEqual(await world.head(), before);
          for (const event of done.ok ? done.events : []) {
            const ids =
              event.name === 'Settled'
                ? event.results.map((result) => result.taskId)
                : event.name === 'Expired'
                  ? [event.taskId]
                  : [];
            for (const id of ids) {
              assert.equal(ended.has(id), false);
              ended.set(id, event.name);
            }
          }
          solvent(world);
          const head = await world.head();
          assert.equal(head.nextSeq, BigInt(tasks.length));
          assert.equal(head.doneSeq, BigInt(ended.size));
        }
      }),
      { numRuns: 25, seed: 20261124 },
    );
  });
});

describe('simulated chain', () => {
  test('a reorganisation takes back its blocks, and their calls wait again', async () => {
    const world = await openWorld();
    const header = await created(world, 1n);
    const block = world.chain.latest();
    world.chain.reorganise(1);
    assert.equal((await world.head()).nextSeq, 0n);
    assert.notEqual((await world.port(client.address).latest()).hash, block.hash);
    const again = world.chain.mine();
    assert.equal(again.number, block.number);
    assert.notEqual(again.hash, block.hash);
    assert.equal((await world.head()).nextSeq, 1n);
    assert.equal(await world.port(client.address).taskStatusOf(taskId(header)), TASK_STATUS.CREATED);
    world.chain.reorganise(1, () => []);
    world.chain.mine();
    assert.equal((await world.head()).nextSeq, 0n);
  });

  test('finalized stays behind, events come in order, and the same calls give the same chain', async () => {
    const [a, b] = [await openWorld(), await openWorld()];
    assert.deepEqual(a.chain.latest(), b.chain.latest());
    const port = a.port(client.address);
    assert.equal((await port.finalized()).number, a.chain.latest().number - 2n);
    const logs = await port.events(0n, a.chain.latest().number);
    assert.ok(logs.every((log, i) => i === 0 || log.blockNumber >= (logs[i - 1]?.blockNumber ?? 0n)));
    assert.equal((await port.headOf(a.contractId, a.chain.latest().number - 1n))?.status, CONTRACT_STATUS.NEW);
  });
});
