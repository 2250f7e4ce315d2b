// Ids: hashes of what a thing is, so that nobody can choose one. Each starts with its own domain tag.
import { concat, type Hex, keccak256, uintBE, utf8 } from '@enigma/crypto';
import { domainTag, hexBytes, keccakHex, keccakWords, word } from './abi.ts';
import { READ_SEQ } from './limits.ts';

const CONTRACT_TAG: Hex = domainTag('enigma.contract.v1');
const COMMITTEE_TAG: Hex = domainTag('enigma.committee.v1');
const SESSION_TAG: Hex = domainTag('enigma.session.v1');
const KEYS_TAG: Hex = domainTag('enigma.keys.v1');
const MASK_TAG: Hex = domainTag('enigma.mask.v1');
const ACCOUNT_TAG: Hex = domainTag('enigma.contract.account.v1');
const LEAF_TAG: Hex = domainTag('enigma.inbox.leaf.v1');

export interface ContractIdParts {
  readonly chainId: bigint;
  readonly tasks: Hex;
  readonly deployer: Hex;
  readonly salt: Hex;
  readonly codeHash: Hex;
  readonly policyHash: Hex;
  readonly initHash: Hex;
  readonly registeredEpoch: number;
}

export function contractIdOf(parts: ContractIdParts): Hex {
  return keccakWords(
    ['bytes32', CONTRACT_TAG],
    ['uint256', parts.chainId],
    ['address', parts.tasks],
    ['address', parts.deployer],
    ['bytes32', parts.salt],
    ['bytes32', parts.codeHash],
    ['bytes32', parts.policyHash],
    ['bytes32', parts.initHash],
    ['uint32', parts.registeredEpoch],
  );
}

export interface CommitteeIdParts {
  readonly contractId: Hex;
  readonly generation: number;
  readonly epochDrawn: number;
  readonly replacements: number;
  readonly seedBlockHash: Hex;
  /** Node indices by seat; standbys are not part of the id. */
  readonly seats: readonly number[];
}

export function committeeIdOf(parts: CommitteeIdParts): Hex {
  const seats = concat(...parts.seats.map((index) => uintBE(index, 4)));
  return keccakWords(
    ['bytes32', COMMITTEE_TAG],
    ['bytes32', parts.contractId],
    ['uint16', parts.generation],
    ['uint32', parts.epochDrawn],
    ['uint8', parts.replacements],
    ['bytes32', parts.seedBlockHash],
    ['bytes32', keccakHex(seats)],
  );
}

export interface SessionIdParts {
  readonly committeeId: Hex;
  readonly generation: number;
  /** One of SESSION_KIND. */
  readonly kind: number;
  /** Zero for KEYS and POOL, which serve every contract of the committee. */
  readonly contractId: Hex;
  /** TASKS: the first seq. POOL: the batch number. KEYS: 0. */
  readonly firstSeqOrBatch: bigint;
  readonly count: number;
  /** Hash of the block that includes the last seq of the batch; zero where there is none. */
  readonly anchor: Hex;
}

export function sessionIdOf(parts: SessionIdParts): Hex {
  return keccakWords(
    ['bytes32', SESSION_TAG],
    ['bytes32', parts.committeeId],
    ['uint16', parts.generation],
    ['uint8', parts.kind],
    ['bytes32', parts.contractId],
    ['uint64', parts.firstSeqOrBatch],
    ['uint16', parts.count],
    ['bytes32', parts.anchor],
  );
}

/** One seat's claim that it lost its disk. */
export interface LossParts {
  readonly committeeId: Hex;
  readonly seat: number;
  /** Start number of the node that claims it. */
  readonly boot: bigint;
  readonly start: Hex;
}

/** What a committee's keys are called after a repair: sessions stand under it as they stood under committeeId, and the REPAIR receipt has it as its anchor. */
export function keysIdOf({ committeeId, seat, boot, start }: LossParts): Hex {
  return keccakWords(
    ['bytes32', KEYS_TAG],
    ['bytes32', committeeId],
    ['uint8', seat],
    ['uint64', boot],
    ['bytes32', start],
  );
}

export interface MaskIdParts {
  readonly committeeId: Hex;
  readonly period: number;
  readonly contractId: Hex;
  readonly sender: Hex;
  /** One of MASK_KIND. */
  readonly kind: number;
  readonly nonce: bigint;
}

export function maskIdOf(parts: MaskIdParts): Hex {
  return keccakWords(
    ['bytes32', MASK_TAG],
    ['bytes32', parts.committeeId],
    ['uint32', parts.period],
    ['bytes32', parts.contractId],
    ['address', parts.sender],
    ['uint8', parts.kind],
    ['uint64', parts.nonce],
  );
}

/** One byte per value of a record: its width in bits. */
export function widthsHashOf(widths: readonly number[]): Hex {
  return keccakHex(Uint8Array.from(widths));
}

/** The account that pays for what a contract itself makes due; filled by `deposit`. */
export function contractAccountOf(contractId: Hex): Hex {
  const hash = keccakWords(['bytes32', ACCOUNT_TAG], ['bytes32', contractId]);
  return `0x${hash.slice(26)}`;
}

/** Body of a scheduled task: its height, as abi.encode(uint64). */
export function scheduledBody(height: bigint): Uint8Array {
  return word('uint64', height);
}

/** A function's four bytes: keccak of `name(type,…)` as the module's function table spells it. */
export function functionIdOf(signature: string): Hex {
  return keccakHex(utf8(signature)).slice(0, 10) as Hex;
}

/**
 * Whether a function's four bytes say that it changes no state: its tasks are reads, which have an order of their own beside the queue, and end in any order. The
 * bytecode's verifier holds a function to what its bytes say.
 */
export function isReadFunction(fn: Hex): boolean {
  return fn.startsWith('0xff');
}

/** Whether a seq is one of a read. */
export function isReadSeq(seq: bigint): boolean {
  return seq >= READ_SEQ;
}

export interface InboxLeafParts {
  readonly contractId: Hex;
  readonly index: bigint;
  readonly height: bigint;
  readonly body: Uint8Array;
}

/** InputID: the leaf of one entry. The sender is the body's first 20 bytes, whatever they are. */
export function inboxLeafOf(parts: InboxLeafParts): Hex {
  const sender = new Uint8Array(20);
  sender.set(parts.body.subarray(0, 20));
  return keccakHex(
    word('bytes32', LEAF_TAG),
    word('bytes32', parts.contractId),
    word('uint64', parts.index),
    word('uint64', parts.height),
    concat(new Uint8Array(12), sender),
    keccak256(parts.body),
  );
}

/** One step of the inbox's fold: head' = keccak(head ‖ leaf). */
export function foldInbox(head: Hex, leaf: Hex): Hex {
  return keccakHex(hexBytes(head), hexBytes(leaf));
}

/** abortsHash of attempt a: keccak(abortsHash of a−1 ‖ digest of the AbortRecord of a−1); zero at attempt 0. */
export function foldAborts(previous: Hex, abortDigest: Hex): Hex {
  return keccakHex(hexBytes(previous), hexBytes(abortDigest));
}

/** receiptHead' = keccak(receiptHead ‖ receipt digest): one word proves a contract's whole history. */
export function foldReceipts(head: Hex, receiptDigest: Hex): Hex {
  return keccakHex(hexBytes(head), hexBytes(receiptDigest));
}
