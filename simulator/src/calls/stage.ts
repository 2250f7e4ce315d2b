// The calls of one seed, from the contract's deployment to the end of the last of them, through the client's own code.
import { connect, isClientError, type ContractHandle, type SealedCall } from '@enigma/client';
import { fromHex, generateSigningKey, keccak256, toHex, utf8, type Hex, type SigningKey } from '@enigma/crypto';
import {
  API_PATH,
  digest,
  encodeRecord,
  RESULT_STATUS,
  signRecord,
  TASK,
  ZERO_ADDRESS,
  ZERO_HASH,
  type ChainCall,
  type ChainState,
} from '@enigma/protocol';
import { drive, portsOf } from '../clients.ts';
import { giveUp } from '../givenUp.ts';
import { FINALITY_BLOCKS, type World } from '../world.ts';
import type { Act, CallPlan } from './plan.ts';
import { bytesOf } from './programs.ts';

export interface Sent {
  readonly act: Act;
  readonly sender: SigningKey;
  readonly call: SealedCall;
}

export interface Performed {
  readonly contract: ContractHandle;
  /** By task id. */
  readonly sent: ReadonlyMap<Hex, Sent>;
}

const GAS_LIMIT = 20_000_000n;
/** Of no function: every run costs more than its base. */
const POOR_GAS = 1_001n;
const SEND_MS = 300_000;
const SEAL_ASKS_MAX = 150;
const END_MS = 900_000;
const OPEN_MS = 120_000;
const KEEP_BLOCKS = 5;

export async function deployFor(world: World, plan: CallPlan, n: number, T: number): Promise<ContractHandle> {
  // Somebody turns epochs, or no committee would ever be drawn.
  let blocks = 0;
  let turning = true;
  world.blocks.push(() => {
    if (turning && blocks++ % 4 === 0) void world.funder.submit({ name: 'advance' }).catch(() => undefined);
  });
  const program = { bytes: bytesOf(plan.contract) };
  const serving = connect(portsOf(world)).deploy({
    program,
    args: [],
    n,
    T,
    tenure: 1000,
    salt: ZERO_HASH,
    admission: ZERO_ADDRESS,
    price: 1n,
    schedules: {},
  });
  const contract = await drive(world, serving).catch((error: unknown) => {
    if (isClientError(error, 'CONTRACT_VOID')) return giveUp(world, error.facts['contractId'] as Hex);
    throw error;
  });
  turning = false;
  await world.send(world.funder, { name: 'deposit', to: world.funder.account, amount: 10n ** 16n });
  await world.run(() => false, 1000 * (FINALITY_BLOCKS + 1));
  return contract;
}

export async function performCalls(
  world: World,
  contract: ContractHandle,
  plan: CallPlan,
  begun: () => void,
): Promise<Performed> {
  const keys = Array.from({ length: plan.callers }, () => generateSigningKey(world.schedule.random));
  const sent = new Map<Hex, Sent>();
  let group: Sent[] = [];
  const flush = async (): Promise<void> => {
    await send(world, group);
    if (group.length > 0) begun();
    group = [];
  };
  /** Ended, or so late that they can only expire. */
  const decided = (): boolean => {
    const { timestamp } = world.chain.finalized();
    const late = [...sent.values()].filter(({ call }) => call.header.deadline >= timestamp);
    return ended(
      world.trusted(),
      late.map(({ call }) => call.taskId),
    );
  };
  for (const act of plan.acts) {
    if (!act.together) {
      await flush();
      // One that goes with the one before does not wait: that one is sealed, and its time runs.
      if (act.waits) await world.run(decided, END_MS);
    }
    const sender = keys[act.caller] as SigningKey;
    const call = await sealUnlessDisputed(world, contract, act, sender);
    if (call === undefined) continue;
    const one = { act, sender, call };
    sent.set(one.call.taskId, one);
    group.push(one);
  }
  await flush();
  keepQueue(world, sent);
  const over = (): boolean => ended(world.trusted(), sent.keys());
  await world.run(decided, END_MS);
  // What nobody computed may go.
  for (const { call } of sent.values())
    if (!ended(world.trusted(), [call.taskId]))
      await world.ensure(
        world.funder,
        { name: 'expire', headers: [call.header] },
        (state) => ended(state, [call.taskId]),
        SEND_MS,
      );
  if (!over()) throw new Error('a call neither settled nor expired');
  await world.run(() => opened(world), OPEN_MS);
  // Until all of it is final, and what a repair settles meanwhile too: seats hold a version once it is.
  const version = (): bigint | undefined => world.trusted().heads.get(contract.contractId)?.version;
  let held: bigint | undefined;
  do {
    held = version();
    await world.run(() => false, 1000 * (FINALITY_BLOCKS + 1));
  } while (version() !== held);
  return { contract, sent };
}

/** Somebody ends what stands at the head of the queue and is overdue: behind it nothing can be settled. Reads hold up nobody, and nobody ends them before the end. */
function keepQueue(world: World, sent: ReadonlyMap<Hex, Sent>): void {
  let blocks = 0;
  world.blocks.push(() => {
    const { timestamp } = world.chain.finalized();
    if (blocks++ % KEEP_BLOCKS !== 0) return;
    for (const { act, call } of sent.values()) {
      if (act.fn.read === true || call.header.deadline >= timestamp || ended(world.trusted(), [call.taskId])) continue;
      void world.funder.submit({ name: 'expire', headers: [call.header] }).catch(() => undefined);
      return;
    }
  });
}

/** Whether none of these is still to be computed. One that never came to be is no call. */
export function ended(state: ChainState, taskIds: Iterable<Hex>): boolean {
  return [...taskIds].every((taskId) => state.tasks.get(taskId)?.status !== 'created');
}

/** Whether everything that ended OK stands in clear. */
function opened({ chain, wary }: World): boolean {
  const closed = new Set<Hex>();
  for (const { event } of chain.events(0n, (wary ? chain.finalized() : chain.latest()).number)) {
    if (event.name === 'Settled')
      for (const { taskId, status } of event.results) if (status === RESULT_STATUS.OK) closed.add(taskId);
    if (event.name === 'Opened') closed.delete(event.taskId);
  }
  return closed.size === 0;
}

/** As a voter's: asked again while too few seats are there, and given up where a liar cannot be outvoted. */
async function sealUnlessDisputed(
  world: World,
  contract: ContractHandle,
  act: Act,
  sender: SigningKey,
): Promise<SealedCall | undefined> {
  const { n, T } = contract.committee;
  for (let asked = 1; ; asked++) {
    try {
      return await seal(world, contract, act, sender);
    } catch (error) {
      if (n < 3 * T + 1 && isClientError(error, 'MASKS_DISPUTED')) return undefined;
      const again = isClientError(error, 'NODES_UNREACHABLE') || isClientError(error, 'LYING_NODE');
      // Of n = 2T + 1 every seat is needed, also one that does not come back.
      if (asked === SEAL_ASKS_MAX && again && n < 3 * T + 1) return undefined;
      if (asked === SEAL_ASKS_MAX || !again) throw error;
      await world.run(() => false, 1000);
    }
  }
}

async function seal(world: World, contract: ContractHandle, act: Act, sender: SigningKey): Promise<SealedCall> {
  const { fn, args, value, callback, poor, gasPrice, tip, windowSeconds } = act;
  const sealed = await drive(
    world,
    contract.sealCall(fn.name, {
      gasLimit: poor ? POOR_GAS : GAS_LIMIT,
      windowSeconds,
      gasPrice,
      tip,
      args: args.map(({ client }) => client),
      sender,
      value,
      ...(callback === undefined ? {} : { callback: { target: callback, gas: 100_000 } }),
    }),
  );
  if (act.garbled) return garbled(world, sealed, sender);
  return act.body === 'offChain' ? drive(world, contract.giveBody(sealed)) : sealed;
}

/** The same call with a byte too many, as a client that is not ours may sign it. */
function garbled(world: World, call: SealedCall, sender: SigningKey): SealedCall {
  const body: Hex = `${call.body}00`;
  const header = { ...call.header, bodyHash: toHex(keccak256(fromHex(body) ?? new Uint8Array())) };
  const domain = { chainId: world.funder.chainId, verifyingContract: world.funder.tasks };
  const senderSig = signRecord(domain, TASK, header, sender.privateKey);
  return { ...call, header, body, taskId: digest(domain, TASK, header), senderSig };
}

async function send(world: World, group: readonly Sent[]): Promise<void> {
  if (group.length === 0) return;
  for (const one of group) {
    if (one.act.foreign) sendForeign(world, one);
    if (one.act.body === 'oneSeat') tellOneSeat(world, one);
  }
  const there = (state: ChainState): boolean => group.every(({ call }) => state.tasks.has(call.taskId));
  await world.ensure(world.funder, createCall(group), there, SEND_MS);
  for (const { act, call } of group)
    if (act.body === 'posted') {
      const post: ChainCall = { name: 'postBody', header: call.header, body: call.body };
      if (act.postMs > 0) world.schedule.after(act.postMs, () => void world.funder.submit(post).catch(() => undefined));
      else await world.ensure(world.funder, post, () => posted(world, call.taskId), 8_000);
    }
}

/** What its sender signed for another network, with the value that it had there: here it is nobody's word. */
function sendForeign(world: World, { call, sender }: Sent): void {
  const header = { ...call.header, value: call.header.value + 1n };
  const domain = { chainId: world.funder.chainId + 1n, verifyingContract: world.funder.tasks };
  const senderSig = signRecord(domain, TASK, header, sender.privateKey);
  void world.funder
    .submit({ name: 'create', header, body: call.body, senderSig, payerSig: '0x' })
    .catch(() => undefined);
}

/** One seat takes the body, and its acknowledgement goes to nobody. */
function tellOneSeat(world: World, { call }: Sent): void {
  const index = world.nodes.findIndex((one) => one.node !== undefined);
  const request = { header: toHex(encodeRecord(TASK, call.header)), body: call.body, senderSig: call.senderSig };
  world.ask(index, { method: 'POST', path: API_PATH.body, body: utf8(JSON.stringify(request)) });
}

function createCall(group: readonly Sent[]): ChainCall {
  const orders = group.map(({ act, call }) => {
    const { header, body, senderSig } = call;
    const inside = act.body === 'calldata' || (act.body === 'offChain' && call.acks === undefined);
    return { header, body: inside ? body : ('0x' as const), senderSig, payerSig: '0x' as const };
  });
  const [first] = orders;
  const acks = group[0]?.call.acks;
  return orders.length === 1 && first !== undefined
    ? { name: 'create', ...first, ...(acks === undefined ? {} : { acks }) }
    : { name: 'createMany', orders };
}

function posted(world: World, taskId: Hex): boolean {
  const { chain } = world;
  return chain
    .events(0n, world.wary ? chain.finalized().number : chain.latest().number)
    .some(({ event }) => event.name === 'BodyPosted' && event.taskId === taskId);
}
