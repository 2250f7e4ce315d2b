/**
 * The verifier: one forward pass over every function, driven by the opcode table, then the passes over the whole module that need its result (sources, open
 * mode). Nothing it reads is trusted; each rule is named in `rules.ts`. Since regions are structured and conditions public, no secret decides what runs: what
 * is left to check is where each value goes.
 */
import {
  scalarRefs,
  type Declared,
  type Instruction,
  type Module,
  type ModuleFunction,
  type Region,
  type TypeRef,
} from './module.ts';
import { contextNumbers, opcodes } from './opcodes.ts';
import { codeHashOf, encodeModule } from './encode.ts';
import { decodeModule, resultCountOf, shapeOf } from './decode.ts';
import { effectsOf, type Effects } from './effects.ts';
import * as limits from './limits.ts';
import { accept, meter, outcomeOf, Refused, type Facts, type Meter, type Outcome } from './refusal.ts';
import { allRules, type Rules } from './rules.ts';
import { checkFields, checkReaders, checkTables, noUse, type Use } from './tables.ts';
import { checkDeclared, elementOf, foldAssociative, need, needCount, rows, vectorType, type Typing } from './typing.ts';
import { randomRows } from './typingRandom.ts';
import { vectorRows } from './typingVectors.ts';
import { isPublic, isType, join } from './types.ts';
import { isFieldName, isName, isText } from './internal/reader.ts';
import { sourcesOf, type Provenance } from './provenance.ts';
import { openModesOf, type OpenMode } from './openMode.ts';

/** What the pass found out about one function. */
export interface FunctionFacts {
  /** Type and label of every value, by its number. */
  readonly values: readonly Declared[];
  readonly effects: Effects;
}

declare const verified: unique symbol;

/** A module that passed. Everything that runs, prices or reports takes this and never a bare module. */
export interface Verified {
  readonly module: Module;
  readonly bytes: Uint8Array;
  readonly codeHash: `0x${string}`;
  readonly functions: readonly FunctionFacts[];
  readonly provenance: Provenance;
  /** By release site. */
  readonly openModes: readonly OpenMode[];
  /** By function and result: whether it holds a revealed value, and so is published masked when the contract opens after settlement. */
  readonly revealed: readonly (readonly boolean[])[];
  readonly [verified]: true;
}

/** Decodes and verifies: the one door for bytes from outside. */
export function loadModule(bytes: Uint8Array, rules: Rules = allRules): Outcome<Verified> {
  const decoded = decodeModule(bytes, rules);
  return decoded.ok ? verifyModule(decoded.value, rules, bytes) : decoded;
}

/** Verifies a module in memory. It must be numbered as its bytes would be; the builder and the decoder both see to that. */
export function verifyModule(module: Module, rules: Rules = allRules, bytes?: Uint8Array): Outcome<Verified> {
  const pass = outcomeOf(() => {
    const count = meter(limits.VERIFY_STEPS_MAX);
    checkLimits(module);
    checkWords(module);
    checkFields(module);
    const effects = effectsOf(module, rules);
    const use = noUse(module);
    const functions = module.functions.map((fn, index) => {
      const values = new FunctionPass(module, rules, use, effects, count, fn).run();
      return { values, effects: effects[index] as Effects };
    });
    if (rules.canonicalTables) checkTables(module, use);
    if (rules.releaseSites) checkReleases(module, use);
    const provenance = sourcesOf(module, effects, count);
    if (rules.readers) checkReaders(module, provenance);
    return { functions, provenance, ...openModesOf(module, count) };
  });
  if (!pass.ok) return pass;
  const encoded = bytes ?? encodeModule(module);
  if (encoded.length > limits.MODULE_BYTES_MAX)
    return { ok: false, code: 'E-LIMIT', facts: { what: 'module bytes', max: limits.MODULE_BYTES_MAX } };
  return accept({ module, bytes: encoded, codeHash: codeHashOf(encoded), ...pass.value } as unknown as Verified);
}

function checkLimits(module: Module): void {
  const bounds: readonly [string, number, number][] = [
    ['types', module.types.length, limits.TABLE_TYPES_MAX],
    ['constants', module.consts.length, limits.CONSTS_MAX],
    ['fields', module.fields.length, limits.FIELDS_MAX],
    ['releases', module.releases.length, limits.RELEASES_MAX],
    ['errors', module.errors.length, limits.ERRORS_MAX],
    ['functions', module.functions.length, limits.FUNCTIONS_MAX],
  ];
  for (const [what, count, max] of bounds) if (count > max) throw new Refused('E-LIMIT', { what, max });
}

/** Names and texts are those that bytes can have: a module in memory must not pass whose bytes are then refused. */
function checkWords({ types, fields, functions, releases, errors }: Module): void {
  const members = types.flatMap((type) => (type.kind === 'record' ? type.members : []));
  for (const { name } of fields) if (!isFieldName(name)) throw new Refused('E-FORMAT', { what: 'name', name });
  const names = [...members, ...functions, ...functions.flatMap(({ params }) => params)];
  for (const { name } of names) if (!isName(name)) throw new Refused('E-FORMAT', { what: 'name', name });
  for (const text of [...releases.map(({ reason }) => reason), ...errors.map((error) => error.text)])
    if (!isText(text)) throw new Refused('E-FORMAT', { what: 'text' });
}

/** Rule 7: every site was reached, by exactly one instruction or result, and says why. */
function checkReleases(module: Module, use: Use): void {
  module.releases.forEach((release, site) => {
    if (use.releases[site] !== 1) throw new Refused('E-RELEASE', { site, uses: use.releases[site] ?? 0 });
    if (release.kind === 'reveal' && release.reason.trim() === '') throw new Refused('E-REASON', { site });
  });
}

class FunctionPass {
  readonly #module: Module;
  readonly #rules: Rules;
  readonly #use: Use;
  readonly #effects: readonly Effects[];
  readonly #meter: Meter;
  readonly #fn: ModuleFunction;
  readonly #resultCounts: readonly number[];
  readonly #values: Declared[] = [];
  /** Region in which each value was made. */
  readonly #home: number[] = [];
  readonly #makers: (Instruction | undefined)[] = [];
  readonly #open = new Set<number>();
  #regions = 0;
  #instructions = 0;
  #parallel = 0;
  #where: Facts;

  constructor(module: Module, rules: Rules, use: Use, effects: readonly Effects[], count: Meter, fn: ModuleFunction) {
    this.#module = module;
    this.#rules = rules;
    this.#use = use;
    this.#effects = effects;
    this.#meter = count;
    this.#fn = fn;
    this.#resultCounts = module.functions.map(({ results }) => results.length);
    this.#where = { function: fn.name };
  }

  run(): readonly Declared[] {
    const fn = this.#fn;
    for (const place of [...fn.params, ...fn.results]) this.#use.type(place.type);
    const results = this.#region(fn.body, fn.params, 0, () => {});
    const typing = this.#typing();
    need(typing, results.length === fn.results.length, 'results');
    fn.results.forEach((declared, i) => {
      need(typing, results[i]?.type === declared.type, `result ${i}`);
      checkDeclared(typing, declared, results[i], `result ${i}`);
      if (declared.release !== undefined) this.#useRelease(declared.release, 'return');
    });
    return this.#values;
  }

  /** Runs a region; the yield's operands come back, checked by `atYield` while the region is still open. */
  #region(
    region: Region,
    params: readonly Declared[],
    depth: number,
    atYield: (values: readonly Declared[]) => void,
  ): readonly Declared[] {
    if (depth > limits.NESTING_MAX)
      throw new Refused('E-LIMIT', { ...this.#where, what: 'nesting', max: limits.NESTING_MAX });
    if (region.firstParam !== this.#values.length || region.paramCount !== params.length)
      throw new Refused('E-FORMAT', { ...this.#where, what: 'numbering of a region' });
    const home = this.#regions++;
    this.#open.add(home);
    for (const param of params) this.#add(param, home, undefined);
    let yielded: readonly Declared[] | undefined;
    for (const instruction of region.instructions) {
      if (yielded) throw new Refused('E-REGION', { ...this.#where, what: 'instruction after yield' });
      this.#where = { function: this.#fn.name, instruction: this.#instructions++, op: instruction.op };
      if (this.#instructions > limits.INSTRUCTIONS_MAX)
        throw new Refused('E-LIMIT', { ...this.#where, what: 'instructions' });
      const operands = this.#operands(instruction);
      if (instruction.op === 'yield') {
        atYield(operands);
        yielded = operands;
      } else this.#instruction(instruction, operands, home, depth);
    }
    if (!yielded) throw new Refused('E-REGION', { ...this.#where, what: 'region without yield' });
    this.#open.delete(home);
    return yielded;
  }

  /** Rule 1. */
  #operands(instruction: Instruction): readonly Declared[] {
    this.#meter.step(1 + instruction.operands.length);
    if (instruction.operands.length > limits.OPERANDS_MAX)
      throw new Refused('E-LIMIT', { ...this.#where, what: 'operands' });
    return instruction.operands.map((id) => {
      const value = this.#values[id];
      const visible = value !== undefined && this.#open.has(this.#home[id] as number);
      if (value === undefined || (this.#rules.dominance && !visible))
        throw new Refused('E-SCOPE', { ...this.#where, operand: id });
      return value;
    });
  }

  #instruction(instruction: Instruction, operands: readonly Declared[], home: number, depth: number): void {
    const { op } = instruction;
    const where = this.#where;
    this.#checkShape(instruction);
    this.#checkPublic(instruction, operands);
    this.#checkPlace(instruction);
    const results = this.#results(instruction, operands, depth);
    this.#where = where;
    if (results.length !== instruction.resultCount) throw new Error('a row makes as many values as its shape says');
    if (results.length > 0 && instruction.result !== this.#values.length)
      throw new Refused('E-FORMAT', { ...where, what: 'numbering of results' });
    for (const result of results) this.#add(result, home, op === 'ctx' || op === 'rand.perm' ? instruction : undefined);
  }

  #results(instruction: Instruction, operands: readonly Declared[], depth: number): readonly Declared[] {
    const typing = this.#typing();
    const regions = instruction.regions ?? [];
    switch (instruction.op) {
      case 'if':
        return this.#if(typing, regions, operands, depth);
      case 'for':
        needCount(typing, operands[0]);
        return this.#loop(typing, instruction, operands.slice(1), [operands[0] as Declared], depth);
      case 'while':
        return this.#while(typing, instruction, operands, depth);
      case 'each':
        return this.#each(typing, regions[0] as Region, operands, depth);
      case 'fold': {
        if (instruction.immediates[0] !== 0) return foldAssociative(typing, instruction, operands);
        const vector = operands[0] as Declared;
        const element = { type: elementOf(typing, vector.type), label: vector.label };
        return this.#loop(
          typing,
          instruction,
          operands.slice(1),
          [{ type: scalarRefs.u32, label: 'p' }, element],
          depth,
        );
      }
      case 'call':
        return this.#call(typing, instruction, operands);
      default: {
        const row = rows[instruction.op] ?? vectorRows[instruction.op] ?? randomRows[instruction.op];
        if (!row) throw new Error('an opcode that runs has a row');
        return row(typing, instruction, operands);
      }
    }
  }

  #if(typing: Typing, regions: readonly Region[], operands: readonly Declared[], depth: number): readonly Declared[] {
    need(typing, operands[0]?.type === scalarRefs.bool, 'condition');
    const [whenTrue, whenFalse] = regions.map((region) => this.#region(region, [], depth + 1, () => {}));
    need(typing, whenTrue?.length === whenFalse?.length, 'both sides yield alike');
    return (whenTrue ?? []).map((value, i) => {
      const other = whenFalse?.[i];
      need(typing, other === undefined || other.type === value.type, 'both sides yield alike');
      return { type: value.type, label: join(value.label, other?.label ?? 'p') };
    });
  }

  /** `for`, `while` and general `fold`: rule 5, once at entry and once at yield; the declared labels make iteration needless. `ahead` values are yielded before what is carried. */
  #loop(
    typing: Typing,
    instruction: Instruction,
    initial: readonly Declared[],
    lead: readonly Declared[],
    depth: number,
    ahead = 0,
    atYield: (values: readonly Declared[]) => void = () => {},
  ): readonly Declared[] {
    const declared = instruction.carried ?? [];
    for (const carried of declared) this.#use.type(carried.type);
    const check = (values: readonly Declared[], when: string): void => {
      need(typing, values.length === declared.length, `carried at ${when}`);
      declared.forEach((carried, i) => {
        need(typing, values[i]?.type === carried.type, `carried ${i} at ${when}`);
        if (this.#rules.carriedLabels && values[i]?.label !== carried.label)
          throw new Refused('E-LABEL', { ...this.#where, carried: i, at: when });
      });
    };
    check(initial, 'entry');
    this.#region(instruction.regions?.[0] as Region, [...lead, ...declared], depth + 1, (values) => {
      atYield(values.slice(0, ahead));
      check(values.slice(ahead), 'yield');
    });
    return declared.map(({ type, label }) => ({ type, label }));
  }

  /** The condition of the next round is yielded before what is carried: public, as the first one is. */
  #while(
    typing: Typing,
    instruction: Instruction,
    [condition, ...initial]: readonly Declared[],
    depth: number,
  ): readonly Declared[] {
    const rounds = instruction.immediates[0] as number;
    if (rounds < 1 || rounds > limits.WHILE_ROUNDS_MAX)
      throw new Refused('E-LIMIT', { ...this.#where, what: 'rounds', max: limits.WHILE_ROUNDS_MAX });
    need(typing, condition?.type === scalarRefs.bool, 'condition');
    return this.#loop(typing, instruction, initial, [], depth, 1, ([next]) => {
      need(typing, next?.type === scalarRefs.bool, 'condition at yield');
      if (this.#rules.mustBePublic && next?.label !== 'p') throw new Refused('E-FLOW', { ...this.#where, operand: 0 });
    });
  }

  #each(typing: Typing, region: Region, operands: readonly Declared[], depth: number): readonly Declared[] {
    const [count, ...vectors] = operands;
    needCount(typing, count);
    const elements = vectors.map(({ type, label }) => ({ type: elementOf(typing, type), label }));
    this.#parallel += 1;
    const yielded = this.#region(region, [count as Declared, ...elements], depth + 1, () => {});
    this.#parallel -= 1;
    return yielded.map(({ type, label }) => ({ type: vectorType(typing, type), label }));
  }

  #call(typing: Typing, instruction: Instruction, operands: readonly Declared[]): readonly Declared[] {
    const index = instruction.immediates[0] as number;
    // `effectsOf` has refused a call of no function.
    const callee = this.#module.functions[index] as ModuleFunction;
    if (callee.kind !== 'internal' && this.#rules.effects)
      throw new Refused('E-CALLS', { ...this.#where, what: callee.kind });
    this.#use.called.add(index);
    need(typing, operands.length === callee.params.length, 'arguments');
    callee.params.forEach((param, i) => {
      need(typing, operands[i]?.type === param.type, `argument ${param.name}`);
      checkDeclared(typing, param, operands[i], `argument ${param.name}`);
    });
    return callee.results.map(({ type, label }) => ({ type, label }));
  }

  /** The instruction has the immediates, operands, regions and results that its row says; the decoder's modules do by construction. */
  #checkShape(instruction: Instruction): void {
    const row = opcodes[instruction.op];
    const shape = shapeOf(instruction.op, instruction.immediates, instruction.operands.length);
    const { carried = [], regions = [], immediates, operands } = instruction;
    const resultCount = resultCountOf(instruction.op, immediates, shape.carried ?? 0, regions, this.#resultCounts);
    if (
      row.since === 0 ||
      immediates.length !== row.immediates.length ||
      (row.variadic ? operands.length < row.operands : operands.length !== row.operands) ||
      carried.length !== (shape.carried ?? 0) ||
      regions.length !== shape.regions ||
      instruction.resultCount !== resultCount
    )
      throw new Refused('E-FORMAT', { ...this.#where, what: 'shape of the instruction' });
    row.immediates.forEach((kind, i) => {
      const value = instruction.immediates[i] as number;
      if (kind === 'type') this.#use.type(value);
      else if (kind === 'constant') this.#use.constants.add(value);
      else if (kind === 'error') this.#use.error(value);
      else if (kind === 'release') this.#useRelease(value, instruction.op);
    });
  }

  #useRelease(site: number, kind: string): void {
    const release = this.#module.releases[site];
    if (release === undefined || (this.#rules.releaseSites && release.kind !== kind))
      throw new Refused('E-RELEASE', { ...this.#where, site });
    this.#use.release(site);
  }

  /** Rule 4. */
  #checkPublic(instruction: Instruction, operands: readonly Declared[]): void {
    if (!this.#rules.mustBePublic) return;
    const row = opcodes[instruction.op];
    const positions = row.mustBePublic === 'all' ? operands.map((_, i) => i) : row.mustBePublic;
    for (const i of positions) {
      const operand = operands[i];
      if (operand && !isPublic(this.#module.types, operand)) {
        if (row.refusal === 'none') throw new Error('a row with public operands names its refusal');
        throw new Refused(row.refusal, { ...this.#where, operand: i });
      }
    }
  }

  /** Effects by kind of function and region. */
  #checkPlace(instruction: Instruction): void {
    const { op, immediates } = instruction;
    if (!this.#rules.effects) return;
    const kind = this.#fn.kind;
    const effects = op === 'call' ? this.#effects[immediates[0] as number] : undefined;
    const state = opcodes[op].effect === 'state' || effects?.state === true;
    const release = opcodes[op].effect === 'release' || effects?.release === true;
    const draw = opcodes[op].effect === 'draw' || effects?.draw === true;
    if (this.#parallel > 0 && state) throw new Refused('E-REGION', { ...this.#where, what: 'state inside each' });
    if (kind === 'view' && (state || release || draw)) throw new Refused('E-VIEW', { ...this.#where });
    if (kind === 'read' && state) throw new Refused('E-READ', { ...this.#where });
    if (kind === 'ctor' && (release || op === 'inbox.take' || effects?.inbox))
      throw new Refused('E-KIND', { ...this.#where, what: 'constructor' });
    if (kind === 'ctor' && (op === 'emit' || effects?.emit))
      throw new Refused('E-KIND', { ...this.#where, what: 'event of a constructor' });
    // A constructor is computed in the open, by whoever asks.
    if (kind === 'ctor' && draw) throw new Refused('E-KIND', { ...this.#where, what: 'random draw of a constructor' });
    if (op === 'st.set' && kind !== 'ctor' && this.#module.fields[immediates[0] as number]?.kind === 'readonly')
      throw new Refused('E-FIELD', { ...this.#where, what: 'readonly' });
    // An engine moves places by what stands behind a draw, and numbers of another origin have nothing there.
    if (op === 'permute')
      need(this.#typing(), this.#isDrawn(instruction.operands[1] as number), 'permutation drawn here');
    if (this.#rules.readers && op === 'send' && !this.#isSender(instruction.operands[0] as number))
      throw new Refused('E-READER', { ...this.#where, what: 'recipient is not ctx sender' });
    if (this.#rules.readers && kind === 'scheduled' && (op === 'send' || effects?.send))
      throw new Refused('E-READER', { ...this.#where, what: 'a scheduled function has no sender' });
  }

  #isDrawn(id: number): boolean {
    return this.#makers[id]?.op === 'rand.perm';
  }

  #isSender(id: number): boolean {
    const maker = this.#makers[id];
    return maker?.op === 'ctx' && maker.immediates[0] === contextNumbers.sender;
  }

  #typing(): Typing {
    return {
      module: this.#module,
      rules: this.#rules,
      where: this.#where,
      useType: (ref: TypeRef) => this.#use.type(ref),
    };
  }

  #add(value: Declared, home: number, maker: Instruction | undefined): void {
    if (!isType(this.#module.types, value.type))
      throw new Refused('E-TYPE', { ...this.#where, what: 'type outside the table' });
    this.#values.push({ type: value.type, label: value.label });
    this.#home.push(home);
    this.#makers.push(maker);
  }
}
