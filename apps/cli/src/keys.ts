// Keys of whoever types the command: a file with 32 bytes in hex, or the development account of the role on a development chain.
import { readFileSync } from 'node:fs';
import { type SigningKey, signingKeyOf } from '@enigma/client';
import type { Hex } from '@enigma/protocol';
import { hexToBytes } from 'viem';
import { CliError } from './errors.ts';
import { type Role, roleKey } from './network/accounts.ts';
import type { NetworkFile } from './network/file.ts';

const DEVELOPMENT_CHAINS = [31337, 1337];

/** The private key in a file. Its text is in no message. */
export function readKey(path: string): Hex {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    const why = error instanceof Error ? (error as NodeJS.ErrnoException).code : 'unreadable';
    throw new CliError(
      'KEY_INVALID',
      `The key file ${path} cannot be read (${why}).`,
      'Give --key the path of a file, not the key itself.',
    );
  }
  const hex = text.startsWith('0x') ? text : `0x${text}`;
  if (!/^0x[0-9a-fA-F]{64}$/.test(hex)) throw invalid(path);
  try {
    signingKeyOf(hexToBytes(hex as Hex));
  } catch {
    throw invalid(path);
  }
  return hex.toLowerCase() as Hex;
}

export function accountKey(path: string | undefined, role: Role, network: NetworkFile): Hex {
  if (path !== undefined) return readKey(path);
  if (DEVELOPMENT_CHAINS.includes(network.book.chainId)) return roleKey(role);
  throw new CliError(
    'KEY_INVALID',
    `Chain ${network.book.chainId} is no development chain, so there is no account for you.`,
    'Give the file of your own key with --key FILE.',
  );
}

export function signingKeyIn(path: string): SigningKey {
  return signingKeyOf(hexToBytes(readKey(path)));
}

function invalid(path: string): CliError {
  return new CliError(
    'KEY_INVALID',
    `${path} does not hold a private key: 32 bytes as 64 hexadecimal digits.`,
    'Check that it is the right file; make a key with "openssl rand -hex 32".',
  );
}
