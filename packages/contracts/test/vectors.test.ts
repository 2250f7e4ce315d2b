// The libraries in Solidity give the bytes of vectors/: one encoding, whoever computes it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { committeeIdOf, decodeOrder, decodeOutcomes, STANDBYS_MAX } from '@enigma/protocol';
import { encodeDeployData, type Hex, type PublicClient, toBytes } from 'viem';
import { type Anvil, startAnvil } from '../src/host/anvil.ts';
import { committeesAbi, committeesBytecode } from '../src/generated/committees.ts';
import { registryAbi, registryBytecode } from '../src/generated/registry.ts';
import { lowerHex } from '../src/lowerHex.ts';
import { decodeRefusal, revertDataOf } from '../src/refusals.ts';
import { rpcClient } from '../src/rpc.ts';
import { createSender } from '../src/sender.ts';
import { mirrorAbi, mirrorBytecode } from './generated/mirror.ts';
import { fundedKey, NOBODY } from './network.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the vectors are checked by what is asserted of them
type Vector = any;

function vectors(name: string): Vector {
  return JSON.parse(readFileSync(new URL(`../../../vectors/${name}.json`, import.meta.url), 'utf8'));
}

describe('vectors', () => {
  let anvil: Anvil;
  let client: PublicClient;
  let mirror: Hex;
  let deploy: (data: Hex) => Promise<Hex>;
  before(async () => {
    anvil = await startAnvil();
    client = rpcClient(anvil.url);
    const sender = createSender(client, fundedKey(0), 31337);
    deploy = async (data) =>
      (await sender.receiptOf(await sender.send({ data, gas: 16_000_000n, repeatable: false }))).contractAddress ??
      NOBODY;
    mirror = await deploy(mirrorBytecode);
  });
  after(() => anvil.stop());

  it('hash records as EIP-712 does', async () => {
    const { domain, domainSeparator, records, signer } = vectors('records');
    const ask = { address: mirror, abi: mirrorAbi } as const;
    const tasks = domain.verifyingContract;
    assert.equal(
      await client.readContract({ ...ask, functionName: 'domainSeparator', args: [tasks] }),
      domainSeparator,
    );
    const seen = new Set<string>();
    for (const { name, value, structHash, digest, signature } of records as Vector[]) {
      const recovered = await client.readContract({ ...ask, functionName: 'recover', args: [digest, signature] });
      assert.equal(recovered.toLowerCase(), signer);
      if (name === 'Task') {
        assert.equal(await client.readContract({ ...ask, functionName: 'taskHash', args: [value] }), structHash);
      } else if (name === 'Receipt') {
        assert.equal(await client.readContract({ ...ask, functionName: 'receiptHash', args: [value] }), structHash);
      } else if (name === 'Ack') {
        const args = [value.taskId, value.bodyHash] as const;
        assert.equal(await client.readContract({ ...ask, functionName: 'ackHash', args }), structHash);
      } else if (name === 'Opening') {
        const { receiptDigest, index, outputHash } = value;
        const args = [receiptDigest, index, outputHash] as const;
        assert.equal(await client.readContract({ ...ask, functionName: 'openingHash', args }), structHash);
      } else continue;
      seen.add(name);
    }
    assert.deepEqual([...seen].sort(), ['Ack', 'Opening', 'Receipt', 'Task']);
  });

  it('make ids', async () => {
    const { contractId, committeeId, contractAccount, scheduledBody } = vectors('ids');
    const { tasks, deployer, salt, codeHash, policyHash, initHash, registeredEpoch } = contractId.parts;
    const registry = await deploy(
      encodeDeployData({ abi: registryAbi, bytecode: registryBytecode, args: [NOBODY, tasks, 1] }),
    );
    const args = [deployer, salt, codeHash, policyHash, initHash, registeredEpoch] as const;
    assert.equal(
      await client.readContract({ address: registry, abi: registryAbi, functionName: 'idOf', args }),
      contractId.id,
    );
    const data = encodeDeployData({
      abi: committeesAbi,
      bytecode: committeesBytecode,
      args: [NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, 1],
    });
    const committees = await deploy(data);
    const parts = committeeId.parts;
    const id = await client.readContract({
      address: committees,
      abi: committeesAbi,
      functionName: 'idOf',
      args: [
        parts.contractId,
        parts.generation,
        parts.epochDrawn,
        parts.replacements,
        parts.seedBlockHash,
        parts.seats,
      ],
    });
    assert.equal(id, committeeId.id);
    assert.equal(id, committeeIdOf(parts));
    const ask = { address: mirror, abi: mirrorAbi } as const;
    const account = await client.readContract({ ...ask, functionName: 'account', args: [contractAccount.contractId] });
    assert.equal(account.toLowerCase(), contractAccount.account);
    const body = await client.readContract({
      ...ask,
      functionName: 'scheduledBodyHash',
      args: [BigInt(scheduledBody.height)],
    });
    assert.equal(body, scheduledBody.bodyHash);
  });

  it('root results', async () => {
    for (const { results, root, leaves, proof } of vectors('roots').results as Vector[]) {
      const args = [results.map((result: Vector) => ({ ...result, gasUsed: BigInt(result.gasUsed) }))] as const;
      assert.equal(
        await client.readContract({ address: mirror, abi: mirrorAbi, functionName: 'resultsRoot', args }),
        root,
      );
      if (proof === undefined) continue;
      const place = [leaves[proof.index], BigInt(proof.index), BigInt(leaves.length), proof.nodes] as const;
      const proved = { address: mirror, abi: mirrorAbi, functionName: 'rootOf', args: place } as const;
      assert.equal(await client.readContract(proved), root);
    }
  });

  it('read a settlement and write its log', async () => {
    const ask = { address: mirror, abi: mirrorAbi } as const;
    for (const { headers, results, masked, tasks, outcomes, contractId, domainSeparator } of vectors('settlement')) {
      const args = [tasks, BigInt(headers.length), contractId, domainSeparator] as const;
      const read = await client.readContract({ ...ask, functionName: 'settledTasks', args });
      const decoded = decodeOutcomes(toBytes(outcomes), headers.length);
      assert.ok(decoded.ok);
      assert.deepEqual(plain(decoded.value), plain({ results, masked }));
      assert.deepEqual(plain(lowerHex(read)), plain([headers, results, outcomes]));
      for (const header of headers as Vector[]) {
        const body = '0x0102' as const;
        const order = await client.readContract({ ...ask, functionName: 'orderLog', args: [header, body] });
        const logged = decodeOrder(toBytes(order), contractId);
        assert.ok(logged.ok);
        assert.deepEqual(plain(logged.value), plain({ header, body }));
      }
    }
  });

  it('split money', async () => {
    const big = BigInt;
    for (const { gasLimit, gasPrice, tip, status, gasUsed, n, signers, split } of vectors('money')
      .settled as Vector[]) {
      const args = [big(gasLimit), big(gasPrice), big(tip), status, big(gasUsed)] as const;
      const [escrow, fee, toSubmitter, held, back, tipToPot] = await client.readContract({
        address: mirror,
        abi: mirrorAbi,
        functionName: 'money',
        args,
      });
      const perSeat = fee / big(n);
      assert.deepEqual(
        [
          perSeat,
          toSubmitter,
          held,
          escrow - fee - big(tip) + back,
          fee - perSeat * big(n) + tipToPot,
          perSeat * big(n - signers),
        ],
        [split.perSeat, split.toSubmitter, split.held, split.refund, split.toPot, split.reserved].map(big),
      );
    }
  });

  it('draw committees', async () => {
    const { cases, exhausted } = vectors('draw');
    const ask = { address: mirror, abi: mirrorAbi, functionName: 'draw' } as const;
    for (const {
      changes,
      epoch,
      totals,
      totalsNext,
      drawSeed,
      epochSeed,
      contractId,
      generation,
      n,
      drawn,
    } of cases as Vector[]) {
      const seedArgs = [epochSeed, contractId, generation] as const;
      const seed = await client.readContract({
        address: mirror,
        abi: mirrorAbi,
        functionName: 'drawSeed',
        args: seedArgs,
      });
      assert.equal(seed, drawSeed);
      const args = [changes, epoch, drawSeed, BigInt(n), BigInt(STANDBYS_MAX)] as const;
      if ('refused' in drawn) {
        const refusal = await refusalOf(client.simulateContract({ ...ask, args }));
        assert.equal(refusal.name, drawn.refused);
        continue;
      }
      const { result } = await client.simulateContract({ ...ask, args });
      assert.deepEqual(result[0].map(Number), [totals.total, totals.eligible, totalsNext.total, totalsNext.eligible]);
      assert.deepEqual(result[1], [...drawn.seats, ...drawn.standbys]);
    }
    const changes = exhausted.units.map((units: number, leaf: number) => ({ leaf, units, epoch: exhausted.epoch - 1 }));
    const args = [changes, exhausted.epoch, exhausted.drawSeed, BigInt(exhausted.n), BigInt(STANDBYS_MAX)] as const;
    const refusal = await refusalOf(client.simulateContract({ ...ask, args }));
    assert.equal(refusal.name, 'DrawExhausted');
  });
});

/** Integers as the vectors spell them. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? item.toString() : item)));
}

async function refusalOf(asked: Promise<unknown>): Promise<ReturnType<typeof decodeRefusal>> {
  try {
    await asked;
  } catch (error) {
    const data = revertDataOf(error);
    if (data !== undefined) return decodeRefusal(data);
    throw error;
  }
  throw new Error('nothing was refused');
}
