// A contract whose committee never begins, as its user meets it: every command that needs it says that it is void and what to do, and that command does it.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { compile } from '@enigma/compiler';
import { contractAccountOf } from '@enigma/protocol';
import { toHex } from 'viem';
import type { AddressBook } from '@enigma/contracts';
import { submit } from '../src/network/submit.ts';
import { startDrawn } from './drawn.ts';
import { enigma, type Ran } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'enigma-give-up-'));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Failure {
  readonly code: string;
  readonly message: string;
  readonly next: string;
}

test('a contract that cannot begin any more: call says so and names the command that gives the deposit back', async () => {
  const compiled = compile('export class Half extends Contract { half(n: u8): u8 { return n / 2; } }');
  assert.ok(compiled.ok);
  const drawn = await startDrawn(folder, { code: toHex(compiled.bytes), policyHash: compiled.policyHash });
  const { contractId, deployer, network } = drawn;
  const failed = async (...args: readonly string[]): Promise<Failure> => {
    const { code, stdout } = await enigma([...args, '--network', network, '--json']);
    assert.equal(code, 1, stdout);
    return (JSON.parse(stdout) as { error: Failure }).error;
  };
  try {
    const { book } = JSON.parse(readFileSync(network, 'utf8')) as { book: AddressBook };
    const amount = 5n * 10n ** 18n;
    await submit(deployer, { name: 'approve', spender: book.bank, amount });
    await submit(deployer, { name: 'deposit', to: contractAccountOf(contractId), amount });
    const early = await failed('give-up', contractId);
    assert.equal(early.code, 'CHAIN_REFUSED');
    assert.match(early.message, /GenesisOpen\(\d+\)\. The committee may begin until block \d+/);
    await drawn.mine(70);
    for (const args of [
      ['call', contractId, 'half', '8'],
      ['view', contractId, 'none'],
    ] as const) {
      const { code, message, next } = await failed(...args);
      assert.deepEqual([code, next.includes('enigma give-up CONTRACT')], ['CONTRACT_VOID', true], args[0]);
      assert.match(message, /never began/);
    }
    const node = createServer(({ url = '' }, response) => {
      const committee = { committeeId: drawn.committeeId, contractId, seat: 0, serving: false, state: 'Starting' };
      const info = { index: 0, signer: drawn.signers[0]?.address, chainId: 31337, tasksAddress: book.tasks };
      response.statusCode = url === '/node' ? 200 : 503;
      response.end(JSON.stringify({ ...info, committees: [committee], bytesIn: 0, bytesOut: 0 }));
    });
    await new Promise<void>((resolve) => node.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(node.address() as AddressInfo).port}`;
    const status = (...more: readonly string[]): Promise<Ran> => enigma(['node', 'status', '--url', url, ...more]);
    try {
      const [told, untold] = [await status('--network', network), await status()];
      assert.match(told.stdout, /seat 0 of 0x[0-9a-f]{8}… can serve no more/);
      assert.match(told.stdout, new RegExp(`npm run enigma -- give-up ${contractId}`));
      // Of no network it is not known.
      assert.match(untold.stdout, /seat 0 of 0x[0-9a-f]{8}… not serving yet/);
    } finally {
      node.close();
    }
    const before = await deployer.availableOf(deployer.account);
    const given = await enigma(['give-up', contractId, '--network', network]);
    assert.equal(given.code, 0, given.stderr);
    assert.match(given.stdout, new RegExp(`5 are back in the account of its owner, ${deployer.account}`));
    assert.equal((await deployer.availableOf(deployer.account)) - before, amount);
    assert.equal((await failed('call', contractId, 'half', '8')).code, 'CONTRACT_LOST');
    const again = await enigma(['give-up', contractId, '--network', network, '--json']);
    assert.deepEqual(JSON.parse(again.stdout), { contractId, owner: deployer.account, returned: '0', wasLost: true });
    const explained = await enigma(['explain', 'CONTRACT_VOID']);
    assert.match(explained.stdout, /enigma give-up CONTRACT/);
  } finally {
    await drawn.stop();
  }
});
