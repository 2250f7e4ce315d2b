// viem takes the 32 bytes of a word for what they say, whatever its type: a `uint16` of 2^40, which no contract writes, and an endpoint may.
import type { AbiParameter } from 'viem';

/** Whether each unsigned integer among decoded values, as deep as they go, is one of its type. */
export function inRange(parameters: readonly AbiParameter[], values: unknown): boolean {
  return parameters.every((parameter, i) => fits(parameter, partOf(values, parameter.name, i)));
}

function fits(parameter: AbiParameter, value: unknown): boolean {
  const { type } = parameter;
  if (type.endsWith(']')) {
    const element = { ...parameter, type: type.slice(0, type.lastIndexOf('[')) };
    return Array.isArray(value) && value.every((one: unknown) => fits(element, one));
  }
  if (type === 'tuple') return 'components' in parameter && inRange(parameter.components, value);
  const bits = /^uint(\d+)$/.exec(type)?.[1];
  if (bits === undefined) return true;
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 && value < 2 ** Number(bits);
  return typeof value === 'bigint' && value >= 0n && value >> BigInt(bits) === 0n;
}

/** viem gives a tuple whose parts have names as an object. */
function partOf(values: unknown, name: string | undefined, index: number): unknown {
  if (Array.isArray(values)) return values[index];
  return (values as Readonly<Record<string, unknown>> | undefined)?.[name ?? ''];
}
