// The network that the demo runs on: one that is up, or one of its own, which `enigma up` starts in a process and ends with it. Commands of the `enigma` tool are run as anybody runs them.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AddressBook } from '@enigma/contracts';

const ENIGMA = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url));
const OUTPUT_CHARACTERS_MAX = 200_000;

export interface Network {
  /** Of the network file, which other commands take. */
  readonly path: string;
  readonly rpcUrl: string;
  readonly book: AddressBook;
  /** For what is written on the way; goes with the network. */
  readonly folder: string;
  /** Ends what was started. */
  stop(): Promise<void>;
}

export async function openNetwork(path: string | undefined): Promise<Network> {
  const folder = mkdtempSync(join(tmpdir(), 'enigma-auction-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  if (path !== undefined) return { ...factsIn(path), path, folder, stop: async () => remove() };
  const own = join(folder, 'network.json');
  const up = spawn(process.execPath, [ENIGMA, 'up', '--json', '--network', own], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  const end = (): void => {
    up.kill('SIGTERM');
    remove();
  };
  process.once('exit', end);
  const ended = new Promise<number | null>((resolve) => up.once('close', resolve));
  const stop = async (): Promise<void> => {
    end();
    await ended;
    process.off('exit', end);
  };
  const said = keep(up.stderr);
  const told = keep(up.stdout);
  try {
    await new Promise<void>((resolve, reject) => {
      up.stdout.on('data', () => told().endsWith('}\n') && resolve());
      void ended.then((code) => reject(new Error(`enigma up ended with ${code}\n${said()}`)));
    });
    return { ...factsIn(own), path: own, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs one command to its end and returns the document that it prints. */
export async function enigma(network: Network, ...args: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const child = spawn(process.execPath, [ENIGMA, ...args, '--network', network.path, '--json'], {
    cwd: network.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  const told = keep(child.stdout);
  const said = keep(child.stderr);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`enigma ${args[0]} ended with ${code}\n${said()}${told()}`);
  return JSON.parse(told()) as Readonly<Record<string, unknown>>;
}

/** So many empty blocks at once, which a development chain makes when asked. */
export async function passBlocks({ rpcUrl }: Network, blocks: bigint): Promise<void> {
  if (blocks <= 0n) return;
  const body = { jsonrpc: '2.0', id: 1, method: 'anvil_mine', params: [`0x${blocks.toString(16)}`] };
  const headers = { 'content-type': 'application/json' };
  await fetch(rpcUrl, { method: 'POST', headers, body: JSON.stringify(body) });
}

function factsIn(path: string): Pick<Network, 'rpcUrl' | 'book'> {
  const { rpcUrl, book } = JSON.parse(readFileSync(path, 'utf8')) as Pick<Network, 'rpcUrl' | 'book'>;
  return { rpcUrl, book };
}

/** What a stream has said, its end where that is much. */
function keep(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (more: string) => void (text = (text + more).slice(-OUTPUT_CHARACTERS_MAX)));
  return () => text;
}
