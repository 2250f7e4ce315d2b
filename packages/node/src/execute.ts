// From a task on chain to what the engine runs, and from what the engine leaves to a result, its masked output and the next state. Everything public here is a function of the
// chain up to the task's block, so that all seats run the same.
import {
  costOf,
  eventsToBytes,
  gasOf,
  gasPrices,
  readsValue,
  resultPlaces,
  resultsToBytes,
  secret,
  sizesOf,
  trapCodes,
  type InboxEntry,
} from '@enigma/bytecode';
import {
  concat,
  fromHex,
  keccak256,
  thresholdSets,
  toBigints,
  toHex,
  uintBE,
  vectorOf,
  type Hex,
} from '@enigma/crypto';
import {
  createEngine,
  PlanExceeded,
  planProtocol,
  refresh,
  refreshKept,
  releaseTasks,
  runTask,
  type Engine,
  type EngineContext,
  type Plan,
  type Protocol,
  type Released,
  type ReleasedBlock,
  type ReleasedTask,
  type SecretInput,
  type TaskInputs,
  type TaskRun,
} from '@enigma/mpc';
import {
  contractAccountOf,
  ELEMENTS_MAX,
  encodeBlocks,
  foldEntries,
  isReadSeq,
  maskedHashOf,
  maskedBlockBytes,
  maskIdOf,
  MASKED_BYTES_MAX,
  MASK_KIND,
  MASKED_TO,
  RESULT_STATUS,
  ZERO_ADDRESS,
  ZERO_HASH,
  type AcceptedEntry,
  type InboxCursor,
  type PostedEntry,
  type Result,
} from '@enigma/protocol';
import { backupOf, keepsBackups, type Backup } from './backup.ts';
import { readCall } from './calls.ts';
import type { CommitteeView } from './committee.ts';
import type { NodeChecks } from './defences.ts';
import { publicBytesMax } from './limits.ts';
import { bytesOf } from './hex.ts';
import type { Program } from './program.ts';
import { leafRootOfState, nextState, valuesOf, type ContractState } from './state.ts';
import type { ContractView, TaskView } from './view.ts';

export interface Site {
  readonly program: Program;
  readonly contract: ContractView;
  readonly committee: CommitteeView;
  /** The keys that it computes with. */
  readonly keysId: Hex;
  readonly seat: number;
  /** Root of this node's salts. */
  readonly secret: Uint8Array;
  readonly checks: NodeChecks;
}

/** A task ready to run; or one whose status public facts decide, so that nothing is computed. */
export type Prepared =
  | {
      readonly kind: 'run';
      readonly inputs: TaskInputs;
      readonly entries: readonly AcceptedEntry[];
    }
  | { readonly kind: 'decided'; readonly status: number; readonly code: number };

/** What one task left at this seat. */
export interface TaskResult {
  readonly result: Result;
  readonly publicBytes: Uint8Array;
  readonly events: Uint8Array;
  readonly masked: Hex;
  readonly blocks: readonly ReleasedBlock[];
}

/** What a session's protocol returns to the host. */
export interface SessionOutcome {
  readonly state: ContractState;
  /** Where the committee cannot spare a seat. */
  readonly backup?: Backup;
  readonly results: readonly TaskResult[];
}

/** Codes of BAD_INPUT beside the index of an argument. */
export const BAD_INPUT_CODE = { unknownFunction: 0xff01, notCallable: 0xff02, noBody: 0xff03, value: 0xff04 } as const;

/** More than any task's limit, which has 64 bits. */
const UNPRICED_GAS = 1n << 64n;

/** More than a function can read of what it is paid. */
const VALUE_END = 1n << 64n;

const NO_ARGUMENTS = { ok: true, args: [], replyKey: undefined } as const;

/** A task with its gas, or OUT_OF_GAS where that is more than its limit: known before the first instruction, because cost depends on public facts alone. */
export function prepare(
  site: Site,
  state: ContractState,
  task: TaskView,
  accepted: readonly AcceptedEntry[],
): { readonly prepared: Prepared; readonly gasUsed: bigint } {
  const prepared = readTask(site, state, task, accepted);
  const gasUsed = prepared.kind === 'run' ? gasOfRun(prepared.inputs) : gasPrices.base;
  if (site.checks.gas && gasUsed > task.header.gasLimit)
    return { prepared: { kind: 'decided', status: RESULT_STATUS.OUT_OF_GAS, code: 0 }, gasUsed: task.header.gasLimit };
  return { prepared, gasUsed };
}

/** What a session of these tasks takes, known before it begins. */
export interface Demanded {
  readonly plan: Plan;
  readonly maskedEntries: number;
}

/** Runs the tasks on zeros: what they take depends on public facts alone. */
export function planOf(
  site: Site,
  state: ContractState,
  tasks: readonly TaskView[],
  accepted: readonly AcceptedEntry[],
): Demanded {
  let maskedEntries = 0;
  const exact = site.program.openMode === 'afterSettle';
  const plan = planProtocol(
    site.committee,
    function* all(engine) {
      const { runs } = yield* runTasks(site, engine, state, tasks, accepted);
      maskedEntries = runs.reduce(
        (sum, { prepared }) => sum + (prepared.kind === 'run' ? prepared.entries.length : 0),
        0,
      );
      return yield* releaseTasks(runs.flatMap(({ run }) => run ?? []));
    },
    exact,
  );
  return { plan, maskedEntries };
}

function readTask(site: Site, state: ContractState, task: TaskView, accepted: readonly AcceptedEntry[]): Prepared {
  const { program, committee, checks } = site;
  const { module } = program.verified;
  const fn = module.functions.findIndex((one) => one.selector === task.header.fn);
  if (fn < 0) return { kind: 'decided', status: RESULT_STATUS.BAD_INPUT, code: BAD_INPUT_CODE.unknownFunction };
  const kind = module.functions[fn]?.kind;
  if (checks.callable && kind !== 'call' && kind !== 'read' && kind !== 'scheduled')
    return { kind: 'decided', status: RESULT_STATUS.BAD_INPUT, code: BAD_INPUT_CODE.notCallable };
  if (task.body === '0x') return { kind: 'decided', status: RESULT_STATUS.BAD_INPUT, code: BAD_INPUT_CODE.noBody };
  if (checks['call.value'] && task.header.value >= VALUE_END && readsValue(module, fn))
    return { kind: 'decided', status: RESULT_STATUS.BAD_INPUT, code: BAD_INPUT_CODE.value };
  // What a schedule starts has no body to read: its hash is of the height.
  const call = kind === 'call' || kind === 'read' ? readCall(site, fn, task) : NO_ARGUMENTS;
  if (!call.ok) return { kind: 'decided', status: call.status, code: call.code };
  // The inbox as it was in the task's block: what came later, before or after this seat looks, belongs to later tasks.
  const entries = accepted.filter(
    (entry) =>
      (!checks['inbox.once'] || entry.index >= state.cursor.next) &&
      (!checks['inbox.height'] || entry.height <= task.blockNumber),
  );
  const inputs: TaskInputs = {
    module: program.verified,
    fn,
    args: call.args,
    state: valuesOf(module, state),
    inbox: entries.map((entry) => inboxEntry(site, entry)),
    context: {
      sender: BigInt(task.header.sender),
      self: BigInt(contractAccountOf(site.contract.contractId)),
      height: task.blockNumber,
      time: BigInt(task.blockTime),
      value: task.header.value,
      seats: committee.n,
      threshold: committee.T,
    },
    openMode: program.openMode,
  };
  return { kind: 'run', inputs, entries };
}

/** The same at every seat, because all its sizes are public. What is too tangled to be priced is above any limit. */
function gasOfRun(inputs: TaskInputs): bigint {
  const cost = costOf(inputs.module, inputs.fn);
  if (!cost.ok) return UNPRICED_GAS;
  return gasOf(cost.value, sizesOf(inputs.module, inputs.fn, inputs));
}

function inboxEntry(site: Site, entry: AcceptedEntry): InboxEntry<SecretInput> {
  const maskId = bytesOf(
    maskIdOf({
      committeeId: site.committee.committeeId,
      period: entry.period,
      contractId: site.contract.contractId,
      sender: entry.sender,
      kind: MASK_KIND.INBOX,
      nonce: entry.nonce,
    }),
  );
  return {
    sender: BigInt(entry.sender),
    index: entry.index,
    height: entry.height,
    values: entry.deltas.map((delta, position) => secret<SecretInput>({ maskId, position, delta })),
  };
}

/** GENESIS: nothing to compute, one checkpoint under which every seat commits to its first state. */
export function genesisProtocol(
  site: Site,
  state: ContractState,
): (context: EngineContext) => Protocol<SessionOutcome> {
  return function* run(context) {
    const kept = yield* keepFor(site, createEngine(context), state);
    yield* releaseTasks([], leafRoot(site, kept.state, context));
    return { ...kept, results: [] };
  };
}

/** In a committee that cannot spare a seat: other shares of the same values, with what a seat that loses its own makes it again from. */
function* keepFor(
  site: Site,
  engine: Engine,
  state: ContractState,
): Protocol<Pick<SessionOutcome, 'state' | 'backup'>> {
  if (!keepsBackups(site.committee)) return { state };
  const { shares, kept } = yield* refreshKept(engine, vectorOf(state.shares));
  return { state: { ...state, shares: toBigints(shares) }, backup: backupOf(kept) };
}

/** The same values in fresh shares, under the keys of this session. Of a state whose shares are not here it is followed, with zeros in their place. */
export function repairProtocol(
  site: Site,
  before: ContractState,
): (context: EngineContext) => Protocol<SessionOutcome> {
  return function* run(context) {
    const engine = createEngine(context);
    const same = { ...before, version: before.version + 1n };
    const kept = keepsBackups(site.committee)
      ? yield* keepFor(site, engine, same)
      : { state: { ...same, shares: toBigints(yield* refresh(engine, vectorOf(before.shares))) } };
    yield* releaseTasks([], leafRoot(site, kept.state, context));
    return { ...kept, results: [] };
  };
}

interface Ran {
  readonly task: TaskView;
  readonly prepared: Prepared;
  readonly gasUsed: bigint;
  /** Undefined where public facts decided. */
  readonly run: TaskRun | undefined;
}

/** Tasks in their order, each on the state that the one before it leaves. */
function* runTasks(
  site: Site,
  engine: Engine,
  before: ContractState,
  tasks: readonly TaskView[],
  accepted: readonly AcceptedEntry[],
): Protocol<{ readonly state: ContractState; readonly runs: readonly Ran[] }> {
  const { module } = site.program.verified;
  const runs: Ran[] = [];
  let state = before;
  for (const [index, task] of tasks.entries()) {
    const { prepared, gasUsed } = prepare(site, state, task, accepted);
    if (prepared.kind === 'decided') {
      runs.push({ task, prepared, gasUsed, run: undefined });
      continue;
    }
    const run = yield* runWithin(engine, prepared.inputs, index);
    // What was opened led it where nobody had paid to go.
    if (run === undefined) {
      const over = { kind: 'decided', status: RESULT_STATUS.OUT_OF_GAS, code: 0 } as const;
      runs.push({ task, prepared: over, gasUsed: task.header.gasLimit, run });
      continue;
    }
    if (isTooLong(site, run, publicBytesOf(site, prepared.inputs.fn, run.ended).length)) {
      const over = { kind: 'decided', status: RESULT_STATUS.REVERT, code: trapCodes.length } as const;
      runs.push({ task, prepared: over, gasUsed, run: undefined });
      continue;
    }
    if (run.ended.status === 'ok' && !isReadSeq(task.seq)) {
      const cursor = cursorAfter(site, state.cursor, prepared.entries, run.ended.taken);
      state = nextState(module, before, run.ended.state, cursor);
    }
    runs.push({ task, prepared, gasUsed, run });
  }
  // One receipt, one version: also where nothing changed, under new salts.
  return { state: { ...state, version: before.version + 1n }, runs };
}

/**
 * Whether no receipt can carry what the task leaves for its readers, or no answer what it leaves in public: such a task ends alone, or the chain would take no receipt that it is in. How many values
 * there are is public.
 */
export function isTooLong(
  { committee: { n, T }, checks }: Pick<Site, 'committee' | 'checks'>,
  { blocks }: Pick<TaskRun, 'blocks'>,
  publicBytes: number,
): boolean {
  const sets = thresholdSets(n, T).length;
  const bytes = blocks.reduce((sum, { types }) => sum + maskedBlockBytes(types.length, sets), 0);
  const isLong = bytes > MASKED_BYTES_MAX || blocks.some(({ types }) => types.length > ELEMENTS_MAX);
  return checks['output.length'] && (isLong || publicBytes > publicBytesMax);
}

/** Undefined where the run needs more than was planned for it. */
function* runWithin(engine: Engine, inputs: TaskInputs, index: number): Protocol<TaskRun | undefined> {
  try {
    return yield* runTask(engine, inputs, index);
  } catch (error) {
    if (error instanceof PlanExceeded) return undefined;
    throw error;
  }
}

/** The tasks of one receipt up to their masked outputs and the next state; of reads the same state, whose shares stay where they are. */
export function tasksProtocol(
  site: Site,
  before: ContractState,
  tasks: readonly TaskView[],
  accepted: readonly AcceptedEntry[],
): (context: EngineContext) => Protocol<SessionOutcome> {
  return function* run(context) {
    const engine = createEngine(context);
    const { state, runs } = yield* runTasks(site, engine, before, tasks, accepted);
    const areReads = tasks.some(({ seq }) => isReadSeq(seq));
    const kept = areReads ? { state: { ...before, shares: [] } } : yield* keepFor(site, engine, state);
    const ran = runs.flatMap((one) => one.run ?? []);
    const root = areReads ? undefined : leafRoot(site, kept.state, context);
    const released: Released<readonly ReleasedTask[]> = yield* releaseTasks(ran, root);
    let next = 0;
    const results = runs.map(({ task, prepared, gasUsed, run: taken }): TaskResult => {
      if (prepared.kind === 'decided')
        return bareResult(task, prepared.status, prepared.code, new Uint8Array(), gasUsed);
      const one = taken === undefined ? undefined : released.value[next++];
      if (one === undefined) throw new Error('every task that ran is released');
      return taskResult(site, task, prepared.inputs.fn, one, gasUsed);
    });
    return { ...kept, results };
  };
}

function leafRoot(site: Site, state: ContractState, context: EngineContext): Uint8Array {
  const { committee, keysId, seat, secret: root, checks } = site;
  const slot = concat(bytesOf(keysId), context.slot);
  return bytesOf(leafRootOfState(state, { committeeId: committee.committeeId, seat, slot, secret: root }, checks));
}

function taskResult(site: Site, task: TaskView, fn: number, released: ReleasedTask, gasUsed: bigint): TaskResult {
  const { ended } = released;
  if (ended.status === 'revert')
    return bareResult(
      task,
      RESULT_STATUS.REVERT,
      ended.code,
      concat(...ended.facts.map((fact) => uintBE(BigInt.asUintN(256, fact), 32))),
      gasUsed,
    );
  if (ended.status === 'badInput')
    return bareResult(task, RESULT_STATUS.BAD_INPUT, ended.argument, new Uint8Array(), gasUsed);
  const publicBytes = publicBytesOf(site, fn, ended);
  const events = eventsToBytes(ended.events);
  const masked = encodeBlocks(
    released.blocks.map((block) => ({
      to: block.to === 'everyone' ? MASKED_TO.EVERYONE : MASKED_TO.ADDRESS,
      recipient: block.to === 'everyone' ? ZERO_ADDRESS : task.header.sender,
      values: toBigints(block.values),
      commitments: block.commitments,
    })),
  );
  return {
    result: {
      taskId: task.taskId,
      status: RESULT_STATUS.OK,
      code: 0,
      gasUsed,
      publicHash: toHex(keccak256(publicBytes)),
      maskedHash: maskedHashOf(masked),
      effectsHash: events.length === 0 ? ZERO_HASH : toHex(keccak256(events)),
    },
    publicBytes,
    events,
    masked: toHex(masked),
    blocks: released.blocks,
  };
}

function publicBytesOf({ program: { verified, openMode } }: Site, fn: number, ended: TaskRun['ended']): Uint8Array {
  if (ended.status !== 'ok') return new Uint8Array();
  const places = resultPlaces(verified.module, fn, verified.revealed, openMode);
  return resultsToBytes(verified.module, fn, places, ended.results);
}

function bareResult(
  task: TaskView,
  status: number,
  code: number,
  publicBytes: Uint8Array,
  gasUsed: bigint,
): TaskResult {
  const result = {
    taskId: task.taskId,
    status,
    code,
    gasUsed,
    publicHash: toHex(keccak256(publicBytes)),
    maskedHash: maskedHashOf(new Uint8Array()),
    effectsHash: ZERO_HASH,
  };
  return { result, publicBytes, events: new Uint8Array(), masked: '0x', blocks: [] };
}

/** Read up to the last entry taken; those dropped before it are behind the cursor too. */
function cursorAfter(site: Site, before: InboxCursor, entries: readonly AcceptedEntry[], taken: number): InboxCursor {
  const last = entries[taken - 1];
  if (last === undefined) return before;
  const posted: PostedEntry[] = site.contract.inbox
    .slice(Number(before.next), Number(last.index) + 1)
    .map((item) => ({ index: item.index, height: item.height, body: fromHex(item.body) ?? new Uint8Array() }));
  return { next: last.index + 1n, head: foldEntries(site.contract.contractId, before.head, posted) };
}
