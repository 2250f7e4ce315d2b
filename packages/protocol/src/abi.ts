// abi.encode of static values: one 32-byte word each, as Solidity's keccak256(abi.encode(…)) sees them.
import { concat, fromHex, type Hex, keccak256, toHex, uintBE, utf8 } from '@enigma/crypto';
import type { NumberType, ScalarType } from './struct.ts';

/** The bytes of hex that is ours or already checked; anything else is the caller's mistake. */
export function hexBytes(hex: Hex): Uint8Array {
  const bytes = fromHex(hex);
  if (bytes === undefined) throw new TypeError('not hex');
  return bytes;
}

export function keccakHex(...parts: readonly Uint8Array[]): Hex {
  return toHex(keccak256(concat(...parts)));
}

/** A domain of hashes: keccak of its name. */
export function domainTag(name: string): Hex {
  return toHex(keccak256(utf8(name)));
}

export const ZERO_HASH: Hex = `0x${'00'.repeat(32)}`;
export const ZERO_ADDRESS: Hex = `0x${'00'.repeat(20)}`;

export function isNumberType(type: ScalarType): type is NumberType {
  return type === 'uint8' || type === 'uint16' || type === 'uint32' || type === 'uint40' || type === 'uint48';
}

/** Bytes that a scalar takes when packed. */
export function widthOf(type: ScalarType): number {
  if (type === 'address') return 20;
  return type.startsWith('bytes') ? Number(type.slice(5)) : Number(type.slice(4)) / 8;
}

/** A scalar in its own width: integers big endian. A value that does not fit is the caller's mistake. */
export function packScalar(type: ScalarType, value: number | bigint | string): Uint8Array {
  const width = widthOf(type);
  if (type === 'address' || type === 'bytes4' || type === 'bytes32') {
    const bytes = hexBytes(value as Hex);
    if (bytes.length !== width) throw new RangeError(`${type} needs ${width} bytes`);
    return bytes;
  }
  return uintBE(value as number | bigint, width);
}

/** A scalar as an ABI word: integers and addresses right-aligned, fixed bytes left-aligned. */
export function word(type: ScalarType, value: number | bigint | string): Uint8Array {
  const packed = packScalar(type, value);
  const bytes = new Uint8Array(32);
  bytes.set(packed, type === 'bytes4' || type === 'bytes32' ? 0 : 32 - packed.length);
  return bytes;
}

/** keccak256(abi.encode(…)) over static values. */
export function keccakWords(...values: readonly (readonly [ScalarType, number | bigint | string])[]): Hex {
  return keccakHex(...values.map(([type, value]) => word(type, value)));
}
