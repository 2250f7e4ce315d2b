// A node's disk over its starts. It promises what the real store does (packages/node/src/host/sqlite.ts) and not more: each call is one synced transaction of one file, whole or absent after a death at any
// moment; a mark is one in each of the two files, the protecting one first; a start refuses rows that are not as they were written, a file that is gone beside one in use, and one that is behind what the
// other saw of it; a blob's bytes are compared where they are read. It does not promise that damage is found before it is read, nor to know a folder that was put back whole: that is for peers to say. A disk
// that lies about a sync is no disk that SQLite can live on, and none here.
import { StoreError, type MemoryStore, type SignedRow } from '@enigma/node';

interface File {
  /** Transactions of this file, and those of the other when this one was last written. */
  writes: number;
  other: number;
  readonly marks: Map<string, number>;
}
interface Files {
  readonly protection: File & { readonly signed: Map<string, SignedRow> };
  readonly state: File & { readonly blobs: Map<string, Uint8Array> };
}
export type FileName = keyof Files;

/** Runs the transactions of one call; a fault may end it before, between or after them. */
export type Perform = (transactions: readonly (() => void)[]) => void;

export interface Disk extends MemoryStore {
  snapshot(): Disk;
  perform: Perform;
  /** What the start of a process finds out. Throws StoreError. */
  expectSound(): void;
  /** Puts a file back as it was in another disk, or takes it away. */
  replace(file: FileName, from: Disk | undefined): void;
  /** One bit of the `pick`-th of what there is. Undefined where there is nothing. */
  flip(what: 'signed' | 'mark' | 'blob', pick: number): string | undefined;
  readonly files: Files;
}

const runAll: Perform = (transactions) => transactions.forEach((run) => run());

export function createDisk(from?: Disk): Disk {
  let files = copyOf(from?.files);
  /** Rows that are not as they were written; blobs by name. */
  let rowsSpoilt = false;
  const spoilt = new Set<string>();
  const gone = new Set<FileName>();

  const write = (file: FileName, change: () => void) => (): void => {
    change();
    files[file].writes++;
    files[file].other = files[file === 'state' ? 'protection' : 'state'].writes;
  };
  const raise = (file: FileName, name: string, value: number): (() => void) =>
    write(file, () => files[file].marks.set(name, Math.max(value, files[file].marks.get(name) ?? 0)));
  const markOf = (file: FileName, name: string): number => files[file].marks.get(name) ?? 0;

  const disk: Disk = {
    get files() {
      return files;
    },
    perform: runAll,
    signed: (slot) => files.protection.signed.get(slot),
    putSigned(slot, digest, signature) {
      if (files.protection.signed.has(slot)) throw new StoreError('STORE_DAMAGED', `slot ${slot} was signed before`);
      const row = { digest, signature: signature.slice() };
      disk.perform([write('protection', () => files.protection.signed.set(slot, row))]);
    },
    mark: (name) => Math.max(markOf('protection', name), markOf('state', name)),
    raiseMark: (name, value) => disk.perform([raise('protection', name, value), raise('state', name, value)]),
    get(name) {
      if (spoilt.has(name)) throw new StoreError('STORE_DAMAGED', `${name} does not match its checksum`);
      return files.state.blobs.get(name)?.slice();
    },
    put(name, bytes) {
      const kept = bytes.slice();
      const put = (): void => {
        files.state.blobs.set(name, kept);
        spoilt.delete(name);
      };
      disk.perform([write('state', put)]);
    },
    delete: (name) => disk.perform([write('state', () => void files.state.blobs.delete(name))]),
    names: (prefix) => [...files.state.blobs.keys()].filter((name) => name.startsWith(prefix)).sort(),
    snapshot() {
      const copy = createDisk(disk);
      for (const name of spoilt) copy.flip('blob', [...files.state.blobs.keys()].sort().indexOf(name));
      if (rowsSpoilt) copy.flip('mark', 0);
      for (const file of gone) copy.replace(file, undefined);
      return copy;
    },
    expectSound() {
      const { protection, state } = files;
      if (rowsSpoilt) throw new StoreError('STORE_DAMAGED', 'rows are not those that were written');
      if (gone.size === 1 && protection.marks.size + state.marks.size > 0)
        throw new StoreError('STORE_DAMAGED', `without ${[...gone].join()} the other half signs nothing`);
      const behind = [...state.marks].some(([name, value]) => markOf('protection', name) < value);
      if (behind || protection.writes < state.other || state.writes < protection.other)
        throw new StoreError('STORE_DAMAGED', 'one file is older than the other');
      gone.clear();
    },
    replace(file, source) {
      const empty = copyOf(undefined);
      files = { ...files, [file]: source === undefined ? empty[file] : copyOf(source.files)[file] };
      if (source === undefined) gone.add(file);
    },
    flip(what, pick) {
      const { protection, state } = files;
      const names = [
        ...(what === 'signed' ? protection.signed : what === 'mark' ? protection.marks : state.blobs).keys(),
      ].sort();
      const name = names[pick % Math.max(1, names.length)];
      if (name === undefined) return undefined;
      if (what === 'blob') spoilt.add(name);
      else rowsSpoilt = true;
      return name;
    },
  };
  return disk;
}

function copyOf(files: Files | undefined): Files {
  const { protection, state } = files ?? {};
  return {
    protection: {
      writes: protection?.writes ?? 0,
      other: protection?.other ?? 0,
      marks: new Map(protection?.marks),
      signed: new Map(protection?.signed),
    },
    state: {
      writes: state?.writes ?? 0,
      other: state?.other ?? 0,
      marks: new Map(state?.marks),
      blobs: new Map(state?.blobs),
    },
  };
}
