// The client as an application holds it: a connection, and contracts on it.
import type { Hex, SigningKey } from '@enigma/crypto';
import { BODY_BYTES_MAX, type ChainPort } from '@enigma/protocol';
import {
  checkAbi,
  type AnyContract,
  type ArgsOf,
  type ContractAbi,
  type FunctionName,
  type ResultOf,
  type TypedContract,
} from './abi.ts';
import { callbackOf, retryCallback, type CallbackState } from './callbacks.ts';
import { sealCall, type CallTerms, type SealedCall } from './calls.ts';
import { callSealed, giveBody, postBody } from './bodies.ts';
import { checksOf } from './defences.ts';
import { awaitServing, deployContract, fundContract, type DeployOptions, type DeployTerms } from './deploy.ts';
import { admit, sealEntry, type EntryTerms, type SealedEntry } from './entries.ts';
import { endedAt, giveUpContract, type GivenUp } from './giveUp.ts';
import { readInbox, type InboxRecord } from './inbox.ts';
import { openOutput, type OpenedOutput, type OpenOptions } from './opening.ts';
import { sendCalls, type SentCall } from './orders.ts';
import type { Ports, WaitOptions } from './ports.ts';
import { latestOf, readContract, type CommitteeFacts, type Deployed } from './reading.ts';
import { appendEntries, findEntries, type Appended, type AppendOptions, type Inclusion } from './relayer.ts';
import { proveReceipt, type ReceiptProof } from './receipt.ts';
import { readReports, type NodeReport } from './reports.ts';
import { readState, type PublicState } from './state.ts';
import {
  callTask,
  expireTask,
  readTask,
  triggerTask,
  waitForTask,
  type CreatedTask,
  type SettledTask,
  type TaskWait,
} from './tasks.ts';
import { readView, type Viewed, type ViewTerms } from './views.ts';

/** With the arguments in the contract's types; they may be left out where there are none. */
export type CallTermsOf<C extends TypedContract, N extends string> = Omit<CallTerms, 'args'> &
  (readonly [] extends ArgsOf<C, N> ? { readonly args?: ArgsOf<C, N> } : { readonly args: ArgsOf<C, N> });

export type ViewTermsOf<C extends TypedContract, N extends string> = Omit<ViewTerms, 'args'> & {
  readonly args?: ArgsOf<C, N>;
};

export interface Client {
  readonly ports: Ports;
  /** Deploys, opens the committee when it can be drawn, and waits until the contract serves. */
  deploy<C extends TypedContract = AnyContract>(
    terms: DeployTerms,
    options?: DeployOptions & { readonly abi?: ContractAbi },
  ): Promise<ContractHandle<C>>;
  /** A contract that is there and serves (or waits for that). `fromBlock`: nothing of it is older. */
  contract<C extends TypedContract = AnyContract>(
    contractId: Hex,
    options?: DeployOptions & { readonly abi?: ContractAbi; readonly fromBlock?: bigint },
  ): Promise<ContractHandle<C>>;
  /** What is deployed under an id, recomputed from the chain's records, whether its committee serves or not. */
  deployed(contractId: Hex, options?: { readonly fromBlock?: bigint }): Promise<Deployed>;
  /** What the chain has of a task of that contract, held against the task's id. */
  created(deployed: Deployed, taskId: Hex): Promise<CreatedTask>;
  /** Declares a contract lost that did not begin in time (CONTRACT_VOID), which anybody may; what was deposited for it goes back to its owner. */
  giveUp(contractId: Hex): Promise<GivenUp>;
  /** Whether its committee was drawn, did not begin in time, and nobody has given it up yet. */
  isVoid(contractId: Hex): Promise<boolean>;
}

export interface ContractHandle<C extends TypedContract = AnyContract> {
  readonly contractId: Hex;
  readonly deployed: Deployed;
  readonly committee: CommitteeFacts;
  /** Fills the account that pays scheduled tasks; `bank` is the Bank contract's address. */
  fund(amount: bigint, bank: Hex): Promise<void>;
  /** A voucher for a sender, by the contract's admission key. */
  admit(sender: Hex, admission: SigningKey): Hex;
  /** Hides an entry's values under the sender's mask and signs it. */
  sealEntry(entry: Omit<EntryTerms, 'values'> & { readonly values: C['entry'] }): Promise<SealedEntry>;
  /** As a relayer: `relayer` pays and sends; default the client's own account. */
  append(
    entries: readonly SealedEntry[],
    options?: AppendOptions & { readonly relayer?: ChainPort },
  ): Promise<Appended>;
  /** Where the chain has the entries; NOT_INCLUDED for one that it has not, or altered. */
  findEntries(entries: readonly SealedEntry[]): Promise<readonly Inclusion[]>;
  /** The whole inbox, refolded against the chain's head. */
  inbox(toBlock?: bigint): Promise<readonly InboxRecord[]>;
  /** As a keeper: makes a scheduled function due, once its height has passed. */
  trigger<N extends FunctionName<C>>(
    fn: N,
    options?: WaitOptions & { readonly keeper?: ChainPort },
  ): Promise<CreatedTask<N>>;
  /** Calls a function: seals the secret arguments, signs, and sends the transaction as the client's own account, which pays. */
  call<N extends FunctionName<C>>(fn: N, terms: CallTermsOf<C, N>): Promise<CreatedTask<N>>;
  /** The same without sending it: for a relayer, who sends it with `sendCall`. */
  sealCall<N extends FunctionName<C>>(fn: N, terms: CallTermsOf<C, N>): Promise<SealedCall<N>>;
  /** As a relayer: sends and pays another's call. */
  sendCall<N extends string>(call: SealedCall<N>, relayer?: ChainPort): Promise<CreatedTask<N>>;
  /** As a relayer: sends and pays many calls of others in one transaction; a wrong one is skipped and says why. */
  sendCalls<N extends string>(calls: readonly SealedCall<N>[], relayer?: ChainPort): Promise<readonly SentCall<N>[]>;
  /** Gives a sealed call's body to the seats, so that it need not be sent on chain. */
  giveBody<N extends string>(call: SealedCall<N>, options?: { readonly signal?: AbortSignal }): Promise<SealedCall<N>>;
  /** Puts the body of a created task into the chain's log, where nodes did not take it. */
  postBody(task: Pick<CreatedTask, 'header'>, body: Hex): Promise<void>;
  waitForTask<N extends string>(task: CreatedTask<N> | Hex, options?: TaskWait): Promise<SettledTask<N>>;
  /** Verifies the receipt, opens the output from the seats and checks it; throws a typed error for a task that did not end OK. */
  openOutput<N extends string>(task: SettledTask<N>, options?: OpenOptions): Promise<OpenedOutput<ResultOf<C, N>>>;
  verifyReceipt(task: SettledTask, options?: WaitOptions): Promise<ReceiptProof>;
  /** Public state with its proof against the root on chain. */
  state(options?: WaitOptions): Promise<PublicState>;
  /** A view, computed here from verified public state: no task and no fee. */
  view<N extends FunctionName<C>>(fn: N, terms?: ViewTermsOf<C, N>): Promise<Viewed<ResultOf<C, N>>>;
  /** Ends an overdue task; its escrow goes back. */
  expire(task: Pick<CreatedTask, 'header'>): Promise<void>;
  /** Whether the contract that the call named was told its result. */
  callback(task: CreatedTask | Hex): Promise<CallbackState>;
  /** Tells it again where it did not take it. Anyone may; `by` sends and pays, default the client's own account. */
  retryCallback(task: CreatedTask | Hex, by?: ChainPort): Promise<CallbackState>;
  /** What the nodes say of themselves and of a task. */
  nodes(taskId?: Hex, signal?: AbortSignal): Promise<readonly NodeReport[]>;
}

export function connect(ports: Ports): Client {
  return {
    ports,
    async deploy<C extends TypedContract>(
      terms: DeployTerms,
      options: DeployOptions & { readonly abi?: ContractAbi } = {},
    ) {
      const { deployed, committee } = await deployContract(ports, terms, options);
      return handleOf<C>(ports, deployed, committee, options.abi);
    },
    async contract<C extends TypedContract>(
      contractId: Hex,
      options: DeployOptions & { readonly abi?: ContractAbi; readonly fromBlock?: bigint } = {},
    ) {
      const deployed = await readContract(ports, contractId, options.fromBlock);
      const committee = await awaitServing(ports, deployed, options);
      return handleOf<C>(ports, deployed, committee, options.abi);
    },
    deployed: (contractId, { fromBlock } = {}) => readContract(ports, contractId, fromBlock),
    created: (deployed, taskId) => readTask(ports, deployed, taskId),
    giveUp: (contractId) => giveUpContract(ports, contractId),
    isVoid: async (contractId) => (await endedAt(ports, contractId)) !== undefined,
  };
}

function handleOf<C extends TypedContract>(
  ports: Ports,
  deployed: Deployed,
  committee: CommitteeFacts,
  abi: ContractAbi | undefined,
): ContractHandle<C> {
  checkAbi(abi, deployed, checksOf(ports));
  const { contractId } = deployed;
  const seen = async <N extends string>(task: CreatedTask<N> | Hex): Promise<CreatedTask<N>> =>
    typeof task === 'string' ? ((await readTask(ports, deployed, task)) as CreatedTask<N>) : task;
  return {
    contractId,
    deployed,
    committee,
    fund: (amount, bank) => fundContract(ports, contractId, amount, bank),
    admit: (sender, admission) => admit(ports, deployed, sender, admission),
    sealEntry: (entry) =>
      sealEntry(ports, deployed, committee, { ...entry, values: entry.values as Readonly<Record<string, unknown>> }),
    append: (entries, options = {}) => appendEntries(ports, deployed, options.relayer ?? ports.chain, entries, options),
    findEntries: (entries) => findEntries(ports, deployed, entries),
    inbox: async (toBlock) => readInbox(ports, deployed, toBlock ?? (await latestOf(ports.chain)).number),
    trigger: (fn, options = {}) =>
      triggerTask(options.keeper === undefined ? ports : { ...ports, chain: options.keeper }, deployed, fn, options),
    async call(fn, terms) {
      const sealed = await sealCall(ports, deployed, committee, fn, terms);
      const away = terms.offChain ?? (sealed.body.length - 2) / 2 > BODY_BYTES_MAX;
      return callSealed(ports, deployed, away ? await giveBody(ports, committee, sealed, terms) : sealed);
    },
    sealCall: (fn, terms) => sealCall(ports, deployed, committee, fn, terms),
    sendCalls: (calls, relayer) =>
      sendCalls(relayer === undefined ? ports : { ...ports, chain: relayer }, deployed, calls),
    giveBody: (call, options) => giveBody(ports, committee, call, options),
    postBody: (task, body) => postBody(ports, task, body),
    sendCall(call, relayer) {
      // One that seats have seen may be a task already.
      const send = call.acks === undefined ? callTask : callSealed;
      return send(relayer === undefined ? ports : { ...ports, chain: relayer }, deployed, call);
    },
    waitForTask: async (task, options) => waitForTask(ports, deployed, committee, await seen(task), options),
    openOutput: async <N extends string>(task: SettledTask<N>, options: OpenOptions = {}) =>
      (await openOutput(
        ports,
        deployed,
        committee,
        task,
        abi === undefined ? options : { abi, ...options },
      )) as OpenedOutput<ResultOf<C, N>>,
    verifyReceipt: (task, options) => proveReceipt(ports, committee, task.receipt, task.bitmap, options),
    state: (options) => readState(ports, deployed, committee, options),
    view: async <N extends FunctionName<C>>(fn: N, terms?: ViewTermsOf<C, N>) =>
      (await readView(ports, deployed, committee, fn, terms ?? {}, abi)) as Viewed<ResultOf<C, N>>,
    expire: (task) => expireTask(ports, task),
    callback: async (task) => callbackOf(ports, await seen(task)),
    retryCallback: async (task, by) => retryCallback(ports, await seen(task), by),
    nodes: (taskId, signal) => readReports(ports, committee, taskId, signal),
  };
}
