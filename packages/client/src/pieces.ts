// Pieces of output masks, asked of all seats at once. A piece counts when it meets its commitment in the receipt, whoever told it: each T-set leaves out an honest seat,
// so T seats can neither deny nor falsify. Who tells another one is named by his own signature.
import { fieldFromBytes, fromHex, keccak256, open, toHex, type Hex, type SealingKey } from '@enigma/crypto';
import {
  API_PATH,
  checkOutputPiece,
  decodePieces,
  PIECES_SEAL_INFO,
  piecesContext,
  SESSION_KIND,
  sessionIdOf,
  ZERO_HASH,
  type MaskedBlock,
  type OutputSlot,
  type SaltedPiece,
} from '@enigma/protocol';
import { askSeat, isHex, isRecord } from './asking.ts';
import { checksOf, type ClientChecks } from './defences.ts';
import { ClientError, LyingNode } from './errors.ts';
import { ASK_TOTAL_MS } from './limits.ts';
import { domainOf, until, type Ports, type WaitOptions } from './ports.ts';
import { bytesOf, type CommitteeFacts, type Seat } from './reading.ts';
import type { SettledTask } from './tasks.ts';

/** A block to unmask: number `at` of the task's masked output, for everyone, or for the holder of `key` alone. */
export interface WantedBlock {
  readonly at: number;
  readonly block: MaskedBlock;
  readonly key?: SealingKey;
}

export interface Gathered {
  readonly publicBytes: Uint8Array;
  readonly events: Uint8Array;
  /** By wanted block and T-set. */
  readonly pieces: readonly ReadonlyMap<number, readonly bigint[]>[];
  readonly openedBy: readonly number[];
  readonly liars: readonly LyingNode[];
}

export interface GatherOptions extends WaitOptions {
  readonly onProgress?: (progress: { readonly pieces: number; readonly of: number }) => void;
}

/** What one seat told, in its form: its pieces by wanted block. */
export interface Told {
  readonly publicBytes: Uint8Array;
  readonly events: Uint8Array;
  readonly pieces: readonly (readonly SaltedPiece[])[];
}

export async function gatherPieces(
  ports: Ports,
  committee: CommitteeFacts,
  task: SettledTask,
  wanted: readonly WantedBlock[],
  options: GatherOptions,
): Promise<Gathered> {
  const domain = domainOf(ports.chain);
  const checks = checksOf(ports);
  const pieces = wanted.map(() => new Map<number, readonly bigint[]>());
  const openedBy = new Set<number>();
  const liars = new Map<number, LyingNode>();
  let first: Told | undefined;
  const need = wanted.length * committee.sets.length;
  const have = (): number => pieces.reduce((sum, of) => sum + of.size, 0);
  return until(ports, { timeoutMs: ASK_TOTAL_MS, ...options }, 'opening by the seats', async () => {
    const asked = committee.seats.filter((seat) => !liars.has(seat.seat));
    const path = `${API_PATH.open}/${task.receiptDigest}/${task.index}`;
    const answers = await Promise.all(
      asked.map(async (seat) => ({ seat, answer: await askSeat(ports, domain, seat, path, options.signal) })),
    );
    for (const { seat, answer } of answers) {
      if (answer.kind !== 'body') continue;
      const told = readOpen(task, seat, wanted, answer.body, checks);
      if (told === undefined) {
        liars.set(seat.seat, new LyingNode(seat.seat, 'public bytes or events that do not hash to the receipt'));
        continue;
      }
      first ??= told;
      for (const [k, one] of wanted.entries())
        for (const piece of told.pieces[k] ?? []) {
          const values = checkedPiece(committee, task, one, piece, checks);
          if (values === undefined)
            liars.set(
              seat.seat,
              new LyingNode(seat.seat, 'a piece of an output mask other than the receipt commits to'),
            );
          else if (!(pieces[k] as Map<number, unknown>).has(piece.set)) {
            pieces[k]?.set(piece.set, values);
            openedBy.add(seat.seat);
          }
        }
    }
    options.onProgress?.({ pieces: have(), of: need });
    if (first !== undefined && have() >= need)
      return {
        publicBytes: first.publicBytes,
        events: first.events,
        pieces,
        openedBy: [...openedBy],
        liars: [...liars.values()],
      };
    if (answers.every(({ answer }) => answer.kind === 'body')) throw withheld(need - have(), need, [...liars.values()]);
    return undefined;
  });
}

function withheld(missing: number, need: number, liars: readonly LyingNode[]): ClientError {
  const named = liars.map((liar) => liar.seat).join(', ');
  return new ClientError(
    'OPENING_WITHHELD',
    `All seats answered and ${missing} pieces of the mask are missing${named === '' ? '' : `; seats ${named} lied`}.`,
    { have: need - missing, need, liars: named },
    'More than T seats misbehave: this result cannot be opened.',
  );
}

/** Where the mask of one block of this task belongs. */
function slotOf(task: SettledTask, blockIndex: number): OutputSlot {
  const { committeeId, generation, contractId, firstSeq, count, anchor, attempt } = task.receipt;
  const sessionId = sessionIdOf({
    committeeId,
    generation,
    kind: SESSION_KIND.TASKS,
    contractId,
    firstSeqOrBatch: firstSeq,
    count,
    anchor,
  });
  return { sessionId, attempt, taskIndex: task.index, blockIndex };
}

function checkedPiece(
  committee: CommitteeFacts,
  task: SettledTask,
  { at, block }: WantedBlock,
  piece: SaltedPiece,
  checks: ClientChecks,
): readonly bigint[] | undefined {
  const commitment = block.commitments[committee.sets.indexOf(piece.set)];
  if (commitment === undefined) return undefined;
  const salt = bytesOf(piece.salt);
  const bytes = bytesOf(piece.values);
  const checked = checkOutputPiece(slotOf(task, at), piece.set, salt, bytes, commitment);
  const values = checked.ok ? checked.value : checks['open.piece'] ? undefined : elementsOf(bytes);
  return values?.length === block.values.length ? values : undefined;
}

/** A seat's signed answer in its form; undefined where its public bytes are not the receipt's, or it has no form at all. */
export function readOpen(
  task: SettledTask,
  seat: Seat,
  wanted: readonly WantedBlock[],
  body: unknown,
  checks: ClientChecks,
): Told | undefined {
  if (!isRecord(body) || body['seat'] !== seat.seat || !isHex(body['publicBytes']) || !isHex(body['events']))
    return undefined;
  const publicBytes = fromHex(body['publicBytes']) ?? new Uint8Array();
  if (checks['open.publicBytes'] && toHex(keccak256(publicBytes)) !== task.result.publicHash) return undefined;
  const events = fromHex(body['events']) ?? new Uint8Array();
  const eventsHash = events.length === 0 ? ZERO_HASH : toHex(keccak256(events));
  if (checks['open.events'] && eventsHash !== task.result.effectsHash) return undefined;
  const shown = listOf(body['pieces'], (one) =>
    typeof one['block'] === 'number' && typeof one['set'] === 'number' && isHex(one['salt']) && isHex(one['values'])
      ? { block: one['block'], set: one['set'], salt: one['salt'], values: one['values'] }
      : undefined,
  );
  const sealed = listOf(body['sealed'], (one) =>
    typeof one['block'] === 'number' && isHex(one['sealed'])
      ? { block: one['block'], sealed: one['sealed'] }
      : undefined,
  );
  if (shown === undefined || sealed === undefined) return undefined;
  const pieces = wanted.map(({ at, block, key }) =>
    key === undefined
      ? shown.filter((piece) => piece.block === at)
      : sealed.flatMap((one) => (one.block === at ? unsealed(task, seat, at, block, key, one.sealed) : [])),
  );
  return { publicBytes, events, pieces };
}

function listOf<T>(
  given: unknown,
  read: (one: Readonly<Record<string, unknown>>) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(given)) return undefined;
  const list = given.map((one: unknown) => (isRecord(one) ? read(one) : undefined));
  return list.includes(undefined) ? undefined : (list as readonly T[]);
}

/** Nothing where the seal does not open: then the seat's piece is missing, and another seat's counts. */
function unsealed(
  task: SettledTask,
  seat: Seat,
  at: number,
  block: MaskedBlock,
  key: SealingKey,
  sealed: Hex,
): readonly SaltedPiece[] {
  const context = piecesContext(task.receiptDigest, task.index, at, seat.seat);
  const plain = open(key, PIECES_SEAL_INFO, context, bytesOf(sealed));
  if (!(plain instanceof Uint8Array)) return [];
  const pieces = decodePieces(plain, block.values.length);
  return pieces.ok ? pieces.value : [];
}

/** A piece as it was told, whatever it is: in tests that show what its commitment is for. */
function elementsOf(values: Uint8Array): readonly bigint[] {
  return Array.from({ length: values.length >> 4 }, (_, at) => fieldFromBytes(values, 16 * at) ?? 0n);
}
