// Every record that is signed, stored or sent, by its table.
import { accepted, REFUSED, sampleOf, type Decoder } from '@enigma/fuzz';
import {
  CONTRACT,
  decodeRecord,
  encodeRecord,
  PERMIT,
  RESULT,
  SCHEDULE,
  SIGNED_RECORDS,
  structHash,
  type Struct,
} from '../src/index.ts';

const TABLES = [
  ...SIGNED_RECORDS,
  CONTRACT,
  RESULT,
  SCHEDULE,
  PERMIT,
] as readonly unknown[] as readonly Struct<unknown>[];

export const decoders: readonly Decoder[] = TABLES.map((table): Decoder => ({
  name: `protocol/record-${table.name}`,
  form: 'bytes',
  covers: ['packages/protocol/src/codec.ts#decodeRecord', 'packages/protocol/src/codec.ts#decodeField'],
  // One decoder reads them all.
  every: 8,
  samples: (chance) =>
    Array.from({ length: 12 }, () => sampleOf(table, chance, (record) => encodeRecord(table, record))),
  decode(bytes) {
    const read = decodeRecord(table, bytes);
    if (!read.ok) return REFUSED;
    // What was taken can be hashed: nothing in it is out of its range.
    if (bytes.length % 16 === 0) structHash(table, read.value);
    return accepted(encodeRecord(table, read.value));
  },
}));
