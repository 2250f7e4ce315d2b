// Values of options and arguments, read exactly: what does not fit is refused with what would.
import { InvalidArgumentError } from 'commander';
import { addressCharactersMax } from './limits.ts';

export function integer(name: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`${name} is a whole number from ${least} to ${most}.`);
    return value;
  };
}

export function amount(name: string): (text: string) => bigint {
  return (text) => {
    if (!/^\d{1,39}$/.test(text))
      throw new InvalidArgumentError(`${name} is a whole number of the token's smallest unit.`);
    return BigInt(text);
  };
}

export function hex(name: string, bytes: number): (text: string) => `0x${string}` {
  return (text) => {
    if (!new RegExp(`^0x[0-9a-fA-F]{${2 * bytes}}$`).test(text))
      throw new InvalidArgumentError(`${name} is 0x and ${2 * bytes} hexadecimal digits.`);
    return text.toLowerCase() as `0x${string}`;
  };
}

/** Addresses of nodes, of an option that takes several; without the slash at their end. */
export function addresses(name: string): (text: string, before: readonly string[] | undefined) => readonly string[] {
  return (text, before = []) => {
    const read = text.length <= addressCharactersMax && URL.canParse(text) ? new URL(text) : undefined;
    if (read === undefined || !/^https?:$/.test(read.protocol) || read.search !== '' || read.hash !== '')
      throw new InvalidArgumentError(`${name} takes addresses of nodes, as http://127.0.0.1:8080.`);
    return [...before, text.replace(/\/+$/, '')];
  };
}
