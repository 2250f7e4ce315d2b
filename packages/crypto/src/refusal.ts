// What a peer sent and we do not take: returned, never thrown, because no byte of a peer may unwind our stack.

export type RefusalCode =
  | 'NON_CANONICAL' // a field element ≥ p, or a bit beyond the stated width
  | 'BAD_LENGTH' // a byte string or vector of the wrong length
  | 'BAD_KEY' // a public key outside its group, or of small order
  | 'UNSEAL_FAILED' // a sealed message that does not open: damaged, for somebody else, or another context
  | 'TOO_FEW_SHARES' // fewer shares than the degree needs
  | 'INCONSISTENT' // shares that lie on no polynomial of the degree
  | 'UNDECODABLE'; // more wrong shares than the code can correct

/** A refusal: a code plus public facts (numbers alone, so that no secret can slip in). */
export class Refusal<Code extends RefusalCode = RefusalCode> {
  readonly code: Code;
  readonly facts: Readonly<Record<string, number>>;

  constructor(code: Code, facts: Readonly<Record<string, number>> = {}) {
    this.code = code;
    this.facts = facts;
  }
}

export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Refusal;
}
