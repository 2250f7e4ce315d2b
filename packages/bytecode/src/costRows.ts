// What single instructions cost, and what is known of their results.
import {
  atMost,
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
} from './bound.ts';
import type { Counters } from './counters.ts';
import { instructionsOf } from './effects.ts';
import {
  cap,
  countOf,
  joinDepths,
  joinForms,
  joinLengths,
  later,
  lengthsOf,
  typeCap,
  typeMost,
  type Depth,
  type Known,
} from './known.ts';
import { scalarRefs, tableType, type Declared, type Instruction, type Region, type TypeRef } from './module.ts';
import { contextNumbers, foldOps, opcodes, type OpName } from './opcodes.ts';
import {
  FORM,
  belowWork,
  castWork,
  distanceBitWork,
  distanceWork,
  dotWork,
  exchangeRounds,
  exchangeWork,
  flagWork,
  formOf,
  indexWork,
  inputWork,
  keptOrNotWork,
  keptWork,
  knownSelectWork,
  meetingWork,
  moveWork,
  movedBitWork,
  outputWork,
  pickWork,
  putWork,
  runningWork,
  scaledWork,
  shuffleRounds,
  shuffleWork,
  sortKeyWork,
  shiftWork,
  bitsWork,
  entryWork,
  joinedBitsWork,
  placeWork,
  tableGates,
  divisionWork,
  productDivisionWork,
  rootWork,
  summandWork,
  summandWorks,
  workOf,
  type Form,
  type Work,
} from './price.ts';
import type { Meter } from './refusal.ts';
import { addressLimbs, boundsOf, elementTypeOf, holdsSecret, isLeaf, widthOf, type Types } from './types.ts';
import { elementOf } from './value.ts';
import type { Verified } from './verify.ts';

/** An instruction and the declared types of its function's values. */
export interface Place {
  readonly instruction: Instruction;
  readonly values: readonly Declared[];
  /** The function's body. */
  readonly body: Region;
}

export class CostRows {
  readonly #verified: Verified;
  readonly #types: Types;
  readonly #meter: Meter;
  readonly #counters: Counters;
  /** By function's body: values that something but a `permute` takes for its order. */
  readonly #reads: Map<Region, Set<number>> = new Map();

  constructor(verified: Verified, meter: Meter, counters: Counters) {
    this.#verified = verified;
    this.#types = verified.module.types;
    this.#meter = meter;
    this.#counters = counters;
  }

  /** Instructions without regions that touch no field. */
  plain(place: Place, operands: readonly Known[]): readonly Known[] {
    const { op } = place.instruction;
    if (opcodes[op].label !== 'none') return [this.#value(place, operands)];
    if (op === 'send') this.output(operandType(place, 1).type, operands[1] as Known);
    if (op === 'emit' || op === 'trap')
      operands.forEach((operand, i) => this.#counters.step(this.scalarsIn(place, i, operand)));
    return [];
  }

  /** A secret argument: its leaves come in, narrow ones are compared with their range. */
  input(type: TypeRef): Depth {
    const depth = [this.#perLeafInput(type, constant(1))];
    this.#counters.note(depth);
    return depth;
  }

  output(type: TypeRef, value: Known): void {
    this.#perLeaf(type, value, (width) => outputWork(width, value.form));
  }

  /** A secret value that a field holds from now on, as far as this run goes until its end. */
  kept(type: TypeRef, value: Known): void {
    this.#perLeaf(type, value, (width) => keptWork(width, value.form));
  }

  fold(place: Place, vector: Known, length: Bound): Known {
    const op = foldOps.find((name) => opcodes[name].number === place.instruction.immediates[0]) as OpName;
    const { type, label } = operandType(place, 0);
    this.#counters.step(length);
    const form = formOf(op, [vector.form, formOf(op, [vector.form, vector.form])]);
    const work = workOf(op, widthOf(this.#types, elementOf(this.#types, type)), [form, form]);
    const folded: Known = { most: typeCap, lengths: [], depth: vector.depth, form };
    if (label !== 's') return folded;
    if (op === 'add')
      return this.#added(folded, widthOf(this.#types, elementOf(this.#types, type)), vector.form, length);
    this.#counters.charge(work, length);
    const depth = later(vector.depth, times(constant(work.rounds), logarithm(length)));
    this.#counters.note(depth);
    return { ...folded, depth };
  }

  elementOf(place: Place, vector: Known): Known {
    const element = elementTypeOf(this.#types, operandType(place, 0).type) ?? scalarRefs.bool;
    return {
      most: typeMost(this.#types, element),
      lengths: vector.lengths.slice(1),
      depth: vector.depth,
      form: vector.form,
    };
  }

  /** A part of a field, of the type the instruction gives. */
  part({ instruction, values }: Place, field: Known): Known {
    const { type } = values[instruction.result] as Declared;
    return {
      most: typeMost(this.#types, type),
      lengths: lengthsOf(this.#types, type, undefined),
      depth: field.depth,
      form: field.form,
    };
  }

  /** How many scalars an operand has. */
  scalarsIn(place: Place, operand: number, value: Known): Bound {
    let sum: Bound = constant(1);
    this.#walkLeaves(operandType(place, operand).type, value.lengths, constant(1), (_, count) => {
      sum = plus(sum, count);
      return 0;
    });
    return sum;
  }

  #value(place: Place, operands: readonly Known[]): Known {
    const { op, immediates, operands: ids } = place.instruction;
    const immediate = immediates[0] as number;
    const own = place.values[place.instruction.result] as Declared;
    const depth = joinDepths(operands.map((operand) => operand.depth));
    const [a, b, c] = operands as [Known, Known, Known];
    const any: Known = { most: typeMost(this.#types, own.type), lengths: [], depth, form: FORM.plain };
    switch (op) {
      case 'const': {
        const value = this.#verified.module.consts[immediate]?.value ?? 0n;
        return { ...any, most: constant(value), depth: [zero] };
      }
      case 'ctx':
        return { ...any, most: contextMost(immediate) ?? any.most, depth: [zero] };
      case 'len':
        return { ...any, most: a.lengths[0] ?? cap, depth: [zero] };
      case 'add.t':
        return { ...any, most: plus(a.most, b.most) };
      case 'mul.t':
        return { ...any, most: times(a.most, b.most) };
      case 'sub.t':
      case 'div.t':
      case 'rem.t':
        // Of unsigned operands none of these exceeds the first; of signed ones only the type bounds it.
        return boundsOf(this.#types, own.type)[0] === 0n ? { ...any, most: a.most } : any;
      case 'cast.t':
        return { ...any, most: a.most };
      case 'cast':
        return this.#cast(operandType(place, 0), own, a, any);
      case 'vec.make':
        this.#counters.step(constant(operands.length));
        return { ...any, lengths: [constant(operands.length), ...joinLengths(operands)], form: joinForms(operands) };
      case 'vec.fill': {
        const length = countOf(b);
        this.#counters.step(length);
        return { ...any, lengths: [length, ...a.lengths], form: a.form };
      }
      case 'put':
        this.#counters.step(a.lengths[0] ?? cap);
        return { ...any, lengths: a.lengths, form: joinForms(operands) };
      case 'slice':
      case 'gather': {
        const length = op === 'slice' ? shorter(a.lengths[0] ?? cap, countOf(c)) : (b.lengths[0] ?? cap);
        this.#counters.step(length);
        return { ...any, lengths: [length, ...a.lengths.slice(1)], form: a.form };
      }
      case 'concat': {
        const length = operands.map(({ lengths }) => lengths[0] ?? cap).reduce(plus, zero);
        this.#counters.step(length);
        return { ...any, lengths: [length, ...joinLengths(operands).slice(1)], form: joinForms(operands) };
      }
      case 'at':
        return this.elementOf(place, a);
      case 'prefix':
        return this.#prefix(place, a, any);
      case 'compact':
        return this.#compact(place, a, b);
      case 'dot': {
        const length = shorter(a.lengths[0] ?? cap, b.lengths[0] ?? cap);
        this.#counters.step(length);
        const secrets = operands.filter((_, i) => operandType(place, i).label === 's');
        if (secrets.length === 0) return any;
        const work = dotWork(
          widthOf(this.#types, own.type),
          secrets.map(({ form }) => form),
        );
        return this.#counters.worked({ ...any, form: FORM.loose }, work, length);
      }
      case 'bits': {
        const width = widthOf(this.#types, operandType(place, 0).type);
        this.#counters.step(constant(width));
        const made: Known = { ...any, lengths: [constant(width)] };
        return own.label === 's' ? this.#counters.worked(made, bitsWork(width, a.form), constant(1)) : made;
      }
      case 'frombits': {
        const width = widthOf(this.#types, own.type);
        this.#counters.step(constant(width));
        if (own.label !== 's') return any;
        return this.#counters.worked({ ...any, form: FORM.bits }, joinedBitsWork(width), constant(1));
      }
      case 'lut':
        return this.#lookedUp(place, a.lengths[0] ?? cap, b, any);
      case 'matmul': {
        const [rows, inner, columns] = [a.lengths[0], shorter(a.lengths[1] ?? cap, b.lengths[0] ?? cap), b.lengths[1]];
        const size = times(rows ?? cap, columns ?? cap);
        const products = times(size, inner);
        this.#counters.step(plus(plus(products, size), rows ?? cap));
        const secrets = operands.filter((_, i) => operandType(place, i).label === 's');
        const made = { ...any, lengths: [rows ?? cap, columns ?? cap] };
        if (secrets.length === 0) return made;
        const integer = elementOf(this.#types, elementOf(this.#types, own.type));
        const work = dotWork(
          widthOf(this.#types, integer),
          secrets.map(({ form }) => form),
        );
        return this.#counters.worked({ ...made, form: FORM.loose }, work, products);
      }
      case 'argmax':
        return this.#largest(place, a, any);
      case 'oat':
        return this.#read(place, a, b);
      case 'oput':
        return this.#written(place, a, b, c);
      case 'sort':
        return this.#sorted(place, a, b);
      case 'permute':
        return this.#permuted(place, a);
      case 'rand.perm': {
        const count = countOf(a);
        const switches = times(count, logarithm(count));
        this.#counters.step(plus(switches, count));
        // Elements that are put in the order have networks of their own: its numbers are made where something reads them.
        if (!this.#isRead(place)) return { ...any, lengths: [count], depth: [zero] };
        this.#counters.charge(shuffleWork, switches);
        const depth = [times(constant(shuffleRounds), logarithm(count))];
        this.#counters.note(depth);
        return { ...any, lengths: [count], depth };
      }
      case 'onehot': {
        const count = countOf(b);
        this.#counters.step(count);
        return { ...any, lengths: [count], depth: this.#flags(place, 0, a, count) };
      }
      case 'classify':
        return a;
      case 'reveal':
        this.output(own.type, a);
        // Opened while the task runs: ready one output later, whatever it decides then.
        return { ...any, lengths: a.lengths, depth: later(a.depth, constant(outputWork(64, a.form).rounds)) };
      case 'select':
        return this.#select(place, b, c, depth);
      case 'inbox.take': {
        const field = this.#verified.module.fields[immediate];
        const length = symbol(field?.name ?? 'inbox');
        const entry = this.#perLeafInput(field?.type ?? 0, length);
        return { most: typeCap, lengths: [length], depth: later(depth, entry), form: FORM.plain };
      }
      case 'rand.bits':
        // Bits alone: whoever needs a number makes one of them.
        return { ...any, form: widthOf(this.#types, own.type) === 1 ? FORM.plain : FORM.bits };
      case 'rand.below':
        return this.#counters.worked({ ...any, depth: [zero] }, belowWork(), constant(1));
      case 'sum': {
        const length = a.lengths[0] ?? cap;
        this.#counters.step(length);
        const summand = operandType(place, 0);
        if (summand.label !== 's') return any;
        return this.#added(any, widthOf(this.#types, elementOf(this.#types, summand.type)), a.form, length);
      }
      case 'add':
      case 'sub': {
        if (own.label !== 's') return any;
        const declared = ids.map((_, i) => operandType(place, i));
        const secrets = operands.filter((_, i) => declared[i]?.label === 's');
        const works = summandWorks(
          widthOf(this.#types, own.type),
          secrets.map(({ form }) => form),
        );
        works.forEach((work) => this.#counters.charge(work, constant(1)));
        // Each waits for its own alone: what is carried through a loop for nothing.
        const ready = joinDepths(secrets.map((one, i) => later(one.depth, constant((works[i] as Work).rounds))));
        this.#counters.note(ready);
        return { ...any, form: FORM.sum, depth: joinDepths([depth, ready]) };
      }
      case 'mul':
      case 'min':
      case 'max':
      case 'eq':
      case 'lt':
      case 'addr.eq':
      case 'and':
      case 'or':
      case 'xor':
      case 'not': {
        const labels = ids.map((_, i) => operandType(place, i).label);
        if (!labels.includes('s')) return op === 'min' || op === 'max' ? { ...any, most: atMost(a.most, b.most) } : any;
        const forms = operands.filter((_, i) => labels[i] === 's').map(({ form }): Form => form);
        const width = op === 'addr.eq' ? 0 : widthOf(this.#types, operandType(place, 0).type);
        const made = { ...any, form: width === 1 ? FORM.plain : formOf(op, forms) };
        // An AND with a public bit is local, a product with a public number nearly.
        if ((op === 'and' || op === 'or') && labels.includes('p') && width === 1) return any;
        const work =
          op === 'mul' && labels.includes('p') ? scaledWork(width, joinForms(operands)) : workOf(op, width, forms);
        return this.#counters.worked(made, work, constant(1));
      }
      case 'shl':
      case 'shr':
      case 'div':
      case 'rem':
      case 'muldiv':
      case 'isqrt': {
        if (own.label !== 's') return any;
        const forms = ids.map((_, i) => (operandType(place, i).label === 's' ? operands[i]?.form : undefined));
        const signed = boundsOf(this.#types, own.type)[0] < 0n;
        const limb = within(c?.most ?? cap, constant(0xffff_ffff));
        const work = partlySecret(op, widthOf(this.#types, own.type), forms, signed, limb);
        return this.#counters.worked({ ...any, form: formOf(op, []) }, work, constant(1));
      }
      default:
        return { ...any, lengths: lengthsOf(this.#types, own.type, undefined) };
    }
  }

  /** The entry of a public table at a place. */
  #lookedUp(place: Place, length: Bound, at: Known, any: Known): Known {
    this.#counters.step(length);
    const [own, index] = [place.values[place.instruction.result] as Declared, operandType(place, 1)];
    if (own.label !== 's') return any;
    const width = widthOf(this.#types, own.type);
    if (sizesIn(length).length === 0)
      this.#counters.charge(
        { opened: 0, ands: tableGates(Number(valueOf(length, {})), width), rounds: 0 },
        constant(1),
      );
    else this.#counters.charge(entryWork, length);
    const work = placeWork(widthOf(this.#types, index.type), width, at.form);
    return this.#counters.worked({ ...any, form: width === 1 ? FORM.plain : FORM.bits }, work, constant(1));
  }

  /** Of so many elements, all at once. */
  #added(sum: Known, width: number, form: Form, length: Bound): Known {
    return this.#counters.worked({ ...sum, form: FORM.sum }, summandWork(width, form), length);
  }

  #prefix(place: Place, vector: Known, any: Known): Known {
    const op = foldOps.find((name) => opcodes[name].number === place.instruction.immediates[0]) as OpName;
    const length = vector.lengths[0] ?? cap;
    const { type, label } = operandType(place, 0);
    this.#counters.step(times(constant(2), length));
    const whole = { ...any, lengths: vector.lengths, form: vector.form };
    if (label !== 's') return whole;
    const width = widthOf(this.#types, elementOf(this.#types, type));
    if (op === 'add')
      return this.#counters.worked({ ...whole, form: FORM.sum }, runningWork(width, vector.form), length);
    const form = formOf(op, [vector.form, formOf(op, [vector.form, vector.form])]);
    const work = workOf(op, width, [form, form]);
    if (op === 'xor') return this.#counters.worked({ ...whole, form }, work, length);
    this.#counters.charge(work, times(constant(2), length));
    const depth = later(vector.depth, times(constant(2 * work.rounds), logarithm(length)));
    this.#counters.note(depth);
    return { ...whole, depth, form };
  }

  /** What is kept moves to the front by each bit of how many are left out before it. */
  #compact(place: Place, vector: Known, keep: Known): Known {
    const length = shorter(vector.lengths[0] ?? cap, keep.lengths[0] ?? cap);
    this.#counters.step(times(constant(2), length));
    const [declared, by] = [operandType(place, 0), operandType(place, 1)];
    const secret = by.label === 's';
    const levels = logarithm(length);
    const inner = vector.lengths.slice(1);
    const rounds = this.#walkLeaves(elementOf(this.#types, declared.type), inner, length, (leaf, each) => {
      this.#counters.step(each);
      if (!secret) return 0;
      const width = widthOf(this.#types, leaf);
      const first = keptOrNotWork(width, vector.form);
      this.#counters.charge(first, each);
      this.#counters.charge(moveWork(width), times(each, levels));
      return first.rounds;
    });
    const lengths = [length, ...inner];
    const both = joinDepths([vector.depth, keep.depth]);
    if (!secret) return { most: typeCap, lengths, depth: both, form: vector.form };
    this.#counters.charge(distanceWork(), length);
    this.#counters.charge(distanceBitWork, times(length, levels));
    this.#counters.charge(movedBitWork, times(length, times(levels, levels)));
    const depth = later(both, plus(constant(rounds + distanceWork().rounds), times(constant(2), levels)));
    this.#counters.note(depth);
    return { most: typeCap, lengths, depth, form: formOf('select', [vector.form]) };
  }

  /** A tournament among the elements: a level has half of those before it. */
  #largest(place: Place, vector: Known, any: Known): Known {
    const length = vector.lengths[0] ?? cap;
    this.#counters.step(times(constant(3), length));
    const { type, label } = operandType(place, 0);
    if (label === 'p') return any;
    const form = formOf('max', [vector.form]);
    const work = meetingWork(widthOf(this.#types, elementOf(this.#types, type)), form);
    this.#counters.charge(work, length);
    const depth = later(vector.depth, times(constant(work.rounds), logarithm(length)));
    this.#counters.note(depth);
    return { ...any, depth };
  }

  /** Flags of so many places by an index, and since when they are there. */
  #flags(place: Place, operand: number, index: Known, count: Bound): Depth {
    this.#counters.step(count);
    const { type, label } = operandType(place, operand);
    if (label === 'p') return [zero];
    this.#counters.charge(flagWork, count);
    return this.#counters.worked(index, indexWork(widthOf(this.#types, type), index.form), constant(1)).depth;
  }

  /** A place's element by a secret index. */
  #read(place: Place, vector: Known, index: Known): Known {
    const [from, by] = [operandType(place, 0), operandType(place, 1)];
    const element = this.elementOf(place, vector);
    const count = vector.lengths[0] ?? cap;
    const ready = this.#flags(place, 1, index, count);
    const known = from.label === 'p' && !holdsSecret(this.#types, from.type);
    const rounds = this.#walkLeaves(elementOf(this.#types, from.type), element.lengths, count, (leaf, each) => {
      this.#counters.step(each);
      if (by.label === 'p') return 0;
      const work = known ? knownSelectWork() : pickWork(widthOf(this.#types, leaf), vector.form);
      this.#counters.charge(work, each);
      return work.rounds;
    });
    if (by.label === 'p') return element;
    const depth = later(joinDepths([vector.depth, ready]), constant(rounds));
    this.#counters.note(depth);
    return { ...element, depth, form: formOf('select', known ? [] : [vector.form]) };
  }

  /** A new vector, written at a secret index. */
  #written(place: Place, vector: Known, index: Known, value: Known): Known {
    const count = vector.lengths[0] ?? cap;
    const by = operandType(place, 1);
    const ready = this.#flags(place, 1, index, count);
    this.#counters.step(count);
    const forms = [vector.form, value.form];
    const element = elementOf(this.#types, operandType(place, 0).type);
    const inner = vector.lengths.slice(1);
    const work = (each: Bound, workFor: (width: number) => Work): number =>
      this.#walkLeaves(element, inner, each, (leaf, leaves) => {
        this.#counters.step(leaves);
        if (by.label === 'p') return 0;
        const one = workFor(widthOf(this.#types, leaf));
        this.#counters.charge(one, leaves);
        return one.rounds;
      });
    // Each place has the same value beside it.
    const put = work(constant(1), (width) => putWork(width, value.form));
    const rounds = put + work(count, (width) => pickWork(width, vector.form));
    const lengths = vector.lengths;
    const depth = joinDepths([vector.depth, value.depth, ready]);
    if (by.label === 'p') return { most: typeCap, lengths, depth, form: joinForms([vector, value]) };
    const done = later(depth, constant(rounds));
    this.#counters.note(done);
    return { most: typeCap, lengths, depth: done, form: formOf('select', forms) };
  }

  /** Keys as bits, then exchanges in layers; what moves with them is brought into the field, a bool into bits, once. */
  #sorted(place: Place, vector: Known, keys: Known): Known {
    const [of, by] = [operandType(place, 0), operandType(place, 1)];
    const length = vector.lengths[0] ?? cap;
    const levels = logarithm(length);
    // Four times as many as there are exchanges: each of ½L(L + 1) layers has at most half as many as there are places.
    const most = times(length, times(levels, plus(levels, constant(1))));
    this.#counters.step(plus(most, length));
    if (by.label !== 's') return { ...vector, most: typeCap, depth: joinDepths([vector.depth, keys.depth]) };
    const width = widthOf(this.#types, elementOf(this.#types, by.type));
    const work = sortKeyWork(width, keys.form);
    this.#counters.charge(work, length);
    this.#counters.charge({ opened: 0, ands: 1, rounds: 0 }, times(most, plus(constant(width), levels)));
    let [fields, bits] = [0, 0];
    const brought = this.#walkLeaves(elementOf(this.#types, of.type), [], constant(1), (leaf, count) => {
      const each = Number(valueOf(count, {}));
      const own = widthOf(this.#types, leaf);
      if (own === 1) bits += each;
      else fields += each;
      this.#counters.step(times(length, count));
      const one = putWork(own, of.label === 's' || holdsSecret(this.#types, of.type) ? vector.form : FORM.plain);
      this.#counters.charge(one, times(length, count));
      return one.rounds;
    });
    this.#counters.charge(exchangeWork(fields, bits), most);
    const layers = times(constant(Math.ceil(exchangeRounds(width) / 2)), times(levels, plus(levels, constant(1))));
    const ready = joinDepths([later(keys.depth, constant(work.rounds)), later(vector.depth, constant(brought))]);
    const depth = later(ready, plus(layers, constant(2)));
    this.#counters.note(depth);
    return { most: typeCap, lengths: vector.lengths, depth, form: FORM.plain };
  }

  /** Whether anything but a `permute` takes the result. */
  #isRead({ instruction, body }: Place): boolean {
    let read = this.#reads.get(body);
    if (read === undefined) {
      read = new Set();
      for (const { op, operands } of instructionsOf(body)) {
        this.#meter.step(operands.length);
        operands.forEach((id, i) => (op !== 'permute' || i !== 1 ? read?.add(id) : undefined));
      }
      this.#reads.set(body, read);
    }
    return read.has(instruction.result);
  }

  /** Every leaf in the field, once, and then a network of switches for each set of seats. */
  #permuted(place: Place, vector: Known): Known {
    const of = operandType(place, 0);
    const length = vector.lengths[0] ?? cap;
    const switches = times(length, logarithm(length));
    this.#counters.step(plus(switches, length));
    const known = of.label === 'p' && !holdsSecret(this.#types, of.type);
    const brought = this.#walkLeaves(elementOf(this.#types, of.type), [], constant(1), (leaf, count) => {
      const one = keptWork(widthOf(this.#types, leaf), known ? FORM.plain : vector.form);
      this.#counters.step(times(length, count));
      this.#counters.charge(one, times(length, count));
      this.#counters.charge(shuffleWork, times(switches, count));
      return one.rounds;
    });
    const rounds = plus(constant(brought), times(constant(shuffleRounds), logarithm(length)));
    const depth = later(vector.depth, rounds);
    this.#counters.note(depth);
    return { most: typeCap, lengths: vector.lengths, depth, form: FORM.plain };
  }

  #cast(from: Declared, own: Declared, a: Known, any: Known): Known {
    const [types, width] = [this.#types, widthOf(this.#types, own.type)];
    if (own.label === 's') {
      const [low, high] = boundsOf(types, from.type);
      const [lowest, highest] = boundsOf(types, own.type);
      const keeps = lowest <= low && high <= highest;
      const work = castWork(widthOf(types, from.type), width, a.form, keeps);
      const form = a.form === FORM.bits ? FORM.bits : keeps ? FORM.plain : FORM.loose;
      return this.#counters.worked({ ...any, form }, work, constant(1));
    }
    const [least, most] = boundsOf(types, from.type);
    return least === 0n && most <= boundsOf(types, own.type)[1] ? { ...any, most: a.most } : any;
  }

  #select(place: Place, b: Known, c: Known, depth: Depth): Known {
    const [condition, left, right] = [0, 1, 2].map((i) => operandType(place, i)) as [Declared, Declared, Declared];
    const joined: Known = {
      most: atMost(b.most, c.most),
      lengths: joinLengths([b, c]),
      depth,
      form: joinForms([b, c]),
    };
    if (condition.label !== 's') return joined;
    const known = left.label === 'p' && right.label === 'p';
    const forms = [b.form, c.form];
    const chosen = this.#perLeaf(left.type, joined, (width) =>
      known ? knownSelectWork() : workOf('select', width, forms),
    );
    return { ...chosen, form: formOf('select', forms) };
  }

  /** The work of each leaf inside; all of them in parallel. */
  #perLeaf(type: TypeRef, value: Known, workFor: (width: number) => Work): Known {
    const rounds = this.#walkLeaves(type, value.lengths, constant(1), (leaf, count) => {
      const work = workFor(widthOf(this.#types, leaf));
      this.#counters.charge(work, count);
      this.#counters.step(count);
      return work.rounds;
    });
    const depth = later(value.depth, constant(rounds));
    this.#counters.note(depth);
    return { ...value, depth };
  }

  #perLeafInput(type: TypeRef, count: Bound): Bound {
    const rounds = this.#walkLeaves(type, [], count, (leaf, each) => {
      const width = widthOf(this.#types, leaf);
      const narrow =
        tableType(this.#types, leaf)?.kind === 'range' && boundsOf(this.#types, leaf)[1] !== (1n << BigInt(width)) - 1n;
      const work = inputWork(width, narrow);
      this.#counters.charge(work, each);
      this.#counters.step(each);
      return work.rounds;
    });
    return constant(rounds);
  }

  /** Calls with every leaf type and how many there are; gives the greatest answer. A vector of unknown length counts as the longest. */
  #walkLeaves(
    type: TypeRef,
    lengths: readonly Bound[],
    count: Bound,
    each: (leaf: TypeRef, count: Bound) => number,
  ): number {
    this.#meter.step(1);
    if (type === scalarRefs.address) return Math.max(...addressLimbs.map((limb) => each(limb, count)));
    if (isLeaf(this.#types, type)) return each(type, count);
    const entry = tableType(this.#types, type);
    if (entry?.kind === 'array')
      return this.#walkLeaves(entry.element, lengths.slice(1), times(count, constant(entry.length)), each);
    if (entry?.kind === 'vector')
      return this.#walkLeaves(entry.element, lengths.slice(1), times(count, lengths[0] ?? cap), each);
    if (entry?.kind !== 'record') return 0;
    return Math.max(0, ...entry.members.map((member) => this.#walkLeaves(member.type, [], count, each)));
  }
}

function operandType({ instruction, values }: Place, operand: number): Declared {
  return values[instruction.operands[operand] as number] ?? { type: scalarRefs.bool, label: 'p' };
}

/** The smaller of two, where one is known to be at most the other. */
function shorter(a: Bound, b: Bound): Bound {
  return within(b, a) ? b : within(a, b) ? a : b;
}

/** Of an opcode whose work depends on which of its operands are secret: those are in the forms given. */
function partlySecret(
  op: OpName,
  width: number,
  forms: readonly (Form | undefined)[],
  signed: boolean,
  limb: boolean,
): Work {
  const [a, b, c] = forms;
  if (op === 'shl' || op === 'shr') return shiftWork(width, a, b);
  if (op === 'muldiv')
    return productDivisionWork(width, forms, c === undefined ? (limb ? 'limb' : 'public') : 'secret', signed);
  return op === 'isqrt' ? rootWork(width, a ?? FORM.plain) : divisionWork(width, a, b, signed);
}

function contextMost(number: number): Bound | undefined {
  if (number === contextNumbers.height) return symbol('height');
  if (number === contextNumbers.seats) return symbol('seats');
  return number === contextNumbers.threshold ? symbol('threshold') : undefined;
}
