// Masked outputs: y + r′ in blocks, with the commitments c_A that let a reader take each r′_A from any one seat.
import {
  concat,
  equalBytes,
  fieldFromBytes,
  fieldToBytes,
  hashOf,
  type Hex,
  readBE,
  toHex,
  u8,
  u16be,
  u32be,
} from '@enigma/crypto';
import { hexBytes, keccakHex, ZERO_ADDRESS } from './abi.ts';
import { ELEMENTS_MAX, MASKED_BYTES_MAX, SETS_MAX } from './limits.ts';
import { accept, type Outcome, refuse } from './refusal.ts';

export const MASKED_TO = { EVERYONE: 0, ADDRESS: 1 } as const;

export interface MaskedBlock {
  /** One of MASKED_TO. */
  readonly to: number;
  /** Zero for everyone. */
  readonly recipient: Hex;
  /** y + r′ mod p, y reduced to its width before masking. */
  readonly values: readonly bigint[];
  /** c_A for each T-set A in lexicographic order, 32 bytes each. */
  readonly commitments: readonly Uint8Array[];
}

export function encodeBlocks(blocks: readonly MaskedBlock[]): Uint8Array {
  return concat(
    ...blocks.map((block) =>
      concat(
        u8(block.to),
        hexBytes(block.recipient),
        u32be(block.values.length),
        ...block.values.map(fieldToBytes),
        ...block.commitments,
      ),
    ),
  );
}

/** Bytes of one block of so many values. */
export function maskedBlockBytes(values: number, sets: number): number {
  return 1 + 20 + 4 + 16 * values + 32 * sets;
}

/** Takes anybody's bytes. `sets` = how many T-sets the committee has. */
export function decodeBlocks(bytes: Uint8Array, sets: number): Outcome<readonly MaskedBlock[]> {
  if (bytes.length > MASKED_BYTES_MAX) return refuse('TooLong', { length: bytes.length, max: MASKED_BYTES_MAX });
  if (!(Number.isInteger(sets) && sets >= 1 && sets <= SETS_MAX)) return refuse('OutOfRange', { sets });
  const blocks: MaskedBlock[] = [];
  for (let at = 0; at < bytes.length;) {
    const header = bytes.subarray(at, at + 25);
    if (header.length < 25) return refuse('Truncated', { block: blocks.length });
    const to = header[0] as number;
    const recipient = toHex(header.subarray(1, 21));
    if (to !== MASKED_TO.EVERYONE && to !== MASKED_TO.ADDRESS)
      return refuse('UnknownKind', { block: blocks.length, to });
    if ((to === MASKED_TO.EVERYONE) !== (recipient === ZERO_ADDRESS))
      return refuse('Malformed', { block: blocks.length });
    const count = Number(readBE(header.subarray(21, 25)));
    if (count > ELEMENTS_MAX) return refuse('TooLong', { block: blocks.length, length: count, max: ELEMENTS_MAX });
    at += 25;
    const end = at + count * 16 + sets * 32;
    if (end > bytes.length) return refuse('Truncated', { block: blocks.length });
    const values: bigint[] = [];
    for (let i = 0; i < count; i++) {
      const value = fieldFromBytes(bytes, at + 16 * i);
      if (value === undefined) return refuse('OutOfRange', { block: blocks.length, element: i });
      values.push(value);
    }
    at += count * 16;
    const commitments = Array.from({ length: sets }, (_, k) => bytes.slice(at + 32 * k, at + 32 * (k + 1)));
    at = end;
    blocks.push({ to, recipient, values, commitments });
  }
  return accept(blocks);
}

/** maskedHash of a result: keccak over all its blocks. */
export function maskedHashOf(blocks: Uint8Array): Hex {
  return keccakHex(blocks);
}

/** Where in a receipt an output mask belongs. */
export interface OutputSlot {
  readonly sessionId: Hex;
  readonly attempt: number;
  readonly taskIndex: number;
  readonly blockIndex: number;
}

/** c_A: SHA-256 transcript over slot, A, 32-byte salt and the r′_A vector. */
export function outputCommitment(
  slot: OutputSlot,
  set: number,
  salt: Uint8Array,
  values: readonly bigint[],
): Uint8Array {
  if (salt.length !== 32) throw new RangeError('a salt has 32 bytes');
  return outputCommitmentOfBytes(slot, set, salt, concat(...values.map(fieldToBytes)));
}

/** The same over canonical bytes, 16 little endian per element. */
export function outputCommitmentOfBytes(
  slot: OutputSlot,
  set: number,
  salt: Uint8Array,
  values: Uint8Array,
): Uint8Array {
  const place = concat(hexBytes(slot.sessionId), u16be(slot.attempt), u16be(slot.taskIndex), u16be(slot.blockIndex));
  return hashOf('enigma.output.v1', place, u32be(set), salt, values);
}

/** Whether one seat's piece is the one committed to. One honest seat is enough; T cannot falsify. Takes a peer's bytes. */
export function checkOutputPiece(
  slot: OutputSlot,
  set: number,
  salt: Uint8Array,
  values: Uint8Array,
  commitment: Uint8Array,
): Outcome<readonly bigint[]> {
  if (salt.length !== 32 || values.length % 16 !== 0 || values.length > 16 * ELEMENTS_MAX) return refuse('WrongLength');
  if (!equalBytes(outputCommitmentOfBytes(slot, set, salt, values), commitment)) return refuse('WrongRoot', { set });
  const elements: bigint[] = [];
  for (let at = 0; at < values.length; at += 16) {
    const value = fieldFromBytes(values, at);
    if (value === undefined) return refuse('OutOfRange', { element: at / 16 });
    elements.push(value);
  }
  return accept(elements);
}

export function outputHashOf(output: Uint8Array): Hex {
  return keccakHex(output);
}
