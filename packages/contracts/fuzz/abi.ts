// Values of ABI types by chance.
import type { Chance } from '@enigma/fuzz';
import { bytesToHex, type AbiParameter, type Hex } from 'viem';

/** A value that viem encodes as this parameter. */
export function valueOf(parameter: AbiParameter, chance: Chance): unknown {
  const { type } = parameter;
  if (type.endsWith('[]'))
    return Array.from({ length: chance.below(4) }, () => valueOf({ ...parameter, type: type.slice(0, -2) }, chance));
  if (type === 'tuple') {
    const { components = [] } = parameter as { readonly components?: readonly AbiParameter[] };
    return Object.fromEntries(components.map((one) => [one.name, valueOf(one, chance)]));
  }
  if (type === 'bool') return chance.once(2);
  if (type === 'string') return chance.pick(['', 'http://127.0.0.1:1', 'ä', 'x'.repeat(60)]);
  if (type === 'address') return hexOf(chance, 20);
  if (type === 'bytes') return hexOf(chance, chance.below(90));
  if (type.startsWith('bytes')) return hexOf(chance, Number(type.slice(5)));
  const bits = Number(type.replace(/\D/g, ''));
  const value = chance.uint(bits);
  return bits <= 48 ? Number(value) : value;
}

function hexOf(chance: Chance, length: number): Hex {
  return bytesToHex(chance.bytes(length));
}
