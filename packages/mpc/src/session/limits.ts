// Every limit of sessions, with the relations between them.

/** Bytes of one message; a frame's exact size follows from the public plan. */
export const MESSAGE_BYTES_MAX: number = 1 << 26;
/** Attempts of one session; then the host lets it expire. */
export const ATTEMPTS_MAX = 5;
export const KEY_ATTEMPTS_MAX = 3;
/** Proposals of one attempt: a failed one uses up no attempt, but each burns its ranges. */
export const PROPOSALS_MAX = 64;
/** Complaints that one attempt answers; more end it. */
export const COMPLAINTS_MAX = 8;
/** Sessions open at once at one seat. */
export const SESSIONS_MAX = 64;
/** Messages of sessions that this seat does not know yet, per peer; also of a run that has not begun here. */
export const EARLY_MESSAGES_MAX = 256;
export const EARLY_BYTES_MAX: number = 1 << 22;
/** Different AbortRecords of one attempt that one seat may tell us of, signed by us or not. */
export const ABORT_RECORDS_MAX = 32;
/** Key steps that sessions skipped and that this seat may still have to follow. */
export const SKIPPED_STEPS_MAX = 256;
/** Steps that one signed mark may lead ahead of our own. */
export const STEPS_AHEAD_MAX = 4096n;
/** Steps that a proposal which one seat alone signed may lead ahead. */
export const STEPS_LEAD_MAX = 64n;
/** One part of a record on its way to a seat that was away. */
export const RECORD_PART_BYTES: number = 1 << 20;
export const RECORD_BYTES_MAX: number = 1 << 28;
/** Pool items have positions batch · 2^32 + index. */
export const BATCH_STRIDE: bigint = 1n << 32n;
export const BATCH_ITEMS_MAX: number = 1 << 24;
/** Parts of records that one peer is served between two ticks. */
export const PARTS_SERVED_MAX = 8;
/** Batches that a seat asks to catch up with at once. */
export const LACKING_MAX = 8;
/** Batches that one sweep erases of at most. */
export const SWEPT_AT_ONCE = 8;
/** How often others say again what they have before a seat that forgets believes to know which attempt they are in. */
export const LISTEN_RESENDS = 4;
/** How often others say again how a session ended before a seat that follows takes the word of the record that it has. */
export const ENDS_AWAITED_RESENDS = 4;
/** Times a seat that follows asks one peer in vain. */
export const ASKED_IN_VAIN_MAX = 3;
/** Rounds of one attempt. */
export const ROUNDS_MAX: number = 1 << 20;

/** Of one stretch between two calls no more than this counts as waited: a seat that was busy has not looked, so it has not waited either. */
export const ATTENTION_MS_MAX = 500;
/** How much longer than the first a later proposal is awaited, at most. */
export const WINDOW_GROWTH_MAX = 8;
/** A seat that was silent for so many proposals' time is not expected to say hello. */
export const AWAY_PROPOSALS = 4;

/** Waiting times, milliseconds; the host may give others. */
export interface Timings {
  /** Hellos of seats that have been silent are awaited this long before a proposal leaves them out; of others half the proposal's time. */
  readonly helloMs: number;
  /** A proposal that is not complete by then has failed; later ones get more (windowOf). */
  readonly proposalMs: number;
  /** A round that is not complete by then ends the attempt. */
  readonly roundMs: number;
  /** What is missing is asked for again after this. */
  readonly resendMs: number;
}

export const TIMINGS: Timings = { helloMs: 1500, proposalMs: 5000, roundMs: 30_000, resendMs: 400 };

if (RECORD_PART_BYTES >= MESSAGE_BYTES_MAX) throw new Error('a part of a record fits one message');
if (BATCH_STRIDE < BigInt(BATCH_ITEMS_MAX)) throw new Error('batches would overlap');
