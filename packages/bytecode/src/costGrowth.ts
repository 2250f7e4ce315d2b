// What a loop carries, through all of its trips: bounds that hold in each of them, for every number and every length on its own.
import {
  alternativesOf,
  atMost,
  sizesIn,
  plus,
  remainder,
  replaced,
  symbol,
  times,
  within,
  zero,
  type Bound,
} from './bound.ts';
import { shorter } from './costPlace.ts';
import { lengthsOf, typeMost, type Known } from './known.ts';
import { scalarRefs, type Declared } from './module.ts';
import { atMostForm } from './price.ts';
import type { Meter } from './refusal.ts';
import { isLeaf, type Types } from './types.ts';

export interface Loop {
  readonly types: Types;
  readonly declared: readonly Declared[];
  /** What the loop finds. */
  readonly found: readonly Known[];
  readonly trips: Bound;
  /** How many loops are open: an inner one has other markers than those around it. */
  readonly level: number;
  /** Prices one trip that finds these, and says what it leaves. */
  readonly trip: (held: readonly Known[]) => readonly Known[];
  readonly meter: Meter;
}

/** One bound that a trip may raise: of a length, from outside in, or of a public number. */
interface Part {
  readonly value: number;
  readonly place: number | 'most';
  /** A name that no size has, for what the present trip finds. */
  readonly marker: string;
  readonly start: Bound;
  /** What the type lets it be. */
  readonly limit: Bound;
}

/** What a trip leaves of a part, in markers. */
export interface Growth extends Pick<Part, 'marker' | 'start' | 'limit'> {
  readonly next: Bound;
}

/** By marker. */
type Bounds = ReadonlyMap<string, Bound>;

/**
 * Bounds that hold in front of every trip and after the last one, and what a trip leaves that finds them: that trip is the one priced. Where a trip raises what
 * the loop found, another is priced from markers in place of what it raised, and shows how far each of them grows.
 */
export function heldThrough(loop: Loop): { readonly held: readonly Known[]; readonly ends: readonly Known[] } {
  const { trip, trips, meter } = loop;
  const parts = partsOf(loop);
  const raisedIn = (ends: readonly Known[]): readonly Part[] =>
    parts.filter((part) => !within(boundOf(ends, part), part.start));
  let held = withBounds(loop, parts, loop.found, new Map());
  let ends = trip(held);
  for (let raised = raisedIn(ends); raised.length > 0;) {
    const marked = withBounds(
      loop,
      parts,
      worse(held, ends),
      new Map(raised.map((part) => [part.marker, symbol(part.marker)])),
    );
    const grown = trip(marked);
    // What rises only because others do is marked with all the rest: two such trips at most.
    if (raisedIn(grown).some((part) => !raised.includes(part))) {
      raised = parts;
      continue;
    }
    const bounds = grownThrough(
      raised.map((part) => ({ ...part, next: boundOf(grown, part) })),
      trips,
      meter,
    );
    held = withBounds(loop, parts, worse(marked, grown), bounds);
    ends = trip(held);
    break;
  }
  // Until no trip brings a value in a worse form than the one before: there are but three.
  for (;;) {
    const next = worse(held, ends);
    if (next.every(({ form }, i) => form === held[i]?.form)) return { held, ends };
    held = next;
    ends = trip(held);
  }
}

function worse(held: readonly Known[], ends: readonly Known[]): readonly Known[] {
  return held.map((known, i) => ({ ...known, form: atMostForm(known.form, (ends[i] as Known).form) }));
}

/** Of a secret number, and of what is inside a vector, nothing but the type's bound ever enters. */
function isCounted(types: Types, { type, label }: Declared): boolean {
  return label === 'p' && isLeaf(types, type) && type !== scalarRefs.address;
}

function partsOf({ types, declared, found, level }: Loop): readonly Part[] {
  return declared.flatMap((own, value) => {
    const known = found[value] as Known;
    const part = (place: Part['place'], start: Bound, limit: Bound): Part => ({
      value,
      place,
      marker: `↻${level}.${value}.${place}`,
      start,
      limit,
    });
    const lengths = lengthsOf(types, own.type, undefined).map((limit, k) => part(k, known.lengths[k] ?? zero, limit));
    return isCounted(types, own) ? [part('most', known.most, typeMost(types, own.type)), ...lengths] : lengths;
  });
}

function boundOf(values: readonly Known[], { value, place }: Part): Bound {
  const known = values[value] as Known;
  return place === 'most' ? known.most : (known.lengths[place] ?? zero);
}

/** The values with these bounds, and where there is none with what the loop found. */
function withBounds(
  { types, declared }: Loop,
  parts: readonly Part[],
  values: readonly Known[],
  bounds: Bounds,
): readonly Known[] {
  return values.map((known, i) => {
    const own = parts.filter(({ value }) => value === i);
    const now = ({ marker, start }: Part): Bound => bounds.get(marker) ?? start;
    const most = own.find(({ place }) => place === 'most');
    return {
      ...known,
      most: most ? now(most) : typeMost(types, (declared[i] as Declared).type),
      lengths: own.filter(({ place }) => place !== 'most').map(now),
    };
  });
}

/** How a part follows from the trip before: at most one of the steps, or one of the fixed bounds. */
interface Steps {
  readonly fixed: Bound;
  readonly from: ReadonlyMap<string, Bound>;
}

/**
 * Bounds in every trip. Where each alternative of what a trip leaves is one part and something more, the part is never above the greatest start it can come from
 * and the greatest step in every trip. Of what follows from bounds that are known by now, those take the place of its markers; and what grows in any other way
 * is bounded by its type alone.
 */
export function grownThrough(growths: readonly Growth[], trips: Bound, meter: Meter): Bounds {
  const bounds = new Map<string, Bound>();
  let open = growths;
  while (open.length > 0) {
    const markers = new Set(open.map(({ marker }) => marker));
    const steps = new Map(open.map(({ marker, next }) => [marker, stepsOf(next, markers)]));
    const known = new Map<string, Bound>();
    for (const { marker, limit } of open) {
      const most = mostThrough(marker, open, steps, trips, meter);
      if (most !== undefined) known.set(marker, shorter(limit, most));
    }
    const [first] = open.filter(({ marker }) => steps.get(marker) === undefined);
    if (known.size === 0 && first) known.set(first.marker, first.limit);
    for (const [marker, bound] of known) bounds.set(marker, bound);
    open = open
      .filter(({ marker }) => !known.has(marker))
      .map((growth) => ({ ...growth, next: replaced(growth.next, known) }));
    meter.step(1 + open.length);
  }
  return bounds;
}

/** Undefined where an alternative is more than one marker and something without any. */
function stepsOf(next: Bound, markers: ReadonlySet<string>): Steps | undefined {
  let fixed = zero;
  const from = new Map<string, Bound>();
  for (const alternative of alternativesOf(next)) {
    const inside = sizesIn(alternative).filter((name) => markers.has(name));
    const [marker, ...others] = inside;
    if (marker === undefined) {
      fixed = atMost(fixed, alternative);
      continue;
    }
    const step = remainder(alternative, marker);
    if (others.length > 0 || step === undefined) return undefined;
    from.set(marker, atMost(from.get(marker) ?? zero, step));
  }
  return { fixed, from };
}

/** Along all parts that it can come from; undefined where one of those takes no such steps. */
function mostThrough(
  marker: string,
  growths: readonly Growth[],
  steps: ReadonlyMap<string, Steps | undefined>,
  trips: Bound,
  meter: Meter,
): Bound | undefined {
  const seen = new Set([marker]);
  let [most, step] = [zero, zero];
  for (const at of seen) {
    const own = steps.get(at);
    if (own === undefined) return undefined;
    meter.step(1 + own.from.size);
    const { start } = growths.find((growth) => growth.marker === at) as Growth;
    most = atMost(most, atMost(start, own.fixed));
    for (const [from, more] of own.from) {
      step = atMost(step, more);
      seen.add(from);
    }
  }
  return plus(most, times(trips, step));
}
