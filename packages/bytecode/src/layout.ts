/**
 * Bytes around a running module: public values, public roots, widths of masked values. Canonical bytes of a value: members and elements in declared order, each
 * scalar little endian in the fixed width of its type (bool one byte, an address its 20 bytes as written), a vector behind its length u32 little endian.
 */
import { concat, concatAll, readBE, readLE, uintBE, uintLE } from '@enigma/crypto';
import { scalarRefs, tableType, type Declared, type Module, type TypeRef } from './module.ts';
import { scalarBytes } from './encode.ts';
import { LIVE_ELEMENTS_MAX, MASKED_RESULTS_MAX, VECTOR_LENGTH_MAX } from './limits.ts';
import { outcomeOf, Refused, type Outcome } from './refusal.ts';
import { boundsOf, holdsSecret, integerOf, isLeaf, join, widthOf, type Types } from './types.ts';
import { elementOf, fromLeaves, leafTypesOf, record, secretLeavesOf, vector } from './value.ts';
import type { Leaf, Scalar, Value } from './value.ts';

export function scalarToBytes(types: Types, type: TypeRef, value: bigint): Uint8Array {
  const bytes = scalarBytes(types, type);
  return type === scalarRefs.address ? uintBE(value, bytes) : uintLE(BigInt.asUintN(8 * bytes, value), bytes);
}

/** Canonical bytes of a public value. */
export function valueToBytes(types: Types, type: TypeRef, value: Value<never>): Uint8Array {
  return placeToBytes(types, { type, label: 'p' }, value);
}

/** Lengths of the vectors inside, which stay public when the scalars are secret; empty for a value without vectors. */
export function shapeToBytes(types: Types, type: TypeRef, value: Value<unknown>): Uint8Array {
  return placeToBytes(types, { type, label: 's' }, value);
}

/** What everybody may see of a declared place: public scalars as their bytes, of secret ones nothing but the lengths around them. */
export function placeToBytes(types: Types, place: Declared, value: Value<unknown>): Uint8Array {
  if (isLeaf(types, place.type))
    return place.label === 's' ? new Uint8Array() : scalarToBytes(types, place.type, value as bigint);
  if (typeof value === 'bigint' || value.kind === 'secret') throw new Error('a container holds parts');
  if (value.kind === 'record') {
    const entry = tableType(types, place.type);
    const members = entry?.kind === 'record' ? entry.members : [];
    return concat(
      ...value.members.map((part, i) => {
        const { type, label } = members[i] as Declared;
        return placeToBytes(types, { type, label: join(place.label, label) }, part);
      }),
    );
  }
  const element: Declared = { type: elementOf(types, place.type), label: place.label };
  const length = tableType(types, place.type)?.kind === 'array' ? [] : [uintLE(value.elements.length, 4)];
  return concatAll([...length, ...value.elements.map((part) => placeToBytes(types, element, part))]);
}

/**
 * Reads values one behind the other; `secrets` says what a secret leaf becomes, whose bytes are not there unless it takes them itself. So a vector of secrets is as long as four bytes say, and
 * `secretsMax` bounds what they may ask for.
 */
export class ValueReader<S> {
  readonly #types: Types;
  readonly #bytes: Uint8Array;
  readonly #secrets: (type: TypeRef) => Scalar<S>;
  #at = 0;

  constructor(
    types: Types,
    bytes: Uint8Array,
    secrets: (type: TypeRef) => Scalar<S>,
    secretsMax: number = LIVE_ELEMENTS_MAX,
  ) {
    let left = secretsMax;
    this.#types = types;
    this.#bytes = bytes;
    this.#secrets = (type) => {
      if (--left < 0) throw new Refused('E-LIMIT', { what: 'secrets', max: secretsMax });
      return secrets(type);
    };
  }

  value(type: TypeRef, isSecret: boolean): Value<S> {
    if (isLeaf(this.#types, type)) return isSecret ? fromLeaves(this.#types, type, this.#secrets) : this.#scalar(type);
    const entry = tableType(this.#types, type);
    if (entry?.kind === 'array')
      return vector(Array.from({ length: entry.length }, () => this.value(entry.element, isSecret)));
    if (entry?.kind === 'record')
      return record(entry.members.map((member) => this.value(member.type, isSecret || member.label === 's')));
    const length = Number(readLE(this.take(4)));
    if (length > VECTOR_LENGTH_MAX) throw new Refused('E-LIMIT', { what: 'vector length', max: VECTOR_LENGTH_MAX });
    const elements: Value<S>[] = [];
    for (let i = 0; i < length; i++) elements.push(this.value(elementOf(this.#types, type), isSecret));
    return vector(elements);
  }

  atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  end(): void {
    if (!this.atEnd()) throw new Refused('E-FORMAT', { what: 'trailing bytes' });
  }

  #scalar(type: TypeRef): bigint {
    const raw = this.take(scalarBytes(this.#types, type));
    const unsigned = type === scalarRefs.address ? readBE(raw) : readLE(raw);
    const integer = integerOf(type);
    const value = integer?.signed ? BigInt.asIntN(integer.bits, unsigned) : unsigned;
    // Read in its type's own width, it is never below the least.
    const [, most] = boundsOf(this.#types, type);
    if (value > most) throw new Refused('E-FORMAT', { what: 'value outside its type' });
    return value;
  }

  take(count: number): Uint8Array {
    if (this.#at + count > this.#bytes.length) throw new Refused('E-FORMAT', { what: 'truncated' });
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }
}

export function valueFromBytes(types: Types, type: TypeRef, bytes: Uint8Array): Outcome<Value<never>> {
  return outcomeOf(() => {
    const reader = new ValueReader<never>(types, bytes, () => 0n);
    const value = reader.value(type, false);
    reader.end();
    return value;
  });
}

/** The constructor's `initArgs`: its arguments, all public, as their bytes in declared order. */
export function argsToBytes<S>(module: Module, fn: number, args: readonly Value<S>[]): Uint8Array {
  const params = module.functions[fn]?.params ?? [];
  return concat(...params.map((param, i) => placeToBytes(module.types, param, args[i] as Value<S>)));
}

/** Arguments from those bytes; each secret leaf is asked for, in declared order. */
export function argsFromBytes<S>(
  module: Module,
  fn: number,
  bytes: Uint8Array,
  next: (type: TypeRef) => Scalar<S>,
): Outcome<readonly Value<S>[]> {
  return outcomeOf(() => {
    const reader = new ValueReader<S>(module.types, bytes, next);
    const values = (module.functions[fn]?.params ?? []).map(({ type, label }) => reader.value(type, label === 's'));
    reader.end();
    return values;
  });
}

/**
 * Leaves of the public root, by field without the inbox, in declared order: what is public of a field as its bytes, what is secret as its shape. The inbox cursor
 * follows them and is the node's.
 */
export function fieldBytes<S>(module: Module, state: readonly Value<S>[]): readonly Uint8Array[] {
  return module.fields.flatMap((field, i) => {
    return field.kind === 'inbox' ? [] : [placeToBytes(module.types, field, state[i] as Value<S>)];
  });
}

/** State from those leaves; secret scalars, `secretsMax` at most, are asked for in the order in which shares are stored: declared order, elements in line. */
export function stateFromBytes<S>(
  module: Module,
  leaves: readonly Uint8Array[],
  next: (type: TypeRef) => Scalar<S>,
  secretsMax: number = LIVE_ELEMENTS_MAX,
): Outcome<readonly Value<S>[]> {
  return outcomeOf(() => {
    let at = 0;
    let left = secretsMax;
    const counted = (type: TypeRef): Scalar<S> => {
      left--;
      return next(type);
    };
    return module.fields.map((field): Value<S> => {
      if (field.kind === 'inbox') return 0n;
      const reader = new ValueReader<S>(module.types, leaves[at++] ?? new Uint8Array(), counted, left);
      const value = reader.value(field.type, field.label === 's');
      reader.end();
      return value;
    });
  });
}

/** Widths of one inbox entry's values, in the order of its δ's; undefined without an inbox. A width w takes ⌈w/8⌉ bytes. */
export function entryWidths(module: Module): readonly number[] | undefined {
  const inbox = module.fields.find((field) => field.kind === 'inbox');
  return inbox && leafTypesOf(module.types, inbox.type).map((type) => widthOf(module.types, type));
}

/** Secret leaves of the state in the order in which shares are stored, which is that of `stateFromBytes`. */
export function stateSecrets<S>(module: Module, state: readonly Value<S>[]): readonly Leaf<S>[] {
  return module.fields.flatMap((field, i) =>
    field.kind === 'inbox' ? [] : secretLeavesOf(module.types, field, state[i] as Value<S>),
  );
}

/** Where each result of a function goes: in the receipt's public bytes, in the block for everyone, or in the caller's. */
export type ResultPlace = 'public' | 'everyone' | 'caller';

export function resultPlaces(
  module: Module,
  fn: number,
  revealed: readonly (readonly boolean[])[],
  openMode: 'afterSettle' | 'beforeSettle',
): readonly ResultPlace[] {
  return (module.functions[fn]?.results ?? []).map((result, i) => {
    if (result.label === 's' || holdsSecret(module.types, result.type)) return 'caller';
    return openMode === 'afterSettle' && revealed[fn]?.[i] ? 'everyone' : 'public';
  });
}

/** Public part of the results, whose keccak is publicHash: results that are public in order, a masked one by its shape alone, so that a reader can lay out the block. */
export function resultsToBytes<S>(
  module: Module,
  fn: number,
  places: readonly ResultPlace[],
  results: readonly Value<S>[],
): Uint8Array {
  return concat(
    ...(module.functions[fn]?.results ?? []).map(({ type }, i) => {
      const value = results[i] as Value<S>;
      return places[i] === 'public'
        ? valueToBytes(module.types, type, value as Value<never>)
        : shapeToBytes(module.types, type, value);
    }),
  );
}

/** Results from their public bytes and the opened words of each block, in order; a word is y reduced to its width, two's complement for signed types. */
export function resultsFromBytes(
  module: Module,
  fn: number,
  places: readonly ResultPlace[],
  bytes: Uint8Array,
  next: (place: ResultPlace, type: TypeRef) => bigint,
): Outcome<readonly Value<never>[]> {
  return outcomeOf(() => {
    let place: ResultPlace = 'public';
    const reader = new ValueReader<never>(
      module.types,
      bytes,
      (type) => fromWord(module.types, type, next(place, type)),
      MASKED_RESULTS_MAX,
    );
    const values = (module.functions[fn]?.results ?? []).map(({ type }, i) => {
      place = places[i] ?? 'public';
      return reader.value(type, place !== 'public');
    });
    reader.end();
    return values;
  });
}

/** Unsigned word of a leaf's width, as output blocks and δ's carry it. */
export function toWord(types: Types, type: TypeRef, value: bigint): bigint {
  return BigInt.asUintN(widthOf(types, type), value);
}

export function fromWord(types: Types, type: TypeRef, word: bigint): bigint {
  return integerOf(type)?.signed
    ? BigInt.asIntN(widthOf(types, type), word)
    : BigInt.asUintN(widthOf(types, type), word);
}
