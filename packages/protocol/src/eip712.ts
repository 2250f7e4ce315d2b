// EIP-712 over record tables: type string, type hash, struct hash, and the digest that is signed.
// EIP-712 "Definition of encodeType" (referenced structs follow, sorted by name), "encodeData", "domainSeparator".
import { concat, fromHex, type Hex, keccak256, recoverAddress, sign, toHex, utf8 } from '@enigma/crypto';
import { hexBytes, keccakHex, word } from './abi.ts';
import type { AnyStruct, AnyType, ScalarType, Struct } from './struct.ts';

/** One domain for everything that is signed: a chain and its Tasks contract. */
export interface Domain {
  readonly chainId: bigint;
  readonly verifyingContract: Hex;
}

export const DOMAIN_NAME = 'Enigma';
export const DOMAIN_VERSION = '1';
const DOMAIN_TYPE = 'EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)';

export function typeString<T>(struct: Struct<T>): string {
  const table = struct as unknown as AnyStruct;
  const referenced = new Map<string, AnyStruct>();
  collect(table, referenced);
  referenced.delete(table.name);
  const others = [...referenced.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return [table, ...others].map(ownTypeString).join('');
}

export function typeHash<T>(struct: Struct<T>): Hex {
  const known = typeHashes.get(struct);
  if (known !== undefined) return known;
  const hash = keccakHex(utf8(typeString(struct)));
  typeHashes.set(struct, hash);
  return hash;
}

export function structHash<T>(struct: Struct<T>, record: T): Hex {
  const table = struct as unknown as AnyStruct;
  const values = record as Readonly<Record<string, unknown>>;
  const words = table.fields.map(([name, type]) => dataWord(type, values[name]));
  return keccakHex(hexBytes(typeHash(struct)), ...words);
}

export function domainSeparator(domain: Domain): Hex {
  if (lastDomain?.chainId === domain.chainId && lastDomain.verifyingContract === domain.verifyingContract)
    return lastDomain.separator;
  const separator = keccakHex(
    keccak256(utf8(DOMAIN_TYPE)),
    keccak256(utf8(DOMAIN_NAME)),
    keccak256(utf8(DOMAIN_VERSION)),
    word('uint256', domain.chainId),
    word('address', domain.verifyingContract),
  );
  lastDomain = { ...domain, separator };
  return separator;
}

/** Nearly all that a process signs or checks is of one domain. */
let lastDomain: (Domain & { readonly separator: Hex }) | undefined;

/** What is signed: keccak(0x1901 ‖ domainSeparator ‖ structHash). */
export function digest<T>(domain: Domain, struct: Struct<T>, record: T): Hex {
  return keccakHex(Uint8Array.of(0x19, 0x01), hexBytes(domainSeparator(domain)), hexBytes(structHash(struct, record)));
}

/** The 64-byte signature (EIP-2098, low s) of a record. */
export function signRecord<T>(domain: Domain, struct: Struct<T>, record: T, privateKey: Uint8Array): Hex {
  return toHex(sign(hexBytes(digest(domain, struct, record)), privateKey));
}

/** Who signed a digest; undefined for anything that is not one 64-byte low-s signature. Takes a peer's bytes. */
export function signerOf(recordDigest: Hex, signature: Uint8Array | Hex): Hex | undefined {
  const bytes = typeof signature === 'string' ? fromHex(signature) : signature;
  return bytes === undefined ? undefined : recoverAddress(hexBytes(recordDigest), bytes);
}

/** Whether `signer` signed the record. Takes a peer's bytes. */
export function verifyRecord<T>(
  domain: Domain,
  struct: Struct<T>,
  record: T,
  signature: Uint8Array | Hex,
  signer: Hex,
): boolean {
  return signerOf(digest(domain, struct, record), signature) === signer.toLowerCase();
}

const typeHashes = new WeakMap<object, Hex>();

function ownTypeString(table: AnyStruct): string {
  return `${table.name}(${table.fields.map(([name, type]) => `${typeName(type)} ${name}`).join(',')})`;
}

export function typeName(type: AnyType): string {
  if (typeof type === 'string') return type;
  if ('array' in type) return `${type.array.name}[]`;
  if ('bytesMax' in type) return 'bytes';
  if ('textBytesMax' in type) return 'string';
  return type.name;
}

function collect(table: AnyStruct, into: Map<string, AnyStruct>): void {
  into.set(table.name, table);
  for (const [, type] of table.fields) {
    if (typeof type === 'string') continue;
    if ('array' in type) collect(type.array as AnyStruct, into);
    else if ('fields' in type) collect(type, into);
  }
}

function dataWord(type: AnyType, value: unknown): Uint8Array {
  if (typeof type === 'string') return word(type as ScalarType, value as number | bigint | string);
  if ('array' in type) {
    const element = type.array as unknown as Struct<unknown>;
    return keccak256(concat(...(value as readonly unknown[]).map((item) => hexBytes(structHash(element, item)))));
  }
  if ('bytesMax' in type) return keccak256(hexBytes(value as Hex));
  if ('textBytesMax' in type) return keccak256(utf8(value as string));
  return hexBytes(structHash(type as unknown as Struct<unknown>, value));
}
