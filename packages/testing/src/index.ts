// @enigma/testing: unit tests of a contract in plain `node:test`. `local` compiles a contract and runs it in the evaluator, which says what every engine must say.
//
// Trusts: the compiler and the evaluator of this clone. It is for tests alone: nothing here is secret from anybody.
//
// Deliberately does not: start a network, price gas, mask or settle anything, run rounds. What it says of a contract is its meaning, not its cost or its timing.
export { LocalError, type LocalErrorCode } from './errors.ts';
export { local, type LocalContract, type LocalSource } from './local.ts';
export type { Functions, LocalEvent, LocalRelease } from './record.ts';
