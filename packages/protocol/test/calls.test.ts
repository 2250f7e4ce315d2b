// Calls made for others, values, bodies off chain, late shares and callbacks, on the pure rules. The Solidity tests say the
// same of the contracts, and packages/contracts/test/rules.test.ts compares the two.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  ACK,
  type ChainCall,
  contractAccountOf,
  decodeAcks,
  DEVELOPMENT_CONFIG,
  digest,
  encodeAcks,
  type Hex,
  joinAcks,
  keccakHex,
  ledgerSum,
  type Order,
  ORDER_CODE,
  PERMIT,
  RECEIPT,
  signRecord,
  type Task,
  TASK,
  ZERO_ADDRESS,
} from '../src/index.ts';
import {
  client,
  createCall,
  deployer,
  DOMAIN,
  eventOf,
  NODES,
  opening,
  openWorld,
  refusalOf,
  relayer,
  settlement,
  signatures,
  taskId,
  taskOf,
  type World,
} from './internal/world.ts';

const { bank, times } = DEVELOPMENT_CONFIG;
const BODY: Hex = '0xb0d1';
const ESCROW = 10_000n * 3n + 103n;

function balance(world: World, account: Hex): bigint {
  return world.chain.state().available.get(account) ?? 0n;
}

function solvent(world: World): void {
  const state = world.chain.state();
  assert.equal(state.token.get(bank), ledgerSum(state));
}

function waitSeconds(world: World, seconds: number): void {
  world.now.seconds = world.chain.latest().timestamp + seconds;
  world.chain.mine();
}

function orderOf(header: Task, more: Partial<Order> = {}): Order {
  return {
    header,
    body: '0x',
    senderSig: signRecord(DOMAIN, TASK, header, client.privateKey),
    payerSig: '0x',
    ...more,
  };
}

async function acksOf(world: World, header: Task, bitmap: number): Promise<Hex> {
  const hash = digest(DOMAIN, ACK, { taskId: taskId(header), bodyHash: header.bodyHash });
  return encodeAcks({ bitmap, sigs: await signatures(world, hash, bitmap) });
}

async function created(world: World, nonce: bigint, changes: Partial<Task> = {}): Promise<Task> {
  const header = taskOf(world, nonce, { bodyHash: keccakHex(Uint8Array.of(0xb0, 0xd1)), ...changes });
  await world.does(header.sender, createCall(header));
  return header;
}

describe('orders', () => {
  test('a wrong one is skipped with the code of its refusal, and its neighbours are created', async () => {
    const world = await openWorld();
    const of = (nonce: bigint, changes: Partial<Task> = {}): Task =>
      taskOf(world, nonce, { payer: relayer.address, ...changes });
    const now = world.chain.latest().timestamp;
    const cases: readonly [keyof typeof ORDER_CODE, string, Order][] = [
      ['NotYet', 'NotYet', orderOf(of(2n, { grantsHash: `0x${'01'.repeat(32)}` }))],
      ['DeadlineOutOfRange', 'DeadlineOutOfRange', orderOf(of(2n, { deadline: now }))],
      ['GasLimitOutOfRange', 'OutOfRange', orderOf(of(2n, { gasLimit: 1n }))],
      ['UnknownContract', 'UnknownContract', orderOf(of(2n, { contractId: `0x${'01'.repeat(32)}` }))],
      ['PriceTooLow', 'PriceTooLow', orderOf(of(2n, { gasPrice: 0n }))],
      ['EscrowOverflow', 'EscrowOverflow', orderOf(of(2n, { gasPrice: 2n ** 96n - 1n }))],
      ['NonceUsed', 'NonceUsed', orderOf(of(1n))],
      ['BadCallback', 'BadCallback', orderOf(of(2n, { callback: bank, callbackGas: 5 }))],
      ['BadCallback', 'BadCallback', orderOf(of(2n, { callback: client.address, callbackGas: 1_000_001 }))],
      ['BodyTooLong', 'OutOfRange', orderOf(of(2n), { body: `0x${'00'.repeat(8193)}` })],
      ['WrongBody', 'WrongHash', orderOf(of(2n), { body: BODY })],
      ['BadSenderSignature', 'BadSignature', orderOf(of(2n), { senderSig: '0x' })],
      ['BadPayerSignature', 'BadSignature', orderOf(of(2n, { payer: deployer.address }))],
      ['InsufficientBalance', 'InsufficientBalance', orderOf(of(2n, { value: 2n ** 100n }))],
    ];
    const orders = [orderOf(of(1n)), ...cases.map(([, , order]) => order), orderOf(of(3n))];
    const before = balance(world, relayer.address);
    const done = await world.does(relayer.address, { name: 'createMany', orders });
    const skipped = done.events.filter((event) => event.name === 'OrderSkipped');
    assert.deepEqual(
      skipped.map(({ index, code }) => [index, code]),
      cases.map(([code], i) => [i + 1, ORDER_CODE[code]]),
    );
    const made = done.events.filter((event) => event.name === 'TaskCreated');
    assert.deepEqual(
      made.map(({ seq, header }) => [seq, header.nonce]),
      [
        [0n, 1n],
        [1n, 3n],
      ],
    );
    assert.equal(before - balance(world, relayer.address), 2n * ESCROW);
    // The single order is judged by the same rule.
    for (const [, name, order] of cases)
      assert.equal(refusalOf(await world.submit(relayer.address, { name: 'create', ...order })), name);
    // Skipped is not spent.
    await world.does(relayer.address, { name: 'create', ...orderOf(of(2n)) });
    solvent(world);
  });

  test('an account of code signs by its own rule, and one without code only by its key', async () => {
    const wallet: Hex = `0x${'3a'.repeat(20)}`;
    const world = await openWorld({
      config: { walletAccepts: (account, _digest, signature) => account === wallet && signature === '0x01' },
    });
    await world.does(client.address, { name: 'deposit', to: wallet, amount: ESCROW });
    const header = taskOf(world, 1n, { sender: wallet });
    const by = (senderSig: Hex): ChainCall => ({ name: 'create', header, body: '0x', senderSig, payerSig: '0x' });
    assert.equal(refusalOf(await world.submit(relayer.address, by('0x02'))), 'BadSignature');
    await world.does(relayer.address, by('0x01'));
  });

  test('a permit pays a deposit once, and a spent one leaves what it allowed', async () => {
    const token: Hex = `0x${'70'.repeat(20)}`;
    const world = await openWorld({ config: { token } });
    await world.does(client.address, { name: 'approve', spender: bank, amount: 0n });
    const deadline = BigInt(world.chain.latest().timestamp + 60);
    const permit = { owner: client.address, spender: bank, value: 500n, nonce: 0n, deadline };
    const domain = { chainId: DEVELOPMENT_CONFIG.chainId, verifyingContract: token };
    const permitSig = signRecord(domain, PERMIT, permit, client.privateKey);
    const call = { name: 'depositWithPermit', to: client.address, amount: 500n, deadline, permitSig } as const;
    assert.equal(
      refusalOf(await world.submit(client.address, { ...call, amount: 501n })),
      'ERC20InsufficientAllowance',
    );
    const before = balance(world, client.address);
    await world.does(client.address, call);
    assert.equal(balance(world, client.address) - before, 500n);
    assert.equal(refusalOf(await world.submit(client.address, call)), 'ERC20InsufficientAllowance');
    await world.does(client.address, { name: 'approve', spender: bank, amount: 500n });
    await world.does(client.address, call);
    solvent(world);
  });
});

describe('values', () => {
  test("are the contract's where the task succeeded, and the payer's again otherwise", async () => {
    const world = await openWorld();
    const account = contractAccountOf(world.contractId);
    for (const [nonce, status] of [
      [1n, 1],
      [2n, 2],
    ] as const) {
      const before = balance(world, client.address);
      const header = await created(world, nonce, { value: 777n });
      assert.equal(before - balance(world, client.address), ESCROW + 777n);
      await world.does(relayer.address, await settlement(world, [header], {}, 0b1111, status));
      assert.equal(balance(world, account), 777n);
      solvent(world);
    }
    const before = balance(world, client.address);
    const late = await created(world, 3n, { value: 777n });
    waitSeconds(world, 200);
    await world.does(relayer.address, { name: 'expire', headers: [late] });
    assert.equal(before - balance(world, client.address), 3000n);
    solvent(world);
  });
});

describe('bodies off chain', () => {
  test('nobody is liable without acknowledgements or a posted body', async () => {
    const world = await openWorld();
    const cases: readonly [number, (header: Task) => Promise<ChainCall | undefined>][] = [
      [0, () => Promise.resolve(undefined)],
      [
        0b0101,
        async (header) => ({ name: 'ackBodies', headers: [header], acks: [await acksOf(world, header, 0b0101)] }),
      ],
      [0xffffffff, (header) => Promise.resolve({ name: 'postBody', header, body: BODY } as const)],
    ];
    for (const [i, [liable, callOf]] of cases.entries()) {
      const header = await created(world, BigInt(i));
      const call = await callOf(header);
      if (call !== undefined) await world.does(relayer.address, call);
      waitSeconds(world, 200);
      const done = eventOf(await world.does(relayer.address, { name: 'expire', headers: [header] }), 'Expired');
      assert.deepEqual(
        [done.liable, done.liability, done.refund],
        [liable, liable !== 0, liable === 0 ? ESCROW - 3000n : ESCROW],
      );
    }
    solvent(world);
  });

  test('nobody is liable where less than a grace is left, whoever has the body', async () => {
    const world = await openWorld();
    for (const [nonce, seconds, withBody] of [
      [1n, times.graceSeconds - 2, true],
      [2n, times.graceSeconds - 2, false],
      [3n, times.graceSeconds + 2, true],
      [4n, times.graceSeconds + 2, false],
    ] as const) {
      const header = taskOf(world, nonce, {
        bodyHash: keccakHex(Uint8Array.of(0xb0, 0xd1)),
        deadline: world.chain.latest().timestamp + seconds,
      });
      const acks = withBody ? '0x' : await acksOf(world, header, 0b0101);
      const order = { header, body: withBody ? BODY : '0x', senderSig: '0x', payerSig: '0x', acks } as const;
      await world.does(client.address, { name: 'create', ...order });
      waitSeconds(world, 20);
      const done = eventOf(await world.does(relayer.address, { name: 'expire', headers: [header] }), 'Expired');
      const liable = seconds < times.graceSeconds ? 0 : withBody ? 0xffffffff : 0b0101;
      assert.deepEqual([done.liable, done.refund], [liable, liable === 0 ? ESCROW - 3000n : ESCROW]);
    }
    solvent(world);
  });

  test('acknowledgements are of this task, its body and its seats, of enough of them, and in time', async () => {
    const world = await openWorld();
    const header = taskOf(world, 1n);
    const good = await acksOf(world, header, 0b0011);
    const few = await acksOf(world, header, 0b0001);
    const other = await acksOf(world, { ...header, bodyHash: `0x${'0b'.repeat(32)}` }, 0b0011);
    const ack = (acks: Hex): ChainCall => ({ name: 'ackBodies', headers: [header], acks: [acks] });
    assert.equal(refusalOf(await world.submit(relayer.address, ack(good))), 'UnknownTask');
    const call = {
      ...createCall(header),
      name: 'create',
      header,
      body: '0x',
      senderSig: '0x',
      payerSig: '0x',
    } as const;
    assert.equal(refusalOf(await world.submit(client.address, { ...call, acks: other })), 'BadSeatSignature');
    const done = await world.does(client.address, { ...call, acks: good });
    assert.equal(eventOf(done, 'BodyAcked').bitmap, 0b0011);
    for (const [acks, name] of [
      [few, 'QuorumNotMet'],
      [other, 'BadSeatSignature'],
      ['0x0000', 'OutOfRange'],
      [`${good}00`, 'QuorumNotMet'],
    ] as const)
      assert.equal(refusalOf(await world.submit(relayer.address, ack(acks as Hex))), name);
    waitSeconds(world, 100 - times.graceSeconds);
    assert.equal(refusalOf(await world.submit(relayer.address, ack(good))), 'BodyLate');
  });

  test('single seats join to one acknowledgement; what is not their own is left out', async () => {
    const world = await openWorld();
    const header = taskOf(world, 1n);
    const ack = { taskId: taskId(header), bodyHash: header.bodyHash };
    const { seats } = await world.committee();
    const key = (seat: number): (typeof NODES)[number] => NODES[seats[seat] as number] as (typeof NODES)[number];
    const sign = (seat: number): Hex => signRecord(DOMAIN, ACK, ack, key(seat).signer.privateKey);
    const told = new Map<number, Hex>([
      [2, sign(2)],
      [0, sign(0)],
      [1, sign(0)],
      [3, '0x'],
    ]);
    const joined = joinAcks(DOMAIN, ack, told, (seat) => key(seat).signer.address);
    assert.equal(encodeAcks(joined), await acksOf(world, header, 0b0101));
    assert.deepEqual(decodeAcks(encodeAcks(joined)), joined);
    for (const bad of ['0x', '0x0000', '0x00000001', `${encodeAcks(joined)}00`, '0xzz'] as const)
      assert.equal(decodeAcks(bad as Hex), undefined);
  });

  test('a body is posted once, whole, and while there is time to compute', async () => {
    const world = await openWorld();
    const header = await created(world, 1n);
    const post = (body: Hex): ChainCall => ({ name: 'postBody', header, body });
    assert.equal(refusalOf(await world.submit(relayer.address, post('0x00'))), 'WrongHash');
    assert.equal(refusalOf(await world.submit(relayer.address, post('0x'))), 'OutOfRange');
    await world.does(relayer.address, post(BODY));
    assert.equal(refusalOf(await world.submit(relayer.address, post(BODY))), 'BodyKnown');
    const second = await created(world, 2n);
    waitSeconds(world, 100 - times.graceSeconds);
    assert.equal(
      refusalOf(await world.submit(relayer.address, { name: 'postBody', header: second, body: BODY })),
      'BodyLate',
    );
  });
});

describe('late shares', () => {
  test('wait for their seat, once and in time, and are the pot’s afterwards', async () => {
    const world = await openWorld();
    const settle = async (nonce: bigint): Promise<Extract<ChainCall, { readonly name: 'settle' }>> => {
      const call = await settlement(world, [await created(world, nonce)], {}, 0b0111);
      await world.does(relayer.address, call);
      return call;
    };
    const { receipt, headers, results } = await settle(1n);
    const sig = await signatures(world, digest(DOMAIN, RECEIPT, receipt), 0b1000);
    const third = await signatures(world, digest(DOMAIN, RECEIPT, receipt), 0b0100);
    const claim = { name: 'claimLate', receipt, headers, results, seat: 3, sig } as const;
    const share = ((10_000n - 777n) * 3n) / 4n;
    assert.equal(world.chain.state().reserved, share);
    const cheats: readonly [ChainCall, string][] = [
      [{ ...claim, seat: 2, sig: third }, 'AlreadyPaid'],
      [{ ...claim, sig: third }, 'BadSeatSignature'],
      [{ ...claim, seat: 31 }, 'OutOfRange'],
      [{ ...claim, headers: headers.map((header) => ({ ...header, gasPrice: 9n })) }, 'WrongTask'],
      [{ ...claim, results: results.map((result) => ({ ...result, gasUsed: 9n })) }, 'WrongReceipt'],
      [{ ...claim, headers: [] }, 'WrongReceipt'],
      [{ ...claim, name: 'sweepLate' } as ChainCall, 'ClaimOpen'],
    ];
    for (const [call, name] of cheats) assert.equal(refusalOf(await world.submit(relayer.address, call)), name);
    const paid = eventOf(await world.does(relayer.address, claim), 'LateClaimed');
    assert.deepEqual([paid.amount, world.chain.state().reserved], [share, 0n]);
    assert.equal(refusalOf(await world.submit(relayer.address, claim)), 'AlreadyPaid');
    solvent(world);

    const second = await settle(2n);
    waitSeconds(world, times.lateSeconds + 1);
    const late = { ...claim, receipt: second.receipt, headers: second.headers, results: second.results };
    assert.equal(refusalOf(await world.submit(relayer.address, late)), 'ClaimOver');
    const { pot } = world.chain.state();
    await world.does(relayer.address, { ...late, name: 'sweepLate' } as ChainCall);
    assert.deepEqual([world.chain.state().pot - pot, world.chain.state().reserved], [share, 0n]);
    assert.equal(
      refusalOf(await world.submit(relayer.address, { ...late, name: 'sweepLate' } as ChainCall)),
      'AlreadyPaid',
    );
    solvent(world);
  });
});

describe('callbacks', () => {
  test('are told once; a failed one is owed and can be told by anyone', async () => {
    let takes = false;
    const callee: Hex = `0x${'ca'.repeat(20)}`;
    const world = await openWorld({ config: { calleeTakes: (target) => takes && target === callee } });
    const header = await created(world, 1n, { callback: callee, callbackGas: 100_000 });
    const settled = await settlement(world, [header]);
    await world.does(relayer.address, settled);
    const done = await world.does(relayer.address, await opening(world, settled, 0, '0x0a'));
    assert.equal(eventOf(done, 'CallbackDone').ok, false);
    const port = world.port(ZERO_ADDRESS);
    assert.equal(await port.owedCallbackOf(taskId(header)), keccakHex(Uint8Array.of(0x0a)));
    const retry = { name: 'retryCallback', header, output: '0x0a' } as const;
    assert.equal(refusalOf(await world.submit(client.address, { ...retry, output: '0x0b' })), 'WrongHash');
    assert.equal(eventOf(await world.does(client.address, retry), 'CallbackDone').ok, false);
    takes = true;
    assert.equal(eventOf(await world.does(client.address, retry), 'CallbackDone').ok, true);
    assert.equal(refusalOf(await world.submit(client.address, retry)), 'NoCallback');
    assert.equal(await port.owedCallbackOf(taskId(header)), undefined);
  });
});
