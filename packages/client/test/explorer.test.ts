// An explorer tells what the chain holds, and finds an RPC that alters it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hex } from '@enigma/crypto';
import type { Block, ChainLog, ChainPort, EventFacts, EventName } from '@enigma/protocol';
import { explore, LyingRpc, readHealth, readStanding } from '../src/index.ts';
import { deployed, start, startTallied } from './support/election.ts';
import { keyOf, startNetwork, type Network } from './support/network.ts';

/** An RPC that alters (or, by undefined, withholds) the events of one name. */
function altering<N extends EventName>(
  network: Network,
  name: N,
  change: (facts: EventFacts[N]) => EventFacts[N] | undefined,
): ChainPort {
  const { chain } = network.ports;
  return {
    ...chain,
    events: async (from, to) =>
      (await chain.events(from, to)).flatMap((log): readonly ChainLog[] => {
        if (log.event.name !== name) return [log];
        const changed = change(log.event as unknown as EventFacts[N]);
        return changed === undefined ? [] : [{ ...log, event: { name, ...changed } as unknown as ChainLog['event'] }];
      }),
  };
}

const OTHER: Hex = `0x${'77'.repeat(32)}`;

async function finds(network: Network, chain: ChainPort, what: RegExp): Promise<void> {
  await assert.rejects(explore({ ...network.ports, chain }, 0n).look(), (error) => {
    assert.ok(error instanceof LyingRpc, String(error));
    assert.match(error.what, what);
    return true;
  });
}

test('contract, committee, task, receipt and nodes, in one look', async () => {
  const { network, voting, task } = await startTallied();
  const view = await explore(network.ports, 0n).look();
  const [contract] = [...view.contracts.values()];
  assert.equal(contract?.contractId, voting.contractId);
  assert.equal(contract?.stage, 'serving');
  assert.equal(contract?.inputs, 5n);
  assert.ok(contract?.program.ok);
  assert.equal(contract.program.policy.policyHash, contract.contract.policyHash);
  assert.deepEqual(
    contract.program.policy.sites.map((site) => site.reason),
    ['votes of each candidate'],
  );
  assert.deepEqual(view.nodes, [0, 1, 2, 3]);
  const [seen] = [...view.tasks.values()];
  assert.equal(seen?.taskId, task.taskId);
  assert.equal(seen?.fn, 'tally');
  assert.equal(seen?.settled?.receiptDigest, task.receiptDigest);
  const receipts = [...view.receipts.values()];
  assert.deepEqual(
    receipts.map(({ tasks }) => tasks.length),
    [0, 1],
  );
  const [paid] = receipts[1]?.tasks ?? [];
  assert.ok((paid?.split?.perSeat ?? 0n) > 0n);
  assert.ok((receipts[1]?.signers.length ?? 0) >= 2);
});

test('looking again gives what looking once would have given, over a reorganisation too', async () => {
  const network = await startNetwork();
  const explorer = explore(network.ports, 0n);
  await explorer.look();
  await deployed(network);
  const before = await explorer.look();
  assert.equal(before.contracts.size, 1);
  const { chain } = network;
  chain.mine();
  chain.reorganise(1);
  for (let i = 0; i < 4; i++) {
    chain.mine();
    const { latest: _latest, finalized: _finalized, ...records } = await explorer.look();
    const { latest: _l, finalized: _f, ...fresh } = await explore(network.ports, 0n).look();
    assert.deepEqual(records, fresh);
  }
});

/** A contract with the terms of one that is there, in a block of its own; `policyHash`: another than its code has. */
async function deployedAgain(network: Network, policyHash?: Hex): Promise<void> {
  const { chain } = network.ports;
  const latest = await chain.latest();
  const found = (await chain.events(0n, latest.number)).find(({ event }) => event.name === 'ContractDeployed');
  assert.ok(found?.event.name === 'ContractDeployed');
  const { contract, code, initArgs } = found.event;
  const schedules = contract.schedules.map((one) => ({ ...one, height: latest.number + 100n }));
  const terms = { ...contract, schedules, policyHash: policyHash ?? contract.policyHash };
  const submitted = await chain.submit({ name: 'deploy', contract: terms, salt: OTHER, code, initArgs });
  assert.ok(
    submitted.ok,
    JSON.stringify(submitted, (_, value: unknown) => String(value)),
  );
}

test('what is not final goes when its block goes', async () => {
  const { network } = await start();
  for (let i = 0; i < 3; i++) network.chain.mine();
  const explorer = explore(network.ports, 0n);
  const count = async (): Promise<number> => (await explorer.look()).contracts.size;
  assert.equal(await count(), 1);
  await deployedAgain(network);
  assert.equal(await count(), 2);
  network.chain.reorganise(1, () => []);
  network.chain.mine();
  assert.equal(await count(), 1);
});

test('altered and withheld events are found', async () => {
  const { network } = await startTallied();
  const lies: readonly (readonly [chain: ChainPort, what: RegExp])[] = [
    [altering(network, 'ContractDeployed', (facts) => ({ ...facts, salt: OTHER })), /does not hash to its id/],
    [altering(network, 'ContractDeployed', () => undefined), /registered contract is missing/],
    [altering(network, 'CommitteeOpened', (facts) => ({ ...facts, seats: [0, 1, 3, 2] })), /does not hash to its id/],
    [altering(network, 'CommitteeOpened', (facts) => ({ ...facts, qLo: 1 })), /quorums/],
    [altering(network, 'CommitteeOpened', () => undefined), /without a committee/],
    [altering(network, 'InputsAppended', (facts) => ({ ...facts, first: facts.first + 1n })), /inbox are missing/],
    [
      altering(network, 'TaskCreated', (facts) => ({ ...facts, header: { ...facts.header, gasPrice: 0n } })),
      /header does not hash/,
    ],
    [altering(network, 'TaskCreated', (facts) => ({ ...facts, seq: facts.seq + 1n })), /out of its place/],
    [altering(network, 'TaskCreated', () => undefined), /event is withheld/],
    [
      altering(network, 'Settled', (facts) => ({
        ...facts,
        results: facts.results.map((result) => ({ ...result, gasUsed: 1n })),
      })),
      /results do not hash/,
    ],
    [altering(network, 'Settled', (facts) => ({ ...facts, receiptDigest: OTHER })), /does not hash to its digest/],
    [altering(network, 'Settled', (facts) => ({ ...facts, bitmap: 1 })), /fewer than T\+1/],
  ];
  for (const [chain, what] of lies) await finds(network, chain, what);
});

test('a final block that changes is found', async () => {
  const network = await startNetwork();
  const { chain } = network.ports;
  let changed = false;
  const other = (block: Block | undefined): Block | undefined =>
    block === undefined || !changed ? block : { ...block, hash: OTHER };
  const explorer = explore(
    { ...network.ports, chain: { ...chain, block: async (number) => other(await chain.block(number)) } },
    0n,
  );
  await explorer.look();
  changed = true;
  await assert.rejects(explorer.look(), (error) => error instanceof LyingRpc && /final block/.test(error.what));
});

test('bytes that are no program are shown as such, and hide nothing else', async () => {
  const { network } = await startTallied();
  // Registered under a policy that its code has not: ids and hashes fit, so that it is no lie of the RPC.
  await deployedAgain(network, OTHER);
  const view = await explore(network.ports, 0n).look();
  const [good, bad] = [...view.contracts.values()];
  assert.ok(good?.program.ok);
  assert.ok(bad !== undefined && !bad.program.ok);
  assert.equal(bad.program.error.facts['why'], 'policyHash');
});

test('a node counts as ready by its own key alone', async () => {
  const { network } = await startTallied();
  const { record } = await readStanding(network.ports, 1);
  const answers: string[] = [];
  for (const cheats of [{}, { silent: () => true }, { signerOf: () => keyOf('impostor') }]) {
    network.cheats = cheats;
    answers.push(await readHealth(network.ports, record));
  }
  network.cheats = {};
  network.running = false;
  answers.push(await readHealth(network.ports, record));
  assert.deepEqual(answers, ['ready', 'silent', 'unsigned', 'notReady']);
});
