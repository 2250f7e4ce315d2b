// Masked outputs (docs/protocols/outputs.md). What leaves the engine is y + r′ mod p, with r′ = Σ_A r′_A pseudo-random, and one commitment
// c_A to each r′_A. Later any one holder of each A opens it: every A has an honest holder, so T seats can neither deny nor falsify.
import {
  type FieldVector,
  type SeatSet,
  concat,
  equalBytes,
  prf,
  readBE,
  toHex,
  u16be,
  utf8,
  vectorToBytes,
} from '@enigma/crypto';
import { outputCommitmentOfBytes } from '@enigma/protocol';
import { type Engine, randomPieces, shareOfPiece } from './engine.ts';
import { Opened } from './internal/opened.ts';
import { type Protocol, openField, publish } from './round.ts';

const COMMITMENT_BYTES = 32;
const SALT_BYTES = 32;
const LABEL_SALT = utf8('salt');

/** Which block of which task of the session. */
export interface OutputPlace {
  readonly task: number;
  readonly block: number;
}

export interface OutputPiece {
  readonly set: SeatSet;
  readonly salt: Uint8Array;
  /** r′_A */
  readonly mask: FieldVector;
}

export interface MaskedOutput {
  readonly place: OutputPlace;
  /** y + r′; with the commitments it becomes public by the next checkpoint. */
  readonly masked: Opened<{ readonly values: FieldVector; readonly commitments: readonly Uint8Array[] }>;
  /** All K of them, in the order of the T-sets: they enter that checkpoint's view. */
  readonly commitments: readonly Uint8Array[];
  /** What this seat opens once the receipt is final, and not before. */
  readonly pieces: readonly OutputPiece[];
}

/** c_A, as `protocol` defines it for nodes and readers alike. */
export function outputCommitment(slot: Uint8Array, place: OutputPlace, piece: OutputPiece): Uint8Array {
  const where = {
    sessionId: toHex(slot.subarray(0, 32)),
    attempt: Number(readBE(slot.subarray(32, 34))),
    taskIndex: place.task,
    blockIndex: place.block,
  };
  return outputCommitmentOfBytes(where, piece.set, piece.salt, vectorToBytes(piece.mask));
}

/** Whether a seat's piece is the one that the receipt committed to. */
export function opensCommitment(
  slot: Uint8Array,
  place: OutputPlace,
  piece: OutputPiece,
  commitment: Uint8Array,
): boolean {
  return piece.salt.length === SALT_BYTES && equalBytes(outputCommitment(slot, place, piece), commitment);
}

/** Masks shares of values that are reduced to their width. */
export function* maskOutput(engine: Engine, place: OutputPlace, values: FieldVector): Protocol<MaskedOutput> {
  const { kernel, slot } = engine.context;
  const count = values.length / 2;
  const masks = randomPieces(engine, 'output', count);
  const salts = engine.context.setKeys('output');
  const label = concat(LABEL_SALT, u16be(place.task), u16be(place.block));
  const pieces = engine.held.map((set): OutputPiece => ({
    set,
    salt: prf(salts.get(set) as Uint8Array, label, SALT_BYTES),
    mask: masks.get(set) as FieldVector,
  }));
  const shares = pieces.map((piece) => shareOfPiece(engine, piece.set, piece.mask, count));
  const masked = shares.reduce((sum, share) => kernel.add(sum, share), values);
  const opened = yield* openField('uniform', masked);
  const published = yield* publish(
    COMMITMENT_BYTES,
    new Map(pieces.map((piece) => [piece.set, outputCommitment(slot, place, piece)])),
  );
  const commitments = engine.sets.map((set) => published.get(set) as Uint8Array);
  return { place, masked: new Opened({ values: opened, commitments }), commitments, pieces };
}

/** y, from a released block and one accepted piece a set. */
export function unmask(
  kernel: Engine['context']['kernel'],
  masked: FieldVector,
  masks: readonly FieldVector[],
): FieldVector {
  return masks.reduce((rest, mask) => kernel.sub(rest, mask), masked);
}
