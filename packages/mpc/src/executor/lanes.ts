// Bits of many values side by side. A bank is the outcome of one batch; a lane is one value in it. Gathering lanes of several banks makes
// the operands of the next batch.
import type { FieldVector } from '@enigma/crypto';
import { elementAt } from '@enigma/crypto';
import type { SharedBits } from '../bits.ts';
import type { Planes } from '../circuits/planes.ts';
import type { Engine } from '../engine.ts';
import { wordsOf } from '../internal/words.ts';

export interface Lane {
  readonly bank: Planes;
  readonly index: number;
}

/** Planes of the lanes, one after another. */
export function gather(engine: Engine, lanes: readonly Lane[], width: number): Planes {
  const first = (lanes[0] as Lane).bank;
  if (
    (first[0] as SharedBits).length === lanes.length &&
    lanes.every((lane, k) => lane.bank === first && lane.index === k)
  )
    return first.slice(0, width);
  return Array.from({ length: width }, (_, plane) => gatherPlane(engine, lanes, plane));
}

/** One plane of the lanes. */
export function gatherPlane(engine: Engine, lanes: readonly Lane[], plane: number): SharedBits {
  return {
    length: lanes.length,
    pieces: new Map(engine.held.map((set) => [set, gatherPiece(lanes, plane, set)])),
  };
}

function gatherPiece(lanes: readonly Lane[], plane: number, set: number): Uint32Array {
  const out = new Uint32Array(wordsOf(lanes.length));
  let bank: Planes | undefined;
  let words: Uint32Array = out;
  for (let k = 0; k < lanes.length; k++) {
    const lane = lanes[k] as Lane;
    if (lane.bank !== bank) {
      bank = lane.bank;
      words = bank[plane]?.pieces.get(set) as Uint32Array;
    }
    out[k >>> 5] =
      (out[k >>> 5] as number) | ((((words[lane.index >>> 5] as number) >>> (lane.index & 31)) & 1) << (k & 31));
  }
  return out;
}

/** Shares of a vector, element by element. */
export function elementsOf(vector: FieldVector): bigint[] {
  return Array.from({ length: vector.length / 2 }, (_, k) => elementAt(vector, k));
}
