// Writes the TypeScript bindings of the compiled contracts: an ABI each, typed by its literal, and the creation code.
// `--check` compares instead of writing, and fails if a file differs, is missing or is left over.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CONTRACTS = [
  'EnigmaToken',
  'DevRandomness',
  'Bank',
  'Stake',
  'Committees',
  'Registry',
  'Tasks',
  'Remedies',
  'Evidence',
];
const CODE_BYTES_MAX = 24_576;

interface AbiItem {
  readonly type: string;
  readonly name?: string;
}
interface Artifact {
  readonly abi: readonly AbiItem[];
  readonly bytecode: string;
  readonly deployedBytecode: string;
}

/** Callees of people's own, which no deployment needs. */
const SAMPLES = ['AuctionRecord'];
/** What the tests need, beside what a deployment does. */
const TESTING = ['Mirror'];

const room = fileURLToPath(new URL('..', import.meta.url));
const folders = { src: join(room, 'src', 'generated'), test: join(room, 'test', 'generated') };
const check = process.argv.includes('--check');

const built = spawnSync('hardhat', ['build', '--no-tests', '--quiet'], {
  cwd: room,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
if (built.status !== 0) {
  console.error(built.stdout + built.stderr);
  process.exit(1);
}

/** Path → text. */
const files = new Map<string, string>();
const errors = new Map<string, AbiItem>();
for (const name of CONTRACTS) {
  const artifact = readArtifact(`${name}.sol`, name);
  const bytes = (artifact.deployedBytecode.length - 2) / 2;
  if (bytes >= CODE_BYTES_MAX) throw new Error(`${name} has ${bytes} bytes, ${CODE_BYTES_MAX} are too many`);
  for (const item of artifact.abi) if (item.type === 'error') errors.set(JSON.stringify(item), item);
  files.set(join(folders.src, `${lower(name)}.ts`), module(name, artifact));
}
for (const name of SAMPLES) {
  files.set(join(folders.src, `${lower(name)}.ts`), module(name, readArtifact(join('samples', `${name}.sol`), name)));
}
for (const name of TESTING) {
  files.set(join(folders.test, `${lower(name)}.ts`), module(name, readArtifact(join('testing', `${name}.sol`), name)));
}
// Errors come up through siblings, so a refusal is decoded against those of all contracts.
const sorted = [...errors.values()].sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
files.set(
  join(folders.src, 'errors.ts'),
  `${head('the errors of all contracts')}export const errorsAbi = ${literal(sorted)} as const;\n`,
);

if (check) {
  const present = Object.values(folders).flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
  const wrong = [
    ...present.filter((path) => !files.has(path)).map((path) => `${path} is left over`),
    ...[...files]
      .filter(([path, text]) => !present.includes(path) || readFileSync(path, 'utf8') !== text)
      .map(([path]) => `${path} differs`),
  ];
  if (wrong.length > 0) {
    console.error(`${wrong.join('\n')}\nrun: pnpm run generate (in packages/contracts)`);
    process.exit(1);
  }
} else {
  for (const folder of Object.values(folders)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  for (const [path, text] of files) writeFileSync(path, text);
}

function readArtifact(source: string, name: string): Artifact {
  const path = join(room, 'artifacts', 'contracts', source, `${name}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Artifact;
}

function module(name: string, artifact: Artifact): string {
  const abi = artifact.abi;
  return `${head(`${name}.sol`)}export const ${lower(name)}Abi = ${literal(abi)} as const;

export const ${lower(name)}Bytecode: \`0x\${string}\` =
  '${artifact.bytecode}';
`;
}

function literal(value: unknown): string {
  return JSON.stringify(value, undefined, 1);
}

function head(source: string): string {
  return `// Generated from ${source} by scripts/generate.ts. Do not edit.\n`;
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
