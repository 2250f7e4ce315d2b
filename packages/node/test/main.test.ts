// The process entry: what it writes is its owner's alone, and it does not outlive whoever started it.
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess, type SpawnSyncReturns } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SETTING_NAMES, SETTINGS, writeConfig, type NodeConfig } from '../src/host/index.ts';

const root = mkdtempSync(join(tmpdir(), 'enigma-main-'));
const children: ChildProcess[] = [];
after(() => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

const nowhere = `0x${'11'.repeat(20)}`;

/** A node whose chain does not answer: it starts all the same, and tries again. */
async function startNode(
  name: string,
  umask: number,
  ...flags: readonly string[]
): Promise<{ readonly child: ChildProcess; readonly exit: Promise<unknown[]> }> {
  const folder = join(root, name);
  mkdirSync(folder);
  const contracts = ['token', 'randomness', 'bank', 'stake', 'committees', 'registry', 'tasks', 'remedies'];
  const addresses = Object.fromEntries(contracts.map((contract) => [contract, nowhere]));
  const book = { chainId: 1, deployedBlock: 0, ...addresses };
  const here = { host: '127.0.0.1', port: 0 };
  writeConfig(folder, { rpcUrl: 'http://127.0.0.1:9', book, index: 0, peer: here, api: here } as unknown as NodeConfig);
  const main = fileURLToPath(new URL('../src/host/main.ts', import.meta.url));
  const before = process.umask(umask);
  const child = spawn(process.execPath, [main, '--folder', folder, ...flags], { stdio: ['pipe', 'pipe', 'inherit'] });
  process.umask(before);
  children.push(child);
  const exit = once(child, 'exit');
  let text = '';
  // Drained to the end: a node whose output nobody takes ends.
  await new Promise<void>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (/ node\.started /.test(text)) resolve();
    });
    void exit.then(() => reject(new Error(`ended before it had started: ${text}`)));
  });
  return { child, exit };
}

test(
  'every file and folder of a node started by a shell that allows all is its owner’s alone',
  { timeout: 30_000 },
  async () => {
    const { child, exit } = await startNode('umask', 0);
    const folder = join(root, 'umask');
    const made = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name !== 'config.json');
    assert.ok(made.includes(join('data', 'state.db')) && made.includes(join('data', 'state.db-wal')), made.join());
    for (const name of made) assert.equal(statSync(join(folder, name)).mode & 0o077, 0, name);
    child.kill('SIGTERM');
    await exit;
  },
);

test('with --until-stdin-ends a node ends when its input does; without it, it stays', { timeout: 30_000 }, async () => {
  const bound = await startNode('bound', 0o022, '--until-stdin-ends');
  const free = await startNode('free', 0o022);
  free.child.stdin?.end();
  bound.child.stdin?.end();
  assert.deepEqual(await bound.exit, [0, null]);
  assert.equal(free.child.exitCode, null);
  free.child.kill('SIGTERM');
  assert.deepEqual(await free.exit, [0, null]);
});

test('--help tells every setting and its names, and starts nothing; a wrong call says how it is called and ends with 2', () => {
  const main = fileURLToPath(new URL('../src/host/main.ts', import.meta.url));
  const run = (...args: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', timeout: 60_000, cwd: root });
  for (const flag of ['--help', '-h']) {
    // As in the container, where the folder is given all the same or not.
    const { status, stdout, stderr } = run(flag, '--folder', join(root, 'nowhere'));
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^usage: node main\.ts --folder FOLDER/);
    for (const name of SETTING_NAMES) {
      const { flag: own, env, fallback } = SETTINGS[name];
      const line = stdout.split('\n').find((one) => one.startsWith(`  --${own} `)) ?? '';
      for (const part of [env, name, ...(fallback === undefined ? [] : [`default ${fallback}`])])
        assert.ok(line.includes(part), `${part}: ${line}`);
    }
  }
  assert.ok(!existsSync(join(root, 'nowhere')));
  for (const args of [[], ['--rpc-ulr', 'x']]) {
    const { status, stdout, stderr } = run(...args);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /usage: node main\.ts/);
  }
});
