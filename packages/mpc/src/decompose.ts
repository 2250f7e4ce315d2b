// Bits of a shared integer 0 ≤ z < 2^span ≤ 2^65 (docs/protocols/dabits.md, "the other way"; Escudero et al., CRYPTO 2020, with PRSS in
// place of cut-and-choose). r = Σ_A r_A, each r_A known to the holders of A and so correctly shared in both domains; c = z + r is opened,
// a bounded opening, and the bits of z are those of c − Σ_A r_A mod 2^span.
import { type FieldVector, elementAt, lengthOf, newVector, setElement } from '@enigma/crypto';
import { sumPlanes } from './circuits/adder.ts';
import { type Planes, constantShared, knownPlanes, planesOf } from './circuits/planes.ts';
import { type Engine, randomPieces, shareOfPiece } from './engine.ts';
import { WALL_BITS } from './limits.ts';
import { type Protocol, openField } from './round.ts';

/** Bits of each r_A. K of them stay below 2^127, so z + r never passes p. */
export function maskBits(sets: number): number {
  return 127 - Math.ceil(Math.log2(sets));
}

/** σ: what the opened c still hides of a value at the wall. */
export function slackBits(sets: number): number {
  return maskBits(sets) - WALL_BITS;
}

export function* bitsOfField(engine: Engine, z: FieldVector, span: number): Protocol<Planes> {
  const { kernel } = engine.context;
  if (span > WALL_BITS) throw new RangeError('a value past the wall is reduced by limbs');
  const count = lengthOf(z);
  const wide = 1n << BigInt(maskBits(engine.sets.length));
  const pieces = new Map([...randomPieces(engine, 'random', count)].map(([set, piece]) => [set, below(piece, wide)]));
  const shares = engine.held.map((set) => shareOfPiece(engine, set, pieces.get(set), count));
  const c = yield* openField(
    'bounded',
    shares.reduce((sum, share) => kernel.add(sum, share), z),
  );
  const modulus = 1n << BigInt(span);
  const values = (vector: FieldVector): bigint[] =>
    Array.from({ length: count }, (_, k) => elementAt(vector, k) % modulus);
  const opened = planesOf(values(c), span).map((plane) => constantShared(engine, plane));
  const negated = engine.sets.map((set) => {
    const piece = pieces.get(set);
    const low = piece && values(piece).map((r) => (modulus - r) % modulus);
    return knownPlanes(engine, set, low, count, span);
  });
  return yield* sumPlanes(engine, [opened, ...negated]);
}

function below(vector: FieldVector, bound: bigint): FieldVector {
  const out = newVector(lengthOf(vector));
  for (let k = 0; k < lengthOf(vector); k++) setElement(out, k, elementAt(vector, k) % bound);
  return out;
}
