// Looks at a network again and again and tells what it holds. Final blocks are folded once; those after them anew at every look, since they may be replaced.
import type { Block, ChainPort } from '@enigma/protocol';
import { LyingRpc } from './errors.ts';
import { foldLogs, NO_RECORDS, type NetworkRecords } from './networkView.ts';
import type { Ports } from './ports.ts';
import { crossCheck, guarded, latestOf, logsOf } from './reading.ts';

export interface NetworkView extends NetworkRecords {
  readonly latest: Block;
  readonly finalized: Block;
  readonly epoch: number;
}

export interface Explorer {
  /** One look. Not to be called before the last one has ended. */
  look(): Promise<NetworkView>;
}

/** `fromBlock`: the first block with logs of these contracts; an event that refers to an older one counts as a lie. */
export function explore(ports: Ports, fromBlock: bigint): Explorer {
  const { chain } = ports;
  let held: NetworkRecords = NO_RECORDS;
  let next = fromBlock;
  let anchor: Block | undefined;
  return {
    async look() {
      const [latest, finalized, epoch] = await Promise.all([
        latestOf(chain),
        guarded(() => chain.finalized()),
        guarded(() => chain.epoch()),
      ]);
      if (latest.number < finalized.number) throw new LyingRpc('the last final block is not there yet');
      if (anchor !== undefined && (await crossCheck(ports, anchor.number)) !== anchor.hash)
        throw new LyingRpc('a final block was replaced');
      if (finalized.number >= next) {
        held = foldLogs(chain, held, await inOrder(chain, next, finalized.number));
        next = finalized.number + 1n;
        anchor = finalized;
      }
      const records = foldLogs(chain, held, await inOrder(chain, next, latest.number));
      return { ...records, latest, finalized, epoch };
    },
  };
}

async function inOrder(chain: ChainPort, from: bigint, to: bigint): ReturnType<typeof logsOf> {
  const logs = await logsOf(chain, from, to);
  if (logs.some((log, i) => i > 0 && log.blockNumber < (logs[i - 1]?.blockNumber ?? 0n)))
    throw new LyingRpc('events out of their order');
  return logs;
}
