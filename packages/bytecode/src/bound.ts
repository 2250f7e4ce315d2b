/**
 * Upper bounds as sums of monomials in public sizes, under `max`: 3·ballots·candidates + 40. Coefficients are never negative, so every operation here keeps an
 * upper bound an upper bound. Beyond `TERMS_MAX` a maximum is rounded up to the sum of the greatest coefficients.
 */
import { Refused } from './refusal.ts';

const TERMS_MAX = 64;
const ALTERNATIVES_MAX = 4;
/** Monomials of one polynomial: loops in loops over sums of sizes would multiply them without end. */
const MONOMIALS_MAX = 1024;

/** Monomial (names joined by ·, the constant is "") → coefficient. */
type Polynomial = ReadonlyMap<string, bigint>;

/** The maximum of its alternatives; `rounded` where it was enlarged to stay small. */
export interface Bound {
  readonly alternatives: readonly Polynomial[];
  readonly rounded: boolean;
}

export type Sizes = Readonly<Record<string, bigint>>;

export function constant(value: bigint | number): Bound {
  const number = BigInt(value);
  return { alternatives: [new Map(number > 0n ? [['', number]] : [])], rounded: false };
}

export const zero: Bound = constant(0);

export function symbol(name: string): Bound {
  return { alternatives: [new Map([[name, 1n]])], rounded: false };
}

export function plus(a: Bound, b: Bound): Bound {
  return combine(a, b, addPolynomials);
}

export function times(a: Bound, b: Bound): Bound {
  return combine(a, b, multiplyPolynomials);
}

export function atMost(a: Bound, b: Bound): Bound {
  if (a === b) return a;
  return small([...a.alternatives, ...b.alternatives], a.rounded || b.rounded);
}

/** Whether a ≤ b for all sizes can be read off the coefficients. */
export function within(a: Bound, b: Bound): boolean {
  return a.alternatives.every((left) => b.alternatives.some((right) => dominates(right, left)));
}

/** The value where all sizes are known; a size not given counts as zero only if its coefficient never matters, so it is an error instead. */
export function valueOf(bound: Bound, sizes: Sizes): bigint {
  let most = 0n;
  for (const polynomial of bound.alternatives) {
    let sum = 0n;
    for (const [monomial, coefficient] of polynomial) {
      let product = coefficient;
      for (const name of namesOf(monomial)) {
        const size = sizeNamed(name, sizes);
        product *= size;
      }
      sum += product;
    }
    if (sum > most) most = sum;
  }
  return most;
}

/** Names of the sizes that a bound depends on. */
export function sizesIn(bound: Bound): readonly string[] {
  const names = new Set(bound.alternatives.flatMap((polynomial) => [...polynomial.keys()].flatMap(namesOf)));
  return [...new Set([...names].map(plainName))].toSorted();
}

/** The bounds of which it is the greatest. */
export function alternativesOf({ alternatives, rounded }: Bound): readonly Bound[] {
  return alternatives.map((polynomial) => ({ alternatives: [polynomial], rounded }));
}

/** What a bound of one alternative is besides one such size; undefined where the size is there more than once, times another, or under a logarithm. */
export function remainder({ alternatives, rounded }: Bound, name: string): Bound | undefined {
  const rest = new Map(alternatives[0]);
  if (rest.get(name) !== 1n) return undefined;
  rest.delete(name);
  if ([...rest.keys()].some((monomial) => namesOf(monomial).map(plainName).includes(name))) return undefined;
  return { alternatives: [rest], rounded };
}

/** With bounds in place of these sizes. */
export function replaced(bound: Bound, by: ReadonlyMap<string, Bound>): Bound {
  const factor = (name: string): Bound => {
    const known = by.get(plainName(name));
    if (known === undefined) return symbol(name);
    return name === plainName(name) ? known : logarithm(known);
  };
  const sums = bound.alternatives.map((polynomial) =>
    [...polynomial].reduce<Bound>(
      (sum, [monomial, coefficient]) => plus(sum, namesOf(monomial).map(factor).reduce(times, constant(coefficient))),
      { ...zero, rounded: bound.rounded },
    ),
  );
  return sums.reduce(atMost);
}

/** ⌈log₂ n⌉ of a size as a size of its own, exact for one name and rounded up to a constant for anything larger. */
export function logarithm(bound: Bound): Bound {
  const [only, ...others] = bound.alternatives;
  const entries = only ? [...only] : [];
  const [entry] = entries;
  if (others.length > 0 || entries.length > 1 || !entry) return entries.length === 0 ? zero : constant(20);
  const [monomial, coefficient] = entry;
  if (monomial === '') return constant(ceilingLog(coefficient));
  return coefficient === 1n && !monomial.includes('·') ? symbol(`log₂ ${monomial}`) : constant(20);
}

export function boundText(bound: Bound): string {
  const texts = bound.alternatives.map((polynomial) => {
    const terms = [...polynomial]
      .toSorted(([a], [b]) => degree(b) - degree(a) || (a < b ? -1 : 1))
      .map(([monomial, coefficient]) => {
        if (monomial === '') return String(coefficient);
        return coefficient === 1n ? monomial : `${coefficient}·${monomial}`;
      });
    return terms.length === 0 ? '0' : terms.join(' + ');
  });
  const [only, ...others] = texts;
  return `${others.length === 0 ? only : `max(${texts.join(', ')})`}${bound.rounded ? ' (rounded up)' : ''}`;
}

export function ceilingLog(value: bigint): number {
  return value <= 1n ? 0 : (value - 1n).toString(2).length;
}

function sizeNamed(name: string, sizes: Sizes): bigint {
  const plain = plainName(name);
  const size = sizes[plain];
  if (size === undefined) throw new Error(`the size ${plain} is needed`);
  return plain === name ? size : BigInt(ceilingLog(size));
}

function plainName(name: string): string {
  return name.startsWith('log₂ ') ? name.slice('log₂ '.length) : name;
}

function namesOf(monomial: string): readonly string[] {
  return monomial === '' ? [] : monomial.split('·');
}

function degree(monomial: string): number {
  return namesOf(monomial).length;
}

/** How many monomials there are in it. */
export function termsOf({ alternatives }: Bound): number {
  return alternatives.reduce((sum, polynomial) => sum + polynomial.size, 0);
}

function refuseTerms(count: number, max: number): void {
  if (count > max) throw new Refused('E-LIMIT', { what: 'terms of a cost', max });
}

function addPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  const sum = new Map(a);
  for (const [monomial, coefficient] of b) sum.set(monomial, (sum.get(monomial) ?? 0n) + coefficient);
  return sum;
}

function multiplyPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  refuseTerms(a.size * b.size, 8 * MONOMIALS_MAX);
  const product = new Map<string, bigint>();
  for (const [left, x] of a)
    for (const [right, y] of b) {
      const monomial = [...namesOf(left), ...namesOf(right)].toSorted().join('·');
      product.set(monomial, (product.get(monomial) ?? 0n) + x * y);
    }
  return product;
}

function combine(a: Bound, b: Bound, each: (a: Polynomial, b: Polynomial) => Polynomial): Bound {
  const alternatives = a.alternatives.flatMap((left) => b.alternatives.map((right) => each(left, right)));
  for (const { size } of alternatives) refuseTerms(size, MONOMIALS_MAX);
  return small(alternatives, a.rounded || b.rounded);
}

function dominates(a: Polynomial, b: Polynomial): boolean {
  for (const [monomial, coefficient] of b) if ((a.get(monomial) ?? 0n) < coefficient) return false;
  return true;
}

function small(alternatives: readonly Polynomial[], rounded: boolean): Bound {
  const kept: Polynomial[] = [];
  for (const polynomial of alternatives) {
    if (kept.some((other) => dominates(other, polynomial))) continue;
    const rest = kept.filter((other) => !dominates(polynomial, other));
    kept.length = 0;
    kept.push(...rest, polynomial);
  }
  const terms = kept.reduce((sum, polynomial) => sum + polynomial.size, 0);
  if (kept.length <= ALTERNATIVES_MAX && terms <= TERMS_MAX) return { alternatives: kept, rounded };
  const greatest = new Map<string, bigint>();
  for (const polynomial of kept)
    for (const [monomial, coefficient] of polynomial)
      if (coefficient > (greatest.get(monomial) ?? 0n)) greatest.set(monomial, coefficient);
  return { alternatives: [greatest], rounded: true };
}
