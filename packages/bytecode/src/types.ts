// Facts about types: names, widths, labels that go all the way down.
import { KEY_BYTES_MAX, KEY_MEMBERS_MAX } from './limits.ts';
import {
  firstTableType,
  scalarRefs,
  tableType,
  type Declared,
  type Label,
  type Member,
  type ScalarName,
  type TableType,
  type TypeRef,
} from './module.ts';

export type Types = readonly TableType[];

export interface Integer {
  readonly signed: boolean;
  readonly bits: number;
}

const scalarNames: ReadonlyMap<TypeRef, ScalarName> = new Map(
  (Object.keys(scalarRefs) as ScalarName[]).map((name) => [scalarRefs[name], name]),
);

const integers: ReadonlyMap<TypeRef, Integer> = new Map<TypeRef, Integer>(
  [8, 16, 32, 64].flatMap((bits): [TypeRef, Integer][] => [
    [scalarRefs[`u${bits}` as ScalarName], { signed: false, bits }],
    [scalarRefs[`i${bits}` as ScalarName], { signed: true, bits }],
  ]),
);

export function isScalar(ref: TypeRef): boolean {
  return scalarNames.has(ref);
}

export function scalarName(ref: TypeRef): ScalarName | undefined {
  return scalarNames.get(ref);
}

/** Sign and width of a built-in integer; undefined for anything else, ranges included. */
export function integerOf(ref: TypeRef): Integer | undefined {
  return integers.get(ref);
}

/** A reference that names a built-in scalar or an entry of the table. */
export function isType(types: Types, ref: TypeRef): boolean {
  return isScalar(ref) || tableType(types, ref) !== undefined;
}

/** A secret address is three integers, lowest first, because 160 bits pass what one element of a field carries. */
export const addressLimbs: readonly TypeRef[] = [scalarRefs.u64, scalarRefs.u64, scalarRefs.u32];

/** Scalars of the language: bool, integers, ranges, addresses. */
export function isLeaf(types: Types, ref: TypeRef): boolean {
  return isScalar(ref) || tableType(types, ref)?.kind === 'range';
}

/** Number of bits of a leaf: its declared width, or for `Range<0, m>` the smallest w with m < 2^w. */
export function widthOf(types: Types, ref: TypeRef): number {
  if (ref === scalarRefs.bool) return 1;
  if (ref === scalarRefs.address) return 160;
  const integer = integerOf(ref);
  if (integer) return integer.bits;
  const type = tableType(types, ref);
  if (type?.kind === 'range') return type.max.toString(2).length;
  throw new Error('a record or vector has no width of its own');
}

/** Least and greatest value of a leaf. */
export function boundsOf(types: Types, ref: TypeRef): readonly [bigint, bigint] {
  const integer = integerOf(ref);
  if (integer) {
    const half = 1n << BigInt(integer.bits - 1);
    return integer.signed ? [-half, half - 1n] : [0n, 2n * half - 1n];
  }
  const type = tableType(types, ref);
  if (type?.kind === 'range') return [0n, type.max];
  return [0n, (1n << BigInt(widthOf(types, ref))) - 1n];
}

/** The value of a built-in integer type congruent to `value`: modulo 2^w, two's complement where signed. */
export function wrap(ref: TypeRef, value: bigint): bigint {
  const integer = integerOf(ref);
  if (!integer) throw new Error('only integers wrap');
  return integer.signed ? BigInt.asIntN(integer.bits, value) : BigInt.asUintN(integer.bits, value);
}

export function join(...labels: readonly Label[]): Label {
  return labels.includes('s') ? 's' : 'p';
}

/** Public through and through: label p, and no member inside that is secret of itself. */
export function isPublic(types: Types, value: Declared): boolean {
  return value.label === 'p' && !holdsSecret(types, value.type);
}

/** Whether some member inside is marked secret. */
export function holdsSecret(types: Types, ref: TypeRef): boolean {
  const type = tableType(types, ref);
  if (type?.kind === 'vector' || type?.kind === 'array') return holdsSecret(types, type.element);
  if (type?.kind === 'record')
    return type.members.some((member) => member.label === 's' || holdsSecret(types, member.type));
  return false;
}

/** Whether all values of a type have one size: no vector inside. */
export function isFixed(types: Types, ref: TypeRef): boolean {
  const type = tableType(types, ref);
  if (type?.kind === 'array') return isFixed(types, type.element);
  if (type?.kind === 'record') return type.members.every((member) => isFixed(types, member.type));
  return type?.kind !== 'vector';
}

/** The table's vector of that element, if it has one. */
export function vectorOf(types: Types, element: TypeRef): TypeRef | undefined {
  const index = types.findIndex((type) => type.kind === 'vector' && type.element === element);
  return index < 0 ? undefined : firstTableType + index;
}

/** What a vector or array holds, or undefined for anything else. */
export function elementTypeOf(types: Types, ref: TypeRef): TypeRef | undefined {
  const type = tableType(types, ref);
  return type?.kind === 'vector' || type?.kind === 'array' ? type.element : undefined;
}

/** Key and value of a map field's entries, or undefined where the type is no vector of {key, value}. */
export function entryOf(types: Types, ref: TypeRef): { readonly key: Member; readonly value: Member } | undefined {
  const vector = tableType(types, ref);
  const record = vector?.kind === 'vector' ? tableType(types, vector.element) : undefined;
  const [key, value, ...rest] = record?.kind === 'record' ? record.members : [];
  if (key?.name !== 'key' || value?.name !== 'value' || rest.length > 0 || key.label === 's') return undefined;
  return isKey(types, key.type) ? { key, value } : undefined;
}

/** A scalar or a few bytes, or a record of a few that are not marked secret: a key in several parts. */
function isKey(types: Types, ref: TypeRef): boolean {
  if (isKeyPart(types, ref)) return true;
  const type = tableType(types, ref);
  if (type?.kind !== 'record') return false;
  if (type.members.length > KEY_MEMBERS_MAX) return false;
  if (type.members.some((member) => member.label === 's')) return false;
  return type.members.every((member) => isKeyPart(types, member.type));
}

function isKeyPart(types: Types, ref: TypeRef): boolean {
  if (isLeaf(types, ref)) return true;
  const type = tableType(types, ref);
  return type?.kind === 'array' && type.element === scalarRefs.u8 && type.length <= KEY_BYTES_MAX;
}

/** How many bytes of a key are in arrays: a look at a map takes a step for each, beside the one that it takes anyway. */
export function keyBytesOf(types: Types, ref: TypeRef): number {
  const type = tableType(types, ref);
  if (type?.kind === 'array') return type.length;
  return type?.kind === 'record' ? type.members.reduce((sum, member) => sum + keyBytesOf(types, member.type), 0) : 0;
}

/** How deep a type is nested: a scalar 0, a range 1, a container one more than its deepest part. */
export function depthOf(types: Types, ref: TypeRef): number {
  const type = tableType(types, ref);
  if (type === undefined) return 0;
  if (type.kind === 'range') return 1;
  if (type.kind !== 'record') return 1 + depthOf(types, type.element);
  return 1 + Math.max(0, ...type.members.map((member) => depthOf(types, member.type)));
}

/** As in signatures, diagnostics and reports: `u8`, `range(31)`, `{address bidder,u64 amount}`, `u32[]`. */
export function typeName(types: Types, ref: TypeRef): string {
  const scalar = scalarName(ref);
  if (scalar !== undefined) return scalar;
  const type = tableType(types, ref);
  if (type === undefined) return `type${ref}`;
  if (type.kind === 'range') return `range(${type.max})`;
  if (type.kind === 'vector') return `${typeName(types, type.element)}[]`;
  if (type.kind === 'array') return `${typeName(types, type.element)}[${type.length}]`;
  const members = type.members.map(
    (member) => `${member.label === 's' ? 'secret ' : ''}${typeName(types, member.type)} ${member.name}`,
  );
  return `{${members.join(',')}}`;
}
