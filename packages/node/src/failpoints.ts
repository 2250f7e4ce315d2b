// Named points at which a test may kill the process, one mechanism for the simulator and real processes. A production build passes `noFailpoints`: nothing reads a name
// from outside there.

export type FailpointStep =
  | 'chain.cursor'
  | 'boot.sign'
  | 'input.fold'
  | 'pool.reserve'
  | 'pool.make'
  | 'keys.contribute'
  | 'keys.check'
  | 'session.hello'
  | 'session.open'
  | 'body.store'
  | 'round.send'
  | 'check.coin'
  | 'checkpoint.sign'
  | 'session.record'
  | 'abort.sign'
  | 'evidence.sign'
  | 'state.stage'
  | 'receipt.sign'
  | 'receipt.gather'
  | 'settle.send'
  | 'state.promote'
  | 'open.deliver'
  | 'opening.sign'
  | 'repair.claim'
  | 'repair.masks'
  | 'repair.erase'
  | 'key.rotate';

/**
 * Every step that must be durable before something leaves, with the points it has here: a before the write, b between two writes of one step, c durable and not sent, d sent
 * and not marked. One write is one synced transaction, so that b exists only where a step is more than one of them. A test compares the table with what a run passes.
 */
export const FAILPOINTS: Readonly<Record<FailpointStep, string>> = {
  /** Height and hash of the last applied final block. */
  'chain.cursor': 'ac',
  /** The number of this start. */
  'boot.sign': 'ac',
  /** Accepted entries of an inbox, in memory alone: refolded from the chain. */
  'input.fold': 'cd',
  /** High-water marks of one-time material, in two files. */
  'pool.reserve': 'abc',
  /** A verified pool batch and this seat's verdict on it. */
  'pool.make': 'abc',
  'keys.contribute': 'ac',
  'keys.check': 'ac',
  'session.hello': 'ac',
  /** The promise to take part in an attempt. */
  'session.open': 'ac',
  /** A body that stays off chain, before it is acknowledged. */
  'body.store': 'ac',
  /** A round's frames, in memory alone: a restart ends the attempt. */
  'round.send': 'c',
  /** Seeds of coins, before any is shown. */
  'check.coin': 'ac',
  'checkpoint.sign': 'ac',
  /** The public values of a session that is over, for seats that were away. */
  'session.record': 'a',
  /** The record of an attempt's end. */
  'abort.sign': 'ac',
  /** What a complaint, a dispute or an answer to one says of a round. */
  'evidence.sign': 'ac',
  /** New shares and salts beside the current ones. */
  'state.stage': 'acd',
  'receipt.sign': 'acd',
  /** Peers' signatures, in memory alone: asked for again. */
  'receipt.gather': 'd',
  'settle.send': 'cd',
  'state.promote': 'acd',
  /** The fork lock, then the pieces of output masks. */
  'open.deliver': 'acd',
  /** The output in clear. */
  'opening.sign': 'ac',
  /** The statement that this seat lost its disk, which names the keys to come. */
  'repair.claim': 'ac',
  /** The mask keys that the others have handed on. */
  'repair.masks': 'ac',
  /** What belongs to keys that a repair has replaced; done again at each start. */
  'repair.erase': 'abc',
  /** Which of the key sets in the folder is the present one. */
  'key.rotate': 'ac',
};

/** `<step>.<a|b|c|d>`, in the order of the table. */
export function failpointNames(): readonly string[] {
  return Object.entries(FAILPOINTS).flatMap(([step, points]) => points.split('').map((point) => `${step}.${point}`));
}

export type Failpoint = (name: string) => void;

export const noFailpoints: Failpoint = () => undefined;

/** Calls `die` at the `count`-th visit (1 is the first) of `name`, and reports every first visit, so that a test can list which points a run reaches. */
export function failAt(
  name: string | undefined,
  count: number,
  die: () => void,
  visited: (name: string) => void = () => undefined,
): Failpoint {
  const seen = new Set<string>();
  let left = count;
  return (point) => {
    if (!seen.has(point)) {
      seen.add(point);
      visited(point);
    }
    if (point === name && --left === 0) die();
  };
}
