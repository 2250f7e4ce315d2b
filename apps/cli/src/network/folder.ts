// The folder of a local network. It holds the nodes' keys and shares, so it goes with the network; where the process that made it was killed, the next network that starts here
// removes it. A note in the folder says whose it is; without a note, or with doubt, it stays.
import { lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './file.ts';

const prefix = 'enigma-net-';
const noteName = 'owner.json';
const noteBytesMax = 1024;

interface Note {
  readonly version: 1;
  readonly pid: number;
  /** Where `pid` means something: containers share a folder for temporary files more often than they share process numbers. */
  readonly machine: string;
  /** Somebody asked for it to stay. */
  readonly keep: boolean;
}

export function makeNetworkFolder(keep: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  const note: Note = { version: 1, pid: process.pid, machine: machine(), keep };
  writeFileSync(join(folder, noteName), `${JSON.stringify(note)}\n`, { mode: 0o600 });
  return folder;
}

export function removeNetworkFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Removes folders of networks whose process is gone; answers with how many. What cannot be removed stays: it is nobody's failure here. */
export function clearLeftOver(): number {
  let removed = 0;
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(tmpdir(), name);
    try {
      if (!isLeftOver(folder)) continue;
      removeNetworkFolder(folder);
      removed++;
    } catch {
      // Another start was faster, or the file system says no.
    }
  }
  return removed;
}

function isLeftOver(folder: string): boolean {
  const found = lstatSync(folder);
  const note = lstatSync(join(folder, noteName));
  const ours = process.getuid === undefined || (found.uid === process.getuid() && note.uid === process.getuid());
  if (!found.isDirectory() || !note.isFile() || !ours || note.size > noteBytesMax) return false;
  const {
    version,
    pid,
    machine: where,
    keep,
  } = JSON.parse(readFileSync(join(folder, noteName), 'utf8')) as Partial<Note>;
  if (version !== 1 || keep !== false || where !== machine()) return false;
  return Number.isSafeInteger(pid) && (pid as number) > 0 && !isAlive(pid as number);
}

function machine(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}
