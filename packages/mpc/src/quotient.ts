// Values in F_p divided by public numbers (docs/protocols/division.md), exactly: one masked opening, since a quotient of a sum is the sum of the quotients but for a
// carry, and whoever knows a mask knows its quotient.
import { type FieldVector, elementAt, lengthOf, shareCoefficient, vectorOf } from '@enigma/crypto';
import { type SharedBits, xorShared } from './bits.ts';
import { columnsOf, sumColumns } from './circuits/columns.ts';
import { greaterThanPublic } from './circuits/compare.ts';
import { type Planes, knownPlanes, planesOf } from './circuits/planes.ts';
import { weighted } from './convert.ts';
import { drawMask } from './edaBits.ts';
import type { Engine } from './engine.ts';
import { WALL_BITS } from './limits.ts';
import { type Protocol, openField } from './round.ts';
import { together } from './together.ts';

/**
 * ⌊z/d⌋ for 0 ≤ z < 2^65, each by its own public d ≥ 1 of at most `bits` bits. With c = z + Σ_A r_A over the integers and ρ the remainders,
 *   ⌊z/d⌋ = ⌊c/d⌋ − Σ_A ⌊r_A/d⌋ − u,  u = how many of j = 0 … K − 1 have Σ_A ρ(r_A) > ρ(c) + j·d.
 */
export function* quotient(
  engine: Engine,
  z: FieldVector,
  divisors: readonly bigint[],
  bits: number,
): Protocol<FieldVector> {
  if (bits < 1 || bits > WALL_BITS - 1) throw new RangeError('a divisor is an integer of the language');
  const { kernel, seat } = engine.context;
  const K = engine.sets.length;
  const count = lengthOf(z);
  const { pieces, shares } = drawMask(engine, count);
  const parts = new Map([...pieces].map(([set, piece]) => [set, divided(piece, divisors)]));
  const width = bits + Math.ceil(Math.log2(K));
  const known = engine.sets.map((set) => knownPlanes(engine, set, parts.get(set)?.remainders, count, bits));
  const [opened, sum] = (yield* together<unknown>([
    openField('bounded', kernel.add(shares, z, shares)),
    sumColumns(engine, columnsOf(known, width)),
  ])) as [FieldVector, Planes];
  const told = divided(opened, divisors);
  const over = yield* together(
    engine.sets.map((_, j) =>
      greaterThanPublic(
        engine,
        sum,
        planesOf(
          told.remainders.map((rest, k) => rest + BigInt(j) * (divisors[k] as bigint)),
          width,
        ),
      ),
    ),
  );
  const carry = yield* weighted(engine, countOf(over), powers(K));
  const held = [...pieces.keys()];
  const masks = kernel.combine(
    held.map((set) => shareCoefficient(set, seat)),
    held.map((set) => vectorOf(parts.get(set)?.quotients as readonly bigint[])),
  );
  return kernel.sub(kernel.sub(vectorOf(told.quotients), masks), carry);
}

function divided(
  vector: FieldVector,
  divisors: readonly bigint[],
): { readonly quotients: readonly bigint[]; readonly remainders: readonly bigint[] } {
  const values = divisors.map((_, k) => elementAt(vector, k));
  return {
    quotients: values.map((value, k) => value / (divisors[k] as bigint)),
    remainders: values.map((value, k) => value % (divisors[k] as bigint)),
  };
}

/** How many of answers that fall once hold, in binary: its bit b turns at every multiple of 2^b. */
function countOf(answers: readonly SharedBits[]): Planes {
  return powers(answers.length).map((_, b) => answers.filter((_, j) => (j + 1) % 2 ** b === 0).reduce(xorShared));
}

function powers(most: number): bigint[] {
  return Array.from({ length: Math.ceil(Math.log2(most + 1)) }, (_, b) => 1n << BigInt(b));
}
