// The refusals of the rules that no other test is about, each by its own name and facts, as the Solidity tests have them (packages/contracts/test/solidity/Refusals.t.sol). `npm run
// mutants` takes each check out and sees that its test here fails. One file, though long: a list of refusals in the order of the rules' files.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SigningKey } from '@enigma/crypto';
import {
  BATCH_MAX,
  BODY_BYTES_MAX,
  type ChainCall,
  CODE_BYTES_MAX,
  type Contract,
  digest,
  EMPTY_TREE,
  ENTRY_BYTES_MIN,
  type Hex,
  INIT_BYTES_MAX,
  keccakHex,
  MASKED_BYTES_MAX,
  NODE_PROOF,
  OUTPUT_BYTES_MAX,
  PRICE_MAX,
  READ_SEQ,
  RECEIPT,
  SCHEDULES_MAX,
  SEATS_MAX,
  setUnits,
  signRecord,
  type Task,
  TREE_LEAVES,
  TREE_LEVELS,
  UNITS_SUM_MAX,
  ZERO_ADDRESS,
  ZERO_HASH,
  apply,
  hexBytes,
  resultsRootOf,
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
  registration,
  relayer,
  settlement,
  signatures,
  taskOf,
  type World,
} from './internal/world.ts';

const X: Hex = `0x${'0e'.repeat(32)}`;
type Fact = string | number | bigint;

const bytes = (length: number): Hex => `0x${'00'.repeat(length)}`;

/** The call is refused for this reason and no other. */
async function refused(world: World, from: Hex, call: ChainCall, name: string, ...facts: Fact[]): Promise<void> {
  const done = await world.submit(from, call);
  assert.ok(!done.ok, `${call.name} goes through`);
  assert.deepEqual([done.refusal.name, ...done.refusal.args.map(String)], [name, ...facts.map(String)]);
}

function deployment(changes: Partial<Contract> = {}, code: Hex = '0x01', initArgs: Hex = '0x'): ChainCall {
  const hashes = { codeHash: keccakHex(hexBytes(code)), initHash: keccakHex(hexBytes(initArgs)) };
  return { name: 'deploy', contract: { ...baseTerms(), ...hashes, ...changes }, salt: X, code, initArgs };
}

async function created(world: World, nonce: bigint, changes: Partial<Task> = {}): Promise<Task> {
  const header = taskOf(world, nonce, changes);
  await world.does(header.sender, createCall(header));
  return header;
}

/** A contract beside the world's, not drawn yet. */
async function deployed(world: World, changes: Partial<Contract> = {}): Promise<Hex> {
  const terms = { schedules: [], ...changes };
  return eventOf(await world.does(deployer.address, deployment(terms)), 'ContractDeployed').contractId;
}

describe('terms of a contract', () => {
  test('code and arguments have their bounds and are the ones hashed', async () => {
    const world = await openWorld();
    const no = (call: ChainCall, ...reason: [string, ...Fact[]]): Promise<void> =>
      refused(world, deployer.address, call, ...reason);
    await no(deployment({}, '0x'), 'OutOfRange', 'code', 1, CODE_BYTES_MAX);
    await no(deployment({}, bytes(CODE_BYTES_MAX + 1)), 'OutOfRange', 'code', 1, CODE_BYTES_MAX);
    await no(deployment({}, '0x01', bytes(INIT_BYTES_MAX + 1)), 'OutOfRange', 'initArgs', 0, INIT_BYTES_MAX);
    await no(deployment({ codeHash: X }), 'WrongHash', 'code');
    await no(deployment({ initHash: X }), 'WrongHash', 'initArgs');
  });

  test('each term has its bound', async () => {
    const world = await openWorld();
    const no = (changes: Partial<Contract>, ...reason: [string, ...Fact[]]): Promise<void> =>
      refused(world, deployer.address, deployment(changes), ...reason);
    for (const field of ['mode', 'flags', 'priceClass', 'cell']) await no({ [field]: 1 }, 'NotYet', field);
    await no({ n: 4, T: 0 }, 'OutOfRange', 'n', 1, SEATS_MAX);
    await no({ n: 2, T: 1 }, 'OutOfRange', 'n', 3, SEATS_MAX);
    await no({ n: SEATS_MAX + 1, T: 1 }, 'OutOfRange', 'n', 3, SEATS_MAX);
    await no({ price: PRICE_MAX + 1n }, 'OutOfRange', 'price', 0, PRICE_MAX);
    await no({ tenure: 0 }, 'OutOfRange', 'tenure', 1, 65535);
    await no({ openMode: 2 }, 'OutOfRange', 'openMode', 0, 1);
    await no({ owner: ZERO_ADDRESS }, 'OutOfRange', 'owner', 1, 2n ** 160n - 1n);
  });

  test('schedules can be met, and no two fall together', async () => {
    const world = await openWorld();
    const height = world.chain.latest().number + 50n;
    const usual = { fn: FN, height, gasLimit: 5000n, gasPrice: 2n, tip: 0n, windowSeconds: 600 };
    const no = (schedules: readonly Partial<typeof usual>[], ...reason: [string, ...Fact[]]): Promise<void> => {
      const all = schedules.map((one, i) => ({ ...usual, height: height + BigInt(i), ...one }));
      return refused(world, deployer.address, deployment({ schedules: all }), ...reason);
    };
    const max = world.chain.state().config.times.taskSecondsMax;
    await no(
      Array.from({ length: SCHEDULES_MAX + 1 }, () => ({})),
      'OutOfRange',
      'schedules',
      0,
      SCHEDULES_MAX,
    );
    const next = world.chain.latest().number + 1n;
    await no([{ height: next }], 'OutOfRange', 'height', next + 1n, 2n ** 64n - 1n);
    await no([{ gasLimit: 999n }], 'OutOfRange', 'gasLimit', 1000, 2n ** 64n - 1n);
    await no([{ gasPrice: 0n }], 'PriceTooLow', 1, 0);
    await no([{ windowSeconds: 0 }], 'OutOfRange', 'windowSeconds', 1, max);
    await no([{ windowSeconds: max + 1 }], 'OutOfRange', 'windowSeconds', 1, max);
    await no([{}, { height }], 'ScheduleClash', height);
  });
});

describe('committees', () => {
  test('one is drawn once, of enough nodes, and given up after its tenure alone', async () => {
    const world = await openWorld();
    const open = (contractId: Hex): ChainCall => ({ name: 'openCommittee', contractId });
    await refused(world, relayer.address, open(world.contractId), 'NotServing', 2);
    const fresh = await deployed(world);
    const large = await deployed(world, { n: 7, T: 3, policyHash: X });
    await world.does(relayer.address, { name: 'advance' });
    const { committeeId } = eventOf(await world.does(relayer.address, open(fresh)), 'CommitteeOpened');
    await refused(world, relayer.address, open(fresh), 'WrongCommittee', committeeId, ZERO_HASH);
    await refused(world, relayer.address, open(large), 'TooFewNodes', 6, 7);
    const leave = (contractId: Hex): ChainCall => ({ name: 'forceLeave', contractId });
    const { tenureEnd } = await world.committee();
    const until = tenureEnd + world.chain.state().config.graceEpochs;
    await refused(world, relayer.address, leave(world.contractId), 'TenureNotOver', until);
    await refused(world, relayer.address, leave(X), 'UnknownContract', X);
    await refused(world, relayer.address, leave(large), 'UnknownContract', large);
  });

  test('one dominant node exhausts the draw by name', async () => {
    const world = await openWorld();
    const contractId = await deployed(world);
    await world.does(relayer.address, { name: 'advance' });
    const state = world.chain.state();
    const tree = [UNITS_SUM_MAX - 3, 1, 1, 1].reduce((before, units, leaf) => {
      const after = setUnits(before, leaf, units, 0);
      return 'refused' in after ? before : after;
    }, EMPTY_TREE);
    const { number, hash } = world.chain.latest();
    const block = { ...world.chain.latest(), number: number + 1n, prevrandao: X, hashOf: () => hash };
    const context = { from: relayer.address, block };
    const drawn = apply({ ...state, tree }, context, { name: 'openCommittee', contractId });
    assert.equal(drawn.ok ? 'done' : drawn.refusal.name, 'DrawExhausted');
  });

  test('a committee is given up once, and its contract’s deposits go back where it is lost', async () => {
    const world = await openWorld({ terms: { tenure: 1 } });
    const back: ChainCall = { name: 'returnDeposits', contractId: world.contractId };
    await refused(world, relayer.address, back, 'NotServing', 2);
    for (let i = 0; i < 6; i++) await world.does(relayer.address, { name: 'advance' });
    const leave: ChainCall = { name: 'forceLeave', contractId: world.contractId };
    await world.does(relayer.address, leave);
    await refused(world, relayer.address, leave, 'UnknownContract', world.contractId);
    await world.does(relayer.address, back);
  });

  test('a standby’s own good signature is no seat’s', async () => {
    const world = await openWorld();
    const good = await settlement(world, [await created(world, 1n)], {}, 0b0011);
    const { standbys } = await world.committee();
    const standby = NODES[standbys[0] as number] as (typeof NODES)[number];
    const sig = signRecord(DOMAIN, RECEIPT, good.receipt, standby.signer.privateKey);
    const sigs: Hex = `${good.sigs}${sig.slice(2)}`;
    await refused(world, relayer.address, { ...good, bitmap: 0b10011, sigs }, 'BadSeatSignature', 4);
  });

  test('only what never began is lost, and only its own GENESIS names who was missing', async () => {
    const serving = await openWorld();
    const { receipt: other } = await settlement(serving, [], { kind: 0 });
    await refused(
      serving,
      relayer.address,
      { name: 'declareLost', receipt: other, bitmap: 0, sigs: '0x' },
      'NotServing',
      2,
    );
    const world = await openWorld({ genesis: false });
    const { receipt, sigs } = await settlement(world, [], { kind: 2 }, 0b0011);
    for (let i = 0; i <= 64; i++) world.chain.mine();
    const { committeeId } = receipt;
    await refused(
      world,
      relayer.address,
      { name: 'declareLost', receipt, bitmap: 3, sigs },
      'WrongCommittee',
      committeeId,
      committeeId,
    );
  });

  test('an epoch begins at most once in a block, and a seed that is not there draws nobody', async () => {
    const world = await openWorld();
    const state = world.chain.state();
    const block = { ...world.chain.latest(), prevrandao: X, hashOf: () => undefined };
    const again = apply({ ...state, advancedAt: block.number }, { from: relayer.address, block }, { name: 'advance' });
    assert.deepEqual(again.ok ? 'done' : again.refusal.name, 'AlreadyAdvanced');
  });
});

describe('nodes', () => {
  const newcomer = { owner: relayer, signer: keyOf('new signer'), units: 1 };
  const register = registration(newcomer) as Extract<ChainCall, { readonly name: 'register' }>;

  test('one owner has one node, whose keys are apart and whose bounds hold', async () => {
    const world = await openWorld();
    const first = NODES[0] as (typeof NODES)[number];
    const known = registration({ ...first, signer: newcomer.signer });
    await refused(world, first.owner.address, known, 'AlreadyRegistered', first.owner.address);
    const no = (keys: Partial<typeof register.keys>, ...reason: [string, ...Fact[]]): Promise<void> =>
      refused(world, relayer.address, { ...register, keys: { ...register.keys, ...keys } }, ...reason);
    const { signer } = register.keys;
    await no({ signer: relayer.address, operator: client.address }, 'KeysNotSeparate', relayer.address);
    await no({ operator: signer }, 'KeysNotSeparate', signer);
    await no({ payout: ZERO_ADDRESS }, 'OutOfRange', 'payout', 1, 2n ** 160n - 1n);
    await refused(world, relayer.address, { ...register, units: 0 }, 'UnitsOutOfRange', 1, 1000);
    await refused(world, relayer.address, { ...register, units: 1001 }, 'UnitsOutOfRange', 1, 1000);
    await no({ peerUrl: 'a'.repeat(257) }, 'OutOfRange', 'peerUrl', 0, 256);
    await no({ apiUrl: 'a'.repeat(257) }, 'OutOfRange', 'apiUrl', 0, 256);
  });

  test('keys rotate once an epoch, and a committee keeps those of its draw', async () => {
    const world = await openWorld();
    const first = NODES[0] as (typeof NODES)[number];
    const rotation = (signer: SigningKey): ChainCall => {
      const { keys, proof } = registration({ ...first, signer }) as Extract<ChainCall, { readonly name: 'register' }>;
      return { name: 'rotateKeys', keys, proof };
    };
    const { epoch } = world.chain.state();
    const from = first.owner.address;
    await refused(world, relayer.address, rotation(keyOf('second')), 'UnknownNode');
    await refused(world, from, rotation(first.signer), 'AlreadyRegistered', first.signer.address);
    const second = keyOf('second').address;
    const unproven = { ...rotation(keyOf('second')), proof: bytes(64) } as ChainCall;
    await refused(world, from, unproven, 'BadPossession', second, ZERO_ADDRESS);
    const done = await world.does(from, rotation(keyOf('second')));
    assert.deepEqual(eventOf(done, 'KeysRotated').effectiveEpoch, epoch + 1);
    await refused(world, from, rotation(keyOf('third')), 'RotationPending', epoch + 1);
    const port = world.chain.port(ZERO_ADDRESS);
    assert.equal(await port.signerAt(0, epoch), first.signer.address);
    assert.equal(await port.signerAt(0, epoch + 1), keyOf('second').address);
    assert.equal(await port.signerAt(99, epoch), ZERO_ADDRESS);
    // The committee was drawn before: what its seats sign is judged by the old key, for good.
    await world.does(relayer.address, { name: 'advance' });
    await world.does(relayer.address, await settlement(world, [await created(world, 1n)]));
  });

  test('nobody’s signature possesses nobody’s key', async () => {
    const world = await openWorld();
    const keys = { ...register.keys, signer: ZERO_ADDRESS, operator: relayer.address };
    await refused(
      world,
      relayer.address,
      { ...register, keys, proof: bytes(64) },
      'BadPossession',
      ZERO_ADDRESS,
      ZERO_ADDRESS,
    );
    const { sealingKey, tlsSpkiHash, payout, operator } = register.keys;
    const record = { owner: client.address, sealingKey, tlsSpkiHash, payout, operator };
    const proof = signRecord(DOMAIN, NODE_PROOF, record, newcomer.signer.privateKey);
    const done = await world.submit(relayer.address, { ...register, proof });
    assert.equal(done.ok ? 'done' : done.refusal.name, 'BadPossession', 'a proof for another owner');
  });

  test('as many nodes as the tree has leaves, and no sum beyond its bits', async () => {
    const world = await openWorld();
    const state = world.chain.state();
    const context = {
      from: relayer.address,
      block: { ...world.chain.latest(), prevrandao: X, hashOf: () => undefined },
    };
    const nodes = Array.from({ length: TREE_LEAVES }, () => state.nodes[0] as (typeof state.nodes)[number]);
    const full = apply({ ...state, nodes }, context, register);
    assert.equal(full.ok ? 'done' : full.refusal.name, 'TreeFull');
    const heavy = setUnits(EMPTY_TREE, 0, UNITS_SUM_MAX, 0);
    assert.ok(!('refused' in heavy));
    const over = apply({ ...state, tree: heavy }, context, register);
    assert.equal(over.ok ? 'done' : over.refusal.name, 'UnitsOverflow');
    assert.equal(TREE_LEVELS, 5);
  });

  test('stake moves in units that are there', async () => {
    const world = await openWorld();
    const { owner, units } = NODES[0] as (typeof NODES)[number];
    const no = (call: ChainCall, ...facts: Fact[]): Promise<void> =>
      refused(world, owner.address, call, 'UnitsOutOfRange', ...facts);
    await no({ name: 'addStake', units: 0 }, 1, 1000 - units);
    await no({ name: 'addStake', units: 1001 - units }, 1, 1000 - units);
    await no({ name: 'requestExit', units: 0 }, 1, units);
    await no({ name: 'requestExit', units: units + 1 }, 1, units);
    await no({ name: 'completeExit' }, 1, 0);
  });
});

describe('money, orders and entries', () => {
  test('nobody takes out what he has not put in, or moves tokens that he has not', async () => {
    const world = await openWorld();
    await refused(
      world,
      keyOf('poor').address,
      { name: 'withdraw', amount: 1n, to: client.address },
      'InsufficientBalance',
      0,
      1,
    );
    await refused(
      world,
      keyOf('poor').address,
      { name: 'transferToken', to: client.address, amount: 1n },
      'ERC20InsufficientBalance',
      keyOf('poor').address,
      0,
      1,
    );
  });

  test('a task ends within the longest time, and a callee has some gas', async () => {
    const world = await openWorld();
    const now = world.chain.latest().timestamp;
    const far = { deadline: now + world.chain.state().config.times.taskSecondsMax + 10_000 };
    const done = await world.submit(client.address, createCall(taskOf(world, 1n, far)));
    assert.equal(done.ok ? 'done' : done.refusal.name, 'DeadlineOutOfRange');
    const callee = { callback: deployer.address, callbackGas: 0 };
    await refused(world, client.address, createCall(taskOf(world, 1n, callee)), 'BadCallback', deployer.address, 0);
  });

  test('batches have their shape', async () => {
    const world = await openWorld();
    const header = taskOf(world, 1n);
    const order = { header, body: '0x', senderSig: '0x', payerSig: '0x' } as const;
    const many = <T>(one: T): readonly T[] => Array.from({ length: BATCH_MAX + 1 }, () => one);
    const no = (call: ChainCall): Promise<void> =>
      refused(world, client.address, call, 'OutOfRange', 'count', 1, BATCH_MAX);
    await no({ name: 'createMany', orders: [] });
    await no({ name: 'createMany', orders: many(order) });
    await no({ name: 'ackBodies', headers: [], acks: [] });
    await no({ name: 'ackBodies', headers: many(header), acks: many<Hex>('0x') });
    await no({ name: 'ackBodies', headers: [header], acks: [] });
    await no({ name: 'expire', headers: [] });
    await no({ name: 'expire', headers: many(header) });
  });

  test('entries are of a contract that serves, and have their bounds', async () => {
    const world = await openWorld();
    const no = (contractId: Hex, bodies: readonly Hex[], ...reason: [string, ...Fact[]]): Promise<void> =>
      refused(world, client.address, { name: 'append', contractId, bodies }, ...reason);
    await no(X, [bytes(100)], 'UnknownContract', X);
    await no(await deployed(world), [bytes(100)], 'NotServing', 1);
    await no(world.contractId, [], 'OutOfRange', 'bodies', 1, BATCH_MAX);
    await no(
      world.contractId,
      Array.from({ length: BATCH_MAX + 1 }, () => bytes(100)),
      'OutOfRange',
      'bodies',
      1,
      BATCH_MAX,
    );
    for (const length of [ENTRY_BYTES_MIN - 1, BODY_BYTES_MAX + 1])
      await no(world.contractId, [bytes(length)], 'OutOfRange', 'entry', ENTRY_BYTES_MIN, BODY_BYTES_MAX);
  });

  test('a posted body has its bound', async () => {
    const world = await openWorld();
    const body = bytes(BODY_BYTES_MAX + 1);
    const header = await created(world, 1n, { bodyHash: keccakHex(hexBytes(body)) });
    await refused(world, client.address, { name: 'postBody', header, body }, 'OutOfRange', 'body', 1, BODY_BYTES_MAX);
  });

  test('a schedule is triggered while its contract serves, from what was deposited for it', async () => {
    const world = await openWorld({
      genesis: false,
      terms: { schedules: [{ fn: FN, height: 40n, gasLimit: 5000n, gasPrice: 2n, tip: 0n, windowSeconds: 600 }] },
    });
    while (world.chain.latest().number <= 41n) world.chain.mine();
    const trigger: ChainCall = { name: 'trigger', contractId: world.contractId, fn: FN, height: 40n };
    await refused(world, relayer.address, trigger, 'NotServing', 1);
    await world.does(relayer.address, await settlement(world, [], { kind: 0 }));
    await refused(world, relayer.address, trigger, 'InsufficientBalance', 0, 10_000);
    const header = await created(world, 1n);
    world.now.seconds = world.chain.latest().timestamp + 61;
    world.chain.mine();
    await world.does(relayer.address, await settlement(world, [header], {}, 0b0011));
    await refused(world, relayer.address, trigger, 'Degraded');
  });

  test('a schedule whose price does not fit is not triggered', async () => {
    const dear = { fn: FN, height: 40n, gasLimit: 2n ** 63n, gasPrice: 2n ** 90n, tip: 0n, windowSeconds: 600 };
    const world = await openWorld({ terms: { schedules: [dear] } });
    while (world.chain.latest().number <= 41n) world.chain.mine();
    const trigger: ChainCall = { name: 'trigger', contractId: world.contractId, fn: FN, height: 40n };
    await refused(world, relayer.address, trigger, 'EscrowOverflow');
  });
});

describe('receipts', () => {
  test('nobody is no committee: a contract that has none takes no receipt', async () => {
    const world = await openWorld();
    const contractId = await deployed(world);
    const { receipt } = await settlement(world, [], {
      kind: 0,
      contractId,
      committeeId: ZERO_HASH,
      prevRoot: ZERO_HASH,
    });
    const call: ChainCall = { name: 'settle', receipt, headers: [], results: [], masked: [], bitmap: 0, sigs: '0x' };
    await refused(world, relayer.address, call, 'WrongCommittee', ZERO_HASH, ZERO_HASH);
    const state = world.chain.state();
    const { committeeId } = await world.head();
    await refused(
      world,
      relayer.address,
      { ...call, receipt: { ...receipt, committeeId } },
      'WrongCommittee',
      ZERO_HASH,
      committeeId,
    );
    assert.equal(state.heads.get(contractId)?.committeeId, ZERO_HASH);
  });

  test('a receipt of another stage or shape is refused', async () => {
    const world = await openWorld();
    const settles = async (
      changes: Parameters<typeof settlement>[2],
      headers: readonly Task[] = [],
    ): Promise<ChainCall> => settlement(world, headers, changes);
    await refused(world, relayer.address, await settles({ kind: 0 }), 'NotServing', 2);
    await refused(world, relayer.address, await settles({ count: 0 }), 'OutOfRange', 'count', 1, BATCH_MAX);
    await refused(world, relayer.address, await settles({ count: BATCH_MAX + 1 }), 'OutOfRange', 'count', 1, BATCH_MAX);
    await refused(world, relayer.address, await settles({ kind: 2, count: 1 }), 'WrongReceipt', 'count');
    // A repair that carries tasks along would leave them open though a receipt has them.
    const header = await created(world, 1n);
    await refused(world, relayer.address, await settles({ kind: 2 }, [header]), 'WrongReceipt', 'count');
    await refused(world, relayer.address, await settles({ kind: 2, resultsRoot: X }), 'WrongReceipt', 'resultsRoot');
    // Reads leave the state as it is, and are none of the queue's.
    const { stateRoot } = await world.head();
    const read = { kind: 4, newRoot: X, firstSeq: READ_SEQ } as const;
    await refused(world, relayer.address, await settles(read, [header]), 'WrongRoot', stateRoot, X);
    const queued = { ...read, newRoot: stateRoot, firstSeq: 0n };
    await refused(world, relayer.address, await settles(queued, [header]), 'WrongSeq', READ_SEQ, 0);
    const young = await openWorld({ genesis: false });
    await refused(young, relayer.address, await settlement(young, [taskOf(young, 1n)]), 'NotServing', 1);
  });

  test('tasks are settled and expire in their order, with a status, within their gas', async () => {
    const world = await openWorld();
    const [first, second] = [await created(world, 1n), await created(world, 2n)];
    await refused(world, relayer.address, await settlement(world, [second]), 'WrongSeq', 0, 1);
    for (const status of [0, 6])
      await refused(
        world,
        relayer.address,
        await settlement(world, [first], {}, 0b1111, status),
        'WrongReceipt',
        'status',
      );
    const good = await settlement(world, [first]);
    const results = good.results.map((result) => ({ ...result, gasUsed: first.gasLimit + 1n }));
    const receipt = { ...good.receipt, resultsRoot: resultsRootOf(results) };
    const sigs = await signatures(world, digest(DOMAIN, RECEIPT, receipt), 0b1111);
    await refused(world, relayer.address, { ...good, receipt, results, sigs }, 'WrongReceipt', 'gasUsed');
    const masked = [bytes(MASKED_BYTES_MAX + 1)];
    await refused(world, relayer.address, { ...good, masked }, 'OutOfRange', 'masked', 0, MASKED_BYTES_MAX);
    world.now.seconds = world.chain.latest().timestamp + 200;
    world.chain.mine();
    await refused(world, relayer.address, { name: 'expire', headers: [second] }, 'WrongSeq', 0, 1);
  });

  test('an opening is of its place, its receipt and a result', async () => {
    const world = await openWorld();
    const [first, second] = [await created(world, 1n), await created(world, 2n)];
    const settled = await settlement(world, [first, second]);
    await world.does(relayer.address, settled);
    const no = (call: ChainCall, ...reason: [string, ...Fact[]]): Promise<void> =>
      refused(world, client.address, call, ...reason);
    const good = await opening(world, settled, 0, '0x0a');
    const long = bytes(OUTPUT_BYTES_MAX + 1);
    await no(await opening(world, settled, 0, long), 'OutOfRange', 'output', 0, OUTPUT_BYTES_MAX);
    await no({ ...(await opening(world, settled, 2, '0x0a')), header: first }, 'WrongReceipt', 'resultsRoot');
    // The contracts prove a result's place among as many as the receipt says.
    await no({ ...good, receipt: { ...good.receipt, count: 0 } }, 'WrongReceipt', 'resultsRoot');
    await no(
      { ...good, results: good.results.map((result) => ({ ...result, code: 9 })) },
      'WrongReceipt',
      'resultsRoot',
    );
    const receipt = { ...good.receipt, newRoot: X };
    await no({ ...good, receipt }, 'WrongReceipt', 'digest');
    const results = settled.results;
    await no({ ...good, header: second }, 'WrongTask', results[0]?.taskId as Hex, results[1]?.taskId as Hex);
    await world.does(client.address, good);
    const failed = await settlement(world, [await created(world, 3n)], {}, 0b1111, 2);
    await world.does(relayer.address, failed);
    await no(await opening(world, failed, 0, '0x0a'), 'WrongReceipt', 'status');
  });

  test('a late claim shows the whole receipt of a task that was settled', async () => {
    const world = await openWorld();
    const headers = [await created(world, 1n)];
    const settled = await settlement(world, headers, {}, 0b0111);
    const sig = await signatures(world, digest(DOMAIN, RECEIPT, settled.receipt), 0b1000);
    const { receipt, results } = settled;
    const claim = { name: 'claimLate', receipt, headers, results, seat: 3, sig } as const;
    const no = (call: ChainCall, ...reason: [string, ...Fact[]]): Promise<void> =>
      refused(world, relayer.address, call, ...reason);
    await no(claim, 'UnknownTask', results[0]?.taskId as Hex);
    await world.does(relayer.address, settled);
    await no({ ...claim, receipt: { ...receipt, count: 0 }, headers: [], results: [] }, 'WrongReceipt', 'count');
    await no({ ...claim, receipt: { ...receipt, count: 2 } }, 'WrongReceipt', 'count');
    await no({ ...claim, results: [...results, ...results] }, 'WrongReceipt', 'count');
    await no({ ...claim, receipt: { ...receipt, newRoot: X } }, 'WrongReceipt', 'digest');
    await world.does(relayer.address, claim);
  });
});
