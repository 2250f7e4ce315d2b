// Random records from their tables, for property tests: every field in its whole range.
import fc from 'fast-check';
import { type AnyStruct, type AnyType, type Hex, isNumberType, toHexOf, widthOf } from './tables.ts';

export function arbitraryOf(type: AnyType): fc.Arbitrary<unknown> {
  if (typeof type === 'string') {
    const width = widthOf(type);
    if (type === 'address' || type === 'bytes4' || type === 'bytes32') return hexOf(width, width);
    const max = 2n ** BigInt(8 * width) - 1n;
    return isNumberType(type)
      ? fc.nat({ max: Number(max > 2n ** 31n - 1n ? 2n ** 31n - 1n : max) })
      : fc.bigInt({ min: 0n, max });
  }
  if ('array' in type)
    return fc.array(recordOf(type.array as unknown as AnyStruct), { maxLength: Math.min(type.max, 4) });
  if ('bytesMax' in type) return hexOf(0, Math.min(type.bytesMax, 40));
  if ('textBytesMax' in type) return fc.string({ maxLength: 10 });
  return recordOf(type);
}

export function recordOf(table: AnyStruct): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(table.fields.map(([name, type]) => [name, arbitraryOf(type)]));
  return fc.record(fields, { noNullPrototype: true });
}

export function hexOf(min: number, max: number): fc.Arbitrary<Hex> {
  return fc.uint8Array({ minLength: min, maxLength: max }).map(toHexOf);
}
