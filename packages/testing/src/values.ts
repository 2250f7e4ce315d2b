// Between JavaScript's values and the module's, by the contract's description: bool ↔ boolean, 64-bit integers ↔ bigint, narrower ones ↔ number, addresses ↔ hex, choices ↔ texts.
import { record, vector, type Value } from '@enigma/bytecode';
import type { AbiType } from '@enigma/compiler';
import { LocalError } from './errors.ts';

export function toValue(type: AbiType, given: unknown, name: string): Value<never> {
  switch (type.kind) {
    case 'bool':
      return typeof given === 'boolean' ? BigInt(given) : wrong(name, 'a boolean');
    case 'address':
      return typeof given === 'string' && /^0x[\da-f]{40}$/i.test(given) ? BigInt(given) : wrong(name, 'an address');
    case 'choice': {
      const index = type.names.indexOf(given as string);
      return index >= 0 ? BigInt(index) : wrong(name, `one of ${type.names.join(', ')}`);
    }
    case 'integer':
      return inside(given, name, ...boundsOf(type.bits, type.signed));
    case 'range':
      return inside(given, name, 0n, BigInt(type.max));
    case 'vector':
      return vector(listOf(given, name).map((part, i) => toValue(type.element, part, `${name}[${i}]`)));
    case 'array': {
      const list = listOf(given, name);
      if (list.length !== type.length) return wrong(name, `an array of ${type.length}`);
      return vector(list.map((part, i) => toValue(type.element, part, `${name}[${i}]`)));
    }
    case 'record': {
      if (typeof given !== 'object' || given === null) return wrong(name, 'a record');
      const parts = given as Readonly<Record<string, unknown>>;
      return record(type.members.map((member) => toValue(member.type, parts[member.name], `${name}.${member.name}`)));
    }
  }
}

export function fromValue(type: AbiType, value: Value<bigint>): unknown {
  if (typeof value === 'bigint') return fromScalar(type, value);
  if (value.kind === 'secret') return fromScalar(type, value.scalar);
  if (value.kind === 'vector') {
    const element = type.kind === 'vector' || type.kind === 'array' ? type.element : undefined;
    return value.elements.map((part) => (element === undefined ? undefined : fromValue(element, part)));
  }
  if (type.kind === 'address') return fromScalar(type, joined(value.members));
  const members = type.kind === 'record' ? type.members : [];
  return Object.fromEntries(members.map((member, i) => [member.name, fromValue(member.type, value.members[i] ?? 0n)]));
}

/** What anybody can read of a field: members that are secret are left out. */
export function shownValue(type: AbiType, value: Value<bigint>): unknown {
  if (typeof value === 'bigint') return fromScalar(type, value);
  if (value.kind === 'secret' || type.kind === 'address') return undefined;
  if (value.kind === 'vector') {
    const element = type.kind === 'vector' || type.kind === 'array' ? type.element : undefined;
    return value.elements.map((part) => (element === undefined ? undefined : shownValue(element, part)));
  }
  const members = type.kind === 'record' ? type.members : [];
  return Object.fromEntries(
    members.flatMap((member, i) => {
      const shown = shownValue(member.type, value.members[i] ?? 0n);
      return shown === undefined ? [] : [[member.name, shown]];
    }),
  );
}

function fromScalar(type: AbiType, value: bigint): unknown {
  if (type.kind === 'bool') return value === 1n;
  if (type.kind === 'address') return hexOf(value);
  if (type.kind === 'choice') return type.names[Number(value)];
  const wide = (type.kind === 'integer' || type.kind === 'range') && type.bits > 53;
  return wide ? value : Number(value);
}

export function hexOf(address: bigint): `0x${string}` {
  return `0x${address.toString(16).padStart(40, '0')}`;
}

function joined(limbs: readonly Value<bigint>[]): bigint {
  return limbs.reduceRight<bigint>((sum, limb) => (sum << 64n) | plain(limb), 0n);
}

function plain(value: Value<bigint>): bigint {
  if (typeof value === 'bigint') return value;
  return value.kind === 'secret' ? value.scalar : 0n;
}

function boundsOf(bits: number, signed: boolean): readonly [bigint, bigint] {
  const half = 1n << BigInt(bits - 1);
  return signed ? [-half, half - 1n] : [0n, 2n * half - 1n];
}

function inside(given: unknown, name: string, least: bigint, most: bigint): bigint {
  const whole = typeof given === 'bigint' || (typeof given === 'number' && Number.isSafeInteger(given));
  const value = whole ? BigInt(given) : most + 1n;
  return value >= least && value <= most ? value : wrong(name, `an integer from ${least} to ${most}`);
}

function listOf(given: unknown, name: string): readonly unknown[] {
  return Array.isArray(given) ? given : wrong(name, 'an array');
}

function wrong(name: string, wanted: string): never {
  throw new LocalError('BAD_ARGUMENT', `${name} is not ${wanted}.`);
}
