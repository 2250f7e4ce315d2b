// `enigma test`: contracts are compiled and the tests beside them run, once or at each change.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandContext, untilStopped } from '../command.ts';
import { CliError, throwIfStopped } from '../errors.ts';
import type { ProjectOptions } from '../files.ts';
import { compiledAndTested } from '../rounds.ts';
import { testFileOf } from '../testRun.ts';
import { follow } from '../watch.ts';

export interface TestOptions extends ProjectOptions {
  readonly watch: boolean;
}

const CONTRACTS = 'contracts';

export async function testContracts(
  given: readonly string[],
  options: TestOptions,
  context: CommandContext,
): Promise<void> {
  const { output, signal, cleanup } = context;
  const files = (given.length > 0 ? given : [CONTRACTS]).flatMap(contractsIn);
  if (files.length === 0)
    throw new CliError(
      'FILE_UNREADABLE',
      `There is no contract in ${given.join(', ') || `${CONTRACTS}/`}.`,
      'Name a contract’s file or folder, or write one with "npm run enigma -- new NAME".',
    );
  const changes = options.watch ? follow(files.flatMap((file) => [file, testFileOf(file)])) : undefined;
  cleanup.defer(() => changes?.stop());
  for (;;) {
    const stop = changes === undefined ? signal : AbortSignal.any([signal, changes.next()]);
    const passed: string[] = [];
    for (const file of files) {
      const follows = (path: string): void => changes?.add(path);
      if ((await compiledAndTested(file, { ...options, follows, stop, needsTest: true }, context)) !== undefined)
        passed.push(file);
      if (stop.aborted) break;
    }
    if (changes === undefined) {
      throwIfStopped(signal);
      if (passed.length < files.length) context.fail();
      return;
    }
    if (!stop.aborted) output.event({ event: 'watching', files }, 'Follows these files; Ctrl-C ends.');
    await untilStopped(stop);
    if (signal.aborted) return;
    output.event({ event: 'changed' }, '');
  }
}

/** A file as it is named; of a folder its contract.ts, or those of the folders in it. */
function contractsIn(path: string): readonly string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return path === CONTRACTS ? [] : [path];
  const own = join(path, 'contract.ts');
  if (existsSync(own)) return [own];
  return readdirSync(path)
    .toSorted()
    .map((name) => join(path, name, 'contract.ts'))
    .filter((file) => existsSync(file));
}
