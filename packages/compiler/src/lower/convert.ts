// Between types: literals get a width, narrow goes into wide for nothing, wide into narrow only where it is asked for or proven.
import type ts from 'typescript';
import type { Label } from '@enigma/bytecode';
import { exactly, inside } from '../interval.ts';
import { boundsOf, commonInt, computed, sameShape, shapeName, smallestAround } from '../shape.ts';
import type { IntShape, Shape } from '../shape.ts';
import { fixedOf } from './bytes.ts';
import { refuse, type Context } from './context.ts';
import { wholeOf } from './pieces.ts';
import {
  leavesOf,
  scalar,
  shapeOf,
  vectorShape,
  withLeaves,
  type Leaf,
  type ScalarValue,
  type Value,
  type VectorValue,
} from './value.ts';

export function constant(cx: Context, shape: Shape, value: bigint, node: ts.Node): ScalarValue {
  const [ref] = cx.write.emit({
    op: 'const',
    immediates: [{ constant: { shape, value } }],
    results: [{ shape, label: 'p' }],
    at: node.getStart(),
  });
  return scalar(ref!, shape, 'p', exactly(value));
}

export function constantOf(value: Value): bigint | undefined {
  if (value.kind === 'literal') return value.value;
  return value.kind === 'scalar' && value.range.low === value.range.high ? value.range.low : undefined;
}

/** A literal in a type; refused where it does not fit. */
export function literalAs(cx: Context, value: bigint, shape: Shape, node: ts.Node): ScalarValue {
  const bounds = boundsOf(shape);
  if (shape.kind !== 'int' && shape.kind !== 'range')
    return refuse(cx, 'mismatch', node, { from: `the number ${value}`, to: shapeName(shape) });
  if (value < bounds.low || value > bounds.high)
    return refuse(cx, 'literalRange', node, { value, type: shapeName(shape), low: bounds.low, high: bounds.high });
  return constant(cx, computed(shape), value, node);
}

/** A literal without surroundings that say its width: the smallest that holds it, at least `least`. */
export function literalAlone(cx: Context, value: bigint, node: ts.Node, least: IntShape | undefined): ScalarValue {
  const natural = smallestAround(value);
  const shape =
    least === undefined ? natural : inside(exactly(value), boundsOf(least)) ? least : commonInt(least, natural);
  return literalAs(cx, value, shape ?? natural, node);
}

/** A scalar, whatever it is; literals get the given width or their own. */
export function scalarOf(cx: Context, value: Value, node: ts.Node, shape?: Shape): ScalarValue {
  if (value.kind === 'scalar') return value;
  if (value.kind === 'text' && shape?.kind === 'choice') return choiceAs(cx, value.value, shape.names, node);
  if (value.kind !== 'literal')
    return refuse(cx, 'mismatch', node, {
      from: kindName(value),
      to: shape === undefined ? 'a number or bool' : shapeName(shape),
    });
  if (shape !== undefined) return literalAs(cx, value.value, shape, node);
  return literalAlone(cx, value.value, node, undefined);
}

function choiceAs(cx: Context, text: string, names: readonly string[], node: ts.Node): ScalarValue {
  const index = names.indexOf(text);
  const shape: Shape = { kind: 'choice', names };
  if (index < 0) return refuse(cx, 'mismatch', node, { from: `'${text}'`, to: shapeName(shape) });
  return constant(cx, shape, BigInt(index), node);
}

export function intOfValue(
  cx: Context,
  value: Value,
  node: ts.Node,
  least?: IntShape,
): ScalarValue & { readonly shape: IntShape } {
  if (value.kind === 'literal')
    return literalAlone(cx, value.value, node, least) as ScalarValue & { readonly shape: IntShape };
  if (value.kind !== 'scalar' || value.shape.kind !== 'int')
    return refuse(cx, 'mismatch', node, { from: kindName(value), to: 'a number' });
  return value as ScalarValue & { readonly shape: IntShape };
}

export function boolOf(cx: Context, value: Value, node: ts.Node): ScalarValue {
  if (value.kind !== 'scalar' || value.shape.kind !== 'bool')
    return refuse(cx, 'mismatch', node, { from: kindName(value), to: 'bool' });
  return value;
}

export function kindName(value: Value): string {
  switch (value.kind) {
    case 'scalar':
      return shapeName(value.shape, value.label);
    case 'literal':
      return `the number ${value.value}`;
    case 'vector':
      return value.entries ? 'an array of entries' : shapeName(vectorShape(value), value.label);
    case 'object':
      return value.entry ? 'an entry' : shapeName(value.shape);
    case 'record':
      return 'a record';
    case 'text':
      return `'${value.value}'`;
    case 'map':
      return 'a map';
    case 'inbox':
      return 'an inbox';
    case 'nothing':
      return 'nothing';
  }
}

/** Changes the integer type without changing the value: it is known to fit. */
export function resize(cx: Context, value: ScalarValue, shape: Shape, node: ts.Node): ScalarValue {
  if (sameShape(value.shape, shape)) return value;
  const known = constantOf(value);
  if (known !== undefined && value.label === 'p' && shape.kind === 'int') return constant(cx, shape, known, node);
  const ref = castTo(cx, 'cast', value, shape, true, node);
  const { from, ...rest } = value;
  // A distance is true mod 2^w, and in a wider type of no value that moved and may have wrapped.
  const kept = from !== undefined && ((from.low === 0n && from.high === 0n) || !widens(value.shape, shape));
  return { ...rest, ref, shape, ...(kept ? { from } : {}) };
}

function widens(from: Shape, to: Shape): boolean {
  return from.kind !== 'int' || to.kind !== 'int' || to.bits > from.bits;
}

export function castTo(
  cx: Context,
  op: 'cast' | 'cast.t',
  value: ScalarValue,
  shape: Shape,
  safe: boolean,
  node: ts.Node,
): number {
  const [ref] = cx.write.emit({
    op,
    immediates: [{ type: shape }],
    operands: [value.ref],
    results: [{ shape, label: value.label }],
    safe,
    at: node.getStart(),
  });
  return ref!;
}

/** A value where one of a declared type is wanted: widens, refuses to narrow unless the range is proven to fit. */
export function convert(cx: Context, value: Value, wanted: Shape, node: ts.Node): Value {
  if (wanted.kind === 'vector' || wanted.kind === 'record') return convertWhole(cx, value, wanted, node);
  const given = scalarOf(cx, value, node, wanted);
  const target = computed(wanted);
  if (target.kind !== 'int' || given.shape.kind !== 'int') {
    if (sameShape(given.shape, target)) return given;
    return refuse(cx, 'mismatch', node, { from: kindName(given), to: shapeName(wanted) });
  }
  const bounds = boundsOf(wanted);
  const narrows = wanted.kind === 'range' || !sameShape(commonInt(given.shape, target) ?? given.shape, target);
  if (!inside(given.range, bounds) && narrows)
    return refuse(cx, wanted.kind === 'range' ? 'mismatch' : 'narrowing', node, {
      from: kindName(given),
      to: shapeName(wanted),
    });
  return resize(cx, given, target, node);
}

function convertWhole(cx: Context, value: Value, wanted: Shape, node: ts.Node): Value {
  if (wanted.kind === 'record' && value.kind === 'record') {
    const fits =
      wanted.members.length === value.members.size && wanted.members.every((member) => value.members.has(member.name));
    if (!fits) return refuse(cx, 'mismatch', node, { from: kindName(value), to: shapeName(wanted) });
    // In the declared order: what is written down is the type, not the literal.
    return {
      kind: 'record',
      members: new Map(
        wanted.members.map((member) => [member.name, convert(cx, value.members.get(member.name)!, member.shape, node)]),
      ),
    };
  }
  if (wanted.kind === 'vector' && value.kind === 'vector' && sameShape(value.element, computed(wanted.element))) {
    const known = value.fixed === undefined && value.length !== undefined ? constantOf(value.length) : undefined;
    if (wanted.length !== undefined && known === BigInt(wanted.length)) return fixedOf(cx, value, wanted.length, node);
    if (wanted.length === undefined && value.fixed !== undefined) return wholeOf(cx, value, node);
  }
  const [leaf] = leavesOf(value);
  if (leaf === undefined || leavesOf(value).length !== 1 || !sameShape(shapeOf(leaf), storedShape(wanted)))
    return refuse(cx, 'mismatch', node, { from: kindName(value), to: shapeName(wanted) });
  return value;
}

/** As vectors hold it: elements in the type they are computed with. */
export function storedShape(shape: Shape): Shape {
  return computed(shape);
}

export function classify<L extends Leaf>(cx: Context, leaf: L, node: ts.Node): L {
  if (leaf.label === 's') return leaf;
  const [ref] = cx.write.emit({
    op: 'classify',
    operands: [leaf.ref],
    results: [{ shape: shapeOf(leaf), label: 's' }],
    at: node.getStart(),
  });
  return { ...leaf, ref: ref!, label: 's' };
}

export function withLabel(cx: Context, value: Value, label: Label, node: ts.Node): Value {
  if (label === 'p') return value;
  return withLeaves(
    value,
    leavesOf(value).map((leaf) => classify(cx, leaf, node)),
  );
}

export function isSecret(value: Value): boolean {
  return leavesOf(value).some((leaf) => leaf.label === 's');
}

/** Zero of a scalar type, as every place starts. */
export function zeroOf(cx: Context, shape: Shape, node: ts.Node): ScalarValue {
  return constant(cx, computed(shape), 0n, node);
}

export function isEntries(value: Value): value is VectorValue {
  return value.kind === 'vector' && value.entries === true;
}
