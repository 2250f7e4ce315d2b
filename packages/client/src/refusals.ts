// Every refusal that contracts and nodes can give, in words: what happened, and what to do now. docs/errors/refusals.md shows the same tables.
import type { ApiError } from '@enigma/protocol';

export interface Meaning {
  /** `{0}`, `{1}`: the error's facts in order. */
  readonly says: string;
  readonly next: string;
}

const OURS = 'This is a fault of ours: please report it with what you called.';
const NODES = 'A node’s matter: its log says more, and another seat submits in its place.';
const TOKENS = 'Check the amount, and that the account holds the tokens and has approved them.';

/** By name of the Solidity error, all that the contracts declare; reasons for which one of many orders is skipped; and three that nobody declares. */
export const CHAIN_REFUSALS: Readonly<Record<string, Meaning>> = {
  NotYet: { says: 'This version does not do {0} yet.', next: 'Leave it at its default.' },
  Unauthorised: { says: '{0} may not call this.', next: 'Send it from the account that owns it.' },
  BadDeployment: { says: 'The contracts were deployed with a wrong {0}.', next: 'Deploy them again with other terms.' },
  NotDevelopment: {
    says: 'Chain {0} is no development chain, and the development randomness refuses to serve there.',
    next: 'Use a development chain.',
  },

  InsufficientBalance: {
    says: 'The paying account has {0} in the bank and needs {1}.',
    next: 'Pay in the difference; for a scheduled function into the contract’s account ("deploy --deposit").',
  },
  EscrowOverflow: {
    says: 'Gas limit times gas price plus tip is more than an escrow holds.',
    next: 'Give a lower gas limit, gas price or tip.',
  },

  UnknownNode: { says: 'There is no such node.', next: 'Register it first, or check its index.' },
  AlreadyRegistered: {
    says: '{0} belongs to a registered node.',
    next: 'Use other keys and another owner for a further node.',
  },
  KeysNotSeparate: {
    says: '{0} would have two duties of one node.',
    next: 'Give signer, operator and owner each a key.',
  },
  BadPossession: {
    says: 'The proof is not signed by the signer key {0}, but by {1}.',
    next: 'Sign the registration with the signer key that it names, for this owner.',
  },
  UnitsOutOfRange: { says: 'A node stakes {0} to {1} units.', next: 'Stake within that.' },
  UnitsOverflow: { says: 'The stake of all nodes together is at its most.', next: 'Stake less.' },
  TreeFull: { says: 'There is no room for another node.', next: 'Wait until a node has left.' },
  NotWithdrawable: { says: 'The stake is bound until time {0}.', next: 'Withdraw it then.' },
  SeatsHeld: {
    says: 'The node holds {0} seats, the last until epoch {1}.',
    next: 'Let their tenure end, then leave.',
  },
  RotationPending: {
    says: 'Another key of this node already takes over at epoch {0}.',
    next: 'Wait until it has taken over.',
  },

  AlreadyAdvanced: { says: 'The epoch was turned in block {0} already.', next: 'Nothing is to be done.' },
  UnknownSeed: { says: 'There is no seed of epoch {0}.', next: 'Wait until the epoch has turned.' },
  EpochNotCurrent: { says: 'Epoch {0} is not the present one.', next: 'Read the epoch again and repeat the call.' },
  NotDrawable: {
    says: 'The committee can be drawn from epoch {0} on.',
    next: 'Wait for that epoch: its seed decides, which nobody knew at deployment.',
  },
  SeedBlockGone: {
    says: 'The hash of block {0} is no longer at hand, which the draw needs.',
    next: 'Draw again in the next epoch, within 256 blocks.',
  },
  DrawExhausted: {
    says: 'The draw found {0} of {1} different nodes.',
    next: 'Wait for the next epoch, or for more nodes.',
  },
  TooFewNodes: {
    says: 'There are {0} nodes with stake, and {1} are needed.',
    next: 'Wait until more nodes have registered, or ask for fewer seats.',
  },
  TenureNotOver: { says: 'The committee sits until epoch {0}.', next: 'Wait until then.' },

  UnknownContract: {
    says: 'There is no contract {0} on this network.',
    next: 'Check the id, which "deploy" prints, and the network: ids of another one are unknown here.',
  },
  AlreadyDeployed: { says: 'Contract {0} exists already.', next: 'Choose another salt.' },
  WrongHash: { says: 'The {0} does not have the hash that was named.', next: 'Send the bytes that the hash is of.' },
  OutOfRange: { says: '{0} must lie between {1} and {2}.', next: 'Give a value inside the range.' },
  ScheduleClash: {
    says: 'Two functions are scheduled for block {0}.',
    next: 'Give one of the two another height.',
  },

  NotServing: {
    says: 'The contract is in state {0} (1: new, 2: serving, 3: degraded, 4: lost), in which this cannot be done.',
    next: 'Where it is new, wait for its committee’s first receipt ("node status" shows the nodes), and give it up ("give-up") where that did not come in time; where it is lost, deploy it again.',
  },
  Degraded: {
    says: 'Too many seats of the contract’s committee are missing.',
    next: 'Start their nodes again; until then no task enters.',
  },
  NonceUsed: { says: 'Nonce {1} of {0} is used.', next: 'The task exists already: look at it, or take another nonce.' },
  DeadlineOutOfRange: {
    says: 'A deadline lies between the times {0} and {1}.',
    next: 'Give a window in seconds within that.',
  },
  PriceTooLow: { says: 'The contract asks {0} for a unit of gas, and {1} was offered.', next: 'Offer its price.' },
  BadSignature: {
    says: 'The signature is not {0}’s for this very call.',
    next: 'Sign again with the sender’s key, on this network.',
  },
  UnknownSchedule: {
    says: 'The contract has no function {0} scheduled for block {1}.',
    next: 'Name a function and height as "deploy" printed them.',
  },
  NotDue: { says: 'The function is due once block {0} has passed.', next: 'Wait for that block, then trigger again.' },
  BadCallback: {
    says: 'The callback to {0} with {1} gas is not possible.',
    next: 'Name a contract that is none of the protocol’s, with 1 to 1,000,000 gas.',
  },
  BodyLate: {
    says: 'The body comes too late for the deadline {0}.',
    next: 'Post it earlier, or create the task again with a longer window.',
  },
  BodyKnown: { says: 'The body of task {0} is known already.', next: 'Nothing is to be done.' },

  UnknownTask: {
    says: 'There is no task {0} on this network.',
    next: 'Check the id, which "call" and "trigger" print; ids of another network are unknown here.',
  },
  WrongTask: {
    says: 'Header and result are of two tasks, {0} and {1}.',
    next: 'Give the header of the task that is meant.',
  },
  WrongRoot: { says: 'The receipt follows state {1}, and the contract is at {0}.', next: NODES },
  WrongSeq: { says: 'The receipt has number {1}, and the next is {0}.', next: NODES },
  WrongCommittee: {
    says: 'The committee {1} does not serve this contract now; {0} does.',
    next: 'Read the committee from the chain again.',
  },
  WrongGeneration: { says: 'The receipt is of generation {1}, and the contract is in {0}.', next: NODES },
  WrongReceipt: { says: 'The receipt has a wrong {0}.', next: NODES },
  QuorumNotMet: { says: 'The receipt has {0} signatures and needs {1}.', next: 'Gather more seats’ signatures.' },
  BadSeatSignature: { says: 'The signature of seat {0} is not its own.', next: NODES },
  GraceNotOver: {
    says: 'Until time {0} a receipt needs the signatures of more seats.',
    next: 'Wait until then, or gather more signatures.',
  },
  DeadlineOver: {
    says: 'The task’s deadline {0} is over.',
    next: 'End it with "task ID --expire": its escrow goes back. Then create it again.',
  },
  NotExpired: { says: 'The task’s deadline {0} is not over.', next: 'Wait until then.' },
  AlreadyEnded: {
    says: 'The task is not open: it is in state {0} (2: settled, 3: expired, 4: opened).',
    next: 'Look at it with "task ID".',
  },
  AlreadyPaid: { says: 'Seat {0} has its pay.', next: 'Nothing is to be done.' },
  ClaimOver: { says: 'Late shares could be claimed until time {0}.', next: 'Nothing more is to be had.' },
  ClaimOpen: { says: 'Late shares may be claimed until time {0}.', next: 'Wait until then.' },
  CallbackGas: {
    says: 'The transaction has {0} gas left for the callback, which was promised {1}.',
    next: 'Send it with more gas: the callee is owed all that the task names.',
  },
  NoCallback: {
    says: 'Task {0} owes no callback.',
    next: 'The callee was told already, or the output is not open yet: look at the task.',
  },
  Reentered: { says: 'A callback called back into the contracts.', next: 'Let the callee act in a later transaction.' },
  GenesisOpen: {
    says: 'The committee may begin until block {0}.',
    next: 'Wait until then, then give the contract up ("give-up"), or use it if it has begun.',
  },
  GenesisOver: {
    says: 'The committee should have begun by block {0}.',
    next: 'Give the contract up with "give-up", so that its deposits go back, and deploy it again.',
  },

  ECDSAInvalidSignature: { says: 'The signature is none.', next: 'Sign again.' },
  ECDSAInvalidSignatureLength: { says: 'A signature of {0} bytes is none.', next: 'Sign again.' },
  ECDSAInvalidSignatureS: {
    says: 'The signature has a second form that is not accepted: s is {0}.',
    next: 'Sign again.',
  },
  ERC20InsufficientAllowance: { says: '{0} may take {1} tokens and needs {2}.', next: 'Approve that amount first.' },
  ERC20InsufficientBalance: {
    says: '{0} holds {1} tokens and needs {2}.',
    next: 'Get tokens first, or use another account.',
  },
  ERC20InvalidApprover: { says: '{0} cannot approve.', next: TOKENS },
  ERC20InvalidReceiver: { says: '{0} cannot receive tokens.', next: TOKENS },
  ERC20InvalidSender: { says: '{0} cannot send tokens.', next: TOKENS },
  ERC20InvalidSpender: { says: '{0} cannot be approved.', next: TOKENS },
  ERC2612ExpiredSignature: { says: 'The permit ended at time {0}.', next: 'Sign a new one.' },
  ERC2612InvalidSigner: { says: 'The permit is signed by {0}, not by the owner {1}.', next: 'Let the owner sign it.' },
  InvalidAccountNonce: { says: '{0} is at nonce {1}.', next: 'Sign again with that nonce.' },
  InvalidShortString: { says: 'A name of the contracts is broken.', next: OURS },
  StringTooLong: { says: 'A name of the contracts is too long: {0}.', next: OURS },
  SafeERC20FailedOperation: { says: 'The token {0} refused the transfer.', next: TOKENS },

  GasLimitOutOfRange: { says: 'The gas limit of an order is outside its range.', next: 'Seal it again with another.' },
  BodyTooLong: { says: 'The body of an order is too long for the chain.', next: 'Leave it with the nodes.' },
  WrongBody: { says: 'The body of an order does not have the hash that its header names.', next: 'Send its own body.' },
  BadSenderSignature: {
    says: 'The sender’s signature of an order is not his for it.',
    next: 'Let the sender seal it again, on this network.',
  },
  BadPayerSignature: {
    says: 'The payer’s signature of an order is not his for it.',
    next: 'Let the payer sign it, or pay for it yourself.',
  },

  Error: { says: 'It says: {0}.', next: 'Mend what it names and call again.' },
  Panic: { says: 'A contract stopped with code {0}, as it does on arithmetic that wraps.', next: OURS },
  Unknown: {
    says: 'It gave {0}, which is no error of these contracts.',
    next: 'Check that network file and contracts are of this version.',
  },
};

/** What a node answers instead of what it was asked for. */
export const NODE_REFUSALS: Readonly<Record<ApiError['code'], Meaning>> = {
  BAD_REQUEST: { says: 'It does not understand the request.', next: 'Use a client of the nodes’ version.' },
  NOT_FOUND: {
    says: 'It knows no such thing: it has no seat there, or has not seen the block yet.',
    next: 'Ask again after some blocks, or another seat.',
  },
  NOT_YET: { says: 'It is not ready to tell: keys or finality are missing.', next: 'Ask again in a few seconds.' },
  BAD_SIGNATURE: { says: 'The request is not signed by who it names.', next: 'Sign it with the sender’s key.' },
  WRONG_COMMITTEE: {
    says: 'It does not sit in that committee.',
    next: 'Read the committee from the chain again, or wait for the node to see it.',
  },
  BUSY: { says: 'Many tasks of this contract wait already.', next: 'Ask again when they have settled.' },
  TOO_LARGE: { says: 'The request is larger than it takes.', next: 'Send less at once.' },
  INTERNAL: { says: 'It failed at it.', next: 'Look into its log; the other seats suffice.' },
};

/** The sentence of a refusal with its facts in place, and the next step. */
export function chainMeaning(name: string, args: readonly (bigint | number | string | boolean)[]): Meaning {
  const found = CHAIN_REFUSALS[name] ?? {
    says: 'This version does not know that name.',
    next: 'Check that network file and contracts are of this version.',
  };
  return {
    says: found.says.replaceAll(/\{(\d)\}/g, (_, at: string) => String(args[Number(at)] ?? '?')),
    next: found.next,
  };
}

/** A seat's word for why it does not answer: what it may say, or INTERNAL. */
export function nodeCode(code: string): ApiError['code'] {
  return Object.hasOwn(NODE_REFUSALS, code) ? (code as ApiError['code']) : 'INTERNAL';
}

/** What seats said instead of answering; and what to do, where all of them said the same. */
export function refusalsText(refusals: ReadonlyMap<number, ApiError['code']>): {
  readonly text: string;
  readonly next?: string;
} {
  const text = [...refusals]
    .map(([seat, code]) => ` Seat ${seat} answers ${code}: ${NODE_REFUSALS[code].says}`)
    .join('');
  const [first, ...others] = new Set(refusals.values());
  return first !== undefined && others.length === 0 ? { text, next: NODE_REFUSALS[first].next } : { text };
}
