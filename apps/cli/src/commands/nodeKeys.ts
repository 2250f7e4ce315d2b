// `enigma node keys list`: what a folder’s keys are known by. No key itself is shown.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { keySets, type KeySet } from '@enigma/node/host';
import type { CommandContext } from '../command.ts';
import { random } from '../connection.ts';
import { KEY_FILES, keysOf } from '../operator/identity.ts';

const USES = {
  present: '',
  earlier: 'earlier: committees drawn then keep it; ',
  next: 'next, not on chain as far as this folder knows; ',
} as const;

export async function nodeKeys({ folder }: { readonly folder: string }, { output }: CommandContext): Promise<void> {
  const { operator } = await keysOf(folder);
  const once: Readonly<Record<string, string>> = { 'operator.key': operator.address, 'node.key': 'secret' };
  const modeOf = (file: string): string => (statSync(join(folder, file)).mode & 0o777).toString(8).padStart(3, '0');
  const list = (await keySets(join(folder, 'keys'), random)).flatMap(({ name, keys, use }) => {
    const known: Readonly<Record<string, string>> = { ...shownOf(keys), ...(name === '' ? once : {}) };
    return Object.keys(KEY_FILES)
      .filter((key) => known[key] !== undefined)
      .map((key) => {
        const file = ['keys', ...(name === '' ? [] : [name]), key].join('/');
        const of = once[key] === undefined ? USES[use] : '';
        return { file, known: known[key] ?? '', use: `${of}${KEY_FILES[key]}`, mode: modeOf(file) };
      });
  });
  output.result(
    { keys: list },
    list.map(({ file, known, use, mode }) => `  ${file.padEnd(18)} ${mode}  ${known}\n      ${use}`).join('\n'),
  );
}

function shownOf({ signer, sealing, tls }: KeySet): Readonly<Record<string, string>> {
  return {
    'signer.key': signer.address,
    'sealing.key': `0x${Buffer.from(sealing.publicKey).toString('hex')}`,
    'tls.json': tls.spkiHash,
  };
}
