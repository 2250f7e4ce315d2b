// The text whose hash selects a function, and the four bytes themselves.
import { keccak256, toHex, utf8 } from '@enigma/crypto';
import type { Parameter } from './module.ts';
import { typeName, type Types } from './types.ts';

/** `name(type,…)` with the types as `typeName` spells them; a constructor's name is `constructor`. */
export function signatureOf(types: Types, name: string, params: readonly Pick<Parameter, 'type'>[]): string {
  return `${name}(${params.map((param) => typeName(types, param.type)).join(',')})`;
}

/** First four bytes of keccak(utf8 signature): `tally()` gives the `fn` of a task that tallies. */
export function selectorOf(signature: string): `0x${string}` {
  return toHex(keccak256(utf8(signature)).subarray(0, 4));
}
