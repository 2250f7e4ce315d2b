// A contract that lives in the test: its state, its clock, what it told.
import { readFileSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  drawnTape,
  errorCode,
  functionNamed,
  leavesOf,
  record,
  typeName,
  vector,
  writtenTape,
  type Tape,
  type TapeEntry,
  type Value,
} from '@enigma/bytecode';
import {
  abiType,
  compile,
  renderDiagnostic,
  type AbiFunction,
  type Compiled,
  type ContractClient,
  type SourceReader,
} from '@enigma/compiler';
import { seededRandom } from '@enigma/crypto';
import { SHAPE, startEvaluator, type LocalEngine, type Ran } from './engine.ts';
import { LocalError } from './errors.ts';
import type { ContractClass, Functions, LocalEvent, LocalRelease } from './record.ts';
import { fromValue, hexOf, shownValue, toValue } from './values.ts';

/** Where the contract stands: `new URL('./contract.ts', import.meta.url)`, a path, or its text itself. */
export type LocalSource = URL | string;

export interface LocalOptions {
  /** `evaluator` (default): plain values, some milliseconds a call. `mpc`: the same calls by four parties on shares, some hundred. */
  readonly engine?: 'evaluator' | 'mpc';
  /** The folder that the contract's imports stay in (default: that of its file). A contract given as text imports nothing. */
  readonly root?: LocalSource;
  /**
   * What `random` gives, draw by draw over all calls: a number below the bound, the bits of the type as an unsigned number, or an order of places. Without it draws follow from `seed`, so that a test runs alike
   * every time.
   */
  readonly tape?: readonly TapeEntry[];
  /** Another one draws other values; default: always the same. */
  readonly seed?: string;
}

export interface LocalContract<Class extends ContractClass> {
  /** The contract's functions as that account calls them, paying `value` with each call. */
  as(sender: `0x${string}`, terms?: { readonly value?: bigint }): Functions<Class>;
  /** Sets the block and its time for what comes next. */
  at(clock: { readonly height?: bigint; readonly time?: bigint }): LocalContract<Class>;
  /** Appends a sealed entry to the inbox, in the present block. */
  append(sender: `0x${string}`, entry: ContractClient<Class>['entry']): void;
  /** Everything that left, in order. What a task that failed had opened before it failed is not among it: nothing opens before a task has ended well. */
  readonly releases: readonly LocalRelease[];
  readonly events: readonly LocalEvent[];
  /** What anybody can read: public fields, and of others what is public in them. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly compiled: Compiled;
}

// One source is compiled once, so that a case costs its own evaluation alone.
const compilations = new Map<string, Compiled>();

export async function local<Class extends ContractClass>(
  source: LocalSource,
  args: ContractClient<Class>['constructorArgs'],
  { engine = 'evaluator', root, tape, seed = 'enigma.testing' }: LocalOptions = {},
): Promise<LocalContract<Class>> {
  const isText = typeof source === 'string' && source.includes('\n');
  const text = isText ? source : await readFile(source, 'utf8');
  const files = isText ? undefined : projectOf(source, root);
  const key = `${files?.folder ?? ''}\n${files?.above ?? 0}\n${text}`;
  let compiled = compilations.get(key);
  const [, ...others] = compiled?.sources ?? [];
  if (compiled === undefined || others.some((other) => files?.read(other.path) !== other.text)) {
    compiled = compiledOrThrow(text, isText ? 'contract.ts' : String(source), files);
    compilations.set(key, compiled);
  }
  // The engine takes a while to load, and most tests do without.
  const start = engine === 'mpc' ? (await import('./parties.ts')).startParties : startEvaluator;
  return new Local(compiled, args as readonly unknown[], start(compiled.verified, tapeOf(tape, seed)));
}

function tapeOf(entries: readonly TapeEntry[] | undefined, seed: string): Tape {
  return entries === undefined ? drawnTape(seededRandom(`tape/${seed}`)) : writtenTape(entries);
}

interface Project extends SourceReader {
  readonly folder: string;
}

/** The files around a contract's own, as far as its project goes; no link leads out of it. */
function projectOf(source: LocalSource, root: LocalSource | undefined): Project {
  const pathOf = (place: LocalSource): string => (typeof place === 'string' ? resolve(place) : fileURLToPath(place));
  const folder = realpathSync(dirname(pathOf(source)));
  const top = root === undefined ? folder : realpathSync(pathOf(root));
  if (folder !== top && !folder.startsWith(top + sep))
    throw new LocalError('BAD_ARGUMENT', `${top} is no folder that ${String(source)} is in.`);
  return {
    folder,
    above: folder === top ? 0 : relative(top, folder).split(sep).length,
    read(path) {
      try {
        const full = realpathSync(join(folder, path));
        return full.startsWith(top + sep) ? readFileSync(full, 'utf8') : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

function compiledOrThrow(text: string, name: string, files: SourceReader | undefined): Compiled {
  const result = compile(text, files);
  if (result.ok) return result;
  const shown = result.diagnostics.map((entry) => renderDiagnostic(entry, name)).join('\n');
  throw new LocalError('DOES_NOT_COMPILE', shown);
}

const SELF = 0xc0n;
const VALUE_END = 1n << 64n;

type Finished = Extract<Ran, { status: 'ok' }>;

class Local<Class extends ContractClass> implements LocalContract<Class> {
  readonly compiled: Compiled;
  readonly releases: LocalRelease[] = [];
  readonly events: LocalEvent[] = [];
  readonly #engine: LocalEngine;
  #appended = 0n;
  #height = 1n;
  #time = 0n;

  constructor(compiled: Compiled, args: readonly unknown[], engine: LocalEngine) {
    this.compiled = compiled;
    this.#engine = engine;
    this.#run(abiFunction(compiled, 'constructor'), 0n, args);
  }

  at({ height, time }: { readonly height?: bigint; readonly time?: bigint }): this {
    this.#height = height ?? this.#height;
    this.#time = time ?? this.#time;
    return this;
  }

  as(sender: `0x${string}`, { value = 0n }: { readonly value?: bigint } = {}): Functions<Class> {
    if (value < 0n || value >= VALUE_END)
      throw new LocalError('BAD_ARGUMENT', 'A value is an unsigned 64-bit integer: what a function can read of it.');
    const who = toValue({ kind: 'address' }, sender, 'sender') as bigint;
    const functions = this.compiled.abi.functions.filter((fn) => fn.kind !== 'constructor');
    return Object.fromEntries(
      functions.map((fn) => [fn.name, async (...args: readonly unknown[]) => this.#run(fn, who, args, value)]),
    ) as unknown as Functions<Class>;
  }

  append(sender: `0x${string}`, entry: unknown): void {
    const { inbox } = this.compiled.abi;
    const field = this.compiled.module.fields.find(({ kind }) => kind === 'inbox');
    if (inbox === null || field === undefined) throw new LocalError('NO_INBOX', 'The contract has no inbox.');
    const value = toValue({ kind: 'record', members: inbox.members }, entry, inbox.name);
    this.#engine.append({
      sender: toValue({ kind: 'address' }, sender, 'sender') as bigint,
      index: this.#appended++,
      height: this.#height,
      values: leavesOf<never>(this.compiled.module.types, field.type, value).map(({ scalar }) => scalar as bigint),
    });
  }

  get fields(): Readonly<Record<string, unknown>> {
    const { module, abi } = this.compiled;
    const state = this.#engine.publicState();
    return Object.fromEntries(
      module.fields.flatMap((field, i) => {
        const type = abi.fields.find(({ name }) => name === field.name)?.type;
        if (type === undefined || field.label === 's') return [];
        return [[field.name, shownValue(type, state[i] ?? 0n)]];
      }),
    );
  }

  #run(fn: AbiFunction, sender: bigint, given: readonly unknown[], value = 0n): unknown {
    const { verified, module } = this.compiled;
    const index = functionNamed(verified, fn.name);
    this.#checkDue(fn);
    if (given.length !== fn.params.length)
      throw new LocalError('BAD_ARGUMENT', `${fn.name} takes ${fn.params.length} arguments, not ${given.length}.`);
    const args = fn.params.map((param, i) => toValue(param.type, given[i], param.name));
    const { n: seats, T: threshold } = SHAPE;
    const context = { sender, self: SELF, height: this.#height, time: this.#time, value, seats, threshold };
    const ran = this.#engine.run(index, args, context);
    if (ran.status !== 'ok') throw this.#failure(fn, ran);
    this.#note(fn, sender, ran);
    for (const { error, facts } of ran.events) this.events.push(eventOf(this.compiled, error, facts));
    const results = fn.results.map(({ type }, i) => fromValue(type, ran.results[i] ?? 0n));
    const declared = module.functions[index]?.results ?? [];
    declared.forEach(({ release }, i) => {
      if (release !== undefined) this.#release(fn, release, hexOf(sender), results[i]);
    });
    return shaped(fn, results);
  }

  #checkDue(fn: AbiFunction): void {
    if (fn.kind !== 'scheduled') return;
    const { field } = this.compiled.abi.schedule.find((entry) => entry.function === fn.name) ?? {};
    const due = this.#engine.publicState()[this.compiled.module.fields.findIndex(({ name }) => name === field)];
    if (typeof due === 'bigint' && this.#height < due)
      throw new LocalError('NOT_DUE', `${fn.name} is due at block ${due}; this is block ${this.#height}.`);
  }

  #note(fn: AbiFunction, sender: bigint, { opened, sent }: Finished): void {
    for (const { release, values } of opened) this.#release(fn, release, 'everyone', this.#shown(release, values));
    for (const { release, values } of sent) this.#release(fn, release, hexOf(sender), this.#shown(release, values));
  }

  #release(fn: AbiFunction, site: number, to: string, value: unknown): void {
    const { kind, reason } = this.compiled.module.releases[site] ?? { kind: 'reveal', reason: '' };
    this.releases.push({ function: fn.name, kind, reason, to, value });
  }

  /** The leaves of a site in the type that leaves there. */
  #shown(site: number, leaves: readonly bigint[]): unknown {
    const { module, verified } = this.compiled;
    const type = releasedType(this.compiled, site);
    let next = 0;
    const build = (ref: number): Value<bigint> => {
      const entry = module.types[ref - 32];
      if (typeName(module.types, ref) === 'address')
        return record([leaves[next++] ?? 0n, leaves[next++] ?? 0n, leaves[next++] ?? 0n]);
      if (entry?.kind === 'record') return record(entry.members.map((member) => build(member.type)));
      if (entry?.kind === 'array') return vector(Array.from({ length: entry.length }, () => build(entry.element)));
      if (entry?.kind !== 'vector') return leaves[next++] ?? 0n;
      const elements: Value<bigint>[] = [];
      while (next < leaves.length) elements.push(build(entry.element));
      return vector(elements);
    };
    return fromValue(abiType(verified.module.types, type), build(type));
  }

  #failure(fn: AbiFunction, outcome: Exclude<Ran, { status: 'ok' }>): LocalError {
    if (outcome.status === 'badInput') {
      const name = fn.params[outcome.argument]?.name ?? '';
      return new LocalError('BAD_INPUT', `${fn.name}: ${name} is outside its range.`);
    }
    const entry = this.compiled.module.errors.findIndex((_, i) => errorCode(i) === outcome.code);
    const text = this.compiled.module.errors[entry]?.text;
    return text === undefined
      ? new LocalError('TRAPPED', `${fn.name}: ${trapTexts[outcome.code] ?? `code ${outcome.code}`}`)
      : new LocalError('REVERTED', `${fn.name}: ${text}`);
  }
}

const trapTexts: Readonly<Record<number, string>> = {
  1: 'a public number left its type',
  2: 'a division by zero',
  3: 'an index outside its array',
  4: 'a length that does not fit',
  5: 'too many steps',
};

function abiFunction({ abi }: Compiled, name: string): AbiFunction {
  const fn = abi.functions.find((entry) => entry.name === name);
  if (fn === undefined) throw new Error(`a contract has a function ${name}`);
  return fn;
}

/** Type of what leaves at a reveal or send. */
function releasedType({ verified }: Compiled, site: number): number {
  for (const [index, fn] of verified.module.functions.entries()) {
    const stack = [...fn.body.instructions];
    for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
      if ((one.op === 'reveal' || one.op === 'send') && one.immediates[0] === site)
        return verified.functions[index]?.values[one.operands.at(-1) ?? 0]?.type ?? 0;
      for (const region of one.regions ?? []) stack.push(...region.instructions);
    }
  }
  throw new Error('the verifier lets no site be unused');
}

function eventOf({ module }: Compiled, error: number, facts: readonly bigint[]): LocalEvent {
  const entry = module.errors[error];
  const [, name = '', list = ''] = /^(\w+)\((.*)\)$/.exec(entry?.text ?? '') ?? [];
  const members = list === '' ? [] : list.split(',');
  return {
    name,
    facts: Object.fromEntries(
      members.map((member, i) => [member, fromValue(abiType(module.types, entry?.facts[i] ?? 0), facts[i] ?? 0n)]),
    ),
  };
}

/** Nothing, one value, several in order, or a record where the results have names. */
function shaped(fn: AbiFunction, results: readonly unknown[]): unknown {
  const names = fn.results.map(({ name }) => name);
  if (results.length > 0 && names.every((name) => name !== undefined))
    return Object.fromEntries(names.map((name, i) => [name, results[i]]));
  return results.length <= 1 ? results[0] : results;
}
