/**
 * The meaning of a module, once for all engines. It runs the public part with plain integers and hands every operation with a secret in it to an algebra: the
 * evaluator's computes at once, an engine's may only note what is to be done and batch it later. It is a generator because a contract that opens while it runs,
 * or an argument whose range must be checked, waits for a public value; in every other case it runs through without a pause.
 */
import { tableType, type Instruction, type Region, type TypeRef } from './module.ts';
import { contextNumbers, filterNumbers, foldOps, opcodes, type OpName } from './opcodes.ts';
import {
  compare,
  fit,
  logic,
  neutral,
  total,
  trapping,
  type CompareOp,
  type LogicOp,
  type TotalOp,
} from './arithmetic.ts';
import * as limits from './limits.ts';
import type { OpenMode } from './openMode.ts';
import { errorCode, Trap, trap } from './trap.ts';
import { boundsOf, widthOf, wrap, type Types } from './types.ts';
import {
  fromLeaves,
  leavesOf,
  mapLeaves,
  memberOf,
  elementOf,
  record,
  vector,
  type Leaf,
  type RecordValue,
  type Scalar,
  type Value,
  type VectorValue,
} from './value.ts';
import type { Verified } from './verify.ts';

/**
 * What an engine gives for secret scalars. In each call at least one operand is secret; a bigint operand is public and an engine may profit from it. Results
 * are exact, then reduced into the type, whatever the engine holds inside: see `interval.ts` for when that costs something.
 */
export interface SecretAlgebra<S> {
  total(op: TotalOp, type: TypeRef, a: Scalar<S>, b: Scalar<S>): Scalar<S>;
  /** On leaves of one type; `lt` also on ranges (admission). Result: a bit. */
  compare(op: CompareOp, type: TypeRef, a: Scalar<S>, b: Scalar<S>): Scalar<S>;
  logic(op: LogicOp, a: Scalar<S>, b: Scalar<S>): Scalar<S>;
  not(a: Scalar<S>): Scalar<S>;
  select(type: TypeRef, condition: Scalar<S>, whenTrue: Scalar<S>, whenFalse: Scalar<S>): Scalar<S>;
  cast(from: TypeRef, to: TypeRef, a: Scalar<S>): Scalar<S>;
  sum(type: TypeRef, elements: readonly Scalar<S>[]): Scalar<S>;
}

/** An accepted entry of the inbox: its public facts and its secret leaves in declared order. */
export interface InboxEntry<S> {
  readonly sender: bigint;
  readonly index: bigint;
  readonly height: bigint;
  readonly values: readonly Scalar<S>[];
}

export interface TaskContext {
  readonly sender: bigint;
  readonly self: bigint;
  readonly height: bigint;
  readonly time: bigint;
  readonly seats: number;
  readonly threshold: number;
}

export interface Inputs<S> {
  readonly args: readonly Value<S>[];
  /** By field; the inbox's place holds anything. */
  readonly state: readonly Value<S>[];
  /** Accepted and not yet consumed, by ascending index; accepted entries of one sender have rising nonces. */
  readonly inbox: readonly InboxEntry<S>[];
  readonly context: TaskContext;
  readonly openMode: OpenMode;
}

/** Asks for public values. `admission`: whether a secret argument lies in its range. `reveal`: a release that opens while the task runs. */
export interface OpenRequest<S> {
  readonly purpose: 'admission' | 'reveal';
  readonly release?: number;
  readonly leaves: readonly Leaf<S>[];
}

/** What goes out masked, leaf by leaf. `everyone` is block 0, `caller` the block of the task's sender; an empty list is no block. */
export interface Outputs<S> {
  readonly everyone: readonly Leaf<S>[];
  readonly caller: readonly Leaf<S>[];
}

export interface Finished<S> {
  readonly status: 'ok';
  readonly results: readonly Value<S>[];
  readonly state: readonly Value<S>[];
  /** How many entries were consumed. */
  readonly taken: number;
  readonly outputs: Outputs<S>;
}

export interface Reverted {
  readonly status: 'revert';
  readonly code: number;
  /** Public facts of a contract error, with their types in the module's table. */
  readonly facts: readonly bigint[];
}

export interface BadInput {
  readonly status: 'badInput';
  /** Index of the argument. */
  readonly argument: number;
}

export type Ended<S> = Finished<S> | Reverted | BadInput;

export type Run<S> = Generator<OpenRequest<S>, Ended<S>, readonly bigint[]>;

/** Runs a function from the outside. The arguments fit their types (`layout.ts` reads them so); ranges of secret ones are checked here. */
export function* interpret<S>(verified: Verified, fn: number, inputs: Inputs<S>, algebra: SecretAlgebra<S>): Run<S> {
  const machine = new Machine(verified, inputs, algebra);
  try {
    return yield* machine.run(fn);
  } catch (error) {
    if (error instanceof Trap) return { status: 'revert', code: error.code, facts: error.facts };
    throw error;
  }
}

class Machine<S> {
  readonly #verified: Verified;
  readonly #types: Types;
  readonly #inputs: Inputs<S>;
  readonly #algebra: SecretAlgebra<S>;
  readonly #state: Value<S>[];
  readonly #sent: Leaf<S>[] = [];
  /** Scalars in each vector and record made or met, so that shared parts are counted without walking them again. */
  readonly #sizes = new WeakMap<object, number>();
  #taken = 0;
  #steps = 0;

  constructor(verified: Verified, inputs: Inputs<S>, algebra: SecretAlgebra<S>) {
    this.#verified = verified;
    this.#types = verified.module.types;
    this.#inputs = inputs;
    this.#algebra = algebra;
    this.#state = [...inputs.state];
  }

  *run(index: number): Run<S> {
    const fn = this.#verified.module.functions[index];
    if (!fn || fn.kind === 'internal') throw new Error('no such function from outside');
    for (const [i, param] of fn.params.entries()) {
      const ok = this.#admitted(param.type, this.#inputs.args[i] as Value<S>);
      const bit = typeof ok === 'bigint' ? ok : (yield { purpose: 'admission', leaves: [{ type: 0, scalar: ok }] })[0];
      if (bit !== 1n) return { status: 'badInput', argument: i };
    }
    const results = yield* this.#body(index, this.#inputs.args);
    const revealed = this.#verified.revealed[index] ?? [];
    const everyone: Leaf<S>[] = [];
    const caller = [...this.#sent];
    fn.results.forEach((result, i) => {
      const leaves = this.#leaves(result.type, results[i] as Value<S>);
      if (result.release !== undefined) caller.push(...leaves);
      else if (this.#inputs.openMode === 'afterSettle' && revealed[i]) everyone.push(...leaves);
    });
    return { status: 'ok', results, state: this.#state, taken: this.#taken, outputs: { everyone, caller } };
  }

  /** Whether all leaves lie in their ranges: public where they are, or where the range fills its bits. */
  #admitted(type: TypeRef, value: Value<S>): Scalar<S> {
    return this.#leaves(type, value).reduce<Scalar<S>>((ok, leaf) => this.#and(ok, this.#inRange(leaf)), 1n);
  }

  #inRange({ type, scalar }: Leaf<S>): Scalar<S> {
    const [least, most] = boundsOf(this.#types, type);
    if (typeof scalar === 'bigint') return scalar >= least && scalar <= most ? 1n : 0n;
    // Masks are powers of two, so a value cannot exceed its width; only a range narrower than that costs a check.
    const range = tableType(this.#types, type)?.kind === 'range';
    if (!range || most === (1n << BigInt(widthOf(this.#types, type))) - 1n) return 1n;
    return this.#algebra.not(this.#algebra.compare('lt', type, most, scalar));
  }

  *#body(index: number, args: readonly Value<S>[]): Generator<OpenRequest<S>, readonly Value<S>[], readonly bigint[]> {
    const fn = this.#verified.module.functions[index];
    if (!fn) throw new Error('the verifier lets no call go nowhere');
    const values: Value<S>[] = [...args];
    return yield* this.#region(index, fn.body, values);
  }

  *#region(
    fn: number,
    region: Region,
    values: Value<S>[],
  ): Generator<OpenRequest<S>, readonly Value<S>[], readonly bigint[]> {
    for (const instruction of region.instructions) {
      this.#step(1 + instruction.operands.length);
      const operands = instruction.operands.map((id) => values[id] as Value<S>);
      if (instruction.op === 'yield') return operands;
      const results =
        instruction.regions || instruction.op === 'call' || instruction.op === 'reveal'
          ? yield* this.#pausing(fn, instruction, operands, values)
          : this.#straight(fn, instruction, operands);
      for (let i = 0; i < instruction.resultCount; i++) values[instruction.result + i] = results[i] as Value<S>;
    }
    throw new Error('the verifier lets no region end without yield');
  }

  /** Instructions inside which the run may pause. */
  *#pausing(
    fn: number,
    instruction: Instruction,
    operands: readonly Value<S>[],
    values: Value<S>[],
  ): Generator<OpenRequest<S>, readonly Value<S>[], readonly bigint[]> {
    const { op, immediates, regions } = instruction;
    const first = regions?.[0] as Region;
    if (op === 'call') return yield* this.#body(immediates[0] as number, operands);
    if (op === 'reveal')
      return [yield* this.#reveal(immediates[0] as number, this.#typeOf(fn, instruction, 0), operands[0] as Value<S>)];
    if (op === 'if') return yield* this.#region(fn, operands[0] === 1n ? first : (regions?.[1] as Region), values);
    const enter = (params: readonly Value<S>[]): void =>
      params.forEach((param, i) => void (values[first.firstParam + i] = param));
    if (op === 'each') {
      const [count, ...vectors] = operands;
      const length = publicCount(count);
      for (const list of vectors) if (elementsOf(list).length !== length) trap('length');
      const columns: Value<S>[][] = Array.from({ length: instruction.resultCount }, () => []);
      for (let i = 0; i < length; i++) {
        enter([BigInt(i), ...vectors.map((list) => elementsOf(list)[i] as Value<S>)]);
        const yielded = yield* this.#region(fn, first, values);
        yielded.forEach((value, column) => columns[column]?.push(value));
      }
      return columns.map((column) => this.#bounded(vector(column)));
    }
    const elements = op === 'fold' ? elementsOf(operands[0]) : undefined;
    const trips = elements ? elements.length : publicCount(operands[0]);
    let carried: readonly Value<S>[] = operands.slice(1);
    for (let i = 0; i < trips; i++) {
      enter([BigInt(i), ...(elements ? [elements[i] as Value<S>] : []), ...carried]);
      carried = yield* this.#region(fn, first, values);
    }
    return carried;
  }

  /** After settlement: the value stays secret here and travels into the result. Before: it is asked for. */
  *#reveal(release: number, type: TypeRef, value: Value<S>): Generator<OpenRequest<S>, Value<S>, readonly bigint[]> {
    if (this.#inputs.openMode === 'afterSettle') return value;
    const leaves = this.#leaves(type, value);
    const opened = yield { purpose: 'reveal', release, leaves };
    let next = 0;
    return mapLeaves(this.#types, type, value, () => opened[next++] as bigint);
  }

  #straight(fn: number, instruction: Instruction, operands: readonly Value<S>[]): readonly Value<S>[] {
    const { op, immediates } = instruction;
    const [a, b, c] = operands;
    const immediate = immediates[0] as number;
    switch (op) {
      case 'const':
        return [this.#verified.module.consts[immediate]?.value ?? 0n];
      case 'classify':
        return [a as Value<S>];
      case 'rec.make':
        return [this.#bounded(record(operands))];
      case 'rec.get':
        return [(a as RecordValue<S>).members[immediate] as Value<S>];
      case 'vec.make':
        this.#step(operands.length);
        return [this.#bounded(vector(operands))];
      case 'vec.fill':
        return [this.#fill(a as Value<S>, publicCount(b))];
      case 'len':
        return [BigInt(elementsOf(a).length)];
      case 'add.t':
      case 'sub.t':
      case 'mul.t':
      case 'div.t':
      case 'rem.t':
        return [trapping(this.#types, op, this.#typeOf(fn, instruction, 0), a as bigint, b as bigint)];
      case 'cast.t':
        return [fit(this.#types, immediate, a as bigint)];
      case 'add':
      case 'sub':
      case 'mul':
      case 'min':
      case 'max':
        return [this.#total(op, this.#typeOf(fn, instruction, 0), a as Scalar<S>, b as Scalar<S>)];
      case 'eq':
      case 'lt':
        return [this.#compare(op, this.#typeOf(fn, instruction, 0), a as Scalar<S>, b as Scalar<S>)];
      case 'addr.eq':
        return [this.#compare('eq', this.#typeOf(fn, instruction, 0), a as Scalar<S>, b as Scalar<S>)];
      case 'not':
        return [typeof a === 'bigint' ? 1n - a : this.#algebra.not(a as Scalar<S>)];
      case 'and':
      case 'or':
      case 'xor':
        return [this.#logic(op, a as Scalar<S>, b as Scalar<S>)];
      case 'select':
        return [this.#select(this.#typeOf(fn, instruction, 1), a as Scalar<S>, b as Value<S>, c as Value<S>)];
      case 'cast':
        return [
          typeof a === 'bigint'
            ? wrap(immediate, a)
            : this.#algebra.cast(this.#typeOf(fn, instruction, 0), immediate, a as Scalar<S>),
        ];
      case 'at':
        return [elementsOf(a)[this.#index(a, b)] as Value<S>];
      case 'put': {
        const index = this.#index(a, b);
        this.#step(elementsOf(a).length);
        return [this.#bounded(vector(elementsOf(a).with(index, c as Value<S>)))];
      }
      case 'sum':
        return [
          this.#sum(elementOf(this.#types, this.#typeOf(fn, instruction, 0)), elementsOf(a) as readonly Scalar<S>[]),
        ];
      case 'fold':
        return [
          this.#fold(
            immediate,
            elementOf(this.#types, this.#typeOf(fn, instruction, 0)),
            elementsOf(a) as readonly Scalar<S>[],
          ),
        ];
      case 'ctx':
        return [this.#context(immediate)];
      case 'st.get':
        return [this.#state[immediate] as Value<S>];
      case 'st.set':
        this.#state[immediate] = a as Value<S>;
        return [];
      case 'trap':
        if (a !== 1n) throw new Trap(errorCode(immediate), this.#facts(fn, instruction, operands));
        return [];
      case 'send':
        this.#sent.push(...this.#leaves(this.#typeOf(fn, instruction, 1), b as Value<S>));
        return [];
      case 'inbox.take':
        return [this.#take(immediate, a as bigint, immediates[2] as number)];
      default:
        throw new Error(`${op} is not run by this version`);
    }
  }

  #total(op: TotalOp, type: TypeRef, a: Scalar<S>, b: Scalar<S>): Scalar<S> {
    return typeof a === 'bigint' && typeof b === 'bigint' ? total(op, type, a, b) : this.#algebra.total(op, type, a, b);
  }

  #compare(op: CompareOp, type: TypeRef, a: Scalar<S>, b: Scalar<S>): Scalar<S> {
    return typeof a === 'bigint' && typeof b === 'bigint' ? compare(op, a, b) : this.#algebra.compare(op, type, a, b);
  }

  #logic(op: LogicOp, a: Scalar<S>, b: Scalar<S>): Scalar<S> {
    return typeof a === 'bigint' && typeof b === 'bigint' ? logic(op, a, b) : this.#algebra.logic(op, a, b);
  }

  #and(a: Scalar<S>, b: Scalar<S>): Scalar<S> {
    if (a === 1n) return b;
    return b === 1n ? a : this.#logic('and', a, b);
  }

  #select(type: TypeRef, condition: Scalar<S>, whenTrue: Value<S>, whenFalse: Value<S>): Value<S> {
    if (isScalarValue(whenTrue) && isScalarValue(whenFalse)) {
      this.#step(1);
      if (typeof condition === 'bigint') return condition === 1n ? whenTrue : whenFalse;
      if (typeof whenTrue === 'bigint' && whenTrue === whenFalse) return whenTrue;
      return this.#algebra.select(type, condition, whenTrue, whenFalse);
    }
    if (!isScalarValue(whenTrue) && whenTrue.kind === 'record') {
      const other = (whenFalse as RecordValue<S>).members;
      return record(
        whenTrue.members.map((member, i) =>
          this.#select(memberOf(this.#types, type, i), condition, member, other[i] as Value<S>),
        ),
      );
    }
    const [left, right] = [elementsOf(whenTrue), elementsOf(whenFalse)];
    if (left.length !== right.length) trap('length');
    const element = elementOf(this.#types, type);
    return vector(left.map((value, i) => this.#select(element, condition, value, right[i] as Value<S>)));
  }

  #sum(type: TypeRef, elements: readonly Scalar<S>[]): Scalar<S> {
    this.#step(elements.length);
    const known = elements.filter((element) => typeof element === 'bigint');
    const plain = wrap(
      type,
      known.reduce((sum, element) => sum + element, 0n),
    );
    if (known.length === elements.length) return plain;
    const secrets = elements.filter((element) => typeof element !== 'bigint');
    return this.#algebra.sum(type, plain === 0n ? secrets : [...secrets, plain]);
  }

  /** A balanced tree: the opcode is associative and commutative, so any shape means the same, and this one has the fewest levels. */
  #fold(number: number, type: TypeRef, elements: readonly Scalar<S>[]): Scalar<S> {
    const op = foldOps.find((name) => opcodes[name].number === number) as TotalOp | LogicOp;
    this.#step(elements.length);
    if (elements.length === 0) return neutral(this.#types, op, type);
    if (op === 'add') return this.#sum(type, elements);
    let level = elements;
    while (level.length > 1) {
      const next: Scalar<S>[] = [];
      for (let i = 0; i < level.length; i += 2) {
        const [left, right] = [level[i] as Scalar<S>, level[i + 1]];
        next.push(
          right === undefined ? left : isLogic(op) ? this.#logic(op, left, right) : this.#total(op, type, left, right),
        );
      }
      level = next;
    }
    return level[0] as Scalar<S>;
  }

  #fill(value: Value<S>, count: number): Value<S> {
    this.#step(count);
    return this.#bounded(vector(Array.from({ length: count }, () => value)));
  }

  #index(list: Value<S> | undefined, index: Value<S> | undefined): number {
    const length = elementsOf(list).length;
    return typeof index === 'bigint' && index < BigInt(length) ? Number(index) : trap('index');
  }

  #context(number: number): bigint {
    const { context } = this.#inputs;
    switch (number) {
      case contextNumbers.sender:
        return context.sender;
      case contextNumbers.self:
        return context.self;
      case contextNumbers.height:
        return context.height;
      case contextNumbers.time:
        return context.time;
      case contextNumbers.seats:
        return BigInt(context.seats);
      default:
        return BigInt(context.threshold);
    }
  }

  #take(field: number, height: bigint, filter: number): Value<S> {
    const entryType = this.#verified.module.fields[field]?.type as TypeRef;
    const rest = this.#inputs.inbox.slice(this.#taken);
    const end = rest.findIndex((entry) => entry.height > height);
    const due = end < 0 ? rest : rest.slice(0, end);
    this.#taken += due.length;
    if (due.length > limits.VECTOR_LENGTH_MAX) trap('length');
    const kept = filter === filterNumbers.lastBySender ? lastBySender(due) : due;
    return vector(kept.map((entry) => record([entry.sender, entry.index, this.#entry(entryType, entry)])));
  }

  /** The entry, or the zero value where a leaf is out of its range. */
  #entry(type: TypeRef, entry: InboxEntry<S>): Value<S> {
    let next = 0;
    const value = fromLeaves<S>(this.#types, type, () => entry.values[next++] as Scalar<S>);
    this.#step(next);
    const ok = this.#admitted(type, value);
    if (ok === 1n) return value;
    return mapLeaves(
      this.#types,
      type,
      value,
      ({ type: leaf, scalar }) => this.#select(leaf, ok, scalar, 0n) as Scalar<S>,
    );
  }

  #facts(fn: number, instruction: Instruction, operands: readonly Value<S>[]): readonly bigint[] {
    return operands
      .slice(1)
      .flatMap((value, i) =>
        this.#leaves(this.#typeOf(fn, instruction, i + 1), value).map(({ scalar }) => scalar as bigint),
      );
  }

  #typeOf(fn: number, instruction: Instruction, operand: number): TypeRef {
    return this.#verified.functions[fn]?.values[instruction.operands[operand] as number]?.type as TypeRef;
  }

  /** A vector of one vector many times is small in memory and huge in scalars: bounded where it is made, before anybody lists it. */
  #bounded(value: Value<S>): Value<S> {
    if (this.#size(value) > limits.LIVE_ELEMENTS_MAX) trap('length');
    return value;
  }

  #size(value: Value<S>): number {
    if (isScalarValue(value)) return 1;
    const known = this.#sizes.get(value);
    if (known !== undefined) return known;
    const parts = value.kind === 'vector' ? value.elements : value.members;
    // An empty vector takes room too, or a tree of nothing would cost nothing.
    const size = parts.reduce((sum, part) => sum + this.#size(part), 1);
    this.#sizes.set(value, size);
    return size;
  }

  /** The scalars of a value, each a step. */
  #leaves(type: TypeRef, value: Value<S>): readonly Leaf<S>[] {
    this.#step(this.#size(value));
    return leavesOf(this.#types, type, value);
  }

  #step(count: number): void {
    this.#steps += count;
    if (this.#steps > limits.STEPS_MAX) trap('steps');
  }
}

/** Of each sender the last accepted entry, which has his highest nonce, in the order of the indices. */
export function lastBySender<S>(entries: readonly InboxEntry<S>[]): readonly InboxEntry<S>[] {
  const last = new Map(entries.map((entry) => [entry.sender, entry]));
  return entries.filter((entry) => last.get(entry.sender) === entry);
}

function isLogic(op: OpName): op is LogicOp {
  return op === 'and' || op === 'or' || op === 'xor';
}

function isScalarValue<S>(value: Value<S>): value is Scalar<S> {
  return typeof value === 'bigint' || value.kind === 'secret';
}

function elementsOf<S>(value: Value<S> | undefined): readonly Value<S>[] {
  return (value as VectorValue<S>).elements;
}

/** A count that a vector may have; the type may be wider than that. */
function publicCount(value: Value<unknown> | undefined): number {
  const count = value as bigint;
  return count <= BigInt(limits.VECTOR_LENGTH_MAX) ? Number(count) : trap('length');
}
