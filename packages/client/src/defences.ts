// Every check of this room that protects something, by name, so that a test can switch off one at a time and show what the cheat then gains. The switches hang on the ports under a key that
// leaves this file by `withChecks` alone, and the door does not export that: whoever uses the client has every check on. test/defences.test.ts holds one cheat for each name.

/** What each check keeps. */
export const DEFENCES = {
  // asking.ts
  'answer.signature': 'an answer is the seat’s own, to this very request',
  'answer.length': 'an answer has an end',
  // patience.ts
  'retry.bound': 'a seat that says "later" puts off the caller for a while, and not for ever',
  // masks.ts
  'mask.signature': 'a mask is told by the seat that it is said to be from',
  'mask.agreement': 'a word of a mask is what T + 1 of its holders say alike',
  // bodies.ts
  'ack.signature': 'a seat has a body if its own key says so',
  // entries.ts
  'mask.once': 'a mask hides one input, for ever',
  voucher: 'an entry is not spent on a voucher that nobody will accept',
  // abi.ts, deploy.ts
  'abi.code': 'results are read by the ABI of the code that gave them',
  'program.hash': 'what is deployed is the program that was named',
  'deploy.same': 'the contract that is used is the one that was deployed',
  // reading.ts
  'contract.id': 'a contract’s record is the one that its id names',
  'contract.code': 'code is the one that the record names',
  'contract.args': 'arguments of the constructor are those that the record names',
  'contract.policy': 'what the code reveals is what the record says',
  'contract.openMode': 'nothing opens after settlement that the run needs before it',
  'committee.id': 'seats are those that the committee’s id names',
  'committee.shape': 'a committee has its contract’s n and T',
  'committee.quorums': 'a quorum is what n and T make it',
  'witness.contract': 'another endpoint sees the same contract',
  'witness.signer': 'another endpoint sees the same key of a node',
  'witness.block': 'another endpoint sees the same blocks',
  'events.blocks': 'events are of the blocks that were asked for',
  // inbox.ts, relayer.ts
  inbox: 'entries are all that the chain has, unaltered and in order',
  'entry.included': 'an entry that a relayer dropped or altered is missed',
  // tasks.ts
  'task.id': 'a task has the terms that its id names',
  'task.contract': 'a task is of the contract that it is filed under',
  'settled.place': 'a receipt settles the task at its place',
  'settled.anchor': 'a receipt was computed on the history that holds the task',
  // callbacks.ts
  'callback.owed': 'that a callee was told is what the chain holds, not only what an event says',
  // receipt.ts
  'settled.digest': 'a receipt hashes to its digest and says what its event says',
  'settled.results': 'results hash to their receipt',
  'settled.masked': 'a masked output hashes to its result',
  'settled.committee': 'a receipt is of the contract’s committee',
  'receipt.signatures': 'a signature counts for the seat whose key made it',
  'receipt.quorum': 'a receipt that fewer than T + 1 seats signed proves nothing',
  // opening.ts
  'open.publicBytes': 'public results are those that the receipt hashes',
  'open.events': 'events are those that the receipt hashes',
  'open.piece': 'a piece of a mask is the one that the receipt commits to',
  'open.width': 'an opened value fits its type',
  'open.chain': 'the output on chain is the one that the receipt commits to',
  // state.ts
  'state.root': 'public state hashes to the root on chain',
  // views.ts
  'view.gas': 'a view, which is a stranger’s code, costs little where it runs',
} as const;

export type ClientCheck = keyof typeof DEFENCES;
export type ClientChecks = Readonly<Record<ClientCheck, boolean>>;

export const ALL_CHECKS: ClientChecks = Object.fromEntries(Object.keys(DEFENCES).map((name) => [name, true])) as Record<
  ClientCheck,
  boolean
>;

const KEY = Symbol('checks');

/** Ports, or a chain's port, under which these checks run. Tests alone. */
export function withChecks<O extends object>(ports: O, checks: ClientChecks): O {
  return { ...ports, [KEY]: checks };
}

export function checksOf(ports: object): ClientChecks {
  return (ports as { readonly [KEY]?: ClientChecks })[KEY] ?? ALL_CHECKS;
}
