// What operates on whole vectors does, as a table beside that of `straight.ts`.
import * as limits from './limits.ts';
import type { TypeRef } from './module.ts';
import type { OpName } from './opcodes.ts';
import { elementsOf, publicCount } from './scalars.ts';
import type { Machine, Meaning } from './straight.ts';
import { trap } from './trap.ts';
import { elementOf, vector, type Scalar, type Value } from './value.ts';

/** A vector made of parts of others. */
function made<S>({ budget }: Machine<S>, elements: readonly Value<S>[]): Value<S> {
  budget.step(elements.length);
  return budget.bounded(vector(elements));
}

/** Where an index stands in a list of that length. */
export function placeIn(length: number, index: Value<unknown> | undefined): number {
  return typeof index === 'bigint' && index < BigInt(length) ? Number(index) : trap('index');
}

function rowsOf<S>(matrix: Value<S> | undefined): readonly (readonly Scalar<S>[])[] {
  return elementsOf(matrix).map((row) => elementsOf(row) as readonly Scalar<S>[]);
}

export const vectorMeanings: Partial<Record<OpName, Meaning>> = {
  slice: (machine, [list, start, count]) => {
    const elements = elementsOf(list);
    const length = publicCount(count);
    if ((start as bigint) + BigInt(length) > BigInt(elements.length)) trap('index');
    const from = Number(start);
    return [made(machine, elements.slice(from, from + length))];
  },
  concat: (machine, lists) => {
    const length = lists.reduce((sum, list) => sum + elementsOf(list).length, 0);
    if (length > limits.VECTOR_LENGTH_MAX) trap('length');
    return [made(machine, lists.flatMap(elementsOf))];
  },
  oat: ({ scalars, verified }, [list, index], { type }) => {
    const elements = elementsOf(list);
    const flags = scalars.flags(type(1), index as Scalar<never>, elements.length);
    return [scalars.pick(elementOf(verified.module.types, type(0)), flags, elements)];
  },
  oput: (machine, [list, index, value], { type }) => {
    const { scalars, verified } = machine;
    const elements = elementsOf(list);
    const flags = scalars.flags(type(1), index as Scalar<never>, elements.length);
    const element = elementOf(verified.module.types, type(0));
    return [made(machine, scalars.replace(element, flags, value as Value<never>, elements))];
  },
  onehot: (machine, [index, count], { type }) => [
    made(machine, machine.scalars.flags(type(0), index as Scalar<never>, publicCount(count))),
  ],
  dot: ({ scalars, verified }, [a, b], { type }) => {
    const [left, right] = [elementsOf(a), elementsOf(b)] as readonly (readonly Scalar<never>[])[];
    if (left?.length !== right?.length) trap('length');
    return [scalars.dot(elementOf(verified.module.types, type(0)), left ?? [], right ?? [])];
  },
  matmul: (machine, [a, b], { type }) => {
    const { types } = machine.verified.module;
    const [rows, others] = [rowsOf(a), rowsOf(b)];
    const width = others[0]?.length ?? 0;
    if (rows.some((row) => row.length !== others.length) || others.some((row) => row.length !== width)) trap('length');
    const element = elementOf(types, elementOf(types, type(0)));
    const columns = Array.from({ length: width }, (_, k) => others.map((row) => row[k] as (typeof row)[number]));
    return [
      made(
        machine,
        rows.map((row) =>
          made(
            machine,
            columns.map((column) => machine.scalars.dot(element, row, column)),
          ),
        ),
      ),
    ];
  },
  argmax: ({ scalars, verified }, [list], { type }) => [
    scalars.argmax(elementOf(verified.module.types, type(0)), elementsOf(list) as readonly Scalar<never>[]),
  ],
  sort: (machine, [list, keys], { type }) => {
    const { scalars, verified } = machine;
    const [element, key] = [type(0), type(1)].map((at) => elementOf(verified.module.types, at)) as [TypeRef, TypeRef];
    return [
      made(machine, scalars.sorted(key, elementsOf(keys) as readonly Scalar<never>[], element, elementsOf(list))),
    ];
  },
  prefix: (machine, [list], { immediates, type }) => {
    const element = elementOf(machine.verified.module.types, type(0));
    const elements = elementsOf(list) as readonly Scalar<never>[];
    return [made(machine, machine.scalars.prefix(immediates[0] as number, element, elements))];
  },
  compact: (machine, [list, keep], { type }) => {
    const [elements, bits] = [elementsOf(list), elementsOf(keep) as readonly Scalar<never>[]];
    if (elements.length !== bits.length) trap('length');
    return [made(machine, machine.scalars.compact(elementOf(machine.verified.module.types, type(0)), bits, elements))];
  },
  permute: (machine, [list, permutation], { type }) => {
    const { scalars, verified } = machine;
    const element = elementOf(verified.module.types, type(0));
    const order = elementsOf(permutation) as readonly Scalar<never>[];
    return [made(machine, scalars.permuted(order, element, elementsOf(list)))];
  },
  'rand.perm': (machine, [count]) => [made(machine, machine.scalars.randomOrder(publicCount(count)))],
  gather: (machine, [list, indices]) => {
    const elements = elementsOf(list);
    return [
      made(
        machine,
        elementsOf(indices).map((index) => elements[placeIn(elements.length, index)] as Value<never>),
      ),
    ];
  },
};
