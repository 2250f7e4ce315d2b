// What serves the explorer: its files and the network's facts, under a strict policy, to this machine alone.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveSite, type SiteServer } from '../src/explorer/server.ts';
import type { NetworkFile } from '../src/network/file.ts';

const ZERO = `0x${'00'.repeat(20)}` as const;
const NODE = { index: 0, peerUrl: 'tls://127.0.0.1:7001', pid: 7, folder: '/secret/node-0', logFile: '/secret/log' };
const NETWORK: NetworkFile = {
  version: 1,
  rpcUrl: 'http://127.0.0.1:8545',
  book: {
    chainId: 31337,
    deployedBlock: 1,
    token: ZERO,
    randomness: ZERO,
    bank: ZERO,
    stake: ZERO,
    committees: ZERO,
    registry: ZERO,
    tasks: ZERO,
    remedies: `0x${'08'.repeat(20)}`,
  },
  pid: 5,
  chainPid: 6,
  nodes: [{ ...NODE, apiUrl: 'http://127.0.0.1:7002' }],
};

describe('the explorer’s server', () => {
  let folder: string;
  let server: SiteServer;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'enigma-site-'));
    mkdirSync(join(folder, 'site', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.js'), 'outside');
    writeFileSync(join(folder, 'site', 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'site', 'assets', 'a-1.js'), '1;');
    server = await serveSite(join(folder, 'site'), NETWORK);
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it('lets the page run its own scripts, and ask the chain and the nodes, and nothing else', async () => {
    const answer = await fetch(server.url);
    assert.equal(answer.status, 200);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ', 1)[0], rule.split(' ').slice(1)]));
    assert.deepEqual(rules.get('default-src'), [`'none'`]);
    assert.deepEqual(rules.get('script-src'), [`'self'`]);
    assert.deepEqual(rules.get('style-src'), [`'self'`]);
    assert.deepEqual(rules.get('connect-src'), [`'self'`, 'http://127.0.0.1:8545', 'http://127.0.0.1:7002']);
    assert.doesNotMatch(policy, /unsafe|\*|data:/);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  });

  it('tells the page addresses and a key that everybody knows, and no file or process of this machine', async () => {
    const text = await (await fetch(`${server.url}network.json`)).text();
    assert.deepEqual(JSON.parse(text), {
      version: 1,
      rpcUrl: NETWORK.rpcUrl,
      book: NETWORK.book,
      nodes: ['http://127.0.0.1:7002'],
      // The first account of every development chain: its key is public.
      payer: '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80',
    });
    assert.doesNotMatch(text, /secret|pid/);
  });

  /** By a raw request: fetch would tidy the path and refuse another host. */
  function ask(path: string, { method = 'GET', host }: { method?: string; host?: string } = {}): Promise<number> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      const headers = host === undefined ? {} : { host };
      const sent = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.once('error', reject).end();
    });
  }

  it('serves the files of its folder alone, by GET and HEAD, under this machine’s name', async () => {
    assert.equal(await ask('/assets/a-1.js?v=1'), 200);
    for (const path of ['/../secret.js', '/assets/../../secret.js', '/%2e%2e/secret.js', '//etc/passwd', '/x'])
      assert.equal(await ask(path), 404, path);
    assert.equal(await ask('/', { method: 'HEAD' }), 200);
    assert.equal(await ask('/', { method: 'POST' }), 405);
    assert.equal(await ask('/', { host: 'localhost:80' }), 200);
    for (const host of ['evil.example', '127.0.0.1.evil.example']) assert.equal(await ask('/', { host }), 421, host);
  });
});
