// Where the money of a receipt went: sums over its tasks. Pure.
import type { ReceiptRecord } from '@enigma/client';

export interface Pay {
  /** To each seat that signed. */
  readonly perSeat: bigint;
  /** To whoever brought the receipt, and whoever opens. */
  readonly tips: bigint;
  /** Back to the payers. */
  readonly refund: bigint;
  /** Shares of seats that did not sign, which are theirs for a day, and what does not divide. */
  readonly pot: bigint;
}

/** Undefined where a task of it is no longer held. */
export function payOf({ tasks }: ReceiptRecord): Pay | undefined {
  let pay: Pay = { perSeat: 0n, tips: 0n, refund: 0n, pot: 0n };
  for (const { split } of tasks) {
    if (split === undefined) return undefined;
    pay = {
      perSeat: pay.perSeat + split.perSeat,
      tips: pay.tips + split.toSubmitter + split.held,
      refund: pay.refund + split.refund,
      pot: pay.pot + split.toPot + split.reserved,
    };
  }
  return pay;
}
