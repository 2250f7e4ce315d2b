// What every command gets and how it ends: output, a signal that Ctrl-C aborts, a cleanup that always runs, an exit code.
import { type Cleanup, createCleanup } from './cleanup.ts';
import { EXIT } from './errors.ts';
import { samePressMs } from './limits.ts';
import { createOutput, type Output } from './output.ts';

export interface CommandContext {
  readonly output: Output;
  readonly signal: AbortSignal;
  readonly cleanup: Cleanup;
  /** The command did what it was asked to, and what it found is not well: it ends with 1, and says so in its result. */
  fail(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs the body of a command to its end, cleanup included, and answers with the exit code. */
export async function runCommand(json: boolean, body: (context: CommandContext) => Promise<void>): Promise<number> {
  const output = createOutput(json);
  const cleanup = createCleanup();
  const abort = new AbortController();
  let presses = 0;
  let last = Number.NEGATIVE_INFINITY;
  const onSignal = (): void => {
    // One Ctrl-C comes from the terminal and once more from what started us.
    const now = performance.now();
    if (now - last > samePressMs) presses++;
    last = now;
    // The first asks the work to end; whoever asks three times does not want to wait. Children are killed on exit.
    if (presses === 1 && !abort.signal.aborted) output.note('stopping …');
    if (presses > 2) process.exit(EXIT.interrupted);
    abort.abort();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  let exit: number = EXIT.ok;
  try {
    await body({ output, signal: abort.signal, cleanup, fail: () => void (exit = EXIT.failed) });
  } catch (error) {
    // Once we are stopping, what fails, fails because of that.
    if (!abort.signal.aborted) output.failure(error);
    exit = abort.signal.aborted ? EXIT.interrupted : EXIT.failed;
  } finally {
    try {
      await cleanup.run();
    } catch (error) {
      output.failure(error);
      exit = EXIT.failed;
    }
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
  return exit;
}

/** Resolves when Ctrl-C comes. */
export function untilStopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
