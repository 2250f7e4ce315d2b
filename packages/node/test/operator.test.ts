// The operator's port and signals of a real process, whose chain does not answer.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readRunning, writeConfig, type NodeConfig, type RunningFile } from '../src/host/index.ts';
import { peerSocketsMax, requestBytesMax } from '../src/limits.ts';
import { METRICS } from '../src/metrics.ts';

const root = mkdtempSync(join(tmpdir(), 'enigma-operator-'));
const children: ChildProcess[] = [];
after(() => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

const nowhere = `0x${'11'.repeat(20)}`;
const book = {
  chainId: 1,
  deployedBlock: 0,
  ...Object.fromEntries(
    ['token', 'randomness', 'bank', 'stake', 'committees', 'registry', 'tasks', 'remedies'].map((name) => [
      name,
      nowhere,
    ]),
  ),
};
const here = { host: '127.0.0.1', port: 0 };
const config = { rpcUrl: 'http://127.0.0.1:9', book, index: 0, peer: here, api: here };

interface Running {
  readonly folder: string;
  readonly child: ChildProcess;
  readonly exit: Promise<unknown[]>;
  readonly file: RunningFile;
  /** Waits until the log has it. */
  says(pattern: RegExp): Promise<void>;
}

async function start(name: string, change: Partial<NodeConfig> = {}, flags: readonly string[] = []): Promise<Running> {
  const folder = join(root, name);
  mkdirSync(folder);
  writeConfig(folder, { ...config, ...change } as unknown as NodeConfig);
  const main = fileURLToPath(new URL('../src/host/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, '--folder', folder, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const exit = once(child, 'exit');
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (part: string) => (text += part));
  const says = async (pattern: RegExp): Promise<void> => {
    for (let tries = 0; tries < 400 && !pattern.test(text); tries++) {
      if (child.exitCode !== null) break;
      await sleep(50);
    }
    assert.match(text, pattern);
  };
  await says(/ node\.started /);
  const file = readRunning(folder);
  assert.ok(file);
  return { folder, child, exit, file, says };
}

function get(
  port: number,
  path: string,
  host?: string,
  method = 'GET',
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    const asked = request({ host: '127.0.0.1', port, path, method, headers, timeout: 5_000 }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    asked.on('error', reject).end();
  });
}

/** Four hundred requests that stop before their end, and as many callers on the peers' port as it has places and more, who say nothing or nonsense. */
async function flooded({ apiPort, peerPort }: RunningFile, meanwhile: () => Promise<void>): Promise<void> {
  const sockets: Socket[] = [];
  const open = (to: number, text: string): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(to, '127.0.0.1', () => socket.write(text, () => resolve()));
      socket.on('error', () => resolve());
      sockets.push(socket);
    });
  const body = `POST /mask HTTP/1.1\r\nhost: a\r\ncontent-length: ${requestBytesMax}\r\n\r\n${'x'.repeat(requestBytesMax - 1)}`;
  try {
    await Promise.all([
      ...Array.from({ length: 400 }, () => open(apiPort, body)),
      ...Array.from({ length: peerSocketsMax + 50 }, (_, at) => open(peerPort, at % 2 === 0 ? '' : 'no handshake')),
    ]);
    await meanwhile();
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

test(
  'a real process gives every metric of the table, on loopback, to nobody’s web page; its file goes with it',
  { timeout: 60_000 },
  async () => {
    const { folder, child, exit, file, says } = await start('metrics');
    const { port, host } = file.operator;
    assert.deepEqual([host, file.pid], ['127.0.0.1', child.pid]);
    const { status, text } = await get(port, '/metrics');
    assert.equal(status, 200);
    // Those that are counted by node have no line before something happens.
    const silent = new Set(['enigma_abort_pairs_total', 'enigma_nodes_blamed_total']);
    for (const name of Object.keys(METRICS))
      assert.equal(text.includes(`\n# TYPE ${name} `) || text.startsWith(`# HELP ${name} `), !silent.has(name), name);
    assert.match(text, /^enigma_chain_reachable 0$/m);
    assert.match(text, /^enigma_start_number 1$/m);
    assert.doesNotMatch(text, /0x[0-9a-f]{8}/);
    assert.deepEqual(JSON.parse((await get(port, '/health')).text), {
      live: true,
      pid: child.pid,
      index: 0,
      linked: [],
    });
    assert.equal((await get(port, '/ready')).status, 503);
    assert.deepEqual((JSON.parse((await get(port, '/duties')).text) as { seats: unknown }).seats, []);
    assert.equal((await get(port, '/keys')).status, 404);
    assert.equal((await get(port, '/toString')).status, 404);
    assert.equal((await get(port, '/duties', undefined, 'POST')).status, 404);
    assert.equal((await get(port, '/duties', 'rebound.example:80')).status, 403, 'a name that points to loopback');
    // Nor is it on the port that clients have.
    assert.equal((await get(file.apiPort, '/metrics')).status, 404);
    await flooded(file, async () => {
      assert.equal((await get(file.apiPort, '/health')).status, 200, 'another caller is answered');
      const now = /^enigma_resident_bytes (\d+)$/m.exec((await get(port, '/metrics')).text)?.[1];
      const then = /^enigma_resident_bytes (\d+)$/m.exec(text)?.[1];
      assert.ok(Number(now) - Number(then) < 200 * 1024 * 1024, `${now} after ${then}`);
    });
    // Drained, with nothing in hand: at once.
    child.kill('SIGUSR2');
    assert.deepEqual(await exit, [0, null]);
    await says(/ node\.stopping how=drain /);
    assert.ok(!existsSync(join(folder, 'running.json')));
  },
);

test('SIGHUP reads limits again and nothing else; a wrong file changes nothing', { timeout: 60_000 }, async () => {
  const { folder, child, exit, file, says } = await start('reload', { limits: { requestsPerWindow: 1_000 } }, [
    '--tasks-waiting',
    '17',
  ]);
  writeConfig(folder, {
    ...config,
    rpcUrl: 'http://127.0.0.1:10',
    limits: { requestsPerWindow: 2, tasksWaiting: 5 },
  } as unknown as NodeConfig);
  child.kill('SIGHUP');
  // What a flag says stands above the file.
  await says(
    / limits\.read requestsPerWindow=2 tasksWaiting=17 drainSeconds=4 expireBlocks=32 feeGwei=500 waitsForRestart=rpcUrl/,
  );
  const statuses = [];
  for (let count = 0; count < 4; count++) statuses.push((await get(file.apiPort, '/health')).status);
  assert.ok(statuses.includes(429), statuses.join());
  writeFileSync(join(folder, 'config.json'), '{');
  child.kill('SIGHUP');
  await says(/ limits\.kept /);
  assert.equal((await get(file.operator.port, '/health')).status, 200, 'it runs on');
  child.kill('SIGTERM');
  assert.deepEqual(await exit, [0, null]);
});

test('a value that does not fit is named with where it was said, and nothing starts', { timeout: 60_000 }, async () => {
  const folder = join(root, 'wrong');
  mkdirSync(folder);
  writeConfig(folder, config as unknown as NodeConfig);
  const main = fileURLToPath(new URL('../src/host/main.ts', import.meta.url));
  const env = { ...process.env, ENIGMA_NODE_RPC_URL: 'ftp://x', ENIGMA_NODE_TASKS_WAITING: '0' };
  const child = spawn(process.execPath, [main, '--folder', folder, '--api-port', '70000'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env,
  });
  children.push(child);
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (text += part));
  assert.deepEqual(await once(child, 'close'), [1, null]);
  for (const what of ['CONFIG_INVALID', 'ENIGMA_NODE_RPC_URL', 'ENIGMA_NODE_TASKS_WAITING', '--api-port'])
    assert.ok(text.includes(what), text);
  assert.ok(!existsSync(join(folder, 'data')), 'no disk was touched');
  assert.ok(!readFileSync(join(folder, 'config.json'), 'utf8').includes('70000'));
});
