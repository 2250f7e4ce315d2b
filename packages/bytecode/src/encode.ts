/**
 * Module → bytes. One module has one byte string:
 *
 * `ENGM` | version u16 | gasVersion u16 | types | consts | fields | releases | errors | function signatures | function bodies
 *
 * u16 big endian; every list a count and its entries; counts, indices and distances unsigned LEB128, minimal. docs/bytecode.md has the grammar.
 */
import { keccak256, toHex, uintLE } from '@enigma/crypto';
import type {
  Constant,
  Declared,
  FunctionKind,
  Instruction,
  Label,
  Module,
  ModuleFunction,
  Region,
  TableType,
} from './module.ts';
import { scalarRefs, type FieldKind, type ReleaseKind } from './module.ts';
import { opcodes } from './opcodes.ts';
import { integerOf, widthOf, type Types } from './types.ts';
import { writer, type Writer } from './internal/writer.ts';

export const MAGIC: readonly number[] = [0x45, 0x4e, 0x47, 0x4d];

export const typeKinds: readonly TableType['kind'][] = ['range', 'record', 'vector', 'array'];
export const labels: readonly Label[] = ['p', 's'];
export const fieldKinds: readonly FieldKind[] = ['state', 'readonly', 'inbox', 'map'];
export const releaseKinds: readonly ReleaseKind[] = ['reveal', 'send', 'return'];
export const functionKinds: readonly FunctionKind[] = ['ctor', 'call', 'view', 'scheduled', 'internal', 'read'];
export const owners: readonly ('sender' | 'contract')[] = ['sender', 'contract'];

export function encodeModule(module: Module): Uint8Array {
  const out = writer();
  for (const byte of MAGIC) out.byte(byte);
  out.u16(module.version);
  out.u16(module.gasVersion);
  list(out, module.types, (type) => writeType(out, type));
  list(out, module.consts, (constant) => writeConstant(out, module.types, constant));
  list(out, module.fields, (field) => {
    out.text(field.name);
    out.byte(fieldKinds.indexOf(field.kind));
    writeDeclared(out, field);
  });
  list(out, module.releases, (release) => {
    out.byte(releaseKinds.indexOf(release.kind));
    out.text(release.reason);
  });
  list(out, module.errors, (error) => {
    out.text(error.text);
    list(out, error.facts, (type) => out.byte(type));
  });
  list(out, module.functions, (fn) => writeSignature(out, fn));
  for (const fn of module.functions) writeRegion(out, fn.body, fn.params.length);
  return out.done();
}

/** What a contract is known by on chain: keccak of the module's bytes, version included. */
export function codeHashOf(bytes: Uint8Array): `0x${string}` {
  return toHex(keccak256(bytes));
}

/** Bytes of one table entry: also its sort key among types of one depth. */
export function typeBytes(type: TableType): Uint8Array {
  const out = writer();
  writeType(out, type);
  return out.done();
}

/** Width of a scalar in canonical bytes. */
export function scalarBytes(types: Types, ref: number): number {
  return Math.ceil(widthOf(types, ref) / 8);
}

/** Canonical bytes of a constant, little endian in the width of its type; also its sort key. */
export function constantBytes(types: Types, constant: Constant): Uint8Array {
  const width = scalarBytes(types, constant.type);
  const integer = integerOf(constant.type);
  if (constant.type === scalarRefs.address) return uintLE(constant.value, width).reverse();
  return uintLE(integer ? BigInt.asUintN(integer.bits, constant.value) : constant.value, width);
}

function writeType(out: Writer, type: TableType): void {
  out.byte(typeKinds.indexOf(type.kind));
  if (type.kind === 'range') out.number(type.max);
  else if (type.kind === 'vector') out.byte(type.element);
  else if (type.kind === 'array') {
    out.byte(type.element);
    out.number(type.length);
  } else
    list(out, type.members, (member) => {
      out.text(member.name);
      writeDeclared(out, member);
    });
}

function writeConstant(out: Writer, types: Types, constant: Constant): void {
  out.byte(constant.type);
  out.bytes(constantBytes(types, constant));
}

function writeDeclared(out: Writer, declared: Declared): void {
  out.byte(declared.type);
  out.byte(labels.indexOf(declared.label));
}

function writeSignature(out: Writer, fn: ModuleFunction): void {
  for (let i = 2; i < 10; i += 2) out.byte(Number.parseInt(fn.selector.slice(i, i + 2), 16));
  out.text(fn.name);
  out.byte(functionKinds.indexOf(fn.kind));
  if (fn.kind === 'scheduled') out.number(fn.atBlock ?? 0);
  list(out, fn.params, (param) => {
    out.text(param.name);
    writeDeclared(out, param);
    out.byte(owners.indexOf(param.owner));
  });
  list(out, fn.results, (result) => {
    writeDeclared(out, result);
    // 0: no site; else the site's index plus one.
    out.number(result.release === undefined ? 0 : result.release + 1);
  });
}

/** `next` is the number the next value will get; returns it after the region. */
function writeRegion(out: Writer, region: Region, next: number): number {
  let number = next;
  out.number(region.instructions.length);
  for (const instruction of region.instructions) number = writeInstruction(out, instruction, number);
  return number;
}

function writeInstruction(out: Writer, instruction: Instruction, next: number): number {
  const row = opcodes[instruction.op];
  out.byte(row.number);
  for (const immediate of instruction.immediates) out.number(immediate);
  if (row.variadic) out.number(instruction.operands.length);
  for (const operand of instruction.operands) out.number(next - operand);
  for (const declared of instruction.carried ?? []) writeDeclared(out, declared);
  let number = next;
  for (const region of instruction.regions ?? []) number = writeRegion(out, region, number + region.paramCount);
  return number + instruction.resultCount;
}

function list<T>(out: Writer, entries: readonly T[], write: (entry: T) => void): void {
  out.number(entries.length);
  for (const entry of entries) write(entry);
}
