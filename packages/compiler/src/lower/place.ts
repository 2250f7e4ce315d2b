// Places that can be assigned: a name, a field, an element or member of one, however deep. Writing a part is replacing it in its owner.
import ts from 'typescript';
import type { Label } from '@enigma/bytecode';
import { clip } from '../interval.ts';
import { boundsOf, computed, type Shape } from '../shape.ts';
import { elementAt, indexOf, memberOf, readIdentifier, whole, type Index } from './access.ts';
import { rootsOf, touch } from './alias.ts';
import { ownerAt, pathOf } from '../component.ts';
import { isThisMember, rootOf, withoutParentheses } from './assigned.ts';
import { mergeValues } from './branch.ts';
import { classify, convert, kindName } from './convert.ts';
import { Halt, refuse, setValue, type Binding, type Context } from './context.ts';
import { pathCondition, readField, storeElements, storeField } from './field.ts';
import { mergeDistance, vectorShape, type Distance, type ScalarValue, type Value, type VectorValue } from './value.ts';

/** How a place is read and what replacing it does. */
export interface Place {
  readonly shape: Shape | undefined;
  read(): Value;
  /** Replaces what is there by what is made of it. */
  update(change: (before: Value) => Value): void;
}

export function placeOf(cx: Context, target: ts.Expression): Place {
  const node = withoutParentheses(target);
  if (ts.isIdentifier(node)) return localPlace(cx, node);
  if (isThisMember(node)) return fieldPlace(cx, node);
  if (ts.isElementAccessExpression(node)) return elementPlace(cx, node);
  if (ts.isPropertyAccessExpression(node)) {
    if (ownerAt(cx.contract, cx.self, node.expression) !== undefined)
      return refuse(cx, 'componentWrite', node, { name: node.getText() });
    return memberPlace(cx, node);
  }
  return refuse(cx, 'notInLanguage', node, { what: 'Assigning this' });
}

function fieldPlace(cx: Context, node: ts.PropertyAccessExpression): Place {
  const name = pathOf(cx.self, node.name.text);
  const field = cx.contract.fields.get(name);
  if (field === undefined) return refuse(cx, 'unknownName', node, { name: node.getText() });
  const read = (): Value => readField(cx, name, node);
  return {
    shape: field.kind === 'inbox' || field.kind === 'map' ? undefined : field.shape,
    read,
    update: (change) => storeField(cx, name, change(read()), node),
  };
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
  const { value: known } = binding;
  const array = known?.kind === 'vector' && !known.entries ? vectorShape(known) : undefined;
  return {
    shape: binding.shape ?? array,
    read: () => readIdentifier(cx, node),
    update(change) {
      const value = change(readIdentifier(cx, node));
      const as = binding.shape ?? (array?.length === undefined ? undefined : array);
      const fitting = as === undefined ? sameKind(cx, binding, value, node) : convert(cx, value, as, node);
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
    (before.kind !== 'vector' ||
      value.kind !== 'vector' ||
      JSON.stringify(vectorShape(before)) === JSON.stringify(vectorShape(value)));
  return same ? value : refuse(cx, 'mismatch', node, { from: kindName(value), to: kindName(before) });
}

/** A part of an alias is not ours to write. */
export function checkOwner(cx: Context, node: ts.Expression): void {
  const root = rootOf(node);
  if (ts.isIdentifier(root) && bindingOf(cx, root).alias) refuse(cx, 'aliasWrite', node, { name: root.text });
}

function elementPlace(cx: Context, node: ts.ElementAccessExpression): Place {
  checkOwner(cx, node.expression);
  const owner = placeOf(cx, node.expression);
  const vectorIn = (value: Value): VectorValue =>
    value.kind === 'vector' && !value.entries
      ? value
      : refuse(cx, 'notInLanguage', node, { what: `Writing an element of ${kindName(value)}` });
  const first = vectorIn(owner.read());
  const index = indexOf(cx, first, node.argumentExpression);
  const field = withoutParentheses(node.expression);
  const inState = isThisMember(rootOf(node.expression));
  // Outside nothing is written back, so what is written differs from an element by what was added to it.
  const found = (vector: VectorValue): Value => {
    const element = elementAt(cx, vector, index, node);
    const measured = index.secret && element.kind === 'scalar' && vector.from !== undefined;
    return measured ? { ...element, from: vector.from as Distance } : element;
  };
  const replaced = (vector: VectorValue, change: (before: Value) => Value): VectorValue => {
    const before = found(vector);
    const changed = change(before);
    // What a secret condition decides is chosen here, because arrays of the state are written in place.
    const value = inState && cx.secret > 0 ? mergeValues(cx, pathCondition(cx, node), changed, before, node) : changed;
    return put(cx, vector, index, value, node);
  };
  return {
    shape: first.element,
    read: () => elementAt(cx, vectorIn(owner.read()), index, node),
    update(change) {
      if (isThisMember(field)) {
        const declared = cx.contract.fields.get(pathOf(cx.self, field.name.text));
        if (index.secret && declared?.kind === 'state' && declared.label === 'p')
          return refuse(cx, 'flowPlace', node, { name: field.name.text });
        storeElements(cx, pathOf(cx.self, field.name.text), replaced(vectorIn(owner.read()), change), node);
      } else owner.update((vector) => replaced(vectorIn(vector), change));
      touch(cx, rootsOf(cx, node));
    },
  };
}

function put(cx: Context, vector: VectorValue, index: Index, value: Value, node: ts.Node): VectorValue {
  const shape = vectorShape(vector);
  const element = computed(vector.element).kind === 'record' ? undefined : convert(cx, value, vector.element, node);
  const leaf = element?.kind === 'scalar' || element?.kind === 'vector' ? element : undefined;
  const hidden = vector.label === 's' || index.secret;
  const ref = leaf?.ref ?? whole(cx, value, vector.element, hidden ? 's' : 'p', node);
  const label: Label = hidden || leaf?.label === 's' ? 's' : 'p';
  const [made] = cx.write.emit({
    op: index.secret ? 'oput' : 'put',
    operands: [vector.ref, index.ref, ref],
    results: [{ shape, label }],
    safe: index.safe,
    at: node.getStart(),
  });
  const { from: _, field: __, ...rest } = vector;
  if (leaf?.kind !== 'scalar') return { ...rest, ref: made!, label };
  const from = mergeDistance(vector.from, leaf.from);
  return { ...rest, ref: made!, label, range: wider(vector, leaf), ...(from === undefined ? {} : { from }) };
}

function wider(vector: VectorValue, element: ScalarValue): VectorValue['range'] {
  const low = vector.range.low < element.range.low ? vector.range.low : element.range.low;
  const high = vector.range.high > element.range.high ? vector.range.high : element.range.high;
  return clip({ low, high }, boundsOf(vector.element));
}

function memberPlace(cx: Context, node: ts.PropertyAccessExpression): Place {
  checkOwner(cx, node.expression);
  const owner = placeOf(cx, node.expression);
  const name = node.name.text;
  const before = owner.read();
  const member = before.kind === 'record' ? before.members.get(name) : undefined;
  if (member === undefined) return refuse(cx, 'notInLanguage', node, { what: `Writing \`${name}\` here` });
  const declared = owner.shape?.kind === 'record' ? owner.shape.members.find((part) => part.name === name) : undefined;
  const shape = declared?.shape ?? (member.kind === 'scalar' ? member.shape : undefined);
  return {
    shape,
    read: () => memberOf(cx, owner.read(), name, node),
    update(change) {
      owner.update((record) => {
        if (record.kind !== 'record') throw new Halt();
        const value = change(record.members.get(name)!);
        const fitting = shape === undefined ? value : convert(cx, value, shape, node);
        return { kind: 'record', members: new Map([...record.members, [name, fitting]]) };
      });
      touch(cx, rootsOf(cx, node));
    },
  };
}
