// Whose folder it is: by its configuration and its keys, none of which is made here.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  keySets,
  openKeyring,
  readSettings,
  type Given,
  type NodeKeyring,
  type ProtectionOf,
  type Settings,
} from '@enigma/node/host';
import { random } from '../connection.ts';
import { CliError, withNextStep } from '../errors.ts';

export const KEY_FILES: Readonly<Record<string, string>> = {
  'signer.key': 'signs records and answers; registered on chain',
  'sealing.key': 'opens what is sealed to the node; registered on chain',
  'tls.json': 'identity on links; registered on chain',
  'operator.key': 'pays gas, holds no stake',
  'node.key': 'root of the salts of state roots; never leaves the machine',
};

export function settingsOf(folder: string, given?: Given): Settings {
  try {
    return readSettings(folder, given);
  } catch (error) {
    throw withNextStep(error);
  }
}

/** Key files that are not there: to read keys must not make any. */
export function missingKeys(folder: string): readonly string[] {
  return Object.keys(KEY_FILES).filter((name) => !existsSync(join(folder, 'keys', name)));
}

export async function keysOf(folder: string): Promise<NodeKeyring> {
  const missing = missingKeys(folder);
  if (missing.length > 0)
    throw new CliError(
      'KEY_UNREADABLE',
      `${join(folder, 'keys')} lacks ${missing.join(', ')}.`,
      'Restore keys/ from a backup, or name the right folder.',
    );
  try {
    return await openKeyring(join(folder, 'keys'), random);
  } catch (error) {
    throw withNextStep(error);
  }
}

export async function identityOf(folder: string): Promise<ProtectionOf> {
  const { book, index } = settingsOf(folder);
  const { signer } = await keysOf(folder);
  const sets = await keySets(join(folder, 'keys'), random);
  return {
    domain: { chainId: BigInt(book.chainId), verifyingContract: book.tasks },
    node: index,
    signer: signer.address,
    earlier: sets.filter(({ use }) => use === 'earlier').map(({ keys }) => keys.signer.address),
  };
}
