// A development chain as a child process: anvil itself, not its npm wrapper. Between us and it stands a guard, this very file as a process: anvil knows nothing of us, and would
// live on when we are killed, while the guard's standard input then ends.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export { freePorts } from './ports.ts';

export interface AnvilOptions {
  /** 0 = any free port. */
  readonly port?: number;
  readonly chainId?: number;
  /** Without it a block is made for each transaction. */
  readonly blockTimeSeconds?: number;
  /** `finalized` follows two epochs behind; 1 = two blocks. */
  readonly slotsInAnEpoch?: number;
  /** Accounts with ether, their keys known to everybody. */
  readonly accounts?: number;
  readonly startTimeoutMs?: number;
}

export interface Anvil {
  readonly url: string;
  readonly port: number;
  /** Of anvil itself. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** The well-known phrase of development chains. Its keys guard nothing. */
export const DEVELOPMENT_MNEMONIC = 'test test test test test test test test test test test junk';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const OUTPUT_CHARACTERS_MAX = 4000;

export async function startAnvil(options: AnvilOptions = {}): Promise<Anvil> {
  const flags = [
    ['--host', '127.0.0.1'],
    ['--port', options.port ?? 0],
    ['--chain-id', options.chainId ?? 31337],
    ['--slots-in-an-epoch', options.slotsInAnEpoch ?? 1],
    ['--accounts', options.accounts ?? 10],
    ['--mnemonic', DEVELOPMENT_MNEMONIC],
    ['--hardfork', 'osaka'],
    ...(options.blockTimeSeconds === undefined ? [] : [['--block-time', options.blockTimeSeconds]]),
  ].flatMap(([flag, value]) => [String(flag), String(value)]);
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...flags], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  // Never by SIGKILL, which the guard could not pass on.
  const kill = (): void => void child.kill('SIGTERM');
  const release = (): void => void process.off('exit', kill);
  process.once('exit', kill);
  void exited.then(release);

  const stop = async (): Promise<void> => {
    kill();
    await exited;
  };
  try {
    const { port, pid } = await listening(child, options.startTimeoutMs ?? 20_000);
    return { url: `http://127.0.0.1:${port}`, port, pid, stop };
  } catch (error) {
    kill();
    throw error;
  }
}

/** The guard: runs anvil until it is told to end, or its standard input ends. The chain is in memory alone, so nothing is lost by killing it. */
function guard(flags: readonly string[]): void {
  const child = spawn(anvilPath(), flags, { stdio: ['ignore', 'inherit', 'inherit'] });
  const kill = (): void => void child.kill('SIGKILL');
  for (const signal of SIGNALS) process.on(signal, kill);
  process.stdin.once('end', kill).once('error', kill).resume();
  child.once('spawn', () => console.log(`Guarding process ${child.pid}`));
  child.once('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.once('exit', (code) => process.exit(code ?? 1));
}

function listening(
  child: ReturnType<typeof spawn>,
  timeoutMs: number,
): Promise<{ readonly port: number; readonly pid: number }> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(new Error(`anvil ${why}\n${output}`));
    };
    const timer = setTimeout(() => fail('did not start in time'), timeoutMs);
    child.once('error', (error) => fail(error.message));
    child.once('close', (code) => fail(`ended with ${code}`));
    // Both pipes are drained to the end: a full pipe would stop the chain.
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        if (output.length < OUTPUT_CHARACTERS_MAX) output += text;
        const port = /Listening on 127\.0\.0\.1:(\d+)/.exec(output)?.[1];
        const pid = /Guarding process (\d+)/.exec(output)?.[1];
        if (port === undefined || pid === undefined) return;
        clearTimeout(timer);
        resolve({ port: Number(port), pid: Number(pid) });
      });
    }
  });
}

function anvilPath(): string {
  const system = process.platform === 'win32' ? 'win32' : process.platform;
  const name = `@foundry-rs/anvil-${system}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const wrapper = createRequire(import.meta.url).resolve('@foundry-rs/anvil/package.json');
  const manifest = createRequire(wrapper).resolve(`${name}/package.json`);
  return join(dirname(manifest), 'bin', process.platform === 'win32' ? 'anvil.exe' : 'anvil');
}

if (import.meta.main) guard(process.argv.slice(2));
