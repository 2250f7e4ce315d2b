// The text whose hash selects a function, and the four bytes themselves.
import { keccak256, toHex, utf8 } from '@enigma/crypto';
import type { FunctionKind, Parameter } from './module.ts';
import { typeName, type Types } from './types.ts';

/** `name(type,…)` with the types as `typeName` spells them; a constructor's name is `constructor`. */
export function signatureOf(types: Types, name: string, params: readonly Pick<Parameter, 'type'>[]): string {
  return `${name}(${params.map((param) => typeName(types, param.type)).join(',')})`;
}

/**
 * First four bytes of keccak(utf8 signature): `tally()` gives the `fn` of a task that tallies. The first byte of a read is ff, and of nothing else (7f stands for it there): the chain, which
 * knows no bytecode, tells by it which tasks wait for no other.
 */
export function selectorOf(signature: string, kind: FunctionKind): `0x${string}` {
  const bytes = keccak256(utf8(signature)).slice(0, 4);
  if (kind === 'read') bytes[0] = 0xff;
  else if (bytes[0] === 0xff) bytes[0] = 0x7f;
  return toHex(bytes);
}
