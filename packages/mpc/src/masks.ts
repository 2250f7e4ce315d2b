// Client masks (docs/protocols/client-masks.md). A client shows δ = (x − Σ_A r_A) mod 2^w, with r_A = F(k_A, maskId ‖ position) mod 2^w. The
// words r_A are replicated bits already, so binary adders give the bits of x; no message of the client but δ is needed.
import { type FieldVector, P, type SeatSet, concat, newVector, prf, setElement, u16le } from '@enigma/crypto';
import { type SharedBits, concatShared } from './bits.ts';
import { sumPlanes } from './circuits/adder.ts';
import { type Planes, constantShared, knownPlanes, planesOf } from './circuits/planes.ts';
import { bitsToField } from './convert.ts';
import { type Engine, shareOfPiece } from './engine.ts';
import type { Protocol } from './round.ts';
import { MASK_WIDTH_MAX } from './limits.ts';

/** One secret value of an entry or a call, as it stands on chain. */
export interface MaskedInput {
  /** 32 bytes. */
  readonly maskId: Uint8Array;
  /** Place of the value in its entry, in declared order. */
  readonly position: number;
  /** Below 2^w: what the width does not hold was dropped with the entry. */
  readonly delta: bigint;
}

/** r_A mod 2^w of one value: what a node tells the client, and what the engine adds. */
export function maskWord(key: Uint8Array, maskId: Uint8Array, position: number, width: number): bigint {
  if (width < 1 || width > MASK_WIDTH_MAX) throw new RangeError(`a mask has 1..${MASK_WIDTH_MAX} bits`);
  const bytes = prf(key, concat(maskId, u16le(position)), 16);
  let word = 0n;
  for (let k = Math.ceil(width / 8) - 1; k >= 0; k--) word = (word << 8n) | BigInt(bytes[k] as number);
  return word & ((1n << BigInt(width)) - 1n);
}

/** Bits of x for a batch of values of one width. */
export function* maskedBits(engine: Engine, inputs: readonly MaskedInput[], width: number): Protocol<Planes> {
  return yield* sumPlanes(engine, operandsOf(engine, inputs, width, width));
}

export interface MaskedValue {
  readonly bits: Planes;
  readonly field: FieldVector;
}

/**
 * Both forms. In F_p: x = δ + Σ_A r_A − 2^w·carry, where the carry is what the adders find above place w: ≤ K, so ⌈log₂(K + 1)⌉ daBits
 * instead of w.
 */
export function* maskedBoth(engine: Engine, inputs: readonly MaskedInput[], width: number): Protocol<MaskedValue> {
  const { kernel } = engine.context;
  const carryBits = Math.ceil(Math.log2(engine.sets.length + 1));
  const planes = yield* sumPlanes(engine, operandsOf(engine, inputs, width, width + carryBits));
  const carry = yield* planesToField(engine, planes.slice(width));
  let sum = newVector(inputs.length);
  for (const [k, { delta }] of inputs.entries()) setElement(sum, k, delta);
  const delta = sum;
  const shares = engine.held.map((set) =>
    shareOfPiece(engine, set, pieceOf(engine, set, inputs, width), inputs.length),
  );
  sum = shares.reduce((total, share) => kernel.add(total, share), delta);
  return { bits: planes.slice(0, width), field: kernel.sub(sum, kernel.scale(carry, 1n << BigInt(width))) };
}

/** Values of bit planes in F_p: one daBit a bit, one round. The top plane of a signed value counts −2^(w−1). */
export function* planesToField(engine: Engine, planes: Planes, signed = false): Protocol<FieldVector> {
  const length = (planes[0] as SharedBits).length;
  const field = yield* bitsToField(engine, concatShared(planes));
  return engine.context.kernel.combine(
    planes.map((_, k) => (signed && k === planes.length - 1 ? P - (1n << BigInt(k)) : 1n << BigInt(k))),
    planes.map((_, k) => field.subarray(2 * k * length, 2 * (k + 1) * length)),
  );
}

function operandsOf(engine: Engine, inputs: readonly MaskedInput[], width: number, planes: number): Planes[] {
  const delta = planesOf(
    inputs.map((input) => input.delta),
    planes,
  ).map((plane) => constantShared(engine, plane));
  const known = engine.sets.map((set) => {
    const key = engine.context.maskKeys.get(set);
    const words = key && inputs.map((input) => maskWord(key, input.maskId, input.position, width));
    return knownPlanes(engine, set, words, inputs.length, planes);
  });
  return [delta, ...known];
}

function pieceOf(engine: Engine, set: SeatSet, inputs: readonly MaskedInput[], width: number): FieldVector | undefined {
  const key = engine.context.maskKeys.get(set);
  if (key === undefined) return undefined;
  const vector = newVector(inputs.length);
  for (const [k, input] of inputs.entries()) setElement(vector, k, maskWord(key, input.maskId, input.position, width));
  return vector;
}
