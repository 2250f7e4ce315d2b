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
  type InboxEntry,
  type ResultPlace,
} from '@enigma/bytecode';
import { concat, fromHex, toBigints, toHex, keccak256, uintBE, vectorOf, type Hex } from '@enigma/crypto';
import {
  createEngine,
  planTasks,
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
} from '@enigma/mpc';
import {
  contractAccountOf,
  encodeBlocks,
  foldEntries,
  maskedHashOf,
  maskIdOf,
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
import { bytesOf } from './hex.ts';
import type { Program } from './program.ts';
import { leafRootOfState, nextState, unchangedState, valuesOf, type ContractState } from './state.ts';
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
      readonly plan: Plan;
      readonly places: readonly ResultPlace[];
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
  const read = readTask(site, state, task, accepted);
  const gas = read.kind === 'run' ? gasOfRun(read.inputs) : gasPrices.base;
  if (site.checks.gas && gas > task.header.gasLimit)
    return { prepared: { kind: 'decided', status: RESULT_STATUS.OUT_OF_GAS, code: 0 }, gasUsed: task.header.gasLimit };
  if (read.kind === 'decided') return { prepared: read, gasUsed: gas };
  // The plan unrolls the run: only once somebody has paid for its length.
  const places = resultPlaces(
    read.inputs.module.module,
    read.inputs.fn,
    site.program.verified.revealed,
    site.program.openMode,
  );
  return { prepared: { ...read, plan: planTasks(site.committee, [read.inputs]), places }, gasUsed: gas };
}

type Read = Omit<Prepared & { kind: 'run' }, 'plan' | 'places'> | (Prepared & { kind: 'decided' });

function readTask(site: Site, state: ContractState, task: TaskView, accepted: readonly AcceptedEntry[]): Read {
  const { program, committee, checks } = site;
  const { module } = program.verified;
  const fn = module.functions.findIndex((one) => one.selector === task.header.fn);
  if (fn < 0) return { kind: 'decided', status: RESULT_STATUS.BAD_INPUT, code: BAD_INPUT_CODE.unknownFunction };
  const kind = module.functions[fn]?.kind;
  if (checks.callable && kind !== 'call' && kind !== 'scheduled')
    return { kind: 'decided', status: RESULT_STATUS.BAD_INPUT, code: BAD_INPUT_CODE.notCallable };
  if (task.body === '0x') return { kind: 'decided', status: RESULT_STATUS.BAD_INPUT, code: BAD_INPUT_CODE.noBody };
  if (checks['call.value'] && task.header.value >= VALUE_END && readsValue(module, fn))
    return { kind: 'decided', status: RESULT_STATUS.BAD_INPUT, code: BAD_INPUT_CODE.value };
  // What a schedule starts has no body to read: its hash is of the height.
  const call = kind === 'call' ? readCall(site, fn, task) : NO_ARGUMENTS;
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

/** The same at every seat, because all its sizes are public. */
function gasOfRun(inputs: TaskInputs): bigint {
  const cost = costOf(inputs.module, inputs.fn);
  if (!cost.ok) throw new Error(`a verified module has a cost: ${cost.code}`);
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
    const same = unchangedState(before);
    const kept = keepsBackups(site.committee)
      ? yield* keepFor(site, engine, same)
      : { state: { ...same, shares: toBigints(yield* refresh(engine, vectorOf(before.shares))) } };
    yield* releaseTasks([], leafRoot(site, kept.state, context));
    return { ...kept, results: [] };
  };
}

/** One task up to its masked output and the next state. */
export function taskProtocol(
  site: Site,
  before: ContractState,
  task: TaskView,
  prepared: Prepared,
  gasUsed: bigint,
): (context: EngineContext) => Protocol<SessionOutcome> {
  return function* run(context) {
    if (prepared.kind === 'decided') {
      const same = yield* keepFor(site, createEngine(context), unchangedState(before));
      yield* releaseTasks([], leafRoot(site, same.state, context));
      return { ...same, results: [bareResult(task, prepared.status, prepared.code, new Uint8Array(), gasUsed)] };
    }
    const engine = createEngine(context);
    const ran = yield* runTask(engine, prepared.inputs, 0);
    const { module } = site.program.verified;
    const ended = ran.ended;
    const after =
      ended.status === 'ok'
        ? nextState(module, before, ended.state, cursorAfter(site, before.cursor, prepared.entries, ended.taken))
        : unchangedState(before);
    const kept = yield* keepFor(site, engine, after);
    const root = leafRoot(site, kept.state, context);
    const released: Released<readonly ReleasedTask[]> = yield* releaseTasks([ran], root);
    const [first] = released.value;
    if (first === undefined) throw new Error('one task in, one task out');
    return { ...kept, results: [taskResult(site, task, prepared, first, gasUsed)] };
  };
}

function leafRoot(site: Site, state: ContractState, context: EngineContext): Uint8Array {
  const { committee, keysId, seat, secret: root, checks } = site;
  const slot = concat(bytesOf(keysId), context.slot);
  return bytesOf(leafRootOfState(state, { committeeId: committee.committeeId, seat, slot, secret: root }, checks));
}

function taskResult(
  site: Site,
  task: TaskView,
  prepared: Prepared & { kind: 'run' },
  released: ReleasedTask,
  gasUsed: bigint,
): TaskResult {
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
  const publicBytes = resultsToBytes(site.program.verified.module, prepared.inputs.fn, prepared.places, ended.results);
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
