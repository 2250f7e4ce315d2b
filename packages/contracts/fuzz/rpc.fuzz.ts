// Answers of an endpoint, as JSON: each question rejects, or gives a value of its type. That it rejects is an answer: whoever asks tries again, or elsewhere.
import { accepted, REFUSED, type Chance, type Decoder, type Sample, type Verdict } from '@enigma/fuzz';
import type { ChainPort, Hex } from '@enigma/protocol';
import { bytesToHex, encodeAbiParameters, numberToHex, type AbiParameter } from 'viem';
import { openChainPort } from '../src/index.ts';
import { bankAbi } from '../src/generated/bank.ts';
import { committeesAbi } from '../src/generated/committees.ts';
import { registryAbi } from '../src/generated/registry.ts';
import { stakeAbi } from '../src/generated/stake.ts';
import { tasksAbi } from '../src/generated/tasks.ts';
import { valueOf } from './abi.ts';
import { decoders as logs } from './logs.fuzz.ts';

const address = (byte: string): Hex => `0x${byte.repeat(20)}`;
const book = {
  chainId: 31337,
  deployedBlock: 0,
  token: address('11'),
  randomness: address('22'),
  bank: address('33'),
  stake: address('44'),
  committees: address('55'),
  registry: address('66'),
  tasks: address('77'),
  remedies: address('88'),
};
const ID: Hex = `0x${'aa'.repeat(32)}`;

/** The endpoint's answer, whatever is asked. A failed request is tried again after a pause, which is left out. */
function answering(text: string): () => void {
  const { fetch, setTimeout } = globalThis;
  globalThis.fetch = () => Promise.resolve(new Response(text, { headers: { 'content-type': 'application/json' } }));
  globalThis.setTimeout = ((run: () => void, ms = 0, ...more: never[]) =>
    setTimeout(run, ms < 5_000 ? 0 : ms, ...more)) as typeof setTimeout;
  return () => Object.assign(globalThis, { fetch, setTimeout });
}

let port: ChainPort | undefined;

async function asked(
  bytes: Uint8Array,
  ask: (port: ChainPort) => Promise<unknown>,
  check: (given: never) => boolean,
): Promise<Verdict> {
  const restore = answering(new TextDecoder().decode(bytes));
  port ??= openChainPort({ rpcUrl: 'http://127.0.0.1:9', book, privateKey: `0x${'01'.repeat(32)}` });
  let given: unknown;
  try {
    given = await ask(port);
  } catch (error) {
    if (error instanceof Error) return REFUSED;
    throw error;
  } finally {
    restore();
  }
  if (!check(given as never)) throw new TypeError(`the endpoint's answer became ${describe(given)}`);
  return accepted();
}

function describe(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one}n` : one)).slice(0, 300);
}

const isHex = (value: unknown, bytes: number): boolean =>
  typeof value === 'string' && /^0x[0-9a-f]*$/.test(value) && value.length === 2 + 2 * bytes;
const isUint = (value: unknown, bits: number): boolean =>
  typeof value === 'bigint'
    ? value >= 0n && value >> BigInt(bits) === 0n
    : Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < 2 ** bits;

const json = (result: unknown): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ jsonrpc: '2.0', id: 1, result }));

const block: Decoder = {
  name: 'contracts/rpc-block',
  form: 'json',
  covers: ['packages/contracts/src/answers.ts#blockOf'],
  every: 20,
  allocatesMax: 1 << 24,
  samples: (chance) =>
    Array.from({ length: 6 }, () => ({
      bytes: json({
        number: numberToHex(chance.uint(40)),
        hash: bytesToHex(chance.bytes(32)),
        parentHash: bytesToHex(chance.bytes(32)),
        timestamp: numberToHex(chance.uint(32)),
        gasLimit: '0x1c9c380',
        transactions: [],
        uncles: [],
      }),
    })),
  decode: (bytes) =>
    asked(
      bytes,
      (one) => one.latest(),
      ({ number, hash, parentHash, timestamp }: Awaited<ReturnType<ChainPort['latest']>>) =>
        typeof number === 'bigint' &&
        isUint(number, 64) &&
        isHex(hash, 32) &&
        isHex(parentHash, 32) &&
        typeof timestamp === 'number' &&
        isUint(timestamp, 53),
    ),
};

const events: Decoder = {
  name: 'contracts/rpc-logs',
  form: 'json',
  covers: ['packages/contracts/src/answers.ts#placed', 'packages/contracts/src/events.ts#decodeEvent'],
  every: 40,
  allocatesMax: 1 << 26,
  samples(chance) {
    const raw = (logs[0] as Decoder).samples(chance);
    return Array.from({ length: 12 }, () => ({
      bytes: json(Array.from({ length: chance.below(4) }, (_, i) => logOf(chance.pick(raw), chance, i))),
    }));
  },
  decode: (bytes) =>
    asked(
      bytes,
      (one) => one.events(0n, 5n),
      (given: Awaited<ReturnType<ChainPort['events']>>) =>
        given.every(
          ({ blockNumber, blockHash, txHash, logIndex, event }) =>
            typeof blockNumber === 'bigint' &&
            isUint(blockNumber, 64) &&
            isHex(blockHash, 32) &&
            isHex(txHash, 32) &&
            typeof logIndex === 'number' &&
            isUint(logIndex, 48) &&
            typeof event.name === 'string',
        ),
    ),
};

function logOf({ bytes }: Sample, chance: Chance, index: number): unknown {
  const count = bytes[0] ?? 0;
  return {
    address: book.tasks,
    topics: Array.from({ length: count }, (_, i) => bytesToHex(bytes.slice(1 + 32 * i, 33 + 32 * i))),
    data: bytesToHex(bytes.slice(1 + 32 * count)),
    blockNumber: numberToHex(chance.below(6)),
    blockHash: bytesToHex(chance.bytes(32)),
    transactionHash: bytesToHex(chance.bytes(32)),
    transactionIndex: '0x0',
    logIndex: numberToHex(index),
    removed: false,
  };
}

/** One view function and what its answer is. */
function view(
  name: string,
  outputs: readonly AbiParameter[],
  ask: (port: ChainPort) => Promise<unknown>,
  check: (given: never) => boolean,
): Decoder {
  return {
    name: `contracts/rpc-${name}`,
    form: 'json',
    covers: ['packages/contracts/src/inRange.ts#inRange'],
    every: 40,
    allocatesMax: 1 << 24,
    samples: (chance) =>
      Array.from({ length: 6 }, () => ({
        bytes: json(
          encodeAbiParameters(
            outputs,
            outputs.map((one) => valueOf(one, chance)),
          ),
        ),
      })),
    decode: (bytes) => asked(bytes, ask, check),
  };
}

function outputsOf(abi: readonly unknown[], name: string): readonly AbiParameter[] {
  const item = (
    abi as readonly { readonly type: string; readonly name?: string; readonly outputs?: readonly AbiParameter[] }[]
  ).find((one) => one.type === 'function' && one.name === name);
  if (item?.outputs === undefined) throw new Error(`no function ${name}`);
  return item.outputs;
}

/** Each number is one of its type, as deep as they go. */
function sound(value: unknown): boolean {
  if (typeof value === 'number') return isUint(value, 48);
  if (typeof value === 'bigint') return isUint(value, 256);
  return typeof value !== 'object' || value === null || Object.values(value).every(sound);
}

const numbers = (given: never): boolean => sound(given);

export const decoders: readonly Decoder[] = [
  block,
  events,
  view('head', outputsOf(tasksAbi, 'headOf'), (one) => one.headOf(ID), numbers),
  view('contract', outputsOf(registryAbi, 'contractOf'), (one) => one.contractOf(ID), numbers),
  view('committee', outputsOf(committeesAbi, 'committeeOf'), (one) => one.committeeOf(ID), numbers),
  view('node', outputsOf(stakeAbi, 'nodeOf'), (one) => one.nodeOf(1), numbers),
  view(
    'signer',
    outputsOf(stakeAbi, 'signerAt'),
    (one) => one.signerAt(1, 1),
    (given) => typeof given === 'string' && /^0x[0-9a-f]{40}$/.test(given),
  ),
  view('inbox', outputsOf(tasksAbi, 'inboxOf'), (one) => one.inboxOf(ID), numbers),
  view(
    'new-until',
    outputsOf(tasksAbi, 'newUntilBlockOf'),
    (one) => one.newUntilOf(ID),
    (given) => isUint(given, 48),
  ),
  view(
    'credit',
    outputsOf(bankAbi, 'creditOf'),
    (one) => one.creditOf(1),
    (given) => isUint(given, 256),
  ),
  view(
    'status',
    outputsOf(tasksAbi, 'statusOf'),
    (one) => one.taskStatusOf(ID),
    (given) => isUint(given, 8),
  ),
];
