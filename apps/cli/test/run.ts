// Runs the command as people do, in a child process with limits.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const OUTPUT_CHARACTERS_MAX = 1_000_000;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly timeoutMs?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Told the child, to send it signals. */
  readonly onStart?: (pid: number) => void;
  readonly onStdout?: (text: string) => void;
  readonly onStderr?: (text: string, pid: number) => void;
}

export function enigma(
  args: readonly string[],
  { timeoutMs = 120_000, env = {}, onStart, onStdout, onStderr }: RunOptions = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--max-old-space-size=1024', MAIN, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', ENIGMA_NETWORK: '/nowhere/network.json', ...env },
    });
    const pid = child.pid ?? 0;
    const timer = setTimeout(() => child.kill('SIGTERM'), timeoutMs);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (stdout.length < OUTPUT_CHARACTERS_MAX) stdout += text;
      onStdout?.(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (stderr.length < OUTPUT_CHARACTERS_MAX) stderr += text;
      onStderr?.(text, pid);
    });
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
    onStart?.(pid);
  });
}

/** What a process id runs; undefined once nothing does. */
export function processOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'unknown' : undefined;
  }
}

/** Every process that a run's progress names. */
export function processesIn(stderr: string): readonly number[] {
  return [...stderr.matchAll(/process (\d+)/g)].map(([, pid]) => Number(pid));
}
