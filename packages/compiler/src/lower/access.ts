// Reading: names, fields, elements, members.
import ts from 'typescript';
import type { Label } from '@enigma/bytecode';
import { ownerAt, pathOf } from '../component.ts';
import { libraryName, symbolOf } from '../contract.ts';
import { exactly, union } from '../interval.ts';
import {
  address,
  boundsOf,
  computed,
  hasVector,
  intOf,
  sameShape,
  shapeName,
  type RecordShape,
  type Shape,
  type VectorShape,
} from '../shape.ts';
import { isStale } from './alias.ts';
import { isThisMember } from './assigned.ts';
import { classify, constant, constantOf, convert, intOfValue, kindName, resize, zeroOf } from './convert.ts';
import { acts } from '../ir.ts';
import { Halt, refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { readField, rememberLength } from './field.ts';
import { mapSize } from './map.ts';
import { leavesOf, scalar } from './value.ts';
import type { ObjectValue, RecordValue, ScalarValue, Value, VectorValue } from './value.ts';

/** A machine value of a declared place as the compiler handles it: Ranges become the integers they are computed with, a record its members. */
export function received(cx: Context, ref: number, shape: Shape, label: Label, node: ts.Node): Value {
  if (shape.kind === 'vector') return receivedVector(cx, ref, shape, label, node);
  if (shape.kind === 'record') return membersOf(cx, ref, shape, label, node);
  return { ...resize(cx, scalar(ref, shape, label), computed(shape), node), range: boundsOf(shape) };
}

/** As fields, maps and arrays hold it: in the types it is computed with, inside the ranges it is declared with. */
export function kept(cx: Context, ref: number, shape: Shape, label: Label, node: ts.Node): Value {
  if (shape.kind === 'vector') return plainVector(ref, computed(shape) as VectorShape, label);
  if (shape.kind === 'record') return membersOf(cx, ref, shape, label, node, true);
  return { ...scalar(ref, computed(shape), label), range: boundsOf(shape) };
}

export function plainVector(ref: number, shape: VectorShape, label: Label): VectorValue {
  return {
    kind: 'vector',
    ref,
    element: shape.element,
    label,
    range: boundsOf(shape.element),
    length: undefined,
    fixed: shape.length,
  };
}

/** Elements of a narrower type are widened one by one, so that they can be written too. */
function receivedVector(cx: Context, ref: number, shape: VectorShape, label: Label, node: ts.Node): VectorValue {
  const wide = computed(shape) as VectorShape;
  if (sameShape(shape, wide)) return plainVector(ref, shape, label);
  const count = lengthOf(cx, plainVector(ref, shape, label), node);
  const block = cx.write.open([
    { shape: count.shape, label: 'p' },
    { shape: shape.element, label },
  ]);
  const element = whole(cx, received(cx, block.params[1]!, shape.element, label, node), wide.element, label, node);
  cx.write.close(block, [element]);
  const result: VectorShape = { kind: 'vector', element: wide.element };
  const [vector] = cx.write.emit({
    op: 'each',
    operands: [count.ref, ref],
    regions: [block],
    results: [{ shape: result, label }],
    safe: true,
    at: node.getStart(),
  });
  return { ...plainVector(vector!, result, label), range: boundsOf(shape.element), length: count };
}

function membersOf(
  cx: Context,
  ref: number,
  shape: RecordShape,
  outer: Label,
  node: ts.Node,
  stored = false,
): RecordValue {
  const members = shape.members.map((member, index): readonly [string, Value] => {
    const label: Label = outer === 's' || member.label === 's' ? 's' : 'p';
    const [part] = cx.write.emit({
      op: 'rec.get',
      immediates: [{ number: index }],
      operands: [ref],
      results: [{ shape: stored ? computed(member.shape) : member.shape, label }],
      at: node.getStart(),
    });
    return [member.name, (stored ? kept : received)(cx, part!, member.shape, label, node)];
  });
  return { kind: 'record', members: new Map(members) };
}

/** A value as the one machine value that a place of that shape and label holds. */
export function whole(cx: Context, value: Value, wanted: Shape, label: Label, node: ts.Node): number {
  const shape = computed(wanted);
  if (shape.kind !== 'record') {
    const leaf = leavesOf(convert(cx, value, wanted, node))[0]!;
    if (label === 'p' && leaf.label === 's') return refuse(cx, 'flowField', node, { name: node.getText() });
    return (label === 's' ? classify(cx, leaf, node) : leaf).ref;
  }
  if (value.kind !== 'record' || wanted.kind !== 'record')
    return refuse(cx, 'mismatch', node, { from: kindName(value), to: shapeName(wanted) });
  const operands = wanted.members.map((member) => {
    const part = value.members.get(member.name);
    if (part === undefined) return refuse(cx, 'mismatch', node, { from: kindName(value), to: shapeName(wanted) });
    return whole(cx, part, member.shape, label === 's' || member.label === 's' ? 's' : 'p', node);
  });
  const [ref] = cx.write.emit({
    op: 'rec.make',
    immediates: [{ type: shape }],
    operands,
    results: [{ shape, label }],
    at: node.getStart(),
  });
  return ref!;
}

export function readIdentifier(cx: Context, node: ts.Identifier): Value {
  return valueNamed(cx, symbolOf(cx.checker, node), node);
}

export function valueNamed(cx: Context, symbol: ts.Symbol | undefined, node: ts.Identifier): Value {
  const binding = symbol === undefined ? undefined : cx.env.get(symbol);
  if (binding !== undefined) {
    if (binding.value === undefined) throw new Halt();
    if (binding.of !== undefined && isStale(cx, binding.of)) return refuse(cx, 'aliasStale', node, { name: node.text });
    return binding.value;
  }
  const declaration = symbol?.valueDeclaration;
  if (declaration !== undefined && isFileConstant(declaration)) return fileConstant(cx, declaration.initializer, node);
  if (libraryName(cx.checker, node) === 'NOBODY') return zeroOf(cx, address, node);
  return refuse(cx, 'unknownName', node, { name: node.text });
}

/** A constant of the file is lowered where it is used, so it may only compute. */
function fileConstant(cx: Context, initializer: ts.Expression, node: ts.Identifier): Value {
  const block = cx.write.open([]);
  const value = lower(cx, initializer);
  cx.write.close(block, []);
  if (block.steps.some(acts)) return refuse(cx, 'constantDraws', node, { name: node.text });
  cx.write.splice(block);
  return value;
}

function isFileConstant(node: ts.Node): node is ts.VariableDeclaration & { readonly initializer: ts.Expression } {
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined || node.getSourceFile().isDeclarationFile)
    return false;
  return (node.parent.flags & ts.NodeFlags.Const) !== 0 && ts.isSourceFile(node.parent.parent.parent);
}

export function readProperty(cx: Context, node: ts.PropertyAccessExpression): Value {
  const name = node.name.text;
  const owner = ownerAt(cx.contract, cx.self, node.expression);
  if (owner !== undefined) return readMember(cx, owner, name, node);
  if (cx.self === '' && isThisMember(node.expression)) {
    const context = `${node.expression.name.text}.${name}`;
    if (context === 'ctx.sender') {
      if (cx.kind === 'function') return contextValue(cx, 0, address, node);
      return refuse(cx, 'notYet', node, {
        what: '`ctx.sender` here',
        hint: 'Nobody calls this: pass the address to the constructor.',
      });
    }
    if (context === 'ctx.value') {
      if (cx.kind === 'function') return contextValue(cx, 4, intOf[64], node);
      return refuse(cx, 'notYet', node, {
        what: '`ctx.value` here',
        hint: 'Nobody pays here: read it in a function that people call.',
      });
    }
    if (context === 'block.height') return contextValue(cx, 2, intOf[64], node);
    if (context === 'block.time') return contextValue(cx, 3, intOf[64], node);
  }
  return memberOf(cx, lower(cx, node.expression), name, node);
}

/** A field of the contract or component that `this` is; of a component inside it what is public there, as a value. */
function readMember(cx: Context, owner: string, name: string, node: ts.Node): Value {
  const path = pathOf(owner, name);
  if (cx.contract.components.has(path)) return refuse(cx, 'componentUse', node);
  const value = readField(cx, path, node);
  if (owner !== cx.self && (value.kind === 'map' || value.kind === 'inbox'))
    return refuse(cx, 'componentWrite', node, { name: node.getText() });
  return value;
}

function contextValue(cx: Context, number: number, shape: Shape, node: ts.Node): ScalarValue {
  const [ref] = cx.write.emitFirst({
    op: 'ctx',
    immediates: [{ number }],
    results: [{ shape, label: 'p' }],
    at: node.getStart(),
  });
  return scalar(ref!, shape, 'p');
}

export function memberOf(cx: Context, value: Value, name: string, node: ts.Node): Value {
  if (value.kind === 'vector' && name === 'length') return lengthOf(cx, value, node);
  if (value.kind === 'map' && name === 'size') return mapSize(cx, value, node);
  if (value.kind === 'record') {
    const member = value.members.get(name);
    if (member !== undefined) return member;
  }
  if (value.kind === 'object') {
    if (value.entry && name !== 'sender') return memberOf(cx, entryOf(cx, value, node), name, node);
    const index = value.shape.members.findIndex((member) => member.name === name);
    const member = value.shape.members[index];
    if (member !== undefined) {
      const label: Label = value.label === 's' || member.label === 's' ? 's' : 'p';
      return received(cx, getMember(cx, value, index, member.shape, label, node), member.shape, label, node);
    }
  }
  return refuse(cx, 'notInLanguage', node, { what: `\`${name}\` of ${kindName(value)}` });
}

function getMember(cx: Context, value: ObjectValue, index: number, shape: Shape, label: Label, node: ts.Node): number {
  const [ref] = cx.write.emit({
    op: 'rec.get',
    immediates: [{ number: index }],
    operands: [value.ref],
    results: [{ shape, label }],
    at: node.getStart(),
  });
  return ref!;
}

/** The secret record inside {sender, index, entry}. */
function entryOf(cx: Context, value: ObjectValue, node: ts.Node): ObjectValue {
  const shape = value.shape.members[2]!.shape;
  if (shape.kind !== 'record') throw new Error('an entry is a record');
  return { kind: 'object', ref: getMember(cx, value, 2, shape, 's', node), shape, label: 's' };
}

export function lengthOf(cx: Context, value: VectorValue, node: ts.Node): ScalarValue {
  if (value.length !== undefined) return value.length;
  if (value.fixed !== undefined) return constant(cx, intOf[32], BigInt(value.fixed), node);
  const [ref] = cx.write.emit({
    op: 'len',
    operands: [value.ref],
    results: [{ shape: intOf[32], label: 'p' }],
    at: node.getStart(),
  });
  const length: ScalarValue = { ...scalar(ref!, intOf[32], 'p'), range: { low: 0n, high: 1n << 20n } };
  if (value.field !== undefined) rememberLength(cx, value.field, length);
  return length;
}

export function readElement(cx: Context, node: ts.ElementAccessExpression): Value {
  const vector = lower(cx, node.expression);
  if (vector.kind !== 'vector') return refuse(cx, 'notInLanguage', node, { what: `An index into ${kindName(vector)}` });
  return elementAt(cx, vector, indexOf(cx, vector, node.argumentExpression), node);
}

export interface Index {
  readonly ref: number;
  readonly safe: boolean;
  /** Nobody sees which element it is: outside there is the zero of the type, and writing there does nothing. */
  readonly secret?: boolean;
}

export function indexOf(cx: Context, vector: VectorValue, node: ts.Expression): Index {
  const index = intOfValue(cx, lower(cx, node), node);
  if (index.label === 's') {
    if (index.shape.signed) return refuse(cx, 'mismatch', node, { from: kindName(index), to: 'an unsigned number' });
    return hasVector(vector.element) ? refuse(cx, 'shapeInner', node) : { ref: index.ref, safe: true, secret: true };
  }
  const { length } = vector;
  const fixed = vector.fixed === undefined ? undefined : BigInt(vector.fixed);
  const known = fixed ?? (length === undefined ? undefined : constantOf(length));
  const safe =
    (known !== undefined && index.range.high < known) ||
    (length !== undefined && (index.below?.includes(length.ref) ?? false));
  if (!safe && cx.secret > 0) return refuse(cx, 'abortBranch', node, { what: 'An index that may be outside' });
  return { ref: index.ref, safe };
}

export function elementAt(cx: Context, vector: VectorValue, index: Index, node: ts.Node): Value {
  if (index.secret) return elementAtSecret(cx, vector, index, node);
  const [ref] = cx.write.emit({
    op: 'at',
    operands: [vector.ref, index.ref],
    results: [{ shape: vector.element, label: vector.label }],
    safe: index.safe,
    at: node.getStart(),
  });
  return elementIn(cx, vector, ref!, node);
}

/** Some element, or zero: what is known of it is what is known of all of them and of zero. */
function elementAtSecret(cx: Context, vector: VectorValue, index: Index, node: ts.Node): Value {
  const table = vector.label === 'p' && (vector.element.kind === 'int' || vector.element.kind === 'bool');
  const [ref] = cx.write.emit({
    // What everybody knows is looked up by the bits of the place, without a flag for each.
    op: table ? 'lut' : 'oat',
    operands: [vector.ref, index.ref],
    results: [{ shape: vector.element, label: 's' }],
    at: node.getStart(),
  });
  const { from: _, ...rest } = vector;
  return elementIn(cx, { ...rest, label: 's', range: union(vector.range, exactly(0n)) }, ref!, node);
}

/** An element of a vector by its machine value. */
export function elementIn(cx: Context, vector: VectorValue, ref: number, node: ts.Node): Value {
  if (vector.entries && vector.element.kind === 'record')
    return { kind: 'object', ref, shape: vector.element, label: vector.label, entry: true };
  const value = received(cx, ref, vector.element, vector.label, node);
  return value.kind === 'scalar'
    ? { ...value, range: vector.range, ...(vector.from === undefined ? {} : { from: vector.from }) }
    : value;
}
