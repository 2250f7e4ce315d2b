// The latest blocks as they were seen, to notice that one was replaced before it was final. Only what was a tip when somebody looked is known, so that a depth is a lower bound.
import type { Block } from '@enigma/protocol';
import type { Hex } from '@enigma/crypto';
import { tipsKept } from './limits.ts';

export interface Tips {
  /** Takes the latest block; answers how many of the blocks seen before are gone by it. */
  see(latest: Block): number;
}

export function createTips(): Tips {
  const seen = new Map<bigint, Hex>();
  return {
    see({ number, hash, parentHash }) {
      // An endpoint that falls behind tells an old block as the latest: nothing is gone by that.
      const otherParent = (seen.get(number - 1n) ?? parentHash) !== parentHash;
      const replaced = otherParent || (seen.get(number) ?? hash) !== hash;
      const from = otherParent ? number - 1n : number;
      const gone = replaced ? [...seen.keys()].filter((known) => known >= from) : [];
      const top = gone.reduce((highest, known) => (known > highest ? known : highest), from - 1n);
      for (const known of gone) seen.delete(known);
      seen.set(number, hash);
      for (const known of seen.keys()) if (seen.size > tipsKept) seen.delete(known);
      return Number(top - from + 1n);
    },
  };
}
