// A development chain as a child process: anvil itself, not its npm wrapper, which would be a second process to end.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

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
  const child = spawn(anvilPath(), flags, { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const kill = (): void => void child.kill('SIGKILL');
  // An 'exit' handler is not run on a signal, and a killed parent's anvil would live on.
  const onSignal = (signal: NodeJS.Signals): void => {
    kill();
    release();
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const release = (): void => {
    process.off('exit', kill);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  process.once('exit', kill);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  void exited.then(release);

  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
  };
  try {
    const port = await listening(child, options.startTimeoutMs ?? 20_000);
    return { url: `http://127.0.0.1:${port}`, port, pid: child.pid ?? 0, stop };
  } catch (error) {
    kill();
    throw error;
  }
}

function listening(child: ReturnType<typeof spawn>, timeoutMs: number): Promise<number> {
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
        if (port === undefined) return;
        clearTimeout(timer);
        resolve(Number(port));
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
