/**
 * Builds modules: tables grow as they are mentioned, regions nest as functions, and `finish` puts every table into its one order and numbers all values as the
 * bytes will. It checks only its own use; what it builds is judged by `verify` like anybody's module.
 */
import { compareBytes } from '@enigma/crypto';
import {
  firstTableType,
  scalarRefs,
  type Constant,
  type ContractError,
  type Declared,
  type Field,
  type FieldKind,
  type FunctionKind,
  type Instruction,
  type Label,
  type Module,
  type ModuleFunction,
  type Parameter,
  type Region,
  type Release,
  type ResultType,
  type TableType,
  type TypeRef,
} from './module.ts';
import { contextNumbers, filterNumbers, opcodes, type ContextName, type FilterName, type OpName } from './opcodes.ts';
import { constantBytes, typeBytes } from './encode.ts';
import { effectsOrderOf } from './internal/order.ts';
import { FORMAT_VERSION, GAS_VERSION } from './limits.ts';
import { selectorOf, signatureOf } from './signature.ts';
import { depthOf } from './types.ts';

/** A value while building: an identity; its number is known only at `finish`. */
export interface BuiltValue {
  readonly id: number;
}

/** Handle of a table entry of the builder; its final index is known only at `finish`. */
export interface Handle<Kind extends string> {
  readonly kind: Kind;
  readonly index: number;
}

export interface FunctionShape {
  readonly name: string;
  readonly kind: FunctionKind;
  readonly atBlock?: Handle<'field'>;
  readonly params?: readonly (Omit<Parameter, 'owner'> & { readonly owner?: Parameter['owner'] })[];
  readonly results?: readonly (Declared & { readonly release?: Handle<'release'> })[];
}

interface DraftRegion {
  readonly params: BuiltValue[];
  readonly instructions: DraftInstruction[];
}

interface DraftInstruction {
  readonly op: OpName;
  readonly immediates: readonly number[];
  readonly operands: readonly BuiltValue[];
  readonly carried?: readonly Declared[];
  readonly regions?: readonly DraftRegion[];
  readonly results: readonly BuiltValue[];
}

interface DraftFunction {
  readonly shape: FunctionShape;
  readonly params: readonly BuiltValue[];
  body?: DraftRegion;
}

/** Emits instructions into one open region. Every method returns the results of its instruction. */
export interface RegionBuilder {
  emit(op: OpName, operands: readonly BuiltValue[], immediates?: readonly number[]): BuiltValue;
  constant(type: TypeRef, value: bigint | number): BuiltValue;
  context(name: ContextName): BuiltValue;
  get(field: Handle<'field'>): BuiltValue;
  set(field: Handle<'field'>, value: BuiltValue): void;
  require(condition: BuiltValue, error: Handle<'error'>, facts?: readonly BuiltValue[]): void;
  reveal(release: Handle<'release'>, value: BuiltValue): BuiltValue;
  send(release: Handle<'release'>, recipient: BuiltValue, value: BuiltValue): void;
  take(inbox: Handle<'field'>, type: TypeRef, height: BuiltValue, filter: FilterName): BuiltValue;
  member(record: BuiltValue, index: number): BuiltValue;
  record(type: TypeRef, members: readonly BuiltValue[]): BuiltValue;
  vector(type: TypeRef, elements: readonly BuiltValue[]): BuiltValue;
  fill(type: TypeRef, value: BuiltValue, count: BuiltValue): BuiltValue;
  cast(type: TypeRef, value: BuiltValue): BuiltValue;
  call(fn: Handle<'function'>, args: readonly BuiltValue[]): readonly BuiltValue[];
  if(
    condition: BuiltValue,
    whenTrue: (region: RegionBuilder) => readonly BuiltValue[],
    whenFalse: (region: RegionBuilder) => readonly BuiltValue[],
  ): readonly BuiltValue[];
  for(
    count: BuiltValue,
    carried: readonly { readonly initial: BuiltValue; readonly declared: Declared }[],
    body: (region: RegionBuilder, index: BuiltValue, carried: readonly BuiltValue[]) => readonly BuiltValue[],
  ): readonly BuiltValue[];
  /** At most `max` rounds, while the condition holds; the body gives the next one before what is carried. */
  while(
    max: number,
    condition: BuiltValue,
    carried: readonly { readonly initial: BuiltValue; readonly declared: Declared }[],
    body: (
      region: RegionBuilder,
      carried: readonly BuiltValue[],
    ) => readonly [again: BuiltValue, next: readonly BuiltValue[]],
  ): readonly BuiltValue[];
  each(
    count: BuiltValue,
    vectors: readonly BuiltValue[],
    body: (region: RegionBuilder, index: BuiltValue, elements: readonly BuiltValue[]) => readonly BuiltValue[],
  ): readonly BuiltValue[];
  fold(
    vector: BuiltValue,
    carried: readonly { readonly initial: BuiltValue; readonly declared: Declared }[],
    body: (
      region: RegionBuilder,
      index: BuiltValue,
      element: BuiltValue,
      carried: readonly BuiltValue[],
    ) => readonly BuiltValue[],
  ): readonly BuiltValue[];
  /** The associative form. */
  foldWith(op: OpName, vector: BuiltValue): BuiltValue;
}

export interface ModuleBuilder {
  range(max: bigint | number): TypeRef;
  recordType(members: readonly { readonly name: string; readonly type: TypeRef; readonly label?: Label }[]): TypeRef;
  vectorType(element: TypeRef): TypeRef;
  arrayType(element: TypeRef, length: number): TypeRef;
  /** Type of a map field: the vector of {key, value}. */
  mapType(key: TypeRef, value: TypeRef, label: Label): TypeRef;
  /** Type of what `inbox.take` gives for entries of that record: a vector of {sender, index, entry}. */
  taken(entry: TypeRef): TypeRef;
  field(name: string, kind: FieldKind, type: TypeRef, label: Label): Handle<'field'>;
  release(kind: Release['kind'], reason: string): Handle<'release'>;
  error(text: string, facts?: readonly TypeRef[]): Handle<'error'>;
  /** Declares a function, so that others may call it before its body is there. */
  declare(shape: FunctionShape): Handle<'function'>;
  body(
    fn: Handle<'function'>,
    build: (region: RegionBuilder, params: readonly BuiltValue[]) => readonly BuiltValue[],
  ): void;
  /** `declare` and `body` at once. */
  function(
    shape: FunctionShape,
    build: (region: RegionBuilder, params: readonly BuiltValue[]) => readonly BuiltValue[],
  ): Handle<'function'>;
  finish(): Module;
}

export function moduleBuilder(): ModuleBuilder {
  const types: TableType[] = [];
  const consts: Constant[] = [];
  const fields: Field[] = [];
  const releases: Release[] = [];
  const errors: ContractError[] = [];
  const drafts: DraftFunction[] = [];
  let valueCount = 0;
  const fresh = (): BuiltValue => ({ id: valueCount++ });

  const intern = <T>(list: T[], entry: T, same: (a: T, b: T) => boolean): number => {
    const known = list.findIndex((other) => same(other, entry));
    return known >= 0 ? known : list.push(entry) - 1;
  };
  const typeKey = (type: TableType): string => typeBytes(type).join();
  const internType = (type: TableType): TypeRef =>
    firstTableType + intern(types, type, (a, b) => typeKey(a) === typeKey(b));

  const regionBuilder = (draft: DraftRegion): RegionBuilder => {
    const add = (instruction: Omit<DraftInstruction, 'results'>, resultCount: number): readonly BuiltValue[] => {
      const results = Array.from({ length: resultCount }, fresh);
      draft.instructions.push({ ...instruction, results });
      return results;
    };
    const inner = (
      paramCount: number,
      build: (region: RegionBuilder, params: readonly BuiltValue[]) => readonly BuiltValue[],
    ): DraftRegion => {
      const region: DraftRegion = { params: Array.from({ length: paramCount }, fresh), instructions: [] };
      const yielded = build(regionBuilder(region), region.params);
      region.instructions.push({ op: 'yield', immediates: [], operands: yielded, results: [] });
      return region;
    };
    const yieldCount = (region: DraftRegion): number => region.instructions.at(-1)?.operands.length ?? 0;
    const region: RegionBuilder = {
      emit(op, operands, immediates = []) {
        const results = add({ op, operands, immediates }, opcodes[op].label === 'none' ? 0 : 1);
        return results[0] ?? { id: -1 };
      },
      constant: (type, value) =>
        region.emit(
          'const',
          [],
          [intern(consts, { type, value: BigInt(value) }, (a, b) => a.type === b.type && a.value === b.value)],
        ),
      context: (name) => region.emit('ctx', [], [contextNumbers[name]]),
      get: (field) => region.emit('st.get', [], [field.index]),
      set: (field, value) => void region.emit('st.set', [value], [field.index]),
      require: (condition, error, facts = []) => void region.emit('trap', [condition, ...facts], [error.index]),
      reveal: (release, value) => region.emit('reveal', [value], [release.index]),
      send: (release, recipient, value) => void region.emit('send', [recipient, value], [release.index]),
      take: (inbox, type, height, filter) =>
        region.emit('inbox.take', [height], [inbox.index, type, filterNumbers[filter]]),
      member: (record, index) => region.emit('rec.get', [record], [index]),
      record: (type, members) => region.emit('rec.make', members, [type]),
      vector: (type, elements) => region.emit('vec.make', elements, [type]),
      fill: (type, value, count) => region.emit('vec.fill', [value, count], [type]),
      cast: (type, value) => region.emit('cast', [value], [type]),
      call: (fn, args) =>
        add({ op: 'call', operands: args, immediates: [fn.index] }, drafts[fn.index]?.shape.results?.length ?? 0),
      if(condition, whenTrue, whenFalse) {
        const regions = [inner(0, whenTrue), inner(0, whenFalse)];
        return add({ op: 'if', operands: [condition], immediates: [], regions }, yieldCount(regions[0] as DraftRegion));
      },
      for(count, carried, body) {
        const loop = inner(1 + carried.length, (r, [index, ...values]) => body(r, index as BuiltValue, values));
        const operands = [count, ...carried.map(({ initial }) => initial)];
        return add(
          { op: 'for', operands, immediates: [], carried: carried.map(({ declared }) => declared), regions: [loop] },
          carried.length,
        );
      },
      while(max, condition, carried, body) {
        const loop = inner(carried.length, (r, values) => {
          const [again, next] = body(r, values);
          return [again, ...next];
        });
        const operands = [condition, ...carried.map(({ initial }) => initial)];
        return add(
          {
            op: 'while',
            operands,
            immediates: [max],
            carried: carried.map(({ declared }) => declared),
            regions: [loop],
          },
          carried.length,
        );
      },
      each(count, vectors, body) {
        const loop = inner(1 + vectors.length, (r, [index, ...elements]) => body(r, index as BuiltValue, elements));
        return add({ op: 'each', operands: [count, ...vectors], immediates: [], regions: [loop] }, yieldCount(loop));
      },
      fold(vector, carried, body) {
        const loop = inner(2 + carried.length, (r, [index, element, ...values]) =>
          body(r, index as BuiltValue, element as BuiltValue, values),
        );
        const operands = [vector, ...carried.map(({ initial }) => initial)];
        return add(
          { op: 'fold', operands, immediates: [0], carried: carried.map(({ declared }) => declared), regions: [loop] },
          carried.length,
        );
      },
      foldWith: (op, vector) => region.emit('fold', [vector], [opcodes[op].number]),
    };
    return region;
  };

  const builder: ModuleBuilder = {
    range: (max) => internType({ kind: 'range', max: BigInt(max) }),
    recordType: (members) =>
      internType({
        kind: 'record',
        members: members.map(({ name, type, label }) => ({ name, type, label: label ?? 'p' })),
      }),
    vectorType: (element) => internType({ kind: 'vector', element }),
    arrayType: (element, length) => internType({ kind: 'array', element, length }),
    mapType: (key, value, label) =>
      builder.vectorType(
        builder.recordType([
          { name: 'key', type: key },
          { name: 'value', type: value, label },
        ]),
      ),
    taken: (entry) =>
      builder.vectorType(
        builder.recordType([
          { name: 'sender', type: scalarRefs.address },
          { name: 'index', type: scalarRefs.u64 },
          { name: 'entry', type: entry, label: 's' },
        ]),
      ),
    field: (name, kind, type, label) => ({ kind: 'field', index: fields.push({ name, kind, type, label }) - 1 }),
    release: (kind, reason) => ({ kind: 'release', index: releases.push({ kind, reason }) - 1 }),
    error: (text, facts = []) => ({
      kind: 'error',
      index: intern(errors, { text, facts }, (a, b) => a.text === b.text && a.facts.join() === b.facts.join()),
    }),
    declare: (shape) => ({
      kind: 'function',
      index: drafts.push({ shape, params: (shape.params ?? []).map(fresh) }) - 1,
    }),
    body(fn, build) {
      const draft = drafts[fn.index];
      if (!draft || draft.body) throw new Error('a function has one body');
      const region: DraftRegion = { params: [], instructions: [] };
      const yielded = build(regionBuilder(region), draft.params);
      region.instructions.push({ op: 'yield', immediates: [], operands: yielded, results: [] });
      draft.body = region;
    },
    function(shape, build) {
      const fn = builder.declare(shape);
      builder.body(fn, build);
      return fn;
    },
    finish: () => finish({ types, consts, fields, releases, errors, drafts }),
  };
  return builder;
}

interface Drafts {
  readonly types: readonly TableType[];
  readonly consts: readonly Constant[];
  readonly fields: readonly Field[];
  readonly releases: readonly Release[];
  readonly errors: readonly ContractError[];
  readonly drafts: readonly DraftFunction[];
}

/** Old index → new index. */
type Renumbering = (index: number) => number;

function finish(all: Drafts): Module {
  const { types, type } = sortTypes(all.types);
  const { consts, constant } = sortConstants(
    all.consts.map((entry) => ({ ...entry, type: type(entry.type) })),
    types,
  );
  const params = all.drafts.map(({ shape }) =>
    (shape.params ?? []).map((param) => ({
      ...param,
      type: type(param.type),
      owner: param.owner ?? ('sender' as const),
    })),
  );
  const selectors = all.drafts.map(({ shape }, i) =>
    selectorOf(signatureOf(types, shape.name, params[i] ?? []), shape.kind),
  );
  const order = all.drafts
    .map((_, i) => i)
    .toSorted((a, b) => ((selectors[a] as string) < (selectors[b] as string) ? -1 : 1));
  const fn = inverse(order);
  const numbered: ModuleFunction[] = order.map((i) => {
    const { shape, params: values, body } = all.drafts[i] as DraftFunction;
    if (!body) throw new Error(`function ${shape.name} has no body`);
    return {
      selector: selectors[i] as `0x${string}`,
      name: shape.name,
      kind: shape.kind,
      ...(shape.atBlock ? { atBlock: shape.atBlock.index } : {}),
      params: params[i] ?? [],
      results: (shape.results ?? []).map((result): ResultType => ({
        type: type(result.type),
        label: result.label,
        ...(result.release ? { release: result.release.index } : {}),
      })),
      body: numberRegions(body, values, { type, constant, fn }),
    };
  });
  const uses = effectsOrderOf(numbered);
  const release = inverse(complete(uses.releases, all.releases.length));
  const error = inverse(complete(uses.errors, all.errors.length));
  const functions = numbered.map((entry): ModuleFunction => ({
    ...entry,
    results: entry.results.map((result) =>
      result.release === undefined ? result : { ...result, release: release(result.release) },
    ),
    body: renumberImmediates(entry.body, { release, error }),
  }));
  return {
    version: FORMAT_VERSION,
    gasVersion: GAS_VERSION,
    types,
    consts,
    fields: all.fields.map((field) => ({ ...field, type: type(field.type) })),
    releases: complete(uses.releases, all.releases.length).map((i) => all.releases[i] as Release),
    errors: complete(uses.errors, all.errors.length).map((i) => {
      const entry = all.errors[i] as ContractError;
      return { text: entry.text, facts: entry.facts.map(type) };
    }),
    functions,
  };
}

/** By depth, then by bytes; children keep pointing right because they are shallower and so already placed. */
function sortTypes(drafts: readonly TableType[]): { readonly types: readonly TableType[]; readonly type: Renumbering } {
  const depths = drafts.map((_, i) => depthOf(drafts, firstTableType + i));
  const place = new Map<number, number>();
  const types: TableType[] = [];
  const type: Renumbering = (ref) =>
    ref < firstTableType ? ref : firstTableType + (place.get(ref - firstTableType) as number);
  for (let depth = 1; depth <= Math.max(0, ...depths); depth++) {
    const level = drafts
      .flatMap((draft, i) => (depths[i] === depth ? [{ i, moved: moveType(draft, type) }] : []))
      .toSorted((a, b) => compareBytes(typeBytes(a.moved), typeBytes(b.moved)));
    for (const { i, moved } of level) place.set(i, types.push(moved) - 1);
  }
  return { types, type };
}

function moveType(draft: TableType, type: Renumbering): TableType {
  if (draft.kind === 'range') return draft;
  if (draft.kind !== 'record') return { ...draft, element: type(draft.element) };
  return { kind: 'record', members: draft.members.map((member) => ({ ...member, type: type(member.type) })) };
}

function sortConstants(
  drafts: readonly Constant[],
  types: readonly TableType[],
): { readonly consts: readonly Constant[]; readonly constant: Renumbering } {
  const order = drafts
    .map((_, i) => i)
    .toSorted((a, b) => {
      const [left, right] = [drafts[a] as Constant, drafts[b] as Constant];
      return left.type - right.type || compareBytes(constantBytes(types, left), constantBytes(types, right));
    });
  return { consts: order.map((i) => drafts[i] as Constant), constant: inverse(order) };
}

function numberRegions(
  draft: DraftRegion,
  params: readonly BuiltValue[],
  maps: { readonly type: Renumbering; readonly constant: Renumbering; readonly fn: Renumbering },
): Region {
  const numbers = new Map<number, number>();
  let next = 0;
  const name = (value: BuiltValue): void => void numbers.set(value.id, next++);
  const numberOf = (value: BuiltValue): number => {
    const number = numbers.get(value.id);
    if (number === undefined) throw new Error('a value is used before it is made, or in another function');
    return number;
  };
  for (const param of params) name(param);
  const walk = (region: DraftRegion, firstParam: number): Region => {
    for (const param of region.params) name(param);
    const instructions = region.instructions.map((instruction): Instruction => {
      const operands = instruction.operands.map(numberOf);
      const regions = instruction.regions?.map((inner) => walk(inner, next));
      const result = next;
      for (const value of instruction.results) name(value);
      return {
        op: instruction.op,
        immediates: instruction.immediates.map((immediate, i) => {
          const kind = opcodes[instruction.op].immediates[i];
          if (kind === 'type') return maps.type(immediate);
          if (kind === 'constant') return maps.constant(immediate);
          return kind === 'function' ? maps.fn(immediate) : immediate;
        }),
        operands,
        ...(instruction.carried
          ? {
              carried: instruction.carried.map((declared) => ({
                type: maps.type(declared.type),
                label: declared.label,
              })),
            }
          : {}),
        ...(regions ? { regions } : {}),
        result,
        resultCount: instruction.results.length,
      };
    });
    return { firstParam, paramCount: region.params.length, instructions };
  };
  return { ...walk({ ...draft, params: [] }, 0), firstParam: 0, paramCount: params.length };
}

function renumberImmediates(
  region: Region,
  maps: { readonly release: Renumbering; readonly error: Renumbering },
): Region {
  return {
    ...region,
    instructions: region.instructions.map((instruction) => ({
      ...instruction,
      immediates: instruction.immediates.map((immediate, i) => {
        const kind = opcodes[instruction.op].immediates[i];
        if (kind === 'release') return maps.release(immediate);
        return kind === 'error' ? maps.error(immediate) : immediate;
      }),
      ...(instruction.regions ? { regions: instruction.regions.map((inner) => renumberImmediates(inner, maps)) } : {}),
    })),
  };
}

/** new → old into old → new. */
function inverse(order: readonly number[]): Renumbering {
  const places = new Map(order.map((old, place) => [old, place]));
  return (index) => places.get(index) ?? index;
}

/** The order of use, then what was never used, which the verifier will refuse. */
function complete(order: readonly number[], count: number): readonly number[] {
  const all = new Set(order);
  for (let i = 0; i < count; i++) all.add(i);
  return [...all];
}
