// Who makes the blocks: when the next one comes, and what becomes of the chain then. Whoever makes them tells nobody; the world looks for what is new.
import type { ChainLog, PendingCall, Proposal, SimulatedChain } from '@enigma/protocol';
import type { Hex } from '@enigma/crypto';

export interface Miner {
  /** Milliseconds to the next block. */
  pauseMs(): number;
  /** Makes it, and whatever else happens to the chain at that time. */
  mine(): void | Promise<void>;
}

/** Where its blocks are made: by the rules alone, or by the contracts too (evm/twin.ts). */
export interface BlockMaker {
  mine(proposal?: Proposal): unknown;
  reorganise(depth: number, keep?: (calls: readonly PendingCall[]) => readonly PendingCall[]): void | Promise<void>;
}

export function steadyMiner(maker: BlockMaker, blockMs: number): Miner {
  return {
    pauseMs: () => blockMs,
    async mine() {
      await maker.mine();
    },
  };
}

export interface HoldOptions {
  readonly chain: SimulatedChain;
  readonly maker: BlockMaker;
  readonly blockMs: number;
  readonly isHeld: (call: PendingCall) => boolean;
  /** From the first of them that waits. */
  readonly heldSeconds: number;
}

/** Whoever makes the blocks leaves some calls waiting for a while. */
export function holdingMiner({ chain, maker, blockMs, isHeld, heldSeconds }: HoldOptions): Miner {
  let until: number | undefined;
  return {
    pauseMs: () => blockMs,
    async mine() {
      const waiting = chain.waiting();
      if (waiting.some(isHeld)) until ??= chain.nowSeconds() + heldSeconds;
      const holds = until !== undefined && chain.nowSeconds() < until;
      await maker.mine({ calls: holds ? waiting.filter((call) => !isHeld(call)) : waiting });
    },
  };
}

export interface NewBlock {
  readonly hash: Hex;
  readonly logs: readonly ChainLog[];
}

export interface News {
  /** Blocks that came since, of the canonical chain; after a reorganisation also those that took others' places. */
  blocks(): readonly NewBlock[];
  /** Blocks that became final since, each once. */
  finals(): readonly NewBlock[];
}

export function createNews(chain: SimulatedChain): News {
  const told: Hex[] = [];
  let finalTold = -1;
  const hashOf = (number: number): Hex | undefined => chain.blockAt(BigInt(number))?.hash;
  const between = (from: number, to: number): readonly NewBlock[] =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => {
      const number = BigInt(from + k);
      return { hash: hashOf(from + k) as Hex, logs: chain.events(number, number) };
    });
  return {
    blocks() {
      const last = Number(chain.latest().number);
      let from = last;
      while (from >= 0 && hashOf(from) !== told[from]) from--;
      const fresh = between(from + 1, last);
      told.length = from + 1;
      for (const { hash } of fresh) told.push(hash);
      return fresh;
    },
    finals() {
      const fresh = between(finalTold + 1, Number(chain.finalized().number));
      finalTold += fresh.length;
      return fresh;
    },
  };
}
