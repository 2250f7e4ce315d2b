// The sign-once stores, read from disk while their node is down: a slot that is there once stays as it is for ever, and what stands on chain in a seat's name stands there too.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Hex } from '@enigma/crypto';

/** Digest by slot. */
export type SignedSlots = ReadonlyMap<string, string>;

export function signedOf(folder: string): SignedSlots {
  const database = new DatabaseSync(join(folder, 'data', 'protection.db'));
  try {
    const rows = database.prepare('SELECT slot, digest FROM signed').all() as { slot: string; digest: string }[];
    return new Map(rows.map(({ slot, digest }) => [slot, digest]));
  } finally {
    database.close();
  }
}

/** What of `before` is lost or changed in `now`. */
export function changedSlots(before: SignedSlots, now: SignedSlots): readonly string[] {
  return [...before].flatMap(([slot, digest]) => {
    const found = now.get(slot);
    return found === digest ? [] : [`${slot}: ${found === undefined ? 'forgotten' : 'another digest'}`];
  });
}

export interface ReceiptOnChain {
  readonly slot: string;
  readonly digest: Hex;
  readonly signers: readonly number[];
}

/** Receipts that the chain has in the name of the node `index` and that its store does not have. */
export function unknownReceipts(
  index: number,
  now: SignedSlots,
  receipts: readonly ReceiptOnChain[],
): readonly string[] {
  return receipts
    .filter(({ signers, slot, digest }) => signers.includes(index) && now.get(slot) !== digest)
    .map(({ slot }) => `${slot}: on chain, and not in the store of node ${index}`);
}
