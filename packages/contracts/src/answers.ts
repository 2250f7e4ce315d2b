// Blocks and the places of logs as an endpoint tells them. viem hands on what it does not know the form of: a hash that is no hash, a number that is none.
import type { Block, ChainEvent, ChainLog, Hex } from '@enigma/protocol';

/** The endpoint answered, with something that is no answer. */
export class BadAnswer extends Error {
  readonly code = 'BAD_ANSWER';
}

/** A block as told; rejects by BadAnswer one that is none. */
export function blockOf(told: {
  readonly number: unknown;
  readonly hash: unknown;
  readonly parentHash: unknown;
  readonly timestamp: unknown;
}): Block {
  const { number, hash, parentHash } = told;
  const timestamp = Number(told.timestamp);
  if (!isHeight(number) || !isHash(hash) || !isHash(parentHash) || !isWhole(timestamp))
    throw new BadAnswer('The endpoint told a block that is none.');
  return { number, hash, parentHash, timestamp };
}

/** An event where its log says that it is. */
export function placed(
  event: ChainEvent,
  log: {
    readonly blockNumber: unknown;
    readonly blockHash: unknown;
    readonly transactionHash: unknown;
    readonly logIndex: unknown;
  },
): ChainLog {
  const { blockNumber, blockHash, transactionHash: txHash, logIndex } = log;
  if (!isHeight(blockNumber) || !isHash(blockHash) || !isHash(txHash) || !isWhole(logIndex))
    throw new BadAnswer('The endpoint told a log that is in no block.');
  return { event, blockNumber, blockHash, txHash, logIndex };
}

function isHash(value: unknown): value is Hex {
  return typeof value === 'string' && /^0x[0-9a-f]{64}$/.test(value);
}

function isHeight(value: unknown): value is bigint {
  return typeof value === 'bigint' && value >= 0n && value >> 64n === 0n;
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
