// What must hold of everything that others wrote and we run. Each rule takes data and says what breaks it; scripts/test/supply.test.ts plants a fault for each.
import { type Lock, bareId, closureOf, idOf } from './lock.ts';

/** A package.json, as far as it matters here. */
export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** What lies in node_modules under one `name@version`. */
export interface Installed {
  readonly license: string;
  /** preinstall, install or postinstall, or a native build that npm would start by itself. */
  readonly runsOnInstall: boolean;
}

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** Licences under which something may be a part of what ships. */
export const LICENCES: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
]);

/** The lock is what the manifests ask for, exactly, and names every package by the hash of its bytes. */
export function lockFaults(lock: Lock, manifests: ReadonlyMap<string, Manifest>): readonly string[] {
  const faults: string[] = [];
  for (const [room, manifest] of manifests) {
    const importer = lock.importers.get(room);
    if (importer === undefined) faults.push(`${room}: not in the lock`);
    for (const kind of KINDS) {
      const asked = new Map(Object.entries(manifest[kind] ?? {}));
      const locked = importer?.[kind] ?? new Map();
      for (const [name, specifier] of asked) {
        if (locked.get(name)?.specifier !== specifier)
          faults.push(`${room}: ${name} ${specifier} is not what the lock has`);
        if (!specifier.startsWith('workspace:') && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(specifier))
          faults.push(`${room}: ${name} ${specifier} is no exact version`);
      }
      for (const name of locked.keys()) if (!asked.has(name)) faults.push(`${room}: ${name} is in the lock alone`);
    }
  }
  for (const room of lock.importers.keys()) if (!manifests.has(room)) faults.push(`${room}: in the lock alone`);
  for (const [id, { integrity }] of lock.packages)
    if (integrity === undefined) faults.push(`${id}: without the hash of its bytes`);
  for (const [id, needs] of lock.needs)
    for (const need of [id, ...needs])
      if (!isOurs(need) && !lock.packages.has(bareId(need))) faults.push(`${id}: ${need} is not resolved`);
  return faults;
}

function isOurs(id: string): boolean {
  return id.includes('@link:');
}

/** npm's own lock of what is fetched first. */
export function toolsFaults(lock: {
  readonly packages?: Readonly<
    Record<string, { readonly version?: string; readonly integrity?: string; readonly hasInstallScript?: boolean }>
  >;
}): readonly string[] {
  return Object.entries(lock.packages ?? {}).flatMap(([path, { integrity, hasInstallScript }]) => {
    if (path === '') return [];
    const faults: string[] = [];
    if (integrity?.startsWith('sha512-') !== true) faults.push(`tools: ${path} without the hash of its bytes`);
    if (hasInstallScript === true) faults.push(`tools: ${path} has an install script`);
    return faults;
  });
}

/** No script of a dependency runs: each that has one is answered with no, nobody is answered with yes, and installing is frozen. */
export function scriptFaults(
  installed: ReadonlyMap<string, Installed>,
  settings: string,
  runner: string,
): readonly string[] {
  const answers = new Map(
    [...(/^allowBuilds:\n((?: {2}.*\n)*)/m.exec(settings)?.[1] ?? '').matchAll(/^ {2}'?([^':]+)'?: (\w+)$/gm)].map(
      ([, name = '', answer = '']) => [name, answer],
    ),
  );
  const faults = [...answers].flatMap(([name, answer]) =>
    answer === 'false' ? [] : [`${name}: its install script may run`],
  );
  for (const [id, { runsOnInstall }] of installed)
    if (runsOnInstall && !answers.has(nameOf(id))) faults.push(`${id}: an install script that nobody answered`);
  for (const word of ['dangerouslyAllowAllBuilds', 'onlyBuiltDependencies', 'ignoreScripts: false'])
    if (settings.includes(word)) faults.push(`pnpm-workspace.yaml says ${word}`);
  for (const word of ['--frozen-lockfile', '--ignore-scripts'])
    if (!runner.includes(`'${word}'`)) faults.push(`tools/run.mjs installs without ${word}`);
  return faults;
}

/** Everything that a node, a client, the command or the page brings along. */
export function shipped(lock: Lock): ReadonlySet<string> {
  const from = [...lock.importers]
    .filter(([room]) => /^(packages|apps)\//.test(room))
    .flatMap(([, { dependencies, optionalDependencies }]) => [...dependencies, ...optionalDependencies])
    .filter(([, { version }]) => !version.startsWith('link:'))
    .map(([name, { version }]) => idOf(name, version));
  return new Set([...closureOf(lock, from)].map(bareId));
}

/** Each licence of what ships is one of ours to use; a choice of several needs one. */
export function licenceFaults(
  lock: Lock,
  installed: ReadonlyMap<string, Installed>,
  allowed: ReadonlySet<string> = LICENCES,
): readonly string[] {
  return [...shipped(lock)].flatMap((id) => {
    const here = installed.get(id);
    if (here === undefined)
      return lock.packages.get(id)?.platform === true ? [] : [`${id}: not installed, so its licence is not known`];
    const choices = here.license.replace(/^\((.*)\)$/, '$1').split(' OR ');
    return choices.some((choice) => allowed.has(choice)) ? [] : [`${id}: licence ${here.license || 'not told'}`];
  });
}

/** Each dependency that a room asks for has a line in DEPENDENCIES.md that says why. */
export function reasonFaults(manifests: ReadonlyMap<string, Manifest>, reasons: string): readonly string[] {
  const rows = reasons.split('\n').filter((line) => /^(\||- )/.test(line));
  const names = new Set(
    [...manifests.values()]
      .flatMap((manifest) => KINDS.flatMap((kind) => Object.entries(manifest[kind] ?? {})))
      .flatMap(([name, specifier]) => (specifier.startsWith('workspace:') ? [] : [name])),
  );
  return [...names]
    .filter((name) => !rows.some((row) => row.includes(`\`${name}\``) && wordsOf(row) >= 2))
    .map((name) => `${name}: DEPENDENCIES.md does not say why`);
}

function wordsOf(row: string): number {
  return (row.split('|').at(-2) ?? row).trim().split(/\s+/).length;
}

function nameOf(id: string): string {
  return id.slice(0, id.lastIndexOf('@'));
}

export type Audit =
  | { readonly kind: 'asked'; readonly faults: readonly string[] }
  | { readonly kind: 'unasked'; readonly why: string };

/** What `pnpm audit --json` answered. A registry that has no such list is no fault of ours, and is said. */
export function auditOf(answer: string): Audit {
  let said: {
    readonly error?: { readonly code?: string; readonly message?: string };
    readonly advisories?: Readonly<
      Record<string, { readonly module_name?: string; readonly severity?: string; readonly title?: string }>
    >;
  };
  try {
    said = JSON.parse(answer) as typeof said;
  } catch {
    return { kind: 'unasked', why: answer.trim().split('\n')[0] ?? 'no answer' };
  }
  if (said.error !== undefined || said.advisories === undefined)
    return { kind: 'unasked', why: (said.error?.message ?? said.error?.code ?? 'no list in the answer').trim() };
  const faults = Object.values(said.advisories).map(
    (one) => `${one.module_name ?? '?'}: ${one.severity ?? '?'}, ${one.title ?? 'no title'}`,
  );
  return { kind: 'asked', faults };
}
