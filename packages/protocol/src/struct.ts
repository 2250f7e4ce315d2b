// Records as data: one table per record gives its EIP-712 type, its hashes and its canonical bytes, so that the
// three can never drift apart. EIP-712 sections "Definition of hashStruct" and "Definition of encodeType".
import type { Hex } from '@enigma/crypto';

export type NumberType = 'uint8' | 'uint16' | 'uint32' | 'uint40' | 'uint48';
export type BigType = 'uint56' | 'uint64' | 'uint96' | 'uint128' | 'uint256';
export type FixedType = 'bytes4' | 'bytes32' | 'address';
export type ScalarType = NumberType | BigType | FixedType;

/** A list of records; `max` bounds what a decoder accepts. */
export interface ArrayType<T> {
  readonly array: Struct<T>;
  readonly max: number;
}

/** `bytes` of at most `bytesMax`; hashed as keccak of its content. */
export interface BytesType {
  readonly bytesMax: number;
}

/** Text of at most `textBytesMax` UTF-8 bytes. */
export interface TextType {
  readonly textBytesMax: number;
}

type TypesOf<V> = [V] extends [number]
  ? NumberType
  : [V] extends [bigint]
    ? BigType
    : [V] extends [Hex]
      ? FixedType | BytesType
      : [V] extends [string]
        ? TextType
        : [V] extends [readonly (infer E)[]]
          ? ArrayType<E>
          : Struct<V>;

export type FieldOf<T> = { [K in keyof T & string]: readonly [name: K, type: TypesOf<T[K]>] }[keyof T & string];

/** A record's definition: name and fields in the order in which they are signed, encoded and passed to contracts. */
export interface Struct<T> {
  readonly name: string;
  readonly fields: readonly FieldOf<T>[];
}

/** What fields look like once the record's own type no longer matters. */
export type AnyType = ScalarType | ArrayType<unknown> | BytesType | TextType | AnyStruct;
export interface AnyStruct {
  readonly name: string;
  readonly fields: readonly (readonly [name: string, type: AnyType])[];
}
