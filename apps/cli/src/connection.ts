// The client's ports on this machine: fetch, the clock, the system's randomness.
import { randomFillSync } from 'node:crypto';
import { type Client, connect, fetchTransport } from '@enigma/client';
import type { ChainPort } from '@enigma/protocol';
import { pollPauseMs } from './limits.ts';

export const random = (byteLength: number): Uint8Array => randomFillSync(new Uint8Array(byteLength));

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function connectTo(chain: ChainPort): Client {
  return connect({
    chain,
    transport: fetchTransport(fetch),
    random,
    nowMs: () => Date.now(),
    sleep,
    pollMs: pollPauseMs,
  });
}
