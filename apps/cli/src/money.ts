// Amounts of the token, as people read them.

const DECIMALS = 18;

export const TOKEN: bigint = 10n ** BigInt(DECIMALS);

/** Exact, without trailing zeros. */
export function tokens(amount: bigint): string {
  const sign = amount < 0n ? '-' : '';
  const digits = (amount < 0n ? -amount : amount).toString().padStart(DECIMALS + 1, '0');
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -DECIMALS)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** With separators of thousands. */
export function grouped(value: bigint | number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ' ');
}

export function bytesText(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
