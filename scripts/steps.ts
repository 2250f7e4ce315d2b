// The checks of the workspace, as a table: `scripts/check.ts` runs them in this order.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brokenLinks } from './links.ts';
import { runnableBlocks } from './readme-code.ts';
import { run, type Ran } from './run.ts';

/** What a step found; `skipped` says why there was nothing to do. */
export type Outcome = {
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
  readonly skipped?: string;
  /** What failed in a step whose output was shown as it came, to be said again at the end of all steps. */
  readonly failures?: string;
};
export type StepContext = {
  /** Shows output of long steps as it comes. */
  readonly show: (text: string) => void;
  /** Only test files whose path contains one of these; all where empty. */
  readonly testFilter: readonly string[];
};
export type Step = {
  readonly name: string;
  readonly about: string;
  /** The step with which it begins, where both are run; its own turn is then the time to hear of it. */
  readonly beside?: string;
  readonly run: (context: StepContext) => Promise<Outcome>;
};

const TEST_FILES = [
  'packages/*/test/**/*.test.ts',
  'apps/*/test/**/*.test.ts',
  'samples/*/*.test.ts',
  // Written by `enigma new`.
  'contracts/*/*.test.ts',
  'simulator/test/**/*.test.ts',
  'fuzz/test/**/*.test.ts',
  'scripts/test/**/*.test.ts',
];
const TEST_MS_MAX = 240_000;
const SIMULATED_SEEDS = 300;

export const STEPS: readonly Step[] = [
  { name: 'types', about: 'tsc of every room, then of all tests', run: types },
  { name: 'lint', about: 'oxlint with type information', run: () => command('oxlint', ['--deny-warnings', '.']) },
  { name: 'format', about: 'oxfmt', run: () => command('oxfmt', ['--check', '.']) },
  { name: 'layering', about: 'the import table', run: () => command(process.execPath, ['scripts/layering.ts']) },
  { name: 'supply', about: 'lock, install scripts, licences and reasons of what others wrote', run: supply },
  { name: 'generated', about: 'generated files rebuilt and compared', run: generated },
  { name: 'node-tests', about: 'node --test', run: nodeTests },
  // Its compiler keeps one core busy for minutes, while many tests wait for blocks.
  { name: 'solidity', about: 'hardhat test solidity, gas snapshot', beside: 'node-tests', run: solidity },
  { name: 'samples', about: 'each sample compiles', run: samples },
  { name: 'links', about: 'relative links of every page', run: links },
  { name: 'readme-code', about: 'runnable blocks of every README', run: readmeCode },
  { name: 'guide', about: 'the commands of docs/guide/first-contract.md, run on a network', run: guide },
  // The guide's commands wait for blocks most of the time.
  { name: 'simulate', about: `${SIMULATED_SEEDS} seeds of the whole network`, beside: 'guide', run: simulate },
];

/** The steps of `npm test`. */
export const TEST_STEPS: readonly string[] = ['node-tests', 'solidity'];

async function command(program: string, args: readonly string[], cwd?: string): Promise<Outcome> {
  return one(await run(program, args, cwd === undefined ? {} : { cwd }));
}

function one({ status, output }: Ran): Outcome {
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, output };
}

function sum(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((total, { passed }) => total + passed, 0),
    failed: outcomes.reduce((total, { failed }) => total + failed, 0),
    output: outcomes.map(({ failed, output }) => (failed > 0 ? output : '')).join(''),
  };
}

function skipped(reason: string): Outcome {
  return { passed: 0, failed: 0, output: '', skipped: reason };
}

async function types(): Promise<Outcome> {
  // --force: tsc 7 does not notice a changed `lib`, so old errors would stay and new ones hide.
  return sum([await command('tsc', ['-b', '--force']), await command('tsc', ['-p', 'tsconfig.tests.json'])]);
}

async function nodeTests({ show, testFilter }: StepContext): Promise<Outcome> {
  const files = globSync(TEST_FILES)
    .filter((file) => !file.includes('node_modules'))
    .filter((file) => testFilter.length === 0 || testFilter.some((part) => file.includes(part)))
    .sort();
  const flags = [
    '--test',
    // More than cores: the longest wait for blocks.
    '--test-concurrency=3',
    `--test-timeout=${TEST_MS_MAX}`,
    '--import=./scripts/leaks.ts',
    '--test-reporter=./scripts/reporter.ts',
  ];
  // Each file is a process of its own, and many start others: all find what one of them has compiled.
  const env = { ...process.env, NODE_COMPILE_CACHE: resolve('node_modules/.cache/compiled') };
  const { status, output } = await run(process.execPath, [...flags, ...files], { env, onOutput: show });
  const [, passed = '0', failed = '0'] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
  // No matching file, or a runner that died without its last line, must not look green.
  const silent = Number(passed) === 0 || (status !== 0 && Number(failed) === 0);
  const [, failures = ''] = /\nfailed:\n([^]*)\n\d+ passed, \d+ failed\s*$/.exec(output) ?? [];
  return { passed: Number(passed), failed: Number(failed) + (silent ? 1 : 0), output: '', failures };
}

async function solidity({ show, testFilter }: StepContext): Promise<Outcome> {
  const cwd = 'packages/contracts';
  if (testFilter.length > 0) return skipped('a filter of test files was given');
  if (globSync(`${cwd}/contracts/**/*.sol`).length === 0) return skipped('no contract yet');
  const [program, ...args] = hasScript(cwd, 'test:solidity')
    ? ['pnpm', 'run', 'test:solidity']
    : ['pnpm', 'exec', 'hardhat', 'test', 'solidity'];
  const { status, output } = await run(program ?? 'pnpm', args, { cwd, onOutput: show });
  const passed = count(output, /(\d+) passing/g);
  const failed = count(output, /(\d+) failing/g);
  const silent = passed === 0 || (status !== 0 && failed === 0);
  return { passed, failed: failed + (silent ? 1 : 0), output: '' };
}

/** Shown as it says it: where the registry keeps no list of known weaknesses, a green step must not look as if it had been asked. */
async function supply({ show }: StepContext): Promise<Outcome> {
  const { status } = await run(process.execPath, ['scripts/supply.ts'], { onOutput: show });
  return one({ status, output: '' });
}

function count(output: string, pattern: RegExp): number {
  return [...output.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);
}

async function generated(): Promise<Outcome> {
  const rooms = globSync('{packages,apps}/*').filter((room) => hasScript(room, 'check:generated'));
  if (rooms.length === 0) return skipped('no room has a check:generated script');
  const outcomes: Outcome[] = [];
  for (const room of rooms) outcomes.push(await command('pnpm', ['run', 'check:generated'], room));
  return sum(outcomes);
}

function hasScript(folder: string, script: string): boolean {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return false;
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { scripts?: Record<string, string> };
  return manifest.scripts?.[script] !== undefined;
}

async function samples(): Promise<Outcome> {
  const contracts = globSync('samples/*/contract.ts').sort();
  if (contracts.length === 0) return skipped('no sample yet');
  const outcomes: Outcome[] = [];
  for (const contract of contracts) {
    outcomes.push(await command(process.execPath, ['apps/cli/src/main.ts', 'compile', contract, '--json']));
  }
  return sum(outcomes);
}

/** Pages by path. */
function pages(): readonly (readonly [page: string, text: string])[] {
  return globSync(['*.md', 'docs/**/*.md', '{packages,apps}/*/*.md', 'samples/**/*.md', '{simulator,fuzz}/*.md'])
    .filter((page) => !page.includes('node_modules'))
    .sort()
    .map((page) => [page, readFileSync(page, 'utf8')]);
}

function links(): Promise<Outcome> {
  const broken = pages().flatMap(([page, text]) => brokenLinks(page, text).map((target) => `${page}: ${target}\n`));
  const failed = broken.length > 0;
  return Promise.resolve({ passed: failed ? 0 : 1, failed: failed ? 1 : 0, output: broken.join('') });
}

async function readmeCode(): Promise<Outcome> {
  const blocks = pages().flatMap(([page, text]) => runnableBlocks(page, text));
  if (blocks.length === 0) return skipped('no block marked runnable yet');
  const outcomes: Outcome[] = [];
  for (const { page, line, folder, code } of blocks) {
    const ran = await run(process.execPath, ['--input-type=module-typescript', '-'], { cwd: folder, input: code });
    outcomes.push(one({ ...ran, output: `${page}:${line}\n${ran.output}` }));
  }
  return sum(outcomes);
}

function guide(): Promise<Outcome> {
  return command(process.execPath, ['--test', 'apps/cli/test/guide.walk.ts']);
}

async function simulate(): Promise<Outcome> {
  const main = 'simulator/src/main.ts';
  if (!existsSync(main)) return skipped('no simulator yet');
  return command(process.execPath, [main, '--seeds', String(SIMULATED_SEEDS)]);
}
