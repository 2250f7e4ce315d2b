// What must have come of the calls, by the plain evaluator and the chain's final events alone: each task's status, code, gas and output in the order of the chain, each read's from the state of its own block, and the state that they leave. Nothing
// of a node's code stands here.
import {
  costOf,
  evaluate,
  gasOf,
  gasPrices,
  initialState,
  loadModule,
  plainValue,
  sizesOf,
  stateSecrets,
  fieldBytes,
  valueToBytes,
  WHOLE_BODY,
  type Ended,
  type Value,
  type Verified,
} from '@enigma/bytecode';
import { toHex, type Hex } from '@enigma/crypto';
import { contractAccountOf, isReadSeq, type ChainLog, type EventOf, type Task } from '@enigma/protocol';
import type { Sent } from './stage.ts';

const STATUS = { ok: 1, revert: 2, outOfGas: 3, badInput: 4 } as const;
const NO_BODY = 0xff03;
/** Blocks after a task's within which its body must be posted. */
const BODY_BLOCKS = 16n;

export interface Expected {
  readonly status: number;
  readonly code: number;
  readonly gasUsed: bigint;
  /** What opens for everyone, in its bytes; undefined unless the task is OK. */
  readonly output: Hex | undefined;
  /** What the caller alone reads; undefined where there is none. */
  readonly answer: Value<never> | undefined;
  readonly ended: Ended<bigint> | undefined;
}

export interface Reference {
  /** By task id, of those that settled. */
  readonly tasks: ReadonlyMap<Hex, Expected>;
  /** Public bytes by field, and secrets in the order in which shares are stored. */
  readonly fields: readonly Hex[];
  readonly secrets: readonly bigint[];
}

export interface ReferenceHost {
  readonly program: Uint8Array;
  readonly contractId: Hex;
  readonly n: number;
  readonly T: number;
  /** Of final blocks, in order. */
  readonly logs: readonly ChainLog[];
  readonly sent: ReadonlyMap<Hex, Sent>;
  timeOf(block: bigint): number;
}

export function referenceOf(host: ReferenceHost): Reference {
  const loaded = loadModule(host.program);
  if (!loaded.ok) throw new Error(loaded.code);
  const verified = loaded.value;
  const created = new Map<Hex, { readonly event: EventOf<'TaskCreated'>; readonly block: bigint }>();
  const posted = new Map<Hex, bigint>();
  const tasks = new Map<Hex, Expected>();
  let state: readonly Value<bigint>[] = afterConstructor(verified, host);
  /** What stood when the chain took the record of a read: what is settled after that it does not see. */
  const seen = new Map<Hex, typeof state>();
  for (const { event, blockNumber } of host.logs) {
    if (event.name === 'TaskCreated' && event.contractId === host.contractId) {
      created.set(event.taskId, { event, block: blockNumber });
      if (isReadSeq(event.seq)) seen.set(event.taskId, state);
    }
    if ((event.name === 'BodyPosted' || event.name === 'BodyAcked') && !posted.has(event.taskId))
      posted.set(event.taskId, blockNumber);
    if (event.name === 'Settled' && event.contractId === host.contractId)
      for (const { taskId } of event.results) judge(taskId);
  }

  function judge(taskId: Hex): void {
    const made = created.get(taskId);
    const one = host.sent.get(taskId);
    if (made === undefined || one === undefined) throw new Error(`task ${taskId} is nobody's`);
    const { event, block } = made;
    const held = event.body !== '0x' || (posted.get(taskId) ?? BODY_BLOCKS + block + 1n) <= block + BODY_BLOCKS;
    const expected = expect(verified, host, seen.get(taskId) ?? state, one, event.header, block, held);
    tasks.set(taskId, expected);
    if (expected.ended?.status === 'ok' && !seen.has(taskId)) ({ state } = expected.ended);
  }

  const { module } = verified;
  return {
    tasks,
    fields: fieldBytes(module, state).map(toHex),
    secrets: stateSecrets(module, state).map(({ scalar }) => (typeof scalar === 'bigint' ? scalar : scalar.scalar)),
  };
}

function afterConstructor(verified: Verified, host: ReferenceHost): readonly Value<bigint>[] {
  const ctor = verified.module.functions.findIndex(({ kind }) => kind === 'ctor');
  if (ctor < 0) return initialState(verified);
  const context = { ...none, seats: host.n, threshold: host.T };
  const { outcome } = evaluate(verified, ctor, { context });
  if (outcome.status !== 'ok') throw new Error('the constructor stops');
  return outcome.state;
}

const none = { sender: 0n, self: 0n, height: 0n, time: 0n, value: 0n };

function expect(
  verified: Verified,
  host: ReferenceHost,
  state: readonly Value<bigint>[],
  { act }: Sent,
  header: Task,
  block: bigint,
  held: boolean,
): Expected {
  const { module } = verified;
  const fn = module.functions.findIndex(({ name }) => name === act.fn.name);
  const decided = (status: number, code: number, gasUsed: bigint): Expected =>
    gasUsed > header.gasLimit
      ? { ...nothing, status: STATUS.outOfGas, code: 0, gasUsed: header.gasLimit }
      : { ...nothing, status, code, gasUsed };
  if (!held) return decided(STATUS.badInput, NO_BODY, gasPrices.base);
  if (act.garbled) return decided(STATUS.badInput, WHOLE_BODY, gasPrices.base);
  const context = {
    sender: BigInt(header.sender),
    self: BigInt(contractAccountOf(host.contractId)),
    height: block,
    time: BigInt(host.timeOf(block)),
    value: header.value,
    seats: host.n,
    threshold: host.T,
  };
  const args = act.args.map(({ plain }) => plain);
  const cost = costOf(verified, fn);
  if (!cost.ok) throw new Error(cost.code);
  const gasUsed = gasOf(cost.value, sizesOf(verified, fn, { args, state, inbox: [], context }));
  if (gasUsed > header.gasLimit) return decided(STATUS.ok, 0, gasUsed);
  const { outcome } = evaluate(verified, fn, { args, state, context });
  if (outcome.status === 'revert') return { ...nothing, status: STATUS.revert, code: outcome.code, gasUsed };
  if (outcome.status === 'badInput') return { ...nothing, status: STATUS.badInput, code: outcome.argument, gasUsed };
  const results = module.functions[fn]?.results ?? [];
  const values = results.map(({ type }, at) => plainValue(verified, type, outcome.results[at] as Value<bigint>));
  const shown = results.flatMap(({ type, label }, at) =>
    label === 's' ? [] : [toHex(valueToBytes(module.types, type, values[at] as Value<never>)).slice(2)],
  );
  const at = results.findIndex(({ label }) => label === 's');
  return {
    status: STATUS.ok,
    code: 0,
    gasUsed,
    output: `0x${shown.join('')}`,
    answer: at < 0 ? undefined : values[at],
    ended: outcome,
  };
}

const nothing = { output: undefined, answer: undefined, ended: undefined };
