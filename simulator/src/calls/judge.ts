// What came of the calls, held against what must have come of them.
import { isClientError } from '@enigma/client';
import type { Hex } from '@enigma/crypto';
import { isReadSeq, type ChainLog, type EventOf } from '@enigma/protocol';
import { drive } from '../clients.ts';
import { agreedState } from '../properties/agreedState.ts';
import type { Violation } from '../properties/property.ts';
import type { World } from '../world.ts';
import { CALLEES, isBrief } from './plan.ts';
import { bytesOf } from './programs.ts';
import { referenceOf, type Expected, type Reference } from './reference.ts';
import type { CallPlan } from './plan.ts';
import type { Performed, Sent } from './stage.ts';

export interface CallsJudged {
  readonly violations: readonly Violation[];
  readonly settled: number;
  readonly expired: number;
}

export interface JudgeOptions {
  readonly plan: CallPlan;
  readonly n: number;
  readonly T: number;
  readonly cheaters: ReadonlySet<number>;
  /** Nobody may let a task expire: no more goes wrong than (n, T) bears. */
  readonly mustSettle: boolean;
  /** Nobody may keep a settled result unopened: fewer seats than qHi need him. */
  readonly mustOpen: boolean;
  /** A folder may be lost, and its seat repaired. */
  readonly repairs: boolean;
}

export async function judgeCalls(world: World, performed: Performed, options: JudgeOptions): Promise<CallsJudged> {
  const { contract, sent } = performed;
  const { chain } = world;
  const logs = chain.events(0n, chain.finalized().number);
  const { contractId } = contract;
  const reference = referenceOf({
    program: bytesOf(options.plan.contract),
    contractId,
    n: options.n,
    T: options.T,
    logs,
    sent,
    timeOf: (block) => chain.blockAt(block)?.timestamp ?? 0,
  });
  const violations: Violation[] = [];
  const say = (property: string, what: string): void => void violations.push({ property, what });
  for (const what of wrongResults(logs, contractId, reference)) say('right result', what);
  for (const { event } of logs)
    if (event.name === 'TaskCreated' && !sent.has(event.taskId)) say('nobody’s task', event.taskId.slice(0, 10));
  for (const what of wrongOutputs(logs, reference, options.mustOpen)) say('right result', what);
  for (const what of wrongCallbacks(logs, sent)) say('callbacks', what);
  for (const [taskId, expected] of reference.tasks) {
    const what = await wrongAnswer(world, performed, taskId, expected, options.mustOpen);
    if (what !== undefined) say('right answer', what);
  }
  const expired = logs.filter(({ event }) => event.name === 'Expired' && !mayExpire(event, sent, options)).length;
  if (expired > 0 && options.mustSettle) say('settles', `${expired} tasks expired`);
  for (const what of wrongState(world, contractId, reference, options.cheaters)) say('agreed state', what);
  return { violations, settled: reference.tasks.size, expired };
}

/** A read whose time was short, or whose state a repair has put into other shares before it was answered. */
function mayExpire({ taskId, seq }: EventOf<'Expired'>, sent: ReadonlyMap<Hex, Sent>, options: JudgeOptions): boolean {
  const act = sent.get(taskId)?.act;
  return isReadSeq(seq) && ((act !== undefined && isBrief(act)) || options.repairs);
}

function wrongResults(logs: readonly ChainLog[], contractId: Hex, { tasks }: Reference): readonly string[] {
  return logs.flatMap(({ event }) =>
    event.name !== 'Settled' || event.contractId !== contractId
      ? []
      : event.results.flatMap(({ taskId, status, code, gasUsed }) => {
          const want = tasks.get(taskId);
          const [is, must] = [[status, code, gasUsed].join('/'), [want?.status, want?.code, want?.gasUsed].join('/')];
          return is === must ? [] : [`task ${taskId.slice(0, 10)} ended ${is}, the evaluator says ${must}`];
        }),
  );
}

function wrongOutputs(logs: readonly ChainLog[], { tasks }: Reference, mustOpen: boolean): readonly string[] {
  const opened = new Map<Hex, Hex>();
  for (const { event } of logs) if (event.name === 'Opened') opened.set(event.taskId, event.output);
  return [...tasks].flatMap(([taskId, { output }]) =>
    opened.get(taskId) === output || (!mustOpen && !opened.has(taskId))
      ? []
      : [`task ${taskId.slice(0, 10)} opened ${opened.get(taskId)}, the evaluator says ${output}`],
  );
}

/** Told once, with the right answer: only the one that takes it has it, and nobody else is asked. */
function wrongCallbacks(logs: readonly ChainLog[], sent: ReadonlyMap<Hex, Sent>): readonly string[] {
  return logs.flatMap(({ event }) => {
    if (event.name !== 'CallbackDone') return [];
    const callback = sent.get(event.taskId)?.act.callback;
    return event.ok === (callback === CALLEES.takes) ? [] : [`${callback} was told: ${event.ok}`];
  });
}

/** What the caller alone reads, through his own client. */
async function wrongAnswer(
  world: World,
  { contract, sent }: Performed,
  taskId: Hex,
  { answer, status }: Expected,
  mustOpen: boolean,
): Promise<string | undefined> {
  const one = sent.get(taskId);
  if (one === undefined || answer === undefined || status !== 1) return undefined;
  try {
    const settled = await drive(world, contract.waitForTask(taskId));
    const { value } = await drive(world, contract.openOutput(settled, { sender: one.sender }));
    const [is, must] = [BigInt(value as number), BigInt(answer as unknown as bigint)];
    return is === must ? undefined : `task ${taskId.slice(0, 10)} answered ${is}, the evaluator says ${must}`;
  } catch (error) {
    if (!isClientError(error)) throw error;
    if (error.code === 'TIMED_OUT' && !mustOpen) return undefined;
    return `task ${taskId.slice(0, 10)} is not opened for its caller: ${error.code}`;
  }
}

function wrongState(
  world: World,
  contractId: Hex,
  reference: Reference,
  cheaters: ReadonlySet<number>,
): readonly string[] {
  const { committeeId = '0x', version } = world.trusted().heads.get(contractId) ?? {};
  const honest = world.nodes.map(({ index }) => index).filter((node) => !cheaters.has(node));
  const held = agreedState(world, committeeId, honest);
  if (held === undefined) return ['fewer than T + 1 seats hold it'];
  const wrong = [...held.broken];
  if (held.version !== version) wrong.push(`version ${held.version}, the chain has ${version}`);
  if (held.fields.join() !== reference.fields.join())
    wrong.push(`public fields ${held.fields.join()}, the evaluator says ${reference.fields.join()}`);
  if (held.secrets.join() !== reference.secrets.map(element).join())
    wrong.push(`secrets ${held.secrets.join()}, the evaluator says ${reference.secrets.join()}`);
  return wrong;
}

const P = (1n << 128n) - 45n * (1n << 40n) + 1n;
const element = (value: bigint): bigint => (value < 0n ? P + value : value);
