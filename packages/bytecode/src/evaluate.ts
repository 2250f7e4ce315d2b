// The plain evaluator: `interpret` over bigints. What it says is what every engine must say.
import { sortedOrder } from './order.ts';
import { bitsIn, compare, complement, logic, multiplyDivide, ofBits, shift, squareRoot, total } from './arithmetic.ts';
import type { Budget } from './budget.ts';
import { interpret } from './interpret.ts';
import { type Ended, type InboxEntry, type OpenRequest, type SecretAlgebra, type TaskContext } from './run.ts';
import { openModeOf, type OpenMode } from './openMode.ts';
import { BELOW_BITS, noTape, type Tape } from './tape.ts';
import { integerOf, widthOf, wrap, type Types } from './types.ts';
import { leavesOf, mapLeaves, secret, zeroOf, type Scalar, type Value } from './value.ts';
import type { Verified } from './verify.ts';

export interface PlainInputs {
  readonly args?: readonly Value<bigint>[];
  readonly state?: readonly Value<bigint>[];
  readonly inbox?: readonly InboxEntry<bigint>[];
  readonly context: TaskContext;
  /** Default: what the module needs. */
  readonly openMode?: OpenMode;
  /** Where random values come from; without one a draw is an error. */
  readonly tape?: Tape;
  /** What this run, and others with the same, may take; default: what any task may. */
  readonly budget?: Budget;
}

/** What left while the task ran, in order; those that leave after settlement are in the outcome's outputs. */
export interface Opened {
  readonly release: number;
  readonly values: readonly bigint[];
}

export interface Evaluation {
  readonly outcome: Ended<bigint>;
  readonly opened: readonly Opened[];
  /** What was sent to the caller, in order. */
  readonly sent: readonly Opened[];
}

/** Runs a function on values in the clear: secret arguments, fields and entries are `secret(x)` or plain bigints, which mean the same here. */
export function evaluate(verified: Verified, fn: number, inputs: PlainInputs): Evaluation {
  const opened: Opened[] = [];
  const sent: Opened[] = [];
  const run = interpret(
    verified,
    fn,
    {
      args: inputs.args ?? [],
      state: inputs.state ?? initialState(verified),
      inbox: inputs.inbox ?? [],
      context: inputs.context,
      openMode: inputs.openMode ?? openModeOf(verified),
    },
    plainAlgebra(verified.module.types, inputs.tape ?? noTape),
    (release, leaves) => void sent.push({ release, values: leaves.map(({ scalar }) => plainOf(scalar)) }),
    inputs.budget,
  );
  for (let step = run.next(); ;) {
    if (step.done) return { outcome: step.value, opened, sent };
    const values = answer(step.value);
    if (step.value.purpose === 'reveal') opened.push({ release: step.value.release ?? 0, values });
    step = run.next(values);
  }
}

function answer(request: OpenRequest<bigint>): readonly bigint[] {
  return request.leaves.map(({ scalar }) => plainOf(scalar));
}

/** State before the constructor: zeros. */
export function initialState(verified: Verified): readonly Value<never>[] {
  const { types, fields } = verified.module;
  return fields.map((field) => (field.kind === 'inbox' ? 0n : zeroOf(types, field.type)));
}

/** Index of the function with that name; for a contract's author and tests, who know names and not selectors. */
export function functionNamed(verified: Verified, name: string): number {
  const index = verified.module.functions.findIndex((fn) => fn.name === name);
  if (index < 0) throw new Error(`no function ${name}`);
  return index;
}

/** A value in the clear, secrets laid bare: what a reader sees after all openings. */
export function plainValue(verified: Verified, type: number, value: Value<bigint>): Value<never> {
  return mapLeaves(verified.module.types, type, value, ({ scalar }) => plainOf(scalar));
}

/** Its scalars alone. */
export function plainLeaves(verified: Verified, type: number, value: Value<bigint>): readonly bigint[] {
  return leavesOf(verified.module.types, type, value).map(({ scalar }) => plainOf(scalar));
}

export function plainOf(scalar: Scalar<bigint>): bigint {
  return typeof scalar === 'bigint' ? scalar : scalar.scalar;
}

const plainAlgebra = (types: Types, tape: Tape): SecretAlgebra<bigint> => ({
  total: (op, type, a, b) => secret(total(op, type, plainOf(a), plainOf(b))),
  compare: (op, _, a, b) => secret(compare(op, plainOf(a), plainOf(b))),
  logic: (op, _, a, b) => secret(logic(op, plainOf(a), plainOf(b))),
  not: (type, a) => secret(complement(type, plainOf(a))),
  shift: (op, type, a, amount) => secret(shift(op, type, plainOf(a), plainOf(amount))),
  muldiv: (type, a, b, c) => secret(multiplyDivide(type, plainOf(a), plainOf(b), plainOf(c))),
  isqrt: (_, a) => secret(squareRoot(a)),
  bits: (type, a) => bitsIn(widthOf(types, type), a).map((bit) => secret(bit)),
  frombits: (type, bits) => secret(ofBits(type, bits.map(plainOf))),
  lut: (_, table, place) => secret(table[Number(place)] ?? 0n),
  select: (_, condition, a, b) => secret(plainOf(condition) === 1n ? plainOf(a) : plainOf(b)),
  cast: (_, to, a) => secret(wrap(to, plainOf(a))),
  sum: (type, elements) =>
    secret(
      wrap(
        type,
        elements.reduce<bigint>((sum, element) => sum + plainOf(element), 0n),
      ),
    ),
  dot: (type, pairs) =>
    secret(
      wrap(
        type,
        pairs.reduce((sum, [a, b]) => sum + plainOf(a) * plainOf(b), 0n),
      ),
    ),
  compact: (_, keep, columns) =>
    columns.map((column) => {
      const kept = column.filter((__, k) => plainOf(keep[k] as Scalar<bigint>) === 1n).map(plainOf);
      return column.map((__, k) => secret(kept[k] ?? 0n));
    }),
  flags: (_, index, count) => Array.from({ length: count }, (__, k) => secret(plainOf(index) === BigInt(k) ? 1n : 0n)),
  pick: (_, flags, values) => {
    const at = flags.findIndex((flag) => plainOf(flag) === 1n);
    return secret(at < 0 ? 0n : plainOf(values[at] as Scalar<bigint>));
  },
  replace: (_, flags, value, values) =>
    values.map((old, k) => secret(plainOf(plainOf(flags[k] as Scalar<bigint>) === 1n ? value : old))),
  sorted: (_, keys, columns) => {
    const order = sortedOrder(keys.map(plainOf));
    return columns.map(({ scalars }) => order.map((k) => secret(plainOf(scalars[k] as Scalar<bigint>))));
  },
  permuted: (order, columns) =>
    columns.map(({ scalars }) =>
      order.map((place) => secret(plainOf(scalars[Number(plainOf(place))] as Scalar<bigint>))),
    ),
  randomOrder: (count) => tape.permutation(count).map((place) => secret(BigInt(place))),
  randomBits: (type) => {
    const bits = tape.bits(widthOf(types, type));
    return secret(integerOf(type) === undefined ? bits : wrap(type, bits));
  },
  randomBelow: (bound) => secret((tape.below(bound) * bound) >> BELOW_BITS),
});
