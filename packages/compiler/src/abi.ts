// What a caller needs to know of a contract, as JSON: functions, widths, places of results, the inbox, the schedule. Everything here
// but the names of results and choices follows from the verified module; it is the module in the words of a caller.
import {
  resultPlaces,
  signatureOf,
  tableType,
  typeName,
  widthOf,
  type Policy,
  type ResultPlace,
  type TypeRef,
  type Types,
  type Verified,
} from '@enigma/bytecode';
import type { ContractShape } from './contract.ts';
import type { Shape } from './shape.ts';
import type { LoweredFunction } from './lower/function.ts';

/** How a value is written down: `bits` of a leaf, its parts otherwise. JavaScript holds 64 bits as bigint, fewer as number, a bool as boolean. */
export type AbiType =
  | { readonly kind: 'bool' }
  | { readonly kind: 'integer'; readonly bits: number; readonly signed: boolean }
  | { readonly kind: 'range'; readonly bits: number; readonly max: string }
  | { readonly kind: 'address' }
  /** One of some texts, stored as its place among them. */
  | { readonly kind: 'choice'; readonly bits: number; readonly names: readonly string[] }
  | { readonly kind: 'vector'; readonly element: AbiType }
  | { readonly kind: 'array'; readonly element: AbiType; readonly length: number }
  | { readonly kind: 'record'; readonly members: readonly AbiMember[] };

export interface AbiMember {
  readonly name: string;
  readonly type: AbiType;
}

export interface AbiParam extends AbiMember {
  readonly secret: boolean;
}

export interface AbiResult {
  /** Absent where the function returns one value and not a record. */
  readonly name?: string;
  readonly type: AbiType;
  readonly place: ResultPlace;
}

export interface AbiFunction {
  readonly name: string;
  readonly kind: 'constructor' | 'call' | 'scheduled' | 'view' | 'read';
  readonly signature: string;
  readonly selector: `0x${string}`;
  readonly params: readonly AbiParam[];
  readonly results: readonly AbiResult[];
}

export interface AbiField extends AbiMember {
  readonly kind: 'state' | 'readonly' | 'map';
  readonly secret: boolean;
}

export interface AbiInbox {
  readonly name: string;
  /** Secret members of an entry, in the order of their masked values. */
  readonly members: readonly AbiMember[];
}

export interface AbiSchedule {
  readonly function: string;
  readonly selector: `0x${string}`;
  /** Readonly field, and so constructor argument in most contracts, that holds the height. */
  readonly field: string;
}

export interface Abi {
  readonly version: 1;
  readonly name: string;
  readonly codeHash: `0x${string}`;
  readonly policyHash: `0x${string}`;
  readonly openMode: 'afterSettle' | 'beforeSettle';
  readonly functions: readonly AbiFunction[];
  readonly fields: readonly AbiField[];
  readonly inbox: AbiInbox | null;
  readonly schedule: readonly AbiSchedule[];
}

export function abiOf(
  contract: ContractShape,
  lowered: readonly LoweredFunction[],
  verified: Verified,
  { policyHash }: Pick<Policy, 'policyHash'>,
): Abi {
  const { module } = verified;
  const { types } = module;
  const functions = module.functions.map((fn, index): AbiFunction => {
    const places = resultPlaces(module, index, verified.revealed, contract.openMode);
    const source = lowered.find((entry) => entry.name === fn.name);
    const names = source?.results.map((result) => result.name) ?? [];
    return {
      name: fn.name,
      kind: fn.kind === 'ctor' ? 'constructor' : fn.kind === 'internal' ? 'call' : fn.kind,
      signature: signatureOf(types, fn.name, fn.params),
      selector: fn.selector,
      params: fn.params.map((param, i) => ({
        name: param.name,
        type: withChoices(abiType(types, param.type), source?.params[i]?.shape),
        secret: param.label === 's',
      })),
      results: fn.results.map((result, i) => {
        const name = names[i];
        return {
          ...(name === undefined ? {} : { name }),
          type: withChoices(abiType(types, result.type), source?.results[i]?.shape),
          place: places[i] ?? 'public',
        };
      }),
    };
  });
  const inbox = module.fields.find((field) => field.kind === 'inbox');
  const entry = inbox === undefined ? undefined : abiType(types, inbox.type);
  return {
    version: 1,
    name: contract.name,
    codeHash: verified.codeHash,
    policyHash,
    openMode: contract.openMode,
    functions,
    fields: module.fields.flatMap((field): AbiField[] =>
      field.kind === 'inbox'
        ? []
        : [
            {
              name: field.name,
              kind: field.kind,
              type: withChoices(abiType(types, field.type), shapeOfField(contract, field.name)),
              secret: field.label === 's',
            },
          ],
    ),
    inbox: inbox === undefined || entry?.kind !== 'record' ? null : { name: inbox.name, members: entry.members },
    schedule: module.functions.flatMap((fn): AbiSchedule[] => {
      const field = fn.kind === 'scheduled' ? module.fields[fn.atBlock ?? -1] : undefined;
      return field === undefined ? [] : [{ function: fn.name, selector: fn.selector, field: field.name }];
    }),
  };
}

export function abiType(types: Types, ref: TypeRef): AbiType {
  const entry = tableType(types, ref);
  if (entry?.kind === 'range') return { kind: 'range', bits: widthOf(types, ref), max: entry.max.toString() };
  if (entry?.kind === 'vector') return { kind: 'vector', element: abiType(types, entry.element) };
  if (entry?.kind === 'array') return { kind: 'array', element: abiType(types, entry.element), length: entry.length };
  if (entry?.kind === 'record')
    return {
      kind: 'record',
      members: entry.members.map((member) => ({ name: member.name, type: abiType(types, member.type) })),
    };
  const name = typeName(types, ref);
  if (name === 'bool' || name === 'address') return { kind: name };
  return { kind: 'integer', bits: widthOf(types, ref), signed: name.startsWith('i') };
}

/** The shape of a state field; a map's is that of the list it is laid out as. */
function shapeOfField(contract: ContractShape, name: string): Shape | undefined {
  const field = contract.fields.get(name);
  if (field?.kind === 'state' || field?.kind === 'readonly') return field.shape;
  if (field?.kind !== 'map') return undefined;
  const members = [
    { name: 'key', shape: field.key, label: 'p' as const },
    { name: 'value', shape: field.value.shape, label: 'p' as const },
  ];
  return { kind: 'vector', element: { kind: 'record', members } };
}

/** The names of choices, which the module knows as numbers. */
function withChoices(type: AbiType, shape: Shape | undefined): AbiType {
  if (shape?.kind === 'choice' && type.kind === 'range') return { kind: 'choice', bits: type.bits, names: shape.names };
  if (shape?.kind === 'vector' && (type.kind === 'vector' || type.kind === 'array'))
    return { ...type, element: withChoices(type.element, shape.element) };
  if (shape?.kind !== 'record' || type.kind !== 'record') return type;
  return {
    kind: 'record',
    members: type.members.map((member, i) => ({ ...member, type: withChoices(member.type, shape.members[i]?.shape) })),
  };
}

/** Bits of each masked value of an inbox entry or of a function's secret arguments, in order. */
export function maskWidths(members: readonly AbiMember[]): readonly number[] {
  return members.flatMap(({ type }) => leafWidths(type));
}

function leafWidths(type: AbiType): readonly number[] {
  switch (type.kind) {
    case 'bool':
      return [1];
    case 'address':
      return [64, 64, 32];
    case 'integer':
    case 'range':
    case 'choice':
      return [type.bits];
    case 'record':
      return type.members.flatMap((member) => leafWidths(member.type));
    case 'array':
      return Array.from({ length: type.length }, () => leafWidths(type.element)).flat();
    case 'vector':
      throw new Error('a vector has no fixed number of masked values');
  }
}
