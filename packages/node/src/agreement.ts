// Signatures of one committee under one digest, gathered until there are enough. A seat counts once, and only by a signature that recovers to its key.
import { concat, fromHex, toHex, type Hex } from '@enigma/crypto';
import { signedBySeat, type CommitteeView } from './committee.ts';
import { ALL_CHECKS, type NodeChecks } from './defences.ts';

export interface Agreement {
  readonly digest: Hex;
  readonly signatures: Map<number, Hex>;
}

export function newAgreement(digest: Hex): Agreement {
  return { digest, signatures: new Map() };
}

/** Adds a seat's signature; false where it is not that seat's. Takes a peer's bytes. */
export function addSignature(
  agreement: Agreement,
  committee: CommitteeView,
  seat: number,
  signature: Hex,
  checks: NodeChecks = ALL_CHECKS,
): boolean {
  if (agreement.signatures.has(seat)) return true;
  if (checks.signatures && !signedBySeat(committee, seat, agreement.digest, signature)) return false;
  agreement.signatures.set(seat, signature);
  return true;
}

/** What the chain takes: a bitmap of seats and their signatures, lowest seat first; undefined below `count`. All that signed are paid, so none is left out. */
export function quorumOf(
  agreement: Agreement,
  count: number,
): { readonly bitmap: number; readonly sigs: Hex } | undefined {
  const seats = [...agreement.signatures.keys()].sort((a, b) => a - b);
  if (seats.length < count) return undefined;
  const parts = seats.map((seat) => fromHex(agreement.signatures.get(seat) ?? '0x') ?? new Uint8Array());
  return { bitmap: seats.reduce((bits, seat) => bits + 2 ** seat, 0), sigs: toHex(concat(...parts)) };
}
