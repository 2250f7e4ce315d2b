// Mask keys that the others hand to a seat which lost its own: of each T-set what T + 1 of its holders said alike, one of them honest. A liar can hold the seat back, and mislead it in nothing.
import { fromHex, setsHeldBy, inSet, type Hex } from '@enigma/crypto';
import type { CommitteeView } from './committee.ts';
import type { NodeChecks } from './defences.ts';

export interface MaskVote {
  take(from: number, keys: readonly { readonly set: number; readonly key: Hex }[]): void;
  /** All keys that this seat must have, once all are agreed on. */
  agreed(): ReadonlyMap<number, Uint8Array> | undefined;
}

const keyBytes = 16;

export function createMaskVote({
  committee,
  seat,
  checks,
}: {
  readonly committee: CommitteeView;
  readonly seat: number;
  readonly checks: NodeChecks;
}): MaskVote {
  const { n, T } = committee;
  const sets = setsHeldBy(n, T, seat);
  /** By set, then by who said it: the last word of each. */
  const said = new Map<number, Map<number, Hex>>(sets.map((set) => [set, new Map<number, Hex>()]));

  function agreedOn(set: number): Uint8Array | undefined {
    const votes = [...(said.get(set)?.values() ?? [])];
    const need = checks['repair.agree'] ? T + 1 : 1;
    const key = votes.find((one) => votes.filter((other) => other === one).length >= need);
    return key === undefined ? undefined : fromHex(key);
  }

  return {
    take(from, keys) {
      for (const { set, key } of keys)
        if (!inSet(set, from) && (key.length - 2) / 2 === keyBytes) said.get(set)?.set(from, key);
    },
    agreed() {
      const keys = new Map<number, Uint8Array>();
      for (const set of sets) {
        const key = agreedOn(set);
        if (key === undefined) return undefined;
        keys.set(set, key);
      }
      return keys;
    },
  };
}
