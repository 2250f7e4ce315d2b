// Keys of a real process rotate during an election: it follows without a restart, links come up under the new TLS key, and after a restart it is the same node.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { toHex } from '@enigma/crypto';
import { NODE_PROOF, signRecord } from '@enigma/protocol';
import { prepareKeys } from '../src/host/index.ts';
import { CHOICES, VOTES } from './support/kill.ts';
import { getJson, ok, random, runElection, startNetwork, until, type ProcessNode } from './support/processes.ts';

test(
  'a node rotates between ballots and tally: the tally settles once, every peer links under the new key, and a restart finds it again',
  { timeout: 240_000 },
  async () => {
    const network = await startNetwork();
    try {
      const node = network.nodes[1];
      assert.ok(node);
      const others = network.nodes.filter((one) => one !== node);
      const election = await runElection(network, CHOICES, 1_000);
      const before = await node.owner.nodeOf(node.index);
      assert.ok(before);
      const next = await prepareKeys(join(node.folder, 'keys'), random);
      assert.equal((await prepareKeys(join(node.folder, 'keys'), random)).signer.address, next.signer.address);
      const { payout, operator, peerUrl, apiUrl, owner } = before;
      const facts = { sealingKey: toHex(next.sealing.publicKey), tlsSpkiHash: next.tls.spkiHash, payout, operator };
      const { chainId, verifyingContract } = {
        chainId: network.funder.chainId,
        verifyingContract: network.funder.tasks,
      };
      const proof = signRecord({ chainId, verifyingContract }, NODE_PROOF, { owner, ...facts }, next.signer.privateKey);
      const keys = { signer: next.signer.address, ...facts, peerUrl, apiUrl };
      await election.trigger();
      await ok(node.owner.submit({ name: 'rotateKeys', keys, proof }));
      assert.deepEqual(await election.opened(), VOTES);
      assert.equal(await election.settlements(), 1);
      const said = (one: ProcessNode, pattern: RegExp): boolean => pattern.test(network.log(one));
      await until(() => said(node, new RegExp(`node\\.keys signer=${next.signer.address}`)), 'its own keys');
      // A link that came up again after the rotation, without having been down.
      const renewed = new RegExp(`node\\.rotated node=${node.index} .*link\\.up peer=${node.index}\\b`, 's');
      for (const one of others) await until(() => said(one, renewed), `a new link of ${one.index}`);
      for (const one of others)
        assert.ok(!said(one, new RegExp(`link\\.down peer=${node.index}\\b`)), 'a link was lost');
      assert.equal((await getJson(`${node.apiUrl}/node`))?.body['signer'], next.signer.address);
      node.child.kill('SIGTERM');
      await until(() => node.ended !== undefined, 'its end', 30_000);
      network.start(node);
      await until(async () => (await getJson(`${node.apiUrl}/ready`))?.status === 200, 'readiness under the new keys');
      assert.equal((await getJson(`${node.apiUrl}/node`))?.body['signer'], next.signer.address);
      for (const one of network.nodes) assert.ok(!said(one, / (sign\.refused|fork\.locked|contract\.failed) /));
    } finally {
      await network.stop();
    }
  },
);
