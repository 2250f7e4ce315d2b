// From bits to F_p by daBits (docs/protocols/dabits.md; Rotaru–Wood, INDOCRYPT 2019): m = b ⊕ s is opened in Z₂, where s is uniform over
// the whole domain, and [b] = m + [s] − 2m[s] is linear.
import { type FieldVector, P, newVector, setElement } from '@enigma/crypto';
import { type SharedBits, bitAt, concatShared, xorShared } from './bits.ts';
import { fieldOfBits } from './batches.ts';
import type { Planes } from './circuits/planes.ts';
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

/** Values of bit planes in F_p: one daBit a bit, one round. The top plane of a signed value counts −2^(w−1). */
export function* planesToField(engine: Engine, planes: Planes, signed = false): Protocol<FieldVector> {
  const top = planes.length - 1;
  return yield* weighted(
    engine,
    planes,
    planes.map((_, k) => (signed && k === top ? P - (1n << BigInt(k)) : 1n << BigInt(k))),
  );
}

/** Σ weights_k·planes_k in F_p. */
export function* weighted(engine: Engine, planes: Planes, weights: readonly bigint[]): Protocol<FieldVector> {
  const length = (planes[0] as SharedBits).length;
  const field = yield* bitsToField(engine, concatShared(planes));
  return engine.context.kernel.combine(
    weights,
    planes.map((_, k) => field.subarray(2 * k * length, 2 * (k + 1) * length)),
  );
}

const MINUS_ONE = P - 1n;
