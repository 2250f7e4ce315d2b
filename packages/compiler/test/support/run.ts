// Compiles in a test and runs functions in the plain evaluator.
import assert from 'node:assert/strict';
import { compile, renderDiagnostic, type Compiled, type SourceReader } from '@enigma/compiler';
import {
  evaluate,
  functionNamed,
  initialState,
  plainValue,
  type InboxEntry,
  type Tape,
  type Value,
} from '@enigma/bytecode';

/** What a contract may import, by path. */
export function reading(files: Readonly<Record<string, string>>, above = 0): SourceReader {
  return { read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined), above };
}

export function compiled(source: string, files: Readonly<Record<string, string>> = {}): Compiled {
  const result = compile(source, reading(files));
  if (!result.ok) assert.fail(result.diagnostics.map((entry) => renderDiagnostic(entry, 'contract.ts')).join('\n'));
  return result;
}

/** The text of every diagnostic, as a terminal shows it. */
export function said(source: string): readonly string[] {
  const result = compile(source);
  const entries = result.ok ? result.warnings : result.diagnostics;
  return entries.map((entry) => renderDiagnostic(entry, 'c.ts'));
}

export function codes(source: string): readonly string[] {
  const result = compile(source);
  return (result.ok ? result.warnings : result.diagnostics).map((entry) => entry.code);
}

export function contract(fields: string, body: string): string {
  return `export class C extends Contract {\n${fields}\n${body}\n}\n`;
}

export interface Task {
  readonly args?: readonly Value<bigint>[];
  readonly state?: readonly Value<bigint>[];
  readonly inbox?: readonly InboxEntry<bigint>[];
  readonly sender?: bigint;
  readonly height?: bigint;
  readonly tape?: Tape;
}

export interface Ran {
  readonly results: readonly unknown[];
  readonly state: readonly Value<bigint>[];
  readonly status: string;
}

/** Runs a function; results as bigints and arrays of them. */
export function run(of: Compiled, name: string, task: Task = {}): Ran {
  const fn = functionNamed(of.verified, name);
  const { outcome } = evaluate(of.verified, fn, {
    args: task.args ?? [],
    state: task.state ?? initialState(of.verified),
    inbox: task.inbox ?? [],
    ...(task.tape ? { tape: task.tape } : {}),
    context: {
      sender: task.sender ?? 1n,
      self: 2n,
      height: task.height ?? 10n,
      time: 0n,
      value: 0n,
      seats: 4,
      threshold: 1,
    },
  });
  if (outcome.status !== 'ok') return { results: [], state: task.state ?? [], status: outcome.status };
  const types = of.module.functions[fn]?.results ?? [];
  return {
    results: outcome.results.map((value, i) => flat(plainValue(of.verified, types[i]!.type, value))),
    state: outcome.state,
    status: 'ok',
  };
}

function flat(value: Value<never>): unknown {
  if (typeof value === 'bigint') return value;
  if (value.kind === 'vector') return value.elements.map(flat);
  return value.kind === 'record' ? value.members.map(flat) : value;
}

export function deployed(of: Compiled, ...args: readonly bigint[]): readonly Value<bigint>[] {
  return run(of, 'constructor', { args }).state;
}
