// A network as `enigma up` starts it, in a process of its own, and samples on it through the client.
import { spawn } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect, fetchTransport, generateSigningKey, memoryJournal, type ContractHandle } from '@enigma/client';
import { compile } from '@enigma/compiler';
import { openChainPort, type AddressBook } from '@enigma/contracts';

const MAIN = fileURLToPath(new URL('../../cli/src/main.ts', import.meta.url));
/** The first accounts of every development chain: their keys are public. The page sends as the first, so whoever sends at the same time takes another; only the first has tokens. */
const ACCOUNTS = [
  '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80',
  '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d',
  '0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a',
] as const;
const OUTPUT_CHARACTERS_MAX = 100_000;

export interface LocalNetwork {
  readonly explorer: string;
  readonly rpcUrl: string;
  readonly book: AddressBook;
  /** A folder that goes with the network. */
  readonly folder: string;
  /** Ends it as Ctrl-C does, and answers with its exit code. */
  stop(): Promise<number | null>;
}

export async function startNetwork(): Promise<LocalNetwork> {
  const folder = mkdtempSync(join(tmpdir(), 'enigma-web-'));
  const child = spawn(process.execPath, [MAIN, 'up', '--json', '--network', join(folder, 'network.json')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', TMPDIR: folder },
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let told = '';
  let progress = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (progress = kept(progress + text)));
  const up = new Promise<Omit<LocalNetwork, 'folder' | 'stop'>>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      told = kept(told + text);
      if (told.endsWith('}\n')) resolve(JSON.parse(told) as LocalNetwork);
    });
    void ended.then((code) => reject(new Error(`enigma up ended with ${code}\n${progress}`)));
  });
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM');
    const code = await ended;
    rmSync(folder, { recursive: true, force: true });
    return code;
  };
  try {
    const { explorer, rpcUrl, book } = await up;
    if (typeof explorer !== 'string') throw new Error(`no explorer is served\n${progress}`);
    return { explorer, rpcUrl, book, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function kept(text: string): string {
  return text.slice(-OUTPUT_CHARACTERS_MAX);
}

const random = (byteLength: number): Uint8Array => randomFillSync(new Uint8Array(byteLength));

/** A sample, deployed with these arguments after the height at which it closes, so many blocks from now. */
export async function deploySample(
  { rpcUrl, book }: LocalNetwork,
  {
    name,
    args,
    blocks,
    account = 0,
  }: {
    readonly name: string;
    readonly args: (closes: bigint) => unknown[];
    readonly blocks: bigint;
    readonly account?: 0 | 1 | 2;
  },
): Promise<ContractHandle> {
  const source = readFileSync(new URL(`../../../samples/${name}/contract.ts`, import.meta.url), 'utf8');
  const compiled = compile(source);
  if (!compiled.ok) throw new Error('the sample compiles');
  const chain = openChainPort({ rpcUrl, book, privateKey: ACCOUNTS[account] });
  const client = connect({
    chain,
    transport: fetchTransport(fetch),
    random,
    nowMs: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    pollMs: 100,
  });
  const terms = { gasLimit: 50_000_000n, gasPrice: 10n ** 12n, tip: 10n ** 18n, windowSeconds: 600 };
  const contract = await client.deploy({
    program: compiled,
    args: args((await chain.latest()).number + blocks),
    n: 4,
    T: 1,
    tenure: 1000,
    salt: `0x${Buffer.from(random(32)).toString('hex')}`,
    price: 1n,
    openMode: compiled.openMode,
    schedules: Object.fromEntries(compiled.abi.schedule.map((schedule) => [schedule.function, terms])),
  });
  if (compiled.abi.schedule.length > 0) await contract.fund(60n * 10n ** 18n, book.bank);
  return contract;
}

/** One sender each, and everybody's entry in one append. */
export async function castEntries(contract: ContractHandle, entries: readonly object[]): Promise<void> {
  const sealed = await Promise.all(
    entries.map((values) =>
      contract.sealEntry({
        values: values as Readonly<Record<string, unknown>>,
        sender: generateSigningKey(random),
        nonce: 0n,
        journal: memoryJournal(),
      }),
    ),
  );
  await contract.append(sealed);
}

/** So many empty blocks at once, which a development chain makes when asked. */
export async function mine({ rpcUrl }: LocalNetwork, blocks: bigint): Promise<void> {
  const body = { jsonrpc: '2.0', id: 1, method: 'anvil_mine', params: [`0x${blocks.toString(16)}`] };
  const headers = { 'content-type': 'application/json' };
  await fetch(rpcUrl, { method: 'POST', headers, body: JSON.stringify(body) });
}
