// Opening an output: masked on chain with a commitment to each piece of its mask, so that each piece counts from any one seat that tells it. T seats can neither deny
// nor falsify a result; who tells a piece that the receipt does not commit to is named by his own signature.
import {
  eventsFromBytes,
  FIRST_ERROR_CODE,
  resultPlaces,
  resultsFromBytes,
  valueToBytes,
  widthOf,
  type ResultPlace,
  type Value,
  type Verified,
} from '@enigma/bytecode';
import { concat, field, readBE, toHex, type Hex, type SigningKey } from '@enigma/crypto';
import { API_PATH, decodeBlocks, MASKED_TO, RESULT_STATUS, TASK_STATUS, type MaskedBlock } from '@enigma/protocol';
import { resultNames, type ContractAbi } from './abi.ts';
import { askSeat } from './asking.ts';
import { checksOf, type ClientChecks } from './defences.ts';
import { ClientError, type LyingNode, LyingRpc } from './errors.ts';
import { replyKeyOf } from './calls.ts';
import { gatherPieces, readOpen, type GatherOptions, type WantedBlock } from './pieces.ts';
import { domainOf, type Ports } from './ports.ts';
import { bytesOf, eventsOf, guarded, latestOf, type CommitteeFacts, type Deployed, type Seat } from './reading.ts';
import { proveReceipt, type ReceiptProof } from './receipt.ts';
import type { SettledTask } from './tasks.ts';
import { fromValue, resultOf } from './values.ts';

export interface OpenedOutput<R = unknown> {
  /** In JavaScript's types. */
  readonly value: R;
  /** What the function sent its caller besides, in order, as words of their types' widths; empty without his key. */
  readonly sent: readonly bigint[];
  /** What the function told everyone besides, in order. */
  readonly events: readonly ToldEvent[];
  /** Canonical bytes of everything that is not for the caller alone: what `open` publishes on chain. */
  readonly output: Hex;
  readonly proof: ReceiptProof;
  /** Seats that told a piece that counted. */
  readonly openedBy: readonly number[];
  readonly liars: readonly LyingNode[];
  /** Whether the chain shows the same output already. */
  readonly onChain: boolean;
}

export interface ToldEvent {
  readonly name: string;
  /** In JavaScript's types, by name. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface OpenOptions extends GatherOptions {
  readonly abi?: ContractAbi;
  /** Who sent the task: opens what is for him alone. Without it such results are left out. */
  readonly sender?: SigningKey;
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
  const wanted = wantedBlocks(deployed.contractId, committee, task, blocks.value, options.sender);
  const gathered = await gatherPieces(ports, committee, task, wanted, options);
  const words = wanted.map(({ block }, k) =>
    unmask(
      block,
      committee.sets.map((set) => gathered.pieces[k]?.get(set) as readonly bigint[]),
    ),
  );
  const wordsFor = (to: number): readonly bigint[] | undefined =>
    words[wanted.findIndex(({ block }) => block.to === to)];
  const places = resultPlaces(verified.module, fn, verified.revealed, openMode);
  const everyone = wordsFor(MASKED_TO.EVERYONE) ?? [];
  const caller = wordsFor(MASKED_TO.ADDRESS);
  const { results, sent } = decode(verified, fn, places, gathered.publicBytes, { everyone, caller }, checksOf(ports));
  const events = toldEvents(verified, gathered.events);
  const output = shownBytes(verified, fn, places, results);
  const onChain = await compareOpened(ports, task, output);
  const fnName = verified.module.functions[fn]?.name ?? '';
  const value = resultOf(verified, fn, openMode, results, resultNames(options.abi, fnName), caller !== undefined);
  const liars = [...proof.liars, ...gathered.liars];
  return { value, sent, events, output, proof, openedBy: gathered.openedBy, liars, onChain };
}

/** The block for everyone, and the sender's own where his key is at hand. */
function wantedBlocks(
  contractId: Hex,
  committee: CommitteeFacts,
  task: SettledTask,
  blocks: readonly MaskedBlock[],
  sender: SigningKey | undefined,
): readonly WantedBlock[] {
  if (sender !== undefined && sender.address !== task.header.sender)
    throw new ClientError(
      'WRONG_KEY',
      'This is not the key of the task’s sender.',
      { expected: task.header.sender, given: sender.address },
      'Open it with the key that the call was made with, or without a key: then what is for everyone is shown.',
    );
  return blocks.flatMap((block, at): readonly WantedBlock[] => {
    if (block.to === MASKED_TO.EVERYONE) return [{ at, block }];
    if (sender === undefined || block.recipient !== sender.address) return [];
    return [{ at, block, key: replyKeyOf(sender, committee.committeeId, contractId, task.header.nonce) }];
  });
}

/** y = c − Σ_A r′_A mod p. */
function unmask(block: MaskedBlock, pieces: readonly (readonly bigint[])[]): readonly bigint[] {
  return block.values.map((value, k) => pieces.reduce((rest, piece) => field.sub(rest, piece[k] as bigint), value));
}

/** Words by reader: for everyone, and for the caller, undefined where nobody opened them. What was sent to him on the way comes before his results. */
interface OpenedWords {
  readonly everyone: readonly bigint[];
  readonly caller: readonly bigint[] | undefined;
}

function decode(
  verified: Verified,
  fn: number,
  places: readonly ResultPlace[],
  publicBytes: Uint8Array,
  words: OpenedWords,
  checks: ClientChecks,
): { readonly results: readonly Value<never>[]; readonly sent: readonly bigint[] } {
  const { types } = verified.module;
  const read = (
    from: OpenedWords,
  ): { readonly results: readonly Value<never>[]; readonly everyone: number; readonly caller: number } => {
    const taken = { everyone: 0, caller: 0 };
    const results = resultsFromBytes(verified.module, fn, places, publicBytes, (place, type) => {
      if (place === 'public') return 0n;
      const at = taken[place]++;
      const list = from[place];
      if (list === undefined) return 0n;
      const word = list[at];
      // y was reduced to its width before it was masked: a wider one means that the engine's guarantee failed.
      const wide = word !== undefined && word >> BigInt(widthOf(types, type)) !== 0n;
      if (word === undefined || (wide && checks['open.width'])) throw badOutput('a value wider than its type');
      return word;
    });
    if (!results.ok) throw badOutput(results.code);
    return { results: results.value, ...taken };
  };
  const blind = read({ everyone: words.everyone, caller: undefined });
  if (blind.everyone !== words.everyone.length) throw badOutput('more values than the function has results');
  if (words.caller === undefined) return { results: blind.results, sent: [] };
  const sentCount = words.caller.length - blind.caller;
  if (sentCount < 0) throw badOutput('fewer values than the function has results for its caller');
  const { results } = read({ everyone: words.everyone, caller: words.caller.slice(sentCount) });
  return { results, sent: words.caller.slice(0, sentCount) };
}

/** The module names its events as `Name(fact,fact)`. */
function toldEvents({ module }: Verified, bytes: Uint8Array): readonly ToldEvent[] {
  const told = eventsFromBytes(module, bytes);
  if (told === undefined) throw badOutput('events that its code does not have');
  return told.map(({ error, facts }) => {
    const { text, facts: types } = module.errors[error] as (typeof module.errors)[number];
    const [, name = text, list = ''] = /^(\w+)\((.*)\)$/.exec(text) ?? [];
    const names = list === '' ? [] : list.split(',');
    return {
      name,
      facts: Object.fromEntries(
        facts.map((fact, i) => [names[i] ?? String(i), fromValue(module.types, types[i] ?? 0, fact)]),
      ),
    };
  });
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
      answer.kind === 'body' ? readOpen(task, committee.seats[i] as Seat, [], answer.body, checksOf(ports)) : undefined;
    if (told === undefined) continue;
    return Array.from({ length: Math.floor(told.publicBytes.length / 32) }, (_, k) =>
      BigInt.asIntN(256, readBE(told.publicBytes.subarray(32 * k, 32 * k + 32))),
    );
  }
  return [];
}
