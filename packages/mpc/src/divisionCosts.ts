// What shifts, quotients, roots and tables take, as numbers: the twin of circuits/shift, division, table and of quotient that runs nothing, as `integerCosts.ts` is of the rest.
import {
  type Committee,
  type Cost,
  type Round,
  adderRounds,
  compressed,
  countSets,
  gates,
  prefixRounds,
  toField,
} from './integerCosts.ts';
import { scaledColumns } from './circuits/division.ts';
import { lowerBits, usedBits } from './circuits/table.ts';
import { carryBits } from './reduction.ts';

type Rounds = readonly Round[];

/** Steps in the same rounds. */
function beside(...steps: readonly Rounds[]): Rounds {
  const longest = Math.max(...steps.map((rounds) => rounds.length));
  return Array.from({ length: longest }, (_, k) => {
    const sum = (of: (round: Round) => number): number =>
      steps.reduce((total, rounds) => total + (rounds[k] ? of(rounds[k]) : 0), 0);
    return { opened: sum(({ opened }) => opened), ands: sum(({ ands }) => ands), daBits: sum(({ daBits }) => daBits) };
  });
}

function repeated(rounds: Rounds, times: number): Rounds {
  return beside(...Array.from({ length: times }, () => rounds));
}

/** By a secret amount of `amount` bits. */
export function shiftCost(width: number, amount: number): Cost {
  const stages = Math.ceil(Math.log2(width));
  const barrel = Array.from({ length: stages }, () => gates(width));
  return { rounds: [...beside(barrel, conjunction(amount - stages)), gates(width)], triples: 0 };
}

/** The entry of a public table at a place of so many bits. */
export function tableCost(entries: number, width: number, placeBits: number): Cost {
  const used = usedBits(entries, placeBits);
  const low = lowerBits({ width }, used);
  const outside = placeBits - used;
  const products = (2 ** (used - low) - 1) * width;
  const rounds = [
    ...beside(monomials(low), monomials(used - low), conjunction(outside)),
    ...[products, outside > 0 ? width : 0].map(gates),
  ];
  return { rounds: rounds.filter(({ ands }) => ands > 0), triples: 0 };
}

function monomials(bits: number): Rounds {
  if (bits < 2) return [];
  const half = bits >> 1;
  return [...beside(monomials(half), monomials(bits - half)), gates((2 ** half - 1) * (2 ** (bits - half) - 1))];
}

/** ⌊z/d⌋ in F_p for a public d of so many bits. */
export function quotientCost({ n, T }: Committee, bits: number): Cost {
  const K = countSets(n, T);
  const width = bits + Math.ceil(Math.log2(K));
  const sum = compressed(Array.from({ length: width }, (_, k) => (k < bits ? K : 0)));
  const opening: Round = { opened: 1, ands: 0, daBits: 0 };
  return {
    rounds: [
      ...beside([opening], [...sum.rounds, ...adderRounds(width)]),
      ...repeated(decision(width), K),
      toField(carryBits(K)),
    ],
    triples: 0,
  };
}

/** Quotient and remainder of two secrets, of a dividend of so many bits. */
export function divisionCost(width: number, signed: boolean, dividend: number = width): Cost {
  const rounds: Round[] = [
    ...beside(anyAbove(width), anyAbove(width + 1), adderRounds(width + 2)),
    ...anyAbove(width + 2),
  ];
  for (let taken = 2; taken <= dividend; taken += 2) {
    const places = Math.min(taken - 2, width) + 2;
    rounds.push(
      ...beside(...[width, width + 1, width + 2].map((planes) => subtraction(places, planes > places))),
      gates(3 * Math.min(taken, width)),
    );
  }
  rounds.push(gates(dividend + width));
  const turned = (planes: number): Rounds => conjunctions(planes);
  return {
    rounds: signed
      ? [...beside(turned(dividend), turned(width)), ...rounds, ...beside(turned(dividend), turned(width))]
      : rounds,
    triples: 0,
  };
}

/** ⌊x·scale/y⌋ for a public scale. */
export function scaledDivisionCost(width: number, signed: boolean, scale: bigint): Cost {
  const size = new Array<number>(width).fill(0);
  const heights = scaledColumns(size, scale, signed ? 0 : undefined).map(({ length }) => length);
  const places = heights.length + (heights.length % 2);
  const even = Array.from({ length: places }, (_, k) => heights[k] ?? 0);
  const summed = even.every((height) => height < 2) ? [] : [...compressed(even).rounds, ...adderRounds(places)];
  const division = divisionCost(width, false, places).rounds;
  return {
    rounds: signed
      ? [
          ...beside(conjunctions(width + 1), conjunctions(width)),
          ...summed,
          ...beside(division, [...conjunction(width), gates(1)]),
        ]
      : [...summed, ...division],
    triples: 0,
  };
}

/** ⌊√x⌋ */
export function rootCost(width: number): Cost {
  const rounds: Round[] = [];
  for (let digits = 1; 2 * digits <= width; digits++) {
    rounds.push(...subtraction(digits === 1 ? 2 : digits + 2, false));
    if (2 * digits < width) rounds.push(gates(digits + 1));
  }
  return { rounds, triples: 0 };
}

function subtraction(places: number, above: boolean): Rounds {
  return [gates(places), ...prefixRounds(above ? places + 1 : places)];
}

function anyAbove(planes: number): Rounds {
  return [gates(Math.floor(planes / 2)), ...conjunctions(Math.ceil(planes / 2))];
}

/** Of every prefix. */
function conjunctions(planes: number): Rounds {
  const rounds: Round[] = [];
  for (let span = 1; span < planes; span *= 2)
    rounds.push(gates(Array.from({ length: planes }, (_, k) => k).filter((k) => (k & span) !== 0).length));
  return rounds;
}

function conjunction(planes: number): Rounds {
  const rounds: Round[] = [];
  for (let rest = planes; rest > 1; rest = Math.ceil(rest / 2)) rounds.push(gates(Math.floor(rest / 2)));
  return rounds;
}

/** [c < x] or [x < c] for public c. */
export function decision(width: number): Rounds {
  const rounds: Round[] = [];
  for (let rest = width; rest > 1; rest = Math.ceil(rest / 2)) rounds.push(gates(2 * Math.floor(rest / 2) - 1));
  return rounds;
}
