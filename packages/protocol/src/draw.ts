// Seats and standbys of a committee: drawn by stake, without replacement, by drawing again what was drawn before. The
// tries are bounded, so a draw ends or refuses. Mirrored by the Solidity library of the same name.
import type { Hex } from '@enigma/crypto';
import { domainTag, keccakWords } from './abi.ts';
import { STANDBYS_MAX } from './limits.ts';
import { findLeaf, type SumTree, totalAt } from './sumTree.ts';

const DRAW_TAG: Hex = domainTag('enigma.draw.v1');

export interface Drawn {
  /** Leaves by seat. */
  readonly seats: readonly number[];
  /** In the order in which they would enter. */
  readonly standbys: readonly number[];
}

export type DrawRefusal =
  | { readonly refused: 'TooFewNodes'; readonly have: number; readonly need: number }
  | { readonly refused: 'DrawExhausted'; readonly found: number; readonly wanted: number }
  | { readonly refused: 'EpochNotCurrent'; readonly epoch: number };

/** The draw's own seed: of one epoch, one contract, one generation. */
export function drawSeedOf(epochSeed: Hex, contractId: Hex, generation: number): Hex {
  return keccakWords(['bytes32', DRAW_TAG], ['bytes32', epochSeed], ['bytes32', contractId], ['uint16', generation]);
}

/** How often a draw of `wanted` leaves may try. */
export function drawTries(wanted: number): number {
  return 8 * wanted + 64;
}

/** n seats and min(standbysMax, eligible − n) standbys as stake counts in `epoch`. */
export function drawCommittee(
  tree: SumTree,
  drawSeed: Hex,
  n: number,
  epoch: number,
  standbysMax: number = STANDBYS_MAX,
): Drawn | DrawRefusal {
  const totals = totalAt(tree, epoch);
  if ('refused' in totals) return { refused: 'EpochNotCurrent', epoch };
  if (totals.eligible < n) return { refused: 'TooFewNodes', have: totals.eligible, need: n };
  const wanted = n + Math.min(standbysMax, totals.eligible - n);
  const drawn: number[] = [];
  for (let i = 0; i < drawTries(wanted) && drawn.length < wanted; i++) {
    const point = BigInt(keccakWords(['bytes32', drawSeed], ['uint256', BigInt(i)])) % BigInt(totals.total);
    const leaf = findLeaf(tree, Number(point), epoch);
    if (!drawn.includes(leaf)) drawn.push(leaf);
  }
  if (drawn.length < wanted) return { refused: 'DrawExhausted', found: drawn.length, wanted };
  return { seats: drawn.slice(0, n), standbys: drawn.slice(n) };
}
