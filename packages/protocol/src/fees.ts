// Who gets what of a task's escrow. Every branch ends with paid + refunded + held + pot = escrow, and no rounding
// remainder reaches anybody who could choose it. Mirrored by the Solidity library of the same name.
import { BASE_GAS } from './limits.ts';
import { RESULT_STATUS } from './records.ts';

const UINT96_MAX = 2n ** 96n - 1n;

export interface Price {
  readonly gasLimit: bigint;
  readonly gasPrice: bigint;
  readonly tip: bigint;
}

/** What a task locks, or undefined where it exceeds 96 bits: refused, never truncated. */
export function escrowOf(price: Price): bigint | undefined {
  const amount = price.gasLimit * price.gasPrice + price.tip;
  return amount > UINT96_MAX ? undefined : amount;
}

/** Gas used, or the base alone where a grant was missing. */
export function feeOf(status: number, gasUsed: bigint, gasPrice: bigint): bigint {
  return (status === RESULT_STATUS.NO_GRANT ? BASE_GAS : gasUsed) * gasPrice;
}

export interface Tips {
  readonly toSubmitter: bigint;
  /** For whoever opens the output. */
  readonly held: bigint;
  /** To the payer: without an output nobody opens it. */
  readonly back: bigint;
  readonly toPot: bigint;
}

export function tipsOf(status: number, tip: bigint): Tips {
  const quarter = tip / 4n;
  const toSubmitter = (tip * 3n) / 4n;
  const opens = status === RESULT_STATUS.OK;
  return { toSubmitter, held: opens ? quarter : 0n, back: opens ? 0n : quarter, toPot: tip - toSubmitter - quarter };
}
