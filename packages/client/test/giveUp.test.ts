// A contract whose committee never begins: whoever waits for it is told so once it cannot begin any more, and anybody brings its deposits back to its owner.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONTRACT_STATUS, contractAccountOf, type ChainPort, type Hex } from '@enigma/protocol';
import { connect, isClientError, type ClientErrorCode } from '../src/index.ts';
import { program, start } from './support/election.ts';
import { keyOf, startNetwork, type Network } from './support/network.ts';

const failing =
  (code: ClientErrorCode, text: RegExp) =>
  (error: unknown): boolean => {
    assert.ok(isClientError(error, code), `expected ${code}, got ${String(error)}`);
    assert.match(error.message, text);
    return true;
  };

const terms = (network: Network) =>
  ({
    program,
    args: [4, network.chain.latest().number + 400n],
    n: 4,
    T: 1,
    tenure: 9,
    salt: `0x${'02'.repeat(32)}`,
    price: 1n,
    schedules: { tally: { gasLimit: 5000n, gasPrice: 1n, tip: 0n, windowSeconds: 60 } },
  }) as const;

test('whoever waits is told when it is too late, and not before; a stranger gives it up, and its owner has the deposit back', async () => {
  const network = await startNetwork();
  network.running = false;
  const client = connect(network.ports);
  let id: Hex | undefined;
  let tooEarly: unknown;
  const stranger = connect({ ...network.ports, chain: network.port(keyOf('keeper')) });
  const waiting = client.deploy(terms(network), {
    onProgress({ stage, contractId }) {
      if (stage !== 'drawn' || contractId === undefined) return;
      id = contractId;
      tooEarly = stranger.giveUp(contractId).catch((error: unknown) => error);
    },
  });
  await assert.rejects(waiting, failing('CONTRACT_VOID', /never began: .* by block \d+/));
  assert.ok(failing('CHAIN_REFUSED', /GenesisOpen/)(await tooEarly));
  const contractId = id as Hex;
  const until = await network.ports.chain.newUntilOf(contractId);
  assert.ok(network.chain.latest().number > until, 'it was told while it could begin');
  // Whoever comes later is told at once.
  await assert.rejects(client.contract(contractId), failing('CONTRACT_VOID', /began/));
  assert.ok(await client.isVoid(contractId));

  const { chain } = network.ports;
  const { bank } = network.chain.state().config;
  const pay = async (amount: bigint): Promise<void> => {
    await chain.submit({ name: 'approve', spender: bank, amount });
    await chain.submit({ name: 'deposit', to: contractAccountOf(contractId), amount });
  };
  await pay(700n);
  const before = await chain.availableOf(chain.account);
  assert.deepEqual(await stranger.giveUp(contractId), {
    contractId,
    owner: chain.account,
    returned: 700n,
    wasLost: false,
  });
  assert.equal((await chain.availableOf(chain.account)) - before, 700n);
  assert.equal((await chain.headOf(contractId))?.status, CONTRACT_STATUS.LOST);
  await assert.rejects(client.contract(contractId), failing('CONTRACT_LOST', /is lost/));
  assert.equal(await client.isVoid(contractId), false);
  // Who pays in afterwards has it back the same way.
  await pay(30n);
  const again = await stranger.giveUp(contractId);
  assert.deepEqual([again.returned, again.wasLost], [30n, true]);
  assert.equal((await chain.availableOf(chain.account)) - before, 730n);
});

test('a contract that serves is not given up, nor one that is not there', async () => {
  const { network, voting } = await start();
  const client = connect(network.ports);
  await assert.rejects(client.giveUp(voting.contractId), failing('CHAIN_REFUSED', /NotServing\(2\)/));
  assert.equal(await client.isVoid(voting.contractId), false);
  await assert.rejects(client.giveUp(`0x${'ab'.repeat(32)}`), failing('NO_CONTRACT', /No contract/));
  assert.equal((await client.contract(voting.contractId)).contractId, voting.contractId);
});

test('one that begins in its last block is not called void by whoever looked before it and asked for the block after', async () => {
  const { network, voting } = await start();
  const { chain } = network.ports;
  const head = await chain.headOf(voting.contractId);
  let asked = 0;
  const late: ChainPort = {
    ...chain,
    // As it was a block before, once.
    headOf: async (id, at) =>
      asked++ === 0 && head !== undefined ? { ...head, status: CONTRACT_STATUS.NEW } : chain.headOf(id, at),
    newUntilOf: () => Promise.resolve(0n),
  };
  const client = connect({ ...network.ports, chain: late });
  assert.equal((await client.contract(voting.contractId)).contractId, voting.contractId);
  assert.ok(asked > 2);
});
