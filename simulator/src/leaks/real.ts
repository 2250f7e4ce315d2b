// The search on a real network: canaries go in by the real client, the nodes compute on them, and everything that left the client is searched.
import { randomFillSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  connect,
  fetchTransport,
  generateSigningKey,
  memoryJournal,
  type ContractHandle,
  type SealedEntry,
} from '@enigma/client';
import { compile } from '@enigma/compiler';
import { openChainPort } from '@enigma/contracts';
import { readLE, toHex, u64be, u64le, utf8, type Hex } from '@enigma/crypto';
import { API_PATH } from '@enigma/protocol';
import { createFinder, formsOf } from '../needles.ts';
import { rpc, seeChain } from './chain.ts';
import { createMedia, type Media, type Seen } from './media.ts';
import { startRecordedNetwork, type RecordedNetwork } from './network.ts';
import { FOUND_IN, MEDIA, type Medium, type PlantOrder } from './plants.ts';

/** Keys of a development chain's accounts, known to everybody: who deploys and pays, who triggers. */
const deployerKey: Hex = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80';
const keeperKey: Hex = '0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a';
const canaries = 64;
const limit = 3n << 62n;
const openBlocks = 400n;
const blocksAtOnce = 100n;
const snapshotPauseMs = 1_000;
const plantLimitMs = 10_000;
const sealedAtOnce = 8;

export interface SearchResult {
  readonly canaries: number;
  readonly forms: number;
  readonly counts: Readonly<Record<Medium, Seen>>;
  /** Of an input, anywhere. */
  readonly hits: readonly string[];
  /** Plants that were not found where they were. */
  readonly missed: readonly string[];
  /** Media of which nothing was seen. */
  readonly unseen: readonly string[];
  readonly snapshots: number;
  /** What the contract released, and what it should be. */
  readonly above: number;
  readonly expected: number;
}

export interface SearchContext {
  readonly signal: AbortSignal;
  readonly started: (undo: () => Promise<void>) => void;
  readonly progress: (text: string) => void;
}

const random = (byteLength: number): Uint8Array => randomFillSync(new Uint8Array(byteLength));
/** Never small: a short number would be found anywhere. */
const draw = (): bigint => (1n << 63n) | (readLE(random(8)) >> 1n);

export async function searchRealNetwork(context: SearchContext): Promise<SearchResult> {
  const { progress, signal } = context;
  const secrets = Array.from({ length: canaries }, draw);
  const plants = new Map(FOUND_IN.map(([name]) => [name, draw()]));
  const media = createMedia(createFinder([...secrets, ...plants.values()]));
  progress('starting a chain and four nodes');
  const network = await startRecordedNetwork(context);
  const snapshots = startSnapshots(media, network);
  let above: number;
  try {
    above = await compute(network, secrets, context);
    progress('planting one value in each medium');
    await plant(network, plants);
    await seeChain(media, network.rpcUrl);
  } finally {
    await snapshots.stop();
  }
  signal.throwIfAborted();
  progress('stopping the network, and searching what it left');
  await network.stop();
  seeDisks(media, network);
  for (const { folder } of network.nodes)
    for (const name of ['protection.db', 'state.db']) media.seeDatabase('disk', join(folder, 'data', name));
  for (const name of ['writes', 'http', 'links'] as const)
    media.seeFiles(name, network.record, (path) => basename(path).split('-')[0] === name);
  media.see('log', 'output of enigma up', utf8(network.printed()));
  network.remove();
  return judge(media, secrets, plants, { snapshots: snapshots.count(), above });
}

/** From the deployment to the opened result, as any application does it. */
async function compute(
  { rpcUrl, book }: RecordedNetwork,
  secrets: readonly bigint[],
  { progress, signal }: SearchContext,
): Promise<number> {
  const chain = openChainPort({ rpcUrl, book, privateKey: deployerKey });
  const client = connect({
    chain,
    transport: fetchTransport(fetch),
    random,
    nowMs: () => Date.now(),
    sleep: (ms) => sleep(ms),
    pollMs: 100,
  });
  const source = readFileSync(new URL('../../contracts/canaries.ts', import.meta.url), 'utf8');
  const compiled = compile(source);
  if (!compiled.ok) throw new Error('the contract does not compile');
  const closes = (await chain.latest()).number + openBlocks;
  progress('deploying; a committee sets up its keys');
  const gas = { gasLimit: 50_000_000n, gasPrice: 1n, tip: 1_000n };
  const handle = await client.deploy(
    {
      program: { bytes: compiled.bytes },
      args: [limit, closes],
      n: 4,
      T: 1,
      tenure: 1_000,
      salt: toHex(random(32)),
      price: 1n,
      schedules: { count: { ...gas, windowSeconds: 1_800 } },
    },
    { signal },
  );
  await handle.fund(gas.gasLimit * gas.gasPrice + gas.tip, book.bank);
  const entries = await sealAll(handle, secrets, (done) => {
    if (done % 16 === 0) progress(`${done} of ${secrets.length} canaries sealed`);
  });
  await handle.append(entries, { signal });
  progress('appended; the nodes compute');
  for (;;) {
    const missing = closes + 3n - (await chain.latest()).number;
    if (missing <= 0n) break;
    await rpc(rpcUrl, 'anvil_mine', [toRpc(missing < blocksAtOnce ? missing : blocksAtOnce)]);
  }
  const keeper = openChainPort({ rpcUrl, book, privateKey: keeperKey });
  const created = await handle.trigger('count', { keeper, signal });
  const settled = await handle.waitForTask(created, {
    until: 'opened',
    signal,
    onProgress: ({ stage }) => progress(`task ${stage}`),
  });
  const { value } = await handle.openOutput(settled, { signal });
  return Number((value as readonly unknown[])[0]);
}

function toRpc(value: bigint): string {
  return `0x${value.toString(16)}`;
}

async function sealAll(
  handle: ContractHandle,
  secrets: readonly bigint[],
  progress: (done: number) => void,
): Promise<readonly SealedEntry[]> {
  const journal = memoryJournal();
  const entries: SealedEntry[] = [];
  let next = 0;
  const seal = async (): Promise<void> => {
    for (;;) {
      const value = secrets[next++];
      if (value === undefined) return;
      entries.push(
        await handle.sealEntry({ values: { value }, sender: generateSigningKey(random), nonce: 0n, journal }),
      );
      progress(entries.length);
    }
  };
  await Promise.all(Array.from({ length: sealedAtOnce }, seal));
  return entries;
}

interface Snapshots {
  count(): number;
  stop(): Promise<void>;
}

/** Reads the nodes' files while they work, databases and their logs of writes as they are at the moment. */
function startSnapshots(media: Media, network: RecordedNetwork): Snapshots {
  let count = 0;
  let stopping = false;
  const looping = (async () => {
    while (!stopping) {
      seeDisks(media, network);
      count++;
      await sleep(snapshotPauseMs);
    }
  })();
  // Told by `stop`, unless the search ends for another cause first.
  looping.catch(() => undefined);
  return {
    count: () => count,
    async stop() {
      stopping = true;
      await looping;
    },
  };
}

function seeDisks(media: Media, { disk }: RecordedNetwork): void {
  media.seeFiles('disk', disk, (name) => !name.endsWith('.log'));
  media.seeFiles('log', disk, (name) => name.endsWith('.log'));
}

/** Each in another form, each by the way that a real leak would take. */
async function plant(network: RecordedNetwork, plants: ReadonlyMap<string, bigint>): Promise<void> {
  const value = (name: string): bigint => plants.get(name) ?? 0n;
  const order: PlantOrder = { log: String(value('log')), disk: String(value('disk')), links: String(value('links')) };
  const folder = readdirSync(network.record).toSorted()[0];
  const apiUrl = network.nodes[0]?.apiUrl;
  if (folder === undefined || apiUrl === undefined) throw new Error('no node was recorded');
  // The order itself is read by the recorder alone, and searched by nobody.
  const file = join(network.record, folder, 'plant.json');
  writeFileSync(file, JSON.stringify(order));
  const text = btoa(String.fromCharCode(...utf8('x'), ...u64le(value('http'))));
  await fetch(`${apiUrl}${API_PATH.mask}`, { method: 'POST', body: JSON.stringify({ planted: text }) });
  const [from] = (await rpc(network.rpcUrl, 'eth_accounts', [])) as readonly string[];
  const data = toHex(u64be(value('chain')));
  await rpc(network.rpcUrl, 'eth_sendTransaction', [{ from, to: from, data, gas: toRpc(100_000n) }]);
  for (let waited = 0; !existsSync(`${file}.done`); waited += 100) {
    if (waited > plantLimitMs) throw new Error('the recorder of a node does not answer');
    await sleep(100);
  }
  // A block for the transaction, and a moment for the frame to arrive.
  await sleep(2_500);
}

/** What a clean search is: no input anywhere, each plant where it was put, something seen of each medium. */
export function judge(
  media: Media,
  secrets: readonly bigint[],
  plants: ReadonlyMap<string, bigint>,
  run: { readonly snapshots: number; readonly above: number },
): SearchResult {
  const names = [...plants.keys()];
  const hits: string[] = [];
  const found = new Set<string>();
  for (const { medium, where, found: text } of media.hits) {
    const place = Number(/ of (\d+)$/.exec(text)?.[1]);
    if (place < secrets.length) hits.push(`${medium}, ${where}: ${text}`);
    else found.add(`${names[place - secrets.length]} in ${medium}`);
  }
  const wanted = FOUND_IN.flatMap(([name, places]) => places.map((medium) => `${name} in ${medium}`));
  return {
    canaries: secrets.length,
    forms: formsOf(0n).length,
    counts: Object.fromEntries(media.counts) as Record<Medium, Seen>,
    hits,
    missed: wanted.filter((one) => !found.has(one)),
    unseen: MEDIA.filter((medium) => (media.counts.get(medium)?.bytes ?? 0) === 0),
    ...run,
    expected: secrets.filter((secret) => secret > limit).length,
  };
}
