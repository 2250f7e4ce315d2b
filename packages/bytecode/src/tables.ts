// Rules about the module as a whole: fields and kinds of functions, tables in their one order and entirely used, secrets returned to their owner.
import { compareBytes } from '@enigma/crypto';
import { firstTableType, scalarRefs, tableType, type Module, type ModuleFunction, type TypeRef } from './module.ts';
import { constantBytes, typeBytes } from './encode.ts';
import * as limits from './limits.ts';
import type { Provenance } from './provenance.ts';
import { Refused } from './refusal.ts';
import { selectorOf, signatureOf } from './signature.ts';
import { depthOf, entryOf, holdsSecret, isPublic } from './types.ts';

/** What the forward pass met of each table. */
export interface Use {
  readonly types: Set<TypeRef>;
  readonly constants: Set<number>;
  /** Uses of each release site, and the sites in the order of first use. */
  readonly releases: number[];
  readonly releaseOrder: number[];
  /** Errors in the order of first use. */
  readonly errorOrder: Set<number>;
  readonly called: Set<number>;
  type(ref: TypeRef): void;
  release(site: number): void;
  error(index: number): void;
}

export function noUse(module: Module): Use {
  const use: Use = {
    types: new Set(),
    constants: new Set(),
    releases: module.releases.map(() => 0),
    releaseOrder: [],
    errorOrder: new Set(),
    called: new Set(),
    type(ref) {
      if (ref < firstTableType || use.types.has(ref)) return;
      use.types.add(ref);
      const type = tableType(module.types, ref);
      if (type?.kind === 'vector' || type?.kind === 'array') use.type(type.element);
      if (type?.kind === 'record') for (const member of type.members) use.type(member.type);
    },
    release(site) {
      if (use.releases[site] === 0) use.releaseOrder.push(site);
      use.releases[site] = (use.releases[site] ?? 0) + 1;
    },
    error(index) {
      use.errorOrder.add(index);
    },
  };
  for (const constant of module.consts) use.type(constant.type);
  for (const field of module.fields) use.type(field.type);
  for (const error of module.errors) for (const fact of error.facts) use.type(fact);
  return use;
}

/** Names, kinds and what each kind may have. Independent of the bodies. */
export function checkFields(module: Module): void {
  distinct(
    'field',
    module.fields.map((field) => field.name),
  );
  for (const type of module.types)
    if (type.kind === 'record')
      distinct(
        'member',
        type.members.map((member) => member.name),
      );
  atMost('inbox', module.fields.filter((field) => field.kind === 'inbox').length, 1);
  atMost('constructor', module.functions.filter((fn) => fn.kind === 'ctor').length, 1);
  atMost('scheduled', module.functions.filter((fn) => fn.kind === 'scheduled').length, limits.SCHEDULES_MAX);
  for (const field of module.fields) {
    // Under the label s, and in an entry, all is secret: a mark on a member inside would be a second spelling of the same.
    if ((field.label === 's' || field.kind === 'inbox') && holdsSecret(module.types, field.type))
      throw new Refused('E-FIELD', { field: field.name, what: 'secret member' });
    if (field.kind === 'map' && (field.label !== 'p' || entryOf(module.types, field.type) === undefined))
      throw new Refused('E-FIELD', { field: field.name, what: 'map of public keys' });
    if (field.kind === 'inbox' && (field.label !== 's' || tableType(module.types, field.type)?.kind !== 'record'))
      throw new Refused('E-FIELD', { field: field.name, what: 'inbox of a secret record' });
    if (field.kind === 'inbox' && !fixedSize(module, field.type))
      throw new Refused('E-FIELD', { field: field.name, what: 'inbox of a fixed size' });
  }
  for (const fn of module.functions) checkKind(module, fn);
}

function checkKind(module: Module, fn: ModuleFunction): void {
  const refuse = (what: string): never => {
    throw new Refused('E-KIND', { function: fn.name, what });
  };
  if (fn.params.length > limits.PARAMS_MAX || fn.results.length > limits.RESULTS_MAX)
    refuse('too many parameters or results');
  if (selectorOf(signatureOf(module.types, fn.name, fn.params), fn.kind) !== fn.selector)
    throw new Refused('E-SELECTOR', { function: fn.name });
  distinct(
    'parameter',
    fn.params.map((param) => param.name),
  );
  if ((fn.kind === 'ctor') !== (fn.name === 'constructor')) refuse('constructor');
  if (fn.kind === 'ctor' && fn.results.length > 0) refuse('results of a constructor');
  // The committee that could mask a constructor's secret is drawn only after it; so are initHash's bytes public.
  if (fn.kind === 'ctor' && fn.params.some((param) => !isPublic(module.types, param)))
    refuse('secret constructor argument');
  if (fn.kind === 'scheduled') {
    const field = module.fields[fn.atBlock ?? -1];
    if (field?.kind !== 'readonly' || field.type !== scalarRefs.u64 || field.label !== 'p') refuse('height field');
    if (fn.params.length > 0) refuse('parameters');
  }
  // A label on a member inside would make two kinds of argument in one value; arguments are masked or public as a whole, and of fixed size:
  // the widths of the masks a caller asks for follow from the function alone.
  for (const place of [...fn.params, ...fn.results])
    if (fn.kind !== 'internal' && holdsSecret(module.types, place.type)) refuse('secret member in a public place');
  for (const param of fn.params)
    if (fn.kind !== 'internal' && param.label === 's' && !fixedSize(module, param.type))
      refuse('secret argument without a fixed size');
  for (const result of fn.results) {
    const secret = !isPublic(module.types, result);
    if (fn.kind === 'internal' && result.release !== undefined) throw new Refused('E-RELEASE', { function: fn.name });
    if (!secret && result.release !== undefined)
      throw new Refused('E-RELEASE', { function: fn.name, what: 'public result' });
    if (secret && fn.kind === 'view') throw new Refused('E-VIEW', { function: fn.name });
    if (secret && fn.kind === 'scheduled')
      throw new Refused('E-READER', { function: fn.name, what: 'a scheduled function has no caller' });
    if (secret && (fn.kind === 'call' || fn.kind === 'read') && result.release === undefined)
      throw new Refused('E-READER', { function: fn.name, what: 'return without a site' });
  }
}

function fixedSize(module: Module, ref: TypeRef): boolean {
  const type = tableType(module.types, ref);
  if (type?.kind === 'vector') return false;
  if (type?.kind === 'array') return fixedSize(module, type.element);
  return type?.kind !== 'record' || type.members.every((member) => fixedSize(module, member.type));
}

/** Rule 8: one order, nothing twice, nothing unused. */
export function checkTables(module: Module, use: Use): void {
  module.types.forEach((type, i) => {
    const ref = firstTableType + i;
    const before = module.types[i - 1];
    if (!use.types.has(ref)) throw new Refused('E-CANONICAL', { what: 'unused type', index: i });
    if (before === undefined) return;
    const byDepth = depthOf(module.types, ref) - depthOf(module.types, ref - 1);
    if (byDepth < 0 || (byDepth === 0 && compareBytes(typeBytes(before), typeBytes(type)) >= 0))
      throw new Refused('E-CANONICAL', { what: 'order of types', index: i });
  });
  module.consts.forEach((constant, i) => {
    const before = module.consts[i - 1];
    if (!use.constants.has(i)) throw new Refused('E-CANONICAL', { what: 'unused constant', index: i });
    if (before === undefined) return;
    const byType = constant.type - before.type;
    const byValue = compareBytes(constantBytes(module.types, before), constantBytes(module.types, constant));
    if (byType < 0 || (byType === 0 && byValue >= 0))
      throw new Refused('E-CANONICAL', { what: 'order of constants', index: i });
  });
  // Ascending, so none twice.
  for (let i = 1; i < module.functions.length; i++)
    if ((module.functions[i - 1] as ModuleFunction).selector >= (module.functions[i] as ModuleFunction).selector)
      throw new Refused('E-CANONICAL', { what: 'order of functions', index: i });
  module.functions.forEach((fn, i) => {
    if (fn.kind === 'internal' && !use.called.has(i))
      throw new Refused('E-CANONICAL', { what: 'unused function', function: fn.name });
  });
  inOrder('releases', use.releaseOrder, module.releases.length);
  inOrder('errors', [...use.errorOrder], module.errors.length);
}

/** A secret goes back to its caller without a reason only if all of it came from him in this call; anything else needs one. */
export function checkReaders(module: Module, provenance: Provenance): void {
  module.releases.forEach((release, site) => {
    if (release.kind === 'reveal' || release.reason.trim() !== '') return;
    const facts = provenance.sites[site];
    if (!facts?.ownerOnly) throw new Refused('E-READER', { site, what: 'reason missing' });
  });
}

function inOrder(what: string, order: readonly number[], count: number): void {
  if (order.length !== count || order.some((entry, i) => entry !== i))
    throw new Refused('E-CANONICAL', { what: `order of ${what}` });
}

function distinct(what: string, names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new Refused('E-FORMAT', { what: `${what} twice`, name });
    seen.add(name);
  }
}

function atMost(what: string, count: number, max: number): void {
  if (count > max) throw new Refused('E-KIND', { what, max });
}
