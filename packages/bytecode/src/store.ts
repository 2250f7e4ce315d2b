// The fields of a run. What one instruction writes the next one reads; a task that ends otherwise leaves nothing.
import type { Budget } from './budget.ts';
import * as limits from './limits.ts';
import type { Module, TypeRef } from './module.ts';
import { elementsOf } from './scalars.ts';
import { trap } from './trap.ts';
import { entryOf, keyBytesOf } from './types.ts';
import { record, vector, zeroOf, type RecordValue, type Value } from './value.ts';

interface Entry<S> {
  readonly key: Value<S>;
  readonly value: Value<S>;
}

/** Entries by the text of their keys, in the order of insertion. */
type Entries<S> = Map<bigint | string, Entry<S>>;

/** What tells one public key from another: a scalar is that itself, bytes and a record what is in them, whose number the type says. */
function identityOf<S>(key: Value<S>): bigint | string {
  if (typeof key === 'bigint') return key;
  if (key.kind === 'secret') throw new Error('a key is public');
  return (key.kind === 'vector' ? key.elements : key.members).map(identityOf).join(',');
}

export class Store<S> {
  readonly #module: Module;
  readonly #budget: Budget;
  readonly #values: Value<S>[];
  /** Maps as they are used, by field; laid out as a vector again at the end. */
  readonly #maps = new Map<number, Entries<S>>();
  /** Keys in order, as long as none came or went. */
  readonly #keys = new Map<number, readonly Value<S>[]>();

  constructor(module: Module, values: readonly Value<S>[], budget: Budget) {
    this.#module = module;
    this.#budget = budget;
    this.#values = [...values];
  }

  get(field: number): Value<S> {
    return this.#values[field] as Value<S>;
  }

  set(field: number, value: Value<S>): void {
    this.#values[field] = value;
  }

  push(field: number, element: Value<S>): void {
    const elements = elementsOf(this.get(field));
    if (elements.length >= limits.VECTOR_LENGTH_MAX) trap('length');
    this.#budget.step(elements.length + 1);
    this.set(field, this.#budget.bounded(vector([...elements, element])));
  }

  pop(field: number): Value<S> {
    const elements = elementsOf(this.get(field));
    const last = elements.at(-1);
    if (last === undefined) return trap('index');
    this.#budget.step(elements.length);
    this.set(field, vector(elements.slice(0, -1)));
    return last;
  }

  /** Total: the zero of the type where the key is not there. */
  at(field: number, key: Value<S>): Value<S> {
    return (
      this.#map(field).get(this.#identity(field, key))?.value ?? zeroOf(this.#module.types, this.#valueType(field))
    );
  }

  put(field: number, key: Value<S>, value: Value<S>): void {
    const map = this.#map(field);
    const identity = this.#identity(field, key);
    if (!map.has(identity) && map.size >= limits.VECTOR_LENGTH_MAX) trap('length');
    this.#budget.step(this.#budget.size(value));
    if (!map.has(identity)) this.#keys.delete(field);
    map.set(identity, { key, value });
  }

  has(field: number, key: Value<S>): boolean {
    return this.#map(field).has(this.#identity(field, key));
  }

  remove(field: number, key: Value<S>): void {
    if (this.#map(field).delete(this.#identity(field, key))) this.#keys.delete(field);
  }

  size(field: number): number {
    return this.#map(field).size;
  }

  /** The key at that place, in the order of insertion. */
  key(field: number, index: bigint): Value<S> {
    const map = this.#map(field);
    let keys = this.#keys.get(field);
    if (keys === undefined) {
      this.#budget.step(map.size);
      keys = [...map.values()].map(({ key }) => key);
      this.#keys.set(field, keys);
    }
    return keys[Number(index)] ?? trap('index');
  }

  /** All fields as they are laid out. */
  values(): readonly Value<S>[] {
    for (const [field, map] of this.#maps) {
      this.#budget.step(map.size);
      const entries = [...map.values()].map(({ key, value }) => record([key, value]));
      this.#values[field] = this.#budget.bounded(vector<S>(entries));
    }
    this.#maps.clear();
    return this.#values;
  }

  #map(field: number): Entries<S> {
    const known = this.#maps.get(field);
    if (known !== undefined) return known;
    const entries = elementsOf(this.get(field)) as readonly RecordValue<S>[];
    this.#budget.step(entries.length * (1 + this.#keyBytes(field)) + 1);
    const map: Entries<S> = new Map(
      entries.map(({ members }) => {
        const [key, value] = members as readonly [Value<S>, Value<S>];
        return [identityOf(key), { key, value }];
      }),
    );
    this.#maps.set(field, map);
    return map;
  }

  #identity(field: number, key: Value<S>): bigint | string {
    this.#budget.step(this.#keyBytes(field));
    return identityOf(key);
  }

  #keyBytes(field: number): number {
    return keyBytesOf(this.#module.types, this.#entry(field).key.type);
  }

  #valueType(field: number): TypeRef {
    return this.#entry(field).value.type;
  }

  #entry(field: number): NonNullable<ReturnType<typeof entryOf>> {
    const entry = entryOf(this.#module.types, this.#module.fields[field]?.type as TypeRef);
    if (entry === undefined) throw new Error('the verifier lets map opcodes reach maps alone');
    return entry;
  }
}
