// Calls: arguments sealed under the caller's masks, a header that he signs, and the transaction that makes it a task, sent by him or by whoever pays for it.
import { answersCaller, callWidths, callWords, encodeCall, readsValue } from '@enigma/bytecode';
import {
  concat,
  deriveSealingKey,
  hkdf,
  keccak256,
  readBE,
  toHex,
  utf8,
  type Hex,
  type SealingKey,
  type SigningKey,
} from '@enigma/crypto';
import {
  CALLBACK_GAS_MAX,
  deltaOf,
  digest,
  encodeDeltas,
  keccakHex,
  MASK_KIND,
  maskIdOf,
  signRecord,
  TASK,
  ZERO_ADDRESS,
  ZERO_HASH,
  type ChainPort,
  type Task,
} from '@enigma/protocol';
import { refused } from './chainRefusal.ts';
import { checksOf } from './defences.ts';
import { ClientError, type LyingNode } from './errors.ts';
import { memoryJournal, type Journal } from './journal.ts';
import { requestMasks } from './masks.ts';
import { domainOf, type Ports } from './ports.ts';
import { bytesOf, guarded, latestOf, ONLY_PERIOD, type CommitteeFacts, type Deployed } from './reading.ts';
import { argumentsOf, functionOf } from './values.ts';

export interface CallTerms {
  /** In the order of the function's parameters. */
  readonly args?: readonly unknown[];
  readonly gasLimit: bigint;
  readonly gasPrice: bigint;
  readonly tip?: bigint;
  /** How long the task may take. */
  readonly windowSeconds: number;
  /** Who calls. Needed where an argument is secret or a result is for him alone; default the account that sends. */
  readonly sender?: SigningKey;
  /** Account whose balance pays the escrow; default the account that sends. */
  readonly payer?: Hex;
  /** Used once by a sender; default a random one. A chosen one needs a journal that outlives this process. */
  readonly nonce?: bigint;
  /** Paid in public, beside the fee: the contract's own once the call ends OK, the payer's again in every other case. */
  readonly value?: bigint;
  /** Who is told on chain what is opened for everyone, once the call has ended OK and its output stands there. */
  readonly callback?: Callback;
  readonly journal?: Journal;
  readonly signal?: AbortSignal;
  /** Gives the body to the nodes and not to the chain: cheaper, and the only way above 8 KiB. Default: only what is longer than that. */
  readonly offChain?: boolean;
}

/** A contract with `onEnigmaResult(bytes32 taskId, bytes output)`. It checks that Tasks calls it, and that the task is one that it asked for. */
export interface Callback {
  readonly target: Hex;
  /** What that function is given, of the chain's gas; never more, never less. */
  readonly gas: number;
}

/** A call ready to be sent by anyone whom its header lets pay. It tells nobody the arguments. */
export interface SealedCall<N extends string = string> {
  readonly fn: N;
  readonly taskId: Hex;
  readonly header: Task;
  readonly body: Hex;
  /** Empty where the sender is an account whose key is not here: it sends the call itself. */
  readonly senderSig: Hex;
  /** Who has the body, where it stays off chain: `giveBody`. */
  readonly acks?: Hex;
  /** Seats that answered wrongly and were outvoted. */
  readonly liars: readonly LyingNode[];
}

export async function sealCall<N extends string>(
  ports: Ports,
  deployed: Deployed,
  committee: CommitteeFacts,
  name: N,
  terms: CallTerms,
): Promise<SealedCall<N>> {
  const { chain } = ports;
  const { module } = deployed.verified;
  const index = functionOf(deployed.verified, name, ['call', 'read']);
  const { selector } = module.functions[index] as (typeof module.functions)[number];
  checkTerms(terms, readsValue(module, index));
  const args = argumentsOf(deployed.verified, index, terms.args);
  const widths = callWidths(module, index);
  const answers = answersCaller(module, index);
  const { sender } = terms;
  if (sender === undefined && (widths.length > 0 || answers)) throw needsSender(name);
  const nonce = nonceOf(ports, terms);
  const { contractId } = deployed;
  const words = callWords(module, index, args);
  const hidden =
    sender === undefined || words.length === 0
      ? { deltas: [], liars: [] }
      : await hide(ports, committee, contractId, sender, nonce, words, widths, terms);
  const { committeeId } = committee;
  const body = encodeCall(module, index, {
    committeeId: bytesOf(committeeId),
    period: ONLY_PERIOD,
    args,
    deltas: hidden.deltas,
    ...(answers && sender !== undefined
      ? { replyKey: replyKeyOf(sender, committeeId, contractId, nonce).publicKey }
      : {}),
  });
  const latest = await latestOf(chain);
  const header: Task = {
    contractId,
    fn: selector,
    bodyHash: toHex(keccak256(body)),
    sender: sender?.address ?? chain.account,
    payer: terms.payer ?? chain.account,
    nonce,
    value: terms.value ?? 0n,
    grantsHash: ZERO_HASH,
    gasLimit: terms.gasLimit,
    gasPrice: terms.gasPrice,
    tip: terms.tip ?? 0n,
    deadline: latest.timestamp + terms.windowSeconds,
    callback: (terms.callback?.target.toLowerCase() ?? ZERO_ADDRESS) as Hex,
    callbackGas: terms.callback?.gas ?? 0,
  };
  const domain = domainOf(chain);
  const senderSig = sender === undefined ? '0x' : signRecord(domain, TASK, header, sender.privateKey);
  return { fn: name, taskId: digest(domain, TASK, header), header, body: toHex(body), senderSig, liars: hidden.liars };
}

/** What the call locks of its payer's balance. */
export function lockedBy({ header }: Pick<SealedCall, 'header'>): bigint {
  return header.gasLimit * header.gasPrice + header.tip + header.value;
}

/** Sends the call as the account of `chain`, which pays. Returns the block that holds it. */
export async function sendCall(chain: ChainPort, { header, body, senderSig, acks }: SealedCall): Promise<bigint> {
  const order = {
    header,
    body: acks === undefined ? body : '0x',
    // Whoever sends needs no signature of his own.
    senderSig: header.sender === chain.account ? '0x' : senderSig,
    payerSig: '0x',
    ...(acks === undefined ? {} : { acks }),
  } as const;
  const submitted = await guarded(() => chain.submit({ name: 'create', ...order }));
  if (!submitted.ok) throw refused('create', submitted.refusal);
  return submitted.blockNumber;
}

/** The key that opens what a call gives its sender: from his own key and the call's mask, so that he needs nothing else to open it later. */
export function replyKeyOf(sender: SigningKey, committeeId: Hex, contractId: Hex, nonce: bigint): SealingKey {
  const maskId = maskIdOf({
    committeeId,
    period: ONLY_PERIOD,
    contractId,
    sender: sender.address,
    kind: MASK_KIND.CALL,
    nonce,
  });
  return deriveSealingKey(hkdf(sender.privateKey, concat(utf8('enigma.reply.v1'), bytesOf(maskId)), 32));
}

async function hide(
  ports: Ports,
  committee: CommitteeFacts,
  contractId: Hex,
  sender: SigningKey,
  nonce: bigint,
  words: readonly bigint[],
  widths: readonly number[],
  { journal = memoryJournal(), signal }: CallTerms,
): Promise<{ readonly deltas: readonly bigint[]; readonly liars: readonly LyingNode[] }> {
  const masks = await requestMasks(
    ports,
    { domain: domainOf(ports.chain), committee, contractId, kind: MASK_KIND.CALL, nonce, widths },
    sender,
    signal === undefined ? {} : { signal },
  );
  const deltas = words.map((word, i) => deltaOf(word, [masks.values[i] as bigint], widths[i] as number));
  const record = { maskId: masks.maskId, valuesHash: keccakHex(encodeDeltas(deltas, widths)) };
  const standing = await journal.put(record);
  if (checksOf(ports)['mask.once'] && standing.valuesHash !== record.valuesHash)
    throw new ClientError(
      'MASK_USED',
      `Nonce ${nonce} of this sender already hides other arguments.`,
      { contractId, nonce },
      'Use another nonce, or none: then a fresh one is drawn.',
    );
  return { deltas, liars: masks.liars };
}

/** Unordered: a random one is unused but for a chance of 2^-56. */
function nonceOf(ports: Ports, { nonce, journal }: CallTerms): bigint {
  if (nonce === undefined) return readBE(ports.random(7));
  if (nonce >= 0n && nonce < 1n << 64n && journal !== undefined) return nonce;
  throw new ClientError(
    'BAD_ARGUMENT',
    'A nonce of your own is an unsigned 64-bit integer and comes with a journal.',
    { field: 'nonce' },
    'Leave it out, or give the journal that has written down what it was used for.',
  );
}

/** What the contracts would refuse whatever the network: said before a mask is spent on it. */
function checkTerms({ value = 0n, callback }: CallTerms, isRead: boolean): void {
  const bits = isRead ? 64n : 128n;
  if (value < 0n || value >= 1n << bits)
    throw new ClientError(
      'BAD_ARGUMENT',
      `A value is an unsigned ${bits}-bit integer${isRead ? ' where the function reads it' : ''}.`,
      { field: 'value' },
      'Give it in the smallest unit of the token.',
    );
  if (callback === undefined) return;
  const { target, gas } = callback;
  if (/^0x[0-9a-f]{40}$/i.test(target) && target !== ZERO_ADDRESS && Number.isInteger(gas)) {
    if (gas >= 1 && gas <= CALLBACK_GAS_MAX) return;
  }
  throw new ClientError(
    'BAD_ARGUMENT',
    `A callback is the address of a contract, with 1 to ${CALLBACK_GAS_MAX} gas.`,
    { field: 'callback', target, gas },
    'Name a contract with onEnigmaResult(bytes32, bytes), and the gas that it needs.',
  );
}

function needsSender(name: string): ClientError {
  return new ClientError(
    'WRONG_KEY',
    `${name} takes or gives secrets, which are hidden under the caller’s own key.`,
    { name },
    'Give the caller’s signing key as `sender`.',
  );
}
