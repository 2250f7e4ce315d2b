// What the node keeps on disk, as a port. Each call is durable when it returns; none of them is asynchronous, so nothing can leave between a write and its sync.

/** A signature once given in a slot. */
export interface SignedRow {
  readonly digest: `0x${string}`;
  readonly signature: Uint8Array;
}

export interface Store {
  signed(slot: string): SignedRow | undefined;
  /** Fails if the slot is taken. */
  putSigned(slot: string, digest: `0x${string}`, signature: Uint8Array): void;
  /** Highest value ever raised under this name; 0 if none. Kept in two places, so that losing one file does not lower it. */
  mark(name: string): number;
  raiseMark(name: string, value: number): void;
  /** Bytes under a name, or undefined. Throws StoreError STORE_DAMAGED when they do not match their checksum: damaged state is refused, never guessed. */
  get(name: string): Uint8Array | undefined;
  put(name: string, bytes: Uint8Array): void;
  delete(name: string): void;
  /** Names that start with `prefix`, sorted. */
  names(prefix: string): readonly string[];
}

export type StoreErrorCode = 'STORE_LOCKED' | 'STORE_DAMAGED' | 'STORE_NEWER' | 'STORE_FULL' | 'STORE_FAILED';

export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string) {
    super(message);
    this.name = 'StoreError';
    this.code = code;
  }
}

/** A store in memory, for the simulator and tests. `snapshot` is what a disk would hold after a crash: every call so far. */
export interface MemoryStore extends Store {
  snapshot(): MemoryStore;
}

export function createMemoryStore(from?: {
  signed: Map<string, SignedRow>;
  marks: Map<string, number>;
  blobs: Map<string, Uint8Array>;
}): MemoryStore {
  const signed = new Map(from?.signed);
  const marks = new Map(from?.marks);
  const blobs = new Map(from?.blobs);
  return {
    signed: (slot) => signed.get(slot),
    putSigned(slot, digest, signature) {
      if (signed.has(slot)) throw new StoreError('STORE_DAMAGED', `slot ${slot} was signed before`);
      signed.set(slot, { digest, signature: signature.slice() });
    },
    mark: (name) => marks.get(name) ?? 0,
    raiseMark(name, value) {
      marks.set(name, Math.max(value, marks.get(name) ?? 0));
    },
    get: (name) => blobs.get(name)?.slice(),
    put(name, bytes) {
      blobs.set(name, bytes.slice());
    },
    delete(name) {
      blobs.delete(name);
    },
    names: (prefix) => [...blobs.keys()].filter((name) => name.startsWith(prefix)).sort(),
    snapshot: () => createMemoryStore({ signed, marks, blobs }),
  };
}
