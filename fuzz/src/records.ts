// Valid records from their tables: any record of the protocol's declared form, with the places of its fields.
import type { Chance } from './chance.ts';
import type { Sample, Seam } from './decoder.ts';

/** A record's definition, as the protocol has it: fields in the order of their bytes. */
export interface Table {
  readonly name: string;
  readonly fields: readonly (readonly [name: string, type: FieldType])[];
}
type FieldType =
  | string
  | { readonly array: Table; readonly max: number }
  | { readonly bytesMax: number }
  | { readonly textBytesMax: number }
  | Table;

const LIST_MAX = 5;
const BYTES_MAX = 96;
const TEXTS = ['', 'enigma', 'ä', '𝄞 and more', '\u0000', '\ufeff', 'x'.repeat(40)];
/** Bytes of a field whose size is its own. */
const COUNT_BYTES = 2;
const LENGTH_BYTES = 4;

/** A record of the table, and where its fields stand in its bytes. */
export function recordOf(
  table: unknown,
  chance: Chance,
): { readonly record: unknown; readonly seams: readonly Seam[] } {
  const seams: Seam[] = [];
  let at = 0;
  const put = (size: number, counts: boolean): void => {
    seams.push({ at, size, counts });
    at += size;
  };
  const field = (type: FieldType): unknown => {
    if (typeof type === 'string') return scalar(type, chance, put);
    if ('array' in type) {
      put(COUNT_BYTES, true);
      const count = chance.below(Math.min(type.max, LIST_MAX) + 1);
      return Array.from({ length: count }, () => struct(type.array));
    }
    if ('bytesMax' in type) {
      put(LENGTH_BYTES, true);
      const size = chance.below(Math.min(type.bytesMax, BYTES_MAX) + 1);
      put(size, false);
      return hex(chance.bytes(size));
    }
    if ('textBytesMax' in type) {
      put(LENGTH_BYTES, true);
      const text = chance.pick(TEXTS);
      put(new TextEncoder().encode(text).length, false);
      return text;
    }
    return struct(type);
  };
  const struct = (one: Table): unknown =>
    Object.fromEntries(one.fields.map(([name, type]) => [name, field(type)] as const));
  return { record: struct(table as Table), seams };
}

/** Samples of a table, by its real encoder. */
export function sampleOf(table: unknown, chance: Chance, encode: (record: never) => Uint8Array): Sample {
  const { record, seams } = recordOf(table, chance);
  return { bytes: encode(record as never), seams };
}

function scalar(type: string, chance: Chance, put: (size: number, counts: boolean) => void): unknown {
  const size = type === 'address' ? 20 : Number(type.replace(/\D/g, '')) / (type.startsWith('uint') ? 8 : 1);
  put(size, false);
  if (!type.startsWith('uint')) return hex(chance.once(5) ? new Uint8Array(size) : chance.bytes(size));
  const value = chance.uint(8 * size);
  return size <= 6 ? Number(value) : value;
}

function hex(bytes: Uint8Array): string {
  let text = '0x';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}
