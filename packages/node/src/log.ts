// One line per transition: `time code key=value …`. Facts are numbers and public texts, so a share, a mask or a body has no way in; and codes are those of one table, so that whoever watches a log
// has a list of all that it can say.

/** `page` = the runbook for a line that needs somebody; without one a line needs nobody. */
export interface LogMeaning {
  readonly says: string;
  readonly page?: string;
}

export const LOG_CODES = {
  'api.failed': { says: 'the node failed on a request; the caller was told no more than that' },
  'chain.back': { says: 'the endpoint answers again' },
  'chain.event.refused': { says: 'an event contradicts those before it, and counts for nothing', page: 'CursorLag' },
  'chain.included': { says: 'a transaction of ours is in a block' },
  'chain.refused': { says: 'the contracts said no to a transaction of ours; mostly somebody was first' },
  'chain.reorganised': { says: 'blocks that were not final have been replaced' },
  'chain.unreachable': { says: 'the endpoint does not answer; rounds go on meanwhile', page: 'CursorLag' },
  'contract.failed': {
    says: 'an error of ours in what this contract asks for: its seat stands still until the next start',
    page: 'ContractFailed',
  },
  'contract.refused': { says: 'the program contradicts its record on chain; this node takes no seat for it' },
  'contract.resumed': {
    says: 'the chain’s heads agree with the events again: what did not fit was an answer of the endpoint',
  },
  'contract.stalled': {
    says: 'the endpoint’s events contradict each other or the chain’s heads; nothing is signed for the contract',
    page: 'ContractStalled',
  },
  'fork.locked': {
    says: 'another history asks to open a version that was opened already; refused',
    page: 'ForkLock',
  },
  'limits.kept': { says: 'the configuration that was to be read again is wrong; the limits stay' },
  'limits.read': { says: 'limits were read again' },
  'link.down': { says: 'a peer’s link is gone' },
  'link.error': { says: 'a link broke' },
  'link.oversize': { says: 'a frame longer than allowed; the link was cut' },
  'link.refused': { says: 'somebody’s handshake failed' },
  'link.silent': { says: 'nothing came on a link for a while; it was cut and is dialled anew' },
  'link.slow': { says: 'a peer does not read what it asked for; the link was cut' },
  'link.stranger': { says: 'somebody who is not on chain, or not who he says, was sent away' },
  'link.up': { says: 'a peer is linked' },
  'node.blank': { says: 'the folder is empty and peers know of earlier starts: its seats are repaired' },
  'node.refuses': { says: 'the folder is not the node’s last state; the node ends', page: 'NodeDown' },
  'node.rotated': { says: 'a node’s keys have rotated, and its peers follow' },
  'node.keys': { says: 'this node signs and links under its new keys' },
  'node.started': { says: 'keys, disk, links and API are open' },
  'node.stopped': { says: 'the node ended as it was asked to' },
  'node.stopping': { says: 'the node was asked to end, and begins nothing new' },
  'peer.fault': { says: 'a peer did what the protocol does not allow; the 1st, 2nd, 4th … of a kind is a line' },
  'peer.outdated': { says: 'a peer’s folder is an old one; it is not heard' },
  'peer.unreachable': { says: 'a peer registered an address that is none' },
  'receipt.staged': { says: 'a finished attempt is on disk beside the current state' },
  'receipt.superseded': { says: 'the chain took another attempt’s receipt; ours is void' },
  'repair.claimed': { says: 'a seat says that its disk is gone' },
  'repair.impossible': { says: 'too few shares are left to repair a seat', page: 'DegradedSeat' },
  'repair.keys': { says: 'the committee has new keys for a repair' },
  'repair.moved': { says: 'the seat serves under the repair’s keys' },
  'repair.promoted': { says: 'the chain took a repair' },
  'repair.refused': { says: 'a seat claimed a loss too often', page: 'DegradedSeat' },
  'repair.staged': { says: 'new shares are on disk, and their receipt is on its way' },
  'repair.void': { says: 'three set-ups of keys for a repair failed', page: 'DegradedSeat' },
  'seat.blamed': { says: 'a seat of the committee was shown to have lied' },
  'seat.disputed': { says: 'two seats say different things of one round' },
  'seat.left': { says: 'the contract was declared lost before it began: its committee is over' },
  'seat.taken': { says: 'this node was drawn for a committee' },
  'session.aborted': { says: 'an attempt ended without a result' },
  'session.batchFailed': { says: 'a batch of material was burnt' },
  'session.batchReady': { says: 'a batch of material is usable' },
  'session.keysReady': { says: 'the committee has its keys' },
  'session.keysVoid': { says: 'three set-ups of the committee’s keys failed' },
  'session.opened': { says: 'an attempt is open' },
  'session.refused': { says: 'this seat did not sign a proposal; mostly nobody’s fault' },
  'sign.refused': { says: 'a slot holds another digest; refused', page: 'SignRefused' },
  'state.promoted': { says: 'the chain took a receipt, and its state is the current one' },
  'task.stage': { says: 'a task is at another stage' },
} as const;

export type LogCode = keyof typeof LOG_CODES;

export const meaningOf = (code: LogCode): LogMeaning => LOG_CODES[code];

export type LogFacts = Readonly<Record<string, string | number | bigint | boolean>>;
export type Log = (code: LogCode, facts?: LogFacts) => void;

/** The text of one line. Spaces and control characters of a value are escaped, so that a peer's text cannot forge a line. */
export function logLine(nowMs: number, code: LogCode, facts: LogFacts = {}): string {
  const pairs = Object.entries(facts).map(([key, value]) => `${key}=${quoted(String(value))}`);
  return [new Date(nowMs).toISOString(), code, ...pairs].join(' ');
}

function quoted(text: string): string {
  return /^[\x21-\x7e]*$/.test(text) && !text.includes('"') ? text : JSON.stringify(text);
}
