// The other half of neutrality.ts, which reads the code: this one runs it. A history of calls and entries is played twice, the second time with the names of two participants
// exchanged; a contract to which names are names shows the same, with the names exchanged. What differs is shown; that nothing was found proves nothing.
import { randomBelow, seededRandom, type Random } from '@enigma/crypto';
import { Budget } from './budget.ts';
import { evaluate, initialState, plainOf } from './evaluate.ts';
import { scalarRefs, tableType, type Module, type TypeRef } from './module.ts';
import { neutralityOf } from './neutrality.ts';
import type { Ended, InboxEntry, TaskContext } from './run.ts';
import { drawnTape } from './tape.ts';
import { boundsOf, isFixed, type Types } from './types.ts';
import { elementOf, leavesOf, limbsOf, memberOf, record, vector, type Value } from './value.ts';
import type { Verified } from './verify.ts';

export interface RenamingTerms {
  /** The constructor's; addresses in them take part. */
  readonly args: readonly Value<never>[];
  readonly histories?: number;
}

/** One thing that somebody does; a keeper's, where nobody is named. */
export interface HistoryStep {
  readonly function: string;
  /** Undefined for a scheduled function. */
  readonly sender: bigint | undefined;
  /** The scalars of the arguments, or of the entry. */
  readonly values: readonly bigint[];
}

export interface Counterexample {
  readonly steps: readonly HistoryStep[];
  readonly exchanged: readonly [bigint, bigint];
  /** What the last step shows as it is, and with the two exchanged; the second should be the first under other names. */
  readonly shows: readonly [before: string, after: string];
}

const HISTORIES = 64;
const STEPS = 8;
/** Of the evaluator, in all that is played; after half of it no other history is begun. */
const STEPS_PLAYED_MAX = 4_000_000;
const STRANGERS = [0xa1n, 0xa2n, 0xa3n] as const;
/** Of so many values the first are drawn half of the time: ties and limits are near zero. */
const SMALL = 4n;
const LARGE = 1_000n;
const CONTEXT: Omit<TaskContext, 'sender'> = {
  self: 2n,
  height: 1n << 60n,
  time: 1n << 60n,
  value: 0n,
  seats: 4,
  threshold: 1,
};

interface Step extends Omit<HistoryStep, 'values'> {
  /** −1: an entry in the inbox. */
  readonly fn: number;
  readonly types: readonly TypeRef[];
  readonly args: readonly Value<bigint>[];
  /** Whoever a field names does this, and nobody else can: no other name is put there. */
  readonly fixed: boolean;
  readonly draws: string;
}

/** Undefined where nothing was found, or the constructor refuses the arguments. The same for the same bytes and arguments. */
export function biasShown(
  verified: Verified,
  { args, histories = HISTORIES }: RenamingTerms,
): Counterexample | undefined {
  const { module } = verified;
  const ctor = module.functions.findIndex(({ kind }) => kind === 'ctor');
  if (args.length !== (module.functions[ctor]?.params.length ?? 0)) return undefined;
  const budget = new Budget(STEPS_PLAYED_MAX);
  const named = ctor < 0 ? [] : addressesIn(module, ctor, args);
  const made = ctor < 0 ? undefined : evaluate(verified, ctor, { args, budget, context: { ...CONTEXT, sender: 1n } });
  if (made !== undefined && made.outcome.status !== 'ok') return undefined;
  const state = made?.outcome.status === 'ok' ? made.outcome.state : initialState(verified);
  const people = [...new Set([...named, ...STRANGERS])];
  const random = seededRandom(`enigma.renaming ${verified.codeHash}`);
  const world: World = { verified, state, named: new Set(named), people, budget, ...refusalsOf(verified) };
  for (let history = 0; history < histories; history++) {
    const steps = Array.from({ length: STEPS }, () => stepOf(world, random)).filter((step) => step !== undefined);
    const first = pick(random, people);
    const second = pick(
      random,
      people.filter((one) => one !== first),
    );
    const found = difference(world, steps, [first, second]);
    if (budget.steps >= STEPS_PLAYED_MAX / 2) return undefined;
    if (found !== undefined) return shrunk(world, steps.slice(0, found.at + 1), [first, second]);
  }
  return undefined;
}

interface World {
  readonly verified: Verified;
  readonly state: readonly Value<bigint>[];
  readonly named: ReadonlySet<bigint>;
  readonly people: readonly bigint[];
  readonly budget: Budget;
  /** Functions that a caller whom no field names cannot call. */
  readonly guarded: ReadonlySet<string>;
  /** Functions that refuse some by name: what they refuse is said as a gate, and no difference here. */
  readonly refusing: ReadonlySet<string>;
}

function refusalsOf(verified: Verified): Pick<World, 'guarded' | 'refusing'> {
  const gates = neutralityOf(verified).findings.filter(
    ({ rule }) => rule === 'role' || rule === 'gate' || rule === 'phase',
  );
  return {
    guarded: new Set(gates.filter(({ at }) => at === undefined).map((one) => one.function)),
    refusing: new Set(gates.map((one) => one.function)),
  };
}

function addressesIn({ functions, types }: Module, fn: number, args: readonly Value<never>[]): readonly bigint[] {
  return (functions[fn]?.params ?? [])
    .flatMap(({ type }, i) => scalarsOf(types, type, args[i] as Value<bigint>))
    .flatMap(({ address, value }) => (address ? [value] : []));
}

function stepOf({ verified: { module }, named, people, guarded }: World, random: Random): Step | undefined {
  const inbox = module.fields.find(({ kind }) => kind === 'inbox');
  const callable = module.functions.flatMap(({ kind, params }, fn) =>
    kind === 'ctor' || kind === 'internal' || kind === 'view' || params.some(({ type }) => !isFixed(module.types, type))
      ? []
      : [fn],
  );
  const choices = inbox === undefined ? callable : [...callable, -1, -1];
  if (choices.length === 0) return undefined;
  const fn = pick(random, choices);
  const { name, kind, params } = module.functions[fn] ?? { name: inbox?.name ?? '', kind: 'call', params: [] };
  const types = fn < 0 ? [inbox?.type ?? 0] : params.map(({ type }) => type);
  const fixed = guarded.has(name);
  const who = pick(random, fixed && named.size > 0 ? [...named] : people);
  return {
    fn,
    function: name,
    fixed,
    sender: kind === 'scheduled' ? undefined : who,
    types,
    args: types.map((type) => drawnValue(module.types, type, people, random)),
    draws: String(randomBelow(1n << 48n, random)),
  };
}

function drawnValue(types: Types, ref: TypeRef, people: readonly bigint[], random: Random): Value<bigint> {
  if (ref === scalarRefs.address) return pick(random, people);
  const type = tableType(types, ref);
  if (type?.kind === 'array')
    return vector(Array.from({ length: type.length }, () => drawnValue(types, type.element, people, random)));
  if (type?.kind === 'record')
    return record(type.members.map((member) => drawnValue(types, member.type, people, random)));
  const [least, most] = boundsOf(types, ref);
  const size = randomBelow(2n, random) === 0n ? SMALL : LARGE;
  const low = least < -size / 2n ? -size / 2n : least;
  return low + randomBelow((most - low < size ? most - low : size) + 1n, random);
}

interface Shown {
  readonly address: boolean;
  readonly value: bigint;
}

/** Scalars in declared order, secrets laid bare, an address as one. */
function scalarsOf(types: Types, ref: TypeRef, value: Value<bigint>): readonly Shown[] {
  if (ref === scalarRefs.address) return [{ address: true, value: joined(limbsOf(value).map(plainOf)) }];
  if (typeof value === 'bigint' || value.kind === 'secret') return [{ address: false, value: plainOf(value) }];
  if (value.kind === 'vector') return value.elements.flatMap((part) => scalarsOf(types, elementOf(types, ref), part));
  return value.members.flatMap((part, i) => scalarsOf(types, memberOf(types, ref, i), part));
}

function joined(limbs: readonly bigint[]): bigint {
  return limbs.reduceRight((sum, limb) => (sum << 64n) | limb, 0n);
}

/** The value with other names for the addresses in it. */
function renamed(types: Types, ref: TypeRef, value: Value<bigint>, name: (who: bigint) => bigint): Value<bigint> {
  if (typeof value === 'bigint') return ref === scalarRefs.address ? name(value) : value;
  if (value.kind === 'secret') return value;
  if (value.kind === 'vector')
    return vector(value.elements.map((part) => renamed(types, elementOf(types, ref), part, name)));
  return record(value.members.map((part, i) => renamed(types, memberOf(types, ref, i), part, name)));
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Number(randomBelow(BigInt(list.length), random))] as T;
}

/** The first step that shows something else, of those that were played. */
function difference(
  world: World,
  steps: readonly Step[],
  [a, b]: readonly [bigint, bigint],
): { readonly at: number; readonly shows: readonly [string, string] } | undefined {
  const exchange = (who: bigint): bigint => (who === a ? b : who === b ? a : who);
  const [before, after] = [played(world, steps, (who) => who), played(world, steps, exchange)];
  for (let at = 0; at < steps.length; at++) {
    const [one, other] = [before[at] ?? [], after[at] ?? []];
    // From here on the two histories are of different things.
    if (one[0]?.value !== other[0]?.value && world.refusing.has(steps[at]?.function ?? '')) return undefined;
    const same =
      one.length === other.length &&
      one.every(({ address, value }, i) => {
        const shown = other[i]?.value;
        // Whom the constructor names may be told by that name.
        return address ? shown === exchange(value) || (shown === value && world.named.has(value)) : shown === value;
      });
    if (!same) return { at, shows: [text(one), text(other)] };
  }
  return undefined;
}

function text(shown: readonly Shown[]): string {
  const [status, ...rest] = shown;
  const name = status?.value === 0n ? 'ends well' : 'is refused';
  return rest.length === 0
    ? name
    : `${name}: ${rest.map(({ value, address }) => (address ? hex(value) : String(value))).join(', ')}`;
}

function hex(address: bigint): string {
  return `0x${address.toString(16)}`;
}

/** What each step shows to everyone and to its caller. */
function played(
  { verified, state: initial, budget }: World,
  steps: readonly Step[],
  name: (who: bigint) => bigint,
): readonly (readonly Shown[])[] {
  const { module } = verified;
  let state = initial;
  let inbox: readonly InboxEntry<bigint>[] = [];
  return steps.map(({ fn, sender = 0n, fixed, types, args: drawnArgs, draws }, index) => {
    const who = fixed ? sender : name(sender);
    const args = drawnArgs.map((value, i) => renamed(module.types, types[i] as TypeRef, value, name));
    if (fn < 0) {
      const values = args.flatMap((value, i) =>
        leavesOf(module.types, types[i] as TypeRef, value).map((leaf) => leaf.scalar),
      );
      inbox = [...inbox, { sender: who, index: BigInt(index), height: 0n, values }];
      return [];
    }
    const tape = drawnTape(seededRandom(draws));
    const { outcome } = evaluate(verified, fn, {
      args,
      state,
      inbox,
      context: { ...CONTEXT, sender: who },
      tape,
      budget,
    });
    if (outcome.status === 'ok') {
      state = outcome.state;
      inbox = inbox.slice(outcome.taken);
    }
    return shownBy(module, fn, outcome);
  });
}

/** Whether it ended well, what it gave everyone and its caller, and what it told. */
function shownBy(module: Module, fn: number, outcome: Ended<bigint>): readonly Shown[] {
  const plain = (...values: readonly bigint[]): readonly Shown[] => values.map((value) => ({ address: false, value }));
  const told = (error: number, facts: readonly bigint[]): readonly Shown[] =>
    facts.map((value, i) => ({ address: module.errors[error]?.facts[i] === scalarRefs.address, value }));
  if (outcome.status === 'badInput') return plain(1n, BigInt(outcome.argument));
  if (outcome.status === 'revert') return [...plain(2n, BigInt(outcome.code)), ...told(outcome.code, outcome.facts)];
  const results = module.functions[fn]?.results ?? [];
  return [
    ...plain(0n),
    ...outcome.results.flatMap((value, i) => scalarsOf(module.types, results[i]?.type ?? 0, value)),
    ...outcome.events.flatMap(({ error, facts }) => told(error, facts)),
  ];
}

/** With every step left out that the difference does without. */
function shrunk(world: World, steps: readonly Step[], exchanged: readonly [bigint, bigint]): Counterexample {
  let least = steps;
  for (let at = least.length - 2; at >= 0; at--) {
    const fewer = least.toSpliced(at, 1);
    if (difference(world, fewer, exchanged)?.at === fewer.length - 1) least = fewer;
  }
  const { shows } = difference(world, least, exchanged) ?? { shows: ['', ''] as const };
  return {
    steps: least.map(({ function: name, sender, types, args }) => ({
      function: name,
      sender,
      values: args.flatMap((value, i) =>
        scalarsOf(world.verified.module.types, types[i] as TypeRef, value).map((one) => one.value),
      ),
    })),
    exchanged,
    shows,
  };
}

/** A counterexample as lines that people read. */
export function counterexampleText({ steps, exchanged: [a, b], shows: [before, after] }: Counterexample): string {
  return [
    `${hex(a)} and ${hex(b)} are not treated alike:`,
    ...steps.map(
      ({ function: name, sender, values }) =>
        `  ${sender === undefined ? 'somebody' : hex(sender)}: ${name}(${values.map((value) => (value > 1n << 64n ? hex(value) : String(value))).join(', ')})`,
    ),
    `  the last ${before}`,
    `  with the two exchanged it ${after}`,
  ].join('\n');
}
