// Public tables at secret places, bit-sliced. Each bit of an entry is a polynomial over Z₂ in the bits of the place (its algebraic normal form): f = Σ_U (Σ_L a_{L,U}·m_L)·m_U
// with monomials m_L of the lower bits and m_U of the upper ones. The inner sums are local, so what costs is the monomials, and a product for each m_U and bit. Where
// to part the bits is chosen by count: the 256 bytes of a substitution box are 82 gates in four rounds.
import { type SharedBits, xorShared } from '../bits.ts';
import type { Engine } from '../engine.ts';
import { andAll } from '../online.ts';
import type { Protocol } from '../round.ts';
import { together } from '../together.ts';
import { allOf } from './compare.ts';
import { type Planes, not, zeroShared } from './planes.ts';

/** Entries as bits, unsigned; places beyond them hold zero. */
export interface Table {
  readonly entries: readonly bigint[];
  /** Bits of an entry. */
  readonly width: number;
}

export function* lookUp(engine: Engine, table: Table, place: Planes): Protocol<Planes> {
  const count = (place[0] as SharedBits).length;
  const zero = zeroShared(engine, count);
  const used = usedBits(table.entries.length, place.length);
  if (table.entries.length === 0) return Array.from({ length: table.width }, () => zero);
  const low = lowerBits(table, used);
  const [lower, upper, inside] = (yield* together<unknown>([
    monomials(engine, place.slice(0, low)),
    monomials(engine, place.slice(low, used)),
    insideOf(engine, place.slice(used)),
  ])) as [Planes, Planes, SharedBits | undefined];
  const rows = normalForms(table, used).map((form) => inRows(form, low));
  const one = not(engine, zero);
  const all = [one, ...lower];
  // The inner sum of the empty upper monomial is added as it is.
  const sums = rows.map((row) => row.map((form) => sumOf(all, form, zero)));
  const products = yield* andAll(
    engine,
    sums.flatMap((row) =>
      row.slice(1).map((sum, k): readonly [SharedBits, SharedBits] => [sum, upper[k] as SharedBits]),
    ),
  );
  const planes = sums.map(([first], bit) =>
    products.slice(bit * upper.length, (bit + 1) * upper.length).reduce(xorShared, first as SharedBits),
  );
  if (inside === undefined) return planes;
  return yield* andAll(
    engine,
    planes.map((plane): readonly [SharedBits, SharedBits] => [plane, inside]),
  );
}

/** How many bits of the place tell entries apart. */
export function usedBits(entries: number, placeBits: number): number {
  return Math.min(placeBits, Math.max(1, Math.ceil(Math.log2(Math.max(2, entries)))));
}

/** How many of them the inner sums take: with the fewest gates. */
export function lowerBits({ width }: Pick<Table, 'width'>, used: number): number {
  const gates = (low: number): number =>
    monomialGates(low) + monomialGates(used - low) + (2 ** (used - low) - 1) * width;
  return Array.from({ length: used }, (_, k) => k + 1).reduce((best, low) => (gates(low) < gates(best) ? low : best));
}

function monomialGates(bits: number): number {
  return 2 ** bits - 1 - bits;
}

/** The product of every set of places but the empty one, in the order of the sets as numbers. */
function* monomials(engine: Engine, planes: Planes): Protocol<Planes> {
  if (planes.length < 2) return planes;
  const half = planes.length >> 1;
  const [low, high] = (yield* together([
    monomials(engine, planes.slice(0, half)),
    monomials(engine, planes.slice(half)),
  ])) as [Planes, Planes];
  const products = yield* andAll(
    engine,
    high.flatMap((h) => low.map((l): readonly [SharedBits, SharedBits] => [h, l])),
  );
  return [...low, ...high.flatMap((h, k) => [h, ...products.slice(k * low.length, (k + 1) * low.length)])];
}

/** Whether no bit is set; undefined where there are none. */
function* insideOf(engine: Engine, planes: Planes): Protocol<SharedBits | undefined> {
  const clear = planes.map((plane) => not(engine, plane));
  return clear.length < 2 ? clear[0] : yield* allOf(engine, clear);
}

/** Of each bit of the entries its coefficients, by the set of place bits as a number (Möbius transform). */
function normalForms({ entries, width }: Table, used: number): boolean[][] {
  return Array.from({ length: width }, (_, bit) => {
    const form = Array.from({ length: 2 ** used }, (_x, k) => (((entries[k] ?? 0n) >> BigInt(bit)) & 1n) === 1n);
    for (let span = 1; span < form.length; span *= 2)
      for (let k = 0; k < form.length; k++) if ((k & span) !== 0) form[k] = form[k] !== form[k - span];
    return form;
  });
}

/** By the upper monomial, the empty one first. */
function inRows(form: readonly boolean[], low: number): boolean[][] {
  return Array.from({ length: form.length >> low }, (_, upper) => form.slice(upper << low, (upper + 1) << low));
}

function sumOf(planes: Planes, form: readonly boolean[], zero: SharedBits): SharedBits {
  return planes.filter((_, k) => form[k]).reduce(xorShared, zero);
}
