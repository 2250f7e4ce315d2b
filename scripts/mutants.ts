// `npm run mutants`: takes each check out of its source, one at a time, and runs the test that the room's table names for it. A mutant that its test does not notice is a missing test.
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { calledWith, refuse, wholeNumber } from '../fuzz/src/commandLine.ts';
import { type Build, buildSolidity, failing } from './mutants/build.ts';
import { isKilled, noticedInSolidity, noticedInTypescript } from './mutants/run.ts';
import { type Mutant, type MutantTable, mutantsOf, partsOf, sitesOf, tables } from './mutants/table.ts';

const USAGE = `usage: npm run mutants -- [--room NAME] [--only TEXT] [--find [--tests A,B]] [--list] [--json]

  --room NAME   only the checks of packages/NAME
  --only TEXT   only those with TEXT in their name; may be said more than once
  --find        also those that the table does not have, under all tests of the room: which notice?
  --tests A,B   with --find: only under test files with A or B in their names
  --jobs N      so many at a time, 2 where nothing is said
  --list        names and tests, nothing is run`;

const called = calledWith(USAGE, {
  room: { type: 'string', default: '' },
  only: { type: 'string', multiple: true, default: [''] },
  find: { type: 'boolean', default: false },
  tests: { type: 'string', default: '' },
  jobs: { type: 'string', default: '2' },
  list: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
});
const values = typeof called === 'number' ? process.exit(called) : called;
const jobs = wholeNumber(values.jobs, 1, 64) ?? process.exit(refuse(USAGE, '--jobs is a whole number from 1 to 64.'));
const root = new URL('../', import.meta.url);
const say = (text: string): void => void (values.json ? process.stderr : process.stdout).write(`${text}\n`);

interface Judged {
  readonly name: string;
  readonly room: string;
  readonly killedBy: string;
  readonly killed: boolean;
  readonly seconds: number;
}

await main();

async function main(): Promise<void> {
  const begun = performance.now();
  const judged: Judged[] = [];
  let spared = 0;
  const all = await tables(root);
  const asked = all.filter(({ room }) => values.room === '' || room === values.room);
  if (asked.length === 0) {
    process.exitCode = refuse(
      USAGE,
      `There is no table of ${values.room}; there are those of ${all.map(({ room }) => room).join(', ')}.`,
    );
    return;
  }
  for (const table of asked) {
    spared += Object.keys(table.spared).filter((name) => isAsked(name)).length;
    const sites = sitesOf(table, root);
    const mutants = mutantsOf(table, sites).filter(({ name }) => isAsked(name));
    if (values.list) for (const { name, killedBy } of mutants) console.log(`${table.room}: ${name} → ${killedBy}`);
    else if (values.find) await find(table);
    else judged.push(...(await judge(table, mutants)));
  }
  if (values.list || values.find) return;
  const survived = judged.filter(({ killed }) => !killed);
  const seconds = Math.round((performance.now() - begun) / 1000);
  const sum = { mutants: judged.length, killed: judged.length - survived.length, spared, seconds };
  if (values.json) console.log(JSON.stringify({ ...sum, survived, judged }, null, 2));
  for (const { room, name, killedBy } of survived) say(`survives: ${room}: ${name}, though ${killedBy}`);
  say(`${sum.killed} of ${sum.mutants} killed, ${spared} spared with their reasons, ${seconds} s`);
  process.exitCode = survived.length === 0 && judged.length > 0 ? 0 : 1;
}

function isAsked(name: string): boolean {
  return values.only.some((part) => name.includes(part));
}

function isSolidity(table: MutantTable): boolean {
  return table.sources.some((glob) => glob.endsWith('.sol'));
}

async function builtFor(table: MutantTable): Promise<Build> {
  say('the contracts with a switch in each check: compiled once, which takes some minutes');
  const sites = sitesOf(table, root);
  return buildSolidity(
    root,
    sites,
    mutantsOf(table, sites).filter(({ planted }) => planted !== undefined),
  );
}

async function judge(table: MutantTable, mutants: readonly Mutant[]): Promise<readonly Judged[]> {
  if (mutants.length === 0) return [];
  const build = isSolidity(table) ? await builtFor(table) : undefined;
  await standsAlone(table, build, mutants);
  const judged: Judged[] = [];
  const waiting = [...mutants];
  const worker = async (): Promise<void> => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const { file, words } = partsOf(mutant.killedBy);
      const start = performance.now();
      const noticed = build
        ? await noticedInSolidity(build, mutant, [file], words)
        : await noticedInTypescript(root, mutant, table.room, [file], words);
      const killed = isKilled(mutant, noticed);
      const seconds = (performance.now() - start) / 1000;
      judged.push({ name: mutant.name, room: table.room, killedBy: mutant.killedBy, killed, seconds });
      say(`${killed ? '✓' : '✗'} ${table.room}: ${mutant.name} (${seconds.toFixed(1)} s)`);
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return judged;
}

/** The tests pass while nothing is taken out; else they would prove nothing. */
async function standsAlone(table: MutantTable, build: Build | undefined, mutants: readonly Mutant[]): Promise<void> {
  const files = [...new Set(mutants.map(({ killedBy }) => partsOf(killedBy).file))];
  const failed =
    build === undefined
      ? (await noticedInTypescript(root, undefined, table.room, files)).failed
      : await failing(build, undefined, files);
  if (failed.length > 0) throw new Error(`these fail with every check in place: ${failed.join(', ')}`);
}

/** The room's test files by their names. */
function testsOf(room: string): readonly string[] {
  const wanted = values.tests.split(',');
  const files = globSync(`packages/${room}/test/**/*.{test.ts,t.sol}`, { cwd: root }).map((file) => basename(file));
  return files.filter((file) => wanted.some((part) => file.includes(part)));
}

async function find(table: MutantTable): Promise<void> {
  const sites = sitesOf(table, root);
  const build = isSolidity(table) ? await builtFor(table) : undefined;
  for (const site of sites) {
    if (!isAsked(site.name) || site.name in table.killed || site.name in table.spared) continue;
    const mutant: Mutant = {
      name: site.name,
      room: table.room,
      file: site.file,
      site,
      planted: undefined,
      killedBy: ': ',
    };
    const noticed =
      build === undefined
        ? await noticedInTypescript(root, mutant, table.room, testsOf(table.room))
        : await noticedInSolidity(build, mutant, values.tests === '' ? [] : testsOf(table.room));
    console.log(JSON.stringify({ name: site.name, ...noticed }));
  }
}
