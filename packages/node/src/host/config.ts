// A node's configuration: one JSON file in its folder, checked whole before anything starts.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressBook } from '@enigma/contracts';

export interface NodeConfig {
  /** The chain's JSON-RPC endpoint. */
  readonly rpcUrl: string;
  readonly book: AddressBook;
  /** This node's index in the chain's node records. */
  readonly index: number;
  readonly peer: { readonly host: string; readonly port: number };
  readonly api: { readonly host: string; readonly port: number };
  /** Where metrics and duties are told; loopback, at any free port, where not said. */
  readonly operator?: { readonly host?: string; readonly port?: number };
  /** Narrower than the program's own; read again on SIGHUP. */
  readonly limits?: {
    readonly requestsPerWindow?: number;
    readonly tasksWaiting?: number;
    readonly drainSeconds?: number;
    readonly expireBlocks?: number;
    readonly feeGwei?: number;
  };
}

export class ConfigError extends Error {
  readonly code = 'CONFIG_INVALID';
}

const fileName = 'config.json';

export function writeConfig(folder: string, config: NodeConfig): void {
  writeFileSync(join(folder, fileName), `${JSON.stringify(config, null, 2)}\n`);
}

export function readConfig(folder: string): NodeConfig {
  const file = join(folder, fileName);
  let read: Partial<NodeConfig>;
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof parsed !== 'object' || parsed === null) throw new TypeError('not an object');
    read = parsed;
  } catch (error) {
    throw new ConfigError(
      `${file} cannot be read (${error instanceof Error ? error.message : String(error)}): "enigma up" writes one, docs/guide/operating.md shows its fields.`,
    );
  }
  const { rpcUrl, book, index, peer, api } = read;
  const wrong = [
    typeof rpcUrl === 'string' && URL.canParse(rpcUrl) ? '' : 'rpcUrl',
    isBook(book) ? '' : 'book',
    isCount(index) ? '' : 'index',
    isPlace(peer) ? '' : 'peer',
    isPlace(api) ? '' : 'api',
  ].filter((name) => name !== '');
  if (wrong.length > 0) throw new ConfigError(`${file}: ${wrong.join(', ')} missing or not of its kind.`);
  return read as NodeConfig;
}

const CONTRACTS = ['token', 'randomness', 'bank', 'stake', 'committees', 'registry', 'tasks', 'remedies'] as const;

function isBook(book: Partial<AddressBook> | null | undefined): boolean {
  const isAddress = (text: unknown): boolean => typeof text === 'string' && /^0x[0-9a-fA-F]{40}$/.test(text);
  return isCount(book?.chainId) && isCount(book?.deployedBlock) && CONTRACTS.every((name) => isAddress(book?.[name]));
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isPlace(place: { readonly host?: unknown; readonly port?: unknown } | undefined): boolean {
  const port = place?.port;
  return (
    typeof place?.host === 'string' && typeof port === 'number' && Number.isInteger(port) && port >= 0 && port < 65_536
  );
}
