// A relayer brings other people's sealed entries to the chain and pays for it. It is not trusted: whoever sealed an entry finds out whether it is there, whole.
import type { Hex } from '@enigma/crypto';
import { toHex } from '@enigma/crypto';
import type { ChainPort } from '@enigma/protocol';
import type { SealedEntry } from './entries.ts';
import { refused } from './chainRefusal.ts';
import { checksOf } from './defences.ts';
import { ClientError } from './errors.ts';
import { readInbox, type InboxRecord } from './inbox.ts';
import { APPEND_BYTES_MAX, APPEND_ENTRIES_MAX } from './limits.ts';
import { checkAborted, type Ports } from './ports.ts';
import { guarded, latestOf, type Deployed } from './reading.ts';

export interface Inclusion {
  readonly sender: Hex;
  readonly nonce: bigint;
  readonly index: bigint;
  readonly height: bigint;
  readonly inputId: Hex;
  readonly txHash: Hex;
}

export interface AppendOptions {
  /** Entries of one transaction, at most 60 by default. */
  readonly entriesMax?: number;
  readonly onProgress?: (progress: {
    readonly appended: number;
    readonly total: number;
    readonly transactions: number;
    readonly gasUsed: bigint;
  }) => void;
  readonly signal?: AbortSignal;
}

export interface Appended {
  readonly inclusions: readonly Inclusion[];
  readonly transactions: number;
  readonly gasUsed: bigint;
}

/** Appends through the relayer's own port, one transaction after the other, then checks every entry against the chain's head. */
export async function appendEntries(
  ports: Ports,
  deployed: Deployed,
  relayer: ChainPort,
  entries: readonly SealedEntry[],
  options: AppendOptions = {},
): Promise<Appended> {
  const { contractId } = deployed;
  let appended = 0;
  let transactions = 0;
  let gasUsed = 0n;
  for (const batch of batchesOf(entries, options.entriesMax ?? APPEND_ENTRIES_MAX)) {
    checkAborted(options.signal);
    const submitted = await guarded(() =>
      relayer.submit({ name: 'append', contractId, bodies: batch.map((entry) => entry.body) }),
    );
    if (!submitted.ok) throw refused('append', submitted.refusal);
    appended += batch.length;
    transactions++;
    gasUsed += submitted.gasUsed;
    options.onProgress?.({ appended, total: entries.length, transactions, gasUsed });
  }
  return { inclusions: await findEntries(ports, deployed, entries), transactions, gasUsed };
}

/** Where the chain has each entry; NOT_INCLUDED for one that it does not have, or has with other bytes. */
export async function findEntries(
  ports: Ports,
  deployed: Deployed,
  entries: readonly SealedEntry[],
): Promise<readonly Inclusion[]> {
  const latest = await latestOf(ports.chain);
  const records = await readInbox(ports, deployed, latest.number);
  const byBody = new Map<Hex, InboxRecord>();
  const senders = new Set<string>();
  for (const record of records) {
    const body = toHex(record.body);
    if (!byBody.has(body)) byBody.set(body, record);
    senders.add(body.slice(0, 2 + 2 * 28));
  }
  return entries.flatMap((entry) => {
    const record = byBody.get(entry.body);
    if (record === undefined && !checksOf(ports)['entry.included']) return [];
    if (record === undefined) {
      const altered = senders.has(entry.body.slice(0, 2 + 2 * 28));
      throw new ClientError(
        'NOT_INCLUDED',
        altered
          ? `The chain has another entry under nonce ${entry.nonce} of ${entry.sender}.`
          : `The chain does not have the entry of ${entry.sender}.`,
        { sender: entry.sender, nonce: entry.nonce, altered, height: latest.number },
        'Give the same sealed entry to another relayer, or append it yourself.',
      );
    }
    const { index, height, leaf, txHash } = record;
    return [{ sender: entry.sender, nonce: entry.nonce, index, height, inputId: leaf, txHash }];
  });
}

function batchesOf(entries: readonly SealedEntry[], entriesMax: number): readonly (readonly SealedEntry[])[] {
  const most = Math.max(1, Math.min(entriesMax, APPEND_ENTRIES_MAX));
  const batches: SealedEntry[][] = [];
  let bytes = Infinity;
  for (const entry of entries) {
    const size = entry.body.length / 2 - 1;
    const last = batches.at(-1);
    if (last === undefined || last.length >= most || bytes + size > APPEND_BYTES_MAX) {
      batches.push([entry]);
      bytes = size;
    } else {
      last.push(entry);
      bytes += size;
    }
  }
  return batches;
}
