// Every bound of the command line, with the relations between them asserted when it is loaded.
import assert from 'node:assert/strict';

/** Nodes that one local network may have: each is a process of some hundred megabytes. */
export const nodesMax = 16;
export const nodesDefault = 4;
/** Time a child gets from SIGTERM to SIGKILL. */
export const stopTimeoutMs = 5_000;
/** Signals that come this close together are one. */
export const samePressMs = 250;
/** A node is there in two seconds; a machine with much else to do takes half a minute. */
export const nodeStartTimeoutMs = 120_000;
/** A committee that has just been drawn makes its keys and signs a first state. */
export const servingTimeoutMs = 120_000;
export const requestTimeoutMs = 10_000;
/** Of a node's or a chain's address: far beyond any that is meant. Past 16 KiB Node's `URL.canParse` takes host names that `new URL` throws at. */
export const addressCharactersMax = 2_048;
/** How long the demo waits for the transaction that publishes the result, which it has by then. */
export const publicOpeningTimeoutMs = 20_000;
/** How long a tally may take before we say that it is stuck: a hundred times what a machine at rest needs. */
export function tallyPatienceMs(comparisons: number): number {
  return 600_000 + 40 * comparisons;
}
/** Empty blocks that a development chain is asked for in one request. */
export const blocksAtOnce = 200n;
/** Pause between two looks at the chain. */
export const pollPauseMs = 100;
/** The keeper of a local network turns the epoch this often when nobody waits for a draw. */
export const epochBlocks = 60n;
/** Where local networks live. */
export const loopback = '127.0.0.1';
/** Browsers open six connections a page. */
export const siteConnectionsMax = 200;
/** Characters kept of what the builder of the explorer says. */
export const siteOutputCharactersMax = 4_000;
/** Characters of a child's log that an error shows. */
export const logTailCharacters = 1_500;

/** Bytes of an election file: ten thousand distinct orders of 31 alternatives fit. */
export const electionBytesMax: number = 4 * 1024 * 1024;
export const votersMax = 20_000;
export const alternativesMin = 2;
export const alternativesMax = 31;
/** Entries of one append: the receipt's batch allows 64, and 60 leave room for the gas of long bodies. */
export const appendBatch: number = 60;
export const sourceBytesMax: number = 1024 * 1024;
/** Between two looks at a file that is followed. */
export const watchPauseMs = 200;
/** Between two looks at a file that has changed, which must agree. */
export const settlePauseMs = 50;
/** How long the test of a contract may take, and how much it may say. */
export const contractTestTimeoutMs = 120_000;
export const testOutputCharactersMax = 20_000;
/** Of an answer that carries evidence, beyond its characters: what JSON puts around them and in front of quotes. */
export const answerOverheadBytesMax: number = 64 * 1024;
/** Of the file that holds a passphrase, and of what a node has signed. */
export const passphraseBytesMax = 4_096;
export const protectionBytesMax: number = 512 * 1024 * 1024;
/** Seconds that a drain is waited for unless said otherwise. */
export const drainSecondsDefault = 600;
export const drainSecondsMax = 86_400;
/** What the doctor holds for well: of clocks, of the latest block, of gas, of a synced write. */
export const clockSkewSecondsMax = 5;
export const blockAgeSecondsMax = 300;
export const gasDaysMin = 7;
export const fsyncMsMax = 200;
/** Faster than any disk that has written something: a write that comes back sooner is in memory. */
export const fsyncMsMin = 0.01;
export const fsyncTries = 100;
export const peersAskedMax = 32;
/** Characters of a new contract's name. */
export const nameCharactersMax = 60;

assert(nodesDefault <= nodesMax);
assert(alternativesMin <= alternativesMax);
