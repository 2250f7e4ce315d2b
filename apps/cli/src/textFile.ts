// A file that a command reads: whole, bounded, with an error that says which.
import { readFileSync, statSync } from 'node:fs';
import { CliError } from './errors.ts';

export function readText(path: string, bytesMax: number): string {
  try {
    const { size } = statSync(path);
    if (size > bytesMax)
      throw new CliError(
        'FILE_UNREADABLE',
        `${path} has ${size} bytes; at most ${bytesMax} are read.`,
        'Name another file.',
      );
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof CliError) throw error;
    const why =
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? 'does not exist'
        : `cannot be read (${error instanceof Error ? error.message : String(error)})`;
    throw new CliError('FILE_UNREADABLE', `${path} ${why}.`, 'Check the path; it is taken from the folder you are in.');
  }
}
