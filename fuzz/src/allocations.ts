// Bytes that buffers are made of, counted where they are made: the collector gives them back whenever it likes, so what lies beside the heap says little about one input.

let counted = 0;

/** Bytes of all buffers and typed arrays so far that were made by a length or from values. */
export function bytesMade(): number {
  return counted;
}

type Maker = new (...given: readonly unknown[]) => object;

const NAMES = [
  'Uint8Array',
  'Uint8ClampedArray',
  'Int8Array',
  'Uint16Array',
  'Int16Array',
  'Uint32Array',
  'Int32Array',
  'Float32Array',
  'Float64Array',
  'BigUint64Array',
  'BigInt64Array',
] as const;

/** For the rest of this thread: before any code that is to be counted is loaded, for it may keep a constructor. */
export function countBuffers(): void {
  const globals = globalThis as unknown as Record<string, Maker & { readonly BYTES_PER_ELEMENT?: number }>;
  for (const name of [...NAMES, 'ArrayBuffer', 'SharedArrayBuffer']) {
    const made = globals[name] as Maker & { readonly BYTES_PER_ELEMENT?: number };
    const size = made.BYTES_PER_ELEMENT ?? 1;
    const counting: Maker = new Proxy(made, {
      construct(target, given, newTarget) {
        counted += size * lengthOf(given[0]);
        return Reflect.construct(target, given, newTarget === counting ? target : newTarget) as object;
      },
    });
    globals[name] = counting;
  }
  for (const name of ['alloc', 'allocUnsafe', 'allocUnsafeSlow'] as const) {
    const made = Buffer[name].bind(Buffer);
    Buffer[name] = (length: number, ...more: never[]) => {
      counted += length;
      return made(length, ...more);
    };
  }
}

function lengthOf(given: unknown): number {
  if (typeof given === 'number') return Number.isFinite(given) && given > 0 ? given : 0;
  if (typeof given !== 'object' || given === null) return 0;
  // A view of memory that is there.
  if ('byteLength' in given && !('length' in given)) return 0;
  return 'length' in given && typeof given.length === 'number' ? given.length : 0;
}
