// Client masks (docs/protocols/client-masks.md). A client shows δ = (x − Σ_A r_A) mod 2^w, with r_A = F(k_A, maskId ‖ position) mod 2^w. The
// words r_A are replicated bits already, so binary adders give the bits of x; no message of the client but δ is needed.
import { type FieldVector, type SeatSet, concat, newVector, prf, setElement, u16le } from '@enigma/crypto';
import { columnsOf, sumColumns } from './circuits/columns.ts';
import { type Planes, constantShared, knownPlanes, planesOf } from './circuits/planes.ts';
import { planesToField } from './convert.ts';
import { type Engine, shareOfPiece } from './engine.ts';
import type { Protocol } from './round.ts';
import { MASK_WIDTH_MAX } from './limits.ts';
import { carriesAbove, carryBits } from './reduction.ts';

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
  return yield* sumColumns(engine, columnsOf(operandsOf(engine, inputs, width), width));
}

export interface MaskedValue {
  readonly bits: Planes;
  readonly field: FieldVector;
}

/** Both forms. In F_p: x = δ + Σ_A r_A − 2^w·carry, where the carry is what the adders find above place w: ≤ K, so ⌈log₂(K + 1)⌉ daBits. */
export function* maskedBoth(engine: Engine, inputs: readonly MaskedInput[], width: number): Protocol<MaskedValue> {
  const columns = columnsOf(operandsOf(engine, inputs, width), width + carryBits(engine.sets.length));
  const planes = yield* sumColumns(engine, columns);
  const carry = yield* planesToField(engine, planes.slice(width));
  return { bits: planes.slice(0, width), field: withoutCarry(engine, inputs, width, carry) };
}

/** The form in F_p alone: no bit of x is made. */
export function* maskedField(engine: Engine, inputs: readonly MaskedInput[], width: number): Protocol<FieldVector> {
  const columns = columnsOf(operandsOf(engine, inputs, width), width + carryBits(engine.sets.length));
  const carry = yield* planesToField(engine, yield* carriesAbove(engine, columns, width));
  return withoutCarry(engine, inputs, width, carry);
}

function withoutCarry(engine: Engine, inputs: readonly MaskedInput[], width: number, carry: FieldVector): FieldVector {
  const { kernel } = engine.context;
  const delta = newVector(inputs.length);
  for (const [k, input] of inputs.entries()) setElement(delta, k, input.delta);
  const shares = engine.held.map((set) =>
    shareOfPiece(engine, set, pieceOf(engine, set, inputs, width), inputs.length),
  );
  const sum = shares.reduce((total, share) => kernel.add(total, share), delta);
  return kernel.sub(sum, kernel.scale(carry, 1n << BigInt(width)));
}

function operandsOf(engine: Engine, inputs: readonly MaskedInput[], width: number): Planes[] {
  const delta = planesOf(
    inputs.map((input) => input.delta),
    width,
  ).map((plane) => constantShared(engine, plane));
  const known = engine.sets.map((set) => {
    const key = engine.context.maskKeys.get(set);
    const words = key && inputs.map((input) => maskWord(key, input.maskId, input.position, width));
    return knownPlanes(engine, set, words, inputs.length, width);
  });
  return [delta, ...known];
}

/** Of a set without this seat, whose key it has: without it its share would be another, and nothing would say so. */
function pieceOf(engine: Engine, set: SeatSet, inputs: readonly MaskedInput[], width: number): FieldVector {
  const key = engine.context.maskKeys.get(set);
  if (key === undefined) throw new RangeError('the mask key of a set without this seat is missing');
  const vector = newVector(inputs.length);
  for (const [k, input] of inputs.entries()) setElement(vector, k, maskWord(key, input.maskId, input.position, width));
  return vector;
}
