// Canonical bytes of records on links and disk: fields in declared order, integers and fixed bytes in their own width,
// big endian; a list has a u16 count, `bytes` and text a u32 length. One record has one encoding, and one encoding one
// record: decoding is total, and refuses what encoding would not have written.
import { concat, fromHex, type Hex, readBE, toHex, u16be, u32be, utf8 } from '@enigma/crypto';
import { hexBytes, isNumberType, packScalar, widthOf } from './abi.ts';
import { accept, type Outcome, type Refusal, refuse } from './refusal.ts';
import type { AnyStruct, AnyType, ScalarType, Struct } from './struct.ts';

export function encodeRecord<T>(struct: Struct<T>, record: T): Uint8Array {
  return encodeStruct(struct as unknown as AnyStruct, record);
}

/** Takes a peer's bytes. */
export function decodeRecord<T>(struct: Struct<T>, bytes: Uint8Array): Outcome<T> {
  const cursor: Cursor = { bytes, at: 0 };
  const value = decodeStruct(struct as unknown as AnyStruct, cursor);
  if (isRefused(value)) return value;
  if (cursor.at !== bytes.length)
    return refuse('TrailingBytes', { record: struct.name, extra: bytes.length - cursor.at });
  return accept(value as T);
}

/** Bytes of a record without lists, `bytes` or text. */
export function recordBytes<T>(struct: Struct<T>): number {
  let sum = 0;
  for (const [, type] of (struct as unknown as AnyStruct).fields) {
    if (typeof type === 'string') sum += widthOf(type);
    else if ('fields' in type) sum += recordBytes(type as unknown as Struct<unknown>);
    else throw new TypeError('a record with a list has no one size');
  }
  return sum;
}

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

function encodeStruct(table: AnyStruct, record: unknown): Uint8Array {
  const values = record as Readonly<Record<string, unknown>>;
  return concat(...table.fields.map(([name, type]) => encodeField(type, values[name])));
}

function encodeField(type: AnyType, value: unknown): Uint8Array {
  if (typeof type === 'string') return packScalar(type, value as number | bigint | string);
  if ('array' in type) {
    const items = value as readonly unknown[];
    if (items.length > type.max) throw new RangeError(`more than ${type.max} of ${type.array.name}`);
    return concat(u16be(items.length), ...items.map((item) => encodeStruct(type.array as unknown as AnyStruct, item)));
  }
  if ('bytesMax' in type) return sized(hexBytes(value as Hex), type.bytesMax);
  if ('textBytesMax' in type) return sized(utf8(value as string), type.textBytesMax);
  return encodeStruct(type, value);
}

function sized(bytes: Uint8Array, max: number): Uint8Array {
  if (bytes.length > max) throw new RangeError(`more than ${max} bytes`);
  return concat(u32be(bytes.length), bytes);
}

function decodeStruct(table: AnyStruct, cursor: Cursor): Record<string, unknown> | Refusal {
  const record: Record<string, unknown> = {};
  for (const [name, type] of table.fields) {
    const value = decodeField(type, cursor, `${table.name}.${name}`);
    if (isRefused(value)) return value;
    record[name] = value;
  }
  return record;
}

function decodeField(type: AnyType, cursor: Cursor, field: string): unknown {
  if (typeof type === 'string') return decodeScalar(type, cursor, field);
  if ('array' in type) return decodeList(type.array as unknown as AnyStruct, type.max, cursor, field);
  if ('bytesMax' in type) {
    const bytes = takeSized(cursor, type.bytesMax, field);
    return isRefused(bytes) ? bytes : toHex(bytes);
  }
  if ('textBytesMax' in type) {
    const bytes = takeSized(cursor, type.textBytesMax, field);
    if (isRefused(bytes)) return bytes;
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return refuse('Malformed', { field });
    }
  }
  return decodeStruct(type, cursor);
}

function decodeScalar(type: ScalarType, cursor: Cursor, field: string): number | bigint | Hex | Refusal {
  const bytes = take(cursor, widthOf(type), field);
  if (isRefused(bytes)) return bytes;
  if (type === 'address' || type === 'bytes4' || type === 'bytes32') return toHex(bytes);
  const value = readBE(bytes);
  return isNumberType(type) ? Number(value) : value;
}

function decodeList(table: AnyStruct, max: number, cursor: Cursor, field: string): unknown {
  const count = take(cursor, 2, field);
  if (isRefused(count)) return count;
  const length = Number(readBE(count));
  if (length > max) return refuse('TooLong', { field, length, max });
  const items: unknown[] = [];
  for (let i = 0; i < length; i++) {
    const item = decodeStruct(table, cursor);
    if (isRefused(item)) return item;
    items.push(item);
  }
  return items;
}

function takeSized(cursor: Cursor, max: number, field: string): Uint8Array | Refusal {
  const size = take(cursor, 4, field);
  if (isRefused(size)) return size;
  const length = Number(readBE(size));
  return length > max ? refuse('TooLong', { field, length, max }) : take(cursor, length, field);
}

function take(cursor: Cursor, length: number, field: string): Uint8Array | Refusal {
  const end = cursor.at + length;
  if (end > cursor.bytes.length) return refuse('Truncated', { field, missing: end - cursor.bytes.length });
  const bytes = cursor.bytes.subarray(cursor.at, end);
  cursor.at = end;
  return bytes;
}

function isRefused(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { ok?: unknown }).ok === false;
}

/** Hex of a peer as bytes of an exact length. */
export function bytesOfHex(hex: string, length: number): Outcome<Uint8Array> {
  const bytes = fromHex(hex);
  if (bytes === undefined) return refuse('Malformed');
  return bytes.length === length ? accept(bytes) : refuse('WrongLength', { have: bytes.length, need: length });
}
