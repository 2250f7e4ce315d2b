// Files and words that people give to the command: each is taken, or refused by an error with a code and a hint.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Abi, AbiType } from '@enigma/compiler';
import { accepted, REFUSED, type Chance, type Decoder, type Sample, type Verdict } from '@enigma/fuzz';
import { parseElection } from '../src/election.ts';
import { CliError } from '../src/errors.ts';
import { readElection } from '../src/files.ts';
import { readKey } from '../src/keys.ts';
import { readNetwork, runningNetwork } from '../src/network/file.ts';
import { argumentValues, constructorArgs, entryValues } from '../src/values.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const several = (count: number, make: (i: number) => string): readonly Sample[] =>
  Array.from({ length: count }, (_, i) => ({ bytes: utf8(make(i)) }));

function told(read: () => unknown): Verdict {
  try {
    return read() === undefined ? REFUSED : accepted();
  } catch (error) {
    if (error instanceof CliError) return REFUSED;
    throw error;
  }
}

let folder: string | undefined;

/** One file, written anew for each input. */
function fileOf(bytes: Uint8Array): string {
  if (folder === undefined) {
    const made = (folder = mkdtempSync(join(tmpdir(), 'enigma-fuzz-')));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  }
  const path = join(folder, 'input');
  writeFileSync(path, bytes);
  return path;
}

function electionText(chance: Chance): string {
  const alternatives = 2 + chance.below(5);
  const orders = Array.from({ length: 1 + chance.below(5) }, () => {
    const ranking = Array.from({ length: alternatives }, (_, i) => i + 1).sort(() => chance.below(3) - 1);
    return { voters: 1 + chance.below(40), ranking: ranking.slice(0, 1 + chance.below(alternatives)) };
  });
  const voters = orders.reduce((sum, order) => sum + order.voters, 0);
  return [
    '# FILE NAME: fuzz.soi',
    '# TITLE: A title',
    '# DATA TYPE: soi',
    `# NUMBER ALTERNATIVES: ${alternatives}`,
    `# NUMBER VOTERS: ${voters}`,
    `# NUMBER UNIQUE ORDERS: ${orders.length}`,
    ...Array.from({ length: alternatives }, (_, i) => `# ALTERNATIVE NAME ${i + 1}: name ${i}`),
    ...orders.map((order) => `${order.voters}: ${order.ranking.join(',')}`),
  ].join('\n');
}

const election: Decoder = {
  name: 'cli/election',
  form: 'text',
  covers: ['apps/cli/src/election.ts#parseElection'],
  every: 4,
  words: ['# ', ': ', '# A', ',1', '{1,2}', 'soc'],
  samples: (chance) => several(10, () => electionText(chance)),
  decode: (bytes) => told(() => parseElection(textOf(bytes), 'fuzz.soi')),
};

const electionFile: Decoder = {
  ...election,
  name: 'cli/election-file',
  every: 200,
  covers: ['apps/cli/src/files.ts#readElection', 'apps/cli/src/textFile.ts#readText'],
  decode: (bytes) => told(() => readElection(fileOf(bytes))),
};

const key: Decoder = {
  name: 'cli/key-file',
  form: 'text',
  covers: ['apps/cli/src/keys.ts#readKey'],
  every: 200,
  samples: (chance) =>
    several(6, () => `${chance.once(2) ? '0x' : ''}${Buffer.from(chance.bytes(32)).toString('hex')}\n`),
  decode: (bytes) => told(() => readKey(fileOf(bytes))),
};

const HEX = `0x${'11'.repeat(20)}`;
const NETWORK = {
  version: 1,
  rpcUrl: 'http://127.0.0.1:8545',
  book: Object.fromEntries(
    ['token', 'randomness', 'bank', 'stake', 'committees', 'registry', 'tasks', 'remedies'].map((name) => [name, HEX]),
  ),
  pid: 1,
  chainPid: 2,
  nodes: [
    {
      index: 0,
      apiUrl: 'http://127.0.0.1:1',
      peerUrl: 'enigma://127.0.0.1:2',
      pid: 3,
      folder: '/tmp/a',
      logFile: '/tmp/b',
    },
  ],
};

/** What every command takes from it once it was taken. */
const network: Decoder = {
  name: 'cli/network-file',
  form: 'json',
  covers: ['apps/cli/src/network/file.ts#readNetwork', 'apps/cli/src/network/file.ts#tryRead'],
  every: 100,
  samples: () =>
    several(2, (i) =>
      JSON.stringify({
        ...NETWORK,
        book: { ...NETWORK.book, chainId: 31337, deployedBlock: i },
        nodes: NETWORK.nodes.slice(i),
      }),
    ),
  decode(bytes) {
    const path = fileOf(bytes);
    return told(() => {
      runningNetwork(path);
      const { rpcUrl, book, nodes } = readNetwork(path);
      const addresses: readonly unknown[] = [book.bank, book.tasks, book.remedies];
      if (!addresses.every((one) => /^0x[0-9a-fA-F]{40}$/.test(one as string)))
        throw new TypeError('an address that is none');
      if (!Number.isSafeInteger(book.chainId)) throw new TypeError('a chain id that is none');
      return [rpcUrl, ...nodes.map(({ apiUrl }) => apiUrl)].map((url) => new URL(url).origin);
    });
  },
};

const TYPES: readonly AbiType[] = [
  { kind: 'bool' },
  { kind: 'address' },
  { kind: 'integer', bits: 8, signed: true },
  { kind: 'integer', bits: 64, signed: false },
  { kind: 'range', max: '31', bits: 5 },
  { kind: 'vector', element: { kind: 'bool' } },
] as readonly unknown[] as readonly AbiType[];

/** One argument a line. */
const constructorArguments: Decoder = {
  name: 'cli/constructor-arguments',
  form: 'text',
  covers: ['apps/cli/src/values.ts#parseValue'],
  samples: () => several(3, (i) => ['true', HEX, String(-i), `+${i}`, String(i), '[true]'].join('\n')),
  decode(bytes) {
    const params = TYPES.map((type, i) => ({ name: `p${i}`, type }));
    const abi = { name: 'Fuzz', functions: [{ kind: 'constructor', params }] } as unknown as Abi;
    return told(() => constructorArgs(abi, textOf(bytes).split('\n'), 100n));
  },
};

const callArguments: Decoder = {
  name: 'cli/call-arguments',
  form: 'text',
  covers: ['apps/cli/src/values.ts#argumentValues', 'apps/cli/src/values.ts#fromJson'],
  samples: () => several(3, (i) => ['true', HEX, String(-i), '{"a":[1,2]}'].join('\n')),
  decode: (bytes) => told(() => argumentValues(textOf(bytes).split('\n'), ['a', 'b', 'c', 'd'])),
};

const entry: Decoder = {
  name: 'cli/entry',
  form: 'text',
  covers: ['apps/cli/src/values.ts#entryValues'],
  samples: () => several(3, (i) => [`choice=${i}`, `open=true`, `who=${HEX}`].join('\n')),
  decode: (bytes) => told(() => entryValues(textOf(bytes).split('\n'))),
};

export const decoders: readonly Decoder[] = [
  election,
  electionFile,
  key,
  network,
  constructorArguments,
  callArguments,
  entry,
];
