// Follows the chain: finalised events enter the view once and for ever; what came after them is kept beside it and read anew at each step, so a reorganisation above
// finality needs no undoing. One below finality stops the node, for everything it has signed rests on that history.
import { concat, fromHex, toHex, u64be } from '@enigma/crypto';
import type { ChainLog, ChainPort } from '@enigma/protocol';
import { blocksPerStepMax } from './limits.ts';
import type { Store } from './store.ts';
import { applyLog, emptyView, type ChainView } from './view.ts';

const cursorBlob = 'chain/cursor';

export interface Watch {
  readonly view: ChainView;
  /** Events after the finalised block, in order; they may still vanish. */
  readonly recent: readonly ChainLog[];
  readonly finalizedNumber: bigint;
  readonly latestNumber: bigint;
  /** Seconds since 1970 of the latest block. */
  readonly latestTime: number;
  /** The finalised history is known up to the chain's own finalised block. */
  readonly fresh: boolean;
}

/** The chain dropped a block that it had called final. */
export class FinalityBroken extends Error {
  readonly code = 'FINALITY_BROKEN';
}

export interface Watcher {
  readonly state: Watch;
  /** Reads what is new. Rejects when the chain cannot be reached; the state is then as it was. */
  step(): Promise<void>;
}

export function createWatcher(chain: ChainPort, store: Store): Watcher {
  const view = emptyView();
  const state = { view, recent: [] as readonly ChainLog[], finalizedNumber: -1n, latestNumber: -1n, latestTime: 0, fresh: false };
  const remembered = readCursor(store);
  let hash: string | undefined;

  return {
    state,
    async step() {
      const latest = await chain.latest();
      const finalized = await chain.finalized();
      if (remembered !== undefined && finalized.number < remembered.number) return;
      if (state.finalizedNumber >= 0n && finalized.number > state.finalizedNumber) await expectHash(chain, state.finalizedNumber, hash);
      while (state.finalizedNumber < finalized.number) {
        const from = state.finalizedNumber + 1n;
        const last = from + BigInt(blocksPerStepMax) - 1n;
        const to = last < finalized.number ? last : finalized.number;
        const logs = await chain.events(from, to);
        const end = await chain.block(to);
        if (end === undefined) return;
        if (remembered !== undefined && from <= remembered.number && remembered.number <= to) await expectHash(chain, remembered.number, remembered.hash);
        const times = await timesOf(chain, logs);
        for (const log of logs) applyLog(view, log, times.get(log.blockNumber) ?? 0);
        state.finalizedNumber = to;
        hash = end.hash;
        store.put(cursorBlob, concat(u64be(to), fromHex(end.hash) ?? new Uint8Array()));
      }
      state.recent = latest.number > finalized.number ? await chain.events(finalized.number + 1n, latest.number) : [];
      state.latestNumber = latest.number;
      state.latestTime = latest.timestamp;
      state.fresh = true;
    },
  };
}

/** Times of the blocks that hold a task's record: what a contract sees as its time. */
async function timesOf(chain: ChainPort, logs: readonly ChainLog[]): Promise<ReadonlyMap<bigint, number>> {
  const times = new Map<bigint, number>();
  for (const { event, blockNumber } of logs) {
    if (event.name === 'TaskCreated' && !times.has(blockNumber)) times.set(blockNumber, (await chain.block(blockNumber))?.timestamp ?? 0);
  }
  return times;
}

async function expectHash(chain: ChainPort, number: bigint, hash: string | undefined): Promise<void> {
  const block = await chain.block(number);
  if (hash !== undefined && block !== undefined && block.hash !== hash) {
    throw new FinalityBroken(`Block ${number} was final as ${hash} and is now ${block.hash}: this node has signed on the first and stops. Check the chain endpoint.`);
  }
}

function readCursor(store: Store): { number: bigint; hash: string } | undefined {
  const bytes = store.get(cursorBlob);
  if (bytes?.length !== 40) return undefined;
  return { number: new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0), hash: toHex(bytes.subarray(8)) };
}
