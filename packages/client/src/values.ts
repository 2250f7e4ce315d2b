// Between JavaScript's values and the module's: 64-bit integers are bigint, narrower ones number, bool boolean, addresses hex, vectors arrays, records objects.
// Bytes may also be given as a Uint8Array or as 0x and digits.
import {
  boundsOf,
  elementOf,
  isLeaf,
  integerOf,
  leavesOf,
  record,
  resultPlaces,
  scalarRefs,
  tableType,
  toWord,
  typeName,
  vector,
  type Types,
  type Value,
  type Verified,
} from '@enigma/bytecode';
import { ClientError } from './errors.ts';

export function toValue(types: Types, type: number, given: unknown, name: string): Value<never> {
  if (isLeaf(types, type)) return toScalar(types, type, given, name);
  const entry = tableType(types, type);
  if (entry?.kind === 'vector' || entry?.kind === 'array') {
    const parts = entry.element === scalarRefs.u8 ? bytesIn(given) : given;
    const right = Array.isArray(parts) && (entry.kind === 'vector' || parts.length === entry.length);
    if (!right) throw badArgument(types, type, given, name);
    return vector(parts.map((part, i) => toValue(types, entry.element, part, `${name}[${i}]`)));
  }
  if (entry?.kind !== 'record' || typeof given !== 'object' || given === null)
    throw badArgument(types, type, given, name);
  const parts = given as Readonly<Record<string, unknown>>;
  const extra = Object.keys(parts).find((key) => !entry.members.some((member) => member.name === key));
  if (extra !== undefined) throw badArgument(types, type, given, `${name}.${extra}`);
  return record(
    entry.members.map((member) => toValue(types, member.type, parts[member.name], `${name}.${member.name}`)),
  );
}

/** Bytes as numbers; anything else as it is. */
function bytesIn(given: unknown): unknown {
  if (given instanceof Uint8Array) return [...given];
  if (typeof given !== 'string' || !/^0x(?:[0-9a-fA-F]{2})*$/.test(given)) return given;
  return (given.slice(2).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

function toScalar(types: Types, type: number, given: unknown, name: string): bigint {
  if (type === scalarRefs.bool) {
    if (typeof given !== 'boolean') throw badArgument(types, type, given, name);
    return given ? 1n : 0n;
  }
  if (type === scalarRefs.address) {
    if (typeof given !== 'string' || !/^0x[0-9a-fA-F]{40}$/.test(given)) throw badArgument(types, type, given, name);
    return BigInt(given);
  }
  const whole = typeof given === 'bigint' || (typeof given === 'number' && Number.isSafeInteger(given));
  if (!whole) throw badArgument(types, type, given, name);
  const value = BigInt(given);
  const [least, most] = boundsOf(types, type);
  if (value < least || value > most) throw badArgument(types, type, given, name);
  return value;
}

function rangeOf(types: Types, type: number): string | undefined {
  if (integerOf(type) === undefined) return undefined;
  const [least, most] = boundsOf(types, type);
  return `a whole number from ${least} to ${most}`;
}

/** The value is not told: it may be somebody's secret. */
function badArgument(types: Types, type: number, given: unknown, name: string): ClientError {
  const expected =
    isLeaf(types, type) && integerOf(type) === undefined && type !== scalarRefs.bool && type !== scalarRefs.address
      ? `an integer 0..${boundsOf(types, type)[1]}`
      : typeName(types, type);
  const kind = given === null ? 'null' : Array.isArray(given) ? 'array' : typeof given;
  return new ClientError(
    'BAD_ARGUMENT',
    `${name} is not ${expected}.`,
    { name, expected, given: kind },
    `Give ${name} as ${rangeOf(types, type) ?? expected}.`,
  );
}

export function fromValue(types: Types, type: number, value: Value<never>): unknown {
  if (typeof value === 'bigint') return fromScalar(types, type, value);
  if (value.kind === 'vector') return value.elements.map((part) => fromValue(types, elementOf(types, type), part));
  if (value.kind !== 'record') throw new Error('a secret has no JavaScript form');
  const entry = tableType(types, type);
  if (entry?.kind !== 'record') throw new Error('a record has a record type');
  return Object.fromEntries(
    entry.members.map((member, i) => [member.name, fromValue(types, member.type, value.members[i] as Value<never>)]),
  );
}

function fromScalar(types: Types, type: number, value: bigint): unknown {
  if (type === scalarRefs.bool) return value === 1n;
  if (type === scalarRefs.address) return `0x${value.toString(16).padStart(40, '0')}`;
  const [least, most] = boundsOf(types, type);
  return most > BigInt(Number.MAX_SAFE_INTEGER) || least < BigInt(Number.MIN_SAFE_INTEGER) ? value : Number(value);
}

/** The words of an entry's values, in the order of its δ's. */
export function entryWords(verified: Verified, given: Readonly<Record<string, unknown>>): readonly bigint[] {
  const { types, fields } = verified.module;
  const inbox = fields.find((field) => field.kind === 'inbox');
  if (inbox === undefined)
    throw new ClientError('NO_INBOX', 'The contract has no inbox.', {}, 'Call one of its functions instead.');
  const value = toValue(types, inbox.type, given, inbox.name);
  return leavesOf(types, inbox.type, value).map((leaf) => toWord(types, leaf.type, leaf.scalar as bigint));
}

/** Index of the function of that name and kind. */
export function functionOf(verified: Verified, name: string, kinds: readonly string[]): number {
  const index = verified.module.functions.findIndex((fn) => fn.name === name && kinds.includes(fn.kind));
  if (index >= 0) return index;
  const have = verified.module.functions.filter((fn) => kinds.includes(fn.kind)).map((fn) => fn.name);
  throw new ClientError(
    'NO_FUNCTION',
    `The contract has no ${kinds.join(' or ')} function ${name}.`,
    { name, have: have.join(', ') },
    `It has: ${have.join(', ') || 'none'}.`,
  );
}

/** A function's arguments in its order, or BAD_ARGUMENT for a wrong number or one that does not fit. */
export function argumentsOf(
  { module }: Verified,
  index: number,
  given: readonly unknown[] = [],
): readonly Value<never>[] {
  const { name = '', params = [] } = module.functions[index] ?? {};
  if (given.length !== params.length)
    throw new ClientError(
      'BAD_ARGUMENT',
      `${name} takes ${params.length} arguments and was given ${given.length}.`,
      { name, want: params.length, given: given.length },
      `It takes: ${params.map((param) => param.name).join(', ') || 'none'}.`,
    );
  return params.map(({ type, name: parameter }, i) => toValue(module.types, type, given[i], parameter));
}

/** What a function gave, as its author wrote it: nothing, one value, several in order, or a record where the names are known. Results for the caller alone are left out unless he opened them. */
export function resultOf(
  verified: Verified,
  fn: number,
  openMode: 'afterSettle' | 'beforeSettle',
  results: readonly Value<never>[],
  names: readonly (string | undefined)[] = [],
  forCaller = false,
): unknown {
  const places = resultPlaces(verified.module, fn, verified.revealed, openMode);
  const declared = verified.module.functions[fn]?.results ?? [];
  const shown = declared.flatMap(({ type }, i): (readonly [string | undefined, unknown])[] =>
    places[i] === 'caller' && !forCaller
      ? []
      : [[names[i], fromValue(verified.module.types, type, results[i] as Value<never>)]],
  );
  if (shown.length > 0 && shown.every(([name]) => name !== undefined)) return Object.fromEntries(shown);
  return shown.length <= 1 ? shown[0]?.[1] : shown.map(([, value]) => value);
}
