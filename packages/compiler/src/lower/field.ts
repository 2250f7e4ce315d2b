// State: a field is read where it is not known, written in place, or remembered while a secret condition decides what it becomes. Arrays
// and maps are not remembered: under a secret condition each write keeps what was there where the condition does not hold.
import type ts from 'typescript';
import { boundsOf, computed, holdsSecret, type Shape } from '../shape.ts';
import type { StateField } from '../contract.ts';
import { kept, plainVector, whole } from './access.ts';
import { conjunction, negate } from './arithmetic.ts';
import { mergeValues } from './branch.ts';
import { classify, constantOf, convert, isSecret, withLabel } from './convert.ts';
import { fieldKey, Halt, refuse, type Context } from './context.ts';
import { leavesOf, scalar, type ScalarValue, type Value, type VectorValue } from './value.ts';

export function readField(cx: Context, name: string, node: ts.Node): Value {
  const field = cx.contract.fields.get(name);
  if (field === undefined) return refuse(cx, 'unknownName', node, { name: `this.${name}` });
  if (field.kind === 'inbox') return { kind: 'inbox', field: name };
  return field.kind === 'map' ? { kind: 'map', field: name, keys: [] } : loadField(cx, name, node);
}

/** Whether what is known of a field is carried along; arrays and maps are read anew each time. */
export function isRemembered(cx: Context, name: string): boolean {
  const field = cx.contract.fields.get(name);
  return field !== undefined && field.kind !== 'inbox' && field.kind !== 'map' && field.shape.kind !== 'vector';
}

/** The field's value as far as it is known; reads it where it is not. */
export function loadField(cx: Context, name: string, node: ts.Node): Value {
  const field = cx.contract.fields.get(name);
  if (field === undefined || field.kind === 'inbox' || field.kind === 'map') throw new Halt();
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
  if (shape.kind === 'vector') {
    const length = cx.env.get(lengthKey(name))?.value;
    const vector: VectorValue = { ...plainVector(ref!, shape, field.label), field: name };
    return length?.kind === 'scalar' ? { ...vector, length } : vector;
  }
  const value: Value =
    shape.kind === 'record'
      ? kept(cx, ref!, field.shape, field.label, node)
      : { ...scalar(ref!, shape, field.label), range: boundsOf(field.shape) };
  cx.env.set(fieldKey(name), { value, shape: field.shape, label: field.label, name: `this.${name}` });
  return value;
}

/** Where the length of an array field is remembered: as long as nothing may have changed it, one read of it bounds every index. */
function lengthKey(name: string): string {
  return `length of this.${name}`;
}

export function rememberLength(cx: Context, name: string, length: ScalarValue): void {
  const key = lengthKey(name);
  cx.env.set(key, { value: length, shape: length.shape, label: 'p', name: key });
}

export function forgetLengths(cx: Context, names: ReadonlySet<string>): void {
  for (const name of names) cx.env.delete(lengthKey(name));
}

function writable(cx: Context, name: string, node: ts.Node): StateField {
  const field = cx.contract.fields.get(name);
  if (field === undefined || field.kind === 'inbox' || field.kind === 'map')
    return refuse(cx, 'notInLanguage', node, {
      what: field === undefined ? 'Assigning this' : `Assigning a field of ${field.kind} kind`,
    });
  if (field.kind === 'readonly' && cx.kind !== 'ctor') return refuse(cx, 'readonlyField', node, { name });
  return field;
}

/** Writes a field now, or remembers what it becomes while a secret condition decides. */
export function storeField(cx: Context, name: string, value: Value, node: ts.Node): void {
  const field = writable(cx, name, node);
  const open = field.label === 'p' && !holdsSecret(field.shape);
  if (open && cx.secret > 0) return refuse(cx, 'flowBranch', node, { name });
  if (open && isSecret(value)) return refuse(cx, 'flowField', node, { name });
  if (field.shape.kind === 'vector') return storeVector(cx, field, value, node);
  const fitting = convert(cx, value, field.shape, node);
  const stored = field.label === 's' ? withLabel(cx, fitting, 's', node) : fitting;
  cx.env.set(fieldKey(name), { value: stored, shape: field.shape, label: field.label, name: `this.${name}` });
  if (cx.secret > 0) return;
  const [only] = leavesOf(stored);
  const ref = field.shape.kind === 'record' ? whole(cx, stored, field.shape, field.label, node) : only!.ref;
  cx.write.emit({ op: 'st.set', immediates: [{ field: name }], operands: [ref], at: node.getStart() });
}

/** A whole array. Its length is public, so no secret condition may decide about it, unless the type says it; then what was there is kept where none holds. */
function storeVector(cx: Context, field: StateField, value: Value, node: ts.Node): void {
  const fixed = field.shape.kind === 'vector' && field.shape.length !== undefined;
  if (cx.secret > 0 && !fixed) return refuse(cx, 'shapeBranch', node, { what: 'Assigning an array' });
  forgetLengths(cx, new Set([field.name]));
  const given = convert(cx, value, field.shape, node);
  const chosen =
    cx.secret === 0 ? given : mergeValues(cx, pathCondition(cx, node), given, loadField(cx, field.name, node), node);
  putVector(cx, field, chosen as VectorValue, node);
}

function putVector(cx: Context, field: StateField, vector: VectorValue, node: ts.Node): void {
  const { ref } = field.label === 's' ? classify(cx, vector, node) : vector;
  cx.write.emit({ op: 'st.set', immediates: [{ field: field.name }], operands: [ref], at: node.getStart() });
}

/** Writes an array back after one element of it changed, which the caller has seen to under a secret condition. */
export function storeElements(cx: Context, name: string, vector: VectorValue, node: ts.Node): void {
  const field = writable(cx, name, node);
  if (field.label === 'p' && vector.label === 's') return refuse(cx, 'flowField', node, { name });
  putVector(cx, field, vector, node);
}

/** That this point is reached, where secret conditions are around it. */
export function pathCondition(cx: Context, node: ts.Node): ScalarValue {
  const all = cx.conditions.map(({ value, holds }) => (holds ? value : negate(cx, value, node)));
  return all.reduce((left, right) => conjunction(cx, 'and', left, right, node));
}

/** `push` and `pop` of a field. */
export function pushElement(cx: Context, name: string, element: Value, shape: Shape, node: ts.Node): void {
  const field = writable(cx, name, node);
  if (cx.secret > 0) return refuse(cx, 'shapeBranch', node, { what: '`push`' });
  const ref = whole(cx, element, shape, field.label, node);
  forgetLengths(cx, new Set([name]));
  cx.write.emit({ op: 'arr.push', immediates: [{ field: name }], operands: [ref], at: node.getStart() });
}

export function popElement(cx: Context, name: string, vector: VectorValue, node: ts.Node): Value {
  const field = writable(cx, name, node);
  if (cx.secret > 0) return refuse(cx, 'shapeBranch', node, { what: '`pop`' });
  forgetLengths(cx, new Set([name]));
  const [ref] = cx.write.emit({
    op: 'arr.pop',
    immediates: [{ field: name }],
    results: [{ shape: vector.element, label: field.label }],
    at: node.getStart(),
  });
  return kept(cx, ref!, vector.element, field.label, node);
}

/** Whether a field's first value is the zero it starts as anyway. */
export function isZero(value: Value): boolean {
  if (value.kind === 'record') return [...value.members.values()].every(isZero);
  return value.kind !== 'vector' && constantOf(value) === 0n;
}
