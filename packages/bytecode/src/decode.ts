// Bytes → module, or a refusal. Any bytes may come in; what goes out encodes to the same bytes again.
import { readLE, toHex } from '@enigma/crypto';
import { opByNumber, opcodes, type OpName } from './opcodes.ts';
import {
  firstTableType,
  scalarRefs,
  type Constant,
  type Declared,
  type Field,
  type Instruction,
  type Module,
  type ModuleFunction,
  type Region,
  type TableType,
  type TypeRef,
} from './module.ts';
import { fieldKinds, functionKinds, labels, MAGIC, owners, releaseKinds, scalarBytes, typeKinds } from './encode.ts';
import * as limits from './limits.ts';
import { outcomeOf, Refused, type Outcome } from './refusal.ts';
import { allRules, type Rules } from './rules.ts';
import { boundsOf, depthOf, integerOf, isLeaf, isType } from './types.ts';
import { reader, type Reader } from './internal/reader.ts';

export function decodeModule(bytes: Uint8Array, rules: Rules = allRules): Outcome<Module> {
  return outcomeOf(() => readModule(bytes, rules));
}

function readModule(bytes: Uint8Array, rules: Rules): Module {
  if (bytes.length > limits.MODULE_BYTES_MAX)
    throw new Refused('E-LIMIT', { what: 'module bytes', max: limits.MODULE_BYTES_MAX });
  const input = reader(bytes, rules.canonicalNumbers);
  for (const byte of MAGIC) if (input.byte() !== byte) throw new Refused('E-FORMAT', { what: 'magic' });
  const version = input.u16();
  const gasVersion = input.u16();
  if (version !== limits.FORMAT_VERSION) throw new Refused('E-VERSION', { version });
  if (gasVersion !== limits.GAS_VERSION) throw new Refused('E-VERSION', { gasVersion });
  const types: TableType[] = [];
  for (let left = input.count(limits.TABLE_TYPES_MAX, 'types'); left > 0; left--) types.push(readType(input, types));
  const consts = list(input, limits.CONSTS_MAX, 'constants', () => readConstant(input, types));
  const fields = list(input, limits.FIELDS_MAX, 'fields', () => readField(input, types));
  const releases = list(input, limits.RELEASES_MAX, 'releases', () => ({
    kind: pick(input, releaseKinds, 'release kind'),
    reason: input.text(),
  }));
  const errors = list(input, limits.ERRORS_MAX, 'errors', () => ({
    text: input.text(),
    facts: list(input, limits.FACTS_MAX, 'facts', () => readTypeRef(input, types)),
  }));
  const signatures = list(input, limits.FUNCTIONS_MAX, 'functions', () => readSignature(input, types));
  const resultCounts = signatures.map((fn) => fn.results.length);
  const functions = signatures.map((fn): ModuleFunction => {
    const body = new BodyReader(input, types, resultCounts, fn.params.length);
    return { ...fn, body: body.region(0, fn.params.length, 0) };
  });
  input.end();
  return { version, gasVersion, types, consts, fields, releases, errors, functions };
}

function readType(input: Reader, types: readonly TableType[]): TableType {
  const kind = pick(input, typeKinds, 'type kind');
  let type: TableType;
  if (kind === 'range') {
    const max = input.big((1n << 64n) - 1n);
    if (max === 0n) throw new Refused('E-FORMAT', { what: 'empty range' });
    type = { kind, max };
  } else if (kind === 'vector') type = { kind, element: readTypeRef(input, types) };
  else if (kind === 'array') {
    type = { kind, element: readTypeRef(input, types), length: input.number(limits.TYPE_LEAVES_MAX) };
    if (type.length === 0) throw new Refused('E-FORMAT', { what: 'empty array' });
  } else {
    const members = list(input, limits.MEMBERS_MAX, 'members', () => ({
      name: input.name(),
      ...readDeclared(input, types),
    }));
    // Without a leaf a record would escape the leaf bound, and with it the bound on what a nested type costs.
    if (members.length === 0) throw new Refused('E-FORMAT', { what: 'empty record' });
    type = { kind, members };
  }
  if (depthOf([...types, type], firstTableType + types.length) > limits.TYPE_DEPTH_MAX)
    throw new Refused('E-LIMIT', { what: 'type depth', max: limits.TYPE_DEPTH_MAX });
  if (leavesOf([...types, type], firstTableType + types.length) > limits.TYPE_LEAVES_MAX)
    throw new Refused('E-LIMIT', { what: 'type leaves', max: limits.TYPE_LEAVES_MAX });
  return type;
}

/** Bounded because each entry is checked before a later one may contain it. */
function leavesOf(types: readonly TableType[], ref: TypeRef): number {
  const type = types[ref - firstTableType];
  if (type === undefined || type.kind === 'range') return 1;
  if (type.kind === 'vector') return leavesOf(types, type.element);
  if (type.kind === 'array') return type.length * leavesOf(types, type.element);
  return type.members.reduce((sum, member) => sum + leavesOf(types, member.type), 0);
}

function readTypeRef(input: Reader, types: readonly TableType[]): TypeRef {
  const ref = input.byte();
  if (!isType(types, ref)) throw new Refused('E-FORMAT', { offset: input.offset, what: 'type' });
  return ref;
}

function readDeclared(input: Reader, types: readonly TableType[]): Declared {
  return { type: readTypeRef(input, types), label: pick(input, labels, 'label') };
}

function readConstant(input: Reader, types: readonly TableType[]): Constant {
  const type = readTypeRef(input, types);
  if (!isLeaf(types, type)) throw new Refused('E-FORMAT', { what: 'constant of a record or vector' });
  const unsigned = readLE(input.bytes(scalarBytes(types, type)));
  const integer = integerOf(type);
  const value = integer?.signed ? BigInt.asIntN(integer.bits, unsigned) : unsigned;
  // Read in its type's own width, it is never below the least.
  const [, most] = boundsOf(types, type);
  if (value > most) throw new Refused('E-FORMAT', { what: 'constant outside its type' });
  if (type === scalarRefs.address && value !== 0n) throw new Refused('E-FORMAT', { what: 'constant address' });
  return { type, value };
}

function readField(input: Reader, types: readonly TableType[]): Field {
  const name = input.fieldName();
  const kind = pick(input, fieldKinds, 'field kind');
  return { name, kind, ...readDeclared(input, types) };
}

function readSignature(input: Reader, types: readonly TableType[]): Omit<ModuleFunction, 'body'> {
  const selector = toHex(input.bytes(4));
  const name = input.name();
  const kind = pick(input, functionKinds, 'function kind');
  const atBlock = kind === 'scheduled' ? input.number(limits.FIELDS_MAX) : undefined;
  const params = list(input, limits.PARAMS_MAX, 'parameters', () => ({
    name: input.name(),
    ...readDeclared(input, types),
    owner: pick(input, owners, 'owner'),
  }));
  const results = list(input, limits.RESULTS_MAX, 'results', () => {
    const declared = readDeclared(input, types);
    const site = input.number(limits.RELEASES_MAX);
    return site === 0 ? declared : { ...declared, release: site - 1 };
  });
  return { selector, name, kind, ...(atBlock === undefined ? {} : { atBlock }), params, results };
}

/** Reads the nested regions of one function, numbering values as it goes. */
class BodyReader {
  readonly #input: Reader;
  readonly #types: readonly TableType[];
  readonly #resultCounts: readonly number[];
  #next: number;
  #instructions = 0;

  constructor(input: Reader, types: readonly TableType[], resultCounts: readonly number[], params: number) {
    this.#input = input;
    this.#types = types;
    this.#resultCounts = resultCounts;
    this.#next = params;
  }

  region(firstParam: number, paramCount: number, depth: number): Region {
    if (depth > limits.NESTING_MAX) throw new Refused('E-LIMIT', { what: 'nesting', max: limits.NESTING_MAX });
    const count = this.#input.number(limits.INSTRUCTIONS_MAX);
    const instructions: Instruction[] = [];
    for (let i = 0; i < count; i++) instructions.push(this.#instruction(depth));
    if (instructions.at(-1)?.op !== 'yield') throw new Refused('E-FORMAT', { what: 'region without yield' });
    return { firstParam, paramCount, instructions };
  }

  #instruction(depth: number): Instruction {
    const input = this.#input;
    if (++this.#instructions > limits.INSTRUCTIONS_MAX)
      throw new Refused('E-LIMIT', { what: 'instructions', max: limits.INSTRUCTIONS_MAX });
    const number = input.byte();
    const op = opByNumber(number);
    if (op === undefined || opcodes[op].since === 0)
      throw new Refused('E-OPCODE', { opcode: number, offset: input.offset });
    const row = opcodes[op];
    const immediates = row.immediates.map((kind) => {
      const value = input.number(kind === 'rounds' ? limits.WHILE_ROUNDS_MAX : limits.INSTRUCTIONS_MAX);
      if (kind === 'type' && !isType(this.#types, value))
        throw new Refused('E-FORMAT', { offset: input.offset, what: 'type' });
      return value;
    });
    const operandCount = row.variadic ? input.count(limits.OPERANDS_MAX, 'operands') : row.operands;
    if (operandCount < row.operands) throw new Refused('E-FORMAT', { offset: input.offset, what: 'operands' });
    const operands: number[] = [];
    for (let i = 0; i < operandCount; i++) {
      const distance = input.number(limits.MODULE_BYTES_MAX);
      if (distance < 1 || distance > this.#next) throw new Refused('E-SCOPE', { offset: input.offset, distance });
      operands.push(this.#next - distance);
    }
    const shape = shapeOf(op, immediates, operandCount);
    const carried = Array.from({ length: shape.carried ?? 0 }, () => readDeclared(input, this.#types));
    const regions: Region[] = [];
    for (let i = 0; i < shape.regions; i++) {
      const firstParam = this.#next;
      this.#next += shape.params;
      regions.push(this.region(firstParam, shape.params, depth + 1));
    }
    const resultCount = resultCountOf(op, immediates, carried.length, regions, this.#resultCounts);
    const result = this.#next;
    this.#next += resultCount;
    return {
      op,
      immediates,
      operands,
      ...(shape.carried === undefined ? {} : { carried }),
      ...(shape.regions === 0 ? {} : { regions }),
      result,
      resultCount,
    };
  }
}

/** How many carried values, regions and region parameters an instruction has: a function of its opcode, first immediate and operand count. */
export function shapeOf(
  op: OpName,
  immediates: readonly number[],
  operandCount: number,
): { readonly carried: number | undefined; readonly regions: number; readonly params: number } {
  if (op === 'for') return { carried: operandCount - 1, regions: 1, params: operandCount };
  if (op === 'while') return { carried: operandCount - 1, regions: 1, params: operandCount - 1 };
  if (op === 'each') return { carried: undefined, regions: 1, params: operandCount };
  if (op === 'fold' && immediates[0] === 0) return { carried: operandCount - 1, regions: 1, params: operandCount + 1 };
  if (op === 'fold') return { carried: undefined, regions: 0, params: 0 };
  return { carried: undefined, regions: opcodes[op].regions, params: 0 };
}

/** How many values an instruction makes. */
export function resultCountOf(
  op: OpName,
  immediates: readonly number[],
  carried: number,
  regions: readonly Region[],
  resultCounts: readonly number[],
): number {
  if (op === 'for' || op === 'while' || (op === 'fold' && immediates[0] === 0)) return carried;
  if (op === 'if' || op === 'each') return regions[0]?.instructions.at(-1)?.operands.length ?? 0;
  if (op === 'call') {
    const count = resultCounts[immediates[0] as number];
    if (count === undefined) throw new Refused('E-FORMAT', { what: 'function' });
    return count;
  }
  return opcodes[op].label === 'none' ? 0 : 1;
}

function pick<T>(input: Reader, choices: readonly T[], what: string): T {
  const choice = choices[input.byte()];
  if (choice === undefined) throw new Refused('E-FORMAT', { offset: input.offset, what });
  return choice;
}

function list<T>(input: Reader, max: number, what: string, read: () => T): T[] {
  const entries: T[] = [];
  for (let left = input.count(max, what); left > 0; left--) entries.push(read());
  return entries;
}
