// What operations on whole vectors cost, and what is known of their results.
import { constant, logarithm, plus, sizesIn, times, valueOf, zero, type Bound } from './bound.ts';
import { operandType, shorter, type Leaves, type Place } from './costPlace.ts';
import type { Counters } from './counters.ts';
import { instructionsOf } from './effects.ts';
import {
  cap,
  countOf,
  joinDepths,
  joinForms,
  joinLengths,
  later,
  typeCap,
  typeMost,
  type Depth,
  type Known,
} from './known.ts';
import { scalarRefs, type Declared, type Region } from './module.ts';
import { foldOps, opcodes, type OpName } from './opcodes.ts';
import {
  FORM,
  distanceBitWork,
  distanceWork,
  dotWork,
  exchangeRounds,
  exchangeWork,
  flagWork,
  formOf,
  indexWork,
  keptOrNotWork,
  keptWork,
  knownSelectWork,
  meetingWork,
  moveWork,
  movedBitWork,
  pickWork,
  putWork,
  runningWork,
  shuffleRounds,
  shuffleWork,
  sortKeyWork,
  entryWork,
  placeWork,
  tableGates,
  workOf,
  type Work,
} from './price.ts';
import type { Meter } from './refusal.ts';
import { elementTypeOf, holdsSecret, widthOf, type Types } from './types.ts';
import { elementOf } from './value.ts';

export class CostVectors {
  readonly #types: Types;
  readonly #meter: Meter;
  readonly #leaves: Leaves;
  readonly #counters: Counters;
  /** By function's body: values that something but a `permute` takes for its order. */
  readonly #reads: Map<Region, Set<number>> = new Map();

  constructor(types: Types, meter: Meter, leaves: Leaves, counters: Counters) {
    this.#types = types;
    this.#meter = meter;
    this.#leaves = leaves;
    this.#counters = counters;
  }

  /** Undefined where the instruction is none of these; `any` is what holds of any result of its type. */
  value(place: Place, operands: readonly Known[], any: Known): Known | undefined {
    const { op } = place.instruction;
    const own = place.values[place.instruction.result] as Declared;
    const [a, b, c] = operands as [Known, Known, Known];
    switch (op) {
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
      default:
        return undefined;
    }
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
    const rounds = this.#leaves.walk(elementOf(this.#types, declared.type), inner, length, (leaf, each) => {
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
    const rounds = this.#leaves.walk(elementOf(this.#types, from.type), element.lengths, count, (leaf, each) => {
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
      this.#leaves.walk(element, inner, each, (leaf, leaves) => {
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
    const brought = this.#leaves.walk(elementOf(this.#types, of.type), [], constant(1), (leaf, count) => {
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
    const brought = this.#leaves.walk(elementOf(this.#types, of.type), [], constant(1), (leaf, count) => {
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
}
