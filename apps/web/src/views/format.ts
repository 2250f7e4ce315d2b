// Numbers, amounts and hashes as people read them. Pure.
import type { Locale } from '../messages.ts';

const DECIMALS = 18;
/** Digits after the point that a page shows; the whole amount stands in the title. */
const SHOWN = 6;

/** The whole amount of tokens, without trailing zeros. */
export function tokensExact(amount: bigint): string {
  const digits = amount.toString().padStart(DECIMALS + 1, '0');
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
  return `${digits.slice(0, -DECIMALS)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** An amount for the eye: at most six digits after the point, and never 0 for what is more. */
export function tokens(amount: bigint, locale: Locale): string {
  const [whole = '0', fraction = ''] = tokensExact(amount).split('.');
  const shown = fraction.slice(0, SHOWN).replace(/0+$/, '');
  if (amount > 0n && whole === '0' && shown === '') return `< 0.${'0'.repeat(SHOWN - 1)}1`;
  return `${number(BigInt(whole), locale)}${shown === '' ? '' : `.${shown}`}`;
}

export function number(value: bigint | number, locale: Locale): string {
  return new Intl.NumberFormat(locale).format(value);
}

export function time(secondsSince1970: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(secondsSince1970 * 1000);
}

/** Both ends of a hash. */
export function shortHash(hash: string): string {
  return hash.length <= 14 ? hash : `${hash.slice(0, 8)}…${hash.slice(-4)}`;
}

/** What a task gave, as text: big integers in full, lists with commas. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((one: unknown) => valueText(one)).join(', ');
  return Object.entries(value)
    .map(([name, one]) => `${name}: ${valueText(one)}`)
    .join(', ');
}

/** The rows of a list of numbers, for a small chart; undefined for anything else. */
export function numbersOf(value: unknown): readonly number[] | undefined {
  const whole = Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'number' && one >= 0);
  return whole ? (value as readonly number[]) : undefined;
}
