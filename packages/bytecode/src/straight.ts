// What each instruction without regions does, as a table; where a secret is among its operands, `scalars.ts` hands it to the engine.
import { fit, trapping, type TotalOp } from './arithmetic.ts';
import type { Budget } from './budget.ts';
import * as limits from './limits.ts';
import type { Declared, Instruction, Label, TypeRef } from './module.ts';
import { contextNumbers, filterNumbers, type OpName } from './opcodes.ts';
import type { Emitted, InboxEntry, Inputs, TaskContext } from './run.ts';
import { elementsOf, publicCount, type Scalars } from './scalars.ts';
import type { Store } from './store.ts';
import { errorCode, Trap, trap } from './trap.ts';
import { join } from './types.ts';
import { elementOf, factsOf, fromLeaves, record, vector } from './value.ts';
import type { Leaf, RecordValue, Scalar, Value } from './value.ts';
import { placeIn, vectorMeanings } from './vectors.ts';
import type { Verified } from './verify.ts';

/** A run under way. */
export interface Machine<S> {
  readonly verified: Verified;
  readonly inputs: Inputs<S>;
  readonly budget: Budget;
  readonly scalars: Scalars<S>;
  readonly store: Store<S>;
  readonly sent: Leaf<S>[];
  /** Told of each send, for whoever wants to know which site it was. */
  readonly onSend: (release: number, leaves: readonly Leaf<S>[]) => void;
  readonly events: Emitted[];
  /** Entries consumed so far. */
  taken: number;
}

/** An instruction in its place: `type(i)` is the type of its i-th operand, `label(i)` what it was declared as, whoever knows it. */
interface Place {
  readonly op: OpName;
  readonly immediates: readonly number[];
  readonly type: (operand: number) => TypeRef;
  readonly label: (operand: number) => Label;
}

export type Meaning = <S>(machine: Machine<S>, operands: readonly Value<S>[], place: Place) => readonly Value<S>[];

export function straight<S>(
  machine: Machine<S>,
  fn: number,
  { op, immediates, operands: ids }: Instruction,
  operands: readonly Value<S>[],
): readonly Value<S>[] {
  const meaning = meanings[op] ?? vectorMeanings[op];
  if (meaning === undefined) throw new Error(`${op} is not run by this version`);
  const declared = (operand: number): Declared =>
    machine.verified.functions[fn]?.values[ids[operand] as number] as Declared;
  return meaning(machine, operands, {
    op,
    immediates,
    type: (operand) => declared(operand).type,
    label: (operand) => declared(operand).label,
  });
}

/** Two scalars whose meaning is the same for every operand type. */
const trappingTwo: Meaning = (machine, [a, b], { op, type }) => [
  trapping(machine.verified.module.types, op, type(0), a as bigint, b as bigint),
];
const totalTwo =
  (op: TotalOp): Meaning =>
  ({ scalars }, [a, b], { type }) => [scalars.total(op, type(0), a as Scalar<never>, b as Scalar<never>)];
const compareTwo =
  (op: 'eq' | 'lt'): Meaning =>
  ({ scalars }, [a, b], { type }) => [scalars.compare(op, type(0), a as Scalar<never>, b as Scalar<never>)];
const logicTwo =
  (op: 'and' | 'or' | 'xor'): Meaning =>
  ({ scalars }, [a, b], { type }) => [scalars.logic(op, type(0), a as Scalar<never>, b as Scalar<never>)];
const shiftTwo =
  (op: 'shl' | 'shr'): Meaning =>
  ({ scalars }, [a, amount], { type, label }) => [
    scalars.shift(op, type(0), a as Scalar<never>, amount as Scalar<never>, label(1)),
  ];

const meanings: Partial<Record<OpName, Meaning>> = {
  const: ({ verified }, _, { immediates }) => [verified.module.consts[immediates[0] as number]?.value ?? 0n],
  classify: (_, operands) => operands,
  'rec.make': ({ budget }, operands) => [budget.bounded(record(operands))],
  'rec.get': (_, [a], { immediates }) => [memberAt(a, immediates[0] as number)],
  'vec.make': ({ budget }, operands) => {
    budget.step(operands.length);
    return [budget.bounded(vector(operands))];
  },
  'vec.fill': ({ budget }, [value, count]) => {
    const length = publicCount(count);
    budget.step(length);
    return [budget.bounded(vector(Array.from({ length }, () => value as Value<never>)))];
  },
  len: (_, [a]) => [BigInt(elementsOf(a).length)],
  'add.t': trappingTwo,
  'sub.t': trappingTwo,
  'mul.t': trappingTwo,
  'div.t': trappingTwo,
  'rem.t': trappingTwo,
  'cast.t': ({ verified }, [a], { immediates }) => [fit(verified.module.types, immediates[0] as number, a as bigint)],
  add: totalTwo('add'),
  sub: totalTwo('sub'),
  mul: totalTwo('mul'),
  div: totalTwo('div'),
  rem: totalTwo('rem'),
  muldiv: ({ scalars }, operands, { type, label }) => [
    scalars.multiplyDivide(type(0), operands as readonly Scalar<never>[], join(label(0), label(1), label(2))),
  ],
  isqrt: ({ scalars }, [a], { type }) => [scalars.squareRoot(type(0), a as Scalar<never>)],
  min: totalTwo('min'),
  max: totalTwo('max'),
  eq: compareTwo('eq'),
  lt: compareTwo('lt'),
  'addr.eq': ({ scalars }, [a, b]) => [scalars.sameAddress(a as Value<never>, b as Value<never>)],
  not: ({ scalars }, [a], { type }) => [scalars.not(type(0), a as Scalar<never>)],
  and: logicTwo('and'),
  or: logicTwo('or'),
  xor: logicTwo('xor'),
  shl: shiftTwo('shl'),
  shr: shiftTwo('shr'),
  bits: ({ scalars, budget }, [a], { type }) => [budget.bounded(vector(scalars.bits(type(0), a as Scalar<never>)))],
  frombits: ({ scalars }, [list], { immediates }) => [
    scalars.fromBits(immediates[0] as number, elementsOf(list) as readonly Scalar<never>[]),
  ],
  lut: ({ scalars, verified }, [list, place], { type }) => [
    scalars.lookUp(
      elementOf(verified.module.types, type(0)),
      elementsOf(list) as readonly bigint[],
      place as Scalar<never>,
    ),
  ],
  select: ({ scalars }, [condition, a, b], { type }) => [
    scalars.select(type(1), condition as Scalar<never>, a as Value<never>, b as Value<never>),
  ],
  cast: ({ scalars }, [a], { immediates, type }) => [
    scalars.cast(type(0), immediates[0] as number, a as Scalar<never>),
  ],
  at: (_, [list, index]) => [elementsOf(list)[indexIn(list, index)] as Value<never>],
  put: ({ budget }, [list, index, value]) => {
    const at = indexIn(list, index);
    budget.step(elementsOf(list).length);
    return [budget.bounded(vector(elementsOf(list).with(at, value as Value<never>)))];
  },
  sum: ({ scalars, verified }, [list], { type }) => [
    scalars.sum(elementOf(verified.module.types, type(0)), elementsOf(list) as readonly Scalar<never>[]),
  ],
  fold: ({ scalars, verified }, [list], { immediates, type }) => [
    scalars.fold(
      immediates[0] as number,
      elementOf(verified.module.types, type(0)),
      elementsOf(list) as readonly Scalar<never>[],
    ),
  ],
  ctx: ({ inputs }, _, { immediates }) => [contextValue(inputs.context, immediates[0] as number)],
  'st.get': ({ store }, _, { immediates }) => [store.get(immediates[0] as number)],
  'st.set': ({ store }, [value], { immediates }) => {
    store.set(immediates[0] as number, value as Value<never>);
    return [];
  },
  'arr.push': ({ store }, [element], { immediates }) => {
    store.push(immediates[0] as number, element as Value<never>);
    return [];
  },
  'arr.pop': ({ store }, _, { immediates }) => [store.pop(immediates[0] as number)],
  'map.get': ({ store }, [key], { immediates }) => [store.at(immediates[0] as number, key as Value<never>)],
  'map.set': ({ store }, [key, value], { immediates }) => {
    store.put(immediates[0] as number, key as Value<never>, value as Value<never>);
    return [];
  },
  'map.has': ({ store }, [key], { immediates }) => [store.has(immediates[0] as number, key as Value<never>) ? 1n : 0n],
  'map.del': ({ store }, [key], { immediates }) => {
    store.remove(immediates[0] as number, key as Value<never>);
    return [];
  },
  'map.size': ({ store }, _, { immediates }) => [BigInt(store.size(immediates[0] as number))],
  'map.key': ({ store }, [index], { immediates }) => [store.key(immediates[0] as number, index as bigint)],
  trap: (machine, [condition, ...facts], { immediates, type }) => {
    if (condition === 1n) return [];
    throw new Trap(
      errorCode(immediates[0] as number),
      factsAt(machine, facts, (i) => type(i + 1)),
    );
  },
  emit: (machine, facts, { immediates, type }) => {
    if (machine.events.length >= limits.EVENTS_MAX) trap('length');
    machine.events.push({ error: immediates[0] as number, facts: factsAt(machine, facts, type) });
    return [];
  },
  send: (machine, [, value], { immediates, type }) => {
    const leaves = machine.scalars.leaves(type(1), value as Value<never>);
    for (const leaf of leaves) machine.sent.push(leaf);
    machine.onSend(immediates[0] as number, leaves);
    return [];
  },
  'rand.bits': ({ scalars }, _, { immediates }) => [scalars.randomBits(immediates[0] as number)],
  'rand.below': ({ scalars }, [bound]) => [scalars.randomBelow(bound as bigint)],
  'inbox.take': (machine, [height], { immediates }) => [
    take(machine, immediates[0] as number, height as bigint, immediates[2] as number),
  ],
};

function memberAt<S>(value: Value<S> | undefined, index: number): Value<S> {
  return (value as RecordValue<S>).members[index] as Value<S>;
}

function indexIn(list: Value<unknown> | undefined, index: Value<unknown> | undefined): number {
  return placeIn(elementsOf(list).length, index);
}

function contextValue(context: TaskContext, number: number): bigint {
  switch (number) {
    case contextNumbers.sender:
      return context.sender;
    case contextNumbers.self:
      return context.self;
    case contextNumbers.height:
      return context.height;
    case contextNumbers.time:
      return context.time;
    case contextNumbers.value:
      return context.value;
    case contextNumbers.seats:
      return BigInt(context.seats);
    default:
      return BigInt(context.threshold);
  }
}

function factsAt<S>(
  { verified, budget }: Machine<S>,
  values: readonly Value<S>[],
  type: (index: number) => TypeRef,
): readonly bigint[] {
  return values.flatMap((value, i) => {
    budget.step(budget.size(value));
    return factsOf(verified.module.types, type(i), value);
  });
}

function take<S>(machine: Machine<S>, field: number, height: bigint, filter: number): Value<S> {
  const entryType = machine.verified.module.fields[field]?.type as TypeRef;
  const rest = machine.inputs.inbox.slice(machine.taken);
  const end = rest.findIndex((entry) => entry.height > height);
  const due = end < 0 ? rest : rest.slice(0, end);
  machine.taken += due.length;
  if (due.length > limits.VECTOR_LENGTH_MAX) trap('length');
  const kept = filter === filterNumbers.lastBySender ? lastBySender(due) : due;
  return vector(kept.map((entry) => record([entry.sender, entry.index, entryValue(machine, entryType, entry)])));
}

/** The entry, or the zero value where a leaf is out of its range. */
function entryValue<S>({ verified, scalars, budget }: Machine<S>, type: TypeRef, entry: InboxEntry<S>): Value<S> {
  let next = 0;
  const value = fromLeaves<S>(verified.module.types, type, () => entry.values[next++] as Scalar<S>);
  budget.step(next);
  const ok = scalars.admitted(type, value);
  return ok === 1n ? value : scalars.unless(type, ok, value);
}

/** Of each sender the last accepted entry, which has his highest nonce, in the order of the indices. */
export function lastBySender<S>(entries: readonly InboxEntry<S>[]): readonly InboxEntry<S>[] {
  const last = new Map(entries.map((entry) => [entry.sender, entry]));
  return entries.filter((entry) => last.get(entry.sender) === entry);
}
