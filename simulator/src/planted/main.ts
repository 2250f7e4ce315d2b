// `npm run planted`: each bug of bugs.ts alone in the code of a run, and seeds until a property breaks. Exit code 1 where one is not noticed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { calledWith, refuse } from '@enigma/fuzz/commandLine';
import type { Violation } from '../properties/property.ts';
import { BUGS, type PlantedBug } from './bugs.ts';

const USAGE = `usage: npm run planted [-- --only TEXT] [--seeds N] [--from K] [--jobs J] [--list] [--json]

Loads each planted bug in turn into the code of whole networks, and runs seeds K, K+1, … (from 0) until a property breaks, N of them at most (300).

  --only TEXT   only bugs with TEXT in their name; may be said more than once
  --clean       the same seeds without the bug: none may break, or what broke says nothing of it
  --jobs J      so many bugs at a time (2)
  --list        names, files and kinds of faults; nothing is run`;

/** Of one bug, whatever seeds are left. */
const BUG_MS_MAX = 1_800_000;

const root = new URL('../../../', import.meta.url);

export interface Found {
  readonly name: string;
  /** The first seed that broke a property; undefined where none did. */
  readonly seed: number | undefined;
  readonly seeds: number;
  readonly seconds: number;
  readonly violations: readonly Violation[];
}

/** How the preloaded hook of scripts/mutants takes a fault. */
function faultOf({ file, said, instead }: PlantedBug): string {
  const path = fileURLToPath(new URL(file, root));
  const text = readFileSync(path, 'utf8');
  const from = text.indexOf(said);
  if (from < 0 || text.includes(said, from + 1)) throw new Error(`${file} has these words not once: ${said}`);
  return JSON.stringify({ path, from, to: from + said.length, said, instead });
}

/** Seeds in a process of their own, with the bug or without it. */
export async function search(
  name: string,
  bug: PlantedBug,
  { from, seeds, clean = false }: { readonly from: number; readonly seeds: number; readonly clean?: boolean },
): Promise<Found> {
  const begun = performance.now();
  const hook = fileURLToPath(new URL('scripts/mutants/hook.ts', root));
  const args = [`--import=${hook}`, fileURLToPath(new URL('./search.ts', import.meta.url))];
  args.push(
    `--from=${from}`,
    `--seeds=${seeds}`,
    `--faults=${bug.faults.join()}`,
    `--calls=${String(bug.calls ?? '')}`,
  );
  const env = { ...process.env, ...(clean ? {} : { ENIGMA_MUTANT: faultOf(bug) }) };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const limit = setTimeout(() => child.kill(), BUG_MS_MAX);
  const lines: { readonly seed: number; readonly violations: readonly Violation[] }[] = [];
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint = `${complaint}${chunk.toString()}`.slice(-4_000)));
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  for await (const line of createInterface({ input: child.stdout }))
    lines.push(JSON.parse(line) as (typeof lines)[number]);
  const code = await closed;
  clearTimeout(limit);
  const last = lines.at(-1);
  if (last === undefined || (code !== 0 && last.violations.length === 0))
    throw new Error(`the run of ${name} ended with ${code}:\n${complaint}`);
  return {
    name,
    seed: last.violations.length === 0 ? undefined : last.seed,
    seeds: lines.length,
    seconds: Math.round((performance.now() - begun) / 1000),
    violations: last.violations,
  };
}

/** Whether what broke is what the table says of it. */
export function isFound({ violations }: Found, { breaks }: PlantedBug): boolean {
  return violations.some(({ property }) => breaks.includes(property));
}

async function main(): Promise<number> {
  const values = calledWith(USAGE, {
    only: { type: 'string', multiple: true, default: [''] },
    seeds: { type: 'string', default: '300' },
    from: { type: 'string', default: '0' },
    jobs: { type: 'string', default: '2' },
    clean: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  });
  if (typeof values === 'number') return values;
  const [seeds, from, jobs] = [values.seeds, values.from, values.jobs].map(Number) as [number, number, number];
  const numbers = [seeds, from, jobs].every((one) => Number.isSafeInteger(one) && one >= 0) && seeds > 0 && jobs > 0;
  const waiting = Object.entries(BUGS).filter(([name]) => values.only.some((part) => name.includes(part)));
  if (!numbers) return refuse(USAGE, '--seeds, --from and --jobs are whole numbers.');
  if (waiting.length === 0) return refuse(USAGE, 'No bug is called that; see --list.');
  if (values.list) {
    for (const [name, { what, file, faults }] of waiting)
      process.stdout.write(`${name.padEnd(20)}${what} (${file}; ${faults.join(', ') || 'as drawn'})\n`);
    return 0;
  }
  const asked = waiting.length;
  const found: (Found & { readonly expected: boolean })[] = [];
  const say = (text: string): void => void (values.json ? process.stderr : process.stdout).write(`${text}\n`);
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, bug] = next;
      const one = await search(name, bug, { from, seeds, clean: values.clean });
      const expected = values.clean ? one.seed === undefined : isFound(one, bug);
      found.push({ ...one, expected });
      const broke = [...new Set(one.violations.map(({ property }) => property))].join(', ');
      const what = one.seed === undefined ? `no seed of ${one.seeds}` : `seed ${one.seed}: ${broke}`;
      say(`${expected ? '✓' : '✗'} ${name}: ${what} (${one.seconds} s)`);
      if (!expected) for (const { property, what: facts } of one.violations) say(`    ${property}: ${facts}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, asked) }, work));
  const right = found.filter(({ expected }) => expected).length;
  if (values.json) process.stdout.write(`${JSON.stringify(found)}\n`);
  say(
    values.clean ? `${right} of ${asked} runs without a bug broke nothing` : `${right} of ${asked} planted bugs found`,
  );
  return right === asked ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
