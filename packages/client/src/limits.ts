// Every limit of the room, with the relations between them asserted when it is loaded.
import { BATCH_MAX, BODY_BYTES_MAX, MASKED_BYTES_MAX, OUTPUT_BYTES_MAX } from '@enigma/protocol';

/** Time between two looks at chain or nodes. */
export const POLL_MS = 250;
/** How long a seat may keep its HTTP answer; then it counts as silent. */
export const ASK_TIMEOUT_MS = 10_000;
/** Longest answer of a node that is read at all, in characters. */
export const ANSWER_CHARS_MAX: number = 256 * 1024;
/** How long seats are asked for something that they should have, unless the caller says otherwise. */
export const ASK_TOTAL_MS = 60_000;
/** Times that an allowance is set which something else of the same account takes. */
export const PAY_IN_TRIES_MAX = 8;
/** How long a seat may put off the next question at most. */
export const RETRY_AFTER_MS_MAX = 15_000;
/** Rounds of asking the seats before giving up. */
export const ASK_ROUNDS_MAX = 40;
/** Entries of one append, and the bytes of them: what one transaction's gas carries. */
export const APPEND_ENTRIES_MAX = 60;
export const APPEND_BYTES_MAX: number = 128 * 1024;
/** Blocks that a settled task's event may stay away before the RPC counts as withholding it. */
export const WITHHELD_POLLS_MAX = 40;
/** Tasks, and receipts, that an explorer holds; the oldest go first. */
export const EXPLORED_MAX = 20_000;
/** Secret values of a state whose public part is read: they are zeros here, as many as four bytes of a vector say. */
export const STATE_SECRETS_MAX: number = 1 << 20;
/** What a view may cost, by its bound: a second or so, in which a page stands still. */
export const VIEW_GAS_MAX = 200_000n;
/** Longest record of a journal file, in characters. */
export const JOURNAL_LINE_MAX: number = 64 * 1024;

function relation(holds: boolean, text: string): void {
  if (!holds) throw new Error(`limits: ${text}`);
}

relation(POLL_MS < RETRY_AFTER_MS_MAX && RETRY_AFTER_MS_MAX < ASK_TOTAL_MS, 'a busy seat is asked again');
relation(APPEND_ENTRIES_MAX <= BATCH_MAX, 'the chain takes a whole append');
relation(APPEND_BYTES_MAX >= BODY_BYTES_MAX, 'the longest entry can be appended');
relation(ANSWER_CHARS_MAX > 4 * (MASKED_BYTES_MAX + OUTPUT_BYTES_MAX), 'the longest answer can be read');
