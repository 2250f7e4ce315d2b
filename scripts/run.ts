// Starts a command of the workspace and collects what it says.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export type Ran = { readonly status: number; readonly output: string };
export type RunOptions = {
  readonly cwd?: string;
  /** The child's environment; ours where absent. */
  readonly env?: NodeJS.ProcessEnv;
  /** Text for standard input; without it the child has none. */
  readonly input?: string;
  /** A command that takes longer is ended. */
  readonly msMax?: number;
  /** A command that holds more memory is ended, in bytes; asked of Linux, elsewhere without effect. */
  readonly bytesMax?: number;
  /** Called with each piece of output as it comes. */
  readonly onOutput?: (text: string) => void;
};

/** Runs to the end; a command that cannot start has status 127. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32' && command !== process.execPath;
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      shell,
      ...(options.msMax === undefined ? {} : { timeout: options.msMax }),
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const { bytesMax } = options;
    const watch =
      bytesMax === undefined
        ? undefined
        : setInterval(() => residentBytes(child.pid) > bytesMax && child.kill('SIGKILL'), 200);
    const pieces: string[] = [];
    const take = (text: string): void => {
      pieces.push(text);
      options.onOutput?.(text);
    };
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', take);
    child.stdin?.end(options.input);
    child.on('error', (error) => {
      clearInterval(watch);
      resolve({ status: 127, output: `${command}: ${error.message}` });
    });
    child.on('close', (code) => {
      clearInterval(watch);
      resolve({ status: code ?? 1, output: pieces.join('') });
    });
  });
}

function residentBytes(pid: number | undefined): number {
  try {
    const [, kibibytes = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kibibytes) * 1024;
  } catch {
    return 0;
  }
}
