// Arguments from the command line into the types of a contract.
import type { Abi, AbiMember, AbiType } from '@enigma/compiler';
import { CliError } from './errors.ts';

/** The constructor's arguments; `+N` in a whole-number argument is the present block plus N. */
export function constructorArgs(abi: Abi, texts: readonly string[], height: bigint): readonly unknown[] {
  const params = abi.functions.find((fn) => fn.kind === 'constructor')?.params ?? [];
  if (params.length !== texts.length) {
    const list = params.map((param) => `${param.name}: ${typeText(param.type)}`).join(', ');
    throw new CliError(
      'ARGUMENT_INVALID',
      `${abi.name} takes ${params.length} arguments (${list}) and got ${texts.length}.`,
      'Give them after the file, in this order.',
    );
  }
  return params.map((param, i) => parseValue(param, texts[i] ?? '', height));
}

/** Arguments of a call in their order; the client knows their types and judges. A record or an array is given as JSON. */
export function argumentValues(texts: readonly string[], names: readonly string[]): readonly unknown[] {
  if (texts.length !== names.length)
    throw new CliError(
      'ARGUMENT_INVALID',
      `The function takes ${names.length} arguments and got ${texts.length}.`,
      names.length === 0 ? 'Leave them out.' : `Give them in this order: ${names.join(' ')}.`,
    );
  return texts.map((text, i) => looseValue(text, names[i] ?? ''));
}

/** `name=value` pairs of an entry, by the names that the contract declares. A record or an array is given as JSON. */
export function entryValues(texts: readonly string[]): Readonly<Record<string, unknown>> {
  const values = new Map<string, unknown>();
  for (const text of texts) {
    const at = text.indexOf('=');
    const name = text.slice(0, Math.max(0, at));
    // The value may be a secret: it is not repeated.
    if (name === '')
      throw new CliError(
        'ARGUMENT_INVALID',
        'A value of an entry is given as name=value.',
        'For the voting sample: choice=3',
      );
    if (values.has(name)) throw new CliError('ARGUMENT_INVALID', `${name} is given twice.`, 'Give each value once.');
    values.set(name, looseValue(text.slice(at + 1), name));
  }
  return Object.fromEntries(values);
}

function parseValue({ name, type }: AbiMember, text: string, height: bigint): unknown {
  switch (type.kind) {
    case 'bool':
      if (text === 'true' || text === 'false') return text === 'true';
      break;
    case 'address':
      if (/^0x[0-9a-fA-F]{40}$/.test(text)) return text.toLowerCase();
      break;
    case 'integer':
    case 'range': {
      const relative = /^\+\d{1,10}$/.test(text);
      if (!relative && !/^-?\d{1,20}$/.test(text)) break;
      const value = relative ? height + BigInt(text.slice(1)) : BigInt(text);
      const [least, most] = boundsOf(type);
      if (value >= least && value <= most) return type.bits > 53 ? value : Number(value);
      break;
    }
    default:
      try {
        return fromJson(text);
      } catch {
        break;
      }
  }
  throw new CliError(
    'ARGUMENT_INVALID',
    `"${text.slice(0, 60)}" is not a ${typeText(type)}, which ${name} is.`,
    `Give ${name} as ${hint(type)}.`,
    { argument: name, expected: typeText(type) },
  );
}

/** The client knows the types and judges; here only the form. The value may be a secret: it is not repeated. */
function looseValue(text: string, name: string): unknown {
  if (/^[[{]/.test(text)) {
    try {
      return fromJson(text);
    } catch {
      throw new CliError('ARGUMENT_INVALID', `${name} is not JSON.`, 'Put it in single quotes for your shell.');
    }
  }
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^0x[0-9a-fA-F]{40}$/.test(text)) return text.toLowerCase();
  if (!/^-?\d{1,20}$/.test(text))
    throw new CliError(
      'ARGUMENT_INVALID',
      `${name} is not a whole number, true, false, an address or JSON.`,
      `Give ${name} in one of these forms.`,
      { argument: name },
    );
  return wholeNumber(text);
}

/** A number that JavaScript's numbers do not hold exactly becomes a bigint, from the digits as they stand. */
function fromJson(text: string): unknown {
  const exact = (_: string, value: unknown, { source }: { readonly source?: string }): unknown =>
    typeof value === 'number' && source !== undefined && /^-?\d+$/.test(source) ? wholeNumber(source) : value;
  // The declarations of ES2024 do not know a reviver's third argument.
  return JSON.parse(text, exact as (key: string, value: unknown) => unknown);
}

function wholeNumber(digits: string): number | bigint {
  const value = BigInt(digits);
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

function boundsOf(type: Extract<AbiType, { kind: 'integer' | 'range' }>): readonly [bigint, bigint] {
  if (type.kind === 'range') return [0n, BigInt(type.max)];
  const { bits, signed } = type;
  return signed ? [-(1n << BigInt(bits - 1)), (1n << BigInt(bits - 1)) - 1n] : [0n, (1n << BigInt(bits)) - 1n];
}

export function typeText(type: AbiType): string {
  switch (type.kind) {
    case 'integer':
      return `${type.signed ? 'i' : 'u'}${type.bits}`;
    case 'range':
      return `Range<0, ${type.max}>`;
    case 'vector':
      return `vector of ${typeText(type.element)}`;
    case 'record':
      return `record {${type.members.map((member) => member.name).join(', ')}}`;
    default:
      return type.kind;
  }
}

function hint(type: AbiType): string {
  switch (type.kind) {
    case 'bool':
      return 'true or false';
    case 'address':
      return '0x and 40 hexadecimal digits';
    case 'integer':
    case 'range': {
      const [least, most] = boundsOf(type);
      return `a whole number from ${least} to ${most}, or +N for the present block plus N`;
    }
    default:
      return 'JSON';
  }
}
