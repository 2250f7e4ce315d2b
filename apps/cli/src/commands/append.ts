// `enigma append`: one secret entry, sealed here, brought to a contract's inbox by a relayer.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateSigningKey, type Journal, memoryJournal } from '@enigma/client';
import { openFileJournal } from '@enigma/client/journal-file';
import type { Hex } from '@enigma/protocol';
import type { Cleanup } from '../cleanup.ts';
import type { CommandContext } from '../command.ts';
import { random } from '../connection.ts';
import { signingKeyIn } from '../keys.ts';
import { contractOf, openSession, portOf, type SessionOptions } from '../session.ts';
import { entryValues } from '../values.ts';

export interface AppendCommandOptions extends SessionOptions {
  readonly senderKey?: string;
  readonly nonce: bigint;
  readonly voucher?: Hex;
  readonly admissionKey?: string;
}

export async function append(
  contractId: Hex,
  texts: readonly string[],
  options: AppendCommandOptions,
  { output, signal, cleanup }: CommandContext,
): Promise<void> {
  const values = entryValues(texts);
  const sender = options.senderKey === undefined ? generateSigningKey(random) : signingKeyIn(options.senderKey);
  const session = await openSession(options, 'relayer');
  const { network } = session;
  output.phase('Sealing one entry');
  const handle = await contractOf(session, contractId, signal);
  const voucher =
    options.voucher ??
    (options.admissionKey === undefined ? undefined : handle.admit(sender.address, signingKeyIn(options.admissionKey)));
  const journal = await journalOf(options, cleanup);
  const entry = await handle.sealEntry({
    values,
    sender,
    nonce: options.nonce,
    journal,
    signal,
    ...(voucher === undefined ? {} : { voucher }),
  });
  output.done(`sealed under the masks of ${handle.committee.n} nodes, signed by ${sender.address}`);
  for (const liar of entry.liars) output.note(liar.message);
  const { inclusions, gasUsed } = await handle.append([entry], {
    relayer: portOf(network, options.key, 'relayer'),
    signal,
  });
  const [inclusion] = inclusions;
  output.done('appended by the relayer, and found on chain unaltered');
  const text = [
    `entry ${inclusion?.inputId ?? ''}`,
    `  index ${inclusion?.index ?? ''}, block ${inclusion?.height ?? ''}, sender ${sender.address}, nonce ${options.nonce}, ${gasUsed} gas`,
    ...(options.senderKey === undefined
      ? ['  The sender’s key was made for this entry and is gone; with --sender-key FILE a later entry can replace it.']
      : []),
  ].join('\n');
  output.result({ contractId, ...inclusion, gasUsed }, text);
}

/** A key that lives on needs a journal that lives on: two entries under one mask would tell their difference. */
async function journalOf({ senderKey }: AppendCommandOptions, cleanup: Cleanup): Promise<Journal> {
  if (senderKey === undefined) return memoryJournal();
  mkdirSync('.enigma', { recursive: true });
  const journal = await openFileJournal(join('.enigma', 'journal.jsonl'));
  cleanup.defer(() => journal.close());
  return journal;
}
