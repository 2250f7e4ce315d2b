// Hex that was checked where it came in.
import { fromHex, type Hex } from '@enigma/crypto';

export function bytesOf(hex: Hex): Uint8Array {
  const bytes = fromHex(hex);
  if (bytes === undefined) throw new TypeError('the chain adapter gave something that is not hex');
  return bytes;
}
