// Reading and writing places: locals, fields, elements, members.
import ts from 'typescript';
import type { Label } from '@enigma/bytecode';
import { libraryName } from '../contract.ts';
import { clip } from '../interval.ts';
import { address, boundsOf, computed, intOf, shapeName, type Shape } from '../shape.ts';
import { assignedIn, isThisMember, rootOf, withoutParentheses } from './assigned.ts';
import { classify, constantOf, convert, intOfValue, isSecret, kindName, resize, zeroOf } from './convert.ts';
import { fieldKey, Halt, refuse, setValue, type Binding, type Context } from './context.ts';
import { lower } from './expression.ts';
import {
  mergeDistance,
  scalar,
  shapeOf,
  type ObjectValue,
  type ScalarValue,
  type Value,
  type VectorValue,
} from './value.ts';

/** A machine value of a shape as the compiler handles it; a Range becomes the integer it is computed with. */
export function received(
  cx: Context,
  ref: number,
  shape: Shape,
  label: Label,
  node: ts.Node,
  length?: ScalarValue,
): Value {
  if (shape.kind === 'vector')
    return { kind: 'vector', ref, element: shape.element, label, range: boundsOf(shape.element), length };
  if (shape.kind === 'record') return { kind: 'object', ref, shape, label };
  return resize(cx, scalar(ref, shape, label), computed(shape), node);
}

export function readIdentifier(cx: Context, node: ts.Identifier): Value {
  const symbol = cx.checker.getSymbolAtLocation(node);
  const binding = symbol === undefined ? undefined : cx.env.get(symbol);
  if (binding !== undefined) {
    if (binding.value === undefined) throw new Halt();
    return binding.value;
  }
  const declaration = symbol?.valueDeclaration;
  if (declaration !== undefined && isFileConstant(declaration)) return lower(cx, declaration.initializer);
  if (libraryName(cx.checker, node) === 'NOBODY') return zeroOf(cx, address, node);
  return refuse(cx, 'unknownName', node, { name: node.text });
}

function isFileConstant(node: ts.Node): node is ts.VariableDeclaration & { readonly initializer: ts.Expression } {
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined || node.getSourceFile().isDeclarationFile)
    return false;
  return (node.parent.flags & ts.NodeFlags.Const) !== 0 && ts.isSourceFile(node.parent.parent.parent);
}

export function readProperty(cx: Context, node: ts.PropertyAccessExpression): Value {
  const name = node.name.text;
  if (isThisMember(node)) return readField(cx, name, node);
  if (isThisMember(node.expression)) {
    const context = `${node.expression.name.text}.${name}`;
    if (context === 'ctx.sender') return contextValue(cx, 0, address, node);
    if (context === 'block.height') return contextValue(cx, 2, intOf[64], node);
  }
  return memberOf(cx, lower(cx, node.expression), name, node);
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
  const [ref] = cx.write.emit({
    op: 'len',
    operands: [value.ref],
    results: [{ shape: intOf[32], label: 'p' }],
    at: node.getStart(),
  });
  return { ...scalar(ref!, intOf[32], 'p'), range: { low: 0n, high: 1n << 20n } };
}

function readField(cx: Context, name: string, node: ts.Node): Value {
  const field = cx.contract.fields.get(name);
  if (field === undefined) return refuse(cx, 'unknownName', node, { name: `this.${name}` });
  return field.kind === 'inbox' ? { kind: 'inbox', field: name } : loadField(cx, name, node);
}

/** The field's value as far as it is known; reads it where it is not. */
export function loadField(cx: Context, name: string, node: ts.Node): Value {
  const field = cx.contract.fields.get(name);
  if (field === undefined || field.kind === 'inbox') throw new Halt();
  const known = cx.env.get(fieldKey(name));
  if (known?.value !== undefined) return known.value;
  const shape = computed(field.shape);
  // A readonly field is a constant of the deployment: read once, in front, outside the constructor.
  const fixed = field.kind === 'readonly' && cx.kind !== 'ctor';
  const step = {
    op: 'st.get',
    immediates: [{ field: name }],
    results: [{ shape, label: field.label }],
    safe: fixed,
    at: node.getStart(),
  } as const;
  const [ref] = fixed ? cx.write.emitFirst(step) : cx.write.emit(step);
  const value: Value = { ...scalar(ref!, shape, field.label), range: boundsOf(field.shape) };
  cx.env.set(fieldKey(name), { value, shape: field.shape, label: field.label, name: `this.${name}` });
  return value;
}

/** Writes a field now, or remembers what it becomes while a secret condition decides. */
export function storeField(cx: Context, name: string, value: Value, node: ts.Node): void {
  const field = cx.contract.fields.get(name);
  if (field === undefined || field.kind === 'inbox')
    return refuse(cx, 'notInLanguage', node, { what: 'Assigning an inbox' });
  if (field.kind === 'readonly' && cx.kind !== 'ctor') return refuse(cx, 'readonlyField', node, { name });
  if (field.label === 'p' && cx.secret > 0) return refuse(cx, 'flowBranch', node, { name });
  if (field.label === 'p' && isSecret(value)) return refuse(cx, 'flowField', node, { name });
  const fitting = convert(cx, value, field.shape, node) as ScalarValue;
  const stored = field.label === 's' ? classify(cx, fitting, node) : fitting;
  cx.env.set(fieldKey(name), { value: stored, shape: field.shape, label: field.label, name: `this.${name}` });
  if (cx.secret === 0)
    cx.write.emit({ op: 'st.set', immediates: [{ field: name }], operands: [stored.ref], at: node.getStart() });
}

export function readElement(cx: Context, node: ts.ElementAccessExpression): Value {
  const vector = lower(cx, node.expression);
  if (vector.kind !== 'vector') return refuse(cx, 'notInLanguage', node, { what: `An index into ${kindName(vector)}` });
  return elementAt(cx, vector, indexOf(cx, vector, node.argumentExpression), node);
}

interface Index {
  readonly ref: number;
  readonly safe: boolean;
}

function indexOf(cx: Context, vector: VectorValue, node: ts.Expression): Index {
  const index = intOfValue(cx, lower(cx, node), node);
  if (index.label === 's') return refuse(cx, 'shapeIndex', node);
  const { length } = vector;
  const known = length === undefined ? undefined : constantOf(length);
  const safe =
    (known !== undefined && index.range.high < known) ||
    (length !== undefined && (index.below?.includes(length.ref) ?? false));
  if (!safe && cx.secret > 0) return refuse(cx, 'abortBranch', node, { what: 'An index that may be outside' });
  return { ref: index.ref, safe };
}

export function elementAt(cx: Context, vector: VectorValue, index: Index, node: ts.Node): Value {
  const [ref] = cx.write.emit({
    op: 'at',
    operands: [vector.ref, index.ref],
    results: [{ shape: vector.element, label: vector.label }],
    safe: index.safe,
    at: node.getStart(),
  });
  const value = received(cx, ref!, vector.element, vector.label, node);
  if (value.kind === 'object') return { ...value, entry: vector.entries ?? false };
  return value.kind === 'scalar'
    ? { ...value, range: vector.range, ...(vector.from === undefined ? {} : { from: vector.from }) }
    : value;
}

/** A place that can be assigned: how it is read and what writing it does. */
export interface Place {
  readonly shape: Shape | undefined;
  read(): Value;
  write(value: Value): void;
}

export function placeOf(cx: Context, target: ts.Expression): Place {
  const node = withoutParentheses(target);
  if (ts.isIdentifier(node)) return localPlace(cx, node);
  if (isThisMember(node)) {
    const field = cx.contract.fields.get(node.name.text);
    if (field === undefined) return refuse(cx, 'unknownName', node, { name: node.getText() });
    return {
      shape: field.kind === 'inbox' ? undefined : field.shape,
      read: () => readField(cx, field.name, node),
      write: (value) => storeField(cx, field.name, value, node),
    };
  }
  if (ts.isElementAccessExpression(node)) return elementPlace(cx, node);
  if (ts.isPropertyAccessExpression(node)) return memberPlace(cx, node);
  return refuse(cx, 'notInLanguage', node, { what: 'Assigning this' });
}

function bindingOf(cx: Context, node: ts.Identifier): Binding & { readonly key: ts.Symbol } {
  const symbol = cx.checker.getSymbolAtLocation(node);
  const binding = symbol === undefined ? undefined : cx.env.get(symbol);
  if (symbol === undefined || binding === undefined) return refuse(cx, 'unknownName', node, { name: node.text });
  if (binding.counts) return refuse(cx, 'loopVariable', node, { name: node.text });
  return { ...binding, key: symbol };
}

function localPlace(cx: Context, node: ts.Identifier): Place {
  const binding = bindingOf(cx, node);
  return {
    shape: binding.shape,
    read: () => readIdentifier(cx, node),
    write(value) {
      const fitting =
        binding.shape === undefined ? sameKind(cx, binding, value, node) : convert(cx, value, binding.shape, node);
      const labelled = binding.label === 's' && fitting.kind === 'scalar' ? classify(cx, fitting, node) : fitting;
      setValue(cx, binding.key, labelled);
    },
  };
}

/** A record or array keeps its type: what it was bound with says it. */
function sameKind(cx: Context, binding: Binding, value: Value, node: ts.Node): Value {
  const before = binding.value;
  if (before === undefined) throw new Halt();
  const same =
    before.kind === value.kind &&
    (before.kind !== 'vector' || value.kind !== 'vector' || shapeName(shapeOf(before)) === shapeName(shapeOf(value)));
  return same ? value : refuse(cx, 'mismatch', node, { from: kindName(value), to: kindName(before) });
}

function elementPlace(cx: Context, node: ts.ElementAccessExpression): Place {
  const owner = withoutParentheses(node.expression);
  if (!ts.isIdentifier(owner))
    return refuse(cx, 'notYet', node, { what: 'Writing an element of this', hint: 'Keep the array in a local.' });
  const binding = bindingOf(cx, owner);
  if (binding.alias) return refuse(cx, 'aliasWrite', node, { name: owner.text });
  const vector = (): VectorValue => {
    const value = readIdentifier(cx, owner);
    return value.kind === 'vector' && !value.entries
      ? value
      : refuse(cx, 'notInLanguage', node, { what: `Writing an element of ${kindName(value)}` });
  };
  const index = indexOf(cx, vector(), node.argumentExpression);
  return {
    shape: vector().element,
    read: () => elementAt(cx, vector(), index, node),
    write(value) {
      const now = vector();
      const element = convert(cx, value, now.element, node);
      if (element.kind !== 'scalar')
        return refuse(cx, 'notYet', node, {
          what: 'Writing a record into an array',
          hint: 'Use one array for each member.',
        });
      const label: Label = element.label === 's' || now.label === 's' ? 's' : 'p';
      const [ref] = cx.write.emit({
        op: 'put',
        operands: [now.ref, index.ref, element.ref],
        results: [{ shape: shapeOf(now), label }],
        safe: index.safe,
        at: node.getStart(),
      });
      const from = mergeDistance(now.from, element.from);
      const { from: _, ...rest } = now;
      setValue(cx, binding.key, {
        ...rest,
        ref: ref!,
        label,
        range: wider(now, element),
        ...(from === undefined ? {} : { from }),
      });
    },
  };
}

function wider(vector: VectorValue, element: ScalarValue): VectorValue['range'] {
  const low = vector.range.low < element.range.low ? vector.range.low : element.range.low;
  const high = vector.range.high > element.range.high ? vector.range.high : element.range.high;
  return clip({ low, high }, boundsOf(vector.element));
}

function memberPlace(cx: Context, node: ts.PropertyAccessExpression): Place {
  const owner = withoutParentheses(node.expression);
  if (!ts.isIdentifier(owner))
    return refuse(cx, 'notYet', node, { what: 'Writing a member of this', hint: 'Keep the record in a local.' });
  const binding = bindingOf(cx, owner);
  if (binding.alias) return refuse(cx, 'aliasWrite', node, { name: owner.text });
  const record = binding.value;
  const name = node.name.text;
  const member = record?.kind === 'record' ? record.members.get(name) : undefined;
  if (record?.kind !== 'record' || member === undefined)
    return refuse(cx, 'notInLanguage', node, { what: `Writing \`${name}\` here` });
  const shape = member.kind === 'scalar' ? member.shape : undefined;
  return {
    shape,
    read: () => memberOf(cx, readIdentifier(cx, owner), name, node),
    write(value) {
      const now = readIdentifier(cx, owner);
      if (now.kind !== 'record') throw new Halt();
      const fitting = shape === undefined ? value : convert(cx, value, shape, node);
      setValue(cx, binding.key, { kind: 'record', members: new Map([...now.members, [name, fitting]]) });
    },
  };
}

/** Whether an expression names an existing array or record, so that binding it would make a second name. */
export function namesExisting(node: ts.Expression): boolean {
  const inner = withoutParentheses(node);
  return (
    ts.isIdentifier(inner) ||
    ts.isElementAccessExpression(inner) ||
    ts.isPropertyAccessExpression(inner) ||
    ts.isConditionalExpression(inner)
  );
}

/** Whether the contract's function writes an element or member through a name. */
export function isWritten(cx: Context, scope: ts.Node, node: ts.Expression): boolean {
  const root = rootOf(node);
  if (!ts.isIdentifier(root)) return false;
  const symbol = cx.checker.getSymbolAtLocation(root);
  return symbol !== undefined && assignedIn(cx, [scope]).locals.has(symbol);
}
