// How tasks come to be: created by a sender or in his name, or triggered by a schedule; and nonces.
import { fromHex, type Hex, keccak256, toHex } from '@enigma/crypto';
import { keccakHex, ZERO_ADDRESS, ZERO_HASH } from '../abi.ts';
import { type ChainEvent, type ChainRefusal, CONTRACT_STATUS, type Head, type Order, ORDER_CODE } from '../chain.ts';
import { digest, signerOf } from '../eip712.ts';
import { escrowOf } from '../fees.ts';
import { contractAccountOf, isReadFunction, scheduledBody } from '../ids.ts';
import { BASE_GAS, BATCH_MAX, BODY_BYTES_MAX, CALLBACK_GAS_MAX } from '../limits.ts';
import { type Task, TASK } from '../records.ts';
import { lockEscrow } from './bank.ts';
import { scheduleOrRevert } from './registry.ts';
import { ackedBy } from './remedies.ts';
import { revert } from './revert.ts';
import { type CallContext, type ChainState, type InboxState, payerOf, type Rule, withEntry } from './state.ts';

const UINT64_MAX = 2n ** 64n - 1n;

export const create: Rule<'create'> = (state, context, call) => {
  const { header, body, acks } = call;
  const taskId = taskIdOf(state, header);
  const flaw = flawOf(state, context, taskId, call);
  if (flaw !== undefined) revert(flaw.name, ...flaw.args);
  const acked = acks === undefined || acks === '0x' ? 0 : ackedBy(state, header, taskId, acks);
  const flat = enterOrFlaw(state, context, header, taskId, body !== '0x', acked);
  if (!('entered' in flat)) return revert(flat.name, ...flat.args);
  const { entered, seq } = flat;
  const created: ChainEvent = { name: 'TaskCreated', contractId: header.contractId, taskId, seq, header, body };
  // Acknowledgements are checked, and told, before there is a task.
  return { state: entered, events: acked === 0 ? [created] : [{ name: 'BodyAcked', taskId, bitmap: acked }, created] };
};

/** Creates what can be created of a relayer's orders; for each other it says why not. */
export const createMany: Rule<'createMany'> = (state, context, { orders }) => {
  if (orders.length === 0 || orders.length > BATCH_MAX) revert('OutOfRange', 'count', 1n, BigInt(BATCH_MAX));
  let next = state;
  const events: ChainEvent[] = [];
  for (const [index, order] of orders.entries()) {
    const { header, body } = order;
    const taskId = taskIdOf(state, header);
    const flat = flawOf(next, context, taskId, order) ?? enterOrFlaw(next, context, header, taskId, body !== '0x', 0);
    if (!('entered' in flat)) {
      events.push({ name: 'OrderSkipped', index, code: flat.code });
      continue;
    }
    next = flat.entered;
    events.push({ name: 'TaskCreated', contractId: header.contractId, taskId, seq: flat.seq, header, body });
  }
  return { state: next, events };
};

/** Creates the task of a scheduled function, once its block is past. Anyone may call; there is one such task, ever. */
export const trigger: Rule<'trigger'> = (state, context, { contractId, fn, height }) => {
  const schedule = scheduleOrRevert(state, contractId, fn, height);
  // Entries of the block `height` itself still count, so the task cannot be in it.
  if (context.block.number <= height) revert('NotDue', height);
  const header = scheduledTask(contractId, schedule, context.block.timestamp);
  const taskId = taskIdOf(state, header);
  checkServing(contractId, state.heads.get(contractId));
  const { sender, nonce } = header;
  if (isSpent(state, sender, nonce)) revert('NonceUsed', sender, nonce);
  if (escrowOf(header) === undefined) revert('EscrowOverflow');
  const flat = enterOrFlaw(state, context, header, taskId, true, 0);
  if (!('entered' in flat)) return revert(flat.name, ...flat.args);
  const { entered, seq } = flat;
  const body = toHex(scheduledBody(height));
  return { state: entered, events: [{ name: 'TaskCreated', contractId, taskId, seq, header, body }] };
};

/** The header that the chain itself writes: sender and payer are the contract's own account, the nonce is the height. */
export function scheduledTask(
  contractId: Hex,
  schedule: Pick<Task, 'fn' | 'gasLimit' | 'gasPrice' | 'tip'> & {
    readonly height: bigint;
    readonly windowSeconds: number;
  },
  timestamp: number,
): Task {
  const account = contractAccountOf(contractId);
  return {
    contractId,
    fn: schedule.fn,
    bodyHash: keccakHex(scheduledBody(schedule.height)),
    sender: account,
    payer: account,
    nonce: schedule.height,
    value: 0n,
    grantsHash: ZERO_HASH,
    gasLimit: schedule.gasLimit,
    gasPrice: schedule.gasPrice,
    tip: schedule.tip,
    deadline: timestamp + schedule.windowSeconds,
    callback: ZERO_ADDRESS,
    callbackGas: 0,
  };
}

export const cancelNonces: Rule<'cancelNonces'> = (state, { from }, { word, mask }) => {
  const key = nonceKey(from, word);
  const nonces = withEntry(state.nonces, key, (state.nonces.get(key) ?? 0n) | mask);
  return { state: { ...state, nonces }, events: [{ name: 'NoncesCancelled', sender: from, word, mask }] };
};

export function taskIdOf(state: ChainState, header: Task): Hex {
  return digest({ chainId: state.config.chainId, verifyingContract: state.config.tasks }, TASK, header);
}

export function nonceKey(sender: Hex, word: bigint): string {
  return `${sender}:${word}`;
}

/** What is wrong with an order: the code that a skipped one gets, and the refusal that a single one gets. */
interface Flaw {
  readonly code: number;
  readonly name: string;
  readonly args: ChainRefusal['args'];
}

function flaw(code: keyof typeof ORDER_CODE, name: string, ...args: ChainRefusal['args']): Flaw {
  return { code: ORDER_CODE[code], name, args };
}

/** Everything that can be wrong with an order but its payer's balance, in the contracts' order. */
function flawOf(state: ChainState, context: CallContext, taskId: Hex, order: Order): Flaw | undefined {
  const { header } = order;
  const { contractId, sender, nonce } = header;
  if (header.grantsHash !== ZERO_HASH) return flaw('NotYet', 'NotYet', 'grantsHash');
  const now = context.block.timestamp;
  const max = now + state.config.times.taskSecondsMax;
  if (header.deadline <= now || header.deadline > max)
    return flaw('DeadlineOutOfRange', 'DeadlineOutOfRange', BigInt(now + 1), BigInt(max));
  if (header.gasLimit < BASE_GAS) return flaw('GasLimitOutOfRange', 'OutOfRange', 'gasLimit', BASE_GAS, UINT64_MAX);
  const head = state.heads.get(contractId);
  if (head === undefined) return flaw('UnknownContract', 'UnknownContract', contractId);
  if (head.status === CONTRACT_STATUS.DEGRADED) return flaw('Degraded', 'Degraded');
  if (head.status !== CONTRACT_STATUS.SERVING) return flaw('NotServing', 'NotServing', head.status);
  const { price } = state.inboxes.get(contractId) as InboxState;
  if (header.gasPrice < price) return flaw('PriceTooLow', 'PriceTooLow', price, header.gasPrice);
  if (escrowOf(header) === undefined) return flaw('EscrowOverflow', 'EscrowOverflow');
  if (isSpent(state, sender, nonce)) return flaw('NonceUsed', 'NonceUsed', sender, nonce);
  if (!isCallable(state, header))
    return flaw('BadCallback', 'BadCallback', header.callback, BigInt(header.callbackGas));
  return flawOfBody(order) ?? flawOfSignatures(state, context, taskId, order);
}

function flawOfBody({ header, body }: Order): Flaw | undefined {
  const bytes = fromHex(body) ?? revert('Malformed');
  if (bytes.length === 0) return undefined;
  if (bytes.length > BODY_BYTES_MAX) return flaw('BodyTooLong', 'OutOfRange', 'body', 0n, BigInt(BODY_BYTES_MAX));
  return toHex(keccak256(bytes)) === header.bodyHash ? undefined : flaw('WrongBody', 'WrongHash', 'body');
}

function flawOfSignatures(state: ChainState, { from }: CallContext, taskId: Hex, order: Order): Flaw | undefined {
  const { sender } = order.header;
  const payer = payerOf(order.header);
  if (sender !== from && !isSignedBy(state, sender, taskId, order.senderSig))
    return flaw('BadSenderSignature', 'BadSignature', sender);
  if (payer !== from && payer !== sender && !isSignedBy(state, payer, taskId, order.payerSig))
    return flaw('BadPayerSignature', 'BadSignature', payer);
  return undefined;
}

/** A plain signature first, then ERC-1271: an account that delegates its code (EIP-7702) still signs with its key. */
function isSignedBy(state: ChainState, who: Hex, taskId: Hex, signature: Hex): boolean {
  if (signerOf(taskId, signature) === who) return true;
  return state.config.walletAccepts?.(who, taskId, signature) ?? false;
}

/** No callback, or one with gas at somebody who is none of us. */
function isCallable(state: ChainState, { callback, callbackGas }: Task): boolean {
  if (callback === ZERO_ADDRESS) return callbackGas === 0;
  if (callbackGas === 0 || callbackGas > CALLBACK_GAS_MAX) return false;
  const { tasks, bank, siblings = [] } = state.config;
  return ![tasks, bank, ...siblings].includes(callback);
}

function isSpent(state: ChainState, sender: Hex, nonce: bigint): boolean {
  return (((state.nonces.get(nonceKey(sender, nonce >> 8n)) ?? 0n) >> (nonce & 0xffn)) & 1n) === 1n;
}

/** Takes the money, then a nonce and a seq: a task at the end of the queue, a read among the reads. */
function enterOrFlaw(
  state: ChainState,
  { block }: CallContext,
  header: Task,
  taskId: Hex,
  liable: boolean,
  acked: number,
): { readonly entered: ChainState; readonly seq: bigint } | Flaw {
  const { contractId, deadline } = header;
  const payer = payerOf(header);
  const escrow = (escrowOf(header) as bigint) + header.value;
  const have = state.available.get(payer) ?? 0n;
  if (have < escrow) return flaw('InsufficientBalance', 'InsufficientBalance', have, escrow);
  const head = state.heads.get(contractId) as Head;
  const key = nonceKey(header.sender, header.nonce >> 8n);
  const used = (state.nonces.get(key) ?? 0n) | (1n << (header.nonce & 0xffn));
  const isRead = isReadFunction(header.fn);
  const seq = isRead ? head.nextRead : head.nextSeq;
  const moved = isRead ? { ...head, nextRead: seq + 1n } : { ...head, nextSeq: seq + 1n };
  const createdAt = block.timestamp;
  const word = { status: 'created', contractId, seq, escrow, deadline, createdAt, liable, acked } as const;
  const entered = lockEscrow(
    {
      ...state,
      nonces: withEntry(state.nonces, key, used),
      heads: withEntry(state.heads, contractId, moved),
      tasks: withEntry(state.tasks, taskId, word),
    },
    payer,
    escrow,
  );
  return { entered, seq };
}

function checkServing(contractId: Hex, head: Head | undefined): void {
  if (head === undefined) return revert('UnknownContract', contractId);
  if (head.status === CONTRACT_STATUS.DEGRADED) revert('Degraded');
  if (head.status !== CONTRACT_STATUS.SERVING) revert('NotServing', head.status);
}
