// From the compiler's instruction list to a module: names become table entries through the bytecode's builder, and every instruction
// leaves a mark of where it came from.
import {
  moduleBuilder,
  scalarRefs,
  type Handle,
  type Module,
  type ModuleBuilder,
  type RegionBuilder,
  type ScalarName,
  type TypeRef,
} from '@enigma/bytecode';
import type { BuiltValue as Built } from '@enigma/bytecode';
import type { ContractShape, MapField } from './contract.ts';
import type { Block, Immediate, Ref, ReleaseSite, Step } from './ir.ts';
import { computed, type Shape } from './shape.ts';
import type { LoweredFunction } from './lower/function.ts';

/** By function name: where each instruction of its body stands in the source, regions included, in the order of the bytes. */
export type Marks = ReadonlyMap<string, readonly number[]>;

export interface Assembled {
  readonly module: Module;
  readonly marks: Marks;
}

interface Tables {
  readonly builder: ModuleBuilder;
  readonly fields: ReadonlyMap<string, Handle<'field'>>;
  readonly sites: Map<ReleaseSite, Handle<'release'>>;
}

export function assemble(contract: ContractShape, functions: readonly LoweredFunction[]): Assembled {
  const builder = moduleBuilder();
  const fields = new Map(
    [...contract.fields.values()].map((field) => [
      field.name,
      field.kind === 'inbox'
        ? builder.field(field.name, 'inbox', typeOf(builder, field.entry), 's')
        : field.kind === 'map'
          ? builder.field(field.name, 'map', mapType(builder, field), 'p')
          : builder.field(field.name, field.kind, typeOf(builder, computed(field.shape)), field.label),
    ]),
  );
  const tables: Tables = { builder, fields, sites: new Map() };
  const marks = new Map(functions.map((fn) => [fn.name, assembleFunction(tables, fn)]));
  return { module: builder.finish(), marks };
}

export function typeOf(builder: ModuleBuilder, shape: Shape): TypeRef {
  switch (shape.kind) {
    case 'bool':
      return scalarRefs.bool;
    case 'address':
      return scalarRefs.address;
    case 'int':
      return scalarRefs[`${shape.signed ? 'i' : 'u'}${shape.bits}` as ScalarName];
    case 'choice':
      return builder.range(shape.names.length - 1);
    case 'range':
      return builder.range(shape.max);
    case 'vector':
      return shape.length === undefined
        ? builder.vectorType(typeOf(builder, shape.element))
        : builder.arrayType(typeOf(builder, shape.element), shape.length);
    case 'record':
      return builder.recordType(
        shape.members.map((member) => ({
          name: member.name,
          type: typeOf(builder, member.shape),
          label: member.label,
        })),
      );
  }
}

function mapType(builder: ModuleBuilder, field: MapField): TypeRef {
  const { shape, label } = field.value;
  return builder.mapType(typeOf(builder, computed(field.key)), typeOf(builder, computed(shape)), label);
}

function releaseOf(tables: Tables, site: ReleaseSite): Handle<'release'> {
  const known = tables.sites.get(site);
  if (known !== undefined) return known;
  const handle = tables.builder.release(site.kind, site.reason);
  tables.sites.set(site, handle);
  return handle;
}

function assembleFunction(tables: Tables, fn: LoweredFunction): readonly number[] {
  const { builder, fields } = tables;
  const marks: number[] = [];
  const height = fn.atBlock === undefined ? undefined : fields.get(fn.atBlock);
  builder.function(
    {
      name: fn.name,
      kind: fn.kind,
      ...(height === undefined ? {} : { atBlock: height }),
      params: fn.params.map((param) => ({ name: param.name, type: typeOf(builder, param.shape), label: param.label })),
      results: fn.results.map((result) => ({
        type: typeOf(builder, result.shape),
        label: result.label,
        ...(result.release === undefined ? {} : { release: releaseOf(tables, result.release) }),
      })),
    },
    (region, params) => {
      const values = new Map<Ref, Built>(fn.body.params.map((ref, i) => [ref, params[i]!]));
      writeBlock(tables, fn.body, region, values, marks);
      marks.push(fn.returnAt);
      return fn.body.yields.map((ref) => values.get(ref)!);
    },
  );
  return marks;
}

function writeBlock(
  tables: Tables,
  block: Block,
  region: RegionBuilder,
  values: Map<Ref, Built>,
  marks: number[],
): void {
  for (const step of block.steps) {
    // An instruction comes before what is inside its regions.
    marks.push(step.at);
    const results = writeStep(tables, step, region, values, marks);
    step.results.forEach((ref, i) => values.set(ref, results[i]!));
  }
}

function writeStep(
  tables: Tables,
  step: Step,
  region: RegionBuilder,
  values: Map<Ref, Built>,
  marks: number[],
): readonly Built[] {
  const operands = step.operands.map((ref) => values.get(ref)!);
  const inner = (block: Block | undefined, params: readonly Built[], into: RegionBuilder): readonly Built[] => {
    if (block === undefined) throw new Error('a region is missing');
    block.params.forEach((ref, i) => values.set(ref, params[i]!));
    writeBlock(tables, block, into, values, marks);
    marks.push(step.at);
    return block.yields.map((ref) => values.get(ref)!);
  };
  if (step.op === 'if')
    return region.if(
      operands[0]!,
      (into) => inner(step.regions[0], [], into),
      (into) => inner(step.regions[1], [], into),
    );
  if (step.op === 'for') {
    const carried = (step.carried ?? []).map((declared, i) => ({
      initial: operands[i + 1]!,
      declared: { type: typeOf(tables.builder, declared.shape), label: declared.label },
    }));
    return region.for(operands[0]!, carried, (into, index, params) => inner(step.regions[0], [index, ...params], into));
  }
  if (step.op === 'while') {
    const carried = (step.carried ?? []).map((declared, i) => ({
      initial: operands[i + 1]!,
      declared: { type: typeOf(tables.builder, declared.shape), label: declared.label },
    }));
    const max = step.immediates[0];
    if (max === undefined || !('number' in max)) throw new Error('a loop says how often');
    return region.while(max.number, operands[0]!, carried, (into, params) => {
      const [again, ...next] = inner(step.regions[0], params, into);
      return [again!, next];
    });
  }
  if (step.op === 'each') {
    // The vectors it makes are of types the table must hold.
    for (const declared of step.declared) typeOf(tables.builder, declared.shape);
    return region.each(operands[0]!, operands.slice(1), (into, index, elements) =>
      inner(step.regions[0], [index, ...elements], into),
    );
  }
  // A vector of its own that no immediate names.
  if (step.op === 'bits') for (const declared of step.declared) typeOf(tables.builder, declared.shape);
  const constant = step.immediates.find((immediate) => 'constant' in immediate);
  if (constant !== undefined && 'constant' in constant)
    return [region.constant(typeOf(tables.builder, constant.constant.shape), constant.constant.value)];
  return [
    region.emit(
      step.op,
      operands,
      step.immediates.map((immediate) => numberOf(tables, immediate)),
    ),
  ];
}

function numberOf(tables: Tables, immediate: Immediate): number {
  if ('type' in immediate) return typeOf(tables.builder, immediate.type);
  if ('field' in immediate) return tables.fields.get(immediate.field)!.index;
  if ('release' in immediate) return releaseOf(tables, immediate.release).index;
  if ('error' in immediate)
    return tables.builder.error(
      immediate.error,
      (immediate.facts ?? []).map((fact) => typeOf(tables.builder, fact)),
    ).index;
  if ('number' in immediate) return immediate.number;
  throw new Error('a constant is written by itself');
}
