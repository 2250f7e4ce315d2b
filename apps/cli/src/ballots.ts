// Ballots of many voters: each sealed by a key of its own, handed to a relayer that pays for bringing them to the chain. Batches go out while others
// are still being sealed.
import {
  type ContractHandle,
  generateSigningKey,
  memoryJournal,
  type SealedEntry,
  type SigningKey,
} from '@enigma/client';
import type { ChainPort, Hex } from '@enigma/protocol';
import { random } from './connection.ts';
import { throwIfStopped } from './errors.ts';
import { appendBatch } from './limits.ts';

/** Voters that ask for their masks at one time. */
const AT_ONCE = 12;

export interface Cast {
  readonly entries: number;
  readonly transactions: number;
  readonly firstHeight: bigint;
  readonly lastHeight: bigint;
  /** Voters' addresses, each another. */
  readonly senders: ReadonlySet<Hex>;
}

export interface CastOptions {
  readonly relayer: ChainPort;
  /** Admits each voter once. */
  readonly admission: SigningKey;
  readonly signal: AbortSignal;
  readonly onProgress: (sealed: number, appended: number) => void;
}

export async function castBallots(
  handle: ContractHandle,
  choices: readonly number[],
  options: CastOptions,
): Promise<Cast> {
  const { relayer, admission, signal, onProgress } = options;
  const voters = choices.map((choice) => ({ choice, key: generateSigningKey(random) }));
  const senders = new Set(voters.map(({ key }) => key.address));
  if (senders.size !== voters.length)
    throw new Error('two voters have one key: the randomness of this machine is broken');
  const journal = memoryJournal();
  const appending: Promise<void>[] = [];
  let waiting: SealedEntry[] = [];
  let sealed = 0;
  let appended = 0;
  let next = 0;
  let firstHeight = 0n;
  let lastHeight = 0n;
  let failure: unknown;

  const send = (): void => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    const sending = handle.append(batch, { relayer, signal }).then(({ inclusions }) => {
      appended += inclusions.length;
      for (const { height } of inclusions) {
        if (firstHeight === 0n || height < firstHeight) firstHeight = height;
        if (height > lastHeight) lastHeight = height;
      }
      onProgress(sealed, appended);
    });
    // Awaited below; a failure also ends the sealing.
    sending.catch((error: unknown) => void (failure ??= error));
    appending.push(sending);
  };

  async function seal(): Promise<void> {
    for (;;) {
      throwIfStopped(signal);
      const voter = voters[next++];
      if (voter === undefined || failure !== undefined) return;
      const voucher = handle.admit(voter.key.address, admission);
      const entry = await handle.sealEntry({
        values: { choice: voter.choice },
        sender: voter.key,
        nonce: 0n,
        voucher,
        journal,
        signal,
      });
      sealed++;
      waiting.push(entry);
      if (waiting.length >= appendBatch) send();
      onProgress(sealed, appended);
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, seal));
  send();
  await Promise.all(appending);
  return { entries: appended, transactions: appending.length, firstHeight, lastHeight, senders };
}
