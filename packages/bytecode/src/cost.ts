/**
 * Cost of a function before it runs: one pass over the bytecode with upper bounds in place of public values. Work adds up; rounds are the longest path, where a
 * `for` multiplies only what passes through its carried values and `each` nothing. Decided before the first instruction: public sizes alone enter.
 */
import { scalarRefs, tableType, type Declared, type Instruction, type Region, type TypeRef } from './module.ts';
import { contextNumbers, type OpName } from './opcodes.ts';
import {
  atMost,
  boundText,
  constant,
  logarithm,
  plus,
  sizesIn,
  symbol,
  times,
  valueOf,
  within,
  zero,
  type Bound,
  type Sizes,
} from './bound.ts';
import { instructionsOf } from './effects.ts';
import { castWork, gasPrices, inputWork, knownSelectWork, outputWork, workOf, type Work } from './price.ts';
import * as limits from './limits.ts';
import { opcodes } from './opcodes.ts';
import { foldOps } from './opcodes.ts';
import { meter, outcomeOf, type Meter, type Outcome } from './refusal.ts';
import { boundsOf, isLeaf, isPublic, widthOf, type Types } from './types.ts';
import type { Verified } from './verify.ts';

export interface Cost {
  readonly rounds: Bound;
  readonly opened: Bound;
  readonly ands: Bound;
  readonly steps: Bound;
  /** Names of the public sizes it depends on: fields, arguments, the inbox (its taken entries), `height`, `seats`, `threshold`. */
  readonly sizes: readonly string[];
}

/** Since the round in which each value is there: from the start, and from the carried values of each open loop it depends on. */
type Depth = readonly (Bound | undefined)[];

/** What is known of a value: the greatest public number, lengths of its vectors from outside in, when it is ready. */
interface Known {
  readonly most: Bound;
  readonly lengths: readonly Bound[];
  readonly depth: Depth;
}

/** Symbolic cost of a function from the outside. Refused only where a tangle of calls exceeds the pass's own bound. */
export function costOf(verified: Verified, fn: number): Outcome<Cost> {
  return outcomeOf(() => new Pass(verified, meter(limits.VERIFY_STEPS_MAX)).function(fn));
}

/** Gas of a run: the same for every node, because all its sizes are public. */
export function gasOf(cost: Cost, sizes: Sizes): bigint {
  const words = (bound: Bound): bigint => (valueOf(bound, sizes) + 63n) / 64n;
  return (
    gasPrices.base +
    gasPrices.opened * valueOf(cost.opened, sizes) +
    gasPrices.andWord * words(cost.ands) +
    gasPrices.round * valueOf(cost.rounds, sizes) +
    gasPrices.stepWord * words(cost.steps)
  );
}

export function costText(cost: Cost): string {
  const rows: readonly [string, Bound][] = [
    ['rounds', cost.rounds],
    ['opened elements', cost.opened],
    ['AND gates', cost.ands],
    ['local steps', cost.steps],
  ];
  return rows.map(([name, bound]) => `${name.padEnd(16)} ≤ ${boundText(bound)}\n`).join('');
}

class Pass {
  readonly #verified: Verified;
  readonly #types: Types;
  readonly #meter: Meter;
  #opened: Bound = zero;
  #ands: Bound = zero;
  #steps: Bound = zero;
  #rounds: Bound = zero;
  /** How often the present region runs, all loops around it multiplied. */
  #trips: Bound = constant(1);
  #loops = 0;
  /** By open loop: the longest path from its carried values, whether or not it comes back to them. */
  readonly #tails: Bound[] = [];
  #written: ReadonlySet<number> = new Set();

  constructor(verified: Verified, count: Meter) {
    this.#verified = verified;
    this.#types = verified.module.types;
    this.#meter = count;
  }

  function(index: number): Cost {
    const fn = this.#verified.module.functions[index];
    if (!fn) throw new Error('no such function');
    this.#written = writtenFields(this.#verified, index);
    const params = fn.params.map((param): Known => {
      const secret = !isPublic(this.#types, param);
      const lengths = this.#lengthsOf(param.type, `length of ${param.name}`);
      const depth = secret ? this.#input(param.type, lengths) : [zero];
      return { most: this.#namedMost(param, param.name), lengths, depth };
    });
    const results = this.#body(index, params);
    fn.results.forEach((result, i) => {
      if (result.release !== undefined) this.#output(result.type, results[i] as Known);
    });
    const cost = { rounds: this.#rounds, opened: this.#opened, ands: this.#ands, steps: this.#steps };
    return { ...cost, sizes: [...new Set(Object.values(cost).flatMap(sizesIn))].toSorted() };
  }

  #body(index: number, args: readonly Known[]): readonly Known[] {
    const fn = this.#verified.module.functions[index];
    if (!fn) throw new Error('the verifier lets no call go nowhere');
    return this.#region(index, fn.body, [...args]);
  }

  #region(fn: number, region: Region, values: Known[]): readonly Known[] {
    for (const instruction of region.instructions) {
      this.#meter.step(4 + instruction.operands.length);
      const operands = instruction.operands.map((id) => values[id] as Known);
      this.#step(constant(1 + operands.length));
      if (instruction.op === 'yield') return operands;
      const results = this.#instruction(fn, instruction, operands, values);
      results.forEach((result, i) => void (values[instruction.result + i] = result));
    }
    return [];
  }

  #instruction(fn: number, instruction: Instruction, operands: readonly Known[], values: Known[]): readonly Known[] {
    const { op, immediates, regions } = instruction;
    const first = regions?.[0] as Region;
    switch (op) {
      case 'call':
        return this.#body(immediates[0] as number, operands);
      case 'if':
        return this.#if(fn, regions ?? [], values);
      case 'each':
        return this.#each(fn, first, operands, values);
      case 'for':
        return this.#loop(
          fn,
          instruction,
          countOf(operands[0] as Known),
          [indexOf(operands[0] as Known)],
          operands.slice(1),
          values,
        );
      case 'fold': {
        const vector = operands[0] as Known;
        const length = vector.lengths[0] ?? cap;
        if (immediates[0] !== 0) return [this.#foldWith(fn, instruction, vector, length)];
        const element = this.#elementOf(fn, instruction, 0, vector);
        return this.#loop(
          fn,
          instruction,
          length,
          [{ most: length, lengths: [], depth: [zero] }, element],
          operands.slice(1),
          values,
        );
      }
      default:
        return opcodes[op].label === 'none'
          ? this.#effect(fn, instruction, operands)
          : [this.#value(fn, instruction, operands)];
    }
  }

  /** Each column's greater side: both run with the counters saved between. */
  #if(fn: number, regions: readonly Region[], values: Known[]): readonly Known[] {
    const start = this.#counters();
    const sides = regions.map((region) => {
      this.#restore(start);
      const yielded = this.#region(fn, region, values);
      return { yielded, counters: this.#counters() };
    });
    const [whenTrue, whenFalse] = sides;
    if (!whenTrue || !whenFalse) throw new Error('an if has two sides');
    this.#restore(whenTrue.counters.map((bound, i) => atMost(bound, whenFalse.counters[i] as Bound)));
    return whenTrue.yielded.map((value, i) => joinKnown(value, whenFalse.yielded[i] as Known));
  }

  #each(fn: number, region: Region, operands: readonly Known[], values: Known[]): readonly Known[] {
    const [count, ...vectors] = operands;
    const trips = countOf(count as Known);
    const outer = this.#trips;
    this.#trips = times(outer, trips);
    const elements = vectors.map((vector): Known => ({
      most: typeCap,
      lengths: vector.lengths.slice(1),
      depth: vector.depth,
    }));
    [indexOf(count as Known), ...elements].forEach((value, i) => void (values[region.firstParam + i] = value));
    const yielded = this.#region(fn, region, values);
    this.#trips = outer;
    return yielded.map((value): Known => ({ most: typeCap, lengths: [trips, ...value.lengths], depth: value.depth }));
  }

  /**
   * Carried values keep their bounds if the body does not raise them; else the body is priced again with the bounds of their types. Depth: what passes from the
   * carried values to the yield is multiplied by the trips, what comes from outside is there once.
   */
  #loop(
    fn: number,
    instruction: Instruction,
    trips: Bound,
    lead: readonly Known[],
    initial: readonly Known[],
    values: Known[],
  ): readonly Known[] {
    const region = instruction.regions?.[0] as Region;
    const outer = this.#trips;
    const start = this.#counters();
    const level = ++this.#loops;
    const run = (carried: readonly Known[]): readonly Known[] => {
      this.#restore(start);
      this.#tails[level] = zero;
      this.#trips = times(outer, trips);
      const marked = carried.map((value): Known => ({ ...value, depth: marker(level) }));
      [...lead, ...marked].forEach((value, i) => void (values[region.firstParam + i] = value));
      return this.#region(fn, region, values);
    };
    let carried = initial;
    let yielded = run(carried);
    if (!yielded.every((value, i) => stays(value, carried[i] as Known))) {
      carried = initial.map((value, i) => ({ ...value, ...this.#unknown(instruction.carried?.[i] as Declared) }));
      yielded = run(carried);
    }
    this.#trips = outer;
    this.#loops -= 1;
    const along = yielded
      .map(({ depth }) => depth[level])
      .reduce<Bound>((most, bound) => (bound ? atMost(most, bound) : most), zero);
    const outside = joinDepths([
      ...initial.map(({ depth }) => depth),
      ...yielded.map(({ depth }) => depth.slice(0, level)),
    ]);
    const depth = later(outside, times(trips, along));
    this.#note(later(depth, this.#tails[level] ?? zero));
    return carried.map((value): Known => ({ ...value, depth }));
  }

  #foldWith(fn: number, instruction: Instruction, vector: Known, length: Bound): Known {
    const op = foldOps.find((name) => opcodes[name].number === instruction.immediates[0]) as OpName;
    const element = this.#element(this.#declared(fn, instruction.operands[0] as number).type);
    const secret = this.#declared(fn, instruction.operands[0] as number).label === 's';
    this.#step(length);
    const work = workOf(op, widthOf(this.#types, element));
    if (!secret) return { most: typeCap, lengths: [], depth: vector.depth };
    this.#charge(work, length);
    const depth = later(vector.depth, times(constant(work.rounds), logarithm(length)));
    this.#note(depth);
    return { most: typeCap, lengths: [], depth };
  }

  #effect(fn: number, instruction: Instruction, operands: readonly Known[]): readonly Known[] {
    if (instruction.op === 'send')
      this.#output(this.#declared(fn, instruction.operands[1] as number).type, operands[1] as Known);
    return [];
  }

  #value(fn: number, instruction: Instruction, operands: readonly Known[]): Known {
    const { op, immediates, operands: ids } = instruction;
    const immediate = immediates[0] as number;
    const own = this.#declared(fn, instruction.result);
    const depth = joinDepths(operands.map((operand) => operand.depth));
    const [a, b, c] = operands;
    const any = { most: this.#typeMost(own.type), lengths: [] as readonly Bound[], depth };
    switch (op) {
      case 'const': {
        const value = this.#verified.module.consts[immediate]?.value ?? 0n;
        return { ...any, most: constant(value), depth: [zero] };
      }
      case 'ctx':
        return { ...any, most: contextMost(immediate) ?? any.most, depth: [zero] };
      case 'st.get': {
        const field = this.#verified.module.fields[immediate];
        if (!field || this.#written.has(immediate)) return { ...this.#unknown(own), depth: [zero] };
        return {
          most: this.#namedMost(field, field.name),
          lengths: this.#lengthsOf(field.type, `length of ${field.name}`),
          depth: [zero],
        };
      }
      case 'len':
        return { ...any, most: a?.lengths[0] ?? cap, depth: [zero] };
      case 'add.t':
      case 'add':
        return own.label === 'p' && op === 'add.t' ? { ...any, most: plus((a as Known).most, (b as Known).most) } : any;
      case 'mul.t':
        return { ...any, most: times((a as Known).most, (b as Known).most) };
      case 'sub.t':
      case 'div.t':
      case 'rem.t':
        // Of unsigned operands none of these exceeds the first; of signed ones only the type bounds it.
        return boundsOf(this.#types, own.type)[0] === 0n ? { ...any, most: (a as Known).most } : any;
      case 'cast.t':
        return { ...any, most: (a as Known).most };
      case 'cast': {
        const from = this.#declared(fn, ids[0] as number);
        if (own.label === 's')
          return this.#worked(
            any,
            castWork(widthOf(this.#types, from.type), widthOf(this.#types, own.type)),
            constant(1),
          );
        const widens =
          boundsOf(this.#types, from.type)[0] === 0n &&
          boundsOf(this.#types, from.type)[1] <= boundsOf(this.#types, own.type)[1];
        return widens ? { ...any, most: (a as Known).most } : any;
      }
      case 'vec.make':
        this.#step(constant(operands.length));
        return { ...any, lengths: [constant(operands.length), ...joinLengths(operands)] };
      case 'vec.fill': {
        const length = countOf(b as Known);
        this.#step(length);
        return { ...any, lengths: [length, ...(a as Known).lengths] };
      }
      case 'put':
        this.#step(a?.lengths[0] ?? cap);
        return { ...any, lengths: (a as Known).lengths };
      case 'at':
        return this.#elementOf(fn, instruction, 0, a as Known);
      case 'classify':
        return a as Known;
      case 'reveal':
        this.#output(own.type, a as Known);
        // Opened while the task runs: ready one output later, whatever it decides then.
        return {
          most: this.#typeMost(own.type),
          lengths: (a as Known).lengths,
          depth: later((a as Known).depth, constant(outputWork(64).rounds)),
        };
      case 'select': {
        const [condition, left, right] = ids.map((id) => this.#declared(fn, id));
        const joined = {
          most: atMost((b as Known).most, (c as Known).most),
          lengths: joinLengths([b as Known, c as Known]),
          depth,
        };
        if (condition?.label !== 's') return joined;
        const known = left?.label === 'p' && right?.label === 'p';
        return this.#perLeaf((left as Declared).type, joined, (width) =>
          known ? knownSelectWork(width) : workOf('select', width),
        );
      }
      case 'inbox.take': {
        const field = this.#verified.module.fields[immediate];
        const length = symbol(field?.name ?? 'inbox');
        const entry = this.#perLeafInput(field?.type ?? 0, length);
        return { most: typeCap, lengths: [length], depth: later(depth, entry) };
      }
      case 'sum':
        this.#step(a?.lengths[0] ?? cap);
        return any;
      case 'mul':
      case 'min':
      case 'max':
      case 'eq':
      case 'lt':
      case 'addr.eq':
      case 'and':
      case 'or': {
        const labels = ids.map((id) => this.#declared(fn, id).label);
        if (!labels.includes('s'))
          return op === 'min' || op === 'max' ? { ...any, most: atMost((a as Known).most, (b as Known).most) } : any;
        // A product or AND with a public operand is local.
        const local = (op === 'mul' || op === 'and' || op === 'or') && labels.includes('p');
        return local
          ? any
          : this.#worked(any, workOf(op, widthOf(this.#types, this.#declared(fn, ids[0] as number).type)), constant(1));
      }
      default:
        return { ...any, lengths: this.#lengthsOf(own.type, undefined) };
    }
  }

  #worked(value: Known, work: Work, count: Bound): Known {
    this.#charge(work, count);
    const depth = later(value.depth, constant(work.rounds));
    this.#note(depth);
    return { ...value, depth };
  }

  /** The work of each scalar inside; all of them in parallel. */
  #perLeaf(type: TypeRef, value: Known, workFor: (width: number) => Work): Known {
    const rounds = this.#walkLeaves(type, value.lengths, constant(1), (leaf, count) => {
      const work = workFor(widthOf(this.#types, leaf));
      this.#charge(work, count);
      this.#step(count);
      return work.rounds;
    });
    const depth = later(value.depth, constant(rounds));
    this.#note(depth);
    return { ...value, depth };
  }

  #perLeafInput(type: TypeRef, count: Bound): Bound {
    const rounds = this.#walkLeaves(type, [], count, (leaf, each) => {
      const width = widthOf(this.#types, leaf);
      const narrow =
        tableType(this.#types, leaf)?.kind === 'range' && boundsOf(this.#types, leaf)[1] !== (1n << BigInt(width)) - 1n;
      const work = inputWork(width, narrow);
      this.#charge(work, each);
      this.#step(each);
      return work.rounds;
    });
    return constant(rounds);
  }

  #input(type: TypeRef, lengths: readonly Bound[]): Depth {
    const count = lengths.reduce(times, constant(1));
    let element = type;
    while (tableType(this.#types, element)?.kind === 'vector') element = this.#element(element);
    const depth = [this.#perLeafInput(element, count)];
    this.#note(depth);
    return depth;
  }

  #output(type: TypeRef, value: Known): void {
    this.#perLeaf(type, value, outputWork);
  }

  /** Calls with every leaf type and how many there are; gives the greatest answer. A vector of unknown length counts as the longest. */
  #walkLeaves(
    type: TypeRef,
    lengths: readonly Bound[],
    count: Bound,
    each: (leaf: TypeRef, count: Bound) => number,
  ): number {
    this.#meter.step(1);
    if (isLeaf(this.#types, type)) return each(type, count);
    const entry = tableType(this.#types, type);
    if (entry?.kind === 'vector')
      return this.#walkLeaves(entry.element, lengths.slice(1), times(count, lengths[0] ?? cap), each);
    if (entry?.kind !== 'record') return 0;
    return Math.max(0, ...entry.members.map((member) => this.#walkLeaves(member.type, [], count, each)));
  }

  #elementOf(fn: number, instruction: Instruction, operand: number, vector: Known): Known {
    const element = this.#element(this.#declared(fn, instruction.operands[operand] as number).type);
    return { most: this.#typeMost(element), lengths: vector.lengths.slice(1), depth: vector.depth };
  }

  #element(type: TypeRef): TypeRef {
    const entry = tableType(this.#types, type);
    return entry?.kind === 'vector' ? entry.element : type;
  }

  #declared(fn: number, id: number): Declared {
    return this.#verified.functions[fn]?.values[id] ?? { type: scalarRefs.bool, label: 'p' };
  }

  /** An unsigned public scalar with a name is a size of its own; anything else has its type's bound. */
  #namedMost(declared: Declared, name: string): Bound {
    const unsigned =
      isLeaf(this.#types, declared.type) &&
      declared.type !== scalarRefs.address &&
      boundsOf(this.#types, declared.type)[0] === 0n;
    return declared.label === 'p' && unsigned ? symbol(name) : this.#typeMost(declared.type);
  }

  #typeMost(type: TypeRef): Bound {
    return isLeaf(this.#types, type) && type !== scalarRefs.address
      ? constant(boundsOf(this.#types, type)[1])
      : typeCap;
  }

  #lengthsOf(type: TypeRef, name: string | undefined): readonly Bound[] {
    const lengths: Bound[] = [];
    for (let at = type, depth = 0; tableType(this.#types, at)?.kind === 'vector'; at = this.#element(at), depth++)
      lengths.push(name !== undefined && depth === 0 ? symbol(name) : cap);
    return lengths;
  }

  #unknown(declared: Declared): Pick<Known, 'most' | 'lengths'> {
    return { most: this.#typeMost(declared.type), lengths: this.#lengthsOf(declared.type, undefined) };
  }

  #charge(work: Work, count: Bound): void {
    const times_ = times(this.#trips, count);
    if (work.opened > 0) this.#opened = plus(this.#opened, times(times_, constant(work.opened)));
    if (work.ands > 0) this.#ands = plus(this.#ands, times(times_, constant(work.ands)));
  }

  #step(count: Bound): void {
    this.#steps = plus(this.#steps, times(this.#trips, count));
  }

  /** The longest path seen, as far as it starts at the beginning; loops add their multiple when they close. */
  #note(depth: Depth): void {
    if (depth[0]) this.#rounds = atMost(this.#rounds, depth[0]);
    depth.forEach((bound, level) => {
      if (bound && level > 0) this.#tails[level] = atMost(this.#tails[level] ?? zero, bound);
    });
  }

  #counters(): readonly Bound[] {
    return [this.#opened, this.#ands, this.#steps, this.#rounds];
  }

  #restore([opened, ands, steps, rounds]: readonly Bound[]): void {
    this.#opened = opened as Bound;
    this.#ands = ands as Bound;
    this.#steps = steps as Bound;
    this.#rounds = rounds as Bound;
  }
}

/** The longest vector there is: a count above it ends the task before anything is done. */
const cap: Bound = constant(limits.VECTOR_LENGTH_MAX);
const typeCap: Bound = constant((1n << 64n) - 1n);

/** Fields that the function or its callees may write: their value at a read is not the one the task began with. */
function writtenFields(verified: Verified, from: number): ReadonlySet<number> {
  const written = new Set<number>();
  const seen = new Set<number>();
  const visit = (index: number): void => {
    const fn = verified.module.functions[index];
    if (!fn || seen.has(index)) return;
    seen.add(index);
    for (const { op, immediates } of instructionsOf(fn.body)) {
      if (op === 'st.set') written.add(immediates[0] as number);
      if (op === 'call') visit(immediates[0] as number);
    }
  };
  visit(from);
  return written;
}

function contextMost(number: number): Bound | undefined {
  if (number === contextNumbers.height) return symbol('height');
  if (number === contextNumbers.seats) return symbol('seats');
  return number === contextNumbers.threshold ? symbol('threshold') : undefined;
}

/** Trips: at most the bound of the count, and never more than a vector may have. */
function countOf(count: Known): Bound {
  return within(cap, count.most) ? cap : count.most;
}

function indexOf(count: Known): Known {
  return { most: countOf(count), lengths: [], depth: [zero] };
}

function stays(value: Known, carried: Known): boolean {
  return (
    within(value.most, carried.most) && value.lengths.every((length, i) => within(length, carried.lengths[i] ?? zero))
  );
}

function joinKnown(a: Known, b: Known): Known {
  return { most: atMost(a.most, b.most), lengths: joinLengths([a, b]), depth: joinDepths([a.depth, b.depth]) };
}

function joinLengths(values: readonly Known[]): readonly Bound[] {
  const deepest = Math.max(0, ...values.map(({ lengths }) => lengths.length));
  return Array.from({ length: deepest }, (_, i) => values.map(({ lengths }) => lengths[i] ?? zero).reduce(atMost));
}

function joinDepths(depths: readonly Depth[]): Depth {
  const longest = Math.max(1, ...depths.map((depth) => depth.length));
  return Array.from({ length: longest }, (_, i) => {
    const there = depths.map((depth) => depth[i]).filter((bound) => bound !== undefined);
    return there.length === 0 ? (i === 0 ? zero : undefined) : there.reduce(atMost);
  });
}

function later(depth: Depth, rounds: Bound): Depth {
  return depth.map((bound) => bound && plus(bound, rounds));
}

/** Depth of a carried value inside its loop: nothing yet, counted from the loop's own level. */
function marker(level: number): Depth {
  return Array.from({ length: level + 1 }, (_, i) => (i === level ? zero : undefined));
}
