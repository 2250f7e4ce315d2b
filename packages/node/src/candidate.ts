// A receipt this seat can stand behind, with everything that must survive a crash before the signature under it may leave: the next state, and what opens its outputs.
import { fromHex, toHex, vectorToBytes, type Hex } from '@enigma/crypto';
import { decodeRecord, encodeRecord, RECEIPT, RESULT, type Receipt, type Result } from '@enigma/protocol';
import type { Backup } from './backup.ts';
import { decodeState, encodeState, type ContractState } from './state.ts';

/** One seat's r′_A of one block. */
export interface HeldPiece {
  readonly set: number;
  readonly salt: Hex;
  /** 16 bytes little endian an element. */
  readonly values: Hex;
}

export interface CandidateTask {
  readonly result: Result;
  readonly publicBytes: Hex;
  readonly events: Hex;
  readonly masked: Hex;
  /** By block. */
  readonly pieces: readonly (readonly HeldPiece[])[];
}

export interface Candidate {
  readonly sessionId: Hex;
  readonly receipt: Receipt;
  readonly digest: Hex;
  readonly tasks: readonly CandidateTask[];
  readonly state: ContractState;
  /** Root over all seats' salted shares of that state. */
  readonly secretRoot: Hex;
  readonly backup?: Backup | undefined;
}

export function heldPiece(piece: {
  readonly set: number;
  readonly salt: Uint8Array;
  readonly mask: Parameters<typeof vectorToBytes>[0];
}): HeldPiece {
  return { set: piece.set, salt: toHex(piece.salt), values: toHex(vectorToBytes(piece.mask)) };
}

export function encodeCandidate(candidate: Candidate): Uint8Array {
  const { sessionId, digest, receipt, tasks, state, secretRoot, backup } = candidate;
  return new TextEncoder().encode(
    JSON.stringify({
      sessionId,
      digest,
      secretRoot,
      backup,
      receipt: toHex(encodeRecord(RECEIPT, receipt)),
      tasks: tasks.map((task) => ({ ...task, result: toHex(encodeRecord(RESULT, task.result)) })),
      state: toHex(encodeState(state)),
    }),
  );
}

/** Reads what `encodeCandidate` wrote: our own bytes, whose checksum the store has compared. */
export function decodeCandidate(bytes: Uint8Array): Candidate {
  const read = JSON.parse(new TextDecoder().decode(bytes)) as {
    sessionId: Hex;
    digest: Hex;
    secretRoot: Hex;
    receipt: Hex;
    tasks: (Omit<CandidateTask, 'result'> & { result: Hex })[];
    state: Hex;
    backup?: Backup;
  };
  return {
    sessionId: read.sessionId,
    digest: read.digest,
    secretRoot: read.secretRoot,
    receipt: own(decodeRecord(RECEIPT, bytesOf(read.receipt))),
    tasks: read.tasks.map((task) => ({ ...task, result: own(decodeRecord(RESULT, bytesOf(task.result))) })),
    state: decodeState(bytesOf(read.state)),
    backup: read.backup,
  };
}

function own<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string }): T {
  if (!outcome.ok) throw new Error(`own record does not decode: ${outcome.code}`);
  return outcome.value;
}

function bytesOf(hex: Hex): Uint8Array {
  return fromHex(hex) ?? new Uint8Array();
}
