// Checks every import against `layering-table.ts`: edges between rooms, packages of others, doors, `node:` modules, and
// ambient clock or randomness in pure rooms. A pure function over file texts, so that its test can plant each violation.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { ambientUses } from './ambient.ts';
import { AMBIENT, LEAVES, ROOMS, TEST_OUTSIDE, type Room } from './layering-table.ts';

const REASONS = 'DEPENDENCIES.md';

export type SourceText = { readonly path: string; readonly text: string };
export type Manifest = {
  readonly exports: readonly string[];
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
};
export type Violation = { readonly path: string; readonly found: string; readonly rule: string };

/** Violations of the table in `files`; `manifests` by room name; `reasons` is the text that gives each dependency its reason. */
export function layeringViolations(
  files: readonly SourceText[],
  manifests: Readonly<Record<string, Manifest>>,
  reasons: string,
): readonly Violation[] {
  const used = new Map<string, Set<string>>();
  const found = files.flatMap((file) => {
    const [name, room] = roomOf(file.path) ?? [];
    if (name === undefined || room === undefined) return [];
    const inside = file.path.slice(room.folder.length + 1);
    const imports = ts.preProcessFile(file.text, true, true).importedFiles.map((one) => one.fileName);
    if (isSource(inside)) for (const one of imports) usedBy(used, name).add(packageOf(one));
    const edges = imports.flatMap((specifier) => {
      const rule = brokenRule(name, room, inside, specifier, manifests);
      return rule === undefined ? [] : [{ path: file.path, found: specifier, rule }];
    });
    const ambient =
      room.pure && isSource(inside) && !inHost(room, inside)
        ? ambientUses(file.text, AMBIENT).map((use) => ({ path: file.path, found: use, rule: 'pure room' }))
        : [];
    return [...edges, ...ambient];
  });
  return [...found, ...idleDependencies(manifests, used), ...undocumented(manifests, reasons)];
}

/** The rule that this import breaks, or undefined. */
function brokenRule(
  name: string,
  room: Room,
  inside: string,
  specifier: string,
  manifests: Readonly<Record<string, Manifest>>,
): string | undefined {
  const source = isSource(inside);
  if (specifier.startsWith('.'))
    return leavesRoom(inside, specifier) ? 'a relative import stays in its room' : undefined;
  if (specifier.startsWith('node:')) {
    if (!source || inHost(room, inside) || room.outside.includes(specifier)) return undefined;
    return room.host === undefined ? 'no node: module in this room' : `node: modules only in ${room.host}`;
  }
  const target = packageOf(specifier);
  const manifest = manifests[name];
  if (target.startsWith('@enigma/')) {
    const sibling = target.slice('@enigma/'.length);
    if (LEAVES.includes(sibling)) return `nobody imports ${sibling}`;
    if (!doorsOf(manifests[sibling]).includes(`.${specifier.slice(target.length)}`)) return 'import past a door';
    if (sibling === name || room.ours.includes(sibling)) return undefined;
    return !source && manifest?.devDependencies.includes(target) ? undefined : `${name} may not import ${sibling}`;
  }
  if (room.outside.includes(target)) return undefined;
  if (!source && (TEST_OUTSIDE.includes(target) || manifest?.devDependencies.includes(target))) return undefined;
  return `package not listed for ${name}`;
}

/** Declared dependencies that no source of the room imports, and declared ones that the table does not allow. */
function idleDependencies(
  manifests: Readonly<Record<string, Manifest>>,
  used: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Violation[] {
  return Object.entries(manifests).flatMap(([name, manifest]) => {
    const room = ROOMS[name];
    if (room === undefined) return [{ path: name, found: name, rule: 'room not in the table' }];
    return manifest.dependencies
      .filter((dependency) => !used.get(name)?.has(dependency) && !room.unimported?.includes(dependency))
      .map((found) => ({ path: `${room.folder}/package.json`, found, rule: 'declared and never imported' }));
  });
}

/** Packages of others that no reason is written for. */
function undocumented(manifests: Readonly<Record<string, Manifest>>, reasons: string): readonly Violation[] {
  return Object.values(manifests)
    .flatMap(({ dependencies, devDependencies }) => [...dependencies, ...devDependencies])
    .filter((name) => !name.startsWith('@enigma/') && !reasons.includes(`\`${name}\``))
    .map((found) => ({ path: REASONS, found, rule: 'dependency without a reason' }));
}

function roomOf(path: string): readonly [string, Room] | undefined {
  return Object.entries(ROOMS).find(([, room]) => path.startsWith(`${room.folder}/`));
}

/** Sources ship; tests, benches and scripts do not. */
function isSource(inside: string): boolean {
  return !/(^|\/)(test|bench|soak|fuzz|scripts)\/|\.test\.ts$|\.config\.ts$/.test(inside);
}

function inHost(room: Room, inside: string): boolean {
  return room.host !== undefined && (room.host === '' || inside === room.host || inside.startsWith(`${room.host}/`));
}

function leavesRoom(inside: string, specifier: string): boolean {
  const depth = inside.split('/').length - 1;
  return specifier.split('/').filter((part) => part === '..').length > depth;
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function doorsOf(manifest: Manifest | undefined): readonly string[] {
  return manifest?.exports ?? [];
}

function usedBy(used: Map<string, Set<string>>, name: string): Set<string> {
  const known = used.get(name) ?? new Set<string>();
  used.set(name, known);
  return known;
}

/** Reads all rooms under `root`. */
export function readRooms(root: string): { files: SourceText[]; manifests: Record<string, Manifest> } {
  const manifests: Record<string, Manifest> = {};
  for (const path of globSync(
    ['{packages,apps}/*/package.json', 'samples/package.json', 'simulator/package.json', 'fuzz/package.json'],
    {
      cwd: root,
    },
  )) {
    const json = JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, Record<string, unknown>>;
    const names = (key: string): string[] => Object.keys(json[key] ?? {});
    const folder = dirname(path).replaceAll('\\', '/');
    const name = Object.keys(ROOMS).find((room) => ROOMS[room]?.folder === folder) ?? folder;
    manifests[name] = {
      exports: names('exports'),
      dependencies: names('dependencies'),
      devDependencies: names('devDependencies'),
    };
  }
  const files = Object.values(ROOMS).flatMap(({ folder }) => {
    return globSync(`${folder}/**/*.{ts,tsx}`, {
      cwd: root,
      exclude: (path) => /(^|\/)(node_modules|dist|artifacts)$/.test(path),
    })
      .filter((path) => !path.endsWith('.d.ts') && !/^samples\/[^/]+\/contract\.ts$/.test(path))
      .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(root, path), 'utf8') }));
  });
  return { files, manifests };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { root: { type: 'string', default: '.' } } });
  const { files, manifests } = readRooms(values.root);
  const reasons = existsSync(join(values.root, REASONS)) ? readFileSync(join(values.root, REASONS), 'utf8') : '';
  const violations = layeringViolations(files, manifests, reasons);
  for (const { path, found, rule } of violations) console.error(`${path}: ${found}: ${rule}`);
  console.log(`${files.length} files, ${violations.length} violations`);
  // A check that reads nothing must not pass.
  process.exitCode = violations.length > 0 || files.length === 0 ? 1 : 0;
}
