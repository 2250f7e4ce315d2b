// Puts one fault at a time in and says which tests notice.
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../run.ts';
import { type Build, failing } from './build.ts';
import type { Fault } from './hook.ts';
import type { SiteKind } from './sites.ts';
import { type Mutant, partsOf } from './table.ts';

const TEST_MS_MAX = 180_000;
/** A missing bound may ask for all memory that there is. */
const TEST_BYTES_MAX = 3 * 2 ** 30;

/** What a run over one mutant showed: the tests that failed, or that it did not end. */
export interface Noticed {
  readonly failed: readonly string[];
  readonly endless: boolean;
}

export function isKilled({ killedBy }: Mutant, { failed, endless }: Noticed): boolean {
  const { file, words } = partsOf(killedBy);
  return endless || failed.some((test) => partsOf(test).file === file && partsOf(test).words.includes(words));
}

export async function noticedInSolidity(
  build: Build,
  mutant: Mutant,
  files: readonly string[],
  words = '',
): Promise<Noticed> {
  return { failed: await failing(build, mutant.name, files, words), endless: false };
}

/** `files` by their names; only tests with `words` in their name where given. */
export async function noticedInTypescript(
  root: URL,
  mutant: Mutant | undefined,
  room: string,
  files: readonly string[],
  words = '',
): Promise<Noticed> {
  const paths = globSync(`packages/${room}/test/**/*.test.ts`, { cwd: root }).filter((path) =>
    files.includes(basename(path)),
  );
  const hook = fileURLToPath(new URL('hook.ts', import.meta.url));
  const reporter = fileURLToPath(new URL('failed.ts', import.meta.url));
  const only = words === '' ? [] : [`--test-name-pattern=${words.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')}`];
  // One process is quicker; without a fault in it each file has its own, as in `npm test`.
  const together = mutant === undefined ? [] : ['--test-isolation=none'];
  const env = { ...process.env };
  if (mutant !== undefined) env['ENIGMA_MUTANT'] = JSON.stringify(faultOf(root, mutant));
  const args = [`--import=${hook}`, '--test', ...together, `--test-reporter=${reporter}`, ...only, ...paths];
  const { output } = await run(process.execPath, args, {
    cwd: fileURLToPath(root),
    env,
    msMax: TEST_MS_MAX,
    bytesMax: TEST_BYTES_MAX,
  });
  const lines = output
    .split('\n')
    .flatMap((line) =>
      line.startsWith('{"') ? [JSON.parse(line) as { test?: string; passed?: number; failed?: number }] : [],
    );
  const end = lines.find(({ passed }) => passed !== undefined);
  if (end !== undefined && (end.passed ?? 0) + (end.failed ?? 0) === 0)
    throw new Error(`no test of ${files.join()} is called "${words}"`);
  return { failed: lines.flatMap(({ test }) => (test === undefined ? [] : [test])), endless: end === undefined };
}

/** Read as booleans, so that what a condition tells of its operands' types is no matter. */
const INSTEAD: Readonly<Record<SiteKind, string>> = {
  condition: '(false as boolean)',
  assertion: '(true as boolean)',
  call: 'undefined',
  modifier: '',
  assembly: '',
};

function faultOf(root: URL, { file, site, planted }: Mutant): Fault {
  const path = fileURLToPath(new URL(file, root));
  if (planted !== undefined) {
    const from = readFileSync(path, 'utf8').indexOf(planted.said);
    return { path, from, to: from + planted.said.length, said: planted.said, instead: planted.instead };
  }
  const { from, to, kind } = site as NonNullable<typeof site>;
  const said = readFileSync(path, 'utf8').slice(from, to);
  return { path, from, to, said, instead: INSTEAD[kind] };
}
