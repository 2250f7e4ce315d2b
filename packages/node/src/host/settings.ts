// Where each value of a node's configuration comes from: a flag, the environment, the folder's file, or a default, in this order. One table, which the node starts by and `enigma node dry-run` shows.
import { join } from 'node:path';
import type { AddressBook } from '@enigma/contracts';
import {
  drainSecondsDefault,
  drainSecondsMax,
  expireBlocksDefault,
  expireBlocksMax,
  feeGweiDefault,
  feeGweiMax,
  requestsPerWindowMax,
  tasksWaitingMax,
} from '../limits.ts';
import { ConfigError, readConfig, type NodeConfig } from './config.ts';

export type Source = 'flag' | 'environment' | 'file' | 'default';

export interface Kind {
  readonly says: string;
  read(text: unknown): string | number | undefined;
}

const url: Kind = {
  says: 'an http or https address',
  read: (value) => (typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value) ? value : undefined),
};
const host: Kind = {
  says: 'a host name or an address',
  read: (value) => (typeof value === 'string' && /^[0-9A-Za-z.:_-]{1,253}$/.test(value) ? value : undefined),
};
const whole = (from: number, to: number): Kind => ({
  says: `a whole number from ${from} to ${to}`,
  read(value) {
    const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
    return typeof number === 'number' && Number.isInteger(number) && number >= from && number <= to
      ? number
      : undefined;
  },
});

export interface Setting {
  readonly kind: Kind;
  readonly env: string;
  readonly flag: string;
  readonly fallback?: string | number;
  /** What may change without a restart. */
  readonly reloads?: true;
}

export type SettingName = 'rpcUrl' | `${'peer' | 'api' | 'operator'}.${'host' | 'port'}` | `limits.${keyof Limits}`;

export const SETTINGS: Readonly<Record<SettingName, Setting>> = {
  rpcUrl: { kind: url, env: 'ENIGMA_NODE_RPC_URL', flag: 'rpc-url' },
  'peer.host': { kind: host, env: 'ENIGMA_NODE_PEER_HOST', flag: 'peer-host' },
  'peer.port': { kind: whole(0, 65_535), env: 'ENIGMA_NODE_PEER_PORT', flag: 'peer-port' },
  'api.host': { kind: host, env: 'ENIGMA_NODE_API_HOST', flag: 'api-host' },
  'api.port': { kind: whole(0, 65_535), env: 'ENIGMA_NODE_API_PORT', flag: 'api-port' },
  'operator.host': {
    kind: host,
    env: 'ENIGMA_NODE_OPERATOR_HOST',
    flag: 'operator-host',
    fallback: '127.0.0.1',
  },
  'operator.port': { kind: whole(0, 65_535), env: 'ENIGMA_NODE_OPERATOR_PORT', flag: 'operator-port', fallback: 0 },
  'limits.requestsPerWindow': {
    kind: whole(1, requestsPerWindowMax),
    env: 'ENIGMA_NODE_REQUESTS_PER_WINDOW',
    flag: 'requests-per-window',
    fallback: requestsPerWindowMax,
    reloads: true,
  },
  'limits.tasksWaiting': {
    kind: whole(1, tasksWaitingMax),
    env: 'ENIGMA_NODE_TASKS_WAITING',
    flag: 'tasks-waiting',
    fallback: tasksWaitingMax,
    reloads: true,
  },
  'limits.drainSeconds': {
    kind: whole(0, drainSecondsMax),
    env: 'ENIGMA_NODE_DRAIN_SECONDS',
    flag: 'drain-seconds',
    fallback: drainSecondsDefault,
    reloads: true,
  },
  'limits.feeGwei': {
    kind: whole(1, feeGweiMax),
    env: 'ENIGMA_NODE_FEE_GWEI',
    flag: 'fee-gwei',
    fallback: feeGweiDefault,
  },
  'limits.expireBlocks': {
    kind: whole(0, expireBlocksMax),
    env: 'ENIGMA_NODE_EXPIRE_BLOCKS',
    flag: 'expire-blocks',
    fallback: expireBlocksDefault,
    reloads: true,
  },
};

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

export interface Given {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** By the flag's name, without its dashes. */
  readonly flags?: Readonly<Record<string, string | undefined>>;
}

export interface Place {
  readonly host: string;
  readonly port: number;
}

export interface Limits {
  readonly requestsPerWindow: number;
  readonly tasksWaiting: number;
  readonly drainSeconds: number;
  readonly expireBlocks: number;
  /** Most that is offered for a unit of gas. */
  readonly feeGwei: number;
}

export interface Settings {
  readonly rpcUrl: string;
  readonly book: AddressBook;
  readonly index: number;
  readonly peer: Place;
  readonly api: Place;
  readonly operator: Place;
  readonly limits: Limits;
  readonly sources: Readonly<Record<SettingName | 'book' | 'index', Source>>;
}

/** Everything that a node starts by; throws ConfigError with all that is wrong. */
export function readSettings(folder: string, { env = {}, flags = {} }: Given = {}): Settings {
  const file = readConfig(folder);
  const values: Partial<Record<SettingName, string | number>> = {};
  const sources: Partial<Record<SettingName, Source>> = {};
  const wrong: string[] = [];
  for (const name of SETTING_NAMES) {
    const { kind, env: variable, flag, fallback } = SETTINGS[name];
    const candidates: readonly (readonly [Source, unknown, string])[] = [
      ['flag', flags[flag], `--${flag}`],
      ['environment', env[variable], variable],
      ['file', inFile(file, name), `${join(folder, 'config.json')}, ${name}`],
      ['default', fallback, name],
    ];
    const [source, text, where] = candidates.find(([, value]) => value !== undefined) ?? ['default', undefined, name];
    const value = kind.read(text);
    if (value === undefined) wrong.push(`${where}: not ${kind.says}`);
    else [values[name], sources[name]] = [value, source];
  }
  if (wrong.length > 0) throw new ConfigError(`${wrong.join('; ')}.`);
  const place = (of: 'peer' | 'api' | 'operator'): Place => ({
    host: values[`${of}.host`] as string,
    port: values[`${of}.port`] as number,
  });
  return {
    rpcUrl: values.rpcUrl as string,
    book: file.book,
    index: file.index,
    peer: place('peer'),
    api: place('api'),
    operator: place('operator'),
    limits: {
      requestsPerWindow: values['limits.requestsPerWindow'] as number,
      tasksWaiting: values['limits.tasksWaiting'] as number,
      drainSeconds: values['limits.drainSeconds'] as number,
      expireBlocks: values['limits.expireBlocks'] as number,
      feeGwei: values['limits.feeGwei'] as number,
    },
    sources: { ...(sources as Record<SettingName, Source>), book: 'file', index: 'file' },
  };
}

export function valueOf(settings: Settings, name: SettingName): string | number {
  const [group = '', field] = name.split('.');
  const found = settings[group as 'rpcUrl' | 'peer'];
  return typeof found === 'string' ? found : ((found as unknown as Record<string, string | number>)[field ?? ''] ?? '');
}

function inFile(file: NodeConfig, name: SettingName): unknown {
  const [group = '', field] = name.split('.');
  const found = (file as unknown as Record<string, unknown>)[group];
  return field === undefined ? found : (found as Record<string, unknown> | undefined)?.[field];
}
