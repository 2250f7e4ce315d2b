// What can go wrong for a caller: a code, public facts, and what to do next. No secret is ever a fact.

export type ClientErrorCode =
  | 'ABORTED' // the caller's signal
  | 'TIMED_OUT' // the caller's limit
  | 'CHAIN_UNREACHABLE' // the port threw
  | 'NO_ETHER' // the account cannot pay for the transaction
  | 'CHAIN_REFUSED' // the contracts said no, by name
  | 'NO_CONTRACT' // nothing deployed under that id
  | 'NO_COMMITTEE' // deployed, and not yet drawn
  | 'CONTRACT_LOST' // its first receipt did not come
  | 'BAD_PROGRAM' // bytes that the verifier refuses, or other bytes than claimed
  | 'BAD_ARGUMENT' // a value that does not fit its type
  | 'NO_FUNCTION' // not in the module, or not of that kind
  | 'NO_INBOX'
  | 'WRONG_KEY' // a key whose address is not the expected one
  | 'NEEDS_VOUCHER' // admission asks a voucher that is missing or not admission's
  | 'MASK_USED' // this nonce already hides another input
  | 'JOURNAL_DAMAGED'
  | 'MASKS_DISPUTED' // seats told different words of a mask, and no T+1 agree
  | 'NODES_UNREACHABLE' // too few seats answered
  | 'NOT_ACKNOWLEDGED' // too few seats signed that they have a body
  | 'NOT_INCLUDED' // an entry that the chain does not have
  | 'NO_TASK'
  | 'NO_CALLBACK' // nobody is owed one
  | 'TASK_EXPIRED'
  | 'TASK_REVERTED'
  | 'TASK_OUT_OF_GAS'
  | 'TASK_BAD_INPUT'
  | 'TASK_NO_GRANT'
  | 'OPENING_WITHHELD' // no seat gave a piece that the receipt commits to
  | 'BAD_OUTPUT' // an opened value that its type cannot hold
  | 'OPENED_DIFFERS' // the chain shows another output than the receipt commits to
  | 'RECEIPT_UNPROVEN' // too few seats' signatures
  | 'LYING_NODE'
  | 'LYING_RPC';

export type Facts = Readonly<Record<string, string | number | bigint | boolean>>;

export class ClientError extends Error {
  readonly code: ClientErrorCode;
  readonly facts: Facts;
  /** What the caller can do now. */
  readonly next: string;

  constructor(code: ClientErrorCode, message: string, facts: Facts, next: string) {
    super(`${message} ${next}`);
    this.name = 'ClientError';
    this.code = code;
    this.facts = facts;
    this.next = next;
  }
}

/** A seat said something that its own signature, the chain or T+1 others show to be wrong. */
export class LyingNode extends ClientError {
  readonly seat: number;
  readonly what: string;

  constructor(seat: number, what: string) {
    super(
      'LYING_NODE',
      `Seat ${seat} lied: ${what}.`,
      { seat, what },
      'Report the node; ask again, the other seats suffice.',
    );
    this.name = 'LyingNode';
    this.seat = seat;
    this.what = what;
  }
}

/** The chain's RPC gave facts that do not hash to the ids, or do not fit together. */
export class LyingRpc extends ClientError {
  readonly what: string;

  constructor(what: string) {
    super(
      'LYING_RPC',
      `The chain's RPC gave facts that do not fit: ${what}.`,
      { what },
      'Use another RPC, best one you run yourself.',
    );
    this.name = 'LyingRpc';
    this.what = what;
  }
}

export function isClientError(error: unknown, code?: ClientErrorCode): error is ClientError {
  return error instanceof ClientError && (code === undefined || error.code === code);
}
