// The network file: what `enigma up` writes and every other command finds, so that nobody types addresses.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { AddressBook } from '@enigma/contracts';
import { CliError } from '../errors.ts';
import { addressCharactersMax } from '../limits.ts';

export interface NetworkNode {
  /** In the chain's node records. */
  readonly index: number;
  readonly apiUrl: string;
  readonly peerUrl: string;
  readonly pid: number;
  readonly folder: string;
  readonly logFile: string;
}

export interface NetworkFile {
  readonly version: 1;
  readonly rpcUrl: string;
  readonly book: AddressBook;
  /** Of the process that keeps the network up. */
  readonly pid: number;
  readonly chainPid: number;
  readonly nodes: readonly NetworkNode[];
}

const relativePath = join('.enigma', 'network.json');

/** Where `up` writes: as told, by `ENIGMA_NETWORK`, or under the present folder. */
export function networkPath(given: string | undefined): string {
  return resolve(given ?? process.env['ENIGMA_NETWORK'] ?? relativePath);
}

export function writeNetwork(path: string, network: NetworkFile): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(network, null, 2)}\n`, { mode: 0o600 });
}

/** Removes the file unless another network has written it since. */
export function removeNetwork(path: string, pid: number): void {
  const found = tryRead(path);
  if (found?.pid === pid) rmSync(path, { force: true });
}

/** The file as given, or the nearest one from the present folder upwards. */
export function readNetwork(given: string | undefined): NetworkFile {
  const named = given ?? process.env['ENIGMA_NETWORK'];
  const places = named === undefined ? upwards(process.cwd()) : [resolve(named)];
  for (const place of places) {
    const found = tryRead(place);
    if (found !== undefined) return found;
  }
  throw new CliError(
    'NETWORK_UNKNOWN',
    named === undefined
      ? `No network is known here: there is no ${relativePath} in this folder or above it.`
      : `${named} is not a network file.`,
    'Start a local network in another terminal with "npm run enigma -- up", or name its file with --network FILE.',
  );
}

/** Another network that is up under this path, if there is one. */
export function runningNetwork(path: string): NetworkFile | undefined {
  const found = tryRead(path);
  return found !== undefined && isAlive(found.pid) ? found : undefined;
}

/** Whether some process has this number, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function upwards(folder: string): readonly string[] {
  const places: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    places.push(join(at, relativePath));
    if (dirname(at) === at) return places;
  }
}

function tryRead(path: string): NetworkFile | undefined {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as NetworkFile;
    return isNetwork(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

const CONTRACTS = ['token', 'randomness', 'bank', 'stake', 'committees', 'registry', 'tasks', 'remedies'] as const;

/** Of what a file may hold in place of one, parts that are missing throw. */
function isNetwork({ version, rpcUrl, book, pid, chainPid, nodes }: NetworkFile): boolean {
  const isAddress = (one: unknown): boolean => typeof one === 'string' && /^0x[0-9a-fA-F]{40}$/.test(one);
  const addresses = CONTRACTS.every((name) => isAddress(book[name]));
  return (
    version === 1 &&
    isUrl(rpcUrl) &&
    addresses &&
    (book.evidence === undefined || isAddress(book.evidence)) &&
    [book.chainId, book.deployedBlock, pid, chainPid].every((one) => Number.isSafeInteger(one) && one >= 0) &&
    Array.isArray(nodes) &&
    nodes.every(({ index, apiUrl }) => Number.isSafeInteger(index) && isUrl(apiUrl))
  );
}

function isUrl(text: unknown): boolean {
  return typeof text === 'string' && text.length <= addressCharactersMax && URL.canParse(text);
}
