// Logs and refusals as an endpoint tells them: topics and data of anybody.
import { accepted, REFUSED, type Chance, type Decoder, type Sample } from '@enigma/fuzz';
import { recordOf } from '@enigma/fuzz';
import { encodeRecord, RESULT, TASK, type Hex, type Receipt, type Result, type Task } from '@enigma/protocol';
import {
  bytesToHex,
  concat,
  encodeAbiParameters,
  encodeErrorResult,
  encodeEventTopics,
  hexToBytes,
  size,
  slice,
  type AbiEvent,
} from 'viem';
import { decodeEvent } from '../src/events.ts';
import { decodeRefusal } from '../src/refusals.ts';
import { bankAbi } from '../src/generated/bank.ts';
import { committeesAbi } from '../src/generated/committees.ts';
import { devRandomnessAbi } from '../src/generated/devRandomness.ts';
import { errorsAbi } from '../src/generated/errors.ts';
import { registryAbi } from '../src/generated/registry.ts';
import { remediesAbi } from '../src/generated/remedies.ts';
import { stakeAbi } from '../src/generated/stake.ts';
import { tasksAbi } from '../src/generated/tasks.ts';
import { valueOf } from './abi.ts';

const EVENTS = [bankAbi, stakeAbi, devRandomnessAbi, registryAbi, committeesAbi, tasksAbi, remediesAbi]
  .flatMap((abi) => [...abi] as readonly { readonly type: string; readonly name?: string }[])
  .filter(
    (item) => item.type === 'event' && item.name !== 'EIP712DomainChanged',
  ) as readonly unknown[] as readonly AbiEvent[];

const WORD = 32;

/** Count of topics u8 ‖ topics ‖ data. */
function logBytes(topics: readonly Hex[], data: Hex): Uint8Array {
  return hexToBytes(concat([bytesToHex(Uint8Array.of(topics.length)), ...topics, data]));
}

function eventSample(event: AbiEvent, chance: Chance): Sample {
  const args = Object.fromEntries(event.inputs.map((input) => [input.name ?? '', argumentOf(event, input, chance)]));
  if (event.name === 'Settled')
    Object.assign(args, { outcomes: outcomesOf((args['receipt'] as Receipt).count, chance) });
  const topics = encodeEventTopics({ abi: [event], eventName: event.name, args: args as never }) as Hex[];
  const plain = event.inputs.filter(({ indexed }) => indexed !== true);
  const data = encodeAbiParameters(
    plain,
    plain.map(({ name }) => args[name ?? '']),
  );
  const bytes = logBytes(topics, data);
  const at = 1 + WORD * topics.length;
  const words = Array.from({ length: Math.floor(size(data) / WORD) }, (_, i) => ({
    at: at + WORD * i,
    size: WORD,
    counts: i % 2 === 0,
  }));
  return { bytes, seams: [{ at: 0, size: 1, counts: true }, ...words] };
}

function argumentOf(event: AbiEvent, input: AbiEvent['inputs'][number], chance: Chance): unknown {
  if (event.name === 'TaskCreated' && input.name === 'order')
    return concat([slice(bytesToHex(encodeRecord(TASK, recordOf(TASK, chance).record as Task)), WORD), '0x1234']);
  const value = valueOf(input, chance);
  return event.name === 'Settled' && input.name === 'receipt'
    ? { ...(value as Receipt), count: chance.below(3) }
    : value;
}

function outcomesOf(count: number, chance: Chance): Hex {
  return concat([
    '0x',
    ...Array.from({ length: count }, () => {
      const result = bytesToHex(encodeRecord(RESULT, recordOf(RESULT, chance).record as Result));
      // Without maskedHash, which follows from the masked bytes behind it.
      return concat([slice(result, 0, 75), slice(result, 107), '0x00000002', '0x5566']);
    }),
  ]);
}

const events: Decoder = {
  name: 'contracts/log',
  form: 'bytes',
  covers: ['packages/contracts/src/events.ts#decodeEvent'],
  every: 4,
  samples: (chance) => EVENTS.flatMap((event) => Array.from({ length: 3 }, () => eventSample(event, chance))),
  decode(bytes) {
    const count = Math.min(bytes[0] ?? 0, Math.floor((bytes.length - 1) / WORD));
    const topics = Array.from({ length: count }, (_, i) => bytesToHex(bytes.slice(1 + WORD * i, 1 + WORD * (i + 1))));
    const event = decodeEvent({ topics, data: bytesToHex(bytes.slice(1 + WORD * count)) });
    if (event === undefined) return REFUSED;
    inRange(event);
    return accepted();
  },
};

/** Numbers of events are whole, not negative and exact; none has more than 256 bits. */
function inRange(value: unknown): void {
  if (typeof value === 'number' && !(Number.isSafeInteger(value) && value >= 0))
    throw new RangeError(`an event holds ${value}`);
  if (typeof value === 'bigint' && (value < 0n || value >> 256n !== 0n))
    throw new RangeError('an event holds more than a word');
  if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) inRange(one);
}

const refusals: Decoder = {
  name: 'contracts/refusal',
  form: 'bytes',
  covers: ['packages/contracts/src/refusals.ts#decodeRefusal'],
  every: 4,
  samples: (chance) =>
    errorsAbi.map((error) => ({
      bytes: hexToBytes(
        encodeErrorResult({
          abi: [error],
          errorName: error.name,
          args: error.inputs.map((input) => valueOf(input, chance)),
        } as never),
      ),
    })),
  decode: (bytes) => (decodeRefusal(bytesToHex(bytes)).name === 'Unknown' ? REFUSED : accepted()),
};

export const decoders: readonly Decoder[] = [events, refusals];
