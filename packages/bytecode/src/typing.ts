// Types and labels of results, one row per opcode without regions. The rows state what an opcode takes; `verify` states where it may stand.
import { scalarRefs, tableType, type Declared, type Instruction, type Module, type TypeRef } from './module.ts';
import { contextNumbers, filterNumbers, foldOps, opcodes, type OpName } from './opcodes.ts';
import { Refused, type Facts } from './refusal.ts';
import type { Rules } from './rules.ts';
import { elementTypeOf, entryOf, integerOf, isLeaf, isPublic, join, vectorOf } from './types.ts';

/** What a row sees of the pass. */
export interface Typing {
  readonly module: Module;
  readonly rules: Rules;
  readonly where: Facts;
  /** Notes that a table type is needed. */
  useType(ref: TypeRef): void;
}

export type Row = (typing: Typing, instruction: Instruction, operands: readonly Declared[]) => readonly Declared[];

const { bool, u8, u32, u64, address } = scalarRefs;

/** Refuses unless the condition holds (rule 2). */
export function need(typing: Typing, condition: boolean, what: string): void {
  if (!condition && typing.rules.operandTypes) throw new Refused('E-TYPE', { ...typing.where, what });
}

export function vectorType(typing: Typing, element: TypeRef): TypeRef {
  const ref = vectorOf(typing.module.types, element);
  if (ref === undefined) throw new Refused('E-TYPE', { ...typing.where, what: 'vector type missing from the table' });
  typing.useType(ref);
  return ref;
}

export function elementOf(typing: Typing, ref: TypeRef): TypeRef {
  const element = elementTypeOf(typing.module.types, ref);
  need(typing, element !== undefined, 'vector');
  return element ?? ref;
}

const integers2: Row = (typing, _, [a, b]) => {
  need(typing, a?.type === b?.type && integerOf(a?.type ?? bool) !== undefined, 'two integers of one type');
  return [{ type: a?.type ?? bool, label: join(a?.label ?? 'p', b?.label ?? 'p') }];
};

const multiplyDivide: Row = (typing, _, operands) => {
  const [type] = operands.map((operand) => operand.type);
  need(typing, integerOf(type ?? bool) !== undefined, 'three integers');
  need(
    typing,
    operands.every((operand) => operand.type === type),
    'three integers of one type',
  );
  return [{ type: type ?? bool, label: join(...operands.map((operand) => operand.label)) }];
};

function isBits(type: TypeRef | undefined): boolean {
  return type === bool || integerOf(type ?? address) !== undefined;
}

const bitwise2: Row = (typing, _, [a, b]) => {
  need(typing, a?.type === b?.type && isBits(a?.type), 'two booleans, or two integers of one type');
  return [{ type: a?.type ?? bool, label: join(a?.label ?? 'p', b?.label ?? 'p') }];
};

const shift: Row = (typing, _, [a, amount]) => {
  need(typing, integerOf(a?.type ?? bool) !== undefined, 'integer to shift');
  need(typing, amount?.type === u8, 'amount of a shift as a u8');
  return [{ type: a?.type ?? bool, label: join(a?.label ?? 'p', amount?.label ?? 'p') }];
};

const cast: Row = (typing, { immediates, op }, [a]) => {
  const to = immediates[0] as TypeRef;
  const from = a?.type ?? bool;
  const toRange = tableType(typing.module.types, to)?.kind === 'range';
  need(typing, integerOf(to) !== undefined || (op === 'cast.t' && toRange), 'integer type to cast to');
  need(typing, from !== address && isLeaf(typing.module.types, from), 'bool, range or integer to cast');
  return [{ type: to, label: a?.label ?? 'p' }];
};

const recordMake: Row = (typing, { immediates }, operands) => {
  const type = immediates[0] as TypeRef;
  const record = tableType(typing.module.types, type);
  need(typing, record?.kind === 'record' && record.members.length === operands.length, 'record type and its members');
  let label: Declared['label'] = 'p';
  if (record?.kind === 'record')
    record.members.forEach((member, i) => {
      const operand = operands[i];
      need(typing, operand?.type === member.type, `member ${member.name}`);
      if (member.label === 'p') label = join(label, operand?.label ?? 'p');
    });
  return [{ type, label }];
};

const recordGet: Row = (typing, { immediates }, [a]) => {
  const record = tableType(typing.module.types, a?.type ?? bool);
  const member = record?.kind === 'record' ? record.members[immediates[0] as number] : undefined;
  need(typing, member !== undefined, 'record and member');
  return [{ type: member?.type ?? bool, label: join(a?.label ?? 'p', member?.label ?? 'p') }];
};

const vectorMake: Row = (typing, { immediates }, operands) => {
  const type = immediates[0] as TypeRef;
  const element = elementOf(typing, type);
  for (const operand of operands) need(typing, operand.type === element, 'elements of the vector type');
  const array = tableType(typing.module.types, type);
  need(typing, array?.kind !== 'array' || array.length === operands.length, 'as many elements as the array type has');
  return [{ type, label: join(...operands.map((operand) => operand.label)) }];
};

const vectorFill: Row = (typing, { immediates }, [value, count]) => {
  const type = immediates[0] as TypeRef;
  const vector = tableType(typing.module.types, type);
  need(typing, vector?.kind === 'vector' && vector.element === value?.type, 'value of the vector type');
  needCount(typing, count);
  return [{ type, label: value?.label ?? 'p' }];
};

/** Counts and indices: unsigned integers. */
export function needCount(typing: Typing, value: Declared | undefined): void {
  const integer = integerOf(value?.type ?? bool);
  need(typing, integer !== undefined && !integer.signed, 'unsigned count or index');
}

const compare: Row = (typing, { op }, [a, b]) => {
  const type = a?.type ?? bool;
  const comparable =
    op === 'eq' ? isLeaf(typing.module.types, type) && type !== address : integerOf(type) !== undefined;
  need(typing, a?.type === b?.type && comparable, 'two comparable scalars of one type');
  return [{ type: bool, label: join(a?.label ?? 'p', b?.label ?? 'p') }];
};

const inboxTake: Row = (typing, { immediates }, [height]) => {
  const field = typing.module.fields[immediates[0] as number];
  const type = immediates[1] as TypeRef;
  const record = tableType(typing.module.types, elementOf(typing, type));
  need(typing, field?.kind === 'inbox', 'inbox field');
  need(typing, height?.type === u64, 'height');
  need(typing, Object.values(filterNumbers).includes(immediates[2] as never), 'filter');
  const expected = [
    { name: 'sender', type: address, label: 'p' },
    { name: 'index', type: u64, label: 'p' },
    { name: 'entry', type: field?.type, label: 's' },
  ];
  const members = record?.kind === 'record' ? record.members : [];
  need(
    typing,
    members.length === 3 &&
      expected.every(({ name, type: t, label }, i) => {
        const member = members[i];
        return member?.name === name && member.type === t && member.label === label;
      }),
    'record {sender, index, entry}',
  );
  return [{ type, label: 'p' }];
};

/** The map field of an instruction, its key and what it holds; a place of the record's label p has the field's. */
function mapOf(typing: Typing, { immediates }: Instruction): { readonly key: Declared; readonly value: Declared } {
  const field = typing.module.fields[immediates[0] as number];
  const entry = field?.kind === 'map' ? entryOf(typing.module.types, field.type) : undefined;
  need(typing, entry !== undefined, 'map field');
  return {
    key: { type: entry?.key.type ?? bool, label: 'p' },
    value: { type: entry?.value.type ?? bool, label: join(field?.label ?? 'p', entry?.value.label ?? 'p') },
  };
}

function needKey(typing: Typing, instruction: Instruction, key: Declared | undefined): void {
  need(typing, mapOf(typing, instruction).key.type === key?.type, 'key of the map');
}

/** The growing array of an instruction: a state field that holds a vector. */
function growing(typing: Typing, { immediates }: Instruction): Declared {
  const field = typing.module.fields[immediates[0] as number];
  const vector = field?.kind === 'state' ? tableType(typing.module.types, field.type) : undefined;
  need(typing, vector?.kind === 'vector', 'state field that holds a vector');
  return { type: vector?.kind === 'vector' ? vector.element : bool, label: field?.label ?? 'p' };
}

/** Facts of an error or event, as its entry declares them. */
const facts = (typing: Typing, index: number, given: readonly Declared[]): void => {
  const error = typing.module.errors[index];
  need(typing, error?.facts.length === given.length && given.every((fact, i) => fact.type === error.facts[i]), 'facts');
};

const contextTypes: ReadonlyMap<number, TypeRef> = new Map([
  [contextNumbers.sender, address],
  [contextNumbers.self, address],
  [contextNumbers.height, u64],
  [contextNumbers.time, u64],
  [contextNumbers.value, u64],
  [contextNumbers.seats, u8],
  [contextNumbers.threshold, u8],
]);

/** The associative form of `fold`: element type by its opcode. */
export const foldAssociative: Row = (typing, { immediates }, [vector]) => {
  const op = foldOps.find((name) => opcodes[name].number === immediates[0]);
  const element = elementOf(typing, vector?.type ?? bool);
  const wanted = op === 'and' || op === 'or' || op === 'xor' ? element === bool : integerOf(element) !== undefined;
  need(typing, op !== undefined && wanted, 'associative opcode over such elements');
  return [{ type: element, label: vector?.label ?? 'p' }];
};

export const rows: Partial<Record<OpName, Row>> = {
  const: (typing, { immediates }) => {
    const constant = typing.module.consts[immediates[0] as number];
    need(typing, constant !== undefined, 'constant');
    return [{ type: constant?.type ?? bool, label: 'p' }];
  },
  classify: (_, __, [a]) => [{ type: a?.type ?? bool, label: 's' }],
  'rec.make': recordMake,
  'rec.get': recordGet,
  'vec.make': vectorMake,
  'vec.fill': vectorFill,
  len: (typing, _, [a]) => {
    elementOf(typing, a?.type ?? bool);
    return [{ type: u32, label: 'p' }];
  },
  'add.t': integers2,
  'sub.t': integers2,
  'mul.t': integers2,
  'div.t': integers2,
  'rem.t': integers2,
  'cast.t': cast,
  add: integers2,
  sub: integers2,
  mul: integers2,
  div: integers2,
  rem: integers2,
  muldiv: multiplyDivide,
  isqrt: (typing, _, [a]) => {
    const integer = integerOf(a?.type ?? bool);
    need(typing, integer !== undefined && !integer.signed, 'unsigned integer to take the root of');
    return [{ type: a?.type ?? bool, label: a?.label ?? 'p' }];
  },
  min: integers2,
  max: integers2,
  eq: compare,
  lt: compare,
  not: (typing, _, [a]) => {
    need(typing, isBits(a?.type), 'boolean or integer');
    return [{ type: a?.type ?? bool, label: a?.label ?? 'p' }];
  },
  and: bitwise2,
  or: bitwise2,
  xor: bitwise2,
  shl: shift,
  shr: shift,
  bits: (typing, _, [a]) => {
    need(typing, integerOf(a?.type ?? bool) !== undefined, 'integer to take apart');
    return [{ type: vectorType(typing, bool), label: a?.label ?? 'p' }];
  },
  frombits: (typing, { immediates }, [vector]) => {
    const to = immediates[0] as TypeRef;
    need(typing, integerOf(to) !== undefined, 'integer type to put together');
    need(typing, elementOf(typing, vector?.type ?? bool) === bool, 'vector of booleans');
    return [{ type: to, label: vector?.label ?? 'p' }];
  },
  lut: (typing, _, [vector, index]) => {
    needCount(typing, index);
    const element = elementOf(typing, vector?.type ?? bool);
    need(typing, isBits(element), 'table of booleans or integers');
    return [{ type: element, label: join(vector?.label ?? 'p', index?.label ?? 'p') }];
  },
  select: (typing, _, [condition, a, b]) => {
    need(typing, condition?.type === bool && a?.type === b?.type, 'condition and two values of one type');
    return [{ type: a?.type ?? bool, label: join(condition?.label ?? 'p', a?.label ?? 'p', b?.label ?? 'p') }];
  },
  cast,
  at: (typing, _, [vector, index]) => {
    needCount(typing, index);
    return [{ type: elementOf(typing, vector?.type ?? bool), label: vector?.label ?? 'p' }];
  },
  put: (typing, _, [vector, index, value]) => {
    needCount(typing, index);
    need(typing, elementOf(typing, vector?.type ?? bool) === value?.type, 'element of the vector');
    return [{ type: vector?.type ?? bool, label: join(vector?.label ?? 'p', value?.label ?? 'p') }];
  },
  sum: (typing, _, [vector]) => {
    const element = elementOf(typing, vector?.type ?? bool);
    need(typing, integerOf(element) !== undefined, 'vector of integers');
    return [{ type: element, label: vector?.label ?? 'p' }];
  },
  'addr.eq': (typing, _, [a, b]) => {
    need(typing, a?.type === address && b?.type === address, 'two addresses');
    return [{ type: bool, label: join(a?.label ?? 'p', b?.label ?? 'p') }];
  },
  ctx: (typing, { immediates }) => {
    const type = contextTypes.get(immediates[0] as number);
    need(typing, type !== undefined, 'context');
    return [{ type: type ?? bool, label: 'p' }];
  },
  'st.get': (typing, { immediates }) => {
    const field = typing.module.fields[immediates[0] as number];
    need(typing, field?.kind === 'state' || field?.kind === 'readonly', 'state field');
    return [{ type: field?.type ?? bool, label: field?.label ?? 'p' }];
  },
  'st.set': (typing, { immediates }, [value]) => {
    const field = typing.module.fields[immediates[0] as number];
    need(typing, field?.kind === 'state' || field?.kind === 'readonly', 'state field');
    need(typing, field?.type === value?.type, 'value of the field');
    if (field) checkDeclared(typing, field, value, `field ${field.name}`);
    return [];
  },
  'map.get': (typing, instruction, [key]) => {
    needKey(typing, instruction, key);
    return [mapOf(typing, instruction).value];
  },
  'map.set': (typing, instruction, [key, value]) => {
    needKey(typing, instruction, key);
    const place = mapOf(typing, instruction).value;
    need(typing, place.type === value?.type, 'value of the map');
    checkDeclared(typing, place, value, 'value of the map');
    return [];
  },
  'map.has': (typing, instruction, [key]) => {
    needKey(typing, instruction, key);
    return [{ type: bool, label: 'p' }];
  },
  'map.del': (typing, instruction, [key]) => {
    needKey(typing, instruction, key);
    return [];
  },
  'map.size': (typing, instruction) => {
    mapOf(typing, instruction);
    return [{ type: u32, label: 'p' }];
  },
  'map.key': (typing, instruction, [index]) => {
    needCount(typing, index);
    return [mapOf(typing, instruction).key];
  },
  'arr.push': (typing, instruction, [element]) => {
    const place = growing(typing, instruction);
    need(typing, place.type === element?.type, 'element of the field');
    checkDeclared(typing, place, element, 'element of the field');
    return [];
  },
  'arr.pop': (typing, instruction) => [growing(typing, instruction)],
  trap: (typing, { immediates }, [condition, ...given]) => {
    need(typing, condition?.type === bool, 'condition');
    facts(typing, immediates[0] as number, given);
    return [];
  },
  emit: (typing, { immediates }, given) => {
    facts(typing, immediates[0] as number, given);
    return [];
  },
  reveal: (typing, _, [value]) => {
    need(typing, !isPublic(typing.module.types, value as Declared), 'secret to reveal');
    return [{ type: value?.type ?? bool, label: 'p' }];
  },
  send: (typing, _, [recipient]) => {
    need(typing, recipient?.type === address, 'recipient');
    return [];
  },
  'inbox.take': inboxTake,
};

/** Rule 3 at a declared place: a secret in a public one is a leak, a public value in a secret one lacks its `classify`. */
export function checkDeclared(typing: Typing, place: Declared, value: Declared | undefined, what: string): void {
  if (!typing.rules.declaredLabels || value === undefined || value.label === place.label) return;
  throw new Refused(place.label === 'p' ? 'E-FLOW' : 'E-LABEL', { ...typing.where, what });
}
