// The tables under test, and the few names of the room that every test takes.
import { toHex } from '@enigma/crypto';
import {
  API_ANSWER,
  type AnyStruct,
  CONTRACT,
  RESULT,
  SCHEDULE,
  SIGNED_RECORDS,
  VECTOR_CONTENT,
} from '../../src/index.ts';

export { type AnyStruct, type AnyType, type Hex, isNumberType, widthOf } from '../../src/index.ts';

export const ALL_RECORDS: readonly AnyStruct[] = [
  ...SIGNED_RECORDS,
  ...([CONTRACT, SCHEDULE, RESULT, API_ANSWER, VECTOR_CONTENT] as unknown as AnyStruct[]),
];

export function toHexOf(bytes: Uint8Array): `0x${string}` {
  return toHex(bytes);
}
