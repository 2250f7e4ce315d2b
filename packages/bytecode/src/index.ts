// @enigma/bytecode: the program that is deployed. Instruction table, canonical bytes, verifier, policy report, cost, plain evaluator, Executor interface.
//
// Trusts: nothing it reads. The compiler is not trusted; whoever holds bytes calls `loadModule` and gets a `Verified` or a refusal, and everything that runs,
// prices or reports takes a `Verified`. Meaning is defined here once, by `interpret`: engines differ only in what stands for a secret scalar.
//
// Deliberately does not: know TypeScript source, committees, rounds or shares; keep state; read clock, disk or network, or draw randomness of its own. It runs format version 1,
// whose reserved opcodes it refuses.
export * from './builder.ts';
export * from './decode.ts';
export * from './encode.ts';
export * from './limits.ts';
export * from './module.ts';
export * from './opcodes.ts';
export * from './openMode.ts';
export * from './provenance.ts';
export * from './refusal.ts';
export * from './rules.ts';
export * from './signature.ts';
export * from './types.ts';
export * from './verify.ts';
export * from './arithmetic.ts';
export * from './evaluate.ts';
export { interpret } from './interpret.ts';
export * from './run.ts';
export { BELOW_BITS, drawnTape, writtenTape, type Tape, type TapeEntry } from './tape.ts';
export { lastBySender } from './straight.ts';
export * from './interval.ts';
export * from './trap.ts';
export * from './value.ts';
export * from './disassemble.ts';
export { isFieldName, isName, isText } from './internal/reader.ts';
export { opensArguments, readsValue } from './effects.ts';
export * from './executor.ts';
export * from './call.ts';
export * from './layout.ts';
export { leakageOf, type Leakage, type LeakageTerms } from './leakage.ts';
export * from './neutrality.ts';
export * from './renaming.ts';
export type { Repeats } from './repeats.ts';
export * from './policy.ts';
export { boundText, sizesIn, valueOf, type Bound, type Sizes } from './bound.ts';
export * from './cost.ts';
export { gasPrices } from './price.ts';
