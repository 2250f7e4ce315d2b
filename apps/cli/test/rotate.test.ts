// `enigma node keys rotate` on a chain with one registered node that does not run: what lies on disk, what the owner is given to send, and what is refused.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { deployAll, DEVELOPMENT_TERMS, openChainPort, stakeAbi } from '@enigma/contracts';
import { startAnvil } from '@enigma/contracts/anvil';
import { openKeyring, writeConfig } from '@enigma/node/host';
import { NODE_PROOF, signRecord } from '@enigma/protocol';
import { decodeFunctionData } from 'viem';
import { random } from '../src/connection.ts';
import { ownerKey, roleKey } from '../src/network/accounts.ts';
import { submit } from '../src/network/submit.ts';
import { enigma, type Ran } from './run.ts';

interface Rotated {
  readonly keys: { readonly signer: string; readonly tlsSpkiHash: string };
  readonly transaction?: { readonly from: string; readonly to: `0x${string}`; readonly data: `0x${string}` };
}

test(
  'the next keys lie on disk before anything is sent, the owner alone sends them, and once',
  { timeout: 240_000 },
  async () => {
    const root = mkdtempSync(join(tmpdir(), 'enigma-rotate-'));
    const anvil = await startAnvil({ accounts: 6 });
    try {
      const { url: rpcUrl } = anvil;
      const book = await deployAll({ rpcUrl, privateKey: roleKey('deployer') });
      const funder = openChainPort({ rpcUrl, book, privateKey: roleKey('deployer') });
      const owner = openChainPort({ rpcUrl, book, privateKey: ownerKey(0) });
      const folder = join(root, 'node');
      mkdirSync(folder);
      const keyring = await openKeyring(join(folder, 'keys'), random);
      const facts = {
        sealingKey: `0x${Buffer.from(keyring.sealing.publicKey).toString('hex')}`,
        tlsSpkiHash: keyring.tls.spkiHash,
        payout: owner.account,
        operator: keyring.operator.address,
      } as const;
      const domain = { chainId: BigInt(book.chainId), verifyingContract: book.tasks };
      const proof = signRecord(domain, NODE_PROOF, { owner: owner.account, ...facts }, keyring.signer.privateKey);
      const keys = {
        signer: keyring.signer.address,
        ...facts,
        peerUrl: 'tls://127.0.0.1:1',
        apiUrl: 'http://127.0.0.1:2',
      };
      await submit(funder, { name: 'approve', spender: book.bank, amount: 10n ** 26n });
      await submit(funder, { name: 'deposit', to: owner.account, amount: DEVELOPMENT_TERMS.unitTokens });
      await submit(owner, { name: 'register', keys, units: 1, proof });
      const place = { host: '127.0.0.1', port: 0 };
      writeConfig(folder, { rpcUrl, book, index: 0, peer: place, api: place });

      const command = (...args: readonly string[]): Promise<Ran> =>
        enigma(['node', 'keys', ...args, '--folder', folder, '--json'], { timeoutMs: 60_000 });
      const told = async (...args: readonly string[]): Promise<Rotated> => {
        const ran = await command(...args);
        assert.equal(ran.code, 0, ran.stderr);
        return JSON.parse(ran.stdout) as Rotated;
      };
      const refused = async (...args: readonly string[]): Promise<string> => {
        const ran = await command(...args);
        assert.equal(ran.code, 1);
        const { error } = JSON.parse(ran.stdout) as { error: { code: string; message: string } };
        assert.equal(error.code, 'KEY_INVALID');
        return error.message;
      };
      const printed = await told('rotate');
      assert.ok(printed.transaction);
      assert.ok(readdirSync(join(folder, 'keys')).includes(printed.keys.signer));
      assert.deepEqual([printed.transaction.from, printed.transaction.to], [owner.account, book.stake]);
      const { functionName, args } = decodeFunctionData({ abi: stakeAbi, data: printed.transaction.data });
      assert.equal(functionName, 'rotateKeys');
      assert.deepEqual(
        (args as unknown as readonly [{ peerUrl: string }])[0].peerUrl,
        keys.peerUrl,
        'what does not rotate stays',
      );
      const file = join(root, 'owner.key');
      writeFileSync(file, ownerKey(1));
      assert.match(await refused('rotate', '--owner', file), /owner is/);
      writeFileSync(file, ownerKey(0));
      const sent = await told('rotate', '--owner', file);
      assert.equal(sent.keys.signer, printed.keys.signer, 'the set that lies there, and no second one');
      const record = await owner.nodeOf(0);
      assert.deepEqual(
        [record?.signer, record?.tlsSpkiHash, record?.peerUrl],
        [sent.keys.signer, sent.keys.tlsSpkiHash, keys.peerUrl],
      );
      assert.match(await refused('rotate', '--owner', file), /has the new keys already/);
      const { keys: listed } = JSON.parse((await command('list')).stdout) as {
        keys: readonly { file: string; known: string; use: string; mode: string }[];
      };
      const signers = listed.filter((one) => one.file.endsWith('signer.key'));
      assert.deepEqual(
        signers.map(({ known }) => known),
        [keyring.signer.address, sent.keys.signer],
      );
      assert.match(signers[1]?.use ?? '', /^next/);
      assert.ok(listed.every(({ mode }) => mode === '600'));
      const doctor = await enigma(['node', 'doctor', '--folder', folder, '--json'], { timeoutMs: 60_000 });
      const { checks } = JSON.parse(doctor.stdout) as { checks: readonly { name: string; says: string }[] };
      assert.match(checks.find(({ name }) => name === 'record')?.says ?? '', /next keys of this folder/);
    } finally {
      await anvil.stop();
      rmSync(root, { recursive: true, force: true });
    }
  },
);
