// Every bound of the room in one place, with the relations between them asserted when it is loaded.
import assert from 'node:assert/strict';
import { BATCH_MAX, EVIDENCE_CHARACTERS_MAX, EVIDENCE_KEPT_MAX, MASKED_BYTES_MAX } from '@enigma/protocol';

/** Bytes of one frame on a link. The largest message of a session is 64 MiB; an address stands before it. */
export const frameBytesMax: number = 65 * 1024 * 1024;
/** Bytes that may wait in one peer's send buffer before the link is cut: a peer that stops reading costs this much memory. */
export const sendBufferBytesMax: number = 256 * 1024 * 1024;
/** Frames that may arrive before a peer has named itself. */
export const greetingBytesMax: number = 256;
export const greetingTimeoutMs: number = 5_000;
/** How long a link may bring nothing before it is cut and dialled anew; each side says four times meanwhile that it lives. */
export const linkSilentMs: number = 20_000;
/** First pause before dialling a lost peer again; doubles up to the last. */
export const redialFirstMs: number = 100;
export const redialLastMs: number = 5_000;
/** Bytes of one request to the client API. */
export const requestBytesMax: number = 64 * 1024;
export const requestTimeoutMs: number = 10_000;
/** Requests one address may make in a window, and the window. A voter needs two; a relayer of a whole polling station hundreds. */
export const requestsPerWindowMax: number = 20_000;
export const requestWindowMs: number = 10_000;
/** How long a request may have to wait for those before it, by what the last ones took; whoever would wait longer is told so at once. So many may wait on the slowest machine. */
export const requestWaitMs: number = 300;
export const requestsWaitingMin: number = 16;
/** How long requests are answered before peers and the chain have their turn again. */
export const requestTurnMs: number = 2;
export const requestAddressesMax: number = 10_000;
/** Blocks read in one step of the chain cursor. */
export const blocksPerStepMax: number = 256;
/** How often the chain's record is asked for a rotation that it does not show, after 2, 4, 8 … blocks; then the event counts for nothing. */
export const rotationTriesMax: number = 6;
/** Blocks between two comparisons of a contract whose heads did not agree with its events: doubled up to two to the power of this. */
export const stalledTriesLog: number = 8;
/** How long a link stays that was made under a key which has been rotated away, while another under the new one comes up. */
export const rotationGraceMs: number = 30_000;
/** Tasks of one contract that may wait before clients are told to come later; the chain itself bounds what waits in total by escrow. */
export const tasksWaitingMax: number = 256;
export const busyRetryMs: number = 5_000;
/** Tasks of one contract, and reads of it, whose stage is looked at in each step; those behind them wait. */
export const stagesWatchedMax: number = 64;
/** Receipts over which a node says how many of them it signed. */
export const participationReceipts: number = 100;
/** Tips of the chain that are remembered, to see that one was replaced. */
export const tipsKept: number = 64;
/** Entries of an inbox whose signatures are checked in one step, so that a full inbox does not hold up the rounds. */
export const entriesPerStepMax: number = 128;
/** Receipts kept in memory after everything about them is done, for clients that come late; and at most, done or not. */
export const journeysKept: number = 32;
export const journeysMax: number = 256;
/** Reads of one contract that are under way at once. */
export const readsAtOnce: number = 4;
/** Blocks after its settlement for which a read that others finished is followed: what it left is a share of its pay. */
export const readsFollowedBlocks: bigint = 64n;
/** A batch takes seconds to make: a node whose pools lack for longer what its next task takes is not ready. */
export const poolPatienceMs: number = 30_000;
/** Blocks by which others may have seen more of the chain than this seat: items of pool batches stay so much longer. */
export const sweepMarginBlocks: bigint = 32n;
/** Earlier states of a contract that a seat keeps for reads which have still to be answered. */
export const versionsKept: number = 16;
/** Bytes of a body that stays off chain: a request to the API carries it in hex. */
export const bodyBytesMax: number = 24 * 1024;
/** Bytes of bodies that one seat keeps for tasks which are not on chain yet. */
export const bodiesBytesMax: number = 16 * 1024 * 1024;
/** What each of them counts beside its own bytes, or bodies of one byte would fill memory with their names. */
export const bodyRecordBytes: number = 4 * 1024;
/** Seconds ahead of the chain that the deadline of such a task may lie: so long its bytes are kept for nothing at most. */
export const bodyAheadSecondsMax: number = 7_200;
/** How long after its task's deadline a body is kept for readers and seats that come late. */
export const bodyKeptSeconds: number = 86_400;
/** Blocks after its task's within which a body must be in the log, or acknowledged. */
export const bodyWaitBlocks: bigint = 16n;
/** Tasks that one receipt settles at most: with the longest masked output each, it is still a transaction that chains pass on. */
export const batchTasksMax: number = 15;
const transactionBytesMax = 128 * 1024;
/** Header and result of a task in a settlement, and what a settlement has besides. */
const settledTaskBytes = 512;
/** Bytes that a task may leave in public: what an answer of the API carries in hex. */
export const publicBytesMax: number = 64 * 1024;
/** Gas that the tasks of one receipt may use together. */
export const batchGasMax: bigint = 100_000_000n;
/** Seconds from its block to its deadline below which a task has a receipt of its own. */
export const batchSecondsMin: number = 120;
/** Blocks before a settlement or an opening that did not show on chain is sent again. */
export const sendPauseBlocks: bigint = 3n;
/** Blocks after its deadline before a seat ends a task that holds up its queue: its payer or a keeper may be first. Seats follow each other by their turns. */
export const expireBlocksDefault: number = 32;
export const expireBlocksMax: number = 100_000;
/** Most that is offered for a unit of gas when a transaction waits and is signed again. */
export const feeGweiDefault: number = 500;
export const feeGweiMax: number = 1_000_000;
/** Tasks that one such call ends, and blocks between two calls of a seat: together they bound the gas that others can make a node spend on it. */
export const expireAtOnce: number = 8;
export const expirePauseBlocks: bigint = 32n;
/** Blocks before a claim of a late share that did not show on chain is sent again. */
export const claimPauseBlocks: bigint = 32n;
/** Gas that a constructor may cost each seat: nobody pays for it. */
export const constructorGasMax: bigint = 1_000_000_000n;
/** Milliseconds between two looks at the chain and the clock. */
export const stepPauseMs: number = 50;
/** The same where nothing is in hand: a node that waits for work costs its machine half as much. */
export const idlePauseMs: number = 100;
/** The same while the chain does not answer. */
export const awayPauseMs: number = 1_000;
/** Steps in which a head that was read is only seen to stand: then all is read again, for an endpoint may have learnt more of it. */
export const looksAtOneHead: number = 9;
/** Pause before peers are asked again for signatures and pieces that did not come. */
export const askPauseMs: number = 1_000;
/** Pause before a start's number is said again to all, also to those who know it. */
export const sayAgainMs: number = 5_000;
/** For so long the number of a folder that remembers nothing stands unchallenged before its node acts: another process of it says its own within `sayAgainMs`. */
export const settleMs: number = 7_500;
/** Claims of a lost disk that a seat has in a tenure; each costs all the others a set-up of keys. */
export const claimsMax: number = 4;
/** How long a claim counts after it was last said. */
export const claimFreshMs: number = 15_000;
/** Entries of an inbox between two estimates of what its task will need; later a quarter of those that wait, for an estimate costs as much as there are. */
export const prefillEvery: number = 64;
/** Blocks before attempt a + 1 begins: 1, 2, 4 … */
export function backoffBlocks(attempt: number): bigint {
  return 1n << BigInt(Math.min(attempt, 8));
}
/** Connections at once, of peers and of clients. */
export const peerSocketsMax: number = 256;
export const clientSocketsMax: number = 1_024;
/** Of them, those of one address. */
export const peerSocketsPerAddressMax: number = 64;
export const clientSocketsPerAddressMax: number = 512;
/** Time a stopping node gives the work in hand; whoever started it waits a little longer. */
export const drainSecondsDefault: number = 4;
export const drainSecondsMax: number = 3_600;
export const stopTimeoutMs: number = drainSecondsDefault * 1_000;
/** Evidence that a node keeps against one signer, in whatever committees. */
export const evidencePerSignerMax = 2;
/** From so many bytes on a blob lies in a file of its own: below, a row costs less than a file's two syncs. */
export const blobFileBytesMin: number = 64 * 1024;
/** Bytes of a node's folder that one backup holds, and characters of its passphrase. */
export const archiveBytesMax: number = 1024 * 1024 * 1024;
export const passphraseMin: number = 12;
/** Connections of an operator's own tools. */
export const operatorSocketsMax: number = 32;
/** Between two looks at the account that pays gas. */
export const moneyPauseMs: number = 30_000;
export const rpcTimeoutMs: number = 5_000;
/** The window over which the process says how late it gets to its work. */
export const lagWindowMs: number = 60_000;

assert(frameBytesMax < sendBufferBytesMax);
assert(greetingBytesMax < frameBytesMax);
assert(redialFirstMs <= redialLastMs);
assert(greetingTimeoutMs < linkSilentMs);
assert(stepPauseMs < greetingTimeoutMs);
assert(2 * bodyBytesMax + 4_096 < requestBytesMax);
assert(requestTurnMs < stepPauseMs && stepPauseMs < requestWaitMs && requestWaitMs < requestTimeoutMs);
assert(requestsWaitingMin < clientSocketsMax);
assert(bodyBytesMax + bodyRecordBytes < bodiesBytesMax);
assert(batchTasksMax <= BATCH_MAX);
assert(batchTasksMax * (MASKED_BYTES_MAX + settledTaskBytes) < transactionBytesMax);
assert(journeysKept < journeysMax);
assert(expireAtOnce <= BATCH_MAX && expireBlocksDefault <= expireBlocksMax && sendPauseBlocks < expirePauseBlocks);
assert(batchTasksMax < stagesWatchedMax && stagesWatchedMax <= tasksWaitingMax);
assert(askPauseMs < claimFreshMs && askPauseMs < sayAgainMs && sayAgainMs < settleMs);
assert(clientSocketsPerAddressMax < clientSocketsMax && peerSocketsPerAddressMax < peerSocketsMax);
// What strangers can make it hold: whole bodies on every connection, and a first frame of everybody on the peers' port.
assert(clientSocketsMax * requestBytesMax + peerSocketsMax * greetingBytesMax <= 128 * 1024 * 1024);
assert(drainSecondsDefault <= drainSecondsMax && rpcTimeoutMs < moneyPauseMs);
assert(stepPauseMs < askPauseMs && askPauseMs < stopTimeoutMs);
assert(evidencePerSignerMax <= EVIDENCE_KEPT_MAX);
// A backup takes all of it, and the rest of the folder.
assert(2 * EVIDENCE_KEPT_MAX * EVIDENCE_CHARACTERS_MAX <= archiveBytesMax);
