// The types of the language as the compiler holds them, and how they are read off TypeScript's tag sets.
import ts from 'typescript';
import type { Label } from '@enigma/bytecode';
import { interval, type Interval } from './interval.ts';

export type Bits = 8 | 16 | 32 | 64;
export type IntShape = { readonly kind: 'int'; readonly bits: Bits };
export type RangeShape = { readonly kind: 'range'; readonly max: bigint };
export type RecordShape = { readonly kind: 'record'; readonly members: readonly MemberShape[] };
export type VectorShape = { readonly kind: 'vector'; readonly element: Shape };
export type Shape =
  | { readonly kind: 'bool' }
  | { readonly kind: 'address' }
  | IntShape
  | RangeShape
  | RecordShape
  | VectorShape;

export interface MemberShape {
  readonly name: string;
  readonly shape: Shape;
  readonly label: Label;
}

/** A shape and who may know the value. */
export interface Declared {
  readonly shape: Shape;
  readonly label: Label;
}

export const bool: Shape = { kind: 'bool' };
export const address: Shape = { kind: 'address' };
export const intOf: Readonly<Record<Bits, IntShape>> = {
  8: { kind: 'int', bits: 8 },
  16: { kind: 'int', bits: 16 },
  32: { kind: 'int', bits: 32 },
  64: { kind: 'int', bits: 64 },
};
const widths: readonly Bits[] = [8, 16, 32, 64];

export function maxOf(bits: Bits): bigint {
  return (1n << BigInt(bits)) - 1n;
}

export function boundsOf(shape: Shape): Interval {
  if (shape.kind === 'int') return interval(0n, maxOf(shape.bits));
  if (shape.kind === 'range') return interval(0n, shape.max);
  return interval(0n, 1n);
}

/** The smallest built-in integer that holds 0 to `high`; the widest if none does. */
export function smallestFor(high: bigint): IntShape {
  return intOf[widths.find((bits) => high <= maxOf(bits)) ?? 64];
}

/** What a value is computed with: a Range is stored in its own width and computed with in the smallest integer around it. */
export function computed(shape: Shape): Shape {
  return shape.kind === 'range' ? smallestFor(shape.max) : shape;
}

export function sameShape(a: Shape, b: Shape): boolean {
  return shapeName(a) === shapeName(b);
}

/** As authors write it. */
export function shapeName(shape: Shape, label: Label = 'p'): string {
  const name = plainName(shape);
  return label === 's' && shape.kind !== 'vector' && shape.kind !== 'record' ? `Secret<${name}>` : name;
}

function plainName(shape: Shape): string {
  switch (shape.kind) {
    case 'bool':
      return 'bool';
    case 'address':
      return 'Address';
    case 'int':
      return `u${shape.bits}`;
    case 'range':
      return `Range<0, ${shape.max}>`;
    case 'vector':
      return `${plainName(shape.element)}[]`;
    case 'record':
      return `{ ${shape.members.map((member) => `${member.name}: ${shapeName(member.shape, member.label)}`).join('; ')} }`;
  }
}

/** Why a TypeScript type is none of ours. */
export type NoShape = { readonly no: 'range' | 'untyped' | 'other' };
export type ShapeOutcome = Declared | NoShape;

export function isShape(outcome: ShapeOutcome): outcome is Declared {
  return 'shape' in outcome;
}

const membersMax = 64;
const depthMax = 8;

/** Reads a type by its tags. A record is public if no member is secret; its members keep their own labels. */
export function shapeOfType(checker: ts.TypeChecker, type: ts.Type, at: ts.Node, depth = 0): ShapeOutcome {
  if (depth > depthMax) return { no: 'other' };
  if (
    type.flags &
    (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never | ts.TypeFlags.StringLike | ts.TypeFlags.BigIntLike)
  )
    return { no: 'other' };
  const tags = tagsOf(checker, type, at);
  if (checker.getPropertyOfType(type, '~address'))
    return { shape: address, label: tags?.includes('secret') ? 's' : 'p' };
  if (tags !== undefined || type.flags & (ts.TypeFlags.BooleanLike | ts.TypeFlags.NumberLike))
    return scalarOf(checker, type, at, tags ?? []);
  if (type.isUnion() && type.types.every((part) => checker.isTypeAssignableTo(part, checker.getBooleanType())))
    return { shape: bool, label: 'p' };
  if (checker.isArrayType(type)) {
    const [element] = checker.getTypeArguments(type as ts.TypeReference);
    if (element === undefined) return { no: 'other' };
    const inner = shapeOfType(checker, element, at, depth + 1);
    return isShape(inner) ? { shape: { kind: 'vector', element: inner.shape }, label: inner.label } : inner;
  }
  return recordOf(checker, type, at, depth);
}

function scalarOf(checker: ts.TypeChecker, type: ts.Type, at: ts.Node, tags: readonly string[]): ShapeOutcome {
  const label: Label = tags.includes('secret') ? 's' : 'p';
  if (checker.isTypeAssignableTo(type, checker.getBooleanType())) return { shape: bool, label };
  const bounds = checker.getPropertyOfType(type, '~range');
  if (bounds !== undefined) {
    const max = rangeMax(checker, checker.getTypeOfSymbolAtLocation(bounds, at));
    return max === undefined ? { no: 'range' } : { shape: { kind: 'range', max }, label };
  }
  const bits = widths.findLast((width) => tags.includes(`u${width}`));
  return bits === undefined ? { no: 'untyped' } : { shape: intOf[bits], label };
}

function tagsOf(checker: ts.TypeChecker, type: ts.Type, at: ts.Node): readonly string[] | undefined {
  const property = checker.getPropertyOfType(type, '~');
  if (property === undefined) return undefined;
  const tag = checker.getTypeOfSymbolAtLocation(property, at);
  const parts = tag.isUnion() ? tag.types : [tag];
  return parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
}

function rangeMax(checker: ts.TypeChecker, bounds: ts.Type): bigint | undefined {
  const tuple = checker.getNonNullableType(bounds);
  if (!checker.isTupleType(tuple)) return undefined;
  const [low, high] = checker.getTypeArguments(tuple as ts.TypeReference);
  if (low === undefined || high === undefined || !low.isNumberLiteral() || !high.isNumberLiteral()) return undefined;
  if (low.value !== 0 || !Number.isSafeInteger(high.value) || high.value < 1) return undefined;
  return BigInt(high.value);
}

function recordOf(checker: ts.TypeChecker, type: ts.Type, at: ts.Node, depth: number): ShapeOutcome {
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) || type.getCallSignatures().length > 0)
    return { no: 'other' };
  const properties = checker.getPropertiesOfType(type);
  if (properties.length === 0 || properties.length > membersMax) return { no: 'other' };
  const members: MemberShape[] = [];
  for (const property of properties) {
    if (property.flags & (ts.SymbolFlags.Optional | ts.SymbolFlags.Method)) return { no: 'other' };
    const inner = shapeOfType(checker, checker.getTypeOfSymbolAtLocation(property, at), at, depth + 1);
    if (!isShape(inner)) return inner;
    members.push({ name: property.name, ...inner });
  }
  return { shape: { kind: 'record', members }, label: 'p' };
}
