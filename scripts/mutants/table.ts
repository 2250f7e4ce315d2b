// What a room says of its checks: tables/<room>.ts. Each check of its sources is killed by a named test, or is spared with the reason; one that is neither fails the build
// (scripts/test/mutants.test.ts). Whether the named tests do fail without their checks is asked by `npm run mutants`.
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Site } from './sites.ts';
import { soliditySites } from './solidity.ts';
import { typescriptSites } from './typescript.ts';

/** `Tasks.t.sol: test_aNonceServesOnce`, or `rules.test.ts: a task ends once`: a file of the room's tests, and words of a test's name. */
export type TestName = string;

/** A fault that is no missing refusal: other words in the place of those that stand in the file once. */
export interface Planted {
  readonly file: string;
  readonly said: string;
  /** In Solidity OFF stands for the switch; in TypeScript the words as they are. */
  readonly instead: string;
  readonly killedBy: TestName;
}

export interface MutantTable {
  readonly room: string;
  /** Globs from the root. */
  readonly sources: readonly string[];
  readonly leftOut?: RegExp;
  /** By the check's name. */
  readonly killed: Readonly<Record<string, TestName>>;
  /** Checks without which nothing is gained, or that no test can reach: why. */
  readonly spared: Readonly<Record<string, string>>;
  readonly planted: Readonly<Record<string, Planted>>;
}

export interface Mutant {
  readonly name: string;
  readonly room: string;
  readonly file: string;
  readonly site: Site | undefined;
  readonly planted: Planted | undefined;
  readonly killedBy: TestName;
}

export async function tables(root: URL): Promise<readonly MutantTable[]> {
  const files = globSync('scripts/mutants/tables/*.ts', { cwd: root }).toSorted((a, b) => (a < b ? -1 : 1));
  return Promise.all(
    files.map(async (file) => ((await import(new URL(file, root).href)) as { readonly MUTANTS: MutantTable }).MUTANTS),
  );
}

export function sitesOf(table: MutantTable, root: URL): readonly Site[] {
  const files = table.sources.flatMap((glob) => globSync(glob, { cwd: root })).toSorted((a, b) => (a < b ? -1 : 1));
  return files
    .filter((file) => table.leftOut?.test(file) !== true)
    .flatMap((file) => {
      const text = readFileSync(new URL(file, root), 'utf8');
      return file.endsWith('.sol') ? soliditySites(file, text) : typescriptSites(file, text);
    });
}

/** All mutants of a table, those of its sites first. */
export function mutantsOf(table: MutantTable, sites: readonly Site[]): readonly Mutant[] {
  const { room } = table;
  const ofSites = sites.flatMap((site) => {
    const killedBy = table.killed[site.name];
    return killedBy === undefined
      ? []
      : [{ name: site.name, room, file: site.file, site, planted: undefined, killedBy }];
  });
  const ofHand = Object.entries(table.planted).map(([name, planted]) => ({
    name,
    room,
    file: planted.file,
    site: undefined,
    planted,
    killedBy: planted.killedBy,
  }));
  return [...ofSites, ...ofHand];
}

export function partsOf(test: TestName): { readonly file: string; readonly words: string } {
  const at = test.indexOf(': ');
  return { file: test.slice(0, at), words: test.slice(at + 2) };
}

/** What is wrong with a table, against the sources and tests as they stand. */
export function tableFaults(table: MutantTable, root: URL): readonly string[] {
  const sites = sitesOf(table, root);
  const names = new Set(sites.map(({ name }) => name));
  const faults: string[] = [];
  for (const { name, file } of sites) {
    const [killed, spared] = [name in table.killed, name in table.spared];
    if (killed === spared)
      faults.push(
        `${file}: "${name}" ${killed ? 'is killed and spared' : 'has no test that fails without it: name one in scripts/mutants/tables (npm run mutants -- --find)'}`,
      );
  }
  for (const name of [...Object.keys(table.killed), ...Object.keys(table.spared)])
    if (!names.has(name)) faults.push(`${table.room}: "${name}" is no check any more`);
  for (const [name, why] of Object.entries(table.spared))
    if (why.split(' ').length < 4) faults.push(`${table.room}: "${name}" is spared without a reason`);
  for (const [name, { file, said }] of Object.entries(table.planted))
    if (readFileSync(new URL(file, root), 'utf8').split(said).length !== 2)
      faults.push(`${file}: "${name}" is planted in words that stand there not once`);
  const tests = new Map(
    globSync(`packages/${table.room}/test/**/*.{t.sol,test.ts}`, { cwd: root }).map((file) => [
      basename(file),
      readFileSync(new URL(file, root), 'utf8'),
    ]),
  );
  for (const { name, killedBy } of mutantsOf(table, sites)) {
    const { file, words } = partsOf(killedBy);
    if (tests.get(file)?.includes(words) !== true)
      faults.push(`${table.room}: "${name}" names "${killedBy}", which is no test`);
  }
  return faults;
}
