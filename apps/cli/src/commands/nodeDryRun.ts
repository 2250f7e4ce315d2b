// `enigma node dry-run`: what a start would work with and sign, and where each value comes from. Nothing is written, opened or asked.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { BOOT, SETTING_NAMES, SETTINGS, valueOf, type Given, type Source } from '@enigma/node/host';
import type { CommandContext } from '../command.ts';
import { keysOf, missingKeys, settingsOf } from '../operator/identity.ts';
import { redacted } from '../operator/redact.ts';

export async function nodeDryRun(folder: string, given: Given, { output }: CommandContext): Promise<void> {
  const settings = settingsOf(folder, given);
  const values: readonly {
    readonly name: string;
    readonly value: string | number;
    readonly source: Source;
    readonly reloads: boolean;
  }[] = [
    ...SETTING_NAMES.map((name) => {
      const value = valueOf(settings, name);
      const shown = name === 'rpcUrl' ? redacted(String(value)) : value;
      return { name, value: shown, source: settings.sources[name], reloads: SETTINGS[name].reloads === true };
    }),
    { name: 'index', value: settings.index, source: 'file', reloads: false },
    { name: 'book.chainId', value: settings.book.chainId, source: 'file', reloads: false },
    { name: 'book.tasks', value: settings.book.tasks, source: 'file', reloads: false },
  ];
  const missing = missingKeys(folder);
  const signer = missing.length === 0 ? (await keysOf(folder)).signer.address : null;
  const disk = diskOf(folder);
  const start = disk.start === null ? null : disk.start + 1;
  const signs = {
    record: BOOT.name,
    slot: `boot/${start ?? '?'}`,
    domain: { chainId: settings.book.chainId, verifyingContract: settings.book.tasks },
    fields: { node: settings.index, boot: start, start: '32 random bytes' },
    signer,
  };
  const makes = missing
    .map((name) => `keys/${name}`)
    .concat(disk.exists ? [] : ['data/protection.db', 'data/state.db']);
  output.result(
    { folder: resolve(folder), values, keys: { missing }, disk, signs, makes },
    [
      ...values.map(
        ({ name, value, source, reloads }) =>
          `  ${name.padEnd(26)} ${String(value).padEnd(44)} ${source}${reloads ? ', reloads' : ''}`,
      ),
      makes.length === 0 ? 'A start makes no file anew.' : `A start makes ${makes.join(', ')}.`,
      `A start takes number ${start ?? 'after the one that a running process has'}, and signs ${signs.record}{node ${settings.index}, boot ${start ?? '?'}, start random} by ${signer ?? 'a new key, which is on no record'} for chain ${settings.book.chainId} and ${settings.book.tasks}.`,
      'Nothing of a session is signed before T + 1 others of its committee have confirmed that number.',
      'Nothing was written, opened for writing, or asked of anybody.',
    ].join('\n'),
  );
}

/** Read as a file that nobody changes, so that reading leaves no trace; with a log beside it, it is in use or was not closed, and the number may be higher. */
function diskOf(folder: string): { readonly exists: boolean; readonly start: number | null; readonly inUse: boolean } {
  const file = join(folder, 'data', 'protection.db');
  if (!existsSync(file)) return { exists: false, start: 0, inUse: false };
  if (existsSync(`${file}-wal`)) return { exists: true, start: null, inUse: true };
  const url = pathToFileURL(resolve(file));
  url.search = '?immutable=1';
  const database = new DatabaseSync(url, { readOnly: true });
  try {
    const row = database.prepare("SELECT value FROM mark WHERE name = 'boot'").get() as { value: number } | undefined;
    return { exists: true, start: row?.value ?? 0, inUse: false };
  } finally {
    database.close();
  }
}
