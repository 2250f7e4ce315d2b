// How commands on the same machine find the process of a folder: a file that it writes when it is up and takes away when it ends. After a kill the file stays, so what it says counts once that process
// has answered for it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface RunningFile {
  readonly pid: number;
  readonly operator: { readonly host: string; readonly port: number };
  readonly apiPort: number;
  readonly peerPort: number;
}

const fileOf = (folder: string): string => join(folder, 'running.json');

export function writeRunning(folder: string, running: RunningFile): void {
  writeFileSync(fileOf(folder), `${JSON.stringify(running)}\n`, { mode: 0o600 });
}

export function removeRunning(folder: string): void {
  rmSync(fileOf(folder), { force: true });
}

export function readRunning(folder: string): RunningFile | undefined {
  try {
    const read = JSON.parse(readFileSync(fileOf(folder), 'utf8')) as Partial<RunningFile>;
    const { pid, operator, apiPort, peerPort } = read;
    // A number below one would be a group of processes, or all of them.
    const isProcess = Number.isSafeInteger(pid) && (pid as number) > 0;
    const isWhole = isProcess && typeof operator?.host === 'string' && [operator.port, apiPort, peerPort].every(isPort);
    return isWhole ? (read as RunningFile) : undefined;
  } catch {
    return undefined;
  }
}

function isPort(port: unknown): boolean {
  return Number.isInteger(port) && (port as number) >= 0 && (port as number) < 65_536;
}
