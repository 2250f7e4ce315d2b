// A module as text, for people: one line per instruction, `%` before value numbers, secret values marked s.
import type { Declared, Instruction, Module, ModuleFunction, Region } from './module.ts';
import { contextNumbers, filterNumbers, opcodes, opByNumber, type ImmediateKind } from './opcodes.ts';
import { tableType } from './module.ts';
import { typeName } from './types.ts';
import type { Verified } from './verify.ts';

export function disassemble(verified: Verified): string {
  const { module } = verified;
  const lines = [`module version ${module.version} gas ${module.gasVersion} ${verified.codeHash}`];
  for (const field of module.fields) lines.push(`field ${field.kind} ${field.name} ${shown(module, field)}`);
  module.releases.forEach((release, i) =>
    lines.push(`release r${i} ${release.kind} ${JSON.stringify(release.reason)} ${verified.openModes[i] ?? ''}`),
  );
  module.errors.forEach((error, i) => lines.push(`error e${i} ${JSON.stringify(error.text)}`));
  module.functions.forEach((fn, i) =>
    lines.push('', ...functionLines(module, fn, verified.functions[i]?.values ?? [])),
  );
  return `${lines.join('\n')}\n`;
}

function functionLines(module: Module, fn: ModuleFunction, values: readonly Declared[]): readonly string[] {
  const params = fn.params.map((param, i) => `%${i} ${param.name} ${shown(module, param)} ${param.owner}`);
  const results = fn.results.map((result) => shown(module, result));
  const at = fn.kind === 'scheduled' ? ` at ${module.fields[fn.atBlock ?? 0]?.name}` : '';
  const head = `fn ${fn.name}(${params.join(', ')}) → (${results.join(', ')})  ${fn.kind}${at} ${fn.selector}`;
  return [head, ...regionLines(module, fn.body, values, 1)];
}

function regionLines(module: Module, region: Region, values: readonly Declared[], depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  return region.instructions.flatMap((instruction) => [
    `${indent}${instructionText(module, instruction, values)}`,
    ...(instruction.regions ?? []).flatMap((inner) => [
      `${indent}{${ids(inner.firstParam, inner.paramCount)}`,
      ...regionLines(module, inner, values, depth + 1),
      `${indent}}`,
    ]),
  ]);
}

function instructionText(module: Module, instruction: Instruction, values: readonly Declared[]): string {
  const { op, immediates, operands, result, resultCount } = instruction;
  const row = opcodes[op];
  const target = resultCount > 0 ? `${ids(result, resultCount).trim()} ` : '';
  const shownImmediates = immediates
    .map((value, i) => ` ${immediateText(module, row.immediates[i], value, instruction, values)}`)
    .join('');
  const shownOperands = operands.map((id) => ` %${id}`).join('');
  const made = Array.from({ length: resultCount }, (_, i) => values[result + i]).filter((value) => value !== undefined);
  const types = made.length > 0 ? `  : ${made.map((value) => shown(module, value)).join(', ')}` : '';
  return `${target}${op}${shownImmediates}${shownOperands}${types}`;
}

function immediateText(
  module: Module,
  kind: ImmediateKind | undefined,
  value: number,
  instruction: Instruction,
  values: readonly Declared[],
): string {
  switch (kind) {
    case 'type':
      return typeName(module.types, value);
    case 'constant':
      return String(module.consts[value]?.value);
    case 'field':
      return module.fields[value]?.name ?? String(value);
    case 'release':
      return `r${value}`;
    case 'error':
      return JSON.stringify(module.errors[value]?.text);
    case 'function':
      return module.functions[value]?.name ?? String(value);
    case 'member': {
      const type = tableType(module.types, values[instruction.operands[0] as number]?.type ?? 0);
      return (type?.kind === 'record' ? type.members[value]?.name : undefined) ?? String(value);
    }
    case 'context':
      return nameOf(contextNumbers, value);
    case 'filter':
      return nameOf(filterNumbers, value);
    case 'fold':
      return value === 0 ? 'general' : (opByNumber(value) ?? String(value));
    case 'rounds':
    case undefined:
      return String(value);
  }
}

function nameOf(numbers: Readonly<Record<string, number>>, value: number): string {
  return Object.keys(numbers).find((name) => numbers[name] === value) ?? String(value);
}

function shown(module: Module, declared: Declared): string {
  return `${typeName(module.types, declared.type)} ${declared.label}`;
}

function ids(first: number, count: number): string {
  return Array.from({ length: count }, (_, i) => ` %${first + i}`).join('');
}
