// A kit for forgeries: modules that no compiler writes and bytes that no encoder writes. Each stands beside an honest neighbour that is accepted, so that what is refused is the forgery
// and nothing else about it.
import assert from 'node:assert/strict';
import {
  decodeModule,
  encodeModule,
  loadModule,
  moduleBuilder,
  scalarRefs,
  verifyModule,
  type BuiltValue,
  type Field,
  type FunctionShape,
  type Instruction,
  type Module,
  type ModuleBuilder,
  type ModuleFunction,
  type OpName,
  type Outcome,
  type RefusalCode,
  type Region,
  type RegionBuilder,
  type TypeRef,
} from '@enigma/bytecode';

/** What would be gained, which names the test; the refusal's code and the fact that says which of its checks spoke; the honest neighbour and the forgery. */
export type Forgery = readonly [
  gains: string,
  code: RefusalCode,
  what: string | undefined,
  make: () => readonly [honest: Module, forged: Module | Uint8Array],
];

function refusalOf(outcome: Outcome<unknown>): readonly [code: string, what: unknown] {
  return outcome.ok ? ['accepted', undefined] : [outcome.code, outcome.facts['what']];
}

/** The decoder refuses the bytes; those of the neighbour pass both stages. */
export function refusedAsBytes([, code, what, make]: Forgery): void {
  const [honest, forged] = make();
  assert.deepEqual(refusalOf(loadModule(encodeModule(honest))), ['accepted', undefined]);
  assert.deepEqual(refusalOf(decodeModule(forged instanceof Uint8Array ? forged : encodeModule(forged))), [code, what]);
}

/** The verifier refuses the module, as bytes too. */
export function refusedByBoth([, code, what, make]: Forgery): void {
  const [honest, forged] = make() as readonly [Module, Module];
  assert.deepEqual(refusalOf(loadModule(encodeModule(honest))), ['accepted', undefined]);
  assert.deepEqual(refusalOf(verifyModule(forged)), [code, what]);
  assert.deepEqual(refusalOf(loadModule(encodeModule(forged))), [code, what]);
}

/** The verifier refuses a module in memory that no bytes decode to. */
export function refusedInMemory([, code, what, make]: Forgery): void {
  const [honest, forged] = make() as readonly [Module, Module];
  assert.deepEqual(refusalOf(verifyModule(honest)), ['accepted', undefined]);
  assert.deepEqual(refusalOf(verifyModule(forged)), [code, what]);
}

/** f(), called by anybody, and what `build` puts around and into it. */
export function moduleOf(build: (m: ModuleBuilder) => ((r: RegionBuilder) => void) | void): Module {
  const m = moduleBuilder();
  const body = build(m);
  m.function({ name: 'f', kind: 'call' }, (r) => (body?.(r), []));
  return m.finish();
}

/** One function of that shape, which gives zeros or what is kept. */
export function functionOf(shape: (m: ModuleBuilder) => FunctionShape): Module {
  const m = moduleBuilder();
  const box = m.field('box', 'state', scalarRefs.u8, 's');
  const given = shape(m);
  m.function(given, (r) =>
    (given.results ?? []).map(({ label, type }) => (label === 's' ? r.get(box) : r.constant(type, 0))),
  );
  return m.finish();
}

export const PARAMS = [
  { name: 'x', type: scalarRefs.u8, label: 's' },
  { name: 'n', type: scalarRefs.u8, label: 'p' },
] as const;

export type Body = (r: RegionBuilder, m: ModuleBuilder, x: BuiltValue, n: BuiltValue) => unknown;

/** f(x secret u8, n public u8), which gives nothing. */
export function body(build: Body): Module {
  const m = moduleBuilder();
  m.function({ name: 'f', kind: 'call', params: PARAMS }, (r, [x, n]) => (build(r, m, x!, n!), []));
  return m.finish();
}

export const one = (r: RegionBuilder, type: TypeRef): BuiltValue => r.constant(type, 1);

/** f() whose body is these emissions alone. */
export function bodyOf(build: (r: RegionBuilder) => void): Module {
  return moduleOf(() => build);
}

/** A contract with one public field of that type. */
export function fieldOf(type: (m: ModuleBuilder) => TypeRef): Module {
  return moduleOf((m) => void m.field('held', 'state', type(m), 'p'));
}

/** The module with its function of that index changed. */
export function withFunction(
  module: Module,
  index: number,
  change: (fn: ModuleFunction) => Partial<ModuleFunction>,
): Module {
  return { ...module, functions: module.functions.map((fn, i) => (i === index ? { ...fn, ...change(fn) } : fn)) };
}

/** Each region of each function changed, inner ones first. */
export function withRegions(module: Module, change: (region: Region) => Partial<Region>): Module {
  const walk = (region: Region): Region => {
    const instructions = region.instructions.map((one) =>
      one.regions === undefined ? one : { ...one, regions: one.regions.map(walk) },
    );
    const inner = { ...region, instructions };
    return { ...inner, ...change(inner) };
  };
  return { ...module, functions: module.functions.map((fn) => ({ ...fn, body: walk(fn.body) })) };
}

/** Each instruction of that opcode changed. */
export function withOp(module: Module, op: OpName, change: (one: Instruction) => Partial<Instruction>): Module {
  return withRegions(module, ({ instructions }) => ({
    instructions: instructions.map((one) => (one.op === op ? { ...one, ...change(one) } : one)),
  }));
}

/** The bytes with `removed` of them at `at` replaced; a negative `at` counts from the end. */
export function patched(bytes: Uint8Array, at: number, removed: number, ...put: readonly number[]): Uint8Array {
  const out = [...bytes];
  out.splice(at, removed, ...put);
  return Uint8Array.from(out);
}

/** Each field of the module changed. */
export function withFields(module: Module, change: Partial<Field>): Module {
  return { ...module, fields: module.fields.map((field) => ({ ...field, ...change })) };
}

/** `count` regions of `if`, one in the other, the innermost empty. */
export function nested(r: RegionBuilder, count: number): void {
  if (count === 0) return;
  const condition = r.constant(scalarRefs.bool, 1);
  r.if(
    condition,
    (inner) => (nested(inner, count - 1), []),
    () => [],
  );
}

/** Events, each told once, of texts so long. */
export function saying(events: number, textBytes: number): Module {
  return moduleOf((m) => {
    const said = Array.from({ length: events }, (_, i) => m.error(`${i}`.padEnd(textBytes, '.')));
    return (r) => said.forEach(({ index }) => r.emit('emit', [], [index]));
  });
}

/** So many instructions, in two regions of one body, since one has no room for all. */
export function long(instructions: number): Module {
  const fill = (inner: RegionBuilder, count: number): readonly [] => {
    for (let i = 0; i < count; i++) inner.context('height');
    return [];
  };
  // Beside those: the condition, the `if` and three yields.
  const half = Math.floor(instructions / 2);
  return bodyOf(
    (r) =>
      void r.if(
        r.constant(scalarRefs.bool, 1),
        (inner) => fill(inner, half),
        (inner) => fill(inner, instructions - 5 - half),
      ),
  );
}
