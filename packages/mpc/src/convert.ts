// From bits to F_p by daBits (docs/protocols/dabits.md; Rotaru–Wood, INDOCRYPT 2019): m = b ⊕ s is opened in Z₂, where s is uniform over
// the whole domain, and [b] = m + [s] − 2m[s] is linear.
import { type FieldVector, P, newVector, setElement } from '@enigma/crypto';
import { type SharedBits, bitAt, xorShared } from './bits.ts';
import { fieldOfBits } from './batches.ts';
import type { Engine } from './engine.ts';
import { type Protocol, openBits } from './round.ts';

export function* bitsToField(engine: Engine, bits: SharedBits): Protocol<FieldVector> {
  const { kernel, material } = engine.context;
  const pairs = material.daBits(bits.length);
  const opened = yield* openBits('uniform', xorShared(bits, pairs.bits));
  // 1 − 2m is −1 where m is set.
  const sign = newVector(bits.length);
  for (let k = 0; k < bits.length; k++) setElement(sign, k, bitAt(opened, k) ? MINUS_ONE : 1n);
  return kernel.mulAdd(pairs.field, sign, fieldOfBits(opened.words, opened.length));
}

const MINUS_ONE = P - 1n;
