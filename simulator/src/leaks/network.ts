// A network as people start it, `enigma up`, with a recorder in each node: started, found by its network file, and ended whatever happens.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AddressBook } from '@enigma/contracts';

const upLimitMs = 300_000;
const pollMs = 100;

export interface RecordedNetwork {
  readonly rpcUrl: string;
  readonly book: AddressBook;
  readonly nodes: readonly { readonly apiUrl: string; readonly folder: string }[];
  /** Everything that the network writes to disk stands under it, also when it has ended. */
  readonly disk: string;
  /** What the recorders write. */
  readonly record: string;
  /** What the command itself has printed. */
  printed(): string;
  /** As Ctrl-C does. */
  stop(): Promise<void>;
  remove(): void;
}

export interface StartOptions {
  readonly signal: AbortSignal;
  /** Told what has to be undone as soon as there is something. */
  readonly started: (undo: () => Promise<void>) => void;
}

export async function startRecordedNetwork({ signal, started }: StartOptions): Promise<RecordedNetwork> {
  const root = mkdtempSync(join(tmpdir(), 'enigma-leaks-'));
  const [disk, record] = [join(root, 'disk'), join(root, 'record')];
  mkdirSync(disk);
  mkdirSync(record);
  const file = join(root, 'network.json');
  const main = fileURLToPath(new URL('../../../apps/cli/src/main.ts', import.meta.url));
  const recorder = new URL('recorder.ts', import.meta.url).href;
  const child = spawn(process.execPath, [main, 'up', '--json', '--keep', '--network', file], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: disk, ENIGMA_RECORD: record, NODE_OPTIONS: `--import=${recorder}` },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => void (text += part));
  let running = true;
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  }).then(() => void (running = false));
  const stop = async (): Promise<void> => {
    if (running) child.kill('SIGTERM');
    await ended;
  };
  const remove = (): void => rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  started(async () => {
    await stop();
    remove();
  });
  // Its document comes last, when everything that it starts is there.
  for (let waited = 0; !existsSync(file) || !text.includes('"networkFile"'); waited += pollMs) {
    signal.throwIfAborted();
    if (!running || waited > upLimitMs) throw new Error(`the network does not come up:\n${text}`);
    await sleep(pollMs);
  }
  const { rpcUrl, book, nodes } = JSON.parse(readFileSync(file, 'utf8')) as Pick<
    RecordedNetwork,
    'rpcUrl' | 'book' | 'nodes'
  >;
  return { rpcUrl, book, nodes, disk, record, printed: () => text, stop, remove };
}
