// @enigma/compiler: source text to verified bytecode, or to diagnostics. A contract is one TypeScript class in a checked subset.
//
// Trusts: nothing of the text; any text gives a result and none makes it throw. It is not trusted itself: what it builds goes through the
// bytecode's verifier, and whoever runs, prices or reports a contract starts from the bytes.
//
// Deliberately does not: read files, use the network or the clock, execute the contract as JavaScript, or see other files than those a
// reader gives it. The command line reads and writes; the web page calls the same function.
export * from './abi.ts';
export * from './compile.ts';
export type * from './debug.ts';
export { differenceOf, differenceText, sentence, type Difference, type ReleaseChange } from './difference.ts';
export { amountsOf, amountText, type Amount, type Trial } from './amounts.ts';
export { lineAt, renderDiagnostic, type Diagnostic, type Line, type Span } from './diagnostic.ts';
export { baseText, libraryText } from './library.ts';
export { taskGasUsual } from './limits.ts';
export { diagnosticCodes, messages, type DiagnosticCode, type MessageKey } from './messages.ts';
export * from './report.ts';
export { shownPath, sourceBundle, type SourceReader, type SourceText } from './sources.ts';
export type * from './types.ts';
