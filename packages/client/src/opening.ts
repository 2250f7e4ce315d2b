// Opening an output: masked on chain with a commitment to each piece of its mask, so that each piece counts from any one seat that tells it. T seats can neither deny
// nor falsify a result; who tells a piece that the receipt does not commit to is named by his own signature.
import {
  FIRST_ERROR_CODE,
  resultPlaces,
  resultsFromBytes,
  valueToBytes,
  widthOf,
  type ResultPlace,
  type Value,
  type Verified,
} from '@enigma/bytecode';
import { concat, field, fieldFromBytes, fromHex, keccak256, readBE, toHex, type Hex } from '@enigma/crypto';
import {
  API_PATH,
  checkOutputPiece,
  decodeBlocks,
  MASKED_TO,
  RESULT_STATUS,
  SESSION_KIND,
  sessionIdOf,
  TASK_STATUS,
  type MaskedBlock,
  type OutputSlot,
} from '@enigma/protocol';
import { resultNames, type ContractAbi } from './abi.ts';
import { askSeat, isHex, isRecord } from './asking.ts';
import { checksOf, type ClientChecks } from './defences.ts';
import { ClientError, LyingNode, LyingRpc } from './errors.ts';
import { ASK_TOTAL_MS } from './limits.ts';
import { domainOf, until, type Ports, type WaitOptions } from './ports.ts';
import { bytesOf, eventsOf, guarded, latestOf, type CommitteeFacts, type Deployed, type Seat } from './reading.ts';
import { proveReceipt, type ReceiptProof } from './receipt.ts';
import type { SettledTask } from './tasks.ts';
import { resultOf } from './values.ts';

export interface OpenedOutput<R = unknown> {
  /** In JavaScript's types. */
  readonly value: R;
  /** Canonical bytes of everything that is not for the caller alone: what `open` publishes on chain. */
  readonly output: Hex;
  readonly proof: ReceiptProof;
  /** Seats that told a piece that counted. */
  readonly openedBy: readonly number[];
  readonly liars: readonly LyingNode[];
  /** Whether the chain shows the same output already. */
  readonly onChain: boolean;
}

export interface OpenOptions extends WaitOptions {
  readonly abi?: ContractAbi;
  readonly onProgress?: (progress: {
    readonly signatures?: number;
    readonly pieces: number;
    readonly of: number;
  }) => void;
}

export async function openOutput(
  ports: Ports,
  deployed: Deployed,
  committee: CommitteeFacts,
  task: SettledTask,
  options: OpenOptions = {},
): Promise<OpenedOutput> {
  const proof = await proveReceipt(ports, committee, task.receipt, task.bitmap, options);
  if (task.result.status !== RESULT_STATUS.OK) throw await failureOf(ports, deployed, committee, task, options);
  const { verified, openMode } = deployed;
  const fn = verified.module.functions.findIndex((one) => one.selector === task.header.fn);
  if (fn < 0) throw new LyingRpc('a task of a function that the code does not have');
  const blocks = decodeBlocks(bytesOf(task.masked), committee.sets.length);
  if (!blocks.ok) throw badOutput(`masked output: ${blocks.code}`);
  const at = blocks.value.findIndex((block) => block.to === MASKED_TO.EVERYONE);
  const block = blocks.value[at];
  const gathered = await gather(ports, committee, task, at, block, options);
  const words =
    block === undefined
      ? []
      : unmask(
          block,
          committee.sets.map((set) => gathered.pieces.get(set) as readonly bigint[]),
        );
  const places = resultPlaces(verified.module, fn, verified.revealed, openMode);
  const results = decode(verified, fn, places, gathered.publicBytes, words, checksOf(ports));
  const output = shownBytes(verified, fn, places, results);
  const onChain = await compareOpened(ports, task, output);
  const fnName = verified.module.functions[fn]?.name ?? '';
  const value = resultOf(verified, fn, openMode, results, resultNames(options.abi, fnName));
  return { value, output, proof, openedBy: gathered.openedBy, liars: [...proof.liars, ...gathered.liars], onChain };
}

interface Gathered {
  readonly publicBytes: Uint8Array;
  readonly pieces: ReadonlyMap<number, readonly bigint[]>;
  readonly openedBy: readonly number[];
  readonly liars: readonly LyingNode[];
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

async function gather(
  ports: Ports,
  committee: CommitteeFacts,
  task: SettledTask,
  at: number,
  block: MaskedBlock | undefined,
  options: OpenOptions,
): Promise<Gathered> {
  const domain = domainOf(ports.chain);
  const checks = checksOf(ports);
  const slot = slotOf(task, at);
  const pieces = new Map<number, readonly bigint[]>();
  const openedBy = new Set<number>();
  const liars = new Map<number, LyingNode>();
  let publicBytes: Uint8Array | undefined;
  const need = block === undefined ? 0 : committee.sets.length;
  return until(ports, { timeoutMs: ASK_TOTAL_MS, ...options }, 'opening by the seats', async () => {
    const asked = committee.seats.filter((seat) => !liars.has(seat.seat));
    const answers = await Promise.all(
      asked.map(async (seat) => ({
        seat,
        answer: await askSeat(
          ports,
          domain,
          seat,
          `${API_PATH.open}/${task.receiptDigest}/${task.index}`,
          options.signal,
        ),
      })),
    );
    for (const { seat, answer } of answers) {
      if (answer.kind !== 'body') continue;
      const told = readOpen(task, seat, answer.body, checks);
      if (told === undefined) {
        liars.set(seat.seat, new LyingNode(seat.seat, 'public bytes that do not hash to the receipt'));
        continue;
      }
      publicBytes ??= told.publicBytes;
      for (const piece of told.pieces) {
        if (block === undefined || piece.block !== at) continue;
        const index = committee.sets.indexOf(piece.set);
        const commitment = block.commitments[index];
        const checked =
          commitment === undefined
            ? undefined
            : checkOutputPiece(slot, piece.set, piece.salt, piece.values, commitment);
        const values = checked?.ok === true ? checked.value : checks['open.piece'] ? [] : elementsOf(piece.values);
        if (values.length !== block.values.length) {
          liars.set(seat.seat, new LyingNode(seat.seat, 'a piece of an output mask other than the receipt commits to'));
        } else if (!pieces.has(piece.set)) {
          pieces.set(piece.set, values);
          openedBy.add(seat.seat);
        }
      }
    }
    options.onProgress?.({ pieces: pieces.size, of: need });
    if (publicBytes !== undefined && pieces.size >= need)
      return { publicBytes, pieces, openedBy: [...openedBy], liars: [...liars.values()] };
    if (answers.every(({ answer }) => answer.kind === 'body')) throw withheld(committee, pieces, [...liars.values()]);
    return undefined;
  });
}

function withheld(
  committee: CommitteeFacts,
  pieces: ReadonlyMap<number, unknown>,
  liars: readonly LyingNode[],
): ClientError {
  const named = liars.map((liar) => liar.seat).join(', ');
  return new ClientError(
    'OPENING_WITHHELD',
    `All seats answered and ${committee.sets.length - pieces.size} pieces of the mask are missing${named === '' ? '' : `; seats ${named} lied`}.`,
    { have: pieces.size, need: committee.sets.length, liars: named },
    'More than T seats misbehave: this result cannot be opened.',
  );
}

interface Told {
  readonly publicBytes: Uint8Array;
  readonly pieces: readonly {
    readonly block: number;
    readonly set: number;
    readonly salt: Uint8Array;
    readonly values: Uint8Array;
  }[];
}

/** A seat's signed answer in its form; undefined where its public bytes are not the receipt's, or it has no form at all. */
function readOpen(task: SettledTask, seat: Seat, body: unknown, checks: ClientChecks): Told | undefined {
  if (!isRecord(body) || body['seat'] !== seat.seat || !isHex(body['publicBytes']) || !Array.isArray(body['pieces']))
    return undefined;
  const publicBytes = fromHex(body['publicBytes']) ?? new Uint8Array();
  if (checks['open.publicBytes'] && toHex(keccak256(publicBytes)) !== task.result.publicHash) return undefined;
  const pieces: Told['pieces'][number][] = [];
  for (const one of body['pieces'] as readonly unknown[]) {
    if (
      !isRecord(one) ||
      typeof one['block'] !== 'number' ||
      typeof one['set'] !== 'number' ||
      !isHex(one['salt']) ||
      !isHex(one['values'])
    )
      return undefined;
    pieces.push({ block: one['block'], set: one['set'], salt: bytesOf(one['salt']), values: bytesOf(one['values']) });
  }
  return { publicBytes, pieces };
}

/** A piece as it was told, whatever it is: in tests that show what its commitment is for. */
function elementsOf(values: Uint8Array): readonly bigint[] {
  return Array.from({ length: values.length >> 4 }, (_, at) => fieldFromBytes(values, 16 * at) ?? 0n);
}

/** y = c − Σ_A r′_A mod p. */
function unmask(block: MaskedBlock, pieces: readonly (readonly bigint[])[]): readonly bigint[] {
  return block.values.map((value, k) => pieces.reduce((rest, piece) => field.sub(rest, piece[k] as bigint), value));
}

function decode(
  verified: Verified,
  fn: number,
  places: readonly ResultPlace[],
  publicBytes: Uint8Array,
  words: readonly bigint[],
  checks: ClientChecks,
): readonly Value<never>[] {
  let next = 0;
  const results = resultsFromBytes(verified.module, fn, places, publicBytes, (place, type) => {
    if (place !== 'everyone') return 0n;
    const word = words[next++];
    // y was reduced to its width before it was masked: a wider one means that the engine's guarantee failed.
    const wide = word !== undefined && word >> BigInt(widthOf(verified.module.types, type)) !== 0n;
    if (word === undefined || (wide && checks['open.width'])) throw badOutput('a value wider than its type');
    return word;
  });
  if (!results.ok) throw badOutput(results.code);
  if (next !== words.length) throw badOutput('more values than the function has results');
  return results.value;
}

function badOutput(why: string): ClientError {
  return new ClientError(
    'BAD_OUTPUT',
    `The opened output is none that this function can have: ${why}.`,
    { why },
    'More than T seats signed it: do not believe this contract’s results.',
  );
}

function shownBytes(
  verified: Verified,
  fn: number,
  places: readonly ResultPlace[],
  results: readonly Value<never>[],
): Hex {
  const declared = verified.module.functions[fn]?.results ?? [];
  return toHex(
    concat(
      ...results.flatMap((value, i) =>
        places[i] === 'caller' ? [] : [valueToBytes(verified.module.types, declared[i]?.type ?? 0, value)],
      ),
    ),
  );
}

/** True where the chain shows this output, false where it shows none yet. */
async function compareOpened(ports: Ports, task: SettledTask, output: Hex): Promise<boolean> {
  if ((await guarded(() => ports.chain.taskStatusOf(task.taskId))) !== TASK_STATUS.OPENED) return false;
  const latest = await latestOf(ports.chain);
  const opened = (await eventsOf(ports.chain, 'Opened', task.settledBlock, latest.number)).find(
    (log) => log.event.taskId === task.taskId,
  );
  if (opened === undefined) throw new LyingRpc('an output is open and its event is withheld');
  const same = opened.event.output === output && opened.event.index === task.index;
  if (same || !checksOf(ports)['open.chain']) return true;
  throw new ClientError(
    'OPENED_DIFFERS',
    'The chain shows another output than the receipt commits to.',
    { taskId: task.taskId, onChain: opened.event.output, committed: output },
    'Believe the receipt; T+1 seats signed something else, or the RPC lies.',
  );
}

/** Why a task has no output. Its public facts are asked of the seats, best effort. */
async function failureOf(
  ports: Ports,
  deployed: Deployed,
  committee: CommitteeFacts,
  task: SettledTask,
  options: OpenOptions,
): Promise<ClientError> {
  const { status, code, gasUsed, taskId } = task.result;
  const facts = { taskId, code, gasUsed };
  switch (status) {
    case RESULT_STATUS.REVERT: {
      const text = deployed.verified.module.errors[code - FIRST_ERROR_CODE]?.text ?? `trap ${code}`;
      const told = await revertFacts(ports, committee, task, options);
      const named = Object.fromEntries(told.map((fact, i) => [`fact${i}`, fact]));
      return new ClientError(
        'TASK_REVERTED',
        `The function stopped: ${text}${told.length > 0 ? ` (${told.join(', ')})` : ''}.`,
        { ...facts, text, ...named },
        'Nothing changed but the fee; mend the cause and create a new task.',
      );
    }
    case RESULT_STATUS.OUT_OF_GAS:
      return new ClientError(
        'TASK_OUT_OF_GAS',
        `The function needs more than its ${task.header.gasLimit} gas.`,
        { ...facts, gasLimit: task.header.gasLimit },
        'Create the task again, or deploy the schedule, with a higher gas limit.',
      );
    case RESULT_STATUS.BAD_INPUT:
      return new ClientError(
        'TASK_BAD_INPUT',
        'The task’s input does not fit the function.',
        facts,
        'Check function, arguments and ranges, and create a new task.',
      );
    default:
      return new ClientError(
        'TASK_NO_GRANT',
        'The task lacked a grant.',
        facts,
        'Ask the data’s owner, then create a new task.',
      );
  }
}

async function revertFacts(
  ports: Ports,
  committee: CommitteeFacts,
  task: SettledTask,
  options: OpenOptions,
): Promise<readonly bigint[]> {
  const path = `${API_PATH.open}/${task.receiptDigest}/${task.index}`;
  const answers = await Promise.all(
    committee.seats.map((seat) => askSeat(ports, domainOf(ports.chain), seat, path, options.signal)),
  );
  for (const [i, answer] of answers.entries()) {
    const told =
      answer.kind === 'body' ? readOpen(task, committee.seats[i] as Seat, answer.body, checksOf(ports)) : undefined;
    if (told === undefined) continue;
    return Array.from({ length: Math.floor(told.publicBytes.length / 32) }, (_, k) =>
      BigInt.asIntN(256, readBE(told.publicBytes.subarray(32 * k, 32 * k + 32))),
    );
  }
  return [];
}
