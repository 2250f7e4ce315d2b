// How tasks come to be: created by a sender, or triggered by a schedule; nonces; and the inbox as a hash chain.
import { fromHex, type Hex, keccak256, toHex } from '@enigma/crypto';
import { keccakHex, ZERO_ADDRESS, ZERO_HASH } from '../abi.ts';
import { CONTRACT_STATUS, type Head } from '../chain.ts';
import { digest, signerOf } from '../eip712.ts';
import { escrowOf } from '../fees.ts';
import { contractAccountOf, foldInbox, inboxLeafOf, scheduledBody } from '../ids.ts';
import { BASE_GAS, BATCH_MAX, BODY_BYTES_MAX, ENTRY_BYTES_MIN } from '../limits.ts';
import { type Task, TASK } from '../records.ts';
import { lockEscrow, take } from './bank.ts';
import { contractOrRevert, scheduleOrRevert } from './registry.ts';
import { revert } from './revert.ts';
import { type CallContext, type ChainState, type InboxState, payerOf, type Rule, withEntry } from './state.ts';

const UINT64_MAX = 2n ** 64n - 1n;

export const create: Rule<'create'> = (state, context, { header, body, senderSig, payerSig }) => {
  checkFields(header);
  const min = context.block.timestamp + 1;
  const max = context.block.timestamp + state.config.times.taskSecondsMax;
  if (header.deadline < min || header.deadline > max) revert('DeadlineOutOfRange', BigInt(min), BigInt(max));
  if (header.gasLimit < BASE_GAS) revert('OutOfRange', 'gasLimit', BASE_GAS, UINT64_MAX);
  const price = state.inboxes.get(header.contractId)?.price ?? 0n;
  if (header.gasPrice < price) revert('PriceTooLow', price, header.gasPrice);
  const taskId = taskIdOf(state, header);
  if (header.sender !== context.from) checkSigned(header.sender, taskId, senderSig);
  const payer = payerOf(header);
  if (payer !== context.from && payer !== header.sender) checkSigned(payer, taskId, payerSig);
  const bytes = fromHex(body) ?? revert('Malformed');
  if (bytes.length !== 0) {
    if (bytes.length > BODY_BYTES_MAX) revert('OutOfRange', 'body', 0n, BigInt(BODY_BYTES_MAX));
    if (toHex(keccak256(bytes)) !== header.bodyHash) revert('WrongHash', 'body');
  }
  const { entered, seq } = enter(state, context, header, taskId, bytes.length !== 0);
  return {
    state: entered,
    events: [{ name: 'TaskCreated', contractId: header.contractId, taskId, seq, header, body }],
  };
};

/** Creates the task of a scheduled function, once its block is past. Anyone may call; there is one such task, ever. */
export const trigger: Rule<'trigger'> = (state, context, { contractId, fn, height }) => {
  const schedule = scheduleOrRevert(state, contractId, fn, height);
  // Entries of the block `height` itself still count, so the task cannot be in it.
  if (context.block.number <= height) revert('NotDue', height);
  const header = scheduledTask(contractId, schedule, context.block.timestamp);
  const taskId = taskIdOf(state, header);
  const { entered, seq } = enter(state, context, header, taskId, true);
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

/** The chain checks length and fee; what an entry is worth, the nodes judge by public data. */
export const append: Rule<'append'> = (state, { from, block }, { contractId, bodies }) => {
  const status = state.heads.get(contractId)?.status ?? CONTRACT_STATUS.NONE;
  if (status === CONTRACT_STATUS.NONE) revert('UnknownContract', contractId);
  if (status !== CONTRACT_STATUS.SERVING && status !== CONTRACT_STATUS.DEGRADED) revert('NotServing', status);
  if (bodies.length === 0 || bodies.length > BATCH_MAX) revert('OutOfRange', 'bodies', 1n, BigInt(BATCH_MAX));
  const inbox = state.inboxes.get(contractId) as InboxState;
  let head = inbox.head;
  for (const [i, hex] of bodies.entries()) {
    const body = fromHex(hex) ?? revert('Malformed');
    if (body.length < ENTRY_BYTES_MIN || body.length > BODY_BYTES_MAX) {
      revert('OutOfRange', 'entry', BigInt(ENTRY_BYTES_MIN), BigInt(BODY_BYTES_MAX));
    }
    head = foldInbox(head, inboxLeafOf({ contractId, index: inbox.count + BigInt(i), height: block.number, body }));
  }
  const count = inbox.count + BigInt(bodies.length);
  const fee = contractOrRevert(state, contractId).appendFee * BigInt(bodies.length);
  const paid = fee === 0n ? state : take(state, from, fee);
  return {
    state: {
      ...paid,
      pot: paid.pot + fee,
      inboxes: withEntry(state.inboxes, contractId, { ...inbox, head, count, lastBlock: block.number }),
    },
    events: [
      {
        name: 'InputsAppended',
        contractId,
        first: inbox.count,
        count: bodies.length,
        head,
        height: block.number,
        bodies,
      },
    ],
  };
};

export function taskIdOf(state: ChainState, header: Task): Hex {
  return digest({ chainId: state.config.chainId, verifyingContract: state.config.tasks }, TASK, header);
}

export function nonceKey(sender: Hex, word: bigint): string {
  return `${sender}:${word}`;
}

/** Takes a nonce, a seq and the escrow. */
function enter(
  state: ChainState,
  { block }: CallContext,
  header: Task,
  taskId: Hex,
  liable: boolean,
): { readonly entered: ChainState; readonly seq: bigint } {
  const { contractId } = header;
  const head = state.heads.get(contractId) ?? revert('UnknownContract', contractId);
  checkServing(head);
  const key = nonceKey(header.sender, header.nonce >> 8n);
  const bit = 1n << (header.nonce & 0xffn);
  const used = state.nonces.get(key) ?? 0n;
  if ((used & bit) !== 0n) revert('NonceUsed', header.sender, header.nonce);
  const escrow = escrowOf(header) ?? revert('EscrowOverflow');
  const seq = head.nextSeq;
  const { deadline } = header;
  const word = { status: 'created', contractId, seq, escrow, deadline, createdAt: block.timestamp, liable } as const;
  const entered = lockEscrow(
    {
      ...state,
      nonces: withEntry(state.nonces, key, used | bit),
      heads: withEntry(state.heads, contractId, { ...head, nextSeq: seq + 1n }),
      tasks: withEntry(state.tasks, taskId, word),
    },
    payerOf(header),
    escrow,
  );
  return { entered, seq };
}

function checkServing(head: Head): void {
  if (head.status === CONTRACT_STATUS.DEGRADED) revert('Degraded');
  if (head.status !== CONTRACT_STATUS.SERVING) revert('NotServing', head.status);
}

/** What belongs to later stages keeps its field and is refused by name. */
function checkFields(header: Task): void {
  if (header.value !== 0n) revert('NotYet', 'value');
  if (header.grantsHash !== ZERO_HASH) revert('NotYet', 'grantsHash');
  if (header.callback !== ZERO_ADDRESS) revert('NotYet', 'callback');
  if (header.callbackGas !== 0) revert('NotYet', 'callbackGas');
}

function checkSigned(who: Hex, taskId: Hex, signature: Hex): void {
  if (signerOf(taskId, signature) !== who) revert('BadSignature', who);
}
