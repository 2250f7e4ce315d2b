// The chain side of the whole walk on anvil, through the typed port: what node, client and cli will do.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import {
  committeeIdOf,
  contractAccountOf,
  digest,
  foldInbox,
  foldReceipts,
  type Hex,
  hexBytes,
  inboxLeafOf,
  RECEIPT,
  scheduledBody,
  seatsOf,
  settledSplit,
  TASK,
  type Task,
} from '@enigma/protocol';
import { keccak256, toHex } from 'viem';
import {
  eventIn,
  fundedKey,
  type Network,
  openingSignatures,
  receiptOf,
  resultOf,
  resultsRootOf,
  seatSignatures,
  serve,
  type Serving,
  startNetwork,
  TALLY,
  taskIdOf,
  taskOf,
  ZERO,
} from './network.ts';

const BITMAP = 0b0111;
const MASKED: Hex = '0x0011';

describe('the walk on the chain', () => {
  let network: Network;
  let serving: Serving;
  let height = 0n;
  before(async () => {
    network = await startNetwork(5);
    height = (await network.owner.latest()).number + 12n;
    const schedules = [{ fn: TALLY, height, gasLimit: 100_000n, gasPrice: 2n, tip: 41n, windowSeconds: 3600 }];
    serving = await serve(network, { schedules });
  });
  after(() => network.anvil.stop());

  it('draws four different nodes and one standby, under the id that everyone computes', async () => {
    const { owner } = network;
    const committee = await owner.committeeOf(serving.committeeId);
    assert.ok(committee);
    assert.equal(new Set([...committee.seats, ...committee.standbys]).size, 5);
    assert.deepEqual([committee.qHi, committee.qLo], [3, 2]);
    const logs = await owner.events(0n, (await owner.latest()).number);
    const drawn = logs.find(({ event }) => event.name === 'CommitteeOpened')?.blockNumber ?? 0n;
    assert.equal(await owner.newUntilOf(serving.contractId), drawn + 64n);
    const opened = logs.map(({ event }) => event).find((event) => event.name === 'CommitteeOpened');
    assert.ok(opened?.name === 'CommitteeOpened');
    assert.equal(committeeIdOf(opened), serving.committeeId);
    assert.equal((await owner.headOf(serving.contractId))?.status, 2);
  });

  it('keeps the inbox as the hash chain that nodes fold', async () => {
    const bodies = [1, 2].map((i) => `0x${String(i).repeat(2 * 161)}` as Hex);
    const appended = await network.ok(network.owner, { name: 'append', contractId: serving.contractId, bodies });
    const event = eventIn(appended, 'InputsAppended');
    let head: Hex = ZERO;
    for (const [i, body] of bodies.entries()) {
      const parts = { contractId: serving.contractId, index: BigInt(i), height: event.height, body: hexBytes(body) };
      head = foldInbox(head, inboxLeafOf(parts));
    }
    assert.equal(event.head, head);
    assert.deepEqual(event.bodies, bodies);
    assert.deepEqual(await network.owner.inboxOf(serving.contractId), { head, count: 2n, lastBlock: event.height });
  });

  it('triggers, settles, opens, and pays everyone to the unit', async () => {
    const { owner, domain } = network;
    const { contractId, committeeId, seats } = serving;
    const call = { name: 'trigger', contractId, fn: TALLY, height } as const;
    const missing = (height - (await owner.latest()).number) as bigint;
    const early = await owner.submit(call);
    assert.deepEqual(early, { ok: false, refusal: { name: 'NotDue', args: [height] } });
    await network.mine(Number(missing));
    const poor = await owner.submit(call);
    assert.deepEqual(poor, { ok: false, refusal: { name: 'InsufficientBalance', args: [0n, 200_041n] } });
    const account = contractAccountOf(contractId);
    await network.ok(owner, { name: 'deposit', to: account, amount: 300_000n });
    const created = eventIn(await network.ok(owner, call), 'TaskCreated');
    assert.equal(digest(domain, TASK, created.header), created.taskId);
    assert.deepEqual([created.header.sender, created.header.nonce], [account, height]);
    assert.equal(created.body, toHex(scheduledBody(height)));
    const again = await owner.submit(call);
    assert.deepEqual(again, { ok: false, refusal: { name: 'NonceUsed', args: [account, height] } });

    const result = resultOf(created.taskId, MASKED);
    const resultsRoot = resultsRootOf([result]);
    const newRoot = keccak256('0x04');
    const receipt = receiptOf({ contractId, committeeId, count: 1, prevRoot: serving.root, newRoot, resultsRoot });
    const submitter = network.port(fundedKey(1));
    const settle = {
      name: 'settle',
      receipt,
      headers: [created.header],
      results: [result],
      masked: [MASKED],
      bitmap: BITMAP,
      sigs: seatSignatures(network, seats, BITMAP, receipt),
    } as const;
    const forged = await submitter.submit({ ...settle, receipt: { ...receipt, newRoot: ZERO } });
    assert.deepEqual(forged, { ok: false, refusal: { name: 'BadSeatSignature', args: [0n] } });
    const settled = eventIn(await network.ok(submitter, settle), 'Settled');
    assert.equal(settled.receiptDigest, digest(domain, RECEIPT, receipt));
    assert.deepEqual(settled.results, [result]);
    assert.deepEqual(settled.receipt, receipt);

    const split = settledSplit(created.header, 1, result.gasUsed, 4, 3);
    for (const seat of seatsOf(BITMAP)) assert.equal(await owner.creditOf(seats[seat] as number), split.perSeat);
    assert.equal(await owner.availableOf(submitter.account), split.toSubmitter);
    assert.equal(await owner.availableOf(account), 300_000n - 200_041n + split.refund);

    const output: Hex = '0x0102';
    const opening = { receiptDigest: settled.receiptDigest, index: 0, outputHash: keccak256(output) };
    const open = {
      name: 'open',
      header: created.header,
      index: 0,
      output,
      receipt,
      results: [result],
      bitmap: 0b1010,
      sigs: openingSignatures(network, seats, 0b1010, opening),
    } as const;
    const lie = await submitter.submit({ ...open, output: '0x0103' });
    assert.deepEqual(lie, { ok: false, refusal: { name: 'BadSeatSignature', args: [1n] } });
    const opened = eventIn(await network.ok(submitter, open), 'Opened');
    assert.deepEqual(opened, { name: 'Opened', taskId: created.taskId, index: 0, output });
    assert.equal(await owner.availableOf(submitter.account), split.toSubmitter + split.held);
    const twice = await submitter.submit(open);
    assert.deepEqual(twice, { ok: false, refusal: { name: 'AlreadyEnded', args: [4] } });
    const head = await owner.headOf(contractId);
    assert.deepEqual([head?.stateRoot, head?.version, head?.doneSeq, head?.nextSeq], [newRoot, 1n, 1n, 1n]);
    const genesis = receiptOf({ contractId, committeeId, kind: 0, newRoot: serving.root });
    const first = foldReceipts(ZERO, digest(domain, RECEIPT, genesis));
    assert.equal(head?.receiptHead, foldReceipts(first, settled.receiptDigest));
  });

  it('creates a task for its sender, and expires it once it is overdue', async () => {
    const { owner } = network;
    const { contractId } = serving;
    const { timestamp } = await owner.latest();
    const task: Task = taskOf({ contractId, sender: owner.account, nonce: 7n, deadline: timestamp + 600 });
    const stranger = network.port(fundedKey(2));
    const stolen = await stranger.submit({ name: 'create', header: task, body: '0x', senderSig: '0x', payerSig: '0x' });
    assert.deepEqual(stolen, { ok: false, refusal: { name: 'BadSignature', args: [owner.account] } });
    await network.ok(owner, { name: 'deposit', to: owner.account, amount: 20_000n });
    const before = await owner.availableOf(owner.account);
    const call = { name: 'create', header: task, body: '0x', senderSig: '0x', payerSig: '0x' } as const;
    const created = eventIn(await network.ok(owner, call), 'TaskCreated');
    assert.equal(created.taskId, taskIdOf(network, task));
    const expire = { name: 'expire', headers: [task] } as const;
    const early = await owner.submit(expire);
    assert.deepEqual(early, { ok: false, refusal: { name: 'NotExpired', args: [BigInt(task.deadline)] } });
    await network.rpc('evm_increaseTime', [700]);
    await network.mine(1);
    const expired = eventIn(await network.ok(owner, expire), 'Expired');
    assert.equal(expired.liability, false);
    // The base fee alone is gone.
    assert.equal(await owner.availableOf(owner.account), before - 1000n);
    assert.equal(await owner.taskStatusOf(created.taskId), 3);
  });

  it('answers undefined for what the chain does not know', async () => {
    const { owner } = network;
    assert.equal(await owner.headOf(ZERO), undefined);
    assert.equal(await owner.contractOf(ZERO), undefined);
    assert.equal(await owner.committeeOf(ZERO), undefined);
    assert.equal(await owner.nodeOf(99), undefined);
    assert.equal(await owner.block(10_000_000n), undefined);
    assert.ok((await owner.finalized()).number < (await owner.latest()).number);
  });
});
