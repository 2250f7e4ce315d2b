// Masks for clients: the words r_A of one request, told to the one who signed it and to nobody else. Stateless, and always the same answer: nothing is reserved, so nobody can
// exhaust anything (docs/protocols/client-masks.md).
import { fromHex, keccak256, seal, toHex, type Hex, type Random } from '@enigma/crypto';
import { maskWord } from '@enigma/mpc';
import {
  digest,
  encodeMaskPieces,
  MASK_ANSWER,
  MASK_REQUEST,
  MASK_SEAL_INFO,
  maskAnswerContext,
  maskIdOf,
  verifyMaskRequest,
  widthsHashOf,
  type Domain,
  type MaskAnswerBody,
  type MaskRequest,
  type MaskRequestBody,
} from '@enigma/protocol';
import { ALL_CHECKS, type NodeChecks } from './defences.ts';
import type { Signer } from './signer.ts';

export type MaskOutcome =
  | { readonly ok: true; readonly body: MaskAnswerBody }
  | { readonly ok: false; readonly code: 'BAD_REQUEST' | 'BAD_SIGNATURE' };

export interface MaskKeys {
  readonly domain: Domain;
  readonly seat: number;
  /** By T-set without this seat. */
  readonly keys: ReadonlyMap<number, Uint8Array>;
  readonly signer: Signer;
  readonly random: Random;
  readonly checks?: NodeChecks;
}

/** Takes a client's request, checked for form by the API. */
export function answerMask(
  { domain, seat, keys, signer, random, checks = ALL_CHECKS }: MaskKeys,
  body: MaskRequestBody,
): MaskOutcome {
  const { committeeId, period, contractId, sender, kind, requestKey } = body;
  const nonce = BigInt(body.nonce);
  const request: MaskRequest = {
    committeeId,
    period,
    contractId,
    sender,
    kind,
    nonce,
    widthsHash: widthsHashOf(body.widths),
    requestKey,
  };
  const verified = verifyMaskRequest(domain, request, body.widths, body.signature);
  const unsigned = !verified.ok && verified.code === 'WrongSignature';
  if (!verified.ok && (checks['mask.signer'] || !unsigned))
    return { ok: false, code: unsigned ? 'BAD_SIGNATURE' : 'BAD_REQUEST' };
  const requestDigest = digest(domain, MASK_REQUEST, request);
  const maskId = bytesOf(maskIdOf({ committeeId, period, contractId, sender, kind, nonce }));
  const pieces = [...keys].map(([set, key]) => ({
    set,
    words: body.widths.map((width, position) => maskWord(key, maskId, position, width)),
  }));
  const sealed = seal(
    bytesOf(requestKey),
    MASK_SEAL_INFO,
    maskAnswerContext(requestDigest, seat),
    encodeMaskPieces(pieces, body.widths),
    random,
  );
  if (!(sealed instanceof Uint8Array)) return { ok: false, code: 'BAD_REQUEST' };
  const answer = digest(domain, MASK_ANSWER, {
    requestDigest,
    seat,
    sealedHash: toHex(keccak256(sealed)),
  });
  return { ok: true, body: { seat, sealed: toHex(sealed), signature: toHex(signer.sign(bytesOf(answer))) } };
}

function bytesOf(hex: Hex): Uint8Array {
  return fromHex(hex) ?? new Uint8Array();
}
