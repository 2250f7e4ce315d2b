// One look at a contract while it is written: compiled, and its test run; what came of both is said.
import { type Compiled, renderDiagnostic } from '@enigma/compiler';
import type { CommandContext } from './command.ts';
import { CliError } from './errors.ts';
import { compileFile, type ProjectOptions } from './files.ts';
import { testFileOf, testRun } from './testRun.ts';

export interface RoundOptions extends ProjectOptions {
  /** Hears the path of each file that the contract imports. */
  readonly follows: (path: string) => void;
  readonly stop: AbortSignal;
  /** A contract without a test has not passed. */
  readonly needsTest?: boolean;
}

/** Undefined where it does not compile, a test fails, or it was stopped. A contract without a test has passed, unless it needs one. */
export async function compiledAndTested(
  file: string,
  { follows, stop, needsTest = false, ...options }: RoundOptions,
  context: CommandContext,
): Promise<Compiled | undefined> {
  const { output } = context;
  const contract = compiled(file, options, follows, context);
  if (contract === undefined) return undefined;
  const test = testFileOf(file);
  const tested = await testRun(test, stop);
  if (stop.aborted) return undefined;
  if (tested === undefined) {
    if (!needsTest) return contract;
    const next = `Write ${test}; "npm run enigma -- new NAME" makes a contract with a test to copy from.`;
    output.event({ event: 'untested', file, test, next }, `✗ ${file} has no test beside it\n  next: ${next}`);
    return undefined;
  }
  const { passed, failed, text } = tested;
  output.event(
    { event: 'tested', file: test, passed, failed, ...(failed > 0 ? { text } : {}) },
    failed > 0 ? `${text.trimEnd()}\n✗ ${test}: ${failed} failed` : `✓ ${test}: ${passed} passed`,
  );
  return failed > 0 ? undefined : contract;
}

/** Says what is wrong with it, each fault in its frame; undefined where there is something. */
function compiled(
  file: string,
  options: ProjectOptions,
  follows: (path: string) => void,
  { output }: CommandContext,
): Compiled | undefined {
  try {
    const contract = compileFile(file, options, follows);
    const { bytes, codeHash, warnings } = contract;
    const frames = warnings.map((warning) => `${renderDiagnostic(warning, file)}\n`).join('');
    output.event(
      { event: 'compiled', file, codeHash, bytes: bytes.length, warnings },
      `${frames}✓ ${file}: ${bytes.length} bytes`,
    );
    return contract;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    const { code, message, next, facts } = error;
    output.event({ event: 'refused', file, code, message, next, ...facts }, `✗ ${message}\n  next: ${next}`);
    return undefined;
  }
}
