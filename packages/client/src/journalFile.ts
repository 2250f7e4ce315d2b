// A journal as a file: one JSON line per mask, synced before it counts. One process at a time holds it, by a lock file beside it.
import { open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { ClientError, JOURNAL_LINE_MAX, type Journal, type JournalRecord } from '@enigma/client';

export interface FileJournal extends Journal {
  close(): Promise<void>;
}

interface Waiting {
  readonly record: JournalRecord;
  readonly settle: (failure: Error | undefined) => void;
}

export async function openFileJournal(path: string): Promise<FileJournal> {
  const lockPath = `${path}.lock`;
  const lock = await openLock(lockPath);
  let file: FileHandle;
  const known = new Map<string, Promise<JournalRecord>>();
  try {
    const kept = await readRecords(path);
    for (const record of kept.records) known.set(record.maskId, Promise.resolve(record));
    file = await open(path, 'a', 0o600);
    if (kept.bytes < (await file.stat()).size) await file.truncate(kept.bytes);
  } catch (error) {
    await lock.close();
    await rm(lockPath, { force: true });
    throw error;
  }
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;

  // Whatever came in while the last group was being synced is the next group: one sync for many records.
  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      let failure: Error | undefined;
      try {
        await file.appendFile(group.map(({ record }) => `${JSON.stringify(record)}\n`).join(''));
        await file.datasync();
      } catch (error) {
        failure = error instanceof Error ? error : new Error('the journal cannot be written');
      }
      for (const { settle } of group) settle(failure);
    }
    writing = undefined;
  }

  return {
    put(record) {
      const standing = known.get(record.maskId);
      if (standing !== undefined) return standing;
      const written = new Promise<JournalRecord>((resolve, reject) => {
        waiting.push({
          record,
          settle: (failure) => (failure === undefined ? resolve(record) : reject(failure)),
        });
      });
      known.set(record.maskId, written);
      writing ??= drain();
      return written;
    },
    async close() {
      await writing;
      await file.close();
      await lock.close();
      await rm(lockPath, { force: true });
    },
  };
}

async function openLock(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
    throw new ClientError(
      'JOURNAL_DAMAGED',
      'The journal is held by another process, or one that died.',
      { path },
      `If no other process runs, delete ${path}.`,
    );
  }
}

/** Every whole line. The end of a line that a crash cut off was never acknowledged, so it is dropped. */
async function readRecords(
  path: string,
): Promise<{ readonly records: readonly JournalRecord[]; readonly bytes: number }> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return { records: [], bytes: 0 };
    throw error;
  }
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const records = whole
    .split('\n')
    .slice(0, -1)
    .map((line, i) => readLine(path, line, i + 1));
  return { records, bytes: Buffer.byteLength(whole) };
}

function readLine(path: string, line: string, number: number): JournalRecord {
  try {
    if (line.length > JOURNAL_LINE_MAX) throw new RangeError('too long');
    const read = JSON.parse(line) as Partial<Record<keyof JournalRecord, unknown>>;
    const { maskId, valuesHash } = read;
    if (
      typeof maskId === 'string' &&
      typeof valuesHash === 'string' &&
      /^0x[0-9a-f]{64}$/.test(maskId) &&
      /^0x[0-9a-f]{64}$/.test(valuesHash)
    ) {
      return { maskId: maskId as JournalRecord['maskId'], valuesHash: valuesHash as JournalRecord['valuesHash'] };
    }
  } catch {
    // Told below, with its place.
  }
  throw new ClientError(
    'JOURNAL_DAMAGED',
    `Line ${number} of the journal is no record.`,
    { path, line: number },
    'Restore the file: without it a mask could be used twice.',
  );
}
