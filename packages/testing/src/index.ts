// @enigma/testing: unit tests of a contract in plain `node:test`. `local` compiles a contract and runs it in the evaluator, which says what every engine must say, or, with
// `engine: 'mpc'`, by four parties of the real engine in this process.
//
// Trusts: compiler, evaluator and engine of this clone, and for the parties a dealer who knows everything. It is for tests alone: nothing here is secret from anybody.
//
// Deliberately does not: start a network, price gas, sign or settle anything. What it says of a contract is its meaning, not its cost or its timing.
export { LocalError, type LocalErrorCode } from './errors.ts';
export { local, type LocalContract, type LocalOptions, type LocalSource } from './local.ts';
export type { Functions, LocalEvent, LocalRelease } from './record.ts';
