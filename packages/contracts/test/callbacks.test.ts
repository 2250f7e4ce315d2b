// What an opener's transaction meets on a real EVM: a callee that lies while gas is estimated, one that burns all it is given, and the auction's record, which is told twice.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { type ChainPort, digest, type Hex, type Included, RECEIPT, type Task } from '@enigma/protocol';
import { concat, keccak256, padHex, toFunctionSelector, toHex } from 'viem';
import { AUCTION_RECORD_GAS, deployAuctionRecord, expectSettlement, readAuctionRecord } from '../src/auctionRecord.ts';
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
  taskIdOf,
  taskOf,
  ZERO,
} from './network.ts';

const CALLEE: Hex = `0x${'ca'.repeat(20)}`;
/** for (;;) {} */
const BURNS: Hex = '0x5b600056';
/** if (tx.gasprice == 0) return; for (;;) {}: who estimates names no price. */
const CHEAP_WHEN_ASKED: Hex = '0x3a15600a575b600556005b00';
const BITMAP = 0b0111;
const SETTLE = toFunctionSelector('settle()');
const winner: Hex = `0x${'b0'.repeat(20)}`;
/** winner, price 1081 and 50 bidders, as settle() returns them. */
const output = concat([winner, '0x3904000000000000', '0x32000000']);

describe('callbacks on the chain', () => {
  let network: Network;
  let serving: Serving;
  let opener: ChainPort;
  let nonce = 0n;
  before(async () => {
    network = await startNetwork(5);
    serving = await serve(network);
    opener = network.port(fundedKey(1));
    await network.ok(network.owner, { name: 'deposit', to: network.owner.account, amount: 1_000_000n });
  });
  after(() => network.anvil.stop());

  async function headerFor(callback: Hex, callbackGas: number): Promise<Task> {
    const { timestamp } = await network.owner.latest();
    const { contractId } = serving;
    const sender = network.owner.account;
    const deadline = timestamp + 3600;
    return taskOf({ contractId, fn: SETTLE, sender, nonce: nonce++, deadline, callback, callbackGas });
  }

  /** Creates and settles it, and opens it by the first transaction that the opener sends. */
  async function opened(header: Task): Promise<Included> {
    const { owner, domain } = network;
    const { contractId, committeeId, seats } = serving;
    const { seq } = eventIn(
      await network.ok(owner, { name: 'create', header, body: '0x', senderSig: '0x', payerSig: '0x' }),
      'TaskCreated',
    );
    const results = [resultOf(taskIdOf(network, header), '0x')];
    const head = await owner.headOf(contractId);
    const receipt = receiptOf({
      contractId,
      committeeId,
      count: 1,
      firstSeq: seq,
      prevRoot: head?.stateRoot ?? ZERO,
      newRoot: padHex(toHex(seq + 9n), { size: 32 }),
      resultsRoot: resultsRootOf(results),
    });
    const sigs = seatSignatures(network, seats, BITMAP, receipt);
    await network.ok(owner, {
      name: 'settle',
      receipt,
      headers: [header],
      results,
      masked: ['0x'],
      bitmap: BITMAP,
      sigs,
    });
    const opening = { receiptDigest: digest(domain, RECEIPT, receipt), index: 0, outputHash: keccak256(output) };
    const bySeats = openingSignatures(network, seats, 0b0011, opening);
    return network.ok(opener, {
      name: 'open',
      header,
      index: 0,
      output,
      receipt,
      results,
      bitmap: 0b0011,
      sigs: bySeats,
    });
  }

  for (const [what, code] of [
    ['burns all that it is given', BURNS],
    ['is cheap while it is asked and burns all when it is told', CHEAP_WHEN_ASKED],
  ] as const) {
    it(`pays whoever opens to a callee that ${what}, by the first transaction`, async () => {
      await network.rpc('anvil_setCode', [CALLEE, code]);
      const before = await network.owner.availableOf(opener.account);
      const included = await opened(await headerFor(CALLEE, 1_000_000));
      assert.equal(eventIn(included, 'CallbackDone').ok, false);
      assert.ok(included.gasUsed > 1_000_000n, 'it has had what the header names');
      assert.equal((await network.owner.availableOf(opener.account)) - before, 25n, 'a quarter of the tip');
    });
  }

  it('keeps an auction’s result as Tasks tells it, and only of a task that was expected', async () => {
    const { owner } = network;
    const account = { rpcUrl: network.anvil.url, chainId: 31_337, privateKey: fundedKey(0) };
    const record = await deployAuctionRecord(account, { tasks: owner.tasks, auction: serving.contractId });
    const header = await headerFor(record, AUCTION_RECORD_GAS);
    // Nobody has said that it is to be expected.
    assert.equal(eventIn(await opened(header), 'CallbackDone').ok, false);
    assert.equal(await readAuctionRecord(account.rpcUrl, record), undefined);
    const another = await expectSettlement(account, record, { ...header, callback: CALLEE });
    assert.deepEqual(another.ok ? '' : another.refusal.name, 'NotOfTheAuction');
    assert.deepEqual(await expectSettlement(account, record, header), { ok: true });
    const again = await network.ok(opener, { name: 'retryCallback', header, output });
    assert.equal(eventIn(again, 'CallbackDone').ok, true);
    const taskId = taskIdOf(network, header);
    assert.deepEqual(await readAuctionRecord(account.rpcUrl, record), { taskId, winner, price: 1081n, bidders: 50 });
    assert.equal(await owner.owedCallbackOf(taskId), undefined);
    assert.deepEqual(await opener.submit({ name: 'retryCallback', header, output }), {
      ok: false,
      refusal: { name: 'NoCallback', args: [taskId] },
    });
  });
});
