// `enigma node keys list`: what a folder\'s keys are known by. No key itself is shown.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandContext } from '../command.ts';
import { KEY_FILES, keysOf } from '../operator/identity.ts';

export async function nodeKeys({ folder }: { readonly folder: string }, { output }: CommandContext): Promise<void> {
  const keys = await keysOf(folder);
  const shown: Readonly<Record<string, string>> = {
    'signer.key': keys.signer.address,
    'sealing.key': `0x${Buffer.from(keys.sealing.publicKey).toString('hex')}`,
    'tls.json': keys.tls.spkiHash,
    'operator.key': keys.operator.address,
    'node.key': 'secret',
  };
  const list = Object.entries(KEY_FILES).map(([name, use]) => {
    const mode = statSync(join(folder, 'keys', name)).mode & 0o777;
    return { file: `keys/${name}`, known: shown[name] ?? '', use, mode: mode.toString(8).padStart(3, '0') };
  });
  output.result(
    { keys: list },
    list.map(({ file, known, use, mode }) => `  ${file.padEnd(18)} ${mode}  ${known}\n      ${use}`).join('\n'),
  );
}
