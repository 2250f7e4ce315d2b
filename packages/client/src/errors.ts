// What can go wrong for a caller: a code, public facts, and what to do next. No secret is ever a fact.
import type { Meaning } from './refusals.ts';

export type ClientErrorCode =
  | 'ABORTED'
  | 'TIMED_OUT'
  | 'CHAIN_UNREACHABLE'
  | 'CALL_UNCERTAIN'
  | 'NO_ETHER'
  | 'CHAIN_REFUSED'
  | 'NO_CONTRACT'
  | 'NO_COMMITTEE'
  | 'CONTRACT_LOST'
  | 'CONTRACT_VOID'
  | 'BAD_PROGRAM'
  | 'BAD_ARGUMENT'
  | 'NO_FUNCTION'
  | 'NO_INBOX'
  | 'WRONG_KEY'
  | 'NEEDS_VOUCHER'
  | 'MASK_USED'
  | 'JOURNAL_DAMAGED'
  | 'MASKS_DISPUTED'
  | 'NODES_UNREACHABLE'
  | 'NOT_ACKNOWLEDGED'
  | 'NOT_INCLUDED'
  | 'NO_TASK'
  | 'NO_CALLBACK'
  | 'TASK_EXPIRED'
  | 'TASK_REVERTED'
  | 'TASK_OUT_OF_GAS'
  | 'TASK_BAD_INPUT'
  | 'TASK_NO_GRANT'
  | 'OPENING_WITHHELD'
  | 'BAD_OUTPUT'
  | 'OPENED_DIFFERS'
  | 'RECEIPT_UNPROVEN'
  | 'LYING_NODE'
  | 'LYING_RPC';

/** What each means, for whoever looks a code up; the error itself says it with its facts. */
export const CLIENT_ERRORS: Readonly<Record<ClientErrorCode, Meaning>> = {
  ABORTED: { says: 'The caller stopped it.', next: 'What was sent stays sent: wait again to go on.' },
  TIMED_OUT: { says: 'It did not come within the caller’s limit.', next: 'Wait again: nothing is lost by waiting.' },
  CHAIN_UNREACHABLE: {
    says: 'The chain’s RPC does not answer.',
    next: 'Check that the network runs and that the RPC’s address is right.',
  },
  CALL_UNCERTAIN: {
    says: 'A transaction was sent, and no endpoint shows whether it ran.',
    next: 'Do not send it again before one of the hashes in the message, or another transaction of that number, is seen in a final block.',
  },
  NO_ETHER: {
    says: 'The account cannot pay for the transaction.',
    next: 'Send ether to it, or let another account send the transaction.',
  },
  CHAIN_REFUSED: {
    says: 'The contracts said no, by the name in the message.',
    next: 'Look the name up in the table of the contracts’ refusals.',
  },
  NO_CONTRACT: { says: 'Nothing is deployed under that id on this chain.', next: 'Check the id and the network.' },
  NO_COMMITTEE: {
    says: 'The contract is deployed, and its committee is not drawn yet.',
    next: 'Wait for the next epoch.',
  },
  CONTRACT_LOST: {
    says: 'Its committee never settled a first state, or left long after its tenure: it cannot be used.',
    next: 'Deploy it again: deposits are back with their owner; what came since goes back by "enigma give-up CONTRACT".',
  },
  CONTRACT_VOID: {
    says: 'Its committee settled no first state in its time, and no longer can: nothing will ever run.',
    next: 'Give it up with "enigma give-up CONTRACT", which anybody may: its deposits go back to its owner. Then deploy it again.',
  },
  BAD_PROGRAM: {
    says: 'The verifier refuses the code, or it is other code than was claimed.',
    next: 'Compile the source again; do not use bytes of unknown origin.',
  },
  BAD_ARGUMENT: {
    says: 'A value does not fit its type, or there are too many or too few.',
    next: 'Give what the message names.',
  },
  NO_FUNCTION: {
    says: 'The contract has no such function of that kind.',
    next: 'Take one of those that the message names.',
  },
  NO_INBOX: { says: 'The contract takes no entries.', next: 'Call one of its functions instead.' },
  WRONG_KEY: {
    says: 'A key is missing, or is another than the one that is needed.',
    next: 'Give the key that the message names.',
  },
  NEEDS_VOUCHER: {
    says: 'The contract takes entries of admitted senders alone.',
    next: 'Ask its admission for a voucher.',
  },
  MASK_USED: {
    says: 'This nonce already hides another value, and a second would tell the difference.',
    next: 'Take another nonce.',
  },
  JOURNAL_DAMAGED: {
    says: 'The journal of used masks cannot be relied on.',
    next: 'Restore the file, or end the process that holds it.',
  },
  MASKS_DISPUTED: {
    says: 'Seats told different words of one mask, and too few agree.',
    next: 'Report the seats that are named.',
  },
  NODES_UNREACHABLE: {
    says: 'Too few seats answered.',
    next: 'Do what the message says of their refusals; else check that the nodes run.',
  },
  NOT_ACKNOWLEDGED: {
    says: 'Too few seats signed that they have the body, and it is too long for the chain.',
    next: 'Check that the nodes run, or call with shorter arguments.',
  },
  NOT_INCLUDED: {
    says: 'The chain does not have the entry as it was sealed.',
    next: 'Append it again, by another relayer.',
  },
  NO_TASK: { says: 'The contract has no such task.', next: 'Check the ids of task and contract.' },
  NO_CALLBACK: {
    says: 'Nobody is owed a callback of that task.',
    next: 'It was told already, or none was asked for: look at the task.',
  },
  TASK_EXPIRED: {
    says: 'No receipt came before the deadline.',
    next: 'Its escrow goes back: create it again with a longer window.',
  },
  TASK_REVERTED: {
    says: 'The function stopped by its own condition; nothing but the fee changed.',
    next: 'Mend the cause and create a new task.',
  },
  TASK_OUT_OF_GAS: {
    says: 'The function needs more gas than its limit.',
    next: 'Create it again with a higher gas limit.',
  },
  TASK_BAD_INPUT: {
    says: 'The task’s input does not fit the function.',
    next: 'Check function, arguments and ranges.',
  },
  TASK_NO_GRANT: { says: 'The task lacked a grant.', next: 'Ask the owner of the data.' },
  OPENING_WITHHELD: {
    says: 'No seat gives a piece that the receipt commits to.',
    next: 'More than T seats misbehave: this result cannot be opened.',
  },
  BAD_OUTPUT: {
    says: 'The opened output is none that the function can have.',
    next: 'More than T seats signed it: do not believe this contract’s results.',
  },
  OPENED_DIFFERS: { says: 'The chain shows another output than the receipt commits to.', next: 'Believe the receipt.' },
  RECEIPT_UNPROVEN: {
    says: 'Too few seats are known to have signed the receipt.',
    next: 'Do not believe the result; ask through another RPC.',
  },
  LYING_NODE: {
    says: 'A seat said what its signature, the chain or other seats show to be wrong.',
    next: 'Report the node; the other seats suffice.',
  },
  LYING_RPC: { says: 'The RPC gave facts that do not fit together.', next: 'Use another RPC, best one of your own.' },
};

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
