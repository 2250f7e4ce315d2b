// Every limit of the compiler in one place. Bytecode has its own (packages/bytecode/src/limits.ts); these stop a source text before
// it costs more than a moment, because an editor and a web page run the compiler on whatever is typed.

import { KEY_MEMBERS_MAX } from '@enigma/bytecode';

/** Longest source text, or texts of all files of a contract together, in UTF-16 units. */
export const sourceLengthMax = 262_144;
/** Files of one contract, its own among them. */
export const filesMax = 32;
/** Diagnostics reported for one text; more help nobody. */
export const diagnosticsMax = 50;
/** Lowering steps (nodes visited, speculation included) before a text counts as too complex. */
export const stepsMax = 400_000;
/** Helpers are inlined at most this deep; recursion is refused before it. */
export const inlineDepthMax = 32;
/** Depth of nesting of the syntax tree below a function; deeper trees would exhaust the stack of the parser's visitors. */
export const syntaxDepthMax = 200;
/** Most elements of a vector, as in the bytecode. */
export const vectorLengthMax: bigint = 1n << 20n;
/** Gas that a task has where nobody says otherwise. */
export const taskGasUsual: bigint = 50_000_000n;
/** Schedules of one contract. */
export const schedulesMax = 4;
/** Longest reason of a release, in UTF-8 bytes. */
export const reasonBytesMax = 256;
/** Components inside one another. */
export const componentDepthMax = 4;
/** Keys that lead to a value of a map: maps in maps. */
export const mapDepthMax = 4;

if (mapDepthMax > KEY_MEMBERS_MAX) throw new Error('all keys that lead to a value are one key of the bytecode');
