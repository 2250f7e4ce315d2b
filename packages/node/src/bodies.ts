// Bodies that stay off chain (docs/protocols/bodies.md): kept for callers and acknowledged, asked of the committee where this seat lacks one. What becomes of a task is read from final
// blocks alone, never from what is held here.
import { concat, keccak256, toHex, u8, uintBE, type Hex } from '@enigma/crypto';
import {
  ACK,
  decodeRecord,
  digest,
  encodeRecord,
  READ_SEQ,
  signerOf,
  TASK,
  type Struct,
  type Task,
} from '@enigma/protocol';
import { CHANNEL } from './gossip.ts';
import { bytesOf } from './hex.ts';
import {
  askPauseMs,
  bodiesBytesMax,
  bodyAheadSecondsMax,
  bodyBytesMax,
  bodyKeptSeconds,
  bodyRecordBytes,
  bodyWaitBlocks,
} from './limits.ts';
import type { SeatHost } from './seat.ts';
import type { TaskView } from './view.ts';
import type { Watch } from './watch.ts';

/** Where a task's body is to be had, as final blocks up to `final` say. */
export type BodyFate = 'logged' | 'acknowledged' | 'awaited' | 'absent';

export function bodyFate(task: TaskView, final: bigint): BodyFate {
  const until = task.blockNumber + bodyWaitBlocks;
  if (task.logged !== undefined && task.logged.blockNumber <= until) return 'logged';
  if (task.ackedAt !== undefined && task.ackedAt <= until) return 'acknowledged';
  return final < until ? 'awaited' : 'absent';
}

export type BodyOutcome =
  | { readonly ok: true; readonly signature: Hex }
  | { readonly ok: false; readonly code: 'BAD_REQUEST' | 'BAD_SIGNATURE' | 'BUSY'; readonly why: string };

export interface Bodies {
  /** A caller's body, kept and acknowledged. Takes anybody's bytes; `now` is the chain's time in seconds. */
  take(header: Task, body: Uint8Array, senderSig: Hex, now: number): BodyOutcome;
  /** Puts bodies where tasks lack them, asks peers for the others, forgets those whose time is over. */
  step(watch: Watch, nowMs: number): void;
  /** Whether the task may be computed, or ended, as far as its body goes. */
  ready(task: TaskView, final: bigint): boolean;
  receive(fromSeat: number, payload: Uint8Array, nowMs: number): void;
}

interface Wanted {
  readonly taskId: Hex;
}
const WANTED: Struct<Wanted> = { name: 'BodyWanted', fields: [['taskId', 'bytes32']] };

interface Told {
  readonly taskId: Hex;
  readonly body: Hex;
}
const TOLD: Struct<Told> = {
  name: 'BodyTold',
  fields: [
    ['taskId', 'bytes32'],
    ['body', { bytesMax: bodyBytesMax }],
  ],
};

/** First byte of a message on the bodies' channel. */
const KIND = { wanted: 1, told: 2 } as const;
const deadlineBytes = 5;

/** What a body counts where room is bounded. */
const weight = (body: Uint8Array): number => body.length + bodyRecordBytes;

interface Kept {
  readonly deadline: number;
  readonly bytes: number;
}

export function createBodies(host: SeatHost): Bodies {
  const { store, checks, contract, committee } = host;
  const prefix = `committee/${committee.committeeId}/body/`;
  const kept = new Map<Hex, Kept>();
  const known = new Map<Hex, TaskView>();
  /** Those whose body is not here yet. */
  const lacking = new Map<Hex, TaskView>();
  const answeredMs = new Map<string, number>();
  /** Bytes kept for tasks that nobody has paid for yet. */
  let unpaid = 0;
  let seen = 0;
  let seenReads = 0;
  let askedMs = -Infinity;
  for (const name of store.names(prefix)) {
    const record = store.get(name);
    if (record !== undefined) remember(name.slice(prefix.length) as Hex, record);
  }

  function remember(taskId: Hex, record: Uint8Array): void {
    const deadline = Number(BigInt(toHex(record.subarray(0, deadlineBytes))));
    const bytes = weight(record.subarray(deadlineBytes));
    kept.set(taskId, { deadline, bytes });
    if (!known.has(taskId)) unpaid += bytes;
  }

  function know(task: TaskView | undefined): void {
    if (task === undefined) return;
    known.set(task.taskId, task);
    unpaid -= kept.get(task.taskId)?.bytes ?? 0;
    // Also where it was posted meanwhile: creation and body may become final together.
    if (task.body === '0x') lacking.set(task.taskId, task);
  }

  function keep(taskId: Hex, { deadline }: Task, body: Uint8Array): void {
    host.failpoint('body.store.a');
    const record = concat(uintBE(deadline, deadlineBytes), body);
    store.put(prefix + taskId, record);
    host.failpoint('body.store.c');
    remember(taskId, record);
  }

  function bodyOf(taskId: Hex): Uint8Array | undefined {
    return kept.has(taskId) ? store.get(prefix + taskId)?.subarray(deadlineBytes) : undefined;
  }

  const hashes = (body: Uint8Array, { bodyHash }: Task): boolean =>
    !checks['body.hash'] || toHex(keccak256(body)) === bodyHash;

  /** In no slot: a task's id holds its body's hash, so there is one thing to sign. Slots are for ever, and anybody may ask for this for nothing. */
  function acknowledge(taskId: Hex, { bodyHash }: Task): Hex {
    return toHex(host.signer.sign(bytesOf(digest(host.domain, ACK, { taskId, bodyHash }))));
  }

  const tell = (seat: number, kind: number, record: Uint8Array): void =>
    host.send(seat, concat(u8(CHANNEL.bodies), u8(kind), record));

  function ask(nowMs: number): void {
    if (lacking.size === 0 || nowMs - askedMs < askPauseMs) return;
    askedMs = nowMs;
    for (const taskId of lacking.keys())
      for (const { seat } of kept.has(taskId) ? [] : committee.seats)
        if (seat !== host.seat) tell(seat, KIND.wanted, encodeRecord(WANTED, { taskId }));
  }

  function answer(toSeat: number, taskId: Hex, nowMs: number): void {
    const key = `${toSeat}/${taskId}`;
    const body = bodyOf(taskId);
    if (body === undefined) return;
    if (checks.askRate && nowMs - (answeredMs.get(key) ?? -Infinity) < askPauseMs / 2) return;
    answeredMs.set(key, nowMs);
    tell(toSeat, KIND.told, encodeRecord(TOLD, { taskId, body: toHex(body) }));
  }

  /** Only what is wanted, and only if it is what the task names. */
  function learn(fromSeat: number, { taskId, body }: Told): void {
    const task = (checks['body.wanted'] ? lacking : known).get(taskId);
    if (task === undefined || (checks['body.wanted'] && kept.has(taskId))) return;
    const bytes = bytesOf(body);
    if (!hashes(bytes, task.header)) return host.fault(fromSeat, 'BAD_BODY');
    keep(taskId, task.header, bytes);
  }

  function forget(now: number): void {
    for (const [taskId, { deadline, bytes }] of kept) {
      if (now <= deadline + (known.has(taskId) ? bodyKeptSeconds : 0)) continue;
      kept.delete(taskId);
      if (!known.has(taskId)) unpaid -= bytes;
      for (const { seat } of committee.seats) answeredMs.delete(`${seat}/${taskId}`);
      store.delete(prefix + taskId);
    }
  }

  return {
    take(header, body, senderSig, now) {
      const refuse = (code: 'BAD_REQUEST' | 'BAD_SIGNATURE' | 'BUSY', why: string): BodyOutcome => ({
        ok: false,
        code,
        why,
      });
      if (body.length === 0 || body.length > bodyBytesMax)
        return refuse('BAD_REQUEST', `A body has 1 to ${bodyBytesMax} bytes.`);
      if (!hashes(body, header)) return refuse('BAD_REQUEST', 'The body does not hash to what the header names.');
      if (header.deadline <= now || (checks['body.room'] && header.deadline > now + bodyAheadSecondsMax))
        return refuse('BAD_REQUEST', `The deadline must lie ahead, by ${bodyAheadSecondsMax} s at most.`);
      const taskId = digest(host.domain, TASK, header);
      if (checks['body.sender'] && signerOf(taskId, senderSig) !== header.sender)
        return refuse(
          'BAD_SIGNATURE',
          'The header is not signed by its sender: a contract that sends puts its body in calldata.',
        );
      if (!kept.has(taskId)) {
        if (checks['body.room'] && !known.has(taskId) && unpaid + weight(body) > bodiesBytesMax)
          return refuse('BUSY', 'Many bodies wait for their tasks here: put this one in calldata, or come later.');
        keep(taskId, header, body);
      }
      return { ok: true, signature: acknowledge(taskId, header) };
    },
    step({ finalizedNumber, latestTime }, nowMs) {
      for (; seen < contract.tasks.size; seen++) know(contract.tasks.get(BigInt(seen)));
      for (; seenReads < contract.reads.size; seenReads++) know(contract.reads.get(READ_SEQ + BigInt(seenReads)));
      for (const [taskId, task] of lacking) {
        const fate = bodyFate(task, finalizedNumber);
        // One that was posted late does for those who acknowledged and have it no more.
        const held = fate === 'acknowledged' ? bodyOf(taskId) : undefined;
        if (held !== undefined) task.body = toHex(held);
        else if (fate === 'logged' || fate === 'acknowledged') task.body = task.logged?.body ?? '0x';
        if (task.body !== '0x' || fate === 'absent' || latestTime > task.header.deadline + bodyKeptSeconds)
          lacking.delete(taskId);
      }
      ask(nowMs);
      forget(latestTime);
    },
    ready: (task, final) => task.body !== '0x' || bodyFate(task, final) === 'absent',
    receive(fromSeat, payload, nowMs) {
      const [kind, record] = [payload[0], payload.subarray(1)];
      if (kind === KIND.wanted) {
        const wanted = decodeRecord(WANTED, record);
        if (wanted.ok) return answer(fromSeat, wanted.value.taskId, nowMs);
      } else if (kind === KIND.told) {
        const told = decodeRecord(TOLD, record);
        if (told.ok) return learn(fromSeat, told.value);
      }
      host.fault(fromSeat, 'MALFORMED');
    },
  };
}
