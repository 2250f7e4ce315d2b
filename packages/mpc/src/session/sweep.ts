// What of pool batches leaves the disk, and when. Two things may still be asked for: a batch's items, by a session that this seat has yet to follow, and its record with the verdicts, by a seat that follows a session whose
// record is here. So items go once everything that was due when the batch was used up is done here, and records once no later session can take from the batch and no record on this disk did. Whoever serves the record of a
// session thus serves those of all batches that it took from.
import type { Hex } from '@enigma/crypto';
import { BATCH_STRIDE, SWEPT_AT_ONCE } from './limits.ts';
import { type BatchEntry, dropEntry, eraseItems } from './pools.ts';
import type { Marks } from './ports.ts';
import { batchesOf, openOfRecord, recordBlob } from './record.ts';
import { type Session, type Shared, eraseSeeds } from './session.ts';
import { type Horizon, MATERIAL_OF, type PoolWork } from './work.ts';

export interface Sweeper {
  /** A bounded number of batches; see `Horizon`. */
  sweep(horizon: Horizon): void;
}

/** A batch that is used up, and what was due and open when that was first seen. */
interface Spent {
  readonly at: bigint;
  readonly born: number;
  erased: boolean;
}

/** `forget` erases what is on disk of a session. */
export function createSweeper(shared: Shared, idOf: (work: PoolWork) => Hex, forget: (id: Hex) => void): Sweeper {
  const { pools, sessions, seat, uses } = shared;
  const { ports } = seat;
  const spent = new Map<Hex, Spent>();
  const ofBatches = new Set(pools.entries.map((entry) => recordBlob(idOf({ kind: 'pool', ...entry }))));
  for (const name of ports.names(recordBlob('0x'))) {
    const bytes = ofBatches.has(name) ? undefined : ports.load(name);
    const open = bytes && openOfRecord(bytes);
    if (open) uses.set(open.sessionId, batchesOf(open.ranges));
  }

  const isWaitedFor = (batch: PoolWork): boolean =>
    [...sessions.values()].some(({ follow }) => follow.waiting && follow.needs.some((one) => isSame(one, batch)));
  const isServed = (batch: PoolWork): boolean =>
    [...uses.values()].some((used) => used.some((one) => isSame(one, batch)));
  const isOpenSince = (born: number): boolean =>
    [...sessions.values()].some((one) => one.work.kind === 'tasks' && !one.closed && one.born < born);

  /** Batches with a verdict, and those that wait for one that no session can take from any more. */
  function candidates(marks: Marks): readonly PoolWork[] {
    const known = pools.entries.map(({ pool, batch, count }): PoolWork => ({ kind: 'pool', pool, batch, count }));
    const stuck = [...sessions.values()].flatMap(({ work, stage, closed }) =>
      work.kind === 'pool' && !closed && stage === 'verdict' && isPassed(work, marks) ? [work] : [],
    );
    return [...known.filter((one) => isSpent(one, marks)), ...stuck];
  }

  /** Asked for in ignorance of how far the others are, and by no one else: nobody will answer. */
  function dropVain(marks: Marks): void {
    for (const [id, { work, stage, signed }] of sessions)
      if (work.kind === 'pool' && stage === 'hello' && signed < 0 && isPassed(work, marks) && !isWaitedFor(work))
        sessions.delete(id);
  }

  return {
    sweep({ now, done }) {
      const marks = ports.marks();
      dropVain(marks);
      let swept = 0;
      for (const work of candidates(marks)) {
        if (swept >= SWEPT_AT_ONCE) return;
        const id = idOf(work);
        const since = spent.get(id);
        if (since === undefined) {
          spent.set(id, { at: now, born: shared.born, erased: false });
          continue;
        }
        if (done < since.at || isOpenSince(since.born) || isWaitedFor(work)) continue;
        if (!since.erased) {
          eraseItems(ports, work);
          since.erased = true;
          swept++;
        }
        if (!isPassed(work, marks) || isServed(work)) continue;
        const session = sessions.get(id);
        if (session) close(session);
        forget(id);
        // Last, for it leads to the rest.
        dropEntry(pools, ports, work);
        spent.delete(id);
        swept++;
      }
    },
  };
}

function close(session: Session): void {
  session.closed = true;
  session.run = null;
  eraseSeeds(session);
}

const isSame = (a: Pick<BatchEntry, 'pool' | 'batch'>, b: PoolWork): boolean =>
  a.pool === b.pool && a.batch === b.batch;

const markOf = (marks: Marks, { pool }: PoolWork): bigint => marks.get(MATERIAL_OF[pool]) ?? 0n;

/** Every item of it is burnt. */
function isSpent(work: PoolWork, marks: Marks): boolean {
  return markOf(marks, work) >= BigInt(work.batch) * BATCH_STRIDE + BigInt(work.count);
}

/** Items of a later batch have been taken: nobody who knows our marks asks for this number again. */
function isPassed(work: PoolWork, marks: Marks): boolean {
  return BigInt(work.batch) < markOf(marks, work) / BATCH_STRIDE;
}
