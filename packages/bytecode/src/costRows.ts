// What single instructions cost, and what is known of their results.
import { atMost, constant, logarithm, plus, symbol, times, within, zero, type Bound } from './bound.ts';
import { Leaves, operandType, type Place } from './costPlace.ts';
import { CostVectors } from './costVectors.ts';
import type { Counters } from './counters.ts';

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
import { tableType, type Declared, type TypeRef } from './module.ts';
import { contextNumbers, foldOps, opcodes, type OpName } from './opcodes.ts';
import {
  FORM,
  belowWork,
  castWork,
  formOf,
  inputWork,
  keptWork,
  knownSelectWork,
  outputWork,
  scaledWork,
  shiftWork,
  bitsWork,
  joinedBitsWork,
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
import { boundsOf, widthOf, type Types } from './types.ts';
import { elementOf } from './value.ts';
import type { Verified } from './verify.ts';

export class CostRows {
  readonly #verified: Verified;
  readonly #types: Types;
  readonly #counters: Counters;
  readonly #leaves: Leaves;
  readonly #vectors: CostVectors;

  constructor(verified: Verified, meter: Meter, counters: Counters) {
    this.#verified = verified;
    this.#types = verified.module.types;
    this.#counters = counters;
    this.#leaves = new Leaves(this.#types, meter);
    this.#vectors = new CostVectors(this.#types, meter, this.#leaves, counters);
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
    return this.#vectors.elementOf(place, vector);
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
    this.#leaves.walk(operandType(place, operand).type, value.lengths, constant(1), (_, count) => {
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
    const vector = this.#vectors.value(place, operands, any);
    if (vector !== undefined) return vector;
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
        // Two negative numbers make a positive one.
        return boundsOf(this.#types, own.type)[0] === 0n ? { ...any, most: times(a.most, b.most) } : any;
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

  /** Of so many elements, all at once. */
  #added(sum: Known, width: number, form: Form, length: Bound): Known {
    return this.#counters.worked({ ...sum, form: FORM.sum }, summandWork(width, form), length);
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
    const rounds = this.#leaves.walk(type, value.lengths, constant(1), (leaf, count) => {
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
    const rounds = this.#leaves.walk(type, [], count, (leaf, each) => {
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
