// Processes of ours, each ended by its id: asked first, killed when it does not go, and killed at once if we end without having asked.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { logTailCharacters, stopTimeoutMs } from '../limits.ts';

export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** Resolves with how it ended. */
  readonly ended: Promise<string>;
  running(): boolean;
  logTail(): string;
  stop(): Promise<void>;
}

/**
 * Starts `node script …args` with its output in a file: a pipe that nobody reads would stop it. Its input is a pipe to which nothing is written and which ends with us, also when
 * we are killed.
 */
export function startScript(name: string, script: string, args: readonly string[], logFile: string): Child {
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', log, log] });
  closeSync(log);
  let how: string | undefined;
  const kill = (): void => void child.kill('SIGKILL');
  // Before the folder goes that it writes to.
  process.prependOnceListener('exit', kill);
  const ended = new Promise<string>((resolve) => {
    const settle = (text: string): void => {
      how ??= text;
      process.off('exit', kill);
      resolve(how);
    };
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => settle(signal === null ? `ended with ${code}` : `ended by ${signal}`));
  });
  return {
    name,
    pid: child.pid ?? 0,
    logFile,
    ended,
    running: () => how === undefined,
    logTail: () => readFileSync(logFile, 'utf8').slice(-logTailCharacters),
    async stop() {
      if (how !== undefined) return;
      child.kill('SIGTERM');
      const timer = setTimeout(kill, stopTimeoutMs);
      await ended;
      clearTimeout(timer);
    },
  };
}
