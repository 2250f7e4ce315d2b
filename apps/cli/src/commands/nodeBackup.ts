// `enigma node backup` and `restore`: a node\'s folder in one file under a passphrase, and back.
import { resolve } from 'node:path';
import { restoreArchive, writeArchive, type ArchiveFacts } from '@enigma/node/host';
import type { CommandContext } from '../command.ts';
import { CliError, withNextStep } from '../errors.ts';
import { readText } from '../textFile.ts';
import { passphraseBytesMax } from '../limits.ts';
import { expectStopped } from '../operator/process.ts';

interface PassphraseOption {
  readonly passphraseFile?: string;
}

export interface BackupOptions extends PassphraseOption {
  readonly folder: string;
  readonly out: string;
}

export interface RestoreOptions extends PassphraseOption {
  readonly folder: string;
  readonly withData: boolean;
}

export async function nodeBackup(options: BackupOptions, { output }: CommandContext): Promise<void> {
  const { folder, out } = options;
  await expectStopped(folder);
  const passphrase = passphraseOf(options);
  const facts = tried(() => writeArchive(folder, resolve(out), passphrase, Date.now()), out);
  output.result(
    { file: resolve(out), ...facts },
    [
      `${resolve(out)}: node ${facts.node} of chain ${facts.chainId}, start ${facts.start}, ${facts.committees.length} committees, ${facts.signedSlots} signed slots.`,
      'Its keys are worth the node: keep it elsewhere, and the passphrase apart. Its data is of use for moving this node while it stays down, and for nothing else.',
    ].join('\n'),
  );
}

export async function nodeRestore(file: string, options: RestoreOptions, { output }: CommandContext): Promise<void> {
  const { folder, withData } = options;
  await expectStopped(folder);
  const passphrase = passphraseOf(options);
  const facts = tried(() => restoreArchive(resolve(file), folder, passphrase, withData), folder);
  const refused = refusals(facts, withData);
  output.result(
    { folder: resolve(folder), withData, ...facts, refused },
    [`${folder} is there.`, ...refused].join('\n'),
  );
}

/** What the restored node will not do, and until when. */
function refusals({ committees, start, madeAt }: ArchiveFacts, withData: boolean): readonly string[] {
  const seats =
    committees.length === 0
      ? ['It had no seat: nothing is refused.']
      : committees.map((id) => `  ${id}: no signature, no mask, no output until its repair is settled`);
  if (!withData)
    return [
      `Its data was left out. Until the repair the node refuses all that it would do under its old shares, in ${committees.length} committees:`,
      ...seats,
      'See that no copy of it runs, then start it: seats are repaired while all others of their committees are up.',
    ];
  return [
    `Its data is as it was at ${madeAt}, after start ${start}. If the node was started anywhere since, it refuses to serve for good (RESTORED_BACKUP), in ${committees.length} committees:`,
    ...seats,
    'Then move its data folder away and start with none. Never start the old folder again beside this one.',
  ];
}

function passphraseOf({ passphraseFile }: PassphraseOption): string {
  const given =
    passphraseFile === undefined ? process.env['ENIGMA_PASSPHRASE'] : readText(passphraseFile, passphraseBytesMax);
  if (given !== undefined) return given.replace(/\r?\n$/, '');
  throw new CliError(
    'PASSPHRASE_WEAK',
    'A backup is under a passphrase, and none was given.',
    'Give the file that holds it with --passphrase-file, or set ENIGMA_PASSPHRASE.',
  );
}

function tried<T>(run: () => T, target: string): T {
  try {
    return run();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new CliError(
        'FOLDER_EXISTS',
        `${target} is there already: nothing is written over it.`,
        'Take another name.',
      );
    throw withNextStep(error);
  }
}
