// The search behind neutrality.ts: which fields others cannot put themselves into, whom functions ask for by them, and what follows from that, as bits through the code.
import { instructionsOf, reachedFrom } from './effects.ts';
import { propagate, type Bits } from './flow.ts';
import * as limits from './limits.ts';
import { firstTableType, type Instruction, type Module, type ModuleFunction, type ValueId } from './module.ts';
import { contextNumbers, opcodes } from './opcodes.ts';
import { definitions, runsOnce } from './once.ts';
import { meter, Refused } from './refusal.ts';
import type { Verified } from './verify.ts';
import type { NeutralityFinding, NeutralityRule } from './neutrality.ts';

const SENDER: Bits = 1n;
/** Senders of entries, and addresses that callers give. */
const NAMED: Bits = 2n;
const ENTRIES: Bits = 4n;
/** A number of entries, and so an index of one. */
const INDEX: Bits = 8n;
/** What the constructor was given, and who deployed. */
const GIVEN: Bits = 16n;
const FIELDS = 5n;
/** All that is not the deployer's word. */
const OTHERS: Bits = SENDER | NAMED | ENTRIES | INDEX;
const fieldBit = (field: number): Bits => 1n << (FIELDS + BigInt(field));

const NOBODY: ReadonlySet<number> = new Set();
/** Conditions that are put together of more are not seen through. */
const CONDITION_DEPTH_MAX = 64;
const FINDINGS_MAX = 1_000;

/** Writes and takes away; what else changes a field is `readonly` or an inbox, which no function writes. */
const WRITES = new Set(['st.set', 'map.set', 'map.del', 'arr.push', 'arr.pop']);
const READS = new Set(['st.get', 'map.get', 'map.has', 'map.key', 'arr.pop']);

/** Throws Refused where it takes too many steps, or finds more than anybody reads. */
export function findingsOf(verified: Verified): readonly NeutralityFinding[] {
  return new Search(verified).findings();
}

class Search {
  readonly #verified: Verified;
  readonly #module: Module;
  /** By function: what defines a value; parameters of functions and regions have nothing. */
  readonly #defined: readonly ReadonlyMap<ValueId, Instruction>[];
  readonly #places: readonly ReadonlyMap<Instruction, number>[];
  /** Functions that a function may run, itself first. */
  readonly #reached: readonly (readonly number[])[];
  /** By instruction: where its operands may come from. */
  readonly #origins = new Map<Instruction, readonly Bits[]>();
  readonly #roots: readonly number[];
  /** By root: fields that it, or what it calls, writes. */
  readonly #writes: readonly ReadonlySet<number>[];
  /** Answers of `#required` under the present closed fields: what is shared by many is looked at once. */
  #known = new Map<string, ReadonlySet<number>>();
  /** Fields that the constructor alone, or only roles, can write. */
  #closed: ReadonlySet<number> = new Set();
  #mask: Bits = 0n;
  /** By root: fields one of whose addresses its caller must be. */
  #guards: readonly ReadonlySet<number>[] = [];
  readonly #found = new Map<string, NeutralityFinding>();
  /** Of all that is done here: the bytes are anybody's. */
  readonly #meter = meter(limits.NEUTRALITY_STEPS_MAX);
  /** Fields in which the constructor puts whom its arguments name, or who deploys. */
  readonly #given = new Set<number>();

  constructor(verified: Verified) {
    this.#verified = verified;
    this.#module = verified.module;
    const { functions } = this.#module;
    this.#defined = functions.map(({ body }) => definitions(body));
    this.#places = functions.map(({ body }) => new Map([...instructionsOf(body)].map((one, i) => [one, i])));
    this.#reached = functions.map((_, f) => [...reachedFrom(this.#module, f)]);
    const written = functions.map(({ body }) => [...instructionsOf(body)].flatMap(fieldWritten));
    this.#writes = this.#reached.map((reached) => new Set(reached.flatMap((f) => written[f] ?? [])));
    this.#roots = functions.flatMap(({ kind }, f) => (kind === 'internal' || kind === 'ctor' ? [] : [f]));
    this.#trace();
    this.#close();
  }

  findings(): readonly NeutralityFinding[] {
    this.#listRoles();
    this.#followTests();
    this.#listReaders();
    this.#listDraws();
    this.#listSkims();
    this.#listSeats();
    return [...this.#found.values()];
  }

  /** Where addresses come from: the caller, entries and arguments, or fields, with what was put into these. */
  #trace(): void {
    const { fields, functions } = this.#module;
    const stored = fields.map((): Bits => 0n);
    for (let before = ''; before !== stored.join();) {
      before = stored.join();
      propagate(
        this.#module,
        {
          param: (f) => (functions[f]?.kind === 'internal' ? 0n : functions[f]?.kind === 'ctor' ? GIVEN : NAMED),
          control: () => 0n,
          argument: (bits) => bits,
          value: (f, instruction, operands) => {
            const { op, immediates } = instruction;
            const field = immediates[0] as number;
            const joined = operands.reduce((sum, bits) => sum | bits, 0n);
            this.#origins.set(instruction, operands);
            if (op === 'ctx')
              return immediates[0] !== contextNumbers.sender ? 0n : functions[f]?.kind === 'ctor' ? GIVEN : SENDER;
            if (op === 'inbox.take') return NAMED | ENTRIES;
            // Which one it is says nothing of what it holds.
            if (op === 'at' || op === 'slice') return operands[0] ?? 0n;
            if (op === 'len') return ((operands[0] ?? 0n) & ENTRIES) === 0n ? 0n : INDEX;
            if (WRITES.has(op)) {
              // Who is put there by fields is still named by them.
              stored[field] = (stored[field] ?? 0n) | (joined & ~OTHERS);
            }
            // Nobody chooses it.
            if (opcodes[op].effect === 'draw') return NAMED;
            return READS.has(op) ? fieldBit(field) | ((stored[field] ?? 0n) & ~GIVEN) : joined;
          },
        },
        this.#meter,
      );
    }
    stored.forEach((bits, field) => {
      if ((bits & GIVEN) !== 0n) this.#given.add(field);
    });
  }

  /**
   * The most fields of which it is true at once that whoever writes one is named by such fields, or writes what no caller, entry or draw, and no other field, has brought: a field that is set to itself
   * is not opened by it.
   */
  #close(): void {
    const { fields, functions } = this.#module;
    const brought = functions.map(({ body }) => {
      const bits = new Map<number, Bits>();
      for (const instruction of instructionsOf(body))
        for (const field of fieldWritten(instruction))
          bits.set(
            field,
            (this.#origins.get(instruction) ?? []).reduce((sum, one) => sum | one, bits.get(field) ?? 0n),
          );
      return bits;
    });
    const writers = fields.map((_, field) =>
      this.#roots
        .filter((root) => this.#writes[root]?.has(field))
        .map((root) => {
          const reached = this.#reached[root] ?? [];
          this.#meter.step(reached.length);
          return { root, bits: reached.reduce((sum, f) => sum | (brought[f]?.get(field) ?? 0n), 0n) };
        }),
    );
    let closed = new Set(fields.flatMap(({ kind }, field) => (kind === 'inbox' ? [] : [field])));
    for (;;) {
      this.#closed = closed;
      this.#mask = maskOf(closed);
      this.#known = new Map();
      this.#guards = functions.map((_, f) => (this.#roots.includes(f) ? this.#guardOf(f) : new Set<number>()));
      const open = OTHERS | maskOf([...fields.keys()].filter((field) => !closed.has(field)));
      const next = new Set(
        [...closed].filter((field) => {
          this.#meter.step(1 + (writers[field]?.length ?? 0));
          return writers[field]?.every(({ root, bits }) => (this.#guards[root]?.size ?? 0) > 0 || (bits & open) === 0n);
        }),
      );
      if (next.size === closed.size) return;
      closed = next;
    }
  }

  /** Fields of the first condition that nobody but those in them can meet; a trap undoes the whole call, wherever it stands. */
  #guardOf(f: number): ReadonlySet<number> {
    return this.#remembered(`${f}`, () => this.#guardIn(f));
  }

  #remembered(key: string, answer: () => ReadonlySet<number>): ReadonlySet<number> {
    const known = this.#known.get(key) ?? answer();
    this.#known.set(key, known);
    return known;
  }

  #guardIn(f: number): ReadonlySet<number> {
    for (const { op, operands, immediates } of (this.#module.functions[f] as ModuleFunction).body.instructions) {
      this.#meter.step(1);
      const found =
        op === 'trap'
          ? this.#required(f, operands[0] as ValueId, true, 0)
          : op === 'call'
            ? this.#guardOf(immediates[0] as number)
            : undefined;
      if (found && found.size > 0) return found;
    }
    return new Set();
  }

  /** Fields of which one must name the caller for the value to be as said; empty where somebody else can bring it about, or where that is not seen. */
  #required(f: number, value: ValueId, holds: boolean, depth: number): ReadonlySet<number> {
    if (depth > CONDITION_DEPTH_MAX) return NOBODY;
    return this.#remembered(`${f} ${value} ${holds}`, () => this.#requiredIn(f, value, holds, depth + 1));
  }

  #requiredIn(f: number, value: ValueId, holds: boolean, depth: number): ReadonlySet<number> {
    const instruction = this.#defined[f]?.get(value);
    if (instruction === undefined) return NOBODY;
    const { op, operands, immediates } = instruction;
    const of = (i: number, as = holds): ReadonlySet<number> => this.#required(f, operands[i] as ValueId, as, depth);
    if (op === 'not') return of(0, !holds);
    if (op === 'and' || op === 'or') {
      const [a, b] = [of(0), of(1)];
      // Both hold: either says who. One of them does: it takes both to know.
      if ((op === 'and') === holds) return a.size > 0 ? a : b;
      return a.size > 0 && b.size > 0 ? new Set([...a, ...b]) : NOBODY;
    }
    if (op === 'call') {
      const callee = this.#module.functions[immediates[0] as number];
      const result = callee?.body.instructions.at(-1)?.operands[value - instruction.result];
      return result === undefined ? NOBODY : this.#required(immediates[0] as number, result, holds, depth);
    }
    if (!holds) return NOBODY;
    const compared = this.#fieldsCompared(instruction, SENDER, this.#mask) | this.#fieldsLookedUp(f, instruction);
    return compared === 0n ? NOBODY : new Set(fieldsIn(compared));
  }

  /** A closed map whose value for the caller is not the zero of those that it does not have. */
  #fieldsLookedUp(f: number, { op, operands }: Instruction): Bits {
    const [a, b] = operands.map((operand) => this.#defined[f]?.get(operand));
    const isSome = (one: Instruction | undefined): boolean =>
      one?.op === 'const' && this.#module.consts[one.immediates[0] as number]?.value !== 0n;
    const looked = (one: Instruction | undefined): Bits =>
      one?.op === 'map.get' ? this.#fieldsCompared(one, SENDER, this.#mask) : 0n;
    if (op === 'eq') return (isSome(b) ? looked(a) : 0n) | (isSome(a) ? looked(b) : 0n);
    return op === 'lt' ? looked(b) : 0n;
  }

  /** Those of the fields with which the instruction compares somebody of these origins. */
  #fieldsCompared(instruction: Instruction, who: Bits, among: Bits): Bits {
    this.#meter.step(12);
    const { op, immediates } = instruction;
    const [a = 0n, b = 0n] = this.#origins.get(instruction) ?? [];
    if (op === 'map.has' || op === 'map.get') return (a & who) === 0n ? 0n : fieldBit(immediates[0] as number) & among;
    // A number that says which entry is a name too.
    const named = op === 'eq' ? INDEX : op === 'addr.eq' ? who : 0n;
    return ((a & named) === 0n ? 0n : b & among) | ((b & named) === 0n ? 0n : a & among);
  }

  /** Once for each rule, function and field; a bias is said rather than a fact. */
  #say(
    rule: NeutralityRule,
    biased: boolean,
    root: number,
    fields: readonly number[],
    at?: NeutralityFinding['at'],
  ): void {
    const name = (this.#module.functions[root] as ModuleFunction).name;
    const field = fields.map((one) => this.#module.fields[one]?.name ?? '').join(' or ');
    const key = `${rule} ${name} ${field}`;
    if (this.#found.size >= FINDINGS_MAX) throw new Refused('E-LIMIT', { what: 'findings', max: FINDINGS_MAX });
    if (!this.#found.has(key)) this.#found.set(key, { rule, biased, function: name, field, at });
  }

  #placeOf(f: number, instruction: Instruction): NeutralityFinding['at'] {
    return { function: f, instruction: this.#places[f]?.get(instruction) ?? 0 };
  }

  #listRoles(): void {
    for (const root of this.#roots) {
      const fields = [...(this.#guards[root] ?? [])];
      if (fields.length > 0)
        this.#say(fields.some((field) => this.#isList(field)) ? 'gate' : 'role', false, root, fields);
    }
  }

  #isList(field: number): boolean {
    const { kind, type } = this.#module.fields[field] ?? { kind: 'state', type: 0 };
    return kind === 'map' || type >= firstTableType;
  }

  /** Anybody who is not named by a field: a caller, an entry, an argument, or what everybody can write. */
  #anybody(): Bits {
    return this.#module.fields.reduce(
      (sum, _, field) => (this.#closed.has(field) ? sum : sum | fieldBit(field)),
      SENDER | NAMED,
    );
  }

  /** What comparisons with closed fields, and what roles write, decide. */
  #followTests(): void {
    const { fields, functions } = this.#module;
    const anybody = this.#anybody();
    // A field's own bit, and one for what a role has written there since.
    const moved = (field: number): Bits => 1n << BigInt(fields.length + field);
    const moving = new Set(
      [...this.#closed].filter((field) =>
        this.#roots.some(
          (root) =>
            this.#writes[root]?.has(field) && (this.#guards[root]?.size ?? 0) > 0 && !runsOnce(this.#module, root),
        ),
      ),
    );
    const named = this.#mask | maskOf(this.#given);
    const decides = new Map<string, NeutralityFinding['at']>();
    const gates = new Map<string, NeutralityFinding['at']>();
    const known = { decides: functions.map((): Bits => 0n), gates: functions.map((): Bits => 0n) };
    const note = (into: 'decides' | 'gates', f: number, bits: Bits, at: NeutralityFinding['at']): void => {
      const before = known[into][f] ?? 0n;
      if ((bits & ~before) === 0n) return;
      known[into][f] = before | bits;
      this.#meter.step(2 * fields.length);
      for (let bit = 0; bit < 2 * fields.length; bit++)
        if ((((bits & ~before) >> BigInt(bit)) & 1n) === 1n)
          (into === 'gates' ? gates : decides).set(`${f} ${bit}`, at);
    };
    const results = propagate(
      this.#module,
      {
        param: () => 0n,
        control: (bits) => bits,
        argument: (bits) => bits,
        value: (f, instruction, operands, control) => {
          const { op, immediates } = instruction;
          let bits = operands.reduce((sum, one) => sum | one, control);
          const at = this.#placeOf(f, instruction);
          if (op === 'trap') note('gates', f, bits, at);
          else if (WRITES.has(op) || op === 'reveal' || op === 'send' || op === 'emit') note('decides', f, bits, at);
          bits |= this.#fieldsCompared(instruction, anybody, named) >> FIELDS;
          const field = immediates[0] as number;
          if (READS.has(op) && moving.has(field)) bits |= moved(field);
          return bits;
        },
      },
      this.#meter,
    );
    functions.forEach(({ kind, body }, f) => {
      if (kind !== 'internal' && kind !== 'ctor')
        note(
          'decides',
          f,
          results[f]?.reduce((sum, bits) => sum | bits, 0n) ?? 0n,
          this.#placeOf(f, body.instructions.at(-1) as Instruction),
        );
    });
    for (const root of this.#roots) {
      for (const f of this.#reached[root] ?? []) {
        this.#meter.step(2 * fields.length);
        for (let bit = 0; bit < 2 * fields.length; bit++) {
          const field = bit % fields.length;
          const [decided, gated] = [decides.get(`${f} ${bit}`), gates.get(`${f} ${bit}`)];
          // What a role does to itself singles nobody else out.
          if (this.#guards[root]?.has(field)) continue;
          if (bit >= fields.length) {
            // What is only asked decides nothing.
            const { kind } = functions[root] as ModuleFunction;
            if (kind === 'read' || kind === 'view' || (this.#guards[root]?.size ?? 0) > 0) continue;
            if (decided !== undefined) this.#say('rules move', true, root, [field], decided);
            else if (gated !== undefined) this.#say('phase', false, root, [field], gated);
          } else if (decided !== undefined) this.#say('singled out', true, root, [field], decided);
          else if (gated !== undefined) this.#say('gate', false, root, [field], gated);
        }
      }
    }
  }

  /** What is sent to a role's caller alone and is not made of his own arguments. */
  #listReaders(): void {
    this.#module.releases.forEach(({ kind }, site) => {
      const place = this.#verified.provenance.sites[site];
      if (kind === 'reveal' || place === undefined) return;
      const givers = place.sources.map((source) => this.#guardOfSource(source));
      for (const root of this.#roots) {
        const readers = this.#guards[root] ?? new Set();
        // Who gave it all himself, with others who read it too, learns no more than they.
        if (!this.#reached[root]?.includes(place.function)) continue;
        if (givers.every((fields) => fields.size > 0 && [...fields].every((field) => readers.has(field)))) continue;
        const named = [...readers].filter((field) => !this.#isList(field));
        if (named.length > 0) this.#say('sees more', true, root, named);
      }
    });
  }

  /** By whom the source is given alone; empty where everybody may give it. */
  #guardOfSource(source: number): ReadonlySet<number> {
    const { name = '', owner } = this.#verified.provenance.sources[source] ?? {};
    const f = this.#module.functions.findIndex((fn) => name.startsWith(`${fn.name}.`));
    return (owner === 'sender' ? this.#guards[f] : undefined) ?? new Set();
  }

  /** Calls that draw, change or tell something of others by it, and can be made again. */
  #listDraws(): void {
    for (const root of this.#roots) {
      const fn = this.#module.functions[root] as ModuleFunction;
      const { draw, state, release } = this.#verified.functions[root]?.effects ?? {
        draw: false,
        state: false,
        release: false,
      };
      if (fn.kind !== 'call' || !draw || !(state || release) || runsOnce(this.#module, root)) continue;
      const others = this.#reached[root]?.some((f) =>
        [...instructionsOf((this.#module.functions[f] as ModuleFunction).body)].some(
          ({ op }) => op === 'inbox.take' || op === 'map.key',
        ),
      );
      this.#say('draws again', others === true || (this.#guards[root]?.size ?? 0) > 0, root, []);
    }
  }

  /** Keys that are written and come from closed fields, also where a helper writes others' too. */
  #listSkims(): void {
    this.#module.functions.forEach(({ body }, f) => {
      let known = 0n;
      for (const instruction of instructionsOf(body)) {
        const [key = 0n] = this.#origins.get(instruction) ?? [];
        const fresh = key & this.#mask & ~known;
        if ((instruction.op !== 'map.set' && instruction.op !== 'map.del') || fresh === 0n) continue;
        known |= fresh;
        for (const field of fieldsIn(fresh)) {
          this.#meter.step(this.#roots.length);
          for (const root of this.#roots)
            if (this.#reached[root]?.includes(f) && !this.#guards[root]?.has(field))
              this.#say('skims', true, root, [field], this.#placeOf(f, instruction));
        }
      }
    });
  }

  #listSeats(): void {
    this.#module.functions.forEach(({ body }, f) => {
      for (const instruction of instructionsOf(body)) {
        const [from = 0n] = this.#origins.get(instruction) ?? [];
        if (instruction.op !== 'at' || (from & ENTRIES) === 0n) continue;
        if (this.#defined[f]?.get(instruction.operands[1] as ValueId)?.op !== 'const') continue;
        for (const root of this.#roots)
          if (this.#reached[root]?.includes(f)) this.#say('seat', false, root, [], this.#placeOf(f, instruction));
      }
    });
  }
}

function maskOf(fields: Iterable<number>): Bits {
  let mask = 0n;
  for (const field of fields) mask |= fieldBit(field);
  return mask;
}

function fieldsIn(mask: Bits): readonly number[] {
  const fields: number[] = [];
  for (let rest = mask >> FIELDS, field = 0; rest > 0n; rest >>= 1n, field++)
    if ((rest & 1n) === 1n) fields.push(field);
  return fields;
}

function fieldWritten({ op, immediates }: Instruction): readonly number[] {
  return WRITES.has(op) ? [immediates[0] as number] : [];
}
