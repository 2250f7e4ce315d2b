// Mask requests and answers: what a client signs to learn its input masks, and what a seat answers. A seat answers the
// same for ever, so nothing is reserved and nothing is stored; wire forms are in clientApi.ts.
import { concat, type Hex, readBE, readLE, u8, u32be, uintLE } from '@enigma/crypto';
import { hexBytes, keccakHex } from './abi.ts';
import { digest, type Domain, signRecord, verifyRecord } from './eip712.ts';
import { deltaBytes } from './inbox.ts';
import { SETS_MAX, WIDTH_MAX } from './limits.ts';
import { MASK_ANSWER, MASK_KIND, MASK_REQUEST, type MaskRequest } from './records.ts';
import { accept, type Outcome, refuse } from './refusal.ts';

/** r_A of one T-set A, one word per value, of its width. */
export interface MaskPiece {
  /** Bit i = seat i is in A. */
  readonly set: number;
  readonly words: readonly bigint[];
}

/** What is sealed to the request key: for each T-set without the seat, in order, set ‖ words. */
export function encodeMaskPieces(pieces: readonly MaskPiece[], widths: readonly number[]): Uint8Array {
  return concat(
    ...pieces.map((piece) =>
      concat(
        u32be(piece.set),
        ...piece.words.map((value, i) => {
          const width = widths[i] as number;
          if (value >> BigInt(width) !== 0n) throw new RangeError('a mask word does not fit its width');
          return uintLE(value, Math.ceil(width / 8));
        }),
      ),
    ),
  );
}

/** Takes a seat's bytes: exactly the sets expected of it, in order, each word in its width. */
export function decodeMaskPieces(
  bytes: Uint8Array,
  sets: readonly number[],
  widths: readonly number[],
): Outcome<readonly MaskPiece[]> {
  if (sets.length > SETS_MAX || widths.some((width) => width < 1 || width > WIDTH_MAX)) return refuse('OutOfRange');
  const need = sets.length * (4 + deltaBytes(widths));
  if (bytes.length !== need) return refuse('WrongLength', { have: bytes.length, need });
  const pieces: MaskPiece[] = [];
  let at = 0;
  for (const [i, set] of sets.entries()) {
    const given = Number(readBE(bytes.subarray(at, at + 4)));
    if (given !== set) return refuse('WrongIndex', { piece: i, expected: set, given });
    at += 4;
    const words: bigint[] = [];
    for (const width of widths) {
      const size = Math.ceil(width / 8);
      const value = readLE(bytes.subarray(at, at + size));
      if (value >> BigInt(width) !== 0n) return refuse('OutOfRange', { piece: i, width });
      words.push(value);
      at += size;
    }
    pieces.push({ set, words });
  }
  return accept(pieces);
}

/** Whether the request is well formed and its sender signed it: a mask is told to nobody else. Takes a peer's record. */
export function verifyMaskRequest(
  domain: Domain,
  request: MaskRequest,
  widths: readonly number[],
  signature: Hex,
): Outcome<Hex> {
  if (request.kind !== MASK_KIND.CALL && request.kind !== MASK_KIND.INBOX)
    return refuse('UnknownKind', { kind: request.kind });
  if (widths.length === 0 || widths.some((width) => !Number.isInteger(width) || width < 1 || width > WIDTH_MAX)) {
    return refuse('OutOfRange', { field: 'widths' });
  }
  if (keccakHex(Uint8Array.from(widths)) !== request.widthsHash) return refuse('WrongRoot', { field: 'widthsHash' });
  if (!verifyRecord(domain, MASK_REQUEST, request, signature, request.sender))
    return refuse('WrongSignature', { of: 'sender' });
  return accept(digest(domain, MASK_REQUEST, request));
}

/** The additional data of the sealing: an answer opens for this request and this seat alone. */
export function maskAnswerContext(requestDigest: Hex, seat: number): Uint8Array {
  return concat(hexBytes(requestDigest), u8(seat));
}

export function signMaskAnswer(
  domain: Domain,
  requestDigest: Hex,
  seat: number,
  sealed: Uint8Array,
  key: Uint8Array,
): Hex {
  return signRecord(domain, MASK_ANSWER, { requestDigest, seat, sealedHash: keccakHex(sealed) }, key);
}

/** Takes a seat's bytes. */
export function verifyMaskAnswer(
  domain: Domain,
  requestDigest: Hex,
  seat: number,
  sealed: Uint8Array,
  signature: Hex,
  signer: Hex,
): boolean {
  return verifyRecord(domain, MASK_ANSWER, { requestDigest, seat, sealedHash: keccakHex(sealed) }, signature, signer);
}

/** δ = (x − r) mod 2^w, where r = Σ_A r_A mod 2^w. */
export function deltaOf(value: bigint, pieces: readonly bigint[], width: number): bigint {
  const modulus = 1n << BigInt(width);
  if (value < 0n || value >= modulus) throw new RangeError('a value does not fit its width');
  const mask = pieces.reduce((sum, piece) => sum + piece, 0n);
  return (((value - mask) % modulus) + modulus) % modulus;
}
