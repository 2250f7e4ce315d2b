// The body of a call as a seat reads it: public bytes alone decide whether it reads at all, so that every seat ends a wrong one alike (docs/formats.md).
import { decodeCall, mapLeaves, secret, WHOLE_BODY, type Value } from '@enigma/bytecode';
import { seal, toHex, type Hex } from '@enigma/crypto';
import type { SecretInput } from '@enigma/mpc';
import {
  encodePieces,
  maskIdOf,
  MASK_KIND,
  PIECES_SEAL_INFO,
  piecesContext,
  RESULT_STATUS,
  type SaltedPiece,
} from '@enigma/protocol';
import type { Site } from './execute.ts';
import { bytesOf } from './hex.ts';
import { onlyPeriod } from './program.ts';
import type { SeatHost } from './seat.ts';
import type { TaskView } from './view.ts';

export type ReadCall =
  | { readonly ok: true; readonly args: readonly Value<SecretInput>[]; readonly replyKey: Uint8Array | undefined }
  | { readonly ok: false; readonly status: number; readonly code: number };

/** `fn` is the module's index of a function that may be called. */
export function readCall({ program, committee, contract, checks }: Site, fn: number, task: TaskView): ReadCall {
  const { module } = program.verified;
  const call = decodeCall(module, fn, bytesOf(task.body));
  if (!call.ok) return { ok: false, status: RESULT_STATUS.BAD_INPUT, code: call.argument };
  const { committeeId, period, replyKey, args } = call.value;
  const ours = toHex(committeeId) === committee.committeeId && period === onlyPeriod;
  // Under other keys the same δ hides another value.
  if (checks['call.committee'] && !ours) return { ok: false, status: RESULT_STATUS.BAD_INPUT, code: WHOLE_BODY };
  const { sender, nonce } = task.header;
  const { contractId } = contract;
  const maskId = bytesOf(
    maskIdOf({ committeeId: committee.committeeId, period, contractId, sender, kind: MASK_KIND.CALL, nonce }),
  );
  const params = module.functions[fn]?.params ?? [];
  return {
    ok: true,
    replyKey,
    args: params.map(({ type }, at) =>
      mapLeaves(module.types, type, args[at] as (typeof args)[number], ({ scalar }) =>
        typeof scalar === 'bigint' ? scalar : secret<SecretInput>({ maskId, ...scalar.scalar }),
      ),
    ),
  };
}

/** This seat's pieces of a block for one reader, sealed to the reply key of his call: undefined where the task names none that a seal can be made to. */
export function sealedFor(
  { program, seat, random }: Pick<SeatHost, 'program' | 'seat' | 'random'>,
  task: TaskView,
  place: { readonly receiptDigest: Hex; readonly index: number; readonly block: number },
  pieces: readonly SaltedPiece[],
): Hex | undefined {
  const { module } = program.verified;
  const fn = module.functions.findIndex((one) => one.selector === task.header.fn);
  const call = decodeCall(module, fn, bytesOf(task.body));
  if (!call.ok || call.value.replyKey === undefined) return undefined;
  const context = piecesContext(place.receiptDigest, place.index, place.block, seat);
  const sealed = seal(call.value.replyKey, PIECES_SEAL_INFO, context, encodePieces(pieces), random);
  return sealed instanceof Uint8Array ? toHex(sealed) : undefined;
}
