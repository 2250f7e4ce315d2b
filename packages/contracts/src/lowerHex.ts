// viem spells addresses with mixed case as a checksum; records here are lower case, so that equal means equal text.

export function lowerHex<T>(value: T): T {
  if (typeof value === 'string') return (value.startsWith('0x') ? value.toLowerCase() : value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => lowerHex(item)) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]: [string, unknown]) => [key, lowerHex(item)]),
    ) as T;
  }
  return value;
}
