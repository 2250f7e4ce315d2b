// pnpm-lock.yaml as data: what each room asked for, what was resolved with which hash, and who needs whom. Only the few shapes that pnpm writes are read; a line of another shape is an
// error, so that nothing is passed over.

export interface Asked {
  readonly specifier: string;
  readonly version: string;
}

export interface Importer {
  readonly dependencies: ReadonlyMap<string, Asked>;
  readonly devDependencies: ReadonlyMap<string, Asked>;
  readonly optionalDependencies: ReadonlyMap<string, Asked>;
}

export interface Resolved {
  /** Undefined where the lock names a package without the hash of its bytes. */
  readonly integrity: string | undefined;
  /** Built for some systems alone, so that it may be absent from this machine. */
  readonly platform: boolean;
}

export interface Lock {
  readonly importers: ReadonlyMap<string, Importer>;
  /** By `name@version`. */
  readonly packages: ReadonlyMap<string, Resolved>;
  /** What each package needs, by `name@version(peers)`: keys of the same map. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
}

type Tree = Map<string, Tree | string>;

export function parseLock(text: string): Lock {
  const tree = treeOf(text);
  const section = (name: string): Tree => treeAt(tree, name) ?? new Map<string, Tree | string>();
  const importers = new Map(
    [...section('importers')].map(([room, parts]) => [
      room,
      {
        dependencies: askedIn(parts, 'dependencies'),
        devDependencies: askedIn(parts, 'devDependencies'),
        optionalDependencies: askedIn(parts, 'optionalDependencies'),
      },
    ]),
  );
  const packages = new Map(
    [...section('packages')].map(([id, parts]) => {
      const resolution = treeAt(parts, 'resolution') ?? (parts as Tree).get('resolution');
      const integrity =
        typeof resolution === 'string' ? /integrity: (sha512-[\w+/=]+)/.exec(resolution)?.[1] : undefined;
      return [id, { integrity, platform: (parts as Tree).has('os') || (parts as Tree).has('cpu') }];
    }),
  );
  const needs = new Map(
    [...section('snapshots')].map(([id, parts]) => [
      id,
      ['dependencies', 'optionalDependencies'].flatMap((kind) =>
        [...(treeAt(parts, kind) ?? [])].map(([name, version]) => idOf(name, version as string)),
      ),
    ]),
  );
  return { importers, packages, needs };
}

/** `name@version`, or the version alone where it is an alias for another package. */
export function idOf(name: string, version: string): string {
  return /^(@[^/]+\/)?[^/@(\d][^/@(]*@\d/.test(version) ? version : `${name}@${version}`;
}

/** Without the peers that it was resolved with. */
export function bareId(id: string): string {
  return id.replace(/\(.*$/, '');
}

/** All that `from` need, themselves included. */
export function closureOf(lock: Lock, from: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(lock.needs.get(id) ?? []));
  }
  return seen;
}

function askedIn(parts: Tree | string, kind: string): ReadonlyMap<string, Asked> {
  return new Map(
    [...(treeAt(parts, kind) ?? [])].map(([name, asked]) => [
      name,
      {
        specifier: ((asked as Tree).get('specifier') ?? '') as string,
        version: ((asked as Tree).get('version') ?? '') as string,
      },
    ]),
  );
}

function treeAt(tree: Tree | string, key: string): Tree | undefined {
  const found = typeof tree === 'string' ? undefined : tree.get(key);
  return typeof found === 'string' ? undefined : found;
}

function treeOf(text: string): Tree {
  const root: Tree = new Map();
  const open: { readonly indent: number; readonly tree: Tree }[] = [{ indent: -1, tree: root }];
  for (const [index, line] of text.split('\n').entries()) {
    // A list (transitivePeerDependencies) says nothing that is not elsewhere.
    if (line.trim() === '' || line.startsWith('---') || /^ *- /.test(line)) continue;
    const [, blanks = '', key = '', value] = /^( *)((?:'[^']*'|[^:'])[^:]*?|'[^']*'): ?(.*)$/.exec(line) ?? [];
    if (value === undefined) throw new TypeError(`line ${index + 1} of the lock has another shape: ${line}`);
    while ((open.at(-1) as { indent: number }).indent >= blanks.length) open.pop();
    const { tree } = open.at(-1) as { tree: Tree };
    const name = unquoted(key);
    if (value === '') {
      const inner: Tree = new Map();
      tree.set(name, inner);
      open.push({ indent: blanks.length, tree: inner });
    } else tree.set(name, value === '{}' ? new Map() : unquoted(value));
  }
  return root;
}

function unquoted(text: string): string {
  return text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1) : text;
}
