// Calls: the library's, helpers and private methods, which are inlined, and methods of arrays, maps and the inbox.
import ts from 'typescript';
import { methodsOf, ownerAt, pathOf } from '../component.ts';
import { declaredParameter, isGeneric, libraryName, symbolOf } from '../contract.ts';
import { inlineDepthMax } from '../limits.ts';
import { computed, isShape, shapeOfType, type Shape } from '../shape.ts';
import { aliasOf, isWhole, namesExisting, rootsOf, stored, touch, type Alias } from './alias.ts';
import { mapCall, reduceCall } from './arrow.ts';
import { isThisMember, withoutParentheses } from './assigned.ts';
import { bindDeclared, bindName } from './bind.ts';
import { convert, kindName } from './convert.ts';
import { fieldKey, refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { popElement, pushElement } from './field.ts';
import { lastBySender, take } from './inbox.ts';
import { argument, library } from './library.ts';
import { keyShape, mapDelete, mapField, mapGet, mapHas, mapKey, mapKeys, mapSet } from './map.ts';
import { checkOwner, placeOf } from './place.ts';
import { concatCall, filled, joined, listOf, sliceCall, withoutLast } from './pieces.ts';
import { randomCall } from './random.ts';
import { includesCall, indexOfCall, quantified } from './search.ts';
import { lowerStatements } from './statement.ts';
import { nothing, type Leaf, type MapValue, type Value, type VectorValue } from './value.ts';

export function lowerCall(cx: Context, node: ts.CallExpression, expected?: Shape): Value {
  const callee = withoutParentheses(node.expression);
  if (node.questionDotToken !== undefined) return refuse(cx, 'notInLanguage', node, { what: '`?.`' });
  if (ts.isIdentifier(callee)) {
    const known = libraryName(cx.checker, callee);
    const call = known !== undefined && Object.hasOwn(library, known) ? library[known] : undefined;
    if (call !== undefined) return call(cx, node, expected);
    return helperCall(cx, node, callee);
  }
  const owner = ts.isPropertyAccessExpression(callee) ? ownerAt(cx.contract, cx.self, callee.expression) : undefined;
  if (owner !== undefined && ts.isPropertyAccessExpression(callee)) {
    const method = methodsOf(cx.contract, owner).get(callee.name.text);
    if (method === undefined) return refuse(cx, 'unknownName', callee, { name: callee.getText() });
    return inline(cx, pathOf(owner, method.name), method.node, node, owner);
  }
  if (ts.isPropertyAccessExpression(callee) && isRandom(cx, callee.expression))
    return randomCall(cx, callee.name.text, node);
  if (ts.isPropertyAccessExpression(callee)) return methodCall(cx, node, callee, expected);
  return refuse(cx, 'notInLanguage', node, { what: 'This call' });
}

function isRandom(cx: Context, node: ts.Expression): boolean {
  return ts.isIdentifier(node) && libraryName(cx.checker, node) === 'random';
}

function helperCall(cx: Context, node: ts.CallExpression, callee: ts.Identifier): Value {
  const declaration = symbolOf(cx.checker, callee)?.valueDeclaration;
  if (declaration === undefined) return refuse(cx, 'unknownName', callee, { name: callee.text });
  if (!ts.isFunctionDeclaration(declaration) || declaration.body === undefined)
    return refuse(cx, 'notInLanguage', callee, { what: `Calling \`${callee.text}\`` });
  return inline(cx, callee.text, declaration, node);
}

/** The body in place of the call. Its names are its own symbols, so nothing needs renaming. */
function inline(
  cx: Context,
  name: string,
  helper: ts.FunctionDeclaration | ts.MethodDeclaration,
  node: ts.CallExpression,
  self = cx.self,
): Value {
  // By its place, since two files may have a function of one name.
  const entered = `${name}#${helper.pos}`;
  if (cx.path.includes(entered)) return refuse(cx, 'recursion', node, { name });
  if (cx.path.length >= inlineDepthMax)
    return refuse(cx, 'tooMany', node, {
      what: 'Helpers inside helpers',
      count: cx.path.length + 1,
      max: inlineDepthMax,
    });
  const outer = new Set(cx.env.keys());
  bindParameters(cx, helper.parameters, node);
  const saved = { path: cx.path, returns: cx.returns, self: cx.self };
  const found =
    helper.type === undefined || isGeneric(cx.checker, helper.type)
      ? undefined
      : shapeOfType(cx.checker, cx.checker.getTypeFromTypeNode(helper.type), helper.type);
  cx.path = [...saved.path, `${name}@${node.pos}`, entered];
  cx.returns = found !== undefined && isShape(found) ? found.shape : undefined;
  cx.self = self;
  try {
    return lowerStatements(cx, helper.body?.statements ?? []) ?? nothing;
  } finally {
    cx.path = saved.path;
    cx.returns = saved.returns;
    cx.self = saved.self;
    // Its own names end with it: a loop around the next call has nothing of them to carry.
    for (const key of cx.env.keys()) if (typeof key !== 'string' && !outer.has(key)) cx.env.delete(key);
  }
}

/** All arguments before the first name: one of them may call the same helper, whose names are these. */
export function bindParameters(
  cx: Context,
  params: readonly ts.ParameterDeclaration[],
  node: ts.CallExpression | ts.NewExpression,
): void {
  const bindings = params.map((param, i) => argumentFor(cx, param, argument(cx, node, i)));
  for (const bind of bindings) bind?.();
}

/** Lowers an argument; what it gives binds the name. */
function argumentFor(cx: Context, param: ts.ParameterDeclaration, given: ts.Expression): (() => void) | undefined {
  const { name } = param;
  if (
    !ts.isIdentifier(name) ||
    param.dotDotDotToken !== undefined ||
    param.initializer !== undefined ||
    param.questionToken !== undefined
  )
    return refuse(cx, 'notInLanguage', param, { what: 'This kind of parameter' });
  // As it is: the function is compiled for this call.
  const named = (value: Value): Alias | undefined =>
    isWhole(value) && namesExisting(cx, given) ? aliasOf(cx, rootsOf(cx, given)) : undefined;
  if (isGeneric(cx.checker, param.type)) {
    const value = lower(cx, given);
    const of = named(value);
    return () => bindName(cx, name, value, { alias: of !== undefined, of });
  }
  const declared = declaredParameter(param, cx.checker, (...report) => refuse(cx, ...report));
  if (declared === undefined) return undefined;
  const value = lower(cx, given, declared.shape);
  if (declared.label === 'p' && value.kind === 'scalar' && value.label === 's')
    return refuse(cx, 'flowParameter', given, { name: name.text });
  const of = named(value);
  const fitting = convert(cx, value, declared.shape, given);
  return () => bindDeclared(cx, name, fitting, declared.label, of);
}

function methodCall(
  cx: Context,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  expected: Shape | undefined,
): Value {
  const name = callee.name.text;
  if (name === 'lastBySender') return lastBySender(cx, node, callee.expression);
  if (name === 'fill') return fillCall(cx, node, callee.expression);
  const owner = lower(cx, callee.expression);
  if (owner.kind === 'inbox' && name === 'upTo') return take(cx, owner.field, node, 0);
  if (owner.kind === 'vector' && name === 'map') return mapCall(cx, owner, node, expected);
  if (owner.kind === 'vector' && name === 'reduce') return reduceCall(cx, owner, node, expected);
  if (owner.kind === 'vector' && Object.hasOwn(vectorMethods, name)) return vectorMethods[name]!(cx, owner, node);
  if (owner.kind === 'vector' && (name === 'push' || name === 'pop')) return growCall(cx, owner, name, node, callee);
  if (owner.kind === 'map' && Object.hasOwn(mapMethods, name)) return mapMethods[name]!(cx, owner, node);
  return refuse(cx, 'notYet', callee.name, {
    what: `\`${name}\` of ${kindName(owner)}`,
    hint: 'Arrays have length, map, reduce, some, every, includes, indexOf, slice, concat, fill, push and for … of; maps get, has, set, delete, size and keys; an inbox has upTo(height).',
  });
}

/** Of an array that has a name every element is written; of any other a new one is made. */
function fillCall(cx: Context, node: ts.CallExpression, owner: ts.Expression): Value {
  const given = argument(cx, node, 0);
  const fillIn = (array: Value): VectorValue =>
    array.kind === 'vector' && !array.entries
      ? filled(cx, array, lower(cx, given, computed(array.element)), node)
      : refuse(cx, 'notInLanguage', node, { what: `\`fill\` of ${kindName(array)}` });
  if (!namesExisting(cx, owner)) return fillIn(lower(cx, owner));
  checkOwner(cx, owner);
  placeOf(cx, owner).update(fillIn);
  touch(cx, rootsOf(cx, owner));
  return nothing;
}

type VectorMethod = (cx: Context, vector: VectorValue, node: ts.CallExpression) => Value;

const vectorMethods: Readonly<Record<string, VectorMethod>> = {
  slice: sliceCall,
  some: quantified('some'),
  every: quantified('every'),
  includes: includesCall,
  indexOf: indexOfCall,
  concat: concatCall,
};

type MapMethod = (cx: Context, map: MapValue, node: ts.CallExpression) => Value;

const mapMethods: Readonly<Record<string, MapMethod>> = {
  get: (cx, map, node) => mapGet(cx, map, keyGiven(cx, map, node), node),
  has: (cx, map, node) => mapHas(cx, map, keyGiven(cx, map, node), node),
  delete: (cx, map, node) => mapDelete(cx, map, keyGiven(cx, map, node), node),
  set(cx, map, node) {
    const key = keyGiven(cx, map, node);
    const at = argument(cx, node, 1);
    const value = lower(cx, at, computed(mapField(cx, map).value.shape));
    stored(cx, value, at, [fieldKey(map.field)]);
    return mapSet(cx, map, key, value, node);
  },
  keys: (cx, map, node) => mapKeys(cx, map, node),
};

/** The first argument as a key of the map. */
function keyGiven(cx: Context, map: MapValue, node: ts.CallExpression): Leaf {
  const shape = computed(keyShape(mapField(cx, map), map.keys.length));
  return mapKey(cx, map, lower(cx, argument(cx, node, 0), shape), node);
}

/** A field grows in place; an array in a name, or inside of something, becomes one that is longer or shorter. */
function growCall(
  cx: Context,
  vector: VectorValue,
  name: 'push' | 'pop',
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
): Value {
  const owner = withoutParentheses(callee.expression);
  const field = isThisMember(owner) ? cx.contract.fields.get(pathOf(cx.self, owner.name.text)) : undefined;
  if (vector.fixed !== undefined || vector.entries === true || !namesExisting(cx, owner) || ts.isCallExpression(owner))
    return refuse(cx, 'notYet', callee.name, {
      what: `\`${name}\` of ${kindName(vector)} here`,
      hint: 'An array in a field, a name or a member grows, unless its length is part of its type.',
    });
  const at = name === 'pop' ? undefined : argument(cx, node, 0);
  const element = at === undefined ? undefined : lower(cx, at, computed(vector.element));
  const result =
    field?.kind === 'state' ? inState(cx, field.name, vector, element, node) : resized(cx, element, owner, node);
  const roots = rootsOf(cx, owner);
  touch(cx, roots);
  if (at !== undefined && element !== undefined) stored(cx, element, at, roots);
  return result;
}

function inState(cx: Context, name: string, vector: VectorValue, element: Value | undefined, node: ts.Node): Value {
  if (element === undefined) return popElement(cx, name, vector, node);
  pushElement(cx, name, element, vector.element, node);
  return nothing;
}

function resized(cx: Context, element: Value | undefined, owner: ts.Expression, node: ts.CallExpression): Value {
  if (cx.secret > 0) return refuse(cx, 'shapeBranch', node, { what: element === undefined ? '`pop`' : '`push`' });
  checkOwner(cx, owner);
  let last: Value = nothing;
  placeOf(cx, owner).update((array) => {
    if (array.kind !== 'vector') return refuse(cx, 'mismatch', owner, { from: kindName(array), to: 'an array' });
    if (element !== undefined) return joined(cx, [array, listOf(cx, element, array.element, node)], node);
    const popped = withoutLast(cx, array, node);
    ({ last } = popped);
    return popped.rest;
  });
  return last;
}
