// `npm run leak-search`: 64 random 64-bit canaries go in as secret inputs, a contract computes on them, and everything that four nodes write, log, say to clients, send each other
// and put on chain is searched for them in every form. One more value is planted in each medium and must be found: a search that finds nothing proves nothing.
import { calledWith, refuse } from '@enigma/fuzz/commandLine';
import { MEDIA } from './leaks/plants.ts';
import { searchRealNetwork, type SearchResult } from './leaks/real.ts';
import { searchSimulatedNetwork } from './leaks/simulated.ts';

const help = `npm run leak-search -- [--simulated [--seed NAME]] [--json]

Starts a network as "enigma up" does, with a recorder in each node, seals 64 random numbers into a contract that counts how many are above a limit, and
searches for each of them (raw, hex, decimal, base64 and base64url, in both byte orders and at each alignment):

  disk    every file of every node, in snapshots while they work and at the end, and each row of their databases
  writes  each value that a node gives its database
  log     standard output and error of all processes
  http    requests and answers of clients, and what nodes ask their chain
  links   what goes through the mutual TLS links, both ways, in clear
  chain   blocks, transactions, receipts, logs, code and storage

Then it plants another number in each, which must be found there. Exit code 1 on a hit, or if a plant is not found.

  --simulated   the simulator's network in this process, in some seconds; --seed replays one
  --json        one JSON document on standard output`;

async function main(): Promise<number> {
  const values = calledWith(help, {
    simulated: { type: 'boolean', default: false },
    seed: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  if (typeof values === 'number') return values;
  if (values.simulated) return searchSimulatedNetwork(values.seed, values.json);
  if (values.seed !== undefined) return refuse(help, '--seed belongs to --simulated: a real network has no seed.');
  const startedMs = performance.now();
  const abort = new AbortController();
  const undos: (() => Promise<void>)[] = [];
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => abort.abort());
  const stopped = new Promise<undefined>((resolve) => abort.signal.addEventListener('abort', () => resolve(undefined)));
  const progress = (text: string): void =>
    void process.stderr.write(`${((performance.now() - startedMs) / 1000).toFixed(0).padStart(4)} s  ${text}\n`);
  try {
    const search = searchRealNetwork({ signal: abort.signal, started: (undo) => undos.push(undo), progress });
    search.catch(() => undefined);
    const result = await Promise.race([search, stopped]);
    if (result === undefined) {
      process.stderr.write('stopping …\n');
      return 130;
    }
    const seconds = (performance.now() - startedMs) / 1000;
    console.log(values.json ? JSON.stringify({ ...result, seconds }) : textOf(result, seconds));
    return isClean(result) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    for (const undo of undos) await undo();
  }
}

function isClean({ hits, missed, unseen, above, expected }: SearchResult): boolean {
  return hits.length === 0 && missed.length === 0 && unseen.length === 0 && above === expected;
}

function textOf(result: SearchResult, seconds: number): string {
  const { counts, canaries, forms, hits, missed, unseen, snapshots, above, expected } = result;
  return [
    ...MEDIA.map(
      (medium) =>
        `${medium.padEnd(6)} ${(counts[medium].bytes / 1e6).toFixed(2).padStart(9)} MB in ${counts[medium].pieces} pieces`,
    ),
    `${canaries} canaries, ${forms} forms each, ${snapshots} snapshots of the disks: ${hits.length} hits`,
    ...hits.slice(0, 20).map((hit) => `  ${hit}`),
    missed.length === 0 ? 'one value planted in each medium: all found' : `planted and not found: ${missed.join('; ')}`,
    ...(unseen.length === 0 ? [] : [`nothing was seen of: ${unseen.join(', ')}`]),
    `the contract told ${above} above the limit${above === expected ? '' : `, and there are ${expected}`}`,
    `${seconds.toFixed(1)} s`,
  ].join('\n');
}

// Whatever a stopped search still waits for is not waited for.
process.exit(await main());
