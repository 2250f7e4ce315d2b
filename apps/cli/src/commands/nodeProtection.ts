// `enigma node export-protection` and `import-protection`: what a node must not forget about what it signed, from one folder to another.
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exportProtection, importProtection, openStore, type OpenStore } from '@enigma/node/host';
import type { CommandContext } from '../command.ts';
import { CliError, withNextStep } from '../errors.ts';
import { readText } from '../textFile.ts';
import { protectionBytesMax } from '../limits.ts';
import { identityOf } from '../operator/identity.ts';
import { expectStopped } from '../operator/process.ts';
import { toJson } from '../output.ts';

export async function nodeExportProtection(
  { folder, out }: { readonly folder: string; readonly out: string },
  { output }: CommandContext,
): Promise<void> {
  await expectStopped(folder);
  const of = await identityOf(folder);
  if (!existsSync(join(folder, 'data', 'protection.db')))
    throw new CliError(
      'FOLDER_EMPTY',
      `${folder} has signed nothing yet: there is no protection to export.`,
      'Name another folder.',
    );
  const exported = withStore(folder, (store) => exportProtection(store, of));
  try {
    writeFileSync(out, `${toJson(exported)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new CliError('FOLDER_EXISTS', `${out} is there already: nothing is written over it.`, 'Take another name.');
  }
  const { classes, marks, signed, metadata } = exported;
  const lines = Object.entries(classes).map(
    ([name, { slots, highest }]) => `  ${name}: ${slots} slots, the highest ${highest.slot}`,
  );
  output.result(
    { file: resolve(out), metadata, classes, slots: signed.length, marks: Object.keys(marks).length },
    [`${resolve(out)}: ${signed.length} slots, ${Object.keys(marks).length} marks`, ...lines].join('\n'),
  );
}

export async function nodeImportProtection(
  file: string,
  { folder }: { readonly folder: string },
  { output }: CommandContext,
): Promise<void> {
  await expectStopped(folder);
  const of = await identityOf(folder);
  const text = readText(file, protectionBytesMax);
  const taken = withStore(folder, (store) => importProtection(store, of, text));
  output.result(
    { folder: resolve(folder), ...taken },
    `${folder}: ${taken.slots} slots and ${taken.marks} marks are new or higher, ${taken.known} slots were known.`,
  );
}

function withStore<T>(folder: string, run: (store: OpenStore) => T): T {
  let store: OpenStore | undefined;
  try {
    store = openStore(join(folder, 'data'));
    return run(store);
  } catch (error) {
    throw withNextStep(error);
  } finally {
    store?.close();
  }
}
