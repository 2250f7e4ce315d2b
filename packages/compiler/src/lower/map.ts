// Maps with public keys: `get` is total, `set` under a secret condition keeps the old value where the condition does not hold, and the
// key is there either way. Maps in a map are one map of the bytecode, by the record of all keys that lead to a value: `get` adds a key.
import type ts from 'typescript';
import type { MapField } from '../contract.ts';
import { computed, holdsSecret, intOf, type Shape, type VectorShape } from '../shape.ts';
import { kept, plainVector, whole } from './access.ts';
import { mergeValues } from './branch.ts';
import { convert, isSecret } from './convert.ts';
import { Halt, refuse, type Context } from './context.ts';
import { pathCondition } from './field.ts';
import {
  leavesOf,
  nothing,
  scalar,
  type Leaf,
  type MapValue,
  type ScalarValue,
  type Value,
  type VectorValue,
} from './value.ts';

export function mapField(cx: Context, map: MapValue): MapField {
  const field = cx.contract.fields.get(map.field);
  if (field?.kind !== 'map') throw new Halt();
  return field;
}

/** A key in the type that the map has for it. */
export function mapKey(cx: Context, map: MapValue, key: Value, node: ts.Node): Leaf {
  const [leaf] = leavesOf(convert(cx, key, computed(keyShape(mapField(cx, map), map.keys.length)), node));
  if (leaf === undefined) throw new Halt();
  return leaf.label === 's' ? refuse(cx, 'shapeKey', node) : leaf;
}

/** What the key in that place is, counted from outside. */
export function keyShape({ key }: MapField, place: number): Shape {
  return key.kind === 'record' ? key.members[place]!.shape : key;
}

/** The key of the bytecode's map; refused where a map and no value is at it. */
function keyOf(cx: Context, map: MapValue, key: Leaf, what: string, node: ts.Node): number {
  const field = mapField(cx, map);
  const keys = [...map.keys, key];
  if (keys.length < field.depth) return refuse(cx, 'mapInMap', node, { what });
  if (field.depth === 1) return key.ref;
  const shape = computed(field.key);
  const [ref] = cx.write.emit({
    op: 'rec.make',
    immediates: [{ type: shape }],
    operands: keys.map((part) => part.ref),
    results: [{ shape, label: 'p' }],
    at: node.getStart(),
  });
  return ref!;
}

export function mapSize(cx: Context, map: MapValue, node: ts.Node): ScalarValue {
  if (mapField(cx, map).depth > 1) return refuse(cx, 'mapInMap', node, { what: '`size`' });
  const [ref] = cx.write.emit({
    op: 'map.size',
    immediates: [{ field: map.field }],
    results: [{ shape: intOf[32], label: 'p' }],
    at: node.getStart(),
  });
  return { ...scalar(ref!, intOf[32], 'p'), range: { low: 0n, high: 1n << 20n } };
}

export function mapHas(cx: Context, map: MapValue, key: Leaf, node: ts.Node): ScalarValue {
  const [ref] = cx.write.emit({
    op: 'map.has',
    immediates: [{ field: map.field }],
    operands: [keyOf(cx, map, key, '`has`', node)],
    results: [{ shape: { kind: 'bool' }, label: 'p' }],
    at: node.getStart(),
  });
  return scalar(ref!, { kind: 'bool' }, 'p');
}

/** The value there, or the map that is. */
export function mapGet(cx: Context, map: MapValue, key: Leaf, node: ts.Node): Value {
  const keys = [...map.keys, key];
  if (keys.length < mapField(cx, map).depth) return { ...map, keys };
  return valueAt(cx, map, keyOf(cx, map, key, '`get`', node), node);
}

function valueAt(cx: Context, map: MapValue, key: number, node: ts.Node): Value {
  const { shape, label } = mapField(cx, map).value;
  const [ref] = cx.write.emit({
    op: 'map.get',
    immediates: [{ field: map.field }],
    operands: [key],
    results: [{ shape: computed(shape), label }],
    at: node.getStart(),
  });
  return kept(cx, ref!, shape, label, node);
}

export function mapSet(cx: Context, map: MapValue, key: Leaf, value: Value, node: ts.Node): Value {
  const { shape, label } = mapField(cx, map).value;
  const place = keyOf(cx, map, key, '`set`', node);
  const open = label === 'p' && !holdsSecret(shape);
  if (open && cx.secret > 0) return refuse(cx, 'flowBranch', node, { name: map.field });
  if (open && isSecret(value)) return refuse(cx, 'flowField', node, { name: map.field });
  const given = convert(cx, value, shape, node);
  const chosen =
    cx.secret === 0 ? given : mergeValues(cx, pathCondition(cx, node), given, valueAt(cx, map, place, node), node);
  const ref = whole(cx, chosen, shape, label, node);
  cx.write.emit({ op: 'map.set', immediates: [{ field: map.field }], operands: [place, ref], at: node.getStart() });
  return nothing;
}

export function mapDelete(cx: Context, map: MapValue, key: Leaf, node: ts.Node): Value {
  if (cx.secret > 0) return refuse(cx, 'shapeBranch', node, { what: '`delete`' });
  const place = keyOf(cx, map, key, '`delete`', node);
  cx.write.emit({ op: 'map.del', immediates: [{ field: map.field }], operands: [place], at: node.getStart() });
  return nothing;
}

/** The keys as they are now, in the order in which they came: a loop over them does not see later ones. */
export function mapKeys(cx: Context, map: MapValue, node: ts.Node): VectorValue {
  if (mapField(cx, map).depth > 1) return refuse(cx, 'mapInMap', node, { what: 'list of keys' });
  const key = computed(mapField(cx, map).key);
  const count = mapSize(cx, map, node);
  const block = cx.write.open([{ shape: count.shape, label: 'p' }]);
  const [one] = cx.write.emit({
    op: 'map.key',
    immediates: [{ field: map.field }],
    operands: [block.params[0]!],
    results: [{ shape: key, label: 'p' }],
    safe: true,
    at: node.getStart(),
  });
  cx.write.close(block, [one!]);
  const shape: VectorShape = { kind: 'vector', element: key };
  const [ref] = cx.write.emit({
    op: 'each',
    operands: [count.ref],
    regions: [block],
    results: [{ shape, label: 'p' }],
    safe: true,
    at: node.getStart(),
  });
  return { ...plainVector(ref!, shape, 'p'), length: count };
}
