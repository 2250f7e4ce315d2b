// The clock of a development network: epochs turn only when somebody turns them. It does so at once when a contract waits for the seed that its
// committee is drawn by, and now and then otherwise.
import type { ChainPort, Hex } from '@enigma/protocol';
import { epochBlocks, pollPauseMs } from '../limits.ts';
import { isConnectionError } from './submit.ts';

export interface Keeper {
  stop(): Promise<void>;
}

export function startKeeper(chain: ChainPort, fromBlock: bigint): Keeper {
  const waiting = new Map<Hex, number>();
  let next = fromBlock;
  let turnedAt = fromBlock;
  let stopping = false;
  let wake: (() => void) | undefined;

  async function step(): Promise<void> {
    const latest = await chain.latest();
    if (latest.number >= next) {
      for (const { event } of await chain.events(next, latest.number)) {
        if (event.name === 'ContractDeployed') waiting.set(event.contractId, event.registeredEpoch);
        if (event.name === 'CommitteeOpened') waiting.delete(event.contractId);
        if (event.name === 'EpochAdvanced')
          for (const [id, epoch] of waiting) if (event.epoch > epoch) waiting.delete(id);
      }
      next = latest.number + 1n;
    }
    if (waiting.size === 0 && latest.number - turnedAt < epochBlocks) return;
    // A refusal says that somebody else turned the epoch in this block, which is as good.
    await chain.submit({ name: 'advance' });
    turnedAt = latest.number;
  }

  async function loop(): Promise<void> {
    while (!stopping) {
      try {
        await step();
      } catch (error) {
        if (!stopping && !isConnectionError(error)) throw error;
      }
      if (stopping) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollPauseMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  const looping = loop().catch(() => undefined);
  return {
    async stop() {
      stopping = true;
      wake?.();
      await looping;
    },
  };
}
