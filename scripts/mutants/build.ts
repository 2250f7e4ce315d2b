// The contracts and their tests with a switch in every check, compiled once and kept beside the system's temporary files under the hash of all that went in.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../run.ts';
import type { Site } from './sites.ts';
import { OFF_SOURCE, switched } from './solidity.ts';
import type { Mutant } from './table.ts';

const ROOM = 'packages/contracts';
const COMPILE_MS_MAX = 3_600_000;
/** Long runs of random calls: no check waits for them to be found out. */
const LEFT_OUT = /Invariants\.t\.sol$/;

export interface Build {
  readonly folder: string;
  readonly hardhat: string;
  /** Which coinbase takes out which check, from 1. */
  readonly numbers: ReadonlyMap<string, number>;
}

export async function buildSolidity(root: URL, sites: readonly Site[], planted: readonly Mutant[]): Promise<Build> {
  const room = fileURLToPath(new URL(`${ROOM}/`, root));
  const numbers = new Map([...sites, ...planted].map(({ name }, k) => [name, k + 1]));
  const sources = sourcesOf(room, sites, planted, numbers);
  const hash = createHash('sha256');
  for (const [path, text] of sources) hash.update(`${path}\n${text.length}\n${text}`);
  const folder = join(tmpdir(), 'enigma-mutants', hash.digest('hex').slice(0, 16));
  const hardhat = join(room, 'node_modules/hardhat/dist/src/cli.js');
  if (existsSync(folder)) return { folder, hardhat, numbers };
  const making = `${folder}.${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  for (const [path, text] of sources) {
    mkdirSync(join(making, path, '..'), { recursive: true });
    writeFileSync(join(making, path), text);
  }
  cpSync(join(room, 'package.json'), join(making, 'package.json'));
  symlinkSync(join(room, 'node_modules'), join(making, 'node_modules'));
  const { status, output } = await run(process.execPath, [hardhat, 'build'], { cwd: making, msMax: COMPILE_MS_MAX });
  if (status !== 0) throw new Error(`the contracts with their switches do not compile, in ${making}:\n${output}`);
  renameSync(making, folder);
  return { folder, hardhat, numbers };
}

function sourcesOf(
  room: string,
  sites: readonly Site[],
  planted: readonly Mutant[],
  numbers: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> {
  const sources = new Map<string, string>([['contracts/Off.sol', OFF_SOURCE]]);
  for (const path of globSync(['contracts/**/*.sol', 'test/solidity/*.sol'], { cwd: room }).toSorted()) {
    if (LEFT_OUT.test(path)) continue;
    const text = readFileSync(join(room, path), 'utf8');
    const here = sites.filter(({ file }) => file === `${ROOM}/${path}`);
    const byHand = planted.filter(({ file }) => file === `${ROOM}/${path}`);
    const off = relative(join(path, '..'), 'contracts/Off.sol');
    const at = off.startsWith('.') ? off : `./${off}`;
    sources.set(path, here.length + byHand.length === 0 ? text : switched(text, here, byHand, numbers, at));
  }
  const config = readFileSync(join(room, 'hardhat.config.ts'), 'utf8');
  sources.set(
    'hardhat.config.ts',
    config.replace(/^( *)fuzz: \{/m, "$1coinbase: process.env['ENIGMA_MUTANT'] ?? `0x${'00'.repeat(20)}`,\n$1fuzz: {"),
  );
  return sources;
}

/** The tests that fail in a build where one check is out, or none: `File.t.sol: test_name`. */
export async function failing(
  build: Build,
  mutant: string | undefined,
  files: readonly string[],
  words = '',
): Promise<readonly string[]> {
  const number = mutant === undefined ? 0 : (build.numbers.get(mutant) as number);
  const env = {
    ...process.env,
    HARDHAT_DISABLE_TELEMETRY: 'true',
    ENIGMA_MUTANT: `0x${number.toString(16).padStart(40, '0')}`,
  };
  const paths = files.map((file) => `test/solidity/${file}`);
  const { output } = await run(
    process.execPath,
    [build.hardhat, 'test', 'solidity', '--no-compile', ...(words === '' ? [] : ['--grep', words]), ...paths],
    {
      cwd: build.folder,
      env,
      msMax: 120_000,
    },
  );
  if (!/\d+ passing/.test(output)) throw new Error(`no test ran:\n${output}`);
  return [...output.matchAll(/^ +\d+\) (\w+)#(\w+)/gm)].map(
    ([, suite = '', name = '']) => `${suite.replace(/Test$/, '')}.t.sol: ${name}`,
  );
}
