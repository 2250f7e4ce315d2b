// Runs a command with the project's Node.js, package manager and dependencies in place, fetching what is missing.
// Needs only Node.js >= 20 and npm, so it is plain JavaScript and imports nothing of ours.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [24, 7];
const windows = process.platform === 'win32';
const tools = dirname(fileURLToPath(import.meta.url));
const root = dirname(tools);
// Trust what the machine trusts: npm may know a certificate from its own settings, which pnpm does not read.
process.env.NODE_USE_SYSTEM_CA = '1';
// The outer npm hands its own settings down by environment: engine-strict would refuse pnpm under Node.js 20.
const ci = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--engine-strict=false'];

install(tools, 'package-lock.json', 'Fetching Node.js and pnpm', [...npm(), ...ci]);
const node = projectNode();
const pnpm = join(tools, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs');
install(root, 'pnpm-lock.yaml', 'Installing dependencies', [
  node,
  pnpm,
  'install',
  '--frozen-lockfile',
  '--prefer-offline',
]);

const bins = [dirname(node), join(root, 'node_modules', '.bin'), join(tools, 'node_modules', '.bin')];
const env = { ...process.env, HARDHAT_DISABLE_TELEMETRY: 'true', PATH: [...bins, process.env.PATH].join(delimiter) };
const [command, ...args] = process.argv.slice(2);
if (!command) fail('usage: node tools/run.mjs COMMAND [ARGUMENTS]');
const shell = windows && command !== 'node';
const child = spawn(command === 'node' ? node : command, args, { stdio: 'inherit', env, shell });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => fail(`${command}: ${error.message}`));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
});

/** The Node.js pinned in tools/package.json where this platform has one, else the machine's own if new enough. */
function projectNode() {
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const pinned = join(tools, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return process.execPath;
  return fail(`Please install Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.version}.`);
}

/** The npm that started us, under the Node.js that runs us. */
function npm() {
  const path = process.env.npm_execpath;
  return path?.endsWith('npm-cli.js') ? [process.execPath, path] : [windows ? 'npm.cmd' : 'npm'];
}

/** Runs an install in `folder`, unless its lockfile is the one last installed there. */
function install(folder, lockfile, message, [program, ...rest]) {
  const stamp = createHash('sha256')
    .update(readFileSync(join(folder, lockfile)))
    .digest('hex');
  const stampFile = join(folder, 'node_modules', '.installed');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.error(`${message}…`);
  const { status } = spawnSync(program, rest, { cwd: folder, stdio: ['ignore', 2, 2], shell: windows });
  if (status !== 0) fail(`${message} failed.`);
  writeFileSync(stampFile, stamp);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
