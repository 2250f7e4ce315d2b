// The types of the language as the compiler holds them, and how they are read off TypeScript's tag sets.
import ts from 'typescript';
import type { Label } from '@enigma/bytecode';
import { interval, type Interval } from './interval.ts';

export type Bits = 8 | 16 | 32 | 64;
export type IntShape = { readonly kind: 'int'; readonly bits: Bits; readonly signed: boolean };
export type RangeShape = { readonly kind: 'range'; readonly max: bigint };
export type RecordShape = { readonly kind: 'record'; readonly members: readonly MemberShape[] };
/** `length` where it is part of the type. */
export type VectorShape = { readonly kind: 'vector'; readonly element: Shape; readonly length?: number };
/** One of some names, stored as its place among them. */
export type ChoiceShape = { readonly kind: 'choice'; readonly names: readonly string[] };
export type Shape =
  | { readonly kind: 'bool' }
  | { readonly kind: 'address' }
  | IntShape
  | RangeShape
  | ChoiceShape
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
  8: { kind: 'int', bits: 8, signed: false },
  16: { kind: 'int', bits: 16, signed: false },
  32: { kind: 'int', bits: 32, signed: false },
  64: { kind: 'int', bits: 64, signed: false },
};
export const signedOf: Readonly<Record<Bits, IntShape>> = {
  8: { kind: 'int', bits: 8, signed: true },
  16: { kind: 'int', bits: 16, signed: true },
  32: { kind: 'int', bits: 32, signed: true },
  64: { kind: 'int', bits: 64, signed: true },
};
const widths: readonly Bits[] = [8, 16, 32, 64];

export function maxOf(bits: Bits): bigint {
  return (1n << BigInt(bits)) - 1n;
}

export function boundsOf(shape: Shape): Interval {
  if (shape.kind === 'int')
    return shape.signed
      ? interval(-(1n << BigInt(shape.bits - 1)), (1n << BigInt(shape.bits - 1)) - 1n)
      : interval(0n, maxOf(shape.bits));
  if (shape.kind === 'choice') return interval(0n, BigInt(shape.names.length - 1));
  if (shape.kind === 'range') return interval(0n, shape.max);
  return interval(0n, 1n);
}

/** The smallest unsigned integer that holds 0 to `high`; the widest if none does. */
export function smallestFor(high: bigint): IntShape {
  return intOf[widths.find((bits) => high <= maxOf(bits)) ?? 64];
}

/** The smallest integer around a number, signed only where it is below zero. */
export function smallestAround(value: bigint): IntShape {
  return value >= 0n ? smallestFor(value) : signedOf[widths.find((bits) => value >= -(1n << BigInt(bits - 1))) ?? 64];
}

/** The smallest integer type that holds every value of both; none around u64 and a signed one. */
export function commonInt(a: IntShape, b: IntShape): IntShape | undefined {
  if (a.signed === b.signed) return a.bits >= b.bits ? a : b;
  const [plain, signed] = a.signed ? [b, a] : [a, b];
  const bits = widths.find((width) => width > plain.bits && width >= signed.bits);
  return bits === undefined ? undefined : signedOf[bits];
}

/** What a value is computed with: a Range is stored in its own width and computed with in the smallest integer around it. */
export function computed(shape: Shape): Shape {
  switch (shape.kind) {
    case 'range':
      return smallestFor(shape.max);
    case 'vector':
      return { ...shape, element: computed(shape.element) };
    case 'record':
      return { kind: 'record', members: shape.members.map((member) => ({ ...member, shape: computed(member.shape) })) };
    default:
      return shape;
  }
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
      return `${shape.signed ? 'i' : 'u'}${shape.bits}`;
    case 'choice':
      return shape.names.map((name) => `'${name}'`).join(' | ');
    case 'range':
      return `Range<0, ${shape.max}>`;
    case 'vector':
      return shape.length === undefined
        ? `${plainName(shape.element)}[]`
        : areBytes(shape)
          ? `Bytes<${shape.length}>`
          : `FixedArray<${plainName(shape.element)}, ${shape.length}>`;
    case 'record':
      return `{ ${shape.members.map((member) => `${member.name}: ${shapeName(member.shape, member.label)}`).join('; ')} }`;
  }
}

/** Bytes, which `===` compares; other arrays are compared by `equal`, which says that their lengths are public. */
export function areBytes(shape: Shape): boolean {
  if (shape.kind !== 'vector' || shape.length === undefined) return false;
  return shape.element.kind === 'int' && shape.element.bits === 8 && !shape.element.signed;
}

/** Why a TypeScript type is none of ours. */
export type NoShape = { readonly no: 'range' | 'untyped' | 'other' };
export type ShapeOutcome = Declared | NoShape;

export function isShape(outcome: ShapeOutcome): outcome is Declared {
  return 'shape' in outcome;
}

const membersMax = 64;
const depthMax = 8;

/** Reads a type by its tags. A record is secret if all its members are; in a mixed one they keep their own labels. */
export function shapeOfType(checker: ts.TypeChecker, type: ts.Type, at: ts.Node, depth = 0): ShapeOutcome {
  if (depth > depthMax) return { no: 'other' };
  const names = choiceOf(type, at);
  if (names !== undefined) return { shape: { kind: 'choice', names }, label: 'p' };
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
  const fixed = checker.getPropertyOfType(type, '~length');
  const element = checker.isArrayType(type) || fixed ? type.getNumberIndexType() : undefined;
  if (element !== undefined) {
    const inner = shapeOfType(checker, element, at, depth + 1);
    if (!isShape(inner)) return inner;
    if (fixed === undefined) return { shape: { kind: 'vector', element: inner.shape }, label: inner.label };
    const length = fixedLength(checker, checker.getTypeOfSymbolAtLocation(fixed, at));
    if (length === undefined || hasVector(inner.shape)) return { no: 'other' };
    return { shape: { kind: 'vector', element: inner.shape, length }, label: inner.label };
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
  // A signed type takes narrower unsigned ones, so its tag is the one that names it.
  const signed = widths.findLast((width) => tags.includes(`i${width}`));
  if (signed !== undefined) return { shape: signedOf[signed], label };
  const bits = widths.findLast((width) => tags.includes(`u${width}`));
  return bits === undefined ? { no: 'untyped' } : { shape: intOf[bits], label };
}

const choicesMax = 256;

/** The names of a union of literal texts, in the order in which they were written. */
function choiceOf(type: ts.Type, at: ts.Node): readonly string[] | undefined {
  if (!type.isUnion() || !type.types.every((part) => part.isStringLiteral()) || type.types.length > choicesMax)
    return undefined;
  const names = type.types.map((part) => (part as ts.StringLiteralType).value);
  const alias = type.aliasSymbol?.declarations?.[0];
  const written = alias !== undefined && ts.isTypeAliasDeclaration(alias) ? alias.type : typeNodeOf(at);
  const order =
    written !== undefined && ts.isUnionTypeNode(written)
      ? written.types.flatMap((part) =>
          ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? [part.literal.text] : [],
        )
      : [];
  return order.length === names.length ? order : names.toSorted();
}

function typeNodeOf(at: ts.Node): ts.Node | undefined {
  if (ts.isPropertyDeclaration(at) || ts.isParameter(at) || ts.isMethodDeclaration(at) || ts.isPropertySignature(at))
    return at.type;
  return at;
}

function fixedLength(checker: ts.TypeChecker, given: ts.Type): number | undefined {
  const length = checker.getNonNullableType(given);
  return length.isNumberLiteral() && Number.isSafeInteger(length.value) && length.value >= 1 && length.value <= 256
    ? length.value
    : undefined;
}

/** Whether a value holds an array whose length its type does not say. */
export function hasVector(shape: Shape): boolean {
  if (shape.kind === 'vector') return shape.length === undefined || hasVector(shape.element);
  return shape.kind === 'record' && shape.members.some((member) => hasVector(member.shape));
}

/** Whether some part of a shape is marked secret by itself. */
export function holdsSecret(shape: Shape): boolean {
  if (shape.kind === 'vector') return holdsSecret(shape.element);
  return shape.kind === 'record' && shape.members.some((member) => member.label === 's' || holdsSecret(member.shape));
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
    const place = property.valueDeclaration ?? at;
    const inner = shapeOfType(checker, checker.getTypeOfSymbolAtLocation(property, at), place, depth + 1);
    if (!isShape(inner)) return inner;
    members.push({ name: property.name, ...inner });
  }
  // A record all of whose members are secret is a secret record, whichever way it is written.
  if (members.every((member) => member.label === 's'))
    return { shape: { kind: 'record', members: members.map((member) => ({ ...member, label: 'p' })) }, label: 's' };
  return { shape: { kind: 'record', members }, label: 'p' };
}
