// Values while a module runs. S is what stands for a secret scalar: a bigint in the evaluator, a share or a node of a plan in an engine.
import { scalarRefs, tableType, type Declared, type TypeRef } from './module.ts';
import { addressLimbs, elementTypeOf, holdsSecret, isLeaf, type Types } from './types.ts';

export interface Secret<S> {
  readonly kind: 'secret';
  readonly scalar: S;
}

/**
 * bool 0 or 1, integers as themselves, an address as its 160-bit number. A bigint may stand in a place with label s: everybody knows it anyway, as after
 * `classify`, and the verifier has seen to it that nobody branches on it.
 */
export type Scalar<S> = bigint | Secret<S>;

export interface VectorValue<S> {
  readonly kind: 'vector';
  readonly elements: readonly Value<S>[];
}

/** A record's members, or the limbs of an address that only a secret decides. */
export interface RecordValue<S> {
  readonly kind: 'record';
  readonly members: readonly Value<S>[];
}

export type Value<S> = Scalar<S> | VectorValue<S> | RecordValue<S>;

export function secret<S>(scalar: S): Secret<S> {
  return { kind: 'secret', scalar };
}

export function vector<S>(elements: readonly Value<S>[]): VectorValue<S> {
  return { kind: 'vector', elements };
}

export function record<S>(members: readonly Value<S>[]): RecordValue<S> {
  return { kind: 'record', members };
}

/** The zero of a type, which is also what an uninitialised field holds: false, 0, the zero address, records and arrays of zeros, an empty vector. */
export function zeroOf(types: Types, ref: TypeRef): Value<never> {
  const type = tableType(types, ref);
  if (type?.kind === 'array') return vector(Array.from({ length: type.length }, () => zeroOf(types, type.element)));
  if (type?.kind === 'record') return record(type.members.map((member) => zeroOf(types, member.type)));
  return type?.kind === 'vector' ? vector([]) : 0n;
}

/** The limbs of an address, public or not. */
export function limbsOf<S>(value: Value<S>): readonly Scalar<S>[] {
  if (typeof value === 'bigint') return [value & LIMB, (value >> 64n) & LIMB, value >> 128n];
  if (value.kind !== 'record') throw new Error('an address is a number or three limbs');
  return value.members as readonly Scalar<S>[];
}

/** An address from its limbs: a number again where all of them are public. */
export function addressOf<S>(limbs: readonly Scalar<S>[]): Value<S> {
  const [low, middle, high] = limbs;
  return typeof low === 'bigint' && typeof middle === 'bigint' && typeof high === 'bigint'
    ? low | (middle << 64n) | (high << 128n)
    : record(limbs);
}

const LIMB = (1n << 64n) - 1n;

export interface Leaf<S> {
  readonly type: TypeRef;
  readonly scalar: Scalar<S>;
}

/** The scalars of a value in declared order, vectors element by element, an address as its limbs: what stands in one secret each. */
export function leavesOf<S>(types: Types, ref: TypeRef, value: Value<S>): readonly Leaf<S>[] {
  const leaves: Leaf<S>[] = [];
  const walk = (at: TypeRef, part: Value<S>): void => {
    if (at === scalarRefs.address)
      limbsOf(part).forEach((scalar, i) => leaves.push({ type: addressLimbs[i] as TypeRef, scalar }));
    else if (typeof part === 'bigint' || part.kind === 'secret') leaves.push({ type: at, scalar: part });
    else if (part.kind === 'vector') for (const element of part.elements) walk(elementOf(types, at), element);
    else part.members.forEach((member, i) => walk(memberOf(types, at, i), member));
  };
  walk(ref, value);
  return leaves;
}

/** The leaves that a declared place keeps secret: all of them under the label s, else those below members marked s. */
export function secretLeavesOf<S>(types: Types, place: Declared, value: Value<S>): readonly Leaf<S>[] {
  if (place.label === 's') return leavesOf(types, place.type, value);
  if (!holdsSecret(types, place.type) || typeof value === 'bigint' || value.kind === 'secret') return [];
  if (value.kind === 'vector') {
    const element: Declared = { type: elementOf(types, place.type), label: 'p' };
    return value.elements.flatMap((part) => secretLeavesOf(types, element, part));
  }
  const type = tableType(types, place.type);
  const members = type?.kind === 'record' ? type.members : [];
  return value.members.flatMap((member, i) => secretLeavesOf(types, members[i] as Declared, member));
}

/** The scalars of a public value, an address as one number: the facts of an error or event. */
export function factsOf(types: Types, ref: TypeRef, value: Value<unknown>): readonly bigint[] {
  if (typeof value === 'bigint') return [value];
  if (value.kind === 'secret') throw new Error('a fact is public');
  if (value.kind === 'vector') return value.elements.flatMap((part) => factsOf(types, elementOf(types, ref), part));
  return value.members.flatMap((member, i) => factsOf(types, memberOf(types, ref, i), member));
}

/** The same shape with its scalars replaced, in the order of `leavesOf`. */
export function mapLeaves<S, R>(
  types: Types,
  ref: TypeRef,
  value: Value<S>,
  map: (leaf: Leaf<S>) => Scalar<R>,
): Value<R> {
  if (ref === scalarRefs.address)
    return addressOf(limbsOf(value).map((scalar, i) => map({ type: addressLimbs[i] as TypeRef, scalar })));
  if (typeof value === 'bigint' || value.kind === 'secret') return map({ type: ref, scalar: value });
  if (value.kind === 'vector') {
    const element = elementOf(types, ref);
    return vector(value.elements.map((part) => mapLeaves(types, element, part, map)));
  }
  return record(value.members.map((part, i) => mapLeaves(types, memberOf(types, ref, i), part, map)));
}

/** A value of a type without vectors from its leaves in declared order; `next` is asked once per leaf. */
export function fromLeaves<S>(types: Types, ref: TypeRef, next: (type: TypeRef) => Scalar<S>): Value<S> {
  if (ref === scalarRefs.address) return addressOf(addressLimbs.map(next));
  if (isLeaf(types, ref)) return next(ref);
  const type = tableType(types, ref);
  if (type?.kind === 'array')
    return vector(Array.from({ length: type.length }, () => fromLeaves(types, type.element, next)));
  if (type?.kind !== 'record') throw new Error('a vector has no fixed number of scalars');
  return record(type.members.map((member) => fromLeaves(types, member.type, next)));
}

/** Types of the leaves of a value without vectors. */
export function leafTypesOf(types: Types, ref: TypeRef): readonly TypeRef[] {
  const refs: TypeRef[] = [];
  fromLeaves(types, ref, (type) => {
    refs.push(type);
    return 0n;
  });
  return refs;
}

/** How many elements or members stand directly inside. */
export function sizeOf(value: Value<unknown>): number {
  if (typeof value === 'bigint' || value.kind === 'secret') return 1;
  return value.kind === 'vector' ? value.elements.length : value.members.length;
}

export function elementOf(types: Types, ref: TypeRef): TypeRef {
  return elementTypeOf(types, ref) ?? scalarRefs.bool;
}

export function memberOf(types: Types, ref: TypeRef, index: number): TypeRef {
  if (ref === scalarRefs.address) return addressLimbs[index] ?? scalarRefs.bool;
  const type = tableType(types, ref);
  const member = type?.kind === 'record' ? type.members[index] : undefined;
  return member?.type ?? scalarRefs.bool;
}
