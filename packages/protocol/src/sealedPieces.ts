// What opens a block of masked output that is for one reader: a seat's pieces of its mask, sealed to the reply key in the body of his call. He counts a piece like any
// other, by the commitment in the receipt; the seal keeps it from everybody else.
import { concat, type Hex, readBE, toHex, u8, u16be, u32be, utf8 } from '@enigma/crypto';
import { hexBytes } from './abi.ts';
import { ELEMENTS_MAX, SETS_MAX } from './limits.ts';
import { accept, type Outcome, refuse } from './refusal.ts';

export interface SaltedPiece {
  /** Bit i = seat i is in A, and does not know the piece. */
  readonly set: number;
  readonly salt: Hex;
  /** 16 bytes little endian an element. */
  readonly values: Hex;
}

export const PIECES_SEAL_INFO: Uint8Array = utf8('enigma.output');

/** The additional data of the sealing: what a seat sealed for one block of one task opens for no other. */
export function piecesContext(receiptDigest: Hex, index: number, block: number, seat: number): Uint8Array {
  return concat(hexBytes(receiptDigest), u32be(index), u16be(block), u8(seat));
}

/** For each piece set u32 ‖ salt 32 ‖ values. */
export function encodePieces(pieces: readonly SaltedPiece[]): Uint8Array {
  return concat(...pieces.map(({ set, salt, values }) => concat(u32be(set), hexBytes(salt), hexBytes(values))));
}

/** Takes a seat's bytes: pieces of `elements` elements each. */
export function decodePieces(bytes: Uint8Array, elements: number): Outcome<readonly SaltedPiece[]> {
  const size = 36 + 16 * elements;
  const count = bytes.length / size;
  if (elements < 1 || elements > ELEMENTS_MAX || !Number.isInteger(count) || count > SETS_MAX)
    return refuse('WrongLength', { have: bytes.length, need: size });
  return accept(
    Array.from({ length: count }, (_, i) => {
      const one = bytes.subarray(i * size, (i + 1) * size);
      return {
        set: Number(readBE(one.subarray(0, 4))),
        salt: toHex(one.subarray(4, 36)),
        values: toHex(one.subarray(36)),
      };
    }),
  );
}
