// The walk of the cost pass: functions, regions, loops, and what fields hold along the way. What single instructions cost is in `costRows.ts`.
import { atMost, constant, plus, times, zero, type Bound } from './bound.ts';
import { Counters } from './counters.ts';
import { sizeName } from './cost.ts';
import type { Place } from './costPlace.ts';
import { heldThrough } from './costGrowth.ts';
import { CostRows } from './costRows.ts';
import { instructionsOf } from './effects.ts';
import {
  cap,
  countOf,
  indexOf,
  joinDepths,
  joinKnown,
  later,
  lengthsOf,
  marker,
  namedMost,
  typeCap,
  type Known,
} from './known.ts';
import type { Declared, Instruction, Region, TypeRef } from './module.ts';
import { opcodes, type OpName } from './opcodes.ts';
import { FORM } from './price.ts';
import type { Meter } from './refusal.ts';
import { entryOf, keyBytesOf } from './types.ts';
import type { Verified } from './verify.ts';

/** Terms of the cost so far that one instruction may add to for nothing: what contracts are made of has fewer. */
const TERMS_FREE = 64;

export class CostPass {
  readonly #verified: Verified;
  readonly #meter: Meter;
  readonly #counters = new Counters();
  readonly #rows: CostRows;
  /** What each field holds at this point, as far as it was touched. */
  #fields: ReadonlyMap<number, Known> = new Map();
  #loops = 0;

  constructor(verified: Verified, meter: Meter) {
    this.#verified = verified;
    this.#meter = meter;
    this.#rows = new CostRows(verified, meter, this.#counters);
  }

  function(index: number): Record<'rounds' | 'opened' | 'ands' | 'steps', Bound> {
    const fn = this.#verified.module.functions[index];
    if (!fn) throw new Error('no such function');
    const { types } = this.#verified.module;
    this.#mapsOnce(index);
    const params = fn.params.map((param): Known => {
      const lengths = lengthsOf(types, param.type, sizeName(param.name, 'argument'));
      const depth = param.label === 's' ? this.#rows.input(param.type) : [zero];
      return { most: namedMost(types, param, param.name), lengths, depth, form: FORM.plain };
    });
    const results = this.#body(index, params);
    fn.results.forEach((result, i) => {
      if (result.release !== undefined) this.#rows.output(result.type, results[i] as Known);
    });
    const { rounds, opened, ands, steps } = this.#counters;
    return { rounds, opened, ands, steps };
  }

  /** A map is laid out for lookups once a run, and as a list again at its end. */
  #mapsOnce(index: number): void {
    for (const field of touchedMaps(this.#verified, index))
      this.#counters.stepOnce(
        times(constant(2 + this.#keyBytes(field)), plus(this.#field(field).lengths[0] ?? cap, constant(1))),
      );
  }

  #body(index: number, args: readonly Known[]): readonly Known[] {
    const fn = this.#verified.module.functions[index];
    if (!fn) throw new Error('the verifier lets no call go nowhere');
    return this.#region(index, fn.body, [...args]);
  }

  #region(fn: number, region: Region, values: Known[]): readonly Known[] {
    for (const instruction of region.instructions) {
      this.#meter.step(4 + instruction.operands.length + Math.max(0, this.#counters.terms() - TERMS_FREE));
      const operands = instruction.operands.map((id) => values[id] as Known);
      this.#counters.step(constant(1 + operands.length));
      if (instruction.op === 'yield') return operands;
      const results = this.#instruction(fn, instruction, operands, values);
      results.forEach((result, i) => void (values[instruction.result + i] = result));
    }
    return [];
  }

  #instruction(fn: number, instruction: Instruction, operands: readonly Known[], values: Known[]): readonly Known[] {
    const { op, immediates, regions } = instruction;
    const first = regions?.[0] as Region;
    const [count] = operands as [Known];
    switch (op) {
      case 'call':
        return this.#body(immediates[0] as number, operands);
      case 'if':
        return this.#if(fn, regions ?? [], values);
      case 'each':
        return this.#each(fn, first, operands, values);
      case 'for':
        return this.#loop(fn, instruction, countOf(count), [indexOf(count)], operands.slice(1), values);
      case 'while':
        return this.#loop(fn, instruction, constant(immediates[0] as number), [], operands.slice(1), values, 1);
      case 'fold': {
        const length = count.lengths[0] ?? cap;
        if (immediates[0] !== 0) return [this.#rows.fold(this.#place(fn, instruction), count, length)];
        const element = this.#rows.elementOf(this.#place(fn, instruction), count);
        const lead: Known = { most: length, lengths: [], depth: [zero], form: FORM.plain };
        return this.#loop(fn, instruction, length, [lead, element], operands.slice(1), values);
      }
      default:
        return opcodes[op].immediates[0] === 'field' && op !== 'inbox.take'
          ? this.#stateOp(fn, instruction, operands)
          : this.#rows.plain(this.#place(fn, instruction), operands);
    }
  }

  #place(fn: number, instruction: Instruction): Place {
    const body = this.#verified.module.functions[fn]?.body as Region;
    return { instruction, values: this.#verified.functions[fn]?.values ?? [], body };
  }

  #field(index: number): Known {
    const known = this.#fields.get(index);
    if (known !== undefined) return known;
    const field = this.#verified.module.fields[index];
    if (!field) throw new Error('the verifier lets no field be missing');
    const { types } = this.#verified.module;
    return {
      most: namedMost(types, field, field.name),
      lengths: lengthsOf(types, field.type, sizeName(field.name, field.kind)),
      depth: [zero],
      form: FORM.plain,
    };
  }

  #setField(index: number, known: Known): void {
    this.#fields = new Map(this.#fields).set(index, known);
  }

  #stateOp(fn: number, instruction: Instruction, operands: readonly Known[]): readonly Known[] {
    const { op, immediates } = instruction;
    const index = immediates[0] as number;
    const field = this.#field(index);
    const length = field.lengths[0] ?? cap;
    const place = this.#place(fn, instruction);
    if (keyed.has(op)) this.#counters.step(constant(this.#keyBytes(index)));
    switch (op) {
      case 'st.get':
        return [field];
      case 'st.set':
        this.#kept(place, 0, operands[0] as Known);
        this.#setField(index, operands[0] as Known);
        return [];
      case 'arr.push':
      case 'map.set': {
        const at = op === 'map.set' ? 1 : 0;
        const value = operands[at] as Known;
        this.#kept(place, at, value);
        this.#counters.step(op === 'arr.push' ? plus(length, constant(1)) : this.#rows.scalarsIn(place, 1, value));
        const longer = { ...field, lengths: [plus(length, constant(1)), ...field.lengths.slice(1)] };
        this.#setField(index, joinKnown(longer, { ...value, most: zero, lengths: [] }));
        return [];
      }
      case 'arr.pop':
        this.#counters.step(length);
        return [this.#rows.part(place, field)];
      case 'map.get':
        return [this.#rows.part(place, field)];
      case 'map.key':
        // Keys are counted off again where the map may have changed between two looks.
        this.#counters.step(length);
        return [this.#rows.part(place, { ...field, depth: [zero] })];
      case 'map.size':
        return [{ most: length, lengths: [], depth: [zero], form: FORM.plain }];
      case 'map.has':
        return [{ most: constant(1), lengths: [], depth: [zero], form: FORM.plain }];
      default:
        return [];
    }
  }

  #keyBytes(field: number): number {
    const { types, fields } = this.#verified.module;
    const entry = entryOf(types, fields[field]?.type as TypeRef);
    return entry === undefined ? 0 : keyBytesOf(types, entry.key.type);
  }

  #kept({ instruction, values }: Place, operand: number, value: Known): void {
    const declared = values[instruction.operands[operand] as number];
    if (declared?.label === 's') this.#rows.kept(declared.type, value);
  }

  /** Each column's greater side: both run with the counters saved between. */
  #if(fn: number, regions: readonly Region[], values: Known[]): readonly Known[] {
    const start = this.#counters.snapshot();
    const before = this.#fields;
    const sides = regions.map((region) => {
      this.#counters.restore(start);
      this.#fields = before;
      const yielded = this.#region(fn, region, values);
      return { yielded, counters: this.#counters.snapshot(), fields: this.#fields };
    });
    const [whenTrue, whenFalse] = sides;
    if (!whenTrue || !whenFalse) throw new Error('an if has two sides');
    this.#counters.restore(whenTrue.counters.map((bound, i) => atMost(bound, whenFalse.counters[i] as Bound)));
    this.#fields = before;
    const untouched = (index: number): Known => this.#field(index);
    this.#fields = new Map(
      [...new Set([...whenTrue.fields.keys(), ...whenFalse.fields.keys()])].map((index) => [
        index,
        joinKnown(whenTrue.fields.get(index) ?? untouched(index), whenFalse.fields.get(index) ?? untouched(index)),
      ]),
    );
    return whenTrue.yielded.map((value, i) => joinKnown(value, whenFalse.yielded[i] as Known));
  }

  #each(fn: number, region: Region, operands: readonly Known[], values: Known[]): readonly Known[] {
    const [count, ...vectors] = operands;
    const trips = countOf(count as Known);
    const outer = this.#counters.trips;
    this.#counters.trips = times(outer, trips);
    const elements = vectors.map((vector): Known => ({
      most: typeCap,
      lengths: vector.lengths.slice(1),
      depth: vector.depth,
      form: vector.form,
    }));
    [indexOf(count as Known), ...elements].forEach((value, i) => void (values[region.firstParam + i] = value));
    const yielded = this.#region(fn, region, values);
    this.#counters.trips = outer;
    return yielded.map((value): Known => ({
      most: typeCap,
      lengths: [trips, ...value.lengths],
      depth: value.depth,
      form: value.form,
    }));
  }

  /**
   * Carried values and fields that the body writes keep their bounds as far as the body does not raise them; what it raises has the bound that `costGrowth.ts`
   * finds. Depth: what passes from the carried values to the yield is multiplied by the trips, what comes from outside is there once. The first `ahead` values
   * that are yielded are conditions, and not carried.
   */
  #loop(
    fn: number,
    instruction: Instruction,
    trips: Bound,
    lead: readonly Known[],
    initial: readonly Known[],
    values: Known[],
    ahead = 0,
  ): readonly Known[] {
    const region = instruction.regions?.[0] as Region;
    const { types, fields } = this.#verified.module;
    const counters = this.#counters;
    let conditions: readonly Known[] = [];
    const outer = counters.trips;
    const start = counters.snapshot();
    const level = ++this.#loops;
    const tails = counters.tails.slice(0, level);
    const before = this.#fields;
    const written = this.#writtenIn(region);
    const declared = [...(instruction.carried ?? []), ...written.map((index) => fields[index] as Declared)];
    /** Of carried values, then of written fields: what one trip leaves of what it finds. */
    const trip = (held: readonly Known[]): readonly Known[] => {
      counters.restore(start);
      counters.tails.splice(0, counters.tails.length, ...tails);
      counters.tails[level] = zero;
      counters.trips = times(outer, trips);
      const marked = held.map((value): Known => ({ ...value, depth: marker(level) }));
      this.#fields = new Map([
        ...before,
        ...written.map((index, i) => [index, marked[initial.length + i] as Known] as const),
      ]);
      [...lead, ...marked.slice(0, initial.length)].forEach((value, i) => void (values[region.firstParam + i] = value));
      const yielded = this.#region(fn, region, values);
      conditions = yielded.slice(0, ahead);
      return [...yielded.slice(ahead), ...written.map((index) => this.#field(index))];
    };
    const found = [...initial, ...written.map((index) => this.#field(index))];
    const { held, ends } = heldThrough({ types, declared, found, trips, level, trip, meter: this.#meter });
    counters.trips = outer;
    this.#loops -= 1;
    const along = ends
      .map(({ depth }) => depth[level])
      .reduce<Bound>((most, bound) => (bound ? atMost(most, bound) : most), zero);
    // Whatever a condition rests on, the next round begins once it is known.
    const waits = conditions
      .flatMap(({ depth }) => depth)
      .reduce<Bound>((most, bound) => (bound ? atMost(most, bound) : most), zero);
    const outside = joinDepths([...found, ...ends].map(({ depth }) => depth.slice(0, level)));
    const depth = later(outside, times(trips, atMost(along, waits)));
    counters.note(later(depth, counters.tails[level] ?? zero));
    const after = held.map((value): Known => ({ ...value, depth }));
    this.#fields = new Map([
      ...before,
      ...written.map((index, i) => [index, after[initial.length + i] as Known] as const),
    ]);
    return after.slice(0, initial.length);
  }

  /** Fields that a loop's body, or what it calls, writes. */
  #writtenIn(region: Region): readonly number[] {
    const written = new Set<number>();
    const seen = new Set<Region>();
    const visit = (inner: Region): void => {
      if (seen.has(inner)) return;
      seen.add(inner);
      for (const { op, immediates } of instructionsOf(inner)) {
        this.#meter.step(1);
        const index = immediates[0] as number;
        if (op === 'call') visit(this.#verified.module.functions[index]?.body as Region);
        else if (op === 'st.set' || op === 'arr.push' || op === 'map.set') written.add(index);
      }
    };
    visit(region);
    return [...written];
  }
}

/** Those that look for a key. */
const keyed: ReadonlySet<OpName> = new Set<OpName>(['map.get', 'map.set', 'map.has', 'map.del']);

/** Map fields that a function or its callees may look into. */
function touchedMaps(verified: Verified, from: number): ReadonlySet<number> {
  const touched = new Set<number>();
  const seen = new Set<number>();
  const visit = (index: number): void => {
    const fn = verified.module.functions[index];
    if (!fn || seen.has(index)) return;
    seen.add(index);
    for (const { op, immediates } of instructionsOf(fn.body)) {
      if (op.startsWith('map.')) touched.add(immediates[0] as number);
      if (op === 'call') visit(immediates[0] as number);
    }
  };
  visit(from);
  return touched;
}
