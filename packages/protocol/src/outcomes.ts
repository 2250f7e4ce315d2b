// The outcome table: each way a task can end, and where its escrow goes, to the last unit.
import { escrowOf, feeOf, type Price, tipsOf } from './fees.ts';
import { BASE_GAS } from './limits.ts';

export interface Split {
  /** To each seat that signed. */
  readonly perSeat: bigint;
  readonly toSubmitter: bigint;
  readonly held: bigint;
  readonly refund: bigint;
  /** The shares of seats that did not sign: each waits for its seat, and falls to the pot if that does not come. */
  readonly reserved: bigint;
  readonly toPot: bigint;
}

/** A settled task: OK, REVERT, OUT_OF_GAS and BAD_INPUT pay gasUsed, NO_GRANT the base. */
export function settledSplit(price: Price, status: number, gasUsed: bigint, n: number, signers: number): Split {
  const fee = feeOf(status, gasUsed, price.gasPrice);
  const perSeat = fee / BigInt(n);
  const tips = tipsOf(status, price.tip);
  return {
    perSeat,
    toSubmitter: tips.toSubmitter,
    held: tips.held,
    refund: price.gasLimit * price.gasPrice - fee + tips.back,
    reserved: perSeat * BigInt(n - signers),
    toPot: fee - perSeat * BigInt(n) + tips.toPot,
  };
}

/** An expired task: with liability all goes back, without it the base fee goes to the pot. */
export function expiredSplit(price: Price, liable: boolean): Split {
  const escrow = escrowOf(price);
  if (escrow === undefined) throw new RangeError('no task has such an escrow');
  const base = liable ? 0n : BASE_GAS * price.gasPrice;
  return { perSeat: 0n, toSubmitter: 0n, held: 0n, refund: escrow - base, reserved: 0n, toPot: base };
}

export function splitSum(split: Split, signers: number): bigint {
  return split.perSeat * BigInt(signers) + split.toSubmitter + split.held + split.refund + split.reserved + split.toPot;
}
