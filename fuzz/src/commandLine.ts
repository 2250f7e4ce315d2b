// What a command that developers run was called with: its options; or an exit code, where help was asked for (0) or an option is none (2). A wrong call is answered with what is wrong, in a line, and how it is called.
import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
/** `--help` belongs to all of them. */
export type Called<O extends Options> = ReturnType<typeof parseArgs<{ readonly options: O }>>['values'];

/** `--help`, and -h, are taken beside `options`. Positional arguments are refused. */
export function calledWith<const O extends Options>(
  usage: string,
  options: O,
  args: readonly string[] = process.argv.slice(2),
): Called<O> | number {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h', default: false } },
    });
    if ((values as { readonly help?: unknown }).help !== true) return values as Called<O>;
    process.stdout.write(`${usage.trimEnd()}\n`);
    return 0;
  } catch (error) {
    return refuse(usage, error instanceof Error ? error.message : String(error));
  }
}

/** Says what is wrong with the call; the exit code for it. */
export function refuse(usage: string, why: string): number {
  process.stderr.write(`${why.split('\n', 1)[0] ?? ''}\n\n${usage.trimEnd()}\n`);
  return 2;
}

/** A whole number within these bounds; undefined where the text is none. */
export function wholeNumber(text: string, least: number, most: number = Number.MAX_SAFE_INTEGER): number | undefined {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(value) && value >= least && value <= most ? value : undefined;
}
