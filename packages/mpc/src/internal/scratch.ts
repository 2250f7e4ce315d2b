// Vectors that one protocol after another uses for a moment: new memory costs up to four times the arithmetic that fills it.
import { type FieldVector, newVector } from '@enigma/crypto';

export interface Scratch {
  /** `count` elements that nobody else holds, with whatever stood in them. */
  take(count: number): FieldVector;
  /** Whoever took it holds no view of it any more. */
  giveBack(vector: FieldVector): void;
}

/** Keeps a few vectors at most: protocols ask for the same lengths over and over. */
const KEPT_MAX = 8;

export function createScratch(): Scratch {
  const free: FieldVector[] = [];
  return {
    take(count) {
      const at = free.findIndex((vector) => vector.length === 2 * count);
      return at < 0 ? newVector(count) : (free.splice(at, 1)[0] as FieldVector);
    },
    giveBack(vector) {
      free.push(vector);
      if (free.length > KEPT_MAX) free.shift();
    },
  };
}
