// What others wrote and we run: `npm run check -- supply`. The lock is whole, no install script runs, licences are ours to use, each dependency has its reason, and no known weakness is in
// what ships, where the registry can be asked for that.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { run } from './run.ts';
import { parseLock } from './supply/lock.ts';
import {
  type Installed,
  type Manifest,
  auditOf,
  licenceFaults,
  lockFaults,
  reasonFaults,
  scriptFaults,
  shipped,
  toolsFaults,
} from './supply/rules.ts';

const AUDIT_MS_MAX = 30_000;

export function manifestsHere(): ReadonlyMap<string, Manifest> {
  const files = [
    'package.json',
    ...globSync(['{packages,apps}/*/package.json', '{samples,scripts,simulator,fuzz}/package.json']),
  ];
  return new Map(files.map((file) => [dirname(file), JSON.parse(readFileSync(file, 'utf8')) as Manifest]));
}

function installedHere(): ReadonlyMap<string, Installed> {
  const files = globSync('node_modules/.pnpm/*/node_modules/{*,@*/*}/package.json');
  return new Map(
    files.map((file) => {
      const {
        name = '',
        version = '',
        license = '',
        scripts = {},
      } = JSON.parse(readFileSync(file, 'utf8')) as {
        readonly name?: string;
        readonly version?: string;
        readonly license?: string | { readonly type?: string };
        readonly scripts?: Readonly<Record<string, string>>;
      };
      const runsOnInstall =
        ['preinstall', 'install', 'postinstall'].some((one) => one in scripts) ||
        existsSync(`${dirname(file)}/binding.gyp`);
      return [
        `${name}@${version}`,
        { license: typeof license === 'string' ? license : (license.type ?? ''), runsOnInstall },
      ];
    }),
  );
}

async function main(): Promise<void> {
  const text = (file: string): string => readFileSync(file, 'utf8');
  const lock = parseLock(text('pnpm-lock.yaml'));
  const [manifests, installed] = [manifestsHere(), installedHere()];
  const { output } = await run('pnpm', ['audit', '--prod', '--json'], { msMax: AUDIT_MS_MAX });
  const audit = auditOf(output);
  const found = {
    lock: [...lockFaults(lock, manifests), ...toolsFaults(JSON.parse(text('tools/package-lock.json')) as object)],
    scripts: scriptFaults(installed, text('pnpm-workspace.yaml'), text('tools/run.mjs')),
    licences: licenceFaults(lock, installed),
    reasons: reasonFaults(manifests, text('DEPENDENCIES.md')),
    audit: audit.kind === 'asked' ? audit.faults : [],
  };
  console.log(`${lock.packages.size} packages locked, ${installed.size} installed here, ${shipped(lock).size} ship`);
  if (audit.kind === 'unasked') console.log(`known weaknesses were not looked up: ${audit.why}`);
  const faults = Object.entries(found).flatMap(([rule, each]) => each.map((one) => `${rule}: ${one}`));
  for (const fault of faults) console.log(fault);
  console.log(`${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

if (import.meta.main) await main();
